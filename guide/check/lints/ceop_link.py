"""The link to the CEOP Safety Centre is https://www.ceop.police.uk/safety-centre, and nothing else.

A look-alike address would take a child's report to a stranger. No other contact may link to a
place that calls itself CEOP.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.flow.model import Library

LINK = "https://www.ceop.police.uk/safety-centre"


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding when the link of `ceop` is altered, or another contact links to a CEOP."""
    for contact in library.contacts.values():
        if contact.id == "ceop" and contact.link != LINK:
            what = f'The link of "ceop" is "{contact.link}".'
        elif contact.id != "ceop" and "ceop" in f"{contact.link} {contact.email}".lower():
            what = f'Contact "{contact.id}" leads to a CEOP of its own.'
        else:
            continue
        yield Finding("ceop-link", "error", contact.place, what, f"It is {LINK}.")
