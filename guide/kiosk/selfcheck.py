"""Whether a kiosk is fit to open: each thing that must hold, and plain words where it does not."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.flow.model import Library
from guide.kiosk.site import NATION, Site, only_adds

LEAST_COLUMNS, LEAST_LINES = 40, 20
NEWEST_YEAR_KNOWN = 2026
"""A clock before the year this was written is wrong, and review dates would not be seen."""


class Checked(NamedTuple):
    """One thing looked at; `why` is empty where it is as it must be."""

    what: str
    why: str = ""


def selfcheck(
    flows: str, locales: str, library: Library, local: Library, site: Site
) -> Iterator[Checked]:
    """Everything a kiosk needs, in the order a person would mend it.

    `library` is that of the folder `flows`, `local` the same with the site applied.
    """
    today = time.strftime("%Y-%m-%d")
    yield Checked("The terminal is large enough and can show colours.", terminal())
    yield Checked("The clock is right.", clock(today))
    yield Checked("The site only adds people.", _first(map(str, only_adds(library, local))))
    yield Checked("Every safety rule holds here.", _rules(flows, local, site, today))
    yield Checked("Nothing is past its review date.", _review_dates(library, today))
    yield Checked("Every language is sound.", _languages(locales, library, site))
    yield Checked("Nothing can be written.", writing())


def _first(reasons: Iterator[str]) -> str:
    return next(reasons, "")


def terminal(size: Callable[[], os.terminal_size] = os.get_terminal_size) -> str:
    """Why the terminal will not do, or an empty text."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return "There is no terminal. Start the kiosk on a console or in a terminal window."
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        return "The terminal has no name. Set TERM, for example to xterm-256color or linux."
    columns, lines = size()
    if columns < LEAST_COLUMNS or lines < LEAST_LINES:
        wanted = f"{LEAST_COLUMNS} columns and {LEAST_LINES} lines"
        return f"The terminal has {columns} columns and {lines} lines. Give it {wanted} or more."
    return _colours()


def _colours() -> str:
    import curses

    try:
        curses.setupterm()
        colours = curses.tigetnum("colors")
    except curses.error:
        return "The terminal is not known to this computer. Set TERM to one that is."
    if colours < 8:
        return "The terminal has no colours. Set TERM to one that has, such as linux."
    return ""


def clock(today: str) -> str:
    """Why the clock cannot be right, or an empty text; `today` is an ISO date."""
    if int(today[:4]) < NEWEST_YEAR_KNOWN:
        return f"The computer says it is {today}. Set its clock."
    return ""


def _rules(flows: str, local: Library, site: Site, today: str) -> str:
    """The first rule that is broken with the site applied, or an empty text."""
    from guide.check.folder import check_folder, proof_for
    from guide.check.prove import broken
    from guide.check.rules import read_rules

    book = read_rules(flows, local)
    errors = [found for found in check_folder(flows, today).findings if found.severity == "error"]
    # What the site tells is not asked, so a rule about asking it has nothing to say here.
    told = {NATION} if site.nation else set()
    rules = tuple(rule for rule in book.rules if not told & {fact for fact, _ in rule.can_say})
    errors += broken(rules, proof_for(local, rules))
    return _first(f"{found.what} `guide check` says more." for found in errors)


def _review_dates(library: Library, today: str) -> str:
    dated = [(one.review_by, one.id) for one in library.contacts.values()]
    dated += [(one.review_by, one.id) for one in library.sources.values()]
    late = sorted(name for by, name in dated if by and by < today)
    if not late:
        return ""
    names = ", ".join(late[:5])
    return f"These are past their review date: {names}. Check them, or get a newer guide."


def _languages(locales: str, library: Library, site: Site) -> str:
    from guide import catalogue

    shipped = catalogue.languages(locales)
    for code in site.languages or shipped:
        if code != "en" and catalogue.load(locales, code) is None:
            return f'The language "{code}" cannot be read. `guide locale check {code}` says why.'
    from guide.translate.audit import audit

    errors = [found for found in audit(library, locales) if found.severity == "error"]
    return _first(f"{found.place}: {found.what} {found.what_to_do}" for found in errors)


def forbid_writing() -> None:
    """Let this process write no byte to any file, and leave no picture of its memory behind."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def writing() -> str:
    """Why something could still be written, or an empty text. Tried on a file that is nowhere."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    file = os.memfd_create("selfcheck")
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
        os.write(file, b"x")
    except OSError:
        return ""
    finally:
        os.close(file)
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    return "This system lets the guide write files. Start it by the unit in deploy/kiosk."
