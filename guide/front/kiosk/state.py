"""The talk of a kiosk."""

from guide.front.chat.draw.buttons import PLAIN, Button
from guide.front.chat.state import ChatState


class KioskTalk(ChatState):
    """A chat without the way to plain mode: a kiosk has only this screen."""

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons at the foot, but for plain mode."""
        return tuple(button for button in super().buttons if button is not PLAIN)
