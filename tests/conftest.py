"""What holds for every test; how to talk with the guide is in `tests.support.talking`."""

import os
from collections.abc import Iterator
from functools import cache

import pytest

from guide import project
from guide.flow import read
from guide.understanding import table
from guide.understanding.index import EnglishPhrases
from tests.support.talking import ROOT, SHIPPED


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update: write golden files anew, for people to read what changed."""
    parser.addoption("--update", action="store_true", help="write the golden files anew")


LONGEST = (
    *("test_kiosk_selfcheck", "test_hearing_sentences", "test_export_pages", "test_screens"),
    *("test_mutants", "test_check_proof", "test_practice_cry", "test_languages_left_out"),
    *("test_chat_says_what_plain_says", "test_locale_audit", "test_diff", "test_check_run"),
    *("test_chat_never_breaks", "test_package", "test_kiosk", "test_json"),
)
"""Files that take longest, the longest first: begun last, one of them would keep one processor at
work alone. `make test` tells the slowest tests.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; all else keeps its order."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


_read_folder = read.read_folder


@cache
def _read_once(path: str) -> read.Reading:
    return _read_folder(path)


def _read_of_the_checkout_once(path: str) -> read.Reading:
    """As `read_folder`; no test changes the flows of the checkout, so each is read once here.

    Whatever rests on one library (its typed words, above all) is then made once too.
    """
    # A plain text, as the cache takes one of a kind of its own (Shipped) for another path.
    reading = _read_once(str(path)) if path.startswith(f"{ROOT}{os.sep}") else None
    return _read_folder(path) if reading is None or reading.problems else reading


_read_english = table.CompiledWords._read_english
_english: dict[str, EnglishPhrases] = {}


def _english_of_the_checkout_once(words: table.CompiledWords) -> EnglishPhrases:
    """As `_read_english`: the indexes of all languages begin with the same English phrases."""
    path = str(words._flows or SHIPPED)
    if not path.startswith(f"{ROOT}{os.sep}") or words._library is not _read_once(path).library:
        return _read_english(words)
    if path not in _english:
        _english[path] = _read_english(words)
    return _english[path]


def pytest_configure(config: pytest.Config) -> None:
    """Thousands of tests talk about the same few flows, from what people edit.

    From here on, and not from the first test: a dozen files read them to know what they will test.
    """
    patch = pytest.MonkeyPatch()
    for module in (read, project):
        patch.setattr(module, "read_folder", _read_of_the_checkout_once)
    patch.setattr(table.CompiledWords, "_read_english", _english_of_the_checkout_once)
    config.add_cleanup(patch.undo)


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
