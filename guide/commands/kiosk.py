"""`guide kiosk`: full screen, locked, resets itself; proves first that it is fit to open."""

import argparse
import sys
from collections.abc import Callable, Iterator

from guide.cli import FAILED, OK, Options
from guide.conversation.conversation import Conversation, Folders
from guide.flow.library import load
from guide.flow.model import Library
from guide.front.chat.kiosk_talk import KioskTalk
from guide.front.chat.talk import Talk
from guide.front.languages import Languages
from guide.front.start import WrongUse, explain, flows_folder, locales_folder, words
from guide.kiosk.selfcheck import Checked, forbid_writing, selfcheck
from guide.kiosk.site import Site, applied, read_site

LEAST_IDLE = 20


def run(arguments: argparse.Namespace) -> int:
    """Open the kiosk; 1 where it is not fit to open, or keeps failing."""
    if arguments.idle < LEAST_IDLE:
        raise WrongUse(f"--idle is in seconds, and at least {LEAST_IDLE}.")
    flows, locales = flows_folder(arguments.flows), locales_folder(arguments.locales)
    library = load(flows)
    languages = Languages(library.contacts, locales)
    site = read_site(arguments.site, library, languages.codes) if arguments.site else Site()
    local = applied(library, site)
    checked = selfcheck(flows, locales, library, local, site)
    fit = _report(checked, every=arguments.selfcheck)
    if arguments.selfcheck or not fit:
        return OK if fit else FAILED
    return _open(arguments, local, site, Folders(flows, locales))


def _report(checked: Iterator[Checked], *, every: bool) -> bool:
    """Say on stderr what is not as it must be, or `every` thing looked at; whether all is well."""
    fit = True
    for one in checked:
        fit = fit and not one.why
        if one.why:
            print(f"not fit: {one.what} {one.why}", file=sys.stderr)
        elif every:
            print(f"ok: {one.what}", file=sys.stderr)
    if not fit:
        print("The kiosk does not open like this.", file=sys.stderr)
    return fit


def _open(arguments: argparse.Namespace, local: Library, site: Site, folders: Folders) -> int:
    from guide.front.chat.locked import kiosk

    forbid_writing()
    locale = arguments.locale or (site.languages[0] if site.languages else "")
    options = Options(locale=locale, flows=folders.flows, locales=folders.locales)
    begin = _beginner(local, site, options, folders)
    return kiosk(begin, site, arguments.idle, _say_why if arguments.debug else _say_nothing)


def _beginner(
    local: Library, site: Site, options: Options, folders: Folders
) -> Callable[[], Talk]:
    """What makes a talk that nobody has had."""
    languages = Languages(local.contacts, folders.locales, only=site.languages)

    def begin() -> Talk:
        spoken = words(local, options)
        return KioskTalk(Conversation(local, spoken, folders=folders), languages)

    return begin


def _say_why() -> None:
    error = sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1]
    if error is not None:
        explain(error)


def _say_nothing() -> None:
    """The person in front of it is told by the card; there is nobody else."""
