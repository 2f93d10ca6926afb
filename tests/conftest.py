"""What holds for every test; how to talk with the guide is in `tests.support.talking`."""

from collections.abc import Iterator

import pytest

from tests.support.talking import ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update: write golden files anew, for people to read what changed."""
    parser.addoption("--update", action="store_true", help="write the golden files anew")


LONGEST = ("test_mutants", "test_screens", "test_locale_audit", "test_languages_left_out")
"""Files that take longest: begun last, one of them would keep one processor at work alone."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; all else keeps its order."""
    items.sort(key=lambda item: item.path.stem not in LONGEST)


@pytest.fixture(scope="session", autouse=True)
def nothing_is_compiled() -> Iterator[None]:
    """No test reads a compiled file of the checkout, or leaves one there.

    It would be told what the code of another day made of the flows. `make test` takes them away.
    """
    assert [] == compiled_files(), "Delete them: find flows locales -name '*.compiled' -delete"
    yield
    assert [] == compiled_files(), "A test left them."


def compiled_files() -> list[str]:
    """The compiled files that stand in the checkout."""
    folders = (ROOT / name for name in ("flows", "locales", "tests"))
    return sorted(str(path) for folder in folders for path in folder.rglob("*.compiled"))
