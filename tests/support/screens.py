"""`python -m tests.support.screens` draws every kind of screen of the chat into docs/screens.

Each is the real app, led there by keys, over the shipped flows; the picture is made of its lines.
"""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.flow.library import load_library
from guide.front.chat.app import GuideApp
from guide.front.chat.draw import themes
from guide.front.chat.draw.picture import page_svg
from guide.front.chat.draw.text import Action
from guide.front.chat.draw.themes import Theme
from guide.front.chat.page import Page
from guide.front.chat.state import ChatState
from guide.front.languages import Languages
from tests.support.talking import ROOT, SHIPPED, conversation_over

FOLDER = ROOT / "docs" / "screens"
SIZES = ((80, 24), (120, 40), (40, 20))
THEMES = (*themes.THEMES, themes.NONE)


class Kind(NamedTuple):
    """A kind of screen: its name, the answers given by their ids, and the keys pressed then."""

    name: str
    answers: str = ""
    keys: tuple[str, ...] = ()


KINDS = (
    Kind("first"),
    Kind("question", "young-person no", ("down", "down")),
    Kind("long-question", "young-person no 11-17"),
    Kind("typed", "young-person no", tuple("under")),
    Kind("not-understood", "young-person", (*"xyzzy", "enter")),
    Kind("danger", "young-person yes"),
    Kind("ending", "young-person no 11-17 sexual asked"),
    Kind("ending-contacts", "young-person no 11-17 sexual asked", ("pagedown",)),
    Kind("ending-end", "young-person no 11-17 sexual asked", ("end",)),
    Kind("card", "young-person no 11-17 sexual asked", ("f8",)),
    Kind("code", "young-person no 11-17 sexual asked", ("f7",)),
    Kind("call", "young-person no 11-17 mean not-sure"),
    Kind("menu", "young-person no 11-17 sexual asked", ("slash",)),
    Kind("help", "young-person", ("question_mark",)),
    Kind("topics", "young-person no 11-17", ("f2",)),
    Kind("topic", "young-person no 11-17", ("f2", "1")),
    Kind("change", "young-person no 11-17 sexual", ("up", "enter")),
    Kind("languages", "", ("f3",)),
    Kind("two-languages", "young-person no", ("f4",)),
    Kind("from-the-right", "young-person no", ("f3", *"اردو", "enter")),
    Kind("small"),
)


async def screen(kind: Kind, size: tuple[int, int], theme: Theme) -> Page:
    """The page that these keys lead to."""
    library = load_library(str(SHIPPED))
    talk = ChatState(conversation_over(library), Languages(library.contacts, str(ROOT / "locales")))
    app = GuideApp(talk, theme, hide=lambda: None)
    async with app.run_test(size=size) as pilot:
        for answer in kind.answers.split():
            app.do(Action("choose", answer))
        await pilot.press(*kind.keys)
        await pilot.pause()
        assert app.page
        return app.page


def pictures() -> Iterator[tuple[str, Kind, tuple[int, int], Theme]]:
    """Every picture: each kind at three sizes, and at the first size in each theme."""
    for kind in KINDS:
        if kind.name == "small":
            yield "small-30x12-dark", kind, (30, 12), themes.DARK
            continue
        for size in SIZES:
            yield f"{kind.name}-{size[0]}x{size[1]}-dark", kind, size, themes.DARK
        for theme in THEMES[1:]:
            yield f"{kind.name}-80x24-{theme.name}", kind, SIZES[0], theme


def main(names: Sequence[str]) -> int:
    """Draw all pictures, or those whose names begin with one of these."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, kind, size, theme in pictures():
        if not names or name.startswith(tuple(names)):
            page = asyncio.run(screen(kind, size, theme))
            (FOLDER / f"{name}.svg").write_text(page_svg(page, theme), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
