"""A site file: the local people and places of one kiosk, read like a flow and added to the flows.

It can add people, who stand after everyone the flows show. It can take nobody away and push
nobody down: who is shown by the flows, and in which order, is not something it can say.
"""

from typing import NamedTuple

from guide.flow import document
from guide.flow.document import Faults, Mapping
from guide.flow.fields import Doubt, Page
from guide.flow.model import (
    WAYS,
    Contact,
    Ending,
    Library,
    Message,
    Option,
    Question,
    Shown,
    Step,
    Text,
    Variant,
    Wording,
)
from guide.flow.paths import settle
from guide.problems import FlowError, Place, Problem

SITE_KEYS = frozenset({"site", "operator", "nation", "languages", "signpost", "people"})
PERSON_KEYS = frozenset({"name", "where", "hours", "phone", "email", "says"})

NATION = "nation"
"""The fact that a site may know of everyone who uses it."""
EMERGENCY = "emergency"


class Site(NamedTuple):
    """What one place says of itself."""

    name: str = ""
    operator: str = ""
    """A line for the attract screen, such as who runs the kiosk."""
    nation: str = ""
    """A value of the fact `nation`; empty where the site does not say."""
    languages: tuple[str, ...] = ()
    """Codes of the languages to offer, in order; empty for all."""
    signpost: str = ""
    """The host's own copy of the words that send people to the CEOP Safety Centre."""
    people: tuple[Contact, ...] = ()


def read_site(path: str, library: Library, languages: tuple[str, ...]) -> Site:
    """Read a site file; `languages` are those there are.

    Raises FlowError with every fault of the file, in one run.
    """
    faults = Faults(path)
    data = document.read_bytes(path, faults)
    text = None if data is None else document.decode(data, faults)
    top = None if text is None else document.parse(text, faults)
    site = Site() if top is None else _site(Page(path, faults, Doubt()), top, library, languages)
    if problems := faults.problems():
        raise FlowError(problems)
    return site


def _site(page: Page, top: Mapping, library: Library, languages: tuple[str, ...]) -> Site:
    page.known_keys(top, SITE_KEYS, "a site file")
    what = "the site"
    return Site(
        name=page.plain(top, "site", what, needed=True),
        operator=page.plain(top, "operator", what) if "operator" in top.values else "",
        nation=_nation(page, top, library),
        languages=_languages(page, top, languages),
        signpost=page.plain(top, "signpost", what) if "signpost" in top.values else "",
        people=_people(page, top),
    )


def _nation(page: Page, top: Mapping, library: Library) -> str:
    if "nation" not in top.values or NATION not in library.facts:
        return ""
    values = tuple(value for value, _ in library.facts[NATION].values)
    return page.one_of(top, "nation", "the site", values, default="")


def _languages(page: Page, top: Mapping, languages: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    listed = page.items(top.values.get("languages"), '"languages"', top.lines.get("languages", 1))
    for value, line in listed:
        if isinstance(value, str) and value in languages:
            found.append(value)
        else:
            shown = value if isinstance(value, str) else "this"
            advice = f"There is: {', '.join(languages)}."
            page.faults.add(line, f'"{shown}" is no language of the guide.', advice)
    return tuple(dict.fromkeys(found))


def _people(page: Page, top: Mapping) -> tuple[Contact, ...]:
    if "people" not in top.values:
        return ()
    entries = page.entries(top.values["people"], '"people"', top.lines["people"])
    return tuple(_person(page, key, node) for key, node in entries)


def _person(page: Page, key: str, node: Mapping) -> Contact:
    """A local person or place, as a contact like any other."""
    what = f'"{key}"'
    page.known_keys(node, PERSON_KEYS, what)
    address = f"site.{key}"

    def words(name: str, *, needed: bool = False) -> Wording:
        value = page.plain(node, name, what, needed=needed)
        if "{" in value or "}" in value:
            page.faults.add(
                node.lines[name], "A { or } has no meaning here.", "Write the words themselves."
            )
        place = page.place(node.lines.get(name, node.line))
        return (Variant((), Text(f"{address}.{name}", value, place)),) if value else ()

    given = {way: page.plain(node, way, what) for way in WAYS if way in node.values}
    return Contact(
        id=f"site-{key}",
        name=words("name", needed=True),
        phone=given.get("phone", ""),
        text="",
        link="",
        email=given.get("email", ""),
        says=words("says"),
        ages=(),
        nation=words("where"),
        hours=words("hours"),
        cost=(),
        help=(),
        sources=(),
        review_by="",
        place=page.place(node.line),
    )


def applied(library: Library, site: Site) -> Library:
    """The library with the site's people after everyone else, on all but emergency endings.

    What the site knows, the nation, comes with the first answer of all, so a question about it
    is passed without being asked.
    """
    contacts = {**library.contacts, **{person.id: person for person in site.people}}
    steps: dict[str, Step] = dict(library.steps)
    first = settle(library, library.first_step(), {}).id
    for key, step in steps.items():
        if isinstance(step, Question) and key == first:
            steps[key] = step._replace(options=tuple(_telling(o, site) for o in step.options))
        elif isinstance(step, Ending) and not _is_emergency(step):
            steps[key] = step._replace(contacts=(*step.contacts, *_local(step, site)))
        elif isinstance(step, Question) and (known := _known(step, site)):
            steps[key] = Message(step.id, step.flow, (), known.to, step.place)
    return library._replace(contacts=contacts, steps=steps)


def _telling(option: Option, site: Site) -> Option:
    """The answer, with what the site knows of everyone who gives it."""
    return option._replace(means=(*option.means, (NATION, site.nation))) if site.nation else option


def _known(question: Question, site: Site) -> Option | None:
    """The answer to a question that the site knows already: one about the nation alone."""
    for option in question.options:
        if site.nation and option.means == ((NATION, site.nation),):
            return option
    return None


def _is_emergency(ending: Ending) -> bool:
    return ending.urgency == EMERGENCY


def _local(ending: Ending, site: Site) -> list[Shown]:
    group = max((shown.group for shown in ending.contacts), default=0) + 1
    return [
        Shown(person.id, (), (), group + number, person.place)
        for number, person in enumerate(site.people)
    ]


def only_adds(before: Library, after: Library) -> list[Problem]:
    """What a site has done that no site may: empty, unless something here is broken.

    For every ending: whoever was shown still is, in the same place, in the same company.
    """
    problems = []
    for key, step in before.steps.items():
        now = after.steps[key]
        if isinstance(step, Ending) and isinstance(now, Ending):
            same = now.contacts[: len(step.contacts)] == step.contacts
            if not same or (_is_emergency(step) and now != step):
                place = Place(str(now.place.file), now.place.line)
                what = f'The site changes who is shown first at "{key}".'
                problems.append(Problem(place, what, "Let it only add people at the end."))
    return problems
