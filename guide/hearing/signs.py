"""Signs: phrases as sets of what they speak of, and how well a sentence fits them.

A sign's worth is the sum of its parts'; a part is worth more the fewer things it may mean, which
is counted from the phrases themselves. Nothing else is weighed: `guide match` prints every part.
"""

from collections.abc import Iterable, Mapping
from math import log2
from typing import NamedTuple

from guide.hearing.concepts import Spotted

PLAIN_WORD = 0.5
"""A word that no concept lists counts half: that it is rare may be chance."""
PART_NEEDED = 0.6
"""A sign counts when this share of its worth is there."""
MORE = 0.3
"""What further signs of the same thing add, for what the best one has not counted."""


class Sign(NamedTuple):
    """A phrase, what it is a sign of, and the units it is made of."""

    of: str
    phrase: str
    units: frozenset[str]


class Part(NamedTuple):
    """A unit found in the sentence and what it is worth."""

    unit: str
    worth: float


class Match(NamedTuple):
    """How well a sentence fits one thing: the best sign of it, its parts, and the whole score."""

    of: str
    score: float
    phrase: str
    share: float
    parts: tuple[Part, ...]
    more: tuple[Part, ...]


class Signs:
    """Every sign of a library, by the units they are made of."""

    def __init__(self, signs: Iterable[Sign]) -> None:
        self._signs = list(signs)
        self._with: dict[str, list[int]] = {}
        meant: dict[str, set[str]] = {}
        for number, sign in enumerate(self._signs):
            for unit in sign.units:
                self._with.setdefault(unit, []).append(number)
                meant.setdefault(unit, set()).add(sign.of)
        things = len({sign.of for sign in self._signs})
        self._worth = {
            unit: log2(1 + things / len(of)) * (PLAIN_WORD if unit[-1] == '"' else 1)
            for unit, of in meant.items()
        }

    def match(
        self, spotted: Iterable[Spotted], kinds: Mapping[str, tuple[str, ...]]
    ) -> dict[str, Match]:
        """Everything the sentence fits, by what it is a sign of."""
        units = set()
        for one in spotted:
            units.add(one.unit)
            if not one.denied:
                units.update(kinds.get(one.name, ()))
        touched: dict[int, float] = {}
        for unit in units:
            worth = self._worth.get(unit, 0)
            for number in self._with.get(unit, ()):
                touched[number] = touched.get(number, 0) + worth
        fits: dict[str, list[tuple[float, float, Sign]]] = {}
        for number, worth in touched.items():
            sign = self._signs[number]
            share = worth / sum(self._worth[unit] for unit in sign.units)
            if share >= PART_NEEDED:
                fits.setdefault(sign.of, []).append((worth * share**2, share, sign))
        return {of: self._best(of, listed, units) for of, listed in fits.items()}

    def _best(self, of: str, listed: list[tuple[float, float, Sign]], units: set[str]) -> Match:
        listed.sort(key=lambda fit: (-fit[0], -fit[1]))
        score, share, sign = listed[0]
        counted = sign.units & units
        more: set[str] = set()
        for _, part, other in listed[1:]:
            if part == 1:
                more |= other.units - counted
        further = self.parts(more)
        score += MORE * sum(part.worth for part in further)
        return Match(of, score, sign.phrase, share, self.parts(counted), further)

    def parts(self, units: Iterable[str]) -> tuple[Part, ...]:
        """Units with what they are worth, the weightiest first; those of no sign left out."""
        found = [Part(unit, self._worth[unit]) for unit in units if unit in self._worth]
        return tuple(sorted(found, key=lambda part: (-part.worth, part.unit)))
