"""Chromium, driven by Playwright, and a server whose requests are counted."""

import functools
import http.server
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), "")
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-ipc-flooding-protection"]
"""A walk moves faster than any person, which Chromium takes for an attack."""
_MOMENT = 10
"""Seconds: far more than the page takes, on the busiest machine."""


@contextmanager
def in_chromium(playwright: "Playwright") -> Iterator["Browser"]:
    """A Chromium without a window."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
    try:
        yield browser
    finally:
        browser.close()


class Served:
    """A folder on a server of this machine, and what was asked of it."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.asked: list[str] = []
        self.sends_first = 0
        """Where not 0: so many bytes of each file are sent, and the others once it is 0 again."""


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder, and note each request."""

    class Noting(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            counted.asked.append(self.path)

        def copyfile(self, source: Any, outputfile: Any) -> None:
            if counted.sends_first:
                outputfile.write(source.read(counted.sends_first))
                outputfile.flush()
                end = time.monotonic() + _MOMENT
                while counted.sends_first and time.monotonic() < end:
                    time.sleep(0.05)
            with suppress(ConnectionError):  # the browser has left
                super().copyfile(source, outputfile)

    handler = functools.partial(Noting, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        counted = Served(server.server_port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield counted
        finally:
            server.shutdown()


def once_it_can_be_pressed(press: Callable[[], object]) -> None:
    """Press by WebDriver, which refuses what came into view this moment: so does the page."""
    end = time.monotonic() + _MOMENT
    while True:
        try:
            press()
        except RuntimeError as error:
            if "not interactable" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


def visible(page: "Page") -> str:
    """What is seen of the guide, with single blanks."""
    return seen(page.evaluate("document.querySelector('main').innerText"))


def seen(text: Any) -> str:
    """A text with single blanks."""
    return " ".join(str(text).split())
