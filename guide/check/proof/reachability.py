"""Who can come where: per step the set of combinations of facts it is entered with, over all paths.

One pass to a fixed point instead of a walk along every path: where a thousand paths merge the
step is visited once, and a loop ends when it brings nothing new.

Only what is new at a step is passed on from it, so each combination takes each edge once. Nothing
is noted on the way: the shortest answers to a fault are read back through the layers, one
combination at a time, for the few rules that are broken.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from heapq import heappop, heappush

from guide.check.proof.edges import SAID, Edge, FlowEdges, said_in_messages
from guide.check.proof.endings import EndingView
from guide.check.proof.factsets import FactSets, one_of, without
from guide.flow.model import Ending, Library, When
from guide.flow.walk import conditions

Sets = list[int]
"""For every step, by its number, a set of combinations."""

EntrySets = dict[int, int]
"""Some steps, by number, with the combinations that people begin with there."""

Answers = tuple[str, ...]
AnswersTo = Callable[[str, int], Answers]
"""Gives the shortest answers that lead to a step with one of some combinations."""


class Walk:
    """Where people come from some beginning: the combinations at each step, the fewest answers."""

    def __init__(self, edges: FlowEdges, begin: EntrySets) -> None:
        self.edges = edges
        self._begin = begin
        self.entered = forward(edges, begin)
        self._layers: list[dict[int, int]] | None = None

    def at(self, step_id: str) -> int:
        """The combinations with which a step is entered."""
        return self.entered[self.edges.number[step_id]]

    def shortest(self, step_id: str, bits: int) -> tuple[int, int, tuple[str, ...]]:
        """The fewest answers after which a step is entered with one of these combinations.

        Gives the step and the combination they begin with, then the answers.
        """
        node = self.edges.number[step_id]
        for number, layer in enumerate(self._all_layers()):
            if entering := layer.get(node, 0) & bits:
                return read_back(self.edges, self._all_layers(), number, node, one_of(entering))
        raise LookupError(f"{step_id} is never entered so")

    def _all_layers(self) -> list[dict[int, int]]:
        """Layer k: what is entered first after k answers, by step."""
        if self._layers is None:
            seen = [0] * len(self.edges.out)
            layers = [settled(self.edges, self._begin, seen)]
            while layers[-1]:
                layers.append(settled(self.edges, answered(self.edges, layers[-1]), seen))
            self._layers = layers
        return self._layers


class Proof:
    """Every conversation of a library at once."""

    def __init__(
        self, library: Library, asked: Iterable[When] = (), statements: Iterable[str] = ()
    ) -> None:
        """`asked` are the conditions of rules, `statements` those that rules want said first.

        Raises TooMany where the facts combine in more ways than can be proven.
        """
        watched = sorted(set(statements) & said_in_messages(library))
        when_said: list[When] = [((SAID + statement, ("yes",)),) for statement in watched]
        self.library = library
        self.fact_sets = FactSets([*conditions(library), *asked, *when_said])
        self.edges = FlowEdges(library, self.fact_sets, watched)
        self.start = self.edges.number[library.first_step()]
        # Bit 1 is the combination of whom nothing is known: it is 0, the least of all numbers.
        self._whole = Walk(self.edges, {self.start: 1})
        self.entered = self._whole.entered

    @cached_property
    def endings(self) -> list[EndingView]:
        """What each ending shows to all who come to it."""
        return [
            EndingView(step, self.at(step.id), self.fact_sets, self.library.more)
            for step in self.library.steps.values()
            if isinstance(step, Ending)
        ]

    # -- sets

    def at(self, step_id: str) -> int:
        """The combinations with which a step is entered."""
        return self._whole.at(step_id)

    def leading_to(self, goals: EntrySets, follow: Callable[[Edge], bool] | None = None) -> Sets:
        """For every step, the combinations entered there from which a goal can be reached.

        `goals` are sets by step number; only the edges that `follow` allows are taken.
        """
        order = self.edges.order
        leading = [0] * len(self.edges.out)
        waiting = [0] * len(leading)
        heap: list[tuple[int, int]] = []
        for node, bits in goals.items():
            waiting[node] = bits & self.entered[node]
            # The latest step first: all that can lead on from a step is known when its turn comes.
            heappush(heap, (-order[node], node))
        while heap:
            _, node = heappop(heap)
            bits = waiting[node]
            waiting[node] = 0
            leading[node] |= bits
            for edge in self.edges.into[node]:
                source = edge.source
                if not self.entered[source] or (follow and not follow(edge)):
                    continue
                before = without(edge.backward(bits, self.entered[source]), leading[source])
                if before:
                    # Where something waits, the step stands in the heap already.
                    if not waiting[source]:
                        heappush(heap, (-order[source], source))
                    waiting[source] |= before
        return leading

    def after(self, step_id: str) -> Sets:
        """The sets of every step that is entered after a step, by all who come to that step."""
        node = self.edges.number[step_id]
        return forward(self.edges, self._begin(self.edges.out[node]))

    def _begin(self, edges: Iterable[Edge]) -> EntrySets:
        """Where some edges lead all who come to take them."""
        begin: EntrySets = {}
        for edge in edges:
            if arriving := edge.forward(self.entered[edge.source]):
                begin[edge.target] = begin.get(edge.target, 0) | arriving
        return begin

    def on_loops(self) -> list[str]:
        """The questions with an answer that leads back, so that someone comes to them again."""
        order = self.edges.order
        leading_back = [
            node
            for node, edges in enumerate(self.edges.out)
            if any(
                order[edge.target] <= order[node] and edge.forward(self.entered[node])
                for edge in edges
            )
        ]
        questions = [self.edges.ids[node] for node in leading_back if self.edges.is_question[node]]
        # `after` walks on from a step, so only those with an edge that leads back are asked.
        return [step_id for step_id in questions if self.after(step_id)[self.edges.number[step_id]]]

    # -- the shortest answers

    def answers_to(self, step_id: str, bits: int) -> tuple[str, ...]:
        """The fewest answers after which the step is entered with one of these combinations."""
        return self._whole.shortest(step_id, bits)[2]

    def having_answered(self, answers: Iterable[str]) -> tuple[Walk, "AnswersTo"]:
        """Everyone who has given one of these answers, from there on.

        `sexual` is the answer of that name to any question, `age.not-sure` the one to `age`.
        With a function that tells the shortest answers, through one of those, to a step.
        """
        chosen = [edge for answer in answers for edge in self.offering(answer)]
        walk = Walk(self.edges, self._begin(chosen))

        def told(step_id: str, bits: int) -> Answers:
            node, bit, after = walk.shortest(step_id, bits)
            for edge in chosen:
                before = edge.backward(bit, self.entered[edge.source]) if edge.target == node else 0
                if before:
                    first = self.answers_to(self.edges.ids[edge.source], before)
                    return (*first, edge.option, *after)
            raise LookupError(f"{step_id} is never entered so")

        return walk, told

    def offering(self, answer: str) -> list[Edge]:
        """The edges that an answer of its own takes from the questions that someone comes to."""
        question, _, option = answer.rpartition(".")
        if question and question not in self.edges.number:
            return []
        return [
            edge
            for step_id in ([question] if question else self.edges.ids)
            for edge in self.edges.out[self.edges.number[step_id]]
            if edge.option == option and not edge.standing and self.entered[edge.source]
        ]

    # -- how long

    def longer_than(self, limit: int, spoken: int) -> dict[int, tuple[str, ...]]:
        """The questions that come after `limit` others, each with answers that lead to it.

        Only for the combinations `spoken` of.
        """
        # The layers cost a pass an answer; the longest path without conditions costs one in all,
        # and mostly shows that there is nothing to look for.
        if not self._may_be_longer(limit):
            return {}
        layers = [settled(self.edges, {self.start: 1})]
        for _ in range(limit):
            layers.append(settled(self.edges, answered(self.edges, layers[-1])))
        return {
            node: read_back(self.edges, layers, limit, node, one_of(bits & spoken))[2]
            for node, bits in layers[limit].items()
            if self.edges.is_question[node] and bits & spoken
        }

    def _may_be_longer(self, limit: int) -> bool:
        """Whether a path is longer when nobody looks at facts: mostly quick to rule out."""
        longest = [0] * len(self.edges.out)
        by_place = sorted(range(len(longest)), key=lambda node: -self.edges.order[node])
        for node in by_place:
            for edge in self.edges.out[node]:
                if self.edges.order[edge.target] <= self.edges.order[node]:
                    return True
                longest[node] = max(longest[node], longest[edge.target])
            longest[node] += self.edges.is_question[node]
        return longest[self.start] > limit


def forward(edges: FlowEdges, begin: EntrySets) -> Sets:
    """The sets of every step, from the sets of a few."""
    out, order = edges.out, edges.order
    seen = [0] * len(out)
    waiting = [0] * len(out)
    heap: list[tuple[int, int]] = []
    for node, bits in begin.items():
        waiting[node] = bits
        # The earliest step first: what comes to a step from several is passed on once.
        heappush(heap, (order[node], node))
    while heap:
        _, node = heappop(heap)
        bits = waiting[node]
        waiting[node] = 0
        seen[node] |= bits
        for edge in out[node]:
            arriving = edge.forward(bits)
            target = edge.target
            if seen[target]:
                arriving = without(arriving, seen[target])
            if arriving:
                if not waiting[target]:
                    heappush(heap, (order[target], target))
                waiting[target] |= arriving
    return seen


def answered(edges: FlowEdges, layer: dict[int, int]) -> EntrySets:
    """What is entered one answer later."""
    after: EntrySets = {}
    for node, bits in layer.items():
        if edges.is_question[node]:
            for edge in edges.out[node]:
                if arriving := edge.forward(bits):
                    after[edge.target] = after.get(edge.target, 0) | arriving
    return after


def settled(edges: FlowEdges, entered: EntrySets, seen: Sets | None = None) -> dict[int, int]:
    """The layer that begins so, its messages passed; less what was `seen`, which it joins."""
    layer: dict[int, int] = {}
    work = list(entered.items())
    while work:
        node, bits = work.pop()
        bits = without(bits, layer.get(node, 0) | (seen[node] if seen else 0))
        if not bits:
            continue
        layer[node] = layer.get(node, 0) | bits
        # A message asks nothing, so what follows it is as many answers away as it is itself.
        if not edges.is_question[node]:
            work += [(edge.target, edge.forward(bits)) for edge in edges.out[node]]
    if seen:
        for node, bits in layer.items():
            seen[node] |= bits
    return layer


def read_back(
    edges: FlowEdges, layers: list[dict[int, int]], number: int, node: int, bit: int
) -> tuple[int, int, Answers]:
    """The way to one combination of a step of a layer, read from the end to where it begins."""
    answers: list[str] = []
    while previous := _edge_before(edges, layers, number, node, bit):
        edge, bit, number = previous
        node = edge.source
        if edge.option:
            answers.append(edge.option)
    return node, bit, tuple(reversed(answers))


def _edge_before(
    edges: FlowEdges, layers: list[dict[int, int]], number: int, node: int, bit: int
) -> tuple[Edge, int, int] | None:
    """The edge by which a combination came into its layer; None where the layers begin."""
    for edge in edges.into[node]:
        # Only an answer leads from one layer to the next; the way on from a message has no option.
        earlier = number - 1 if edge.option else number
        among = layers[earlier].get(edge.source, 0) if earlier >= 0 else 0
        if among and (before := edge.backward(bit, among)):
            return edge, one_of(before), earlier
    return None


def count_conversations(edges: FlowEdges) -> int | None:
    """How many distinct conversations there are, by their answers.

    None where answers lead round, as there is then no end to them.
    """
    # Whoever comes to a step with one combination leaves it by the edges which that one takes, so
    # the conversations that lead to each combination add up from step to step.
    taken = [edge for out in edges.out for edge in out if edge.moves]
    if any(edges.order[edge.target] <= edges.order[edge.source] for edge in taken):
        return None
    leading: list[dict[int, int]] = [{} for _ in edges.out]
    leading[edges.number[edges.library.first_step()]][1] = 1
    for node in sorted(range(len(edges.out)), key=edges.order.__getitem__):
        for edge in edges.out[node]:
            there = leading[edge.target]
            for before, after in edge.moves:
                there[after] = there.get(after, 0) + leading[node][before]
    return sum(sum(ways.values()) for ways, out in zip(leading, edges.out, strict=True) if not out)
