"""Hours that a person reads, and the days and times beside them, that do not say the same.

`hours:` are words, `open:` is what a program reckons with. Where the words give times, or say "any
time", the data says it too: else a screen and a program would each tell something else.
"""

import re
from collections.abc import Iterator

from guide.check.finding import Finding
from guide.flow.model import Contact, Library
from guide.flow.opening import MIDNIGHT, ROUND_THE_CLOCK

_TIME = re.compile(
    r"\b(?:(\d{1,2})(?:[.:]([0-5]\d))?\s*(am|pm)|(noon|midday)|midnight)\b", re.IGNORECASE
)
_ALWAYS = re.compile(r"\b(?:any time|day (?:or|and) night|24 hours)\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"\b(?:only|days|week ?days|closed|except|unless)\b", re.IGNORECASE)
_NOON = 12


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for each contact whose words and data differ."""
    for contact in library.contacts.values():
        if what := _difference(contact):
            yield Finding(
                "hours-differ",
                "error",
                contact.place,
                f'Contact "{contact.id}" {what}.',
                "Let `hours` and `open` say the same, or leave `open` out where it is not known.",
            )


def _difference(contact: Contact) -> str:
    """How words and data differ; empty where they do not."""
    words = " ".join(variant.text.source for variant in contact.hours)
    if not contact.open:
        return "gives times in words alone" if _TIME.search(words) else ""
    if contact.open == ROUND_THE_CLOCK:
        if _TIME.search(words):
            return "is always open, and its words give times"
        return "is always open, and its words do not say so" if _OTHERWISE.search(words) else ""
    if _ALWAYS.search(words):
        return "is not always open, and its words say that it is"
    # Midnight ends one day and begins the next: both are 0, as in words.
    in_data = {time % MIDNIGHT for _, start, end in contact.open for time in (start, end) if end}
    in_words = {_minutes(*match.groups()) for match in _TIME.finditer(words)}
    return "" if not words or in_words == in_data else "gives other times in words than in `open`"


def _minutes(hour: str | None, minute: str | None, half: str | None, noon: str | None) -> int:
    """A time as minutes from the start of the day; 0 for midnight."""
    if not hour or not half:
        return _NOON * 60 if noon else 0
    # 12 am is midnight and 12 pm is noon: in either half of the day the hour 12 is 0.
    return (int(hour) % _NOON + _NOON * (half.lower() == "pm")) * 60 + int(minute or 0)
