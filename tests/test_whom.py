"""Whom a typed line is about, and how old: kinds of lines that were said back as somebody else.

A grown-up is named only by what the speaker says of themselves or of whom it happens to, and never
where a child may say the same. What other people say ("he says im 19") is true of nobody.
"""

import csv
from collections import Counter

import pytest

from guide.conversation import phrases
from guide.conversation.events import Asked
from guide.understanding.story import hear_story
from guide.understanding.typed import split_words
from guide.understanding.whom import ages, persons
from guide.understanding.whom.person import (
    ADULT,
    ADULT_SELF,
    FRIEND,
    PARENT,
    PROFESSIONAL,
    YOUNG_PERSON,
)
from tests.support.hearing import PHRASES, guesser, shipped, told
from tests.support.talking import conversation_over

BANDS = {"under-11": (4, 10), "11-17": (11, 17), "18-plus": (18, 99)}
GROWN = ("18-plus",)
ASKED = ""
MOST_ASKED = 30
"""Of the lines of the three lists so many do not say who speaks, or say it in a way not known."""


def age_of(line: str) -> str:
    """How old the speaker says to be."""
    return ages.band(split_words(line), BANDS, mine=True)


def whom(line: str) -> str:
    return persons.about(split_words(line), age_of(line), GROWN).who


# -- what a child says too


@pytest.mark.parametrize(
    "line",
    [
        *("my old football coach asks me for pics", "a teacher at my old school hurt people"),
        *("they found my old pics", "my old man belts me", "im trans and they use my old name"),
        *("im a student and i get bullied", "student finance scammed me", "hes a uni student"),
        *("can i complain about my childrens home", "my kids home is horrible to us"),
        *("guy i work with says hell batter me", "i support arsenal and get bullied for it"),
        *("i coach the little ones and the head coach kissed me", "i help at cubs and he hit me"),
        "got beat up by my nine year old sister",
        "my sons of a gun brothers batter me",
        "mum keeps saying my daughter is a liar when i tell people",
        "she said my son would never do that when i told her he touched me",
        "my mum and her boyfriend fight and the kids next door can hear",
        "supply teacher. topless selfie. to me",
        "mum says after my birthday i go to my husband",
        "my grown up has to say yes before i add anyone",
        "im a lifeguard and my manager touches me",
    ],
)
def test_what_a_child_says_too_makes_nobody_a_grown_up(line: str) -> None:
    assert whom(line) in (ASKED, YOUNG_PERSON), whom(line)


@pytest.mark.parametrize(
    "line",
    [
        *("our baby died in mummys tummy", "our baby was born but she didnt come home"),
        *("my boy sleeps at mine four nights a week", "my girl gets panic attacks"),
        *("a girl in my tutor group got hurt by two lads", "one of the lads was done over"),
        *("one of the girls on my team told me our coach kisses her", "lad i know sells drugs"),
        *("a member of staff is rough with the kids", "my mum's friend's son told me it hurts"),
        *("my sisters little boy is hungry", "im a lifeguard and a kid told me he is hit"),
        *("she told me at bedtime that a lad kicks her", "the little girl upstairs screams"),
        *("her boyf makes her do a video call", "i found razors in her drawer"),
        *("shes given me her best bracelet and her hamster", "my partner hits me and the kids see"),
        *("my flatmate has pictures of children", "we are worried about ellie, she wont eat"),
        "she talks to an app all night and it tells her not to trust us",
        "he got in some car by the chippy and hes not picked up since",
        # how a teacher or a neighbour names a child, and another child now and then
        *("a girl in my form came in with marks on her back", "a boy in my class comes in filthy"),
        *(
            "Year 5 girl told me she's going abroad to become a woman",
            "Year 9 boys made fake nudes",
        ),
        *("A sixth former tells me she's engaged to a man", "lad at the car wash can't be over 14"),
        *("Six year old in my group says his auntie hurts his eyes", "my sister has a 4 year old"),
        *(
            "There's a toddler on his own in the window opposite me",
            "he's 15 and won't tell us a thing",
        ),
        "Year 2 girl, fourth Monday running in Friday's clothes",
        *("my daughters friend told me her dad hurts her", "the boys mum smacks him in the face"),
        "A 13 year old patient told me this afternoon that her stepbrother does it with her",
        *("A Year 10 in my form has a second phone", "an 8 year old told me her dad hits her"),
        "A lad at my youth club, 16, has begun bringing printed manifestos",
        "Their father was due to bring them back on the 14th. I have learnt he bought singles.",
    ],
)
def test_who_may_be_a_child_or_a_grown_up_is_asked(line: str) -> None:
    assert whom(line) == ASKED


# -- what names somebody


