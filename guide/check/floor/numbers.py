"""Phone numbers of the UK: which can be one, which cost money, and which only look like another."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from guide.check.floor.services import Service, by_number

_NUMBER = re.compile(r"(?<![\w{])\+?\d(?:[\s().\-/]{0,2}\d)+")
"""A run of digits that may be a number; `or` and words end it."""

# Ofcom, National Telephone Numbering Plan. tests/test_floor.py holds it against phonenumbers.
_PLAN = re.compile(
    r"0800\d{6,7}|0808\d{7}|0500\d{6}"  # free
    r"|0[12]\d{8,9}|03\d{9}|07[1-57-9]\d{8}"  # geographic, at their price, mobile
    r"|116\d{3}|18000|112|999|10[15]|111|119"
)
# 070 (a personal number) and 076 (a pager) look like mobiles.
_PREMIUM = re.compile(r"09|118|070|076|084|087|055|056")
_SHORT_CODE = re.compile(r"[6-8]\d{4}")
"""What a text may be sent to, besides a number of the plan."""


def digits_of(number: str) -> str:
    """The digits alone, in the form that is dialled at home; digits of every script are digits."""
    plain = unicodedata.normalize("NFKC", number)
    digits = "".join(str(unicodedata.digit(c)) for c in plain if c.isdigit())
    if plain.lstrip().startswith("+44") or digits.startswith("0044"):
        home = digits.removeprefix("00").removeprefix("44")
        return home if home.startswith("0") else "0" + home
    return digits


def costs_extra(digits: str) -> bool:
    """Whether a number is one of those that cost extra, or that look like a mobile and do not."""
    # 118 and the like are only how such a number begins.
    return _PREMIUM.match(digits) is not None and len(digits) > 3


def is_possible(digits: str, *, by_text: bool = False) -> bool:
    """Whether a number can be one that is called in the UK, or one that is texted."""
    known = digits in by_number()
    plain = _PLAN.fullmatch(digits) is not None and not costs_extra(digits)
    return known or plain or (by_text and _SHORT_CODE.fullmatch(digits) is not None)


@cache
def close_to(digits: str) -> Service | None:
    """The service whose number this almost is: one digit changed, lost, added, or two swapped."""
    if digits in by_number() or len(digits) < 3:
        return None
    for known, service in by_number().items():
        # A number of three digits is one slip away from other real ones: 111 from 112, 999 from 99.
        if abs(len(known) - len(digits)) <= 1 and len(known) > 3 and _one_slip(digits, known):
            return service
    return None


def _one_slip(digits: str, known: str) -> bool:
    if len(digits) == len(known):
        differing = [n for n, (a, b) in enumerate(zip(digits, known, strict=True)) if a != b]
        return len(differing) == 1 or (len(differing) == 2 and sorted(digits) == sorted(known))
    longer, shorter = sorted((digits, known), key=len, reverse=True)
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))


def numbers_in(text: str) -> Iterator[tuple[str, str]]:
    """What is written as a number in a text, with its digits."""
    plain = unicodedata.normalize("NFKC", text)
    for match in _NUMBER.finditer(plain):
        yield match[0], digits_of(match[0])
