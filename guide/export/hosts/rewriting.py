"""Scripts that make another page of this one: all of it, its styles, or the words by the button."""

import re
from collections.abc import Iterator

from guide.export.hosts.dom import Element
from guide.export.hosts.styles import reaching

_BODY = r"\b(?:document\s*\.\s*(?:body|documentElement)|(?<!\.)body)"
_ALL = re.compile(
    rf"{_BODY}\s*\.\s*(?:(?:inner|outer)(?:HTML|Text)|textContent|hidden|inert)\s*\+?=(?!=)"
    rf"|{_BODY}\s*\.\s*(?:replaceChildren|replaceWith|remove)\s*\("
    r"|\bdocument\s*\.\s*open\s*\("
)
"""All of the page is written anew, or taken out of view. What `document.write` adds is no more."""
_ADDS_STYLES = re.compile(
    r"\binsertRule\b|\baddRule\b|adoptedStyleSheets|\breplaceSync\b|<style\b"
    r"|createElement\(\s*['\"`]style['\"`]|\bstyleSheets\b[^;]{0,40}\bdisabled\b"
)
_STRING = re.compile(r"'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")
_HIDES = re.compile(
    r"\.\s*(?:hidden|inert|textContent|innerHTML|innerText)\s*=(?!=)|\.\s*(?:remove|replaceWith)\s*\("
    r"|\.\s*style\s*\.\s*(?:display|visibility|opacity|cssText)\b|\.\s*(?:hide|text|html|empty)\s*\("
)
_MUST_BE_SAID = re.compile(r"\b999\b|0800\s?1111|under 18|bull(?:y|ied)", re.IGNORECASE)
_TAG = re.compile(r"<style[^>]*>|</style", re.IGNORECASE)


def strings(script: str) -> Iterator[str]:
    """The texts in a script."""
    for match in _STRING.finditer(script):
        yield "".join(filter(None, match.groups()))


def rewrites(script: str) -> str:
    """How a script writes the whole page anew; empty where it does not."""
    match = _ALL.search(script)
    return match[0] if match else ""


def restyles(script: str, button: Element) -> bool:
    """Whether a script adds a style that may change the button, or one that cannot be read."""
    if not _ADDS_STYLES.search(script):
        return False
    rules = [_TAG.sub("", each) for each in strings(script) if "{" in each]
    return not rules or any(
        any(reaching(button, Element("style", {}, 1, inside=[rule]))) for rule in rules
    )


def hides_something(script: str) -> bool:
    """Whether a script takes something out of view, or writes other words in its place."""
    return bool(_HIDES.search(script))


def must_be_said(page: Element) -> list[Element]:
    """The paragraphs with what must be said by the button."""
    return [each for each in page.find("p") if _MUST_BE_SAID.search(each.text())]
