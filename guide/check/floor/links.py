"""Links: only https, to a host that is what it looks like, and is the service's own."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.check.floor.names import looked_like
from guide.check.floor.services import NO_LONGER, SERVICES, Service

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_SHORTENERS = frozenset(
    {
        *("bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rb.gy"),
        *("cutt.ly", "shorturl.at", "tiny.cc", "rebrand.ly", "lnkd.in", "linktr.ee", "qr.codes"),
    }
)
# Words by which a stranger's host would pass for a service. Short ones ("beat") say nothing.
_BRANDS = tuple(
    {
        looked_like(word): service
        for service in SERVICES
        for word in (*service.aliases, *service.names)
        if len(looked_like(word)) > 6 or word.casefold() in ("ceop", "nspcc", "iwf", "nca", "meic")
    }.items()
)


def link_faults(link: str) -> Iterator[str]:
    """What is wrong with a link whoever it is of, in words that follow 'The link "..." '."""
    try:
        parts = urlsplit(link)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        yield "cannot be read"
        return
    if parts.scheme != "https":
        yield "is not https"
    if "@" in parts.netloc or "\\" in link:
        yield "hides its host behind an @"
    if port is not None:
        yield "names a port"
    if not link.isascii() or "xn--" in host or not _HOST.fullmatch(host):
        yield "has a host that may not be what it looks like"
    elif _bare(host) in _SHORTENERS:
        yield "hides where it leads"
    elif any(_is_at(host, gone) for gone in NO_LONGER):
        yield "leads to a host that is no longer the service's"


def service_at(link: str) -> Service | None:
    """The service whose own place a link leads to; of several the one named most closely."""
    own = [
        (place, service) for service in SERVICES for place in service.hosts if leads_to(link, place)
    ]
    return max(own, key=lambda pair: len(pair[0]))[1] if own else None


def leads_to(link: str, place: str) -> bool:
    """Whether a link leads to a host of a service, and below the path that stands with it."""
    parts = urlsplit(link)
    host, slash, path = place.partition("/")
    ours = parts.path.rstrip("/").casefold() + "/"
    return _is_at(parts.hostname or "", host) and (not slash or ours.startswith(f"/{path}/"))


def passes_for(host: str) -> Service | None:
    """The service that a host would pass for, by a name in it, and is not of."""
    if any(_is_at(host, place.partition("/")[0]) for s in SERVICES for place in s.hosts):
        return None
    plain = looked_like(host.replace("-", "").replace(".", " ")).replace(" ", "")
    words = [looked_like(word) for word in re.split(r"[.-]", host)]
    for brand, service in _BRANDS:
        # Run together a short name is found in other words by chance, as "nca" in "uncanny".
        if brand in words or (len(brand) > 6 and brand in plain):
            return service
    return None


def _is_at(host: str, place: str) -> bool:
    return host == place or host.endswith("." + place)


def _bare(host: str) -> str:
    return host.removeprefix("www.")
