"""What somebody types is read whole and said back once: whom, how old, what, and what else."""

import csv
import gc
from collections.abc import Sequence

import pytest

from guide.conversation import phrases
from guide.conversation.askback import MATTER
from guide.conversation.conversation import Conversation
from guide.conversation.events import Contact, Event, Heading, Headline, Said
from guide.flow.model import Text
from guide.understanding.replies import reply
from guide.understanding.story import MAX_STORY
from guide.understanding.typed import split_words
from guide.understanding.whom.roles import without_own_roles
from tests.support.hearing import PHRASES, above, asked, shipped
from tests.support.talking import conversation_over

ANOTHER = (
    *("This is about a friend, or another young person.", "This is about your child."),
    *("This is about a child you work with.", "This is about a child you know."),
    "You are 18 or over.",
)


def heard(line: str, start: str = "") -> Conversation:
    """A conversation in which this was typed where it begins."""
    talk = conversation_over(shipped(), start)
    talk.hear(line)
    return talk


def said(events: Sequence[Event]) -> list[str]:
    return [event.text for event in events if isinstance(event, Said)]


# -- whom it is about


@pytest.mark.parametrize(
    "line",
    [
        *("my dad hits me", "my uncle touched me", "my brother touches me", "my mate hits me"),
        *("my teacher keeps texting me", "my ex posted my nudes", "my stepdad touches me"),
        *("my bf wont stop asking me for pics", "a man touched me on the bus", "he raped me"),
        *("my sister told everyone i sent a nude", "the coach made me touch him"),
        *("my girlfriend hits me", "my cousin comes in my room at night", "i cut myself"),
        *("my nan shouts at me all the time", "my friends all hate me", "daddy hurts my privates"),
        *("my doctor touched me somewhere private", "im being bullied", "my mums bf hits me"),
        *("im 14 and my husband hits me", "boys in my year keep sending me dick pics"),
    ],
)
def test_who_speaks_in_the_first_person_is_never_taken_for_somebody_else(line: str) -> None:
    """Whoever does it to them: nobody they name, and no age that they did not say."""
    talk = heard(line)

    assert "young-person" == talk.asked_back.reading.who or not above(talk)  # type: ignore[union-attr]
    assert set() == set(ANOTHER) & set(above(talk))


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("my friend is being bullied", "friend"),
        ("my mate wants to kill herself", "friend"),
        ("my little brother is getting hit by my dad", "friend"),
        ("a girl in my class is being blackmailed", "friend"),
        ("asking for a friend. a man wants nudes", "friend"),
        ("my friends boyfriend made her have sex", "friend"),
        ("my daughter is being bullied", "parent"),
        ("my 14 year old sent a nude to a boy", "parent"),
        ("im a mum and a man online wants nudes from her", "parent"),
        ("im a teacher and a pupil is being bullied", "professional"),
        ("one of my students is being groomed online", "professional"),
        ("my niece is being groomed by a man online", "adult"),
        ("im 34 and someone shared my nudes", "adult-self"),
        ("im 31 and my daughter is the age i was when my uncle did it", "adult-self"),
        ("im a nurse and i was raped last night", "adult-self"),
        ("i am a mum of two and my ex beats me", "adult-self"),
        ("i work with children and i am having thoughts i dont want", "adult-self"),
        ("i was told my daughter was raped", "parent"),
        ("i was abused as a child and now its happening to my daughter", "parent"),
        ("im a nurse and a child told me her stepdad touched her", "professional"),
        ("my friend is too scared to tell about her dad", "friend"),
        ("my gf is cutting herself", "friend"),
        ("a girl in my form showed me cuts up her arms", "friend"),
        ("a boy in my class always has bruises and says he fell", "friend"),
        ("my friend is self harming and im starting to as well", "young-person"),
        ("my bestie and i are getting blackmailed by the same guy", "young-person"),
        ("my husband hits me and shares my nudes", "adult-self"),
        ("my lad has just told us hes being blackmailed", "parent"),
        ("our little one is scared of a boy at school", "parent"),
        ("a pupil has gone missing from our care", "professional"),
        ("a boy in my form disclosed today that his stepdad hurts him", "professional"),
        ("a nude of a year 9 is going round, what should we do as a school", "professional"),
        ("a kid at our breakfast club has a black eye", "professional"),
        ("my friend texted me goodbye and wont answer", "friend"),
        ("a girl in my class comes in with bruises", ""),  # a pupil, or whoever teaches her
        ("my friends boyfriend hits her and wont let her see us", "friend"),
        ("we found razor blades in her room", ""),
        ("a policeman who comes to our school touched me", "young-person"),
        ("one of our teachers hit me", "young-person"),
    ],
)
def test_somebody_else_is_named_only_where_the_line_says_so(line: str, who: str) -> None:
    """Of its speaker, or of whom it happens to."""
    asking = heard(line).asked_back

    assert asking is not None
    assert who == asking.reading.who


