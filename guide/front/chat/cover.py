"""The cover: what one Esc lays over the talk at once. It tells nobody what is behind it."""

from guide.conversation import phrases
from guide.front.cells import wrap
from guide.front.chat.draw.text import Action, ScreenLine, Span, cut, fill, mirror
from guide.front.chat.foot import phrase
from guide.front.chat.page import Page
from guide.front.chat.state import ChatState


def cover_page(talk: ChatState, width: int, height: int) -> Page:
    """An empty screen with one calm line at its foot; pressed anywhere, it goes away."""
    does = Action("uncover")
    words = [
        fill(cut((Span(line, "title", does),), width), width, does=does)
        for line in wrap(phrase(talk, phrases.CHAT_COVER), max(1, width - 1))
    ]
    if talk.conversation.right_to_left:
        words = [mirror(line) for line in words]
    empty: ScreenLine = fill((), width, does=does)
    lines = [empty] * (height - len(words)) + words
    shown = tuple(lines[max(0, len(lines) - height) :])
    return Page(shown, 1, from_right=talk.conversation.right_to_left)
