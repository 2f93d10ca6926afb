"""The pages' scripts as they are sent: small enough to read in full, and to pack into any page."""

import re
from importlib.resources import files
from string import ascii_lowercase, ascii_uppercase

MOST_SCRIPT = 2048
"""Bytes, of all scripts of a page."""
_LOCAL = (
    "act all at away begun block body each first get goal gone group head held key last leave line"
    " link list main mark name named now old out parts path pressed rest show state step still"
    " time times title told trail turn wait what why within"
)
"""Every name that the script itself makes and that is longer than a letter."""
_LETTERS = f"{ascii_uppercase}{ascii_lowercase}".translate({ord(each): None for each in "dek"})
"""The script itself has names of these three letters."""


def holding_script() -> str:
    """hold.js, which stands before the frame."""
    return _without_blanks(_read("hold.js"))


def script() -> str:
    """leave.js without comments and blanks, its own names a letter each."""
    code = _read("leave.js")
    for number, name in enumerate(_LOCAL.split()):
        # Not a property, and not within quotes.
        code = re.sub(rf"(?<![\w.'$#]){name}(?![\w':])", _LETTERS[number], code)
    code = _without_blanks(code)
    size = len(f"{holding_script()}{code}".encode())
    assert size <= MOST_SCRIPT, f"hold.js and leave.js have {size} bytes"
    return code


def booklet_script() -> str:
    """booklet.js without comments and blanks."""
    return _without_blanks(_read("booklet.js"))


def _read(name: str) -> str:
    """A script without its comments."""
    written = files(__package__).joinpath(name).read_text(encoding="utf-8").strip()
    return re.sub(r"^ *//.*\n", "", written, flags=re.MULTILINE)


def _without_blanks(code: str) -> str:
    return re.sub(r"\s*([^\w\s'])\s*", r"\1", code).replace(";}", "}")
