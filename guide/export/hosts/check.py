"""Looks at saved pages by the rules for hosts. It opens no connection."""

from collections.abc import Iterator

from guide.export.hosts.hosted import Hosted
from guide.export.hosts.reading import pages_of, read_page
from guide.export.hosts.rules import RULES
from guide.export.hosts.saved import with_files_beside
from guide.problems import Place, Problem


def check_pages(
    path: str, official: bytes = b"", *, in_app: bool = False, today: str = ""
) -> Iterator[tuple[str, Problem]]:
    """The name of each rule that a page, or a page of a folder, breaks, and what to do.

    `today` is an ISO date; without one no page is old. Raises OSError where a file cannot be read,
    and NoPage where it is none.
    """
    with_button = []
    for file in pages_of(path):
        hosted = Hosted(with_files_beside(read_page(file), file), official, in_app, today)
        for rule in RULES:
            for line, what in rule.broken(hosted):
                yield rule.name, Problem(Place(file, line), what, rule.what_to_do)
        if hosted.buttons:
            with_button.append((file, hosted.buttons[0].line))
    for file, line in with_button[1:]:
        first = with_button[0][0]
        what = f"The button stands on {first} already."
        yield "once", Problem(Place(file, line), what, "Leave one page with it.")
