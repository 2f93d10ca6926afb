"""What a reader is shown, one event after another: frozen, plain text, in one language.

`english` is the English to show beside words about safety that nobody has reviewed yet; it is
empty in English and wherever the words have been reviewed. The two are never put into one text
here: how they stand together, and that one of them is English, is for a front end to lay out.
"""

from __future__ import annotations

from guide.flow.model import Urgency
from guide.light import Record


class Phrase(Record):
    """The program's own words, for a button, a prompt or a title: no event, but a pair like one."""

    text: str
    english: str = ""


class Said(Record):
    """A line the guide says."""

    text: str
    english: str = ""


class Choice(Record):
    """An answer that may be given, by its key; `hint` spells out what it means, or is empty."""

    key: str
    label: str
    hint: str = ""
    english: str = ""


class Asked(Record):
    """A question waiting for an answer: number `number` of about `about`.

    `above` stands above it where it asks about them: what was understood of typed words.
    """

    step: str
    text: str
    why: str
    number: int
    about: int
    choices: tuple[Choice, ...]
    english: str = ""
    above: tuple[Said, ...] = ()


class Answered(Record):
    """The answer just given, in the words it was offered in."""

    step: str
    key: str
    text: str


class Given(Record):
    """An earlier answer: which question, its words, and the answer's."""

    step: str
    question: str
    key: str
    answer: str


class Headline(Record):
    """The one action an ending asks for, with its urgency in words (`when`)."""

    ending: str
    urgency: Urgency
    when: str
    text: str
    english: str = ""
    when_english: str = ""


class ContactMethod(Record):
    """A way to reach a contact: `kind` (phone, text, link, email), number or address, in words."""

    kind: str
    value: str
    text: str


class HelpLine(Record):
    """A contact in a line that is in view on every screen, and its ways, so it can be pressed."""

    contact: str
    text: str
    english: str
    ways: tuple[ContactMethod, ...]


class Contact(Record):
    """Someone to turn to; `beside` when equal to the contact shown just before."""

    id: str
    name: str
    why: str
    ways: tuple[ContactMethod, ...]
    lines: tuple[str, ...]
    beside: bool


class Heading(Record):
    """The title of what follows.

    Where it has a name (`opens`), what follows is folded away until a person opens it, up to the
    next heading, question or answer: `guide.conversation.folding` tells the two apart.
    """

    text: str
    opens: str = ""


class Card(Record):
    """Words to show to someone when it is hard to say them."""

    title: str
    text: str


class Topics(Record):
    """Questions that may be opened now."""

    title: str
    choices: tuple[Choice, ...]


Event = Said | Asked | Answered | Headline | Contact | Heading | Card | Topics


def as_data(event: Event) -> dict[str, object]:
    """The event as plain data for JSON: its kind, then its fields."""
    return {"kind": type(event).__name__.lower(), **_plain(event)}


def _plain(record: Record) -> dict[str, object]:
    return {
        field: [_plain(item) if hasattr(item, "_fields") else item for item in value]
        if type(value) is tuple
        else value
        for field, value in zip(record._fields, record, strict=True)
        if value or not field.endswith(("english", "above", "opens"))
    }
