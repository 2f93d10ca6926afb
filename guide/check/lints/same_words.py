"""Two answers to one question have the same words, so nobody can tell them apart."""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.factsets import FactSets, without
from guide.check.proof.reachability import Proof
from guide.flow.model import Option, Question, Text


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each answer that reads like another to the same question, for someone."""
    for step in proof.library.steps.values():
        if not isinstance(step, Question):
            continue
        entered = proof.at(step.id)
        met: dict[str, list[tuple[int, str]]] = {}
        for option in step.options:
            for bits, text in _words(option, entered, proof.fact_sets):
                alike = met.setdefault(text.source.casefold(), [])
                for other_bits, other in alike:
                    if other != option.id and (both := bits & other_bits):
                        yield Finding(
                            "same-words",
                            "error",
                            option.place,
                            f'Answers "{other}" and "{option.id}" to "{step.id}" read the same.',
                            "Give one of them other words.",
                            proof.answers_to(step.id, both),
                        )
                alike.append((bits, option.id))


def _words(option: Option, entered: int, fact_sets: FactSets) -> Iterator[tuple[int, Text]]:
    for variant in option.say:
        holding = fact_sets.holding(variant.when)
        yield entered & holding, variant.text
        entered = without(entered, holding)
