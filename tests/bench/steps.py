"""One answer: what it costs in time and memory, at any size of flow, beside other engines."""

import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from guide import shipped
from guide.conversation.conversation import Conversation
from guide.flow import library
from guide.problems import FlowError
from guide.shipped import Shipped
from tests.bench import engines
from tests.bench.engines import Engine
from tests.bench.graph import Graph, graph, write
from tests.bench.installed import ROOT, compiled_flows, translate, words_of
from tests.bench.measure import Times, bytes_kept, interleaved, missing, percentile
from tests.bench.table import Row, Table, at_least, at_most

SIZES = (10, 100, 1_000, 10_000)
ROUNDS = 25
WALKS = 60
TRANSLATED = 1_000
"""The largest flow that is also measured in translation: a PO file has a largest size."""
ANSWERS = 3_000
SESSIONS = 20_000
"""Live sessions whose memory is measured; fewer for the engines that would need gigabytes."""

OURS, BARE, REGISTERED, PLAIN = (
    "the guide's session",
    "transitions, sessions not registered",
    "transitions, sessions registered",
    "plain dict (no facts, no undo)",
)
ENGLISH = "English"
STATEMACHINE, SISMIC = "python-statemachine", "sismic"


class Kind(NamedTuple):
    """An engine to compare: how it is built, and how far it is taken."""

    build: Callable[[Graph], Engine]
    largest: int
    walks: int
    sessions: int
    needs: str = "transitions"


KINDS = {
    OURS: Kind(engines.ours, SIZES[-1], WALKS, SESSIONS),
    PLAIN: Kind(engines.plain_dict, SIZES[-1], WALKS, SESSIONS),
    BARE: Kind(engines.unregistered, SIZES[-1], WALKS, SESSIONS),
    REGISTERED: Kind(engines.registered, 1_000, WALKS, 40),
    STATEMACHINE: Kind(engines.statemachine, 1_000, 6, 20, "statemachine"),
    SISMIC: Kind(engines.sismic, 1_000, 6, 200, "sismic"),
}

Cell = tuple[str, int]
"""An engine and a number of questions."""


class Costs(NamedTuple):
    """What was measured of each engine at each size, in seconds and bytes."""

    create: Times
    step: Times
    memory: dict[Cell, float]


def tables() -> Iterator[Table]:
    """The engines side by side, the guide held to its targets, then whole conversations."""
    kinds = {name: kind for name, kind in KINDS.items() if not missing(kind.needs)}
    absent = [name for name in KINDS if name not in kinds]
    costs = _measure(kinds)
    notes = [f"Left out, as not installed: {name}. pip install {name}" for name in absent]
    yield _side_by_side(costs, notes)
    yield _held(costs)
    yield _conversations()


def _measure(kinds: dict[str, Kind]) -> Costs:
    graphs = {size: graph(size) for size in SIZES}
    cells = [(name, size) for size in SIZES for name in kinds if size <= kinds[name].largest]
    built = {(name, size): kinds[name].build(graphs[size]) for name, size in cells}
    walks = {size: graphs[size].walks(WALKS) for size in SIZES}
    create = {}
    step = {}
    for name, size in cells:
        kind, engine = kinds[name], built[name, size]
        step[_case(name, size)] = partial(_step, engine, walks[size][: kind.walks])
        create[_case(name, size)] = partial(_create, engine, min(kind.sessions, 1000))
    memory = {cell: _memory(built[cell], kinds[cell[0]].sessions) for cell in cells}
    return Costs(interleaved(create, ROUNDS), interleaved(step, ROUNDS), memory)


def _case(name: str, size: int) -> str:
    return f"{name} {size}"


def _step(engine: Engine, walks: list[tuple[list[str], str]]) -> float:
    """Seconds of processor time a step, over whole walks; each must end where the graph says."""
    sessions = [engine.create() for _ in walks]
    walk = engine.walk
    start = process_time()
    for session, (answers, _) in zip(sessions, walks, strict=True):
        walk(session, answers)
    taken = process_time() - start
    assert [ending for _, ending in walks] == [engine.at(session) for session in sessions]
    engine.forget()
    return taken / sum(len(answers) for answers, _ in walks)


def _create(engine: Engine, number: int) -> float:
    """Seconds to begin a session."""
    create = engine.create
    start = process_time()
    for _ in range(number):
        create()
    taken = process_time() - start
    engine.forget()
    return taken / number


def _memory(engine: Engine, number: int) -> float:
    """Bytes of a live session two answers in."""

    def live() -> list[object]:
        sessions = [engine.create() for _ in range(number)]
        for session in sessions:
            engine.walk(session, ("yes", "no"))
        return sessions

    kept = bytes_kept(live)
    engine.forget()
    return kept / number


