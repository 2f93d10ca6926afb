"""The right way through the flows, computed from the facts that a person holds."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.flow.model import Ending, Facts, Library, Option, Question
from guide.flow.paths import facts_after, next_step, skip_messages
from guide.session import Answer


class PlayedPath(NamedTuple):
    """A conversation: its answers, where it ends, and what the answers said."""

    answers: tuple[Answer, ...]
    ending: Ending
    facts: Facts


class Search(NamedTuple):
    """Every way that fits the facts, fewest answers first, and the questions nothing fits at."""

    ways: tuple[PlayedPath, ...]
    stuck: tuple[Question, ...]

    @property
    def right(self) -> PlayedPath | None:
        """The way a person who holds these facts should go; None where no way fits.

        Out of danger first; otherwise the way that says the most of what is held, with the
        fewest answers. Of ways that are equal, the one written first in the flow.
        """
        return next(iter(self.best), None)

    @property
    def best(self) -> tuple[PlayedPath, ...]:
        """The right way, and those just as good that say as much."""
        urgent = tuple(way for way in self.ways if way.ending.urgency == "emergency")
        ways = urgent or self.ways
        most = max((len(way.facts) for way in ways), default=0)
        return ways if urgent else tuple(way for way in ways if len(way.facts) == most)


def fits(library: Library, option: Option, held: Facts) -> bool:
    """Whether an answer says nothing but what is held, or what the next question makes exact."""
    wider = [fact for fact, value in option.means if held.get(fact) != value]
    return not wider or all(_made_exact(library, option, fact, held) for fact in wider)


def _made_exact(library: Library, option: Option, fact: str, held: Facts) -> bool:
    """Whether the question an answer leads to can say the value that is held."""
    facts = facts_after(option, held)
    step = skip_messages(library, next_step(option.to, facts), facts)
    return isinstance(step, Question) and any(
        (fact, held.get(fact)) in exact.means for exact in library.options(step)
    )


def search(library: Library, held: Facts, hints: Mapping[str, str] | None = None) -> Search:
    """The ways that say nothing but what is held; at the steps of `hints`, only that option."""
    ways: list[PlayedPath] = []
    stuck: list[Question] = []
    fitting: dict[str, list[Option]] = {}
    """By question: a way may come to one with many facts, and what fits does not rest on them."""
    seen: set[tuple[str, frozenset[tuple[str, str]]]] = set()
    waiting: list[tuple[str, Facts, tuple[Answer, ...]]] = [(library.first_step(), {}, ())]
    for step_id, facts, answers in waiting:
        step = skip_messages(library, step_id, facts)
        state = (step.id, frozenset(facts.items()))
        if state in seen:
            continue
        seen.add(state)
        if isinstance(step, Ending):
            # On the way an answer may say it wider, where a later one makes it exact.
            if facts.items() <= held.items():
                ways.append(PlayedPath(answers, step, facts))
            continue
        if (options := fitting.get(step.id)) is None:
            hint = (hints or {}).get(step.id)
            options = fitting[step.id] = [
                option
                for option in library.options(step)
                if hint in (None, option.id) and fits(library, option, held)
            ]
        if not options:
            stuck.append(step)
        for option in options:
            after = facts_after(option, facts)
            waiting.append(
                (next_step(option.to, after), after, (*answers, Answer(step.id, option.id)))
            )
    return Search(tuple(ways), tuple(stuck))


class Searches:
    """What `search` finds in one library, found once: every scene of a story asks for it again."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: dict[tuple[frozenset[tuple[str, str]], ...], Search] = {}

    def search(self, held: Facts, hints: Mapping[str, str] | None = None) -> Search:
        """As `search`."""
        key = (frozenset(held.items()), frozenset((hints or {}).items()))
        if key not in self._found:
            self._found[key] = search(self._library, held, hints)
        return self._found[key]


def follow(library: Library, answers: tuple[Answer, ...]) -> Iterator[tuple[Question, Option]]:
    """The questions and options of a way, as far as its answers fit."""
    step = skip_messages(library, library.first_step(), {})
    facts: Facts = {}
    for answer in answers:
        if isinstance(step, Ending) or step.id != answer.step:
            return
        option = next(
            (choice for choice in library.options(step) if choice.id == answer.option), None
        )
        if option is None:
            return
        yield step, option
        facts = facts_after(option, facts)
        step = skip_messages(library, next_step(option.to, facts), facts)


class PathState(NamedTuple):
    """A step entered with the facts said so far."""

    step: Question | Ending
    facts: Facts


def states(library: Library) -> Iterator[PathState]:
    """Every step with every combination of facts that a conversation can bring there, once each."""
    seen: set[tuple[str, frozenset[tuple[str, str]]]] = set()
    waiting: list[tuple[str, Facts]] = [(library.first_step(), {})]
    while waiting:
        step_id, facts = waiting.pop()
        step = skip_messages(library, step_id, facts)
        state = (step.id, frozenset(facts.items()))
        if state in seen:
            continue
        seen.add(state)
        yield PathState(step, facts)
        if isinstance(step, Question):
            for option in library.options(step):
                after = facts_after(option, facts)
                waiting.append((next_step(option.to, after), after))
