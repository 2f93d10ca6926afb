"""The talk of a kiosk."""

from guide.front.chat.buttons import PLAIN, Button
from guide.front.chat.talk import Talk


class KioskTalk(Talk):
    """A chat without the way to plain mode: a kiosk has only this screen."""

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons at the foot, but for plain mode."""
        return tuple(button for button in super().buttons if button is not PLAIN)
