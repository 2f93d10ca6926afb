"""What a page's scripts do to CEOP's button, as far as their text tells.

A script that never names the button, its link or every press of the page can leave both alone;
one that does is refused, whatever it means to do. Libraries in files of their own are not read.
"""

import re
from collections.abc import Iterator

from guide.export.hosts.button import embedded_image, link_of
from guide.export.hosts.dom import Element
from guide.export.hosts.hosted import Broken, Hosted
from guide.export.hosts.reading import decoded
from guide.export.hosts.rewriting import hides_something, must_be_said, restyles, rewrites
from guide.export.hosts.selectors import COMMAS, reaches

DESCRIBES = "application/ld+json"
"""The type of a script that runs nothing."""
_RUNS_FROM = re.compile(r"\s*javascript:", re.IGNORECASE)
_STRING = r"(?P<mark>['\"`])(?P<text>(?:(?!(?P=mark))[^\\]|\\.)*)(?P=mark)"
_JOINED = re.compile(
    _STRING + r"\s*\+\s*(?P<other>['\"`])(?P<more>(?:(?!(?P=other))[^\\]|\\.)*)(?P=other)",
    re.DOTALL,
)
_LIST = re.compile(r"\[((?:\s*(?:'[^']*'|\"[^\"]*\")\s*,?)+)\]\s*\.\s*join\(\s*(?:''|\"\")\s*\)")
_PART = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_ESCAPED = re.compile(
    r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|(/))", re.IGNORECASE
)
_BY_NAME = re.compile(r"(?<=[\w)\]])\[\s*['\"]([A-Za-z]\w*)['\"]\s*\]")
"""A property by a text: `window["open"]`."""
_ALIAS = re.compile(
    r"(?:\b(?:const|let|var)\s|,)\s*([\w$]+)\s*=\s*(document|window)\b(?!\s*[.(\[])"
)
_MOST_ALIASES = 5
_MOST_JOINED = 200
"""Times that pieces are put together, so that the look comes to its end on any script."""

