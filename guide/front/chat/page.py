"""The whole screen as lines: help at the top, what is read, then progress, entry and buttons."""

from typing import NamedTuple

from guide.conversation import phrases
from guide.front.chat.bubbles import Paper
from guide.front.chat.leaf import NOTHING
from guide.front.chat.talk import Talk
from guide.front.chat.text import Action, Line, Span, cells, cut, fill, is_right_to_left
from guide.front.chat.text import line_cells, mirror, wrap

WIDEST = 100
"""Cells of the column that everything stands in, however wide the terminal."""
LEAST_WIDTH, LEAST_HEIGHT = 40, 20
ROOMY = 24
"""From this many lines on, each help line has a line of its own."""


class Page(NamedTuple):
    """A screen: its lines from top to bottom, and how many of them can be read in between."""

    lines: tuple[Line, ...]
    height: int


def page(talk: Talk, width: int, height: int) -> Page:
    """The screen of so many cells and lines."""
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return Page(_too_small(talk, width, height), 1)
    column = min(width, WIDEST)
    top, bottom = _help(talk, column, height), _foot(talk, column)
    room = height - len(top) - len(bottom) - 2
    paper = Paper(column, room, talk.say, talk.shown_in)
    talk.leaf.lay_out(paper, room)
    rules = _rule(talk, column, talk.say(phrases.TITLE)), _rule(talk, column, _where(talk, room))
    lines = [*top, rules[0], *_reading(talk, room), rules[1], *bottom]
    from_right = is_right_to_left(talk.conversation.language)
    return Page(tuple(_place(line, column, width, from_right) for line in lines), room)


def _place(line: Line, column: int, width: int, from_right: bool) -> Line:
    """The line in the column in the middle of the screen, every cell of it filled."""
    line = fill(cut(line, column), column)
    line = mirror(line) if from_right else line
    margin = (width - column) // 2
    return fill((Span(" " * margin), *line), width) if margin else fill(line, width)


# -- the help lines, the same on every screen


def _help(talk: Talk, width: int, height: int) -> list[Line]:
    if height >= ROOMY:
        lines = [line for said in _both(talk, "help_lines") for line in wrap(said, width - 2)]
    else:
        names = ", ".join(talk.conversation.help_names())
        lines = wrap(f"{talk.conversation.phrase(phrases.PLAIN_HELP_NOW)} {names}", width - 2)
    return [fill((Span(f" {line}", "help"),), width, "help") for line in lines]


def _both(talk: Talk, what: str) -> tuple[str, ...]:
    return tuple(getattr(talk.conversation, what)())


def _rule(talk: Talk, width: int, words: str) -> Line:
    """A rule across the screen with some words in it."""
    words = words.replace("\n", " / ")
    if not words:
        return (Span("\u2500" * width, "rule"),)
    line = (Span("\u2500\u2500 ", "rule"), Span(words, "title"), Span(" ", "rule"))
    return (*line, Span("\u2500" * max(0, width - line_cells(line)), "rule"))


def _where(talk: Talk, room: int) -> str:
    """How far along the person is, and whether there is more to read."""
    words = [talk.progress] if talk.in_conversation else []
    if len(talk.leaf.lines) > talk.leaf.top + room:
        words.append(talk.say(phrases.CHAT_MORE))
    return " - ".join(word for word in words if word)


# -- what is read


def _reading(talk: Talk, room: int) -> list[Line]:
    leaf = talk.leaf
    lines = list(leaf.lines[leaf.top : leaf.top + room])
    if leaf.selected != NOTHING:
        _, first, end = leaf.items[leaf.selected]
        for number in range(max(first, leaf.top), min(end, leaf.top + room)):
            lines[number - leaf.top] = _selected(lines[number - leaf.top])
    lines += [()] * (room - len(lines))
    return lines


def _selected(line: Line) -> Line:
    """The line as it stands when it is selected: in other colours, and with a mark."""
    return tuple(
        span._replace(
            text=">" if span.role == "mark" else span.text, role="selected"
        ) if span.does else span
        for span in line
    )  # fmt: skip


# -- the foot


def _foot(talk: Talk, width: int) -> list[Line]:
    return [_entry(talk, width), *_buttons(talk, width)]


def _entry(talk: Talk, width: int) -> Line:
    """What is typed, or what can be done."""
    if talk.typed:
        shown = talk.typed[-(width - 6) :]
        line: Line = (Span(" > ", "entry"), Span(shown, "typed"), Span("_", "entry"))
    else:
        hint = talk.say(_hint(talk)).split("\n")[0]
        line = (Span(" > ", "entry"), Span(hint, "entry-hint"))
    return fill(line, width, "entry")


_HINTS = {
    "change": phrases.CHAT_CHANGE,
    "code": phrases.CHAT_CODE,
    "card": phrases.CHAT_CARD,
    "choose": phrases.CHAT_ANSWER,
    "change-to": phrases.CHAT_ANSWER,
}


def _hint(talk: Talk) -> phrases.Text:
    leaf = talk.leaf
    if talk.button != NOTHING:
        return phrases.CHAT_OPEN
    if leaf.selected != NOTHING:
        return _HINTS.get(leaf.items[leaf.selected].does.what, phrases.CHAT_OPEN)
    if leaf.open.choices:
        return phrases.CHAT_HOW
    return phrases.CHAT_DONE if talk.in_conversation else phrases.CHAT_CLOSE


def _buttons(talk: Talk, width: int) -> list[Line]:
    """The buttons, in as many lines as they need."""
    rows: list[list[Span]] = [[Span(" ", "foot")]]
    for number, button in enumerate(talk.buttons):
        chosen = number == talk.button
        name = talk.conversation.phrase(button.name)
        cap = Span(f" {button.cap} ", "selected" if chosen else "key", button.does)
        label = Span(f" {name} ", "selected" if chosen else "button", button.does)
        taken = line_cells(tuple(rows[-1]))
        if taken + cells(cap.text + label.text) + 1 > width and taken > 1:
            rows.append([Span(" ", "foot")])
        rows[-1] += [cap, label, Span(" ", "foot")]
    return [fill(tuple(row), width, "foot") for row in rows]


# -- a window too small to talk in


def _too_small(talk: Talk, width: int, height: int) -> tuple[Line, ...]:
    """A calm line, the way out, and the help; as much of it as there is room for."""
    talk_ = talk.conversation
    texts = list(talk_.help_names())
    texts += [talk_.phrase(phrases.CHAT_SMALL), f"{talk_.phrase(phrases.BUTTON_HIDE)}: Esc Esc"]
    wrapped = [line for text in texts for line in wrap(text, max(1, width))]
    lines = [fill(cut((Span(line, "help"),), width), width) for line in wrapped[:height]]
    blank = fill((), width)
    return (*lines, *[blank] * (height - len(lines)))


def action_at(line: Line, x: int) -> Action | None:
    """What the cell `x` of a line does when it is pressed."""
    for span in line:
        x -= cells(span.text)
        if x < 0:
            return span.does
    return None
