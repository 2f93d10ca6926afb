"""Sixty people who type what happened where everyone begins, and whom they must reach.

Each row of journeys.tsv has what somebody types first (after a slash, what they type where that is
not understood), what is true of them, and the contacts of which one must stand first at their
ending. They answer truthfully whatever is asked, in plain mode, in the chat and in the kiosk.
"""

import csv
from collections.abc import Callable
from io import StringIO
from typing import NamedTuple

import pytest

from guide.commands.truthful import Truth, TruthfulPerson, first_contacts
from guide.conversation.askback import DOORS
from guide.conversation.conversation import Conversation
from guide.front.chat.draw.text import Action
from guide.front.chat.state import ChatState
from guide.front.kiosk.state import KioskTalk
from guide.front.languages import Languages
from guide.front.plain.app import Plain
from guide.understanding.guesses import Guess
from tests.support.hearing import shipped
from tests.support.talking import ROOT, conversation_over

with (ROOT / "tests" / "journeys.tsv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))

MOST_STEPS = 30
"""More than anybody needs, so that a journey that leads round is a failure."""


class Front(NamedTuple):
    """A front end with a conversation in it: words go in, and keys of answers."""

    talk: Conversation
    say: Callable[[str], object]
    choose: Callable[[str], object]


def plain() -> Front:
    """Plain mode: an answer is given by its number."""
    talk = conversation_over(shipped())
    front = Plain(talk, StringIO(), StringIO())

    def choose(key: str) -> None:
        keys = [choice.key for choice in talk.choices]
        front._answer(str(keys.index(key) + 1) if key in keys else key)

    return Front(talk, front._answer, choose)


def chat(kind: type[ChatState] = ChatState) -> Front:
    """The chat, in this process: lines are typed and sent, answers chosen."""
    talk = conversation_over(shipped())
    state = kind(talk, Languages(shipped().contacts, str(ROOT / "none")))

    def say(line: str) -> None:
        for character in line:
            state.type(character)
        action = state.send()
        assert action is not None
        state.do(action)

    return Front(talk, say, lambda key: state.do(Action("choose", key)))


def kiosk() -> Front:
    return chat(KioskTalk)


def truth_of(row: dict[str, str]) -> Truth:
    concerns = frozenset(filter(None, row["concern"].split(",")))
    return Truth((row["who"],), row["age"], row["danger"] == "yes", concerns)


def journey(front: Front, row: dict[str, str]) -> frozenset[str]:
    """Whom somebody comes to who types their words and then tells the truth."""
    talk = front.talk
    person = TruthfulPerson(shipped(), lambda: talk, truth_of(row))
    lines = row["words"].split(" / ")
    front.say(lines.pop(0))
    wanted: Guess | None = None
    for _ in range(MOST_STEPS):
        asking = talk.asked_back
        if asking is not None and asking.stage == DOORS and lines:
            front.say(lines.pop(0))
            continue
        wanted = wanted or mine(person, talk, row)
        if talk.finished and asking is None:
            return first_contacts(talk)
        front.choose(person.answer(talk, wanted))
    raise AssertionError("it leads round")


def mine(person: TruthfulPerson, talk: Conversation, row: dict[str, str]) -> Guess | None:
    """The guess that is theirs among those offered."""
    concerns = row["concern"].split(",")
    return next((guess for guess in person.offered(talk) if person.name(guess) in concerns), None)


@pytest.mark.parametrize("front", [plain, chat, kiosk])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["words"][:40].replace(" ", "-"))
def test_somebody_who_types_what_happened_reaches_who_can_help(
    front: Callable[[], Front], row: dict[str, str]
) -> None:
    """From the first screen, answering truthfully, in each front end."""
    assert not journey(front(), row).isdisjoint(row["reach"].split(","))


def test_the_people_are_many_and_varied() -> None:
    """Sixty at the least, every kind of person, every age, danger, and most of what may happen."""
    assert len(ROWS) >= 60
    assert len({row["words"] for row in ROWS}) == len(ROWS)
    everyone = {value for value, _ in shipped().facts["who"].values}
    assert everyone == {row["who"] for row in ROWS}
    assert {"under-11", "11-17", "18-plus"} == {row["age"] for row in ROWS}
    assert 5 <= sum(row["danger"] == "yes" for row in ROWS)
    assert 20 <= len({name for row in ROWS for name in row["concern"].split(",")})
