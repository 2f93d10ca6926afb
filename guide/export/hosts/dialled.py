"""Whether a link with a number in its words dials that number."""

import re
from collections.abc import Iterator

from guide.export.hosts.hosted import Broken, Hosted

_DIALS = re.compile(r"\s*(?:tel|sms|callto):(?://)?([^;?]*)", re.IGNORECASE)
_ABROAD = re.compile(r"^(?:\+|00)44(?:\W*\(0\))?")
"""How a number of the UK begins where it is dialled from anywhere."""
_LEAST = 3
"""Digits of a number that somebody can call."""


def dials_another(hosted: Hosted) -> Iterator[Broken]:
    """A link that says one number and dials another."""
    for link in hosted.page.find("a", "area"):
        href = link.attributes.get("href", "")
        number = _digits(link.text() or link.attributes.get("alt", ""))
        if (dials := _DIALS.match(href)) and len(number) >= _LEAST:
            dialled = _digits(dials[1])
            # The words may go on: with another number, or the hours in which somebody answers.
            if len(dialled) < _LEAST or dialled not in number:
                yield link.line, f'"{link.text()[:80]}" dials {dials[1]}.'


def _digits(number: str) -> str:
    return re.sub(r"\D", "", _ABROAD.sub("0", number.strip()))
