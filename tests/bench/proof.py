"""The proof beside other ways to ask the same, and `guide check` beside an import of yaml.

Everyone is asked: which endings can someone reach who has told the first fact? Everyone must give
the same answer. Ways that look at one path, or one combination of facts, at a time are stopped
after three million of them, as they would not end.
"""

import compileall
import random
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from guide import shipped
from guide.check.proof.reachability import Proof, Walk
from guide.check.rules.prove import violations
from guide.check.rules.read import Rule
from guide.flow.model import Ending, Fact, Flow, Library, Option, Question, Route, Shown, Step
from guide.flow.paths import facts_after, next_step, skip_messages
from guide.i18n import catalogue
from guide.problems import Place
from tests.bench.installed import environment, left_out
from tests.bench.measure import interleaved, missing, timed
from tests.bench.table import Row, Table, at_least, at_most
from tests.support.talking import ROOT

STOP = 3_000_000
"""Paths, or steps with a combination of facts, after which a slow way is stopped."""
PATIENCE = 20.0
"""Seconds after which a slow way is stopped."""
ENDINGS = 50
LAYER = 10
HERE = Place("bench.yaml", 1)
FLOWS, ANEW, A_LANGUAGE = 8, 10, 3
"""How many times as long as `import yaml` a check may take: of the flows alone, of everything
anew, and more for each language."""


def tables() -> Iterator[Table]:
    """The tables, each as soon as it is measured."""
    yield _methods()
    yield _many_facts()
    yield _further()
    yield _command()


# -- flows


def library(questions: int, recorded: int, read: int, loops: int = 0, seed: int = 1) -> Library:
    """Layers of questions with three answers; three in ten record a fact, three in ten ask for one.

    `recorded` facts are told by answers; conditions look at the first `read` of them. `loops`
    answers lead back to where they came from.
    """
    rng = random.Random(seed)
    names = [f"q{number}" for number in range(questions)]
    ends = [f"e{number}" for number in range(ENDINGS)]
    layers = [names[at : at + LAYER] for at in range(0, questions, LAYER)]
    steps: dict[str, Step] = {}
    for layer, following in zip(layers, [*layers[1:], ends], strict=True):
        for name in layer:
            options = tuple(_option(rng, answer, following, recorded, read) for answer in "abc")
            steps[name] = Question(name, "bench", (), (), options, HERE)
    for name in rng.sample(names[LAYER:], loops):
        question = steps[name]
        assert isinstance(question, Question)
        back = question.options[0]._replace(to=(Route((), names[0], HERE),))
        steps[name] = question._replace(options=(back, *question.options[1:]))
    for number, name in enumerate(ends):
        contacts = (Shown("childline", (), (), 0, HERE), Shown(f"c{number % 5}", (), (), 1, HERE))
        steps[name] = Ending(name, "", "talk", (), (), contacts, (), (), (), (), (), (), HERE)
    facts = {f"f{n}": Fact(f"f{n}", "", (("yes", "yes"),), (), HERE) for n in range(recorded)}
    flows = {"bench": Flow("bench", "", "young", "q0", HERE)}
    return Library("bench", flows, steps, (), {}, {}, (), {}, {}, {}, facts, (), {})


def _option(
    rng: random.Random, answer: str, following: list[str], recorded: int, read: int
) -> Option:
    means = ((f"f{rng.randrange(recorded)}", "yes"),) if rng.random() < 0.3 else ()
    routes = []
    if rng.random() < 0.3:
        when = ((f"f{rng.randrange(read)}", ("yes",)),)
        routes.append(Route(when, rng.choice(following), HERE))
    routes.append(Route((), rng.choice(following), HERE))
    return Option(answer, (), (), means, (), tuple(routes), HERE)


# -- ways to ask


Answer = set[str] | None
"""The endings that someone who told the first fact can reach; None when stopped before the end."""
Ask = Callable[[], Answer]
"""Asks, of a flow that is looked up already, as each way of asking needs it."""

ASKED = (("f0", ("yes",)),)


