"""What people type in other languages: phrases, and telling a language by its words."""

import os
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from guide import cache, catalogue
from guide.hearing.typed import words
from guide.words import SOURCE_LANGUAGE

FILE, GLOSSARY, COMPILED = "phrases.yaml", "glossary.yaml", "phrases.compiled"
TOLD_BY = "told-by.compiled"

Phrases = Mapping[str, tuple[str, ...]]
"""By what they mean: `step.answer`, a topic's id, or `danger`."""


class Own(NamedTuple):
    """A language's own words: what people type, and how they say not, yes and no."""

    phrases: Phrases
    denials: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


NOTHING = Own({}, (), (), ())
_SHAPE = "phrases:" + ",".join(Own._fields)

MIN_LETTERS = 5
"""A shorter line is in every language and in none."""
SHARE = 0.5
"""A line is in a language that this share of its words, or of its letters, belong to."""


def own(locales: str, language: str) -> Own:
    """The words of a language; none where its files are faulty (`guide locale check` says why)."""
    paths = files(locales, language)
    try:
        contents = cache.read_all(paths)
    except OSError:
        return NOTHING
    if not paths:
        return NOTHING
    data: Any = cache.load(_beside(locales, language, COMPILED), _key(paths, contents))
    return Own(*data) if data is not None else _read(paths)


def load(locales: str, language: str) -> Phrases:
    """What people type in a language."""
    return own(locales, language).phrases


def files(locales: str, language: str) -> list[str]:
    """The files there are of a language's own words; none of the language everybody is heard in."""
    if language == SOURCE_LANGUAGE or not locales:
        return []
    paths = [_beside(locales, language, name) for name in (FILE, GLOSSARY)]
    return [path for path in paths if os.path.isfile(path)]


def compile_file(locales: str, language: str) -> list[str]:
    """Write the compiled forms of a language's own words, and of what tells it; gives the paths."""
    written = []
    if paths := files(locales, language):
        key = _key(paths, cache.read_all(paths))
        written.append(_beside(locales, language, COMPILED))
        cache.save(written[-1], key, tuple(_read(paths)))
    written.append(_beside(locales, language, TOLD_BY))
    cache.save(written[-1], _told_key(locales, language), tuple(_told_by(locales, language)))
    return written


def _beside(locales: str, language: str, name: str) -> str:
    return os.path.join(locales, language, name)


def _key(paths: list[str], contents: list[bytes]) -> str:
    return cache.key_of(map(os.path.basename, paths), contents, _SHAPE)


def _read(paths: list[str]) -> Own:
    found = {os.path.basename(path): top(path) for path in paths}
    says, glossary = found.get(FILE, {}), found.get(GLOSSARY, {})
    values = getattr(says.get("phrases"), "values", None)
    listed: Mapping[str, Any] = values if type(values) is dict else {}
    said = {key: tuple(_texts(node)) for key, node in listed.items()}
    denials, yes, no = (
        tuple(text.strip() for text in _texts(glossary.get(key))) for key in ("not", "yes", "no")
    )
    return Own(said, denials, yes, no)


def top(path: str) -> Mapping[str, Any]:
    """What stands in a file of plain data, by its keys; nothing where it is faulty."""
    from guide.flow import document
    from guide.flow.faults import Faults

    faults = Faults(os.path.basename(path))
    found = document.read(path, faults)
    return {} if found is None else found.values


def _texts(node: Any) -> Iterator[str]:
    for one in getattr(node, "values", [node]):
        if type(one) is str and one:
            yield one


class _Language(NamedTuple):
    """What a language is told by: its words, and its letters where they are not Latin."""

    words: frozenset[str]
    letters: frozenset[str]


class Languages:
    """The languages of a folder of locales, told by the words of their translations and phrases."""

    def __init__(self, locales: str, only: tuple[str, ...] = ()) -> None:
        """`only` these codes, where some are given."""
        self._locales = locales
        self._only = only
        self._known: dict[str, _Language] | None = None

    def of(self, text: str, besides: str) -> str:
        """The code of the language most of a line's words belong to; empty where none fits."""
        typed = [word for word in words(text) if word]
        if len("".join(typed)) < MIN_LETTERS or not self._locales:
            return ""
        best, most = "", SHARE
        for code, language in self._languages().items():
            share = _share(typed, language)
            if code != besides and share >= most:
                best, most = code, share
        return best

    def _languages(self) -> dict[str, _Language]:
        if self._known is None:
            there = catalogue.languages(self._locales)
            self._known = {
                code: self._language(code) for code in there if not self._only or code in self._only
            }
        return self._known

    def _language(self, code: str) -> _Language:
        kept: Any = cache.load(
            _beside(self._locales, code, TOLD_BY), _told_key(self._locales, code)
        )
        return _Language(*kept) if kept is not None else _told_by(self._locales, code)


def _told_key(locales: str, code: str) -> str:
    paths = [*catalogue.files(locales, code), *files(locales, code)]
    try:
        contents = cache.read_all(paths)
    except OSError:
        return ""
    return cache.key_of(map(os.path.basename, paths), contents, "told by: words, letters")


def _told_by(locales: str, code: str) -> _Language:
    found = catalogue.load(locales, code)
    texts = [text for listed in load(locales, code).values() for text in listed]
    if found is not None:
        texts += [*found.reviewed.values(), *found.drafts.values()]
    known = frozenset(word for text in texts for word in words(text) if word)
    return _Language(known, frozenset("".join(known)) - _LATIN)


_LATIN = frozenset(chr(code) for code in range(0x250))


def _share(typed: list[str], language: _Language) -> float:
    known = sum(word in language.words for word in typed) / len(typed)
    letters = [letter for word in typed for letter in word if not letter.isascii()]
    if language.letters and letters:
        mine = sum(letter in language.letters for letter in letters)
        known = max(known, mine / sum(len(word) for word in typed))
    return known
