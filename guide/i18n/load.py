"""The translations of one language: compiled where that is believed, else from the PO files.

A PO file is the source and what runs: a translator never has a step to remember (babel is
imported only to read one whose compiled form is not believed: guide/cache.py).
"""

from __future__ import annotations

import os

from guide import cache
from guide.i18n.catalogue import (
    DOMAINS,
    MAX_PO_BYTES,
    MESSAGES,
    OWN_NAMES,
    PRACTICE,
    Catalogue,
    Unreadable,
    po_files,
)
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from babel.messages.catalog import Catalog as PoCatalogue

    from guide.i18n.catalogue import MessageKey

COMPILED_CATALOGUE = "catalogue.compiled"


def load_catalogue(locales: str, language: str) -> Catalogue | None:
    """A language's translations; None where its files cannot be used: English then stands."""
    return _made_on_the_fly(language) or _read(locales, language, DOMAINS)


def load_with_practice(locales: str, language: str) -> Catalogue | None:
    """The same with the words of the practice, where there are any that can be used."""
    whole = load_catalogue(locales, language)
    if whole is None or not po_files(locales, language, (PRACTICE,)):
        return whole
    more = _read(locales, language, (PRACTICE,))
    if more is None:
        return whole
    return whole._replace(
        draft=whole.draft or more.draft,
        letters="".join(sorted({*whole.letters, *more.letters})),
        reviewed={**whole.reviewed, **more.reviewed},
        drafts={**whole.drafts, **more.drafts},
    )


def _read(locales: str, language: str, domains: tuple[str, ...]) -> Catalogue | None:
    try:
        made: Catalogue = cache.cached(CompiledCatalogue(locales, language, domains))
        return made
    except (OSError, Unreadable):
        return None


def _made_on_the_fly(language: str) -> Catalogue | None:
    if not language.startswith("qps"):
        return None
    from guide.i18n import pseudo

    return pseudo.catalogue(language)


class CompiledCatalogue(cache.Compiled):
    """The PO files of a language. The practice's are apart: no young person waits for them."""

    shape = ",".join(Catalogue._fields)
    code = (*cache.ITSELF, "i18n")

    def __init__(self, locales: str, language: str, domains: tuple[str, ...] = DOMAINS) -> None:
        name = COMPILED_CATALOGUE if domains == DOMAINS else f"{'-'.join(domains)}.compiled"
        super().__init__(locales, os.path.join(language, MESSAGES, name))
        self._language = language
        self._paths = po_files(locales, language, domains)

    def sources(self) -> cache.Contents:
        """The PO files; OSError where one is too large to be any."""
        if any(os.path.getsize(path) > MAX_PO_BYTES for path in self._paths):
            raise OSError
        contents = cache.read_all(self._paths)
        return zip(map(os.path.basename, self._paths), contents, strict=True)

    def build(self, parsed: Mapping[str, PoCatalogue] | None = None) -> Catalogue:
        """The catalogue; raises Unreadable, or OSError as `sources` does.

        `parsed` holds, by path, what somebody has just read of its files.
        """
        from guide.i18n.po_parser import parse_po

        contents = [content for _, content in self.sources()]
        known = parsed or {}
        entries = [
            known[path] if path in known else parse_po(content, path, self._language)
            for path, content in zip(self._paths, contents, strict=True)
        ]
        return _gather(self._language, entries)

    def freeze(self, made: Catalogue) -> Any:
        """As a plain tuple."""
        return tuple(made)

    def thaw(self, data: Any) -> Catalogue:
        """As it was."""
        return Catalogue(*data)

    def comparable(self, data: Any) -> Any:
        """All but what Babel knows of a language, which its next version may know otherwise."""
        return Catalogue(*data)._replace(name="", comma="")


# -- from the PO files


def _gather(language: str, files: list[PoCatalogue]) -> Catalogue:
    from babel import Locale
    from babel.core import UnknownLocaleError

    from guide.i18n.fidelity import losses
    from guide.i18n.po_parser import is_safety, message_entries, message_key, stale

    reviewed: dict[MessageKey, str] = {}
    drafts: dict[MessageKey, str] = {}
    draft = False
    for entries in files:
        for message in message_entries(entries):
            words = str(message.string or "")
            usable = bool(words) and not stale(message) and not losses(str(message.id), words)
            if usable:
                (drafts if message.fuzzy else reviewed)[message_key(message)] = words
            if is_safety(message) and (message.fuzzy or not usable):
                draft = True
    name, right_to_left, comma = language, False, ", "
    try:
        locale = Locale.parse(language)
        name = OWN_NAMES.get(language) or locale.get_display_name() or language
        right_to_left = locale.text_direction == "rtl"
        # It is written "{0}, {1}": what is left is the comma.
        comma = locale.list_patterns["standard"]["middle"].replace("{0}", "").replace("{1}", "")
    # A language that Babel does not know has its code for a name.
    except (UnknownLocaleError, ValueError, KeyError):
        pass
    used = {letter for words in (reviewed, drafts) for text in words.values() for letter in text}
    letters = "".join(sorted(letter for letter in used if not letter.isascii()))
    # Babel writes many names small, as within a sentence; here they stand alone in a list.
    name = name[:1].upper() + name[1:]
    return Catalogue(language, name, right_to_left, draft, letters, comma, reviewed, drafts)
