"""Many sequences as one that has each of them in it, in its order."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

_Item = TypeVar("_Item", bound=Hashable)


def supersequence(sequences: Iterable[Sequence[_Item]]) -> list[_Item]:
    """A sequence that holds each of these as a part of it: the longest first, then what it lacks.

    Not the shortest there is, which would take for ever to find, but near enough: each next one is
    laid beside what is there so that as much as can be is shared.
    """
    numbers: dict[_Item, int] = {}
    numbered = (
        tuple(numbers.setdefault(item, len(numbers)) for item in sequence) for sequence in sequences
    )
    whole: list[int] = []
    for sequence in sorted(dict.fromkeys(numbered), key=len, reverse=True):
        if not _holds(whole, sequence):
            whole = _merged(whole, sequence)
    items = [*numbers]
    return [items[number] for number in whole]


def _holds(whole: Iterable[int], sequence: Iterable[int]) -> bool:
    rest = iter(whole)
    return all(item in rest for item in sequence)


def positions_in(whole: Sequence[_Item], sequence: Iterable[_Item]) -> tuple[int, ...]:
    """Where a sequence stands in one that holds it; raises ValueError where it does not."""
    at, positions = -1, []
    for item in sequence:
        at = whole.index(item, at + 1)
        positions.append(at)
    return tuple(positions)


def _merged(left: Sequence[int], right: Sequence[int]) -> list[int]:
    """Two sequences as one, their longest common part only once."""
    shared = _longest_shared(left, right)
    merged: list[int] = []
    here = there = 0
    while here < len(left) and there < len(right):
        if left[here] == right[there]:
            merged.append(left[here])
            here, there = here + 1, there + 1
        elif shared[here + 1][there] >= shared[here][there + 1]:
            merged.append(left[here])
            here += 1
        else:
            merged.append(right[there])
            there += 1
    return [*merged, *left[here:], *right[there:]]


def _longest_shared(left: Sequence[int], right: Sequence[int]) -> list[list[int]]:
    """How long a part is shared from each pair of places on."""
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for here in reversed(range(len(left))):
        for there in reversed(range(len(right))):
            table[here][there] = (
                table[here + 1][there + 1] + 1
                if left[here] == right[there]
                else max(table[here + 1][there], table[here][there + 1])
            )
    return table
