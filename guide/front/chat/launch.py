"""Start the chat on a terminal: the first screen at once, Textual behind it, and plain mode after.

Nothing here needs Textual before the first screen is there to be read.
"""

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from guide import dumps
from guide.conversation.dialogue import Dialogue
from guide.front.aloud import find_voice
from guide.front.borrowed import Borrowed
from guide.front.chat.draw import first_paint
from guide.front.chat.draw.themes import first_theme, is_xterm
from guide.front.chat.page import draw_page
from guide.front.chat.state import ChatState
from guide.front.console import Window
from guide.front.languages import Languages
from guide.front.windows import IS_WINDOWS

if TYPE_CHECKING:
    from textual.driver import Driver

    from guide.front.chat.app import GuideApp

# Textual waits 100 by default. The bytes of one key nearly always come together, and Esc
# Esc has to be quick.
ESCAPE_DELAY = "25"
"""Milliseconds after which Esc is a key pressed and not the beginning of an arrow key."""


def chat(
    conversation: Dialogue,
    languages: Languages,
    open_now: Callable[[], frozenset[str]] = frozenset,
) -> None:
    """Hold the conversation full screen; comes back only to go on with it in plain mode.

    `open_now` gives the contacts of whom it is said that they are usually there now.
    Whatever breaks is raised once the terminal is as it was, with nothing left on it.
    """
    terminal = _this_terminal()
    terminal.leave_on_signals()
    try:
        terminal.borrow()
        voice = find_voice()
        talk = ChatState(conversation, languages, voice, open_now)
        terminal.on_leaving = voice.stop
        theme = first_theme(os.environ)
        page = draw_page(talk, *first_paint.size())
        first_paint.paint(terminal, page.painted, theme, page.cursor)
        dumps.forbid_dumps()
        terminal.end_with_parent()
        keep_textual_quiet()
        app_class, driver = _textual(terminal)
        app = app_class(talk, theme, terminal.leave, driver)
        app.run()
        if app.broken:
            raise app.broken
    finally:
        terminal.on_leaving()
        terminal.give_back()
        terminal.signals_as_before()


def keep_textual_quiet() -> None:
    """Forget what would let Textual write a file, open a socket or load somebody's code.

    It goes by the terminal's name for colours, so xterm gets the name that tells of all it has.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ["ESCDELAY"] = ESCAPE_DELAY
    if is_xterm(os.environ):
        os.environ["TERM"] = "xterm-256color"


def _this_terminal() -> Borrowed:
    """The terminal of this process, not borrowed yet."""
    if IS_WINDOWS:
        return Window()
    from guide.front.terminal import Terminal

    return Terminal()


def _driver(terminal: Borrowed) -> "type[Driver]":
    """Textual's way to a terminal, as this system has it."""
    if isinstance(terminal, Window):
        from guide.front.chat.windows_driver import driver_for_window

        return driver_for_window(terminal)
    from guide.front.chat.driver import driver_for

    return driver_for(terminal)


def _textual(terminal: Borrowed) -> "tuple[type[GuideApp], type[Driver]]":
    """Textual and what is built on it, imported."""
    gc.disable()  # what is imported stays, so collecting meanwhile finds nothing
    try:
        from guide.front.chat.app import GuideApp

        return GuideApp, _driver(terminal)
    finally:
        gc.freeze()
        gc.enable()
