"""A second trouble is offered and not lost; what is told in two ways that differ is asked.

Each conversation is a list of moves: words that are typed, or, after "=", an answer that is chosen.
"""

import pytest

from guide.conversation import phrases
from guide.conversation.events import Contact
from guide.understanding.typed import split_words
from guide.understanding.whom import ages, corrections, person, persons
from tests.support.hearing import above, asked, told

HOME = "It does not feel safe at home, or there is too little care."
TOUCHED = "Someone touched or forced, in a sexual way."
SELF_HARM = "It is about self-harm, or not being able to cope."
WANTS_NUDES = "Someone wants nudes, or something sexual."
FRIEND = "This is about a friend, or another young person."
YOU = "This is about you."
UNDER_11, FROM_11, GROWN = "You are under 11.", "You are 11 to 17.", "You are 18 or over."
AT_ODDS = phrases.HEAR_AT_ODDS.source
THREE = "my dad hits me and i cut myself and a man online wants nudes"
ALSO = phrases.HEAR_ALSO.source


def test_a_line_is_heard_alike_however_it_ends() -> None:
    """With a full stop, or the end of the line that a terminal sends."""
    for end in ("", ".", "\n", "!!\n"):
        assert [YOU, HOME] == above(told(f"my dad hits me{end}"))
        assert [YOU, HOME] == above(told("my friend is being hit by her dad", f"ok its me{end}"))
        assert [YOU, FROM_11] == above(told(f"im 18 tmrw{end}"))


# -- a second trouble


@pytest.mark.parametrize(
    ("moves", "also"),
    [
        # told later, and confirmed
        (("my dad hits me", "=yes", "=no", "my uncle touches me", "=yes", "=11-17"), [TOUCHED]),
        (
            ("my dad hits me", "=yes", "=no", "my brother also touches me", "yes", "=11-17"),
            [TOUCHED],
        ),
        (("my dad hits me", "=yes", "my uncle touches me", "=yes", "=no", "=11-17"), [TOUCHED]),
        # told in the same breath
        (("my mum hits me and my dad also touches me", "=yes", "=no", "=11-17"), [TOUCHED]),
        (("im being bullied and i cut myself", "=yes", "=no", "=11-17"), [SELF_HARM]),
        (("i get bullied n cut myself", "=yes", "=no", "=11-17"), [SELF_HARM]),
        (("i feel sad all the time and i cut myself", "=yes", "=no", "=11-17"), [SELF_HARM]),
        (("my dad hits me and someone online wants nudes", "=yes", "=no", "=11-17"), [HOME]),
        # told instead of an answer to "Is that right?", or beside one
        (("my dad hits me", "a man online wants nudes", "=yes", "=no", "=11-17"), [HOME]),
        (("my dad hits me", "a man online wants nudes", "im 14", "=yes", "=no"), [HOME]),
        (("my dad hits me", "yes and my uncle touches me", "=no", "=11-17"), [TOUCHED]),
        # told before a question, which is answered first
        (
            (
                *("my uncle touches me", "is this private", "=yes", "my dad hits me"),
                *("=yes", "=no", "=11-17"),
            ),
            [TOUCHED],
        ),
        # told beside one that was not right
        ((THREE, "=no", "=matter", "=2", "=yes", "=no", "=11-17"), [SELF_HARM]),
        # told of a friend
        (
            (
                *("my friend is being hit by her dad", "=yes", "=no", "her uncle touches her"),
                *("=yes", "=11-17"),
            ),
            [TOUCHED],
        ),
    ],
)
def test_a_second_trouble_is_offered_at_the_ending(moves: tuple[str, ...], also: list[str]) -> None:
    """Each of them once, in the order in which they were told."""
    talk = told(*moves)
    offered = []
    while talk.confirming:
        assert ALSO == asked(talk).text
        offered += above(talk)
        talk.choose("no")

    assert also == offered
    assert talk.finished


@pytest.mark.parametrize(
    "moves",
    [
        ("my dad hits me", "=yes", "=no", "my uncle touches me", "=yes", "=11-17", "=yes"),
        ("my dad hits me and my uncle touches me", "=yes", "=no", "=11-17"),
        ("my mum hits me and my dad also touches me", "=yes", "=no", "=11-17", "=yes"),
        ("im being bullied", "=yes", "=no", "my teacher wants nudes", "=yes", "=11-17", "=yes"),
    ],
)
def test_a_sexual_trouble_comes_to_ceop_though_another_was_told_first(
    moves: tuple[str, ...],
) -> None:
    talk = told(*moves)
    if "touched-when" == talk.step:
        talk.choose("before")
    if talk.confirming:  # what else was told
        talk.choose("no")

    assert "ceop" in {event.id for event in talk.again() if isinstance(event, Contact)}


