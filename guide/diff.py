"""Whose ending changes between two libraries: both are walked with the same answers."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.flow.model import Ending, Facts, Library, Option, Question
from guide.flow.paths import facts_after, next_step, skip_messages

# It bounds the wait: two flows that share nothing would be walked beside one another without end
# in sight.
MOST_STEPS = 2_000_000
"""Pairs of places looked at; past this the flows are too different, or too large, to compare."""

Outcome = tuple[str, str, tuple[str, ...]]
"""How a conversation ends: ending, urgency, contacts in order."""

GOES_ON: Outcome = ("", "goes on", ())
CANNOT_BE_HAD: Outcome = ("", "cannot be had", ())

_Frozen = tuple[tuple[str, str], ...]


class TooDifferent(Exception):
    """There are more pairs of places than anyone can look at."""


class EndingChange(NamedTuple):
    """People whose conversation ends otherwise: from what, to what, who, and how they get there."""

    was: Outcome
    now: Outcome
    people: tuple[_Frozen, ...]
    """What is known of each kind of them."""
    answers: tuple[str, ...]
    """The fewest answers that show it."""


class _Pair(NamedTuple):
    old_step: str
    old_facts: _Frozen
    new_step: str
    new_facts: _Frozen


def changes(old: Library, new: Library) -> list[EndingChange]:
    """Every change of ending, in the order of the fewest answers that meet it."""
    people: dict[tuple[Outcome, Outcome], dict[_Frozen, None]] = {}
    first: dict[tuple[Outcome, Outcome], tuple[str, ...]] = {}
    for was, now, facts, answers in _ends(old, new):
        if was != now:
            people.setdefault((was, now), {})[facts] = None
            first.setdefault((was, now), answers)
    return [
        EndingChange(was, now, tuple(facts), first[was, now])
        for (was, now), facts in people.items()
    ]


def _ends(
    old: Library, new: Library
) -> Iterator[tuple[Outcome, Outcome, _Frozen, tuple[str, ...]]]:
    begin = _Pair(old.first_step(), (), new.first_step(), ())
    seen = {begin}
    waiting: deque[tuple[_Pair, tuple[str, ...]]] = deque([(begin, ())])
    while waiting:
        if len(seen) > MOST_STEPS:
            raise TooDifferent
        pair, answers = waiting.popleft()
        old_step = skip_messages(old, pair.old_step, dict(pair.old_facts))
        new_step = skip_messages(new, pair.new_step, dict(pair.new_facts))
        if isinstance(old_step, Ending) or isinstance(new_step, Ending):
            known = pair.new_facts if isinstance(new_step, Ending) else pair.old_facts
            yield (
                _outcome(old_step, dict(pair.old_facts)),
                _outcome(new_step, dict(pair.new_facts)),
                known,
                answers,
            )
            continue
        for option, option_now in _answers(old, old_step, new, new_step):
            if option is None or option_now is None:
                facts = pair.old_facts if option_now is None else pair.new_facts
                outcomes = (
                    (GOES_ON, CANNOT_BE_HAD) if option_now is None else (CANNOT_BE_HAD, GOES_ON)
                )
                offered = option or option_now
                assert offered is not None
                after = facts_after(offered, dict(facts))
                yield (*outcomes, _frozen(after), (*answers, offered.id))
                continue
            before = facts_after(option, dict(pair.old_facts))
            after = facts_after(option_now, dict(pair.new_facts))
            following = _Pair(
                next_step(option.to, before),
                _frozen(before),
                next_step(option_now.to, after),
                _frozen(after),
            )
            if following not in seen:
                seen.add(following)
                waiting.append((following, (*answers, option.id)))


def _answers(
    old: Library, old_question: Question, new: Library, new_question: Question
) -> Iterator[tuple[Option | None, Option | None]]:
    """The answers to two questions side by side; None where one does not offer it."""
    was = {option.id: option for option in old.options(old_question)}
    now = {option.id: option for option in new.options(new_question)}
    for name in dict.fromkeys((*was, *now)):
        yield was.get(name), now.get(name)


def _outcome(step: Question | Ending, facts: Facts) -> Outcome:
    if isinstance(step, Question):
        return GOES_ON
    contacts = tuple(shown.contact for shown in step.shown(facts))
    return (step.id, step.urgency, contacts)


def _frozen(facts: Facts) -> _Frozen:
    return tuple(sorted(facts.items()))


# -- in sentences


def change_sentences(change: EndingChange, library: Library) -> list[str]:
    """A change as sentences, people who differ in one thing only told of together."""
    what = f"was {_ended(change.was, change.now)}, now {_ended(change.now, change.was)}."
    return [f"{_who(group, library)}: {what}" for group in merged_groups(change.people, library)]


def _ended(outcome: Outcome, other: Outcome) -> str:
    ending, urgency, contacts = outcome
    if not ending:
        return {"goes on": "a further question"}.get(urgency, "no answer on offer")
    if ending != other[0]:
        return ending
    if urgency != other[1]:
        return f"{ending} ({urgency})"
    return f"{ending} with {', '.join(contacts) or 'nobody'}"


PeopleGroup = dict[str, frozenset[str]]
"""For every fact, the values that people of a group have; "" where nothing is known."""


def merged_groups(people: Iterable[_Frozen], library: Library) -> list[PeopleGroup]:
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


def _who(group: PeopleGroup, library: Library) -> str:
    parts = []
    for fact in library.facts.values():
        words = dict(fact.values)
        values = [value for value in words if value in group[fact.id]]
        if values and len(values) < len(words):
            parts.append(" or ".join(words[value] for value in values))
    return f"Someone {', '.join(parts)}" if parts else "Everyone who comes there"
