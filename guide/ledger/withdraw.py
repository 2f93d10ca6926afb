"""The flows without one contact, for the day a service closes: what changes, what still holds."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from guide.check import lints
from guide.check.finding import Finding
from guide.check.folder import proof_for
from guide.check.rules.consistency import faults_of_rules
from guide.check.rules.prove import violations
from guide.check.rules.read import Rule
from guide.flow.model import Contact, Ending, Library, Line, More, Text, Variant, pick
from guide.flow.paths import conversations
from guide.flow.walk import worded
from guide.i18n.words import Words
from guide.problems import Place
from guide.project import Project

_R = TypeVar("_R")


class Changed(NamedTuple):
    """A screen at the end that shows the contact, and what it would show without it."""

    ending: str
    title: str
    was: tuple[str, ...]
    now: tuple[str, ...]
    """The ids of the contacts, in order."""
    answers: tuple[str, ...]
    """The first conversation that comes to it."""


class Named(NamedTuple):
    """Words that speak of the contact."""

    place: Place
    says: str


class Withdrawal(NamedTuple):
    """What comes of taking a contact away."""

    contact: str
    changed: list[Changed]
    dropped: list[Named]
    """Words that are left out with it."""
    refused: list[Named]
    """Words that speak of it and cannot be left out: somebody must write them anew."""
    broken: list[Finding]
    """Each rule and check that would no longer hold."""
    library: Library
    """The flows without it."""


def withdraw(project: Project, contact: str) -> Withdrawal:
    """The flows of a project without a contact that it has, every rule proven over them anew."""
    library, rules = project.library, project.rules.rules
    without = _Without(library, library.contacts[contact])
    rest = without.library()
    known = set(_broken(library, rules))
    broken = [finding for finding in _broken(rest, rules) if finding not in known]
    changed = list(_changed(library, rest, contact))
    return Withdrawal(contact, changed, without.dropped, without.refused, broken, rest)


def _broken(library: Library, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Every error that a proof of these flows tells."""
    proof = proof_for(library, rules)
    yield from faults_of_rules(rules, proof)
    yield from violations(rules, proof)
    for check in lints.PATHS:
        yield from (finding for finding in check.check(proof) if finding.severity == "error")


def _changed(library: Library, rest: Library, contact: str) -> Iterator[Changed]:
    words = Words(library.contacts)  # a title that must be written anew still names it
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for path in conversations(library):
        was = tuple(shown.contact for shown in path.ending.shown(path.facts))
        if contact not in was or (path.ending.id, was) in seen:
            continue
        seen.add((path.ending.id, was))
        ending = rest.steps[path.ending.id]
        assert isinstance(ending, Ending)
        title = pick(ending.title, path.facts)
        now = tuple(shown.contact for shown in ending.shown(path.facts))
        headline = words.say(title, path.facts) if title and title.source else ""
        yield Changed(ending.id, headline, was, now, path.answers)


class _Without:
    """Makes a library without a contact, and notes the words that speak of it."""

    def __init__(self, library: Library, contact: Contact) -> None:
        self._library = library
        self._id = contact.id
        self.dropped: list[Named] = []
        self.refused: list[Named] = []
        names = [re.escape(variant.text.source) for variant in contact.name]
        spoken = rf"\{{{contact.id.replace('-', '_')}_\w+\}}"
        # Ordinary words, such as "an adult you trust", speak of nobody in particular.
        by_name = [] if contact.translate_name else [rf"\b{name}\b" for name in names]
        self._speaks = re.compile("|".join([spoken, *by_name]))

    def library(self) -> Library:
        """All flows, statements, topics and contacts, less what speaks of the contact."""
        it = self._library
        contacts = {key: entry for key, entry in it.contacts.items() if key != self._id}
        return it._replace(
            help=tuple(name for name in it.help if name != self._id),
            contacts=self._each(contacts),
            steps=self._each(it.steps),
            always=tuple(self._record(option) for option in it.always),
            statements=self._each(it.statements),
            more=tuple(map(self._record, it.more)),
            topics=self._each(it.topics),
        )

    def _each(self, table: Any) -> dict[str, Any]:
        return {key: self._record(record) for key, record in table.items()}

    def _record(self, record: _R) -> _R:
        """A record with everything in it that speaks of the contact taken out."""
        changes: dict[str, Any] = {}
        for field in worded(type(record)):
            wording = getattr(record, field)
            if any(self._speaks.search(variant.text.source) for variant in wording):
                changes[field] = self._wording(record, field, wording)
        for field in ("before", "keep_in_mind", "next", "if_not", "say"):
            lines = getattr(record, field, ())
            if lines and isinstance(lines[0], Line):
                changes[field] = tuple(line for line in lines if not self._drops(line))
        if isinstance(record, Ending):
            changes["more"] = tuple(map(self._record, record.more))
        if isinstance(record, Ending | More):
            kept = (shown for shown in record.contacts if shown.contact != self._id)
            changes["contacts"] = tuple(self._record(shown) for shown in kept)
        if options := getattr(record, "options", ()):
            changes["options"] = tuple(self._record(option) for option in options)
        replace: Callable[..., _R] = record._replace  # type: ignore[attr-defined]
        return replace(**changes) if changes else record

    def _drops(self, line: Line) -> bool:
        """Whether a line that speaks of the contact is left out: never one that is about safety."""
        wording = self._library.statements[line.statement].say if line.statement else line.wording
        spoken = [variant.text for variant in wording if self._speaks.search(variant.text.source)]
        about_safety = any(text.safety for text in spoken)
        named = self.refused if about_safety else self.dropped
        named += [words for text in spoken if (words := _named(text)) not in named]
        return bool(spoken) and not about_safety

    def _wording(self, record: object, field: str, wording: tuple[Variant, ...]) -> Any:
        """The variants that do not speak of it: none, where the last one does and may be empty."""
        kept = [item for item in wording if not self._speaks.search(item.text.source)]
        spoken = [_named(item.text) for item in wording if item not in kept]
        if kept and not kept[-1].when:
            self.dropped += spoken
            return tuple(kept)
        if field in _MAY_BE_EMPTY and not isinstance(record, Line):
            self.dropped += spoken
            return ()
        if type(record).__name__ != "Statement":  # every line that says it is left out
            self.refused += spoken
        return wording


_MAY_BE_EMPTY = frozenset(
    {"says", "ages", "nation", "hours", "cost", "help", "hint", "why", "card"}
)


def _named(text: Text) -> Named:
    return Named(text.place, text.source)
