"""A site file: the local people and places of one kiosk, read like a flow, and as strictly."""

import re
from typing import Any

from guide.fingerprint import is_one
from guide.flow import document
from guide.flow.advice import sentence, shortened
from guide.flow.faults import Faults
from guide.flow.fields import FileReader
from guide.flow.model import CONTACT_METHODS, Contact, Library, Text, Variant, Wording, pick
from guide.flow.nodes import Mapping
from guide.flow.shapes import ADDRESS, Suppressed
from guide.flow.walk import worded
from guide.kiosk.site import ENGLISH, NATION, SITE, Site
from guide.kiosk.web import read_web
from guide.problems import FlowError, Problem

SITE_KEYS = frozenset(
    [
        document.FORMAT_KEY,
        "site",
        "operator",
        "nation",
        "languages",
        "read-aloud",
        "signpost",
        "people",
        "contacts",
        "web",
        "fingerprint",
    ]
)
PERSON_KEYS = frozenset({"name", "where", "hours", "phone", "email", "says"})
SITE_CONTACT_KEYS = PERSON_KEYS | {"text", "link", "cost"}
_CALLED = {"nation": "where"}
"""Fields of a contact that a site file calls otherwise."""
REACHED_BY = ("where", "phone", "text", "link", "email")
"""A person with none of these could not be found."""

# Four lines of 40 columns.
_MOST_CHARACTERS = 160
"""Of one text: it has to be read in passing."""
# Ten lines of 40 columns.
MOST_OF_SIGNPOST = 400
MOST_PEOPLE = 6
"""In each section: a list of everyone helps nobody."""
UNKNOWN = "unknown"
"""The value for people who cannot say; a place knows where it is."""

_NUMBER = re.compile(r"\+?[0-9()]{1,6}(?:[ -]?[0-9()]{1,8}){0,6}(?: ext [0-9]{1,6})?")
_EMAIL = re.compile(r"[^\s@{}]+@[^\s@{}]+\.[^\s@{}]+")


def read_site(path: str, library: Library) -> Site:
    """Read a site file against the flows; raises FlowError with every fault, in one run.

    A language that is not there is no fault: the kiosk opens without it (guide.kiosk.site).
    """
    faults = Faults(path)
    top = document.read_yaml(path, faults)
    site = Site()
    if top is not None:
        site = _site(FileReader(path, faults, Suppressed()), top, library)
    if problems := faults.problems():
        raise FlowError(map(_of_a_site, problems))
    return site


def _of_a_site(problem: Problem) -> Problem:
    """A fault that is told of flows, told of a site."""
    if "`flow:`" in problem.what_to_do:
        advice = "Start it with `site:` and the name of the place (deploy/kiosk/README.md)."
        return problem._replace(what_to_do=advice)
    return problem


def _site(page: FileReader, top: Mapping, library: Library) -> Site:
    page.known_keys(top, SITE_KEYS, "a site file")
    _named_once(page, top)
    return Site(
        name=_words(page, top, "site", "the site", needed=True),
        operator=_words(page, top, "operator", "the site"),
        nation=_nation(page, top, library),
        read_aloud=_read_aloud(page, top),
        languages=_languages(page, top),
        signpost=_signpost(page, top),
        people=(
            *_people(page, top, "people", PERSON_KEYS, library),
            *_people(page, top, "contacts", SITE_CONTACT_KEYS, library),
        ),
        web=read_web(page, top),
        fingerprint=_fingerprint(page, top),
    )


def _words(
    page: FileReader,
    node: Mapping,
    key: str,
    what: str,
    *,
    needed: bool = False,
    most: int = _MOST_CHARACTERS,
) -> str:
    """A text that is shown as it stands; empty where it is not given."""
    value = page.plain(node, key, what, needed=needed)
    if "{" in value or "}" in value:
        page.faults.add(
            node.lines[key],
            f'"{key}" of {what} holds a {{ or }}.',
            "Write the words themselves: nothing is filled in here.",
        )
    if len(value) > most:
        page.faults.add(
            node.lines[key],
            f'"{key}" of {what} has {len(value)} characters.',
            f"Use at most {most}.",
        )
    return value


def _nation(page: FileReader, top: Mapping, library: Library) -> str:
    if NATION not in top.values:
        return ""
    if NATION not in library.facts:
        page.faults.add(
            top.lines[NATION], "These flows know of no nation.", "Delete the line `nation:`."
        )
        return ""
    values = tuple(value for value, _ in library.facts[NATION].values if value != UNKNOWN)
    return page.one_of(top, NATION, "the site", values, default="")


def _read_aloud(page: FileReader, top: Mapping) -> bool:
    if "read-aloud" not in top.values:
        return False
    return page.one_of(top, "read-aloud", "the site", ("yes", "no"), default="no") == "yes"


def _fingerprint(page: FileReader, top: Mapping) -> str:
    value = page.plain(top, "fingerprint", "the site")
    if value and not is_one(value):
        what = f'"{shortened(value)}" is no fingerprint.'
        page.faults.add(top.lines["fingerprint"], what, "Write what `guide verify` prints first.")
    return value


