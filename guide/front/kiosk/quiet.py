"""A keyboard that does nothing: while a kiosk looks at itself, and beside its stand-in card."""

import os
import signal
import sys
from types import TracebackType
from typing import Any

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

from guide.front.borrowed import ASK_TO_LEAVE


class QuietKeyboard:
    """From `with` on no key is shown or sends a signal; at its end what was typed is dropped.

    Does nothing where standard input is no terminal.
    """

    def __enter__(self) -> None:
        self._before: list[Any] = []
        if termios is None or not sys.stdin:
            return
        try:
            self._before = termios.tcgetattr(0)
            quiet = list(self._before)
            quiet[3] &= ~(termios.ECHO | termios.ISIG | termios.ICANON)
            for number in _asks_to_leave():
                signal.signal(number, self._leave)
            termios.tcsetattr(0, termios.TCSANOW, quiet)
        except (termios.error, OSError):
            pass  # a pipe, or a terminal that is gone

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._as_before()

    def _leave(self, number: int, _: object) -> None:
        self._as_before()
        os.kill(os.getpid(), number)

    def _as_before(self) -> None:
        if self._before:
            for number in _asks_to_leave():
                signal.signal(number, signal.SIG_DFL)
            try:
                termios.tcflush(0, termios.TCIFLUSH)
                termios.tcsetattr(0, termios.TCSANOW, self._before)
            except (termios.error, OSError):
                pass


def _asks_to_leave() -> list[signal.Signals]:
    """No key sends any of them here; whoever looks after the machine may."""
    return [signal.Signals[name] for name in ASK_TO_LEAVE]
