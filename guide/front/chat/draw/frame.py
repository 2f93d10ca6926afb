"""Words in a frame: something that can be handed over, or pressed."""

from collections.abc import Iterable

from guide.front.cells import wrap
from guide.front.chat.draw.text import Action, ScreenLine, Span, fill

FRAME = 4
"""Lines of a frame with two lines in it."""


def framed(
    texts: Iterable[tuple[str, str]], width: int, does: Action, link: str = ""
) -> list[ScreenLine]:
    """Texts in their roles within a frame of `width` cells; pressed anywhere, it does that."""
    room = width - 3
    rule = "\u2500" * room
    edge, before = Span("\u2502", "bar", does), Span(" ", "page", does)
    rows = [
        fill((Span(" ", "page", does), Span(line, role, does, link)), room, "page", does)
        for text, role in texts
        for line in wrap(text, room - 2)
    ]
    return [
        (Span(" ", "mark", does), Span(f"\u250c{rule}\u2510", "bar", does)),
        *((before, edge, *row, edge) for row in rows),
        (before, Span(f"\u2514{rule}\u2518", "bar", does)),
    ]


def boxed(
    rule: ScreenLine, lines: Iterable[ScreenLine], width: int
) -> tuple[ScreenLine, list[ScreenLine]]:
    """The top of a box around lines, whose rule is two cells narrower; and them with its bottom."""
    edge = Span("\u2502", "rule")
    top = (Span("\u250c", "rule"), *rule, Span("\u2510", "rule"))
    under = Span("\u2500" * (width - 2), "rule")
    bottom = (Span("\u2514", "rule"), under, Span("\u2518", "rule"))
    return top, [*((edge, *line, edge) for line in lines), bottom]
