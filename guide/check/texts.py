"""Every text that a person may be shown, with where it stands."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.flow.model import Library, Option, Question, Text
from guide.flow.walk import Part, walk

_SENTENCE = re.compile(r"(?<=[.!?])[\"')]*\s+")


class PlacedText(NamedTuple):
    """A text and what it is part of: a question, an ending, a contact ..."""

    text: Text
    of: str
    is_name: bool = False
    """Whether it is the name of a contact, which nobody may reword."""


def library_texts(library: Library) -> Sequence[PlacedText]:
    """Every text of a library, once, in the order it is written."""
    global _library, _of_library
    if library is not _library:
        _library, _of_library = library, tuple(_placed(library))
    return _of_library


_library: Library | None = None
"""The library looked at last: every check of words asks for the same."""
_of_library: Sequence[PlacedText] = ()


def _placed(library: Library) -> Iterator[PlacedText]:
    seen: set[int] = set()
    for part in walk(library):
        if isinstance(part.record, Text) and id(part.record) not in seen:
            seen.add(id(part.record))
            yield PlacedText(part.record, _place_of(part), part.is_name)


def _place_of(part: Part) -> str:
    """What a text is part of, in words for an author."""
    first = (*part.within, None)[1]  # the outermost is the library
    if isinstance(first, Question) and any(isinstance(outer, Option) for outer in part.within):
        return f'an answer to "{first.id}"'
    if isinstance(first, Option):
        return "an answer that stands everywhere"
    return f'{type(first).__name__.lower()} "{first.id}"' if hasattr(first, "id") else "the flows"


def sentences(text: str) -> list[str]:
    """A text cut into its sentences."""
    return _SENTENCE.split(text)
