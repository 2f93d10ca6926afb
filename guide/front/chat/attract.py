"""What a kiosk shows while nobody is there: help first, how to begin, in each language in turn."""

from collections.abc import Sequence

from guide.conversation import phrases
from guide.conversation.conversation import Conversation
from guide.front.chat.text import Line, Span, cells, cut, fill, mirror, wrap
from guide.kiosk.site import Site

WIDEST = 100


def attract_page(conversation: Conversation, site: Site, width: int, height: int) -> list[Line]:
    """The attract screen: every help line, what this is, how to begin, and the site's own line.

    Help comes first and is never cut: at the smallest size the rest gives way.
    """
    column = min(width, WIDEST)
    say = conversation.phrase
    lines = _block(conversation.help_lines(), "help", column)
    lines.append(_rule(say(phrases.TITLE), column))
    lines += _block((say(phrases.KIOSK_BEGIN),), "title", column, space=1)
    lines += _block((say(phrases.KIOSK_WHAT),), "page", column, space=1)
    lines += _block((site.signpost or say(phrases.KIOSK_SIGNPOST),), "page", column, space=1)
    if site.operator:
        lines += _block((site.operator,), "page", column, space=1)
    shown = [_place(line, column, width, conversation) for line in lines[:height]]
    return shown + [fill((), width)] * (height - len(shown))


def card_page(
    conversation: Conversation, words: Sequence[str], width: int, height: int
) -> list[Line]:
    """A calm card in the middle of an otherwise empty screen, with the help above it."""
    column = min(width, WIDEST)
    top = _block(conversation.help_lines(), "help", column)
    body = [line for said in words for line in _block((said,), "page", column, space=1)]
    space = max(0, (height - len(top) - len(body)) // 3)
    lines = [*top, *([()] * space), *body]
    shown = [_place(line, column, width, conversation) for line in lines[:height]]
    return shown + [fill((), width)] * (height - len(shown))


def _block(texts: Sequence[str], role: str, width: int, space: int = 0) -> list[Line]:
    """Texts wrapped to the column, after so many empty lines."""
    lines: list[Line] = [()] * space
    for text in texts:
        for line in wrap(text, max(1, width - 2)):
            lines.append(fill((Span(f" {line}", role),), width, role))
    return lines


def _rule(words: str, width: int) -> Line:
    line = (Span("\u2500\u2500 ", "rule"), Span(words, "title"), Span(" ", "rule"))
    rest = width - sum(cells(span.text) for span in line)
    return (*line, Span("\u2500" * max(0, rest), "rule"))


def _place(line: Line, column: int, width: int, conversation: Conversation) -> Line:
    line = fill(cut(line, column), column)
    line = mirror(line) if conversation.right_to_left else line
    margin = (width - column) // 2
    return fill((Span(" " * margin), *line), width) if margin else fill(line, width)
