"""Many sequences as one that has each of them in it, in its order."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def supersequence(sequences: Iterable[Sequence[Item]]) -> list[Item]:
    """A sequence that holds each of these as a part of it: the longest first, then what it lacks.

    Not the shortest there is, which would take for ever to find, but near enough: each next one is
    laid beside what is there so that as much as can be is shared.
    """
    whole: list[Item] = []
    for sequence in sorted(dict.fromkeys(map(tuple, sequences)), key=len, reverse=True):
        whole = _merged(whole, sequence)
    return whole


def places(whole: Sequence[Item], sequence: Iterable[Item]) -> tuple[int, ...]:
    """Where a sequence stands in one that holds it; raises ValueError where it does not."""
    at, positions = -1, []
    for item in sequence:
        at = whole.index(item, at + 1)
        positions.append(at)
    return tuple(positions)


def _merged(one: Sequence[Item], other: Sequence[Item]) -> list[Item]:
    """Two sequences as one, their longest common part only once."""
    shared = _longest_shared(one, other)
    merged: list[Item] = []
    here = there = 0
    while here < len(one) and there < len(other):
        if one[here] == other[there]:
            merged.append(one[here])
            here, there = here + 1, there + 1
        elif shared[here + 1][there] >= shared[here][there + 1]:
            merged.append(one[here])
            here += 1
        else:
            merged.append(other[there])
            there += 1
    return [*merged, *one[here:], *other[there:]]


def _longest_shared(one: Sequence[Item], other: Sequence[Item]) -> list[list[int]]:
    """How long a part is shared from each pair of places on."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for here in reversed(range(len(one))):
        for there in reversed(range(len(other))):
            table[here][there] = (
                table[here + 1][there + 1] + 1
                if one[here] == other[there]
                else max(table[here + 1][there], table[here][there + 1])
            )
    return table
