"""A library as nodes and edges over sets of combinations of facts: what the proof walks.

Of an answer's routes the first that holds is taken, so each has an edge for those for whom it
holds and none before it does. A question that lists a standing answer itself has it once.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.check.proof.factsets import FactChange, FactSets, apply_changes, unrecord, without
from guide.flow.model import Library, Line, Message, Option, Question, Route, When
from guide.flow.walk import records

SAID = "said "
"""Begins the name of the fact that a message has said a statement."""


Says = tuple[int, tuple[FactChange, ...]]
"""What a message says: for which combinations, and what that changes."""


class Edge(NamedTuple):
    """One way from a step to another: an answer, or a message's way on (then `option` is empty)."""

    source: int
    target: int
    option: str
    says: tuple[Says, ...]
    """What a message says that rules ask about: for which combinations, and what that changes."""
    changes: tuple[FactChange, ...]
    holding: int | None
    """The combinations for which the edge is taken; None where it always is."""
    standing: bool
    """Whether it is an answer that may be given at any question."""

    def forward(self, bits: int) -> int:
        """Where these combinations arrive."""
        for holding, changes in self.says:
            bits = apply_changes(bits & holding, changes) | without(bits, holding)
        if self.changes:
            bits = apply_changes(bits, self.changes)
        return bits if self.holding is None else bits & self.holding

    def backward(self, bits: int, among: int) -> int:
        """Those among some combinations that arrive at these."""
        if self.holding is not None:
            bits &= self.holding
        if self.changes:
            bits = unrecord(bits, self.changes, among)
        for holding, changes in reversed(self.says):
            bits = unrecord(bits, changes, -1) & holding | without(bits, holding)
        return bits & among


class FlowEdges:
    """Every edge of a library, by the number of the step it leaves."""

    def __init__(self, library: Library, fact_sets: FactSets, watched: Iterable[str]) -> None:
        self.library = library
        self.fact_sets = fact_sets
        self.ids = list(library.steps)
        self.number = {step_id: number for number, step_id in enumerate(self.ids)}
        self.is_question = [isinstance(step, Question) for step in library.steps.values()]
        self._watched = frozenset(watched)
        self.out = [self._leaving(step_id) for step_id in self.ids]
        self.order = self._starts_first()
        self._into: list[list[Edge]] | None = None

    @property
    def into(self) -> list[list[Edge]]:
        """The edges into every step."""
        if self._into is None:
            self._into = [[] for _ in self.out]
            for edges in self.out:
                for edge in edges:
                    self._into[edge.target].append(edge)
        return self._into

    def _leaving(self, step_id: str) -> list[Edge]:
        step = self.library.steps[step_id]
        edges: list[Edge] = []
        if isinstance(step, Question):
            for option in step.options:
                self._routes(edges, step_id, option, (), False)
            for option in self.library.always:
                if step.option(option.id) is None:
                    self._routes(edges, step_id, option, (), True)
        elif isinstance(step, Message):
            on = Option("", (), (), (), (), step.to, step.place)
            self._routes(edges, step_id, on, tuple(self._says(step)), False)
        return edges

    def _says(self, message: Message) -> Iterator[Says]:
        for line in message.say:
            if line.statement in self._watched:
                changes = self.fact_sets.changes(((SAID + line.statement, "yes"),))
                yield self.fact_sets.holding(line.when), changes

    def _routes(
        self,
        edges: list[Edge],
        step_id: str,
        option: Option,
        says: tuple[Says, ...],
        standing: bool,
    ) -> None:
        """Add the edges that an option's routes are."""
        source, number = self.number[step_id], self.number
        changes = self.fact_sets.changes(option.means) if option.means else ()
        earlier = 0
        for route in option.to:
            holding: int | None = None
            if route.when or earlier:
                wanted = self.fact_sets.holding(route.when)
                holding = without(wanted, earlier) if earlier else wanted
                earlier |= wanted
            edges.append(
                Edge(source, number[route.to], option.id, says, changes, holding, standing)
            )

    def _starts_first(self) -> list[int]:
        """The place of every step when each comes before all it leads to, loops apart."""
        done: list[int] = []
        seen = [False] * len(self.ids)
        for first in range(len(self.ids)):
            # Begin at the start, whichever step was written first: then only loops lead back.
            # Depth first, with a stack of our own, as flows may be deeper than Python's
            # recursion.
            first = self.number[self.library.first_step()] if first == 0 else first
            if seen[first]:
                continue
            seen[first] = True
            work = [(first, iter(self.out[first]))]
            while work:
                node, edges = work[-1]
                for edge in edges:
                    if not seen[edge.target]:
                        seen[edge.target] = True
                        work.append((edge.target, iter(self.out[edge.target])))
                        break
                else:
                    done.append(node)
                    work.pop()
        places = [0] * len(self.ids)
        for place, node in enumerate(reversed(done)):
            places[node] = place
        return places


def said_in_messages(library: Library) -> set[str]:
    """The statements that messages say on the way."""
    messages = tuple(step for step in library.steps.values() if isinstance(step, Message))
    return {line.statement for line in records(messages, Line) if line.statement}


def routing(library: Library) -> set[When]:
    """The conditions of routes alone: they decide who comes where."""
    return {route.when for route in records(library, Route)}
