"""The page's script as it is sent: small enough to read in full, and to pack into any page."""

import re
from importlib.resources import files
from string import ascii_lowercase, ascii_uppercase

MOST_SCRIPT = 2048
"""Bytes."""
_LOCAL = (
    "act all at away block each first frame get goal gone group head key last late leave line"
    " link list main mark name named now old out parts path pressed rest show state step still"
    " time times title told what why within"
)
"""Every name that the script itself makes and that is longer than a letter."""
_LETTERS = f"{ascii_uppercase}{ascii_lowercase}".translate({ord(each): None for each in "dek"})
"""The script itself has names of these three letters."""


def script() -> str:
    """leave.js without comments and blanks, its own names a letter each."""
    written = files(__package__).joinpath("leave.js").read_text(encoding="utf-8").strip()
    code = re.sub(r"^ *//.*\n", "", written, flags=re.MULTILINE)
    for number, name in enumerate(_LOCAL.split()):
        # Not a property, and not within quotes.
        code = re.sub(rf"(?<![\w.'$#]){name}(?![\w':])", _LETTERS[number], code)
    code = re.sub(r"\s*([^\w\s'])\s*", r"\1", code).replace(";}", "}")
    assert len(code.encode()) <= MOST_SCRIPT, f"leave.js has {len(code.encode())} bytes"
    return code
