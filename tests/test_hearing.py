"""In their own words: what happens when somebody types instead of choosing."""

import json
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.conversation.conversation import Conversation
from guide.conversation.events import Answered, Asked, Contact, Event, Heading, Said, as_data
from guide.i18n.words import Words
from guide.session import NotOffered
from guide.understanding.typed import MAX_LOOKED_AT, split_words
from tests.support.hearing import EVERY_SENTENCE, shipped
from tests.support.talking import (
    SHIPPED,
    TINY,
    conversation,
    conversation_over,
    guide,
    screen_after,
)

TELLING = [
    "hes begging me 4 noods",
    "my friend is 13 and being groomed",
    "someone is in danger",
    "will i get in trouble",
    "im 9",
    "nothing at all zzz",
]


def young_person() -> Conversation:
    return conversation_over(shipped(), "young-person")


def state(talk: Conversation) -> tuple[object, ...]:
    """All that answers change."""
    return talk.step, dict(talk.facts), talk.answers, talk.finished


def asked(events: tuple[Event, ...]) -> str:
    """The question that waits, below the lines it asks about."""
    last = events[-1]
    assert isinstance(last, Asked)
    return " ".join([*(line.text for line in last.above), last.text])


# -- asked back


def test_what_was_understood_is_asked_back_in_the_guides_words() -> None:
    """With yes, no, and a look at the choices; nothing is answered yet."""
    talk = young_person()
    before = state(talk)

    told = talk.hear("hes begging me 4 noods")

    assert "Someone wants nudes, or something sexual. Is that right?" == asked(told)
    assert [Said("Thank you for telling me.")] == list(told[:-1])
    assert ["yes", "no", "choices"] == [choice.key for choice in talk.choices]
    assert before == state(talk)


def test_yes_waits_for_its_question_and_then_answers_it() -> None:
    """Danger and age are asked, the concern that was confirmed is not."""
    talk = young_person()
    talk.hear("hes begging me 4 noods")

    assert "danger" == talk.step
    assert "Are you or anyone in danger, now or soon?" == asked(talk.choose("yes"))
    assert "How old are you?" == asked(talk.choose("no"))
    told = talk.choose("11-17")

    assert "report-to-ceop" == talk.step
    assert ["11-17", "sexual", "asked"] == [e.key for e in told if isinstance(e, Answered)]
    assert ["no", "11-17", "sexual", "asked"] == [given.key for given in talk.answers]


def test_not_quite_lists_what_may_fit_better_and_the_choices() -> None:
    """Nobody is kept guessing for ever."""
    talk = young_person()
    talk.hear("nudes")
    told = talk.choose("no")

    assert "Does one of these fit better?" == asked(told)
    assert ["0", "1", "choices"] == [choice.key for choice in talk.choices]
    told = talk.choose("choices")
    assert not talk.confirming
    assert "Are you or anyone in danger, now or soon?" == asked(told)


def test_show_me_the_choices_shows_them() -> None:
    talk = young_person()
    talk.hear("nudes")

    assert "Are you or anyone in danger, now or soon?" == asked(talk.choose("choices"))
    assert "yes" in [choice.key for choice in talk.choices]


def test_nothing_matched_is_met_with_a_kind_line_and_the_nearest_doors() -> None:
    """A second time it ends at people to talk to, and at the question."""
    talk = young_person()
    told = talk.hear("qwertyuiop")

    assert [
        "I could not work out what that means. That is okay.",
        "Does one of these fit?",
    ] == [event.text for event in told if isinstance(event, Said | Asked)]
    assert 4 == len(talk.choices)

    told = talk.hear("asdfghjk")
    assert {"emergency", "childline"} <= {e.id for e in told if isinstance(e, Contact)}
    assert "Are you or anyone in danger, now or soon?" == asked(told)


