"""A terminal that is borrowed for the chat, and given back wiped: what all systems have in common.

`guide/front/terminal.py` is the one of Linux and macOS, `guide/front/console.py` that of Windows.
The one place that may end the process at once: leaving must not wait for anything.
"""

from __future__ import annotations

import os
import signal
import sys
import threading

from guide.front.codes import COVER, GIVE_BACK, WIPE
from guide.front.rows import rows_emptied
from guide.front.windows import IS_WINDOWS, console
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

# A fifth of a second is felt as at once. Longer, and Esc Esc would wait for a slow line; not at
# all, and the end of a frame could land on the screen that was just wiped.
_PATIENCE = 0.2
"""Seconds that leaving waits for words that are just being written."""
ASK_TO_LEAVE = tuple(
    name for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK") if hasattr(signal, name)
)
"""An interrupt, a polite kill, a hangup, Ctrl+\\, and Ctrl+Break; no system has all of them."""


def can_be_borrowed() -> bool:
    """Whether a person sits at a terminal that a chat can be held on."""
    if os.environ.get("TERM", "" if IS_WINDOWS else "dumb") == "dumb":
        return False
    try:
        if not (os.isatty(0) and os.isatty(1)):
            return False
    except OSError:
        return False
    if not IS_WINDOWS:
        return True
    window = console()
    return window is not None and window.can_hold_a_chat()


class Borrowed:
    """Standard input and output, and how they were set. Writes as a text file does."""

    GONE: tuple[type[Exception], ...] = (OSError,)
    """What is raised by a terminal that is not there any more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._given_back = False
        self._is_leaving = False
        self._leaver = threading.RLock()
        self._waiting: list[str] = []
        self._signals: dict[int, Any] = {}
        self.on_leaving: Callable[[], object] = lambda: None
        """What is done before all else when the guide leaves; it must not wait, nor fail."""
        self.encoding = getattr(sys.stdout, "encoding", None) or "utf-8"

    # -- what each system does in its own way

    def borrow(self) -> None:
        """Take the whole screen. Keys typed from now on are not shown; they wait to be read."""
        raise NotImplementedError

    def fileno(self) -> int:
        """The number that the system knows the screen by."""
        raise NotImplementedError

    def _put(self, text: str) -> None:
        """Show text now, all of it."""
        raise NotImplementedError

    def _put_back(self) -> None:
        """Forget what was typed and not read, then set everything as it was before."""
        raise NotImplementedError

    def end_with_parent(self) -> None:
        """Leave when the parent that waits behind the guide is killed, where there is one."""

    @property
    def is_alone(self) -> bool:
        """Whether who started the guide has ended: its guardian, where it has one (killed)."""
        return False

    @property
    def is_lost(self) -> bool:
        """Whether nobody can hide on it any more."""
        return self.is_alone

    # -- as a file, for whoever draws on it

    def write(self, text: str) -> None:
        """Keep text to be shown at the next flush."""
        self._waiting.append(text)

    def flush(self) -> None:
        """Show what was written; nothing once the terminal is given back."""
        text, self._waiting = "".join(self._waiting), []
        with self._lock:
            if not self._given_back:
                self._put(text)

    def isatty(self) -> bool:
        """It is one."""
        return True

    # -- giving it back

    def give_back(self) -> None:
        """Cover, then set everything as it was, wiped: screen, scrollback, title, keys typed."""
        # A signal may come while this very thread holds the lock: then nothing would ever free
        # it.
        locked = self._lock.acquire(timeout=_PATIENCE)
        try:
            if not self._given_back:
                self._given_back = True
                # The words are hidden first; everything else takes longer and can fail.
                self._put(rows_emptied(os.environ) + COVER)
                self._put(GIVE_BACK + WIPE)
                # Last, as from here on keys are shown where they are typed.
                self._put_back()
        except self.GONE:
            pass  # the terminal is gone, and all that was on it
        finally:
            if locked:
                self._lock.release()

    def leave(self, status: int = 0) -> NoReturn:
        """Give the terminal back and end at once: no word, no wait, nothing cleaned up."""
        self._is_leaving = True
        # Never let go of: another thread that would leave too waits for this one to end both, or
        # the process would be gone before the screen is wiped.
        self._leaver.acquire()
        self.on_leaving()
        try:
            self.give_back()
        finally:
            # Not sys.exit: that would wait for threads, and write what is still buffered over the
            # wiped screen.
            os._exit(status)

    def asked_to_leave(self) -> None:
        """Leave; who is asked again goes on leaving, and does not end half way."""
        if not self._is_leaving:
            self.leave()

    def gone(self) -> None:
        """Leave where nobody can type any more, also where no hangup was told."""
        self.leave()

    # -- signals

    def leave_on_signals(self) -> None:
        """Let an interrupt, a hangup or a polite kill hide everything too; no suspending."""
        for name in ASK_TO_LEAVE:
            self._on_signal(name, lambda *_: self.asked_to_leave())
        # A suspended guide would keep what was said, for whoever types `fg` next.
        self._on_signal("SIGTSTP", signal.SIG_IGN)
        self._on_signal("SIGCONT", signal.SIG_DFL)

    def ignore(self, name: str) -> None:
        """Do nothing at a signal."""
        self._on_signal(name, signal.SIG_IGN)

    def _on_signal(self, name: str, do: Any) -> None:
        number = getattr(signal, name, None)
        if number is not None:
            before = signal.signal(number, do)
            self._signals.setdefault(number, before)

    def signals_as_before(self) -> None:
        """Let signals do what they did before they were ours."""
        for number, do in self._signals.items():
            signal.signal(number, do)
        self._signals.clear()
