"""An exported page as a reader meets it: what is seen at a state, and where its links lead.

Only the file itself is read, by the rules a browser goes by: a state is seen when it is the target,
with every block that its classes name, in the order of the page.
"""

import re
from collections.abc import Iterator
from html import unescape

from guide.export.hosts.dom import Element, parsed
from guide.export.web.markup import SWITCHED

INLINE = {"a", "b", "span"}
IN_FRAME = "about:srcdoc#"


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
        self._by_name: dict[str, list[int]] = {}
        """The places of the blocks of a name, in the order of the page."""
        for place, block in enumerate(self.blocks):
            self._by_name.setdefault(block.id, []).append(place)
        self._read: dict[int, str] = {}

    def seen(self, state: str, kinds: str) -> list[Element]:
        """The blocks seen at a state, of these kinds, in the order of the page."""
        names = {name for name in self.states[state].classes if name[0] in kinds}
        places = sorted(place for name in names for place in self._by_name.get(name, ()))
        return [self.blocks[place] for place in places]

    def read(self, block: Element) -> str:
        """What is read of a block; many states share it, so it is read once."""
        if id(block) not in self._read:
            self._read[id(block)] = read(block)
        return self._read[id(block)]

    def words(self, state: str) -> str:
        """All that is read at a state before anything is opened."""
        blocks = self.seen(state, "bca")
        return " ".join([read(self.states[state]), *map(self.read, blocks)])

    def links(self, state: str) -> list[str]:
        """The states that the answers lead to."""
        hrefs = [link.attributes["href"] for link in self.states[state].find("a")]
        return [href.removeprefix(IN_FRAME) for href in hrefs if href.startswith(IN_FRAME)]


def unwrapped(html: str) -> str:
    """The page within the frame, as its source."""
    match = re.search(r'srcdoc="(.*?)"></iframe>', html, re.DOTALL)
    assert match
    return unescape(match[1])
