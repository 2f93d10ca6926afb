"""GNU FriBidi, where a system has it: another's order and shapes, to compare the guide's with."""

import ctypes
from ctypes.util import find_library

_FROM_LEFT, _FROM_RIGHT = 0x110, 0x111
"""FRIBIDI_PAR_LTR and FRIBIDI_PAR_RTL of fribidi-bidi-types.h."""
_LEFT_OUT = dict.fromkeys((0xFEFF, 0x200E, 0x200F, 0x2066, 0x2067, 0x2068, 0x2069, 0x200C, 0x200D))
"""What fills the cell of a letter that became one with its neighbour, and what has no shape."""


def library() -> ctypes.CDLL | None:
    """FriBidi itself; None where there is none."""
    name = find_library("fribidi")
    return ctypes.CDLL(name) if name else None


def in_order(fribidi: ctypes.CDLL, text: str, *, from_right: bool) -> str:
    """A line of text, shaped, from its first cell to its last."""
    letters = (ctypes.c_uint32 * len(text))(*map(ord, text))
    shown = (ctypes.c_uint32 * (len(text) + 1))()
    direction = ctypes.c_uint32(_FROM_RIGHT if from_right else _FROM_LEFT)
    done = fribidi.fribidi_log2vis(
        letters, len(text), ctypes.byref(direction), shown, None, None, None
    )
    assert done
    return "".join(map(chr, shown[: len(text)])).translate(_LEFT_OUT)
