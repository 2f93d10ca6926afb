"""Look up every name the files use, and refuse flows nobody could walk to an end."""

import os
from collections.abc import Collection, Iterable, Mapping

from guide.flow.advice import shortened
from guide.flow.fields import FileReader
from guide.flow.files import printable
from guide.flow.graph import Successors, questions_left, silent_loop, without_ending
from guide.flow.graph import ways as ways_of
from guide.flow.model import (
    CONTACT_METHODS,
    Contact,
    Library,
    Message,
    Option,
    Question,
    Route,
    Step,
)
from guide.flow.parts import RawLibrary
from guide.flow.slips import looks_like_ours, other_values
from guide.problems import Place, Problem

PLACEHOLDERS = ("name", *CONTACT_METHODS)
"""What a placeholder may give of a contact: {childline_phone} is the phone of `childline`."""
# A name is compared with each one there is. What is misspelt so often is one slip made
# everywhere, and its first suggestion tells it.
MAX_GUESSES = 300
"""How often one run looks for the name that was meant: among thousands of names that is slow."""


def look_up(parts: RawLibrary) -> None:
    """Note a fault for each name used that nothing is called by.

    Where a file could not be read its names would all seem unknown: then nothing is looked up.
    """
    if parts.suppressed.everything:
        return
    names = _Names(parts)
    for page in parts.pages:
        for kind, uses in page.uses.items():
            known = names.known[kind]
            for name, line in uses:
                if name not in known and names.is_told(page, kind, line):
                    names.unknown(page, kind, name, line)
        for fact, value, line in page.values_used:
            if value not in names.values.get(fact, ()) and names.is_told(page, "fact", line):
                names.unknown_value(page, fact, value, line)


def link(parts: RawLibrary, path: str, problems: list[Problem]) -> Library | None:
    """The library of these parts, or None with the reasons in `problems`.

    Loops are looked for once nothing else is wrong, as any other fault can make one.
    """
    start = _start(parts, path, problems)
    if problems:
        return None
    _resolve_flows(parts)
    ways = ways_of(parts.steps)
    _loops(parts.steps, ways, problems)
    if problems:
        return None
    return Library(
        start=start,
        flows=parts.flows,
        steps=parts.steps,
        contacts=parts.contacts,
        statements=parts.statements,
        headings=parts.headings,
        more=parts.more,
        sources=parts.sources,
        facts=parts.facts,
        topics=parts.topics,
        help=parts.help,
        always=tuple(parts.always.values()),
        questions_left=questions_left(parts.steps, ways),
    )


def placeholder(name: str, contacts: Mapping[str, Contact]) -> tuple[Contact, str] | None:
    """The contact and field that a placeholder such as `childline_phone` speaks of."""
    contact_id, _, field = name.rpartition("_")
    contact = contacts.get(contact_id.replace("_", "-"))
    # With its hyphens a name would be found as well: there is one way to write each.
    if contact is None or field not in PLACEHOLDERS or "-" in contact_id:
        return None
    if field != "name" and not contact.value(field):
        return None
    return contact, field


def _placeholders(contacts: Mapping[str, Contact]) -> set[str]:
    return {
        f"{contact.id.replace('-', '_')}_{field}"
        for contact in contacts.values()
        for field in PLACEHOLDERS
        if field == "name" or contact.value(field)
    }