@pytest.mark.parametrize(
    "text",
    [
        "hes here now",
        "HES HERE NOW",
        "heshere now",
        "i want to kill myself",
        "im in daaanger",
        "my daughter is not home from netball and its gone ten",
        "my son isnt home yet and its midnight",
    ],
)
def test_danger_and_distress_bring_the_help_card_at_once(text: str) -> None:
    """All of it, and then whether someone is in danger: nothing is taken for granted."""
    talk = young_person()
    told = talk.hear(text)

    assert ["emergency", "childline", "trusted-adult", "ceop"] == [
        event.id for event in told if isinstance(event, Contact)
    ]
    assert "Is someone in danger now?" == asked(told)
    assert "danger" == talk.step
    talk.choose("yes")
    assert "call-999" == talk.step


def test_no_to_danger_answers_the_question_of_danger_too() -> None:
    """It has been asked: it is not asked again."""
    talk = young_person()
    talk.hear("i want to kill myself")
    talk.choose("no")

    assert "How old are you?" == asked(talk.choose("yes"))
    assert {"danger": "no", "who": "young-person"} == dict(talk.facts)


def test_several_things_in_one_sentence_are_said_back_together() -> None:
    """For whom, how old and what, each a whole sentence: then only danger is left to ask."""
    talk = conversation_over(shipped())

    assert (
        "This is about a friend, or another young person. They are 11 to 17."
        " Someone wants nudes, or something sexual. Is that right?"
    ) == asked(talk.hear("my freind is 13 and some man wants nudes off her"))
    assert "Is your friend or anyone in danger, now or soon?" == asked(talk.choose("yes"))
    talk.choose("no")
    assert "report-to-ceop" == talk.step


def test_an_answer_taken_back_is_asked_like_any_other() -> None:
    """What was confirmed answers once: going back never runs forward by itself."""
    talk = young_person()
    talk.hear("im 15")
    talk.choose("yes")
    talk.choose("no")
    assert "worry" == talk.step

    assert "How old are you?" == asked(talk.back())
    talk.choose("under-11")
    assert "under-11" == talk.facts["age"]


def test_starting_again_forgets_what_was_confirmed() -> None:
    """Somebody else may be next."""
    talk = conversation_over(shipped())
    talk.hear("im a teacher and a pupil is being bullied")
    talk.choose("yes")
    talk.restart()
    talk.choose("young-person")
    talk.choose("no")

    assert "How old are you?" == asked(talk.again())
    assert not talk.confirming


def test_back_from_what_is_asked_back_leads_to_the_question() -> None:
    talk = young_person()
    talk.choose("no")
    talk.hear("im 12")

    assert "How old are you?" == asked(talk.back())
    assert 1 == len(talk.answers)


def test_a_question_typed_opens_its_topic_and_leads_back() -> None:
    talk = young_person()

    assert 'It sounds like you are asking: "Is this a real person?" Is that right?' == asked(
        talk.hear("r u a robot")
    )
    told = talk.choose("yes")
    assert Heading("Is this a real person?") in told
    assert "Are you or anyone in danger, now or soon?" == asked(told)


def test_yeah_answers_what_is_asked_back() -> None:
    """People answer a question in their own words too."""
    talk = young_person()
    talk.hear("im 15")
    talk.hear("yeah")
    talk.hear("nah")  # nothing waits to be confirmed: this is heard as an answer, not as a no

    assert "danger" == talk.step
    assert talk.confirming


def test_danger_can_be_said_while_something_is_asked_back() -> None:
    """The answers that stand everywhere stand there too."""
    talk = young_person()
    talk.hear("nudes")

    assert ["danger"] == [choice.key for choice in talk.standing_choices]
    talk.choose("danger")
    assert "call-999" == talk.step
    assert not talk.confirming


def test_an_answer_of_the_question_is_not_offered_while_something_is_asked_back() -> None:
    talk = young_person()
    talk.choose("no")
    talk.hear("im 12")

    with pytest.raises(NotOffered):
        talk.choose("11-17")
    assert talk.confirming


