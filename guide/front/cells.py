"""How many cells of a terminal a text takes, and its lines where there are only so many."""

_ONE_CELL = frozenset(
    chr(number)
    for first, last in (
        (0x20, 0x7E),
        (0xA0, 0x2FF),  # Latin
        (0x400, 0x482),  # Cyrillic
        (0x48A, 0x52F),
        (0x60C, 0x60C),  # Arabic, Urdu with it: its comma, question mark and letters
        (0x61F, 0x61F),
        (0x620, 0x64A),
        (0x671, 0x6D5),
        (0xFB50, 0xFBB1),  # the shapes that those letters have beside one another
        (0xFBD3, 0xFBFF),
        (0xFE80, 0xFEFC),
        (0x2010, 0x2027),  # quotation marks and dashes
        (0x2500, 0x259F),  # lines and blocks that are drawn
    )
    for number in range(first, last + 1)
)
_NO_CELL = dict.fromkeys((*range(0x64B, 0x660), 0x670, 0x200C, 0x200E, 0x200F, 0x2066, 0x2069))
"""The vowel signs of Arabic and Urdu, above and below its letters; what parts and orders."""


def cells(text: str) -> int:
    """How many cells of a terminal the text takes, as `wcwidth` counts them.

    The letters of the shipped languages are counted here: to import wcwidth takes longer than all
    else there is before the first question.
    """
    if text.isascii():
        return len(text)
    letters = text.translate(_NO_CELL)
    if _ONE_CELL.issuperset(letters):
        return len(letters)
    from wcwidth import width

    return width(text, control_codes="ignore")


def fitting(text: str, width: int) -> int:
    """How many characters of the text fit in `width` cells: whole letters, and at least one."""
    if text.isascii():
        return max(1, min(len(text), width))
    from wcwidth import iter_graphemes

    used = position = 0
    for letter in iter_graphemes(text):
        used += cells(letter)
        if used > width and position:
            break
        position += len(letter)
    return position


def wrap(
    text: str, width: int, *, first: str = "", indent: str = "", whole: bool = False
) -> list[str]:
    """The text in lines of at most `width` cells; each line break in it begins a new one.

    The first line begins with `first`, the others with `indent`. A number such as 0800 1111 or a
    link is never broken in two where it fits in a line. What is wider than a line is cut to fit,
    or with `whole` stands on a line of its own, for the terminal to break.
    """
    room = width - max(cells(first), cells(indent))
    lines: list[str] = []
    line = first
    for paragraph in text.split("\n"):
        used, empty = cells(line), True
        for word in _words(paragraph):
            for piece in (word,) if whole else _pieces(word, room):
                size = cells(piece)
                if not empty and used + 1 + size > width:
                    lines.append(line)
                    line, used, empty = indent, cells(indent), True
                line += piece if empty else f" {piece}"
                used += size + (not empty)
                empty = False
        lines.append(line)
        line = indent
    return lines


def _words(text: str) -> list[str]:
    """The words of a text, groups of digits such as 0800 1111 kept as one."""
    words: list[str] = []
    for word in text.split():
        if words and word[0].isdigit() and words[-1][-1].isdigit():
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _pieces(word: str, room: int) -> list[str]:
    """A word cut to fit; an address after one of its strokes, numbers between two, if possible."""
    pieces: list[str] = []
    rest = word
    while cells(rest) > room:
        end = fitting(rest, room)
        # Not in the first half of the room: that would leave most of a line empty.
        last = max(rest.rfind(sign, room // 2, end) for sign in "/- ")
        end = last + 1 if last > 0 else end
        pieces.append(rest[:end].rstrip())
        rest = rest[end:]
    return [*pieces, rest] if rest or not pieces else pieces
