"""The console of Windows: how it writes and hears, and what it can be asked to forget.

Its calls are those of the console API (kernel32). What Windows itself does is as its documentation
says; the README tells what was seen.
"""

from __future__ import annotations

import os

from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

IS_WINDOWS = os.name == "nt"
"""It has no termios and no fork, and tells no program what its terminal is called."""

# GetStdHandle, SetConsoleMode and the others of the Windows console API.
_INPUT, _OUTPUT = -10, -11
"""The console that standard input reads from and standard output writes to."""
_CODES = 0x0004
"""It takes escape sequences (ENABLE_VIRTUAL_TERMINAL_PROCESSING); Windows 10 and newer know it."""
_PROCESSED = 0x0001
"""Line ends are line ends (ENABLE_PROCESSED_OUTPUT)."""
# Else the last letter of a screen scrolls it by a line.
_NO_RETURN = 0x0008
"""A full line wraps only with its next letter (DISABLE_NEWLINE_AUTO_RETURN)."""
_KEY_CODES = 0x0200
"""Keys come as terminals send them (ENABLE_VIRTUAL_TERMINAL_INPUT); Windows 10 1809 knows it."""
# Marking with the mouse stops all that is written, as Scroll Lock does: words would stay frozen.
_NO_MARKING = 0x0080
"""No text is marked with the mouse (ENABLE_EXTENDED_FLAGS without ENABLE_QUICK_EDIT_MODE)."""
_SIGNALS = 0x0001
"""Ctrl+C is a signal and no key (ENABLE_PROCESSED_INPUT)."""
_PIECE = 8192
"""Characters written at once: consoles before Windows 10 take 64 kilobytes at most."""
_NOTHING = "\x1b[m"
"""An escape sequence that shows nothing."""


