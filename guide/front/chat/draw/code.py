"""A link as a picture that a phone's camera reads. The only home of segno, imported when asked."""

from guide.front.chat.draw.code_size import BORDER
from guide.front.chat.draw.section import Code


def link_code(link: str, name: str = "") -> Code:
    """The picture of a link of `name`; only the link itself where segno is not installed."""
    try:
        import segno
    except ImportError:
        return Code((), link, name)
    made = segno.make(link, micro=False, error="l", boost_error=False)
    return Code(tuple(tuple(map(bool, row)) for row in made.matrix_iter(border=BORDER)), link, name)
