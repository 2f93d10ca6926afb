"""All that a folder of flows holds, as one tree of keys: flows, words, stories, languages, rest."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from guide.flow import document
from guide.flow.by_events import parse_yaml
from guide.flow.faults import Faults
from guide.flow.files import MAX_BYTES, printable
from guide.flow.nodes import Mapping, Node, Sequence
from guide.flow.sections import PAGE_KEYS
from guide.i18n.catalogue import Unreadable

FILES = "files"
"""The first key of what stands in no section: the file's name follows."""
LANGUAGES, _STORIES, _WORDS = "locales", "practice", "words"

_OF_FLOW = ("flow", "about", "reader", "start")
_PASSED_OVER = (".compiled", ".pyc", "~")


class Side(NamedTuple):
    """One of the two that are compared."""

    name: str
    """What it is called in words: a folder, or a revision and its day."""
    flows: str
    locales: str
    """The folder of languages beside it; empty where there is none."""


FileContents = dict[str, bytes]
"""Every file by its name within a folder, with `locales/` before those of the languages."""


def contents(side: Side) -> FileContents:
    """The bytes of every file that people edit; raises OSError for one that cannot be read."""
    files = {"/".join(name): path for name, path in _files(side.flows)}
    if side.locales:
        files |= {"/".join((LANGUAGES, *name)): path for name, path in _files(side.locales)}
    return {name: _read(path) for name, path in files.items()}


def _files(folder: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if os.path.isfile(folder):
        yield (os.path.basename(folder),), folder
        return
    for here, folders, names in os.walk(folder):
        # In place, so that os.walk leaves out what is hidden, and __pycache__.
        folders[:] = sorted(name for name in folders if name[0] not in "._")
        within = () if here == folder else tuple(os.path.relpath(here, folder).split(os.sep))
        for name in sorted(names):
            if not name.startswith(".") and not name.endswith(_PASSED_OVER):
                yield (*within, name), os.path.join(here, name)


def _read(path: str) -> bytes:
    if not os.path.isfile(path):  # a pipe or a device would be waited for
        return b""
    with open(path, "rb") as file:
        return file.read(MAX_BYTES)


def tree(files: FileContents) -> Mapping:
    """The files as one mapping: what stands in a section there, each other file by its name."""
    top = Mapping(0)
    for name, content in files.items():
        parts = name.split("/")
        node = _parsed(name, content)
        if not isinstance(node, Mapping):
            _put(top, (FILES, printable(name)), node)
        elif parts[0] in (_WORDS, _STORIES, LANGUAGES):
            _put(top, tuple(parts), node)
        else:
            _put_sections(top, name, node)
    return top


def _parsed(name: str, content: bytes) -> Node:
    """A file as its reader has it; where it has none, or cannot be read, its lines."""
    if name.endswith(".yaml"):
        faults = Faults(name)
        text = content.decode("utf-8", "replace")
        node = parse_yaml(text, faults)
        if node is not None and not faults.problems():
            return node
    if name.endswith(".po"):
        try:
            return _entries(name, content)
        except Unreadable:
            pass
    lines = Sequence(0)
    lines.values = list(content.decode("utf-8", "replace").splitlines())
    lines.lines = list(range(1, len(lines.values) + 1))
    return lines


def _entries(name: str, content: bytes) -> Mapping:
    """The entries of a PO file that say something, each as its words; a draft says so."""
    from guide.i18n.po_parser import parse_po

    language = name.split("/")[1]
    made = Mapping(0)
    for message in parse_po(content, name, language):
        if words := str(message.string):
            key = f"{message.context or ''}\x04{message.id}"
            made.values[key] = f"{words} (draft)" if message.fuzzy and message.id else words
            made.lines[key] = message.lineno or 0
    return made


def _put_sections(top: Mapping, name: str, node: Mapping) -> None:
    """A flow file: its sections beside those of the others, what it says of itself by its flow."""
    flow = node.values.get("flow")
    owner = flow if isinstance(flow, str) else ""
    for key, value in node.values.items():
        line = node.lines[key]
        if key in _OF_FLOW and owner:
            _put(top, ("flows", owner, key), value, line)
        elif key not in PAGE_KEYS or key in (*_OF_FLOW, document.FORMAT_KEY):
            _put(top, (FILES, printable(name), key), value, line)
        elif isinstance(value, Mapping):
            for entry, part in value.values.items():
                _put(top, (key, entry), part, value.lines[entry])
                if key == "steps" and owner:
                    _put(top, ("flow of", entry), owner, value.lines[entry])
        else:
            _put(top, (key,), value, line)


def _put(top: Mapping, keys: tuple[str, ...], node: Node, line: int = 0) -> None:
    """Put a node where these keys lead; what stands there already stays, beside it."""
    here = top
    for key in keys[:-1]:
        free = _free(here, key)
        inner = here.values.setdefault(free, Mapping(line))
        here.lines.setdefault(free, line)
        assert isinstance(inner, Mapping)  # a free key has none or a mapping
        here = inner
    last = keys[-1]
    while last in here.values:
        # No key of a file ends in a blank, so this one is free.
        last += " "
    here.values[last], here.lines[last] = node, line


def _free(here: Mapping, key: str) -> str:
    """The key, or one like it where something that is no mapping stands under it."""
    while not isinstance(here.values.get(key, here), Mapping):
        key += " "
    return key
