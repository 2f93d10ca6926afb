"""Whether a kiosk is fit to open: each thing that must hold, and plain words where it does not."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from guide import dumps
from guide.check.rules.read import Rule
from guide.fingerprint import as_digits
from guide.flow.model import Library
from guide.kiosk.looks import Looks, LooksResult, first_reason, why_not
from guide.kiosk.site import Site, only_adds
from guide.project import GIVE_LOCALES, Project

# As in guide/front/chat/page.py, which this may not import: below it too little is in view.
LEAST_COLUMNS, LEAST_LINES = 40, 16
FIRST_DAY, LAST_DAY = "2026-11-01", "2060-01-01"
"""A clock before the day this was written is wrong, and one before the last look at a source."""
_SET = "Set its clock, and give it one with a battery: no review date is seen without."
DAYS_BEFORE = 90
"""Days before a review date from which it is told."""


NOT_FIT, LEFT_OUT, IN_PART, DUE, SOON = "not fit", "left out", "in part", "due", "soon"


class Checked(NamedTuple):
    """One thing looked at; `why` is empty where it is as it must be."""

    what: str
    """What must be so; where a language is left out or in part in English, what is so."""
    why: str = ""
    cost: str = NOT_FIT
    """What it costs: the kiosk stays closed, one language is left out or in part in English.

    What is due, or soon will be, is told and costs nothing: no date closes a kiosk, or takes
    anybody off a screen, and neither does a clock that is wrong.
    """

    @property
    def line(self) -> str:
        """What was found, in one line for staff."""
        if not self.why:
            return f"ok: {self.what}"
        if self.cost in (LEFT_OUT, IN_PART):
            return f"{self.cost}: {self.what} {self.why}"
        return f'{self.cost}: not so: "{self.what}" {self.why}'


class KioskOpening(NamedTuple):
    """What is about to open: a project, and its library with the site applied."""

    project: Project
    local: Library
    site: Site
    languages: tuple[str, ...]
    """The codes of the languages it is offered in."""
    left_out: Mapping[str, str]
    """Why each language that is not sound is left out, by its code."""
    in_english: Mapping[str, str]
    """How many safety lines of a language that is sound stand in English, by its code."""
    broken: str
    """Why no conversation can be had in the languages that are left; empty where one can."""
    fingerprint: str = ""
    """That of the guide that opens."""
    looked: LooksResult | None = None
    """What was found at the looks that take longest; they are taken now where it is not there."""


def selfcheck(opening: KioskOpening) -> Iterator[Checked]:
    """Everything a kiosk needs, in the order a person would mend it. Writes nothing."""
    today = time.strftime("%Y-%m-%d")
    library = opening.project.library
    looked = opening.looked or Looks(opening.project, today, processes=1).looked()
    looks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("The terminal is large enough and can show colours.", terminal),
        ("What is compiled says what its sources say.", lambda: looked.compiled),
        ("It is the guide that was reviewed.", lambda: reviewed(opening)),
        ("The site only adds people.", lambda: _only_adds(opening)),
        ("Every safety rule holds here.", lambda: looked.rules or _rules_here(opening)),
    )
    yield from (Checked(what, why_not(look)) for what, look in looks)
    yield Checked("The clock can be right.", why_not(lambda: clock(library, today)), DUE)
    late = why_not(lambda: review_dates(library, today))
    yield Checked("Nothing is past its review date.", late, DUE)
    if near := why_not(lambda: review_soon(library, today)):
        yield Checked("No review date is near.", near, SOON)
    yield from _languages(opening)
    for code, why in opening.in_english.items():
        yield Checked(f'The language "{code}" is in part in English.', why, IN_PART)
    yield Checked("A conversation can be held in every language.", opening.broken)
    yield Checked("Nothing can be written.", why_not(writing))


# -- the machine it runs on


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
    try:
        import curses
    except ImportError:
        return "This system has no terminals. Use one such as Linux."
    try:
        curses.setupterm()
        colours = curses.tigetnum("colors")
    except curses.error:
        return "The terminal is not known to this computer. Set TERM to one that is."
    if colours < 8:
        return "The terminal has no colours. Set TERM to one that has, such as linux."
    return ""


def clock(library: Library, today: str) -> str:
    """Why the clock cannot be right, or an empty text; `today` is an ISO date."""
    looks = [source.checked[0] for source in library.sources.values() if source.checked]
    if max(looks, default=FIRST_DAY) <= today <= LAST_DAY:
        return ""
    return f"The computer says it is {today}. {_SET}"


def forbid_writing() -> None:
    """Let this process write no byte to any file, and leave no picture of its memory behind."""
    import resource
    import signal

    sys.dont_write_bytecode = True
    dumps.forbid_core_files()
    dumps.forbid_dumps()
    # Else the first byte would end the process; ignored, it lets the write fail (setrlimit(2)).
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def writing() -> str:
    """Why something could still be written, or an empty text. Tried on a file that is nowhere."""
    refused = "This system lets the guide write files. Start it by the unit in deploy/kiosk."
    try:
        import resource
        import signal

        file = os.memfd_create("selfcheck")
    except (ImportError, AttributeError):
        return "Only on Linux can the guide be kept from writing files. Use Linux."
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        # The soft limit alone, so that it can be set back: this is a trial.
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
        os.write(file, b"x")
    except OSError:
        return ""
    finally:
        os.close(file)
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    return refused


# -- what it says


def reviewed(opening: KioskOpening) -> str:
    """Why this is not the guide that the site names, or an empty text."""
    named = opening.site.fingerprint
    if not named or as_digits(named) == as_digits(opening.fingerprint):
        return ""
    return (
        f"The site names the guide {named}, and this is {opening.fingerprint}. Install that one,"
        " or have this one read and write its fingerprint into the site file."
    )


def _only_adds(opening: KioskOpening) -> str:
    return first_reason(only_adds(opening.project.library, opening.local))


def _rules_here(opening: KioskOpening) -> str:
    """The first rule that is broken with the site applied, or an empty text."""
    rules = opening.project.rules.rules
    if not rules:
        return "The flows have no rules to prove. Add them (flows/RULES.md)."
    return local_rules(rules, opening.local, opening.site)


def local_rules(proven: Iterable[Rule], local: Library, site: Site) -> str:
    """The first rule that does not hold with the site applied."""
    from guide.kiosk.site_faults import site_faults

    return first_reason(
        f"{fault.what} {fault.what_to_do}" for fault in site_faults(proven, local, site)
    )


def review_dates(library: Library, today: str) -> str:
    """Which contacts and sources are past their review date; empty where none is."""
    late = [name for days, name in days_left(library, today) if days < 0]
    if not late:
        return ""
    return f"These are past their review date: {_named(late)}. Check them, or get a newer guide."


def review_soon(library: Library, today: str) -> str:
    """Which contacts and sources are to be looked at within 90 days; empty where none is."""
    near = [(days, name) for days, name in days_left(library, today) if 0 <= days <= DAYS_BEFORE]
    if not near:
        return ""
    names = _named([name for _, name in near])
    return f"In {near[0][0]} days or more a look at these is due: {names}. Get a newer guide then."


def days_left(library: Library, today: str) -> list[tuple[int, str]]:
    """How many days are left to each review date, less than none past it; soonest first."""
    now = date.fromisoformat(today)
    dated = [(entry.review_by, entry.id) for entry in library.contacts.values()]
    dated += [(entry.review_by, entry.id) for entry in library.sources.values()]
    return sorted(((date.fromisoformat(by) - now).days, name) for by, name in dated if by)


def _named(names: list[str]) -> str:
    return ", ".join(sorted(names)[:5]) + (" and more" if len(names) > 5 else "")


def _languages(opening: KioskOpening) -> Iterator[Checked]:
    """Each language that is left out; where all can stay, that they are sound."""
    for code, why in opening.left_out.items():
        yield Checked(f'The language "{code}" is not offered.', why, LEFT_OUT)
    if why := opening.project.why_no_languages:
        what = "Nothing but English is offered."
        yield Checked(what, f"{opening.project.locales}: {why} {GIVE_LOCALES}", LEFT_OUT)
    elif not opening.left_out:
        yield Checked("Every language is sound.")
