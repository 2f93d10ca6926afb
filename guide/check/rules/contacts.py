"""What rules demand of contacts by what these say of themselves: their hours, and who runs them."""

import re
from collections.abc import Iterable

from guide.check.proof.endings import EndingView
from guide.check.proof.factsets import FactSets
from guide.flow.model import NATIONS, Contact, Library, Line, When, Wording
from guide.flow.opening import ROUND_THE_CLOCK

_POLICE = re.compile(r"\b(?:police|law enforcement)\b", re.IGNORECASE)


_NATION = "nation"
"""The fact that says where the child lives."""


def is_limited(contact: Contact) -> bool:
    """Whether a contact is not always there, or nobody knows that it is."""
    return bool(contact.hours or contact.open) and contact.open != ROUND_THE_CLOCK


def closed_first(library: Library, screen: EndingView) -> int:
    """The combinations whose first group has somebody who may be closed, and nobody always open."""
    contacts = [library.contacts[name] for name in screen.contacts]
    limited = _first_of(screen, (contact.id for contact in contacts if is_limited(contact)))
    always = _first_of(
        screen, (contact.id for contact in contacts if contact.open == ROUND_THE_CLOCK)
    )
    return limited & ~always


def _first_of(screen: EndingView, contacts: Iterable[str]) -> int:
    bits = 0
    for contact in contacts:
        bits |= screen.first(contact)
    return bits


def police_unsaid(library: Library, screen: EndingView, fact_sets: FactSets, name: str) -> int:
    """The combinations that meet a contact, and do not read that the police run it.

    It is said by its name, by its own words, or on the ending before anybody is shown,
    or under the same heading.
    """
    contact = library.contacts[name]
    unsaid = screen.shows(name)
    ending = screen.ending
    for wording in (contact.name, contact.says):
        unsaid &= ~_hearing(wording, fact_sets)
    for shown in ending.every_contact:
        if shown.contact == name:
            unsaid &= ~(_hearing(shown.say, fact_sets) & fact_sets.holding(shown.when))
    lines: list[tuple[When, Line]] = [((), line) for line in ending.before]
    lines += [(more.when, line) for more in screen.groups_with([name]) for line in more.say]
    for when, line in lines:
        wording = library.statements[line.statement].say if line.statement else line.wording
        unsaid &= ~(_hearing(wording, fact_sets) & fact_sets.holding(when + line.when))
    return unsaid


def of_another_nation(screen: EndingView, contact: Contact) -> int:
    """The combinations that are shown a contact, and live in a nation that it is not for."""
    # Only a nation that was told counts: nobody is turned away for what was not asked.
    others = tuple(nation for nation in NATIONS if nation not in contact.nations)
    if not contact.nations or not others:
        return 0
    return screen.shows(contact.id) & screen.holding(((_NATION, others),))


def _hearing(wording: Wording, fact_sets: FactSets) -> int:
    """The combinations for which the words speak of the police, or of law enforcement."""
    taken = hearing = 0
    for variant in wording:
        bits = fact_sets.holding(variant.when) & ~taken
        taken |= bits
        if _POLICE.search(variant.text.source):
            hearing |= bits
    return hearing
