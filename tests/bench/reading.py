"""Reading flows: lines kept and everything checked, against a bare `yaml.load` of the same file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from guide.flow import library
from guide.flow.read import library_from
from guide.shipped import Shipped
from tests.bench.graph import graph, write
from tests.bench.installed import compiled_flows
from tests.bench.measure import Times, bytes_at_peak, bytes_kept, interleaved, timed
from tests.bench.table import Row, Table, Verdict, at_least, at_most

SIZES = (100, 1_000, 10_000)
FASTER = {1_000: 2.0, 10_000: 3.5}
"""How many times faster than the bare load, by questions."""
GROWTH = 1.5
ROUNDS = 9

READ, COMPILED, BARE = "read and check", "load compiled", "yaml.load, CSafeLoader"


def tables() -> Iterator[Table]:
    """Time and memory of reading, and how both grow with the size of a flow."""
    with TemporaryDirectory() as folder:
        flows = {size: Path(folder, str(size)) for size in SIZES}
        files = {size: write(graph(size), flows[size]) for size in SIZES}
        for made in flows.values():
            compiled_flows(made)
        times = interleaved(dict(_cases(flows, files)), ROUNDS)
        yield _times(times, files)
        yield _growth(times, flows)


def _cases(
    flows: dict[int, Path], files: dict[int, Path]
) -> Iterator[tuple[str, Callable[[], float]]]:
    for size in SIZES:
        folder = str(flows[size])
        yield f"{BARE} {size}", partial(timed, partial(_bare, files[size]))
        yield f"{READ} {size}", partial(timed, partial(library_from, folder))
        yield f"{COMPILED} {size}", partial(timed, partial(library.load, Shipped(folder)))


def _bare(file: Path) -> object:
    with file.open("rb") as stream:
        return yaml.load(stream, Loader=yaml.CSafeLoader)


def _times(times: Times, files: dict[int, Path]) -> Table:
    rows = []
    for size in SIZES:
        for what in (BARE, READ, COMPILED):
            faster = times.ratio(f"{BARE} {size}", f"{what} {size}")
            verdict: Verdict | None = None
            if what == READ and size in FASTER:
                verdict = at_least(faster, FASTER[size])
            numbers = (f"{times[f'{what} {size}'] * 1e3:.2f}", f"{faster:.1f}")
            rows.append(Row(f"{size:>6} questions: {what}", numbers, verdict))
    sizes = ", ".join(f"{files[size].stat().st_size / 1024:.0f} KiB" for size in SIZES)
    notes = [
        f"The files: {sizes}. The guide reads a second, small one beside each.",
        "A compiled flow makes each step when it is first met; this is the load before the first.",
    ]
    return Table("Reading flows", ("ms", "x faster than bare"), rows, notes)


def _growth(times: Times, flows: dict[int, Path]) -> Table:
    small, large = SIZES[1], SIZES[2]
    rows = []
    slower = times.ratio(f"{READ} {large}", f"{READ} {small}") / (large / small)
    rows.append(_grown("time a question", slower, at_most(slower, GROWTH)))
    bare = times.ratio(f"{BARE} {large}", f"{BARE} {small}") / (large / small)
    rows.append(_grown("time a question, yaml.load", bare))
    for what, measure in (("kept", bytes_kept), ("at the peak", bytes_at_peak)):
        each = {size: measure(partial(library_from, str(flows[size]))) / size for size in flows}
        more = each[large] / each[small]
        what = f"memory a question {what} ({each[small] / 1024:.1f} KiB at {small})"
        rows.append(_grown(what, more, at_most(more, GROWTH)))
    return Table(f"Growth of reading, {large} questions against {small}", ("ratio",), rows)


def _grown(what: str, ratio: float, verdict: Verdict | None = None) -> Row:
    return Row(what, (f"{ratio:.2f} x",), verdict)
