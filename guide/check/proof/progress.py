"""How far a long check has come, for a person who waits at a terminal."""

import time
from collections.abc import Callable
from typing import TextIO

ProgressCallback = Callable[[int, int], None]
"""Told how many parts of a check are done, and of how many."""

_PATIENCE = 1.0
"""Seconds in which nothing is shown: most checks are over sooner."""
_WIDTH = 20


class Progress:
    """A bar on one line of a terminal, wiped when the check is done."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out = out
        self._clock = clock
        self._started = clock()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show how far it has come, once the wait is long enough to wonder."""
        if self._clock() - self._started < _PATIENCE:
            return
        self._shown = True
        bar = "#" * (_WIDTH * done // total)
        self._out.write(f"\rChecking {done} of {total} [{bar:.<{_WIDTH}}]")
        self._out.flush()

    def wipe(self) -> None:
        """Leave the line as it was."""
        if self._shown:
            self._out.write("\r\x1b[K")
            self._out.flush()
