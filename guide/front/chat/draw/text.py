"""Lines of marked text: what the chat's screen is made of, before any colour is known."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from guide.front.cells import cells, fitting


class Action(NamedTuple):
    """Something a person can do here: what ("choose", "help"), and which one of several."""

    what: str
    which: str = ""


class Span(NamedTuple):
    """Some text in one role (see `themes`); what choosing it does; the address it links to."""

    text: str
    role: str = "page"
    does: Action | None = None
    link: str = ""


ScreenLine = tuple[Span, ...]


def line_cells(line: ScreenLine) -> int:
    """How many cells a line takes."""
    return sum(cells(span.text) for span in line)


def fill(
    line: ScreenLine, width: int, role: str = "page", does: Action | None = None
) -> ScreenLine:
    """The line with blanks at its end, so that it takes `width` cells."""
    missing = width - line_cells(line)
    return (*line, Span(" " * missing, role, does)) if missing > 0 else line


def does_of(line: ScreenLine) -> Action | None:
    """What choosing something of a line does, if anything."""
    return next((span.does for span in line if span.does), None)


def below(line: ScreenLine) -> ScreenLine:
    """An empty line in which the same can be pressed as in this."""
    return tuple(Span(" " * cells(span.text), "page", span.does) for span in line)


def two_rows(lines: Iterable[ScreenLine]) -> list[ScreenLine]:
    """Each line with one below it in which the same can be pressed: a finger hits no less."""
    return [row for line in lines for row in (line, below(line))]


def two_rows_each(lines: Sequence[ScreenLine]) -> list[ScreenLine]:
    """The lines, with one below whatever can be pressed in one line alone."""
    rows: list[ScreenLine] = []
    for does, group in groupby(lines, does_of):
        alike = list(group)
        rows += alike if does is None or len(alike) > 1 else [*alike, below(alike[0])]
    return rows


def cut(line: ScreenLine, width: int) -> ScreenLine:
    """The line's first `width` cells."""
    if line_cells(line) <= width:
        return line
    kept: list[Span] = []
    for span in line:
        if (room := width - line_cells(tuple(kept))) <= 0:
            break
        text = span.text if cells(span.text) <= room else span.text[: fitting(span.text, room)]
        kept.append(span._replace(text=text))
    return tuple(kept)


_OTHER_SIDE = {"\u258c": "\u2590", "\u250c": "\u2510", "\u2510": "\u250c"}
_OTHER_SIDE |= {"\u2514": "\u2518", "\u2518": "\u2514"}
"""Signs of an edge, each with the one that stands at the other side."""


def mirror(line: ScreenLine) -> ScreenLine:
    """The line laid out from the right: its parts in the other order, text left as it is read."""
    return tuple(
        span._replace(text=_OTHER_SIDE.get(span.text) or _swap_blanks(span.text))
        for span in reversed(line)
    )


def _swap_blanks(text: str) -> str:
    words = text.strip(" ")
    before = len(text) - len(text.lstrip(" "))
    return " " * (len(text) - before - len(words)) + words + " " * before
