"""What a person found on live pages, written into the sources: all of it, or nothing at all.

Only the lines of `checked` and `review-by` change. What comes out is read again and held against
what was there, so that no comment, no blank line and no other word can be lost.
"""

import json
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from guide.files import replace_file
from guide.flow.by_events import parse_yaml
from guide.flow.document import read_yaml
from guide.flow.faults import Faults
from guide.flow.fields import FileReader
from guide.flow.files import flow_files
from guide.flow.model import Library, Source
from guide.flow.nodes import Mapping, Node, Sequence
from guide.flow.registers import checked
from guide.flow.shapes import Suppressed
from guide.ledger.review import next_look
from guide.problems import FlowError, Problem

_FILLED_IN = ("on", "by", "said")
"""What stays empty in the form while nobody has looked."""


class LiveLook(NamedTuple):
    """What a person found on the page of a source."""

    source: Source
    checked: tuple[str, ...]
    """On which day, by whom, on which page, what it said."""
    review_by: str


class Findings(NamedTuple):
    """A filled-in form: what was found, and how many entries were left empty."""

    looked: list[LiveLook]
    left_empty: int


def read_findings(path: str, library: Library, today: str) -> Findings:
    """What a person hands back; raises FlowError with every fault, each with its line."""
    faults = Faults(path)
    page = FileReader(path, faults, Suppressed())
    top = read_yaml(path, faults) or Mapping(0)
    looked, left_empty = [], 0
    for key, node in page.entries(top, "the file", 1) if top.values else ():
        if not any(node.values.get(name) for name in _FILLED_IN):
            left_empty += 1
        elif key not in library.sources:
            advice = page.mend(key, library.sources, "Write the id of a source.")
            faults.add(top.lines[key], f'"{key}" is no source.', advice)
        elif entry := _looked(page, key, node, library, today):
            looked.append(entry)
    if problems := faults.problems():
        raise FlowError(problems)
    return Findings(looked, left_empty)


def _looked(
    page: FileReader, key: str, node: Mapping, library: Library, today: str
) -> LiveLook | None:
    look = checked(page, node, f'source "{key}"')
    if not look:
        return None
    on = look[0]
    if on > today:
        page.faults.add(node.lines["on"], f"{on} has not come yet.", "Write the day you looked.")
        return None
    source = library.sources[key]
    if source.checked and on < source.checked[0]:
        what = f"Somebody looked on {source.checked[0]}, after {on}."
        page.faults.add(node.lines["on"], what, "Keep the later one.")
        return None
    return LiveLook(source, look, next_look(library, source, on))


def write_back(folder: str, looked: Iterable[LiveLook]) -> list[str]:
    """Write what was found into the flow files of a folder; gives the files that changed.

    Raises FlowError, with no file touched, where an entry cannot be written safely.
    """
    paths = {shown: path for path, shown in flow_files(folder)[0]}
    by_file: dict[str, list[LiveLook]] = {}
    for entry in looked:
        by_file.setdefault(entry.source.place.file, []).append(entry)
    new_texts = {shown: _edited(paths[shown], entries) for shown, entries in by_file.items()}
    for shown, text in new_texts.items():
        replace_file(paths[shown], text.encode("utf-8"))
    return list(new_texts)


# -- one file


def _edited(path: str, entries: list[LiveLook]) -> str:
    # The ends of lines stay what they are in the file.
    with open(path, encoding="utf-8", newline="") as file:
        old = file.read()
    if (text := _with_entries(old, entries)) is None:
        unsafe = next((it for it in entries if _with_entries(old, [it]) is None), entries[0])
        what = f'What was found of "{unsafe.source.id}" cannot be written here safely.'
        advice = "Write the source over several lines, a key a line, and try again."
        raise FlowError([Problem(unsafe.source.place, what, advice)])
    return text


def _with_entries(old: str, entries: list[LiveLook]) -> str | None:
    """The text with all that was found; None where anything else would change."""
    text, expected = old, _plain(old)
    # From the end, so that the lines of those above stay where they are.
    for entry in sorted(entries, key=lambda entry: -entry.source.place.line):
        text = _with_entry(text, entry)
        source = expected["sources"][entry.source.id]
        source["review-by"] = entry.review_by
        source["checked"] = dict(zip(("on", "by", "page", "said"), entry.checked, strict=True))
    return text if _plain(text) == expected else None


def _with_entry(text: str, entry: LiveLook) -> str:
    """The text with what was found of one source, all other lines as they were."""
    lines = text.split("\n")
    start, end = _block(lines, entry.source.place.line - 1)
    indent = " " * _indent(lines[start])
    ending = "\r" if lines[start].endswith("\r") else ""
    kept = _without_checked(lines[start:end], len(indent))
    kept = [re.sub(r"^(\s*review-by:\s*)[\d-]+", rf"\g<1>{entry.review_by}", line) for line in kept]
    on, by, page, says = entry.checked
    quoted = (("on", on), ("by", _quoted(by)), ("page", _quoted(page)), ("said", _quoted(says)))
    new = [f"{indent}checked:", *(f"{indent}  {key}: {value}" for key, value in quoted)]
    return "\n".join([*lines[:start], *kept, *(line + ending for line in new), *lines[end:]])


def _block(lines: list[str], key: int) -> tuple[int, int]:
    """The lines of the keys under a line, less the comments and blank lines after them."""
    outer, end = _indent(lines[key]), key + 1
    for number in range(key + 1, len(lines)):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if _indent(line) <= outer:
            break
        end = number + 1
    start = key + 1
    while start < end - 1 and (not lines[start].strip() or lines[start].lstrip().startswith("#")):
        start += 1
    return min(start, len(lines) - 1), end


def _without_checked(block: list[str], indent: int) -> list[str]:
    """The lines of a source less an earlier finding, which the new one takes the place of."""
    kept, within = [], False
    for line in block:
        deeper = line.strip() and _indent(line) > indent
        within = (within and bool(deeper)) or line.lstrip().startswith("checked:")
        if not within:
            kept.append(line)
    return kept


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _quoted(value: str) -> str:
    """A text in double quotes, as YAML and JSON both read it."""
    return json.dumps(value, ensure_ascii=False)


# -- held against what was there


def _plain(text: str) -> Any:
    faults = Faults("")
    top = parse_yaml(text.removeprefix("\ufeff"), faults)
    return None if faults.problems() or top is None else _values(top)


def _values(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _values(value) for key, value in node.values.items()}
    return [_values(value) for value in node.values] if isinstance(node, Sequence) else node
