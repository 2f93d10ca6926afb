"""Every condition of a library with the combinations that come to it: which can never hold?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from guide.check.proof.reachability import Proof
from guide.flow.model import (
    Contact,
    Ending,
    Library,
    Line,
    Message,
    Option,
    Question,
    Route,
    Shown,
    Statement,
    Variant,
    When,
)
from guide.flow.walk import Part, made_once, records, walk
from guide.problems import Place


class Use(NamedTuple):
    """A condition where it stands, and the combinations that come to it."""

    part: Part
    """The record whose condition it is, where it stands."""
    came: int
    """Those who come to the place where it stands."""
    bits: int
    """Those of them whom nothing before it has taken."""

    @property
    def when(self) -> When:
        """The condition."""
        when: When = self.part.record.when
        return when

    @property
    def place(self) -> Place:
        """Where it is written; for words, where they are."""
        record = self.part.record
        place: Place = record.text.place if isinstance(record, Variant) else record.place
        return place

    @property
    def what(self) -> str:
        """What it is a condition of, in words for an author."""
        record = self.part.record
        return _named(self.part.owner if isinstance(record, Variant) else record)


@made_once
def uses_of(proof: Proof) -> "Uses":
    """Who comes to what, by a proof."""
    return Uses(proof)


class Uses:
    """Who comes to each part of a library: steps, statements, contacts, topics."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._sets = proof.fact_sets
        self.statements: dict[str, int] = dict.fromkeys(proof.library.statements, 0)
        self.contacts: dict[str, int] = dict.fromkeys(proof.library.contacts, 0)
        self.questions = self.anywhere = 0
        for step in proof.library.steps.values():
            bits = proof.at(step.id)
            if isinstance(step, Question):
                self.questions |= bits
            self.anywhere |= bits
        for screen in proof.endings:
            for contact in screen.contacts:
                self.contacts[contact] |= screen.shows(contact)
        # Help stands on every screen.
        for contact in proof.library.help:
            self.contacts[contact] |= self.anywhere
        parts = [part for part in walk(proof.library) if hasattr(part.record, "when")]
        for part in parts:
            if isinstance(line := part.record, Line) and line.statement:
                came = self._coming_to(part) & self._sets.holding(line.when)
                self.statements[line.statement] |= came
        self._of_conditions = [part for part in parts if part.record.when]

    def conditions(self) -> Iterator[Use]:
        """Each place where a condition stands."""
        return map(self._use, self._of_conditions)

    def _use(self, part: Part) -> Use:
        came = self._coming_to(part)
        return Use(part, came, self._sets.left_by(part.before, came))

    def _coming_to(self, part: Part) -> int:
        """Those who come to where a part stands: every condition around it holds for them."""
        _, first, *_ = (*part.within, part.record)
        bits = self._meeting(first) & self._sets.around(part)
        if isinstance(part.record, Route) and isinstance(part.owner, Option):
            # Whoever takes it has given the answer.
            source = first.id if isinstance(first, Question) else ""
            bits = self._proof.edges.answered(part.owner.id, source)
        return bits

    def _meeting(self, first: object) -> int:
        """Those who meet what stands in a table of the library."""
        match first:
            case Question() | Message() | Ending():
                return self._proof.at(first.id)
            case Option():
                return self.questions
            case Statement():
                return self.statements[first.id]
            case Contact():
                return self.contacts[first.id]
        return self.anywhere


def _named(whose: Any) -> str:
    """What a condition is a condition of, in words for an author."""
    match whose:
        case Line():
            return "of this line"
        case Shown():
            return f"of {whose.contact}"
        case Option():
            return f'of answer "{whose.id}"'
        case Route():
            return f'of the way to "{whose.to}"'
    kind = type(whose).__name__.lower()
    return f'of {kind} "{whose.id}"' if hasattr(whose, "id") else f"of this {kind}"


def same_words(question: Question) -> object:
    """What two questions have in common when they ask in the same words."""
    return tuple((variant.when, variant.text.source) for variant in question.ask)


def recorded(library: Library) -> set[tuple[str, str]]:
    """Every fact and value that some answer records."""
    return {pair for option in records(library, Option) for pair in option.means}


def sourced(library: Library) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    """Everything that must name its sources: what it is, where, and those it names."""
    for part in walk(library):
        stated = part.record
        if part.within == (library,) and hasattr(stated, "sources"):
            yield f'{type(stated).__name__} "{stated.id}"', stated.place, stated.sources


def cited(library: Library) -> set[str]:
    """Every source that something rests on."""
    resting = (part.record for part in walk(library) if part.within)
    return {source for stated in resting for source in rests_on(stated)}


def rests_on(stated: object) -> Iterator[str]:
    """The sources that a record itself names: of what it says, and of each number and link."""
    yield from getattr(stated, "sources", ())
    for _, sources in getattr(stated, "evidence", ()):
        yield from sources
