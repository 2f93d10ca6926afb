"""A link as a picture that a phone's camera reads. The only home of segno, imported when asked."""

from guide.front.chat.draw.section import Code

BORDER = 2
"""Light cells around the picture; cameras need some."""

_HALF_BLOCKS = {(0, 0): " ", (1, 0): "\u2580", (0, 1): "\u2584", (1, 1): "\u2588"}
"""Two cells above one another as one character, dark cells drawn as ink."""


def link_code(link: str) -> Code:
    """The picture of a link; only the link itself where segno is not installed."""
    try:
        import segno
    except ImportError:
        return Code((), link)
    made = segno.make(link, micro=False, error="l", boost_error=False)
    cells = [list(row) for row in made.matrix_iter(border=BORDER)]
    if len(cells) % 2:
        cells.append([0] * len(cells[0]))
    rows = zip(cells[::2], cells[1::2], strict=True)
    return Code(
        tuple("".join(_HALF_BLOCKS[pair] for pair in zip(*row, strict=True)) for row in rows), link
    )
