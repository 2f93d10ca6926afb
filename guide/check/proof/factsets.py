"""Sets of combinations of facts, each set one integer with a bit for every combination.

A combination is a number like a clock: every fact is a digit, 0 where nothing was said of it. Of
all that can be written so few are ever met, and only those have a bit: what a set costs grows with
the combinations that somebody has, not with those that facts could make.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from guide.flow.model import When
from guide.flow.walk import Part

FactTest = tuple[str, tuple[str, ...]]
"""One fact of a condition, with the values any of which fulfils it."""

MAX_COMBINATIONS = 1 << 36
"""Past this nobody could meet a part of them worth looking at: it is refused with a reason."""
# The shipped flows have 3,100 and 7,500. What sets take grows with the square of the first: 32 MB
# here. The second is a few seconds.
MAX_MET, MAX_MOVES = 1 << 14, 1 << 20
"""Combinations that somebody has at some step, and the answers they give, that are followed."""


_ONE = ord("1")


class TooMany(Exception):
    """The facts combine in more ways than can be proven; `facts` names them, most values first."""

    def __init__(self, facts: tuple[str, ...], combinations: int) -> None:
        self.facts = facts
        self.combinations = combinations
        super().__init__(f"{combinations} combinations")


Digit = tuple[int, int, int]
"""A digit of a combination: the stride of its fact, the fact's base, the digit itself."""
Test = tuple[int, int, frozenset[int]]
"""A fact of a condition: its stride, its base, and the digits that fulfil it."""


