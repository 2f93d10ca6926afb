"""When a source is to be looked at again: the sooner, the more a child depends on it.

No date closes anything and none takes a contact away: what is due is told.
"""

from datetime import date, timedelta
from typing import NamedTuple

from guide.flow.model import Library, Source
from guide.problems import Place

FIRST_LINE = frozenset(
    {
        "emergency",
        "police",
        "child-helpline",
        "abuse-report",
        "crisis-line",
        "childrens-services",
        "adult-helpline",
    }
)
"""The roles of contacts whose number a person may dial in the worst hour."""
QUARTER, HALF_YEAR, YEAR = 90, 180, 365
"""The most days between two looks: at a first-line number, at another's, at all else."""


class Due(NamedTuple):
    """A contact or source whose date has passed."""

    review_by: str
    kind: str
    id: str
    place: Place


def due(library: Library, today: str) -> list[Due]:
    """What was to be looked at again before today, an ISO date; the longest overdue first."""
    tables = (("contact", library.contacts), ("source", library.sources))
    entries = [
        Due(entry.review_by, kind, entry.id, entry.place)
        for kind, table in tables
        for entry in table.values()
    ]
    return sorted(entry for entry in entries if entry.review_by and entry.review_by < today)


def days_between_looks(library: Library, source: str) -> int:
    """The most days that may pass between two looks at a source."""
    roles = {
        contact.role
        for contact in library.contacts.values()
        if any(source in sources for _, sources in contact.evidence)
    }
    if roles & FIRST_LINE:
        return QUARTER
    return HALF_YEAR if roles else YEAR


def next_look(library: Library, source: Source, looked_on: str) -> str:
    """The day by which a source that was looked at is to be looked at again."""
    days = timedelta(days=days_between_looks(library, source.id))
    return (date.fromisoformat(looked_on) + days).isoformat()
