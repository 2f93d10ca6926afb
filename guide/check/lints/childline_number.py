"""The number of Childline is 0800 1111, and that of an emergency 999: nowhere anything close to it.

A missing digit leaves a child with a dead line, and has happened on pages that ought to know.
"""

import re
from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.texts import library_texts
from guide.flow.model import CONTACT_METHODS, Library
from guide.problems import Place

NUMBERS = {"childline": "0800 1111", "emergency": "999"}
_NUMBER = re.compile(r"\d(?:[\s().-]*\d)+")
_PLAIN = "08001111"


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for either number when altered, and for any other close to Childline's."""
    for name, number in NUMBERS.items():
        contact = library.contacts.get(name)
        if contact is not None and contact.phone != number:
            yield _finding(contact.place, f'The phone of "{name}" is "{contact.phone}"', number)
    for place, text in _everything(library):
        for candidate in _NUMBER.findall(text):
            if candidate != NUMBERS["childline"] and _close(
                "".join(filter(str.isdigit, candidate))
            ):
                yield _finding(
                    place, f'"{candidate}" looks like the number of Childline', "0800 1111"
                )


def _everything(library: Library) -> Iterator[tuple[Place, str]]:
    for placed in library_texts(library):
        yield placed.text.place, placed.text.source
    for contact in library.contacts.values():
        if contact.id != "childline":
            yield from ((contact.place, contact.value(way)) for way in CONTACT_METHODS)


def _close(digits: str) -> bool:
    """Whether digits differ from Childline's in at most one: changed, lost, added or swapped."""
    if digits == _PLAIN:
        return True
    if len(digits) == len(_PLAIN):
        differing = [place for place in range(8) if digits[place] != _PLAIN[place]]
        return len(differing) == 1 or (len(differing) == 2 and sorted(digits) == sorted(_PLAIN))
    longer, shorter = sorted((digits, _PLAIN), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def _finding(place: Place, what: str, number: str) -> Finding:
    return Finding("childline-number", "error", place, f"{what}.", f"It is {number}.")
