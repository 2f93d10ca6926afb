"""A picture as DOT text, and laid out as SVG by Graphviz. The only home of pygraphviz."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib import import_module
from typing import Any

from guide.diagram.model import URGENCY_WORDS, AnswerRow, Arrow, Box, Picture, urgencies
from guide.flow.model import URGENCIES, Urgency

PAPERS = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}
"""The short and the long side, in millimetres."""
MARGIN = 10.0
"""Millimetres left free on every side."""
_WRAP = 34
_FONT = "Helvetica,Arial,sans-serif"
_FILL = {"emergency": "#fde7e9", "report": "#e6eefb", "tell": "#fff4d6", "talk": "#e8f5e9"}
_LINE = {"emergency": "#8b1a2b", "report": "#1d4f91", "tell": "#7a5c00", "talk": "#2e6b34"}
_MARK = "#000000"
_ENDINGS = "endings of this picture"
_ORDER: tuple[Urgency | None, ...] = URGENCIES

Endings = Mapping[str, Box]
_FAINT = "#6b7280"
# No picture may fetch anything: Graphviz names a DTD that no reader of SVG needs.
_SIZE = re.compile(r'width="([\d.]+)pt" height="([\d.]+)pt"')
_DOCTYPE = re.compile(r"<!DOCTYPE.*?>\s*", re.DOTALL)


class CannotDraw(Exception):
    """Graphviz is not there, or cannot lay this out; `str()` says what to do."""


def picture_svg(drawn: Picture, paper: str = "A4") -> str:
    """The picture as SVG that needs nothing from elsewhere, as large as the paper allows."""
    try:
        pygraphviz: Any = import_module("pygraphviz")  # it ships no types
    except ImportError as error:
        raise CannotDraw(
            "svg needs Graphviz: install should-i-report[draw], or use --format html, which needs"
            " nothing and prints every word on A4, or mermaid or dot"
        ) from error
    import warnings

    with warnings.catch_warnings():
        # What a machine's fonts complain of is nothing the author can mend.
        warnings.simplefilter("ignore", RuntimeWarning)
        try:
            drawing = pygraphviz.AGraph(string=dot(drawn)).draw(format="svg", prog="dot")
        except (OSError, ValueError) as error:
            raise CannotDraw("Graphviz could not lay this out: use --format dot") from error
    text = _on_paper(_DOCTYPE.sub("", drawing.decode()), paper)
    described = f"<title>{escape(drawn.title)}</title><desc>{escape(drawn.about)}</desc>"
    return re.sub(r"(<svg\b[^>]*>)", rf"\1{described}", text, count=1)


def _on_paper(text: str, paper: str) -> str:
    """The picture as large as fits the sheet, standing or lying, whichever is larger."""
    match = _SIZE.search(text)
    if match is None:
        return text
    width, height = float(match[1]), float(match[2])
    short, long = (side - 2 * MARGIN for side in PAPERS[paper])
    scale = max(
        min(long / width, short / height),
        min(short / width, long / height),
    )
    size = f'width="{width * scale:.1f}mm" height="{height * scale:.1f}mm"'
    return text[: match.start()] + size + text[match.end() :]


def dot(drawn: Picture) -> str:
    """The picture as DOT text."""
    return "\n".join(_lines(drawn)) + "\n"


def _lines(drawn: Picture) -> Iterator[str]:
    yield "digraph flow {"
    yield "  rankdir=LR; ranksep=0.7; nodesep=0.2; splines=true;"
    yield f'  labelloc=t; labeljust=l; fontsize=22; fontname="{_FONT}"; bgcolor=white;'
    yield f"  label=<{_title(drawn)}>;"
    yield f'  node [shape=plain fontname="{_FONT}" fontsize=11];'
    yield f'  edge [fontname="{_FONT}" fontsize=9 color="{_FAINT}" arrowsize=0.7];'
    endings = {box.id: box for box in drawn.boxes if box.kind == "ending"}
    for box in drawn.boxes:
        if box.id not in endings:
            yield f"  {_quoted(box.id)} [{_attributes(box, drawn, endings)}];"
    if endings:
        yield f"  {_quoted(_ENDINGS)} [label=<{_endings(endings.values())}>];"
        yield f"  {{ rank=max; {_quoted(_ENDINGS)} }}"
    for arrow in drawn.arrows:
        if arrow.target not in endings or arrow.marked or not arrow.option:
            yield f"  {_arrow(arrow, endings)};"
    yield from _legend(drawn)
    yield "}"


def _arrow(arrow: Arrow, endings: Endings) -> str:
    """An arrow; one to an ending is drawn only where it is marked, as its row names the ending."""
    port = f":{_quoted(arrow.option)}:e" if arrow.option else ""
    target = _quoted(arrow.target)
    if arrow.target in endings:
        target = f"{_quoted(_ENDINGS)}:{target}:w"
    label = f"label={_quoted(_wrapped(arrow.condition, 18))} " if arrow.condition else ""
    mark = f'color="{_MARK}" penwidth=4 ' if arrow.marked else ""
    return f"{_quoted(arrow.source)}{port} -> {target} [{label}{mark}]"


def _title(drawn: Picture) -> str:
    standing = "".join(
        f'<br align="left"/><font point-size="12">At every question: {escape(words)}</font>'
        for words in drawn.standing
    )
    about = ""
    if drawn.about:
        about = f'<br align="left"/><font point-size="13">{escape(drawn.about)}</font>'
    return f'<b>{escape(drawn.title)}</b>{about}{standing}<br align="left"/> '


def _attributes(box: Box, drawn: Picture, endings: Endings) -> str:
    heading = f'<font point-size="9" color="{_FAINT}">{escape(box.heading)}</font>'
    if box.kind == "question":
        rows = "".join(_row(box, row, drawn, endings) for row in box.rows)
        return (
            f'label=<<table border="{4 if box.marked else 1}" cellborder="0" cellspacing="0" '
            f'cellpadding="4" bgcolor="white"><tr><td colspan="2" align="left" bgcolor="#eef0f3">'
            f'{heading}<br align="left"/><b>{_html(box.lines[0])}</b></td></tr>{rows}</table>>'
        )
    shape = "note" if box.kind == "message" else "cds"
    lines = "".join(f'<br/><font point-size="9">{_html(words)}</font>' for words in box.lines)
    mark = f'color="{_MARK}" penwidth=4' if box.marked else f'color="{_FAINT}"'
    return f'shape={shape} margin="0.12,0.08" {mark} label=<{heading}{lines}>'


def _row(box: Box, row: AnswerRow, drawn: Picture, endings: Endings) -> str:
    """An answer, and beside it the endings it leads to, each for whom."""
    words = f"<b>{_html(row.words)}</b>" if row.marked else _html(row.words)
    cells = []
    for arrow in drawn.arrows:
        if (arrow.source, arrow.option) == (box.id, row.option) and arrow.target in endings:
            urgency = endings[arrow.target].urgency
            whom = f"{escape(arrow.condition)}: " if arrow.condition else ""
            fill = f'bgcolor="{_FILL[urgency]}"' if urgency else ""
            name = f"<b>{arrow.target}</b>" if arrow.marked else arrow.target
            cells.append(
                f'<tr><td align="left" {fill}><font point-size="9">{whom}{name}</font></td></tr>'
            )
    leads = (
        f'<table border="0" cellspacing="1" cellpadding="2">{"".join(cells)}</table>'
        if cells
        else ""
    )
    return (
        f'<tr><td align="left" border="1" sides="T">{words}</td>'
        f'<td port="{escape(row.option)}" align="left" border="1" sides="T">{leads}</td></tr>'
    )


def _endings(endings: Iterable[Box]) -> str:
    """Every ending once: how urgent, what it says first, whom it can show."""
    rows = []
    for box in sorted(endings, key=lambda box: _ORDER.index(box.urgency)):
        urgency = box.urgency or "talk"
        width = 4 if box.marked else {"emergency": 3}.get(urgency, 1)
        title, contacts = box.lines
        rows.append(
            f'<tr><td port="{escape(box.id)}" align="left" border="{width}" '
            f'color="{_MARK if box.marked else _LINE[urgency]}" bgcolor="{_FILL[urgency]}">'
            f'<b>{escape(box.id)}</b>  {escape(URGENCY_WORDS[urgency])}<br align="left"/>'
            f'{_html(title, 60)}<br align="left"/>'
            f'<font point-size="9">{_html(contacts, 76)}<br align="left"/></font></td></tr>'
        )
    return f'<table border="0" cellspacing="4" cellpadding="4">{"".join(rows)}</table>'


def _legend(drawn: Picture) -> Iterator[str]:
    """What the picture means, in words: nothing is said by colour alone."""
    rows = ["<b>question</b>, its answers, and the endings they lead to"]
    rows += [f"{escape(URGENCY_WORDS[urgency])}" for urgency in urgencies(drawn)]
    fills = ["#eef0f3", *(_FILL[urgency] for urgency in urgencies(drawn)), "#ffffff", "#ffffff"]
    if any(arrow.marked for arrow in drawn.arrows):
        rows.append("<b>thick and black: the way of the answers shown</b>")
    rows.append("Checked by: ____________________  Date: ____________")
    cells = "".join(
        f'<tr><td align="left" bgcolor="{fill}">{row}</td></tr>'
        for row, fill in zip(rows, fills, strict=False)
    )
    table = f'<table border="1" cellborder="0" cellspacing="3" cellpadding="3">{cells}</table>'
    yield f'  "what the picture means" [label=<{table}>];'
    yield '  { rank=min; "what the picture means" }'


def _html(words: str, width: int = _WRAP) -> str:
    """Words wrapped, every line begun at the left."""
    lines = [escape(line) for line in textwrap.wrap(words, width)]
    return '<br align="left"/>'.join(lines) + ('<br align="left"/>' if len(lines) > 1 else "")


def _wrapped(words: str, width: int) -> str:
    return "\n".join(textwrap.wrap(words, width))


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
