"""What stands beside CEOP's button: the words, and the page that it is on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from guide.export.hosts.adults import names_adults, to_adults
from guide.export.hosts.dom import Element
from guide.export.hosts.hosted import Broken, Hosted
from guide.export.hosts.legible import is_legible
from guide.export.hosts.statements import INLINE
from guide.export.hosts.styles import hides
from guide.failsafe import CHILDLINE, EMERGENCY


def children_first(hosted: Hosted) -> Iterator[Broken]:
    """Words that are missing beside the button, or in the wrong order."""
    styles = hosted.page.find("style")
    for button in hosted.buttons:
        said, after, menus = _around(hosted.page, button, styles)
        before = " ".join(f"{said} {menus}".split())
        for pattern, what in _BEFORE:
            if not re.search(pattern, before, re.IGNORECASE):
                yield button.line, f"Before the button {what}."
        if to_adults(said):
            yield button.line, "What is said to adults stands before the button."
        elif not names_adults(after):
            yield button.line, "After the button nothing is said to adults."
        if any(map(_sends_bullying, _PASSAGES.split(before))):
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
    r"\b(?:tell|report|contact|click|press|use|tap|visit|know|helps?|deals?|looks? into)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bceop\b|safety cent|\b(?:the|this|our|below) (?!childline)(?:\w+ )?button\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|never|no|nor|neither|instead)\b|n['\u2019]t\b", re.IGNORECASE)


def _sends_bullying(passage: str) -> bool:
    """Whether a passage says that bullying goes to CEOP."""
    wanted = (_BULLYING, _SENT, _THERE)
    return all(each.search(passage) for each in wanted) and not _NOT.search(passage)


def _around(page: Element, element: Element, styles: Sequence[Element]) -> tuple[str, str, str]:
    """The words in view before an element, those after it, and those of menus before it.

    Each paragraph, heading ... is a line.
    """
    before: list[str] = []
    after: list[str] = []
    menus: list[str] = []
    seen = False
    outside = {id(outer) for outer in element.within()}
    stack: list[Element | str | None] = [page]
    while stack:
        part = stack.pop()
        said = after if seen else before
        if part is None:
            said.append("\n")
        elif isinstance(part, str):
            said += part.split()
        elif part is element:
            seen = True
        elif id(part) not in outside and _is_unseen(part, styles):
            continue
        elif id(part) not in outside and _is_menu(part):
            (after if seen else menus).append(part.text())
        else:
            if part.tag not in INLINE:
                said.append("\n")
                stack.append(None)
            stack += reversed(part.inside)
    return _lines(before), _lines(after), _lines(menus)


def _is_unseen(element: Element, styles: Sequence[Element]) -> bool:
    """Whether nobody can read what stands in an element."""
    if element.is_hidden or hides(element, styles):
        return True
    worded = any(isinstance(part, str) and part.strip() for part in element.inside)
    return worded and not is_legible(element, styles)


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
