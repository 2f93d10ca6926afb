"""The kiosk: the same chat, locked, that shows help while nobody is there and resets itself."""

import gc
from collections.abc import Callable
from time import monotonic

from textual import events
from textual.driver import Driver

from guide.conversation import phrases
from guide.front.chat.app import GuideApp
from guide.front.chat.attract import attract_page, card_page
from guide.front.chat.page import Page
from guide.front.chat.sheet import Sheet
from guide.front.chat.talk import Talk
from guide.front.chat.text import Action
from guide.front.chat.themes import Theme
from guide.kiosk.site import Site

TURN = 8.0
"""Seconds that each language has on the attract screen."""
GRACE = 25.0
"""Seconds to answer "Are you still there?": WCAG 2.2 asks for 20 at least."""
LOOK = 1.0
"""Seconds between looks at the clock."""


class KioskApp(GuideApp):
    """Three screens: attract, the chat, and a card that asks whether anyone is still there.

    `begin` makes a talk that nobody has had. Time is what `clock` says, in seconds that only grow,
    so setting the computer's clock changes nothing here.
    """

    def __init__(
        self,
        begin: Callable[[], Talk],
        site: Site,
        idle: float,
        theme: Theme,
        driver: type[Driver] | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(begin(), theme, self.reset, driver)
        self._begin = begin
        self._site = site
        self._idle = idle
        self._clock = clock
        self._theme_at_first = theme
        self._where = "attract"
        self._seen = clock()
        self._turned = clock()

    def on_mount(self) -> None:
        """Show the attract screen, and look at the clock from now on."""
        super().on_mount()
        self.set_interval(LOOK, self.look_at_the_clock)

    # -- what is shown

    def show(self) -> None:
        """Show the screen this is at."""
        if self._where == "talk":
            super().show()
            return
        words = (phrases.KIOSK_STILL_THERE, phrases.KIOSK_STAY)
        size = self._fitted
        if self._where == "attract":
            lines = attract_page(self.talk.conversation, self._site, *size)
        else:
            said = [self.talk.telling.say(text) for text in words]
            lines = card_page(self.talk.conversation, said, *size)
        self.page = Page(tuple(lines), size.height)
        self.query_one(Sheet).show(self.page.lines, self.look)

    def reset(self) -> None:
        """Forget all of whoever was here: a new talk, the first colours, the attract screen."""
        self.talk = self._begin()
        self.look = self._theme_at_first
        self.page = None
        self._where = "attract"
        self._turned = self._clock()
        gc.collect()
        self.show()

    # -- time

    def look_at_the_clock(self) -> None:
        """Turn the language, ask whether anyone is there, or reset."""
        now = self._clock()
        if self._where == "attract":
            if now - self._turned >= TURN:
                self._turned = now
                self._next_language()
        elif self._where == "asking":
            if now - self._seen >= GRACE:
                self.reset()
        elif now - self._seen >= self._idle:
            self._where, self._seen = "asking", now
            self.show()

    def _next_language(self) -> None:
        codes = self.talk.telling.languages.codes
        here = codes.index(self.talk.conversation.language)
        if len(codes) > 1:
            self.talk.do(Action("language", codes[(here + 1) % len(codes)]))
            self.show()

    # -- what a person does

    async def on_event(self, event: events.Event) -> None:
        """Any key or touch is a sign of life; what is pasted or dropped is not taken at all."""
        if isinstance(event, events.Paste):
            return
        if isinstance(event, events.Key | events.MouseDown) and self._wakes():
            return
        await super().on_event(event)

    def _wakes(self) -> bool:
        """Note that somebody is there; whether that alone was what they did."""
        self._seen = self._clock()
        if self._where == "talk":
            return False
        self._where = "talk"
        self.show()
        return True

    def on_sheet_pressed(self, message: Sheet.Pressed) -> None:
        """Something was pressed by hand, on the chat's own screen."""
        if self._where == "talk":
            super().on_sheet_pressed(message)

    def do(self, action: Action) -> None:
        """Do what was chosen; there is no way out."""
        if action.what == "plain":
            return
        super().do(action)
