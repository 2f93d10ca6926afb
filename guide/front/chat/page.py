"""The whole screen as lines: help at the top, what is read, then progress, entry and buttons."""

from typing import NamedTuple

from guide.conversation import phrases
from guide.flow.model import Text
from guide.front.cells import cells, wrap
from guide.front.chat.draw.bubbles import Viewport
from guide.front.chat.draw.buttons import LANGUAGE, Button
from guide.front.chat.draw.scroll import NOTHING
from guide.front.chat.draw.text import Action, ScreenLine, Span, cut, fill, line_cells, mirror
from guide.front.chat.state import ChatState
from guide.front.plain.lines import in_one_line

# Text keeps to 72 cells; the rest is for the person's own words at the other side.
WIDEST = 100
"""Cells of the column that everything stands in, however wide the terminal."""
# Help, a question, its first choices and the buttons have room in this; below it help is shown
# alone.
LEAST_WIDTH, LEAST_HEIGHT = 40, 20
_NARROW = 60
"""In fewer cells the buttons stand closer."""


class Page(NamedTuple):
    """A screen: its lines from top to bottom, and how many of them can be read in between."""

    lines: tuple[ScreenLine, ...]
    height: int


def draw_page(talk: ChatState, width: int, height: int) -> Page:
    """The screen of so many cells and lines."""
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return Page(_too_small(talk, width, height), 1)
    column = min(width, WIDEST)
    top, bottom = _help(talk, column), _foot(talk, column)
    room = height - len(top) - len(bottom) - 2
    viewport = Viewport(column, room, talk.telling.say, talk.telling.shown_in)
    talk.leaf.lay_out(viewport, room)
    title = _title(talk, column)
    where = _rule(_where(talk, room), column)
    lines = [*top, title, *_reading(talk, room), where, *bottom]
    from_right = talk.conversation.right_to_left
    return Page(tuple(_place(line, column, width, from_right=from_right) for line in lines), room)


def phrase(talk: ChatState, text: Text) -> str:
    """One of the program's own phrases in the language spoken, whatever stands beside it."""
    return in_one_line(talk.conversation.phrase(text))


def _place(line: ScreenLine, column: int, width: int, *, from_right: bool) -> ScreenLine:
    """The line in the column in the middle of the screen, every cell of it filled."""
    line = fill(cut(line, column), column)
    line = mirror(line) if from_right else line
    margin = (width - column) // 2
    return fill((Span(" " * margin), *line), width) if margin else fill(line, width)


# -- the help lines, the same on every screen


def _help(talk: ChatState, width: int) -> list[ScreenLine]:
    """Names and numbers alone: they read the same in every language."""
    lines = wrap(talk.conversation.listed(talk.conversation.help_names()), width - 2)
    return [fill((Span(f" {line}", "help"),), width, "help") for line in lines]


def _title(talk: ChatState, width: int) -> ScreenLine:
    """What this is; on the first screen also the languages it speaks, each in its own words."""
    others = [code for code in talk.telling.languages.codes if code != talk.conversation.language]
    if not others or talk.conversation.answered:
        return _rule(talk.telling.say(phrases.TITLE), width)
    names = ", ".join(map(talk.telling.languages.short_name, others))
    spoken = Span(f"{names}: {LANGUAGE.cap}", "languages", LANGUAGE.does)
    start = () if width < _NARROW else _rule(talk.telling.say(phrases.TITLE), 0)
    line = (*start, Span("\u2500\u2500 ", "rule"), spoken, Span(" ", "rule"))
    return (*line, Span("\u2500" * max(0, width - line_cells(line)), "rule"))


def _rule(words: str, width: int) -> ScreenLine:
    """A rule across the screen with some words in it."""
    words = words.replace("\n", " / ")
    if not words:
        return (Span("\u2500" * width, "rule"),)
    line = (Span("\u2500\u2500 ", "rule"), Span(words, "title"), Span(" ", "rule"))
    return (*line, Span("\u2500" * max(0, width - line_cells(line)), "rule"))


def _where(talk: ChatState, room: int) -> str:
    """How far along the person is, and whether there is more to read."""
    words = [talk.telling.progress] if talk.in_conversation else []
    if len(talk.leaf.lines) > talk.leaf.top + room:
        words.append(talk.telling.say(phrases.CHAT_MORE))
    return " - ".join(word for word in words if word)


