"""Colours as styles write them, and how well one is seen on another."""

import re
from colorsys import hls_to_rgb

_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_NAMED = {
    "white": _WHITE,
    "black": _BLACK,
    "canvas": _WHITE,
    "canvastext": _BLACK,
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "azure": (240, 255, 255),
    "aliceblue": (240, 248, 255),
    "honeydew": (240, 255, 240),
    "linen": (250, 240, 230),
    "mintcream": (245, 255, 250),
    "seashell": (255, 245, 238),
    "lightgray": (211, 211, 211),
    "lightgrey": (211, 211, 211),
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
_PART = r"\s*(-?\d*\.?\d+)(%|deg|turn)?"
_FUNCTION = re.compile(
    rf"(rgb|hsl)a?\({_PART}[\s,]+{_PART}[\s,]+{_PART}(?:\s*[,/]\s*(\d*\.?\d+)(%)?)?\s*\)",
    re.IGNORECASE,
)
Colour = tuple[float, float, float]
"""Red, green and blue, from 0 to 255."""


def colour(value: str, ground: Colour) -> Colour | None:
    """What is seen of a colour on a ground; None where it may be any."""
    if named := _NAMED.get(value.lower()):
        return named
    if hexed := _HEX.fullmatch(value):
        digits = hexed[1]
        if len(digits) in (3, 4):
            digits = "".join(digit * 2 for digit in digits)
        red, green, blue, alpha = (int(f"{digits}ff"[at : at + 2], 16) for at in (0, 2, 4, 6))
        return mixed((red, green, blue), ground, alpha / 255)
    if function := _FUNCTION.fullmatch(value):
        return mixed(_of_function(function), ground, _share(function[8], function[9], 1))
    return None


def _of_function(function: re.Match[str]) -> Colour:
    parts = [(float(function[at]), function[at + 1]) for at in (2, 4, 6)]
    if function[1].lower() == "rgb":
        red, green, blue = (
            min(max(number * (2.55 if unit == "%" else 1), 0), 255) for number, unit in parts
        )
        return red, green, blue
    (hue, unit), (saturation, _), (lightness, _) = parts
    turn = hue if unit == "turn" else hue / 360
    red, green, blue = hls_to_rgb(turn % 1, min(lightness, 100) / 100, min(saturation, 100) / 100)
    return red * 255, green * 255, blue * 255


def _share(number: str | None, unit: str | None, whole: float) -> float:
    return whole if number is None else min(float(number) / (100 if unit else 1), 1)


def mixed(ink: Colour, ground: Colour, share: float) -> Colour:
    """What is seen of an ink that lets the ground through: a share of 1 hides it."""
    red, green, blue = (
        share * upper + (1 - share) * lower for upper, lower in zip(ink, ground, strict=True)
    )
    return red, green, blue


def contrast(ink: Colour, ground: Colour) -> float:
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
