"""What a flow is once read: frozen records, checked, with no word yet turned into a language.

Records are named tuples: immutable, cheap to make by the ten thousand, and free of the imports
that would stand between a person and the first question (docs/decisions/0002).
"""

from __future__ import annotations

from guide.light import TYPE_CHECKING, Record
from guide.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Literal

    Facts = Mapping[str, str]
    """What the answers so far have said: fact id to value id."""
    Urgency = Literal["emergency", "report", "tell", "talk"]
    Reader = Literal["young", "adult"]
else:
    Facts = Urgency = Reader = object  # only annotations name them

When = tuple[tuple[str, tuple[str, ...]], ...]
"""A condition: every fact named must have one of the values beside it; empty always holds."""

URGENCIES: tuple[Urgency, ...] = ("emergency", "report", "tell", "talk")
READERS: tuple[Reader, ...] = ("young", "adult")
RUN_BY = ("police", "charity", "nhs", "council", "company", "government")
NATIONS = ("england", "wales", "scotland", "northern-ireland")
CONTACT_METHODS = ("phone", "text", "link", "email")
"""The ways to reach a contact, in the order they are shown."""
MAY_NEED = ("typing",)
"""What a line may need of a front end: `typing`, that it hears words typed freely."""


def holds(when: When, facts: Facts) -> bool:
    """Whether the condition is true of these facts; a fact not given matches nothing."""
    for fact, values in when:  # noqa: SIM110 (a plain loop: this is asked at every step)
        if facts.get(fact) not in values:
            return False
    return True


class Text(Record):
    """Words in English that only `guide.i18n.words.Words` may turn into words for a screen."""

    address: str
    """Where the words stand (the gettext context): it survives rewording and reordering."""
    source: str
    """The English, with placeholders such as {childline_phone}."""
    place: Place
    safety: str = ""
    """What the words must tell the reader, where losing that would be dangerous; else empty."""


class Variant(Record):
    """Words for some of the people who reach a place."""

    when: When
    text: Text


Wording = tuple[Variant, ...]
"""Variants tried in order; the last has no condition. Empty where an optional text is not given.

Whatever a person may be shown is a Text in a field of this type or of the next: `guide.flow.walk`
finds it by that.
"""
Label = Wording
"""Words that stand by themselves, such as a name or opening hours, and are read in no sentence: how
hard a screen is to read is not measured by them."""


def pick(wording: Wording, facts: Facts) -> Text | None:
    """The first variant that holds, or None for an empty wording."""
    for variant in wording:
        if holds(variant.when, facts):
            return variant.text
    return None


class Line(Record):
    """Something said: own words, or a statement by its id (then `wording` is empty)."""

    when: When
    wording: Wording
    statement: str
    sources: tuple[str, ...]
    place: Place
    needs: str = ""
    """What a front end must have for the line to be said, one of MAY_NEED; empty for nothing."""


class Route(Record):
    """A way on: to the step, ending or flow called `to`, when the condition holds."""

    when: When
    to: str
    place: Place


class Option(Record):
    """One answer to a question: its words, the facts it records and where it leads."""

    id: str
    say: Wording
    hint: Wording
    means: tuple[tuple[str, str], ...]
    also: tuple[str, ...]
    to: tuple[Route, ...]
    place: Place


class Question(Record):
    """A step that waits for an answer."""

    id: str
    flow: str
    ask: Wording
    why: Wording
    options: tuple[Option, ...]
    place: Place

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)


class Message(Record):
    """A step that says something; the conversation then goes on by itself."""

    id: str
    flow: str
    say: tuple[Line, ...]
    to: tuple[Route, ...]
    place: Place


class Shown(Record):
    """A contact on an ending; those of one `group` stand side by side."""

    contact: str
    when: When
    say: Wording
    group: int
    place: Place


class More(Record):
    """What a person opens in place at an ending: lines and contacts under a heading."""

    heading: str
    when: When
    say: tuple[Line, ...]
    contacts: tuple[Shown, ...]
    place: Place


class Ending(Record):
    """Where a conversation ends; all below `keep_in_mind` is opened by a person, if it `folds`."""

    id: str
    about: str
    urgency: Urgency
    title: Wording
    before: tuple[Line, ...]
    contacts: tuple[Shown, ...]
    keep_in_mind: tuple[Line, ...]
    more: tuple[More, ...]
    next: tuple[Line, ...]
    if_not: tuple[Line, ...]
    card: Wording
    sources: tuple[str, ...]
    place: Place

    @property
    def folds(self) -> bool:
        """Whether what comes next, and what else can be done, waits to be opened."""
        return self.urgency != "emergency"

    @property
    def every_contact(self) -> tuple[Shown, ...]:
        """The contacts in view, then those under headings."""
        return sum((more.contacts for more in self.more), self.contacts)

    def shown(self, facts: Facts) -> list[Shown]:
        """The contacts for these facts, in order, each once, those in view first."""
        by_contact: dict[str, Shown] = {}
        for shown in self.every_contact:
            if shown.contact not in by_contact and holds(shown.when, facts):
                by_contact[shown.contact] = shown
        return list(by_contact.values())


