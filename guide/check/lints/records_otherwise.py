"""An answer is named like one value of a fact and records another: under-11 records 18-plus.

Swapped, such answers send every person of that age, or of that kind, to the help of another. Let
the answer record what it is named, or rename it.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.flow.model import Library, Question


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for each answer that records another value of a fact than its own name."""
    values = {fact.id: {value for value, _ in fact.values} for fact in library.facts.values()}
    for step in library.steps.values():
        for option in step.options if isinstance(step, Question) else ():
            for fact, value in option.means:
                if option.id != value and option.id in values.get(fact, ()):
                    yield Finding(
                        "records-otherwise",
                        "error",
                        option.place,
                        f'Answer "{option.id}" records "{fact}: {value}".',
                        f'Let it record "{option.id}", or rename it.',
                    )
