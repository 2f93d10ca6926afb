"""The guide as a package leaves it on a machine: bytecode, flows and catalogues compiled."""

import compileall
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from guide import catalogue, shipped
from guide.conversation import phrases
from guide.conversation.conversation import Conversation
from guide.conversation.events import Asked
from guide.flow import library
from guide.flow.model import Library, Text
from guide.front import start
from guide.options import Options
from guide.problems import FlowError
from guide.words import Words
from tests.bench.graph import graph, write

ROOT = Path(__file__).parents[2]
LANGUAGE = "cy"
"""The language of a made translation that has words for everything."""


class Installed:
    """A copy of the guide in a folder of its own, with flows to start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "guide", folder / "guide", ignore=_left_out)
        compileall.compile_dir(folder / "guide", quiet=1)
        self.flows: dict[str, str] = {"shipped": str(self._copy_of_shipped())}
        for questions in (100, 1000):
            made = folder / f"{questions} questions"
            write(graph(questions), made)
            self.flows[f"{questions} questions"] = str(made)
        for flows in self.flows.values():
            library.compile_folder(flows)
            translate(library.load(flows), Path(f"{flows} locales"))
        self.script = folder / "guide-command"
        self.script.write_text(
            f"#!{sys.executable}\nimport sys\nfrom guide.cli import entry\n"
            "if __name__ == '__main__':\n    sys.exit(entry())\n"
        )

    def _copy_of_shipped(self) -> Path:
        """The flows as shipped, or the tiny ones while those have faults."""
        copy = self.folder / "flows"
        shutil.copytree(shipped.folder("flows"), copy, ignore=_left_out)
        try:
            library.load(str(copy))
        except FlowError:
            shutil.rmtree(copy)
            shutil.copytree(ROOT / "tests" / "flows" / "tiny", copy, ignore=_left_out)
        return copy

    def uncompiled(self, flows: str) -> str:
        """The same flows and locales without their compiled form."""
        plain = Path(f"{flows} uncompiled")
        if not plain.exists():
            shutil.copytree(flows, plain, ignore=_left_out)
            shutil.copytree(f"{flows} locales", f"{plain} locales", ignore=_left_out)
        return str(plain)


def _left_out(_: str, names: list[str]) -> list[str]:
    return [name for name in names if name == "__pycache__" or name.endswith(".compiled")]


def environment() -> dict[str, str]:
    """The variables of a person's machine: none that change how Python or the guide starts."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "GUIDE_", "LC_"))
    }
    return {**kept, "LANG": "C.UTF-8"}


def words_of(flows: str, read: Library, *, translated: bool = False) -> Words:
    """English, or the made translation that stands beside a folder of flows."""
    options = Options(locale="en")
    if translated:
        options = Options(locale=LANGUAGE, locales=f"{flows} locales")
    return start.words(read, options)


def first_question(flows: str, *, translated: bool = False) -> str:
    """The words of the question a person meets first."""
    read = library.load(flows)
    asked = Conversation(read, words_of(flows, read, translated=translated)).begin()[-1]
    assert isinstance(asked, Asked)
    return asked.text


def translate(read: Library, locales: Path) -> None:
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
    catalogue.compile_language(str(locales), LANGUAGE)


def texts(value: object) -> list[Text]:
    """Every text in a record, however deep."""
    if isinstance(value, Text):
        return [value]
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    return []
