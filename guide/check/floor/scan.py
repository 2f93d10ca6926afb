"""Which patterns of harmful words may be found in which texts: nearly none in nearly all.

What a pattern needs (guide/check/floor/needs.txt) is looked for by the words of all texts. Only
where it stands is the pattern compiled and tried.
"""

import os
import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from guide.check.floor.harm import ADVISED, Harm
from guide.check.floor.harms import HARMS

NEEDS = "needs.txt"
"""The file that says so: for each pattern a line, the kind before it (tools/needs.py)."""
AND = "&"
"""Stands in it between groups of words: of each group a text has one."""
UNLESS_DENIED, NEVER = "", "!"
"""How a pattern harms, besides where it is ADVISED: unless something denies it, or always."""
_WORD = re.compile(r"\w+")


class Pattern(NamedTuple):
    """A pattern of a kind of harm, and groups of words: where it can be found is one of each."""

    harm: Harm
    way: str
    """ADVISED, UNLESS_DENIED or NEVER."""
    source: str
    needs: tuple[tuple[str, ...], ...]

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place, from `start` on, where it is found."""
        return _compiled(self.source).search(text, start)


@cache
def _patterns() -> tuple[Pattern, ...]:
    with open(os.path.join(os.path.dirname(__file__), NEEDS), encoding="utf-8") as file:
        lines = [line.split("|") for line in file if not line.startswith("#")]
    ways = [(harm, *each) for harm in HARMS for each in _with_ways(harm)]
    return tuple(
        Pattern(harm, way, source, tuple(_groups(needs)))
        # One line a pattern, in their order: where one is missing this fails at once.
        for (harm, way, source), (_, *needs, _) in zip(ways, lines, strict=True)
    )


def _groups(words: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for is_and, group in groupby(words, key=AND.__eq__):
        if not is_and:
            yield tuple(group)


def _with_ways(harm: Harm) -> Iterator[tuple[str, str]]:
    for source in harm.patterns:
        is_advised = source.startswith(ADVISED)
        yield (ADVISED, rf"\b(?:{source[1:]})") if is_advised else (UNLESS_DENIED, source)
    yield from ((NEVER, source) for source in harm.never)


def plain(words: str) -> str:
    """A text as patterns are written: small letters, one apostrophe, blanks made one."""
    # People and editors type both apostrophes; a pattern knows one.
    return " ".join(words.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


class Scan:
    """Some texts, looked over for what patterns need."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._plain = {words: plain(words) for words in texts}
        listed = list(dict.fromkeys(self._plain.values()))
        self._standing: dict[str, list[Pattern]] = {}
        for pattern, number in _standing_in(listed):
            self._standing.setdefault(listed[number], []).append(pattern)

    def plain(self, words: str) -> str:
        """One of the texts as patterns are written."""
        return self._plain[words]

    def patterns(self, words: str) -> Sequence[Pattern]:
        """The patterns that may be found in one of the texts, in the order they are written."""
        return self._standing.get(self._plain[words], ())


def _standing_in(texts: Sequence[str]) -> Iterator[tuple[Pattern, int]]:
    """Each pattern with the number of each text that has what it needs."""
    words = _Words(texts)
    for pattern in _patterns():
        first, *others = pattern.needs
        holding = 0
        for need in first:
            holding |= words.holding(need)
        for number in _numbers(holding):
            text = texts[number]
            if all(any(need in text for need in group) for group in others):
                yield pattern, number


def _numbers(bits: int) -> Iterator[int]:
    """The numbers of the texts in a set, the first first."""
    while bits:
        # In two's complement -bits flips all above the lowest bit set, and leaves that one.
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


class _Words:
    """The words of some texts, and in which of them each stands: sets of texts, a bit for each."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._by_word: dict[str, int] = {}
        for number, text in enumerate(texts):
            for word in _WORD.findall(text):
                self._by_word[word] = self._by_word.get(word, 0) | 1 << number
        self._sorted = sorted(self._by_word)
        # All words in one string: letters within a word are found by one search, not one a word.
        self._every_word = "\n".join([*self._sorted, ""])
        self._by_letters: dict[str, int] = {}
        self._by_beginning: dict[str, int] = {}

    def holding(self, need: str) -> int:
        """The texts that hold these letters."""
        # All but the first and the last are known to be whole words. Mostly no text has them all,
        # and that is seen at once where a set is one number.
        first, *others = _WORD.findall(need)
        bits = self._within(first)
        if first == need or not bits:
            return bits
        if others:
            *whole, last = others
            for word in whole:
                bits &= self._by_word.get(word, 0)
            bits &= self._beginning(last) if need.endswith(last) else self._by_word.get(last, 0)
        return sum(1 << number for number in _numbers(bits) if need in self._texts[number])

    def _within(self, letters: str) -> int:
        """The texts with a word that has these letters in it."""
        if letters not in self._by_letters:
            bits = 0
            start = self._every_word.find(letters)
            while start >= 0:
                end = self._every_word.index("\n", start)
                begin = self._every_word.rfind("\n", 0, start) + 1
                bits |= self._by_word[self._every_word[begin:end]]
                start = self._every_word.find(letters, end)
            self._by_letters[letters] = bits
        return self._by_letters[letters]

    def _beginning(self, letters: str) -> int:
        """The texts with a word that begins so."""
        if letters not in self._by_beginning:
            first = bisect_left(self._sorted, letters)
            # The greatest sign there is: it comes after every word that begins so.
            last = bisect_left(self._sorted, letters + chr(sys.maxunicode))
            bits = 0
            for word in self._sorted[first:last]:
                bits |= self._by_word[word]
            self._by_beginning[letters] = bits
        return self._by_beginning[letters]


def matches(patterns: Sequence[Pattern], sentence: str) -> Iterator[re.Match[str]]:
    """What one of some patterns matches, from left to right: at each place the first of them."""
    start = 0
    while True:
        at = [match for each in patterns if (match := each.search(sentence, start))]
        if not at:
            return
        first = min(at, key=lambda match: match.start())
        yield first
        start = first.end()


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
