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

_KEYBOARD, _SCREEN = 0, 1
_NO_KEYS = ("VSUSP", "VDSUSP", "VSTOP", "VLNEXT", "VDISCARD")
"""What suspends (Ctrl+Z, Ctrl+Y), freezes (Ctrl+S), takes the next key literally (Ctrl+V) and hides
what is written (Ctrl+O); which of them there are depends on the system."""
_SUSPEND = b"\x1a"
_FREEZE = b"\x13"
_ECHOED = b"\b\b  \b\b"
"""Takes ^Z, which a terminal shows for Ctrl+Z, off the line again."""
_LEAVING = (
    "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGXCPU", "SIGVTALRM", "SIGPROF",
    "SIGIO", "SIGPWR", "SIGSTKFLT",
)  # fmt: skip
"""A polite kill, a hangup, Ctrl+\\ with Ctrl+4, and whatever else ends a program and can be caught;
not what tells of a fault in the program itself, which goes on as soon as its handler returns."""
_LOOK = 1.0
"""Seconds between looks at whether the terminal still takes what is shown."""


class Keyboard:
    """Holds the keyboard from `with` on; does nothing where standard input is no terminal.

    Meanwhile no key suspends the guide or freezes its words. From the end of `with` on nothing
    typed is shown. When the process ends all is set as it was, and what was typed and not read is
    dropped: the next program is not to get it.
    """

    def __init__(self) -> None:
        self._before: list[Any] = []

    def __enter__(self) -> Keyboard:
        if termios is not None:
            try:
                self._before = termios.tcgetattr(_KEYBOARD)
                termios.tcsetattr(_KEYBOARD, termios.TCSANOW, _without_stops(self._before))
            except (termios.error, OSError):
                pass  # a pipe, or nothing at all
        return self

    def __exit__(self, *_: object) -> None:
        if self._before:
            import atexit

            hidden = list(self._before)
            hidden[3] &= ~termios.ECHO
            _set(hidden)
            atexit.register(self.give_back)

    def give_back(self) -> None:
        """Set all as it was, for whoever is next; what was typed and not read is dropped."""
        if not self._before:
            return
        import signal

        signal.setitimer(signal.ITIMER_REAL, 0)
        try:
            termios.tcflush(_KEYBOARD, termios.TCIFLUSH)
        except (termios.error, OSError):
            pass  # the terminal is gone
        _set(self._before)
        self._before = []

    def prepare(self) -> None:
        """What takes time to import: for when the first screen is there to be read.

        A signal that asks to leave, or a key that sends one, then leaves as Ctrl+C does: screen
        cleared, no word. Nothing suspends: that would keep what was said for whoever types `fg`.
        """
        import signal

        numbers = [number for name in _LEAVING if (number := getattr(signal, name, None))]
        if hasattr(signal, "SIGRTMIN"):
            numbers += range(signal.SIGRTMIN, signal.SIGRTMAX + 1)
        for number in numbers:
            signal.signal(number, signal.default_int_handler)
        if hasattr(signal, "SIGTSTP"):
            signal.signal(signal.SIGTSTP, lambda *_: _take_off_the_line())
            if self._before:
                _set(_with_suspend(_without_stops(self._before)))
                signal.signal(signal.SIGALRM, lambda *_: _let_go_on())
                # Here there is no guardian: whoever waits within a write is woken by this.
                signal.setitimer(signal.ITIMER_REAL, _LOOK, _LOOK)
        dumps.forbid_dumps()


def _set(settings: list[Any]) -> None:
    try:
        termios.tcsetattr(_KEYBOARD, termios.TCSANOW, settings)
    except (termios.error, OSError):
        pass  # the terminal is gone


def _without_stops(settings: list[Any]) -> list[Any]:
    """The same settings (termios(3)), but that no key suspends, freezes or hides.

    Ctrl+S is the key that lets a frozen terminal go on: where none can freeze it, it does nothing
    and is no part of the line.
    """
    no_key = bytes([os.fpathconf(_KEYBOARD, "PC_VDISABLE")])
    keys = list(settings[6])
    for name in _NO_KEYS:
        position = getattr(termios, name, None)
        if position is not None:
            keys[position] = no_key
    keys[termios.VSTART] = _FREEZE
    return [(settings[0] | termios.IXON) & ~termios.IXOFF, *settings[1:6], keys]


def _with_suspend(settings: list[Any]) -> list[Any]:
    """Ctrl+Z sends its signal, so that it is no part of the line, of which nothing is lost."""
    keys = list(settings[6])
    keys[termios.VSUSP] = _SUSPEND
    return [*settings[:3], settings[3] | termios.NOFLSH, *settings[4:6], keys]


def _take_off_the_line() -> None:
    try:
        os.write(_KEYBOARD, _ECHOED)
    except OSError:
        pass  # it can only be read


def _let_go_on() -> None:
    """Let a terminal that was stopped go on: frozen words could not be hidden."""
    from guide.front import stopped

    try:
        if not stopped.takes_more(_SCREEN):
            stopped.let_go_on(_KEYBOARD, _SCREEN)
    except OSError:
        pass  # it is gone
