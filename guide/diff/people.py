"""Who can be where in a library, and how many conversations come there."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from guide.flow.model import Ending, Facts, Library, Message
from guide.flow.paths import facts_after, next_step

# It bounds the wait: a library like that is not counted, only compared.
MOST_PLACES = 200_000
"""Places looked at; past this nobody is counted."""

FrozenFacts = tuple[tuple[str, str], ...]


class Position(NamedTuple):
    """A step, and what is known of whoever is there."""

    step: str
    facts: FrozenFacts


Wanted = Callable[[str, Facts], bool]
"""Whether a step, with these facts known, is one of those asked about."""


class Touched(NamedTuple):
    """Those whom something reaches."""

    people: tuple[FrozenFacts, ...]
    """What is known of each kind of them, where it reaches them."""
    conversations: int | None
    """How many conversations it is met in; None where they cannot be counted."""


class People:
    """Every place of a library that somebody can come to."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _ways(self) -> dict[Position, list[Position]]:
        """Where each place leads, an entry an answer; nothing leads on from an ending."""
        library = self._library
        first = Position(library.first_step(), ())
        ways: dict[Position, list[Position]] = {}
        waiting = [first]
        while waiting and len(ways) < MOST_PLACES:
            place = waiting.pop()
            if place in ways:
                continue
            ways[place] = list(self._after(place))
            waiting += ways[place]
        return ways

    def _after(self, place: Position) -> Iterable[Position]:
        step, facts = self._library.steps[place.step], dict(place.facts)
        if isinstance(step, Message):
            yield Position(next_step(step.to, facts), place.facts)
        elif not isinstance(step, Ending):
            for option in self._library.options(step):
                after = facts_after(option, facts)
                yield Position(next_step(option.to, after), tuple(sorted(after.items())))

    @cached_property
    def _in_order(self) -> list[Position] | None:
        """The places, each after all it leads to; None where ways lead round."""
        ways, order = self._ways, []
        begun: dict[Position, bool] = {}
        work = [Position(self._library.first_step(), ())]
        while work:
            place = work[-1]
            if begun.get(place) is None:
                begun[place] = False
                following = [other for other in ways.get(place, ()) if not begun.get(other)]
                if any(other in begun for other in following):
                    return None
                work += following
                continue
            work.pop()
            if not begun[place]:
                begun[place] = True
                order.append(place)
        return order

    @cached_property
    def conversations(self) -> int | None:
        """How many conversations there are; None where they cannot be counted."""
        return self._avoiding(frozenset())

    def _avoiding(self, places: frozenset[Position]) -> int | None:
        """How many conversations come to none of these places."""
        if self._in_order is None or len(self._ways) >= MOST_PLACES:
            return None
        number: dict[Position, int] = {}
        for place in self._in_order:
            ways = self._ways[place]
            through = sum(number[other] for other in ways) if ways else 1
            number[place] = 0 if place in places else through
        return number[self._in_order[-1]]

    def touched(self, wanted: Wanted) -> Touched:
        """Those who come to a place that is wanted."""
        places = frozenset(place for place in self._ways if wanted(place.step, dict(place.facts)))
        if places not in self._known:
            people = dict.fromkeys(place.facts for place in sorted(places))
            all_of_them, others = self.conversations, self._avoiding(places)
            number = None if all_of_them is None or others is None else all_of_them - others
            self._known[places] = Touched(tuple(people), number)
        return self._known[places]

    @cached_property
    def _known(self) -> dict[frozenset[Position], Touched]:
        return {}