def test_persons_of_a_list_written_apart() -> None:
    """None of the young people who speak of themselves, and nearly none of the others."""
    with (PHRASES / "fresh-persons.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = [row for row in rows if said_back(row["text"]) not in ("", row["who"])]

    assert len(rows) >= 60
    assert [] == [row["text"] for row in wrong if row["who"] == "young-person"]
    assert len(wrong) <= 2, wrong


def said_back(line: str) -> str:
    """Whom a line is said back as being about; empty where that is not said."""
    asking = heard(line).asked_back
    return asking.reading.who if asking else ""


@pytest.mark.parametrize(
    "line", ["hes being bullied by his class", "she wants to die", "someone is hurting a child"]
)
def test_what_nobody_said_is_asked_and_not_guessed(line: str) -> None:
    """Whom it is about stands in no line, and no age does."""
    asking = heard(line).asked_back

    assert asking is not None
    assert ("", "") == (asking.reading.who, asking.reading.age)


def test_each_line_is_a_whole_sentence_of_its_own() -> None:
    """At most three, and then one question."""
    talk = heard("my bf keeps asking me for nudes im 14")

    assert [
        "This is about you.",
        "You are 11 to 17.",
        "A boyfriend or girlfriend pushes for something sexual.",
    ] == above(talk)
    assert "Is that right?" == asked(talk).text
    assert ["Yes", "Not quite", "Show me the choices"] == [c.label for c in talk.choices]


def test_every_worry_has_a_whole_sentence_to_be_said_back() -> None:
    """Never the few words of a button, such as "It is of me" or "In the last 7 days"."""
    fact = shipped().facts["concern"]
    back = {said.value: said.say for said in fact.said_back}

    assert [value for value, _ in fact.values if value not in back] == ["unsure", "not-said"]
    for wording in back.values():
        for variant in wording:
            assert variant.text.source.endswith(".")
            assert 2 <= len(variant.text.source.split()) <= 14


def test_a_sentence_said_back_fits_whom_it_is_about() -> None:
    """Of a friend it is told what the friend did."""
    assert "It is about something you did." in above(heard("i did something really bad"))
    assert "It is about something your friend did." in above(heard("my friend did something bad"))


ABOUT_A_FRIEND = "This is about a friend, or another young person."


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("my best mate touched a younger kid", ABOUT_A_FRIEND),
        ("my friend made a deepfake nude of our teacher", ABOUT_A_FRIEND),
        ("my bestie posted a video of a girl getting changed", ABOUT_A_FRIEND),
        ("my friend touches me", "This is about you."),
        ("my mate hits me and my brother", "This is about you."),
    ],
)
def test_what_a_friend_did_to_somebody_else_is_about_the_friend(line: str, who: str) -> None:
    """It had been said back as what the speaker did."""
    assert who == above(heard(line))[0]


