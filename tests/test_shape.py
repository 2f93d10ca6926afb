"""The shape of the code: what `make shape` counts, and the bounds the house holds itself to."""

from pathlib import Path

import pytest

from tests.support.talking import ROOT
from tools.shape import RULES, Shape, measure

MOST_NAMES_WITH_TWO_MEANINGS = 8
"""As many as the codebases we learn from have (docs/shape.md)."""
MOST_CONSTANTS_IN_TWO_MODULES = 8
"""As many as of other names."""
MOST_EMPTY_NAMES = 2
"""Of all functions."""


@pytest.fixture(scope="module")
def ours() -> Shape:
    return measure(ROOT / "guide")


def test_no_modules_import_one_another_at_any_depth(ours: Shape) -> None:
    """Not even inside a function: each module can be read after those it leans on."""
    assert [] == ours.rings


def test_a_name_means_one_thing(ours: Shape) -> None:
    """Whoever meets a public name in one module need not ask which of two it is."""
    assert len(ours.names) <= MOST_NAMES_WITH_TWO_MEANINGS, ours.names


def test_a_constant_stands_in_one_module(ours: Shape) -> None:
    """A public one: what only its own module needs begins with an underscore."""
    assert len(ours.constants) <= MOST_CONSTANTS_IN_TWO_MODULES, ours.constants


def test_names_say_what_they_hold(ours: Shape) -> None:
    """Whoever reads `options` or `findings` need not look up what it was that was `found`."""
    assert len(ours.empty) <= MOST_EMPTY_NAMES, ours.empty


def test_modules_and_functions_stay_small(ours: Shape) -> None:
    """A module is one room and fits a sitting; a function fits a screen."""
    median, _, largest = map(float, ours.numbers["modules"].split(" / "))
    longest_function = int(ours.numbers["functions"].split(" / ")[-1])

    assert median <= 120
    assert largest <= 350
    assert longest_function <= 60


def test_the_counter_counts_what_its_rules_say(tmp_path: Path) -> None:
    """A package with one of each fault is measured with one of each."""
    package = tmp_path / "small"
    package.mkdir()
    (package / "__init__.py").write_text('"""A package."""\n')
    (package / "a.py").write_text(
        "# why\nimport small.b\n\nLIMIT = 3\n\n\ndef load(found):\n    return found\n"
    )
    (package / "b.py").write_text(
        "LIMIT = 4\n\n\ndef load(path):\n    import small.a\n\n    return small.a\n"
    )

    measured = measure(package)

    assert [["small.a", "small.b"]] == measured.rings
    assert {"load": ["small.a", "small.b"]} == measured.names
    assert {"LIMIT": ["small.a", "small.b"]} == measured.constants
    assert "1 of 2" == measured.numbers["empty names"]
    assert ["small.a.load"] == measured.empty
    assert "20 %" == measured.numbers["docstrings"]
    assert set(RULES) == set(measured.numbers)


def test_an_import_for_a_type_checker_alone_makes_no_ring(tmp_path: Path) -> None:
    """Types may be named from above."""
    package = tmp_path / "small"
    package.mkdir()
    (package / "a.py").write_text("import small.b\n")
    (package / "b.py").write_text(
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import small.a\n"
    )

    assert [] == measure(package).rings
