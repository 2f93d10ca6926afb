"""What stands beside CEOP's button: the words, and the page that it is on."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from guide.export.hosts.adults import names_adults, to_adults
from guide.export.hosts.cascade import OneScreen, every_screen
from guide.export.hosts.dom import Element
from guide.export.hosts.hosted import Broken, Hosted
from guide.export.hosts.legible import Legibility, is_shown
from guide.export.hosts.placed import Placed, as_placed
from guide.export.hosts.statements import INLINE
from guide.failsafe import CHILDLINE, EMERGENCY


def children_first(hosted: Hosted) -> Iterator[Broken]:
    """Words that are missing beside the button, or in the wrong order, on any screen."""
    for button in hosted.buttons:
        told: set[str] = set()
        for screen in every_screen(hosted.page):
            missing = list(_missing(_around(hosted.page, button, screen)))
            yield from ((button.line, what) for what in missing if what not in told)
            told.update(missing)


def _missing(around: "_Around") -> Iterator[str]:
    """What is not said, or not where it should be."""
    before = " ".join(f"{around.before} {around.menus}".split())
    for pattern, what in _BEFORE:
        if not re.search(pattern, before, re.IGNORECASE):
            yield f"Before the button {what}."
    if to_adults(around.before):
        yield "What is said to adults stands before the button."
    elif not names_adults(around.after):
        yield "After the button nothing is said to adults."
    if any(map(_sends_bullying, _PASSAGES.split(before))):
        yield "Bullying is sent to CEOP: it goes to an adult, and to Childline."
    everything = " ".join(f"{before} {around.after}".split())
    if any(map(_sends_others, _PASSAGES.split(everything))):
        yield "What is not for CEOP is sent there: danger now is for 999, the rest for an adult."
    if _TOLD_NOT_TO.search(everything):
        yield "Somebody is told not to press the button."


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
        r"\b(?:adult|grown-?up|teacher)s?,? (?:(?:that|who|whom) )?you trust"
        r"|\b(?:a )?trusted (?:adult|grown-?up)|oedolyn.{0,30}(ymddiried|trystio)"
        r"|dorosł.{0,20}ufasz|доросл.{0,20}довіря|بڑے.{0,30}بھروسہ",
        "no adult whom one trusts is named",
    ),
    (r"\b0800\s?1111\b(?!\s?\d)", f"Childline on {CHILDLINE} is missing"),
    (r"\b999\b", f"{EMERGENCY} is missing"),
)
"""In each language that the guide's own page is written in."""
_PASSAGES = re.compile(r"[.!;:]\s|\b(?:and|but|or) if\b", re.IGNORECASE)
"""What is said of one thing: a question and what follows it are one."""
_BULLYING = re.compile(r"bull(?:y|ie)", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:tell|report|contact|click|press|use|tap|visit|know|helps?|deals?|looks? into"
    r"|answers?)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bceop\b|safety cent|\b(?:the|this|our|below) (?!childline)(?:\w+ )?button\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|cannot|never|no|nor|neither|instead)\b|n['\u2019]t\b", re.IGNORECASE)


_OTHERS = re.compile(
    r"\bhack(?:ed|ers?|ing)\b|\bscam|\b(?:fake|stolen) accounts?"
    r"|\b(?:mean|nasty|unkind|horrible) to you|\bin (?:immediate )?danger\b|\bemergenc",
    re.IGNORECASE,
)
"""What somebody else than CEOP is there for."""
_LIKE_999 = re.compile(r"\bbutton (?:\w+ ){0,3}like (?:calling )?999\b", re.IGNORECASE)
_TOLD_NOT_TO = re.compile(
    r"\b(?:do not|don['\u2019]t|never) (?:press|click|use|tap) (?:on )?"
    r"(?:the|this|our) (?:\w+ )?button(?:[.!]|$| (?:yourself|before|until|without))",
    re.IGNORECASE,
)


def _sends_others(passage: str) -> bool:
    """Whether a passage sends to CEOP what is for the police, or for an adult nearby."""
    wanted = (_OTHERS, _SENT, _THERE)
    sent = all(each.search(passage) for each in wanted) and "999" not in passage
    return bool(_LIKE_999.search(passage)) or (sent and not _NOT.search(passage))


def _sends_bullying(passage: str) -> bool:
    """Whether a passage says that bullying goes to CEOP."""
    wanted = (_BULLYING, _SENT, _THERE)
    return all(each.search(passage) for each in wanted) and not _NOT.search(passage)


class _Around(NamedTuple):
    """The words in view before the button, those after it, and those of menus before it.

    Each paragraph, heading ... is a line.
    """

    before: str
    after: str
    menus: str


def _around(page: Element, button: Element, screen: OneScreen) -> _Around:
    """What is read around the button on a screen, in the order in which it stands there."""
    before: list[str] = []
    after: list[str] = []
    menus: list[str] = []
    passed = False
    outside = {id(outer) for outer in button.within()}
    waiting: list[tuple[Placed | None, Legibility]] = [((page, {}), Legibility())]
    while waiting:
        part, look = waiting.pop()
        words = after if passed else before
        if part is None:
            words.append("\n")
            continue
        element, declared = part
        if isinstance(element, str):
            words += element.split() if look.is_legible else []
        elif element is button:
            passed = True
        elif id(element) not in outside and not is_shown(element, declared):
            continue
        elif id(element) not in outside and _is_menu(element):
            (after if passed else menus).append(element.text())
        else:
            look = look.within(element, declared)
            if element.tag not in INLINE:
                words.append("\n")
                waiting.append((None, look))
            parts = [
                (each, screen.declared(each) if isinstance(each, Element) else {})
                for each in element.inside
                if isinstance(each, Element) or each.strip()
            ]
            waiting += [(each, look) for each in reversed(as_placed(declared, parts))]
    return _Around(_lines(before), _lines(after), _lines(menus))


def _is_menu(element: Element) -> bool:
    """Whether an element is a menu, or an entry of one: what it names is said elsewhere."""
    if element.tag == "nav" or element.attributes.get("role", "").lower() == "navigation":
        return True
    return element.tag == "li" and "".join(element.text().split()) == "".join(
        "".join(link.text().split()) for link in element.find("a")
    )


def _lines(words: Iterable[str]) -> str:
    return "\n".join(line.strip() for line in " ".join(words).split("\n"))


_WITHIN = re.compile(
    r"https://www\.ceop\.police\.uk/safety-centre(?:/[^?]*)?(?:#.*)?", re.IGNORECASE
)
"""The Safety Centre, or a page of it, with nothing that tells where somebody comes from."""
_SAFETY_CENTRE = re.compile(
    r".*\bsafety cent(?:re|er)\b.*|(?:the |click |to |visit |tell |contact |go to |report to )*"
    r"ceop(?: website| command)?",
    re.IGNORECASE,
)
"""Words that promise to lead there."""


def link_in_words(hosted: Hosted) -> Iterator[Broken]:
    """A text link to CEOP that leads elsewhere."""
    ids = {element.id for element in hosted.page.all()} - {""}
    for link in hosted.page.find("a", "area", "form"):
        href = link.attributes.get("action" if link.tag == "form" else "href", "").strip()
        within = href.startswith("#") and href[1:] in ids
        if _WITHIN.fullmatch(href) or within or link.find("img"):
            continue
        words = link.text() or link.attributes.get("alt", "")
        promises = link.tag != "form" and _SAFETY_CENTRE.fullmatch(words)
        if promises or "ceop.police.uk" in unquote(href).lower():
            yield link.line, f"A link to CEOP leads to {href or 'nowhere'}."


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
