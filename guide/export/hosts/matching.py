"""Whether a selector is for an element as the page stands: nothing pressed, pointed at, chosen.

Where an element stands among others is looked at; what only a browser knows counts as holding.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from guide.export.hosts.dom import Element
from guide.export.hosts.selectors import COMMAS, COMPOUNDS, SIMPLE, is_simple

_PSEUDO = re.compile(r":(:?)([-\w]+)(?:\((.*)\))?", re.DOTALL)
_STATES = frozenset(
    {"hover", "focus", "focus-within", "focus-visible", "active", "visited", "target", "checked"}
    | {"disabled", "invalid", "user-invalid", "indeterminate", "placeholder-shown", "fullscreen"}
    | {"popover-open", "modal", "autofill", "-webkit-autofill", "required", "default", "defined"}
    | {"before", "after", "first-line", "first-letter", "host", "host-context", "target-within"}
)
"""What an element is not as the page comes, and parts of one."""
_NTH = re.compile(r"\s*(?:([-+]?\d*)n)?\s*([-+]?\s*\d+)?\s*(?:of\b.*)?", re.IGNORECASE)
_MOST_BESIDE = 200
"""Elements before one that `~` looks at: the look at any page comes to its end."""
_MOST_COMPOUNDS = 30
"""Parts of a selector, and selectors in one another."""


def is_selected(element: Element, selector: str, depth: int = 0) -> bool:
    """Whether a selector is for this element."""
    parts = _compounds(selector)
    if len(parts) > _MOST_COMPOUNDS or depth > _MOST_COMPOUNDS:
        return False
    *before, last = parts[::2]
    if not _is(element, last, depth):
        return False
    # From the right: those that may stand for what was read so far, innermost first.
    candidates = [element]
    for compound, relation in zip(reversed(before), reversed(parts[1::2]), strict=True):
        related = _related(candidates, relation)
        candidates = [each for each in related if _is(each, compound, depth)]
        if not candidates:
            return False
    return True


@lru_cache(maxsize=4096)
def _compounds(selector: str) -> list[str]:
    return COMPOUNDS.split(selector.strip())


def _related(candidates: Sequence[Element], relation: str | None) -> list[Element]:
    if relation is None:
        # They stand beside one another or in one another: the innermost is in all the others are.
        return list(candidates[0].within())
    if relation == ">":
        parents = (each.parent for each in candidates)
        return list({id(each): each for each in parents if each}.values())
    beside = []
    for each in candidates[:_MOST_BESIDE]:
        place, _ = _place(each)
        around = _children(each.parent) if each.parent else []
        start = max(place - _MOST_BESIDE, 0) if relation == "~" else max(place - 1, 0)
        beside += around[start:place]
    return list({id(each): each for each in beside}.values())


def _is(element: Element, compound: str, depth: int) -> bool:
    return bool(element.tag) and all(
        _holds(element, part, depth) if part[0] == ":" else is_simple(element, part)
        for part in _parts(compound)
    )


@lru_cache(maxsize=4096)
def _parts(compound: str) -> list[str]:
    return SIMPLE.findall(compound)


def _holds(element: Element, part: str, depth: int) -> bool:
    """Whether a state or a place holds for an element."""
    match = _PSEUDO.fullmatch(part)
    if not match or match[1]:
        return False
    name, inner = match[2].lower(), match[3] or ""
    if name in _STATES:
        return False
    if name in ("not", "is", "where", "matches"):
        held = any(is_selected(element, each, depth + 1) for each in COMMAS.split(inner))
        return held is not (name == "not")
    if name == "root":
        return element.tag == "html"
    if name == "empty":
        return not element.inside
    return _stands(element, name, inner)


def _stands(element: Element, name: str, inner: str) -> bool:
    """Whether an element stands where a selector says; true of what tells no place."""
    if not name.startswith(("first-", "last-", "only-", "nth-")):
        return True
    place, count = _place(element, element.tag if name.endswith("of-type") else "")
    from_end = count - 1 - place
    if name.startswith("first-"):
        return place == 0
    if name.startswith("last-"):
        return from_end == 0
    if name.startswith("only-"):
        return count == 1
    return _is_nth(inner, 1 + (from_end if name.startswith("nth-last") else place))


def _is_nth(formula: str, number: int) -> bool:
    formula = {"odd": "2n+1", "even": "2n"}.get(formula.strip().lower(), formula)
    match = _NTH.fullmatch(formula)
    if not match:
        return True
    start = int((match[2] or "0").replace(" ", ""))
    if match[1] is None:
        return number == start
    step = int(match[1] + "1" if match[1] in ("", "+", "-") else match[1])
    return (
        number == start
        if step == 0
        else (number - start) % step == 0 and (number - start) // step >= 0
    )


def _place(element: Element, tag: str = "") -> tuple[int, int]:
    """How many stand before an element beside it, and how many there are; of its own tag."""
    if element.parent is None:
        return 0, 1
    places = _places(element.parent, tag)
    return places[id(element)], len(places)


@lru_cache(maxsize=32)
def _children(parent: Element) -> list[Element]:
    return [each for each in parent.inside if isinstance(each, Element)]


@lru_cache(maxsize=32)
def _places(parent: Element, tag: str) -> dict[int, int]:
    of_it = [each for each in _children(parent) if not tag or each.tag == tag]
    return {id(each): place for place, each in enumerate(of_it)}