# -- what is read


def _reading(talk: ChatState, room: int) -> list[ScreenLine]:
    leaf = talk.leaf
    lines = list(leaf.lines[leaf.top : leaf.top + room])
    if leaf.selected != NOTHING:
        _, first, end = leaf.items[leaf.selected]
        for number in range(max(first, leaf.top), min(end, leaf.top + room)):
            lines[number - leaf.top] = _selected(lines[number - leaf.top])
    lines += [()] * (room - len(lines))
    return lines


def _selected(line: ScreenLine) -> ScreenLine:
    """The line as it stands when it is selected: in other colours, and with a mark."""
    return tuple(
        span._replace(
            text=">" if span.role.endswith("mark") else span.text, role="selected"
        ) if span.does else span
        for span in line
    )  # fmt: skip


# -- the foot


def _foot(talk: ChatState, width: int) -> list[ScreenLine]:
    return [_entry(talk, width), *_buttons(talk, width)]


def _entry(talk: ChatState, width: int) -> ScreenLine:
    """What is typed, or what can be done."""
    start = Span(" > ", "entry")
    hint = Span(talk.telling.say(_hint(talk)).partition("\n")[0], "entry-hint")
    if talk.typed:
        before, after = talk.parted
        typed = Span(before[-(width - 6) :], "typed")
        line = (start, typed, Span("_", "entry"), Span(after, "typed"), Span("   ", "entry"), hint)
        return fill(cut(line, width), width, "entry")
    return fill((start, hint), width, "entry")


_HINTS = {
    "change": phrases.CHAT_CHANGE,
    "code": phrases.CHAT_CODE,
    "card": phrases.CHAT_CARD,
    "choose": phrases.CHAT_ANSWER,
    "change-to": phrases.CHAT_ANSWER,
}


def _hint(talk: ChatState) -> Text:
    leaf = talk.leaf
    if talk.typed:
        return phrases.CHAT_TYPED
    if talk.button != NOTHING:
        return phrases.CHAT_OPEN
    if leaf.selected != NOTHING:
        return _HINTS.get(leaf.items[leaf.selected].does.what, phrases.CHAT_OPEN)
    if leaf.open.choices:
        return phrases.CHAT_HOW
    return phrases.CHAT_DONE if talk.in_conversation else phrases.CHAT_CLOSE


def _buttons(talk: ChatState, width: int) -> list[ScreenLine]:
    """The buttons, in as many lines as they need."""
    rows: list[ScreenLine] = []
    row: ScreenLine = (Span(" ", "foot"),)
    for number, button in enumerate(talk.buttons):
        drawn = _button(talk, button, chosen=number == talk.button, narrow=width < _NARROW)
        if line_cells((*row, *drawn)) > width + 1 and len(row) > 1:
            rows.append(row)
            row = (Span(" ", "foot"),)
        row += drawn
    return [fill(cut(line, width), width, "foot") for line in (*rows, row)]


def _button(talk: ChatState, button: Button, *, chosen: bool, narrow: bool) -> ScreenLine:
    name = phrase(talk, button.name)
    cap = button.cap if narrow else f" {button.cap} "
    label = f" {name}" if narrow else f"{name} "
    looks = ("selected", "selected") if chosen else ("key", "button")
    key, words = Span(cap, looks[0], button.does), Span(label, looks[1], button.does)
    return (key, words, Span(" ", "foot"))


# -- a window too small to talk in


def _too_small(talk: ChatState, width: int, height: int) -> tuple[ScreenLine, ...]:
    """The help, a calm line, and the way out; as much of it as there is room for."""
    texts = [(name, "help") for name in talk.conversation.help_names()]
    texts += [(phrase(talk, phrases.CHAT_SMALL), "page")]
    texts += [(f"{phrase(talk, phrases.BUTTON_HIDE)}: Esc Esc", "page")]
    lines = [
        fill(cut((Span(line, role),), width), width, role)
        for text, role in texts
        for line in wrap(text, max(1, width))
    ]
    lines += [fill((), width)] * (height - len(lines))
    return tuple(lines[:height])


def action_at(line: ScreenLine, x: int) -> Action | None:
    """What the cell `x` of a line does when it is pressed."""
    for span in line:
        x -= cells(span.text)
        if x < 0:
            return span.does
    return None