def test_who_says_to_be_young_comes_to_ceop_with_a_yes() -> None:
    """An ex is no sign of an adult: the age is asked, and CEOP and Report Remove are shown."""
    talk = heard("my ex posted my nudes")
    talk.choose("yes")
    assert "danger" == talk.step
    talk.choose("no")
    assert "age" == talk.step
    talk.choose("11-17")
    if not talk.finished:  # what kind of picture it is
        talk.choose("shared")
    shown = {event.id for event in talk.again() if isinstance(event, Contact)}

    assert {"report-remove", "ceop"} <= shown


# -- changed in place


@pytest.mark.parametrize(
    ("part", "key", "now"),
    [
        ("who", "friend", "This is about a friend, or another young person."),
        ("who", "professional", "This is about a child you work with."),
        ("age", "under-11", "You are under 11."),
        ("age", "18-plus", "You are 18 or over."),
        ("matter", "0", ""),
    ],
)
def test_each_line_can_be_changed_by_itself(part: str, key: str, now: str) -> None:
    """The others stay as they were, and all are said back again."""
    talk = heard("im 14 and my dad hits me and a man online wants nudes")
    before = above(talk)
    talk.choose("no")
    assert "Which part is not right?" == asked(talk).text
    talk.choose(part)
    talk.choose(key)

    after = above(talk)
    assert "Is that right?" == asked(talk).text
    assert after != before
    assert now in (*after, "")


def test_of_one_line_the_change_is_asked_at_once_and_taken() -> None:
    talk = heard("nudes", "young-person")
    talk.choose("no")
    assert "Does one of these fit better?" == asked(talk).text
    talk.choose("0")

    assert not talk.confirming
    assert "danger" == talk.step


def test_a_young_age_beats_a_grown_up_and_is_asked_about() -> None:
    """18 or over was confirmed, then 14: neither is swallowed."""
    talk = heard("im 25")
    talk.choose("yes")
    talk.hear("im 14")
    assert ["You are 11 to 17."] == above(talk)
    talk.choose("yes")

    assert "who" == talk.step
    assert "Two things you told me do not fit together. Please choose what is right." in above(talk)
    talk.choose("young-person")
    talk.choose("no")
    assert "11-17" == talk.facts["age"]


# -- hedges and repair

AT_EVERY_ASKING_BACK = {
    "my stepdad touches me": "what is the matter",
    "hes here now": "danger",
    "im 12": "an age",
    "are you real": "a topic",
}


@pytest.mark.parametrize("line", AT_EVERY_ASKING_BACK, ids=AT_EVERY_ASKING_BACK.get)
@pytest.mark.parametrize(
    "hedge",
    [
        *("kind of", "i think so", "i guess", "maybe", "yeah basically", "sadly yes", "he does"),
        *("yep thats it", "mhm", "both", "yes but worse", "sometimes", "sort of", "a bit yeah"),
        *("yh", "i suppose so", "probably", "unfortunately yes", "thats it"),
    ],
)
def test_a_hedged_yes_is_a_yes_wherever_something_is_asked_back(line: str, hedge: str) -> None:
    """It comes to what "yes" comes to."""
    plainly, hedged = heard(line), heard(line)
    plainly.choose("yes")
    told = hedged.hear(hedge)

    assert plainly.step == hedged.step
    assert plainly.facts == hedged.facts
    assert plainly.confirming == hedged.confirming
    assert phrases.HEAR_LOST.source not in said(told)


@pytest.mark.parametrize("no", ["not really", "not exactly", "i dont think so"])
def test_a_no_that_goes_on_opens_what_can_be_changed(no: str) -> None:
    talk = heard("my mum hits me")
    talk.hear(no)

    assert "Which part is not right?" == asked(talk).text


def test_a_no_that_tells_what_it_is_is_heard() -> None:
    talk = heard("my mum hits me")
    talk.hear("no, a man online wants nudes of me")

    assert "Someone wants nudes, or something sexual." in above(talk)


