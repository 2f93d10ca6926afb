"""What a benchmark hands back: tables of ratios, each held to its target where it has one."""

from collections.abc import Sequence
from typing import NamedTuple


class Verdict(NamedTuple):
    """Whether a number reached its target, and what the target is."""

    met: bool
    target: str

    def __str__(self) -> str:
        return f"{'PASS' if self.met else 'MISS'} ({self.target})"


class Row(NamedTuple):
    """One line of a table: what was measured, its numbers, and how they meet their target."""

    what: str
    numbers: tuple[str, ...]
    verdict: Verdict | None = None


class Table(NamedTuple):
    """Numbers measured side by side in one run."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Row]
    notes: Sequence[str] = ()

    def __str__(self) -> str:
        lines = [("", *self.columns, "")]
        lines += [(row.what, *row.numbers, str(row.verdict or "")) for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        shown = [self.title]
        for first, *numbers, last in lines:
            cells = [cell.rjust(width) for cell, width in zip(numbers, widths[1:-1], strict=True)]
            shown.append("  ".join(["  " + first.ljust(widths[0]), *cells, last]).rstrip())
        return "\n".join([*shown, *(f"  {note}" for note in self.notes)])


def at_most(number: float, limit: float, unit: str = "x") -> Verdict:
    """The verdict on a number that should not be larger."""
    return Verdict(number <= limit, f"at most {limit:g}{unit}")


def at_least(number: float, limit: float, unit: str = "x") -> Verdict:
    """The verdict on a number that should not be smaller."""
    return Verdict(number >= limit, f"at least {limit:g}{unit}")
