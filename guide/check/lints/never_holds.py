"""A `when` that holds for nobody who comes to it: a value that cannot arrive here, or one that an
earlier variant or route has taken already.

What stands behind it is never shown, and it is often a slip that hides words somebody needs.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.uses import uses_of
from guide.flow.model import Library, Message
from guide.problems import Place


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each condition that can never hold."""
    begun_at = _ways_past_a_beginning(proof.library)
    for use in uses_of(proof).conditions():
        if use.place in begun_at:
            continue
        if use.came and not use.bits & proof.fact_sets.holding(use.when):
            words = ", ".join(f"{fact}: {' or '.join(values)}" for fact, values in use.when)
            yield Finding(
                "never-holds",
                "error",
                use.place,
                f"The condition {use.what} never holds here ({words}).",
                "Correct it, or delete what stands behind it.",
            )


def _ways_past_a_beginning(library: Library) -> set[Place]:
    """Where the routes of each flow's first message stand.

    Whoever begins at a flow (guide/conversation/starts.py) brings facts that nobody on the way
    from the first screen has there.
    """
    first = (library.steps[flow.start] for flow in library.flows.values())
    return {route.place for step in first if isinstance(step, Message) for route in step.to}
