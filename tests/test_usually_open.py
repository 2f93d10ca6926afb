"""Beside confirmed hours it is said whether somebody is usually there now, by a clock handed in."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from io import StringIO

import pytest

from guide.conversation.conversation import Conversation
from guide.conversation.events import Contact
from guide.flow.opening import ROUND_THE_CLOCK, open_now
from guide.front.chat.page import draw_page
from guide.front.chat.state import ChatState
from guide.front.kiosk.state import KioskTalk
from guide.front.plain.app import Plain
from guide.i18n.words import Words
from tests.support.chatting import words_of
from tests.test_first_screen import languages, shipped

NOW = "Usually open now."
ADULT = ("adult-self", "no", "online", "scammed", "england")
OPEN = datetime(2026, 11, 26, 12, tzinfo=UTC)
CLOSED = datetime(2026, 11, 26, 23, tzinfo=UTC)
BANK_HOLIDAY = datetime(2026, 12, 25, 12, tzinfo=UTC)
IN_SUMMER = datetime(2026, 7, 1, 7, 30, tzinfo=UTC)
"""Half past eight in the UK."""


def clock(when: datetime) -> Callable[[], frozenset[str]]:
    """Who is usually there at that moment."""
    return lambda: open_now(shipped().contacts.values(), when)


def at_the_ending() -> Conversation:
    """An adult tricked out of money, in England: Report Fraud answers on weekdays, 8 to 8."""
    talk = Conversation(shipped(), Words(shipped().contacts))
    for key in ADULT:
        talk.choose(key)
    assert "report-fraud" in [event.id for event in talk.again() if isinstance(event, Contact)]
    return talk


@cache
def in_plain(when: datetime) -> str:
    out = StringIO()
    Plain(at_the_ending(), out, StringIO(), open_now=clock(when)).run()
    return out.getvalue()


@cache
def in_chat(when: datetime, kind: type[ChatState] = ChatState) -> str:
    chat = kind(at_the_ending(), languages(), open_now=clock(when))
    return words_of(draw_page(chat, 80, 200))


def in_kiosk(when: datetime) -> str:
    return in_chat(when, KioskTalk)


@pytest.mark.parametrize("show", [in_plain, in_chat, in_kiosk])
@pytest.mark.parametrize(
    ("when", "is_said"),
    [(OPEN, True), (CLOSED, False), (IN_SUMMER, True), (BANK_HOLIDAY, False)],
    ids=["in its hours", "after them", "in its hours by summer time", "on a bank holiday"],
)
def test_it_is_said_within_the_hours_alone(
    show: Callable[[datetime], str], when: datetime, *, is_said: bool
) -> None:
    """On a bank holiday nobody knows, so nothing is said."""
    assert is_said == (NOW in show(when))


@pytest.mark.parametrize("show", [in_plain, in_chat, in_kiosk])
def test_the_clock_changes_nothing_else(show: Callable[[datetime], str]) -> None:
    """No word, no contact and no order; the line itself stands below the hours."""

    def without(text: str) -> list[str]:
        lines = [line.strip(" \u2502") for line in text.splitlines()]
        return [line for line in lines if line and line != NOW]

    closed, opened = without(show(CLOSED)), without(show(OPEN))

    assert closed == opened
    assert show(OPEN).index(NOW) > show(OPEN).index("Monday")


def test_only_who_is_not_always_there_is_said_to_be_open() -> None:
    """Beside "any time" it would be an odd thing to say, and of unconfirmed hours nobody knows."""
    contacts = shipped().contacts
    said = open_now(contacts.values(), OPEN)

    assert said
    assert all(contacts[key].open not in ((), ROUND_THE_CLOCK) for key in said)
    assert {"emergency", "childline", "nspcc-helpline"}.isdisjoint(said)


def test_without_a_clock_nothing_is_said() -> None:
    """As in what is exported, walked and drawn for a picture."""
    out = StringIO()
    talk = Conversation(shipped(), Words(shipped().contacts))
    Plain(at_the_ending(), out, StringIO()).run()

    assert NOW not in out.getvalue()
    assert NOW not in words_of(draw_page(ChatState(talk, languages()), 80, 60))
