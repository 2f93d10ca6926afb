"""How hard words are to read: the Flesch-Kincaid grade, from words, sentences and syllables.

Syllables are counted by rule: each run of vowels is one; a final e, es or ed that is not spoken is
none, but -le after a consonant is one; -ing after a vowel, -ual, -ious and -ial are one more; and
every word has at least one. Few English words are counted wrongly, and over a screen that evens
out. Numbers, and the names of services that stand in a placeholder, count as one plain word each:
nobody can reword them.
"""

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'-]*")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
# A stop within a number or an address ends nothing: a blank, a quote or the end must follow.
_END = re.compile(r"[.!?]+(?=[\s\"')]|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$|(?:[^aeiouylcgsxztdh]|[aeiouy]l|[td]h)es$|[^aeiouytd]ed$"
)
# In precious and special the vowels are one syllable; in serious and material they are two.
_ONE_MORE = re.compile(r"[aeouy]ing|ual|(?<![ctxg])ious|(?<![cst])ial|[ei]o$")
# The e in sometimes is within the word, where no rule of endings sees that it is not spoken.
_SOME = re.compile(r"some[^aeiouy]")
# Common words of these flows that the rules above count wrongly.
_EXCEPTIONS = {
    "idea": 3, "ideas": 3, "area": 3, "areas": 3, "science": 2, "quiet": 2, "lion": 2, "anyone": 3,
    "create": 2, "created": 3, "client": 2, "diet": 2, "lives": 1, "uses": 2, "every": 2,
}  # fmt: skip


class Measure(NamedTuple):
    """What a grade is made of; measures of several texts add up."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def and_also(self, other: "Measure") -> "Measure":
        """The measure of both together."""
        words, sentences, syllables = self
        more_words, more_sentences, more_syllables = other
        return Measure(words + more_words, sentences + more_sentences, syllables + more_syllables)

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: the school year a reader needs, from 1."""
        if not self.words:
            return 0.0
        # Kincaid, Fishburne, Rogers and Chissom, 1975, with their weights.
        return 0.39 * self.mean + 11.8 * self.syllables / self.words - 15.59

    @property
    def mean(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The syllables of a word, by rule."""
    word = word.lower().replace("'", "")
    if not word.isalpha():
        return sum(map(syllables, word.split("-"))) if "-" in word else 1
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    number = len(_VOWELS.findall(word)) + len(_ONE_MORE.findall(word))
    number -= bool(_SILENT.search(word))
    number -= _SOME.match(word) is not None
    return max(1, number)


@lru_cache(maxsize=20_000)
def measure(text: str) -> Measure:
    """The measure of one text; what has no full stop is a sentence too."""
    sentences = _sentences(text)
    return Measure(
        sum(map(len, sentences)),
        len(sentences),
        sum(map(syllables, chain.from_iterable(sentences))),
    )


def longest_sentence(text: str) -> int:
    """Words in the longest sentence of a text."""
    return max(map(len, _sentences(text)), default=0)


def _sentences(text: str) -> list[list[str]]:
    """The words of each sentence."""
    plain = _PLACEHOLDER.sub("X", text)
    return [words for sentence in _END.split(plain) if (words := _WORD.findall(sentence))]
