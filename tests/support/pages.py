"""An exported page as a reader meets it: what is seen at a state, and where its links lead.

Only the file itself is read, by the rules a browser goes by: a state is seen when it is the target,
with every block of its group that its classes name, in the order of the page.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from guide.export.hosts.dom import Element, parsed
from guide.export.web.markup import SWITCHED

INLINE = {"a", "b", "span"}
HOLDERS = {"e", "h", "t"}
"""What holds blocks of a kind: all that only endings have, help, topics."""
IN_FRAME = "about:srcdoc#"


@cache
def read(element: Element) -> str:
    """What is read, with blanks as they are seen: not the English that waits for its switch."""
    return " ".join("".join(_texts(element)).replace("\u00a0", " ").split())


def _texts(element: Element) -> Iterator[str]:
    if "q" in element.classes or element.tag in (SWITCHED, "style", "script", "title"):
        return
    for child in element.inside:
        if isinstance(child, str):
            yield child
        elif child.tag in INLINE:
            yield from _texts(child)
        else:
            yield from (" ", *_texts(child), " ")


@cache
def names_of(element: Element | None) -> frozenset[str]:
    """The names in an element's class."""
    return frozenset(element.classes if element else ())


class Page:
    """An exported page: what stands around the frame, and the states within it."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.outer = parsed(html)
        (self.frame,) = self.outer.find("iframe")
        self.inner = self.frame  # the page within stands in it
        (self.main,) = self.inner.find("main")
        self.states = {each.id: each for each in self.main.find("section")}
        self.first = list(self.states)[-1]
        self._blocks: dict[tuple[Element | None, str], list[tuple[int, Element]]] = {}
        for group in {each.parent: None for each in self.states.values()}:
            assert group
            for place, element in enumerate(group.all()):
                for name in names_of(element) if element.tag in ("div", "li", "details") else ():
                    self._blocks.setdefault((group, name), []).append((place, element))

    def seen(self, state: str) -> list[Element]:
        """What is seen at a state, in the order of the page."""
        place_of, names = self.states[state], names_of(self.states[state])
        blocks = {
            place: element
            for name in names - HOLDERS
            for place, element in self._blocks.get((place_of.parent, name), ())
            if element.parent is place_of.parent or names & names_of(element.parent)
        }
        return [blocks[place] for place in sorted(blocks)]

    def words(self, state: str) -> str:
        """All that is read at a state before anything is opened."""
        parts = (part for part in self.seen(state) if not self._beside(part))
        # What is folded away stands in blocks of its own.
        return " ".join(read(p.find("summary")[0] if p.tag == "details" else p) for p in parts)

    def opened(self, state: str) -> list[str]:
        """What is read of each thing that can be opened at a state."""
        return [read(part) for part in self.seen(state) if self._beside(part)]

    def _beside(self, part: Element) -> bool:
        """Whether it is help or a topic, and not of the screen itself."""
        return part.tag == "details" and bool({"help", "more"} & names_of(part.parent))

    def links(self, state: str) -> list[str]:
        """The states that the answers lead to."""
        answers = (part for part in self.seen(state) if part.tag == "li")
        hrefs = (link.attributes["href"] for part in answers for link in part.find("a"))
        return [href.removeprefix(IN_FRAME) for href in hrefs]


def unwrapped(html: str) -> str:
    """The page within the frame, as its source."""
    match = re.search(r'srcdoc="([^"]*)"', html)
    assert match
    return unescape(match[1])
