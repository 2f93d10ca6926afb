"""A contact of the help on every screen that has no line to be shown there, beside others that do.

`help:` at the top of a file names the contacts that are in view on every screen. Each says its line
under `help:` of the contact, with its number: without it that line is empty.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.flow.model import Library


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for each contact in `help:` that has no `help`."""
    shown = [library.contacts[name] for name in library.help if name in library.contacts]
    if not any(contact.help for contact in shown):
        return  # a folder that lets the names speak for themselves
    for contact in shown:
        if not contact.help:
            yield Finding(
                "help-without-words",
                "error",
                contact.place,
                f'"{contact.id}" is in the help on every screen, and has no line to show there.',
                "Add `help:` to it, with a placeholder for its name or number.",
            )
