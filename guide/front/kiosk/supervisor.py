"""Hold a kiosk open: each visitor has a process, and whatever breaks the next one stands ready.

This process is the guardian (guide/front/guardian.py). It imports what an app needs and runs none,
so nothing that anybody types or chooses is ever in its memory; what a visitor's process knew goes
with that.
"""

import gc
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

from guide import failsafe
from guide.front.chat.draw import first_paint
from guide.front.chat.draw.themes import first_theme
from guide.front.chat.launch import keep_textual_quiet
from guide.front.chat.page import Page
from guide.front.guardian import Guardian, fork, hear_signals, put_right
from guide.front.kiosk.attract import attract_page
from guide.front.kiosk.state import BeginVisit
from guide.front.terminal import LEAVING, Terminal
from guide.kiosk.alive import Alive
from guide.kiosk.site import Site

# The next visitor's screen is there at once, so a fault that stays would flicker. It is left to
# systemd (deploy/kiosk), whose log somebody reads.
MOST_FAILURES = 5
"""Failures in a row after which the program ends, for whoever supervises it to start anew."""
STEADY = 60.0
"""Seconds after which a failure is no longer in a row with the one before."""

_CALLS = 1.0
"""Seconds between two calls of whoever stands by to a guardian that may have been stopped."""

_OVER, _BROKEN = 0, 1
"""How a visitor's process ends: the visit is over, or something broke."""


class KioskTerminal(Terminal):
    """A terminal whose keyboard can send no signal: no quit, no suspend, no stop, no interrupt."""

    def __init__(self, guardian: "KioskTerminal | None" = None) -> None:
        """A visitor's is given back as the guardian set it, for whoever comes next."""
        super().__init__()
        self._at_first: list[Any] = guardian._at_first if guardian else self._before
        if guardian:
            self._before = guardian._held
        self._held: list[Any] = self._before

    def borrow(self) -> None:
        """Take the whole screen, and with it the keys that signal."""
        super().borrow()
        self._held = self.without_signals_from_keys()

    def leave_on_signals(self) -> None:
        """Leave where the system asks for it; what a keyboard can send is not heard."""
        super().leave_on_signals()
        for name in ("SIGINT", "SIGQUIT"):
            self.ignore(name)
        signal.signal(signal.SIGALRM, lambda *_: os._exit(_BROKEN))

    def leave(self, status: int = 0) -> NoReturn:
        """Leave at once, even where the terminal is stuck."""
        signal.alarm(LEAVING)
        super().leave(status)

    def asked_to_leave(self) -> None:
        """Leave it as it was before the kiosk: there may be no guardian any more to do that."""
        self._before = self._at_first
        super().asked_to_leave()

    def flush(self) -> None:
        """Show what was written; where the terminal is gone, end for whoever supervises this."""
        try:
            super().flush()
        except OSError:
            self.leave(_BROKEN)

    def gone(self) -> None:
        """Nothing yet: the next look at the clock leaves, with a status that is not a hangup's."""

    def leave_if_gone(self) -> None:
        """End where nobody can type or read any more: an app would wait for ever."""
        if self.is_alone or not self.is_there:
            self._before = self._at_first
            self.leave(_BROKEN)

    @property
    def is_lost(self) -> bool:
        """Whether no guardian is left; one that was stopped goes on (`_stand_by`)."""
        return self.is_alone

    @property
    def is_there(self) -> bool:
        """Whether anything can still come from the terminal: nobody has hung up."""
        poll = select.poll()
        # Nothing is asked for: a hangup is told all the same (poll(2)).
        poll.register(0, 0)
        return not poll.poll(0)


def kiosk(
    begin: BeginVisit,
    site: Site,
    idle: float,
    failing: Callable[[], None],
    alive: Alive | None = None,
) -> int:
    """Hold the kiosk until the system ends it, then 0; 1 where it cannot go on.

    `failing` is told of each failure, where it happens, and of each process that was killed (it may
    say why); `alive` is told that a person can use it.
    """

    import_an_app()  # takes a while: what stands on the screen stays meanwhile
    try:
        terminal = KioskTerminal()
        terminal.leave_on_signals()
        terminal.borrow()
    except Terminal.GONE:
        return _BROKEN

    def visit() -> None:
        _visit(KioskTerminal(terminal), begin, site, idle, failing, alive)

    status = _BROKEN
    try:
        status = _hold(terminal, visit, failing)
    except Terminal.GONE:
        pass
    finally:
        put_right(terminal, lambda: _card(terminal, status))
    return status