class _Names:
    """Every name there is, and what to say of one there is not."""

    def __init__(self, parts: RawLibrary) -> None:
        self.known: dict[str, Collection[str]] = {
            "step": parts.steps.keys() | parts.flows.keys(),
            "first step": parts.steps,
            "contact": parts.contacts,
            "source": parts.sources,
            "statement": parts.statements,
            "heading": parts.headings,
            "placeholder": _placeholders(parts.contacts),
        }
        self.values = {fact.id: dict(fact.values) for fact in parts.facts.values()}
        self._missing = dict.fromkeys(
            (kind for kind in _SECTIONS if len(self._unknown(parts, kind)) > MANY_UNKNOWN), False
        )
        """The kinds of which a whole file seems to be missing, and whether that is told."""
        self._suppressed = parts.suppressed.names
        self._guesses = 0

    def _unknown(self, parts: RawLibrary, kind: str) -> set[str]:
        """The names of a kind that are used, and that nothing is called by."""
        known = self.values if kind == "fact" else self.known[kind]
        used = (
            {fact for page in parts.pages for fact, _, _ in page.values_used}
            if kind == "fact"
            else {name for page in parts.pages for name, _ in page.uses[kind]}
        )
        return used.difference(known)

    def is_told(self, page: FileReader, kind: str, line: int) -> bool:
        """Whether an unknown name is a fault of its own.

        Where many of its kind are declared nowhere, a file is missing: that is the one fault, and
        every name that seems unknown is its echo.
        """
        if self._missing.get(kind) is None:
            return True
        if not self._missing[kind]:
            self._missing[kind] = True
            section = _SECTIONS[kind]
            self._missing.update(dict.fromkeys(_ECHOES.get(kind, ()), True))
            what = f"No file has the `{section}:` that this line and others name."
            page.faults.add(line, what, f"Add the file that holds these `{section}:`.")
        return False

    def unknown(self, page: FileReader, kind: str, name: str, line: int) -> None:
        """Note that a name is unknown, unless its own fault is told already."""
        otherwise = "Correct the name, or add what it names."
        shown, owner = shortened(name), name
        if kind == "placeholder":
            shown, owner = f"{{{shown}}}", name.rpartition("_")[0].replace("_", "-")
            otherwise = f"Write a contact, _ and one of: {', '.join(PLACEHOLDERS)}."
        if name in self._suppressed or owner in self._suppressed:
            return
        what = f'"{shown}" is no {_KINDS.get(kind, kind)}{looks_like_ours(name)}.'
        page.faults.add(line, what, self._mend(page, name, self.known[kind], otherwise))

    def unknown_value(self, page: FileReader, fact: str, value: str, line: int) -> None:
        """Note that a fact is unknown, or has no such value."""
        if fact in self._suppressed:
            return
        if fact not in self.values:
            otherwise = "Declare it under `facts:`."
            advice = self._mend(page, fact, self.values, otherwise)
            what = f'"{shortened(fact)}" is no fact{looks_like_ours(fact)}.'
            page.faults.add(line, what, advice)
        else:
            known = self.values[fact]
            advice = other_values(value, known)
            advice = advice or self._mend(page, value, known, f"Use one of: {', '.join(known)}.")
            what = f'"{shortened(value)}" is no value of "{fact}"{looks_like_ours(value)}.'
            page.faults.add(line, what, advice)

    def _mend(self, page: FileReader, name: str, names: Collection[str], otherwise: str) -> str:
        self._guesses += 1
        return otherwise if self._guesses > MAX_GUESSES else page.mend(name, names, otherwise)


_SECTIONS = {
    "contact": "contacts",
    "placeholder": "contacts",
    "source": "sources",
    "statement": "statements",
    "heading": "headings",
    "fact": "facts",
}
MANY_UNKNOWN = 3
"""Unknown names of one kind from which on a file is missing, and no name misspelt."""
_ECHOES = {"contact": ("placeholder",), "placeholder": ("contact",)}
"""What is missing with something else, for the same reason."""
_KINDS = {"step": "step, ending or flow", "first step": "step to start with"}


def _start(parts: RawLibrary, path: str, problems: list[Problem]) -> str:
    """The flow where everyone starts: the one called `start`, or the only one."""
    if "start" in parts.flows:
        return "start"
    if len(parts.flows) == 1:
        return next(iter(parts.flows))
    if parts.suppressed.everything:
        return ""
    name = printable(os.path.basename(os.path.abspath(path)))
    if parts.flows:
        what, mend_it = 'No flow is called "start".', "Call the one where everyone begins `start`."
    else:
        what, mend_it = "No file has a flow.", "Add a file with `flow:`, `start:` and `steps:`."
    problems.append(Problem(Place(name), what, mend_it))
    return ""


def _resolve_flows(parts: RawLibrary) -> None:
    """Let what leads to a flow lead to the first step of that flow."""
    first = {key: flow.start for key, flow in parts.flows.items() if key not in parts.steps}
    if not any(name in first for page in parts.pages for name, _ in page.uses.get("step", ())):
        return

    def routes(to: tuple[Route, ...]) -> tuple[Route, ...]:
        return tuple(route._replace(to=first.get(route.to, route.to)) for route in to)

    def options(unlinked: Iterable[Option]) -> tuple[Option, ...]:
        return tuple(option._replace(to=routes(option.to)) for option in unlinked)

    for key, step in parts.steps.items():
        if isinstance(step, Question):
            parts.steps[key] = step._replace(options=options(step.options))
        elif isinstance(step, Message):
            parts.steps[key] = step._replace(to=routes(step.to))
    for option in options(parts.always.values()):
        parts.always[option.id] = option


def _loops(steps: Mapping[str, Step], ways: Successors, problems: list[Problem]) -> None:
    """A problem for what can never be left, and for messages that go round and round."""
    trapped = without_ending(steps, ways)
    if trapped:
        first = steps[trapped[0]]
        others = f" (nor from {', '.join(trapped[1:4])})" if len(trapped) > 1 else ""
        problems.append(
            Problem(
                first.place,
                f'From "{trapped[0]}" no ending can be reached{others}.',
                "Let one of its answers lead on to an ending.",
            )
        )
        return
    if loop := silent_loop(steps, ways):
        problems.append(
            Problem(
                steps[loop[0]].place,
                f"These messages lead round to one another: {', '.join(loop[:4])}.",
                "Let one of them lead to a question or an ending.",
            )
        )
