"""The order in which a terminal is to show the letters of a line, some of which run from the right.

Lines are made, wrapped and pressed in the order they are read in; only what is painted is put in
the order of the cells. Each span is a field of its own: no key or number gets among other words.
A home of python-bidi, which is imported once there is a letter from the right.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from guide.front.cells import cells
from guide.front.chat.draw.text import ScreenLine, Span, mirror

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""The letters that run from the right: Hebrew to Arabic, and their presentation forms."""
_FROM_RIGHT = re.compile(f"[{_RIGHT}]")
_NUMBER_OR_NAME = re.compile(f"\u200e(\\w[^\u200e{_RIGHT}]*)\u200e|(\\d+(?: \\d+)+)")
"""What is marked as one (guide.i18n.words), and groups of digits: both are read from the left."""
_MIRRORED = {"(": ")", "[": "]", "{": "}", "<": ">", "\u00ab": "\u00bb", "\u2039": "\u203a"}
_MIRRORED |= {after: before for before, after in _MIRRORED.items()}
_TURNED = str.maketrans(_MIRRORED)
_SIGN = "".join(map(re.escape, _MIRRORED))
# python-bidi leaves out two rules of the algorithm: L3, marks stand after their letter, and L4,
# brackets are turned round. A mark stands before what it belongs to just where that ran from the
# right; so each bracket is given a mark that has no shape.
_MARK = "\u034f"
_SIGNS = re.compile(f"([{_SIGN}])")
_SIGNS_IN_ORDER = re.compile(f"([{_SIGN}]){_MARK}|{_MARK}([{_SIGN}])")
_MARKS_BEFORE = re.compile("([\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+)(.)")
_SHAPELESS = dict.fromkeys(
    (0x34F, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A))
)
"""What only says how to order or join; no terminal needs it any more."""
_BESIDE = " / "
"""Between words of two languages that stand in one line: each is in an order of its own."""
_CURSOR = "\ufffc"
_TYPED = ("typed", "cursor")


def painted(line: ScreenLine, *, from_right: bool) -> ScreenLine:
    """The line as its cells are painted, on a page that is laid out from the right or the left.

    Every span keeps its place and its cells, so what can be pressed stays where it is.
    """
    if not from_right and not any(_FROM_RIGHT.search(span.text) for span in line):
        return line
    spans: list[Span] = []
    for is_typed, group in groupby(line, key=lambda span: span.role in _TYPED):
        if is_typed:
            spans += _typed(tuple(group), from_right=from_right)
        else:
            spans += (s._replace(text=ordered(s.text, from_right=from_right)) for s in group)
    return tuple(spans)


def ordered(text: str, *, from_right: bool) -> str:
    """A text of one line as its cells are painted: its letters joined, the blanks around it kept.

    It takes as many cells as before.
    """
    if not _FROM_RIGHT.search(text):
        signs = from_right and not any(map(str.isalnum, text))
        return text.translate(_TURNED if signs else _SHAPELESS)
    words = text.strip(" ")
    before = len(text) - len(text.lstrip(" "))
    shown = _in_order(words, runs_from_right(words, from_right=from_right))
    return " " * before + shown + " " * (len(text) - before - len(words))


def runs_from_right(text: str, *, from_right: bool) -> bool:
    """Whether a text is read from the right.

    On a page from the right that is each with such a letter; on another, each that is mostly such.
    """
    count = len(_FROM_RIGHT.findall(text))
    return count > 0 if from_right else count * 2 > sum(map(str.isalpha, text))


def _typed(spans: ScreenLine, *, from_right: bool) -> Iterator[Span]:
    """A typed line: one text, with the cursor in it where it is in this line."""
    in_reading_order = mirror(spans) if from_right else spans
    text = "".join(_CURSOR if s.role == "cursor" else s.text for s in in_reading_order)
    shown = _in_order(text, runs_from_right(text, from_right=from_right))
    left, _, right = shown.partition(_CURSOR)
    cursor = (span for span in spans if span.role == "cursor")
    yield from (Span(left, "typed"), *cursor, Span(right, "typed"))


def _in_order(text: str, base: bool) -> str:
    """The text from its first cell to its last; `base` says that it is read from the right."""
    if not _FROM_RIGHT.search(text):
        return text
    if _BESIDE in text:
        parts = text.split(_BESIDE)
        each = [_in_order(part, runs_from_right(part, from_right=base)) for part in parts]
        return _BESIDE.join(reversed(each) if base else each)
    from bidi import get_display

    from guide.front.chat.draw.joining import joined

    isolated = _NUMBER_OR_NAME.sub("\u2066\\1\\2\u2069", joined(text))
    marked = _SIGNS.sub(f"\\1{_MARK}", isolated)
    shown = str(get_display(marked, base_dir="R" if base else "L"))
    shown = _SIGNS_IN_ORDER.sub(lambda sign: sign[1] or _MIRRORED[sign[2]], shown)
    shown = _MARKS_BEFORE.sub(lambda marks: marks[2] + marks[1][::-1], shown)
    shown = shown.translate(_SHAPELESS)
    blanks = " " * (cells(text) - cells(shown))  # where lam and alef became one letter
    return blanks + shown if base else shown + blanks
