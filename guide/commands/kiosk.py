"""`guide kiosk`: full screen, locked, resets itself; proves first that it is fit to open."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Collection, Iterable

from guide import VERSION, failsafe
from guide.conversation.conversation import Conversation, Folders
from guide.fingerprint import fingerprint, manifest
from guide.flow.model import Library
from guide.front.aloud import Voice, find_voice
from guide.front.chat.draw import first_paint
from guide.front.chat.state import ChatState
from guide.front.kiosk.attract import attract_page
from guide.front.kiosk.quiet import QuietKeyboard
from guide.front.kiosk.rehearsal import rehearse
from guide.front.kiosk.state import BeginVisit, KioskTalk
from guide.front.languages import Languages
from guide.front.start import (
    UsageError,
    crash_lines,
    flows_folder,
    locales_folder,
    open_by_this_clock,
    wanted_words,
)
from guide.kiosk.alive import Alive, Notifier
from guide.kiosk.journal import Journal
from guide.kiosk.read import read_site
from guide.kiosk.selfcheck import (
    NOT_FIT,
    Checked,
    KioskOpening,
    days_left,
    forbid_writing,
    selfcheck,
)
from guide.kiosk.site import ENGLISH, Site, applied, not_there, offered
from guide.options import FAILED, OK, Options
from guide.project import Project
from guide.translate.sound import soundness

LEAST_IDLE, MOST_IDLE = 20, 3600
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
    with QuietKeyboard():
        ready, closed = _look(arguments, journal)
        if closed:
            _stand_in(closed, journal)
    if ready is None or closed:
        return FAILED
    return _open(*ready, arguments, journal)


def _doctor(arguments: argparse.Namespace) -> int:
    """Print a page that says of each door whether it is closed; 1 where one is open."""
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


def _open(
    opening: KioskOpening, begin: BeginVisit, arguments: argparse.Namespace, journal: Journal
) -> int:
    from guide.front.kiosk.supervisor import kiosk

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
    days = days_left(opening.project.library, time.strftime("%Y-%m-%d"))
    look = f"{days[0][0]} days to the next look ({days[0][1]})" if days else "no look is due"
    return f"guide {VERSION}, {opening.fingerprint}, {look}"


_Ready = tuple[KioskOpening, BeginVisit]


def _look(arguments: argparse.Namespace, journal: Journal) -> tuple[_Ready | None, str]:
    """What is ready to open, and what keeps it closed: an empty text where nothing does."""
    try:
        ready = _ready(arguments)
        opening = ready[0]
        journal.say(f"This guide is {opening.fingerprint} (guide verify).")
        closed = _report(selfcheck(opening), journal, every=arguments.selfcheck)
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


def _ready(arguments: argparse.Namespace) -> tuple[KioskOpening, BeginVisit]:
    """What is to be checked, and then opened: the very same."""
    folders = Folders(flows_folder(arguments.flows), locales_folder(arguments.locales))
    project = Project(*folders[:2])
    library = project.library
    there = tuple(dict.fromkeys((ENGLISH, *project.languages)))
    site = read_site(arguments.site, library) if arguments.site else Site()
    local = applied(library, site)
    left_out, in_english = soundness(project)
    left_out |= not_there(site, there)

    def speaking() -> tuple[tuple[str, ...], BeginVisit]:
        codes = offered(site.languages or there, left_out)
        languages = Languages(local.contacts, folders.locales, only=codes)
        first = _first_language(arguments, library, codes, left_out)
        folders_there = folders._replace(languages=codes)
        return codes, _beginner(local, languages, first, folders_there, read_aloud=site.read_aloud)

    while True:
        codes, begin = speaking()
        broken = _rehearse(begin, codes, site)
        # English is what everything else falls back to: without it nobody is helped.
        if ENGLISH in broken or not broken:
            break
        left_out |= broken  # and all is tried anew without these
    why = broken.get(ENGLISH, "")
    in_english = {code: lines for code, lines in in_english.items() if code in codes}
    print_of = fingerprint(manifest(*folders[:2]))
    opening = KioskOpening(project, local, site, codes, left_out, in_english, why, print_of)
    return opening, begin


def _rehearse(begin: BeginVisit, codes: tuple[str, ...], site: Site) -> dict[str, str]:
    """Why no conversation can be had, by each language in which none can."""
    size = first_paint.size()
    return rehearse(begin, codes, lambda talk, *room: attract_page(talk, site, *room), size)


def _first_language(
    arguments: argparse.Namespace,
    library: Library,
    codes: tuple[str, ...],
    left_out: Collection[str],
) -> str:
    """The language to begin with: as asked for, else the system's, else the first offered.

    English where the one asked for is left out.
    """
    options = Options(locale=arguments.locale, locales=arguments.locales)
    is_broken = arguments.locale in left_out
    wanted = ENGLISH if is_broken else wanted_words(library, options).language
    if wanted in left_out:
        wanted = ENGLISH
    if wanted in codes:
        return wanted
    if arguments.locale:
        there_is = ", ".join(codes)
        raise UsageError(f'"{arguments.locale}" is not offered here. There is: {there_is}.')
    return codes[0]


def _beginner(
    library: Library, languages: Languages, first: str, folders: Folders, *, read_aloud: bool
) -> BeginVisit:
    """What makes a talk that nobody has had."""

    def begin(code: str) -> ChatState:
        spoken = languages.words(code or first)
        voice = find_voice() if read_aloud else Voice()
        held = Conversation(library, spoken, folders=folders)
        return KioskTalk(held, languages, voice, lambda: open_by_this_clock(library))

    return begin


_KILLED = "guide: the process of a visit was killed from outside, or crashed."
_CLOSED = "The kiosk does not open like this."


def _report(checked: Iterable[Checked], journal: Journal, *, every: bool = False) -> str:
    """Say what is not as it must be, or `every` thing looked at.

    Gives the first thing that keeps the kiosk closed; an empty text where it can open.
    """
    closed = ""
    for look in checked:
        if look.why:
            journal.say(f"{look.cost}: {look.what} {look.why}")
            closed = closed or (look.why if look.cost == NOT_FIT else "")
        elif every:
            journal.say(f"ok: {look.what}")
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
