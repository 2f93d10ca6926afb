"""Whatever is done in whatever state, in one language or two: the chat and the kiosk go on."""

from collections.abc import Callable

import pytest

from guide.conversation import phrases
from guide.conversation.conversation import Conversation
from guide.conversation.events import (
    Answered,
    Asked,
    Choice,
    Contact,
    ContactMethod,
    Event,
    Heading,
    Said,
)
from guide.flow.model import Text
from guide.front.chat.draw import bilingual as both
from guide.front.chat.page import draw_page
from guide.front.chat.state import ChatState
from guide.front.languages import Languages
from guide.i18n.words import Words
from tests.support.chatting import words_of
from tests.support.practising import shipped
from tests.support.pressing import KINDS, MARK, Session, Sitting, languages, play, wander

# -- anything, anywhere


def test_nothing_a_person_does_breaks_the_chat_or_the_kiosk() -> None:
    """Where something does, the shortest steps found are told: paste them into BROKE_ONCE."""
    wander(400, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10, 16))
def test_nothing_breaks_them_in_sixty_thousand_steps(seed: int) -> None:
    """Six walks by chance, ten thousand steps each."""
    wander(10_000, seed)


PICS = "say he wants pics"

SAID_NO = {
    "young-person": ("press 1", "press 4", "press f4", PICS, "press 2"),
    "in a word": ("press 2", "press 4", "press f4", PICS, "say no"),
    "after F4": ("press 4", "press f4", "press 3", "say my dad hits me", "press 2"),
    "three answers": ("press 1", "press 2", "press 2", "press f4", PICS, "press 2"),
    "adult": (
        *("press 3", "press 1", "press 2", "press f4"),
        *("say my son is being bullied", "press 2"),
    ),
    "professional": (
        *("press 3", "press 2", "press 2", "press 2", "press f4"),
        *("say a pupil sent a nude", "press 2"),
    ),
}
"""Words typed with two languages on, then that they were misheard."""


@pytest.mark.parametrize("kind", ["chat", "kiosk"])
@pytest.mark.parametrize("steps", SAID_NO.values(), ids=SAID_NO)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_no_to_what_was_heard_is_told_in_both_languages(
    steps: tuple[str, ...], kind: str, language: str
) -> None:
    """The answer and the next question stand in both, and not a word of another moment."""
    sitting = Sitting(kind, language)
    for step in steps[:-1]:
        sitting.step(step)
    assert sitting.talk.conversation.confirming
    # In Polish "no" is a yes.
    sitting.step("say nie" if (steps[-1], language) == ("say no", "pl") else steps[-1])
    first, second = (languages().words(code) for code in sitting.talk.telling.shown_in.split())
    answered, *_, asked = sitting.talk.leaf.open.events

    assert isinstance(answered, Answered)
    assert f"{no_in(first)}\n{no_in(second)}" == answered.text
    assert isinstance(asked, Asked)
    assert "\n" in asked.text
    assert all("\n" in choice.label for choice in asked.choices)


def no_in(words: Words) -> str:
    return Conversation(shipped(), words).phrase(phrases.HEAR_NOT_QUITE).text


BROKE_ONCE: tuple[Session, ...] = (
    Session("chat", "en", ("do choose danger", "say mae o isio lluniau", "say yes", "say nope")),
    Session("kiosk", "pl", ("press f4", "paste zebrafish two\nlines", "say 1")),
    Session("chat", "pl", ("press f4", "say im 12 and he wants pics", "do choose choices")),
    Session(
        "chat",
        "pl",
        (
            *("do choose child", "do choose professional", "press f4"),
            *("say my son is being bullied", "say \u0662"),
        ),
    ),
)
"""Sessions found by chance that once ended the guide, or lost words."""


@pytest.mark.parametrize("session", BROKE_ONCE, ids=lambda session: session.steps[-1])
def test_what_broke_once_breaks_no_more(session: Session) -> None:
    """Each goes on, in whole screens, with every word in both languages."""
    assert "" == play(session)


@pytest.mark.parametrize("kind", KINDS)
def test_a_language_asked_for_in_words_puts_the_one_before_it_below(kind: str) -> None:
    """With two languages on, "yes" to going on in Polish makes Polish the first of them."""
    sitting = Sitting(kind, "en")
    steps = ("press f4", "say mam dwanaście lat i on chce żebym wysłała zdjęcia", "say yes")
    for step in steps:
        sitting.step(step)

    expected = "en cy" if kind == "practice" else "pl en"
    assert expected == sitting.talk.telling.shown_in


# -- a second language that is not what it should be


class Broken(Words):
    """Words of a second language that cannot be said."""

    def say(self, text: Text, *_: object, **__: object) -> str:
        raise LookupError(text.address)


class Silent(Words):
    """Words of a second language that are none."""

    def say(self, *_: object, **__: object) -> str:
        return None  # type: ignore[return-value]


def unreadable() -> Words:
    raise OSError


class OneBroken(Languages):
    """English, and a language that breaks in one way."""

    codes = ("en", "cy")

    def __init__(self, broken: Callable[[], Words]) -> None:
        super().__init__(shipped().contacts, "")
        self._broken = broken

    def name(self, code: str) -> str:
        return code

    def words(self, code: str) -> Words:
        return self._broken() if code == "cy" else Words(shipped().contacts)


