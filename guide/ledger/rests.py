"""What rests on each source, in the words a person reads, and which lines have none."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.flow.model import Contact, Ending, Library, Line, Message, Statement, Topic, Wording
from guide.flow.walk import Part, walk
from guide.i18n.words import Words
from guide.problems import Place

EXACT = ("phone", "text", "email")
"""What is looked at digit by digit, or letter by letter."""


class Resting(NamedTuple):
    """Something that the guide says and that rests on a source."""

    source: str
    of: str
    """What it is part of: contact "childline", statement "keep-telling" ..."""
    field: str
    """The number, link or hours it is; `words` for all else."""
    says: tuple[str, ...]
    place: Place

    @property
    def look_for(self) -> str:
        """What a person looks for on the live page."""
        if self.field in EXACT:
            return "This number or address, each digit and letter, as theirs."
        if self.field == "link":
            return "That this address opens, and leads to what is named here."
        return "These days and times." if self.field == "hours" else "That the page says this."


def resting(library: Library) -> dict[str, list[Resting]]:
    """All that rests on each source, in the order it is written; empty where nothing does."""
    words = Words(library.contacts)
    by_source: dict[str, list[Resting]] = {source: [] for source in library.sources}
    for part in walk(library):
        for rests in _of_part(part, words):
            by_source.setdefault(rests.source, []).append(rests)
    return by_source


def lines_without_source(library: Library) -> tuple[list[Resting], int]:
    """The own words of lines that name no source of their own, and how many lines there are.

    They rest on what the ending or topic around them names; those of a message rest on nothing.
    """
    words = Words(library.contacts)
    lines = [part for part in walk(library) if isinstance(part.record, Line)]
    own = [part for part in lines if part.record.wording]
    without = [
        Resting("", _named(part.within[1]), "words", _said([part.record.wording], words), place)
        for part in own
        if not part.record.sources and (place := part.record.place)
    ]
    return without, len(lines)


def _of_part(part: Part, words: Words) -> Iterator[Resting]:
    record = part.record
    match record:
        case Contact():
            of_it = (record.says, record.ages, record.nation, record.cost)
            yield from _each(record.sources, record, "words", _said(of_it, words))
            for field, sources in record.evidence:
                yield from _each(sources, record, field, _stated(record, field, words))
        case Statement():
            yield from _each(record.sources, record, "words", _said([record.say], words))
        case Ending():
            under = (line for more in record.more for line in more.say)
            lines = (*record.before, *record.keep_in_mind, *under, *record.next, *record.if_not)
            wordings = [record.title, *_without_own(lines), record.card]
            yield from _each(record.sources, record, "words", _said(wordings, words))
        case Topic():
            wordings = _without_own(record.say)
            yield from _each(record.sources, record, "words", _said(wordings, words))
        case Line():
            of, says = _named(part.within[1]), _said([record.wording], words)
            for source in record.sources:
                yield Resting(source, of, "words", says, record.place)


def _each(
    sources: Iterable[str],
    record: Contact | Statement | Ending | Topic,
    field: str,
    says: tuple[str, ...],
) -> Iterator[Resting]:
    for source in sources:
        yield Resting(source, _named(record), field, says, record.place)


def _stated(contact: Contact, field: str, words: Words) -> tuple[str, ...]:
    """What a contact states, of which there is evidence."""
    if field == "hours":
        return _said([contact.hours], words)
    return (contact.value(field),)


def _without_own(lines: Iterable[Line]) -> list[Wording]:
    return [line.wording for line in lines if line.wording and not line.sources]


def _said(wordings: Iterable[Wording], words: Words) -> tuple[str, ...]:
    """Every variant in English, numbers filled in."""
    return tuple(
        words.say(variant.text).replace("\u00a0", " ")
        for wording in wordings
        for variant in wording
    )


def _named(record: object) -> str:
    kind = "message" if isinstance(record, Message) else type(record).__name__.lower()
    return f'{kind} "{getattr(record, "id", "")}"'
