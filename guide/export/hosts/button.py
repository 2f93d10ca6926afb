"""CEOP's button on a page: what is taken for one, and the file it is."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from guide.export.hosts.dom import Element

SAFETY_CENTRE = "https://www.ceop.police.uk/safety-centre"
"""The one address that the button and a text link may lead to."""
_NAMES_IT = re.compile(
    r"ceop|safety.?cent(?:re|er)|child.?exploitation.{1,5}online.?protection"
    r"|national.?crime.?agency|(?<![a-z])nca(?![a-z])",
    re.IGNORECASE,
)
"""CEOP by its short name or its whole one, its Safety Centre, or the agency that it is part of."""
_DATA = re.compile(r"data:([^;,]*)((?:;[^;,]*)*),(.*)", re.DOTALL)
_DRAWN = re.compile(r"url\(\s*['\"]?(data:[^)'\"\s]*)", re.IGNORECASE)
"""A picture in a style, wherever that puts it: in a background, a list's mark, a name for later."""
GIF = (b"GIF87a", b"GIF89a")
_PICTURES = ("img", "svg", "picture", "object", "embed", "iframe", "canvas")
_SHOWN = (*_PICTURES, "input", "video")
_NAMES = ("alt", "title", "aria-label", "id", "class", "data-name", "value")
_SOURCES = ("src", "data-src", "srcset", "data", "poster", "href", "xlink:href")
_PARTS = ("source", "image", "use")
"""What a picture is put together from."""
_UNFOLDS = frozenset({"aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"})
"""What a <button> has that opens a part of the page, whatever that is about."""


class EmbeddedImage(NamedTuple):
    """A picture in a page: where its bytes are known, what they are."""

    kind: str
    """Such as image/gif; empty where the page only names a file."""
    data: bytes
    """Empty where they are not in the page."""

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height of a GIF in pixels (GIF89a specification, section 18)."""
        if self.data[:6] not in GIF or len(self.data) < 10:
            return None
        width, height = (int.from_bytes(self.data[at : at + 2], "little") for at in (6, 8))
        return width, height


# Each rule for hosts asks for the buttons of the page that it looks at.
@lru_cache(maxsize=2)
def buttons(page: Element, official: bytes = b"") -> list[Element]:
    """Every picture that stands for CEOP, that leads to it, or that is its button to the byte.

    A link to CEOP without a word or a picture element shows a picture by its style.
    """
    named = [element for element in page.all() if _stands_for_it(element)]
    pictures = {embedded_image(element).data for element in named} | {official}
    known = pictures - {b""}
    return [
        element
        for element in page.all()
        if element in named
        or (element.tag in _SHOWN and any(data in known for data in _pictures_in(element)))
    ]


def _pictures_in(element: Element) -> Iterator[bytes]:
    """The bytes of every picture that the page holds for an element and its parts."""
    for part in (element, *element.find(*_PARTS)):
        for name in _SOURCES:
            # Of a list of sizes each entry ends with a blank and its size.
            for address in part.attributes.get(name, "").split():
                yield _embedded(address).data


def drawn_by(style: str, picture: bytes) -> bool:
    """Whether a style holds this very picture."""
    return bool(picture) and any(_embedded(each).data == picture for each in _DRAWN.findall(style))


def tells_it(address: str) -> bool:
    """Whether the name of a file says that it is the button."""
    return bool(_NAMES_IT.search(address))


def says_report(link: Element) -> bool:
    """Whether a link's words say that it is the button; one that shows its address is no button."""
    words = link.text()
    named = bool(_NAMES_IT.search(words) and _PRESSED.search(words))
    return named and not shows_address(link)


def shows_address(link: Element) -> bool:
    """Whether a link's words are an address."""
    return bool(_ADDRESS.search(link.text()))


_PRESSED = re.compile(r"report|abuse|click|press|safety.?cent|^\W*ceop\W*$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)


def _stands_for_it(element: Element) -> bool:
    if element.tag == "a":
        leads = element.attributes.get("href", "")
        bare = not element.text() and not element.find(*_SHOWN)
        return bare and bool(_NAMES_IT.search(leads))
    if not _is_picture(element):
        return False
    link = link_of(element)
    names = [link.attributes.get("href", "") if link else ""]
    names += [name for part in _put_together(element) for name in _called(part)]
    return bool(_NAMES_IT.search(" ".join(names)))


def _is_picture(element: Element) -> bool:
    """Whether an element is a picture, or is pressed and drawn by the page itself."""
    match element.tag:
        case "button":
            return not _UNFOLDS & set(element.attributes)
        case "input":
            return element.attributes.get("type", "").lower() in ("image", "button", "submit")
        case "video":
            # A film that a person starts is a film; one that runs by itself is a picture.
            return "controls" not in element.attributes
    return element.tag in _PICTURES


def _put_together(element: Element) -> Iterator[Element]:
    yield element
    yield from element.find(*_PARTS)


def _called(element: Element) -> Iterator[str]:
    """What an element is called, by its attributes, its files and, where pressed, its words."""
    yield from (element.attributes.get(name, "") for name in _NAMES)
    sources = (element.attributes.get(name, "") for name in _SOURCES)
    yield from (source for source in sources if not source.startswith("data:"))
    if element.tag == "button":
        yield element.text()


def link_of(element: Element) -> Element | None:
    """The link that an element is or stands in, or None."""
    return next((each for each in (element, *element.within()) if each.tag == "a"), None)


def embedded_image(element: Element) -> EmbeddedImage:
    """What the page holds of a picture."""
    return _embedded(element.attributes.get("src") or element.attributes.get("href", ""))


def _embedded(address: str) -> EmbeddedImage:
    match = _DATA.fullmatch(address.rstrip(","))
    if not match:
        return EmbeddedImage("", b"")
    kind, parameters, data = match.groups()
    try:
        raw = b64decode(data, validate=True) if ";base64" in parameters else unquote_to_bytes(data)
    except Error:
        raw = b""
    return EmbeddedImage(kind.lower(), raw)


def leads_there(address: str) -> bool:
    """Whether an address is the Safety Centre's: capitals and a last slash change nothing."""
    return address.strip().removesuffix("/").lower() == SAFETY_CENTRE
