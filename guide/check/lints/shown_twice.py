"""A contact that an ending names twice, or a question with more answers than anyone can read.

Of a contact named twice for the same people only the first counts, and the other is a slip. A child
in fear reads a dozen answers at most: split the question.
"""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.flow.model import Ending, Library, Question

MOST_OPTIONS = 16
"""Answers to one question, counting those that every question has."""


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for each contact that is named again, and each question that is too long."""
    for step in library.steps.values():
        if isinstance(step, Ending):
            yield from _named_twice(step)
        if isinstance(step, Question) and len(step.options) > MOST_OPTIONS:
            yield Finding(
                "shown-twice",
                "warning",
                step.place,
                f'Question "{step.id}" has {len(step.options)} answers.',
                f"Ask in two steps: at most {MOST_OPTIONS} can be read.",
            )


def _named_twice(ending: Ending) -> Iterator[Finding]:
    seen: dict[str, list[object]] = {}
    for shown in ending.every_contact:
        before = seen.setdefault(shown.contact, [])
        if shown.when in before or () in before:
            yield Finding(
                "shown-twice",
                "error",
                shown.place,
                f'Ending "{ending.id}" names "{shown.contact}" twice for the same people.',
                "Delete the second.",
            )
        before.append(shown.when)