@pytest.mark.parametrize(
    ("line", "who"),
    [
        # an age is no part of the clause that follows it
        ("im 16 my sister is 9 and dad touches her", FRIEND),
        ("im 13 my brother is 10 and a man asked him for pics", FRIEND),
        # who minds a child is no child of the speaker's
        ("my child minder hits me", YOUNG_PERSON),
        ("my baby sitter touches me", YOUNG_PERSON),
        # "my" is left out
        ("daughter not home and its late", PARENT),
        ("son (15) being sextorted", PARENT),
        ("eldest won't come out of her room", PARENT),
        ("Help, stepson keeps getting picked up by men", PARENT),
        ("granddaughter has been cutting", PARENT),
        ("best friend sent me a voice note saying goodbye", FRIEND),
        ("bestie keeps cutting and wont let me tell anyone", FRIEND),
        ("sis keeps making herself sick", FRIEND),
        ("hey my friend is being hit", FRIEND),
        ("bro my dad hits me", YOUNG_PERSON),
        ("mate i cant sleep", YOUNG_PERSON),
        ("friend requests from weird men", YOUNG_PERSON),
        # said otherwise
        ("a mate of mine is being made to carry drugs", FRIEND),
        ("student of mine is being beaten", PROFESSIONAL),
        ("our kids been selling weed for some lads", FRIEND),
        ("our kid gets battered at school", FRIEND),
        ("my 13yo has sent gift cards to a man", PARENT),
        ("my autistic son flinches", PARENT),
        ("my great niece says he dries her", ADULT),
        ("my son's friend's mum says hes been sharing nudes", PARENT),
        ("my best friends little girl told me her dad hurts her", ADULT),
        ("my colleagues son is being blackmailed", ADULT),
        # told by what somebody does
        ("i drive the school bus and a lad told me his dad beats him", PROFESSIONAL),
        ("i drive a taxi and picked up a young girl with two men", ADULT),
        ("i run a corner shop and a boy comes in hungry", ADULT),
        ("a year 9 of ours has been sharing a nude", PROFESSIONAL),
        ("two of our girls are being messaged", PROFESSIONAL),
        ("our year 8s are doing a choking dare", PROFESSIONAL),
        ("one of our scouts told a leader about his stepdad", PROFESSIONAL),
        ("a girl i support is picked up by older men", PROFESSIONAL),
        ("im supply and a year 8 told me her dad beats her", PROFESSIONAL),
        ("we foster and she goes missing", PARENT),
        # it happens to a friend
        ("my mate sam is sleeping rough", FRIEND),
        ("one of my mates has been sent a nude", FRIEND),
        ("theres this lad in my form he has no lunch ever", FRIEND),
        ("this girl in my science class her boyfriend makes her send nudes", FRIEND),
        ("people are passing a naked pic of this girl in my year round", FRIEND),
        ("a boy on my bus gets hit by the older ones", FRIEND),
        ("my teammate has been sending pics to a man", FRIEND),
        ("my mate is hiding in my shed he wont go home", FRIEND),
        ("my gf is self harming", FRIEND),
        ("my gfs stepdad wont stop touching her", FRIEND),
        ("i found my sister cutting herself", FRIEND),
        # and here to the speaker
        ("i look after my mum and my two sisters and im tired", YOUNG_PERSON),
        ("raising my sisters cos dad is down the pub", YOUNG_PERSON),
        ("im being made to marry my cousin", YOUNG_PERSON),
        ("my dad says he wishes he only had my brother", YOUNG_PERSON),
        ("they said if i dont go theyll hurt my little brother", YOUNG_PERSON),
        ("my sister is getting married and they said im next", YOUNG_PERSON),
        ("my best friend is being mean", ASKED),
        ("my friends dad put his hand up my top", YOUNG_PERSON),
        ("my friend and i sent pics and hes blackmailing us", YOUNG_PERSON),
        ("my parents fight and he pushed her into the cooker", YOUNG_PERSON),
        # a grown-up for themselves
        ("im a mum and i cant get through the day without wine", ADULT_SELF),
        ("i coach under twelves and i have thoughts about one of them", ADULT_SELF),
        ("my kids would do better without me", ADULT_SELF),
    ],
)
def test_it_is_heard_whom_a_line_is_about(line: str, who: str) -> None:
    assert whom(line) == who


# -- how old


