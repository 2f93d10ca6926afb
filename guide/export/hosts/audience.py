"""Whom a page is for, as far as it says so: CEOP's button is for those who serve under-18s."""

import re
from collections.abc import Iterator

from guide.export.hosts.hosted import Broken, Hosted

_ALONE = re.compile(r"\W*(?:18\+|18 (?:and|or|years and) (?:over|older|above))\W*", re.IGNORECASE)
"""Nothing but the age, as it stands on a door."""
_OLD_ENOUGH = r"(?:at least |over |above )?18 (?:or|and) (?:older|over|above)"
_GATES = (
    r"over[- ]?18s? only",
    r"18\+ (?:only|site|content|page)",
    r"adults? only\W*$",
    r"adults?[- ]only (?:site|page|content|area)",
    r"adult (?:content|material|site|website|entertainment)\b",
    r"(?:must|have to|need to|required to) be (?:(?!under)\w+ ){0,3}18\b(?! or (?:under|younger))",
    r"strictly (?:for )?(?:over[- ]?18|18|adults)",
    rf"(?:i am|i['\u2019]m|(?<!if )you are) {_OLD_ENOUGH}",
    r"(?:confirm|verify|declare) (?:that )?(?:you are|i am) (?:at least |over |above )18\b",
    r"no (?:one )?under[- ]?18s?\b",
    r"not (?:suitable|intended|meant|allowed) for (?:\w+ )?(?:under[- ]?18s?|children|minors)",
    r"under (?:the age of )?18 (?:may|must|can|should) ?not (?:use|enter|visit|view|access|join)",
)
"""What is said at the gate of a site for adults, and not in advice to them."""
_FOR_ADULTS = re.compile(rf"\b(?:{'|'.join(_GATES)})", re.IGNORECASE)
_RATED = re.compile(r"adult|mature|restricted|RTA-5042", re.IGNORECASE)
"""What sites for adults say of themselves to filters."""
_SENTENCES = re.compile(r"(?<=[.!?])\s")


def not_for_children(hosted: Hosted) -> Iterator[Broken]:
    """A button where under 18s are not served."""
    if not hosted.buttons:
        return
    for sentence in filter(_FOR_ADULTS.search, _SENTENCES.split(hosted.page.text())):
        yield 1, f'The page is not for under 18s: "{sentence.strip()[:80]}".'
    for element in hosted.page.all():
        for part in () if element.is_hidden else element.inside:
            sentences = _SENTENCES.split(part) if isinstance(part, str) else ()
            for age in filter(_ALONE.fullmatch, sentences):
                yield element.line, f'The page is not for under 18s: "{age.strip()}".'
        rating = element.attributes.get("name", "").lower() == "rating"
        if rating and _RATED.search(element.attributes.get("content", "")):
            yield element.line, "The page is rated as not for under 18s."
