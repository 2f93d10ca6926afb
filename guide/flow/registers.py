"""What flows share, each read into its record: contacts, statements, sources, facts and topics.

The `..._KEYS` tables are what a file may say; the JSON Schema is held equal to them by a test.
"""

import re
from collections.abc import Iterator, Set
from datetime import date
from typing import Any

from guide.flow.advice import sentence, shortened
from guide.flow.contact import contact_data
from guide.flow.fields import FileReader, sources
from guide.flow.model import (
    CONTACT_METHODS,
    Contact,
    Fact,
    OpeningHeading,
    SaidBack,
    Source,
    Statement,
    Topic,
    Wording,
)
from guide.flow.nodes import Mapping
from guide.flow.shapes import ADDRESS
from guide.flow.walk import worded, yaml_key

CONTACT_KEYS = frozenset(map(yaml_key, Contact._fields)) - {"id", "place"}
_WORDED = {field: yaml_key(field) for field in worded(Contact)}
STATEMENT_KEYS = frozenset({"say", "web", "safety", "must-hold", "sources"})
SOURCE_KEYS = frozenset({"document", "publisher", "date", "link", "review-by", "note", "checked"})
CHECKED_KEYS = frozenset({"on", "by", "page", "said"})
FACT_KEYS = frozenset({"about", "values", "said-back"})
HEADING_KEYS = frozenset({"say"})
TOPIC_KEYS = frozenset({"ask", "when", "say", "also", "sources"})

_PAGE = re.compile(r"https?://\S+")
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def contact(page: FileReader, key: str, node: Mapping) -> Contact:
    """Someone to turn to."""
    what = f'contact "{key}"'
    page.known_keys(node, CONTACT_KEYS, what)
    at = f"contacts.{key}"
    ways = {way: page.plain(node, way, what) for way in CONTACT_METHODS}
    for way, value in ways.items():
        if way in node.values and not value:
            # Told once here: the placeholders that name it are only its echo.
            page.suppressed.names.add(f"{key.replace('-', '_')}_{way}")
    fields: dict[str, Any] = {
        **ways,
        **contact_data(page, node, what),
        **{
            field: page.wording(node, name, f"{at}.{name}", what, needed=field == "name")
            for field, name in _WORDED.items()
        },
    }
    _is_written_out(page, fields["name"], what)
    _is_https(page, node, ways["link"])
    return Contact(
        id=key,
        **fields,
        sources=sources(page, node, what),
        review_by=_review_by(page, node, what),
        place=page.place(node.line),
    )


def _is_written_out(page: FileReader, name: Wording, what: str) -> None:
    """A contact's name fills placeholders, so it can hold none: they could go round for ever."""
    for variant in name:
        if "{" in variant.text.source:
            page.faults.add(
                variant.text.place.line,
                f"The name of {what} holds a placeholder.",
                "Write the name out: placeholders are filled from it.",
            )


def _is_https(page: FileReader, node: Mapping, link: str) -> None:
    if link and not ADDRESS.fullmatch(link):
        page.faults.add(
            node.lines["link"],
            f'"{shortened(link)}" is no link.',
            "Write the whole address, from https:// on.",
        )


def _review_by(page: FileReader, node: Mapping, what: str) -> str:
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


def statement(page: FileReader, key: str, node: Mapping) -> Statement:
    """A sentence of fact that several screens say."""
    what = f'statement "{key}"'
    page.known_keys(node, STATEMENT_KEYS, what)
    safety = page.safety(node, what)
    say = page.wording(node, "say", f"statements.{key}", what, needed=True, safety=safety)
    page.holding(node, say, what)
    web = page.wording(node, "web", f"statements.{key}.web", what, safety=safety)
    return Statement(key, say, web, sources(page, node, what), page.place(node.line))


def heading(page: FileReader, key: str, node: Mapping) -> OpeningHeading:
    """A few words that more stands under until a person opens it."""
    what = f'heading "{key}"'
    page.known_keys(node, HEADING_KEYS, what)
    say = page.wording(node, "say", f"headings.{key}", what, needed=True)
    return OpeningHeading(key, say, page.place(node.line))


def source(page: FileReader, key: str, node: Mapping) -> Source:
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
        checked=_of_source(page, node, what),
    )


def _of_source(page: FileReader, node: Mapping, what: str) -> tuple[str, ...]:
    value = page.mapping(node.values.get("checked"), f'"checked" of {what}', node.line)
    return () if value is None else checked(page, value, what)


def checked(page: FileReader, node: Mapping, what: str) -> tuple[str, ...]:
    """What a person found on the live page of a source; empty, with faults, where it is not whole.

    On which day, by whom, on which page, and what it said.
    """
    what = f"what was found of {what}"
    page.known_keys(node, CHECKED_KEYS, what)
    on, by, link, says = (
        page.plain(node, key, what, needed=True).strip() for key in ("on", "by", "page", "said")
    )
    if on and not _is_date(on):
        page.faults.add(
            node.lines["on"], f'"{shortened(on)}" is not a date.', "Write it like 2026-12-01."
        )
        return ()
    if link and not _PAGE.fullmatch(link):
        advice = "Write the whole address of the page."
        page.faults.add(node.lines["page"], f'"{shortened(link)}" is no address.', advice)
        return ()
    return (on, by, link, says) if on and by and link and says else ()


def fact(page: FileReader, key: str, node: Mapping) -> Fact:
    """Something answers may record, with the values it may have."""
    what = f'fact "{key}"'
    page.known_keys(node, FACT_KEYS, what)
    values: list[tuple[str, str]] = []
    if "values" not in node.values:
        page.faults.add(
            node.line, f'{sentence(what)} has no "values".', "Add them, each with its words."
        )
    else:
        for value, words, line in _values(page, node, what):
            page.is_id(value, line)
            values.append((value, words))
    if not values:
        page.suppressed.names.add(key)
    about, place = page.plain(node, "about", what), page.place(node.line)
    return Fact(
        key,
        about,
        tuple(values),
        _said_back(page, node, key, {value for value, _ in values}),
        place,
    )


def _said_back(page: FileReader, node: Mapping, key: str, values: Set[str]) -> tuple[SaidBack, ...]:
    what = f'"said-back" of fact "{key}"'
    sentences = page.mapping(node.values.get("said-back"), what, node.line)
    if sentences is None:
        return ()
    page.known_keys(sentences, frozenset(values), what)
    at = f"facts.{key}.said-back"
    return tuple(
        SaidBack(value, page.wording(sentences, value, f"{at}.{value}", what, needed=True))
        for value in sentences.values
        if value in values
    )


def _values(page: FileReader, node: Mapping, what: str) -> Iterator[tuple[str, str, int]]:
    name = f'"values" of {what}'
    values = page.mapping(node.values["values"], name, node.lines["values"])
    if values is None:
        return
    if not values.values:
        page.faults.add(values.line, f"{sentence(name)} is empty.", "Write `value: its words`.")
    for value, line in values.lines.items():
        yield value, page.plain(values, value, what), line


def topic(page: FileReader, key: str, node: Mapping) -> Topic:
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
        sources=sources(page, node, what),
        place=page.place(node.line),
    )