def _languages(page: FileReader, top: Mapping) -> tuple[str, ...]:
    if "languages" not in top.values:
        return ()
    codes = []
    for value, line in page.items(top.values["languages"], '"languages"', top.lines["languages"]):
        if isinstance(value, str):
            codes.append(value)
        else:
            what = '"languages" holds something that is no code.'
            page.faults.add(line, what, "Write codes, such as [en, cy].")
    return tuple(dict.fromkeys(codes))


def _signpost(page: FileReader, top: Mapping) -> tuple[tuple[str, str], ...]:
    """The host's words: a text, which is English, or a text for each of some languages."""
    node = top.values.get("signpost")
    if not isinstance(node, Mapping):
        words = _words(page, top, "signpost", "the site", most=MOST_OF_SIGNPOST)
        return ((ENGLISH, words),) if words else ()
    return tuple(
        (code, _words(page, node, code, '"signpost"', most=MOST_OF_SIGNPOST))
        for code in node.values
    )


def _named_once(page: FileReader, top: Mapping) -> None:
    people, contacts = (top.values.get(section) for section in ("people", "contacts"))
    if isinstance(people, Mapping) and isinstance(contacts, Mapping):
        for key in people.values:
            if key in contacts.values:
                what = f'"{shortened(key)}" stands in "people" too.'
                page.faults.add(contacts.lines[key], what, "Give one of them another name.")


def _people(
    page: FileReader, top: Mapping, section: str, keys: frozenset[str], library: Library
) -> tuple[Contact, ...]:
    if section not in top.values:
        return ()
    entries = list(page.entries(top.values[section], f'"{section}"', top.lines[section]))
    # Told once, at the first that is too many.
    for key, node in entries[MOST_PEOPLE:][:1]:
        what = f'"{key}" is one too many in "{section}".'
        page.faults.add(node.line, what, f"Keep at most {MOST_PEOPLE}: a long list helps nobody.")
    return tuple(_person(page, key, node, keys, library) for key, node in entries)


def _person(
    page: FileReader, key: str, node: Mapping, keys: frozenset[str], library: Library
) -> Contact:
    """A local person or place, as a contact like any other."""
    what = f'"{key}"'
    page.known_keys(node, keys, what)

    def words(name: str) -> Wording:
        value = _words(page, node, name, what, needed=name == "name")
        place = page.place(node.lines.get(name, node.line))
        return (Variant((), Text(f"{SITE}{key}.{name}", value, place)),) if value else ()

    ways = {way: page.plain(node, way, what) for way in CONTACT_METHODS}
    _can_be_reached(page, node, what)
    _are_sound(page, node, ways)
    _is_nobody_else(page, node, ways, library)
    fields: dict[str, Any] = {
        **ways,
        **{field: words(_CALLED.get(field, field)) for field in worded(Contact)},
    }
    return Contact(
        id=f"{SITE}{key}",
        **fields,
        sources=(),
        review_by="",
        place=page.place(node.line),
    )


def _can_be_reached(page: FileReader, node: Mapping, what: str) -> None:
    if not any(way in node.values for way in REACHED_BY):
        page.faults.add(
            node.line, f"{sentence(what)} cannot be found or reached.", "Add `where:` or `phone:`."
        )


def _are_sound(page: FileReader, node: Mapping, ways: dict[str, str]) -> None:
    for way in ("phone", "text"):
        if ways[way] and not _NUMBER.fullmatch(ways[way]):
            what = f'"{shortened(ways[way])}" is no number.'
            page.faults.add(node.lines[way], what, "Write it like 0115 496 0000.")
    if ways["email"] and not _EMAIL.fullmatch(ways["email"]):
        what = f'"{shortened(ways["email"])}" is no email address.'
        page.faults.add(node.lines["email"], what, "Write it like someone@example.org.")
    if ways["link"] and not ADDRESS.fullmatch(ways["link"]):
        what = f'"{shortened(ways["link"])}" is no link.'
        page.faults.add(node.lines["link"], what, "Write the whole address, from https:// on.")


def _is_nobody_else(
    page: FileReader, node: Mapping, ways: dict[str, str], library: Library
) -> None:
    """No local contact goes by a name or number of those the flows know, as if it were they."""
    name = node.values.get("name")
    for contact in library.contacts.values():
        known = pick(contact.name, {})
        if isinstance(name, str) and known and _folded(name) == _folded(known.source):
            what = f'"{shortened(name)}" is the name of a contact that the guide has already.'
            page.faults.add(node.lines["name"], what, "Name the person or place that is meant.")
        for way in ("phone", "text"):
            taken = {_digits(contact.phone), _digits(contact.text)} - {""}
            if _digits(ways[way]) in taken:
                what = (
                    f'"{ways[way]}" is the number of "{contact.id}", which the guide has already.'
                )
                page.faults.add(node.lines[way], what, "Write the number of the place itself.")


def _folded(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))
