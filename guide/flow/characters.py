"""Bytes into clean UTF-8 text: which characters no file of ours may hold."""

import re

from guide.flow.faults import Faults

# No tab and no carriage return: YAML takes a tab for no indentation, and an editor shows one.
_ALLOWED_ASCII = bytes(range(0x20, 0x7F)) + b"\n"
_DIRECTION = "\u061c\u202a-\u202e\u2066-\u2069"
_ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# C0 and C1 controls, line separators, invisible characters, direction overrides, and spaces that
# look like a space and are none. ZWNJ, ZWJ, LRM and RLM (200C-200F) stay: several scripts cannot
# be written without them.
UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u180e\u200b\u2028\u2029"
    "\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff"
    f"{_DIRECTION}{_ODD_SPACE}]+"
)
_TURNS_TEXT = re.compile(f"[{_DIRECTION}]")
_LOOKS_LIKE_A_SPACE = re.compile(f"[{_ODD_SPACE}]")


def decode(data: bytes, faults: Faults) -> str | None:
    """The text of a file, or None when it is not clean UTF-8 text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.add(1, "The file is UTF-16.", "Save it as UTF-8.")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        faults.add(1, "The file starts with a byte order mark.", "Save it as UTF-8 without a BOM.")
        return None
    if b"\x00" in data:
        faults.add(1, "The file is binary, or in an unusual encoding.", "Save it as UTF-8 text.")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        faults.add(line, "These bytes are not UTF-8.", "Save the file as UTF-8.")
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return text if _clean(text, faults) else None


def _clean(text: str, faults: Faults) -> bool:
    # English files are all plain, and deleting what is allowed is the quickest way to see it.
    if text.isascii() and not text.encode("ascii").translate(None, _ALLOWED_ASCII):
        return True
    line, start, clean = 1, 0, True
    for match in UNWANTED.finditer(text):
        line += text.count("\n", start, match.start())
        start = match.start()
        faults.add(line, *unwanted(match.group()[0]))
        clean = False
    return clean


def unwanted(character: str) -> tuple[str, str]:
    """What is wrong with a character that no flow may hold, and what to do."""
    if character == "\t":
        return "There is a tab.", "Use spaces."
    name = f"U+{ord(character):04X}"
    if _TURNS_TEXT.match(character):
        return (
            f"There is a hidden character that turns the direction of text ({name}).",
            "Delete it: words could show in another order than they are written.",
        )
    if _LOOKS_LIKE_A_SPACE.match(character):
        return f"There is a space that is no ordinary space ({name}).", "Type a space instead."
    if character == "\r":
        return f"A line ends in an unusual way ({name}).", "Save the file with ordinary line ends."
    if character == "\ufffd":
        return f"A letter was lost here ({name}).", "Type it again and save the file as UTF-8."
    return f"There is a control or invisible character ({name}).", "Delete it."
