"""A `when` that holds for nobody who comes to it: a value that cannot arrive here, or one that an
earlier variant or route has taken already.

What stands behind it is never shown, and it is often a slip that hides words somebody needs.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.uses import uses_of


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each condition that can never hold."""
    for use in uses_of(proof).conditions():
        if use.came and not use.bits & proof.fact_sets.holding(use.when):
            words = ", ".join(f"{fact}: {' or '.join(values)}" for fact, values in use.when)
            yield Finding(
                "never-holds",
                "error",
                use.place,
                f"The condition {use.what} never holds here ({words}).",
                "Correct it, or delete what stands behind it.",
            )
