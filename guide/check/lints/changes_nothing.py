"""Whatever is answered here, the conversation goes on in the same way, with the same words.

Each question costs a frightened person time. Let its answers lead to different help or different
words, or leave it out.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.flow.model import Question


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each question all of whose own answers do the same for everyone."""
    for step in proof.library.steps.values():
        if isinstance(step, Question) and (bits := proof.at(step.id)):
            effects = {
                tuple(
                    (edge.target, arriving)
                    for edge in proof.edges.out[proof.edges.number[step.id]]
                    if edge.option == option.id and (arriving := edge.forward(bits))
                )
                for option in step.options
            }
            if len(effects) == 1 and len(step.options) > 1:
                yield Finding(
                    "changes-nothing",
                    "error",
                    step.place,
                    f'No answer to "{step.id}" changes anything.',
                    "Let its answers lead to different help, or leave the question out.",
                    proof.answers_to(step.id, bits),
                )