@pytest.mark.parametrize(
    ("line", "age"),
    [
        # what somebody else says, thinks or puts on a page
        ("he put me on a website and it says im 21", ""),
        ("hes saying im 19 and posting my pics", ""),
        ("he told everyone on xbox that im 18 and single", ""),
        ("he answered for me that i am nineteen", ""),
        ("she goes im only 12", ""),
        ("mum says im 12 so i cant", ""),
        ("im 18 on there", ""),
        # what is not so, or not yet
        ("he says wait till im 16", ""),
        ("i cant leave before im eighteen", ""),
        ("he treats me like im 5", ""),
        # what is somebody else's
        ("a 40 year old sent me porn", ""),
        ("my brother turned 18 and he hits me", ""),
        ("my grandson, aged nine, was touched", ""),
        ("what size shoes would an average 6 year old be in", ""),
        # the speaker's own
        ("hes saying im 19 but im 14", "11-17"),
        ("i told him im 13", "11-17"),
        ("told him im 13 and he didnt care", "11-17"),
        ("he knows im 13", "11-17"),
        ("im a 14 year old girl", "11-17"),
        ("as a 15 year old i feel sad", "11-17"),
        ("14 yr old girl, being bullied", "11-17"),
        ("aged 12 and scared", "11-17"),
        ("turned 18 in october", "18-plus"),
        ("34 year old here", "18-plus"),
        ("14 my dad hits me", "11-17"),
        ("19 and my ex posted my nudes", "18-plus"),
        ("cant go on. 19, and too old for what i used to have", "18-plus"),
        ("year 9 girl here, my mum hits me", "11-17"),
        ("im in primary 7", "under-11"),
        ("im in p5 and my dad hits me", "under-11"),
        ("im in S2", "11-17"),
        ("im in reception", "under-11"),
        # what stands after somebody else, or counts
        ("My daughter, 13, tells me nothing", ""),
        ("my nephew (17) scares me", ""),
        ("3 boys hit me", ""),
        ("year 9 boys keep touching me", ""),
    ],
)
def test_an_age_is_the_speakers_only_where_they_say_it_of_themselves(line: str, age: str) -> None:
    assert age_of(line) == age


@pytest.mark.parametrize(
    ("line", "age"),
    [
        ("my twin brother gets beaten up by the year 10s", ""),
        ("my friend is in year 8", "11-17"),
        ("my brother is 7 and got a picture", "under-11"),
    ],
)
def test_the_class_of_who_does_it_is_not_the_age_of_whom_it_is_done_to(line: str, age: str) -> None:
    assert ages.band(split_words(line), BANDS, mine=False) == age


# -- what does not fit together


@pytest.mark.parametrize(
    "moves",
    [
        ("im a teacher and a girl told me her dad hits her", "=yes", "=no", "im 14", "=yes"),
        ("my daughter is being bullied", "=yes", "im 13", "=yes"),
        ("my old coach touches me", "=yes", "im her mum", "=yes"),
        ("my dad hits me", "=yes", "=no", "=11-17", "im a teacher", "=yes"),
        ("my wife hits me", "=yes", "im 15", "=yes"),
        ("im 19", "=yes", "im 12", "=yes"),
    ],
)
def test_who_says_to_be_young_and_a_grown_up_is_asked_whom_it_is_about(
    moves: tuple[str, ...],
) -> None:
    """From the first question on, where a child can say that it is about them."""
    talk = told(*moves)

    asked = talk.again()[-1]
    assert isinstance(asked, Asked)
    assert [phrases.HEAR_AT_ODDS.source] == [line.text for line in asked.above]
    assert "who" == talk.step
    assert "young-person" in {choice.key for choice in talk.choices}


@pytest.mark.parametrize(
    ("first", "then", "who"),
    [
        ("im a teacher", "14 yr old girl came in with bruises", PROFESSIONAL),
        ("im a teacher", "im 14", YOUNG_PERSON),
        ("im her mum", "im 12", YOUNG_PERSON),
        ("im 14 and my daughter is hurt by her dad", "", YOUNG_PERSON),
    ],
)
def test_a_young_age_said_by_i_stands_above_every_grown_up(first: str, then: str, who: str) -> None:
    talk = conversation_over(shipped())
    for line in filter(None, (first, then)):
        talk.hear(line)

    assert talk.asked_back is not None
    assert who == talk.asked_back.reading.who


@pytest.mark.parametrize(
    ("first", "last", "who"),
    [
        ("She has stopped eating.", "I am her mum and my daughter is 14.", PARENT),
        ("i hate it at home.", "im a teacher", ASKED),
        ("im 12 and i hate it at home.", "my son", YOUNG_PERSON),
        ("i hate it at home.", "my dad hits me", YOUNG_PERSON),
    ],
)
def test_a_long_story_is_of_its_speaker_only_where_no_part_says_otherwise(
    first: str, last: str, who: str
) -> None:
    middle = " He was fine before and then it all changed and it was hard to see it go on." * 15

    assert who == hear_story(guesser().recognizer, f"{first}{middle} {last}").who.who


# -- three lists


def test_nobody_of_three_lists_is_said_back_as_somebody_else() -> None:
    """The second and third were written whole before any of their lines was heard (0009)."""
    with (PHRASES / "fresh-whom.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong, asked = [], 0
    for row in rows:
        who, age = said_back(row["text"])
        if (who and who not in row["who"].split("/")) or age not in ("", row["age"]):
            wrong.append((who, age, row["text"]))
        asked += not who

    assert Counter(row["list"] for row in rows) == {"1": 158, "2": 62, "3": 43}
    assert [] == wrong
    assert asked <= MOST_ASKED


def said_back(line: str) -> tuple[str, str]:
    """Whom a line is said back as being about, and how old; empty where that is not said."""
    talk = conversation_over(shipped())
    talk.hear(line)
    reading = talk.asked_back.reading if talk.asked_back else None
    return (reading.who, reading.age) if reading else ("", "")
