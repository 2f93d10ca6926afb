"""Someone can come here and never get to an ending, whatever they answer: no way out.

Ways out that depend on facts do not count for those whose facts they leave out. Let one of the
answers lead on to an ending for everyone.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.factsets import without
from guide.check.proof.reachability import Proof
from guide.flow.model import Ending, Question


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each question from which some people reach no ending."""
    endings = {
        proof.edges.number[step.id]: proof.at(step.id)
        for step in proof.library.steps.values()
        if isinstance(step, Ending)
    }
    # Answers that stand everywhere are left out: an emergency is no way out of a conversation.
    out = proof.leading_to(endings, lambda edge: not edge.standing)
    for step in proof.library.steps.values():
        if isinstance(step, Question):
            number = proof.edges.number[step.id]
            if caught := without(proof.entered[number], out[number]):
                yield Finding(
                    "trap",
                    "error",
                    step.place,
                    f'Some people never get from "{step.id}" to an ending.',
                    "Let one of its answers lead on to an ending for them.",
                    proof.answers_to(step.id, caught),
                )
