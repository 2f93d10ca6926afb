"""The page that a host gets with CEOP's button, and what the rules for hosts find on a page."""

from functools import cache
from pathlib import Path

from guide.export.hosts.check import check_pages
from guide.export.hosts.help_page import help_page
from guide.flow.library import load_library
from guide.i18n.words import Words
from tests.support.talking import TINY

GIF = b"GIF89a\x78\x00\x3c\x00\x80\x00\x00\x05\x04\x04\x00\x00\x00,\x00\x00\x00\x00;"
"""A made-up picture of 120 by 60 pixels, in place of the file that a host is given."""


@cache
def right_page() -> str:
    """The page that `guide export html --site` writes."""
    return help_page(Words(load_library(str(TINY)).contacts), "West Street School", GIF)


def broken_rules(page: str, folder: Path, *, in_app: bool = False) -> set[str]:
    """The names of the rules that a page breaks, once it is saved in a folder."""
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    return {name for name, _ in check_pages(str(file), GIF, in_app=in_app)}
