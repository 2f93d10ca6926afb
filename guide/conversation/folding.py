"""What of an ending is in view, and what is folded away under headings until a person opens it."""

from __future__ import annotations

from guide.conversation.events import Answered, Asked, Choice, Heading, Headline, Said
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from typing import TypeVar

    from guide.conversation.events import Event

    _E = TypeVar("_E")

FOR_ADULT = "for-adult"
"""The heading under which an adult who is shown a young person's words reads what to do."""

_ENDS_IT = (Heading, Headline, Asked, Answered)


def in_view(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events less what is folded away, and less the headings it is folded under."""
    return _parted(events)[0]


def headings(events: Iterable[Event]) -> tuple[Choice, ...]:
    """What can be opened: each heading by its name, in order."""
    folded = _parted(events)[1]
    return tuple(Choice(heading.opens, heading.text) for heading in folded)


def opened(events: Iterable[Event], key: str) -> tuple[Event, ...]:
    """A heading and what stands under it; nothing where there is no such heading."""
    folded = _parted(events)[1]
    return next(
        ((heading, *under) for heading, under in folded.items() if heading.opens == key), ()
    )


def unfolded(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with nothing folded away: what can be opened stands under a plain heading."""
    return tuple(
        event._replace(opens="") if isinstance(event, Heading) else event for event in events
    )


def with_open(events: Iterable[_E], names: Container[str]) -> Iterator[_E]:
    """The events as they stand: every heading, and what is under those of these names."""
    shows = True
    for event in events:
        if isinstance(event, _ENDS_IT):
            shows = not isinstance(event, Heading) or not event.opens or event.opens in names
            yield event
        elif shows:
            yield event


def without_english(event: _E) -> _E:
    """The event less the English beside a draft's words, which waits until somebody asks for it.

    What is help by itself keeps it: the one thing to do, and the answer that stands everywhere.
    """
    if isinstance(event, Said):
        return event._replace(english="")
    if isinstance(event, Asked):
        choices = tuple(choice._replace(english="") for choice in event.choices)
        above = tuple(line._replace(english="") for line in event.above)
        return event._replace(english="", choices=choices, above=above)
    return event


def _parted(events: Iterable[Event]) -> tuple[tuple[Event, ...], dict[Heading, list[Event]]]:
    seen: list[Event] = []
    folded: dict[Heading, list[Event]] = {}
    into = seen
    for event in events:
        if isinstance(event, Heading) and event.opens:
            into = folded.setdefault(event, [])
            continue
        if isinstance(event, _ENDS_IT):
            into = seen
        into.append(event)
    return tuple(seen), folded
