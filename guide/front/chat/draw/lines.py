"""Where lines are drawn, and how: wrapped, in roles, on a ground of their own."""

from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from guide.flow.model import Text
from guide.front.cells import cells, wrap
from guide.front.chat.draw.text import Action, ScreenLine, Span, fill

# WCAG 2.2 (1.4.8) asks for 80 characters at most; signs and margins stand beside them.
READABLE = 72
"""Longer lines of text are hard to read, however wide the terminal."""
SPACIOUS_HEIGHT = 16
"""Lines in view from which on there is space around what is asked, and numbers are large."""
AROUND = 16
"""Lines that stand around the answers: what is said and asked, and what may be said anywhere."""
TINY = 6
"""Lines up to which the question and an answer stand alone, with nothing between them."""
IN_SILENCE = 24
"""Lines that an emergency takes with space in it, down to how to call without a word."""
HELP_AND_QUESTION = 36
"""Lines that all of help takes with a question below it and its first answer."""
BARS = 5
"""Lines that a window with space has beside those to read, at the least."""
SPACIOUS_WIDTH = 64
"""And columns."""
NARROW = 60
"""In fewer columns the buttons stand closer, and an ending has the lines of the other bars."""


class Viewport(NamedTuple):
    """Where it is drawn: cells in a line, lines in view, the program's words in a language."""

    width: int
    height: int
    say: Callable[[Text], str]
    language: str = ""
    in_english: bool = False
    """Whether the English beside words of a draft is shown."""
    by_hand: bool = False
    """Whether it is pressed with a finger or a mouse."""
    open_now: Container[str] = frozenset()
    """The ids of contacts of whom it is said that they are usually open now."""

    @property
    def roomy(self) -> bool:
        """Whether there is space to spare."""
        return self.height >= SPACIOUS_HEIGHT and self.width >= SPACIOUS_WIDTH

    @property
    def readable(self) -> int:
        """The width of text in this viewport."""
        return min(self.width - 2, READABLE)

    def is_like(self, other: "Viewport") -> bool:
        """Whether lines drawn on the other would be the same on this."""
        return (*self[:2], *self[3:]) == (*other[:2], *other[3:])


class Lines:
    """Lines one below another, as wide as a viewport has room to read."""

    def __init__(self, viewport: Viewport) -> None:
        self.viewport = viewport
        self.width = viewport.readable
        self.lines: list[ScreenLine] = []

    def gap(self) -> None:
        """One empty line, never two and never the first."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def put(
        self,
        text: str,
        role: str,
        *,
        first: str = " ",
        does: Action | None = None,
        link: str = "",
        indent: str = "",
        bar: str = "bar",
    ) -> None:
        """Text in a role, wrapped; `first` begins it and `indent` goes on, in the role `bar`."""
        room = self.width - cells(first)
        indent = indent or " " * cells(first)
        for number, line in enumerate(wrap(text, room)):
            begin = indent if number else first
            self.lines.append((Span(begin, bar, does), Span(line, role, does, link)))

    def panel(self, texts: Sequence[tuple[str, str]], edge: Span, *, is_airy: bool = True) -> None:
        """Texts in their roles on one ground, behind an edge; with space around where there is."""
        room = self.width - 3 - self.viewport.roomy
        drawn = [(line, role) for text, role in texts for line in wrap(text, room)]
        if self.viewport.roomy and is_airy:
            drawn = [("", drawn[0][1]), *drawn, ("", drawn[0][1])]
        for line, role in drawn:
            row = (edge, Span(f" {line}", role))
            self.lines.append((Span(" "), *fill(row, self.width - 1, drawn[0][1])))