_PAGE = r"\b(?:document(?:\s*\.\s*(?:body|documentElement))?|window|self|globalThis|body|html)\b"
"""What names the whole page."""
_SELECTED = re.compile(
    r"(?P<of>(?<![\w$)\]])[\w$)\]]+\s*\??\.\s*|(?<![\w$.])(?:\$|jQuery))"
    rf"(?P<how>querySelector(?:All)?|closest|matches|find|filter|children|)\(\s*{_STRING}"
)
_DELEGATED = re.compile(rf"\.\s*(?:on|delegate|live)\(\s*['\"][\w\s.]+['\"]\s*,\s*{_STRING}")
_COLLECTED = re.compile(
    r"\bdocument\s*\.\s*(?P<all>images|links|all)\b"
    r"|\bdocument\s*\.\s*getElementsByTagName\(\s*['\"](?P<tag>[\w*]+)['\"]"
    r"|\.\s*getElementById\(\s*['\"](?P<id>[^'\"]+)['\"]"
    r"|\.\s*getElementsByClassName\(\s*['\"](?P<names>[^'\"]+)['\"]"
)
_OF_PAGE = {"images": "img", "links": "a", "all": "*"}
_CHANGES_A_BOX = re.compile(
    r"\.\s*(?:style|cssText|innerHTML|outerHTML|textContent|innerText|hidden|className)\b"
    r"|\.\s*(?:remove|replaceWith|replaceChildren|removeChild|replaceChild|animate|hide|fade\w+"
    r"|slide\w+|css|html|empty|detach|append\w*|prepend|insert\w+|before|after|add|toggle|wrap\w*)\s*\("
    r"|\.\s*inert\b|setAttribute|addEventListener|\.\s*on\w+\s*="
)
_PRESS = r"(?:click|dblclick|auxclick|pointer\w+|mouse(?:down|up)|touch(?:start|end))"
_EVERY_PRESS = re.compile(
    rf"{_PAGE}\s*\.\s*(?:addEventListener\(\s*['\"`]{_PRESS}|on{_PRESS}\s*=)"
    rf"|(?<![.\w])(?:addEventListener\(\s*['\"`]{_PRESS}|on{_PRESS}\s*=)"
    rf"|(?:\$|jQuery)\(\s*(?:document|window|['\"](?:body|html|document|\*)['\"])\s*\)"
    rf"\s*\.\s*(?:on\(\s*['\"][\w\s.]*{_PRESS}[\w\s.]*['\"]\s*,\s*(?!['\"])|{_PRESS}\()"
    rf"|{_PAGE}\s*\.\s*setAttribute\(\s*['\"]on{_PRESS}|\bassign\(\s*{_PAGE}\s*,\s*\{{\s*on{_PRESS}"
    rf"|['\"]addEventListener['\"][^;]{{0,80}}['\"]{_PRESS}['\"]"
    rf"|['\"]{_PRESS}['\"][^;]{{0,80}}{_PAGE}\s*\.\s*addEventListener\(\s*\w"
    r"|\bnavigation\s*\.\s*(?:addEventListener\(\s*['\"]navigate|onnavigate\s*=)"
    r"|\bonbeforeunload\s*=|addEventListener\(\s*['\"]beforeunload|\bHTML(?:Anchor)?Element\.prototype",
    re.IGNORECASE,
)
"""A press anywhere on the page."""
_TAKES_IT = re.compile(
    r"preventDefault|stop(?:Immediate)?Propagation|returnValue\s*=|return\s+false|!1\s*[;}]"
    r"|\bclient[XY]\b|\bpage[XY]\b|return\s*['\"]|\bprototype\.click\s*="
    r"|\blocation\b|\bopen\s*\(|\.\s*href\b|\.\s*submit\s*\(|history\s*\.|sendBeacon|fetch\s*\("
)
_OF_ONE_KIND = re.compile(r"(?:closest|matches)\(\s*['\"`]")
"""It looks at what was pressed: the selector tells whether that is the button."""
_WHOLE_PAGE = re.compile(
    rf"{_PAGE}\s*\.\s*style\s*(?:\.\s*|\[\s*['\"])"
    r"(?:zoom|filter|transform|opacity|scale|cssText|mixBlendMode|visibility|display)\b"
    r"|\bdesignMode\b|\bcontentEditable\b"
)


def script_texts(page: Element) -> Iterator[tuple[int, str]]:
    """The line and the text of everything in a page that runs, its pieces put together."""
    for element in page.all():
        if element.tag == "script":
            described = element.attributes.get("type", "").lower() == DESCRIBES
            embedded = embedded_image(element).data
            if not described and (embedded or not _is_library(element)):
                text = decoded(embedded) if embedded else "".join(map(str, element.inside))
                yield element.line, put_together(text)
            continue
        for name, value in element.attributes.items():
            if name.startswith("on") or _RUNS_FROM.match(value):
                yield element.line, put_together(value)


def _is_library(script: Element) -> bool:
    return bool(script.attributes.get("src", "").strip())


def _libraries(page: Element) -> Iterator[tuple[int, str]]:
    """The scripts in files that stand beside the page.

    They may do anything to what they are asked for: only what they do by themselves is looked at.
    """
    for element in page.find("script"):
        if _is_library(element) and element.inside:
            yield element.line, put_together("".join(map(str, element.inside)))


def put_together(script: str) -> str:
    """A script with the texts that it adds up or spells in numbers written out."""
    script = _ESCAPED.sub(_character, script)
    script = _LIST.sub(lambda match: f"'{''.join(map(''.join, _PART.findall(match[1])))}'", script)
    script = _BY_NAME.sub(r".\1", script)
    for name, whole in _ALIAS.findall(script)[:_MOST_ALIASES]:
        script = re.sub(rf"(?<![\w.$]){re.escape(name)}(?=\s*\.)", whole, script)
    for _ in range(_MOST_JOINED):
        joined = _JOINED.sub(r"\g<mark>\g<text>\g<more>\g<mark>", script)
        if joined == script:
            break
        script = joined
    return script


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    return chr(min(int(code, 16), 0x10FFFF)) if code else "/"


