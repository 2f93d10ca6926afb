"""The terminal as it was found. It is borrowed for the chat, and given back wiped.

The one place that may end the process at once: leaving must not wait for anything.
"""

import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, NoReturn

from guide.front.rows import rows_emptied

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

COVER = "\x1b[0m\x1b[H\x1b[2J"
"""Nothing is on the screen any more."""

# DEC private modes of xterm (ctlseqs): 1049 is the other screen with the cursor kept, 25 the
# cursor, 7 wrapping at the edge.
SHOW_CURSOR, HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"
# The guide puts letters that run from the right in order by itself: a terminal that does so too,
# as VTE does unless ECMA-48's mode 8 (BDSM) is reset, would undo that.
ORDERED_HERE, ORDERED_BY_TERMINAL = "\x1b[8l", "\x1b[8h"
"""Letters stand in the cells they are written to; the terminal puts them in order again."""
BORROW = f"\x1b[?1049h{HIDE_CURSOR}\x1b[?7l{ORDERED_HERE}" + COVER
"""The other screen, which has no scrollback; no cursor; nothing wraps, nothing is put in order."""

# Written whatever was set, as something may have died half way: 2026 ends a frame held back, 1000
# to 1003 and 1006, 1015, 1016 are ways to report the mouse, 2004 marks pastes, 2048 reports
# sizes, 1004 reports focus, "<u" takes back one level of kitty's keys, 7 wraps again. Then 1049
# shows the first screen, and 25 the cursor on it. A terminal that knows none of these ignores
# them.
GIVE_BACK = (
    "\x1b[?2026l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?2004l"
    f"\x1b[?2048l\x1b[?1004l\x1b[<u\x1b[?7h{ORDERED_BY_TERMINAL}\x1b[?1049l\x1b[?25h"
)
"""Frames whole, mouse, paste, focus and keys as programs expect them; the first screen again."""

# 2J is the screen and 3J what is scrolled back to; the first screen before that, as somebody may
# stand behind. "]2;" is the title, which shells write again at their next prompt.
WIPE = "\x1b[0m\x1b[H\x1b[2J\x1b[3J\x1b]2;\x07"
"""The first screen empty, then what can be scrolled back to, then the window's title."""

# Frames and half blocks in the nearest signs that every terminal has.
_ASCII = str.maketrans("\u2500\u2502\u250c\u2510\u2514\u2518\u2580\u2584\u2588", "-|++++'.#")

# A fifth of a second is felt as at once. Longer, and Esc Esc would wait for a slow line; not at
# all, and the end of a frame could land on the screen that was just wiped.
_PATIENCE = 0.2
"""Seconds that leaving waits for words that are just being written."""

LEAVING = 2
"""Seconds after which leaving no longer waits for a terminal that takes nothing."""
# A terminal that is only slow takes something within it.
_STUCK = 0.2
"""Seconds without room for a byte, after which a terminal has stopped."""
_AT_WORK = 0.02
"""Seconds within which somebody who goes on writing lets another see that it takes more."""
ASK_TO_LEAVE = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
"""An interrupt, a polite kill, a hangup and Ctrl+\\."""


def can_be_borrowed() -> bool:
    """Whether a person sits at a terminal that a chat can be held on."""
    if termios is None or os.environ.get("TERM", "dumb") == "dumb":
        return False
    try:
        return os.isatty(0) and os.isatty(1)
    except OSError:
        return False


class Terminal:
    """Standard input and output, and how they were set. Writes as a text file does."""

    def __init__(self) -> None:
        self._in, self._out = 0, 1
        self._parent = os.getppid()
        self._before: list[Any] = termios.tcgetattr(self._in)
        self._waits = os.get_blocking(self._out)
        self._lock = threading.Lock()
        self._given_back = False
        self.was_set_anew = False
        """Whether `go_on` read and wrote its settings, which may undo what another just set."""
        self._is_leaving = False
        self._waiting: list[str] = []
        self._signals: dict[int, Any] = {}
        self.on_leaving: Callable[[], object] = lambda: None
        """What is done before all else when the guide leaves; it must not wait, nor fail."""
        self.encoding = getattr(sys.stdout, "encoding", None) or "utf-8"

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

    def fileno(self) -> int:
        """The number that the system knows the screen by."""
        return self._out

    def _put(self, text: str) -> None:
        try:
            data = text.encode(self.encoding)
        except UnicodeEncodeError:
            data = text.translate(_ASCII).encode(self.encoding, "replace")
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
                termios.tcflush(self._in, termios.TCIFLUSH)
                self.set_as_before()
        except (OSError, termios.error):
            pass  # the terminal is gone, and all that was on it
        finally:
            if locked:
                self._lock.release()

    def leave(self, status: int = 0) -> NoReturn:
        """Give the terminal back and end at once: no word, no wait, nothing cleaned up."""
        self._is_leaving = True
        self.on_leaving()
        try:
            # Whose guardian was killed stands behind the shell by now, and would be stopped before
            # it has wiped.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
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

    @property
    def is_alone(self) -> bool:
        """Whether who started the guide has ended: its guardian, where it has one (killed)."""
        return os.getppid() != self._parent

    # -- where something has stopped it

    def was_stopped(self) -> bool:
        """Whether it took nothing, until it was told to go on by this very call.

        One that is slow, or that nobody reads, is left alone.
        """
        if select.select([], [self._out], [], _STUCK)[1]:
            return False
        self.go_on()
        return self._takes_more(_AT_WORK)

    def go_on(self) -> None:
        """Undo what stops it: another program (tcflow(3)), Ctrl+S, or Scroll Lock on a console."""
        try:
            termios.tcflow(self._out, termios.TCOON)
            if self._takes_more():
                return
            self.was_set_anew = True
            now = termios.tcgetattr(self._in)
            # Linux lets go of Scroll Lock where IXON is taken away, and of nothing else.
            for flags in (now[0] | termios.IXON, now[0] & ~termios.IXON, now[0]):
                termios.tcsetattr(self._in, termios.TCSANOW, [flags, *now[1:]])
        except termios.error:
            pass  # the terminal is gone

    def set_as_before(self) -> None:
        """Keys are shown and read as before the guide; raises termios.error where it is gone."""
        termios.tcsetattr(self._in, termios.TCSANOW, self._before)

    def _takes_more(self, within: float = 0) -> bool:
        return bool(select.select([], [self._out], [], within)[1])

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

    def without_signals_from_keys(self) -> list[Any]:
        """Let no key send a signal; gives how the terminal is set now (termios(3))."""
        now = termios.tcgetattr(self._in)
        now[3] &= ~termios.ISIG
        termios.tcsetattr(self._in, termios.TCSANOW, now)
        return now

    def drop_keys(self) -> None:
        """Forget what was typed and not read."""
        termios.tcflush(self._in, termios.TCIFLUSH)

    def _on_signal(self, name: str, do: Any) -> None:
        number = signal.Signals[name]
        before = signal.signal(number, do)
        self._signals.setdefault(number, before)

    def signals_as_before(self) -> None:
        """Let signals do what they did before they were ours."""
        for number, do in self._signals.items():
            signal.signal(number, do)
        self._signals.clear()
