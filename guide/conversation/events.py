"""What a reader is shown, one event after another: frozen, plain text, in one language.

`english` is the English to show beside words about safety that nobody has reviewed yet, on a
line of its own; it is empty in English and wherever the words have been reviewed.
"""

from typing import NamedTuple

from guide.flow.model import Urgency


class Said(NamedTuple):
    """A line the guide says."""

    text: str
    english: str = ""


class Choice(NamedTuple):
    """An answer that may be given, by its key; `hint` spells out what it means, or is empty."""

    key: str
    label: str
    hint: str = ""
    english: str = ""


class Asked(NamedTuple):
    """A question waiting for an answer: number `number` of about `about`."""

    step: str
    text: str
    why: str
    number: int
    about: int
    choices: tuple[Choice, ...]
    english: str = ""


class Answered(NamedTuple):
    """The answer just given, in the words it was offered in."""

    step: str
    key: str
    text: str


class Headline(NamedTuple):
    """The one action an ending asks for, with its urgency in words."""

    ending: str
    urgency: Urgency
    when: str
    text: str
    english: str = ""


class Way(NamedTuple):
    """A way to reach a contact: `kind` (phone, text, link, email), number or address, in words."""

    kind: str
    value: str
    text: str


class Contact(NamedTuple):
    """Someone to turn to; `beside` when equal to the contact shown just before."""

    id: str
    name: str
    why: str
    ways: tuple[Way, ...]
    lines: tuple[str, ...]
    beside: bool


class Heading(NamedTuple):
    """The title of the lines that follow."""

    text: str


class Card(NamedTuple):
    """Words to show to someone when it is hard to say them."""

    title: str
    text: str


class Topics(NamedTuple):
    """Questions that may be opened now."""

    title: str
    choices: tuple[Choice, ...]


Event = Said | Asked | Answered | Headline | Contact | Heading | Card | Topics


def as_data(event: Event) -> dict[str, object]:
    """The event as plain data for JSON: its kind, then its fields."""
    return {"kind": type(event).__name__.lower(), **_plain(event)}


def _plain(record: NamedTuple) -> dict[str, object]:
    return {
        field: [_plain(item) if hasattr(item, "_fields") else item for item in value]
        if type(value) is tuple
        else value
        for field, value in zip(record._fields, record, strict=True)
        if field != "english" or value
    }
