"""Rows overwritten one by one, where clearing the screen as a whole may keep a copy of it."""

from __future__ import annotations

import os

from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# GNU screen moves what is cleared to what can be scrolled back to, and a console has one screen.
_ONE_SCREEN = ("screen", "linux", "vt", "ansi", "cons")
"""How the names of terminals begin that may have no other screen (terminfo, without smcup)."""


def rows_emptied(environ: Mapping[str, str]) -> str:
    """What empties each row of the terminal (EL of ECMA-48); an empty text where 2J is enough."""
    name = environ.get("TERM", "")
    if not environ.get("STY") and not name.startswith(_ONE_SCREEN):
        return ""
    try:
        rows = os.get_terminal_size(1).lines
    except OSError:
        return ""
    return "".join(f"\x1b[0m\x1b[{row};1H\x1b[2K" for row in range(1, rows + 1))
