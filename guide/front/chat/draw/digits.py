"""A number in big digits, three lines high: what a person in a hurry has to find at a glance.

Drawn of half blocks, which every font of a terminal has; Textual's own would need a widget, and
the first screen is painted without any.
"""

_DIGITS = {
    "0": ("█▀▀█", "█  █", "█▄▄█"),
    "1": (" ▄█ ", "  █ ", " ▄█▄"),
    "2": ("▀▀▀█", "█▀▀▀", "█▄▄▄"),
    "3": ("▀▀▀█", " ▀▀█", "▄▄▄█"),
    "4": ("█  █", "▀▀▀█", "   █"),
    "5": ("█▀▀▀", "▀▀▀█", "▄▄▄█"),
    "6": ("█▀▀▀", "█▀▀█", "█▄▄█"),
    "7": ("▀▀▀█", "  ▄▀", " █  "),
    "8": ("█▀▀█", "█▀▀█", "█▄▄█"),
    "9": ("█▀▀█", "▀▀▀█", "▄▄▄█"),
    " ": ("  ", "  ", "  "),
}


def big_digits(number: str) -> tuple[str, ...]:
    """The number in three lines of equal width; none where it has other signs than digits."""
    if not number.strip() or not _DIGITS.keys() >= set(number):
        return ()
    return tuple("  ".join(_DIGITS[sign][row] for sign in number) for row in range(3))
