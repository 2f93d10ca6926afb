"""Links as pictures for a phone: each stands once in the page and is shown where it is used."""

import re
from collections.abc import Iterable
from functools import cache
from io import BytesIO

import segno

_BORDER = 2
"""Light cells around a picture; cameras need some."""
_DRAWN = re.compile(r'<path [^>]*d="([^"]+)"')


def names(links: Iterable[str]) -> dict[str, str]:
    """What the picture of each link is called, by link."""
    return {link: f"q{number}" for number, link in enumerate(dict.fromkeys(links))}


def symbols(codes: dict[str, str]) -> str:
    """The pictures, to be shown by their names."""
    drawn = "".join(_symbol(link, name) for link, name in codes.items())
    return f"<svg aria-hidden=true>{drawn}</svg>"


@cache
def _symbol(link: str, name: str) -> str:
    """A picture is drawn once: the pages of all languages have the same links."""
    made = segno.make(link, micro=False, error="l", boost_error=False)
    out = BytesIO()
    made.save(out, kind="svg", border=_BORDER, xmldecl=False, svgns=False)
    drawn = _DRAWN.search(out.getvalue().decode())
    assert drawn, f"no picture of {link}"
    size = made.symbol_size(border=_BORDER)[0]
    return (
        f"<symbol id={name} viewBox='0 0 {size} {size}'>"
        f"<path d='M0 0h{size}v{size}H0z' fill=#fff />"
        f"<path d='{drawn[1]}' stroke=#000 fill=none /></symbol>"
    )
