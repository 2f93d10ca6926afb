"""A condition asks for a value that no answer records, so it can never hold.

It may be a slip in the name of the value, or an answer that lost its `means`.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.uses import recorded, uses_of
from guide.flow.walk import conditions


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each value used but never set, at its first use."""
    reported: set[tuple[str, str]] = set()
    recorded_values = recorded(proof.library)
    wanted = {part for when in conditions(proof.library) for part in when}
    if all((fact, value) in recorded_values for fact, values in wanted for value in values):
        return
    for use in uses_of(proof).conditions():
        for fact, values in use.when:
            for value in values:
                if (fact, value) not in recorded_values and (fact, value) not in reported:
                    reported.add((fact, value))
                    yield Finding(
                        "fact-never-set",
                        "error",
                        use.place,
                        f'No answer records "{fact}: {value}", which is asked for here.',
                        "Let an answer record it, or correct the name.",
                    )
