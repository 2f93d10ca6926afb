"""The one widget of the chat: a screen full of lines. Nothing is ever mounted or laid out."""

from collections.abc import Sequence
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from guide.front.cells import cells
from guide.front.chat.draw.text import Action, ScreenLine
from guide.front.chat.draw.themes import Look, Theme
from guide.front.chat.page import action_at


class Canvas(Widget):
    """Shows lines in the colours of a theme, and tells what was pressed on it."""

    DEFAULT_CSS = "Canvas { width: 100%; height: 100%; background: ansi_default; }"

    class Pressed(Message):
        """Something on the canvas was pressed with the mouse or a finger."""

        def __init__(self, action: Action) -> None:
            self.action = action
            super().__init__()

    class Dragged(Message):
        """A finger, or a mouse with its button held, drew what is read up by so many lines."""

        def __init__(self, lines: int) -> None:
            self.lines = lines
            super().__init__()

    class Resized(Message):
        """The canvas has another size now."""

        def __init__(self, size: Size) -> None:
            self.size = size
            super().__init__()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lines: tuple[ScreenLine, ...] = ()
        self._theme = theme
        self._held: int | None = None
        """The line where what is held down was last."""
        self._was_dragged = False

    def show(self, lines: Sequence[ScreenLine], theme: Theme) -> None:
        """Show these lines; only those that changed are painted."""
        before, self._lines = self._lines, tuple(lines)
        if theme is not self._theme or len(before) != len(self._lines):
            self._theme = theme
            self.refresh()
            return
        changed = [y for y, line in enumerate(self._lines) if line != before[y]]
        if changed:
            first, last = changed[0], changed[-1]
            self.refresh(Region(0, first, self.size.width, last - first + 1))

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        if y >= len(self._lines):
            return Strip.blank(self.size.width, _style(self._theme.look("page"), ""))
        line = self._lines[y]
        look = self._theme.look
        segments = [Segment(span.text, _style(look(span.role), span.link)) for span in line]
        return Strip(segments, sum(cells(span.text) for span in line))

    def on_resize(self, event: events.Resize) -> None:
        """Tell it, so that the lines are made to fit."""
        self.post_message(self.Resized(event.size))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """See where a drag may begin."""
        self._held, self._was_dragged = event.y, False

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go along with what is dragged."""
        if self._held is None or not event.button:
            self._held = None
        elif lines := self._held - event.y:
            self._held, self._was_dragged = event.y, True
            self.post_message(self.Dragged(lines))

    def on_mouse_up(self) -> None:
        """Nothing is held any more."""
        self._held = None

    def on_click(self, event: events.Click) -> None:
        """Find out what was pressed; what was dragged was not."""
        if self._was_dragged:
            return
        if event.y < len(self._lines) and (action := action_at(self._lines[event.y], event.x)):
            self.post_message(self.Pressed(action))


@lru_cache(maxsize=256)
def _style(look: Look, link: str) -> Style:
    return Style(
        color=_colour(look.ink),
        bgcolor=_colour(look.ground),
        bold=look.bold,
        underline=look.underline,
        reverse=look.reverse,
        link=link or None,
    )


def _colour(colour: str) -> Color:
    if not colour:
        return Color.default()
    return Color.parse(colour) if colour.startswith("#") else Color.from_ansi(int(colour))
