"""The chat's page as a picture: an SVG that needs nothing but itself."""

from collections.abc import Iterator
from html import escape

from guide.front.cells import cells
from guide.front.chat.draw.order import runs_from_right
from guide.front.chat.draw.text import ScreenLine
from guide.front.chat.draw.themes import Look, Theme
from guide.front.chat.page import Page

CELL, _LINE, _TEXT = 9, 20, 15
"""Pixels of a cell's width, of a line's height, and of the letters."""


def page_svg(page: Page, theme: Theme) -> str:
    """The page as a picture; an SVG needs nothing but the file itself."""
    width = sum(cells(span.text) for span in page.lines[0]) * CELL
    height = len(page.lines) * _LINE
    ground = _colour(theme.look("page").ground, "#1c1c1c")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="{_TEXT}">',
        f'<rect width="{width}" height="{height}" fill="{ground}"/>',
        *(
            part
            for row, line in enumerate(page.lines)
            for part in _line(line, row, theme, from_right=page.from_right)
        ),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _line(line: ScreenLine, row: int, theme: Theme, *, from_right: bool) -> Iterator[str]:
    """The line's grounds and words; whoever shows it puts the words in order and joins them."""
    x, y = 0, row * _LINE
    for span in line:
        wide = cells(span.text) * CELL
        look = theme.look(span.role)
        ink, ground = _inks(look, theme)
        if ground:
            yield f'<rect x="{x}" y="{y}" width="{wide}" height="{_LINE}" fill="{ground}"/>'
        if span.text.strip():
            weight = ' font-weight="bold"' if look.bold else ""
            under = ' text-decoration="underline"' if look.underline else ""
            begin, direction = x, ""
            if runs_from_right(span.text, from_right=from_right):
                begin, direction = x + wide, ' direction="rtl"'
            yield (
                f'<text x="{begin}" y="{y + 15}" textLength="{wide}" fill="{ink}" '
                f'xml:space="preserve"{weight}{under}{direction}>{escape(span.text)}</text>'
            )
        x += wide


def _inks(look: Look, theme: Theme) -> tuple[str, str]:
    ink, ground = _colour(look.ink, "#d0d0d0"), _colour(look.ground, "")
    if look.reverse:
        return ground or "#1c1c1c", ink
    return ink, "" if look.ground == theme.look("page").ground else ground


_SIXTEEN = (
    "#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
    "#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
)  # fmt: skip
"""The sixteen colours as an old PC shows them; every terminal has its own."""


def _colour(colour: str, otherwise: str) -> str:
    if not colour:
        return otherwise
    return colour if colour.startswith("#") else _SIXTEEN[int(colour)]
