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
