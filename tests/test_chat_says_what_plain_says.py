"""Along every path the chat and plain mode say the same words and offer the same choices."""

from collections.abc import Iterable, Iterator
from functools import cache
from io import StringIO
from itertools import count

import pytest

from guide.conversation import phrases
from guide.conversation.conversation import Conversation, Events
from guide.conversation.events import Asked, Heading
from guide.flow.library import load_library
from guide.front import typed
from guide.front.chat.draw.bubbles import draw
from guide.front.chat.draw.lines import Viewport
from guide.front.chat.draw.section import Section
from guide.front.chat.draw.text import ScreenLine
from guide.front.chat.view import ConversationView
from guide.front.languages import Languages
from guide.front.plain.app import Plain
from tests.support.talking import SHIPPED, TINY, conversation_over


def told(talk: Conversation) -> Iterator[Events]:
    """What every answer brings, at every place the conversation can be in."""
    seen: set[object] = set()

    def walk(events: Events) -> Iterator[Events]:
        place = (talk.step, *sorted(talk.facts.items()))
        if (place, events[0]) not in seen:
            seen.add((place, events[0]))
            yield events
        if place not in seen:
            seen.add(place)
            for choice in (*talk.choices, *talk.standing_choices):
                yield from walk(talk.choose(choice.key))
                talk.back()

    yield from walk(talk.begin())


def as_opened(number: int, talk: Conversation) -> str:
    """What stands before a heading that can be opened, wherever it is listed."""
    title = f"{talk.phrase(phrases.OPEN_TITLE).text} " if number == 1 else ""
    return f"{title}{number}"


def in_plain(talk: Conversation, events: Events) -> list[str]:
    """The words plain mode writes, without what it says of itself."""
    out = StringIO()
    plain = Plain(talk, out, StringIO())
    numbers = count(1)
    for event in events:
        if isinstance(event, Heading) and event.opens:
            plain._lines.write(as_opened(next(numbers), talk))
        plain._writer.show_one(event)
    names = talk.listed(talk.help_names())
    unwanted = {talk.phrase(phrases.PLAIN_HOW).text}
    unwanted.add(f"{talk.phrase(phrases.PLAIN_HELP_NOW).text} {names}.")
    for asked in events:
        if isinstance(asked, Asked):
            values = {"number": str(asked.number), "about": str(asked.about)}
            unwanted.add(f"{talk.phrase(phrases.PROGRESS, **values).text}.")
    said = [line for line in out.getvalue().split("\n") if line.strip() not in unwanted]
    speakers = tuple(f"{talk.phrase(who).text}: " for who in (phrases.GUIDE, phrases.YOU))
    for speaker in speakers:
        said = [line.removeprefix(speaker) for line in said]
    return words(said)


def in_chat(talk: Conversation, events: Events) -> list[str]:
    """The words of the chat's lines, but for who speaks and what its keys do."""
    view = ConversationView(talk, Languages({}, "none"))
    ends = [number for number, event in enumerate(events, start=1) if isinstance(event, Asked)]
    lines: list[ScreenLine] = []
    for start, end in zip([0, *ends], [*ends, len(events)], strict=True):
        if start == end:
            continue
        offers = view.offers if end in ends else ()
        section = Section(events[start:end], offers=offers)
        section = section._replace(opened=frozenset(choice.key for choice in section.headings))
        lines += draw(section, Viewport(100, 100, lambda text: talk.phrase(text).text))
    spans = [span for line in lines for span in line if span.role not in ("speaker", "code-key")]
    return words(span.text for span in spans)


_normal = cache(typed.normal)
"""The same lines stand on thousands of screens."""


def words(lines: Iterable[str]) -> list[str]:
    """The words of lines, as typed ones are compared."""
    return [word for line in lines for word in _normal(line).split()]


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain mode does not wrap here, so that what it says of itself is a line each."""
    monkeypatch.setattr("guide.front.plain.lines.MAX_WIDTH", 1000)
    monkeypatch.setenv("COLUMNS", "1000")


@pytest.mark.parametrize("flows", [TINY, SHIPPED], ids=["tiny", "shipped"])
def test_the_same_words_in_the_same_order(flows: object) -> None:
    """Every word and every choice, for every answer at every place of the flows."""
    talk = conversation_over(load_library(str(flows)))
    compared = 0
    for events in told(talk):
        assert in_plain(talk, events) == in_chat(talk, events)
        compared += 1
    assert compared > 5


@pytest.mark.parametrize(
    "lines",
    [
        ["my dad hits me and a man online wants nudes", "no", "who", "friend", "yes", "no"],
        ["im 14 and my stepdad touches me", "kind of", "no"],
        ["hello", "0"],
        ["qwertyuiop", "zxcvbnm"],
        ["hes here with a knife", "no"],
        ["im 25", "yes", "im 14", "yes"],
    ],
)
def test_what_is_said_back_of_typed_words_is_the_same(lines: list[str]) -> None:
    """The lines, the question below them and its choices, wherever a talk of typed words comes."""
    talk = conversation_over(load_library(str(SHIPPED)))
    talk.begin()
    for line in lines:
        keys = {choice.key for choice in talk.choices}
        events = talk.choose(line) if line in keys else talk.hear(line)

        assert in_plain(talk, events) == in_chat(talk, events)
        assert in_plain(talk, talk.again()) == in_chat(talk, talk.again())
