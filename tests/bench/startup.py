"""Start-up: from the start of the process to the first question, against `python -c pass`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from guide import shipped
from tests.bench.graph import graph, write
from tests.bench.installed import LANGUAGE, Installed, environment, first_question
from tests.bench.measure import Times, interleaved, missing
from tests.bench.table import Row, Table, at_most

ROUNDS = 31
LIMIT = 3.0
CARELESS = ("typer", "pydantic", "babel.support", "rich.console", "yaml", "transitions")
PASS = "python -c pass"

Case = Callable[[], float]


def tables() -> Iterator[Table]:
    """One table: the guide in two languages and several sizes, and what else a start could cost."""
    with TemporaryDirectory() as folder:
        bare = process([sys.executable, "-c", "pass"], folder)
        held = {f"guide --plain, {name}": case for name, case in _guides(Path(folder)).items()}
        peers, notes = _peers(folder)
        found = interleaved({PASS: bare, **held, **peers}, ROUNDS)
        yield Table(
            "Start-up: process start to the first question printed",
            ("ms", f"x {PASS}"),
            [_row(name, found, held=name in held and "from YAML" not in name) for name in found],
            [
                "`pass` is timed to its end, the guide to the first question's words in the pipe.",
                *notes,
            ],
        )


def _row(name: str, found: Times, *, held: bool) -> Row:
    times = found.ratio(name, PASS)
    numbers = (f"{found[name] * 1e3:.1f}", f"{times:.2f}")
    return Row(name, numbers, at_most(times, LIMIT) if held else None)


def _guides(folder: Path) -> dict[str, Case]:
    cases: dict[str, Case] = {}
    installed = _installed(folder)
    for name, copy in installed.items():
        cases[f"{name}, English"] = _guide(copy)
        cases[f"{name}, translated"] = _guide(copy, translated=True)
    cases["shipped, English, as a script"] = _guide(installed["shipped"], module=False)
    plain = Installed(folder / "from YAML", Path(shipped.folder("flows")), translated=True)
    plain.uncompiled()
    cases["shipped, English, from YAML"] = _guide(plain)
    cases["shipped, translated, from YAML and PO"] = _guide(plain, translated=True)
    return cases


def _installed(folder: Path) -> dict[str, Installed]:
    """The guide with the flows as shipped, and with made ones of two sizes."""
    flows = {"shipped": Path(shipped.folder("flows"))}
    for questions in (100, 1000):
        flows[f"{questions} questions"] = made = folder / f"{questions} questions"
        write(graph(questions), made)
    return {
        name: Installed(folder / f"{name}, installed", path, translated=True)
        for name, path in flows.items()
    }


def _guide(installed: Installed, *, translated: bool = False, module: bool = True) -> Case:
    start = ["-m", "guide"] if module else [str(installed.script)]
    language = LANGUAGE if translated else "en"
    command = [sys.executable, *start, "--plain", "--locale", language]
    question = first_question(installed.flows, installed.locales if translated else None)
    return process(command, str(installed.folder), question)


def _peers(folder: str) -> tuple[dict[str, Case], list[str]]:
    """What else a start could cost, as far as it is on this machine, and a note of what is not."""
    cases = {
        "python -c 'import yaml, transitions, babel'": process(
            [sys.executable, "-c", "import yaml, transitions, babel"], folder
        )
    }
    notes = []
    if absent := missing(*CARELESS):
        notes.append(f"Left out, as not installed: a careless stack ({', '.join(absent)}).")
    else:
        command = f"import {', '.join(CARELESS)}"
        cases["a careless stack imported"] = process([sys.executable, "-c", command], folder)
    node = shutil.which("node")
    if node is None:
        notes.append("Left out, as not installed: node.")
    else:
        cases["node -e print"] = process([node, "-e", "console.log('hello')"], folder, "hello")
    return cases, notes


def process(command: list[str], folder: str, text: str = "") -> Case:
    """A case that starts a process and waits for words in its output; for its end without words."""
    words = " ".join(text.split())

    def measure() -> float:
        start = perf_counter()
        with subprocess.Popen(
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as child:
            assert child.stdout is not None
            pipe = child.stdout.fileno()
            seen = b""
            while chunk := os.read(pipe, 1 << 16):
                seen += chunk
                if words and words in " ".join(seen.decode(errors="replace").split()):
                    taken = perf_counter() - start
                    child.kill()
                    return taken
            child.wait()
            taken = perf_counter() - start
        assert not words, f"{command} never said {words!r}: {seen!r}"
        return taken

    return measure
