"""What a page gets from elsewhere, or tells somebody."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.export.hosts.dom import Element
from guide.export.hosts.hosted import Broken, Hosted
from guide.export.hosts.scripts import script_texts

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
    r"|XMLHttpRequest|WebSocket|EventSource|document\.cookie|['\"]fetch['\"]"
    # An address that begins with the host, and elements that fetch as soon as they are made.
    r"|['\"`]//[\w-]+\.\w|createElement\(\s*['\"](?:script|iframe|img|link|object|embed)['\"]"
    r"|<(?:script|iframe)\b|\bimport\s*\(|importScripts|RTCPeerConnection",
    re.IGNORECASE,
)
"""What a script holds that tells somebody else of a visit."""
_IN_SECRET = re.compile(
    r"\beval\s*\(|\batob\s*\(|fromCharCode|\bFunction\s*\(|\bunescape\s*\(|setTimeout\(\s*['\"`]"
)
"""What a script holds that makes other script while it runs: nobody can say what that does."""

_KEEPS = re.compile(r"\b(?:localStorage|sessionStorage|indexedDB)\b")
_MARKS = re.compile(
    r"randomUUID|Math\.random|getRandomValues|['\".](?:uu?id|visitor\w*|user_?id)\b", re.IGNORECASE
)
"""What makes one visitor's mark another than the next one's."""
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
    for line, script in script_texts(hosted.page) if not hosted.is_guide else ():
        if _TELLS.search(script):
            yield line, "A script tells somebody else of the visit."
        elif _KEEPS.search(script) and _MARKS.search(script):
            yield line, "A script keeps a mark by which it knows who visits."
        elif _IN_SECRET.search(script):
            yield line, "A script runs what cannot be read in it."
    yield from _based(hosted)
    for style in hosted.page.find("style"):
        if _STYLE_FETCHES.search("".join(map(str, style.inside))):
            yield style.line, "A style fetches something from elsewhere."


def _based(hosted: Hosted) -> Iterator[Broken]:
    """A <base> by which the button's file comes from elsewhere than the page."""
    own = {_host(address) for address in _own_addresses(hosted.page)}
    for base in hosted.page.find("base"):
        address = base.attributes.get("href", "")
        named = [button.attributes.get("src", "") for button in hosted.buttons]
        relative = any(name and not _ABSOLUTE.match(name) for name in named)
        if relative and (host := _host(address)) and host not in own:
            yield base.line, f"A <base> fetches the button from {host}."


_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def _own_addresses(page: Element) -> Iterator[str]:
    """The addresses that a page says are its own."""
    for link in page.find("link"):
        if link.attributes.get("rel", "").lower() == "canonical":
            yield link.attributes.get("href", "")
    for meta in page.find("meta"):
        if meta.attributes.get("property", "").lower() == "og:url":
            yield meta.attributes.get("content", "")


def _host(address: str) -> str:
    """The host of an address; empty where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # such as "http://[": no browser opens it
        return ""


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
