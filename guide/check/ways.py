"""A library as nodes and edges over sets of combinations of facts: what the proof walks."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.check.valuations import Change, Valuations, record, unrecord
from guide.flow.model import Library, Line, Message, Question, Route, When, Wording

SAID = "said "
"""Begins the name of the fact that a message has said a statement."""


class Way(NamedTuple):
    """One way from a step to another: an answer, or a message's way on (then `option` is empty)."""

    source: int
    target: int
    option: str
    says: tuple[tuple[int, tuple[Change, ...]], ...]
    """What a message says that rules ask about: for which combinations, and what that changes."""
    changes: tuple[Change, ...]
    holding: int | None
    """The combinations for which the way is taken; None where it always is."""
    standing: bool
    """Whether it is an answer that may be given at any question."""

    def forward(self, bits: int) -> int:
        """Where these combinations arrive."""
        for holding, changes in self.says:
            bits = record(bits & holding, changes) | bits & ~holding
        if self.changes:
            bits = record(bits, self.changes)
        return bits if self.holding is None else bits & self.holding

    def backward(self, bits: int, among: int) -> int:
        """Those among some combinations that arrive at these."""
        if self.holding is not None:
            bits &= self.holding
        if self.changes:
            bits = unrecord(bits, self.changes, among)
        for holding, changes in reversed(self.says):
            bits = unrecord(bits, changes, -1) & holding | bits & ~holding
        return bits & among


class Ways:
    """Every way of a library, by the number of the step it leaves."""

    def __init__(self, library: Library, valuations: Valuations, watched: Iterable[str]) -> None:
        self.library = library
        self.valuations = valuations
        self.ids = list(library.steps)
        self.number = {step_id: number for number, step_id in enumerate(self.ids)}
        self.is_question = [isinstance(step, Question) for step in library.steps.values()]
        self._watched = frozenset(watched)
        self.out = [list(self._leaving(step_id)) for step_id in self.ids]
        self.order = self._starts_first()
        self._into: list[list[Way]] | None = None

    @property
    def into(self) -> list[list[Way]]:
        """The ways into every step."""
        if self._into is None:
            self._into = [[] for _ in self.out]
            for ways in self.out:
                for way in ways:
                    self._into[way.target].append(way)
        return self._into

    def _leaving(self, step_id: str) -> Iterator[Way]:
        step = self.library.steps[step_id]
        if isinstance(step, Question):
            own = len(step.options)
            for place, option in enumerate(self.library.options(step)):
                changes = self.valuations.changes(option.means)
                yield from self._routes(step_id, option.id, option.to, (), changes, place >= own)
        elif isinstance(step, Message):
            yield from self._routes(step_id, "", step.to, tuple(self._says(step)), (), False)

    def _says(self, message: Message) -> Iterator[tuple[int, tuple[Change, ...]]]:
        for line in message.say:
            if line.statement in self._watched:
                changes = self.valuations.changes([(SAID + line.statement, "yes")])
                yield self.valuations.holding(line.when), changes

    def _routes(
        self,
        step_id: str,
        option: str,
        routes: tuple[Route, ...],
        says: tuple[tuple[int, tuple[Change, ...]], ...],
        changes: tuple[Change, ...],
        standing: bool,
    ) -> Iterator[Way]:
        source = self.number[step_id]
        earlier = 0
        for route in routes:
            holding: int | None = None
            if route.when or earlier:
                wanted = self.valuations.holding(route.when)
                holding = wanted & ~earlier if earlier else wanted
                earlier |= wanted
            target = self.number[route.to]
            yield Way(source, target, option, says, changes, holding, standing)

    def _starts_first(self) -> list[int]:
        """The place of every step when each comes before all it leads to, loops apart."""
        done: list[int] = []
        seen = [False] * len(self.ids)
        for first in range(len(self.ids)):
            first = self.number[self.library.first_step()] if first == 0 else first
            if seen[first]:
                continue
            seen[first] = True
            work = [(first, iter(self.out[first]))]
            while work:
                node, ways = work[-1]
                for way in ways:
                    if not seen[way.target]:
                        seen[way.target] = True
                        work.append((way.target, iter(self.out[way.target])))
                        break
                else:
                    done.append(node)
                    work.pop()
        places = [0] * len(self.ids)
        for place, node in enumerate(reversed(done)):
            places[node] = place
        return places


def conditions(library: Library) -> Iterator[When]:
    """Every condition that something in a library depends on."""
    for step in library.steps.values():
        if isinstance(step, Question):
            yield from _of_wordings(step.ask, step.why)
            for option in step.options:
                yield from _of_wordings(option.say, option.hint)
                yield from (route.when for route in option.to)
        elif isinstance(step, Message):
            yield from _of_lines(step.say)
            yield from (route.when for route in step.to)
        else:
            yield from _of_wordings(step.title, step.card)
            yield from _of_lines(step.before + step.next + step.if_not)
            for shown in step.contacts:
                yield shown.when
                yield from _of_wordings(shown.say)
    for option in library.always:
        yield from _of_wordings(option.say, option.hint)
        yield from (route.when for route in option.to)
    for statement in library.statements.values():
        yield from _of_wordings(statement.say)
    for topic in library.topics.values():
        yield topic.when
        yield from _of_wordings(topic.ask)
        yield from _of_lines(topic.say)
    for contact in library.contacts.values():
        yield from _of_wordings(contact.says, contact.ages, contact.hours, contact.cost)
        yield from _of_wordings(contact.name, contact.nation, contact.help)


def said_in_messages(library: Library) -> set[str]:
    """The statements that messages say on the way."""
    return {
        line.statement
        for step in library.steps.values()
        if isinstance(step, Message)
        for line in step.say
        if line.statement
    }


def routing(library: Library) -> Iterator[When]:
    """The conditions of routes alone: they decide who comes where."""
    options = list(library.always)
    for step in library.steps.values():
        if isinstance(step, Question):
            options += step.options
        elif isinstance(step, Message):
            yield from (route.when for route in step.to)
    for option in options:
        yield from (route.when for route in option.to)


def _of_wordings(*wordings: Wording) -> Iterator[When]:
    for wording in wordings:
        for variant in wording:
            yield variant.when


def _of_lines(lines: Iterable[Line]) -> Iterator[When]:
    for line in lines:
        yield line.when
        yield from _of_wordings(line.wording)
