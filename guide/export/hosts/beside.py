"""What stands beside CEOP's button: the words, and the page that it is on."""

import re
from collections.abc import Iterator

from guide.export.hosts.button import leads_there
from guide.export.hosts.dom import Element
from guide.export.hosts.hosted import Broken, Hosted
from guide.failsafe import CHILDLINE, EMERGENCY


def children_first(hosted: Hosted) -> Iterator[Broken]:
    """Words that are missing beside the button, or in the wrong order."""
    for button in hosted.buttons:
        before, after = _around(hosted.page, button)
        for pattern, what in _BEFORE:
            if not re.search(pattern, before, re.IGNORECASE):
                yield button.line, f"Before the button {what}."
        if re.search(_ADULTS, before, re.IGNORECASE):
            yield button.line, "What is said to adults stands before the button."
        elif not re.search(_ADULTS, after, re.IGNORECASE):
            yield button.line, "After the button nothing is said to adults."
        if _BULLYING_THERE.search(before):
            yield button.line, "Bullying is sent to CEOP: it goes to an adult, and to Childline."


_BEFORE = (
    (
        r"(under|up to) (the age of )?18|(dan|hyd at) 18|poniżej 18|(немає|до) 18|18 سال سے کم",
        "nobody says that it is for under 18s",
    ),
    (
        r"bull(y|ied)|\b[bfm]wl[io]|dokucza|nęka|цьку|ستا(تا|نا|ئے)",
        "nobody says where to turn about bullying",
    ),
    (
        r"an adult (that )?you trust|a trusted adult|oedolyn.{0,30}(ymddiried|trystio)"
        r"|dorosł.{0,20}ufasz|доросл.{0,20}довіря|بڑے.{0,30}بھروسہ",
        "no adult whom one trusts is named",
    ),
    (r"0800\s?1111", f"Childline on {CHILDLINE} is missing"),
    (r"\b999\b", f"{EMERGENCY} is missing"),
)
"""In each language that the guide's own page is written in."""
_ADULTS = (
    r"parents?(,| and| or)? (and )?carers?|command of the National Crime Agency|professionals?"
    r"|\brh?ieni\b|gweithwyr proffesiynol|\brodzic|opiekun|батьк|опікун|والدین"
)
_BULLYING_THERE = re.compile(
    r"bull(?:y|ie)(?:(?!\bnot\b|n['\u2019]t\b|\bnever\b|[.!]).)*"
    r"\b(?:(?:tell|report (?:it |this |that )?to|contact) ceop"
    r"|(?:click|press|use)\b[^.!?]*\bbutton)",
    re.IGNORECASE,
)


def _around(page: Element, element: Element) -> tuple[str, str]:
    """The words before an element, and those after it."""
    before: list[str] = []
    after: list[str] = []
    seen = False
    stack: list[Element | str] = [page]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            (after if seen else before).append(part)
        elif part is element:
            seen = True
        elif not part.is_hidden:
            stack += reversed(part.inside)
    return " ".join(" ".join(before).split()), " ".join(" ".join(after).split())


MARKED = re.compile(r"^http:|utm_|[?&]", re.IGNORECASE)
"""An address that is not safe, or that tells where somebody comes from."""


def link_in_words(hosted: Hosted) -> Iterator[Broken]:
    """A text link to CEOP that leads elsewhere."""
    for link in hosted.page.find("a"):
        href = link.attributes.get("href", "")
        host = re.match(r"(?:\w+:)?//(?:www\.)?ceop\.police\.uk", href, re.IGNORECASE)
        other_page = "safety-cent" not in href.lower()
        elsewhere = host and not leads_there(href) and (MARKED.search(href) or other_page)
        if elsewhere and not link.find("img"):
            yield link.line, f"A link to CEOP leads to {href}."


def not_for_children(hosted: Hosted) -> Iterator[Broken]:
    """A button where under 18s are not served."""
    text = hosted.page.text()
    if hosted.buttons and (
        match := re.search(
            r"over[- ]?18s? only|18\+|adults? only|must be (over )?18|you are (over )?18 or older",
            text,
            re.IGNORECASE,
        )
    ):
        yield 1, f'The page is not for under 18s: "{match[0]}".'


def past_its_day(hosted: Hosted) -> Iterator[Broken]:
    """A page of the guide that was to be looked at again before today."""
    for body in hosted.page.find("body"):
        if "" < (by := body.attributes.get("data-by", "")) < hosted.today:
            yield body.line, f"The page is old: it was to be made again by {by}."


def without_help(hosted: Hosted) -> Iterator[Broken]:
    """A page of the guide without its help."""
    if hosted.is_guide:
        text = hosted.page.text()
        for number in (EMERGENCY, CHILDLINE):
            if number not in text:
                yield 1, f"{number} is not in view."