def by_sets(of: Library) -> Ask:
    """The guide's: one set of combinations for every step."""
    proof = Proof(of, [ASKED])
    asked = proof.fact_sets.holding(ASKED)
    ends = [name for name, step in of.steps.items() if isinstance(step, Ending)]

    def ask() -> Answer:
        walk = Walk(proof.edges, {proof.start: 1})
        return {name for name in ends if walk.at(name) & asked}

    return ask


def by_paths(of: Library) -> Ask:
    """Every path, one after another."""

    def ask() -> Answer:
        found: set[str] = set()
        waiting: list[tuple[str, dict[str, str]]] = [(of.first_step(), {})]
        started, walked = perf_counter(), 0
        while waiting:
            step_id, facts = waiting.pop()
            step = skip_messages(of, step_id, facts)
            walked += 1
            if walked % 1000 == 0 and perf_counter() - started > PATIENCE:
                return None
            if isinstance(step, Ending):
                if "f0" in facts:
                    found.add(step.id)
                continue
            for option in step.options:
                after = dict(facts_after(option, facts))
                waiting.append((next_step(option.to, after), after))
        return found

    return ask


class Index:
    """A flow with facts as bits: the answers to every question, what each tells and its routes.

    `all_facts` looks at every fact told; else only at those that a condition or the question asked
    of the flow depends on.
    """

    def __init__(self, of: Library, *, all_facts: bool) -> None:
        told = set(of.facts) if all_facts else {f for s in of.steps.values() for f in _asked(s)}
        self.facts = sorted(told | {"f0"}, key=lambda fact: (fact != "f0", fact))
        self.start = of.first_step()
        bit = {fact: 1 << number for number, fact in enumerate(self.facts)}
        self.ends = [name for name, step in of.steps.items() if isinstance(step, Ending)]
        self.ways = {
            step.id: [
                (
                    sum(bit.get(fact, 0) for fact, _ in option.means),
                    [(bit[route.when[0][0]] if route.when else 0, route.to) for route in option.to],
                )
                for option in step.options
            ]
            for step in of.steps.values()
            if isinstance(step, Question)
        }
        self.combinations = range(1 << len(self.facts))

    def after(self, step_id: str, bits: int) -> Iterator[tuple[str, int]]:
        """Where the answers to a question lead with a combination of facts."""
        for told, routes in self.ways.get(step_id, ()):
            after = bits | told
            yield next(to for asked, to in routes if after & asked == asked), after


def _asked(step: Step) -> Iterator[str]:
    if isinstance(step, Question):
        for option in step.options:
            for route in option.to:
                yield from (fact for fact, _ in route.when)


def by_product(of: Library) -> Ask:
    """Every step with every combination of the facts that matter, each an integer."""
    index = Index(of, all_facts=False)

    def ask() -> Answer:
        seen = {(index.start, 0)}
        waiting = deque(seen)
        while waiting:
            for there in index.after(*waiting.popleft()):
                if there not in seen:
                    seen.add(there)
                    waiting.append(there)
            if len(seen) > STOP:
                return None
        return {step_id for step_id, bits in seen if bits & 1 and step_id not in index.ways}

    return ask


def by_networkx(of: Library, *, all_facts: bool = True) -> Ask:
    """networkx: steps with their combinations as a graph, and what can be reached in it."""
    networkx: Any = import_module("networkx")
    index = Index(of, all_facts=all_facts)

    def ask() -> Answer:
        graph = networkx.DiGraph()
        for step_id in index.ways:
            for bits in index.combinations:
                for there in index.after(step_id, bits):
                    graph.add_edge((step_id, bits), there)
        met = networkx.descendants(graph, (index.start, 0))
        return {step_id for step_id, bits in met if bits & 1 and step_id not in index.ways}

    return ask


def by_z3(of: Library, *, all_facts: bool = True) -> Ask:
    """z3: a Boolean for every step with every combination, each implying those it leads to."""
    z3: Any = import_module("z3")
    index = Index(of, all_facts=all_facts)

    def ask() -> Answer:
        met = {
            (step_id, bits): z3.Bool(f"{step_id} {bits}")
            for step_id in (*index.ways, *index.ends)
            for bits in index.combinations
        }
        solver = z3.Solver()
        solver.add(met[index.start, 0])
        for step_id in index.ways:
            for bits in index.combinations:
                for there in index.after(step_id, bits):
                    solver.add(z3.Implies(met[step_id, bits], met[there]))
        found = set()
        for name in index.ends:
            told_first = [met[name, bits] for bits in index.combinations if bits & 1]
            # It can be reached exactly when it cannot be left out.
            if solver.check(z3.Not(z3.Or(*told_first))) == z3.unsat:
                found.add(name)
        return found

    return ask


