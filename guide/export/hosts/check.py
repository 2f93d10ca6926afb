"""Looks at saved pages by the rules for hosts. It opens no connection."""

import os
from collections.abc import Iterator

from guide.export.hosts.dom import parsed
from guide.export.hosts.hosted import Hosted
from guide.export.hosts.rules import RULES
from guide.export.hosts.saved import with_files_beside
from guide.files import read_regular
from guide.problems import Place, Problem

PAGES = (".html", ".htm", ".xhtml")


def check_pages(
    path: str, official: bytes = b"", *, in_app: bool = False, today: str = ""
) -> Iterator[tuple[str, Problem]]:
    """The name of each rule that a page, or a page of a folder, breaks, and what to do.

    `today` is an ISO date; without one no page is old. Raises OSError where a file cannot be read.
    """
    with_button = []
    for file in pages_of(path):
        page = read_regular(file).decode("utf-8", "replace")
        hosted = Hosted(with_files_beside(parsed(page), file), official, in_app, today)
        for rule in RULES:
            for line, what in rule.broken(hosted):
                yield rule.name, Problem(Place(file, line), what, rule.what_to_do)
        if hosted.buttons:
            with_button.append((file, hosted.buttons[0].line))
    for file, line in with_button[1:]:
        first = with_button[0][0]
        what = f"The button stands on {first} already."
        yield "once", Problem(Place(file, line), what, "Leave one page with it.")


def pages_of(path: str) -> list[str]:
    """The pages of a folder, or the one file: what is looked at."""
    if not os.path.isdir(path):
        return [path]
    return sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(path)
        for name in names
        if name.lower().endswith(PAGES)
    )
