"""The parts of a flow file, each read into its record: steps, endings, contacts and the rest.

The `..._KEYS` tables are what a file may say; the JSON Schema is held equal to them by a test.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date

from guide.flow.document import Mapping, Node, shortened
from guide.flow.fields import Page, sentence
from guide.flow.model import (
    READERS,
    URGENCIES,
    WAYS,
    Contact,
    Ending,
    Fact,
    Flow,
    Message,
    Option,
    Question,
    Reader,
    Shown,
    Source,
    Statement,
    Step,
    Topic,
    Wording,
)

PAGE_KEYS = frozenset(
    [
        "flow",
        "about",
        "reader",
        "start",
        "steps",
        "endings",
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
QUESTION_KEYS = frozenset({"ask", "why", "safety", "options"})
MESSAGE_KEYS = frozenset({"say", "to"})
OPTION_KEYS = frozenset({"say", "hint", "means", "also", "to", "safety"})
COMMON_KEYS = frozenset({"say", "hint", "also"})
ENDING_KEYS = frozenset(
    [
        "about",
        "urgency",
        "title",
        "safety",
        "before",
        "contacts",
        "next",
        "if-not",
        "card",
        "sources",
    ]
)
SHOWN_KEYS = frozenset({"show", "say", "when"})
BESIDE_KEYS = frozenset({"side-by-side", "when"})
CONTACT_KEYS = frozenset(
    [
        "name",
        "phone",
        "text",
        "link",
        "email",
        "says",
        "ages",
        "nation",
        "hours",
        "cost",
        "help",
        "sources",
        "review-by",
    ]
)
STATEMENT_KEYS = frozenset({"say", "safety", "sources"})
SOURCE_KEYS = frozenset({"document", "publisher", "date", "link", "review-by", "note"})
FACT_KEYS = frozenset({"about", "values"})
TOPIC_KEYS = frozenset({"ask", "when", "say", "also", "sources"})

COMMANDS = ("back", "help", "again", "restart", "topics", "x")
"""Words a person may type at any question: no answer may be called so."""

_LINK = re.compile(r"https://[^\s{}]+")
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")

Common = Table[str, Option]
"""Answers that every question may have, by id: their words, hint and phrases."""


def flow(page: Page, top: Mapping) -> Flow:
    """What a flow file says of itself; its steps are read apart."""
    flow_id = page.plain(top, "flow", "the file", needed=True)
    line = top.lines["flow"]
    if flow_id and not page.is_id(flow_id, line):
        page.doubt.names.add(flow_id)
    what = f'flow "{flow_id}"'
    reader: Reader = "young"
    if page.one_of(top, "reader", what, READERS, default="young") == "adult":
        reader = "adult"
    start = page.plain(top, "start", what, needed=True)
    if start:
        page.use("first step", start, top.lines["start"])
    about = page.plain(top, "about", what)
    return Flow(flow_id, about, reader, start, page.place(line))


def step(page: Page, key: str, node: Mapping, flow_id: str, common: Common) -> Step:
    """A question where there is `ask`, an ending where there is `urgency`, else a message."""
    keys = node.values
    if "ask" in keys or "options" in keys:
        return question(page, key, node, flow_id, common)
    if "urgency" in keys or "title" in keys or "contacts" in keys:
        return ending(page, key, node)
    return message(page, key, node, flow_id)


def message(page: Page, key: str, node: Mapping, flow_id: str) -> Message:
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


def question(page: Page, key: str, node: Mapping, flow_id: str, common: Common) -> Question:
    """A question with its options, in the order they are offered."""
    what = f'question "{key}"'
    page.known_keys(node, QUESTION_KEYS, what)
    safety = page.safety(node, what)
    ask = page.wording(node, "ask", f"{key}.ask", what, needed=True, safety=safety)
    why = page.wording(node, "why", f"{key}.why", what)
    options: tuple[Option, ...] = ()
    if "options" in node.values:
        at = f"{key}.options."
        entries = page.entries(
            node.values["options"], f'"options" of {what}', node.lines["options"]
        )
        options = tuple([option(page, at + name, name, entry, common) for name, entry in entries])
        if options and all(one.id in common for one in options):
            page.faults.add(
                node.line,
                f"{sentence(what)} has only answers that every question has.",
                "Add an answer of its own.",
            )
    else:
        page.faults.add(node.line, f'{sentence(what)} has no "options".', "Add the answers.")
    return Question(key, flow_id, ask, why, options, page.place(node.line))


def option(page: Page, address: str, name: str, node: Mapping, common: Common) -> Option:
    """One answer; one of the common answers needs no words of its own."""
    what = f'option "{name}"'
    page.known_keys(node, OPTION_KEYS, what)
    if name in COMMANDS:
        page.faults.add(
            node.line,
            f'An option cannot be called "{name}".',
            "People type that word to get about.",
        )
    given = node.values
    shared = common.get(name)
    say, hint, also = (shared.say, shared.hint, shared.also) if shared else ((), (), ())
    if not say or "say" in given:
        safety = page.safety(node, what)
        say = page.wording(node, "say", address + ".say", what, needed=True, safety=safety)
    if "hint" in given:
        hint = page.wording(node, "hint", address + ".hint", what)
    if "also" in given:
        also = (*page.phrases(node, "also", what), *also)
    means = _means(page, node) if "means" in given else ()
    return Option(name, say, hint, means, also, page.routes(node, what), page.place(node.line))


def standing_option(page: Page, name: str, node: Mapping, common: Common) -> Option:
    """An answer that may be given at any question."""
    return option(page, f"always.{name}", name, node, common)


def _means(page: Page, node: Mapping) -> tuple[tuple[str, str], ...]:
    line = node.lines["means"]
    facts = page.mapping(node.values["means"], "`means`", line)
    if facts is None:
        return ()
    if not facts.values:
        page.faults.add(line, "`means` records nothing.", "Name a fact, or delete `means`.")
    found = []
    for fact, value in facts.values.items():
        at = facts.lines[fact]
        if type(value) is str and value:
            page.values_used.append((fact, value, at))
            found.append((fact, value))
        else:
            page.faults.add(
                at, f'"{shortened(fact)}" has no value here.', "An answer records one value."
            )
    return tuple(found)


def common_answer(page: Page, key: str, node: Mapping) -> Option:
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


def ending(page: Page, key: str, node: Mapping) -> Ending:
    """Where a conversation ends."""
    what = f'ending "{key}"'
    page.known_keys(node, ENDING_KEYS, what)
    given = page.one_of(node, "urgency", what, URGENCIES, default="talk")
    if "contacts" not in node.values:
        page.faults.add(node.line, f"{sentence(what)} shows no contact.", "Add `contacts:`.")
    return Ending(
        id=key,
        about=page.plain(node, "about", what),
        urgency=next(urgency for urgency in URGENCIES if urgency == given),
        title=page.wording(
            node, "title", f"{key}.title", what, needed=True, safety=page.safety(node, what)
        ),
        before=page.lines(node, "before", f"{key}.before", what),
        contacts=_contacts(page, node, key, what),
        next=page.lines(node, "next", f"{key}.next", what),
        if_not=page.lines(node, "if-not", f"{key}.if-not", what),
        card=page.wording(node, "card", f"{key}.card", what),
        sources=_sources(page, node, what),
        place=page.place(node.line),
    )


def _sources(page: Page, node: Mapping, what: str) -> tuple[str, ...]:
    if "sources" not in node.values:
        page.faults.add(node.line, f'{sentence(what)} has no "sources".', "Name what it rests on.")
    return page.names(node, "sources", "source", what)


def _contacts(page: Page, node: Mapping, key: str, what: str) -> tuple[Shown, ...]:
    if "contacts" not in node.values:
        return ()
    found: list[Shown] = []
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
            one = _shown(page, member, at, key, what)
            if one is not None:
                found.append(one._replace(when=when + one.when, group=group))
    return tuple(found)


def _shown(page: Page, value: Node, line: int, key: str, what: str) -> Shown | None:
    if type(value) is str and value:
        page.use("contact", value, line)
        return Shown(value, (), (), 0, page.place(line))
    if type(value) is Mapping:
        page.known_keys(value, SHOWN_KEYS, "a contact shown")
        name = page.plain(value, "show", "a contact shown", needed=True)
        when = page.when(value)
        say = page.wording(value, "say", f"{key}.contacts.{name}", what)
        if not name:
            return None
        page.use("contact", name, line)
        return Shown(name, when, say, 0, page.place(line))
    page.faults.add(line, f"A contact of {what} is not a name.", "Write the id of a contact.")
    return None


def contact(page: Page, key: str, node: Mapping) -> Contact:
    """Someone to turn to."""
    what = f'contact "{key}"'
    page.known_keys(node, CONTACT_KEYS, what)
    at = f"contacts.{key}"
    ways = {way: page.plain(node, way, what) for way in WAYS}
    for way, value in ways.items():
        if way in node.values and not value:
            page.doubt.names.add(f"{key.replace('-', '_')}_{way}")
    _is_https(page, node, ways["link"])
    return Contact(
        id=key,
        name=_name(page, node, f"{at}.name", what),
        **ways,
        says=page.wording(node, "says", f"{at}.says", what),
        ages=page.wording(node, "ages", f"{at}.ages", what),
        nation=page.wording(node, "nation", f"{at}.nation", what),
        hours=page.wording(node, "hours", f"{at}.hours", what),
        cost=page.wording(node, "cost", f"{at}.cost", what),
        help=page.wording(node, "help", f"{at}.help", what),
        sources=_sources(page, node, what),
        review_by=_review_by(page, node, what),
        place=page.place(node.line),
        translate_name=_yes(page, node, "translate-name", what),
    )


def _yes(page: Page, node: Mapping, key: str, what: str) -> bool:
    """Whether a key that may be left out says yes."""
    if key not in node.values:
        return False
    return page.one_of(node, key, what, ("yes", "no"), default="no") == "yes"


def _name(page: Page, node: Mapping, address: str, what: str) -> Wording:
    """A contact's name fills placeholders, so it can hold none: they could go round for ever."""
    name = page.wording(node, "name", address, what, needed=True)
    for variant in name:
        if "{" in variant.text.source:
            page.faults.add(
                variant.text.place.line,
                f"The name of {what} holds a placeholder.",
                "Write the name out: placeholders are filled from it.",
            )
    return name


