"""Hold a kiosk open: nothing typed can leave it, and whatever breaks it stands up again."""

import gc
import os
import select
import signal
import termios
import time
from collections.abc import Callable
from typing import NoReturn

from guide import failsafe
from guide.front.chat.draw import first_paint
from guide.front.chat.draw.text import ScreenLine, Span, cut, fill
from guide.front.chat.draw.themes import first_theme
from guide.front.chat.launch import keep_textual_quiet
from guide.front.kiosk.attract import attract_page
from guide.front.kiosk.state import BeginVisit
from guide.front.terminal import Terminal
from guide.kiosk.alive import Alive
from guide.kiosk.site import Site

# Long enough to read two numbers; whoever needs more sees them on the attract screen after it.
CARD_SECONDS = 6.0
"""How long the fail-safe card stands before the kiosk starts again."""
# With CARD_SECONDS each that is half a minute: a fault that stays is then left to systemd
# (deploy/kiosk), whose log somebody reads.
MOST_FAILURES = 5
"""Failures in a row after which the program ends, for whoever supervises it to start anew."""
STEADY = 60.0
"""Seconds after which a failure is no longer in a row with the one before."""
# SIGALRM comes though a write hangs: a terminal stopped by flow control takes nothing.
LEAVING = 2
"""Seconds after which leaving no longer waits for a terminal that takes nothing."""

GONE = (OSError, termios.error)
"""What a terminal raises that is not there any more."""


class KioskTerminal(Terminal):
    """A terminal whose keyboard can send no signal: no quit, no suspend, no stop, no interrupt."""

    def borrow(self) -> None:
        """Take the whole screen, and with it the keys that signal."""
        super().borrow()
        self.without_signals_from_keys()

    def leave_on_signals(self) -> None:
        """Leave where the system asks for it; what a keyboard can send is not heard."""
        super().leave_on_signals()
        for name in ("SIGINT", "SIGQUIT"):
            self.ignore(name)
        signal.signal(signal.SIGALRM, lambda *_: os._exit(1))

    def leave(self, status: int = 0) -> NoReturn:
        """Leave at once, even where the terminal is stuck."""
        signal.alarm(LEAVING)
        super().leave(status)

    def flush(self) -> None:
        """Show what was written; where the terminal is gone, end for whoever supervises this."""
        try:
            super().flush()
        except OSError:
            self.leave(1)

    def gone(self) -> None:
        """Nothing yet: the next look at the clock leaves, with a status that is not a hangup's."""

    def leave_if_gone(self) -> None:
        """End where nobody can type or read any more: an app would wait for ever."""
        if not self.is_there:
            self.leave(1)

    @property
    def is_there(self) -> bool:
        """Whether anything can still come from the terminal: nobody has hung up."""
        poll = select.poll()
        poll.register(0, 0)
        return not poll.poll(0)


def kiosk(
    begin: BeginVisit,
    site: Site,
    idle: float,
    failing: Callable[[], None],
    alive: Alive | None = None,
) -> int:
    """Hold the kiosk until the system ends it; comes back, with 1, where that cannot go on.

    `failing` is told of each failure (it may say why); `alive` that a person can use it.
    """
    try:
        terminal = KioskTerminal()
        terminal.leave_on_signals()
    except GONE:
        return 1
    try:
        terminal.borrow()
        _hold(terminal, lambda: _open(terminal, begin, site, idle, alive), failing)
    except GONE:
        pass
    finally:
        terminal.give_back()
    return 1


def _hold(terminal: KioskTerminal, open_: Callable[[], None], failing: Callable[[], None]) -> None:
    """Open again and again; comes back where it keeps failing, or the terminal is gone."""
    failures = 0
    while failures < MOST_FAILURES:
        started = time.monotonic()
        try:
            open_()
        except BaseException:  # nothing but the system may end this
            if terminal.is_there:
                failing()
        if not terminal.is_there:
            return
        gc.collect()  # whoever was here is forgotten with what failed
        failures = 1 if time.monotonic() - started > STEADY else failures + 1
        _card(terminal)


def _open(
    terminal: KioskTerminal, begin: BeginVisit, site: Site, idle: float, alive: Alive | None
) -> None:
    """Show the attract screen at once, then run the app behind it; raises what breaks."""
    theme = first_theme(os.environ)
    first_paint.paint(terminal, attract_page(begin(""), site, *first_paint.size()), theme)
    keep_textual_quiet()
    from guide.front.chat.driver import driver_for
    from guide.front.kiosk.app import KioskApp

    driver = driver_for(terminal)
    looks = [terminal.leave_if_gone, *([alive.look] if alive else [])]
    app = KioskApp(
        begin,
        site,
        idle,
        theme,
        driver,
        each_look=lambda: [look() for look in looks],
        each_visit=alive.visited if alive else lambda: None,
    )
    app.run()
    if app.broken:
        raise app.broken


def _card(terminal: KioskTerminal) -> None:
    """The fail-safe card, for a while; keys typed meanwhile are dropped."""
    terminal.borrow()
    first_paint.paint(terminal, card_lines(*first_paint.size()), first_theme(os.environ))
    time.sleep(CARD_SECONDS)
    terminal.drop_keys()


def card_lines(width: int, height: int) -> list[ScreenLine]:
    """The fail-safe card as a screen, as much of it as there is room for."""
    words = failsafe.text(by_itself=True).splitlines()[:height]
    lines = [cut((Span(f" {line}"),), width) for line in words]
    return [fill(line, width) for line in (*lines, *([()] * (height - len(lines))))]
