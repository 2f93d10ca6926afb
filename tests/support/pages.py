"""An exported page as a reader meets it: what is seen at a state, and where its links lead.

Only the file itself is read, by the rules a browser goes by: a state is seen when it is the target,
with every block that its classes name, in the order of the page.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

EMPTY = {"meta", "br", "input", "use", "path", "link", "img", "rect"}
INLINE = {"a", "b", "span"}
IN_FRAME = "about:srcdoc#"


class Element:
    """An element with its attributes, and its elements and texts in order."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.inside: list[Element | str] = []

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self) -> Iterator["Element"]:
        """Itself and every element in it."""
        yield self
        for child in self.inside:
            if isinstance(child, Element):
                yield from child.all()

    def find(self, tag: str) -> list["Element"]:
        return [element for element in self.all() if element.tag == tag]

    def text(self) -> str:
        """What is read, with blanks as they are seen: not the English that waits for its switch."""
        return " ".join("".join(self._texts()).replace("\u00a0", " ").split())

    def _texts(self) -> Iterator[str]:
        if {"o", "q"} & set(self.classes) or self.tag in ("style", "script", "title"):
            return
        for child in self.inside:
            if isinstance(child, str):
                yield child
            elif child.tag in INLINE and "e" not in child.classes:
                yield from child._texts()
            else:
                yield from (" ", *child._texts(), " ")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.top = Element("", {})
        self._open = [self.top]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attributes})
        self._open[-1].inside.append(element)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open[-1].tag != tag and len(self._open) > 1:
            self._open.pop()
        self._open.pop()

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._open[-1].inside.append(Element(tag, {k: v or "" for k, v in attributes}))

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def parsed(html: str) -> Element:
    """A page as its elements."""
    reader = _Reader()
    reader.feed(html)
    return reader.top


class Page:
    """An exported page: what stands around the frame, and the states within it."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.outer = parsed(html)
        (self.frame,) = self.outer.find("iframe")
        self.inner = parsed(self.frame.attributes["srcdoc"])
        (self.main,) = self.inner.find("main")
        self.states = {each.id: each for each in self.main.find("section")}
        self.first = list(self.states)[-1]
        self.blocks = [
            element for element in self.main.all() if re.fullmatch(r"[bcaht]\d+", element.id)
        ]

    def seen(self, state: str, kinds: str) -> list[Element]:
        """The blocks seen at a state, of these kinds, in the order of the page."""
        names = set(self.states[state].classes)
        return [one for one in self.blocks if one.id in names and one.id[0] in kinds]

    def words(self, state: str) -> str:
        """All that is read at a state before anything is opened."""
        parts = [self.states[state], *self.seen(state, "bca")]
        return " ".join(part.text() for part in parts)

    def links(self, state: str) -> list[str]:
        """The states that the answers lead to."""
        hrefs = [link.attributes["href"] for link in self.states[state].find("a")]
        return [href.removeprefix(IN_FRAME) for href in hrefs if href.startswith(IN_FRAME)]


def unwrapped(html: str) -> str:
    """The page within the frame, as its source."""
    match = re.search(r'srcdoc="(.*?)"></iframe>', html, re.DOTALL)
    assert match
    return unescape(match[1])
