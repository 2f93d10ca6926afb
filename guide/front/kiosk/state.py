"""The talk of a kiosk, and how each visit begins one."""

from collections.abc import Callable

from guide.front.chat.draw.buttons import PLAIN, Button
from guide.front.chat.state import ChatState

BeginVisit = Callable[[str], ChatState]
"""Makes a talk that nobody has had, in the language of a code; the first one for an empty code."""


class KioskTalk(ChatState):
    """A chat without the way to plain mode: a kiosk has only this screen."""

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons at the foot, but for plain mode."""
        return tuple(button for button in super().buttons if button is not PLAIN)
