"""Languages made up for tests: a scratch folder of PO files, filled as a test wants them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Message

from guide.i18n import catalogue, po_parser
from guide.i18n.pseudo import _Made
from guide.project import Project
from guide.translate import po_store, start
from tests.support.talking import SHIPPED, TINY

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


ALIKE: tuple[Fill, ...] = (reviewed, draft, nothing)
"""What most tests want of a language."""


def make(folder: Path, fill: Fill, language: str = "cy", flows: Path = TINY) -> str:
    """A language with every entry filled; gives the folder of locales."""
    locales = folder / "locales"
    if flows in (TINY, SHIPPED):
        alike = fill if fill in ALIKE else nothing
        for name, content in _files(alike, language, flows).items():
            (locales / name).parent.mkdir(parents=True, exist_ok=True)
            (locales / name).write_bytes(content)
        if alike == fill:
            return str(locales)
    else:
        start.begin(Project(str(flows), str(locales)), language)
    change(str(locales), fill, language)
    return str(locales)


@cache
def _files(fill: Fill, language: str, flows: Path) -> dict[str, bytes]:
    """The files of a language over flows that no test changes: made once, written many times."""
    with TemporaryDirectory() as made:
        start.begin(Project(str(flows), made), language)
        change(made, fill, language)
        files = [path for path in Path(made).rglob("*") if path.is_file()]
        return {str(path.relative_to(made)): path.read_bytes() for path in files}


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
