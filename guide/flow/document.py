"""YAML text into plain nodes that remember their lines. The only home of yaml.

YAML is data here: every scalar is text (`no` is the word no, `0800 1111` keeps its zero), and
anchors, aliases, tags and second documents are refused. The document is built straight from
libyaml's parse events, which is several times faster than `yaml.load` and keeps every line.
"""

import gc
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Union

import yaml

from guide.problems import Place, Problem

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 16
"""Deepest nesting a flow can need is 9: a file far past it is a mistake or an attack."""
MAX_FAULTS = 100
"""Faults told of one file; a file with more is better mended from the top."""

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)

_ALLOWED_ASCII = bytes(range(0x20, 0x7F)) + b"\n"
# C0 and C1 controls, line separators, invisible joiners and direction overrides.
# ZWNJ, ZWJ, LRM and RLM (200C-200F) stay: several scripts cannot be written without them.
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)
_DIRECTION = "\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


Node = Union[str, "Mapping", "Sequence"]


class Mapping:
    """Keys to nodes, in the order written, with the line of each key."""

    __slots__ = ("line", "lines", "values")

    def __init__(self, line: int) -> None:
        self.line = line
        self.values: dict[str, Node] = {}
        self.lines: dict[str, int] = {}


class Sequence:
    """Nodes in a row, with the line of each."""

    __slots__ = ("line", "lines", "values")

    def __init__(self, line: int) -> None:
        self.line = line
        self.values: list[Node] = []
        self.lines: list[int] = []


class Faults:
    """Collects what is wrong with one file; past MAX_FAULTS it only counts."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._problems: list[Problem] = []
        self._more = 0

    def add(self, line: int, what: str, what_to_do: str) -> None:
        """Note one fault at a line (1 is the first; 0 is the file as a whole)."""
        if len(self._problems) < MAX_FAULTS:
            self._problems.append(Problem(Place(self.file, line), what, what_to_do))
        else:
            self._more += 1

    @property
    def full(self) -> bool:
        """Whether further faults are only counted."""
        return self._more > 0

    def problems(self) -> list[Problem]:
        """Every fault noted, with a last one that counts the rest where there are too many."""
        if not self._more:
            return self._problems
        last = Problem(
            Place(self.file, self._problems[-1].place.line),
            f"{self._more} more faults in this file are not listed.",
            "Mend the ones above first.",
        )
        return [*self._problems, last]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause Python's cycle collector: nothing a reader builds is garbage, and walking it is slow."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_bytes(path: str, faults: Faults) -> bytes | None:
    """The bytes of a regular file of reasonable size, or None with the reason in `faults`."""
    try:
        facts = os.stat(path)
        if not stat.S_ISREG(facts.st_mode):
            faults.add(0, "This is not a regular file.", "Put a YAML text file here.")
            return None
        if facts.st_size > MAX_BYTES:
            faults.add(
                0,
                f"The file is larger than {MAX_BYTES // 1024 // 1024} MiB.",
                "Split it, or check that this is the right file.",
            )
            return None
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        faults.add(
            0,
            f"The file cannot be read: {error.strerror or 'unknown reason'}.",
            "Check that it exists and that you may read it.",
        )
        return None


def decode(data: bytes, faults: Faults) -> str | None:
    """The text of a file, or None when it is not clean UTF-8 text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.add(1, "The file is UTF-16.", "Save it as UTF-8.")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        faults.add(
            1, "The file starts with a byte order mark.", "Save it as UTF-8 without a BOM."
        )
        return None
    if b"\x00" in data:
        faults.add(1, "The file is binary, not text.", "Put a YAML text file here.")
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
    if text.isascii() and not text.encode("ascii").translate(None, _ALLOWED_ASCII):
        return True
    line, start, clean = 1, 0, True
    for found in _UNWANTED.finditer(text):
        line += text.count("\n", start, found.start())
        start = found.start()
        faults.add(line, *unwanted(found.group()))
        clean = False
        if faults.full:
            break
    return clean


def unwanted(character: str) -> tuple[str, str]:
    """What is wrong with a character that no flow may hold, and what to do."""
    if character == "\t":
        return "There is a tab.", "Use spaces."
    name = f"U+{ord(character):04X}"
    if character in _DIRECTION:
        return (
            f"There is a hidden character that turns the direction of text ({name}).",
            "Delete it: words could show in another order than they are written.",
        )
    return f"There is a control or invisible character ({name}).", "Delete it."


