"""Whom a page is for, as far as it says so: CEOP's button is for those who serve under-18s."""

import re
from collections.abc import Iterator

from guide.export.hosts.hosted import Broken, Hosted
from guide.export.hosts.statements import statements

_ALONE = re.compile(r"\W*(?:18\+|18 (?:and|or|years and) (?:over|older|above))\W*", re.IGNORECASE)
"""Nothing but the age, as it stands on a door."""
_OLD_ENOUGH = r"(?:at least |over |above )?18 (?:or|and) (?:older|over|above)"
_PLACES = r"(?:web ?)?sites?|(?:web ?)?pages?|content|material|app|forum|platform|chat ?rooms?"
"""What the page calls itself, or what is on it."""
_PAGE = re.compile(
    rf"\b(?:{_PLACES}|enter(?! (?:the|our|an?|any)\b)|continue|proceed|browse|visitors?)\b"
    r"|\b(?:this|our|the) (?:service|shop|store|club|casino|channel)\b",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of the page, or of those who come to it."""
_SAID_OF_IT = rf"\b(?:{_PLACES}|(?:this|our|the) (?:service|shop|club)) (?:is|are)"
_OF_THE_PAGE = (
    r"18\+ (?:only|site|content|page)",
    r"adults?[- ]only (?:site|page|content|area)",
    r"adult (?:content|material|site|website|entertainment)\b",
    r"(?:must|have to|need to) be an? adult to (?:enter|use|view|visit|access|continue)\b",
    rf"(?:i am|i['\u2019]m|(?<!if )you are) {_OLD_ENOUGH}",
    r"(?:confirm|verify|declare) (?:that )?(?:you are|i am) (?:at least |over |above )18\b",
    rf"{_SAID_OF_IT} (?:(?!not|child|young)\w+ ){{0,3}}(?:for|to|at)"
    r" (?:(?!under|child|young|parent)\w+ ){0,3}"
    r"(?:over[- ]?18s?|18\+|18 (?:years )?(?:and|or) (?:over|older|above))",
    rf"{_SAID_OF_IT} (?:\w+ )?(?:only|strictly|restricted|limited|exclusively) (?:\w+ )?(?:for|to)"
    r" adults\b",
    rf"{_SAID_OF_IT} not (?:\w+ )?for (?:under[- ]?18s?|minors)",
)
"""What is said at the gate of a site for adults, and not in advice to them."""
_OF_SOMETHING = (
    r"over[- ]?18s? only",
    r"adults? only\W*$",
    r"(?:must|have to|need to|required to) be (?:(?!under)\w+ ){0,3}18\b(?! or (?:under|younger))",
    r"strictly (?:for )?(?:over[- ]?18|18|adults)",
    r"no (?:one )?under[- ]?18s?\b",
    r"not (?:suitable|intended|meant|allowed) for (?:\w+ )?(?:under[- ]?18s?|children|minors)",
    r"under (?:the age of )?18 (?:may|must|can|should) ?not (?:use|enter|visit|view|access|join)",
)
"""What is said there too, but also of a class, a job or a bar."""
_GATE = re.compile(rf"\b(?:{'|'.join(_OF_THE_PAGE)})", re.IGNORECASE)
_AGE = re.compile(rf"\b(?:{'|'.join(_OF_SOMETHING)})", re.IGNORECASE)
_DONE_HERE = (
    r"(?:use|view|visit|access|play|bet|gamble|buy|order|purchase|shop|register|sign|log|watch|see"
    r"|read|click|chat|be|do)"
)
"""What somebody does on a page, or in a shop: to be old enough for it is to be so for the page."""
_FOR_SOMETHING_ELSE = re.compile(
    r"\W*(?:years? )?(?:old |of age )?(?:(?:and|or) (?:over|older|above) )?(?:in order )?to"
    rf" (?!{_DONE_HERE}\b)\w+"
    r"|s? (?:in|at|on|to|into|near)? ?(?:the|our|a|an|any)\b"
)
"""After a gate: "to join", "to become a governor", or "in the bar"."""
_TO_DO_ELSE = re.compile(rf"\bto (?!{_DONE_HERE}\b)\w+\b.*\b(?:you|they|everyone) $", re.IGNORECASE)
_LABEL = re.compile(
    r"(?<!note)(?<!warning)(?<!important)(?<!notice)(?<!attention): ?(?:you |they |all )?$",
    re.IGNORECASE,
)
"""What a gate is said of may stand before it with a colon."""
_SUBJECT = re.compile(
    r"\b(?!(?:you|i|we|they|visitors?|users?|players?|customers?|viewers?|readers?|members?|people"
    r"|persons?|anyone|everyone|everybody|all|who|guests?|gamblers?|shoppers?|subscribers?|this|it"
    r"|and|or|but|that|also|there|please|sorry)\b)[a-z]+"
    r" (?:(?:is|are|runs?) (?:open )?(?:for |to |strictly )*)?$",
    re.IGNORECASE,
)
"""Who or what a gate is said of, where that is none of those who come to a page."""


def _is_of_the_page(sentence: str) -> bool:
    """Whether a gate in a sentence is the page's own, and not that of a class, a job or a bar."""
    age = _AGE.search(sentence)
    if _GATE.search(sentence) or age is None or _PAGE.search(sentence):
        return bool(_GATE.search(sentence) or age)
    before = sentence[max(age.start() - _NEAR, 0) : age.start()]
    said_of = any(each.search(before) for each in (_TO_DO_ELSE, _LABEL, _SUBJECT))
    return not (said_of or _FOR_SOMETHING_ELSE.match(sentence[age.end() :]))


_NEAR = 300
"""Characters before an age that may say what it is said of."""
_RATED = re.compile(r"adult|mature|restricted|RTA-5042", re.IGNORECASE)
"""What sites for adults say of themselves to filters."""
_SENTENCES = re.compile(r"(?<=[.!?])\s")
_IN_WORDS = re.compile(r"\beighteen\b", re.IGNORECASE)


def not_for_children(hosted: Hosted) -> Iterator[Broken]:
    """A button where under 18s are not served."""
    if not hosted.buttons:
        return
    for line, sentence, _ in statements(hosted.page):
        if _is_of_the_page(_IN_WORDS.sub("18", sentence)):
            yield line, f'The page is not for under 18s: "{sentence[:80]}".'
    for element in hosted.page.all():
        for part in () if element.is_hidden else element.inside:
            sentences = _SENTENCES.split(part) if isinstance(part, str) else ()
            for age in filter(_ALONE.fullmatch, sentences):
                yield element.line, f'The page is not for under 18s: "{age.strip()}".'
        rating = element.attributes.get("name", "").lower() == "rating"
        if rating and _RATED.search(element.attributes.get("content", "")):
            yield element.line, "The page is rated as not for under 18s."
