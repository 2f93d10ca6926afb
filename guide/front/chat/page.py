"""The whole screen as lines: help at the top, what is read, then progress, entry and buttons."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.conversation import phrases
from guide.front.cells import cells, wrap
from guide.front.chat.by_hand import keyboard
from guide.front.chat.code_page import code_lines, least_lines
from guide.front.chat.draw.buttons import HIDE, LANGUAGE, PLAIN
from guide.front.chat.draw.frame import boxed
from guide.front.chat.draw.lines import NARROW, READABLE, SPACIOUS_HEIGHT, SPACIOUS_WIDTH, Viewport
from guide.front.chat.draw.order import painted
from guide.front.chat.draw.scroll import UNSELECTED, ScrollView
from guide.front.chat.draw.section import Code
from guide.front.chat.draw.text import (
    Action,
    ScreenLine,
    Span,
    below,
    cut,
    fill,
    line_cells,
    mirror,
)
from guide.front.chat.foot import (
    PROMPT,
    TYPED_LINES,
    button_lines,
    entry_lines,
    has_more,
    phrase,
    pressed_to_type,
)
from guide.front.chat.state import ChatState

WIDEST = READABLE + 2
"""Cells of the column that all text stands in, in the middle of the terminal; it and its margin."""
# A line of help, the typed line, and some lines to read in between; below it help is shown alone.
LEAST_WIDTH, LEAST_HEIGHT = 20, 8
FULL_WIDTH, FULL_HEIGHT = 40, 20
"""From here on all bars have room. In less they give way: what is read needs the lines."""
_ENOUGH = 8
"""Lines to read that a question and its first answers need."""
_ENOUGH_TO_TYPE = 10
"""Lines below help and above the edge that keys in one row each, and some to read, need."""
_READ_WHILE_TYPING = 3
"""Lines to read that keys on the screen leave: whoever types needs keys that a finger hits."""
_BOXED = 3
"""Lines of the rule above what is read and of a box around the typed line, whose top says where."""
_BANDS = ("help", "entry")
"""Roles whose ground goes from one side of the window to the other."""


class Page(NamedTuple):
    """A screen: its lines from top to bottom, and how many of them can be read in between."""

    lines: tuple[ScreenLine, ...]
    height: int
    cursor: tuple[int, int] | None = None
    """The column and line where the person is: at the answer selected, or in the typed line."""
    from_right: bool = False
    """Whether it is laid out from the right."""

    @property
    def painted(self) -> tuple[ScreenLine, ...]:
        """The lines as a terminal is to show them; `lines` are as they are read."""
        return tuple(painted(line, from_right=self.from_right) for line in self.lines)


def draw_page(talk: ChatState, width: int, height: int) -> Page:
    """The screen of so many cells and lines."""
    talk.window = (width, height)
    from_right = talk.conversation.right_to_left
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return Page(_too_small(talk, width, height), 1, from_right=from_right)
    if code := shown_code(talk.leaf):
        return _code_page(talk, code, width, height)
    column = min(width, WIDEST)
    top, rules, entry, buttons = _bars(talk, column, height)
    room = height - len(top) - len(entry) - len(buttons) - rules
    telling = talk.telling
    viewport = Viewport(column, room, telling.say, telling.shown_in, talk.in_english, talk.by_hand)
    talk.leaf.lay_out(viewport._replace(open_now=talk.usually_open), room)
    room -= len(talk.leaf.kept)
    within = column - 2 if rules == _BOXED else column
    title = _read_on(talk, _title(talk, column), -room if talk.leaf.cut_above else 0)
    where = _read_on(talk, _where(talk, room, within), room if has_more(talk, room) else 0)
    title, where = (title, where) if rules else ([], [])
    hints = entry_lines(talk, within, room, min(TYPED_LINES, len(entry)))
    if len(hints) > len(entry) and not talk.typed:  # half a hint would help nobody
        hints = [fill((PROMPT, Span("", "entry-hint")), within, "entry")]
    hints = hints[: len(entry)]
    entry = hints + [fill((), within, "entry")] * (len(entry) - len(hints))
    if rules == _BOXED:
        where[0], entry = boxed(where[0], entry, column)
    lines = [
        *top,
        *title,
        *_reading(talk, room),
        *talk.leaf.kept,
        *where,
        *pressed_to_type(talk, entry),
        *buttons,
    ]
    placed = tuple(place(line, column, width, from_right=from_right) for line in lines)
    return Page(placed, room, _cursor(placed, from_right=from_right), from_right)


def _bars(
    talk: ChatState, column: int, height: int
) -> tuple[list[ScreenLine], int, list[ScreenLine], list[ScreenLine]]:
    """Help, how many lines the rules take, the typed line and the buttons.

    The rules give way first, then the buttons, and help and hints but for their first lines. In a
    narrow window a card alone has the lines of all of them but help, and an ending all but help
    and few buttons: whom to turn to has to be in view.
    """
    top = _help(talk, column)
    entry = max((entry_lines(talk, column, room) for room in (0, len(talk.leaf.lines))), key=len)
    if talk.by_hand:
        entry = [*entry, fill((), column, "entry")]
    left = height - len(top) - len(entry)
    buttons = button_lines(talk, column)
    if column < NARROW and talk.leaf.sections[0].is_a_card:
        return top, 0, entry[: 1 + talk.by_hand], []
    if talk.hands_over and height - len(top) - 1 - len(buttons) >= _ENOUGH:
        return top, 0, entry[:1], buttons
    types = talk.keyboard and column >= FULL_WIDTH and left >= _ENOUGH_TO_TYPE
    if types:
        buttons = keyboard(talk, column, left - _READ_WHILE_TYPING)
    rules = 4 if talk.by_hand else 2
    roomy = column >= SPACIOUS_WIDTH and left - len(buttons) - _BOXED >= SPACIOUS_HEIGHT
    if roomy and not talk.by_hand and not talk.telling.ended:  # an ending needs its lines
        rules = _BOXED
    if column >= FULL_WIDTH and left - len(buttons) - rules >= _ENOUGH:
        return top, rules, entry, buttons
    if column >= FULL_WIDTH and (left - len(buttons) >= _ENOUGH or types):
        return top, 0, entry, buttons
    return _help(talk, column, most=2), 0, entry[:1], []


def _read_on(talk: ChatState, line: ScreenLine, room: int) -> list[ScreenLine]:
    """A rule that turns the page by `room` lines, but for the last one or two, when it is pressed.

    With no lines to turn by it does nothing. For a finger it is two rows.
    """
    step = room - 2 if room > 0 else room + 2
    does = Action("read", str(step)) if room else None
    line = tuple(span._replace(does=span.does or does) for span in line)
    return [line, below(line)] if talk.by_hand else [line]


def _code_page(talk: ChatState, code: Code, width: int, height: int) -> Page:
    """A link's code, with as much of help above it as there is room for, beside the way back."""
    room = height - least_lines(talk, code, width)
    heads = (_help(talk, width), _help(talk, width, most=1))
    top = next((head for head in heads if len(head) <= room), [])
    from_right = talk.conversation.right_to_left
    top = [place(line, width, width, from_right=from_right) for line in top]
    lines = (*top, *code_lines(talk, code, width, height - len(top)))
    return Page(lines, 1, from_right=from_right)


