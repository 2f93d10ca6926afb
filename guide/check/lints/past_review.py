"""The date by which a contact or source was to be looked at again has passed.

Numbers and rules change. Look at the live page, then set a new `review-by`. This informs and does
not block, so that a date alone never stops a repair.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.flow.model import Library


def check(library: Library, today: str) -> Iterator[Finding]:
    """A warning for each contact and source past its date; dates are ISO, so they sort as text."""
    for kind, entries in (("Contact", library.contacts), ("Source", library.sources)):
        for entry in entries.values():
            if entry.review_by and entry.review_by < today:
                yield Finding(
                    "past-review",
                    "warning",
                    entry.place,
                    f'{kind} "{entry.id}" was to be reviewed by {entry.review_by}.',
                    "Look at it again, then set a new date.",
                )
