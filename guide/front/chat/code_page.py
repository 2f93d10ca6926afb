"""A link's code over the whole window, whose it is above it; else the address, to be typed."""

from itertools import zip_longest

from guide.conversation import phrases
from guide.front.cells import cells, wrap
from guide.front.chat.draw.code_size import code_size
from guide.front.chat.draw.section import Code
from guide.front.chat.draw.text import Action, ScreenLine, Span, cut, fill, mirror
from guide.front.chat.state import ChatState

_BESIDE = 22
"""The least cells for the words beside a code."""
_MOST_BESIDE = 34

_CELLS = {
    (False, False): Span(" ", "code"),
    (True, True): Span(" ", "code-dark"),
    (True, False): Span("\u2584", "code-dark"),
    (False, True): Span("\u2584", "code"),
}
"""Two modules above one another in a cell. Those alike are painted by its ground alone, the others
by the lower half block: a full block and an upper half leave seams in xterm, which a camera, and
zbar, stumble over."""


def code_lines(talk: ChatState, code: Code, width: int, height: int) -> list[ScreenLine]:
    """The window's lines; pressed anywhere, it leads back."""
    from_right = talk.conversation.right_to_left
    # What is laid out from the right is mirrored, but for the picture.
    picture = list(map(mirror, _picture(code))) if from_right else _picture(code)
    wide = len(code.rows[0]) if code.rows else 0
    if not wide or wide > width or len(picture) >= height:
        lines = [
            *_words(code.name, "name", width),
            *_words(talk.telling.say(phrases.CHAT_CODE_SMALL), "text", width),
            *_words(code.link, "link", width),
            (),
            *_way_back(talk, width),
        ]
    else:
        lines = [*_words(code.name, "name", width)[: height - len(picture)]]
        lines += _with_words(talk, picture, width - wide, height - len(lines), code)
    back = Action("back")
    lines = [fill(cut(line, width), width) for line in lines[:height]]
    lines += [fill((), width)] * (height - len(lines))
    lines = list(map(mirror, lines)) if from_right else lines
    return [tuple(span._replace(does=back) for span in line) for line in lines]


def least_lines(talk: ChatState, code: Code, width: int) -> int:
    """The lines that a code takes with whose it is above it and the way back below it."""
    return len(wrap(code.name, width)) + code_size(code.link)[1] + len(_way_back(talk, width))


def _with_words(
    talk: ChatState, picture: list[ScreenLine], beside: int, height: int, code: Code
) -> list[ScreenLine]:
    """The picture, and what to do with it beside it or below, as far as there is room."""
    room = min(beside - 3, _MOST_BESIDE)
    say = talk.telling.say
    texts = (
        (say(phrases.CHAT_CODE_TITLE), "heading"),
        (code.link, "link"),
        (say(phrases.CHAT_CODE_HISTORY), "text"),
        (_way_back_in_words(talk), "title"),
    )
    wide = sum(len(span.text) for span in picture[0])
    if room < _BESIDE:
        drawn = [_words(text, role, wide + beside) for text, role in texts]
        return [*picture, *_as_fits(drawn, height - len(picture))]
    # The address stands in one line where there is room for that: so it can be copied.
    whole = len(picture) + 2 <= height and cells(code.link) + 2 <= wide + beside
    words: list[ScreenLine] = []
    for text, role in texts:
        if not (whole and role == "link"):
            words += [*_words(text, role, room), ()]
    rows = zip_longest(picture, words[:height], fillvalue=())
    lines = [(*(row or (Span(" " * wide),)), Span("  "), *line) for row, line in rows]
    return [*lines, (), *_words(code.link, "link", wide + beside)] if whole else lines


def _as_fits(texts: list[list[ScreenLine]], height: int) -> list[ScreenLine]:
    """The texts below one another, each whole or not at all, as many as there is room for.

    The last says how to go back: it comes before all others; the address, to be typed, is next.
    """
    title, link, history, back = texts
    chosen: list[list[ScreenLine]] = []
    for text in (back, link, title, history):
        if sum(map(len, chosen)) + len(text) <= height:
            chosen.append(text)
    return [line for text in (title, link, history, back) if text in chosen for line in text]


def _picture(code: Code) -> list[ScreenLine]:
    """The code two rows of modules to a line."""
    light = (False,) * (len(code.rows[0]) if code.rows else 0)
    pairs = zip_longest(code.rows[::2], code.rows[1::2], fillvalue=light)
    return [_joined([_CELLS[pair] for pair in zip(*rows, strict=True)]) for rows in pairs]


def _joined(spans: list[Span]) -> ScreenLine:
    """Neighbours in one role as one."""
    line: list[Span] = []
    for span in spans:
        if line and line[-1].role == span.role:
            line[-1] = line[-1]._replace(text=line[-1].text + span.text)
        else:
            line.append(span)
    return tuple(line)


def _way_back(talk: ChatState, width: int) -> list[ScreenLine]:
    return _words(_way_back_in_words(talk), "title", width)


def _way_back_in_words(talk: ChatState) -> str:
    """How to go back, with what the person has: a finger presses anywhere."""
    return talk.telling.say(phrases.PLAIN_RETURN if talk.by_hand else phrases.CHAT_CLOSE)


def _words(text: str, role: str, width: int) -> list[ScreenLine]:
    return [(Span(f" {line}", role),) for line in wrap(text, max(1, width - 2)) if text]
