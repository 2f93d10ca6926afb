"""Every distinct conversation of a library: its answers, what they say, and where it ends."""

from __future__ import annotations

from guide.flow.model import (
    Ending,
    Facts,
    Library,
    Message,
    Option,
    Question,
    Route,
    holds,
)
from guide.light import TYPE_CHECKING, Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Path(Record):
    """One conversation: the option ids from first to last, the flow it was in, how it ended."""

    answers: tuple[str, ...]
    flow: str
    ending: Ending
    facts: Facts


if TYPE_CHECKING:
    _Known = tuple[str, frozenset[tuple[str, str]]]
    """A step, and what is known of whoever is there."""


class _At(Record):
    step: str
    facts: Mapping[str, str]
    answers: tuple[str, ...]
    asked: tuple[str, ...]


def next_step(routes: tuple[Route, ...], facts: Facts) -> str:
    """The id of the step that routes lead to by these facts."""
    for route in routes:
        if holds(route.when, facts):
            return route.to
    raise LookupError("no route holds")  # the reader makes sure that the last always does


def skip_messages(library: Library, step_id: str, facts: Facts) -> Question | Ending:
    """The question or ending reached from a step by passing its messages."""
    step = library.steps[step_id]
    while isinstance(step, Message):
        step = library.steps[next_step(step.to, facts)]
    return step


def facts_after(option: Option, facts: Facts) -> Facts:
    """The facts once an answer is given."""
    return {**facts, **dict(option.means)} if option.means else facts


def conversations(
    library: Library, start: str = "", start_facts: Facts | None = None, ending: str = ""
) -> Iterator[Path]:
    """Every conversation from a step, in the order the options are written.

    A question already answered is not asked again on the same path, so loops end. With an
    `ending`, no way is gone from which its steps cannot be come to.
    """
    wanted = _leading_to(library, ending) if ending else library.steps.keys()
    open_ways = [_At(start or library.first_step(), start_facts or {}, (), ())]
    while open_ways:
        here = open_ways.pop()
        step = skip_messages(library, here.step, here.facts)
        if step.id not in wanted:
            continue
        if isinstance(step, Ending):
            flow = _flow_of(library, here.asked)
            yield Path(here.answers, flow, step, here.facts)
            continue
        if step.id in here.asked:
            continue
        asked = (*here.asked, step.id)
        ways = []
        for option in library.options(step):
            facts = facts_after(option, here.facts)
            ways.append(_At(next_step(option.to, facts), facts, (*here.answers, option.id), asked))
        # The last is taken first: reversed, they come in the order they are written.
        open_ways += reversed(ways)


def _leading_to(library: Library, ending: str) -> set[str]:
    """The steps from which an ending can be come to, whatever is known; itself among them."""
    sources: dict[str, list[str]] = {}
    for step in library.steps.values():
        routes: list[Route] = []
        if isinstance(step, Message):
            routes += step.to
        elif not isinstance(step, Ending):
            routes += [route for option in library.options(step) for route in option.to]
        for route in routes:
            sources.setdefault(route.to, []).append(step.id)
    leading = {ending}
    waiting = [ending]
    while waiting:
        for name in sources.get(waiting.pop(), ()):
            if name not in leading:
                leading.add(name)
                waiting.append(name)
    return leading


def _flow_of(library: Library, asked: tuple[str, ...]) -> str:
    """The flow of the last question asked; the first flow when none was."""
    step = library.steps[asked[-1]] if asked else None
    return step.flow if isinstance(step, Question) else library.start


def count_by_ending(
    library: Library, start: str = "", start_facts: Facts | None = None
) -> dict[str, int]:
    """How many conversations end at each ending, without walking each.

    Places where ways lead round are counted by walking every conversation.
    """
    root = (start or library.first_step(), frozenset((start_facts or {}).items()))
    order = _each_before_those_it_leads_to(library, root)
    numbers: dict[str, int] = {}
    if order is None:
        for path in conversations(library, start, start_facts):
            numbers[path.ending.id] = numbers.get(path.ending.id, 0) + 1
        return numbers
    ways = {root: 1}
    for place in order:
        step = skip_messages(library, place[0], dict(place[1]))
        if isinstance(step, Ending):
            numbers[step.id] = numbers.get(step.id, 0) + ways[place]
            continue
        for other in _places_after(library, step, place):
            ways[other] = ways.get(other, 0) + ways[place]
    return numbers


def _places_after(library: Library, question: Question, place: _Known) -> list[_Known]:
    following = []
    for option in library.options(question):
        after = facts_after(option, dict(place[1]))
        following.append((next_step(option.to, after), frozenset(after.items())))
    return following


def _each_before_those_it_leads_to(library: Library, root: _Known) -> list[_Known] | None:
    """The places that can be come to, in an order of answers; None where ways lead round."""
    done: dict[_Known, bool] = {}
    order: list[_Known] = []
    work = [root]
    while work:
        place = work[-1]
        if place in done:
            work.pop()
            if not done[place]:
                done[place] = True
                order.append(place)
            continue
        # Until all that follows is done: whoever meets it meanwhile has come round to it.
        done[place] = False
        step = skip_messages(library, place[0], dict(place[1]))
        following = [] if isinstance(step, Ending) else _places_after(library, step, place)
        if any(done.get(other) is False for other in following):
            return None
        work += [other for other in following if other not in done]
    return order[::-1]


def count(library: Library, start: str = "", start_facts: Facts | None = None) -> int:
    """How many conversations there are, without walking each: merged ways are counted once.

    Flows that lead back to a question already asked are counted by walking them.
    """
    counted: dict[tuple[str, frozenset[tuple[str, str]]], int] = {}
    open_now: set[tuple[str, frozenset[tuple[str, str]]]] = set()
    root = (start or library.first_step(), frozenset((start_facts or {}).items()))
    work = [root]
    while work:
        node = work[-1]
        step_id, known = node
        facts = dict(known)
        step = skip_messages(library, step_id, facts)
        if isinstance(step, Ending):
            counted[node] = 1
            work.pop()
            continue
        following = []
        for option in library.options(step):
            after = facts_after(option, facts)
            following.append((next_step(option.to, after), frozenset(after.items())))
        waiting = [other for other in following if other not in counted]
        if any(other in open_now for other in waiting):
            return sum(1 for _ in conversations(library, start, start_facts))
        if waiting:
            open_now.add(node)
            work += waiting
        else:
            counted[node] = sum(counted[other] for other in following)
            open_now.discard(node)
            work.pop()
    return counted[root]