# -- tables

OURS = "the guide"
METHODS: dict[str, Callable[[Library], Ask]] = {
    "every path": by_paths,
    "every step with every combination": by_product,
    "networkx, product graph": by_networkx,
    "  the same, only facts that matter": lambda of: by_networkx(of, all_facts=False),
    "z3, Booleans": by_z3,
    "  likewise, only facts that matter": lambda of: by_z3(of, all_facts=False),
}
NEEDS = {"networkx": "networkx", "the same": "networkx", "z3": "z3", "likewise": "z3"}
TARGETS = {"networkx, product graph": 50, "z3, Booleans": 200}


def _methods() -> Table:
    """One question asked in every way, of flows of four sizes."""
    absent = missing("networkx", "z3")
    needs = {name: NEEDS.get(name.strip().split(",")[0], "") for name in METHODS}
    ways = {name: way for name, way in METHODS.items() if needs[name] not in absent}
    sizes = (10, 100, 1_000, 10_000)
    times: dict[str, list[float | None]] = {name: [] for name in (OURS, *ways)}
    for size in sizes:
        of = library(size, recorded=4, read=2)
        ours = by_sets(of)
        times[OURS].append(_seconds(ours, 7))
        expected = ours()
        for name, way in ways.items():
            given_up = bool(times[name]) and times[name][-1] is None
            times[name].append(None if given_up else _agreeing(way(of), expected, name))
    return Table(
        "Which endings can someone reach who told a fact? 4 facts, 2 asked for; ms",
        (*(f"{size:,} questions" for size in sizes), "guide x faster"),
        [_method_row(name, found, times[OURS]) for name, found in times.items()],
        [
            *(f"{name} is not installed: pip install {PIP[name]}" for name in absent),
            "Each begins with the flow looked up as it needs it, and gives the same endings.",
            f"-: not done in {PATIENCE:g} s, or given up at the size before.",
        ],
    )


PIP = {"networkx": "networkx", "z3": "z3-solver"}


def _seconds(ask: Ask, rounds: int) -> float:
    return interleaved({"": lambda: timed(ask)}, rounds)[""]


def _agreeing(ask: Ask, expected: Answer, name: str) -> float | None:
    """The seconds a way takes, or None where it was stopped; its answer must be the same."""
    found: list[Answer] = []
    seconds = timed(lambda: found.append(ask()))
    assert found[0] in (None, expected), name
    return None if found[0] is None else seconds


def _method_row(name: str, times: list[float | None], ours: list[float | None]) -> Row:
    cells = [f"{seconds * 1e3:.1f}" if seconds is not None else "-" for seconds in times]
    if name == OURS:
        return Row(name, (*cells, ""))
    last = max(at for at, seconds in enumerate(times) if seconds is not None)
    ratio = (times[last] or 0) / (ours[last] or 1)
    verdict = at_least(ratio, TARGETS[name]) if name in TARGETS else None
    return Row(name, (*cells, f"{ratio:.0f}"), verdict)


def _many_facts() -> Table:
    """1,000 questions, and more and more facts that all of them depend on."""
    rows = []
    for facts in (2, 4, 6, 8):
        of = library(1_000, recorded=facts, read=facts)
        ours, building = by_sets(of), timed(lambda of=of: Proof(of, [ASKED]))  # type: ignore[misc]
        took, product = _seconds(ours, 7), by_product(of)
        found: list[Answer] = []
        searched = timed(lambda found=found, product=product: found.append(product()))  # type: ignore[misc]
        assert found[0] in (None, ours())
        stopped = " (stopped)" if found[0] is None else ""
        numbers = (f"{took * 1e3:.1f}", f"{building * 1e3:.1f}", f"{searched * 1e3:.0f}{stopped}")
        is_last = facts == 8
        ratio = searched / took
        verdict = at_least(ratio, 100) if is_last else None
        rows.append(Row(f"{facts} facts", (*numbers, f"{ratio:.0f}"), verdict))
        if is_last:
            rows.append(Row("  the pass", (numbers[0], "", "", ""), at_most(took * 1e3, 20, " ms")))
    return Table(
        "1,000 questions whose ways depend on all the facts, ms",
        ("the pass", "looked up and passed", "every combination", "x faster"),
        rows,
        [f"The search of every combination is stopped at {STOP:,}."],
    )


