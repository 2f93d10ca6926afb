"""What each key does. Letters and digits are typed: an answer's number, its words, or a story."""

from collections.abc import Callable

from guide.front.chat.draw import buttons
from guide.front.chat.draw.scroll import UNSELECTED, ScrollView
from guide.front.chat.draw.text import Action
from guide.front.chat.state import ChatState

BUTTON_OF = {button.key: button for button in buttons.ALL}

_READ: dict[str, Callable[[ScrollView, int], None]] = {
    "up": lambda leaf, room: leaf.move(-1, room),
    "down": lambda leaf, room: leaf.move(1, room),
    "pageup": lambda leaf, room: leaf.scroll(2 - room, room),
    "pagedown": lambda leaf, room: leaf.scroll(room - 2, room),
    "home": lambda leaf, room: leaf.scroll(-len(leaf.lines), room),
    "end": lambda leaf, room: leaf.scroll(len(leaf.lines), room),
}
"""Keys that move about in what is read, where `room` lines of it are in view."""

_ALONG = {"tab": 1, "right": 1, "shift+tab": -1, "left": -1}
"""Keys that go along the buttons."""

_IN_LINE = {"right": 1, "left": -1}
"""Keys that move the cursor, once something is typed."""


def pressed(talk: ChatState, key: str, character: str | None, room: int) -> Action | None:
    """What a key asks for, where `room` lines can be read; moving and typing are done at once."""
    if key == "enter":
        return _entered(talk, room)
    if key == "ctrl+u":
        talk.clear()
    elif key == "backspace" and talk.typed:
        talk.erase()
    elif key in BUTTON_OF and not (talk.typed and character):
        button = BUTTON_OF[key]
        return button.does if button in talk.buttons else None
    elif key == "space" and not talk.typed:
        # No line begins with a blank: a digit after it would be a word, and no answer.
        talk.leaf.scroll(room - 2, room)
    elif key in _READ:
        _READ[key](talk.leaf, room)
    elif key in _IN_LINE and talk.typed:
        talk.go_along(_IN_LINE[key])
    elif (
        key == "tab" and talk.button == talk.leaf.selected == UNSELECTED and talk.leaf.open.choices
    ):
        talk.leaf.move(1, room)
    elif key in _ALONG:
        talk.next_button(_ALONG[key])
    elif character and character.isprintable():
        return talk.type(character)
    return None


def _entered(talk: ChatState, room: int) -> Action | None:
    if talk.button != UNSELECTED:
        return talk.foot[talk.button].does
    if talk.typed:
        return talk.send()
    if talk.leaf.selected != UNSELECTED:
        return talk.leaf.items[talk.leaf.selected].does
    talk.leaf.move(1, room)
    return None
