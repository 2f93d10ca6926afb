"""Words that harm a child, whoever reads them: advice to screenshot, keep or pass on a picture,
blame, and a promise of secrecy or a call for it.

Saying not to is fine ("Do not take a screenshot"), and so is what somebody else says ("They want
you to keep it secret"). The patterns stand in guide/check/harm.py and hold for every folder; a
folder's own rules may forbid more. They are English: a translation is held to its English.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.harm import harmful
from guide.check.texts import library_texts
from guide.flow.model import Library


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for each text that harms."""
    yield from harmful(library_texts(library))