@pytest.mark.parametrize("line", ["i dont want to say", "id rather not say", "cant talk about it"])
def test_nobody_has_to_say(line: str) -> None:
    """A kind line, and the question with its choices."""
    talk = heard("my stepdad touches me")
    told = talk.hear(line)

    assert ["That is fine. You do not have to say."] == said(told)
    assert "who" == talk.step
    assert not talk.confirming


def test_after_yes_but_danger_comes_first_and_the_rest_is_kept() -> None:
    talk = heard("my stepdad touches me")
    told = talk.hear("yes and hes here now with a knife")

    assert {"emergency", "childline"} <= {e.id for e in told if isinstance(e, Contact)}
    assert "Is someone in danger now?" == asked(talk).text
    talk.choose("no")
    assert "age" == talk.step
    talk.choose("11-17")
    assert "sexual-in-person" == talk.facts["concern"]


@pytest.mark.parametrize("line", ["no one believes me", "my dad hits me", "he did it again", ""])
def test_what_is_no_answer_is_taken_for_none(line: str) -> None:
    assert "" == reply(line).key


# -- what else


def test_a_second_trouble_is_offered_at_the_ending() -> None:
    """Kept by its id, and looked at without asking again who, danger or how old."""
    talk = heard("my dad hits me and a man online wants nudes")
    for key in ("yes", "no", "11-17"):
        talk.choose(key)
    assert "report-to-ceop" == talk.step
    assert ["It does not feel safe at home, or there is too little care."] == above(talk)
    told = talk.choose("yes")

    assert "home-or-neglect" == talk.facts["concern"]
    assert any(isinstance(event, Headline) for event in told)
    assert not talk.confirming


def test_what_is_told_at_an_ending_is_offered_too() -> None:
    talk = heard("a man online wants nudes of me")
    for key in ("yes", "no", "11-17"):
        talk.choose(key)
    talk.hear("my dad also hits me")
    assert ["It does not feel safe at home, or there is too little care."] == above(talk)
    talk.choose("no")

    assert "report-to-ceop" == talk.step
    assert not talk.confirming


def test_one_trouble_told_in_two_ways_is_one() -> None:
    """What a question offers beside it is no other trouble."""
    asking = heard("he has my nudes and he says he will post them").asked_back

    assert asking is not None
    assert () == asking.reading.others


# -- first words


@pytest.mark.parametrize(
    ("line", "warm"),
    [
        ("hello", phrases.HEAR_HELLO),
        ("u there?", phrases.HEAR_HELLO),
        ("he did it again", phrases.HEAR_HAPPENED),
        ("it happened", phrases.HEAR_HAPPENED),
        ("help", phrases.HEAR_HAPPENED),
        ("idk", phrases.HEAR_HAPPENED),
        ("they wont believe me", phrases.HEAR_BELIEVE),
        ("its my fault", phrases.HEAR_FAULT),
        ("delete this", phrases.HEAR_KEPT),
        ("thanks", phrases.HEAR_WELCOME),
        ("qwertyuiop", phrases.HEAR_LOST),
        ("can i wait until monday", phrases.HEAR_TELL),
        ("i cant tell my mum", phrases.HEAR_TELL),
        ("im scared to tell", phrases.HEAR_TELL),
        ("my dad will go mad if he finds out", phrases.HEAR_TELL),
        ("its my dad", phrases.HEAR_HAPPENED),
        ("about my mums boyfriend", phrases.HEAR_HAPPENED),
        ("i cant tell anyone at home", phrases.HEAR_TELL),
        ("i cant tell my mum or my dad", phrases.HEAR_TELL),
        ("is it too late to say something", phrases.HEAR_TELL),
        ("my dad has done something wrong", phrases.HEAR_HAPPENED),
        ("my friend has done something wrong", phrases.HEAR_HAPPENED),
        ("my best friend has done something and i dont know what to do", phrases.HEAR_HAPPENED),
        ("my brother did something really stupid and im scared", phrases.HEAR_HAPPENED),
        ("i think my teacher did something bad and im scared", phrases.HEAR_HAPPENED),
        ("its a secret", phrases.HEAR_HAPPENED),
        ("can you keep a secret", phrases.HEAR_HAPPENED),
        ("i have a bad secret i cant tell", phrases.HEAR_HAPPENED),
    ],
)
def test_first_words_get_a_warm_line_and_three_doors(line: str, warm: Text) -> None:
    """Each door leads on, and so do the choices."""
    talk = conversation_over(shipped())
    told = talk.hear(line)
    keys = [choice.key for choice in talk.choices]

    assert [warm.source] == said(told) or phrases.HEAR_THANKS.source in said(told)
    assert 4 == len(keys)
    for key in keys:
        talk = heard(line)
        assert talk.choose(key)
        assert not talk.confirming


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("will i get in trouble", "Will I get in trouble?"),
        ("am i in trouble", "Will I get in trouble?"),
        ("is it my own fault", "Am I to blame?"),
        ("how do i tell my mum", "How do I tell an adult?"),
        ("what do i say to the child", "What do I say to the child?"),
    ],
)
def test_a_question_is_answered_before_it_is_known_who_asks(line: str, asks: str) -> None:
    """Whoever may ask it; once it is known who they are, only what is for them."""
    talk = heard(line)

    assert talk.asked_back is not None
    assert talk.asked_back.reading.matters[0].kind == "topic"
    opened = [event for event in talk.choose("yes") if isinstance(event, Heading)]
    assert [asks] == [heading.text for heading in opened][:1]


