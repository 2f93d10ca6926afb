"""The escape sequences that borrow a screen and give it back (ECMA-48 and xterm's ctlseqs)."""

COVER = "\x1b[0m\x1b[H\x1b[2J"
"""Nothing is on the screen any more."""

# DEC private modes of xterm (ctlseqs): 1049 is the other screen with the cursor kept, 25 the
# cursor, 7 wrapping at the edge.
SHOW_CURSOR, HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"
# The guide puts letters that run from the right in order by itself: a terminal that does so too,
# as VTE does unless ECMA-48's mode 8 (BDSM) is reset, would undo that.
ORDERED_HERE, ORDERED_BY_TERMINAL = "\x1b[8l", "\x1b[8h"
"""Letters stand in the cells they are written to; the terminal puts them in order again."""
# A terminal's own cursor may have the colour of a theme's ground: white on white is no cursor.
CURSOR_AS_BEFORE = "\x1b]112\x07"
"""The cursor in the colour that the terminal gives it (xterm's OSC 112)."""
OTHER_SCREEN = "\x1b[?1049h"
BORROW = f"{OTHER_SCREEN}{HIDE_CURSOR}\x1b[?7l{ORDERED_HERE}" + COVER
"""The other screen, which has no scrollback; no cursor; nothing wraps, nothing is put in order."""

# Written whatever was set, as something may have died half way: 2026 ends a frame held back, 1000
# to 1003 and 1006, 1015, 1016 are ways to report the mouse, 2004 marks pastes, 2048 reports
# sizes, 1004 reports focus, "<u" takes back one level of kitty's keys, 7 wraps again. Then 1049
# shows the first screen, and 25 the cursor on it. A terminal that knows none of these ignores
# them.
GIVE_BACK = (
    "\x1b[?2026l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?2004l"
    f"\x1b[?2048l\x1b[?1004l\x1b[<u\x1b[?7h{ORDERED_BY_TERMINAL}{CURSOR_AS_BEFORE}"
    "\x1b[?1049l\x1b[?25h"
)
"""Frames whole, mouse, paste, focus and keys as programs expect them; the first screen again."""

# 2J is the screen and 3J what is scrolled back to; the first screen before that, as somebody may
# stand behind. "]2;" is the title, which shells write again at their next prompt.
WIPE = "\x1b[0m\x1b[H\x1b[2J\x1b[3J\x1b]2;\x07"
"""The first screen empty, then what can be scrolled back to, then the window's title."""


def cursor_in(colour: str) -> str:
    """The cursor in a colour, #rrggbb; where it is none of these, as it was before."""
    return f"\x1b]12;{colour}\x07" if colour.startswith("#") else CURSOR_AS_BEFORE


# Frames and half blocks in the nearest signs that every terminal has.
_ASCII = str.maketrans("\u2500\u2502\u250c\u2510\u2514\u2518\u2580\u2584\u2588", "-|++++'.#")


def encoded(text: str, encoding: str) -> bytes:
    """Text in an encoding; where that lacks some of it, in the nearest signs."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_ASCII).encode(encoding, "replace")