def _rule(number: int) -> Rule:
    empty: dict[str, Any] = dict.fromkeys(Rule._fields, ())
    given: dict[str, Any] = {"id": f"r{number}", "sentence": "A rule.", "place": HERE}
    demands = {"when": ASKED, "always": ("childline",), "questions_at_most": 0}
    return Rule(**{**empty, **given, **demands})


def _further() -> Table:
    """What one more rule costs, and what loops cost."""
    of = library(1_000, recorded=8, read=8)
    proof = Proof(of, [ASKED])
    looping = Proof(library(1_000, recorded=8, read=8, loops=50), [ASKED])
    rules = [_rule(number) for number in range(101)]
    seconds = interleaved(
        {
            "1 rule": lambda: timed(lambda: list(violations(rules[:1], proof))),
            "101 rules": lambda: timed(lambda: list(violations(rules, proof))),
            "pass": lambda: timed(lambda: Walk(proof.edges, {proof.start: 1})),
            "loops": lambda: timed(lambda: Walk(looping.edges, {looping.start: 1})),
        },
        5,
    )
    each = (seconds["101 rules"] - seconds["1 rule"]) / 100 * 1e6
    ratio = seconds["loops"] / seconds["pass"]
    return Table(
        "1,000 questions, 8 facts",
        ("microseconds", "ratio"),
        [
            Row(
                "one more rule, held against 50 endings",
                (f"{each:.0f}", ""),
                at_most(each, 1000, " us"),
            ),
            Row("the pass when 50 answers lead back to the start", ("", f"{ratio:.1f}")),
        ],
    )


def _command() -> Table:
    """The whole command of an installed guide, start-up included, beside a bare import."""
    with TemporaryDirectory() as folder, TemporaryDirectory() as empty:
        _install(Path(folder))
        check = [sys.executable, "-m", "guide", "check"]
        cases = {
            "the flows, rules, words and numbers": [*check, "--locales", empty],
            "the same, stories and languages as last looked at": check,
            "everything anew": [*check, "--fresh"],
            "import yaml": [sys.executable, "-c", "import yaml"],
        }
        times = interleaved({name: _running(case, folder) for name, case in cases.items()}, 9)
    languages = len(catalogue.language_codes(shipped.folder("locales")))
    limits = dict(zip(cases, (FLOWS, FLOWS, ANEW + languages * A_LANGUAGE), strict=False))
    rows: list[Row] = []
    for name, limit in limits.items():
        ratio = times.ratio(name, "import yaml")
        numbers = (f"{times[name] * 1e3:.0f}", f"{times['import yaml'] * 1e3:.0f}", f"{ratio:.1f}")
        rows.append(Row(name, numbers, at_most(ratio, limit)))
    return Table(
        "The whole `guide check` of the shipped flows beside `python -c 'import yaml'`, ms",
        ("guide check", "import yaml", "ratio"),
        rows,
    )


def _install(folder: Path) -> None:
    """The guide in a folder, as pip leaves it: with bytecode, and everything compiled inside."""
    for name, target in (
        ("guide", "guide"),
        ("flows", "guide/flows"),
        ("locales", "guide/locales"),
    ):
        shutil.copytree(ROOT / name, folder / target, ignore=left_out)
    compileall.compile_dir(folder / "guide", quiet=1)
    build = "from pathlib import Path; from guide.compiled import compile_checkout;"
    build += "compile_checkout(Path('guide'), for_package=True)"
    subprocess.run([sys.executable, "-c", build], cwd=folder, check=True)


def _running(command: list[str], folder: str) -> Callable[[], float]:
    environ = {name: value for name, value in environment().items() if name != "CI"}

    def run() -> float:
        started = perf_counter()
        subprocess.run(command, cwd=folder, env=environ, capture_output=True, check=True)
        return perf_counter() - started

    return run
