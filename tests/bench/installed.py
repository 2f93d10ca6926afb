"""The guide as a package leaves it on a machine: bytecode, flows and catalogues compiled."""

import compileall
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from guide import cache
from guide.conversation import phrases
from guide.conversation.conversation import Conversation
from guide.conversation.events import Asked
from guide.flow import library
from guide.flow.model import Library, Text
from guide.front import start
from guide.i18n import load
from guide.i18n.words import Words
from guide.options import Options

ROOT = Path(__file__).parents[2]
LANGUAGE = "cy"
"""The language of a made translation that has words for everything."""


class Installed:
    """The guide as pip leaves it in a folder of its own: with bytecode, and its flows inside."""

    def __init__(self, folder: Path, flows: Path, *, translated: bool = False) -> None:
        """With a made translation that has words for everything, where asked for."""
        self.folder = folder
        package = folder / "guide"
        self.flows, self.locales = package / "flows", package / "locales"
        shutil.copytree(ROOT / "guide", package, ignore=left_out)
        shutil.copytree(flows, self.flows, ignore=left_out)
        self.locales.mkdir()
        compileall.compile_dir(package, quiet=1)
        read = compiled_flows(self.flows, for_package=True)
        if translated:
            translate(read, self.locales, for_package=True)
        self.script = folder / "guide-command"
        self.script.write_text(
            f"#!{sys.executable}\nimport sys\nfrom guide.__main__ import entry\n"
            "if __name__ == '__main__':\n    sys.exit(entry())\n"
        )

    def uncompiled(self) -> None:
        """Take away what is compiled but for the bytecode."""
        for file in self.folder.rglob("*.compiled"):
            file.unlink()


def compiled_flows(flows: Path, *, for_package: bool = False) -> Library:
    """The library of a folder of flows, once it is compiled there."""
    read = library.load_library(str(flows))
    cache.write(library.CompiledFlows(str(flows)), read, for_package=for_package)
    return read


def left_out(_: str, names: list[str]) -> list[str]:
    """The names of a folder that a copy of a checkout does without."""
    return [name for name in names if name == "__pycache__" or name.endswith(".compiled")]


def environment() -> dict[str, str]:
    """The variables of a person's machine: none that change how Python or the guide starts."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "GUIDE_", "LC_"))
    }
    return {**kept, "LANG": "C.UTF-8"}


def words_of(read: Library, locales: Path | None = None) -> Words:
    """English, or the made translation in a folder of locales."""
    if locales is None:
        return start.wanted_words(read, Options(locale="en"))
    return start.wanted_words(read, Options(locale=LANGUAGE, locales=str(locales)))


def first_question(flows: Path, locales: Path | None = None) -> str:
    """The words of the question a person meets first."""
    read = library.load_library(str(flows))
    asked = Conversation(read, words_of(read, locales)).begin()[-1]
    assert isinstance(asked, Asked)
    return asked.text


def translate(read: Library, locales: Path, *, for_package: bool = False) -> None:
    """A compiled locale with words for every text of the library and of the program."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    folder = locales / LANGUAGE / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for domain, part in (("flows", tuple(read)), ("guide", tuple(vars(phrases).values()))):
        made = Catalog(locale=LANGUAGE, charset="utf-8", fuzzy=False)
        for text in texts(part):
            made.add(text.source, f"\u0175\u0177 {text.source}", context=text.address)
        with (folder / f"{domain}.po").open("wb") as file:
            write_po(file, made)
    cache.write(load.CompiledCatalogue(str(locales), LANGUAGE), for_package=for_package)


def texts(value: object) -> list[Text]:
    """Every text in a record, however deep."""
    if isinstance(value, Text):
        return [value]
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    return []
