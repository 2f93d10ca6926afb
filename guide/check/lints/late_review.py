"""A contact or source is to be looked at again only in more than five years.

A number or a page that nobody looks at for years is as good as unchecked. Set an earlier
`review-by`: those that are shipped are looked at again within a year.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.flow.model import Library

YEARS = 5
"""Until the latest date that a review may wait for, from today on."""


def check(library: Library, today: str) -> Iterator[Finding]:
    """An error for each contact and source that is due too late; dates are ISO."""
    # Compared as text only, so 29 February of a year that has none does no harm.
    latest = f"{int(today[:4]) + YEARS}{today[4:]}"
    for kind, entries in (("Contact", library.contacts), ("Source", library.sources)):
        for entry in entries.values():
            if latest < entry.review_by < "3":  # another text is no date, and told as such
                yield Finding(
                    "late-review",
                    "error",
                    entry.place,
                    f'{kind} "{entry.id}" is to be reviewed only by {entry.review_by}.',
                    f"Set a date by {latest}.",
                )
