"""The flow and its steps, each read into its record.

The `..._KEYS` tables are what a file may say; the JSON Schema is held equal to them by a test.
"""

from collections.abc import Mapping as Table

from guide.flow.advice import sentence, shortened
from guide.flow.document import FORMAT_KEY
from guide.flow.endings import ending
from guide.flow.fields import FileReader
from guide.flow.model import (
    READERS,
    Flow,
    Message,
    Option,
    Question,
    Reader,
    Step,
)
from guide.flow.nodes import Mapping
from guide.flow.shapes import make_record

PAGE_KEYS = frozenset(
    [
        FORMAT_KEY,
        "flow",
        "about",
        "reader",
        "start",
        "steps",
        "endings",
        "headings",
        "more",
        "contacts",
        "statements",
        "sources",
        "facts",
        "topics",
        "help",
        "always",
        "common",
        "rules",
    ]
)
QUESTION_KEYS = frozenset({"ask", "why", "safety", "must-hold", "options"})
MESSAGE_KEYS = frozenset({"say", "to"})
OPTION_KEYS = frozenset({"say", "hint", "means", "also", "to", "safety"})
COMMON_KEYS = frozenset({"say", "hint", "also"})
COMMANDS = ("back", "help", "again", "restart", "topics", "language", "why", "x", "chat")
"""Words a person may type at any question: no answer may be called so."""

_RESERVED = frozenset(COMMANDS)

Common = Table[str, Option]
"""Answers that every question may have, by id: their words, hint and phrases."""


def flow(page: FileReader, top: Mapping) -> Flow:
    """What a flow file says of itself; its steps are read apart."""
    flow_id = page.plain(top, "flow", "the file", needed=True)
    line = top.lines["flow"]
    if flow_id and not page.is_id(flow_id, line):
        page.suppressed.names.add(flow_id)
    what = f'flow "{flow_id}"'
    reader: Reader = "young"
    if page.one_of(top, "reader", what, READERS, default="young") == "adult":
        reader = "adult"
    start = page.plain(top, "start", what, needed=True)
    if start:
        page.use("first step", start, top.lines["start"])
    about = page.plain(top, "about", what)
    return Flow(flow_id, about, reader, start, page.place(line))


def step(page: FileReader, key: str, node: Mapping, flow_id: str, common: Common) -> Step:
    """A question where there is `ask`, an ending where there is `urgency`, else a message."""
    keys = node.values
    if "ask" in keys or "options" in keys:
        return question(page, key, node, flow_id, common)
    if "urgency" in keys or "title" in keys or "contacts" in keys:
        return ending(page, key, node)
    return message(page, key, node, flow_id)


def message(page: FileReader, key: str, node: Mapping, flow_id: str) -> Message:
    """Something said on the way."""
    what = f'message "{key}"'
    if "say" not in node.values and page.is_elsewhere(key, node, "steps"):
        return Message(key, flow_id, (), (), page.place(node.line))
    page.known_keys(node, MESSAGE_KEYS, what)
    if "say" not in node.values:
        page.faults.add(
            node.line,
            f'Step "{key}" has no "ask", "say" or "urgency".',
            "A question asks, a message says, an ending has an urgency.",
        )
        if "to" not in node.values:
            return Message(key, flow_id, (), (), page.place(node.line))
    say = page.lines(node, "say", f"{key}.say", what)
    return Message(key, flow_id, say, page.routes(node, what), page.place(node.line))


def question(page: FileReader, key: str, node: Mapping, flow_id: str, common: Common) -> Question:
    """A question with its options, in the order they are offered."""
    what = f'question "{key}"'
    page.known_keys(node, QUESTION_KEYS, what)
    safety = page.safety(node, what)
    ask = page.wording(node, "ask", f"{key}.ask", what, needed=True, safety=safety)
    page.holding(node, ask, what)
    why = page.wording(node, "why", f"{key}.why", what)
    options: tuple[Option, ...] = ()
    if "options" in node.values:
        at = f"{key}.options."
        entries = page.entries(
            node.values["options"], f'"options" of {what}', node.lines["options"]
        )
        options = tuple([option(page, at + name, name, entry, common) for name, entry in entries])
        if options and all(answer.id in common for answer in options):
            page.faults.add(
                node.line,
                f"{sentence(what)} has only answers that every question has.",
                "Add an answer of its own.",
            )
    else:
        page.faults.add(node.line, f'{sentence(what)} has no "options".', "Add the answers.")
    return Question(key, flow_id, ask, why, options, page.place(node.line))


def option(page: FileReader, address: str, name: str, node: Mapping, common: Common) -> Option:
    """One answer; one of the common answers needs no words of its own."""
    what = f'option "{name}"'
    values = node.values
    if not OPTION_KEYS.issuperset(values):
        page.known_keys(node, OPTION_KEYS, what)
    if name in _RESERVED:
        page.faults.add(
            node.line,
            f'An option cannot be called "{name}".',
            "People type that word to get about.",
        )
    shared = common.get(name)
    say, hint, also = (shared.say, shared.hint, shared.also) if shared else ((), (), ())
    safety = page.safety(node, what) if "safety" in values else ""
    if not say or "say" in values:
        # Where a file could not be read, it may have held the words of the common answers.
        needed = not page.suppressed.everything
        say = page.wording(node, "say", address + ".say", what, needed=needed, safety=safety)
    if "hint" in values:
        hint = page.wording(node, "hint", address + ".hint", what)
    if "also" in values:
        also = (*page.phrases(node, "also", what), *also)
    means = _means(page, node) if "means" in values else ()
    to = page.routes(node, what)
    made: Option = make_record(Option, (name, say, hint, means, also, to, page.place(node.line)))
    return made


def always(page: FileReader, name: str, node: Mapping, common: Common) -> Option:
    """An answer that may be given at any question."""
    return option(page, f"always.{name}", name, node, common)


def _means(page: FileReader, node: Mapping) -> tuple[tuple[str, str], ...]:
    line = node.lines["means"]
    facts = page.mapping(node.values["means"], "`means`", line)
    if facts is None:
        return ()
    if not facts.values:
        page.faults.add(line, "`means` records nothing.", "Name a fact, or delete `means`.")
    recorded = []
    for fact, value in facts.values.items():
        at = facts.lines[fact]
        if type(value) is str and value:
            page.values_used.append((fact, value, at))
            recorded.append((fact, value))
        else:
            page.faults.add(
                at, f'"{shortened(fact)}" has no value here.', "An answer records one value."
            )
    return tuple(recorded)


def common_answer(page: FileReader, key: str, node: Mapping) -> Option:
    """The words of an answer that every question may have; each question says where it leads."""
    what = f'common answer "{key}"'
    page.known_keys(node, COMMON_KEYS, what)
    return Option(
        id=key,
        say=page.wording(node, "say", f"common.{key}.say", what, needed=True),
        hint=page.wording(node, "hint", f"common.{key}.hint", what),
        means=(),
        also=page.phrases(node, "also", what),
        to=(),
        place=page.place(node.line),
    )
