"""Hold a kiosk open: nothing typed can leave it, and whatever breaks it stands up again."""

import os
import time
from collections.abc import Callable

from guide import failsafe
from guide.front import first_paint
from guide.front.chat.attract import attract_page
from guide.front.chat.begin import keep_textual_quiet
from guide.front.chat.talk import Talk
from guide.front.chat.text import Span
from guide.front.chat.themes import Theme, first_theme
from guide.front.terminal import Terminal
from guide.kiosk.site import Site

CARD_SECONDS = 6.0
"""How long the fail-safe card stands before the kiosk starts again."""
MOST_FAILURES = 5
"""Failures in a row after which the program ends, for whoever supervises it to start anew."""
STEADY = 60.0
"""Seconds after which a failure is no longer in a row with the one before."""


class KioskTerminal(Terminal):
    """A terminal whose keyboard can send no signal: no quit, no suspend, no interrupt."""

    def borrow(self) -> None:
        """Take the whole screen, and with it the keys that signal."""
        super().borrow()
        self.without_signals_from_keys()

    def leave_on_signals(self) -> None:
        """Leave where the system asks for it; what a keyboard can send is not heard."""
        super().leave_on_signals()
        for name in ("SIGINT", "SIGQUIT"):
            self.ignore(name)


def kiosk(begin: Callable[[], Talk], site: Site, idle: float, failing: Callable[[], None]) -> int:
    """Hold the kiosk until the system ends it; comes back, with 1, only where it keeps failing.

    `begin` makes a fresh talk; `failing` is told of each failure (it may say why, on stderr).
    """
    terminal = KioskTerminal()
    theme = first_theme(os.environ)
    terminal.leave_on_signals()
    failures, started = 0, time.monotonic()
    try:
        terminal.borrow()
        while failures < MOST_FAILURES:
            if time.monotonic() - started > STEADY:
                failures = 0
            started = time.monotonic()
            try:
                _open(terminal, begin, site, idle, theme)
            except Exception:
                failing()
            failures += 1
            _card(terminal, theme)
    finally:
        terminal.give_back()
    return 1


def _open(
    terminal: Terminal, begin: Callable[[], Talk], site: Site, idle: float, theme: Theme
) -> None:
    """Show the attract screen at once, then run the app behind it; raises what breaks."""
    lines = attract_page(begin().conversation, site, *first_paint.size())
    first_paint.paint(terminal, lines, theme)
    keep_textual_quiet()
    from guide.front.chat.driver import driver_for
    from guide.front.chat.kiosk import KioskApp

    app = KioskApp(begin, site, idle, theme, driver_for(terminal))
    app.run()
    if app.broken:
        raise app.broken


def _card(terminal: Terminal, theme: Theme) -> None:
    """The fail-safe card, for a while; keys typed meanwhile are dropped."""
    terminal.borrow()
    width, height = first_paint.size()
    words = failsafe.text().splitlines()[:height]
    blank = [""] * (height - len(words))
    lines = [(Span(f" {line}"[:width].ljust(width)),) for line in (*words, *blank)]
    first_paint.paint(terminal, lines, theme)
    time.sleep(CARD_SECONDS)
    terminal.drop_keys()