def _is_https(page: Page, node: Mapping, link: str) -> None:
    if link and not _LINK.fullmatch(link):
        page.faults.add(
            node.lines["link"],
            f'"{shortened(link)}" is no link.',
            "Write the whole address, from https:// on.",
        )


def _review_by(page: Page, node: Mapping, what: str) -> str:
    day = page.plain(node, "review-by", what, needed=True)
    if day and not _is_date(day):
        page.faults.add(
            node.lines["review-by"],
            f'"{shortened(day)}" is not a date.',
            "Write it like 2027-05-21.",
        )
    return day


def _is_date(day: str) -> bool:
    try:
        return bool(_DATE.fullmatch(day)) and bool(date.fromisoformat(day))
    except ValueError:  # such as 31 February
        return False


def statement(page: Page, key: str, node: Mapping) -> Statement:
    """A sentence of fact that several screens say."""
    what = f'statement "{key}"'
    page.known_keys(node, STATEMENT_KEYS, what)
    safety = page.safety(node, what)
    say = page.wording(node, "say", f"statements.{key}", what, needed=True, safety=safety)
    return Statement(key, say, _sources(page, node, what), page.place(node.line))


def source(page: Page, key: str, node: Mapping) -> Source:
    """A document that statements rest on."""
    what = f'source "{key}"'
    page.known_keys(node, SOURCE_KEYS, what)
    return Source(
        id=key,
        document=page.plain(node, "document", what, needed=True),
        publisher=page.plain(node, "publisher", what),
        date=page.plain(node, "date", what),
        link=page.plain(node, "link", what),
        review_by=_review_by(page, node, what),
        note=page.plain(node, "note", what),
        place=page.place(node.line),
    )


