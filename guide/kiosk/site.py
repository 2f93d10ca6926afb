"""What one place says of itself, and the flows with it added.

A site can add people, who stand after everyone the flows show. It can take nobody away and push
nobody down: who is shown by the flows, and in which order, is not something it can say.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from guide.flow.graph import questions_left
from guide.flow.graph import ways as ways_of
from guide.flow.model import Contact, Ending, Library, Message, Option, Question, Shown, Step
from guide.flow.paths import skip_messages
from guide.kiosk.web import WebHost
from guide.problems import Place, Problem

NATION = "nation"
"""The fact that a site may know of everyone who uses it."""
_EMERGENCY = "emergency"
SITE = "site."
"""How the id of each local contact begins. No id in a flow can hold a dot, so none is ever hidden
by a local one."""
ENGLISH = "en"


class Site(NamedTuple):
    """What one place says of itself."""

    name: str = ""
    operator: str = ""
    """A line for the attract screen, such as who runs the kiosk."""
    nation: str = ""
    """A value of the fact `nation`; empty where the site does not say."""
    read_aloud: bool = False
    """Whether visitors may have the screen read to them: others hear it too."""
    languages: tuple[str, ...] = ()
    """Codes of the languages to offer, in order; empty for all."""
    signpost: tuple[tuple[str, str], ...] = ()
    """The host's own words that send people to the CEOP Safety Centre, by language."""
    people: tuple[Contact, ...] = ()
    """Local people and places, then the other local contacts."""
    web: WebHost = WebHost()
    """What a host of the exported pages says of itself."""
    fingerprint: str = ""
    """That of the guide that was reviewed for this place; empty where the site names none."""

    def signpost_in(self, language: str) -> str:
        """The host's own signpost in a language; empty where there is none."""
        return dict(self.signpost).get(language, "")


def not_there(site: Site, there: Collection[str]) -> dict[str, str]:
    """Why each language that a site names and that is not there is left out, by its code."""
    named = dict.fromkeys((*site.languages, *dict(site.signpost)))
    why = f"The site names it, and there is no such language. There is: {', '.join(there)}."
    return {code: why for code in named if code not in there}


def offered(wanted: tuple[str, ...], left_out: Collection[str]) -> tuple[str, ...]:
    """The codes of the languages to offer: English in the place of each that is left out."""
    return tuple(dict.fromkeys(ENGLISH if code in left_out else code for code in wanted))


def applied(library: Library, site: Site) -> Library:
    """The library with the site's people after everyone else, on all but emergency endings.

    What the site knows, the nation, comes with the first answer of all, so a question about it
    is passed without being asked.
    """
    first = skip_messages(library, library.first_step(), {}).id
    steps = {
        key: _with_site(step, site, is_first=key == first) for key, step in library.steps.items()
    }
    return library._replace(
        contacts={**library.contacts, **{person.id: person for person in site.people}},
        steps=steps,
        always=tuple(_telling(option, site) for option in library.always),
        questions_left=questions_left(steps, ways_of(steps)),
    )


def _with_site(step: Step, site: Site, *, is_first: bool) -> Step:
    if isinstance(step, Ending):
        return step if _is_emergency(step) else _with_people(step, site)
    if isinstance(step, Question):
        if is_first:
            return step._replace(options=tuple(_telling(option, site) for option in step.options))
        if known := _known(step, site):
            return Message(step.id, step.flow, (), known.to, step.place)
    return step


def _telling(option: Option, site: Site) -> Option:
    """The answer, with what the site knows of everyone who gives it."""
    if not site.nation or NATION in dict(option.means):
        return option
    return option._replace(means=(*option.means, (NATION, site.nation)))


def _known(question: Question, site: Site) -> Option | None:
    """The answer to a question that the site knows already: one about the nation alone."""
    for option in question.options:
        if site.nation and option.means == ((NATION, site.nation),):
            return option
    return None


def _is_emergency(ending: Ending) -> bool:
    return ending.urgency == _EMERGENCY


def _with_people(ending: Ending, site: Site) -> Ending:
    group = max((shown.group for shown in ending.every_contact), default=0) + 1
    local = [
        Shown(person.id, (), (), group + number, person.place)
        for number, person in enumerate(site.people)
    ]
    return ending._replace(contacts=(*ending.contacts, *local))


# -- the proof that this is all a site does


def only_adds(before: Library, after: Library) -> list[Problem]:
    """What a site has done that no site may: empty, unless something here is broken.

    Whoever was shown still is, in the same place, in the same company; every way on is the same.
    """
    return [
        Problem(place, f"The site {what}.", "Let it only add people at the end.")
        for place, what in _changes(before, after)
    ]


_LOOKED_INTO = ("help", "start", "contacts", "steps", "always", "questions_left")
"""The fields of a library that a site may change, as far as is looked at below; no other."""


def _changes(before: Library, after: Library) -> Iterator[tuple[Place, str]]:
    nowhere = Place("")
    if (before.help, before.start) != (after.help, after.start):
        yield nowhere, "changes the help on every screen"
    for name in Library._fields:
        if name not in _LOOKED_INTO and getattr(before, name) != getattr(after, name):
            yield nowhere, f"changes the {name} of the flows"
    for key, contact in before.contacts.items():
        if after.contacts.get(key) != contact:
            yield contact.place, f'changes the contact "{key}"'
    if list(before.steps) != list(after.steps):
        yield nowhere, "takes away or adds a step"
        return
    for key, step in before.steps.items():
        if what := _change(step, after.steps[key]):
            yield step.place, f'{what} "{key}"'
    for option, other in zip(before.always, after.always, strict=True):
        if not _is_told(option, other):
            yield option.place, f'changes the answer "{option.id}"'


def _change(step: Step, now: Step) -> str:
    """How a step was changed as no site may change it; empty where it was not."""
    if isinstance(step, Ending) and isinstance(now, Ending):
        same = now == step
        if not _is_emergency(step):
            kept, added = now.contacts[: len(step.contacts)], now.contacts[len(step.contacts) :]
            last = max((shown.group for shown in step.contacts), default=0)
            same = now._replace(contacts=kept) == step
            same = same and all(s.contact.startswith(SITE) and s.group > last for s in added)
        return "" if same else "changes who is shown first at"
    if isinstance(step, Question) and isinstance(now, Question):
        same = now._replace(options=step.options) == step
        same = same and all(map(_is_told, step.options, now.options))
        return "" if same and len(step.options) == len(now.options) else "changes the question"
    if isinstance(step, Question) and isinstance(now, Message):
        # Only a question about the nation alone: whatever else an answer tells would be lost.
        ways = [
            option.to for option in step.options if [fact for fact, _ in option.means] == [NATION]
        ]
        return "" if now.to in ways and not now.say else "passes over the question"
    return "" if step == now else "changes the step"


def _is_told(before: Option, after: Option) -> bool:
    """Whether an answer is as it was, but for the nation that it may tell too."""
    kept, added = after.means[: len(before.means)], after.means[len(before.means) :]
    return after._replace(means=kept) == before and all(fact == NATION for fact, _ in added)
