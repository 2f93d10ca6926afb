"""What people type in other languages: phrases, and telling a language by its words."""

import os
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from guide import cache, catalogue
from guide.hearing.typed import words

FILE, COMPILED = "phrases.yaml", "phrases.compiled"
_SHAPE = "phrases: key -> phrases"

Phrases = Mapping[str, tuple[str, ...]]
"""By what they mean: `step.answer`, a topic's id, or `danger`."""

MIN_LETTERS = 5
"""A shorter line is in every language and in none."""
SHARE = 0.5
"""A line is in a language that this share of its words, or of its letters, belong to."""


def load(locales: str, language: str) -> Phrases:
    """The phrases of a language; none where its file is faulty (`guide locale check` says why)."""
    path = os.path.join(locales, language, FILE)
    try:
        contents = cache.read_all([path])
    except OSError:
        return {}
    compiled: Any = cache.load(_compiled(path), cache.key_of([FILE], contents, _SHAPE))
    return compiled if compiled is not None else _read(path)


def compile_file(locales: str, language: str) -> list[str]:
    """Write the compiled form of a language's phrases, where it has any; gives the path written."""
    path = os.path.join(locales, language, FILE)
    if not os.path.isfile(path):
        return []
    key = cache.key_of([FILE], cache.read_all([path]), _SHAPE)
    cache.save(_compiled(path), key, dict(_read(path)))
    return [_compiled(path)]


def _compiled(path: str) -> str:
    return os.path.join(os.path.dirname(path), COMPILED)


def _read(path: str) -> Phrases:
    from guide.flow import document

    faults = document.Faults(FILE)
    data = document.read_bytes(path, faults)
    text = None if data is None else document.decode(data, faults)
    top = None if text is None else document.parse(text, faults)
    section = top.values.get("phrases") if top is not None else None
    if type(section) is not document.Mapping:
        return {}
    return {key: tuple(_texts(node)) for key, node in section.values.items()}


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

    def __init__(self, locales: str) -> None:
        self._locales = locales
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
            self._known = {
                code: self._language(code) for code in catalogue.languages(self._locales)
            }
        return self._known

    def _language(self, code: str) -> _Language:
        found = catalogue.load(self._locales, code)
        texts = [text for listed in load(self._locales, code).values() for text in listed]
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