@pytest.mark.parametrize("other", ["to a 30 year old", "with a 24 year old", "from some 45yr old"])
def test_the_age_of_who_does_it_is_not_taken_for_a_friends(other: str) -> None:
    """No age that nobody said of them is proposed."""
    talk = heard(f"my friend is sharing nudes {other}")
    talk.hear("no its about my friend")

    assert not [line for line in above(talk) if "18 or over" in line]


def test_who_fears_to_tell_is_offered_whether_it_is_private() -> None:
    """Nearer to them than whether they talk to a person."""
    labels = [choice.label for choice in heard("i cant tell my mum").choices]

    assert "Is this private? What do you keep?" in labels


@pytest.mark.parametrize(
    "line",
    [
        *("im scared to tell my dad he hits me", "my dad hits me", "my friend", "my mate"),
        *("my uncle did something bad to me", "my dad did something and im pregnant"),
        *("my mate did something bad to my sister", "he says its our secret"),
    ],
)
def test_a_worry_or_an_answer_is_no_door(line: str) -> None:
    """What is told beside a fear, or answers the question, is said back or one of the answers."""
    asking = heard(line).asked_back

    assert asking is not None
    assert asking.stage in ("reading", "matter")


def test_not_understood_twice_ends_at_people() -> None:
    talk = heard("qwertyuiop")
    told = talk.hear("zxcvbnm")

    assert phrases.HEAR_PEOPLE.source in said(told)
    assert 4 == sum(isinstance(event, Contact) for event in told)


def test_what_is_asked_back_stays_asked_where_nothing_is_understood() -> None:
    """A disclosure is never dropped by the next words."""
    talk = heard("my stepdad touches me")
    before = above(talk)
    talk.hear("qwertyuiop")

    assert before == above(talk)


# -- nothing is made less than it is


@pytest.mark.parametrize(
    "line",
    [
        "I act fine round my mum but I'm dying inside and the dark thoughts follow me",
        *("he said its safe with him", "he says its fine to send pics", "my fone got taken"),
        *("im fine its my brother who gets hit", "my foster dad reads my fone n shouts at me"),
        "bro im cooked she recorded me on snap and wants paysafe codes",
    ],
)
def test_no_danger_is_proposed_only_where_the_whole_line_says_so(line: str) -> None:
    talk = heard(line, "young-person")
    told = [asked(talk).text, *above(talk)] if talk.confirming else []

    assert not {"No", "None"} & set(told)


