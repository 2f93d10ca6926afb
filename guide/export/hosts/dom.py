"""A page as elements in their order, each with its line: all that the rules look at.

The page within a frame (`srcdoc`) stands in it, with lines of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_ENDS_A_PARAGRAPH = re.compile(
    r"address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr"
    r"|main|nav|ol|p|pre|section|table|ul"
)
"""What nobody needs to close a paragraph before (HTML Standard, section 4.4.1)."""
UNSEEN = frozenset({"script", "style", "template", "noscript", "title"})
"""Elements whose texts nobody reads on the page."""
_NO_ROOM = r"(?<![-\w])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:[;!]|$)"
_CUT_OFF = r"overflow[-\w]*\s*:\s*(?:hidden|clip)"
_NEAR = r".{0,400}?"
"""Between two declarations of one rule: bounded, so that a look at any style comes to its end."""
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])"
    r"|(?<![-\w])opacity\s*:\s*(?:0?\.0\d*|0)(?![.\d])"
    r"|(?:(?<![-\w])|text-fill-)color\s*:\s*transparent"
    r"|(?:text-indent|left|top)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect|inset)\("
    rf"|transform\s*:\s*scale\(\s*0?\.?0*\s*[,)]|{_NO_ROOM}{_NEAR}{_CUT_OFF}|{_CUT_OFF}{_NEAR}{_NO_ROOM}",
    re.IGNORECASE | re.DOTALL,
)
"""Styles by which nothing of an element is seen."""
_MOST_FRAMES = 8
"""One in the other: nobody looks further in."""


@dataclass(eq=False)
class Element:
    """An element with its attributes, and its elements and texts in order."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: "Element | None" = None
    inside: list["Element | str"] = field(default_factory=list)
    language: str = field(init=False)
    """The first two letters of the language that is marked on it or around it, or `en`."""

    def __post_init__(self) -> None:
        around = self.parent.language if self.parent else "en"
        self.language = (self.attributes.get("lang") or around)[:2].lower()

    @property
    def id(self) -> str:
        """Its id; empty where it has none."""
        return self.attributes.get("id", "")

    @property
    def classes(self) -> list[str]:
        """The names in its class."""
        return self.attributes.get("class", "").split()

    @property
    def is_hidden(self) -> bool:
        """Whether it says itself that nothing in it is seen."""
        return (
            self.tag in UNSEEN
            or "hidden" in self.attributes
            or bool(HIDDEN.search(self.attributes.get("style", "")))
        )

    def all(self) -> Iterator["Element"]:
        """Itself and every element in it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [each for each in reversed(element.inside) if isinstance(each, Element)]

    def find(self, *tags: str) -> list["Element"]:
        """Every element in it with one of these tags."""
        return [element for element in self.all() if element.tag in tags]

    def within(self) -> Iterator["Element"]:
        """The elements it stands in, innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def texts(self) -> Iterator[str]:
        """Every text in it that is to be read, in the order of the page."""
        waiting = [*reversed(self.inside)]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                yield part
            elif not part.is_hidden:
                waiting += reversed(part.inside)

    def text(self) -> str:
        """What is read in it, with single blanks."""
        return " ".join(" ".join(self.texts()).replace("\u00a0", " ").split())


def parsed(html: str, depth: int = 0) -> Element:
    """A page as its elements; whatever stands in it, something is made of it.

    `depth` counts the frames around it.
    """
    reader = _Reader(depth)
    reader.feed(html)
    reader.close()
    return reader.top


class _Reader(HTMLParser):
    def __init__(self, depth: int) -> None:
        super().__init__()
        self._depth = depth
        self.top = Element("", {}, 1)
        self._open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, or note one that holds nothing."""
        if self._open[-1].tag == "p" and _ENDS_A_PARAGRAPH.fullmatch(tag):
            self._open.pop()
        parent = self._open[-1]
        # Of an attribute that stands there twice, browsers take the first.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        element = Element(tag, attributes, self.getpos()[0], parent)
        parent.inside.append(element)
        if (page := attributes.get("srcdoc")) and self._depth < _MOST_FRAMES:
            self._frame(element, page)
        if tag not in VOID:
            self._open.append(element)

    def _frame(self, frame: Element, page: str) -> None:
        """What a frame holds whose page stands in an attribute: it is seen as the rest is."""
        for child in parsed(page, self._depth + 1).inside:
            frame.inside.append(child)
            if isinstance(child, Element):
                child.parent = frame

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is closed where it is opened."""
        self.handle_starttag(tag, attrs)
        if self._open[-1].tag == tag and tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those in it that nobody closed."""
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        """A text."""
        self._open[-1].inside.append(data)
