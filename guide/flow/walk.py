"""Everything a record holds, found by what the model says it holds: the one walk over the records.

What a person can be shown is every `Text`, what a condition asks is every `when`. Nobody lists
fields anywhere else: one added to guide/flow/model.py is met from then on by the proof, the checks,
the translator's bench, the pictures and the kiosk.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, wraps
from typing import Any, NamedTuple, TypeVar

from guide.flow.model import Contact, Library, Route, Text, Variant, When
from guide.flow.shapes import make_record

_R = TypeVar("_R")
_Value = TypeVar("_Value")

TRIED_IN_ORDER = (Variant, Route)
"""Of a list of these the first counts whose condition holds; of all others each that holds."""
_PLAIN = frozenset(
    {"str", "int", "bool", "tuple", "Mapping", "Place", "When", "Facts", "Urgency", "Reader"}
)
"""The words of which the types of fields are made that hold no record."""
WORDINGS = ("Wording", "Label")
"""The types of the fields that hold words, as guide/flow/model.py writes them."""


class Part(NamedTuple):
    """A record where it stands."""

    record: Any
    field: str
    """The field of its owner that it stands in; empty for what the walk began with."""
    within: tuple[Any, ...]
    """The records it stands in, outermost first."""
    before: tuple[When, ...]
    """The conditions tried before it: it counts only where none of them holds."""

    @property
    def owner(self) -> Any:
        """The record it is a part of: for a text, the one whose words it is."""
        return next((part for part in reversed(self.within) if not isinstance(part, Variant)), None)

    @property
    def is_name(self) -> bool:
        """Whether it is the name of a contact."""
        return self.field == "name" and isinstance(self.owner, Contact)

    @property
    def is_label(self) -> bool:
        """Whether it stands by itself and is read in no sentence, as its type says."""
        return self.field in _fields_of(self.owner.__class__, ("Label",))


def made_once(make: Callable[[_Value], _R]) -> Callable[[_Value], _R]:
    """Keeps what a function made of its last value: a check asks many times for the very same."""
    last: list[Any] = [None, None]

    @wraps(make)
    def kept(value: _Value) -> _R:
        # By identity: comparing two libraries would take as long as walking one.
        if value is not last[0]:
            last[:] = value, make(value)
        made: _R = last[1]
        return made

    return kept


def walk(value: object) -> Sequence[Part]:
    """Every record within a record, a table or a sequence of them, itself first.

    In the order of the fields, as the model writes them, and of what each holds.
    """
    if isinstance(value, Library):
        return _of_library(value)
    parts: list[Part] = []
    _walk(value, "", (), (), parts)
    return parts


@made_once
def _of_library(library: Library) -> Sequence[Part]:
    parts: list[Part] = []
    _walk(library, "", (), (), parts)
    return tuple(parts)


def _walk(
    value: Any, field: str, within: tuple[Any, ...], before: tuple[When, ...], parts: list[Part]
) -> None:
    if type(value) is tuple:
        in_order = value and isinstance(value[0], TRIED_IN_ORDER)
        for each in value:
            _walk(each, field, within, before, parts)
            if in_order:
                before = (*before, each.when)
    elif isinstance(value, tuple):  # every other tuple is a record
        parts.append(make_record(Part, (value, field, within, before)))
        if holding := _holding(type(value)):
            within = (*within, value)
            for number, name in holding:
                if part := value[number]:
                    _walk(part, name or field, within, before, parts)
    elif isinstance(value, Mapping):
        for each in value.values():
            _walk(each, field, within, before, parts)


def records(value: object, kind: type[_R]) -> Iterator[_R]:
    """Every record of a kind, wherever it stands."""
    return (part.record for part in walk(value) if isinstance(part.record, kind))


def texts(value: object) -> Iterator[Text]:
    """Every text a person can be shown."""
    return records(value, Text)


def conditions(value: object) -> set[When]:
    """Every condition that something depends on."""
    return {part.record.when for part in walk(value) if hasattr(part.record, "when")}


def worded(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record that hold words, in their order."""
    return _fields_of(kind, WORDINGS)


def yaml_key(field: str) -> str:
    """What a field is called in a flow file."""
    return field.replace("_", "-")


@cache
def _holding(kind: Any) -> tuple[tuple[int, str], ...]:
    """The fields of a kind of record that may hold others, by number: all that are not plain.

    That of a variant has no name: its text stands in the field that holds the variants.
    """
    words = [re.findall(r"\w+", str(kind.__annotations__[name])) for name in kind._fields]
    names = ["" if issubclass(kind, Variant) else name for name in kind._fields]
    return tuple(
        (number, name) for number, name in enumerate(names) if not _PLAIN.issuperset(words[number])
    )


@cache
def _fields_of(kind: type, types: tuple[str, ...]) -> tuple[str, ...]:
    annotations = getattr(kind, "__annotations__", {})
    return tuple(name for name, type_name in annotations.items() if type_name in types)