def test_where_the_whole_line_says_so_it_is_proposed() -> None:
    talk = heard("im not in danger", "young-person")

    assert "No" in above(talk)


# -- long stories


def test_danger_at_the_end_of_a_long_story_is_heard() -> None:
    """Five thousand characters, in lines."""
    story = "we went to the park and then we had our tea and it was nice.\n" * 78
    line = f"{story}he has a knife and hes here now"
    assert 4500 < len(line) < MAX_STORY
    talk = conversation_over(shipped(), "young-person")
    told = talk.hear(line)

    assert 4 == sum(isinstance(event, Contact) for event in told)


def test_what_is_the_matter_is_heard_wherever_it_stands_in_a_story() -> None:
    story = "we went to the park and then we had our tea and it was nice. " * 30
    talk = heard(f"{story} my stepdad touched my private parts. {story}")

    assert "Someone touched or forced, in a sexual way." in above(talk)


# -- nothing typed is held


def test_no_object_holds_the_words_once_they_are_answered() -> None:
    """Whatever the program holds on to, collected and looked through.

    The marker is put together while this runs, so that no line of this file that Python reads
    again to show a fault, and none of its constants, is taken for a holder.
    """
    talk = conversation_over(shipped())
    marker = "".join(["quav", "ixom", "ble"])
    words = f"my dad hits me {marker} and a man wants nudes"
    talk.hear(words)
    talk.choose("yes")
    del words
    gc.collect()

    holders = [
        holder
        for holder in gc.get_objects()
        if isinstance(holder, list | tuple | dict | set) and type(holder).__module__ == "builtins"
        for held in (holder.values() if isinstance(holder, dict) else holder)
        if type(held) is str and marker in held and len(held) < 60
    ]
    assert [] == holders


def test_of_two_children_no_age_is_taken_for_the_ones_who_is_hurt() -> None:
    """Whose it is, is asked."""
    talk = heard("my stepson touched his half sister. he is 12")

    assert not [line for line in above(talk) if line.startswith("They are")]


# -- what the speaker is, is not what happened


BY_WHOM = "It is about how a grown-up is with children."
PASSED_ON = (
    *("im a teacher", "i teach year 5", "i'm a primary school teacher", "i teach ballet"),
    *("i coach the under 12s", "im a swimming coach", "im a school nurse", "as a childminder"),
    *("im a social worker", "im a scout leader", "i run a youth club", "i work in a nursery"),
    *("i volunteer at brownies", "im her teacher", "im a teaching assistant", "im a GP"),
    *("i am a youth worker", "im a priest", "im a dinner lady", "i do supply"),
)


@pytest.mark.parametrize("role", PASSED_ON)
def test_who_passes_on_what_a_child_said_is_not_taken_for_who_did_it(role: str) -> None:
    """The role says whom it is about, and who the speaker is, and no more."""
    talk = heard(f"{role} and a girl told me her uncle touches her")

    assert "This is about a child you work with." in above(talk)
    assert BY_WHOM not in above(talk)
    assert "Someone touched or forced, in a sexual way." in above(talk)


@pytest.mark.parametrize(
    ("role", "whom"),
    [
        *[(f"im a {name}", "your child") for name in ("mum", "nan", "foster carer", "grandad")],
        *[(f"im her {name}", "a child you know") for name in ("auntie", "neighbour")],
    ],
)
def test_who_brings_up_or_knows_a_child_is_not_taken_for_who_did_it(role: str, whom: str) -> None:
    talk = heard(f"{role} and she says a boy at school hits her")

    assert f"This is about {whom}." in above(talk)
    assert "It does not feel safe at home, or there is too little care." not in above(talk)


def test_a_role_of_somebody_else_is_still_heard() -> None:
    """The teacher who does it is no speaker."""
    for line in ("my teacher keeps texting me at night", "the coach made me touch him"):
        assert list(without_own_roles(split_words(line))) == split_words(line)