def shown_code(leaf: ScrollView) -> Code | None:
    """The code that is shown now, if any."""
    shown = leaf.sections[0].events[:1]
    return shown[0] if shown and isinstance(shown[0], Code) else None


def _cursor(lines: tuple[ScreenLine, ...], *, from_right: bool) -> tuple[int, int] | None:
    """Where typing goes on; where nothing is typed, where the selected thing begins."""
    places: dict[str, tuple[int, int]] = {}
    for row, line in enumerate(lines):
        if any(span.role == "cursor" for span in line):
            line = painted(line, from_right=from_right)
        column = 0
        for span in reversed(line) if from_right else line:
            first = line_cells(line) - 1 - column if from_right else column
            places.setdefault(span.role, (first, row))
            column += cells(span.text)
    return places.get("cursor") or places.get("selected") or places.get("entry-hint")


def place(line: ScreenLine, column: int, width: int, *, from_right: bool) -> ScreenLine:
    """The line in the column in the middle of the screen, every cell of it filled."""
    line = fill(cut(line, column), column)
    line = mirror(line) if from_right else line
    margin = (width - column) // 2
    ground = line[0].role if line and line[0].role in _BANDS else "page"
    return fill((Span(" " * margin, ground), *line) if margin else line, width, ground)


# -- the help lines, the same on every screen


def _help(talk: ChatState, width: int, most: int = 0) -> list[ScreenLine]:
    """Names and numbers alone: they read the same in every language.

    In `most` lines, where that is given, as many of them from the first as there is room for.
    """
    names = talk.conversation.help_names()
    lines = wrap(talk.conversation.listed(names), width - 2)
    while most and len(lines) > most and len(names) > 1:
        names = names[:-1]
        lines = wrap(talk.conversation.listed(names), width - 2)
    return [fill((Span(f" {line}", "help"),), width, "help") for line in lines]


