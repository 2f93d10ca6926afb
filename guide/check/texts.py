"""Every text that a person may be shown, with where it stands."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.flow.model import Ending, Library, Line, Message, Question, Text, Wording

_SENTENCE = re.compile(r"(?<=[.!?])[\"')]*\s+")


class Said(NamedTuple):
    """A text and what it is part of: a question, an ending, a contact ..."""

    text: Text
    of: str
    is_name: bool = False
    """Whether it is the name of a contact, which nobody may reword."""


def texts(library: Library) -> Iterator[Said]:
    """Every text of a library, once, in the order it is written."""
    seen: set[int] = set()
    for said in _all(library):
        if id(said.text) not in seen:
            seen.add(id(said.text))
            yield said


def _all(library: Library) -> Iterator[Said]:
    for step in library.steps.values():
        if isinstance(step, Question):
            yield from _of(f'question "{step.id}"', step.ask, step.why)
            for option in step.options:
                yield from _of(f'an answer to "{step.id}"', option.say, option.hint)
        elif isinstance(step, Message):
            yield from _of_lines(f'message "{step.id}"', step.say)
        elif isinstance(step, Ending):
            what = f'ending "{step.id}"'
            yield from _of(what, step.title, step.card)
            yield from _of_lines(what, (*step.before, *step.next, *step.if_not))
            for shown in step.contacts:
                yield from _of(what, shown.say)
    for option in library.always:
        yield from _of("an answer that stands everywhere", option.say, option.hint)
    for statement in library.statements.values():
        yield from _of(f'statement "{statement.id}"', statement.say)
    for topic in library.topics.values():
        yield from _of(f'topic "{topic.id}"', topic.ask)
        yield from _of_lines(f'topic "{topic.id}"', topic.say)
    for contact in library.contacts.values():
        what = f'contact "{contact.id}"'
        yield from (Said(variant.text, what, is_name=True) for variant in contact.name)
        yield from _of(what, contact.says, contact.ages, contact.nation)
        yield from _of(what, contact.hours, contact.cost, contact.help)


def _of(what: str, *wordings: Wording) -> Iterator[Said]:
    for wording in wordings:
        for variant in wording:
            yield Said(variant.text, what)


def _of_lines(what: str, lines: Iterable[Line]) -> Iterator[Said]:
    for line in lines:
        yield from _of(what, line.wording)


def sentences(text: str) -> list[str]:
    """A text cut into its sentences."""
    return _SENTENCE.split(text)