@pytest.mark.parametrize(
    "line", ["im a carer for my mum and nobody helps me", "im a young carer", "i work with my dad"]
)
def test_a_child_who_cares_for_somebody_is_no_grown_up(line: str) -> None:
    talk = heard(line)

    assert not set(ANOTHER) & set(above(talk))


# -- whom a line goes on about


def test_a_teacher_who_goes_on_with_a_girl_in_their_class_stays_a_teacher() -> None:
    """What was said of the speaker and is not confirmed yet holds for the next line."""
    talk = heard("im a teacher")
    talk.hear("a girl in my class says her dad touches her")
    assert "This is about a child you work with." == above(talk)[0]


def test_an_age_that_was_said_stays_when_the_line_goes_on() -> None:
    talk = heard("i'm 14")
    talk.hear("my boyfriend hits me")
    assert ["This is about you.", "You are 11 to 17."] == above(talk)[:2]


def test_no_its_me_changes_whom_it_is_about_and_keeps_the_rest() -> None:
    """Nothing has to be told twice."""
    talk = heard("my friend is being hit by her mum")
    matter = above(talk)[1]
    talk.hear("no its me actually")
    assert ["This is about you.", matter] == above(talk)


def test_who_does_not_want_to_say_is_not_guessed_at() -> None:
    talk = heard("something happened")
    told = talk.hear("i dont want to say")
    assert [phrases.ASIDE_FINE.source] == said(told)[:1]


def test_after_999_was_shown_more_can_be_told_about_the_same_person() -> None:
    """What the speaker said of themselves is said back then, and answers who they are."""
    talk = heard("my daughter has taken an overdose")
    talk.choose("yes")
    talk.hear("she is being bullied at school too")
    assert "This is about your child." == above(talk)[0]
    assert "parent" == (talk.choose("yes"), talk.facts["who"])[1]


@pytest.mark.parametrize(
    "line",
    [
        *("i cut myself when it gets too much", "my cousin raped me last year"),
        "evry1 has seen my pic n i wana die",
        *("my stepmum locks me in my room with no dinner", "they follow me home and spit on me"),
        *("this boy keeps nicking my lunch money and punching me",),
    ],
)
def test_what_lasts_or_was_done_is_said_back_below_the_help_card_and_danger_asked_next(
    line: str,
) -> None:
    """All help stands first; after "Yes" the flow asks about danger, and "Not quite" offers it."""
    talk = conversation_over(shipped())
    told = talk.hear(line)

    assert "emergency" == next(event.id for event in told if isinstance(event, Contact))
    assert "Is that right?" == asked(talk).text
    talk.choose("no")
    talk.choose(MATTER)
    assert "Someone is in danger now" in [choice.label for choice in asked(talk).choices]

    again = heard(line)
    again.choose("yes")
    assert "Are you or anyone in danger, now or soon?" == asked(again).text


@pytest.mark.parametrize(
    "line",
    [
        *("he has a knife and he hits me every day", "im going to kill myself", "i took 20 pills"),
        *("hes outside my house again", "i wanna die tonight", "my dad is hitting me right now"),
        *("he always hits me and hes coming up the stairs", "im stuck in his flat help"),
        *("i want to die", "i jus wanna die", "im suicidal", "i wish i was dead"),
        "my friend wants to die",
    ],
)
def test_what_happens_now_or_soon_is_asked_about_first(line: str) -> None:
    """A weapon, a plan, an overdose, a wish to die, and whoever is here now.

    "It is about self-harm, or not being able to cope." would make less of a wish to die than it is.
    """
    assert "Is someone in danger now?" == asked(heard(line)).text


def test_where_danger_was_asked_already_it_is_asked_about_first() -> None:
    """No question about it is left, so that of the words is the only one."""
    talk = heard("im sad", "young-person")
    talk.choose("choices")
    talk.choose("no")
    talk.hear("i jus wanna die")

    assert "Is someone in danger now?" == asked(talk).text