def _title(talk: ChatState, width: int) -> ScreenLine:
    """What this is; on the first screen also the languages it speaks, each in its own words."""
    others = [code for code in talk.telling.languages.codes if code != talk.conversation.language]
    title = talk.telling.say(phrases.TITLE)
    if not others or talk.conversation.answered or talk.leaf.cut_above:
        more = f" - {talk.telling.say(phrases.CHAT_ABOVE)}" if talk.leaf.cut_above else ""
        texts = [f"{title}{more}".replace("\n", " / "), f"{title.partition(chr(10))[0]}{more}"]
        return _rule(_fitting((*texts, title.partition("\n")[0]), width), width)
    names = [*map(talk.telling.languages.short_name, others)]
    lists = [names, *([*names[:most], "..."] for most in range(len(names) - 1, 0, -1))]
    texts = [f"{', '.join(names)}: {LANGUAGE.cap}" for names in lists]
    start = () if width < NARROW else _rule(title.partition("\n")[0], 0)
    words = _fitting(texts, width - line_cells(start))
    spoken = Span(words, "languages", LANGUAGE.does)
    between = width - line_cells((*start, spoken)) - 4
    line = (*start, Span("\u2500" * max(2, between + 2), "rule"), Span(" ", "rule"), spoken)
    return (*line, Span(" ", "rule"))


def _fitting(texts: Sequence[str], width: int) -> str:
    """The first of the texts that fits in a rule of this width; else the last."""
    return next((text for text in texts if cells(text) + 4 <= width), texts[-1])


def _rule(words: str, width: int) -> ScreenLine:
    """A rule across the screen with some words in it."""
    if not words:
        return (Span("\u2500" * width, "rule"),)
    line = (Span("\u2500\u2500 ", "rule"), Span(words, "title"), Span(" ", "rule"))
    return (*line, Span("\u2500" * max(0, width - line_cells(line)), "rule"))


def _where(talk: ChatState, room: int, width: int) -> ScreenLine:
    """How far along the person is, and whether there is more to read; what fits of it."""
    progress = talk.telling.progress if talk.in_conversation else ""
    more = talk.telling.say(phrases.CHAT_MORE) if has_more(talk, room) else ""
    words = [word for word in (progress, more) if word]
    both = [word.replace("\n", " / ") for word in words]
    first = [word.partition("\n")[0] for word in words]
    return _rule(_fitting((" - ".join(both), " - ".join(first), *first[-1:], ""), width), width)


# -- what is read


def _reading(talk: ChatState, room: int) -> list[ScreenLine]:
    leaf = talk.leaf
    lines = list(leaf.lines[leaf.top : leaf.top + room])
    if leaf.selected != UNSELECTED:
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
        ) if span.does and span.role != "page" else span
        for span in line
    )  # fmt: skip


# -- a window too small to talk in


def _too_small(talk: ChatState, width: int, height: int) -> tuple[ScreenLine, ...]:
    """The help, a calm line, and the ways out; as much of it as there is room for.

    Each way out is named whole before a second line of anything else is.
    """
    say = talk.conversation.phrase
    ways_out = [button for button in (PLAIN, HIDE) if button in talk.buttons]
    keys = [f"{say(button.name).text}: {button.cap}" for button in ways_out]
    how = [phrases.CHAT_SMALL]
    how += [phrases.CHAT_SMALL_PLAIN] if PLAIN in ways_out else []
    help_ = _small(talk.conversation.help_names(), "help", width)
    long = _small([*(phrase(talk, text) for text in how), keys[-1]], "page", width)
    short = _small(keys, "page", width)
    lines = [*help_, *long]
    if len(lines) > height:
        lines = [*help_[: max(2, height - len(short))], *short]
    lines += [fill((), width)] * (height - len(lines))
    from_right = talk.conversation.right_to_left
    return tuple(place(line, width, width, from_right=from_right) for line in lines[:height])


def _small(texts: Sequence[str], role: str, width: int) -> list[ScreenLine]:
    """Texts one below another, wrapped, in a window too small to talk in."""
    lines = (line for text in texts for line in wrap(text, max(1, width)))
    return [fill(cut((Span(line, role),), width), width, role) for line in lines]


def action_at(line: ScreenLine, x: int) -> Action | None:
    """What the cell `x` of a line does when it is pressed."""
    for span in line:
        x -= cells(span.text)
        if x < 0:
            return span.does
    return None
