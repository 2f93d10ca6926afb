"""Many sequences as one that has each of them in it, in its order."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

_Item = TypeVar("_Item", bound=Hashable)


def supersequence(sequences: Iterable[Sequence[_Item]]) -> list[_Item]:
    """A sequence that holds each of these as a part of it: the longest first, then what it lacks.

    Not the shortest there is, which would take for ever to find, but near enough: each next one is
    laid beside what is there so that as much as can be is shared.
    """
    whole: list[_Item] = []
    for sequence in sorted(dict.fromkeys(map(tuple, sequences)), key=len, reverse=True):
        whole = _merged(whole, sequence)
    return whole


def positions_in(whole: Sequence[_Item], sequence: Iterable[_Item]) -> tuple[int, ...]:
    """Where a sequence stands in one that holds it; raises ValueError where it does not."""
    at, positions = -1, []
    for item in sequence:
        at = whole.index(item, at + 1)
        positions.append(at)
    return tuple(positions)


def _merged(left: Sequence[_Item], right: Sequence[_Item]) -> list[_Item]:
    """Two sequences as one, their longest common part only once."""
    shared = _longest_shared(left, right)
    merged: list[_Item] = []
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


def _longest_shared(left: Sequence[_Item], right: Sequence[_Item]) -> list[list[int]]:
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
