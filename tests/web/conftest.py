"""The pages, a server that counts what is asked of it, and the browsers of this machine."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guide.export.web.site import file_name
from tests.support import firefox as driven_firefox
from tests.support.browsers import CHROMIUM, Served, in_chromium, served
from tests.support.exported import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright


class PageFiles:
    """The exported pages, each written when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, code: str) -> str:
        """The address of the page of a language, as a file."""
        path = self.folder / file_name(code)
        if not path.exists():
            path.write_text(html(code), encoding="utf-8", newline="\n")
        return path.as_uri()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this takes minutes, and browsers: `make web` runs it."""
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker("web")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> PageFiles:
    """Where the page of each language is, once it is asked for."""
    return PageFiles(tmp_path_factory.mktemp("pages"))


@pytest.fixture
def server(pages: PageFiles) -> Iterator[Served]:
    """The pages that were asked for on a server of this machine."""
    with served(pages.folder) as server:
        yield server


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    """What drives Chromium."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not here: `make web`")
    if not CHROMIUM:
        pytest.skip("Chromium is not here")
    with api.sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: "Playwright") -> Iterator["Browser"]:
    """A Chromium without a window."""
    with in_chromium(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def firefox() -> None:
    """Skips where there is no Firefox."""
    if not driven_firefox.program():
        pytest.skip("Firefox is not here")
