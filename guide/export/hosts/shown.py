"""Whether CEOP's button is shown as CEOP asks: whole, unchanged, by itself, and leading there."""

import re
from collections.abc import Iterator

from guide.export.hosts.button import (
    GIF,
    drawn_by,
    embedded_image,
    leads_there,
    link_of,
    says_report,
    shows_address,
)
from guide.export.hosts.dom import Element
from guide.export.hosts.hosted import Broken, Hosted
from guide.export.hosts.space import MEDIA, beside, space_of
from guide.export.hosts.styles import (
    MOVES_AROUND,
    drawn_as_a_button,
    is_faint,
    laid_over,
    reaching,
    stretched_from,
)


def in_the_guide(hosted: Hosted) -> Iterator[Broken]:
    """A button on a page of the guide itself, or on one that shows such a page in a frame.

    What a page of the host's own frames is not looked at: it can be the guide tomorrow.
    """
    if hosted.is_guide:
        for button in hosted.buttons:
            yield button.line, "The button stands on a page of the guide itself."
    elif hosted.buttons:
        for element in hosted.page.all():
            if element.tag in _FRAMES and element.attributes.keys() & {"src", "srcdoc", "data"}:
                yield element.line, "The page with the button shows another page within it."


_FRAMES = ("iframe", "frame", "embed", "object")


_APP = re.compile(r"serviceWorker\s*\.\s*register")
_APP_FILES = re.compile(r"\b(?:cordova|capacitor|phonegap)[-.\w]*\.js", re.IGNORECASE)
_APP_NAMES = ("apple-mobile-web-app-capable", "mobile-web-app-capable")


def in_an_app(hosted: Hosted) -> Iterator[Broken]:
    """A button in an app."""
    app = hosted.in_app or any(map(_makes_an_app, hosted.page.all()))
    for button in hosted.buttons if app else ():
        yield button.line, "The button stands in an app."


def _makes_an_app(element: Element) -> bool:
    """Whether an element makes an app of the page: to be installed, kept, or wrapped in one."""
    attributes = element.attributes
    match element.tag:
        case "html":
            return "manifest" in attributes
        case "link":
            return "manifest" in attributes.get("rel", "").lower().split()
        case "meta":
            return (
                attributes.get("name", "").lower() in _APP_NAMES
                and attributes.get("content") != "no"
            )
        case "script":
            kept = _APP.search("".join(map(str, element.inside)))
            return bool(kept or _APP_FILES.search(attributes.get("src", "")))
    return False


def more_than_one(hosted: Hosted) -> Iterator[Broken]:
    """A second button on the page."""
    for button in hosted.buttons[1:]:
        yield button.line, "The button stands here a second time."


_DRAWN = re.compile(r"url\(\s*['\"]?(?!data:)[^)'\"]*(?:ceop|safety.?cent(?:re|er))", re.IGNORECASE)


def not_its_file(hosted: Hosted) -> Iterator[Broken]:
    """A button that is not the file CEOP gives."""
    for element in hosted.page.all():
        styled = "".join(map(str, element.inside)) if element.tag == "style" else ""
        styled += element.attributes.get("style", "")
        if _DRAWN.search(styled) or drawn_by(styled, hosted.official):
            yield element.line, "A style draws the button."
    yield from _made_of_words(hosted)
    for button in hosted.buttons:
        shown = embedded_image(button)
        source = button.attributes.get("src", "")
        if button.tag != "img":
            yield button.line, f"The button is a <{button.tag}>, not the file itself."
        elif source.startswith(("http:", "https:", "//")):
            yield button.line, "The button is fetched from another place, which may change it."
        elif shown.data and not shown.data.startswith(GIF):
            yield (
                button.line,
                f"The button is no GIF any more, but {shown.kind or 'something else'}.",
            )
        elif not shown.data and not re.search(r"\.gif$", source, re.IGNORECASE):
            yield button.line, "The button is no GIF any more."
        elif hosted.official and shown.data and shown.data != hosted.official:
            yield button.line, "The button's file is not the one that was given, byte for byte."


