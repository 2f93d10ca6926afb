"""The first screen, painted by plain code: the words are there before Textual is imported.

Textual then paints the same cells over it, so nothing flickers. Keys typed meanwhile wait.
"""

import os
from collections.abc import Sequence

from guide.front.borrowed import Borrowed
from guide.front.chat.draw.text import ScreenLine
from guide.front.chat.draw.themes import Look, Theme, has_all_colours
from guide.front.codes import SHOW_CURSOR, cursor_in

# The 6 by 6 by 6 cube and the 24 greys of xterm's 256 colours.
_LEVELS = (0, 95, 135, 175, 215, 255)
"""How bright the steps are of each colour, where a terminal has 256."""


def paint(
    terminal: Borrowed,
    lines: Sequence[ScreenLine],
    theme: Theme,
    cursor: tuple[int, int] | None = None,
) -> None:
    """Paint a screen from its first line to its last; then show the cursor at a column and line."""
    many = has_all_colours(os.environ)
    for row, line in enumerate(lines, start=1):
        terminal.write(f"\x1b[{row};1H")
        for span in line:
            terminal.write(f"\x1b[0;{_codes(theme.look(span.role), many)}m{span.text}")
    terminal.write("\x1b[0m")
    if cursor:
        column, row = cursor
        if theme.look("page").ink:
            terminal.write(cursor_in(theme.look("page").ink))
        terminal.write(f"\x1b[{row + 1};{column + 1}H{SHOW_CURSOR}")
    terminal.flush()


def size() -> tuple[int, int]:
    """Columns and lines of the terminal, found as Textual will find them."""
    named = [os.environ.get(name, "") for name in ("COLUMNS", "LINES")]
    try:
        seen: tuple[int, int] = os.get_terminal_size(1)
    except OSError:
        seen = (80, 24)
    columns, lines = (
        int(value) if value.isdecimal() and int(value) else cells
        for value, cells in zip(named, seen, strict=True)
    )
    return columns or 80, lines or 24


def _codes(look: Look, many: bool) -> str:
    """A look as the numbers that terminals know it by."""
    attributes = ((look.bold, "1"), (look.underline, "4"), (look.reverse, "7"))
    codes = [code for has, code in attributes if has]
    codes += [_colour(look.ink, 30, many)] if look.ink else []
    codes += [_colour(look.ground, 40, many)] if look.ground else []
    return ";".join(codes)


def _colour(colour: str, base: int, many: bool) -> str:
    if not colour.startswith("#"):
        number = int(colour)
        # Bright colours are 90 to 97 and 100 to 107: 60 on from the plain ones.
        return str(base + number if number < 8 else base + 52 + number)
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    if many:
        return f"{base + 8};2;{red};{green};{blue}"
    return f"{base + 8};5;{_nearest(red, green, blue)}"


def _nearest(red: int, green: int, blue: int) -> int:
    """The colour's number where a terminal has 256; the themes keep to those."""
    if red == green == blue and red not in _LEVELS:
        return 232 + (red - 8) // 10
    return 16 + 36 * _LEVELS.index(red) + 6 * _LEVELS.index(green) + _LEVELS.index(blue)
