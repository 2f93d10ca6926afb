"""What stands beside CEOP's button: the words, and the page that it is on."""

import re
from collections.abc import Iterator

from guide.export.hosts.button import SAFETY_CENTRE
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


_BEFORE = (
    (r"under (the age of )?18|up to (the age of )?18", "nobody says that it is for under 18s"),
    (r"bull(y|ied)", "nobody says where to turn about bullying"),
    (r"an adult (that )?you trust|a trusted adult", "no adult whom one trusts is named"),
    (r"0800\s?1111", f"Childline on {CHILDLINE} is missing"),
    (r"\b999\b", f"{EMERGENCY} is missing"),
)
_ADULTS = (
    r"parents?(,| and| or)? (and )?carers?|command of the National Crime Agency|professionals?"
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
        elif part.tag not in ("script", "style"):
            stack += reversed(part.inside)
    return " ".join(" ".join(before).split()), " ".join(" ".join(after).split())


ENDORSED = re.compile(
    r"\b(endors\w*|accredit\w*|approv\w*|vett\w*|certif\w*|partner\w*|recommended by"
    r"|quality.assured|in association with|official\w*|supported by|member of|safe site|kitemark"
    r"|trusted by|verified by)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(not|never|no|nor|neither|n't|does not|is not|are not)\b", re.IGNORECASE)
CEOP = re.compile(r"\b(ceop|national crime agency|nca)\b", re.IGNORECASE)


def endorsed(hosted: Hosted) -> Iterator[Broken]:
    """Words that sound as if CEOP had vetted the host."""
    named = [*hosted.page.find("img"), *hosted.page.find("meta")]
    spoken = [(each.line, " ".join(each.attributes.values())) for each in named]
    for element in hosted.page.all():
        spoken += [(element.line, part) for part in element.inside if isinstance(part, str)]
    whole = " ".join(hosted.page.text().split())
    for sentence in re.split(r"(?<=[.!?])\s", whole):
        if CEOP.search(sentence) and ENDORSED.search(sentence) and not _DENIED.search(sentence):
            line = next((line for line, text in spoken if ENDORSED.search(text)), 1)
            yield line, f'It sounds as if CEOP stood behind this: "{sentence[:80]}".'
    for line, text in spoken[: len(named)]:
        if CEOP.search(text) and ENDORSED.search(text) and not _DENIED.search(text):
            yield line, f'It sounds as if CEOP stood behind this: "{text[:80]}".'


def named_after_ceop(hosted: Hosted) -> Iterator[Broken]:
    """A title, description or icon that names CEOP."""
    for title in hosted.page.find("title"):
        if CEOP.search("".join(map(str, title.inside))):
            yield title.line, "The page's title names CEOP."
    for meta in hosted.page.find("meta"):
        if CEOP.search(meta.attributes.get("content", "")) and "http-equiv" not in meta.attributes:
            yield meta.line, "The page's description names CEOP."
    for link in hosted.page.find("link"):
        if "icon" in link.attributes.get("rel", "") and CEOP.search(
            link.attributes.get("href", "")
        ):
            yield link.line, "The page's icon is CEOP's."


MARKED = re.compile(r"^http:|utm_|[?&]", re.IGNORECASE)
"""An address that is not safe, or that tells where somebody comes from."""


def link_in_words(hosted: Hosted) -> Iterator[Broken]:
    """A text link to CEOP that leads elsewhere."""
    for link in hosted.page.find("a"):
        href = link.attributes.get("href", "")
        host = re.match(r"(?:\w+:)?//(?:www\.)?ceop\.police\.uk", href, re.IGNORECASE)
        there = href.rstrip("/").lower() == SAFETY_CENTRE
        other_page = "safety-cent" not in href.lower()
        if host and not there and not link.find("img") and (MARKED.search(href) or other_page):
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


def fetches(hosted: Hosted) -> Iterator[Broken]:
    """Anything that the page gets from elsewhere, or tells somebody."""
    if not (hosted.buttons or hosted.is_guide):
        return
    for element in hosted.page.all():
        for name in ("src", "srcset", "data", "poster", "href"):
            value = element.attributes.get(name, "").strip()
            away = value.startswith(("http:", "https:", "//"))
            if away and element.tag in FETCHING:
                yield element.line, f"A <{element.tag}> fetches {value[:60]}."
    for script in hosted.page.find("script"):
        text = "".join(map(str, script.inside))
        if not hosted.is_guide and _TELLS.search(text):
            yield script.line, "A script tells somebody else of the visit."
    for style in hosted.page.find("style"):
        if re.search(r"@import|url\(\s*['\"]?(https?:)?//", "".join(map(str, style.inside))):
            yield style.line, "A style fetches something from elsewhere."


_TELLS = re.compile(r"https?://|gtag|fbq|dataLayer|analytics|sendBeacon")
"""What a script holds that tells somebody else of a visit."""
FETCHING = ("script", "link", "img", "iframe", "source", "video", "audio", "embed", "object")


def without_help(hosted: Hosted) -> Iterator[Broken]:
    """A page of the guide without its help."""
    if hosted.is_guide:
        text = hosted.page.text()
        for number in (EMERGENCY, CHILDLINE):
            if number not in text:
                yield 1, f"{number} is not in view."