class FactSets:
    """The numbering of the combinations that some set of conditions can tell apart.

    Values that no condition tells apart share a digit, and values that no condition mentions
    share the digit of "not given": facts nobody asks about cost nothing.
    """

    def __init__(self, conditions: Iterable[When]) -> None:
        self._digits = _digits({part for when in conditions for part in when})
        self._strides: dict[str, int] = {}
        self.size = 1
        for fact, digits in self._digits.items():
            self._strides[fact] = self.size
            self.size *= max(digits.values()) + 1
        if self.size > MAX_COMBINATIONS:
            raise self.too_many()
        self.numbers: Sequence[int] = range(min(self.size, MAX_MET))
        """The combinations that have a bit, in the order of their bits."""
        self._forget()

    def too_many(self) -> TooMany:
        """What is raised where there is too much to look at."""
        by_values = sorted(self._digits, key=lambda fact: -len(self._digits[fact]))
        return TooMany(tuple(by_values), self.size)

    def keep_only(self, numbers: Iterable[int]) -> None:
        """Give a bit to these combinations alone; sets made before mean nothing any more."""
        self.numbers = sorted(numbers)
        self._forget()

    def _forget(self) -> None:
        self.all = (1 << len(self.numbers)) - 1
        self._masks: dict[str, list[int]] = {}
        self._holding: dict[When, int] = {(): self.all}
        self._around: dict[int, tuple[tuple[Any, ...], int]] = {}
        """By the identity of the records around a part; they are kept, so that it stays theirs."""

    def bits(self) -> dict[int, int]:
        """The bit of each combination that has one."""
        return {number: 1 << place for place, number in enumerate(self.numbers)}

    def _masks_of(self, fact: str) -> list[int]:
        """For every digit of a fact, the combinations that have it."""
        if fact not in self._masks:
            stride, base = self._strides[fact], self._base(fact)
            # Written in binary, the last first, and read as a number: setting bit by bit takes
            # many times as long, as each makes a whole new number.
            rows = [bytearray(b"0") * len(self.numbers) for _ in range(base)]
            for place, number in enumerate(reversed(self.numbers)):
                rows[number // stride % base][place] = _ONE
            self._masks[fact] = [int(row, 2) for row in rows]
        return self._masks[fact]

    def _base(self, fact: str) -> int:
        return max(self._digits[fact].values()) + 1

    def holding(self, when: When) -> int:
        """The combinations for which a condition holds."""
        bits = self._holding.get(when)
        if bits is None:
            bits = self.all
            for fact, values in when:
                masks, digits = self._masks_of(fact), self._digits[fact]
                any_of = 0
                for digit in {digits[value] for value in values}:
                    any_of |= masks[digit]
                bits &= any_of
            self._holding[when] = bits
        return bits

    def around(self, part: Part) -> int:
        """The combinations for which every condition of the records around a part holds."""
        within = part.within
        if (known := self._around.get(id(within))) is None:
            bits = self.all
            for record in within:
                bits &= self.holding(getattr(record, "when", ()))
            known = self._around[id(within)] = within, bits
        return known[1]

    def meeting(self, part: Part) -> int:
        """The combinations that meet a part, once they come to the outermost record it is in."""
        bits = self.around(part) & self.holding(getattr(part.record, "when", ()))
        return self.left_by(part.before, bits)

    def left_by(self, conditions: Iterable[When], bits: int) -> int:
        """Those of some combinations for which none of the conditions holds."""
        for when in conditions:
            bits = without(bits, self.holding(when))
        return bits

    def mentions(self, fact: str) -> bool:
        """Whether some condition mentions a fact."""
        return fact in self._digits

    def tells_apart(self, when: When) -> bool:
        """Whether a condition can be asked about: it parts no combinations that share a bit."""
        for fact, values in when:
            digits = self._digits.get(fact, {})
            own = {digits.get(value, 0) for value in values}
            # All values that no condition mentions share digit 0, and cannot be parted.
            if 0 in own or any(digits[value] in own for value in digits.keys() - set(values)):
                return False
        return True

    def where_known(self, fact: str) -> int:
        """The combinations in which a fact has a value that some condition mentions."""
        # Digit 0 is "nothing was said", so what is left has some value that a condition mentions.
        return without(self.all, self._masks_of(fact)[0]) if fact in self._digits else 0

    # -- one combination

    def changes(self, means: Iterable[tuple[str, str]]) -> list[Digit]:
        """The digits that recording these facts sets; none for facts unused."""
        return [
            (self._strides[fact], self._base(fact), self._digits[fact].get(value, 0))
            for fact, value in means
            if fact in self._digits
        ]

    def tests(self, when: When) -> list[Test]:
        """What a combination must have for a condition to hold."""
        return [
            (
                self._strides[fact],
                self._base(fact),
                frozenset(self._digits[fact][value] for value in values),
            )
            for fact, values in when
        ]


def changed(number: int, changes: Iterable[Digit]) -> int:
    """A combination once digits are set."""
    for stride, base, digit in changes:
        # The difference of the digits, in its place: no other digit is touched.
        number += (digit - number // stride % base) * stride
    return number


def passes(number: int, tests: Iterable[Test]) -> bool:
    """Whether a condition holds of a combination."""
    for stride, base, digits in tests:  # noqa: SIM110 (a plain loop: this is asked most of all)
        if number // stride % base not in digits:
            return False
    return True


def without(bits: int, others: int) -> int:
    """Those of some combinations that are not among others."""
    # As `bits & ~others`, in a third of the time: no number below zero is made of a large set.
    return bits ^ (bits & others)


def one_of(bits: int) -> int:
    """One combination of a set that is not empty, as a set of its own."""
    # In two's complement -bits flips all above the lowest bit set, and leaves that one.
    return bits & -bits


def _digits(parts: Iterable[FactTest]) -> dict[str, dict[str, int]]:
    """A digit for every value that conditions mention; values never told apart share one."""
    mentions: dict[str, dict[str, int]] = {}
    # The signature of a value is the set of conditions that mention it, a bit each. Two values
    # with one signature are answered alike by every condition, and need not be told apart.
    for number, (fact, values) in enumerate(sorted(parts)):
        of_fact = mentions.setdefault(fact, {})
        for value in values:
            of_fact[value] = of_fact.get(value, 0) | 1 << number
    digits = {}
    for fact, signatures in mentions.items():
        numbers: dict[int, int] = {}
        digits[fact] = {
            value: numbers.setdefault(signature, len(numbers) + 1)
            for value, signature in signatures.items()
        }
    return digits
