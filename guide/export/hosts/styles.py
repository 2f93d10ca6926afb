"""Styles that reach a picture: the rules of a style sheet, as far as its selectors tell."""

import re
from collections.abc import Iterator

from guide.export.hosts.dom import Element

CHANGES = re.compile(
    r"(?<![-\w])(filter|backdrop-filter|opacity|transform|rotate|scale|zoom|clip-path|clip|mask"
    r"|mix-blend-mode|border(?:-[-\w]*)?|outline|box-shadow|object-fit|object-position|background"
    r"(?:-[-\w]*)?|padding(?:-[-\w]*)?|(?:max-|min-)?(?:width|height|inline-size|block-size)"
    r"|margin(?:-[-\w]*)?|position|float|animation|transition|content|display|visibility)\s*:",
    re.IGNORECASE,
)
"""Properties that change how a picture looks, or where it stands."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[.#]?[\w-]+|\*|\[[^\]]*\]")


def reaching(element: Element, styles: Element) -> Iterator[tuple[str, str]]:
    """Each selector that may reach an element, and a property there that changes it."""
    for rule in _RULE.finditer(_COMMENT.sub("", "".join(map(str, styles.inside)))):
        change = CHANGES.search(rule[2])
        if not change:
            continue
        for selector in rule[1].split(","):
            if _reaches(element, selector.strip()):
                yield selector.strip(), change[1].lower()


def _reaches(element: Element, selector: str) -> bool:
    """Whether the last part of a selector may be this element: the parts before it may hold."""
    last = re.split(r"[\s>+~]+", selector)[-1].partition(":")[0]
    parts = _SIMPLE.findall(last)
    return bool(parts) and all(_is(element, part) for part in parts)


def _is(element: Element, part: str) -> bool:
    if part.startswith("."):
        return part[1:] in element.classes
    if part.startswith("#"):
        return part[1:] == element.id
    if part.startswith("["):
        return part[1:].partition("=")[0].rstrip("]~|^$* ") in element.attributes
    return part in ("*", element.tag)
