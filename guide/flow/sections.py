"""The parts of a flow file, each read into its record: steps, endings, contacts, topics and the rest.

The `..._KEYS` tables are what a file may say; the JSON Schema is held equal to them by a test.
"""

import re

from guide.flow.document import Mapping
from guide.flow.fields import Page
from guide.flow.model import (
    READERS,
    URGENCIES,
    Contact,
    Ending,
    Fact,
    Flow,
    Message,
    Option,
    Question,
    Shown,
    Source,
    Statement,
    Step,
    Topic,
    Urgency,
    Wording,
)

PAGE_KEYS = frozenset(
    ["flow", "about", "reader", "start", "steps", "endings", "contacts", "statements", "sources", "facts", "topics", "help", "always", "common", "rules"]
)
QUESTION_KEYS = frozenset({"ask", "why", "safety", "options"})
MESSAGE_KEYS = frozenset({"say", "to"})
OPTION_KEYS = frozenset({"say", "hint", "means", "also", "to", "safety"})
COMMON_KEYS = frozenset({"say", "hint", "also"})
ENDING_KEYS = frozenset(
    ["about", "urgency", "title", "safety", "before", "contacts", "next", "if-not", "card", "sources"]
)
SHOWN_KEYS = frozenset({"show", "say", "when"})
BESIDE_KEYS = frozenset({"side-by-side", "when"})
CONTACT_KEYS = frozenset(
    ["name", "phone", "text", "link", "email", "says", "ages", "nation", "hours", "cost", "help", "sources", "review-by"]
)
STATEMENT_KEYS = frozenset({"say", "safety", "sources"})
SOURCE_KEYS = frozenset({"document", "publisher", "date", "link", "review-by", "note"})
FACT_KEYS = frozenset({"about", "values"})
TOPIC_KEYS = frozenset({"ask", "when", "say", "also", "sources"})

COMMANDS = ("back", "help", "again", "restart", "topics", "x")
"""Words a person may type at any question: no answer may be called so."""

_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")

Common = dict[str, tuple[Wording, Wording, tuple[str, ...]]]
"""Answers that every question may have, by id: their words, hint and phrases."""


def flow(page: Page, top: Mapping) -> Flow:
    """What a flow file says of itself; its steps are read apart."""
    flow_id = page.plain(top, "flow", "the file", needed=True)
    line = top.lines["flow"]
    page.is_id(flow_id, line)
    reader = page.one_of(top, "reader", "the flow", READERS, default="young")
    start = page.plain(top, "start", "the flow", needed=True)
    if start:
        page.use("step", start, top.lines["start"])
    about = page.plain(top, "about", "the flow")
    return Flow(flow_id, about, "adult" if reader == "adult" else "young", start, page.place(line))


def step(page: Page, key: str, node: Mapping, line: int, flow_id: str, common: Common) -> Step:
    """A question where there is `ask`, an ending where there is `urgency`, else a message."""
    if "ask" in node.values:
        return question(page, key, node, line, flow_id, common)
    if "urgency" in node.values:
        return ending(page, key, node, line)
    if "options" in node.values:
        page.faults.add(line, f'Question "{key}" has no "ask".', "Add `ask:` and the words.")
        return question(page, key, node, line, flow_id, common)
    what = f'message "{key}"'
    page.known_keys(node, MESSAGE_KEYS, what)
    if "say" not in node.values:
        page.faults.add(
            line,
            f'Step "{key}" has no "ask", "say" or "urgency".',
            "A question asks, a message says, an ending has an urgency.",
        )
    say = page.lines(node, "say", f"{key}.say", what)
    return Message(key, flow_id, say, page.routes(node, f'Message "{key}"'), page.place(line))


def question(
    page: Page, key: str, node: Mapping, line: int, flow_id: str, common: Common
) -> Question:
    """A question with its options, in the order they are offered."""
    what = f'question "{key}"'
    page.known_keys(node, QUESTION_KEYS, what)
    ask = page.wording(node, "ask", f"{key}.ask", what)
    why = page.wording(node, "why", f"{key}.why", what)
    entries = node.values.get("options")
    if entries is None:
        page.faults.add(line, f'Question "{key}" has no "options".', "Add the answers.")
    at = node.lines.get("options", line)
    options = tuple(
        option(page, f"{key}.options.{name}", name, entry, entry_line, common)
        for name, entry, entry_line in page.entries(entries, f'"options" of {what}', at)
    )
    return Question(key, flow_id, ask, why, options, page.place(line))


