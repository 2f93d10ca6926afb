"""The pages' scripts as they are sent: small enough to read in full, and to pack into any page."""

import re
from importlib.resources import files
from string import ascii_lowercase, ascii_uppercase

MOST_SCRIPT = 2048
"""Bytes, of all scripts of a page."""
_LOCAL = (
    "act all answer at away begun block body each first get goal gone group head held key"
    " last leave line link list main mark name named now old parts path pressed rest show"
    " state step still time times title told trail turn wait what why within"
)
"""Every name that the scripts themselves make and that is longer than a letter."""
_LETTERS = f"{ascii_uppercase}{ascii_lowercase}".translate({ord(each): None for each in "dek"})
"""The scripts have names of these three letters."""


def scripts() -> tuple[str, str]:
    """leave.js and states.js without comments and blanks, their own names a letter each."""
    leave, states = (_short(_read(name)) for name in ("leave.js", "states.js"))
    size = len(f"{leave}{states}".encode())
    assert size <= MOST_SCRIPT, f"the scripts of a page have {size} bytes"
    return leave, states


def _short(code: str) -> str:
    for number, name in enumerate(_LOCAL.split()):
        # Not a property, and not within quotes.
        code = re.sub(rf"(?<![\w.'$#]){name}(?![\w':])", _LETTERS[number], code)
    return _without_blanks(code)


def booklet_script() -> str:
    """booklet.js without comments and blanks."""
    return _without_blanks(_read("booklet.js"))


def _read(name: str) -> str:
    """A script without its comments."""
    written = files(__package__).joinpath(name).read_text(encoding="utf-8").strip()
    return re.sub(r"^ *//.*\n", "", written, flags=re.MULTILINE)


def _without_blanks(code: str) -> str:
    return re.sub(r"\s*([^\w\s'])\s*", r"\1", code).replace(";}", "}")
