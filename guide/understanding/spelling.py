"""Words as they are typed into words that are known: text-speak, long letters, glue and slips.

A slip is found through the words that are left when letters are dropped: two words one slip
apart share one of them. A table of these answers at once, without comparing word by word.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from guide.understanding.typed import BREAK, stem

# Of the 729 sentences (guesses.py) 3 meets one less, as short words become one another; 5 fares
# alike and would leave "nuds" and "hrts" unread.
SLIPS_FROM = 4
"""Shorter words are too like one another to mend."""
# 6 and 10 fare alike there. Two slips in a shorter word are mostly another word.
TWO_SLIPS_FROM = 8
# As many letters as a search engine cuts words of Slavic languages to, give or take one; a shorter
# beginning is one of too many words.
_BEGINNING = 5
"""So many letters two words of another language begin with that are one word."""
_ENDING = 3
"""What is left of either is at most so long."""
# No word is as long, but "pleeeeeease" and a fist on the keyboard are: letters past this add time
# and no meaning.
MAX_LENGTH = 60
# Bounds the search for glued words: each end looks back so many letters, and no known word that
# people glue is longer.
_LONGEST_PART = 14
# Two letters are tried before one: "goood" is good, "looove" is love.
_TWICE = re.compile(r"(.)\1{2,}")
_AGAIN = re.compile(r"(.)\1+")
# Only signs that look like one letter. A number by itself is left alone: it may be an age.
_DIGITS = str.maketrans("013457@$", "oieastas")


class Word(NamedTuple):
    """A word once known: its stem, and how it came from what was typed (empty when as typed)."""

    stem: str
    how: str = ""


class Vocabulary(NamedTuple):
    """The words that are known, and the ways people spell them: plain data."""

    spellings: Mapping[str, tuple[str, ...]]
    """The stems of the words that each short form stands for."""
    whole: frozenset[str]
    stems: frozenset[str]
    ordinary: frozenset[str]
    """The stems of words that mean nothing here and are no slips of those that do."""
    inflected: frozenset[str] = frozenset()
    """The words of another language: their endings change, and nobody wrote down how."""


def known_words(
    words: Iterable[str], spellings: Mapping[str, tuple[str, ...]], ordinary: Iterable[str]
) -> Vocabulary:
    """From whole words, the words that each short form stands for, and ordinary words."""
    whole = frozenset(words)
    short = {typed: tuple(stem(word) for word in meant) for typed, meant in spellings.items()}
    return Vocabulary(short, whole, frozenset(map(stem, whole)), frozenset(map(stem, ordinary)))


def with_words(
    known: Vocabulary, words: frozenset[str], spellings: Mapping[str, str] = MappingProxyType({})
) -> Vocabulary:
    """A vocabulary with more whole words, and the one that is meant by each typed for it."""
    stems = known.stems.union(map(stem, words))
    more = {typed: (stem(meant),) for typed, meant in spellings.items()}
    return known._replace(
        spellings={**known.spellings, **more},
        whole=known.whole | words,
        stems=stems,
        inflected=words,
    )


def without_a_letter(known: Vocabulary) -> dict[str, str]:
    """The known words by what is left of them when a letter is dropped, with spaces between."""
    return with_more_left({}, known.whole)


def with_more_left(left: Mapping[str, str], words: Iterable[str]) -> dict[str, str]:
    """What `without_a_letter` gives, with more words: those of a part always in their order."""
    added: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= SLIPS_FROM:
            for part in sorted(_shorter(word)):
                added.setdefault(part, []).append(word)
    if not left:
        return {part: " ".join(more) for part, more in added.items()}
    return {**left, **{part: _in_order(left.get(part), more) for part, more in added.items()}}


def _in_order(before: str | None, more: list[str]) -> str:
    return " ".join(sorted([*before.split(" "), *more]) if before else more)


class Spelling:
    """Reads typed words as known ones."""

    def __init__(self, known: Vocabulary, left: Callable[[], Mapping[str, str]]) -> None:
        """`left` gives `without_a_letter`; it is called when the first unknown word is met."""
        self._spellings = {
            typed: [Word(stem, "spelling") for stem in meant]
            for typed, meant in known.spellings.items()
        }
        self._whole = known.whole
        self._stems = known.stems | known.ordinary
        self._make_left = left
        self._inflected = known.inflected

    @cached_property
    def _beginnings(self) -> Mapping[str, list[str]]:
        """The words of another language by their first letters."""
        beginnings: dict[str, list[str]] = {}
        for word in sorted(self._inflected):
            if len(word) >= _BEGINNING:
                beginnings.setdefault(word[:_BEGINNING], []).append(word)
        return beginnings

    @cached_property
    def _left(self) -> Mapping[str, str]:
        return self._make_left()

    def known(self, words: Iterable[str]) -> list[Word]:
        """Each word as one or more known words; what nothing is known of stays as it is."""
        spelled: list[Word] = []
        single: list[str] = []
        for word in [*words, BREAK]:
            if len(word) == 1 and word.isalpha():
                single.append(word)
                continue
            if single:
                spelled += self._letters(single)
                single = []
            spelled += self._one(word) if word else [Word(BREAK)]
        return spelled[:-1]

    def written(self, words: Iterable[str]) -> list[Word]:
        """The words of a file, where nothing is a slip: spellings and endings are evened out."""
        return [
            known for word in words for known in (self._spellings.get(word) or [Word(stem(word))])
        ]

    def meant(self, words: Iterable[str]) -> list[str]:
        """Each word as it stands, or those that it is known to be typed for."""
        return [
            stem
            for word in words
            for stem in ([known.stem for known in self._spellings.get(word, ())] or [word])
        ]

    def is_added(self, word: str) -> bool:
        """Whether it is one of the words that another language adds."""
        return word in self._inflected

    def is_english(self, word: str) -> bool:
        """Whether it is known in English, and no word that is typed for one of those."""
        return word in self._whole and not self.is_added(word)

    def knows(self, word: str) -> bool:
        """Whether a word is known as it stands."""
        return self._plain(word) is not None

    def unknown_share(self, words: Iterable[str]) -> float:
        """The share of words that are not known as they stand."""
        counted = [word for word in words if len(word) > 1 and not word.isdecimal()]
        unknown = sum(not self.knows(word) for word in counted)
        return unknown / len(counted) if counted else 0.0

    def _letters(self, letters: list[str]) -> list[Word]:
        """`n u d e s` as one word where it is one, else the letters for themselves."""
        word = "".join(letters)
        if len(word) > 2 and (spelled := self._plain(word) or self._parts(word)):
            return spelled
        return [word for letter in letters for word in self._one(letter)]

    def _plain(self, word: str) -> list[Word] | None:
        if word in self._spellings:
            return self._spellings[word]
        stemmed = stem(word)
        if word in self._whole or stemmed in self._stems:
            return [Word(stemmed)]
        return None

    def _one(self, word: str) -> list[Word]:
        word = word[:MAX_LENGTH]
        if spelled := self._plain(word):
            return spelled
        for shorter in (_TWICE.sub(r"\1\1", word), _AGAIN.sub(r"\1", word)):
            if shorter != word and (spelled := self._plain(shorter)):
                return [known._replace(how="long letters") for known in spelled]
        if word.endswith("in") and (spelled := self._plain(f"{word}g")):
            return [known._replace(how="spelling") for known in spelled]
        plain = word.translate(_DIGITS) if not word.isdecimal() else word
        if plain != word and (spelled := self._plain(plain)):
            return [known._replace(how="signs for letters") for known in spelled]
        return (
            self._other_ending(word)
            or self._slip(plain)
            or self._parts(plain)
            or [Word(stem(word))]
        )

    def _other_ending(self, word: str) -> list[Word] | None:
        """The known word of another language that begins alike: "chłopaka" as "chłopak"."""
        best, most = "", 0
        for other in self._beginnings.get(word[:_BEGINNING], ()) if self._inflected else ():
            alike = _same_letters(word, other)
            ends_alike = max(len(word), len(other)) - alike <= _ENDING
            if ends_alike and alike > most:
                best, most = other, alike
        return self._read_as(best, "ending") if best else None

    def _read_as(self, word: str, how: str) -> list[Word]:
        """A word of which another is a form or a slip, as what it is itself typed for."""
        own = self._spellings.get(word) if word in self._inflected else None
        return [known._replace(how=how) for known in own or [Word(stem(word))]]

    def _slip(self, word: str) -> list[Word] | None:
        """The known word one slip away; two in a long word."""
        if not SLIPS_FROM <= len(word) <= _LONGEST_PART + 4 or word.isdecimal():
            return None
        allowed = 2 if len(word) >= TWO_SLIPS_FROM else 1
        best, fewest = "", allowed + 1
        for part in sorted(_shorter(word)):
            for other in self._left.get(part, "").split():
                # People seldom miss the first letter, unless they swap it with the next.
                if other[0] == word[0] or other[1::-1] == word[:2]:
                    slips = _slips(word, other)
                    if slips < fewest:
                        best, fewest = other, slips
        return self._read_as(best, "slip") if best else None

    def _parts(self, word: str) -> list[Word] | None:
        """`imindanger` as im in danger: the fewest known words that make it up."""
        if len(word) < 6 or not word.isalpha():
            return None
        best: list[list[Word] | None] = [[]] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - _LONGEST_PART), end):
                before, part = best[start], word[start:end]
                # Of single letters only I, a and u are words by themselves.
                if before is None or (len(part) == 1 and part not in "iau"):
                    continue
                if part in self._whole or part in self._spellings:
                    made = before + (self._spellings.get(part) or [Word(stem(part))])
                    here = best[end]
                    if here is None or len(made) < len(here):
                        best[end] = made
        fewest = best[-1]
        if fewest is None or len(fewest) > len(word) / 2:
            return None
        return [known._replace(how="no spaces") for known in fewest]


class SpellingOfFiles(Spelling):
    """The same, sooner for a check, which reads thousands of phrases.

    It remembers the words that it has read: so it is for what stands in files, and never for what
    a person types.
    """

    def __init__(self, known: Vocabulary, left: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(known, left)
        self._read: dict[str, list[Word] | None] = {}

    def _plain(self, word: str) -> list[Word] | None:
        if word not in self._read:
            self._read[word] = super()._plain(word)
        return self._read[word]


def _shorter(word: str) -> set[str]:
    """The word, and every word left when one letter is dropped."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def _same_letters(word: str, other: str) -> int:
    """How many letters two words begin with that are the same."""
    shorter = min(len(word), len(other))
    return next((at for at in range(shorter) if word[at] != other[at]), shorter)


def slips_of(known: Iterable[str], words: Iterable[str]) -> dict[str, str]:
    """Those of some words that are one slip from a known one, each with the first such."""
    left: dict[str, list[str]] = {}
    for word in words:
        for part in _shorter(word):
            left.setdefault(part, []).append(word)
    meant: dict[str, str] = {}
    for other in sorted(known) if left else ():
        for part in _shorter(other):
            for word in left.get(part, ()):
                if word != other and _slips(word, other) == 1:
                    meant.setdefault(word, other)
    return meant


def _slips(word: str, other: str) -> int:
    """Slips between words that share a shorter one: a letter more, less, other or swapped."""
    if len(word) != len(other):
        return 1
    apart = [at for at in range(len(word)) if word[at] != other[at]]
    if len(apart) == 1:
        return 1
    first, second = apart[0], apart[-1]
    swapped = second == first + 1 and word[first] == other[second] and word[second] == other[first]
    return 1 if swapped else 2
