"""The checks, one a file: its docstring is what `guide check --explain` says of it.

A check of PATHS looks at a proof, that is at every conversation; a check of CONTENT only at what is
written, so that a folder whose flows cannot be walked still has its numbers and words looked at.
"""

from collections.abc import Iterator
from typing import Protocol

from guide.check.finding import Finding
from guide.check.lints import (
    asked_twice,
    ceop_link,
    changes_nothing,
    childline_number,
    fact_never_set,
    fact_unused,
    help_without_words,
    hours_differ,
    late_review,
    never_holds,
    never_shown,
    no_contact,
    odd_text,
    past_review,
    reading_age,
    records_otherwise,
    same_words,
    says_nothing,
    shown_twice,
    trap,
    typed_number,
    unreachable_step,
    without_evidence,
    without_source,
)
from guide.check.proof.reachability import Proof
from guide.flow.model import Library


class PathCheck(Protocol):
    """A module that checks every conversation."""

    __name__: str
    __doc__: str | None

    def check(self, proof: Proof) -> Iterator[Finding]:
        """What it finds."""


class ContentCheck(Protocol):
    """A module that checks what is written; `today` is an ISO date."""

    __name__: str
    __doc__: str | None

    def check(self, library: Library, today: str) -> Iterator[Finding]:
        """What it finds."""


PATHS: tuple[PathCheck, ...] = (
    unreachable_step,
    trap,
    no_contact,
    says_nothing,
    asked_twice,
    changes_nothing,
    same_words,
    never_holds,
    never_shown,
    fact_never_set,
    fact_unused,
    reading_age,
)
CONTENT: tuple[ContentCheck, ...] = (
    records_otherwise,
    typed_number,
    odd_text,
    shown_twice,
    help_without_words,
    childline_number,
    ceop_link,
    without_source,
    without_evidence,
    hours_differ,
    past_review,
    late_review,
)


def code_of(check: PathCheck | ContentCheck) -> str:
    """The name a check's findings carry."""
    return check.__name__.rpartition(".")[2].replace("_", "-")
