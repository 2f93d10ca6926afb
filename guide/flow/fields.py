"""The small things every part of a flow file is made of: ids, texts, wordings, lines, conditions.

Each function takes a node and gives a record, or a harmless empty one with the fault noted, so
that one run tells every fault and each cause is told once.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from guide.flow.document import Faults, Mapping, Node, Sequence, shortened
from guide.flow.model import Line, Route, Text, Variant, When, Wording
from guide.problems import Place

MAX_TEXT = 600
"""Characters in one text: a screen of 40 columns holds about this many."""
MAX_ID = 60

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BRACES = re.compile(r"\{([^{}]*)\}")

LINE_KEYS = frozenset({"say", "source", "when", "safety"})
STATED_KEYS = frozenset({"statement", "when"})
VARIANT_KEYS = frozenset({"say", "when"})
ROUTE_KEYS = frozenset({"go", "when"})

KINDS = ("step", "first step", "contact", "source", "statement", "placeholder")
"""What a name can be the name of."""

record: Any = tuple.__new__
"""Makes a record in half the time its class takes: large flows have hundreds of thousands."""

_FAULTY: When = (("", ()),)
"""A condition that could not be read: it is one all the same."""


def closest(name: str, names: Iterable[str]) -> str:
    """The known name most like this one, or an empty text."""
    from difflib import get_close_matches

    if len(name) > 2 * MAX_ID:
        return ""
    known = list(names)
    if len(known) > 200:  # difflib is slow: among thousands, look at those that begin alike
        known = sorted(other for other in known if other[:2] == name[:2])[:200]
    return next(iter(get_close_matches(name, known, n=1)), "")


def mend(name: str, names: Iterable[str], otherwise: str) -> str:
    """`Did you mean "x"?` where a name is close to a known one, else the other advice."""
    near = closest(name, names)
    return f'Did you mean "{near}"?' if near else otherwise


def listed(names: Iterable[str]) -> str:
    """Names joined for a sentence, the first twenty of them."""
    known = sorted(names)
    return ", ".join(known[:20]) + (" and more" if len(known) > 20 else "")


def sentence(what: str) -> str:
    """Words that begin a sentence."""
    return what[0].upper() + what[1:]


class Doubt:
    """What faulty parts may hide: names that are not called unknown, as their fault is told."""

    def __init__(self) -> None:
        self.everything = False
        """Whether any name at all may stand in what could not be read."""
        self.names: set[str] = set()


class Page:
    """One file being read: where its faults go, and the names it uses."""

    def __init__(self, file: str, faults: Faults, doubt: Doubt) -> None:
        self.file = file
        self.faults = faults
        self.doubt = doubt
        self.uses: dict[str, list[tuple[str, int]]] = {kind: [] for kind in KINDS}
        """Names used, by what they are names of, each with its line: looked up by `link`."""
        self.values_used: list[tuple[str, str, int]] = []
        """Facts used with a value, each with its line."""
        self._ids: set[str] = set()
        self._place = Place(file)
        self._line_of_place = 0

    def place(self, line: int) -> Place:
        """The place of a line of this file."""
        if line != self._line_of_place:
            self._line_of_place = line
            self._place = record(Place, (self.file, line))
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
                near = "" if self.faults.full else closest(key, missing)
                self.faults.add(
                    node.lines[key],
                    f'"{shortened(key)}" is no key of {what}.',
                    f'Did you mean "{near}"?' if near else f"Use: {listed(allowed)}.",
                )
                value = node.values.pop(key)
                if near:
                    node.values[near] = value
                    node.lines[near] = node.lines[key]
                else:
                    dropped.append(value)
        return dropped

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
            self.doubt.everything = True
            return
        if not section.values:
            self.faults.add(line, f"{sentence(what)} is empty.", "Fill it or delete the key.")
            self.doubt.everything = True
        ids = self._ids
        for key, value in section.values.items():
            if key in ids or self.is_id(key, section.lines[key]):
                if type(value) is Mapping:
                    yield key, value
                    continue
                self.mapping(value, f'"{key}"', section.lines[key])
            self.doubt.names.add(key)

    # -- words

    def is_id(self, name: str, line: int) -> bool:
        """Whether a name is fit to be an id; a fault where it is not."""
        if name in self._ids:
            return True
        if len(name) <= MAX_ID and ID.fullmatch(name):
            self._ids.add(name)
            return True
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
        found = []
        at = node.lines.get(key, node.line)
        for value, line in self.items(node.values.get(key), f'"{key}" of {what}', at):
            if type(value) is str and value:
                self.use(kind, value, line)
                found.append(value)
            else:
                self.faults.add(
                    line,
                    f'"{key}" of {what} holds something that is no name.',
                    f"Write the id of a {kind}.",
                )
        return tuple(found)

    def phrases(self, node: Mapping, key: str, what: str) -> tuple[str, ...]:
        """What people type for an answer, as plain texts."""
        found = []
        at = node.lines.get(key, node.line)
        for value, line in self.items(node.values.get(key), f'"{key}" of {what}', at):
            if type(value) is str and value:
                self._not_too_long(value, line)
                found.append(value)
            else:
                self.faults.add(
                    line,
                    f'"{key}" of {what} holds something that is not words.',
                    "Write what people type.",
                )
        return tuple(found)

    def text(self, value: str, address: str, line: int, safety: str = "") -> Text:
        """Words for a person: not too long, and every {placeholder} the name of something."""
        if len(value) > MAX_TEXT:
            self._not_too_long(value, line)
        if "{" in value or "}" in value:
            for name in _BRACES.findall(value):
                self.use("placeholder", name, line)
            if "{" in (rest := _BRACES.sub("", value)) or "}" in rest:
                self.faults.add(
                    line, "A { or } stands alone.", "Write placeholders like {childline_phone}."
                )
        text: Text = record(Text, (address, value, self.place(line), safety))
        return text

    def _not_too_long(self, value: str, line: int) -> None:
        if len(value) > MAX_TEXT:
            self.faults.add(
                line,
                f"This text has {len(value)} characters.",
                f"Use at most {MAX_TEXT}, or split it into lines.",
            )

    def wording(
        self,
        node: Mapping,
        key: str,
        address: str,
        what: str,
        *,
        needed: bool = False,
        safety: str = "",
    ) -> Wording:
        """A text, or variants tried in order; empty when not given."""
        value = node.values.get(key)
        if type(value) is str and value:
            return (record(Variant, ((), self.text(value, address, node.lines[key], safety))),)
        if value is None and not needed:
            return ()
        line = node.lines.get(key, node.line)
        if type(value) is Sequence and value.values:
            return self._variants(value, address, safety)
        if value is None:
            self.faults.add(line, f'{sentence(what)} has no "{key}".', f"Add `{key}:` and words.")
        elif type(value) is Mapping:
            self.faults.add(
                line,
                f'"{key}" of {what} is neither a text nor a list.',
                "Write what is said, or a list of variants.",
            )
        else:
            self.faults.add(line, f'"{key}" of {what} has no words.', "Write what is said.")
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
                self.last_is_open(when, number == last, line, "variant")
            else:
                self.faults.add(line, "This variant has no words.", "Write `say:` and the words.")
        return tuple(found)

    def safety(self, node: Mapping, what: str) -> str:
        """What the words of a node must tell the reader; empty where nothing depends on it."""
        return self.plain(node, "safety", what) if "safety" in node.values else ""

    def last_is_open(self, when: When, is_last: bool, line: int, what: str) -> None:
        """Of things tried in order, only the last may and must have no condition."""
        if is_last and when and when is not _FAULTY:
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
        if "when" not in node.values:
            return ()
        line = node.lines["when"]
        facts = self.mapping(node.values["when"], "`when`", line)
        if facts is None:
            return _FAULTY
        if not facts.values:
            self.faults.add(line, "`when` names no fact.", "Name one, or delete `when`.")
            return _FAULTY
        return tuple(
            (fact, self._values(fact, wanted, facts.lines[fact]))
            for fact, wanted in facts.values.items()
        )

    def _values(self, fact: str, wanted: Node, line: int) -> tuple[str, ...]:
        found = []
        for value, at in self.items(wanted, f'"{shortened(fact)}"', line):
            if type(value) is str and value:
                self.values_used.append((fact, value, at))
                found.append(value)
            else:
                self.faults.add(
                    at, f'"{shortened(fact)}" has no value here.', "Write one, or a list of them."
                )
        return tuple(found)

    def lines(self, node: Mapping, key: str, address: str, what: str) -> tuple[Line, ...]:
        """Lines said one after another; empty when not given."""
        if key not in node.values:
            return ()
        found = []
        for value, line in self.items(node.values[key], f'"{key}" of {what}', node.lines[key]):
            if type(value) is str and value:
                place = self.place(line)
                wording = (Variant((), self.text(value, address, line)),)
                found.append(Line((), wording, "", (), place))
            elif type(value) is Mapping:
                found.append(self._line(value, address))
            else:
                self.faults.add(
                    line, f'A line of "{key}" of {what} has no words.', "Write what is said."
                )
        return tuple(found)

    def _line(self, node: Mapping, address: str) -> Line:
        if "statement" not in node.values:
            self.known_keys(node, LINE_KEYS | STATED_KEYS, "a line")
        if "statement" in node.values:
            return self._stated(node)
        safety = self.safety(node, "a line")
        wording = self.wording(node, "say", address, "a line", needed=True, safety=safety)
        sources = self.names(node, "source", "source", "a line")
        return Line(self.when(node), wording, "", sources, self.place(node.line))

    def _stated(self, node: Mapping) -> Line:
        """A line that is a statement: words, sources and safety stand with the statement."""
        self.known_keys(node, STATED_KEYS, "a line with a `statement`")
        statement = self.plain(node, "statement", "a line")
        if statement:
            self.use("statement", statement, node.lines["statement"])
        return Line(self.when(node), (), statement, (), self.place(node.line))

    def routes(self, node: Mapping, what: str) -> tuple[Route, ...]:
        """Where a step or answer leads: a name, or routes tried in order."""
        value = node.values.get("to")
        line = node.lines.get("to", node.line)
        if type(value) is str and value:
            self.uses["step"].append((value, line))
            return (record(Route, ((), value, self.place(line))),)
        if value is None or value == "":
            self.faults.add(
                line, f"{sentence(what)} leads nowhere.", "Add `to:` and a step or an ending."
            )
            return ()
        found = []
        items = self.items(value, f'"to" of {what}', line)
        for number, (item, at) in enumerate(items, start=1):
            if (route := self._route(item, at)) is not None:
                found.append(route)
                self.last_is_open(route.when, number == len(items), at, "route")
        return tuple(found)

    def _route(self, item: Node, line: int) -> Route | None:
        when: When = ()
        if type(item) is Mapping:
            self.known_keys(item, ROUTE_KEYS, "a route")
            when = self.when(item)
            target = self.plain(item, "go", "a route", needed=True)
        elif type(item) is str and item:
            target = item
        else:
            self.faults.add(
                line, "A route is empty, or is not a name.", "Write a name or {when: ..., go: ...}."
            )
            return None
        if not target:
            return None
        self.use("step", target, line)
        return Route(when, target, self.place(line))


def sources(page: Page, node: Mapping, what: str) -> tuple[str, ...]:
    """The documents that a part rests on; every part that states something names some."""
    if "sources" not in node.values:
        page.faults.add(node.line, f'{sentence(what)} has no "sources".', "Name what it rests on.")
    return page.names(node, "sources", "source", what)
