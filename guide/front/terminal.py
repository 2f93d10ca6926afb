"""The terminal of Linux and macOS, as it was found: how it is set, stopped and written to."""

import os
import select
import signal
import termios
from contextlib import suppress
from typing import Any, NoReturn

from guide.front import stopped
from guide.front.borrowed import Borrowed
from guide.front.codes import BORROW, encoded

LEAVING = 2
"""Seconds after which leaving no longer waits for a terminal that takes nothing."""
_SET_PDEATHSIG = 1
"""PR_SET_PDEATHSIG of linux/prctl.h."""


class Terminal(Borrowed):
    """Standard input and output, set by termios(3)."""

    GONE = (OSError, termios.error)

    def __init__(self) -> None:
        super().__init__()
        self._in, self._out = 0, 1
        self._parent = os.getppid()
        self._before: list[Any] = termios.tcgetattr(self._in)
        self._waits = os.get_blocking(self._out)
        self.was_set_anew = False
        """Whether `go_on` read and wrote its settings, which may undo what another just set."""

    def borrow(self) -> None:
        """Take the whole screen. Keys typed from now on are not shown; they wait to be read."""
        now = termios.tcgetattr(self._in)
        # Flags of input: Enter is not turned into another key, and Ctrl+S freezes nothing.
        now[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
        # Local flags: keys are not shown and come one by one. ISIG stays, so that Ctrl+C leaves
        # even while nothing reads yet.
        now[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        termios.tcsetattr(self._in, termios.TCSANOW, now)
        self._given_back = False
        self._put(BORROW)

    def fileno(self) -> int:
        """The number that the system knows the screen by."""
        return self._out

    def _put(self, text: str) -> None:
        data = encoded(text, self.encoding)
        while data:
            select.select([], [self._out], [])
            data = data[self._taken(data) :]

    def _taken(self, data: bytes) -> int:
        """Write what the terminal takes now; gives how many bytes.

        Whoever waits within a write holds the terminal, and its guardian could not tell one that
        was stopped from one that is slow. Whether a write waits is set for all who share the
        terminal, so it is set for this one alone.
        """
        os.set_blocking(self._out, False)
        try:
            return os.write(self._out, data)
        except BlockingIOError:  # it was stopped a moment ago
            return 0
        finally:
            os.set_blocking(self._out, self._waits)

    # -- giving it back

    def give_back(self) -> None:
        """As on every system; also where it was stopped, and nobody is left to let it go on."""
        try:
            if not self.takes_more():
                self.go_on()
        except self.GONE:
            pass  # it is not there any more
        super().give_back()

    def _put_back(self) -> None:
        self.drop_keys()
        self.set_as_before()

    def leave(self, status: int = 0) -> NoReturn:
        """Give the terminal back and end at once: no word, no wait, nothing cleaned up."""
        # Whose guardian was killed stands behind the shell by now, and would be stopped before it
        # has wiped.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        if not self.is_alone:
            with suppress(OSError):  # it has just ended, or is somebody else's
                # Whoever stopped the guardian: it has an end to see to.
                os.kill(self._parent, signal.SIGCONT)
        super().leave(status)

    def set_as_before(self) -> None:
        """Keys are shown and read as before the guide; raises termios.error where it is gone."""
        termios.tcsetattr(self._in, termios.TCSANOW, self._before)

    def drop_keys(self) -> None:
        """Forget what was typed and not read."""
        termios.tcflush(self._in, termios.TCIFLUSH)

    def without_signals_from_keys(self) -> list[Any]:
        """Let no key send a signal; gives how the terminal is set now (termios(3))."""
        now = termios.tcgetattr(self._in)
        now[3] &= ~termios.ISIG
        termios.tcsetattr(self._in, termios.TCSANOW, now)
        return now

    def leave_on_signals(self) -> None:
        """As on every system; what is read from behind a shell fails, and stops nothing."""
        super().leave_on_signals()
        self.ignore("SIGTTIN")

    # -- where whoever started it has ended

    def end_with_parent(self) -> None:
        """Let the system tell this process of a hangup when its parent is killed (prctl(2)).

        It takes milliseconds to import what can ask for it. Where there is no prctl, `is_alone` is
        looked at.
        """
        try:
            import ctypes

            ctypes.CDLL(None).prctl(_SET_PDEATHSIG, int(signal.SIGHUP), 0, 0, 0)
        except (ImportError, AttributeError, TypeError, OSError, MemoryError):
            pass  # no Linux, or a Python without ctypes

    @property
    def is_alone(self) -> bool:
        """Whether who started the guide has ended: its guardian, where it has one (killed)."""
        return os.getppid() != self._parent

    @property
    def is_lost(self) -> bool:
        """Whether nobody can hide on it: alone, or behind a shell that has taken it back.

        A shell does so where somebody stops the guardian.
        """
        try:
            # 0: who has it is in another namespace of processes.
            return self.is_alone or os.tcgetpgrp(self._in) not in (0, os.getpgrp())
        except OSError:  # nobody's terminal (setsid(2)), or gone: reading tells which
            return False

    # -- where something has stopped it

    def go_on(self) -> None:
        """Undo what stops it."""
        self.was_set_anew |= stopped.let_go_on(self._in, self._out)

    def takes_more(self, within: float = 0) -> bool:
        """Whether it has room for what is shown, or gets it within so many seconds."""
        return stopped.takes_more(self._out, within)