def parse(text: str, faults: Faults) -> Mapping | None:
    """The top mapping of a document, or None with the reasons in `faults`."""
    loader = _Loader(text)
    try:
        root = _build(loader, faults)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = (error.problem or error.context or "it cannot be read").rstrip(".")
        faults.add(
            mark.line + 1 if mark else 1,
            f"This is not YAML: {problem}.",
            "Check the quotes, colons and spaces on this line and the one above.",
        )
        return None
    except yaml.YAMLError as error:
        faults.add(1, f"This is not YAML: {str(error).splitlines()[0]}.", "Check the file.")
        return None
    finally:
        loader.dispose()
    if isinstance(root, Mapping):
        return root
    faults.add(
        1,
        "The file is empty." if root is None or root == "" else "The file is not keys and values.",
        "Start it with `flow:` (flows/README.md shows how).",
    )
    return None


class _Stop(Exception):
    """The document cannot be followed any further; the fault is noted."""


def _build(loader: Any, faults: Faults) -> Node | None:
    try:
        return _follow(loader, faults)
    except _Stop:
        # A mapping, so that "the file is empty" is not said on top of the real fault.
        return Mapping(1)


def _follow(loader: Any, faults: Faults) -> Node | None:
    """Build nodes from parse events. One loop, as every call here is paid for on every line."""
    get_event = loader.get_event
    scalar_event, alias_event = yaml.ScalarEvent, yaml.AliasEvent
    mapping_start, sequence_start = yaml.MappingStartEvent, yaml.SequenceStartEvent
    mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
    root: Node | None = None
    stack: list[Mapping | Sequence] = []
    here: Mapping | Sequence | None = None
    key: str | None = None
    while True:
        event = get_event()
        kind = type(event)
        if kind is scalar_event:
            # One shared place strips and unfolds, so what is read is what is looked up.
            node: Node = event.value.strip()
            if "\n" in node:
                node = " ".join(node.split())
            if event.anchor is not None or event.tag is not None:
                _refuse(event, faults)
            if event.style == '"' and (found := _UNWANTED.search(event.value)):
                faults.add(event.start_mark.line + 1, *unwanted(found.group()))
                node = ""
        elif kind is mapping_start or kind is sequence_start:
            if event.anchor is not None or event.tag is not None:
                _refuse(event, faults)
            line = event.start_mark.line + 1
            node = Mapping(line) if kind is mapping_start else Sequence(line)
        elif kind is mapping_end or kind is sequence_end:
            here = stack.pop() if stack else None
            continue
        elif kind is alias_event:
            _refuse(event, faults)
            node = ""
        elif kind is yaml.DocumentStartEvent and root is not None:
            faults.add(
                event.start_mark.line + 1,
                "A second document starts here.",
                "Delete the line `---`, or move what follows to its own file.",
            )
            raise _Stop
        elif kind is yaml.StreamEndEvent:
            return root
        else:
            continue

        # Put the node where it belongs.
        if here is None:
            root = node
        elif key is not None:
            here.values[key] = node  # type: ignore[index]
            key = None
        elif type(here) is Sequence:
            here.values.append(node)
            here.lines.append(event.start_mark.line + 1)
        elif kind is scalar_event:
            key = _new_key(here, event, faults)  # type: ignore[arg-type]
            continue
        else:
            faults.add(
                event.start_mark.line + 1, "A key here is not plain text.", "Write a word, then `:`."
            )
            raise _Stop
        if kind is mapping_start or kind is sequence_start:
            if len(stack) >= MAX_DEPTH:
                faults.add(
                    event.start_mark.line + 1,
                    f"This is nested more than {MAX_DEPTH} deep.",
                    "No flow needs that: check the indentation and the brackets.",
                )
                raise _Stop
            if here is not None:
                stack.append(here)
            here = node  # type: ignore[assignment]


def _new_key(here: Mapping, event: Any, faults: Faults) -> str:
    """Note the key's line; a key seen before is a fault."""
    key: str = event.value.strip()
    line = event.start_mark.line + 1
    if key in here.values:
        faults.add(
            line,
            f'"{key}" stands here twice: first on line {here.lines[key]}.',
            "Keep one of the two.",
        )
    here.lines[key] = line
    return key


def _refuse(event: Any, faults: Faults) -> None:
    line = event.start_mark.line + 1
    if type(event) is yaml.AliasEvent:
        what, mend = f'"*{event.anchor}" is an alias.', "Write the words out where they are needed."
    elif event.anchor is not None:
        what, mend = f'"&{event.anchor}" is an anchor.', "Delete it: flows are plain data."
    else:
        what, mend = f'"{event.tag}" is a tag.', "Delete it: every value is plain text."
    faults.add(line, what, mend)
    raise _Stop
