"""A statement, contact, ending or topic that rests on no source.

Everything the guide says of the world can be traced to a document. Name it under `sources:`.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.uses import sourced
from guide.flow.model import Library


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for each thing that needs a source and has none."""
    for what, place, sources in sourced(library):
        if not sources:
            yield Finding(
                "without-source", "error", place, f"{what} rests on no source.", "Name one."
            )
