"""Which files are pages, and their text: by the byte order mark, as browsers take it."""

import codecs
import os
from collections.abc import Iterator

from guide.export.hosts.dom import Element, parsed
from guide.files import read_regular

PAGES = (".html", ".htm", ".xhtml")
_LIKE_PAGES = (
    *(".php", ".phtml", ".asp", ".aspx", ".jsp", ".jspx", ".cfm", ".shtml", ".xht"),
    *(".mht", ".mhtml", ".webarchive", ".maff"),
)
"""What a server makes a page of, and pages that a browser packed into one file."""
_BEGINNINGS = (b"<!doctype html", b"<html")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, and what each says a file is written in (Encoding Standard, section 6)."""


class NoPage(ValueError):
    """A file that is no page: its name, and why."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file} is no page: {why}.")


def read_page(file: str) -> Element:
    """The elements of a page. Raises OSError where it cannot be read, and NoPage."""
    text = decoded(read_regular(file))
    if not text.strip():
        raise NoPage(file, "it is empty")
    if "\0" in text:
        raise NoPage(file, "it holds bytes that no text has")
    if _PACKED in text[:_HEAD].lower():
        raise NoPage(file, "it is a page packed up with its files")
    page = parsed(text)
    if not any(element.tag for element in page.all()):
        raise NoPage(file, "no HTML element is in it")
    return page


def decoded(content: bytes) -> str:
    """The text of a file: in what its mark says, or in UTF-8; what is in neither is replaced."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, "replace")
    return content.decode("utf-8", "replace")


def pages_of(path: str) -> list[str]:
    """The pages of a folder, or the one file: what is looked at."""
    if not os.path.isdir(path):
        return [path]
    return sorted(file for file in _files(path) if file.lower().endswith(PAGES))


def passed_over(path: str) -> list[str]:
    """The files of a folder that look like pages, by name or beginning, and are not looked at."""
    others = (file for file in _files(path) if not file.lower().endswith(PAGES))
    return sorted(file for file in others if _looks_like_a_page(file))


_PACKED = "multipart/related"
_HEAD = 2_000
"""How a browser's packed page begins (RFC 2557), and within how many characters it says so."""


def _files(folder: str) -> Iterator[str]:
    for inner, _, names in os.walk(folder):
        yield from (os.path.join(inner, name) for name in names)


def _looks_like_a_page(file: str) -> bool:
    if file.lower().endswith(_LIKE_PAGES):
        return True
    if not os.path.isfile(file):
        return False
    try:
        with open(file, "rb") as opened:
            beginning = decoded(opened.read(_BEGINNING))
    except OSError:
        return False
    return beginning.lstrip().lower().encode().startswith(_BEGINNINGS)


_BEGINNING = 256
"""Bytes of a file that tell whether it begins as a page does."""
