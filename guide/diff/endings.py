"""Whose ending changes between two libraries: both are walked with the same answers."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.diagram.answers import plain_english
from guide.diff.people import FrozenFacts
from guide.flow.model import Ending, Facts, Library, Option, Question, pick
from guide.flow.paths import facts_after, next_step, skip_messages

# It bounds the wait: two flows that share nothing would be walked beside one another without end
# in sight.
MOST_STEPS = 2_000_000
"""Pairs of places looked at; past this the flows are too different, or too large, to compare."""


class Outcome(NamedTuple):
    """How a conversation ends, and what its ending asks for first."""

    ending: str
    """Its id; empty where no ending is reached."""
    urgency: str
    contacts: tuple[str, ...]
    """In order."""
    title: str = ""
    """The one action, in words."""
    groups: tuple[tuple[str, ...], ...] = ()
    """The contacts, those side by side together."""


GOES_ON = Outcome("", "goes on", ())
CANNOT_BE_HAD = Outcome("", "cannot be had", ())


class TooDifferent(Exception):
    """There are more pairs of places than anyone can look at."""


class EndingChange(NamedTuple):
    """People whose conversation ends otherwise: from what, to what, who, and how they get there."""

    was: Outcome
    now: Outcome
    people: tuple[FrozenFacts, ...]
    """What is known of each kind of them."""
    answers: tuple[str, ...]
    """The fewest answers that show it."""
    conversations: int | None
    """How many conversations it changes; None where they cannot be counted."""

    @property
    def kinds(self) -> list[str]:
        """The classes it falls in (guide/diff/classes.py)."""
        was, now = self.was, self.now
        if was.ending != now.ending or not was.ending:
            return ["ending"]
        first = (was.title, was.urgency, was.groups[:1]) != (now.title, now.urgency, now.groups[:1])
        kinds = {"shown": was.groups != now.groups, "first-action": first}
        return [kind for kind, differs in kinds.items() if differs]


class _Pair(NamedTuple):
    old_step: str
    old_facts: FrozenFacts
    new_step: str
    new_facts: FrozenFacts


class _End(NamedTuple):
    was: Outcome
    now: Outcome
    facts: FrozenFacts


def changes(old: Library, new: Library) -> list[EndingChange]:
    """Every change of ending, in the order of the fewest answers that meet it."""
    walk = _Walk(old, new)
    people: dict[tuple[Outcome, Outcome], dict[FrozenFacts, None]] = {}
    first: dict[tuple[Outcome, Outcome], tuple[str, ...]] = {}
    numbers: Counter[tuple[Outcome, Outcome]] = Counter()
    ends = list(walk.ends())
    ways = walk.ways_to_each()
    for (was, now, facts), answers, pair in ends:
        if was != now:
            people.setdefault((was, now), {})[facts] = None
            first.setdefault((was, now), answers)
            numbers[was, now] += ways[pair] if ways else 0
    return [
        EndingChange(*key, tuple(facts), first[key], numbers[key] if ways else None)
        for key, facts in people.items()
    ]


class _Walk:
    """Two libraries walked beside one another."""

    def __init__(self, old: Library, new: Library) -> None:
        self._old, self._new = old, new
        self._begin = _Pair(old.first_step(), (), new.first_step(), ())
        self._after: dict[_Pair, list[_Pair]] = {}

    def ends(self) -> Iterator[tuple[_End, tuple[str, ...], _Pair]]:
        """Each pair of ends, with the fewest answers to it, and where it was met."""
        seen = {self._begin}
        waiting: deque[tuple[_Pair, tuple[str, ...]]] = deque([(self._begin, ())])
        while waiting:
            if len(seen) > MOST_STEPS:
                raise TooDifferent
            pair, answers = waiting.popleft()
            old_step = skip_messages(self._old, pair.old_step, dict(pair.old_facts))
            new_step = skip_messages(self._new, pair.new_step, dict(pair.new_facts))
            following = self._after[pair] = []
            if isinstance(old_step, Ending) or isinstance(new_step, Ending):
                yield self._end(pair, old_step, new_step), answers, pair
                continue
            for option, option_now in self._answers(old_step, new_step):
                if option is None or option_now is None:
                    end = _lost_or_new(pair, option, option_now)
                    yield end, (*answers, (option or option_now).id), pair  # type: ignore[union-attr]
                    continue
                other = _next(pair, option, option_now)
                following.append(other)
                if other not in seen:
                    seen.add(other)
                    waiting.append((other, (*answers, option.id)))

    def _end(self, pair: _Pair, old: Question | Ending, new: Question | Ending) -> _End:
        known = pair.new_facts if isinstance(new, Ending) else pair.old_facts
        was = _outcome(self._old, old, dict(pair.old_facts))
        return _End(was, _outcome(self._new, new, dict(pair.new_facts)), known)

    def _answers(
        self, old: Question, new: Question
    ) -> Iterator[tuple[Option | None, Option | None]]:
        """The answers to two questions side by side; None where one does not offer it."""
        was = {option.id: option for option in self._old.options(old)}
        now = {option.id: option for option in self._new.options(new)}
        for name in dict.fromkeys((*was, *now)):
            yield was.get(name), now.get(name)

    def ways_to_each(self) -> dict[_Pair, int]:
        """In how many ways each pair is come to, once `ends` is done; none in a ring."""
        # A pair has its turn once all that lead to it had theirs; within a ring none ever has.
        waiting_for = Counter(other for following in self._after.values() for other in following)
        ways = Counter({self._begin: 1})
        ready = [self._begin]
        done = 0
        while ready:
            pair = ready.pop()
            done += 1
            for other in self._after.get(pair, ()):
                ways[other] += ways[pair]
                waiting_for[other] -= 1
                if not waiting_for[other]:
                    ready.append(other)
        return dict(ways) if done == len(self._after) else {}


def _lost_or_new(pair: _Pair, option: Option | None, option_now: Option | None) -> _End:
    """The end of whoever gives an answer that only one of the two offers."""
    if option is not None:
        after = facts_after(option, dict(pair.old_facts))
        return _End(GOES_ON, CANNOT_BE_HAD, _frozen(after))
    assert option_now is not None  # one of the two offers it
    after = facts_after(option_now, dict(pair.new_facts))
    return _End(CANNOT_BE_HAD, GOES_ON, _frozen(after))


def _next(pair: _Pair, option: Option, option_now: Option) -> _Pair:
    before = facts_after(option, dict(pair.old_facts))
    after = facts_after(option_now, dict(pair.new_facts))
    return _Pair(
        next_step(option.to, before),
        _frozen(before),
        next_step(option_now.to, after),
        _frozen(after),
    )


def _outcome(library: Library, step: Question | Ending, facts: Facts) -> Outcome:
    if isinstance(step, Question):
        return GOES_ON
    groups: dict[int, list[str]] = {}
    shown = step.shown(facts)
    for contact in shown:
        groups.setdefault(contact.group, []).append(contact.contact)
    return Outcome(
        step.id,
        step.urgency,
        tuple(contact.contact for contact in shown),
        plain_english(pick(step.title, facts), library),
        tuple(map(tuple, groups.values())),
    )


def _frozen(facts: Facts) -> FrozenFacts:
    return tuple(sorted(facts.items()))


PeopleGroup = dict[str, frozenset[str]]
"""For every fact, the values that people of a group have; "" where nothing is known."""


def merged_groups(people: Iterable[FrozenFacts], library: Library) -> list[PeopleGroup]:
    """Kinds of people put together: two groups become one where they differ in one fact alone."""
    facts = list(library.facts)
    groups = {
        tuple(frozenset({dict(known).get(fact, "")}) for fact in facts): None for known in people
    }
    for place in range(len(facts)):
        alike: dict[tuple[frozenset[str], ...], frozenset[str]] = {}
        for group in groups:
            rest = (*group[:place], *group[place + 1 :])
            alike[rest] = alike.get(rest, frozenset()) | group[place]
        groups = {(*rest[:place], values, *rest[place:]): None for rest, values in alike.items()}
    return [dict(zip(facts, group, strict=True)) for group in groups]
