"""Words as they are typed into words that are known: text-speak, long letters, glue and slips.

A slip is found through the words that are left when letters are dropped: two words one slip
apart share one of them. A table of these answers at once, without comparing word by word.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from guide.hearing.typed import BREAK, stem

SLIPS_FROM = 4
"""Shorter words are too like one another to mend."""
TWO_SLIPS_FROM = 8
MAX_LENGTH = 60
_LONGEST_PART = 14
_TWICE = re.compile(r"(.)\1{2,}")
_AGAIN = re.compile(r"(.)\1+")
_DIGITS = str.maketrans("013457@$", "oieastas")


class Word(NamedTuple):
    """A word once known: its stem, and how it came from what was typed (empty when as typed)."""

    stem: str
    how: str = ""


class Spelling:
    """The words that are known, and the ways people spell them."""

    def __init__(self, known: Iterable[str], spellings: Mapping[str, tuple[str, ...]]) -> None:
        """`known` are whole words, `spellings` the words that each short form stands for."""
        self._spellings = {
            typed: [Word(stem(word), "spelling") for word in words]
            for typed, words in spellings.items()
        }
        self._whole = set(known)
        self._stems = {stem(word) for word in self._whole}
        self._left: dict[str, list[str]] = {}
        for word in self._whole:
            if len(word) >= SLIPS_FROM:
                for part in _shorter(word):
                    self._left.setdefault(part, []).append(word)

    def known(self, words: Iterable[str]) -> list[Word]:
        """Each word as one or more known words; what nothing is known of stays as it is."""
        found: list[Word] = []
        single: list[str] = []
        for word in [*words, BREAK]:
            if len(word) == 1 and word.isalpha():
                single.append(word)
                continue
            if single:
                found += self._letters(single)
                single = []
            found += self._one(word) if word else [Word(BREAK)]
        return found[:-1]

    def _letters(self, letters: list[str]) -> list[Word]:
        """`n u d e s` as one word where it is one, else the letters for themselves."""
        word = "".join(letters)
        if len(word) > 2 and (found := self._plain(word)):
            return found
        return [word for letter in letters for word in self._one(letter)]

    def _plain(self, word: str) -> list[Word] | None:
        if word in self._spellings:
            return self._spellings[word]
        found = stem(word)
        if word in self._whole or found in self._stems:
            return [Word(found)]
        return None

    def _one(self, word: str) -> list[Word]:
        word = word[:MAX_LENGTH]
        if found := self._plain(word):
            return found
        for shorter in (_TWICE.sub(r"\1\1", word), _AGAIN.sub(r"\1", word)):
            if shorter != word and (found := self._plain(shorter)):
                return [known._replace(how="long letters") for known in found]
        plain = word.translate(_DIGITS) if not word.isdecimal() else word
        if plain != word and (found := self._plain(plain)):
            return [known._replace(how="signs for letters") for known in found]
        return self._slip(plain) or self._parts(plain) or [Word(stem(word))]

    def _slip(self, word: str) -> list[Word] | None:
        """The known word a slip or two away."""
        if not SLIPS_FROM <= len(word) <= _LONGEST_PART + 4 or word.isdecimal():
            return None
        best, fewest = "", 99
        for part in (word, *_shorter(word)):
            for other in self._left.get(part, ()):
                slips = abs(len(word) - len(other)) + (len(word) == len(other))
                slips += max(len(word), len(other)) - len(part) - 1 if part != word else 0
                if slips < fewest and _alike(word, other):
                    best, fewest = other, slips
        return [Word(stem(best), "slip")] if best else None

    def _parts(self, word: str) -> list[Word] | None:
        """`imindanger` as im in danger: the fewest known words that make it up."""
        if len(word) < 6 or not word.isalpha():
            return None
        best: list[list[Word] | None] = [[]] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - _LONGEST_PART), end):
                before, part = best[start], word[start:end]
                if before is None or (len(part) == 1 and part not in "iau"):
                    continue
                if part in self._whole or part in self._spellings:
                    made = before + (self._spellings.get(part) or [Word(stem(part))])
                    here = best[end]
                    if here is None or len(made) < len(here):
                        best[end] = made
        found = best[-1]
        if found is None or len(found) > len(word) / 2:
            return None
        return [known._replace(how="no spaces") for known in found]


def _shorter(word: str) -> set[str]:
    """The word, and every word left when one letter is dropped, or two of a long word."""
    one = {word[:at] + word[at + 1 :] for at in range(len(word))}
    found = {word} | one
    if len(word) >= TWO_SLIPS_FROM:
        for shorter in one:
            found |= {shorter[:at] + shorter[at + 1 :] for at in range(len(shorter))}
    return found


def _alike(word: str, other: str) -> bool:
    """Whether a slip is likely: people seldom miss the first letter, and never half a word."""
    if abs(len(word) - len(other)) > (2 if min(len(word), len(other)) >= TWO_SLIPS_FROM else 1):
        return False
    return word[0] == other[0] or word[:2] == other[1::-1]