def test_one_after_another_is_looked_at() -> None:
    """What is left is offered at the ending of what was looked at."""
    talk = told(THREE, "=yes", "=no", "=11-17")
    assert [HOME] == above(talk)
    talk.choose("yes")

    assert "home-or-neglect" == talk.facts["concern"]
    assert [SELF_HARM] == above(talk)


@pytest.mark.parametrize(
    "line",
    [
        "he has my nudes and he says he will post them",
        "im being bullied and they call me names every day",
        "my dad hits me and he kicks me and i have bruises",
    ],
)
def test_one_trouble_with_one_help_is_offered_once(line: str) -> None:
    talk = told(line, "=yes", "=no", "=11-17")

    assert not talk.confirming


@pytest.mark.parametrize(
    ("moves", "lines"),
    [
        (("my dad hits me", "im 14"), [YOU, FROM_11, HOME]),
        (("my friend is being hit by her dad", "shes 9"), [FRIEND, "They are under 11.", HOME]),
        (("im 14", "my dad hits me"), [YOU, FROM_11, HOME]),
        (("my dad hits me", "=no", "=who", "im 14"), [FROM_11, HOME]),
    ],
)
def test_what_was_told_stays_when_more_is_said_of_whom(
    moves: tuple[str, ...], lines: list[str]
) -> None:
    """An age typed instead of "yes" takes no disclosure away."""
    said = above(told(*moves))

    assert [line for line in lines if line not in said] == []


# -- how old


@pytest.mark.parametrize(
    "moves",
    [
        ("im 12 and someone wants nudes", "=yes", "actually im 18", "=yes"),
        ("im 12 and someone wants nudes", "actually im 18"),
        ("im 15", "=yes", "im 9", "=yes"),
        ("im 16", "im 9"),
        ("i am 9 and i am 16",),
        ("i am 9 and i am 16 and my dad hits me",),
        ("my dad hits me", "=yes", "=no", "=11-17", "i lied im 18", "=yes"),
        ("my dad hits me", "=yes", "=no", "=11-17", "actually im 9", "=yes"),
    ],
)
def test_two_ages_that_do_not_fit_are_asked(moves: tuple[str, ...]) -> None:
    """Whether they were confirmed, waited for their question or stood in one line."""
    talk = told(*moves)

    assert "How old are you?" == asked(talk).text
    assert [AT_ODDS] == above(talk)
    assert {"under-11", "11-17", "18-plus"} <= {choice.key for choice in talk.choices}


@pytest.mark.parametrize(
    ("moves", "age", "step"),
    [
        (
            ("im 12 and someone wants nudes", "=yes", "actually im 18", "=yes", "=11-17", "=no"),
            *("11-17", "report-to-ceop"),
        ),
        (
            (
                *("im 12 and someone wants nudes", "=yes", "actually im 18", "=yes"),
                *("im 12", "=yes", "=no"),
            ),
            *("11-17", "report-to-ceop"),
        ),
        (
            ("im 12 and someone wants nudes", "actually im 18", "=11-17", "=yes", "=no"),
            *("11-17", "report-to-ceop"),
        ),
        (
            ("im 12 and someone wants nudes", "=yes", "actually im 18", "=yes", "=18-plus", "=no"),
            *("18-plus", "call-the-police"),
        ),
        (
            ("i am 9 and i am 16 and my dad hits me", "=under-11", "=yes", "=no"),
            *("under-11", "tell-an-adult"),
        ),
        (
            ("my dad hits me", "=yes", "=no", "=11-17", "actually im 9", "=yes", "=under-11"),
            *("under-11", "tell-an-adult"),
        ),
    ],
)
def test_the_age_that_is_chosen_counts_and_nothing_is_told_twice(
    moves: tuple[str, ...], age: str, step: str
) -> None:
    talk = told(*moves)

    assert (age, step) == (talk.facts["age"], talk.step)


