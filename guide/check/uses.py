"""Every condition of a library with the combinations that come to it: which can never hold?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.check.proof import Proof
from guide.check.shown import Screen
from guide.check.valuations import record
from guide.flow.model import (
    Ending,
    Library,
    Line,
    Message,
    Option,
    Question,
    Route,
    Step,
    When,
    Wording,
)
from guide.problems import Place


class Use(NamedTuple):
    """A condition where it stands, and the combinations that come to it."""

    when: When
    came: int
    """Those who come to the place where it stands."""
    bits: int
    """Those of them whom nothing before it has taken."""
    place: Place
    what: str


class Uses:
    """Who comes to each part of a library: steps, statements, contacts, topics."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._holding = proof.valuations.holding
        self.statements: dict[str, int] = dict.fromkeys(proof.library.statements, 0)
        self.contacts: dict[str, int] = dict.fromkeys(proof.library.contacts, 0)
        self.questions = self.anywhere = 0
        for step in proof.library.steps.values():
            bits = proof.at(step.id)
            if isinstance(step, Question):
                self.questions |= bits
            self.anywhere |= bits
            if isinstance(step, Ending):
                for contact in (screen := Screen(step, bits, proof.valuations)).contacts:
                    self.contacts[contact] |= screen.shows(contact)
            self._say(lines_of(step), bits)
        for topic in proof.library.topics.values():
            self._say(topic.say, self.anywhere & self._holding(topic.when))
        for contact in proof.library.help:
            self.contacts[contact] |= self.anywhere

    def _say(self, lines: Iterable[Line], bits: int) -> None:
        for line in lines:
            if line.statement:
                self.statements[line.statement] |= bits & self._holding(line.when)

    def __iter__(self) -> Iterator[Use]:
        library = self._proof.library
        for step in library.steps.values():
            yield from self._of_step(step, self._proof.at(step.id))
        for option in library.always:
            yield from self._of_option(option, self.questions)
        for topic in library.topics.values():
            yield Use(
                topic.when, self.anywhere, self.anywhere, topic.place, f'of topic "{topic.id}"'
            )
            offered = self.anywhere & self._holding(topic.when)
            yield from self._of_wordings(offered, f'of topic "{topic.id}"', topic.ask)
            yield from self._of_lines(topic.say, offered)
        for statement in library.statements.values():
            bits = self.statements[statement.id]
            yield from self._of_wordings(bits, f'of statement "{statement.id}"', statement.say)
        for contact in library.contacts.values():
            yield from self._of_wordings(
                self.contacts[contact.id],
                f'of contact "{contact.id}"',
                *(contact.name, contact.says, contact.ages, contact.nation),
                *(contact.hours, contact.cost, contact.help),
            )

    def _of_step(self, step: Step, bits: int) -> Iterator[Use]:
        if isinstance(step, Question):
            yield from self._of_wordings(bits, f'of question "{step.id}"', step.ask, step.why)
            for option in step.options:
                yield from self._of_option(option, bits)
        elif isinstance(step, Message):
            yield from self._of_lines(step.say, bits)
            yield from self._of_routes(step.to, bits)
        else:
            yield from self._of_wordings(bits, f'of ending "{step.id}"', step.title, step.card)
            yield from self._of_lines(lines_of(step), bits)
            for shown in step.contacts:
                yield Use(shown.when, bits, bits, shown.place, f"of {shown.contact}")
                holding = bits & self._holding(shown.when)
                yield from self._of_wordings(holding, f"of {shown.contact}", shown.say)

    def _of_option(self, option: Option, bits: int) -> Iterator[Use]:
        yield from self._of_wordings(bits, f'of answer "{option.id}"', option.say, option.hint)
        changes = self._proof.valuations.changes(option.means)
        yield from self._of_routes(option.to, record(bits, changes))

    def _of_routes(self, routes: Iterable[Route], bits: int) -> Iterator[Use]:
        left = bits
        for route in routes:
            yield Use(route.when, bits, left, route.place, f'of the way to "{route.to}"')
            left &= ~self._holding(route.when)

    def _of_lines(self, lines: Iterable[Line], bits: int) -> Iterator[Use]:
        for line in lines:
            yield Use(line.when, bits, bits, line.place, "of this line")
            holding = bits & self._holding(line.when)
            yield from self._of_wordings(holding, "of this line", line.wording)

    def _of_wordings(self, bits: int, what: str, *wordings: Wording) -> Iterator[Use]:
        for wording in wordings:
            left = bits
            for variant in wording:
                yield Use(variant.when, bits, left, variant.text.place, what)
                left &= ~self._holding(variant.when)


def lines_of(step: Step) -> tuple[Line, ...]:
    """The lines that a step says."""
    if isinstance(step, Message):
        return step.say
    if isinstance(step, Ending):
        return (*step.before, *step.next, *step.if_not)
    return ()


def same_words(question: Question) -> object:
    """What two questions have in common when they ask in the same words."""
    return tuple((variant.when, variant.text.source) for variant in question.ask)


def recorded(library: Library) -> set[tuple[str, str]]:
    """Every fact and value that some answer records."""
    options = list(library.always)
    for step in library.steps.values():
        if isinstance(step, Question):
            options += step.options
    return {pair for option in options for pair in option.means}


def sourced(library: Library) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    """Everything that must name its sources: what it is, where, and those it names."""
    for step in library.steps.values():
        if isinstance(step, Ending):
            yield f'Ending "{step.id}"', step.place, step.sources
    for statement in library.statements.values():
        yield f'Statement "{statement.id}"', statement.place, statement.sources
    for topic in library.topics.values():
        yield f'Topic "{topic.id}"', topic.place, topic.sources
    for contact in library.contacts.values():
        yield f'Contact "{contact.id}"', contact.place, contact.sources


def cited(library: Library) -> set[str]:
    """Every source that something rests on."""
    found = {source for _, _, sources in sourced(library) for source in sources}
    steps = [line for step in library.steps.values() for line in lines_of(step)]
    topics = [line for topic in library.topics.values() for line in topic.say]
    return found.union(source for line in (*steps, *topics) for source in line.sources)
