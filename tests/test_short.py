"""Provably short: budgets over every screen there is, in every language and at both sizes.

Words are what is heard or read before something can be done; at 175 a minute, as espeak-ng reads.
"""

from functools import cache

import pytest

from guide.conversation import folding
from guide.conversation.conversation import Events
from guide.conversation.events import Asked, Contact, Headline, Said
from guide.front.aloud import events_here, lines_aloud
from guide.front.chat.draw.bubbles import draw
from guide.front.chat.draw.lines import Viewport
from guide.front.chat.draw.section import Section
from guide.front.chat.draw.text import Action, ScreenLine
from guide.front.chat.page import draw_page
from guide.front.plain.lines import in_one_line
from guide.screens.build import Screens
from tests.test_every_window import CODES, led
from tests.test_first_screen import SIZES, chat, languages, painted, shipped
from tests.test_more import words_of

A_MINUTE = 175
"""Words that are read aloud."""
URGENCIES = ("emergency", "report", "tell", "talk")


def seconds(words: int) -> float:
    return words * 60 / A_MINUTE


@cache
def screens() -> Screens:
    return Screens(shipped())


@cache
def told(language: str) -> list[Events]:
    """What is said on every screen of a language, each once."""
    machine = screens().tell(languages().words(language))
    return list(dict.fromkeys(folding.in_view(s.events) for s in machine.screens.values()))


def up_to(events: Events, kind: type) -> Events:
    """The events to the first of a kind, that one too."""
    kinds = list(map(type, events))
    return events[: kinds.index(kind) + 1]


def ending(events: Events) -> bool:
    return any(isinstance(event, Headline) for event in events)


def words_before(events: Events) -> int:
    """Words said on a screen until the question is asked whole, or the one action is told."""
    if ending(events):
        return sum(map(words_of, up_to(events, Headline)))
    asked = events[-1]
    assert isinstance(asked, Asked)
    above = " ".join(line.text for line in asked.above)
    said = sum(words_of(event) for event in events if isinstance(event, Said))
    return said + len(f"{above} {asked.text} {asked.why} {asked.choices[0].label}".split())


@pytest.mark.parametrize("language", CODES)
def test_the_first_screen_is_read_aloud_in_half_a_minute(language: str) -> None:
    """All of it that read-aloud reads: what this is, the question and each answer."""
    talk = chat(language).conversation
    talk.begin()
    aloud = " ".join(lines_aloud(events_here(talk)))

    assert seconds(len(aloud.split())) <= 30


@pytest.mark.parametrize("language", CODES)
def test_something_can_be_done_within_sixty_words_on_every_screen(language: str) -> None:
    """The first answer, or an ending's one action: at most 60 words, which are 21 seconds."""
    most = max(map(words_before, told(language)))

    assert most <= 60
    assert seconds(most) <= 21


@pytest.mark.parametrize("language", CODES)
def test_an_endings_action_is_told_first_of_all(language: str) -> None:
    """Its urgency and itself, in at most 30 words."""
    endings = [events for events in told(language) if ending(events)]

    assert len(endings) > 100
    assert max(map(words_before, endings)) <= 30


def lines_to(events: Events, language: str, width: int, room: int) -> dict[str, int]:
    """The last line of an ending's action, and the line of its first contact, from 0."""
    talk = chat(language).conversation

    def say(text: object) -> str:
        return in_one_line(talk.phrase(text))  # type: ignore[arg-type]

    drawn = draw(Section(events), Viewport(width, room, say, language))
    return {"action": _last(drawn, URGENCIES), "contact": _last(drawn, ("name",))}


def _last(lines: list[ScreenLine], roles: tuple[str, ...]) -> int:
    return max(n for n, line in enumerate(lines) if any(span.role in roles for span in line))


@cache
def rooms(language: str) -> tuple[int, ...]:
    """How many lines are read at an ending at both sizes, as the page itself has them."""
    at = led("young-person no 11-17 sexual asked", language)
    return tuple(draw_page(at, *size).height for size in SIZES)


@pytest.mark.parametrize("language", CODES)
def test_an_endings_action_and_whom_to_call_are_on_the_first_screen(language: str) -> None:
    """At both sizes and in every language, but for one professional's, whose action names them."""
    heads = {up_to(events, Contact) for events in told(language) if ending(events)}
    late = {"wide": 0, "narrow": 0}
    for (width, _), room in zip(SIZES, rooms(language), strict=True):
        for head in heads:
            at = lines_to(head, language, min(width, 74), room)
            assert at["action"] < room
            assert at["contact"] < 2 * (room - 2) + 2
            late["wide" if width == 80 else "narrow"] += at["contact"] >= room

    assert 0 == late["wide"]
    assert late["narrow"] <= 1


@pytest.mark.parametrize("language", CODES)
def test_an_ending_in_a_narrow_window_keeps_hide_and_every_number(language: str) -> None:
    """Its bars give way but for all of help and few buttons; a finger has them all."""
    at = led("young-person no 11-17 sexual asked", language)
    page = draw_page(at, 40, 20)
    shown = painted(page, (40, 20))
    caps = [span.text for line in page.lines for span in line if span.role == "key"]

    assert "999" in shown[0]
    assert "0800 1111" in shown[0]
    names = [span.text for line in page.lines for span in line if span.role == "help"]
    assert at.conversation.help_names()[-1].split()[-1] in " ".join(names)
    assert ["/", "?", "Esc Esc"] == sorted(caps)
    at.by_hand = True
    assert draw_page(at, 40, 20).height < page.height


CHILD = "i am 12 and someone wants nudes from me"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_childs_own_words_lead_to_whom_to_call_with_four_keys(size: tuple[int, int]) -> None:
    """Beyond the words: Enter, Yes, and what is not known yet; then all is in view, unscrolled."""
    at = chat("en")
    draw_page(at, *size)
    for letter in CHILD:
        assert at.type(letter) is None
    keys = 1
    at.do(at.send() or Action(""))
    while not at.conversation.finished and keys < 9:
        draw_page(at, *size)
        wanted = {"yes": "yes", "danger": "no"}
        choices = [choice.key for choice in at.conversation.choices]
        step = wanted.get("yes" if at.conversation.confirming else at.conversation.step, "")
        number = choices.index(step) + 1 if step in choices else 1
        action = at.type(str(number))
        assert action
        at.do(action)
        keys += 1
    page = draw_page(at, *size)
    shown = {span.role for line in page.lines for span in line}

    assert at.conversation.finished
    assert keys <= 4
    assert {"name", "report"} <= shown