def _made_of_words(hosted: Hosted) -> Iterator[Broken]:
    """A link in words that styles draw as a button: by what it says, or by where it leads.

    What stands in a menu is drawn as the menu.
    """
    styles = hosted.page.find("style")
    for link in filter(_stands_in_for_it, hosted.page.find("a")):
        in_a_menu = any(outer.tag in ("nav", "li") for outer in link.within())
        pressed = link.attributes.get("role", "").lower() == "button"
        if pressed or (not in_a_menu and drawn_as_a_button(link, styles)):
            yield link.line, f'A link is drawn as a button: "{link.text()[:80]}".'


def _stands_in_for_it(link: Element) -> bool:
    """Whether a link's words are read as the button's, or lead where it does."""
    leads = leads_there(link.attributes.get("href", ""))
    return says_report(link) or (leads and bool(link.text()) and not shows_address(link))


_ONLY = frozenset({"src", "alt", "width", "height"})
_CHANGES_NOTHING = frozenset({"class", "id", "decoding", "loading", "fetchpriority"})
"""What site builders put on each picture: names, and when a browser reads it. What styles and
scripts do by those names is looked at where they do it."""


def altered(hosted: Hosted) -> Iterator[Broken]:
    """Anything that may change how the button looks."""
    for button in hosted.buttons:
        if others := sorted(set(button.attributes) - _ONLY - _CHANGES_NOTHING):
            yield button.line, f"The button has the attribute {', '.join(others)}."
        if button.tag == "img" and not button.attributes.get("alt", "").strip():
            yield (
                button.line,
                'Its alt is empty: those who hear the page need "CEOP Safety Centre".',
            )
        size = embedded_image(button).size
        sized = tuple(button.attributes.get(name, "") for name in ("width", "height"))
        if size and sized != tuple(map(str, size)):
            yield button.line, f"The button is not shown as large as it is: {size[0]} by {size[1]}."
        for style in hosted.page.find("style"):
            for selector, change in reaching(button, style):
                yield style.line, f'The style "{selector}" may change the button ({change}).'
        for outer in button.within():
            if MOVES_AROUND.search(outer.attributes.get("style", "")):
                yield outer.line, f"The style of the <{outer.tag}> around the button changes it."


def styles_elsewhere(hosted: Hosted) -> Iterator[Broken]:
    """Styles that cannot be looked at here."""
    if hosted.buttons:
        for link in hosted.page.find("link"):
            if "stylesheet" in link.attributes.get("rel", "").lower():
                yield link.line, "A style sheet in another file may change the button."


def leads_elsewhere(hosted: Hosted) -> Iterator[Broken]:
    """A button that leads anywhere but to the Safety Centre."""
    for button in hosted.buttons:
        link = link_of(button)
        if link is None:
            yield button.line, "The button leads nowhere."
        elif not leads_there(link.attributes.get("href", "")):
            yield link.line, f"The button leads to {link.attributes.get('href', 'nowhere')}."


def link_does_more(hosted: Hosted) -> Iterator[Broken]:
    """A link around the button that does or holds more than it."""
    for button in hosted.buttons:
        link = link_of(button)
        if link is None:
            continue
        if others := sorted(set(link.attributes) - {"href", "rel"}):
            yield link.line, f"The button's link has the attribute {', '.join(others)}."
        if link.text() or len([e for e in link.all() if e is not link]) > 1:
            yield link.line, "The button's link holds more than the button."
        yield from _based(hosted.page)
        yield from _laid_over(hosted, button)
        for outer in button.within():
            pressed = outer.tag in _PRESSED or (outer.tag == "form" and not outer.text())
            if outer is not link and pressed:
                yield (
                    outer.line,
                    f"The button's link stands in a <{outer.tag}>, which is pressed too.",
                )
            elif outer is not link and (acts := _acts(outer)):
                yield outer.line, f"The <{outer.tag}> around the button does something: {acts}."


