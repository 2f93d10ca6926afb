"""The flow, its steps and its endings, each read into its record.

The `..._KEYS` tables are what a file may say; the JSON Schema is held equal to them by a test.
"""

from collections.abc import Mapping as Table

from guide.flow.advice import sentence, shortened
from guide.flow.document import FORMAT_KEY
from guide.flow.fields import FileReader, sources
from guide.flow.model import (
    READERS,
    URGENCIES,
    Ending,
    Flow,
    Message,
    More,
    Option,
    Question,
    Reader,
    Shown,
    Step,
)
from guide.flow.nodes import Mapping, Node
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
ENDING_KEYS = frozenset(
    [
        "about",
        "urgency",
        "title",
        "safety",
        "must-hold",
        "for",
        "before",
        "contacts",
        "keep-in-mind",
        "more",
        "next",
        "if-not",
        "card",
        "sources",
    ]
)
MORE_KEYS = frozenset({"heading", "when", "say", "contacts"})
SHOWN_KEYS = frozenset({"show", "say", "when"})
BESIDE_KEYS = frozenset({"side-by-side", "when"})
COMMANDS = ("back", "help", "again", "restart", "topics", "language", "why", "x")
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


def ending(page: FileReader, key: str, node: Mapping) -> Ending:
    """Where a conversation ends."""
    what = f'ending "{key}"'
    if "ask" in node.values or "options" in node.values:
        page.faults.add(
            node.line,
            f'"{key}" is a question, and stands under `endings:`.',
            "Move it to `steps:`.",
        )
        nothing: Ending = _nothing(page, key, node)
        return nothing
    page.known_keys(node, ENDING_KEYS, what)
    urgency_name = page.one_of(node, "urgency", what, URGENCIES, default="talk")
    if "contacts" not in node.values:
        page.faults.add(node.line, f"{sentence(what)} shows no contact.", "Add `contacts:`.")
    title = page.wording(
        node, "title", f"{key}.title", what, needed=True, safety=page.safety(node, what)
    )
    page.holding(node, title, what)
    _is_for(page, key, node, what)
    contacts = _contacts(page, node, key, what)
    return Ending(
        id=key,
        about=page.plain(node, "about", what),
        urgency=next(urgency for urgency in URGENCIES if urgency == urgency_name),
        title=title,
        before=page.lines(node, "before", f"{key}.before", what),
        contacts=contacts,
        keep_in_mind=page.lines(node, "keep-in-mind", f"{key}.keep-in-mind", what),
        more=more(page, node, key, what, 1 + max((shown.group for shown in contacts), default=-1)),
        next=page.lines(node, "next", f"{key}.next", what),
        if_not=page.lines(node, "if-not", f"{key}.if-not", what),
        card=page.wording(node, "card", f"{key}.card", what),
        sources=sources(page, node, what),
        place=page.place(node.line),
    )


def _nothing(page: FileReader, key: str, node: Mapping) -> Ending:
    """What stands in for an ending that could not be read."""
    title = before = contacts = keep = groups = then = if_not = card = ()
    return Ending(
        key, "", "talk", title, before, contacts, keep, groups, then, if_not, card, (key,),
        page.place(node.line),
    )  # fmt: skip


def more(page: FileReader, node: Mapping, key: str, what: str, group: int = 0) -> tuple[More, ...]:
    """What can be opened in place; `group` is the number of the first group of contacts."""
    if "more" not in node.values:
        return ()
    opened: list[More] = []
    for value, line in page.items(node.values["more"], f'"more" of {what}', node.lines["more"]):
        entry = page.mapping(value, f'what is in "more" of {what}', line)
        if entry is None:
            continue
        opened.append(_more(page, entry, key, what, group))
        group += 1 + len(opened[-1].contacts)
    return tuple(opened)


def _more(page: FileReader, node: Mapping, key: str, what: str, group: int) -> More:
    page.known_keys(node, MORE_KEYS, f'"more" of {what}')
    heading = page.plain(node, "heading", f'"more" of {what}', needed=True)
    if heading:
        page.use("heading", heading, node.lines["heading"])
    if "say" not in node.values and "contacts" not in node.values:
        page.faults.add(
            node.line,
            f'The heading "{shortened(heading)}" of {what} has nothing under it.',
            "Add `say:` or `contacts:`.",
        )
    when = page.when(node)
    contacts = _contacts(page, node, key, what)
    return More(
        heading=heading,
        when=when,
        say=page.lines(node, "say", f"{key}.more.{heading}", what),
        contacts=tuple(
            shown._replace(when=when + shown.when, group=group + shown.group) for shown in contacts
        ),
        place=page.place(node.line),
    )


def _is_for(page: FileReader, key: str, node: Mapping, what: str) -> None:
    """Note whom an ending says that it is for: a condition that holds for all who come there."""
    if "for" in node.values:
        as_when = Mapping(node.lines["for"])
        as_when.values["when"] = node.values["for"]
        as_when.lines["when"] = node.lines["for"]
        if not isinstance(node.values["for"], Mapping):
            page.faults.add(node.lines["for"], f'"for" of {what} names no fact.', "Name one.")
        else:
            page.meant_for.append((key, page.when(as_when), node.lines["for"]))


def _contacts(page: FileReader, node: Mapping, key: str, what: str) -> tuple[Shown, ...]:
    if "contacts" not in node.values:
        return ()
    contacts: list[Shown] = []
    shown = page.items(node.values["contacts"], f'"contacts" of {what}', node.lines["contacts"])
    for group, (value, line) in enumerate(shown):
        if type(value) is Mapping and "side-by-side" in value.values:
            page.known_keys(value, BESIDE_KEYS, "contacts side by side")
            when = page.when(value)
            beside = value.values.get("side-by-side")
            members = page.items(beside, '"side-by-side"', line)
        else:
            when, members = (), [(value, line)]
        for member, at in members:
            contact = _shown(page, member, at, key, what)
            if contact is not None:
                contacts.append(contact._replace(when=when + contact.when, group=group))
    return tuple(contacts)


def _shown(page: FileReader, value: Node, line: int, key: str, what: str) -> Shown | None:
    if type(value) is str and value:
        page.use("contact", value, line)
        return Shown(value, (), (), 0, page.place(line))
    if type(value) is Mapping:
        dropped = page.known_keys(value, SHOWN_KEYS, "a contact shown")
        name = page.plain(value, "show", "a contact shown", needed=not dropped)
        when = page.when(value)
        say = page.wording(value, "say", f"{key}.contacts.{name}", what)
        if not name:
            return None
        page.use("contact", name, line)
        return Shown(name, when, say, 0, page.place(line))
    page.faults.add(line, f"A contact of {what} is not a name.", "Write the id of a contact.")
    return None
