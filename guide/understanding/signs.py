"""Signs: phrases as sets of what they speak of, and how well a sentence fits them.

A sign's worth is the sum of its parts'; a part is worth more the fewer things it may mean, which
is counted from the phrases themselves. Nothing else is weighed: `guide match` prints every part.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log2
from typing import NamedTuple

from guide.understanding.concepts import Spotted

# Tried over the 729 sentences of guesses.py: 0.25 leads 0.966 of them right and 1.0 leads 0.970,
# where 0.5 leads 0.971.
PLAIN_WORD = 0.5
"""A word that no concept lists counts half: that it is rare may be chance."""
# 0.5 fares alike there; with 0.7 it is 0.968, and one sentence that needs 999 or CEOP is lost.
PART_NEEDED = 0.6
"""A sign counts when this share of its worth is there."""
# 0 leads 0.963 right, as a story that says a thing in two ways is worth no more than a hint; 0.6
# leads 0.966, as long stories then outweigh plain sentences.
MORE = 0.3
"""What further signs of the same thing add, for what the best one has not counted."""

# As floats, the sum of a sign's parts hung on the order of a set, and a share of
# 0.9999999999999998 once lost a danger (docs/decisions/0009).
ONE = 1000
"""Worths are counted in thousandths."""


class Sign(NamedTuple):
    """A phrase, what it is a sign of, and the units it is made of."""

    of: str
    phrase: str
    units: frozenset[str]


class SignPart(NamedTuple):
    """A unit found in the sentence and what it is worth."""

    unit: str
    worth: float


class Match(NamedTuple):
    """How well a sentence fits one thing: the best sign of it, its parts, and the whole score."""

    of: str
    score: float
    phrase: str
    share: float
    parts: tuple[SignPart, ...]
    more: tuple[SignPart, ...]
    full: bool = True
    """Whether all of some sign of it is there, if not of the one that counts most."""
    learned: bool = False
    """Whether the learned ear says so: `share` is then how likely it is, `parts` what says it."""


class SignTable(NamedTuple):
    """Every sign of a library, by the units they are made of: plain data."""

    signs: list[tuple[str, str, frozenset[str]]]
    wholes: list[int]
    """What all the units of each sign are worth."""
    having: dict[str, list[int]]
    """The numbers of the signs that have a unit."""
    worth: dict[str, int]
    """What a unit is worth in thousandths: whole numbers add up alike in any order."""


def sign_table(signs: Iterable[Sign]) -> SignTable:
    """The table of these signs."""
    listed = [(sign.of, sign.phrase, sign.units) for sign in signs]
    having: dict[str, list[int]] = {}
    meant: dict[str, set[str]] = {}
    for number, (of, _, units) in enumerate(listed):
        for unit in sorted(units):
            having.setdefault(unit, []).append(number)
            meant.setdefault(unit, set()).add(of)
    things = len({of for of, _, _ in listed})
    worth = {
        # As information is counted: a unit that can mean half as many things is worth about one
        # more. The 1 keeps a unit that may mean anything above nothing.
        unit: round(ONE * log2(1 + things / len(of)) * (PLAIN_WORD if unit[-1] == '"' else 1))
        for unit, of in meant.items()
    }
    wholes = [sum(worth[unit] for unit in units) for _, _, units in listed]
    return SignTable(listed, wholes, having, worth)


class Signs:
    """Finds the signs that a sentence fits."""

    def __init__(self, table: SignTable) -> None:
        self._signs, self._wholes, self._having, self._worth = table

    def match(
        self, spotted: Iterable[Spotted], kinds: Mapping[str, tuple[str, ...]]
    ) -> dict[str, Match]:
        """Everything the sentence fits, by what it is a sign of."""
        units = set()
        for spot in spotted:
            units.add(spot.unit)
            if not spot.denied:
                units.update(kinds.get(spot.name, ()))
        touched: defaultdict[int, int] = defaultdict(int)
        for unit in units:
            worth = self._worth.get(unit, 0)
            for number in self._having.get(unit, ()):
                touched[number] += worth
        fits: dict[str, list[tuple[float, float, int]]] = {}
        wholes = self._wholes
        fitting = [
            number for number, worth in touched.items() if worth / wholes[number] >= PART_NEEDED
        ]
        for number in sorted(fitting):  # few of them: most signs share a unit with the line
            worth, of = touched[number], self._signs[number][0]
            share = worth / wholes[number]
            # Squared, so that most of a short sign comes before a part of a long one with the
            # same worth.
            fits.setdefault(of, []).append((worth * share**2 / ONE, share, number))
        return {of: self._best(of, listed, units) for of, listed in fits.items()}

    def _best(self, of: str, listed: list[tuple[float, float, int]], units: set[str]) -> Match:
        listed.sort(key=lambda fit: (-fit[0], -fit[1]))
        score, share, number = listed[0]
        _, phrase, mine = self._signs[number]
        counted = mine & units
        more: set[str] = set()
        for _, part, other in listed[1:]:
            if part == 1:
                more |= self._signs[other][2] - counted
        further = self.parts(more)
        score += MORE * sum(part.worth for part in further)
        return Match(
            of,
            score,
            phrase,
            share,
            self.parts(counted),
            further,
            any(part == 1 for _, part, _ in listed),
        )

    def parts(self, units: Iterable[str]) -> tuple[SignPart, ...]:
        """Units with what they are worth, the weightiest first; those of no sign left out."""
        parts = [SignPart(unit, self._worth[unit] / ONE) for unit in units if unit in self._worth]
        return tuple(sorted(parts, key=lambda part: (-part.worth, part.unit)))
