"""A picture as Mermaid text: forges and many editors draw it, and it reads well in a difference."""

from collections.abc import Iterator

from guide.diagram.model import URGENCY_WORDS, Arrow, Box, Picture

_SHAPES = {
    "question": ('{{"', '"}}'),
    "message": ('[/"', '"/]'),
    "ending": ('(["', '"])'),
    "elsewhere": ('[["', '"]]'),
}
_STYLES = {
    "emergency": "fill:#fde7e9,stroke:#8b1a2b,stroke-width:4px",
    "report": "fill:#e6eefb,stroke:#1d4f91,stroke-width:3px",
    "tell": "fill:#fff4d6,stroke:#7a5c00,stroke-width:2px",
    "talk": "fill:#e8f5e9,stroke:#2e6b34,stroke-width:2px",
    "marked": "stroke:#000000,stroke-width:6px",
}


def mermaid(drawn: Picture) -> str:
    """The picture as a Mermaid flowchart."""
    return "\n".join(_lines(drawn)) + "\n"


def _lines(drawn: Picture) -> Iterator[str]:
    yield "---"
    yield f"title: {drawn.title}"
    yield "---"
    yield "flowchart LR"
    for box in drawn.boxes:
        yield f"  {_box(box)}"
    by_way: dict[tuple[str, str, str, bool], list[Arrow]] = {}
    for arrow in drawn.arrows:
        key = (arrow.source, arrow.target, arrow.condition, arrow.marked)
        by_way.setdefault(key, []).append(arrow)
    words_of = {(box.id, row.option): row.words for box in drawn.boxes for row in box.rows}
    marked = []
    for number, ((source, target, condition, is_marked), arrows) in enumerate(by_way.items()):
        answers = " / ".join(words_of[source, arrow.option] for arrow in arrows if arrow.option)
        label = f"{answers} ({condition})" if condition and answers else answers or condition
        yield f"  {_id(source)} -->" + (f'|"{_text(label)}"| ' if label else " ") + _id(target)
        if is_marked:
            marked.append(number)
    for name, style in _STYLES.items():
        yield f"  classDef {name} {style}"
    if marked:
        yield f"  linkStyle {','.join(map(str, marked))} stroke:#000000,stroke-width:5px"
    for words in drawn.standing:
        yield f"  %% at every question: {words}"


def _box(box: Box) -> str:
    lines = list(box.lines)
    if box.urgency:
        lines.insert(0, URGENCY_WORDS[box.urgency])
    before, after = _SHAPES[box.kind]
    text = "<br/>".join(map(_text, (f"<b>{box.heading}</b>", *lines)))
    classes = [name for name in (box.urgency, "marked" if box.marked else None) if name]
    return f"{_id(box.id)}{before}{text}{after}" + "".join(f":::{name}" for name in classes)


def _id(name: str) -> str:
    """A name that Mermaid does not take for a word of its own, such as `end`."""
    return f"s-{name}"


def _text(text: str) -> str:
    return text.replace('"', "#quot;")
