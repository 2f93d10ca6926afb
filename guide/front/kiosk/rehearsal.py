"""A whole conversation played before a kiosk opens, so that what opens is what was tried.

It also reads all that is read late otherwise: later nothing has to be found on a disk.
"""

from collections.abc import Callable, Iterable

from guide.conversation.events import Asked
from guide.front.chat.draw.text import Action, ScreenLine, line_cells
from guide.front.chat.page import draw_page
from guide.front.chat.state import ChatState

# Four times as many as any shipped conversation has; a site adds no questions.
MOST_ANSWERS = 30
"""Answers after which a conversation should have ended."""
SOMETHING = "someone is being mean to me"
"""Something to be heard; what comes of it does not matter."""

Attract = Callable[[ChatState, int, int], list[ScreenLine]]


def rehearse(
    begin: Callable[[str], ChatState], codes: Iterable[str], attract: Attract, size: tuple[int, int]
) -> dict[str, str]:
    """Why a conversation cannot be had at this size, by each language in which it cannot."""
    return {code: why for code in codes if (why := _why(begin, code, attract, size))}


def _why(
    begin: Callable[[str], ChatState], code: str, attract: Attract, size: tuple[int, int]
) -> str:
    try:
        talk = begin(code)
        if talk.conversation.language != code:
            return f'The words of the language "{code}" cannot be read.'
        if not _fills(attract(talk, *size), size) or not _to_an_ending(talk, size):
            return f'In the language "{code}" a conversation comes to no end.'
        _all_the_rest(begin(code), size)
    except Exception as error:  # whatever breaks would break in front of a person
        return f'In the language "{code}" a conversation breaks ({type(error).__name__}).'
    return ""


def _fills(lines: Iterable[ScreenLine], size: tuple[int, int]) -> bool:
    """Whether the lines are a whole screen."""
    return [size[0]] * size[1] == [line_cells(line) for line in lines]


def _to_an_ending(talk: ChatState, size: tuple[int, int]) -> bool:
    """Answer with the last of what is listed, which is never danger."""
    for _ in range(MOST_ANSWERS):
        if not _fills(draw_page(talk, *size).lines, size):
            return False
        if talk.conversation.finished:
            for name in ("card", "code", "topics"):
                talk.do(Action(name))
                draw_page(talk, *size)
            return True
        asked = talk.telling.here[-1]
        if not isinstance(asked, Asked):
            return False
        talk.do(Action("choose", asked.choices[-1].key))
    return False


def _all_the_rest(talk: ChatState, size: tuple[int, int]) -> None:
    for action in (Action("help"), Action("languages"), Action("both"), Action("say", SOMETHING)):
        talk.do(action)
        draw_page(talk, *size)