def reach_it(hosted: Hosted) -> Iterator[Broken]:
    """A script that may change the button, its link, or what a press on it does."""
    for button in hosted.buttons[:1] if not hosted.is_guide else ():
        link = link_of(button)
        itself = [button, *([link] if link else [])]
        around = [each for each in button.within() if each is not link and each.tag not in _TOP]
        for line, script in script_texts(hosted.page):
            if reached := _named(script, itself):
                yield line, f"A script reaches the button or its link ({reached})."
            elif (reached := _named(script, around)) and _CHANGES_A_BOX.search(script):
                yield line, f"A script may change what the button stands in ({reached})."
            elif _takes_every_press(script):
                yield line, "A script takes every press on the page, the button's with them."
            elif whole := _WHOLE_PAGE.search(script):
                yield line, f"A script may change how the whole page looks ({whole[0]})."
            elif hides_something(script) and (reached := _named(script, must_be_said(hosted.page))):
                yield line, f"A script may change what must be said by the button ({reached})."
            else:
                yield from ((line, what) for what in _written_anew(script, button))
        for line, script in _libraries(hosted.page):
            if reached := _named(script, itself, by_its_own=True):
                yield line, f"A script reaches the button or its link ({reached})."
            elif anew := rewrites(script):
                yield line, f"A script writes the whole page anew ({anew})."


def _written_anew(script: str, button: Element) -> Iterator[str]:
    if whole := rewrites(script):
        yield f"A script writes the whole page anew ({whole})."
    elif restyles(script, button):
        yield "A script adds a style that may change the button."


_OWN = re.compile(r"[#.][\w-]|\[\s*(?:href|src|alt)\b.*(?:ceop|safety-?cent|gif)", re.IGNORECASE)
"""An id, a class or an address in a selector."""
_TOP = frozenset({"html", "body", ""})


def _named(script: str, elements: list[Element], *, by_its_own: bool = False) -> str:
    """How a script names one of these elements; empty where it does not.

    `by_its_own` leaves out names that elements of every page have: libraries look for those.
    """
    for selector in _selectors(script):
        if by_its_own and not _OWN.search(selector):
            continue
        if any(reaches(each, selector) for each in elements):
            return selector[:_QUOTED]
    for match in _COLLECTED.finditer(script):
        tag = match["tag"] or _OF_PAGE.get(match["all"] or "", "")
        names = (match["names"] or "").split()
        if by_its_own and (match["tag"] or match["all"] == "all"):
            continue
        for each in elements:
            if each.tag == tag.lower() or tag == "*" or (match["id"] and each.id == match["id"]):
                return match[0][:_QUOTED]
            if names and set(names) <= set(each.classes):
                return match[0][:_QUOTED]
    return ""


def _selectors(script: str) -> Iterator[str]:
    """The selectors by which a script asks for elements of the whole page."""
    every_press = bool(_EVERY_PRESS.search(script))
    for match in _SELECTED.finditer(script):
        of, how, selectors = match["of"], match["how"], match["text"]
        if not how and not of.startswith(("$", "jQuery")):
            continue
        # In a menu, an "a" is one of the menu's; of whatever was pressed it is any.
        anywhere = of.startswith(("document", "$", "jQuery")) or (
            every_press and how in ("closest", "matches")
        )
        yield from (each for each in _each(selectors) if anywhere or not each.isalpha())
    for match in _DELEGATED.finditer(script):
        yield from _each(match["text"])


def _each(selectors: str) -> list[str]:
    # In jQuery "<a>" makes an element.
    made = selectors.lstrip().startswith("<")
    return [] if made else [each.strip() for each in COMMAS.split(selectors) if each.strip()]


_QUOTED = 60
"""Characters of a script that a finding quotes."""


def _takes_every_press(script: str) -> bool:
    """Whether a script stops or answers whatever is pressed, and not only what it asks for."""
    every = _EVERY_PRESS.search(script) and _TAKES_IT.search(script)
    return bool(every) and not _OF_ONE_KIND.search(script)


def scripts_elsewhere(page: Element) -> Iterator[tuple[int, str]]:
    """The line and the address of each script in a file of its own, which nobody reads here."""
    for script in page.find("script"):
        address = script.attributes.get("src", "")
        if address and not address.startswith("data:") and not script.inside:
            yield script.line, address
