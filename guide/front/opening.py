"""The first screen: what this is, with how to hide it in the same breath."""

from __future__ import annotations

from guide.conversation.events import Asked, Said
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.conversation.conversation import Events


def first_screen(begun: Events, hiding: Said) -> Events:
    """What is said and asked first, with how this front end hides at the end of its first line.

    Where nothing is said first, how to hide is said before what is asked or told.
    """
    for number, event in enumerate(begun):
        if isinstance(event, Asked):
            break
        if isinstance(event, Said):
            english = f"{event.english} {hiding.english}".strip() if event.english else ""
            line = Said(" ".join((event.text, hiding.text)), english)
            return (*begun[:number], line, *begun[number + 1 :])
    return (hiding, *begun)
