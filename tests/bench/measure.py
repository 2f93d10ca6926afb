"""Timing side by side: cases take turns, so that a machine that slows down slows them all."""

import gc
import importlib.util
import tracemalloc
from collections.abc import Callable, Iterable, Mapping
from statistics import median
from time import process_time


class Times(dict[str, float]):
    """The median of what each case took, in seconds, by its name."""

    def __init__(self, rounds: Mapping[str, list[float]]) -> None:
        super().__init__({name: median(times) for name, times in rounds.items()})
        self._rounds = rounds

    def ratio(self, name: str, base: str) -> float:
        """How many times as long as `base` a case took: the median of each round's own ratio.

        Where a machine slows down for a while, it slows both sides of a round.
        """
        pairs = zip(self._rounds[name], self._rounds[base], strict=True)
        return median(taken / other for taken, other in pairs)


def interleaved(cases: Mapping[str, Callable[[], float]], rounds: int) -> Times:
    """What each case gives, over rounds in which every case has its turn."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    gc.freeze()  # what the cases were built from is walked by no collection between them
    try:
        for _ in range(rounds):
            for name, case in cases.items():
                gc.collect()
                found[name].append(case())
    finally:
        gc.unfreeze()
    return Times(found)


def timed(work: Callable[[], object]) -> float:
    """The seconds of processor time that one call takes: other programs' turns do not count."""
    start = process_time()
    work()
    return process_time() - start


def bytes_kept(make: Callable[[], object]) -> int:
    """The bytes that what a call gives back holds on to."""
    return _traced(make)[0]


def bytes_at_peak(make: Callable[[], object]) -> int:
    """The most bytes held at once during a call."""
    return _traced(make)[1]


def _traced(make: Callable[[], object]) -> tuple[int, int]:
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        made = make()
        now, peak = tracemalloc.get_traced_memory()
        del made
    finally:
        tracemalloc.stop()
    return now - before, peak - before


def percentile(numbers: Iterable[float], percent: float) -> float:
    """The number that `percent` of the others do not exceed."""
    ordered = sorted(numbers)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def missing(*packages: str) -> list[str]:
    """Those of these packages that are not installed."""
    return [package for package in packages if importlib.util.find_spec(package) is None]
