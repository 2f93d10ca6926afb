"""The kiosk: the same chat, locked, that shows help while nobody is there and forgets by itself."""

import time
from collections.abc import Callable
from typing import Literal

from textual import events
from textual.driver import Driver

from guide.conversation import phrases
from guide.front.chat.app import GuideApp
from guide.front.chat.draw.canvas import Canvas
from guide.front.chat.draw.text import Action, ScreenLine
from guide.front.chat.draw.themes import Theme
from guide.front.chat.page import Page, action_at
from guide.front.kiosk.attract import attract_page, card_page
from guide.front.kiosk.held import HeldKey
from guide.front.kiosk.state import BeginVisit
from guide.kiosk.site import Site

# Time to find one's language and to read a few lines; with five languages each is back in 40 s.
TURN = 8.0
"""Seconds that each language has on the attract screen."""
# Success criterion 2.2.1. A few seconds more, as somebody may have looked away.
GRACE = 25.0
"""Seconds to answer "Are you still there?": WCAG 2.2 asks for 20 at least."""
# Nothing that is timed here is shorter than some seconds.
LOOK = 1.0
"""Seconds between looks at the clock."""

SIGNS_OF_LIFE = (events.Key, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)
"""What a person does. A pointer that only moves may be a mouse on a table that shakes."""


def seconds() -> float:
    """Seconds that only grow, whatever the clock is set to, and that go on while a machine sleeps.

    Nobody wakes a machine to find what another person said before it slept.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime(clock)


class KioskApp(GuideApp):
    """One visit: the attract screen, the chat, and a card that asks whether anyone is still there.

    `leave` is called when the visit is over; it ends the process, and all is forgotten with it.
    Ends by itself only where something breaks. `each_look` is called at each look at the clock,
    `each_visit` when somebody begins.
    """

    def __init__(
        self,
        begin: BeginVisit,
        site: Site,
        idle: float,
        theme: Theme,
        leave: Callable[[], object],
        driver: type[Driver] | None = None,
        clock: Callable[[], float] = seconds,
        each_look: Callable[[], object] = lambda: None,
        each_visit: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(begin(""), theme, leave, driver)
        self._begin = begin
        self._site = site
        self._idle = idle
        self._clock = clock
        self._each_look = each_look
        self._each_visit = each_visit
        self._where: Literal["attract", "talk", "asking"] = "attract"
        self._touching = False
        self._held = HeldKey()
        self._seen = clock()
        self._turned = clock()

    def on_mount(self) -> None:
        """Look at the clock from now on. Textual itself calls the chat's own on_mount too."""
        self.set_interval(LOOK, self.look_at_the_clock)

    # -- what is shown

    def show(self) -> None:
        """Show the screen this is at."""
        size = self._fitted
        if self._where == "attract":
            shown = Page(tuple(attract_page(self.talk, self._site, *size)), size.height)
        elif self._where == "asking":
            words = map(self.talk.telling.say, (phrases.KIOSK_STILL_THERE, phrases.KIOSK_STAY))
            shown = Page(tuple(card_page(self.talk, list(words), *size)), size.height)
        else:
            shown = self.drawn()
        # A terminal may open a link in a browser, and that would be a way out of here.
        from_right = self.talk.conversation.right_to_left
        lines = tuple(map(_without_links, shown.lines))
        self.page = shown._replace(lines=lines, from_right=from_right)
        self.show_page(self.page)

    # -- time

    def look_at_the_clock(self) -> None:
        """Draw anew in the next language, ask whether anyone is there, or end the visit."""
        self._each_look()
        now = self._clock()
        if now - self._turned >= TURN:
            self._turned = now
            self._repaint()
        if self._where == "asking" and now - self._seen >= GRACE:
            self._hide()
        elif self._where == "talk" and now - self._seen >= self._idle:
            self._where, self._seen = "asking", now
            self.show()

    def _repaint(self) -> None:
        """Draw the whole screen once more: the system may have written over it."""
        if self._where == "attract":
            self._next_language()
        self.query_one(Canvas).refresh()

    def _next_language(self) -> None:
        codes = self.talk.telling.languages.codes
        if len(codes) > 1:
            here = codes.index(self.talk.conversation.language)
            self.talk = self._begin(codes[(here + 1) % len(codes)])
            self.show()

    # -- what a person does

    async def on_event(self, event: events.Event) -> None:
        """Any key or touch is a sign of life; what is pasted or dropped is not taken at all."""
        if isinstance(event, events.Paste) or self._only_wakes(event):
            return
        await super().on_event(event)

    def _only_wakes(self, event: events.Event) -> bool:
        """Note that somebody is there; whether that is all the event may do."""
        if isinstance(event, events.Key) and self._held.is_stuck(event.key, self._clock()):
            return True
        if isinstance(event, SIGNS_OF_LIFE):
            self._seen = self._clock()
            if self._where != "talk":
                self._touching = isinstance(event, events.MouseDown)
                if self.covered and isinstance(event, events.Key) and event.key == "escape":
                    self._hide()
                else:
                    self._wake(event)
                return True
        if isinstance(event, events.MouseUp) and self._touching:
            self._touching = False  # the finger that woke it is lifted: that presses nothing
            return True
        return isinstance(event, events.MouseEvent) and self._where != "talk"

    def _wake(self, event: events.Event) -> None:
        if self._where == "attract":
            self._each_visit()
            touched = self._touched(event)
            if touched and touched.what == "language":
                self.talk = self._begin(touched.which)
            # Once the screen is seen: it takes a moment, and nobody has typed yet.
            self.call_after_refresh(self.talk.conversation.prepare)
        self._where, self.covered = "talk", False
        self.talk.by_hand = isinstance(event, events.MouseDown)
        self.show()

    def _touched(self, event: events.Event) -> Action | None:
        """What stands where the attract screen was touched."""
        if not isinstance(event, events.MouseDown) or not self.page:
            return None
        lines, y = self.page.lines, int(event.y)
        return action_at(lines[y], int(event.x)) if 0 <= y < len(lines) else None

    def do(self, action: Action) -> None:
        """Do what was chosen, while there is a chat to choose in; there is no way out."""
        if action.what != "plain" and self._where == "talk":
            super().do(action)


def _without_links(line: ScreenLine) -> ScreenLine:
    if not any(span.link for span in line):
        return line
    return tuple(span._replace(link="") for span in line)
