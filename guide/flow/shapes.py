"""A file being read: its place, its names, and the shapes its parts may have."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from guide.flow.advice import MAX_ID, closest, listed, mend, sentence, shortened
from guide.flow.faults import Faults
from guide.flow.model import When, Wording
from guide.flow.nodes import Mapping, Node, Sequence
from guide.flow.slips import SECTIONS, as_meant, kind_elsewhere, looks_like_ours, odd_letters
from guide.problems import Place

# 40 columns and 20 lines are the least window where the chat has all its bars
# (guide/front/chat/page.py), less help and buttons. The schema for editors says the same
# (tests/test_schema.py).
MAX_TEXT = 600
"""Characters in one text: a screen of 40 columns holds about this many."""

# What tells an entry of a section.
_ENTRY = frozenset({"say", "title", "name", "document", "ask", "rule", "values", "about"})

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# RFC 3986 has no blank, bracket, double quote, backtick or backslash in an address. It has the
# single quote, but the pages put addresses between two of them.
ADDRESS = re.compile(r"""https://[^\s{}<>"'`\\]+""")
"""A whole address that a person may be led to; nothing in it ends it early."""

_KINDS = ("step", "first step", "contact", "source", "statement", "heading", "placeholder")
"""What a name can be the name of."""

# Past the check that each field is there: the reader has made sure, and makes tens of thousands.
make_record: Any = tuple.__new__
"""Makes a record in half the time its class takes: large flows have hundreds of thousands."""


class Suppressed:
    """What faulty parts may hide: names that are not called unknown, as their fault is told."""

    def __init__(self) -> None:
        self.everything = False
        """Whether any name at all may stand in what could not be read."""
        self.names: set[str] = set()


