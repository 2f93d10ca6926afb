"""How much room a text has on a screen of 40 columns."""

from guide.flow.model import Text

# The narrowest window the chat opens in.
_LINE = 40

BY_PART = {"help": 2 * _LINE, "title": 3 * _LINE, "say": 3 * _LINE, "name": _LINE + _LINE // 2}
"""Characters by the last part of an address: help lines in two lines, answers in three."""
BUTTON = 18
_LONGEST = 600
"""Characters of any one text: a screen holds about this many."""


def room_for(text: Text) -> int:
    """About how many characters fit, where there is little room; else 0."""
    address = text.address
    if address.startswith("guide.button."):
        return BUTTON
    last = address.rpartition(".")[2]
    if last == "say" and ".options." not in address:
        return 0
    return BY_PART.get(last, 0) if not address.startswith("guide.") else 0


def limit_for(text: Text) -> int:
    """How many characters a translation may have before it is called far too long."""
    room = room_for(text)
    return max(room, len(text.source) * 3 // 2) if room else min(_LONGEST, _grown(text))


def _grown(text: Text) -> int:
    """Short words may grow much, long sentences by a good half."""
    return len(text.source) * 9 // 5 + _LINE
