"""Careless and harmful edits of the shipped flows are refused: a sample; all by `make soak`."""

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from guide.check.finding import Finding
from guide.check.floor.look import of_words
from guide.check.floor.record import lost
from guide.check.folder import check_folder
from guide.project import Project
from tests.support.floor import floor_findings
from tests.support.harmful_edits import HarmfulEdit, harmful_edits
from tests.support.talking import SHIPPED

TODAY = "2026-11-26"
SEED = 11
OF_EACH_KIND = 1
"""Edits of each kind that every run looks at."""
LEAST, LEAST_OF_ALL = 0.8, 0.95
"""The share that is refused, of each kind and of all together."""


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    folder = tmp_path / "flows"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("*.compiled", "practice"))
    return folder


def by_kind() -> dict[str, list[HarmfulEdit]]:
    kinds: dict[str, list[HarmfulEdit]] = defaultdict(list)
    for edit in harmful_edits(SHIPPED, Random(SEED)):
        kinds[edit.kind].append(edit)
    return kinds


def is_refused(flows: Path) -> bool:
    project = Project(str(flows))
    if project.reading.problems:
        return True
    return any(finding.severity == "error" for finding in _findings(project))


def _findings(project: Project) -> Iterator[Finding]:
    """Those that come soonest first: nobody waits for the others where one is enough."""
    yield from lost(project.flows, project.reading, project.rules.rules)
    yield from (finding for finding, _, _ in of_words(project.library))
    yield from floor_findings(project, TODAY)
    yield from check_folder(project, TODAY).findings


def rates(flows: Path, edits: dict[str, list[HarmfulEdit]]) -> tuple[Counter[str], Counter[str]]:
    """How many of each kind were made, and how many of them refused."""
    made: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    for kind, listed in edits.items():
        for edit in listed:
            path = flows / edit.file
            before = path.read_text("utf-8")
            path.write_text(edit.made_in(before), "utf-8")
            made[kind] += 1
            refused[kind] += is_refused(flows)
            path.write_text(before, "utf-8")
    return made, refused


def test_a_sample_of_harmful_edits_is_refused(flows: Path) -> None:
    """Of every kind; nearly all of them."""
    random = Random(SEED)
    sample = {
        kind: random.sample(edits, min(OF_EACH_KIND, len(edits)))
        for kind, edits in by_kind().items()
    }
    made, refused = rates(flows, sample)

    assert made.total() >= 10
    assert refused.total() >= 0.9 * made.total(), made - refused


@pytest.mark.soak
def test_harmful_edits_are_refused(flows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every one that the shipped flows allow: the rate of each kind is printed."""
    made, refused = rates(flows, by_kind())

    with capsys.disabled():
        for kind in made:
            print(f"\n{kind}: {refused[kind]} of {made[kind]} refused", end="")
    assert {} == {k: refused[k] / made[k] for k in made if refused[k] < LEAST * made[k]}
    assert refused.total() >= LEAST_OF_ALL * made.total()
