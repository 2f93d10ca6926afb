"""Whether the words in an element are seen, and can be read: its ink, its ground, its size.

What must be said counts only where it is known to be shown. Styles are read as far as they say a
colour or a size; words on a picture, a gradient or a colour that only a browser knows are taken to
be readable, so that no honest page is refused for them.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from guide.export.hosts.colours import Colour, colour, contrast, mixed
from guide.export.hosts.dom import HIDDEN, Element

_LEAST_CONTRAST = 1.5
"""Of ink to ground, from 1 to 21 (WCAG 2.2). Pages ask for 4.5, and grey on grey has 2: what is
below this nobody reads."""
_LEAST_SIZE = 7.0
"""Pixels. The smallest print on a page has 9."""
_LEAST_ROOM = 10.0
"""Pixels: no line of words is seen in less."""
_NOT_SAID = frozenset(
    {"select", "option", "optgroup", "textarea", "datalist", "svg", "canvas", "video", "audio"}
    | {"meter", "progress", "noframes", "rp", "iframe", "object", "embed", "del", "s", "strike"}
)
"""Elements whose words are not seen, are seen once something is opened, or are struck out."""
_SMALLER = frozenset({"small", "sub", "sup", "rt"})
_SIZE = re.compile(r"(\d*\.?\d+)(px|pt|r?em|%|vw)?", re.IGNORECASE)
_PIXELS = {"px": 1.0, "pt": 4 / 3, "rem": 16.0, "vw": 3.6, "": 1.0}
_KEYWORDS = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0}
_IN_FONT = re.compile(r"(?:^|\s)(\d*\.?\d+(?:px|pt|r?em|%|vw))(?:/|\s)")
_SCALED = re.compile(r"scale[XY]?\(\s*(\d*\.?\d+)(%)?(?:\s*,\s*(\d*\.?\d+))?", re.IGNORECASE)
_OPAQUE = re.compile(r"(?:^|opacity\(\s*)(\d*\.?\d+)(%)?", re.IGNORECASE)
_FAR = re.compile(
    r"(?:^|;)(?:left|right|top|bottom|inset[-\w]*|margin[-\w]*|text-indent|translate|transform)"
    r":[^;]*?(?:-\d{3,}|\b\d{4,}px|\b\d{3,}v[wh])",
    re.IGNORECASE,
)
"""So far to a side that no screen shows it."""
_UNSEEN = re.compile(
    r"(?:^|;)(?:letter-spacing:-(?:0?\.[3-9]|[1-9]\d*(?:em|px))|line-height:0(?:px|em|%)?(?:;|$)"
    r"|filter:[^;]*blur\(\s*[1-9]|transform:[^;]*rotate[XY]\(|-webkit-text-security:(?!none)"
    r"|clip-path:(?:circle|ellipse)\(\s*0|text-decoration(?:-line)?:[^;]*line-through|z-index:-"
    r"|mask(?:-image)?:[^;]*gradient\((?:\s*,?\s*transparent\s*)+\))",
    re.IGNORECASE,
)
"""Other styles by which words cannot be read, stand behind the page, or are struck out."""
_NO_COLOUR = frozenset({"inherit", "none", "unset", "currentcolor", "transparent", "initial", ""})
"""Values by which what is around an element holds."""
_DRAWN = re.compile(r"url\(|gradient\(|image-set\(", re.IGNORECASE)


class Legibility(NamedTuple):
    """How words look that stand in an element; what is around it is passed on to it."""

    size: float = 16.0
    """Of its letters, in pixels of the page."""
    scale: float = 1.0
    """By how much all of it is drawn larger or smaller."""
    ink: Colour | None = (0, 0, 0)
    ground: Colour | None = (255, 255, 255)
    """None where it may be any."""
    opacity: float = 1.0

    @property
    def is_legible(self) -> bool:
        """Whether words can be read that look so."""
        if self.size * self.scale < _LEAST_SIZE:
            return False
        if self.ink is None or self.ground is None:
            return self.opacity > _LEAST_OPACITY
        seen = mixed(self.ink, self.ground, self.opacity)
        return contrast(seen, self.ground) >= _LEAST_CONTRAST

    def within(self, element: Element, declared: Mapping[str, str]) -> "Legibility":
        """How words look in an element that stands in what looks so."""
        ground = self._ground_of(element, declared)
        ink = declared.get("-webkit-text-fill-color", declared.get("color", ""))
        if not ink and element.tag == "font":
            ink = element.attributes.get("color", "")
        inked = self.ink
        if ink.lower() not in _NO_COLOUR:
            inked = colour(ink, ground or (255, 255, 255))
        scale = self.scale * _scale(declared.get("transform", ""))
        scale *= _scale(f"scale({declared.get('scale', 1)}") * _scale(
            f"scale({declared.get('zoom', 1)}"
        )
        opacity = self.opacity * _share(declared.get("opacity", ""))
        opacity *= _share(declared.get("filter", ""), "opacity(")
        return Legibility(self._size_of(element, declared), scale, inked, ground, opacity)

    def _size_of(self, element: Element, declared: Mapping[str, str]) -> float:
        size = declared.get("font-size", "")
        if not size and (short := _IN_FONT.search(declared.get("font", ""))):
            size = short[1]
        usual = self.size * 0.83 if element.tag in _SMALLER else self.size
        if match := _SIZE.fullmatch(size):
            unit = (match[2] or "").lower()
            each = {"em": self.size, "%": self.size / 100}.get(unit) or _PIXELS[unit]
            return float(match[1]) * each
        return _KEYWORDS.get(size.lower(), usual)

    def _ground_of(self, element: Element, declared: Mapping[str, str]) -> Colour | None:
        value = declared.get("background-color", declared.get("background", ""))
        drawn = f"{declared.get('background', '')} {declared.get('background-image', '')}"
        if _DRAWN.search(drawn) or "background" in element.attributes:
            return None
        value = value or element.attributes.get("bgcolor", "")
        if value.lower() in _NO_COLOUR:
            return self.ground
        return colour(value, self.ground or (255, 255, 255))


_LEAST_OPACITY = 0.2


def is_shown(element: Element, declared: Mapping[str, str]) -> bool:
    """Whether the words in an element are in view as the page comes, whatever they look like."""
    attributes = element.attributes
    if element.is_hidden or element.tag in _NOT_SAID or {"popover", "inert"} & attributes.keys():
        return False
    if attributes.get("aria-hidden", "").lower() == "true":
        return False
    if element.tag == "dialog" and "open" not in attributes:
        return False
    folder = element.parent
    if folder and folder.tag == "details" and "open" not in folder.attributes:
        return element.tag == "summary"
    css = ";".join(f"{name}:{value}" for name, value in declared.items())
    if HIDDEN.search(css) or _FAR.search(css) or _UNSEEN.search(css):
        return False
    return not (_is_cut(declared) and _has_no_room(declared))


def _is_cut(declared: Mapping[str, str]) -> bool:
    cuts = (value for name, value in declared.items() if name.startswith("overflow"))
    return any(re.search(r"hidden|clip", value) for value in cuts)


def _has_no_room(declared: Mapping[str, str]) -> bool:
    """Whether what is cut off shows no line, or none whole."""
    if declared.get("white-space") == "nowrap":
        return True
    rooms = (declared.get(name, "") for name in ("height", "max-height", "width", "max-width"))
    sized = (match for room in rooms if (match := _SIZE.fullmatch(room)) and match[2] != "%")
    return any(
        float(match[1]) * {"em": 16.0}.get(match[2] or "", _PIXELS.get(match[2] or "", 1.0))
        < _LEAST_ROOM
        for match in sized
    )


def _scale(transform: str) -> float:
    """By how much a transform draws an element smaller, on its smaller side."""
    if not (match := _SCALED.search(transform)):
        return 1.0
    each = [float(number) for number in (match[1], match[3]) if number]
    return min(each) / (100 if match[2] else 1)


def _share(value: str, function: str = "") -> float:
    """How much of an element is there, of 1."""
    if function and function not in value:
        return 1.0
    match = _OPAQUE.search(value)
    return min(float(match[1]) / (100 if match[2] else 1), 1.0) if match else 1.0
