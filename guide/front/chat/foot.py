"""The foot of the screen: what is typed or can be done, and the buttons."""

from guide.conversation import phrases
from guide.flow.model import Text
from guide.front.cells import cells, fitting, wrap
from guide.front.chat.draw.buttons import BACK, HIDE, Button
from guide.front.chat.draw.lines import NARROW
from guide.front.chat.draw.scroll import UNSELECTED
from guide.front.chat.draw.text import Action, ScreenLine, Span, cut, fill, line_cells, two_rows
from guide.front.chat.state import ChatState
from guide.front.plain.lines import in_one_line

PROMPT = Span(" > ", "entry")
# With more there is no box around it any more in a window of 24 lines, and answers leave the view.
TYPED_LINES = 3
"""Lines that what is typed may take: a story can be read over before it is said."""


def phrase(talk: ChatState, text: Text) -> str:
    """One of the program's own phrases in the language spoken, whatever stands beside it."""
    return in_one_line(talk.conversation.phrase(text))


def has_more(talk: ChatState, room: int) -> bool:
    """Whether there is more to read below, where `room` lines are in view."""
    return len(talk.leaf.lines) > talk.leaf.top + room


def entry_lines(
    talk: ChatState, width: int, room: int, most: int = TYPED_LINES
) -> list[ScreenLine]:
    """What is typed, or what can be done, where `room` lines are in view.

    What is typed takes `most` lines at most, the cursor among them, and one on a screen with keys.
    """
    text = _hint(talk, room)
    hint = talk.telling.say(text).partition("\n")[0] if text else ""
    hints = [Span(line, "entry-hint") for line in wrap(hint, width - 4)]
    lines: list[ScreenLine] = [(PROMPT, hints[0])]
    if talk.typed:
        lines = _typed_lines(talk, width, 1 if talk.keyboard else most)
        beside = (Span("   ", "entry"), Span(hint, "entry-hint"))
        if line_cells((*lines[-1], *beside)) <= width:
            lines[-1] += beside
            hints = []
        hints = [Span("", "entry-hint"), *hints]
    lines += [(Span("   ", "entry"), more) for more in hints[1:]]
    if _compares(talk) and len(lines) < most:
        lines.append(_said_line(talk, width))
    return [fill(line, width, "entry") for line in lines]


def _compares(talk: ChatState) -> bool:
    """Whether their own words stand there, while it is asked if they were heard rightly.

    Not below help in a narrow window: whom to turn to needs the line more.
    """
    is_asked = talk.in_conversation and talk.conversation.confirming and not talk.typed
    has_room = talk.window[0] >= NARROW or not talk.leaf.open.helps
    return bool(talk.said) and is_asked and has_room


def _said_line(talk: ChatState, width: int) -> ScreenLine:
    """Their own words, to compare with what was heard: from the beginning, as much as fits."""
    before = Span(f"   {talk.telling.say(phrases.YOU)}: ".replace("\n", " / "), "entry-hint")
    room = width - line_cells((before,)) - 1
    words = talk.said
    if cells(words) > room:
        words = f"{words[: fitting(words, room - 3)]}..."
    return (before, Span(words, "typed"))


def _typed_lines(talk: ChatState, width: int, most: int) -> list[ScreenLine]:
    """What is typed, from one line to the next between words; those where the cursor is."""
    before, after = talk.parted
    rest, start = f"{before}_{after}", 0
    rows: list[str] = []
    at: list[int] = []
    while rest:
        end = fitting(rest, width - 4)
        if end < len(rest):
            end = rest.rfind(" ", 0, end) + 1 or end
        at.append(len(before) - start if start <= len(before) < start + end else UNSELECTED)
        rows.append(rest[:end])
        rest, start = rest[end:], start + end
    here = next(number for number, place in enumerate(at) if place != UNSELECTED)
    first = max(0, here - most + 1)
    lines: list[ScreenLine] = []
    for row, place in list(zip(rows, at, strict=True))[first : first + most]:
        line: ScreenLine = (Span("   ", "entry") if lines else PROMPT, Span(row, "typed"))
        if place != UNSELECTED:
            parts = Span(row[:place], "typed"), Span("_", "cursor"), Span(row[place + 1 :], "typed")
            line = (line[0], *parts)
        lines.append(line)
    return lines


_HINTS = {
    "change": phrases.CHAT_CHANGE,
    "code": phrases.CHAT_CODE,
    "card": phrases.CHAT_CARD,
    "choose": phrases.CHAT_ANSWER,
    "change-to": phrases.CHAT_ANSWER,
}


_BUTTONS = {HIDE: phrases.CHAT_HIDES, BACK: phrases.CHAT_GOES_BACK}


def _hint(talk: ChatState, room: int) -> Text | None:
    leaf = talk.leaf
    if talk.remark:
        return talk.remark
    if talk.typed or talk.keyboard:
        return phrases.TOUCH_SAY if talk.by_hand else phrases.CHAT_TYPED
    if talk.by_hand:
        return phrases.TOUCH_HOW if talk.in_conversation else phrases.PLAIN_RETURN
    if talk.button != UNSELECTED:
        return _BUTTONS.get(talk.foot[talk.button], phrases.CHAT_OPEN)
    if leaf.selected != UNSELECTED:
        return _HINTS.get(leaf.items[leaf.selected].does.what, phrases.CHAT_OPEN)
    waits_below = leaf.open.ends and has_more(talk, room)
    if leaf.open.choices and not waits_below:
        return phrases.CHAT_HOW
    if not talk.in_conversation:
        another = leaf.open.is_a_card and len(talk.telling.cards) > 1
        return phrases.CHAT_NEXT_CARD if another else phrases.CHAT_CLOSE
    if has_more(talk, room):
        return phrases.CHAT_DONE
    return phrases.CHAT_HOW if leaf.open.headings else None


def button_lines(talk: ChatState, width: int) -> list[ScreenLine]:
    """The buttons, in as many lines as they need."""
    rows: list[ScreenLine] = []
    row: ScreenLine = (Span(" ", "foot"),)
    for number, button in enumerate(talk.foot):
        drawn = _button(talk, button, chosen=number == talk.button, narrow=width < NARROW)
        if line_cells((*row, *drawn)) > width + 1 and len(row) > 1:
            rows.append(row)
            row = (Span(" ", "foot"),)
        row += drawn
    lines = [fill(cut(line, width), width, "foot") for line in (*rows, row)]
    return two_rows(lines) if talk.by_hand else lines


def _button(talk: ChatState, button: Button, *, chosen: bool, narrow: bool) -> ScreenLine:
    name = phrase(talk, button.name)
    if narrow and talk.hands_over and not talk.in_english:  # whom to call needs the line more
        name = talk.conversation.phrase(button.name).text
    if talk.by_hand:  # whose device may have no such key
        return (Span(f" {name} ", "choice", button.does), Span(" ", "foot"))
    looks = ("selected", "selected") if chosen else ("key", "button")
    key, words = Span(button.cap, looks[0], button.does), Span(f" {name}", looks[1], button.does)
    return (key, words, Span(" " if narrow else "   ", "foot"))


def pressed_to_type(talk: ChatState, entry: list[ScreenLine]) -> list[ScreenLine]:
    """The typed line; pressed by hand it opens the keyboard, or closes what lies on top."""
    if not talk.by_hand or talk.keyboard:
        return entry
    does = Action("keyboard") if talk.in_conversation else Action("back")
    return [tuple(span._replace(does=does) for span in line) for line in entry]
