"""What the words of a flow file are made of: texts, wordings, lines, conditions, routes.

Each function takes a node and gives a record, or a harmless empty one with the fault noted, so
that one run tells every fault and each cause is told once.
"""

import re

from guide.flow.advice import sentence, shortened
from guide.flow.model import MAY_NEED, Line, Route, Text, Variant, When, Wording
from guide.flow.nodes import Mapping, Node, Sequence
from guide.flow.shapes import MAX_TEXT, NodeReader, make_record

_BRACES = re.compile(r"\{([^{}]*)\}")

LINE_KEYS = frozenset({"say", "source", "when", "safety", "must-hold", "needs"})
STATED_KEYS = frozenset({"statement", "when", "needs"})
VARIANT_KEYS = frozenset({"say", "when"})
ROUTE_KEYS = frozenset({"go", "when"})

_FAULTY: When = (("", ()),)
"""A condition that could not be read: it is one all the same."""


class FileReader(NodeReader):
    """One file being read, with all that its parts may say to a person."""

    def text(self, value: str, address: str, line: int, safety: str = "") -> Text:
        """Words for a person: not too long, and every {placeholder} the name of something."""
        if len(value) > MAX_TEXT:
            self.too_long(value, line)
        if "{" in value or "}" in value:
            for name in _BRACES.findall(value):
                self.use("placeholder", name, line)
            if "{" in (rest := _BRACES.sub("", value)) or "}" in rest:
                self.faults.add(
                    line, "A { or } stands alone.", "Write placeholders like {childline_phone}."
                )
        text: Text = make_record(Text, (address, value, self.place(line), safety))
        return text

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
            return (make_record(Variant, ((), self.text(value, address, node.lines[key], safety))),)
        if value is None and not needed:
            return ()
        line = node.lines.get(key, node.line)
        if type(value) is Sequence and value.values:
            return self._variants(value, address, safety)
        if value is None:
            self.faults.add(line, f'{sentence(what)} has no "{key}".', f"Add `{key}:` and words.")
        elif is_lone_placeholder(value):
            self._needs_quotes(line)
        elif type(value) is Mapping:
            self.faults.add(
                line,
                f'"{key}" of {what} is neither a text nor a list.',
                "Write what is said, or a list of variants.",
            )
        else:
            self.faults.add(line, f'"{key}" of {what} has no words.', "Write what is said.")
        return ()

    def _needs_quotes(self, line: int) -> None:
        what_to_do = 'Put it in double quotes: "{childline_name} can help".'
        self.faults.add(line, "A text that begins with { needs quotes.", what_to_do)

    def _variants(self, node: Sequence, address: str, safety: str) -> Wording:
        variants = []
        last = len(node.values) - 1
        for number, (value, line) in enumerate(zip(node.values, node.lines, strict=True)):
            when: When = ()
            words = value
            if type(value) is Mapping:
                self.known_keys(value, VARIANT_KEYS, "a variant")
                when = self.when(value)
                words = value.values.get("say", "")
            if type(words) is str and words:
                variants.append(Variant(when, self.text(words, address, line, safety)))
                self.last_is_open(when, number == last, line, "variant")
            else:
                self.faults.add(line, "This variant has no words.", "Write `say:` and the words.")
        return tuple(variants)

    def safety(self, node: Mapping, what: str) -> str:
        """What the words of a node must tell the reader; empty where nothing depends on it."""
        return self.plain(node, "safety", what) if "safety" in node.values else ""

    def holding(self, node: Mapping, wording: Wording, what: str) -> Wording:
        """The same words, with what the node says that each of them must hold noted down."""
        if "must-hold" in node.values:
            line = node.lines["must-hold"]
            names = self.phrases(node, "must-hold", what)
            self.must_hold.append((wording, names, line))
        return wording

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
        if "not" in facts.values:
            what_to_do = "List the values for which it holds: {age: [11-17, 18-plus]}."
            self.faults.add(line, "A condition has no `not`.", what_to_do)
            return _FAULTY
        return tuple(
            (fact, self._values(fact, wanted, facts.lines[fact]))
            for fact, wanted in facts.values.items()
        )

    def _values(self, fact: str, wanted: Node, line: int) -> tuple[str, ...]:
        values = []
        for value, at in self.items(wanted, f'"{shortened(fact)}"', line):
            if type(value) is str and value:
                self.values_used.append((fact, value, at))
                values.append(value)
            else:
                self.faults.add(
                    at, f'"{shortened(fact)}" has no value here.', "Write one, or a list of them."
                )
        return tuple(values)

    def lines(self, node: Mapping, key: str, address: str, what: str) -> tuple[Line, ...]:
        """Lines said one after another; empty when not given."""
        if key not in node.values:
            return ()
        lines = []
        for value, line in self.items(node.values[key], f'"{key}" of {what}', node.lines[key]):
            if type(value) is str and value:
                place = self.place(line)
                wording = (Variant((), self.text(value, address, line)),)
                lines.append(Line((), wording, "", (), place))
            elif is_lone_placeholder(value):
                self._needs_quotes(line)
            elif type(value) is Mapping:
                lines.append(self._line(value, address))
            else:
                self.faults.add(
                    line, f'A line of "{key}" of {what} has no words.', "Write what is said."
                )
        return tuple(lines)

    def _line(self, node: Mapping, address: str) -> Line:
        if "statement" not in node.values:
            self.known_keys(node, LINE_KEYS | STATED_KEYS, "a line")
        if "statement" in node.values:
            return self._stated(node)
        safety = self.safety(node, "a line")
        wording = self.wording(node, "say", address, "a line", needed=True, safety=safety)
        self.holding(node, wording, "a line")
        sources = self.names(node, "source", "source", "a line")
        needs = self._needs(node)
        return Line(self.when(node), wording, "", sources, self.place(node.line), needs)

    def _needs(self, node: Mapping) -> str:
        """What a front end must have for the line to be said."""
        if "needs" not in node.values:
            return ""
        return self.one_of(node, "needs", "a line", MAY_NEED, default="")

    def _stated(self, node: Mapping) -> Line:
        """A line that is a statement: words, sources and safety stand with the statement."""
        self.known_keys(node, STATED_KEYS, "a line with a `statement`")
        statement = self.plain(node, "statement", "a line")
        if statement:
            self.use("statement", statement, node.lines["statement"])
        needs = self._needs(node)
        return Line(self.when(node), (), statement, (), self.place(node.line), needs)

    def routes(self, node: Mapping, what: str) -> tuple[Route, ...]:
        """Where a step or answer leads: a name, or routes tried in order."""
        value = node.values.get("to")
        line = node.lines.get("to", node.line)
        if type(value) is str and value:
            self.uses["step"].append((value, line))
            return (make_record(Route, ((), value, self.place(line))),)
        if value is None or value == "":
            self.faults.add(
                line, f"{sentence(what)} leads nowhere.", "Add `to:` and a step or an ending."
            )
            return ()
        routes = []
        items = self.items(value, f'"to" of {what}', line)
        for number, (item, at) in enumerate(items, start=1):
            if (route := self._route(item, at)) is not None:
                routes.append(route)
                self.last_is_open(route.when, number == len(items), at, "route")
        return tuple(routes)

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


def is_lone_placeholder(node: Node | None) -> bool:
    """Whether a node is `{childline_name}` without quotes: YAML reads a key that has no value."""
    if type(node) is not Mapping or list(node.values.values()) != [""]:
        return False
    return "_" in next(iter(node.values))


def sources(page: FileReader, node: Mapping, what: str) -> tuple[str, ...]:
    """The documents that a part rests on; every part that states something names some."""
    if "sources" not in node.values:
        page.faults.add(node.line, f'{sentence(what)} has no "sources".', "Name what it rests on.")
    return page.names(node, "sources", "source", what)
