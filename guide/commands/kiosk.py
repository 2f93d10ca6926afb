"""`guide kiosk`: full screen, locked, resets itself; proves first that it is fit to open."""

import argparse
import sys
import time
from collections.abc import Collection, Iterable
from typing import TextIO

from guide import failsafe
from guide.conversation.conversation import Conversation, Folders
from guide.fingerprint import fingerprint, manifest
from guide.flow.model import Library
from guide.front.chat.draw import first_paint
from guide.front.chat.state import ChatState
from guide.front.kiosk.attract import attract_page
from guide.front.kiosk.quiet import QuietKeyboard
from guide.front.kiosk.rehearsal import rehearse
from guide.front.kiosk.state import BeginVisit, KioskTalk
from guide.front.languages import Languages
from guide.front.start import UsageError, explain_crash, flows_folder, locales_folder, wanted_words
from guide.kiosk.read import read_site
from guide.kiosk.selfcheck import NOT_FIT, Checked, KioskOpening, forbid_writing, selfcheck
from guide.kiosk.site import ENGLISH, Site, applied, not_there, offered
from guide.options import FAILED, OK, Options
from guide.problems import FlowError
from guide.project import Project
from guide.translate.sound import soundness

LEAST_IDLE, MOST_IDLE = 20, 3600
NEXT_TRY = 60.0
"""Seconds that the fail-safe card stands, under a supervisor, before the kiosk is tried again."""


def run(arguments: argparse.Namespace) -> int:
    """Open the kiosk; 1 where it is not fit to open, or keeps failing."""
    if not LEAST_IDLE <= arguments.idle <= MOST_IDLE:
        raise UsageError(f"--idle is in seconds, from {LEAST_IDLE} to {MOST_IDLE}.")
    if arguments.selfcheck:
        return FAILED if _look(arguments)[1] else OK
    with QuietKeyboard():
        ready, closed = _look(arguments)
        if closed:
            _stand_in(closed)
    if ready is None or closed:
        return FAILED
    from guide.front.kiosk.supervisor import kiosk

    forbid_writing()
    opening, begin = ready
    failing = _say_why if arguments.debug or not _is_shown(sys.stderr) else _say_nothing
    return kiosk(begin, opening.site, arguments.idle, failing)


_Ready = tuple[KioskOpening, BeginVisit]


def _look(arguments: argparse.Namespace) -> tuple[_Ready | None, str]:
    """What is ready to open, and what keeps it closed: an empty text where nothing does."""
    try:
        ready = _ready(arguments)
        opening = ready[0]
        print(f"This guide is {opening.fingerprint} (guide verify).", file=sys.stderr)
        closed = _report(selfcheck(opening), every=arguments.selfcheck)
        if opening.left_out and not closed:
            print(f"The kiosk opens in: {', '.join(opening.languages)}.", file=sys.stderr)
        return ready, closed
    except FlowError as error:
        print(error, file=sys.stderr)
        return None, _report([Checked("A file has faults.", str(error).splitlines()[0])], told=True)
    except UsageError:
        raise
    except Exception as error:  # nobody in front of it is shown a traceback, or nothing at all
        explain_crash(error)
        return None, _report(
            [Checked("It can be looked at.", f"That broke ({type(error).__name__}).")]
        )


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
        return codes, _beginner(local, languages, first, folders._replace(languages=codes))

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


def _beginner(library: Library, languages: Languages, first: str, folders: Folders) -> BeginVisit:
    """What makes a talk that nobody has had."""

    def begin(code: str) -> ChatState:
        spoken = languages.words(code or first)
        return KioskTalk(Conversation(library, spoken, folders=folders), languages)

    return begin


def _report(checked: Iterable[Checked], *, every: bool = False, told: bool = False) -> str:
    """Say on stderr what is not as it must be, or `every` thing looked at, if not `told` already.

    Gives the first thing that keeps the kiosk closed; an empty text where it can open.
    """
    closed = ""
    for look in checked:
        if look.why and look.cost == NOT_FIT:
            closed = closed or look.why
        if look.why and not told:
            print(f"{look.cost}: {look.what} {look.why}", file=sys.stderr)
        elif every:
            print(f"ok: {look.what}", file=sys.stderr)
    if closed:
        print("The kiosk does not open like this.", file=sys.stderr)
    return closed


def _stand_in(why: str) -> None:
    """Help for whoever stands in front of a kiosk that is not fit to open: never a blank screen.

    Below it one line says `why`, for staff. Where the reasons go to a log, nobody is there to read
    them, and the card stays for a while.
    """
    failsafe.show(sys.stdout, by_itself=True)
    print(f"\nFor staff: this screen is not fit to open. {why}", flush=True)
    if _is_shown(sys.stdout) and not _is_shown(sys.stderr):
        time.sleep(NEXT_TRY)


def _is_shown(stream: TextIO | None) -> bool:
    """Whether what is written there is seen by whoever stands in front of the screen."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def _say_why() -> None:
    """What broke and where, without a word of anybody's."""
    error = sys.exc_info()[1]
    if error is not None:
        explain_crash(error)


def _say_nothing() -> None:
    """Whoever stands in front of it is shown the card, and there is no log."""
