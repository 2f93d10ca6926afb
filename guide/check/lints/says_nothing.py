"""A message that says nothing to some of those who come to it: each of its lines has a `when`, and
none of them holds.

Add a line for them, or lead them past the message.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.factsets import without
from guide.check.proof.reachability import Proof
from guide.flow.model import Message


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each message that leaves someone with nothing."""
    for step in proof.library.steps.values():
        if isinstance(step, Message):
            silent = proof.at(step.id)
            for line in step.say:
                silent = without(silent, proof.fact_sets.holding(line.when))
            if silent:
                yield Finding(
                    "says-nothing",
                    "error",
                    step.place,
                    f'Message "{step.id}" says nothing to some people.',
                    "Add a line for them.",
                    proof.answers_to(step.id, silent),
                )
