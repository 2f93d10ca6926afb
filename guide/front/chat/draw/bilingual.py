"""Two languages on one screen: the words of the second below those of the first.

What is told twice is paired by what it is about, never by its place alone. What the second
language tells otherwise, or not at all, stands in the first alone.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

_NAMES = ("step", "key", "ending", "id", "kind", "value")
"""Fields that name what a record is about."""
_NO_WORDS = frozenset((*_NAMES, "urgency", "english"))
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
        _join(one, same[name]) if name in same else one
        for name, one in zip(names, first, strict=True)
    )


def join(one: str, other: str) -> str:
    """Both texts, one below the other; one alone where it says the other already."""
    if not one or not other:
        return one or other
    return one if other in (one, *one.split("\n")) else f"{one}\n{other}"


def _name(told: Any) -> EventName:
    """What something told is about: its kind, then the ids it has, if any."""
    fields = getattr(told, "_fields", ())
    return (type(told), *(getattr(told, name) for name in _NAMES if name in fields))


def _join(one: Any, other: Any) -> Any:
    if isinstance(one, str):
        return join(one, other)
    if type(one) is tuple:
        return together(one, other)
    if not isinstance(one, tuple):
        return one
    return one._make(  # type: ignore[attr-defined]
        a if name in _NO_WORDS else _join(a, b)
        for name, a, b in zip(one._fields, one, other, strict=True)  # type: ignore[attr-defined]
    )