class OtherShape(Conversation):
    """A conversation that tells something else than the one it is told beside."""

    def latest(self) -> tuple[Event, ...]:
        return super().latest()[1:]

    again = story = latest  # type: ignore[assignment]

    def notices(self) -> tuple[Said, ...]:
        return None  # type: ignore[return-value]


class WithOddTwin(Conversation):
    """A conversation whose twin tells something else."""

    def twin(self, words: Words) -> Conversation:
        return OtherShape(shipped(), words)


BREAKS: dict[str, Callable[[], Words]] = {
    "cannot be read": unreadable,
    "cannot be said": lambda: Broken(shipped().contacts, "cy"),
    "says nothing": lambda: Silent(shipped().contacts, "cy"),
}
DONE = (
    *(
        "press 2",
        "press 2",
        f"say he wants pics {MARK}",
        "press 2",
        "press 2",
        "press enter",
        "press 1",
        "press 3",
    ),
    *(
        "press question_mark",
        "press backspace",
        "press f2",
        "do topic is-it-private",
        "press backspace",
    ),
    *("press f3", "do language en", "do back", "do change 1", "press 3", "press 1"),
    *("press 1", "press 1", "press f7", "press f8", "do restart", "say x y z"),
)
"""Steps through all that is told in two languages."""


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS)
def test_a_second_language_that_breaks_leaves_the_first_as_it_is(
    broken: Callable[[], Words],
) -> None:
    """Every screen is the one without a second language."""
    assert screens(OneBroken(broken), Conversation) == screens(
        OneBroken(broken), Conversation, second=True
    )


def test_a_second_language_told_otherwise_takes_nothing_from_the_first() -> None:
    """With a twin at another place than the first, every screen holds all that the first tells."""
    strange = languages().words("qps-ploc")

    assert screens(OneBroken(lambda: strange), WithOddTwin, second=True)


def screens(spoken: Languages, kind: type[Conversation], *, second: bool = False) -> list[str]:
    """Each screen of these steps, with the second language asked for at first or not at all."""
    sitting = Sitting("chat", "en", ChatState(kind(shipped(), Words(shipped().contacts)), spoken))
    if second:
        sitting.step("press f4")
    seen = []
    for step in DONE:
        sitting.step(step)
        seen.append(words_of(draw_page(sitting.talk, 80, 40)))
    return seen


# -- what is paired


YES, NO = Choice("yes", "Yes"), Choice("no", "No")
TAK, NIE = Choice("yes", "Tak"), Choice("no", "Nie")


def asked(text: str, *choices: Choice, step: str = "safe") -> Asked:
    return Asked(step, text, "", 1, 2, choices)


def contact(name: str, *ways: ContactMethod) -> Contact:
    return Contact(name, name, "", ways, (), beside=False)


PAIRED: dict[str, tuple[tuple[Event, ...], tuple[Event, ...], tuple[Event, ...]]] = {
    "the same told": (
        (Said("Hello."), asked("Safe?", YES, NO)),
        (Said("Hej."), asked("Tak?", TAK, NIE)),
        (
            Said("Hello.\nHej."),
            asked("Safe?\nTak?", Choice("yes", "Yes\nTak"), Choice("no", "No\nNie")),
        ),
    ),
    "choices in another order": (
        (asked("Safe?", YES, NO),),
        (asked("Tak?", NIE, TAK),),
        (asked("Safe?\nTak?", Choice("yes", "Yes\nTak"), Choice("no", "No\nNie")),),
    ),
    "a choice too few": (
        (asked("Safe?", YES, NO),),
        (asked("Tak?", NIE),),
        (asked("Safe?\nTak?", YES, Choice("no", "No\nNie")),),
    ),
    "another question": (
        (asked("Safe?", YES),),
        (asked("Ile?", TAK, step="age"),),
        (asked("Safe?", YES),),
    ),
    "a line too many": (
        (Said("Hello."), asked("Safe?", YES)),
        (Said("Hej."), Said("Co?"), asked("Tak?", TAK)),
        (Said("Hello."), asked("Safe?\nTak?", Choice("yes", "Yes\nTak"))),
    ),
    "another kind of line": ((Said("Hello."),), (Heading("Hej."),), (Said("Hello."),)),
    "nothing": ((Said("Hello."), asked("Safe?", YES)), (), (Said("Hello."), asked("Safe?", YES))),
    "contacts in another order": (
        (contact("childline"), contact("ceop", ContactMethod("link", "https://x", "Go"))),
        (contact("ceop", ContactMethod("link", "https://x", "Idź")),),
        (contact("childline"), contact("ceop", ContactMethod("link", "https://x", "Go\nIdź"))),
    ),
    "the same words": ((Said("Ok"),), (Said("Ok"),), (Said("Ok"),)),
}


@pytest.mark.parametrize(("first", "second", "expected"), PAIRED.values(), ids=PAIRED)
def test_events_are_paired_by_what_they_are_about(
    first: tuple[Event, ...], second: tuple[Event, ...], expected: tuple[Event, ...]
) -> None:
    """Never by their place alone; what has no pair stands in the first language."""
    assert expected == both.together(first, second)
