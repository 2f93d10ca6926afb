"""`guide kiosk`: full screen, locked, resets itself; proves first that it is fit to open."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from guide import VERSION, failsafe
from guide.front.kiosk.alone import is_shown_on_it, take_terminal
from guide.front.kiosk.quiet import QuietKeyboard
from guide.front.start import crash_lines
from guide.kiosk.journal import Journal
from guide.options import FAILED, OK
from guide.settings import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from guide.commands.kiosk_ready import KioskReady
    from guide.kiosk.selfcheck import Checked, KioskOpening

LEAST_IDLE, MOST_IDLE = 20, 3600
_TAKEN = "Another kiosk is open on this terminal. This one does nothing."
NEXT_TRY = 60.0
"""Seconds that the fail-safe card stands, under a supervisor, before the kiosk is tried again."""


def run(arguments: argparse.Namespace) -> int:
    """Open the kiosk; 1 where it is not fit to open, or keeps failing."""
    if not LEAST_IDLE <= arguments.idle <= MOST_IDLE:
        raise UsageError(f"--idle is in seconds, from {LEAST_IDLE} to {MOST_IDLE}.")
    if arguments.action:
        return _doctor(arguments)
    if arguments.selfcheck:
        return FAILED if _look(arguments, Journal({}))[1] else OK
    journal = Journal()
    if not take_terminal():
        if journal.is_elsewhere or not is_shown_on_it():
            journal.say(_TAKEN)
        return FAILED
    with QuietKeyboard():
        _help_meanwhile()
        ready, closed = _look(arguments, journal)
        if closed:
            _stand_in(closed, journal)
    if ready is None or closed:
        return FAILED
    return _open(ready, arguments, journal)


def _help_meanwhile() -> None:
    """Whom to call, at once: nothing that takes long is imported or looked at before."""
    if sys.stdout and sys.stdout.isatty():
        failsafe.show_numbers(sys.stdout)


def _doctor(arguments: argparse.Namespace) -> int:
    """Print a page that says of each door whether it is closed; 1 where one is open."""
    from guide.front.chat.draw import first_paint
    from guide.kiosk.doctor import DOOR_CLOSED, DOOR_OPEN, Machine, Tried, doors

    columns, lines = first_paint.size()
    print("Should I report? The doors of a kiosk")
    print(f"{time.strftime('%Y-%m-%d')}, guide {VERSION}, a screen of {columns} by {lines}\n")
    ready, closed = _look(arguments, Journal({}))
    fit = DOOR_CLOSED if ready and not closed else DOOR_OPEN
    tried = [Tried("The guide is fit to open.", fit, closed), *doors(Machine())]
    print()
    for door in tried:
        print(f"[{door.state}] {door.what}", *([door.to_do] if door.to_do else []), sep="\n    ")
    states = [door.state for door in tried]
    shut, wide = states.count(DOOR_CLOSED), states.count(DOOR_OPEN)
    print(f"\n{shut} closed, {wide} open, {len(states) - shut - wide} not tried.")
    print("Not tried by any program: cables, the start-up menu, who can read along.")
    print("\nLooked at by ____________________  on ____________________")
    return FAILED if DOOR_OPEN in states else OK


def _open(ready: KioskReady, arguments: argparse.Namespace, journal: Journal) -> int:
    from guide.front.kiosk.supervisor import kiosk
    from guide.kiosk.alive import Alive, Notifier
    from guide.kiosk.selfcheck import forbid_writing

    opening, begin = ready
    alive = Alive(Notifier(os.environ), lambda: _about(opening), _saying(journal))
    # Syslog's own socket is opened, if at all, before anything is forbidden and anybody is there.
    alive.opened()
    forbid_writing()

    def failing() -> None:
        alive.failed()
        if arguments.debug or journal.is_elsewhere:
            error = sys.exc_info()[1]
            for line in crash_lines(error) if error else [_KILLED]:  # without a word of anybody's
                journal.say(line)

    return kiosk(begin, opening.site, arguments.idle, failing, alive)


def _saying(journal: Journal) -> Callable[[str], None]:
    """What says the lines of health: to nobody where the log is the screen itself."""
    return journal.say if journal.is_elsewhere else lambda _: None


def _about(opening: KioskOpening) -> str:
    """What the line of health says of the guide that is open."""
    from guide.kiosk.selfcheck import days_left

    days = days_left(opening.project.library, time.strftime("%Y-%m-%d"))
    look = f"{days[0][0]} days to the next look ({days[0][1]})" if days else "no look is due"
    return f"guide {VERSION}, {opening.fingerprint}, {look}"


def _look(arguments: argparse.Namespace, journal: Journal) -> tuple[KioskReady | None, str]:
    """What is ready to open, and what keeps it closed: an empty text where nothing does."""
    try:
        from guide.commands.kiosk_ready import make_ready
        from guide.flow.document import collector_paused
        from guide.front.kiosk.supervisor import import_an_app
        from guide.kiosk.selfcheck import selfcheck

        with collector_paused():  # nearly all that is made lives until it is looked at
            ready = make_ready(arguments)
            opening = ready[0]
            journal.say(f"This guide is {opening.fingerprint} (guide verify).")
            closed = _report(selfcheck(opening), journal, every=arguments.selfcheck)
        if not closed:
            import_an_app()  # what breaks there is told here
        if opening.left_out and not closed:
            journal.say(f"The kiosk opens in: {', '.join(opening.languages)}.")
        return ready, closed
    except UsageError:
        raise
    except Exception as error:  # nobody in front of it is shown a traceback, or nothing at all
        lines = crash_lines(error)
        for line in (*lines, _CLOSED):
            journal.say(line)
        return None, lines[0]


_KILLED = "guide: the process of a visit was killed from outside, or crashed."
_CLOSED = "The kiosk does not open like this."


def _report(checked: Iterable[Checked], journal: Journal, *, every: bool = False) -> str:
    """Say what is not as it must be, or `every` thing looked at.

    Gives the first thing that keeps the kiosk closed; an empty text where it can open.
    """
    from guide.kiosk.selfcheck import NOT_FIT

    closed = ""
    for look in checked:
        if look.why or every:
            journal.say(look.line)
        if look.why and look.cost == NOT_FIT:
            closed = closed or look.why
    if closed:
        journal.say(_CLOSED)
    return closed


def _stand_in(why: str, journal: Journal) -> None:
    """Help for whoever stands in front of a kiosk that is not fit to open: never a blank screen.

    Below it one line says `why`, for staff. Where the reasons go to a log, nobody is there to read
    them, and the card stays for a while.
    """
    failsafe.show(sys.stdout, by_itself=True)
    print(f"\nFor staff: this screen is not fit to open. {why}", flush=True)
    if sys.stdout.isatty() and journal.is_elsewhere:
        time.sleep(NEXT_TRY)