def test_at_an_ending_help_and_topics_are_still_heard() -> None:
    talk = young_person()
    talk.choose("yes")

    told = talk.hear("qwertyuiop")
    assert Said("I could not work out what that means. That is okay.") == told[0]
    talk.choose("choices")
    assert 4 == sum(isinstance(event, Contact) for event in talk.hear("hes here now"))
    assert not talk.confirming
    talk.hear("are you real")
    assert Heading("Is this a real person?") in talk.choose("yes")


def test_a_twin_asks_back_the_same() -> None:
    """A view in two languages shows one conversation."""
    talk = young_person()
    other = talk.twin(Words(shipped().contacts))
    talk.hear("nudes")

    assert other.confirming
    assert asked(talk.again()) == asked(other.again())


MOVES: tuple[tuple[str, *tuple[str | int, ...]], ...] = (
    *(("hear", "nudes"), ("choose", "no"), ("hear", "i want to die"), ("choose", "no")),
    *(("hear", "im 13 and he wants pics"), ("choose", "no"), ("choose", "age")),
    *(("choose", "under-11"), ("choose", "yes"), ("hear", "are you real"), ("choose", "yes")),
    *(("choose", "no"), ("hear", "qwertyuiop"), ("hear", "thanks"), ("choose", "0")),
    *(("change", 0, "not-sure"), ("back",), ("restart",), ("choose", "no")),
)
"""Moves of a young person: the name of each, and what it is given."""


def test_a_twin_tells_what_came_of_each_move() -> None:
    """Of answers, of words typed, and of what is said to what was heard."""
    talk = young_person()
    other = talk.twin(Words(shipped().contacts))
    for name, *what in MOVES:
        assert getattr(talk, name)(*what) == other.latest(), (name, *what)


# -- nothing is kept


@pytest.mark.parametrize("text", TELLING)
def test_the_words_are_in_nothing_the_guide_says_or_holds(text: str) -> None:
    """They are dropped at once: only ids of guesses stay."""
    secret = f"{text} xyzzyplugh"
    talk = young_person()
    told = json.dumps([as_data(event) for event in talk.hear(secret)])

    assert "xyzzyplugh" not in told
    assert "xyzzyplugh" not in "".join(held(talk))


def held(thing: object, seen: set[int] | None = None) -> Iterator[str]:
    """Every text that a thing holds on to."""
    seen = set() if seen is None else seen
    if id(thing) in seen:
        return
    seen.add(id(thing))
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from held(key, seen)
            yield from held(value, seen)
    elif isinstance(thing, list | tuple | set | frozenset):
        for value in thing:
            yield from held(value, seen)
    elif type(thing).__module__.startswith("guide."):
        for name in (*getattr(thing, "__dict__", {}), *getattr(type(thing), "__slots__", ())):
            yield from held(getattr(thing, name, None), seen)


def test_the_screen_shows_the_question_and_not_the_words() -> None:
    screen = screen_after(["hes begging me 4 noods zyzzyva", "x"], SHIPPED, "young-person")

    assert "nudes, or something sexual. Is that right?" in " ".join(screen.split())
    assert "zyzzyva" not in screen


# -- no text whatever

