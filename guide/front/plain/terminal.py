"""The terminal under plain mode: which of its keys do nothing, and how it was set before."""

from __future__ import annotations

import os

from guide import dumps
from guide.light import TYPE_CHECKING

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from typing import Any

_KEYBOARD = 0
_STOPS = ("VSUSP", "VDSUSP")
"""The keys that suspend: Ctrl+Z, and Ctrl+Y where there is such a one."""
_LEAVING = ("SIGTERM", "SIGHUP", "SIGQUIT")
"""A polite kill, a hangup, and Ctrl+\\ with Ctrl+4."""


class LineTerminal:
    """Holds the terminal from `with` to its end; does nothing where standard input is none.

    Meanwhile no key suspends the guide or freezes its words. In the end all is set as it was, and
    what was typed and not read is dropped: the next program is not to get it.
    """

    def __init__(self) -> None:
        self._before: list[Any] = []

    def __enter__(self) -> LineTerminal:
        if termios is not None:
            try:
                self._before = termios.tcgetattr(_KEYBOARD)
                termios.tcsetattr(_KEYBOARD, termios.TCSANOW, _without_stops(self._before))
            except (termios.error, OSError):
                pass  # a pipe, or nothing at all
        return self

    def __exit__(self, *_: object) -> None:
        if self._before:
            try:
                termios.tcflush(_KEYBOARD, termios.TCIFLUSH)
                termios.tcsetattr(_KEYBOARD, termios.TCSANOW, self._before)
            except (termios.error, OSError):
                pass  # the terminal is gone

    @staticmethod
    def prepare() -> None:
        """What takes time to import: for when the first screen is there to be read.

        A signal that asks to leave, or a key that sends one, then leaves as Ctrl+C does: screen
        cleared, no word. Nothing suspends: that would keep what was said for whoever types `fg`.
        """
        import signal

        for name in _LEAVING:
            if number := getattr(signal, name, None):
                signal.signal(number, signal.default_int_handler)
        if hasattr(signal, "SIGTSTP"):
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        dumps.forbid_dumps()


def _without_stops(settings: list[Any]) -> list[Any]:
    """The same settings (termios(3)), but that no key suspends and none freezes what is shown."""
    no_key = bytes([os.fpathconf(_KEYBOARD, "PC_VDISABLE")])
    keys = list(settings[6])
    for name in _STOPS:
        if position := getattr(termios, name, None):
            keys[position] = no_key
    return [settings[0] & ~(termios.IXON | termios.IXOFF), *settings[1:6], keys]
