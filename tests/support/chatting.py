"""Chatting with the guide in tests: the full-screen chat without a terminal."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.events import Key, Paste
from textual.pilot import Pilot

from guide.flow.library import load_library
from guide.front.chat.app import GuideApp
from guide.front.chat.draw import themes
from guide.front.chat.draw.text import Action, line_cells
from guide.front.chat.draw.themes import Theme
from guide.front.chat.page import Page
from guide.front.chat.state import ChatState
from guide.front.languages import Languages
from tests.support.talking import ROOT, TINY, conversation_over

CHARACTERS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "space": " ",
    "question_mark": "?",
    "slash": "/",
}
"""The characters of keys that have a name."""


class OtherLanguages(Languages):
    """English and languages made on the fly, which need no folder."""

    codes = ("en", "qps-ploc", "qps-plocm")


def talk(flows: Path = TINY, answers: str = "", *, languages: bool = False) -> ChatState:
    """A chat over a folder of flows, these answers (ids) given already."""
    library = load_library(str(flows))
    kind = OtherLanguages if languages else Languages
    begun = ChatState(conversation_over(library), kind(library.contacts, str(ROOT / "none")))
    for answer in answers.split():
        begun.do(Action("choose", answer))
    return begun


class Chat:
    """A chat that is open: press keys, click, look."""

    def __init__(self, pilot: Pilot[str], app: GuideApp, hidden: list[str]) -> None:
        self.pilot = pilot
        self.app = app
        self.hidden = hidden

    async def press(self, *keys: str) -> None:
        """Press these keys, one after another."""
        for key in keys:
            character = CHARACTERS.get(key, key if len(key) == 1 else None)
            self.app.post_message(Key(key, character))
        await self.settle()

    async def type(self, words: str) -> None:
        """Type words and press Enter."""
        await self.press(*words, "enter")

    async def paste(self, words: str) -> None:
        """Paste these words."""
        self.app.post_message(Paste(words))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(width, height)
        while (line_cells(self.page.lines[0]), len(self.page.lines)) != (width, height):
            await asyncio.sleep(0.005)

    async def settle(self) -> None:
        """Wait until all that was done is on the screen."""
        for _ in range(3):
            done = asyncio.Event()
            self.app.call_later(done.set)
            while not (done.is_set() or self.app._exit or self.app.broken):
                await asyncio.sleep(0)

    async def click(self, words: str) -> None:
        """Click on the first of these words on the screen."""
        for y, line in enumerate(self.shown.split("\n")):
            if (x := line.find(words)) >= 0:
                await self.pilot.click(offset=(x, y))
                await self.settle()
                return
        raise AssertionError(f"{words!r} is not on the screen:\n{self.shown}")

    @property
    def page(self) -> Page:
        """What is on the screen."""
        assert self.app.page
        return self.app.page

    @property
    def shown(self) -> str:
        """The words on the screen."""
        return words_of(self.page)


def words_of(page: Page) -> str:
    """The words of a page, a line a line."""
    return "\n".join("".join(span.text for span in line) for line in page.lines)


def chat(
    do: Callable[[Chat], Awaitable[None]],
    begun: ChatState | None = None,
    *,
    size: tuple[int, int] = (80, 30),
    theme: Theme = themes.DARK,
) -> GuideApp:
    """Open a chat, do something with it, close it."""
    hidden: list[str] = []
    app = GuideApp(begun or talk(), theme, hide=lambda: hidden.append("hidden"))

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await do(Chat(pilot, app, hidden))

    asyncio.run(run())
    return app


def roles_of(page: Page, words: str) -> set[str]:
    """The roles that these words stand in."""
    return {span.role for line in page.lines for span in line if words in span.text}
