"""What `guide kiosk` opens: made ready, rehearsed and looked at before anybody is let in."""

import argparse
import time
from collections.abc import Callable, Collection
from functools import partial

from guide.conversation.conversation import Conversation, Folders
from guide.fingerprint import fingerprint, manifest
from guide.flow.model import Library
from guide.front.aloud import Voice, find_voice
from guide.front.chat.draw import first_paint
from guide.front.chat.state import ChatState
from guide.front.kiosk.attract import attract_page
from guide.front.kiosk.rehearsal import rehearse
from guide.front.kiosk.state import BeginVisit, KioskTalk
from guide.front.languages import Languages
from guide.front.start import open_by_this_clock, wanted_words
from guide.kiosk.looks import Looks
from guide.kiosk.read import read_site
from guide.kiosk.selfcheck import KioskOpening
from guide.kiosk.site import ENGLISH, Site, applied, not_there, offered
from guide.options import Options
from guide.project import Project
from guide.settings import UsageError, flows_folder, locales_folder

KioskReady = tuple[KioskOpening, BeginVisit]
"""What is checked, and what begins a visit of the very same."""


def make_ready(arguments: argparse.Namespace) -> KioskReady:
    """What is to be checked, and then opened.

    Raises UsageError for a language that is not offered, and FlowError where the flows or the site
    cannot be used.
    """
    folders = Folders(flows_folder(arguments.flows), locales_folder(arguments.locales))
    project = Project(*folders[:2])
    library = project.library
    there = tuple(dict.fromkeys((ENGLISH, *project.languages)))
    site = read_site(arguments.site, library) if arguments.site else Site()
    local = applied(library, site)
    left_out = not_there(site, there)

    def speaking() -> tuple[tuple[str, ...], Callable[[str], BeginVisit]]:
        """The codes of the languages, and what begins in the first of them."""
        codes = offered(site.languages or there, left_out)
        languages = Languages(local.contacts, folders.locales, only=codes)
        folders_there = folders._replace(languages=codes)
        beginning = partial(_beginner, local, languages, folders_there, read_aloud=site.read_aloud)
        return codes, beginning

    looks = Looks(project, time.strftime("%Y-%m-%d"))
    # Meanwhile this process rehearses: what is read late otherwise is there then, for every visit.
    codes, beginning = speaking()
    broken = _rehearse(beginning(ENGLISH), codes, site)
    looked = looks.looked()
    left_out |= looked.left_out
    while True:
        left_out = broken | left_out
        # English is what everything else falls back to: without it nobody is helped.
        if ENGLISH in broken or left_out.keys().isdisjoint(codes):
            break
        codes, beginning = speaking()  # and all is tried anew without these
        broken = _rehearse(beginning(ENGLISH), codes, site)
    begin = beginning(_first_language(arguments, library, codes, left_out))
    why = broken.get(ENGLISH, "")
    in_english = {code: lines for code, lines in looked.in_english.items() if code in codes}
    print_of = fingerprint(manifest(*folders[:2]))
    opening = KioskOpening(project, local, site, codes, left_out, in_english, why, print_of, looked)
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
    library: Library, languages: Languages, folders: Folders, first: str, *, read_aloud: bool
) -> BeginVisit:
    """What makes a talk that nobody has had."""

    def begin(code: str) -> ChatState:
        spoken = languages.words(code or first)
        voice = find_voice() if read_aloud else Voice()
        held = Conversation(library, spoken, folders=folders)
        return KioskTalk(held, languages, voice, lambda: open_by_this_clock(library))

    return begin
