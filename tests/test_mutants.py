"""Proof that the proof works: the shipped flows are changed in a thousand small ways."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from guide.check import lints as checks
from guide.check.folder import proof_for
from guide.check.rules.consistency import faults_of_rules
from guide.check.rules.prove import violations
from guide.check.rules.read import Rule
from guide.flow.model import Library
from guide.flow.read import library_from
from guide.project import Project
from tests.support.brute import Judge
from tests.support.mutants import Mutant, mutants

FLOWS = str(Path(__file__).parent.parent / "flows")
EACH_KIND = 5
"""Mutants of each kind that every run looks at; `make soak` looks at all of them."""
SEED = 7
TODAY = "2026-11-21"


@cache
def shipped() -> Library:
    return library_from(FLOWS)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, those that take longest last."""
    book = Project(FLOWS).rules
    assert not book.problems
    return tuple(
        sorted(
            book.rules,
            key=lambda rule: (bool(rule.never_says), bool(rule.not_worse or rule.answered)),
        )
    )


@cache
def judge() -> Judge:
    return Judge(shipped())


def caught_by(library: Library) -> str:
    """The rule or check that first says something is wrong; empty where none does.

    Most is caught by a rule, so what looks at every text comes last.
    """
    proof = proof_for(library, rules())
    for finding in chain(violations(rules(), proof), faults_of_rules(rules(), proof)):
        return finding.code
    for of_paths in checks.PATHS:
        for finding in of_paths.check(proof):
            if finding.severity == "error":
                return finding.code
    for check in checks.CONTENT:
        for finding in check.check(library, TODAY):
            if finding.severity == "error":
                return finding.code
    return ""


def sample(everything: Iterable[Mutant]) -> list[Mutant]:
    """As many of each kind, chosen by chance but always the same."""
    by_kind: dict[str, list[Mutant]] = {}
    for mutant in everything:
        by_kind.setdefault(mutant.kind, []).append(mutant)
    chance = random.Random(SEED)
    return [
        mutant
        for alike in by_kind.values()
        for mutant in chance.sample(alike, min(EACH_KIND, len(alike)))
    ]


def test_the_judge_finds_nothing_wrong_with_the_flows_as_they_are() -> None:
    """The judge knows the promises, and the shipped flows keep them."""
    assert judge().broken(shipped()) == {}
    assert sum(map(len, judge().met.values())) > 1000


def test_the_judge_can_tell_danger() -> None:
    """Of the changes that rules catch, most break a promise in the eyes of the judge as well."""
    tried = random.Random(SEED).sample(list(mutants(shipped())), 40)
    caught = [mutant for mutant in tried if caught_by(mutant.library)]

    assert sum(bool(judge().broken(mutant.library)) for mutant in caught) > len(caught) / 2


def test_the_shipped_flows_are_not_caught() -> None:
    assert caught_by(shipped()) == ""


def test_every_dangerous_change_is_caught(capsys: pytest.CaptureFixture[str]) -> None:
    """Of hundreds of small changes, each that breaks a promise is found by a rule or check."""
    assert_all_caught(sample(mutants(shipped())), capsys, at_least=75)


@pytest.mark.soak
def test_every_dangerous_change_of_all_is_caught(capsys: pytest.CaptureFixture[str]) -> None:
    """Of every small change there is: more than three thousand."""
    assert_all_caught(list(mutants(shipped())), capsys, at_least=3000)


def assert_all_caught(
    tried: Sequence[Mutant], capsys: pytest.CaptureFixture[str], at_least: int
) -> None:
    assert len(tried) >= at_least
    caught: Counter[str] = Counter()
    harmless: Counter[str] = Counter()
    missed = []
    for mutant in tried:
        if code := caught_by(mutant.library):
            caught[code] += 1
        elif promises := judge().broken(mutant.library):
            missed.append((mutant.kind, mutant.what, promises))
        else:
            reason = judge().reason(mutant.library)
            harmless[reason] += 1
            print(f"harmless: {mutant.kind}: {mutant.what}: {reason}")
    with capsys.disabled():
        print(
            f"\n{len(tried)} mutants: {caught.total()} caught by {len(caught)} rules and checks, "
            f"{len(missed)} dangerous missed, {harmless.total()} harmless (-rP lists each)"
        )
    assert missed == []
