"""Who can come where: per step the set of combinations of facts it is entered with, over all paths.

One pass to a fixed point instead of a walk along every path: where a thousand paths merge the
step is visited once, and a loop ends when it brings nothing new.
"""

from collections.abc import Callable, Iterable
from heapq import heappop, heappush

from guide.check.valuations import Valuations, one_of
from guide.check.ways import SAID, Way, Ways, conditions, routing, said_in_messages
from guide.flow.model import Library, When

Sets = list[int]
"""For every step, by its number, a set of combinations."""

MOST_COUNTED = 200_000
"""Steps times combinations that are looked at to count conversations; past this nobody counts."""


class Proof:
    """Every conversation of a library at once."""

    def __init__(
        self, library: Library, asked: Iterable[When] = (), statements: Iterable[str] = ()
    ) -> None:
        """`asked` are the conditions of rules, `statements` those that rules want said first.

        Raises TooMany where the facts combine in more ways than can be proven.
        """
        watched = sorted(set(statements) & said_in_messages(library))
        said: list[When] = [((SAID + statement, ("yes",)),) for statement in watched]
        self.library = library
        self.valuations = Valuations([*conditions(library), *asked, *said])
        self.ways = Ways(library, self.valuations, watched)
        self.start = self.ways.number[library.first_step()]
        self.entered = self._forward({self.start: 1})
        self._into: list[list[Way]] | None = None
        self._layers: list[dict[int, int]] | None = None

    # -- sets

    def at(self, step_id: str) -> int:
        """The combinations with which a step is entered."""
        return self.entered[self.ways.number[step_id]]

    def _forward(self, begin: dict[int, int]) -> Sets:
        """The sets of every step, from the sets of a few."""
        out, order = self.ways.out, self.ways.order
        seen = [0] * len(out)
        waiting = [0] * len(out)
        heap: list[tuple[int, int]] = []
        for node, bits in begin.items():
            waiting[node] = bits
            heappush(heap, (order[node], node))
        while heap:
            _, node = heappop(heap)
            bits = waiting[node]
            waiting[node] = 0
            seen[node] |= bits
            for way in out[node]:
                arriving = way.forward(bits)
                target = way.target
                if seen[target]:
                    arriving &= ~seen[target]
                if arriving:
                    if not waiting[target]:
                        heappush(heap, (order[target], target))
                    waiting[target] |= arriving
        return seen

    @property
    def into(self) -> list[list[Way]]:
        """The ways into every step."""
        if self._into is None:
            self._into = [[] for _ in self.ways.out]
            for ways in self.ways.out:
                for way in ways:
                    self._into[way.target].append(way)
        return self._into

    def leading_to(
        self, goals: dict[int, int], follow: Callable[[Way], bool] = lambda way: True
    ) -> Sets:
        """For every step, the combinations entered there from which a goal can be reached.

        `goals` are sets by step number; only the ways that `follow` allows are taken.
        """
        order = self.ways.order
        found = [0] * len(self.ways.out)
        waiting = [0] * len(found)
        heap: list[tuple[int, int]] = []
        for node, bits in goals.items():
            waiting[node] = bits & self.entered[node]
            heappush(heap, (-order[node], node))
        while heap:
            _, node = heappop(heap)
            bits = waiting[node]
            waiting[node] = 0
            found[node] |= bits
            for way in self.into[node]:
                source = way.source
                if not self.entered[source] or not follow(way):
                    continue
                before = way.backward(bits, self.entered[source]) & ~found[source]
                if before:
                    if not waiting[source]:
                        heappush(heap, (-order[source], source))
                    waiting[source] |= before
        return found

    # -- the shortest answers

    def answers_to(self, step_id: str, bits: int) -> tuple[str, ...]:
        """The fewest answers after which the step is entered with one of these combinations."""
        node = self.ways.number[step_id]
        for number, layer in enumerate(self._all_layers()):
            if found := layer.get(node, 0) & bits:
                return self._read_back(self._all_layers(), number, node, one_of(found))
        raise LookupError(f"{step_id} is never entered so")

    def _all_layers(self) -> list[dict[int, int]]:
        """Layer k: what is entered first after k answers, by step."""
        if self._layers is None:
            seen = [0] * len(self.ways.out)
            layers = [self._settled({self.start: 1}, seen)]
            while layers[-1]:
                layers.append(self._settled(self._answered(layers[-1]), seen))
            self._layers = layers
        return self._layers

    def _answered(self, layer: dict[int, int]) -> dict[int, int]:
        """What is entered one answer later."""
        after: dict[int, int] = {}
        for node, bits in layer.items():
            if self.ways.is_question[node]:
                for way in self.ways.out[node]:
                    if arriving := way.forward(bits):
                        after[way.target] = after.get(way.target, 0) | arriving
        return after

    def _settled(self, entered: dict[int, int], seen: Sets | None = None) -> dict[int, int]:
        """The layer that begins so, its messages passed; less what was `seen` before, and noted there."""
        layer: dict[int, int] = {}
        work = list(entered.items())
        while work:
            node, bits = work.pop()
            bits &= ~(layer.get(node, 0) | (seen[node] if seen else 0))
            if not bits:
                continue
            layer[node] = layer.get(node, 0) | bits
            if not self.ways.is_question[node]:
                work += [(way.target, way.forward(bits)) for way in self.ways.out[node]]
        if seen:
            for node, bits in layer.items():
                seen[node] |= bits
        return layer

    def _read_back(
        self, layers: list[dict[int, int]], number: int, node: int, bit: int
    ) -> tuple[str, ...]:
        """The answers that lead to one combination of a step of a layer, read from the end."""
        answers: list[str] = []
        while number > 0 or node != self.start:
            way, bit, number = self._way_before(layers, number, node, bit)
            node = way.source
            if way.option:
                answers.append(way.option)
        return tuple(reversed(answers))

    def _way_before(
        self, layers: list[dict[int, int]], number: int, node: int, bit: int
    ) -> tuple[Way, int, int]:
        for way in self.into[node]:
            earlier = number - 1 if way.option else number
            if earlier >= 0:
                if before := way.backward(bit, layers[earlier].get(way.source, 0)):
                    return way, one_of(before), earlier
        raise LookupError("no way leads here")  # each bit of a layer came by some way

    # -- how long

    def longer_than(self, limit: int, spoken: int) -> dict[int, tuple[str, ...]]:
        """The questions that come after `limit` others, each with answers that lead to it.

        Only for the combinations `spoken` of.
        """
        if not self._may_be_longer(limit):
            return {}
        layers = [self._settled({self.start: 1})]
        for _ in range(limit):
            layers.append(self._settled(self._answered(layers[-1])))
        return {
            node: self._read_back(layers, limit, node, one_of(bits & spoken))
            for node, bits in layers[limit].items()
            if self.ways.is_question[node] and bits & spoken
        }

    def _may_be_longer(self, limit: int) -> bool:
        """Whether a path with more questions exists when nobody looks at facts: quick to rule out."""
        longest = [0] * len(self.ways.out)
        by_place = sorted(range(len(longest)), key=lambda node: -self.ways.order[node])
        for node in by_place:
            for way in self.ways.out[node]:
                if self.ways.order[way.target] <= self.ways.order[node]:
                    return True
                longest[node] = max(longest[node], longest[way.target])
            longest[node] += self.ways.is_question[node]
        return longest[self.start] > limit


def conversations(library: Library) -> int | None:
    """How many distinct conversations a library has, by their answers.

    None where answers lead round, as there is then no end to them, or where there are too many
    combinations to count.
    """
    ways = Ways(library, Valuations(routing(library)), ())
    start = ways.number[library.first_step()]
    waiting: dict[int, dict[int, int]] = {start: {1: 1}}
    total = looked_at = 0
    for node in sorted(range(len(ways.out)), key=ways.order.__getitem__):
        reached = waiting.pop(node, {})
        looked_at += len(reached)
        if looked_at > MOST_COUNTED:
            return None
        for bit, number in reached.items():
            if not ways.out[node]:
                total += number
            for way in ways.out[node]:
                if not (arriving := way.forward(bit)):
                    continue
                if ways.order[way.target] <= ways.order[node]:
                    return None
                there = waiting.setdefault(way.target, {})
                there[arriving] = there.get(arriving, 0) + number
    return total
