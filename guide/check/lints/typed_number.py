"""A phone number, link or e-mail address typed into a text.

Each helpline lives once, among the contacts: write {childline_phone} or {ceop_link} instead. Then
a number is corrected in one place, and no translator can mistype it. Ages, times of day and small
numbers may be typed.
"""

import re
from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.texts import library_texts
from guide.flow.model import Library

_TYPED = re.compile(
    r"\b\d(?:[ -]?\d){2,}\b|https?:|www\.|[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
    r"|\b[\w-]+\.(?:uk|com|org|net|gov)\b",
    re.IGNORECASE,
)

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(rf"\b(?:{_DAY}(?: of)? {_MONTH}|{_MONTH} {_DAY})\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATES = (("year", _YEAR), ("date", _DATE))
_NO_DATES = "Leave dates out: they pass, and the words stay. Hours stand with their contact."

_HINT = re.compile(r"[0-9]|[@:.](?=\S)")
"""What every number, link and address has, and few texts: quick to look for first."""


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for each text with a number of three digits or more, a link or an address."""
    for placed in library_texts(library):
        source = placed.text.source
        if placed.is_name or not _HINT.search(source):
            continue
        if match := _TYPED.search(source) or _DATE.search(source):
            date = next((f"The {kind} " for kind, of in _DATES if of.fullmatch(match[0])), "")
            what = f"{date}{match[0]}" if date else f'"{match[0]}"'
            mend = _NO_DATES if date else "Use a placeholder such as {childline_phone}."
            place = placed.text.place
            yield Finding(
                "typed-number", "error", place, f"{what} is typed into {placed.of}.", mend
            )
