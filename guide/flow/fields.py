"""The small things every part of a flow file is made of: ids, texts, wordings, lines, conditions.

Each function takes a node and gives a record, or a harmless empty one with the fault noted, so
that one run tells every fault.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from guide.flow.document import Faults, Mapping, Node, Sequence
from guide.flow.model import Line, Route, Text, Variant, When, Wording
from guide.problems import Place

MAX_TEXT = 600
"""Characters in one text: a screen of 40 columns holds about this many."""
MAX_ID = 60

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BRACES = re.compile(r"\{([^{}]*)\}")

LINE_KEYS = frozenset({"say", "statement", "source", "when", "safety"})
VARIANT_KEYS = frozenset({"say", "when"})
ROUTE_KEYS = frozenset({"go", "when"})


class Use(NamedTuple):
    """A name used somewhere, to be looked up once every file is read."""

    kind: str
    name: str
    place: Place


def closest(name: str, names: Iterable[str]) -> str:
    """The known name most like this one, or an empty text."""
    from difflib import get_close_matches

    known = list(names)
    if len(known) > 500:  # difflib is slow: among thousands, look at those that begin alike
        known = [other for other in known if other[:2] == name[:2]][:500]
    return next(iter(get_close_matches(name, known, n=1)), "")


def mend(name: str, names: Iterable[str], otherwise: str) -> str:
    """`Did you mean "x"?` where a name is close to a known one, else the other advice."""
    known = sorted(names)
    near = closest(name, known)
    return f'Did you mean "{near}"?' if near else otherwise


def listed(names: Iterable[str]) -> str:
    """Names joined for a sentence, the first dozen of them."""
    known = sorted(names)
    return ", ".join(known[:12]) + (", ..." if len(known) > 12 else "")


class Page:
    """One file being read: where its faults go, and the names it uses."""

    def __init__(self, file: str, faults: Faults, uses: list[Use]) -> None:
        self.file = file
        self.faults = faults
        self.uses = uses

    def place(self, line: int) -> Place:
        """The place of a line of this file."""
        return Place(self.file, line)

    def use(self, kind: str, name: str, line: int) -> None:
        """Note that a name is used, to be looked up when all files are read."""
        self.uses.append(Use(kind, name, Place(self.file, line)))

    # -- shapes

    def mapping(self, node: Node | None, what: str, line: int) -> Mapping | None:
        """The node as keys and values, or None with a fault."""
        if type(node) is Mapping:
            return node
        if node is not None:
            self.faults.add(
                line, f"{what} is not keys and values.", "Write `key: value` lines, indented."
            )
        return None

    def known_keys(self, node: Mapping, allowed: frozenset[str], what: str) -> None:
        """A fault for each key that does not belong here."""
        if node.values.keys() <= allowed:
            return
        for key in node.values:
            if key not in allowed:
                self.faults.add(
                    node.lines[key],
                    f'"{key}" is no key of {what}.',
                    mend(key, allowed, f"Use: {listed(allowed)}."),
                )

    def items(self, node: Node | None, what: str, line: int) -> list[tuple[Node, int]]:
        """The node as a list with lines; a single value counts as a list of one."""
        if node is None:
            return []
        if type(node) is Sequence:
            if not node.values:
                self.faults.add(line, f"{what} is an empty list.", "Fill it or delete the key.")
            return list(zip(node.values, node.lines, strict=True))
        return [(node, line)]

    def entries(
        self, node: Node | None, what: str, line: int
    ) -> Iterable[tuple[str, Mapping, int]]:
        """Each `id: {...}` of a section, ids checked."""
        section = self.mapping(node, what, line)
        if section is None:
            return
        if not section.values:
            self.faults.add(line, f"{what} is empty.", "Fill it or delete the key.")
        for key, value in section.values.items():
            at = section.lines[key]
            if self.is_id(key, at) and (entry := self.mapping(value, f'"{key}"', at)) is not None:
                yield key, entry, at

    # -- words

    def is_id(self, name: str, line: int) -> bool:
        """Whether a name is fit to be an id; a fault where it is not."""
        if ID.fullmatch(name) and len(name) <= MAX_ID:
            return True
        shown = name if len(name) <= MAX_ID else name[:MAX_ID] + "..."
        self.faults.add(
            line,
            f'"{shown}" cannot be a name.',
            f"Use small letters, digits and hyphens, at most {MAX_ID} characters.",
        )
        return False

    def plain(self, node: Mapping, key: str, what: str, *, needed: bool = False) -> str:
        """The text of a key that is never shown to a person; empty when not given."""
        value = node.values.get(key)
        if type(value) is str and value:
            return value
        line = node.lines.get(key, node.line)
        if value is not None and type(value) is not str:
            self.faults.add(line, f'"{key}" of {what} is not a text.', "Write it on one line.")
        elif value == "":
            self.faults.add(line, f'"{key}" of {what} is empty.', "Write it, or delete the key.")
        elif needed:
            self.faults.add(line, f'{what} has no "{key}".', f"Add `{key}:`.")
        return ""

    def one_of(
        self, node: Mapping, key: str, what: str, values: tuple[str, ...], *, default: str
    ) -> str:
        """The value of a key that may only be one of a few words."""
        value = self.plain(node, key, what, needed=True)
        if value in values:
            return value
        if value:
            self.faults.add(
                node.lines[key],
                f'"{value}" is no "{key}" of {what}.',
                mend(value, values, f"Use one of: {', '.join(values)}."),
            )
        return default

    def names(self, node: Mapping, key: str, kind: str, what: str) -> tuple[str, ...]:
        """A name, or a list of names, each of which must exist."""
        found = []
        for value, line in self.items(node.values.get(key), f'"{key}"', node.lines.get(key, 0)):
            if type(value) is str and value:
                self.use(kind, value, line)
                found.append(value)
            else:
                self.faults.add(line, f'"{key}" of {what} is not a list of names.', "Write names.")
        return tuple(found)

    def phrases(self, node: Mapping, key: str) -> tuple[str, ...]:
        """What people type for an answer, as plain texts."""
        found = []
        for value, line in self.items(node.values.get(key), f'"{key}"', node.lines.get(key, 0)):
            if type(value) is str and value:
                found.append(value)
            else:
                self.faults.add(line, f'"{key}" holds something that is not words.', "Write words.")
        return tuple(found)

    def text(self, value: str, address: str, line: int, safety: str = "") -> Text:
        """Words for a person: not too long, and every {placeholder} the name of something."""
        if len(value) > MAX_TEXT:
            self.faults.add(
                line,
                f"This text has {len(value)} characters.",
                f"Use at most {MAX_TEXT}, or split it into lines.",
            )
        if "{" in value or "}" in value:
            for name in _BRACES.findall(value):
                self.use("placeholder", name, line)
            if "{" in (rest := _BRACES.sub("", value)) or "}" in rest:
                self.faults.add(
                    line, "A { or } stands alone.", "Write placeholders like {childline_phone}."
                )
        return Text(address, value, Place(self.file, line), safety)

    def wording(
        self, node: Mapping, key: str, address: str, what: str, *, needed: bool = False
    ) -> Wording:
        """A text, or variants tried in order; empty when not given."""
        value = node.values.get(key)
        line = node.lines.get(key, node.line)
        safety = node.values.get("safety", "")
        safety = safety if type(safety) is str else ""
        if type(value) is str and value:
            return (Variant((), self.text(value, address, line, safety)),)
        if type(value) is Sequence and value.values:
            return self._variants(value, address, safety)
        if value is not None:
            self.faults.add(line, f'"{key}" of {what} has no words.', "Write what is said.")
        elif needed:
            self.faults.add(line, f'{what} has no "{key}".', f"Add `{key}:` and the words.")
        return ()

    def _variants(self, node: Sequence, address: str, safety: str) -> Wording:
        found = []
        last = len(node.values) - 1
        for number, (value, line) in enumerate(zip(node.values, node.lines, strict=True)):
            when: When = ()
            words = value
            if type(value) is Mapping:
                self.known_keys(value, VARIANT_KEYS, "a variant")
                when = self.when(value)
                words = value.values.get("say", "")
            if type(words) is str and words:
                found.append(Variant(when, self.text(words, address, line, safety)))
            else:
                self.faults.add(line, "This variant has no words.", "Write `say:` and the words.")
            self.last_is_open(when, number == last, line, "variant")
        return tuple(found)

    def last_is_open(self, when: When, is_last: bool, line: int, what: str) -> None:
        """Of things tried in order, only the last may and must have no condition."""
        if is_last and when:
            self.faults.add(
                line,
                f"The last {what} has a `when`, so some people would be left with none.",
                f"Add a last {what} without `when`.",
            )
        elif not is_last and not when:
            self.faults.add(
                line,
                f"This {what} has no `when`, so those after it are never used.",
                "Give it a `when`, or move it to the end.",
            )

    # -- conditions, lines and routes

    def when(self, node: Mapping) -> When:
        """The condition of a node; empty when it has none."""
        value = node.values.get("when")
        if value is None:
            return ()
        line = node.lines["when"]
        facts = self.mapping(value, "`when`", line)
        if facts is None:
            return ()
        if not facts.values:
            self.faults.add(line, "`when` names no fact.", "Name one, or delete `when`.")
        found = []
        for fact, wanted in facts.values.items():
            at = facts.lines[fact]
            values = []
            for one, line_of_one in self.items(wanted, f'"{fact}"', at):
                if type(one) is str and one:
                    self.use("value", f"{fact}={one}", line_of_one)
                    values.append(one)
                else:
                    self.faults.add(line_of_one, f'"{fact}" has no value.', "Write its value.")
            found.append((fact, tuple(values)))
        return tuple(found)

    def lines(self, node: Mapping, key: str, address: str, what: str) -> tuple[Line, ...]:
        """Lines said one after another; empty when not given."""
        found = []
        for value, at in self.items(node.values.get(key), f'"{key}" of {what}', 0):
            line = at or node.lines[key]
            if type(value) is str and value:
                wording = (Variant((), self.text(value, address, line)),)
                found.append(Line((), wording, "", (), Place(self.file, line)))
            elif type(value) is Mapping:
                found.append(self._line(value, address, line))
            else:
                self.faults.add(line, f'A line of "{key}" has no words.', "Write what is said.")
        return tuple(found)

    def _line(self, node: Mapping, address: str, line: int) -> Line:
        self.known_keys(node, LINE_KEYS, "a line")
        statement = self.plain(node, "statement", "a line")
        if statement:
            self.use("statement", statement, line)
            if "say" in node.values:
                self.faults.add(
                    line, "This line has both `say` and `statement`.", "Keep one of the two."
                )
            wording: Wording = ()
        else:
            wording = self.wording(node, "say", address, "a line", needed=True)
        sources = self.names(node, "source", "source", "a line")
        return Line(self.when(node), wording, statement, sources, Place(self.file, line))

    def routes(self, node: Mapping, what: str) -> tuple[Route, ...]:
        """Where a step or answer leads: a name, or routes tried in order."""
        value = node.values.get("to")
        if type(value) is str and value:
            line = node.lines["to"]
            self.use("step", value, line)
            return (Route((), value, Place(self.file, line)),)
        if value is None or value == "":
            self.faults.add(
                node.lines.get("to", node.line),
                f"{what} leads nowhere.",
                "Add `to:` and the name of a step or ending.",
            )
            return ()
        found = []
        items = self.items(value, "`to`", node.lines["to"])
        for number, (item, line) in enumerate(items):
            when: When = ()
            target: Node = item
            if type(item) is Mapping:
                self.known_keys(item, ROUTE_KEYS, "a route")
                when = self.when(item)
                target = self.plain(item, "go", "a route", needed=True)
            if type(target) is str and target:
                self.use("step", target, line)
                found.append(Route(when, target, Place(self.file, line)))
            elif type(target) is Sequence:
                self.faults.add(line, "A route is not a list.", "Write a name or {when, go}.")
            self.last_is_open(when, number == len(items) - 1, line, "route")
        return tuple(found)
