"""What holds for every test; how to talk with the guide is in `tests.support.talking`."""

import gc
from collections.abc import Iterator

import pytest

from tests.support.once import make_once
from tests.support.talking import ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update: write golden files anew, for people to read what changed."""
    parser.addoption("--update", action="store_true", help="write the golden files anew")


LONGEST = (
    *("test_locale_audit", "test_export_pages", "test_screens", "test_kiosk_terminal"),
    *("test_hearing_sentences", "test_languages_left_out", "test_practice_locale"),
    *("test_kiosk_selfcheck", "test_diff", "test_read", "test_practice_cry", "test_check_run"),
    *("test_practice_stories", "test_mutants", "test_chat_says_what_plain_says", "test_floor"),
    *("test_compiled", "test_dumps", "test_package", "test_practice_command", "test_json"),
    *("test_chat_never_breaks", "test_pages", "test_chat_terminal", "test_chaos"),
)
"""Files that take longest, the longest first: begun last, one of them would keep one processor at
work alone. `make test` tells the slowest tests.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; all else keeps its order."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


def pytest_configure(config: pytest.Config) -> None:
    """What takes long is made once: from here on, and not from the first test.

    A dozen files read the flows to know what they will test.
    """
    patch = pytest.MonkeyPatch()
    make_once(patch)
    config.add_cleanup(patch.undo)
    # A test makes little that is rubbish by rings, and each look for it passes all that is kept.
    gc.set_threshold(50_000, 20, 100)


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
