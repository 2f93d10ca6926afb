"""Whether a selector may be an element of a page, where it stands.

States such as `:hover` may hold, and so do relations to what stands beside an element.
"""

import re

from guide.export.hosts.dom import Element

COMMAS = re.compile(r",(?![^(\[]*[)\]])")
"""What stands between selectors, and not within one."""
COMPOUNDS = re.compile(r"(?:\s*([>+~])\s*|\s+)(?![^\[(]*[\])])")
SIMPLE = re.compile(
    r"\[[^\]]*\]|::?[-\w]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?|[.#]?(?:[\w-]|\\.)+|\*|&"
)
_PART = re.compile(r"::|:(?:before|after|first-l|root\b|host\b)", re.IGNORECASE)
"""A part of an element, or the page itself: no picture."""
_THEME = re.compile(
    r"[.#](?:theme-|is-|mode-)?(?:dark|night|(?:high-)?contrast|gr[ae]y(?:scale)?|inverted?|sepia)"
    r"(?:-(?:mode|theme))?|\[data-(?:bs-)?(?:theme|mode|color-scheme|contrast)\b.*\]",
    re.IGNORECASE,
)
"""A name that a switch on the page gives to all of it, though it has it not now."""
_ATTRIBUTE = re.compile(r"\[\s*([-\w]+)\s*(?:([~|^$*]?)=\s*[\"']?(.*?)[\"']?\s*(?:[is]\s*)?)?\]")


def reaches(element: Element, selector: str) -> bool:
    """Whether a selector may be this element, where it stands."""
    if _PART.search(selector):
        return False
    parts = COMPOUNDS.split(selector.strip())
    *before, last = parts[::2]
    if not _may_be(element, last):
        return False
    outer: Element | None = element
    for compound, relation in zip(reversed(before), reversed(parts[1::2]), strict=True):
        assert outer is not None
        if relation in ("+", "~"):
            return True
        outer = outer.parent
        while relation is None and outer and not _may_be(outer, compound):
            outer = outer.parent
        if outer is None or not _may_be(outer, compound):
            return False
    return True


def _may_be(element: Element, compound: str) -> bool:
    """Whether an element has all that is asked of it but states, which it may have."""
    return bool(element.tag) and all(
        _is_themed(element, part) or is_simple(element, part) for part in SIMPLE.findall(compound)
    )


def _is_themed(element: Element, part: str) -> bool:
    """Whether a switch on the page may give an element that name."""
    return element.tag in ("html", "body") and bool(_THEME.fullmatch(part))


def is_simple(element: Element, part: str) -> bool:
    """Whether an element has one thing that a selector asks for; a state may hold."""
    name = re.sub(r"\\(.)", r"\1", part[1:]) if "\\" in part else part[1:]
    if part.startswith("."):
        return name in element.classes
    if part.startswith("#"):
        return name == element.id
    if part.startswith("["):
        return _has(element, part)
    return part[0] in "*&:" or part.lower() == element.tag


def _has(element: Element, part: str) -> bool:
    """Whether an element has an attribute, with the value that is asked for."""
    match = _ATTRIBUTE.fullmatch(part)
    if match is None:
        return True
    name, how, wanted = match.groups()
    value = element.attributes.get(name.lower())
    if value is None or wanted is None:
        return value is not None
    return {
        "": value == wanted,
        "~": wanted in value.split(),
        "|": value == wanted or value.startswith(f"{wanted}-"),
        "^": value.startswith(wanted),
        "$": value.endswith(wanted),
        "*": wanted in value,
    }[how]
