"""An ending that shows nobody to turn to, for some of those who come to it: a dead end.

Each of its contacts has a `when`, and none of them holds. Add a contact for them.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.factsets import without
from guide.check.proof.reachability import Proof


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each ending that leaves someone alone."""
    for screen in proof.endings:
        if alone := without(screen.entered, screen.shows_any(screen.contacts)):
            ending = screen.ending
            yield Finding(
                "no-contact",
                "error",
                ending.place,
                f'Ending "{ending.id}" shows some people nobody to turn to.',
                "Add a contact for them.",
                proof.answers_to(ending.id, alone),
            )
