"""`python -m tests.bench [NAME...]` prints the tables of the benchmarks named, or of all."""

import importlib
import importlib.util
import platform
import sys

BENCHMARKS = (
    "startup",
    "steps",
    "reading",
    "proof",
    "chat",
    "locales",
    "hearing",
    "screens",
    "web",
)
"""Modules of this package; each has `tables()`, which yields a Table as soon as it is measured."""


def main(names: list[str]) -> int:
    """Print the tables; a target missed is told, but is no failure: machines are noisy."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark {unknown[0]}. There is: {', '.join(BENCHMARKS)}.")
        return 2
    print(f"Python {platform.python_version()}, {platform.machine()}. Medians; ratios count.")
    met = 0
    missed: list[str] = []
    for name in names or BENCHMARKS:
        if importlib.util.find_spec(f"tests.bench.{name}") is None:
            continue
        for table in importlib.import_module(f"tests.bench.{name}").tables():
            print(f"\n{table}", flush=True)
            verdicts = [(row.what, row.verdict) for row in table.rows if row.verdict]
            met += sum(verdict.met for _, verdict in verdicts)
            missed += [f"{name}: {what}" for what, verdict in verdicts if not verdict.met]
    print(f"\n{met} targets met, {len(missed)} missed.")
    for miss in missed:
        print(f"  {miss}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