HOSTILE = {
    "nothing": "",
    "a hundred thousand letters": "a" * 100_000,
    "a hundred thousand different words": "nude ".join(map(str, range(20_000))),
    "one very long word": "sendnudes" * 10_000,
    "control characters": "\x1b[2J\x1b]0;title\x07\x00\x08\x7f nudes",
    "right-to-left overrides": "\u202e\u2066nudes\u2069\u202c" * 1000,
    "combining marks": "n\u0301\u0302\u0303" * 30_000,
    "letters that grow when normalised": "\ufdfa" * 10_000,
    "half of a surrogate pair": "\ud800 nudes \udfff",
    "a pattern that runs away": "(a+)+$" * 10_000 + "!",
    "letters and digits in turn": "a1" * 50_000,
    "only not": "not " * 25_000,
    "only spaces": " " * 100_000,
    "only line ends": "\r\n" * 50_000,
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f466" * 10_000,
    "no breaks at all": "\u00a0nudes\u00a0" * 10_000,
    "placeholders": "{childline_phone} %s %(x)s {0.__class__}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_moves_nothing_and_breaks_nothing(text: str) -> None:
    """No answer is given, nothing is raised, and the screen holds no control character."""
    talk = young_person()
    before = state(talk)
    told = talk.hear(text)

    assert before == state(talk)
    said = "".join(str(as_data(event)) for event in told)
    assert said.isprintable()
    assert "{" not in "".join(e.text for e in told if isinstance(e, Said | Asked))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_little_work(text: str) -> None:
    """Counted in calls, as no clock is steady: at most some ten times a long sentence's."""
    talk = young_person()
    ordinary = calls(talk, "he keeps asking me to send him naked pictures and i dont want to " * 3)

    assert calls(talk, text) < 15 * ordinary


def calls(talk: Conversation, text: str) -> int:
    """How many Python functions are called, and built-in ones, to hear a text."""
    counted = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    talk.hear(text)
    sys.setprofile(count)
    try:
        talk.hear(text)
    finally:
        sys.setprofile(None)
    return counted


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(max_size=80) | st.sampled_from(EVERY_SENTENCE), max_size=4))
def test_no_text_changes_the_state_without_a_choice(texts: list[str]) -> None:
    """Any Unicode, and any sentences in a row, at any question."""
    talk = young_person()
    before = state(talk)
    for text in texts:
        if not talk.confirming:
            talk.hear(text)
            assert before == state(talk)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_talk_of_typing_and_choosing_goes_on(data: st.DataObject) -> None:
    """Typed and chosen in any order: there is always a question with choices, or an ending."""
    talk = conversation_over(shipped())
    for _ in range(8):
        if data.draw(st.booleans()):
            talk.hear(data.draw(st.text(max_size=40) | st.sampled_from(EVERY_SENTENCE)))
        elif keys := [choice.key for choice in (*talk.choices, *talk.standing_choices)]:
            talk.choose(data.draw(st.sampled_from(keys)))
        assert bool(talk.choices) != (talk.finished and not talk.confirming)
        assert talk.again()


@given(st.text())
def test_words_come_out_plain(text: str) -> None:
    """Small letters and digits, and no more of them than are looked at."""
    found = split_words(text)

    assert len("".join(found)) <= MAX_LOOKED_AT
    assert all(word == "" or word[0].isalnum() for word in found)
    assert all(word == word.casefold() for word in found)


def test_nothing_of_hearing_is_imported_until_someone_types() -> None:
    """Choosing needs none of it."""
    code = (
        "import sys\n"
        "from guide.api import Conversation, load, load_words\n"
        f"library = load({str(TINY)!r})\n"
        "talk = Conversation(library, load_words(library))\n"
        "talk.begin(); talk.choose('no'); talk.again()\n"
        "before = [m for m in sys.modules if 'understanding' in m]\n"
        "talk.hear('nudes')\n"
        "after = [m for m in sys.modules if 'understanding' in m]\n"
        "print(before, bool(after))"
    )
    import subprocess

    from tests.support.talking import ROOT

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert "[] True" == done.stdout.strip()


# -- flows of one's own


def test_flows_without_words_of_their_own_are_heard_too() -> None:
    """The shipped words of a language serve any flows in it."""
    talk = conversation(TINY)
    talk.choose("no")
    talk.choose("11-17")

    assert "Someone is asking me for nudes Is that right?" == asked(talk.hear("he wants noods"))
    talk.choose("yes")
    assert "report-to-ceop" == talk.step


def test_plain_mode_hears_in_a_pipe() -> None:
    """From the first typed words to the ending."""
    done = guide(
        "--plain",
        typed="hes begging me 4 noods\nyes\n2\n11 to 17\nx\n",
        flows=SHIPPED,
    )
    assert 0 == done.returncode
    assert "Thank you for telling me." in done.stdout
