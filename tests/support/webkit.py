"""WebKit as iPads and iPhones have it, in the GTK build of Linux, by WebDriver (W3C).

https://www.w3.org/TR/webdriver2/: requests with JSON to a program that comes with the browser. It
has no mode without a window, so a screen that nobody sees (Xvfb) is made for it.
"""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tests.support.browsers import once_it_can_be_pressed

_DRIVER, _SCREEN = "WebKitWebDriver", "Xvfb"
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key by which WebDriver names an element."""
_WAIT = 120
"""Seconds until a browser that does not answer is given up."""
_POLL = 0.1


@cache
def _browsers() -> list[Path]:
    """Those that are here: all libraries of the machine are looked through for them."""
    return sorted(Path("/usr").glob("lib*/**/webkit2gtk-*/MiniBrowser"))


def missing() -> str:
    """What this machine lacks of it; empty where all is here."""
    lacking = [name for name in (_DRIVER, _SCREEN) if not shutil.which(name)]
    return ", ".join([*lacking, *([] if _browsers() else ["MiniBrowser"])])


class WebKit:
    """A browser that is driven."""

    def __init__(self, port: int, *, script: bool) -> None:
        self._url = f"http://127.0.0.1:{port}/session"
        options = {
            "binary": str(_browsers()[-1]),
            "args": ["--automation", *([] if script else ["--enable-javascript=FALSE"])],
        }
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        started = self._ask("POST", "", capabilities=wanted)
        self._url += f"/{started['sessionId']}"

    def open(self, url: str) -> None:
        """Go to a page."""
        self._ask("POST", "/url", url=url)

    def back(self) -> None:
        """The Back button."""
        self._ask("POST", "/back")

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script of the driver's own returns, where the page itself may run none too."""
        return self._ask("POST", "/execute/sync", script=script, args=list(arguments))

    def elements(self, css: str) -> list[str]:
        """The elements in view of a page, or of the frame that was entered."""
        look = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.offsetParent)"
        return [each[_ELEMENT] for each in self.run(look, css)]

    def text(self, element: str) -> str:
        """What a person sees of an element."""
        return str(self.run("return arguments[0].innerText", {_ELEMENT: element}))

    def press(self, element: str) -> None:
        """Press an element."""
        once_it_can_be_pressed(lambda: self._ask("POST", f"/element/{element}/click"))

    def enter(self, frame: str) -> None:
        """Look into a frame, once what it holds is there."""
        self._ask("POST", "/frame", id={_ELEMENT: frame})
        end = time.monotonic() + _WAIT
        while not self.run("return document.querySelectorAll('main').length"):
            assert time.monotonic() < end, "the frame stays empty"
            time.sleep(_POLL)

    def quit(self) -> None:
        """End it."""
        self._ask("DELETE", "")

    def _ask(self, method: str, path: str, **parameters: Any) -> Any:
        data = json.dumps(parameters).encode() if method == "POST" else None
        request = urllib.request.Request(f"{self._url}{path}", data=data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=_WAIT) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{path}: {json.load(error)['value']}") from error


@contextmanager
def webkit(*, script: bool = True) -> Iterator[WebKit]:
    """A WebKit on a screen of its own."""
    with ExitStack() as running:
        reading, writing = os.pipe()
        screen = [_SCREEN, "-displayfd", str(writing), "-screen", "0", "1024x800x24"]
        _started(running, screen, pass_fds=[writing])
        os.close(writing)
        with open(reading) as told:
            display = f":{told.readline().strip()}"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        _started(running, [_DRIVER, f"--port={port}"], env={**os.environ, "DISPLAY": display})
        _until_it_listens(port)
        driven = WebKit(port, script=script)
        yield driven
        driven.quit()


def _started(running: ExitStack, command: list[str], **options: Any) -> None:
    process = running.enter_context(
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    )
    running.callback(process.kill)


def _until_it_listens(port: int) -> None:
    end = time.monotonic() + _WAIT
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert time.monotonic() < end, "WebKit's driver does not start"
            time.sleep(_POLL)
        else:
            return