_PRESSED = ("a", "label", "button")


def _based(page: Element) -> Iterator[Broken]:
    """A <base> by which every link of the page opens in another place."""
    for base in page.find("base"):
        if target := base.attributes.get("target", ""):
            yield base.line, f"A <base> opens the button's link in {target}."


def _laid_over(hosted: Hosted, button: Element) -> Iterator[Broken]:
    """What is pressed without being seen: it may lie on the button, and lead elsewhere."""
    around = {id(button), *map(id, button.within())}
    styles = hosted.page.find("style")
    for element in hosted.page.all():
        pressed = (element.tag == "a" and "href" in element.attributes) or _acts(element)
        if not pressed or id(element) in around:
            continue
        faint = is_faint(element, styles)
        gone = element.is_hidden and not faint
        seen = not faint and (element.text() or element.find(*MEDIA))
        if not seen and not gone and laid_over(element, styles):
            yield (
                element.line,
                f"A <{element.tag}> with nothing to see in it is laid over the page.",
            )
        elif (over := stretched_from(element, styles)) and id(over) in around:
            yield element.line, f"A <{element.tag}> is stretched over the button."


def _acts(element: Element) -> str:
    """An attribute by which pressing within an element runs a script."""
    return next(filter(_ON_PRESS.match, element.attributes), "")


_ON_PRESS = re.compile(
    r"on(?:click|mouse|pointer|touch|key|auxclick|dblclick|submit)|@|x-on:|v-on:|\(|ng-click|jsaction"
    r"|(?:data-)?hx-|data-(?:action|href|url|link|track|ga|gtm|event|analytics)\b"
)
"""Attributes by which a script learns of a press: a browser's own, or a library's."""


_ASIDE = frozenset({"footer", "header", "nav", "aside", "marquee"})
_NOT_IN_VIEW = frozenset({"iframe", "template", "noscript", "details", "dialog", "object"})
_ASIDE_ROLES = frozenset(
    {"contentinfo", "banner", "navigation", "complementary", "dialog", "alertdialog"}
)
_HIDDEN_NAMES = frozenset({"hidden", "hide", "d-none", "invisible", "sr-only", "visually-hidden"})
# The last word of a name says what a part is: "site-footer", not "footer-links".
_ASIDE_NAME = re.compile(
    r"(?:^|[-_])(footer|sidebar|navbar|carousel|slider|popup|modal"
    r"|collapse|offcanvas|drawer|tooltip|lightbox|sponsors|logos)$"
)


def not_by_itself(hosted: Hosted) -> Iterator[Broken]:
    """A button without a space of its own."""
    for button in hosted.buttons:
        space = space_of(button, hosted.page.find("style"))
        if space is None:
            yield button.line, "The button has no space of its own."
        elif space.text() or len(space.find(*MEDIA)) > 1:
            yield space.line, "Something else stands in the button's space."
        elif any(each.find(*MEDIA) and not each.text() for each in beside(space)):
            yield space.line, "Another picture stands right beside the button's space."
        for outer in (button, *button.within()):
            if where := _out_of_the_way(outer):
                yield outer.line, f"The button stands in the page's {where}."


def _out_of_the_way(element: Element) -> str:
    """What part of a page an element is where a button is not prominent; empty where it is."""
    if element.tag in _ASIDE or element.tag in _NOT_IN_VIEW:
        return f"<{element.tag}>"
    attributes = element.attributes
    unheard = attributes.get("aria-hidden") == "true" or "inert" in attributes
    if element.is_hidden or unheard or _HIDDEN_NAMES.intersection(element.classes):
        return "hidden part"
    if (role := attributes.get("role", "").lower()) in _ASIDE_ROLES:
        return role
    named = (_ASIDE_NAME.search(name.lower()) for name in (*element.classes, element.id))
    return next((match[1] for match in named if match), "")
