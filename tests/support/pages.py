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
HOLDERS = {"ending", "help", "more"}
"""What holds blocks of a kind: all that only endings have, help, topics."""
BLOCKS = ("div", "ul", "li", "details")
IN_FRAME = "about:srcdoc#"


def read(element: Element, state: frozenset[str] | None = None) -> str:
    """What is read, with blanks as they are seen: not the English that waits for its switch.

    `state` has the names of the state at which it is read: what is within the element for others
    alone is not read.
    """
    # Hundreds of states differ in names that this element has not: they read the same.
    return _read(element, state if state is None else state & _names_within(element))


@cache
def _names_within(element: Element) -> frozenset[str]:
    return frozenset().union(*map(names_of, element.all()))


@cache
def _read(element: Element, state: frozenset[str] | None) -> str:
    return " ".join("".join(_texts(element, state)).replace("\u00a0", " ").split())


def _texts(element: Element, state: frozenset[str] | None) -> Iterator[str]:
    if "q" in element.classes or element.tag in (SWITCHED, "style", "script", "title"):
        return
    for child in element.inside:
        if isinstance(child, str):
            yield child
        elif state is not None and _is_for_others(child, state):
            continue
        elif child.tag in INLINE:
            yield from _texts(child, state)
        else:
            yield from (" ", *_texts(child, state), " ")


def _is_for_others(element: Element, state: frozenset[str]) -> bool:
    """Whether an element has the name of a block, and none that is seen at the state."""
    why = element.tag == "p" and element.parent is not None and element.parent.tag == "article"
    names = names_of(element)
    return (why or element.tag in BLOCKS) and bool(names) and not names & state


@cache
def names_of(element: Element | None) -> frozenset[str]:
    """The names in an element's class; those of blocks begin with a capital there."""
    return frozenset(name.lower() for name in element.classes) if element else frozenset()


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
                for name in names_of(element) if element.tag in BLOCKS else ():
                    self._blocks.setdefault((group, name), []).append((place, element))

    def seen(self, state: str) -> list[Element]:
        """The outermost blocks that are seen at a state, in the order of the page."""
        place_of, names = self.states[state], names_of(self.states[state])
        blocks = {
            place: element
            for name in names - HOLDERS
            for place, element in self._blocks.get((place_of.parent, name), ())
            if element.parent is place_of.parent
            or (
                element.parent
                and element.parent.tag != "details"
                and names & names_of(element.parent)
            )
        }
        return [blocks[place] for place in sorted(blocks)]

    def words(self, state: str) -> str:
        """All that is read at a state, what is folded away in its place."""
        names = names_of(self.states[state])
        parts = (part for part in self.seen(state) if not self._beside(part))
        return " ".join(read(part, names) for part in parts if part.tag != "ul")

    def opened(self, state: str) -> list[str]:
        """What is read of each thing that can be opened at a state."""
        names = names_of(self.states[state])
        return [read(part, names) for part in self.seen(state) if self._beside(part)]

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
