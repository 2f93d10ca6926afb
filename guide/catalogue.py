"""The translations of one language: compiled where that is fresh, else straight from the PO files.

A PO file is the source and what runs: a translator never has a step to remember (babel is
imported only to read one that has not been compiled).
"""

import os
from typing import Any

from guide import cache

DOMAINS = ("flows", "guide")
"""The PO files of a language: the words of the flows, and the program's own."""
COMPILED = "catalogue.compiled"
_SHAPE = "context EOT english -> words"


def languages(locales: str) -> list[str]:
    """The languages a folder holds a PO file of, in order of their codes."""
    try:
        entries = sorted(os.listdir(locales))
    except OSError:
        return []
    return [entry for entry in entries if _files(locales, entry)]


def _files(locales: str, language: str) -> list[str]:
    folder = os.path.join(locales, language, "LC_MESSAGES")
    paths = [os.path.join(folder, f"{domain}.po") for domain in DOMAINS]
    return [path for path in paths if os.path.isfile(path)]


def load(locales: str, language: str) -> dict[str, str]:
    """Translations by context, EOT and English; without the ones marked fuzzy.

    A file that is no PO file adds nothing: the person then sees English.
    """
    paths = _files(locales, language)
    contents = cache.read_all(paths)
    compiled: Any = cache.load(_compiled(locales, language), _key(paths, contents))
    return compiled if compiled is not None else _read(contents)


def compile_language(locales: str, language: str) -> str:
    """Write the compiled form of a language; gives the path written."""
    paths = _files(locales, language)
    contents = cache.read_all(paths)
    target = _compiled(locales, language)
    cache.save(target, _key(paths, contents), _read(contents))
    return target


def _compiled(locales: str, language: str) -> str:
    return os.path.join(locales, language, "LC_MESSAGES", COMPILED)


def _key(paths: list[str], contents: list[bytes]) -> str:
    return cache.key_of(map(os.path.basename, paths), contents, _SHAPE)


def _read(contents: list[bytes]) -> dict[str, str]:
    from io import BytesIO

    from babel.messages.pofile import PoFileError, read_po

    found: dict[str, str] = {}
    for content in contents:
        try:
            catalogue = read_po(BytesIO(content), abort_invalid=True)
        except (PoFileError, ValueError, UnicodeError, LookupError):
            continue
        for message in catalogue:
            english, words = message.id, message.string
            if english and words and not message.fuzzy and type(english) is type(words) is str:
                found[f"{message.context or ''}\x04{english}"] = words
    return found