def _card(terminal: KioskTerminal, status: int) -> None:
    """No blank screen where a kiosk could not go on, until it is started anew."""
    if status and terminal.is_there:
        failsafe.show(sys.stdout, by_itself=True)


def import_an_app() -> None:
    """Import what every visitor needs, once; what lives on is looked at by no collector."""
    keep_textual_quiet()
    from guide.front.chat import driver
    from guide.front.kiosk import app

    assert driver
    assert app
    gc.collect()
    gc.freeze()


def _hold(terminal: KioskTerminal, visit: Callable[[], None], failing: Callable[[], None]) -> int:
    """One visitor after another; 0 once the system asks for an end, 1 where it keeps failing."""
    guardian = Guardian(terminal)
    following = Visitor(visit)
    failures = 0
    while failures < MOST_FAILURES and terminal.is_there:
        visitor, started = following, time.monotonic()
        # Shown first, then the next is forked: that one has a whole visit to get ready.
        visitor.begin()
        following = Visitor(visit)
        status = guardian.wait(visitor.pid)
        if guardian.leaving:
            return _OVER
        if status == _OVER:
            failures = 0
            continue
        with suppress(TimeoutError):  # on a machine so busy, whoever comes next borrows it
            put_right(terminal, terminal.borrow)
        if status < 0:
            failing()
        if status != -signal.SIGKILL:  # that comes from outside
            failures = 1 if time.monotonic() - started > STEADY else failures + 1
    return _BROKEN


class Visitor:
    """The process of one visitor. It is forked before it is needed, and waits."""

    def __init__(self, visit: Callable[[], None]) -> None:
        waits, self._begin = os.pipe()
        self.pid = fork()
        if self.pid:
            os.close(waits)
            return
        try:
            # Left open here, the pipe would never end, and nor would this when the guardian does.
            os.close(self._begin)
            _stand_by(waits)
            visit()
        finally:
            os._exit(_BROKEN)

    def begin(self) -> None:
        """Let it show itself; whether it still can is seen when it is waited for."""
        try:
            os.write(self._begin, b".")
        except BrokenPipeError:
            pass
        os.close(self._begin)


def _stand_by(waits: int) -> None:
    """Wait until it is this process's turn; where the guardian ends first, so does this."""
    for name in ("SIGTERM", "SIGHUP"):
        signal.signal(signal.Signals[name], signal.SIG_DFL)
    for name in ("SIGINT", "SIGQUIT", "SIGTSTP"):
        signal.signal(signal.Signals[name], signal.SIG_IGN)
    hear_signals()
    guardian = os.getppid()
    while not select.select([waits], [], [], _CALLS)[0]:
        with suppress(OSError):  # it has just ended
            os.kill(guardian, signal.SIGCONT)  # whoever stopped it: the next visit waits for it
    if not os.read(waits, 1):
        os._exit(_OVER)
    os.close(waits)


def _visit(
    terminal: KioskTerminal,
    begin: BeginVisit,
    site: Site,
    idle: float,
    failing: Callable[[], None],
    alive: Alive | None,
) -> NoReturn:
    """Show the attract screen at once, then run the app behind it until the visit is over."""
    terminal.leave_on_signals()
    terminal.end_with_parent()
    try:
        terminal.drop_keys()
        terminal.borrow()
        _run(terminal, begin, site, idle, alive)
    except BaseException:  # nothing but the system may end this
        if terminal.is_there:
            failing()
    terminal.leave(_BROKEN)


def _run(
    terminal: KioskTerminal, begin: BeginVisit, site: Site, idle: float, alive: Alive | None
) -> None:
    """The attract screen, and the app over it; raises what breaks."""
    theme = first_theme(os.environ)
    talk = begin("")
    lines = tuple(attract_page(talk, site, *first_paint.size()))
    page = Page(lines, len(lines), from_right=talk.conversation.right_to_left)
    first_paint.paint(terminal, page.painted, theme)
    from guide.front.chat.driver import driver_for
    from guide.front.kiosk.app import KioskApp

    driver = driver_for(terminal)
    looks = [terminal.leave_if_gone, *([alive.look] if alive else [])]
    app = KioskApp(
        begin,
        site,
        idle,
        theme,
        terminal.leave,
        driver,
        each_look=lambda: [look() for look in looks],
        each_visit=alive.visited if alive else lambda: None,
    )
    app.run()
    if app.broken:
        raise app.broken
