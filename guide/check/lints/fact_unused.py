"""An answer records a fact that no condition and no rule ever looks at.

That does no harm, but asking for what nobody uses is asking for nothing.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.uses import recorded


def check(proof: Proof) -> Iterator[Finding]:
    """A warning for each fact that is set but never used, and each value nothing is said of."""
    recorded_values = recorded(proof.library)
    for fact in proof.library.facts.values():
        if not proof.fact_sets.mentions(fact.id):
            yield Finding(
                "fact-unused",
                "warning",
                fact.place,
                f'Nothing depends on the fact "{fact.id}".',
                "Use it in a `when`, or delete it.",
            )
            continue
        for value, _ in fact.values:
            if (fact.id, value) not in recorded_values:
                yield Finding(
                    "fact-unused",
                    "warning",
                    fact.place,
                    f'No answer records "{fact.id}: {value}".',
                    "Let an answer record it, or delete the value.",
                )
