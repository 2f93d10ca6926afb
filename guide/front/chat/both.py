"""Two languages on one screen: each event with the same one in the other language below it."""

from collections.abc import Sequence
from typing import Any

from guide.conversation.events import Event

_IDS = frozenset(("step", "key", "ending", "urgency", "id", "kind", "value", "english"))
"""Fields that are no words."""


def together(first: Sequence[Event], second: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the words of both, a line break between them."""
    return tuple(_join(one, other) for one, other in zip(first, second, strict=True))


def join(one: str, other: str) -> str:
    """Both texts, one below the other; one alone where they are the same or one is empty."""
    return f"{one}\n{other}" if one and other and one != other else one or other


def _join(one: Any, other: Any) -> Any:
    if type(one) is tuple:
        return tuple(_join(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, str):
        return join(one, other)
    if isinstance(one, tuple):
        return one._make(  # type: ignore[attr-defined]
            a if name in _IDS else _join(a, b)
            for name, a, b in zip(one._fields, one, other, strict=True)  # type: ignore[attr-defined]
        )
    return one