class NodeReader:
    """One file being read: where its faults go, the names it uses, and its plain parts."""

    def __init__(self, file: str, faults: Faults, suppressed: Suppressed) -> None:
        self.file = file
        self.faults = faults
        self.suppressed = suppressed
        self.uses: dict[str, list[tuple[str, int]]] = {kind: [] for kind in _KINDS}
        """Names used, by what they are names of, each with its line: looked up by `link`."""
        self.values_used: list[tuple[str, str, int]] = []
        """Facts used with a value, each with its line."""
        self.must_hold: list[tuple[Wording, tuple[str, ...], int]] = []
        """Words with what each of them must hold, and the line that says so: for a check alone."""
        self.meant_for: list[tuple[str, When, int]] = []
        """Endings, each with whom it is for, and the line that says so: for a check alone."""
        self._ids: set[str] = set()
        self._place = Place(file)
        self._line_of_place = 0

    def place(self, line: int) -> Place:
        """The place of a line of this file."""
        if line != self._line_of_place:
            self._line_of_place = line
            self._place = make_record(Place, (self.file, line))
        return self._place

    def use(self, kind: str, name: str, line: int) -> None:
        """Note that a name is used, to be looked up when all files are read."""
        self.uses[kind].append((name, line))

    def mend(self, name: str, names: Iterable[str], otherwise: str) -> str:
        """As `mend`, but no time goes into advice that nobody will be told."""
        return otherwise if self.faults.full else mend(name, names, otherwise)

    # -- shapes

    def mapping(self, node: Node | None, what: str, line: int) -> Mapping | None:
        """The node as keys and values, or None with a fault."""
        if type(node) is Mapping:
            return node
        if node == "":
            self.faults.add(line, f"{sentence(what)} is empty.", "Fill it or delete the key.")
        elif node is not None:
            self.faults.add(
                line,
                f"{sentence(what)} is not keys and values.",
                "Write `key: value` lines below it, indented.",
            )
        return None

    def known_keys(self, node: Mapping, allowed: frozenset[str], what: str) -> list[Node]:
        """A fault for each key that does not belong here; gives the values that are passed over.

        A key that is close to one that belongs, and is missing, is read as that one: otherwise
        one slip would be told twice.
        """
        dropped: list[Node] = []
        if allowed.issuperset(node.values):
            return dropped
        for key in list(node.values):
            if key not in allowed:
                missing = [other for other in allowed if other not in node.values]
                if self._is_cut_off(key, node, what):
                    continue
                near = "" if self.faults.full else closest(as_meant(key), missing)
                self.faults.add(
                    node.lines[key],
                    f'"{shortened(key)}" is no key of {what}{looks_like_ours(key)}.',
                    f'Did you mean "{near}"?' if near else f"Use: {listed(allowed)}.",
                )
                value = node.values.pop(key)
                if near:
                    node.values[near] = value
                    node.lines[near] = node.lines[key]
                else:
                    dropped.append(value)
        return dropped

    def _is_cut_off(self, key: str, node: Mapping, what: str) -> bool:
        """Whether a key is the end of a text without quotes that a comma cut off, within { }."""
        if " " not in key or node.values[key] != "":
            return False
        self.faults.add(
            node.lines[key],
            f'A comma in {what} cuts off the words "{shortened(key)}".',
            "Put the text in quotes: within { } a comma starts the next key.",
        )
        del node.values[key]
        return True

    def items(self, node: Node | None, what: str, line: int) -> list[tuple[Node, int]]:
        """The node as a list with lines; a single value counts as a list of one."""
        if node is None:
            return []
        if type(node) is Sequence:
            if not node.values:
                self.faults.add(
                    line, f"{sentence(what)} is an empty list.", "Fill it or delete the key."
                )
            return list(zip(node.values, node.lines, strict=True))
        return [(node, line)]

    def entries(self, node: Node | None, what: str, line: int) -> Iterator[tuple[str, Mapping]]:
        """Each `id: {...}` of a section, ids checked."""
        section = self.mapping(node, what, line)
        if section is None:
            self.suppressed.everything = True
            return
        if not section.values:
            self.faults.add(line, f"{sentence(what)} is empty.", "Fill it or delete the key.")
            self.suppressed.everything = True
        ids = self._ids
        for key, value in section.values.items():
            if key in SECTIONS and _holds_entries(value):
                self.suppressed.everything = True
                at = section.lines[key]
                self.faults.add(at, f'"{key}" stands within {what}.', "Move it to the margin.")
                if value == "":
                    return  # what follows are its own entries
                continue
            if key in ids or self.is_id(key, section.lines[key]):
                if type(value) is Mapping:
                    yield key, value
                    continue
                self.mapping(value, f'"{key}"', section.lines[key])
            self.suppressed.names |= {key, as_meant(key)}

    def is_elsewhere(self, key: str, node: Mapping, here: str) -> bool:
        """Whether an entry belongs in another section than `here`; a fault where it does."""
        kind, section = kind_elsewhere(node.values, here)
        if kind:
            self.suppressed.names.add(key)
            what = f'"{key}" is a {kind}, and stands under `{here}:`.'
            self.faults.add(node.line, what, f"Move it to `{section}:`.")
        return bool(kind)

    # -- words

    def is_id(self, name: str, line: int) -> bool:
        """Whether a name is fit to be an id; a fault where it is not."""
        if name in self._ids:
            return True
        if len(name) <= MAX_ID and ID.fullmatch(name):
            self._ids.add(name)
            return True
        if odd := odd_letters(name):
            what = f'"{shortened(name)}" has a letter that only looks like one of ours: {odd}.'
            self.faults.add(line, what, f"Type the name again: {as_meant(name)}.")
            return False
        self.faults.add(
            line,
            f'"{shortened(name)}" cannot be a name.',
            f"Use small letters, digits and hyphens, at most {MAX_ID} characters.",
        )
        return False

    def plain(self, node: Mapping, key: str, what: str, *, needed: bool = False) -> str:
        """The text of a key that is never shown to a person; empty when not given."""
        value = node.values.get(key)
        if type(value) is str and value:
            return value
        line = node.lines.get(key, node.line)
        if value == "":
            self.faults.add(line, f'"{key}" of {what} is empty.', "Write it, or delete the key.")
        elif value is not None:
            self.faults.add(line, f'"{key}" of {what} is not a text.', "Write it on one line.")
        elif needed:
            self.faults.add(line, f'{sentence(what)} has no "{key}".', f"Add `{key}:`.")
        return ""

    def one_of(
        self, node: Mapping, key: str, what: str, values: tuple[str, ...], *, default: str
    ) -> str:
        """The value of a key that may only be one of a few words."""
        use = f"Use one of: {', '.join(values)}."
        if key not in node.values:
            self.faults.add(node.line, f'{sentence(what)} has no "{key}".', use)
            return default
        value = self.plain(node, key, what)
        if value in values:
            return value
        if value:
            self.faults.add(
                node.lines[key],
                f'"{shortened(value)}" is no "{key}" of {what}.',
                self.mend(value, values, use),
            )
        return default

    def names(self, node: Mapping, key: str, kind: str, what: str) -> tuple[str, ...]:
        """A name, or a list of names, each of which must exist."""
        names = []
        for value, line in self.name_items(node, key, what):
            if type(value) is str and value:
                self.use(kind, value, line)
                names.append(value)
            else:
                self.faults.add(
                    line,
                    f'"{key}" of {what} holds something that is no name.',
                    f"Write the id of a {kind}.",
                )
        return tuple(names)

    def name_items(self, node: Mapping, key: str, what: str) -> list[tuple[Node, int]]:
        """One name, or a list of them; one that lacks its brackets is told, and read as a list."""
        value = node.values.get(key)
        line = node.lines.get(key, node.line)
        if type(value) is not str or "," not in value:
            return self.items(value, f'"{key}" of {what}', line)
        self.faults.add(
            line, f'"{key}" of {what} is one name with commas.', "Write a list: [in, brackets]."
        )
        return [(name.strip(), line) for name in value.split(",")]

    def phrases(self, node: Mapping, key: str, what: str) -> tuple[str, ...]:
        """What people type for an answer, as plain texts."""
        phrases = []
        at = node.lines.get(key, node.line)
        for value, line in self.items(node.values.get(key), f'"{key}" of {what}', at):
            if type(value) is str and value:
                if len(value) > MAX_TEXT:
                    self.too_long(value, line)
                # Where it is no list: within one a comma is part of what people type.
                if value is node.values.get(key) and ", " in value:
                    what_to_do = "Write a list: [in square, brackets]."
                    self.faults.add(
                        line, f'"{key}" of {what} is one phrase with commas.', what_to_do
                    )
                phrases.append(value)
            else:
                self.faults.add(
                    line,
                    f'"{key}" of {what} holds something that is not words.',
                    "Write what people type.",
                )
        return tuple(phrases)

    def too_long(self, value: str, line: int) -> None:
        """A fault for words that no screen has room for."""
        self.faults.add(
            line,
            f"This text has {len(value)} characters.",
            f"Use at most {MAX_TEXT}, or split it into lines.",
        )


def _holds_entries(node: Node) -> bool:
    """Whether a node is nothing, or entries of its own: what a section is, and no entry."""
    if not isinstance(node, Mapping):
        return node == ""
    return bool(node.values) and all(
        isinstance(value, Mapping) and _ENTRY.intersection(value.values)
        for value in node.values.values()
    )
