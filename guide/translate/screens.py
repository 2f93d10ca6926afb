"""Every screen a person can come to, told by the narrator that tells them to a person.

A screen is what is said since the last answer. Screens that say the same are one, reached the
shortest way.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.conversation.events import Event
from guide.conversation.narrator import Narrator
from guide.flow.model import Contact, Ending, Facts, Library, Message, Question, Text, holds
from guide.flow.paths import lead, record
from guide.words import Words


class Screen(NamedTuple):
    """One screen: the step it ends at, the facts known there, and the answers that led to it."""

    name: str
    """What its picture is called: the address of its question or title, and a number."""
    step: str
    flow: str
    """The flow of the last question asked: whose reader is reading."""
    facts: Facts
    way: tuple[tuple[str, str], ...]
    """The questions answered and the options chosen, by id."""
    texts: tuple[Text, ...]
    """What is said, in order."""
    seen_by: tuple[str, ...]
    """Who comes here, as values of the fact `who`."""


class Listener(Words):
    """Words that note which texts they are asked for."""

    def __init__(self, contacts: Mapping[str, Contact]) -> None:
        super().__init__(contacts)
        self.heard: list[Text] = []

    def say(
        self, text: Text, facts: Facts | None = None, values: Mapping[str, str] | None = None
    ) -> str:
        """The words, noted."""
        self.heard.append(text)
        return super().say(text, facts, values)

    def name(self, contact: Contact, facts: Facts) -> str:
        """A contact's name, noted where it is translated."""
        if contact.translate_name:
            self.heard += [v.text for v in contact.name if holds(v.when, facts)][:1]
        return super().name(contact, facts)


class _At(NamedTuple):
    step: str
    facts: Facts
    way: tuple[tuple[str, str], ...]


def screens(library: Library) -> list[Screen]:
    """Every screen, nearest first."""
    listener = Listener(library.contacts)
    narrator = Narrator(library, listener)
    found: dict[tuple[Text, ...], Screen] = {}
    for here in _states(library):
        listener.heard = []
        at = _last(tell(library, narrator, here.step, here.facts))
        texts = tuple(listener.heard)
        who = here.facts.get("who", "")
        if texts in found:
            known = found[texts]
            if who not in known.seen_by:
                found[texts] = known._replace(seen_by=(*known.seen_by, who))
            continue
        flow = _flow(library, here)
        found[texts] = Screen(at, at, flow, here.facts, here.way, texts, (who,))
    return _named(list(found.values()), library)


def tell(library: Library, narrator: Narrator, step_id: str, facts: Facts) -> list[Event]:
    """What is said from a step on until an answer is needed."""
    said: list[Event] = []
    while isinstance(step := library.steps[step_id], Message):
        said += narrator.message(step, facts)
        step_id = lead(step.to, facts)
    if isinstance(step, Ending):
        return said + narrator.end(step, facts)
    return [*said, narrator.ask(step, facts, 0)]


def _last(events: list[Event]) -> str:
    """The id of the question or ending that a screen leads up to."""
    for event in reversed(events):
        step = getattr(event, "step", "") or getattr(event, "ending", "")
        if step:
            return str(step)
    raise LookupError("a screen without a question or an ending")


def _states(library: Library) -> Iterator[_At]:
    """Each step with each set of facts it can be reached with, nearest first."""
    seen = set()
    waiting = deque([_At(library.first_step(), {}, ())])
    while waiting:
        here = waiting.popleft()
        state = (here.step, frozenset(here.facts.items()))
        if state in seen:
            continue
        seen.add(state)
        yield here
        question = _question(library, here)
        for option in library.options(question) if question else ():
            assert question is not None
            facts = record(option, here.facts)
            way = (*here.way, (question.id, option.id))
            waiting.append(_At(lead(option.to, facts), facts, way))


def _question(library: Library, here: _At) -> Question | None:
    step_id = here.step
    while isinstance(step := library.steps[step_id], Message):
        step_id = lead(step.to, here.facts)
    return step if isinstance(step, Question) else None


def _flow(library: Library, here: _At) -> str:
    if question := _question(library, here):
        return question.flow
    last = library.steps[here.way[-1][0]] if here.way else None
    return last.flow if isinstance(last, Question) else library.start


def _named(found: list[Screen], library: Library) -> list[Screen]:
    """The screens with the names of their pictures, no two alike."""
    counted: dict[str, int] = {}
    named = []
    for screen in found:
        part = "title" if isinstance(library.steps[screen.step], Ending) else "ask"
        number = counted[screen.step] = counted.get(screen.step, 0) + 1
        name = f"{screen.step}.{part}" + (f"-{number}" if number > 1 else "")
        named.append(screen._replace(name=name))
    return named
