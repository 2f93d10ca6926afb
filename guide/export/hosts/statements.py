"""What a page says, statement by statement: sentences, headings, and the words of attributes."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from guide.export.hosts.dom import Element

INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "em", "font", "i", "mark", "q", "s", "small"}
    | {"span", "strong", "sub", "sup", "u", "wbr", "img", "picture", "source"}
)
"""Elements that a sentence runs through (HTML Standard, section 4.5): any other ends it."""
_WORDED = ("alt", "title", "aria-label", "aria-description", "placeholder", "value", "label")
_SENTENCES = re.compile(r"(?<=[.!?\u06d4])(?<!\.\w\.)\s(?!(?:says?|said|according)\b)")
_FEW = 2
"""Words of a sentence that belongs to those beside it, where they are as short: "Safe. Sound."."""
_RUNS_ON = re.compile(r"\b(?:by|with|from|of|for|to|the|gan)\W*$", re.IGNORECASE)
"""A heading that ends so is ended by what stands under it."""


class Statement(NamedTuple):
    """A sentence or a fragment of one, where it begins, and the language it is marked as."""

    line: int
    text: str
    language: str


def statements(page: Element) -> Iterator[Statement]:
    """Every statement that is read on a page, that a style draws, or that a machine reads out."""
    begun: Statement | None = None
    for block in _blocks(page):
        if begun and _RUNS_ON.search(begun.text):
            begun = begun._replace(text=f"{begun.text} {block.text}")
        else:
            if begun:
                yield from _sentences(begun)
            begun = block
    if begun:
        yield from _sentences(begun)
    read_out = (*_WORDED, *_drawn_attributes(page))
    for element in page.all():
        for text in (*_attributes(element, read_out), *_drawn(element)):
            yield from _sentences(Statement(element.line, text, element.language))


def _sentences(block: Statement) -> Iterator[Statement]:
    row = ""
    for sentence in map(str.strip, _SENTENCES.split(block.text)):
        few = len(sentence.split()) <= _FEW
        if row and few:
            row += f" {sentence}"
            continue
        if row:
            yield block._replace(text=row)
        row = sentence if few else ""
        if not few:
            yield block._replace(text=sentence)
    if row:
        yield block._replace(text=row)


def _blocks(page: Element) -> Iterator[Statement]:
    """What is in view, and the title, split where a paragraph, a heading, a cell ... ends."""
    words: list[str] = []
    first = page
    waiting: list[tuple[Element, Element | str | None]] = [(page, page)]
    while waiting:
        holder, part = waiting.pop()
        if isinstance(part, str):
            first = first if words else holder
            words += part.replace("\u00a0", " ").split()
            continue
        if part is None or part.tag not in INLINE:
            if words:
                yield Statement(first.line, " ".join(words), first.language)
            words = []
        if part is not None and (part.tag == "title" or not part.is_hidden):
            if part.tag not in INLINE:
                waiting.append((part, None))
            waiting += [(part, each) for each in reversed(part.inside)]
    if words:
        yield Statement(first.line, " ".join(words), first.language)


def _attributes(element: Element, read_out: Iterable[str]) -> Iterator[str]:
    """The words of an element's attributes, and those that the name of its picture is made of."""
    attributes = element.attributes
    if element.tag == "meta" and "http-equiv" not in attributes:
        yield attributes.get("content", "")
    yield " ".join(filter(None, (attributes.get(name, "").strip() for name in read_out)))
    source = attributes.get("src", "") if element.tag == "img" else ""
    if not source.startswith("data:"):
        name = unquote(source.split("?")[0]).rpartition("/")[2].rpartition(".")[0]
        yield re.sub(r"[-_+.\s]+", " ", name)


_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_CONTENT = re.compile(
    rf"(?<![-\w])(?:content|--[-\w]+)\s*:((?:[^;{{}}\"']|{_STRING})*)", re.IGNORECASE | re.DOTALL
)
"""What a style draws before or after an element, or keeps under a name for that."""
_WORDS = re.compile(_STRING, re.DOTALL)
_ADDRESS = re.compile(rf"\burl\(\s*(?:{_STRING}|[^)]*)\s*\)", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = re.compile(r"(?<![-\w])attr\(\s*([-\w]+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|\n|(.))", re.IGNORECASE | re.DOTALL)


def _drawn(element: Element) -> Iterator[str]:
    """The words that a style draws onto the page, put together as they are read."""
    for value in _CONTENT.findall(_ADDRESS.sub("", _style(element))):
        words = "".join(word[1:-1] for word in _WORDS.findall(value))
        yield " ".join(_ESCAPED.sub(_character, words).split())


def _drawn_attributes(page: Element) -> set[str]:
    """The names of attributes whose words a style draws onto the page."""
    return {name.lower() for element in page.all() for name in _ATTRIBUTE.findall(_style(element))}


def _style(element: Element) -> str:
    if element.tag == "style":
        return "".join(map(str, element.inside))
    return element.attributes.get("style", "")


def _character(escape: re.Match[str]) -> str:
    """What an escape in a style stands for (CSS Syntax, section 4.3.7)."""
    code = int(escape[1], 16) if escape[1] else 0
    return chr(code) if 0 < code <= sys.maxunicode else escape[2] or ""
