"""No conversation ever comes to this step: no answer leads there, or only ones nobody can give.

Words that nobody meets are not checked by anyone either. Lead an answer there, or delete the step.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each step that is never entered."""
    for step in proof.library.steps.values():
        if not proof.at(step.id):
            yield Finding(
                "unreachable-step",
                "error",
                step.place,
                f'No conversation comes to "{step.id}".',
                "Let an answer lead there, or delete it.",
            )
