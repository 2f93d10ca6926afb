"""Sets of combinations of facts, each set one integer with a bit for every combination.

A combination is numbered like a clock: every fact is a digit, 0 where nothing was said of it. So
an answer that records a fact is a shift, a condition is a mask, and one operation on an integer
treats all the combinations a step can be entered with at once.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from guide.flow.model import When
from guide.flow.walk import Part

FactTest = tuple[str, tuple[str, ...]]
"""One fact of a condition, with the values any of which fulfils it."""

# The shipped flows and rules have 29,400, so five hundred times as many still fit. Each operation
# touches a whole set: time grows with this number as memory does.
MAX_COMBINATIONS = 1 << 24
"""Two megabytes a set: past this a proof would crawl, so it is refused with a reason instead."""


class TooMany(Exception):
    """The facts combine in more ways than can be proven; `facts` names them, most values first."""

    def __init__(self, facts: tuple[str, ...], combinations: int) -> None:
        self.facts = facts
        self.combinations = combinations
        super().__init__(f"{combinations} combinations")


class FactChange(NamedTuple):
    """A fact given a value: which digit becomes what."""

    masks: tuple[int, ...]
    """For every digit of the fact, the combinations that have it."""
    stride: int
    digit: int


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
            by_values = sorted(self._digits, key=lambda fact: -len(self._digits[fact]))
            raise TooMany(tuple(by_values), self.size)
        self.all = (1 << self.size) - 1
        self._masks = {fact: self._masks_of(fact) for fact in self._digits}
        self._holding: dict[When, int] = {(): self.all}
        self._around: dict[int, tuple[tuple[Any, ...], int]] = {}
        """By the identity of the records around a part; they are kept, so that it stays theirs."""
        self._changes: dict[tuple[tuple[str, str], ...], tuple[FactChange, ...]] = {}

    def _masks_of(self, fact: str) -> tuple[int, ...]:
        stride = self._strides[fact]
        base = max(self._digits[fact].values()) + 1
        lowest, width = (1 << stride) - 1, stride * base
        # A digit's combinations recur every stride * base: `stride` bits set, the rest clear.
        # Written once, then copied beside itself, twice as much each time, rather than bit by
        # bit.
        while width < self.size:  # doubling: a few steps build any length
            lowest |= lowest << width
            width *= 2
        lowest &= self.all
        # The combinations of the next digit are those of this one, `stride` further up.
        return tuple((lowest << digit * stride) & self.all for digit in range(base))

    def holding(self, when: When) -> int:
        """The combinations for which a condition holds."""
        bits = self._holding.get(when)
        if bits is None:
            bits = self.all
            for fact, values in when:
                masks, digits = self._masks[fact], self._digits[fact]
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

    def where_known(self, fact: str) -> int:
        """The combinations in which a fact has a value that some condition mentions."""
        # Digit 0 is "nothing was said", so what is left has some value that a condition mentions.
        return without(self.all, self._masks[fact][0]) if fact in self._masks else 0

    def changes(self, means: tuple[tuple[str, str], ...]) -> tuple[FactChange, ...]:
        """What recording these facts does to a combination; nothing for facts unused."""
        changes = self._changes.get(means)
        if changes is None:
            each = (self._change(fact, value) for fact, value in means)
            changes = tuple(change for change in each if change is not None)
            self._changes[means] = changes
        return changes

    def _change(self, fact: str, value: str) -> FactChange | None:
        if fact not in self._digits:
            return None
        return FactChange(self._masks[fact], self._strides[fact], self._digits[fact].get(value, 0))


def apply_changes(bits: int, changes: tuple[FactChange, ...]) -> int:
    """The combinations once the changes are made: a changed fact has its new digit in all."""
    for masks, stride, digit in changes:
        unset = bits & masks[0]
        # To give a fact a digit is to forget what it had (every other digit moves down onto 0)
        # and to move the whole set up to the new one. Mostly nobody had it, and the loop is
        # skipped.
        if unset != bits:
            for other in range(1, len(masks)):
                unset |= (bits & masks[other]) >> other * stride
        bits = unset << digit * stride
    return bits


def unrecord(bits: int, changes: tuple[FactChange, ...], among: int) -> int:
    """The combinations from which the changes lead into these; at least all that are `among` some.

    Where none of those had the fact, as is usual, there is one digit to look at and not thirty.
    """
    for masks, stride, digit in reversed(changes):
        # Backwards, only what has the new digit can have come through the change. What the fact
        # was before is lost, so every digit that somebody `among` these had is put back; a caller
        # that must know exactly masks the result with who was there (`Edge.backward`).
        unset = (bits & masks[digit]) >> digit * stride
        bits = unset
        if among & masks[0] != among:
            for other in range(1, len(masks)):
                if among & masks[other]:
                    bits |= unset << other * stride
    return bits


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
