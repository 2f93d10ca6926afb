"""Languages made up for tests: a scratch folder of PO files, filled as a test wants them."""

from collections.abc import Callable
from pathlib import Path

from babel.messages.catalog import Message

from guide.i18n import catalogue, po_parser
from guide.i18n.pseudo import _Made
from guide.project import Project
from guide.translate import po_store, start
from tests.talking import TINY

Fill = Callable[[Message], None]


def strange(english: str) -> str:
    """Words that are surely not the English ones, with its numbers and placeholders."""
    return _Made(mirrored=False)._disguise(english)


def reviewed(message: Message) -> None:
    """A translation that somebody has reviewed."""
    message.string = strange(str(message.id))


def draft(message: Message) -> None:
    """A translation that nobody has reviewed."""
    reviewed(message)
    message.flags.add("fuzzy")


def nothing(message: Message) -> None:
    """No translation yet."""
    message.string = ""


def make(folder: Path, fill: Fill, language: str = "cy", flows: Path = TINY) -> str:
    """A language with every entry filled; gives the folder of locales."""
    locales = str(folder / "locales")
    start.begin(Project(str(flows), locales), language)
    change(locales, fill, language)
    return locales


def change(locales: str, fill: Fill, language: str = "cy") -> None:
    """Do something to every entry of a language."""
    for path in catalogue.po_files(locales, language):
        file = po_store.load_po(path, language)
        for message in po_parser.message_entries(file):
            fill(message)
        po_store.save_po(path, file)


def only(english: str, fill: Fill, otherwise: Fill = reviewed) -> Fill:
    """Fill one text in a way of its own."""
    return lambda message: fill(message) if message.id == english else otherwise(message)
