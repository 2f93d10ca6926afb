"""The space that a picture has for itself on a page, and what stands right beside that."""

from collections.abc import Iterator, Sequence

from guide.export.hosts.dom import Element
from guide.export.hosts.styles import has_room, in_a_row, lost_its_room

MEDIA = ("img", "svg", "picture", "iframe", "video", "object", "embed")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SPACED = frozenset({"figure", "p", "td", "center"})
"""What a browser puts room around, or a line between."""
_ROOMY = frozenset({*_HEADINGS, "p", "ul", "ol", "dl", "figure", "blockquote", "hr", "pre"})
"""What a browser puts room before and after, so that nothing beside it touches it (HTML Standard,
section 15.3)."""


_BEFORE, _AFTER = -1, 0
"""Which of those on a side is nearest: the last before, the first after."""


def space_of(button: Element, styles: Sequence[Element]) -> Element | None:
    """What a button has for itself; None where it has no room of its own.

    A section; or within one that has a heading, or where there is none: whatever holds only the
    button, between paragraphs and the like; or one of those itself, or a <div> with room.
    """
    section = next((outer for outer in button.within() if outer.tag == "section"), None)
    if section and not section.find(*_HEADINGS):
        return section
    alone = _alone(button)
    if _is_apart(alone, styles):
        return alone
    spaced = (
        outer
        for outer in button.within()
        if outer.tag in _SPACED or (outer.tag == "div" and has_room(outer, styles))
    )
    return next(spaced, section)


def beside(space: Element) -> Iterator[Element]:
    """The elements right before and after a space."""
    yield from (each for each in _neighbours(space) if isinstance(each, Element))


def _neighbours(element: Element) -> Iterator[Element | str]:
    """What stands right before and after an element in what it stands in."""
    assert element.parent is not None
    around = _content(element.parent)
    at = around.index(element)
    yield from (*around[max(at - 1, 0) : at], *around[at + 1 : at + 2])


def _content(element: Element) -> list[Element | str]:
    """What is in an element, without blanks."""
    return [each for each in element.inside if isinstance(each, Element) or each.strip()]


def _alone(button: Element) -> Element:
    """The outermost element that holds nothing but the button."""
    alone = button
    while alone.parent and alone.parent.tag and len(_content(alone.parent)) == 1:
        alone = alone.parent
    return alone


def _is_apart(element: Element, styles: Sequence[Element]) -> bool:
    """Whether browsers leave room between an element and all that is right beside it."""
    assert element.parent is not None
    if in_a_row(element.parent, styles) and not has_room(element.parent, styles):
        return False
    return all(_is_roomy(_towards(element, end), end, styles) for end in (_BEFORE, _AFTER))


def _towards(element: Element, end: int) -> Sequence[Element | str]:
    """What stands before or after an element, or what it is first or last in; empty at the edge."""
    while element.parent is not None:
        around = _content(element.parent)
        at = around.index(element)
        if side := around[:at] if end == _BEFORE else around[at + 1 :]:
            return side
        element = element.parent
    return ()


def _is_roomy(line: Sequence[Element | str], end: int, styles: Sequence[Element]) -> bool:
    """Whether what stands first or last in a line is one of those that keep others off."""
    if not line:
        return True
    nearest = line[end]
    if isinstance(nearest, str) or in_a_row(nearest, styles):
        return False
    if nearest.tag in _ROOMY:
        return not lost_its_room(nearest, styles)
    return (
        nearest.tag in ("div", "section", "article")
        and bool(_content(nearest))
        and (_is_roomy(_content(nearest), end, styles))
    )
