"""Two languages on one screen: the words of the second below those of the first.

What is told twice is paired by what it is about, never by its place alone. What the second
language tells otherwise, or not at all, stands in the first alone.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

NAMES = ("step", "key", "ending", "id", "kind", "value", "opens")
"""Fields that name what a record is about."""
_NO_WORDS = frozenset((*NAMES, "urgency", "english"))
"""Fields that are the same in every language, or belong to the first."""

EventName = tuple[object, ...]
Joined = TypeVar("Joined")


def together(first: Sequence[Joined], second: Sequence[Joined]) -> tuple[Joined, ...]:
    """Each of the first with the same one of the second below it, where there is one."""
    names = list(map(_name, first))
    if names == list(map(_name, second)):
        return tuple(map(_join, first, second))
    same = {name: other for other in second if len(name := _name(other)) > 1}
    return tuple(
        _join(event, same[name]) if name in same else event
        for name, event in zip(names, first, strict=True)
    )


def join(text: str, below: str) -> str:
    """Both texts, one below the other; the first alone where it says the other already."""
    if not text or not below:
        return text or below
    return text if below in (text, *text.split("\n")) else f"{text}\n{below}"


def _name(event: Any) -> EventName:
    """What an event, or a part of one, is about: its kind, then the ids it has, if any."""
    fields = getattr(event, "_fields", ())
    return (type(event), *(getattr(event, name) for name in NAMES if name in fields))


def _join(first: Any, second: Any) -> Any:
    if isinstance(first, str):
        return join(first, second)
    if type(first) is tuple:
        return together(first, second)
    if not isinstance(first, tuple):
        return first
    return first._make(  # type: ignore[attr-defined]
        a if name in _NO_WORDS else _join(a, b)
        for name, a, b in zip(first._fields, first, second, strict=True)  # type: ignore[attr-defined]
    )