def _side_by_side(costs: Costs, notes: list[str]) -> Table:
    rows = []
    for (name, size), memory in costs.memory.items():
        case = _case(name, size)
        numbers = (
            f"{costs.create[case] * 1e6:.1f}",
            f"{costs.step[case] * 1e6:.2f}",
            f"{costs.step.ratio(case, _case(BARE, size)):.2f}",
            f"{memory / 1024:.2f}",
        )
        rows.append(Row(f"{size:>6} questions: {name}", numbers))
    return Table(
        "Engines: the same answers, ending at the same outcomes",
        ("create us", "step us", "x not registered", "KiB/session"),
        rows,
        notes,
    )


def _held(costs: Costs) -> Table:
    rows = []
    for size in SIZES:
        times = costs.step.ratio(_case(OURS, size), _case(BARE, size))
        what = f"a step against a bare trigger, {size} questions"
        rows.append(Row(what, (f"{times:.2f} x",), at_most(times, 1.5)))
    flat, bare = (
        costs.step.ratio(_case(name, SIZES[-1]), _case(name, SIZES[0])) for name in (OURS, BARE)
    )
    what = f"a step at {SIZES[-1]} questions against {SIZES[0]}"
    rows.append(Row(what, (f"{flat:.2f} x",)))
    rows.append(Row("  the same of the bare trigger", (f"{bare:.2f} x",)))
    # A larger flow misses the processor's caches more, whoever walks it: what is ours is the rest.
    rows.append(Row("  ours beyond that", (f"{flat / bare:.2f} x",), at_most(flat / bare, 1.2)))
    for size in SIZES:
        create = costs.create[_case(OURS, size)] * 1e6
        memory = costs.memory[OURS, size] / 1024
        what = f"{size} questions"
        rows.append(
            Row(f"a session begun, {what}", (f"{create:.2f} us",), at_most(create, 5, " us"))
        )
        rows.append(
            Row(f"a live session, {what}", (f"{memory:.2f} KiB",), at_most(memory, 1, " KiB"))
        )
    less = costs.memory[REGISTERED, 1_000] / costs.memory[OURS, 1_000]
    what = "memory of a registered model against a session, 1000 questions"
    rows.append(Row(what, (f"{less:.0f} x",), at_least(less, 250)))
    return Table("The guide's sessions", ("measured",), rows)


def _conversations() -> Table:
    """Every answer timed by itself, on a library just loaded."""
    rows = []
    with TemporaryDirectory() as folder:
        for name, flows, languages in _folders(Path(folder)):
            for language in languages:
                times = _answers(flows, translated=language != ENGLISH)
                middle, high = percentile(times, 50) * 1e3, percentile(times, 99) * 1e3
                numbers = (f"{middle:.3f}", f"{high:.3f}", f"{len(times)}")
                verdict = at_most(high, 1, " ms")
                rows.append(Row(f"{name}, {language}", numbers, verdict))
    return Table(
        "One answer, choice to events ready (Conversation.choose)",
        ("p50 ms", "p99 ms", "answers"),
        rows,
    )


def _folders(folder: Path) -> Iterator[tuple[str, Path, tuple[str, ...]]]:
    """Compiled flows, each with the languages it can be spoken in."""
    both = (ENGLISH, "translated")
    yield "shipped flows", _compiled(Path(shipped.folder("flows")), folder / "shipped"), both
    for size in SIZES:
        made = folder / "made" / str(size)
        write(graph(size), made)
        languages = both if size <= TRANSLATED else (ENGLISH,)
        compiled = _compiled(made, folder / str(size), translated=size <= TRANSLATED)
        yield f"{size} questions", compiled, languages


def _compiled(flows: Path, target: Path, *, translated: bool = True) -> Path:
    """A compiled copy, with a locale where asked; of the tiny flows where these have faults."""
    shutil.copytree(flows, target)
    try:
        read = compiled_flows(target)
    except FlowError:
        shutil.rmtree(target)
        shutil.copytree(ROOT / "tests" / "flows" / "tiny", target)
        read = compiled_flows(target)
    if translated:
        translate(read, Path(f"{target} locales"))
    return target


def _answers(flows: Path, *, translated: bool) -> list[float]:
    read = library.load(Shipped(flows))
    locales = Path(f"{flows} locales") if translated else None
    talk = Conversation(read, words_of(read, locales))
    talk.begin()
    talk.prepare()
    rng = random.Random(1)
    times: list[float] = []
    while len(times) < ANSWERS:
        if talk.finished:
            talk.restart()
        key = rng.choice(talk.choices).key
        start = perf_counter()
        talk.choose(key)
        times.append(perf_counter() - start)
    return times
