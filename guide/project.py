"""A folder of flows with all that stands beside it, as checks and tools look at it.

Each file is read once, when it is first asked for, and from what people edit: nothing compiled is
read here. A conversation needs less, and begins sooner (guide/front/start.py). What reads the
stories, the typed words and the languages is imported when one of them is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from guide import cache
from guide.check.rules.read import RuleBook, read_rules
from guide.flow.library import CompiledFlows
from guide.flow.model import Library
from guide.flow.read import Reading, read_folder
from guide.i18n import catalogue, load
from guide.i18n.words import SOURCE_LANGUAGE
from guide.problems import FlowError, Problem

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog as PoCatalogue

    from guide.practice.read import Scenarios
    from guide.understanding.danger_words import DangerWords
    from guide.understanding.guesses import Guesser
    from guide.understanding.index import EnglishPhrases
    from guide.understanding.lexicon import Lexicon
    from guide.understanding.table import CompiledWords, DangerVocabulary, TypedWords

_PRACTICE = (catalogue.PRACTICE,)
GIVE_LOCALES = "Give the folder that holds the languages with --locales."

Compilation = tuple[cache.Compiled, Callable[[], Any]]
"""A file that can be compiled, and what makes from the sources what it stands for."""


class Project:
    """The flows of a folder, their rules, stories and typed words, and a folder of locales."""

    def __init__(self, flows: str, locales: str = "", own_stories: str = "") -> None:
        """`own_stories` is a folder of stories that are played beside those of the flows."""
        self.flows = flows
        self.own_stories = own_stories
        self.locales = locales
        self._typed: dict[str, TypedWords] = {}
        self._guessers: dict[str, Guesser] = {}
        self._catalogues: dict[str, catalogue.Catalogue] = {}
        self.po_files: dict[str, PoCatalogue] = {}
        """The PO files that were read here, by path: who reads one whole leaves it for others."""

    @cached_property
    def reading(self) -> Reading:
        """All that the flow files hold, sound or not."""
        return read_folder(self.flows)

    @property
    def library(self) -> Library:
        """The flows; raises FlowError with every fault where they cannot be walked."""
        if self.reading.problems:
            raise FlowError(self.reading.problems)
        return self.reading.library

    @cached_property
    def rules(self) -> RuleBook:
        """The rules, and what is wrong with those that cannot be used."""
        return read_rules(self.reading.rules, self.reading.library)

    @cached_property
    def stories(self) -> Scenarios:
        """The stories that workers practise with, and what is wrong with the others."""
        from guide.practice.read import scenarios_from

        return scenarios_from(self.library, self.flows, self.own_stories)

    @cached_property
    def _word_files(self) -> tuple[dict[str, Lexicon], list[Problem]]:
        from guide.understanding.lexicon import read_word_folder

        walkable = None if self.reading.problems else self.reading.library
        return read_word_folder(self.flows, walkable)

    @property
    def faults_of_words(self) -> list[Problem]:
        """What is wrong with the files of words that stand in the folder of flows."""
        return self._word_files[1]

    @cached_property
    def words(self) -> Lexicon:
        """The words people use: the folder's own or those shipped; none where they are faulty."""
        from guide.understanding import lexicon

        if os.path.isfile(os.path.join(self.flows, lexicon.FOLDER, f"{SOURCE_LANGUAGE}.yaml")):
            return self._word_files[0].get(SOURCE_LANGUAGE, lexicon.EMPTY)
        try:
            return lexicon.load_lexicon(self.flows)
        except FlowError:
            return lexicon.EMPTY

    @cached_property
    def _danger_files(self) -> tuple[list[DangerWords], list[Problem]]:
        from guide.understanding.danger_words import read_danger_folder

        return read_danger_folder(self.flows)

    @property
    def danger_words(self) -> list[DangerWords]:
        """The words of danger of each language: the folder's own or those shipped."""
        return self._danger_files[0]

    @property
    def faults_of_danger_words(self) -> list[Problem]:
        """What is wrong with the files of words of danger that stand in the folder of flows."""
        return self._danger_files[1]

    @cached_property
    def _dangers(self) -> DangerVocabulary:
        from guide.understanding.table import dangers_of

        return dangers_of(self.danger_words)

    @cached_property
    def _english(self) -> EnglishPhrases:
        from guide.understanding.index import EnglishPhrases

        return EnglishPhrases(self.library, self.words)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages there are, besides English."""
        return tuple(catalogue.begun(self.locales)) if self.locales else ()

    @property
    def why_no_languages(self) -> str:
        """Why a folder of locales that was asked for holds no language; empty where it does."""
        if not self.locales or self.languages:
            return ""
        if not os.path.isdir(self.locales):
            return "This is not a folder of languages."
        return "There is no language in this folder."

    def typed_words(self, language: str = SOURCE_LANGUAGE) -> TypedWords:
        """What hears a language over these flows."""
        if language not in self._typed:
            self._typed[language] = self._compiled_words(language).build()
        return self._typed[language]

    def guesser(self, language: str = SOURCE_LANGUAGE) -> Guesser:
        """What phrases in files mean, in a language: it remembers the words that it hears."""
        from guide.understanding.guesses import Guesser
        from guide.understanding.recognizer import Recognizer

        if language not in self._guessers:
            index = self.typed_words(language).index
            self._guessers[language] = Guesser(Recognizer(self.library, index, of_files=True))
        return self._guessers[language]

    def translations(self, language: str) -> catalogue.Catalogue | None:
        """What a conversation says in a language; None where its files cannot be used."""
        try:
            return self._catalogue(load.CompiledCatalogue(self.locales, language))
        except (OSError, catalogue.Unreadable):
            return None

    def _catalogue(self, compiled: load.CompiledCatalogue) -> catalogue.Catalogue:
        if compiled.target not in self._catalogues:
            self._catalogues[compiled.target] = compiled.build(self.po_files)
        return self._catalogues[compiled.target]

    def compiled_flows(self) -> Compilation:
        """The flows as they can be compiled."""
        return CompiledFlows(self.flows), lambda: self.library

    def compiled(self, language: str = SOURCE_LANGUAGE) -> Iterator[Compilation]:
        """What can be compiled of a language; of English, that is its typed words alone."""
        from guide.understanding.lexicon import lexicon_path

        if language != SOURCE_LANGUAGE:
            for domains in (catalogue.DOMAINS, _PRACTICE):
                if catalogue.po_files(self.locales, language, domains):
                    made = load.CompiledCatalogue(self.locales, language, domains)
                    yield made, partial(self._catalogue, made)
        if lexicon_path(self.flows):  # without a file of words there is little to save
            yield self._compiled_words(language), lambda: self.typed_words(language)

    def _compiled_words(self, language: str) -> CompiledWords:
        from guide.understanding.table import CompiledWords

        return CompiledWords(
            self.library,
            self.flows,
            self.locales,
            language,
            lambda: self._english,
            lambda: self.translations(language),
            lambda: self._dangers,
        )