def option(
    page: Page, address: str, name: str, node: Mapping, line: int, common: Common
) -> Option:
    """One answer; one of the common answers needs no words of its own."""
    page.known_keys(node, OPTION_KEYS, f'option "{name}"')
    if name in COMMANDS:
        page.faults.add(
            line, f'An option cannot be called "{name}".', "People type that word to get about."
        )
    say, hint, also = common.get(name, ((), (), ()))
    if not say or "say" in node.values:
        say = page.wording(node, "say", f"{address}.say", f'option "{name}"', needed=True)
    if "hint" in node.values:
        hint = page.wording(node, "hint", f"{address}.hint", f'option "{name}"')
    if "also" in node.values:
        also = (*page.phrases(node, "also"), *also)
    means: tuple[tuple[str, str], ...] = ()
    if "means" in node.values:
        means = _means(page, node)
    routes = page.routes(node, f'Option "{name}"')
    return Option(name, say, hint, means, also, routes, page.place(line))


def _means(page: Page, node: Mapping) -> tuple[tuple[str, str], ...]:
    line = node.lines["means"]
    facts = page.mapping(node.values["means"], "`means`", line)
    if facts is None:
        return ()
    found = []
    for fact, value in facts.values.items():
        at = facts.lines[fact]
        if type(value) is str and value:
            page.use("value", f"{fact}={value}", at)
            found.append((fact, value))
        else:
            page.faults.add(at, f'"{fact}" has no value.', "An answer records one value.")
    return tuple(found)


def common_answers(page: Page, top: Mapping) -> Common:
    """The words of answers that every question may have."""
    found: Common = {}
    if "common" in top.values:
        for name, node, _ in page.entries(top.values["common"], '"common"', top.lines["common"]):
            page.known_keys(node, COMMON_KEYS, f'common answer "{name}"')
            what = f'common answer "{name}"'
            found[name] = (
                page.wording(node, "say", f"common.{name}.say", what, needed=True),
                page.wording(node, "hint", f"common.{name}.hint", what),
                page.phrases(node, "also"),
            )
    return found


def ending(page: Page, key: str, node: Mapping, line: int) -> Ending:
    """Where a conversation ends."""
    what = f'ending "{key}"'
    page.known_keys(node, ENDING_KEYS, what)
    urgency: Urgency = "talk"
    given = page.one_of(node, "urgency", what, URGENCIES, default="talk")
    for known in URGENCIES:
        if given == known:
            urgency = known
    if not node.values.get("contacts"):
        page.faults.add(line, f'Ending "{key}" shows no contact.', "Add `contacts:`.")
    return Ending(
        id=key,
        about=page.plain(node, "about", what),
        urgency=urgency,
        title=page.wording(node, "title", f"{key}.title", what, needed=True),
        before=page.lines(node, "before", f"{key}.before", what),
        contacts=_contacts(page, node, key, what),
        next=page.lines(node, "next", f"{key}.next", what),
        if_not=page.lines(node, "if-not", f"{key}.if-not", what),
        card=page.wording(node, "card", f"{key}.card", what),
        sources=_sources(page, node, what),
        place=page.place(line),
    )


def _sources(page: Page, node: Mapping, what: str) -> tuple[str, ...]:
    if "sources" not in node.values:
        page.faults.add(node.line, f'{what[0].upper()}{what[1:]} has no "sources".', "Name them.")
    return page.names(node, "sources", "source", what)


def _contacts(page: Page, node: Mapping, key: str, what: str) -> tuple[Shown, ...]:
    found: list[Shown] = []
    at = node.lines.get("contacts", node.line)
    listed = page.items(node.values.get("contacts"), f'"contacts" of {what}', at)
    for group, (value, line) in enumerate(listed):
        if type(value) is Mapping and "side-by-side" in value.values:
            page.known_keys(value, BESIDE_KEYS, "contacts side by side")
            when = page.when(value)
            members = page.items(value.values["side-by-side"], "`side-by-side`", line)
            for member, member_line in members:
                shown = _shown(page, member, member_line, key, what)
                if shown is not None:
                    found.append(shown._replace(when=when + shown.when, group=group))
        else:
            single = _shown(page, value, line, key, what)
            if single is not None:
                found.append(single._replace(group=group))
    return tuple(found)


