"""What the words of an answer tell: they may be said another way, and not of another thing."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from guide.check.floor.holds import SMALL_WORDS
from guide.check.texts import PlacedText
from guide.understanding.lexicon import Lexicon
from guide.understanding.typed import stem

TELLS_OF = "tells "
"""Begins what is recorded of a word of an answer."""
# Beginnings of words: frightened, frightens and frightening are one.
_FRIGHTENING = re.compile(
    rf"{TELLS_OF}(?:scar|fright|fear|afraid|terrif|hurt|harm|danger|unsafe|attack|threat|kill|weapon"
    r"|die|dying|hit|forc|trapp|emergenc)"
)
_WORD = re.compile(r"(?<![\w{])[a-z]{3,}(?![\w}])")


def concepts_of(placed: PlacedText) -> Counter[str]:
    """The words of an answer that may tell something; of another text none."""
    address = placed.text.address
    if not (address.endswith(".say") and placed.of.startswith("an answer")):
        return Counter()
    words = _WORD.findall(placed.text.source.lower())
    return Counter(f"{TELLS_OF}{word}" for word in {*words} - SMALL_WORDS)


class Concepts:
    """Which words mean one thing, as the file of words people use says."""

    def __init__(self, words: Lexicon) -> None:
        self._of: dict[str, set[str]] = {}
        for concept, phrases in words.concepts.items():
            for phrase in (concept, *phrases):
                if " " not in phrase:
                    self._of.setdefault(stem(phrase), set()).add(concept)

    def no_longer_told(
        self, gone: list[str], now: Mapping[str, int], *, of_danger: bool = False
    ) -> Iterator[str]:
        """Of the words that are gone those whose meaning no other word of today's has.

        An answer that tells of danger loses every word that nothing is known of, unless it still
        has a word of danger.
        """
        of_danger = of_danger and not any(map(_FRIGHTENING.match, now))
        left = [stem(part.removeprefix(TELLS_OF)) for part in now if part.startswith(TELLS_OF)]
        meant = set().union(*(self._of.get(word, ()) for word in left))
        for part in gone:
            word = stem(part.removeprefix(TELLS_OF))
            concepts = self._of.get(word, set())
            is_lost = not concepts & meant if concepts else of_danger
            if word not in left and is_lost:
                yield part
