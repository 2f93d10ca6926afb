"""Names and hosts as a hurried eye reads them: look-alike letters, and what claims to be whom."""

import re
import unicodedata
from functools import cache

from guide.check.floor.services import SERVICES, Service

# Unicode Technical Standard 39, the part of confusables.txt that Latin names can meet.
_ALIKE = str.maketrans(
    {
        **dict(zip("асеорхуіјѕһԁԛԝвкмнтгзьпиб", "aceopxyijshdqwbkmhtr3bnu6", strict=True)),
        **dict(zip("αβεηικνορτυχωγ", "abenikvoptuxwy", strict=True)),
        **dict(zip("ıℓǀ|ⅼɩ", "illlli", strict=True)),
        **dict(zip("01!$@5", "olisas", strict=True)),
        "4": "a",
        "3": "e",
        "7": "t",
        "ß": "ss",
        "ø": "o",
        "đ": "d",
        "ł": "l",
    }
)
# Soft hyphens, signs without width, marks of direction: they part letters, and no eye sees it.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


def skeleton(name: str) -> str:
    """Small letters and blanks alone, each letter as it looks: "Сh1IdIine" becomes "childline"."""
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", name)).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c)).translate(_ALIKE)
    # i, l and 1 look the same in many fonts; rn looks like m, vv like w.
    return " ".join(re.sub(r"[^a-z]+", " ", letters).split())


def looked_like(name: str) -> str:
    """The skeleton, with what only looks different made one."""
    return skeleton(name).replace("rn", "m").replace("vv", "w").replace("i", "l").replace(" ", "")


def plainly(name: str) -> str:
    """A name as it is written, in small letters, blanks made one."""
    return " ".join(name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


@cache
def _named() -> dict[str, Service]:
    return {plainly(name): service for service in SERVICES for name in service.names}


@cache
def _claims() -> tuple[tuple[str, str, Service], ...]:
    claims = []
    for service in SERVICES:
        # Names of five letters or fewer (Beat, FRANK) are words of other names too.
        for alias in (*service.aliases, *(n for n in service.names if len(skeleton(n)) > 5)):
            words = skeleton(alias).replace("i", "l")
            claims.append((f" {words} ", looked_like(alias), service))
    return tuple(claims)


def named(name: str) -> Service | None:
    """The service that goes by exactly this name."""
    return _named().get(plainly(name))


@cache
def claimed(name: str) -> Service | None:
    """The service that a name claims to be, or looks like; None for a name of its own."""
    if (service := named(name)) is not None:
        return service
    words, run_together = f" {skeleton(name).replace('i', 'l')} ", looked_like(name)
    for whole_words, alias, service in _claims():
        # Without the blanks between words a short one is found within others by chance.
        if whole_words in words or (len(alias) > 6 and alias in run_together):
            return service
    return None
