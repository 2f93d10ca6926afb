"""Looks at saved pages by the rules for hosts. It opens no connection."""

from collections.abc import Iterator

from guide.export.hosts.button import buttons
from guide.export.hosts.hosted import Hosted
from guide.export.hosts.reading import NoPage, pages_of, read_page
from guide.export.hosts.rules import RULES
from guide.export.hosts.saved import with_files_beside
from guide.export.hosts.scripts import scripts_elsewhere
from guide.problems import Place, Problem

NO_PAGE = "is-a-page"
"""The name of the rule that a page of a folder can be read as one."""
SAVE_IT = 'Open the page in a browser and save it as "Web page, complete".'


def check_pages(
    path: str, official: bytes = b"", *, in_app: bool = False, today: str = ""
) -> Iterator[tuple[str, Problem]]:
    """The name of each rule that a page, or a page of a folder, breaks, and what to do.

    `today` is an ISO date; without one no page is old. Raises OSError where a file cannot be read,
    and NoPage where the only file is none; among others that is a finding.
    """
    with_button = []
    for file in (pages := pages_of(path)):
        try:
            page = read_page(file)
        except NoPage as error:
            if len(pages) == 1:
                raise
            yield NO_PAGE, Problem(Place(file, 1), str(error), SAVE_IT)
            continue
        hosted = Hosted(with_files_beside(page, file), official, in_app, today)
        for rule in RULES:
            for line, what in rule.broken(hosted):
                yield rule.name, Problem(Place(file, line), what, rule.what_to_do)
        if hosted.buttons:
            with_button.append((file, hosted.buttons[0].line))
    for file, line in with_button[1:]:
        first = with_button[0][0]
        what = f"The button stands on {first} already."
        yield "once", Problem(Place(file, line), what, "Leave one page with it.")


def has_button(path: str, official: bytes = b"") -> bool:
    """Whether CEOP's button is on a page, or on a page of a folder."""
    for file in pages_of(path):
        try:
            page = with_files_beside(read_page(file), file)
        except NoPage:
            continue
        if buttons(page, official):
            return True
    return False


def unread_scripts(path: str) -> Iterator[tuple[Place, str]]:
    """Where a page with the button runs a script in another file, and that file's address.

    No rule looks into it: libraries do all that a rule asks about, to elements of their own.
    """
    for file in pages_of(path):
        try:
            page = with_files_beside(read_page(file), file)
        except NoPage:
            continue
        if buttons(page):
            for line, address in scripts_elsewhere(page):
                yield Place(file, line), address
