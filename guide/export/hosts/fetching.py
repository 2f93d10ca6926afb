"""What a page gets from elsewhere, or tells somebody."""

import re
from collections.abc import Iterator

from guide.export.hosts.dom import Element
from guide.export.hosts.hosted import Broken, Hosted

_LOADS = ("src", "srcset", "imagesrcset", "data", "poster", "background", "href", "ping", "action")
"""Attributes with addresses."""
_PRESSED = ("a", "area", "form", "base")
"""Elements whose address is opened when a person presses, and not before."""
_NAMES_ONLY = re.compile(
    r"(?:alternate|amphtml|author|bookmark|canonical|edituri|help|license|me|next|pingback|prev"
    r"|privacy-policy|profile|search|shortlink|\s)+"
)
"""Relations of a <link> that no browser fetches (HTML Standard, section 4.6.7)."""
_AWAY = re.compile(r"(?:^|[\s,'\"(=;])((?:https?:)?//[^\s,'\")]+)", re.IGNORECASE)
_TELLS = re.compile(
    r"https?://|\bgtag|\bfbq|dataLayer|analytics|\b_paq\b|\b_gaq\b|\bttq\b|\btwq\b|snaptr|pintrk"
    r"|matomo|plausible|hotjar|clarity|mixpanel|sendBeacon|\bfetch\s*\(|\bImage\s*\("
    r"|intercom|hubspot|tawk_|zopim|\$zopim|\bzE\(|drift\.|smartsupp|_hsq|newrelic|NREUM"
    r"|XMLHttpRequest|WebSocket|EventSource|document\.cookie",
    re.IGNORECASE,
)
"""What a script holds that tells somebody else of a visit."""

_STYLE_FETCHES = re.compile(r"@import|(?:\(|,)\s*['\"]?(?:https?:)?//", re.IGNORECASE)
"""In brackets, as in `url(...)` and `image-set(...)`: a comment may name any address."""


def fetches(hosted: Hosted) -> Iterator[Broken]:
    """Anything that the page gets from elsewhere, or tells somebody."""
    if not (hosted.buttons or hosted.is_guide):
        return
    for element in hosted.page.all():
        if address := _fetched(element):
            yield element.line, f"A <{element.tag}> fetches {address[:60]}."
        elif refresh := _AWAY.search(_refresh(element)):
            yield element.line, f"The page goes on by itself to {refresh[1][:60]}."
    for script in hosted.page.find("script"):
        described = script.attributes.get("type", "").lower() == "application/ld+json"
        if (
            not hosted.is_guide
            and not described
            and _TELLS.search("".join(map(str, script.inside)))
        ):
            yield script.line, "A script tells somebody else of the visit."
    for style in hosted.page.find("style"):
        if _STYLE_FETCHES.search("".join(map(str, style.inside))):
            yield style.line, "A style fetches something from elsewhere."


def _fetched(element: Element) -> str:
    """The address elsewhere that an element loads by itself, or tells when it is pressed."""
    rel = element.attributes.get("rel", "").lower()
    if element.tag == "link" and _NAMES_ONLY.fullmatch(rel):
        return ""
    names = ("ping",) if element.tag in _PRESSED else _LOADS
    for name in (*names, "style"):
        value = element.attributes.get(name, "").strip()
        if not value.lower().startswith("data:") and (away := _AWAY.search(value)):
            return away[1]
    return ""


def _refresh(element: Element) -> str:
    is_refresh = element.attributes.get("http-equiv", "").lower() == "refresh"
    return element.attributes.get("content", "") if is_refresh else ""
