"""Kiosks in tests: the app without a terminal, with a clock that a test sets."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache

from textual import events

from guide.flow.library import load_library
from guide.flow.model import Library
from guide.front.chat.draw import themes
from guide.front.chat.state import ChatState
from guide.front.kiosk.app import KioskApp
from guide.front.kiosk.state import KioskTalk
from guide.front.languages import Languages
from guide.kiosk.site import Site, applied
from tests.support.chatting import Chat, OtherLanguages
from tests.support.talking import ROOT, TINY, conversation_over

IDLE = 90.0


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Kiosk(Chat):
    """A kiosk that is open: press keys, touch, let time pass, look."""

    app: KioskApp
    clock: Clock
    left: list[ChatState]
    """The talks of those who have left."""

    async def wait(self, seconds: float) -> None:
        """Let so many seconds pass, with a look at the clock in each."""
        for _ in range(int(seconds)):
            self.clock.now += 1
            self.app.look_at_the_clock()
        await self.settle()

    async def touch(self, x: int, y: int) -> None:
        """Press and lift a finger, the way the terminal tells it."""
        await self.mouse(events.MouseDown, x, y)
        await self.mouse(events.MouseUp, x, y)

    async def mouse(self, kind: type[events.MouseEvent], x: int, y: int) -> None:
        """Something a mouse does, told to the app as the terminal tells it."""
        self.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await self.settle()

    async def click(self, words: str) -> None:
        """Touch the first of these words on the screen."""
        for y, line in enumerate(self.shown.split("\n")):
            if (x := line.find(words)) >= 0:
                await self.touch(x, y)
                return
        raise AssertionError(f"{words!r} is not on the screen:\n{self.shown}")


@cache
def _library_at(site: Site) -> Library:
    """The tiny flows as they are told at a site: what rests on them is made once for all kiosks."""
    return applied(load_library(str(TINY)), site)


def beginner(library: Library, languages: Languages) -> Callable[[str], ChatState]:
    """What makes the talks of a kiosk."""

    def begin(code: str) -> ChatState:
        conversation = conversation_over(library)
        if code:
            conversation.speak(languages.words(code))
        return KioskTalk(conversation, languages)

    return begin


def kiosk(
    do: Callable[[Kiosk], Awaitable[None]],
    site: Site | None = None,
    *,
    languages: bool = False,
    size: tuple[int, int] = (80, 30),
    breaks: bool = False,
) -> KioskApp:
    """Open a kiosk over the tiny flow, do something with it, close it.

    What breaks is raised, but where that is what is tried.
    """
    site = site or Site()
    library = _library_at(site)
    kind = OtherLanguages if languages else Languages
    begin = beginner(library, kind(library.contacts, str(ROOT / "none")))
    clock = Clock()
    left: list[ChatState] = []

    def leave() -> None:
        """As the next visitor's process begins: in a terminal this one would end."""
        left.append(app.talk)
        app.talk, app.look, app._where, app.covered = app._begin(""), themes.DARK, "attract", False
        app._turned = clock()
        app.show()

    app = KioskApp(begin, site, IDLE, themes.DARK, leave, clock=clock)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            opened = Kiosk(pilot, app, [])
            opened.clock, opened.left = clock, left
            await opened.settle()
            await do(opened)

    asyncio.run(run())
    if app.broken and not breaks:
        raise app.broken
    return app
