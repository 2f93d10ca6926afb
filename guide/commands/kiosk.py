"""`guide kiosk`: full screen, locked, resets itself; proves first that it is fit to open."""

import argparse
import sys
import time
from collections.abc import Callable, Iterable

from guide import failsafe
from guide.conversation.conversation import Conversation, Folders
from guide.flow.model import Library
from guide.front import first_paint
from guide.front.chat.attract import attract_page
from guide.front.chat.kiosk_talk import KioskTalk
from guide.front.chat.rehearsal import rehearse
from guide.front.chat.talk import Talk
from guide.front.languages import Languages
from guide.front.start import WrongUse, explain, flows_folder, locales_folder, words
from guide.kiosk.read import read_site
from guide.kiosk.selfcheck import Checked, Opening, forbid_writing, selfcheck
from guide.kiosk.site import Site, applied
from guide.options import FAILED, OK, Options
from guide.problems import FlowError
from guide.project import Project

LEAST_IDLE, MOST_IDLE = 20, 3600
NEXT_TRY = 60.0
"""Seconds that the fail-safe card stands, under a supervisor, before the kiosk is tried again."""

Begin = Callable[[str], Talk]


def run(arguments: argparse.Namespace) -> int:
    """Open the kiosk; 1 where it is not fit to open, or keeps failing."""
    if not LEAST_IDLE <= arguments.idle <= MOST_IDLE:
        raise WrongUse(f"--idle is in seconds, from {LEAST_IDLE} to {MOST_IDLE}.")
    try:
        opening, begin = _ready(arguments)
        fit = _report(selfcheck(opening), every=arguments.selfcheck)
    except FlowError as error:
        print(error, file=sys.stderr)
        fit = _report((), fit=False)
    if arguments.selfcheck:
        return OK if fit else FAILED
    if not fit:
        _stand_in()
        return FAILED
    from guide.front.chat.locked import kiosk

    forbid_writing()
    failing = _say_why if arguments.debug else _say_nothing
    return kiosk(begin, opening.site, arguments.idle, failing)


def _ready(arguments: argparse.Namespace) -> tuple[Opening, Begin]:
    """What is to be checked, and then opened: the very same."""
    folders = Folders(flows_folder(arguments.flows), locales_folder(arguments.locales))
    project = Project(*folders)
    library = project.library
    shipped = Languages(library.contacts, folders.locales).codes
    site = read_site(arguments.site, library, shipped) if arguments.site else Site()
    local = applied(library, site)
    languages = Languages(local.contacts, folders.locales, only=site.languages)
    begin = _beginner(local, languages, _first_language(arguments, library, languages), folders)

    def rehearsed() -> str:
        return rehearse(
            begin,
            languages.codes,
            lambda talk, *size: attract_page(talk, site, *size),
            first_paint.size(),
        )

    return Opening(project, local, site, rehearsed), begin


def _first_language(arguments: argparse.Namespace, library: Library, languages: Languages) -> str:
    """The language to begin with: as asked for, else the system's, else the first offered."""
    options = Options(locale=arguments.locale, locales=arguments.locales)
    wanted = words(library, options).language
    if wanted in languages.codes:
        return wanted
    if arguments.locale:
        offered = ", ".join(languages.codes)
        raise WrongUse(f'"{arguments.locale}" is not offered here. There is: {offered}.')
    return languages.codes[0]


def _beginner(library: Library, languages: Languages, first: str, folders: Folders) -> Begin:
    """What makes a talk that nobody has had."""

    def begin(code: str) -> Talk:
        spoken = languages.words(code or first)
        return KioskTalk(Conversation(library, spoken, folders=folders), languages)

    return begin


def _report(checked: Iterable[Checked], *, every: bool = False, fit: bool = True) -> bool:
    """Say on stderr what is not as it must be, or `every` thing looked at; whether all is well."""
    for one in checked:
        fit = fit and not one.why
        if one.why:
            print(f"not fit: {one.what} {one.why}", file=sys.stderr)
        elif every:
            print(f"ok: {one.what}", file=sys.stderr)
    if not fit:
        print("The kiosk does not open like this.", file=sys.stderr)
    return fit


def _stand_in() -> None:
    """Help for whoever stands in front of a kiosk that is not fit to open: never a blank screen.

    Where the reasons go to a log, nobody is there to read them, and the card stays for a while.
    """
    failsafe.show(sys.stdout)
    if sys.stdout.isatty() and not sys.stderr.isatty():
        time.sleep(NEXT_TRY)


def _say_why() -> None:
    error = sys.exc_info()[1]
    if error is not None:
        explain(error)


def _say_nothing() -> None:
    """The person in front of it is told by the card; there is nobody else."""