@pytest.mark.parametrize(
    ("line", "age"),
    [
        *[(f"im 18 {when}", FROM_11) for when in ("tmrw", "tomorrow", "next week", "in 2 days")],
        *[("im nearly 12", FROM_11), ("im nearly 11", UNDER_11), ("im turning 18", FROM_11)],
        *[("i meant 17", FROM_11), ("sorry i mean 9", UNDER_11), ("i lied im 18", GROWN)],
        ("i turned 18 in march", GROWN),
        ("im 13 but he thinks im 18", FROM_11),
        ("i was 9 when it began, im 16", FROM_11),
    ],
)
def test_an_age_is_heard_as_it_is_meant_and_for_nothing_else(line: str, age: str) -> None:
    """A birthday that is to come has not come; no worry is made of the words beside an age."""
    lines = above(told(line))

    assert age in lines
    assert {YOU, age} == set(lines) or "but" in line or "began" in line


@pytest.mark.parametrize(
    "line", ["im 5 foot 2 and im 15", "im 14 and my dad hits me", "im not 18", "im 13 im 14"]
)
def test_a_number_that_is_no_other_age_is_none(line: str) -> None:
    bands = {"under-11": (4, 10), "11-17": (11, 17), "18-plus": (18, 99)}

    assert not ages.differ(split_words(line), bands)


# -- who


@pytest.mark.parametrize(
    ("moves", "lines"),
    [
        (("my friend is being hit by her dad", "its not my friend its me"), [YOU, HOME]),
        (("my friend is being hit by her dad", "ok its me"), [YOU, HOME]),
        (("my friend is being hit by her dad", "actually its me"), [YOU, HOME]),
        (("my friend is being hit by her dad", "no its not her, its me"), [YOU, HOME]),
        (("my friend is being hit by her dad", "=no", "its about me"), [YOU, HOME]),
        (("my friend is being touched", "its not my friend its me"), [YOU]),
        (("my dad hits me", "no, its about my friend"), [FRIEND, HOME]),
        (("my dad hits me", "it isnt me its my cousin"), [FRIEND, HOME]),
        (("my dad hits me", "not me my sister"), [FRIEND, HOME]),
        (("not me my sister",), [FRIEND]),
        (("it isnt me its my cousin, she cuts",), [FRIEND, SELF_HARM]),
        (("its not me its my daughter, she is being bullied",), ["This is about your child."]),
    ],
)
def test_who_takes_back_whom_it_is_about_need_not_tell_the_rest_again(
    moves: tuple[str, ...], lines: list[str]
) -> None:
    assert lines == above(told(*moves))[: len(lines)]


def test_who_says_later_that_it_is_about_them_is_asked_and_keeps_what_they_told() -> None:
    """A friend was confirmed: neither is swallowed."""
    for before in (("=yes",), ("=yes", "=no", "=11-17")):
        talk = told("my friend is being hit by her dad", *before, "actually its me")
        assert [YOU] == above(talk)
        talk.choose("yes")
        assert "who" == talk.step
        assert [AT_ODDS] == above(talk)
        for key in ("young-person", "no", "11-17"):
            talk.choose(key)
        assert ("young-person", "home-or-neglect") == (talk.facts["who"], talk.facts["concern"])
        assert talk.finished


def test_who_says_it_is_a_friend_though_they_said_it_was_them_is_asked() -> None:
    talk = told("my dad hits me", "=yes", "actually its for my friend", "=yes")

    assert "who" == talk.step
    assert [AT_ODDS] == above(talk)


@pytest.mark.parametrize(
    "line",
    [
        "i touched my sister",
        "i hit my brother",
        "i also hurt my little sister",
        "we beat my cousin",
    ],
)
def test_what_the_speaker_does_to_somebody_is_about_the_speaker(line: str) -> None:
    assert person.YOUNG_PERSON == persons.about(split_words(line)).who


@pytest.mark.parametrize(
    "line",
    [
        *("my dad hit my sister", "i think he touched my sister", "a man hurt my friend"),
        "i saw him hit my brother",
    ],
)
def test_what_another_does_to_somebody_is_about_them(line: str) -> None:
    assert person.FRIEND == persons.about(split_words(line)).who


@pytest.mark.parametrize(
    "line",
    [
        *("he says its me", "he told them its me who did it", "its me again", "hes nice to me"),
        *("my dad hits me", "its not my fault", "its my stepdad", "its my friend who hits me"),
    ],
)
def test_what_takes_nothing_back_is_no_correction(line: str) -> None:
    for words in (split_words(line), split_words(f"{line}.\n")):
        assert not corrections.is_me(words)
        assert not corrections.is_about_somebody(words)
        assert words == corrections.without_not_me(words)
