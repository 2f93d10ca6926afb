"""A library as nodes and edges over sets of combinations of facts: what the proof walks.

Each combination is followed once, from the start, along the edges it takes: of an answer's routes
the first that holds. A question that lists a standing answer itself has it once.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.check.proof.factsets import MAX_MET, MAX_MOVES, Digit, FactSets, Test, changed, passes
from guide.flow.model import Library, Line, Message, Option, Question
from guide.flow.walk import records

SAID = "said "
"""Begins the name of the fact that a message has said a statement."""


class Edge(NamedTuple):
    """One way from a step to another: an answer, or a message's way on (then `option` is empty)."""

    source: int
    target: int
    option: str
    standing: bool
    """Whether it is an answer that may be given at any question."""
    moves: list[tuple[int, int]]
    """Each combination that takes the edge, and the one it arrives as: a bit each."""

    def forward(self, bits: int) -> int:
        """Where these combinations arrive."""
        arriving = 0
        for before, after in self.moves:
            if bits & before:
                arriving |= after
        return arriving

    def backward(self, bits: int, among: int) -> int:
        """Those among some combinations that arrive at these."""
        came = 0
        for before, after in self.moves:
            if bits & after and among & before:
                came |= before
        return came


class Way(NamedTuple):
    """What an answer does to one combination, and the edges it may take: the first that it passes.

    A message says statements first, each to those for whom its condition holds.
    """

    says: list[tuple[list[Test], list[Digit]]]
    changes: list[Digit]
    routes: list[tuple[list[Test], Edge]]

    def arriving(self, number: int) -> int:
        """The combination once everything is said and recorded."""
        for tests, changes in self.says:
            if passes(number, tests):
                number = changed(number, changes)
        return changed(number, self.changes)


class FlowEdges:
    """Every edge of a library, by the number of the step it leaves, and who takes it."""

    def __init__(self, library: Library, fact_sets: FactSets, watched: Iterable[str]) -> None:
        self.library = library
        self.fact_sets = fact_sets
        self.ids = list(library.steps)
        self.number = {step_id: number for number, step_id in enumerate(self.ids)}
        self.is_question = [isinstance(step, Question) for step in library.steps.values()]
        self._watched = frozenset(watched)
        self._ways = [self._leaving(step_id) for step_id in self.ids]
        self.out = [[edge for way in ways for _, edge in way.routes] for ways in self._ways]
        self.order = self._starts_first()
        self._into: list[list[Edge]] | None = None
        self._explore()

    def _explore(self) -> None:
        """Follow each combination from the start along the edge it takes; give those met a bit."""
        start = self.number[self.library.first_step()]
        met: list[set[int]] = [set() for _ in self.ids]
        # 0 is the combination of whom nothing is known.
        met[start].add(0)
        waiting = [(start, 0)]
        moves = 0
        while waiting:
            if moves > MAX_MOVES:
                raise self.fact_sets.too_many()
            node, number = waiting.pop()
            for way in self._ways[node]:
                after = way.arriving(number)
                for tests, edge in way.routes:
                    if passes(after, tests):
                        moves += 1
                        edge.moves.append((number, after))
                        if after not in met[edge.target]:
                            met[edge.target].add(after)
                            waiting.append((edge.target, after))
                        break
        numbers = set().union(*met)
        if len(numbers) > MAX_MET:
            raise self.fact_sets.too_many()
        self.fact_sets.keep_only(numbers)
        bits = self.fact_sets.bits()
        for edges in self.out:
            for edge in edges:
                # In place: an edge is a tuple, and stands among the ways too.
                edge.moves[:] = [(bits[before], bits[after]) for before, after in edge.moves]

    def answered(self, option: str, source: str = "") -> int:
        """All combinations once an answer is given, at one question or where it stands."""
        nodes = [self.number[source]] if source else range(len(self.out))
        arriving = 0
        for node in nodes:
            for edge in self.out[node]:
                # At a question its own answer is meant, else the one that stands everywhere.
                if edge.option == option and edge.standing is not bool(source):
                    for _, after in edge.moves:
                        arriving |= after
        return arriving

    @property
    def into(self) -> list[list[Edge]]:
        """The edges into every step."""
        if self._into is None:
            self._into = [[] for _ in self.out]
            for edges in self.out:
                for edge in edges:
                    self._into[edge.target].append(edge)
        return self._into

    def _leaving(self, step_id: str) -> list[Way]:
        step = self.library.steps[step_id]
        if isinstance(step, Question):
            own = [self._way(step_id, option, False) for option in step.options]
            standing = (option for option in self.library.always if not step.option(option.id))
            return [*own, *(self._way(step_id, option, True) for option in standing)]
        if isinstance(step, Message):
            on = Option("", (), (), (), (), step.to, step.place)
            return [self._way(step_id, on, False)._replace(says=list(self._says(step)))]
        return []

    def _says(self, message: Message) -> Iterator[tuple[list[Test], list[Digit]]]:
        for line in message.say:
            if line.statement in self._watched:
                changes = self.fact_sets.changes([(SAID + line.statement, "yes")])
                yield self.fact_sets.tests(line.when), changes

    def _way(self, step_id: str, option: Option, standing: bool) -> Way:
        source, tests = self.number[step_id], self.fact_sets.tests
        routes = [
            (tests(route.when), Edge(source, self.number[route.to], option.id, standing, []))
            for route in option.to
        ]
        return Way([], self.fact_sets.changes(option.means), routes)

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
