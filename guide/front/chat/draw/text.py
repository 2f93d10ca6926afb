"""Lines of marked text: what the chat's screen is made of, before any colour is known."""

from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import category, east_asian_width


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


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of_one, text))


def _cells_of_one(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def line_cells(line: ScreenLine) -> int:
    """How many cells a line takes."""
    return sum(cells(span.text) for span in line)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells; each line break in it begins a new one.

    A number such as 0800 1111 stays whole; a word wider than the line is cut to fit.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _words(paragraph, width):
            if line and cells(line) + 1 + cells(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def _words(text: str, width: int) -> Iterable[str]:
    words: list[str] = []
    for word in text.split():
        if words and word[0].isdigit() and words[-1][-1].isdigit() and len(words[-1]) < 16:
            words[-1] += f" {word}"
        else:
            words.append(word)
    for word in words:
        if cells(word) <= width:
            yield word
        else:
            yield from _pieces(word, width)


def _pieces(word: str, width: int) -> Iterable[str]:
    """A word too wide for any line, cut; an address after one of its strokes where it can be."""
    rest = word
    while cells(rest) > width:
        end = fitting(rest, width)
        stroke = max(rest.rfind(sign, width // 2, end) for sign in "/-")
        end = stroke + 1 if stroke > 0 else end
        yield rest[:end]
        rest = rest[end:]
    yield rest


def fitting(text: str, width: int) -> int:
    """How many characters of the text fit in `width` cells; at least one."""
    used = 0
    for position, character in enumerate(text):
        used += _cells_of_one(character)
        if used > width:
            return max(1, position)
    return len(text)


def fill(
    line: ScreenLine, width: int, role: str = "page", does: Action | None = None
) -> ScreenLine:
    """The line with blanks at its end, so that it takes `width` cells."""
    missing = width - line_cells(line)
    return (*line, Span(" " * missing, role, does)) if missing > 0 else line


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


def mirror(line: ScreenLine) -> ScreenLine:
    """The line laid out from the right: its parts in the other order, text left as it is read."""
    return tuple(span._replace(text=_swap_blanks(span.text)) for span in reversed(line))


def _swap_blanks(text: str) -> str:
    words = text.strip(" ")
    before = len(text) - len(text.lstrip(" "))
    return " " * (len(text) - before - len(words)) + words + " " * before
