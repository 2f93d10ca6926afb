"""A number, a link or hours that rest on no source of their own, or evidence of what is not there.

The sources of a contact say who they are. That a number is theirs, that a link leads to them and
that they are there at a time is looked up by itself: name where, under `evidence:`.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.flow.model import CONTACT_METHODS, Contact, Library

_CODE = "without-evidence"


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for each that has no evidence, and for evidence of nothing."""
    for contact in library.contacts.values():
        stated = _stated(contact)
        for field in stated:
            if not contact.evidence_of(field):
                rest = "rest" if field == "hours" else "rests"
                what = f'The {field} of contact "{contact.id}" {rest} on no source.'
                advice = f"Name one: evidence: {{{field}: its-source}}."
                yield Finding(_CODE, "error", contact.place, what, advice)
        for field, _ in contact.evidence:
            if field not in stated:
                what = f'Contact "{contact.id}" has evidence of its {field}, and no {field}.'
                yield Finding(_CODE, "error", contact.place, what, "Delete one, or add the other.")


def _stated(contact: Contact) -> list[str]:
    """What a contact states that needs evidence: each way to reach it, and its hours."""
    ways = [way for way in CONTACT_METHODS if contact.value(way)]
    return [*ways, "hours"] if contact.hours or contact.open else ways
