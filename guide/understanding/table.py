"""The table of typed words of a language: its index, and what tells that a line is in it.

Making one takes a fifth of a second. So it is made with the package, and read when somebody first
types (guide/cache.py).
"""

import marshal
import os
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from guide import cache
from guide.flow.model import Library
from guide.i18n import catalogue, load
from guide.i18n.words import SOURCE_LANGUAGE
from guide.problems import FlowError
from guide.shipped import Shipped
from guide.understanding import lexicon, meanings, phrases
from guide.understanding.concepts import PhraseTable
from guide.understanding.danger_words import DangerWords, danger_files, load_danger_words
from guide.understanding.dangers import DangerTable, danger_table
from guide.understanding.ear import language_model_path, model_path, read_model
from guide.understanding.index import EnglishPhrases, Index, index_with
from guide.understanding.phrases import Profile
from guide.understanding.signs import SignTable
from guide.understanding.spelling import Vocabulary

_COMPILED = "typed-words.compiled"


DangerVocabulary = tuple[list[DangerWords], DangerTable]
"""The words of danger of every language, and the table of them all."""


def dangers_of(words: list[DangerWords]) -> DangerVocabulary:
    """The words with their table."""
    return words, danger_table(words)


class TypedWords:
    """All that hearing one language needs. Each part is made when it is first asked for."""

    def __init__(self, index: Callable[[], Index], profile: Callable[[], Profile]) -> None:
        self._make_index, self._make_profile = index, profile

    @cached_property
    def index(self) -> Index:
        """What tells what a line in this language means."""
        return self._make_index()

    @cached_property
    def profile(self) -> Profile:
        """What tells that a line is in this language."""
        return self._make_profile()


def load_table(library: Library, flows: str, locales: str, language: str) -> TypedWords:
    """The typed words of a language, for a library; what is faulty is left out of them."""
    table: TypedWords = cache.cached(CompiledWords(library, flows, locales, language))
    return table


class CompiledWords(cache.Compiled):
    """The table of typed words of one language, over one library."""

    shape = ",".join((*Index._fields, *Profile._fields))
    code = ("files.py", "flow", "understanding", *load.CompiledCatalogue.code)

    def __init__(
        self,
        library: Library,
        flows: str,
        locales: str,
        language: str,
        english: Callable[[], EnglishPhrases] | None = None,
        translations: Callable[[], catalogue.Catalogue | None] | None = None,
        dangers: Callable[[], DangerVocabulary] | None = None,
    ) -> None:
        """The last three give what somebody has read: English phrases, translations, danger."""
        folder = locales
        if language == SOURCE_LANGUAGE:
            folder = flows
        elif not isinstance(flows, Shipped):  # it is made of both, so both must be believed
            folder = str(locales)
        super().__init__(folder, _COMPILED if folder is flows else f"{language}/{_COMPILED}")
        self._library, self._flows, self._locales = library, flows, locales
        self._language = language
        self._english = english or self._read_english
        self._translations = translations or self._read_translations
        self._dangers = dangers or self._read_dangers

    def sources(self) -> cache.Contents:
        """The flows' words, the file of words, and the language's own; OSError without words."""
        words_file = lexicon.lexicon_path(self._flows)
        if not words_file:
            raise OSError
        own = phrases.word_files(self._locales, self._language)
        paths = [words_file, *danger_files(self._flows), *own]
        if model := self._model():
            paths.append(model)
        if self._language != SOURCE_LANGUAGE:
            paths += catalogue.po_files(self._locales, self._language)
        flows = meanings.hearing_source(self._library).encode("utf-8", "surrogatepass")
        names = ("the flows", *map(os.path.basename, paths))
        return zip(names, [flows, *cache.read_all(paths)], strict=True)

    def build(self) -> TypedWords:
        """The table, each part when it is asked for."""

        def profile() -> Profile:
            if self._language == SOURCE_LANGUAGE:  # no line is ever taken for another language
                return Profile(frozenset(), frozenset())
            return phrases.profile(self._locales, self._language, self._translations())

        return TypedWords(self._index, profile)

    def _index(self) -> Index:
        own = phrases.locale_words(self._locales, self._language)
        every, table = self._dangers()
        for words in every:
            if words.code == self._language.partition("_")[0]:
                yes, no = (*own.yes, *words.yes), (*own.no, *words.no)
                own = own._replace(yes=yes, no=no, neither=words.neither)
        index = index_with(self._english(), own)
        return index._replace(dangers=table, ear=read_model(self._model()))

    def _model(self) -> str:
        """The path of the learned ear's model; empty where there is none."""
        if self._language == SOURCE_LANGUAGE:
            return model_path(self._flows)
        return language_model_path(self._locales, self._language)

    def _read_translations(self) -> catalogue.Catalogue | None:
        return load.load_catalogue(self._locales, self._language)

    def _read_dangers(self) -> DangerVocabulary:
        return dangers_of(load_danger_words(self._flows))

    def _read_english(self) -> EnglishPhrases:
        try:
            words = lexicon.load_lexicon(self._flows)
        except FlowError:  # an author's to mend: the person is heard by the flows' own phrases
            words = lexicon.EMPTY
        return EnglishPhrases(self._library, words)

    def freeze(self, made: TypedWords) -> Any:
        """The index marshalled by itself: whoever asks only which language it is needs none."""
        return marshal.dumps(_as_tuples(made.index), 4), tuple(made.profile)

    def thaw(self, data: Any) -> TypedWords:
        """As it was."""
        index, profile = data
        return TypedWords(lambda: _as_index(marshal.loads(index)), lambda: Profile(*profile))

    def comparable(self, data: Any) -> Any:
        """Everything, with what was marshalled by itself as data again."""
        marshalled, profile = data
        return _comparable_index(marshal.loads(marshalled)), profile

    def compared(self, made: TypedWords) -> Any:
        """The same of a table, nothing of it marshalled."""
        return _comparable_index(_as_tuples(made.index)), tuple(made.profile)


def _comparable_index(parts: Iterable[Any]) -> dict[str, Any]:
    """The parts of an index by name, with what was marshalled by itself as data again."""
    index = dict(zip(Index._fields, parts, strict=True))
    return index | {"left": marshal.loads(index["left"])}


_TABLES: dict[str, Any] = {
    "known": Vocabulary,
    "phrases": PhraseTable,
    "signs": SignTable,
    "dangers": DangerTable,
}


def _as_tuples(index: Index) -> tuple[Any, ...]:
    """As plain tuples: marshal knows no records."""
    return tuple(tuple(part) if name in _TABLES else part for name, part in index._asdict().items())


def _as_index(data: tuple[Any, ...]) -> Index:
    return Index(
        *(
            _TABLES[name](*part) if name in _TABLES else part
            for name, part in zip(Index._fields, data, strict=True)
        )
    )
