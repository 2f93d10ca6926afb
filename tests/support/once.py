"""What takes long is made once for all tests of a process, wherever it is made of the very same.

Thousands of tests talk about the same few flows, from what people edit. Each thing here is told by
all that it is made of, never by where it lies: a test that edits a copy is told of its edits.
What is made is plain data that nobody changes. Faults are found anew each time.
"""

import os
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

import pytest

from guide import project
from guide.files import read_regular
from guide.flow import read
from guide.flow.model import Library
from guide.i18n import load
from guide.problems import FlowError
from guide.understanding import danger_words, lexicon, meanings, table
from guide.understanding.danger_words import DangerWords
from guide.understanding.dangers import DangerTable, danger_table
from guide.understanding.index import EnglishPhrases, Index, index_with
from guide.understanding.phrases import LocaleWords
from tests.support.talking import ROOT

_read_folder = read.read_folder
_read_lexicon, _read_danger_words = lexicon.read_lexicon, danger_words.read_danger_words
_build_catalogue = load.CompiledCatalogue.build


def make_once(patch: pytest.MonkeyPatch) -> None:
    """From here on, until the patch is undone."""
    for module in (read, project):
        patch.setattr(module, "read_folder", _flows)
    patch.setattr(lexicon, "read_lexicon", _of_content(_read_lexicon))
    patch.setattr(danger_words, "read_danger_words", _of_content(_read_danger_words))
    patch.setattr(table, "danger_table", _dangers)
    patch.setattr(table.CompiledWords, "_read_english", _english_of_words)
    patch.setattr(project.Project, "_english", _english_of_project)
    patch.setattr(table, "index_with", _index)
    patch.setattr(load.CompiledCatalogue, "build", _catalogue)


def read_files_anew(patch: pytest.MonkeyPatch) -> None:
    """For a test of which files are read, and how often: each reader as it is."""
    patch.setattr(lexicon, "read_lexicon", _read_lexicon)
    patch.setattr(danger_words, "read_danger_words", _read_danger_words)
    patch.setattr(load.CompiledCatalogue, "build", _build_catalogue)


def _flows(path: str) -> read.Reading:
    """As `read_folder`; no test changes the flows of the checkout, so each is read once."""
    # A plain text, as the cache takes one of a kind of its own (Shipped) for another path.
    reading = _reading(str(path)) if path.startswith(f"{ROOT}{os.sep}") else None
    return _read_folder(path) if reading is None or reading.problems else reading


@cache
def _reading(path: str) -> read.Reading:
    return _read_folder(path)


def _of_content(read_file: Callable[..., Any]) -> Callable[..., Any]:
    """Reads a file of a name and content once, for the same arguments beside its path."""
    made: dict[object, Any] = {}

    def read_once(path: str, *things: Any) -> Any:
        try:
            content = read_regular(path)
        except OSError:
            return read_file(path, *things)
        key = (os.path.basename(path), content, *(part and frozenset(part) for part in things))
        if key not in made:
            made[key] = read_file(path, *things)
        return made[key]

    return read_once


_tables: dict[tuple[int, ...], tuple[list[DangerWords], DangerTable]] = {}


def _dangers(languages: list[DangerWords]) -> DangerTable:
    """A table for the very same words; it holds them, so that no others have their ids."""
    key = tuple(map(id, languages))
    if key not in _tables:
        _tables[key] = list(languages), danger_table(languages)
    return _tables[key][1]


_phrases: list[tuple[lexicon.Lexicon, str, Any, EnglishPhrases]] = []


def _english(library: Library, words: lexicon.Lexicon) -> EnglishPhrases:
    """What is heard in English of all libraries that say the same to whoever hears."""
    source = meanings.hearing_source(library)
    for kept_words, kept_source, facts, kept in _phrases:
        if kept_words is words and kept_source == source and facts == library.facts:
            return kept
    made = EnglishPhrases(library, words)
    _phrases.append((words, source, library.facts, made))
    return made


def _english_of_words(self: table.CompiledWords) -> EnglishPhrases:
    try:
        return _english(self._library, lexicon.load_lexicon(self._flows))
    except FlowError:
        return _english(self._library, lexicon.EMPTY)


_english_of_project = cached_property(lambda self: _english(self.library, self.words))
_english_of_project.__set_name__(project.Project, "_english")

_indexes: dict[tuple[int, str], tuple[EnglishPhrases, Index]] = {}


def _index(english: EnglishPhrases, own: LocaleWords) -> Index:
    """An index for the very same phrases, held as above, and a language's words."""
    key = (id(english), repr(own))
    if key not in _indexes:
        _indexes[key] = english, index_with(english, own)
    return _indexes[key][1]


_catalogues: dict[object, Any] = {}


def _catalogue(self: load.CompiledCatalogue, parsed: Any = None) -> Any:
    """A catalogue for the content of its files."""
    contents = tuple(self.sources())
    key = (self._language, contents)
    if key not in _catalogues:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(self, "sources", lambda: contents)  # no file is read twice
            _catalogues[key] = _build_catalogue(self, parsed)
    return _catalogues[key]
