"""Styles that reach a picture: the rules of a style sheet, as far as its selectors tell.

A selector is followed through the elements around the picture, and where it cannot be (a state
such as `:hover`, an element beside it) it counts as reaching: what it says of the button may hold.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from guide.export.hosts.dom import Element
from guide.export.hosts.selectors import COMMAS, reaches

_BOTH = (
    r"filter|backdrop-filter|opacity|transform|translate|rotate|scale|zoom|clip-path|clip"
    r"|mask(?:-[-\w]*)?|mix-blend-mode|animation(?:-name)?|all"
)
_NAME = r"(?:(?<![-\w])|(?<![-\w])-(?:webkit|moz|ms|o)-)"
"""Where the name of a property begins, which a browser's own may stand before."""
_ENDS = r"\s*(?:[;!]|$)"
_AS_IT_IS = rf"(?!\s*(?:none|1){_ENDS})"
"""Not a value that leaves a picture as it is without it."""
_SOMETHING = rf"(?!(?:\s*(?:none|initial|unset|0(?:px|pt|r?em|%)?)){{1,4}}{_ENDS})"
"""Not a value that draws nothing and leaves no room, as resets give each picture."""
CHANGES = re.compile(
    rf"{_NAME}(?:({_BOTH})\s*:{_AS_IT_IS}|(border(?:-[-\w]*)?|outline|box-shadow|transition"
    rf"|background(?:-[-\w]*)?|padding(?:-[-\w]*)?|margin(?:-[-\w]*)?)\s*:{_SOMETHING}"
    r"|(object-fit|object-position|(?:max-|min-)?(?:width|height|inline-size|block-size)"
    r"|aspect-ratio|image-rendering|inset|position|float|content|display|visibility"
    r"|pointer-events)\s*:)",
    re.IGNORECASE,
)
"""Properties that change how a picture looks, or where it stands."""
_SIZE = rf"{_NAME}(?:max-)?(?:width|height)\s*:"
_CUT = rf"{_NAME}(overflow)[-\w]*\s*:\s*(?:hidden|clip|scroll|auto)"
MOVES_AROUND = re.compile(
    rf"{_NAME}({_BOTH})\s*:{_AS_IT_IS}"
    rf"|{_NAME}(display)\s*:\s*none"
    rf"|{_NAME}(visibility)\s*:\s*(?:hidden|collapse)"
    rf"|{_NAME}(position)\s*:\s*(?:absolute|fixed)"
    rf"|{_NAME}(pointer-events)\s*:\s*none"
    rf"|{_NAME}(margin[-\w]*|left|right|top|bottom|inset[-\w]*|text-indent)\s*:"
    r"[^;]*(?<![\w(])-[.\d]"
    rf"|{_NAME}(contain)\s*:[^;]*\b(?:paint|strict|content)"
    rf"|{_NAME}(background[-\w]*)\s*:[^;]*url\("
    rf"|{_CUT}(?=.{{0,400}}{_SIZE})|{_SIZE}.{{0,400}}{_CUT}",
    re.IGNORECASE | re.DOTALL,
)
"""Properties of what stands around a picture that change how it looks, or take it out of view."""
_FRAMES = re.compile(
    rf"{_NAME}(border(?:-(?:top|right|bottom|left|block|inline|style|width)[-\w]*)?|box-shadow)"
    r"\s*:\s*(?!(?:none|0|0px|inherit|initial|unset|revert)\s*(?:[;!]|$))"
    rf"|{_NAME}(background(?:-color)?)\s*:\s*(?!none|transparent|inherit)(?=.*{_NAME}padding)"
    rf"|{_NAME}(padding)(?=.*{_NAME}background(?:-color)?\s*:\s*(?!none|transparent|inherit))",
    re.IGNORECASE | re.DOTALL,
)
"""Properties of a link that draw something around the picture in it."""
_WHILE = re.compile(r":(?:hover|focus|active|visited|target)")
"""A link that is pointed at or has the focus shows it: that is no change of the picture."""
_DRAWN_OVER = re.compile(r"(?<![-\w])(content)\s*:\s*(?![\"']{2}|none|normal)", re.IGNORECASE)
"""What is drawn before or after an element, with something in it."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# It begins after a brace and nowhere within: a text without any would be tried from each character.
_RULE = re.compile(r"(?<![^{}])([^{}]+)\{([^{}]*)\}")
_DRAWN = re.compile(r"::?(?:before|after)\b", re.IGNORECASE)


def reaching(element: Element, styles: Element) -> Iterator[tuple[str, str]]:
    """Each selector that may reach an element or what it stands in, and how that changes it."""
    for selectors, declarations in _rules("".join(map(str, styles.inside))):
        itself, around = CHANGES.search(declarations), MOVES_AROUND.search(declarations)
        over, framed = _DRAWN_OVER.search(declarations), _FRAMES.search(declarations)
        for selector in selectors if itself or around or over or framed else ():
            if over and _DRAWN.search(selector):
                if any(reaches(outer, _DRAWN.sub("", selector)) for outer in _close(element)):
                    yield selector, over[1].lower()
            elif itself and reaches(element, selector):
                yield selector, _property(itself)
            elif around and any(reaches(outer, selector) for outer in element.within()):
                yield selector, _property(around)
            elif framed and _frames(element, selector):
                yield selector, _property(framed)


def _property(match: re.Match[str]) -> str:
    """The one property that was found."""
    name: str = next(filter(None, match.groups()))
    return name.lower()


def _frames(element: Element, selector: str) -> bool:
    """Whether a selector is for the link around a picture as it always is."""
    links = (outer for outer in element.within() if outer.tag == "a")
    return not _WHILE.search(selector) and any(reaches(link, selector) for link in links)


_ROOM = re.compile(
    rf"{_NAME}(?:padding|margin|(?:row-|column-)?gap)[-\w]*\s*:[^;}}]*(?<![-\w.])\d*\.?[1-9]",
    re.IGNORECASE,
)
"""Room within, around or between elements: none where it is 0, or less."""
_MARGIN = re.compile(rf"{_NAME}margin[-\w]*\s*:", re.IGNORECASE)
_ROW = re.compile(
    rf"{_NAME}(?:display\s*:\s*(?:inline|flex|grid)|float\s*:\s*(?!none))", re.IGNORECASE
)
"""What stands beside others, or puts what is in it side by side."""


def has_room(element: Element, styles: Iterable[Element]) -> bool:
    """Whether a style gives an element room: its own, or one that reaches it."""
    return any(_ROOM.search(declarations) for declarations in _declared(element, styles))


def lost_its_room(element: Element, styles: Iterable[Element]) -> bool:
    """Whether a style takes the room away that browsers leave around an element."""
    margins = [each for each in _declared(element, styles) if _MARGIN.search(each)]
    return bool(margins) and not any(map(_ROOM.search, margins))


def in_a_row(element: Element, styles: Iterable[Element]) -> bool:
    """Whether a style puts an element beside others, or what is in it side by side."""
    return any(_ROW.search(declarations) for declarations in _declared(element, styles))


_PADDED = rf"{_NAME}padding[-\w]*\s*:[^;]*[1-9]"
_FILLED = (
    rf"{_NAME}(?:background(?:-color|-image)?|border|box-shadow)\s*:\s*"
    r"(?!\s|none|transparent|inherit|0)"
)
_AS_A_BUTTON = re.compile(rf"(?=.*{_PADDED})(?=.*{_FILLED})", re.IGNORECASE | re.DOTALL)
_LAID_OVER = re.compile(rf"{_NAME}position\s*:\s*(?:absolute|fixed)", re.IGNORECASE)


def drawn_as_a_button(element: Element, styles: Iterable[Element]) -> bool:
    """Whether styles give an element both room within and a ground, a border or a shadow."""
    return bool(_AS_A_BUTTON.search(";".join(_always_declared(element, styles))))


_STRETCHED = re.compile(
    r"(?=.*position\s*:\s*(?:absolute|fixed))(?=.*content\s*:)", re.IGNORECASE | re.DOTALL
)
_POSITIONED = re.compile(rf"{_NAME}position\s*:\s*(?:relative|absolute|fixed|sticky)", re.I)
_FAINT = re.compile(rf"{_NAME}opacity\s*:\s*(?:0?\.0\d*|0)(?![.\d])", re.IGNORECASE)


def is_faint(element: Element, styles: Iterable[Element]) -> bool:
    """Whether a style lets nobody see an element that can be pressed all the same."""
    return any(map(_FAINT.search, _always_declared(element, styles)))


def stretched_from(link: Element, styles: Sequence[Element]) -> Element | None:
    """What a link is stretched over by what a style draws beside it; None where it is not."""
    for style in styles:
        for selectors, declarations in _rules("".join(map(str, style.inside))):
            drawn = [_DRAWN.sub("", each) for each in selectors if _DRAWN.search(each)]
            if (
                drawn
                and _STRETCHED.search(declarations)
                and any(reaches(link, each) for each in drawn)
            ):
                around = (link, *link.within())
                if "fixed" in declarations:
                    return around[-1]
                held = (each for each in around if _is_positioned(each, styles))
                return next(held, around[-1])
    return None


def _is_positioned(element: Element, styles: Iterable[Element]) -> bool:
    return any(map(_POSITIONED.search, _always_declared(element, styles)))


def laid_over(element: Element, styles: Iterable[Element]) -> bool:
    """Whether a style takes an element out of its line, to wherever on the page it says."""
    return any(map(_LAID_OVER.search, _always_declared(element, styles)))


def _always_declared(element: Element, styles: Iterable[Element]) -> Iterator[str]:
    """What is declared for an element whether or not it is pointed at."""
    yield element.attributes.get("style", "")
    for style in styles:
        for selectors, declarations in _rules("".join(map(str, style.inside))):
            if any(reaches(element, each) for each in selectors if not _WHILE.search(each)):
                yield declarations


def _declared(element: Element, styles: Iterable[Element]) -> Iterator[str]:
    """What is declared for an element: by itself, and by each rule that reaches it."""
    yield element.attributes.get("style", "")
    for style in styles:
        for selectors, declarations in _rules("".join(map(str, style.inside))):
            if any(reaches(element, each) for each in selectors):
                yield declarations


def _close(element: Element) -> Iterator[Element]:
    """What stands around an element, as far as its own space."""
    for outer in element.within():
        yield outer
        if outer.tag == "section":
            return


@cache
def _rules(css: str) -> list[tuple[list[str], str]]:
    """The selectors and declarations of each rule; a rule within a rule begins after its `;`."""
    return [
        ([each.strip() for each in COMMAS.split(rule[1].rpartition(";")[2])], rule[2])
        for rule in _RULE.finditer(_COMMENT.sub("", css))
    ]
