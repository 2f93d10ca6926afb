"""After "Is someone in danger now?": yes and no are understood, and what was told is not lost."""

import csv

import pytest

from guide.conversation.askback import ASK_DANGER, READING
from guide.conversation.conversation import Conversation, Folders
from guide.conversation.events import Asked
from guide.i18n.words import Words
from guide.understanding.matters import concern
from tests.support.hearing import shipped
from tests.support.talking import ROOT, screen_after

LOCALES = ROOT / "locales"
HOME, SELF_HARM, TOUCHED = "home-or-neglect", "self-harm", "sexual-in-person"


def heard(line: str) -> Conversation:
    talk = Conversation(shipped(), Words(shipped().contacts), folders=Folders("", ""))
    talk.hear(line)
    return talk


def stage(talk: Conversation) -> str:
    return talk.asked_back.stage if talk.asked_back else ""


def told(talk: Conversation) -> tuple[str, str]:
    """Whom what is asked back is about, and what."""
    asking = talk.asked_back
    if asking is None:
        return "", ""
    first = asking.reading.matters[:1]
    return asking.reading.who, concern(shipped(), first[0]) if first else ""


def answers(key: str) -> list[tuple[str, str, str]]:
    """Lines that name nobody, with each yes or no to them, and the concern that they tell."""
    with (ROOT / "tests" / "phrases" / "danger" / "answered.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["text"], answer, row["concern"]) for row in rows for answer in row[key].split()]


@pytest.mark.parametrize(("line", "no", "what"), answers("no"))
def test_a_no_makes_nobody_an_adult_and_keeps_what_was_told(line: str, no: str, what: str) -> None:
    """Whom it is about was not said: it is asked, after what was told was said back."""
    talk = heard(line)
    assert ASK_DANGER == stage(talk)
    talk.hear(no)

    assert ("", what) == told(talk)
    if what:
        assert READING == stage(talk)
        talk.hear("yes")
    assert "who" == talk.step
    assert () == talk.answers
    talk.choose("young-person")
    assert {"who": "young-person", "danger": "no"} == dict(talk.facts)


@pytest.mark.parametrize("no", ["no", "2", "nope"])
def test_in_plain_mode_a_no_gives_no_answer_that_nobody_gave(no: str) -> None:
    screen = screen_after(["mio padre mi picchia", no], ROOT / "flows")

    assert "You: No" in screen
    assert "You: A child I worry about" not in screen


@pytest.mark.parametrize(("line", "yes", "what"), answers("yes"))
def test_a_yes_in_the_language_of_the_danger_is_understood(line: str, yes: str, what: str) -> None:
    """Also of what is said back after a no."""
    talk = heard(line)
    talk.hear(yes)

    assert "call-999" == talk.step
    if what:
        talk = heard(line)
        talk.hear("no")
        assert READING == stage(talk)
        talk.hear(yes)
        assert "who" == talk.step


def test_an_english_no_stays_a_no_beside_a_language_where_it_means_yes() -> None:
    """Who would not go on in Polish is asked in English."""
    talk = Conversation(shipped(), Words(shipped().contacts), folders=Folders("", str(LOCALES)))
    talk.hear("chce sie zabic")
    talk.hear("nie")
    talk.hear("no")

    assert "call-999" != talk.step
    assert ("", SELF_HARM) == told(talk)


def test_another_language_says_nothing_where_no_danger_was_told_in_it() -> None:
    talk = heard("my dad hits me")
    asked = talk.hear("evet")[-1]

    assert isinstance(asked, Asked)
    assert READING == stage(talk)


KEPT = [
    ("taken like 30 paracetamol dont know what to do now", SELF_HARM),
    ("ive took a load of tablets", SELF_HARM),
    ("fuck you stupid robot my dad beats me", HOME),
    ("my bum hurts", "sexual-unsure"),
    ("my winkie hurts after uncle pete stays", "sexual-unsure"),
    ("im locked in his car and he wont let me out", "trafficking"),
    ("theyre outside my house", "stalking"),
    ("I have a plan to kill myself today.", SELF_HARM),
]


@pytest.mark.parametrize("no", ["no", "idk", "dont want to say"])
@pytest.mark.parametrize(("line", "what"), KEPT)
def test_what_was_told_beside_danger_is_said_back_after_it(line: str, what: str, no: str) -> None:
    talk = heard(line)
    assert ASK_DANGER == stage(talk)
    talk.hear(no)

    assert ("young-person", what) == told(talk)


def test_nobody_is_said_to_have_died_who_does_not_wake_up() -> None:
    talk = heard("my baby brother is not waking up and mummy is out")
    talk.hear("no")

    assert ("friend", HOME) == told(talk)


@pytest.mark.parametrize(
    "line",
    [
        "how do i kidnap a villager in minecraft with a boat",
        "my brother ate my easter egg im gonna kill him haha",
    ],
)
def test_a_word_of_danger_in_fun_tells_no_worry(line: str) -> None:
    talk = heard(line)
    talk.hear("no")

    assert "" == told(talk)[1]


CARD = [
    *("i have a plan and tonight is the night", "no one would care if i was gone"),
    *("nobody would even care if i died", "the man in the van said get in"),
    *("a man told me to get in his car", "i got a shank for protection"),
]


@pytest.mark.parametrize("line", CARD)
def test_danger_told_without_its_words_brings_the_card(line: str) -> None:
    talk = Conversation(shipped(), Words(shipped().contacts))

    assert "emergency" in [getattr(event, "id", "") for event in talk.hear(line)]


@pytest.mark.parametrize("line", ["my dad is in the room", "tonight is the night"])
def test_what_may_be_danger_is_asked_about(line: str) -> None:
    assert ASK_DANGER == stage(heard(line))


@pytest.mark.parametrize(
    "line",
    [
        *("we have a plan and tonight we are baking a cake", "my cat is in the room"),
        *("mum said get in the car were late for school", "tonight is the night its prom"),
        *("nobody would care if i skipped maths", "my teacher is in the room"),
    ],
)
def test_what_sounds_alike_is_no_danger(line: str) -> None:
    assert ASK_DANGER != stage(heard(line))
