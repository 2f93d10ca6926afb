"""The buttons: what each does, its key, and its name. Few stand at the foot of every screen."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.conversation import phrases
from guide.flow.model import Text
from guide.front.chat.draw.text import Action


class Button(NamedTuple):
    """A button; `key` is the key as Textual calls it, `cap` as it is written on a keyboard."""

    does: Action
    key: str
    cap: str
    name: Text


HIDE = Button(Action("hide"), "ctrl+c", "Esc Esc", phrases.BUTTON_HIDE)
BACK = Button(Action("back"), "backspace", "Backspace", phrases.BUTTON_BACK)
_HELP = Button(Action("help"), "question_mark", "?", phrases.BUTTON_HELP)
_TOPICS = Button(Action("topics"), "f2", "F2", phrases.BUTTON_TOPICS)
LANGUAGE = Button(Action("languages"), "f3", "F3", phrases.BUTTON_LANGUAGE)
_BOTH = Button(Action("both"), "f4", "F4", phrases.BUTTON_BOTH)
PLAIN = Button(Action("plain"), "f5", "F5", phrases.BUTTON_PLAIN)
THEME = Button(Action("theme"), "f6", "F6", phrases.BUTTON_THEME)
CODE = Button(Action("code"), "f7", "F7", phrases.BUTTON_CODE)
CARD = Button(Action("card"), "f8", "F8", phrases.BUTTON_CARD)
WHY = Button(Action("why"), "f9", "F9", phrases.BUTTON_WHY)
ALOUD = Button(Action("aloud"), "f10", "F10", phrases.BUTTON_ALOUD)

WITH_ENGLISH = Button(Action("english"), "f12", "F12", phrases.SHOW_ENGLISH)
MENU = Button(Action("menu"), "slash", "/", phrases.BUTTON_MORE)

FOOT = (HIDE, BACK, _HELP, _TOPICS, MENU)
"""Those in view on every screen, always in this order."""
AT_AN_ENDING = (HIDE, _HELP, MENU)
"""Those in a narrow window where an ending is read; it lists questions by itself."""
IN_MENU = (CODE, CARD, WHY, ALOUD, LANGUAGE, WITH_ENGLISH, _BOTH, PLAIN, THEME)
"""Those that the menu lists, where they have something to show."""
ALL = (*FOOT, *IN_MENU)
FOR_MORE_LANGUAGES = (LANGUAGE, _BOTH)
"""Buttons that stand there only where there is more than one language."""


def in_tab_order(buttons: Sequence[Button]) -> list[int]:
    """Where each of the buttons is among them, in the order that Tab goes: Hide last."""
    return sorted(range(len(buttons)), key=lambda n: buttons[n] == HIDE)
