"""What people type in other languages: phrases, and telling a language by its words."""

import os
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from guide.i18n import catalogue
from guide.i18n.words import SOURCE_LANGUAGE
from guide.understanding.typed import split_words

PHRASES_FILE, GLOSSARY_FILE = catalogue.PHRASES, catalogue.GLOSSARY

TypedPhrases = Mapping[str, tuple[str, ...]]
"""By what they mean: `step.answer`, a topic's id, or `danger`."""


class LocaleWords(NamedTuple):
    """A language's own words: what people type, and how they say not, yes and no."""

    phrases: TypedPhrases
    denials: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    neither: tuple[str, ...] = ()
    """What is yes or no in English, and something else in this language."""
    spellings: TypedPhrases = MappingProxyType({})
    """Words, and those that are typed for each: other endings, letters, dialects and slang."""


NO_LOCALE_WORDS = LocaleWords({}, (), (), ())

MIN_LETTERS = 5
"""A shorter line is in every language and in none."""
SHARE = 0.5
"""A line is in a language that this share of its words, or of its letters, belong to."""


def locale_words(locales: str, language: str) -> LocaleWords:
    """The words of a language; none where its files are faulty (`guide locale check` says why)."""
    paths = word_files(locales, language)
    by_file = {os.path.basename(path): top(path) for path in paths}
    says, glossary = by_file.get(PHRASES_FILE, {}), by_file.get(GLOSSARY_FILE, {})
    denials, yes, no = (
        tuple(text.strip() for text in _texts(glossary.get(key))) for key in ("not", "yes", "no")
    )
    phrases, spellings = _table(says.get("phrases")), _table(says.get("spellings"))
    return LocaleWords(phrases, denials, yes, no, spellings=spellings)


def load_phrases(locales: str, language: str) -> TypedPhrases:
    """What people type in a language."""
    return locale_words(locales, language).phrases


def word_files(locales: str, language: str) -> list[str]:
    """The files there are of a language's own words; none of the language everybody is heard in."""
    if language == SOURCE_LANGUAGE or not locales:
        return []
    paths = [_beside(locales, language, name) for name in (PHRASES_FILE, GLOSSARY_FILE)]
    return [path for path in paths if os.path.isfile(path)]


def _beside(locales: str, language: str, name: str) -> str:
    return os.path.join(locales, language, name)


def top(path: str) -> Mapping[str, Any]:
    """What stands in a file of plain data, by its keys; nothing where it is faulty."""
    from guide.flow import document
    from guide.flow.faults import Faults

    faults = Faults(os.path.basename(path))
    root = document.read_shared_yaml(path, faults)
    return {} if root is None else root.values


def _table(node: Any) -> TypedPhrases:
    values = getattr(node, "values", None)
    listed: Mapping[str, Any] = values if type(values) is dict else {}
    return {key: tuple(_texts(node)) for key, node in listed.items()}


def _texts(node: Any) -> Iterator[str]:
    for text in getattr(node, "values", [node]):
        if type(text) is str and text:
            yield text


class Profile(NamedTuple):
    """What a language is told by: its words, and its letters where they are not Latin."""

    words: frozenset[str]
    letters: frozenset[str]


class LanguageDetector:
    """The languages of a folder of locales, told by the words of their translations and phrases."""

    def __init__(
        self,
        locales: str,
        profile_of: Callable[[str], Profile],
        only: tuple[str, ...] = (),
    ) -> None:
        """`profile_of` gives the profile of a language by its code; `only` these, if any."""
        self._locales = locales
        self._profile_of = profile_of
        self._only = only
        self._known: dict[str, Profile] | None = None

    def of(self, text: str, besides: str, english: Callable[[str], bool]) -> str:
        """The code of the language most of a line's words belong to; empty where none fits.

        Words that are all `english` too ("i", "im") tell nothing.
        """
        # A number is of no language: translations hold numbers too.
        typed = [word for word in split_words(text) if word and not word.isdecimal()]
        if len("".join(typed)) < MIN_LETTERS or not self._locales:
            return ""
        best, most = "", SHARE
        for code, language in self._profiles().items():
            share = _share(typed, language, english)
            if code != besides and share >= most:
                best, most = code, share
        return best

    def _profiles(self) -> dict[str, Profile]:
        if self._known is None:
            codes = catalogue.language_codes(self._locales)
            self._known = {
                code: self._profile_of(code)
                for code in codes
                if not self._only or code in self._only
            }
        return self._known


def profile(locales: str, code: str, translations: catalogue.Catalogue | None) -> Profile:
    """The profile of a language, from its translations and its phrases."""
    own = locale_words(locales, code)
    texts = [text for listed in own.phrases.values() for text in listed]
    texts += [text for meant, listed in own.spellings.items() for text in (meant, *listed)]
    if translations is not None:
        texts += [*translations.reviewed.values(), *translations.drafts.values()]
    known = frozenset(word for text in texts for word in split_words(text) if word)
    return Profile(known, frozenset("".join(known)) - _LATIN)


_LATIN = frozenset(chr(code) for code in range(0x250))


def _share(typed: list[str], language: Profile, english: Callable[[str], bool]) -> float:
    own = [word for word in typed if word in language.words]
    known = 0.0 if all(map(english, own)) else len(own) / len(typed)
    letters = [letter for word in typed for letter in word if not letter.isascii()]
    if language.letters and letters:
        mine = sum(letter in language.letters for letter in letters)
        known = max(known, mine / sum(len(word) for word in typed))
    return known
