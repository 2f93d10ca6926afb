"""What a kiosk shows while nobody is there: help first, how to begin, in each language in turn."""

from collections.abc import Sequence

from guide.conversation import phrases
from guide.front.cells import cells, wrap
from guide.front.chat.draw.text import Action, ScreenLine, Span, fill, line_cells
from guide.front.chat.foot import phrase
from guide.front.chat.page import WIDEST, place
from guide.front.chat.state import ChatState
from guide.front.plain.lines import in_one_line
from guide.kiosk.site import Site

Block = list[ScreenLine]

ROOMY = 24
"""From this many lines on, each help line has a line of its own."""


def attract_page(talk: ChatState, site: Site, width: int, height: int) -> list[ScreenLine]:
    """The attract screen: every help line, how to begin, the languages, and what this is.

    Help comes first and is never cut: where there is too little room, the rest gives way.
    """
    column = min(width, WIDEST)
    help_ = _help(talk, column, roomy=height >= ROOMY)
    # In the order they give way, last first.
    blocks = [
        [_rule(phrase(talk, phrases.TITLE), column)],
        [(), *_block((phrase(talk, phrases.KIOSK_BEGIN),), "title", column)],
        _languages(talk, column),
        [(), *_block((_signpost(talk, site),), "page", column)],
        [(), *_block((phrase(talk, phrases.KIOSK_WHAT),), "page", column)],
        [(), *_block((site.operator,), "page", column)] if site.operator else [],
    ]
    kept: list[Block] = []
    for block in blocks:
        if len(help_) + sum(map(len, kept)) + len(block) <= height:
            kept.append(block)
    return _filled([*help_, *(line for block in kept for line in block)], talk, width, height)


def card_page(talk: ChatState, words: Sequence[str], width: int, height: int) -> list[ScreenLine]:
    """A calm card on an otherwise empty screen, with the help above it."""
    column = min(width, WIDEST)
    top = _help(talk, column, roomy=height >= ROOMY)
    body = [line for text in words for line in ((), *_block((text,), "page", column))]
    space = max(0, (height - len(top) - len(body)) // 3)
    return _filled([*top, *([()] * space), *body], talk, width, height)


def _signpost(talk: ChatState, site: Site) -> str:
    """The host's own words, or else the guide's, which say the same."""
    own = site.signpost_in(talk.conversation.language)
    return own or phrase(talk, phrases.KIOSK_SIGNPOST)


def _help(talk: ChatState, width: int, *, roomy: bool) -> Block:
    conversation = talk.conversation
    texts = tuple(map(in_one_line, conversation.help_lines()))
    if not roomy:
        names = conversation.listed(conversation.help_names())
        texts = (f"{phrase(talk, phrases.PLAIN_HELP_NOW)} {names}",)
    return _block(texts, "help", width)


def _languages(talk: ChatState, width: int) -> Block:
    """Every language by its own name; to touch one is to begin in it."""
    languages = talk.telling.languages
    if len(languages.codes) < 2:
        return []
    lines: Block = [()]
    row: ScreenLine = (Span(" "),)
    for code in languages.codes:
        name = Span(languages.short_name(code), "languages", Action("language", code))
        if line_cells(row) + cells(name.text) > width and len(row) > 1:
            lines.append(row)
            row = (Span(" "),)
        row = (*row, name, Span("   "))
    return [*lines, row]


def _block(texts: Sequence[str], role: str, width: int) -> Block:
    """Texts wrapped to the column."""
    return [
        fill((Span(f" {line}", role),), width, role)
        for text in texts
        for line in wrap(text, max(1, width - 2))
    ]


def _rule(words: str, width: int) -> ScreenLine:
    line = (Span("\u2500\u2500 ", "rule"), Span(words, "title"), Span(" ", "rule"))
    return (*line, Span("\u2500" * max(0, width - line_cells(line)), "rule"))


def _filled(lines: Block, talk: ChatState, width: int, height: int) -> list[ScreenLine]:
    """The lines in the column in the middle of the screen, and every cell of the screen filled."""
    column, from_right = min(width, WIDEST), talk.conversation.right_to_left
    shown = [place(line, column, width, from_right=from_right) for line in lines[:height]]
    return shown + [fill((), width)] * (height - len(shown))
