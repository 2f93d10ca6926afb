"""One fingerprint of all that decides what a person reads: flows, typed words, languages, code.

It is the same in a checkout and where that is installed. What is compiled is not in it: whether
that says what its sources say is asked of itself (guide/cache.py).
"""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256

from guide.files import read_regular
from guide.shipped import PACKAGE

FLOWS_PART, WORDS_PART, LOCALES_PART, CODE_PART = FINGERPRINT_PARTS = (
    "flows",
    "words",
    "locales",
    "code",
)
"""What a fingerprint is of; words are those that people may type (flows/words)."""

_DIGITS = 32
"""Hexadecimal digits of a fingerprint: 128 bits, which nobody can aim at."""
_GROUP = 4
_PASSED_OVER = (".compiled", ".pyc", ".mo", "~")


def manifest(flows: str, locales: str) -> dict[str, str]:
    """The SHA-256 of every file, by its part and its path there; OSError where one is not read."""
    sums = {}
    for name, path in _files(flows):
        within = name.partition("/")
        part = (
            (WORDS_PART, within[2]) if within[0] == WORDS_PART and within[1] else (FLOWS_PART, name)
        )
        sums["/".join(part)] = _sum(path)
    for name, path in _files(locales):
        sums[f"{LOCALES_PART}/{name}"] = _sum(path)
    for name, path in _files(PACKAGE):
        if not name.startswith(
            (f"{FLOWS_PART}/", f"{LOCALES_PART}/")
        ):  # those of an installed guide
            sums[f"{CODE_PART}/{name}"] = _sum(path)
    return dict(sorted(sums.items()))


def fingerprint(sums: Mapping[str, str], part: str = "") -> str:
    """The fingerprint of a manifest, or of one part of it, in groups that can be read aloud."""
    lines = (f"{sums[name]}  {name}\n" for name in sums if not part or name.startswith(f"{part}/"))
    digits = sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return " ".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


def as_digits(named: str) -> str:
    """A fingerprint as somebody wrote it down, for comparing: without spaces, in small letters."""
    return "".join(named.split()).lower()


def is_one(named: str) -> bool:
    """Whether this is how a fingerprint is written."""
    digits = as_digits(named)
    return len(digits) == _DIGITS and not digits.strip("0123456789abcdef")


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """The files below a folder: the name within it, with `/` on every system, and the path."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] not in "._")
        for name in sorted(names):
            path = os.path.join(here, name)
            if name[0] != "." and not name.endswith(_PASSED_OVER) and os.path.isfile(path):
                yield os.path.relpath(path, folder).replace(os.sep, "/"), path


def _sum(path: str) -> str:
    return sha256(read_regular(path)).hexdigest()
