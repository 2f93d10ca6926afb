"""How much of a window a link's code takes, known without making it."""

# ISO/IEC 18004, table 7: bytes that versions 1 to 10 hold at level L. Version 1 is 21 modules wide,
# and each after it 4 more.
_HOLDS = (17, 32, 53, 78, 106, 134, 154, 192, 230, 271)

BORDER = 2
"""Light modules around the picture; cameras need some."""


def code_size(link: str) -> tuple[int, int]:
    """Columns and lines of the picture, two modules to a cell; none fits a link too long."""
    length = len(link.encode())
    version = next((number for number, most in enumerate(_HOLDS, start=1) if length <= most), 99)
    modules = 17 + 4 * version + 2 * BORDER
    return modules, (modules + 1) // 2


def code_fits(link: str, width: int, height: int) -> bool:
    """Whether a window has room for a link's code, and for whose it is above it."""
    wide, high = code_size(link)
    return wide <= width and high < height