Step = Question | Message | Ending


class Flow(Record):
    """One author's file: who it speaks to and where it starts; its steps are in the library."""

    id: str
    about: str
    reader: Reader
    start: str
    place: Place


class Contact(Record):
    """Someone to turn to. Numbers and links live here and nowhere else."""

    id: str
    name: Label
    phone: str
    text: str
    link: str
    email: str
    says: Wording
    ages: Label
    nation: Label
    hours: Label
    cost: Label
    help: Label
    sources: tuple[str, ...]
    review_by: str
    place: Place
    translate_name: bool = False
    """Whether the name is ordinary words ("An adult you trust"); a service's own name never is."""
    role: str = ""
    """One of ROLES; empty where the author does not say, and for a site's own people."""
    run_by: str = ""
    """One of RUN_BY; empty for people who are no service, and where the author does not say."""
    nations: tuple[str, ...] = ()
    """The nations it is for; empty where it is for the whole UK."""
    from_age: int = 0
    """The youngest it is for, in years; 0 where there is no such limit."""
    to_age: int = 0
    """The oldest it is for, in years; 0 where there is no such limit."""
    free: bool = False
    """Whether it is confirmed that it costs nothing."""
    open: tuple[tuple[str, int, int], ...] = ()
    """When somebody is there, where that is confirmed (guide/flow/opening.py); else empty."""
    evidence: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What each number, each link and the hours rest on: the name of the field, its sources."""

    def value(self, field: str) -> str:
        """The phone, text, link or email; empty when the contact has none."""
        return str(getattr(self, field))

    def evidence_of(self, field: str) -> tuple[str, ...]:
        """The sources that a number, link, or the hours rest on."""
        return dict(self.evidence).get(field, ())


class Statement(Record):
    """A sentence of fact that several screens say."""

    id: str
    say: Wording
    web: Wording
    """What a page in a browser says instead, where `say` is only true of a terminal; else empty."""
    sources: tuple[str, ...]
    place: Place


class OpeningHeading(Record):
    """A few words that more stands under until a person opens it."""

    id: str
    say: Label
    place: Place


class Source(Record):
    """A document that statements rest on."""

    id: str
    document: str
    publisher: str
    date: str
    link: str
    review_by: str
    note: str
    place: Place
    checked: tuple[str, ...] = ()
    """What a person last found on the live page: the day, by whom, which page, what it said."""


class SaidBack(Record):
    """A value as it is said back to whoever told it in own words, for a yes or no."""

    value: str
    say: Wording


class Fact(Record):
    """Something answers may record; `values` pairs each value with words for authors."""

    id: str
    about: str
    values: tuple[tuple[str, str], ...]
    said_back: tuple[SaidBack, ...]
    place: Place


class Topic(Record):
    """A question people ask on the way; it can be opened at any point and leads back there."""

    id: str
    when: When
    ask: Wording
    say: tuple[Line, ...]
    also: tuple[str, ...]
    sources: tuple[str, ...]
    place: Place


class Library(Record):
    """Every flow of a folder, linked: what a session walks and a check proves."""

    start: str
    """The id of the flow where everyone starts."""
    flows: Mapping[str, Flow]
    steps: Mapping[str, Step]
    """Questions, messages and endings of all flows, in the order they are written."""
    always: tuple[Option, ...]
    """Answers that may be given at any question."""
    statements: Mapping[str, Statement]
    headings: Mapping[str, OpeningHeading]
    more: tuple[More, ...]
    """What can be opened at every ending, after what it has of its own."""
    topics: Mapping[str, Topic]
    contacts: Mapping[str, Contact]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    help: tuple[str, ...]
    """The contacts in view on every screen, in order."""
    questions_left: Mapping[str, int]
    """About how many questions are still asked from each step on, that step included."""

    def first_step(self, flow: str = "") -> str:
        """The id of the first step of a flow, by default of the flow where everyone starts."""
        return self.flows[flow or self.start].start

    def options(self, question: Question) -> Iterator[Option]:
        """Every answer to a question: its own, then those that stand everywhere."""
        yield from question.options
        for option in self.always:
            if question.option(option.id) is None:
                yield option