def _shown(page: Page, value: object, line: int, key: str, what: str) -> Shown | None:
    if type(value) is str and value:
        page.use("contact", value, line)
        return Shown(value, (), (), 0, page.place(line))
    if type(value) is Mapping:
        page.known_keys(value, SHOWN_KEYS, "a contact shown")
        name = page.plain(value, "show", "a contact shown", needed=True)
        if name:
            page.use("contact", name, line)
            say = page.wording(value, "say", f"{key}.contacts.{name}", what)
            return Shown(name, page.when(value), say, 0, page.place(line))
        return None
    page.faults.add(line, f"A contact of {what} is not a name.", "Write the id of a contact.")
    return None


def contact(page: Page, key: str, node: Mapping, line: int) -> Contact:
    """Someone to turn to."""
    what = f'contact "{key}"'
    page.known_keys(node, CONTACT_KEYS, what)
    at = f"contacts.{key}"
    return Contact(
        id=key,
        name=page.wording(node, "name", f"{at}.name", what, needed=True),
        phone=page.plain(node, "phone", what),
        text=page.plain(node, "text", what),
        link=page.plain(node, "link", what),
        email=page.plain(node, "email", what),
        says=page.wording(node, "says", f"{at}.says", what),
        ages=page.wording(node, "ages", f"{at}.ages", what),
        nation=page.wording(node, "nation", f"{at}.nation", what),
        hours=page.wording(node, "hours", f"{at}.hours", what),
        cost=page.wording(node, "cost", f"{at}.cost", what),
        help=page.wording(node, "help", f"{at}.help", what),
        sources=_sources(page, node, what),
        review_by=_date(page, node, what),
        place=page.place(line),
    )


def _date(page: Page, node: Mapping, what: str) -> str:
    date = page.plain(node, "review-by", what, needed=True)
    if date and not _DATE.fullmatch(date):
        page.faults.add(
            node.lines["review-by"], f'"{date}" is not a date.', "Write it like 2027-05-21."
        )
    return date


def statement(page: Page, key: str, node: Mapping, line: int) -> Statement:
    """A sentence of fact that several screens say."""
    what = f'statement "{key}"'
    page.known_keys(node, STATEMENT_KEYS, what)
    say = page.wording(node, "say", f"statements.{key}", what, needed=True)
    return Statement(key, say, _sources(page, node, what), page.place(line))


def source(page: Page, key: str, node: Mapping, line: int) -> Source:
    """A document that statements rest on."""
    what = f'source "{key}"'
    page.known_keys(node, SOURCE_KEYS, what)
    return Source(
        id=key,
        document=page.plain(node, "document", what, needed=True),
        publisher=page.plain(node, "publisher", what),
        date=page.plain(node, "date", what),
        link=page.plain(node, "link", what),
        review_by=_date(page, node, what),
        note=page.plain(node, "note", what),
        place=page.place(line),
    )


def fact(page: Page, key: str, node: Mapping, line: int) -> Fact:
    """Something answers may record, with the values it may have."""
    what = f'fact "{key}"'
    page.known_keys(node, FACT_KEYS, what)
    values = page.mapping(node.values.get("values"), f'"values" of {what}', line)
    found = []
    if values is None or not values.values:
        page.faults.add(line, f'Fact "{key}" has no "values".', "Add them, each with its words.")
    else:
        for value in values.values:
            page.is_id(value, values.lines[value])
            found.append((value, page.plain(values, value, what, needed=True)))
    return Fact(key, page.plain(node, "about", what), tuple(found), page.place(line))


def topic(page: Page, key: str, node: Mapping, line: int) -> Topic:
    """A question people ask on the way."""
    what = f'topic "{key}"'
    page.known_keys(node, TOPIC_KEYS, what)
    if "say" not in node.values:
        page.faults.add(line, f'Topic "{key}" has no "say".', "Add its lines.")
    return Topic(
        id=key,
        when=page.when(node),
        ask=page.wording(node, "ask", f"topics.{key}.ask", what, needed=True),
        say=page.lines(node, "say", f"topics.{key}.say", what),
        also=page.phrases(node, "also"),
        sources=_sources(page, node, what),
        place=page.place(line),
    )
