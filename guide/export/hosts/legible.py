"""Whether what a page says can be read: its ink on its ground, and its size.

Styles are read as far as they say a colour or a size outright. What is drawn by a picture, a
gradient or a name for later is taken to be readable, so that no honest page is refused for it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from guide.export.hosts.dom import Element
from guide.export.hosts.styles import declared_values

_LEAST_CONTRAST = 1.5
"""Of ink to ground, from 1 to 21 (WCAG 2.2). Pages ask for 4.5, and grey on grey has 2: what is
below this nobody reads."""
_LEAST_SIZE = 6.0
"""Pixels. The smallest print on a page has 9."""
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16, "": 1.0}
"""How many pixels a unit has, at the size of letters that browsers begin with."""
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_NAMED = {
    "white": _WHITE,
    "black": _BLACK,
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "azure": (240, 255, 255),
    "mintcream": (245, 255, 250),
    "seashell": (255, 245, 238),
    "silver": (192, 192, 192),
    "grey": (128, 128, 128),
    "gray": (128, 128, 128),
    "navy": (0, 0, 128),
    "red": (255, 0, 0),
    "yellow": (255, 255, 0),
    "lightyellow": (255, 255, 224),
    "blue": (0, 0, 255),
    "green": (0, 128, 0),
}
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b", re.IGNORECASE)
_RGB = re.compile(
    r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*(1|1\.0+|100%)\s*)?\)", re.IGNORECASE
)
_SIZE = re.compile(r"(\d*\.?\d+)(px|pt|r?em|%)?", re.IGNORECASE)
Colour = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""
_Value = TypeVar("_Value")


def is_legible(element: Element, styles: Sequence[Element]) -> bool:
    """Whether the words that stand right in an element can be read."""
    sizes = _nearest(element, styles, ("font-size",), _pixels, 16.0)
    if sizes and max(sizes) < _LEAST_SIZE:
        return False
    inks = _nearest(element, styles, ("-webkit-text-fill-color", "color"), _colour, _BLACK)
    grounds = _nearest(element, styles, ("background", "background-color"), _colour, _WHITE)
    contrasts = [_contrast(ink, ground) for ink in inks for ground in grounds]
    return not contrasts or max(contrasts) >= _LEAST_CONTRAST


def _nearest(
    element: Element,
    styles: Sequence[Element],
    names: Iterable[str],
    read: Callable[[str], _Value | None],
    at_first: _Value,
) -> list[_Value]:
    """The values that may be an element's, by the nearest that has one; none where unsure."""
    for each in (element, *element.within()):
        declared = (value for name in names for value in declared_values(each, name, styles))
        own = [value for value in declared if value.lower() not in _PASSES_ON]
        if own:
            values = [read(value) for value in own]
            known = [value for value in values if value is not None]
            return known if len(known) == len(values) else []
    return [at_first]


_PASSES_ON = ("inherit", "transparent", "none", "unset", "currentcolor")
"""Values by which what is around an element holds."""


def _pixels(value: str) -> float | None:
    match = _SIZE.fullmatch(value)
    return float(match[1]) * _PIXELS[(match[2] or "").lower()] if match else None


def _colour(value: str) -> Colour | None:
    """A colour that hides what is under it; None where it may be another one."""
    if rgb := _RGB.fullmatch(value):
        red, green, blue = (min(int(part), 255) for part in rgb.groups()[:3])
        return red, green, blue
    if hexed := _HEX.fullmatch(value):
        digits = hexed[1]
        if len(digits) in (3, 4):
            digits = "".join(digit * 2 for digit in digits)
        if digits[6:].lower() not in ("", "ff"):
            return None
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    return _NAMED.get(value.lower())


def _contrast(ink: Colour, ground: Colour) -> float:
    """How well one colour is seen on another: from 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    """From 0, black, to 1, white (WCAG 2.2, relative luminance)."""
    parts = [part / 255 for part in colour]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