def fact(page: Page, key: str, node: Mapping) -> Fact:
    """Something answers may record, with the values it may have."""
    what = f'fact "{key}"'
    page.known_keys(node, FACT_KEYS, what)
    found: list[tuple[str, str]] = []
    if "values" not in node.values:
        page.faults.add(
            node.line, f'{sentence(what)} has no "values".', "Add them, each with its words."
        )
    else:
        for value, words, line in _values(page, node, what):
            page.is_id(value, line)
            found.append((value, words))
    if not found:
        page.doubt.names.add(key)
    return Fact(key, page.plain(node, "about", what), tuple(found), page.place(node.line))


def _values(page: Page, node: Mapping, what: str) -> Iterator[tuple[str, str, int]]:
    name = f'"values" of {what}'
    values = page.mapping(node.values["values"], name, node.lines["values"])
    if values is None:
        return
    if not values.values:
        page.faults.add(values.line, f"{sentence(name)} is empty.", "Write `value: its words`.")
    for value, line in values.lines.items():
        yield value, page.plain(values, value, what), line


def topic(page: Page, key: str, node: Mapping) -> Topic:
    """A question people ask on the way."""
    what = f'topic "{key}"'
    page.known_keys(node, TOPIC_KEYS, what)
    if "say" not in node.values:
        page.faults.add(node.line, f'{sentence(what)} has no "say".', "Add its lines.")
    return Topic(
        id=key,
        when=page.when(node),
        ask=page.wording(node, "ask", f"topics.{key}.ask", what, needed=True),
        say=page.lines(node, "say", f"topics.{key}.say", what),
        also=page.phrases(node, "also", what),
        sources=_sources(page, node, what),
        place=page.place(node.line),
    )