class Console:
    """The console of this process, through kernel32 as ctypes has it."""

    def __init__(self, kernel: Any) -> None:
        self._kernel = kernel
        self._in = kernel.GetStdHandle(_INPUT)
        self._out = kernel.GetStdHandle(_OUTPUT)

    # -- how it is set

    def takes_codes(self) -> bool:
        """Let it take escape sequences, if it can, until the process ends; whether it does."""
        import atexit

        before = self._mode(self._out)
        if before is None or not self._set(self._out, before | _CODES):
            return False
        if not self._hides_codes():
            self._set(self._out, before)
            return False
        if not before & _CODES:
            atexit.register(self._set, self._out, before)
        return True

    def can_hold_a_chat(self) -> bool:
        """Whether it takes escape sequences and sends keys as such; it is left as it was."""
        hears, shows = self._mode(self._in), self._mode(self._out)
        if hears is None or shows is None:
            return False
        try:
            return (
                self._set(self._in, hears | _KEY_CODES)
                and self._set(self._out, shows | _CODES)
                and self._hides_codes()
            )
        finally:
            self.set_modes(hears, shows)

    def modes(self) -> tuple[int, int]:
        """How it hears and how it writes now; raises OSError where there is none."""
        hears, shows = self._mode(self._in), self._mode(self._out)
        if hears is None or shows is None:
            raise OSError("there is no console")
        return hears, shows

    def set_modes(self, hears: int, shows: int) -> None:
        """Let it hear and write in these ways."""
        self._set(self._in, hears)
        self._set(self._out, shows)

    def set_for_chat(self, *, signals: bool) -> None:
        """Keys as they come and not shown, escape sequences taken; `signals` lets Ctrl+C be one."""
        _, shows = self.modes()
        self.set_modes(
            _KEY_CODES | _NO_MARKING | (_SIGNALS if signals else 0),
            shows | _PROCESSED | _CODES | _NO_RETURN,
        )

    # -- what it shows, and what it forgets

    def write(self, text: str) -> None:
        """Show text at once, whatever the code page; raises OSError where there is no console.

        Nothing is buffered: a signal may come within it, and then leaving writes too.
        """
        from ctypes import byref, c_uint

        for start in range(0, len(text), _PIECE):
            piece = text[start : start + _PIECE]
            units = len(piece.encode("utf-16-le", "surrogatepass")) // 2
            if not self._kernel.WriteConsoleW(self._out, piece, units, byref(c_uint()), None):
                raise OSError("there is no console")

    def clear(self) -> bool:
        """Empty all its lines, those that can be scrolled back to as well; whether it did.

        For consoles that take no escape sequences: there both are in one buffer.
        """
        from ctypes import byref, c_uint

        state = self._screen_buffer()
        if state is None:
            return False
        cells, written, top = state.columns * state.rows, c_uint(), _place(0, 0)
        done = self._kernel.FillConsoleOutputCharacterW(
            self._out, _letter(" "), cells, top, byref(written)
        )
        self._kernel.FillConsoleOutputAttribute(
            self._out, state.attributes, cells, top, byref(written)
        )
        self._kernel.SetConsoleCursorPosition(self._out, top)
        return bool(done)

    def forget_keys(self) -> None:
        """Forget what was typed and not read."""
        self._kernel.FlushConsoleInputBuffer(self._in)

    def forget_lines(self) -> None:
        """Forget the lines typed here: a console keeps those of each program, for its arrow keys.

        The call is not documented; `doskey /reinstall` uses it. Where it is missing nothing is
        forgotten.
        """
        from ctypes import create_unicode_buffer

        try:
            forget = self._kernel.ExpungeConsoleCommandHistoryW
        except AttributeError:
            return
        path = create_unicode_buffer(1024)
        self._kernel.GetModuleFileNameW(None, path, len(path))
        forget(path.value.rpartition("\\")[2])

    # -- what it tells

    def _mode(self, handle: Any) -> int | None:
        from ctypes import byref, c_uint

        mode = c_uint()
        return mode.value if self._kernel.GetConsoleMode(handle, byref(mode)) else None

    def _set(self, handle: Any, mode: int) -> bool:
        return bool(self._kernel.SetConsoleMode(handle, mode))

    def _hides_codes(self) -> bool:
        """Whether an escape sequence leaves no trace: the console of Wine says so, and shows it."""
        from ctypes import byref, c_uint

        before = self._screen_buffer()
        if before is None:
            return True
        self.write(_NOTHING)
        after = self._screen_buffer()
        if after is None or (after.column, after.row) == (before.column, before.row):
            return True
        at = _place(before.column, before.row)
        self._kernel.FillConsoleOutputCharacterW(
            self._out, _letter(" "), len(_NOTHING), at, byref(c_uint())
        )
        self._kernel.SetConsoleCursorPosition(self._out, at)
        return False

    def _screen_buffer(self) -> Any:
        """Its size, cursor and colours, as the API has them; None where it tells none."""
        from ctypes import byref

        state = _screen_buffer_type()()
        if self._kernel.GetConsoleScreenBufferInfo(self._out, byref(state)):
            return state
        return None


def _place(column: int, row: int) -> Any:
    from ctypes.wintypes import _COORD

    return _COORD(column, row)


def _letter(letter: str) -> Any:
    from ctypes import c_wchar

    return c_wchar(letter)


def _screen_buffer_type() -> Any:
    """CONSOLE_SCREEN_BUFFER_INFO; made when asked for, as ctypes takes milliseconds to import."""
    from ctypes import Structure, c_short, c_ushort

    class State(Structure):
        _fields_ = (
            *((name, c_short) for name in ("columns", "rows", "column", "row")),
            ("attributes", c_ushort),
            *((name, c_short) for name in ("left", "top", "right", "bottom")),
            *((name, c_short) for name in ("most_columns", "most_rows")),
        )

    return State


def console() -> Console | None:
    """The console of this process as the system has it; None on other systems."""
    try:
        import ctypes

        # A library of our own: `ctypes.windll.kernel32` is shared, and so is how it is set. A
        # number would be cut to 32 bits on its way.
        kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
        kernel.GetStdHandle.restype = type("Handle", (ctypes.c_void_p,), {})
        return Console(kernel)
    except (ImportError, AttributeError, OSError):
        return None
