"""CEOP's button on a page: what is taken for one, and the file it is."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from guide.export.hosts.dom import Element

SAFETY_CENTRE = "https://www.ceop.police.uk/safety-centre"
"""The one address that the button and a text link may lead to."""
_NAMES_IT = re.compile(r"ceop|safety.?centre", re.IGNORECASE)
_DATA = re.compile(r"data:([^;,]*)((?:;[^;,]*)*),(.*)", re.DOTALL)
GIF = (b"GIF87a", b"GIF89a")
_PICTURES = ("img", "svg", "picture", "object", "embed", "iframe")
_SHOWN = (*_PICTURES, "input", "video", "canvas")


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


def buttons(page: Element) -> Iterator[Element]:
    """Every picture that stands for CEOP, or that leads to it.

    A link to CEOP without a word or a picture element shows a picture by its style.
    """
    for element in page.all():
        leads = element.attributes.get("href", "") if element.tag == "a" else ""
        if leads and _NAMES_IT.search(leads) and not element.text() and not element.find(*_SHOWN):
            yield element
        elif element.tag in _PICTURES or (
            element.tag == "input" and element.attributes.get("type") == "image"
        ):
            named = " ".join(
                element.attributes.get(name, "")
                for name in ("alt", "title", "aria-label", "id", "class", "data-name")
            )
            source = element.attributes.get("src", "")
            if not source.startswith("data:"):
                named += f" {source}"
            link = link_of(element)
            leads = link.attributes.get("href", "") if link else ""
            if _NAMES_IT.search(f"{named} {leads}"):
                yield element


def link_of(element: Element) -> Element | None:
    """The link that an element is or stands in, or None."""
    return next((each for each in (element, *element.within()) if each.tag == "a"), None)


def embedded_image(element: Element) -> EmbeddedImage:
    """What the page holds of a picture."""
    source = element.attributes.get("src") or element.attributes.get("href", "")
    match = _DATA.fullmatch(source)
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
