"""The chat as a Textual app: keys and presses to ChatState, its page to the canvas."""

from collections.abc import Callable

from textual import events
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.geometry import Offset, Size

from guide.conversation.phrases import THEMES
from guide.front.chat import keys
from guide.front.chat.cover import cover_page
from guide.front.chat.draw import themes
from guide.front.chat.draw.canvas import Canvas
from guide.front.chat.draw.text import Action
from guide.front.chat.draw.themes import Theme
from guide.front.chat.page import Page, draw_page
from guide.front.chat.state import ChatState
from guide.front.codes import HIDE_CURSOR, SHOW_CURSOR, cursor_in

# A switch that bounces, or a key held a little long, sends a digit again well within this; a second
# question cannot be read in it.
BOUNCE = 0.3
"""Seconds within which the digit that gave an answer, pressed again, is taken for a bounce."""

# More would move what is being read out of sight.
SCROLLED = 3
"""Lines that one turn of a mouse wheel moves by."""


class GuideApp(App[str]):
    """Holds a ChatState. `hide` is called to leave at once; it does not come back in a terminal.

    Ends by itself only to go on in plain mode; `broken` then holds what went wrong, if anything.
    """

    CSS = "Screen { background: ansi_default; }"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self,
        talk: ChatState,
        theme: Theme,
        hide: Callable[[], object],
        driver: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver, ansi_color=True)
        self.animation_level = "none"
        self.broken: Exception | None = None
        self.talk = talk
        self.look = theme
        self.page: Page | None = None

        def leave() -> None:
            self.talk.be_silent()
            hide()

        self._hide = leave
        self.covered = False
        """Whether a cover hides the talk, which waits behind it as it is."""
        self._answered = ("", -BOUNCE)
        """The digit that gave an answer last, and when."""
        self._fitted = Size(0, 0)
        self._shown_later = False

    def compose(self) -> ComposeResult:
        """One canvas."""
        yield Canvas(self.look)

    def drawn(self) -> Page:
        """The talk as it is now, or the cover over it."""
        draw = cover_page if self.covered else draw_page
        return draw(self.talk, *self._fitted)

    def show(self) -> None:
        """Show the talk as it is now."""
        self.page = self.drawn()
        self.show_page(self.page)

    def show_page(self, page: Page) -> None:
        """Show these lines, and the terminal's own cursor where a person is on them.

        Magnifiers, braille displays and screen readers follow it.
        """
        self.query_one(Canvas).show(page.painted, self.look)
        if page.cursor:
            self.cursor_position = Offset(*page.cursor)
        if self._driver:
            self._driver.write(SHOW_CURSOR if page.cursor else HIDE_CURSOR)

    def on_mount(self) -> None:
        """Show the first screen; then, while it is read, get ready for the first answer."""
        self._fitted = self.size
        self.show()
        self.call_after_refresh(self.talk.conversation.prepare)

    def on_canvas_resized(self, message: Canvas.Resized) -> None:
        """Fit the talk to the window, with the same words in view."""
        self._fitted = message.size
        self.show()

    # -- what a person does

    async def on_event(self, event: events.Event) -> None:
        """Keys go to the talk and nowhere else; what is pasted is typed."""
        if isinstance(event, events.Key):
            self._press(event)
        elif isinstance(event, events.Paste):
            if not self._uncovered():
                self.talk.paste(event.text)
            self.show()
        else:
            await super().on_event(event)

    def _press(self, event: events.Key) -> None:
        key = event.key
        if key in ("ctrl+c", "ctrl+backslash") or (key == "escape" and self.covered):
            self._hide()
        elif key == "escape" or self.covered:
            self.talk.be_silent()
            self.covered = not self.covered
            self.show()
        else:
            self.talk.by_hand = self.talk.keyboard = False
            self._pressed(event)

    def _pressed(self, event: events.Key) -> None:
        """Pass a key on to the talk, unless it is one that bounced.

        When it was typed counts: on a busy machine it may be heard much later, with the next ones.
        """
        self.talk.remark = None
        key, now = event.key, event.time
        if key == self._answered[0] and now - self._answered[1] < BOUNCE:
            return
        room = self.page.height if self.page else 0
        if action := keys.pressed(self.talk, key, event.character, room):
            answers = key.isdecimal() and action.what in ("choose", "change-to")
            self._answered = (key, now) if answers else ("", now)
            self.do(action)
        elif not self.message_queue_size:
            self.show()
        elif not self._shown_later:
            # Drawing takes longer than a key: of keys that come in one burst, as from a terminal
            # that marks no paste, none but the last is drawn, or what hides waits behind them all.
            self._shown_later = True
            self.call_later(self._show_after_all)

    def _show_after_all(self) -> None:
        self._shown_later = False
        self.show()

    def _uncovered(self) -> bool:
        """Take the cover off, where there is one; whether there was."""
        was, self.covered = self.covered, False
        return was

    def on_canvas_pressed(self, message: Canvas.Pressed) -> None:
        """Something was pressed by hand; what uncovers does nothing else."""
        if not self.talk.by_hand and not self.covered:
            self.talk.by_hand = True
            self.show()  # what it does, it does to the lines as a finger needs them
        self.do(message.action)

    def on_canvas_dragged(self, message: Canvas.Dragged) -> None:
        """What is read goes along with the finger."""
        self._scroll(message.lines)

    def on_mouse_scroll_down(self) -> None:
        """Read on."""
        self._scroll(SCROLLED)

    def on_mouse_scroll_up(self) -> None:
        """Read back."""
        self._scroll(-SCROLLED)

    def _scroll(self, lines: int) -> None:
        if self.page and not self.covered:
            self.talk.leaf.scroll(lines, self.page.height)
            self.show()

    def do(self, action: Action) -> None:
        """Do what was chosen, by key or by hand; what a menu lists takes the menu away."""
        if action.what not in ("aloud", "press", "read"):
            self.talk.be_silent()
        match action.what:
            case "press":
                self.talk.close()
                self.do(Action(action.which))
            case "hide":
                self._hide()
            case "read":
                self._scroll(int(action.which))
            case "type":
                key = action.which
                letter = {"space": " "}.get(key, key if len(key) == 1 else None)
                self._pressed(events.Key(key, letter))
            case "keyboard":
                self.talk.keyboard = not self.talk.keyboard
            case "aloud":
                self.talk.read_aloud()
            case "uncover":
                self.covered = False
            case "plain":
                self.exit("plain")
            case "theme":
                self.look = themes.after(self.look)
                if self._driver:
                    self._driver.write(cursor_in(self.look.look("page").ink))
                self.talk.remark = THEMES[self.look.name]
            case _:
                self.talk.do(action)
        self.show()

    # -- when something breaks

    def _handle_exception(self, error: Exception) -> None:
        """Keep what went wrong for whoever started the app, and end; nothing of it is shown."""
        self._return_code = 1
        self.broken = self.broken or error
        self._close_messages_no_wait()

    def panic(self, *_: object) -> None:
        """End without the words that Textual would show."""
        self._handle_exception(RuntimeError("Textual gave up"))
