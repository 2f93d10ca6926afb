"""An ending that shows nobody to turn to, for some of those who come to it: a dead end.

Each of its contacts has a `when`, and none of them holds. Add a contact for them.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.rules.endings import EndingView
from guide.flow.model import Ending


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each ending that leaves someone alone."""
    for step in proof.library.steps.values():
        if isinstance(step, Ending):
            screen = EndingView(step, proof.at(step.id), proof.fact_sets)
            if alone := screen.entered & ~screen.shows_any(screen.contacts):
                yield Finding(
                    "no-contact",
                    "error",
                    step.place,
                    f'Ending "{step.id}" shows some people nobody to turn to.',
                    "Add a contact for them.",
                    proof.answers_to(step.id, alone),
                )
