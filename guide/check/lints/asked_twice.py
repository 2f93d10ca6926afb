"""The same question can be asked twice in one conversation: answers lead back to it, or another
question further on has the same words.

Being asked again feels like not being believed. Lead on, or ask in other words.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.uses import same_words
from guide.flow.model import Question


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each question met again, itself or in its words."""
    questions = [step for step in proof.library.steps.values() if isinstance(step, Question)]
    looping = proof.on_loops()
    for question in questions:
        if question.id in looping:
            yield Finding(
                "asked-twice",
                "error",
                question.place,
                f'Answers lead from "{question.id}" back to it.',
                "Lead on to another step.",
                proof.answers_to(question.id, proof.at(question.id)),
            )
    by_words: dict[object, list[Question]] = {}
    for question in questions:
        by_words.setdefault(same_words(question), []).append(question)
    for alike in by_words.values():
        for earlier in alike if len(alike) > 1 else ():
            after = proof.after(earlier.id)
            for later in alike:
                if later is not earlier and (again := after[proof.edges.number[later.id]]):
                    yield Finding(
                        "asked-twice",
                        "error",
                        later.place,
                        f'"{later.id}" asks in the same words what "{earlier.id}" asked before.',
                        "Ask in other words, or leave one out.",
                        proof.answers_to(later.id, again),
                    )
