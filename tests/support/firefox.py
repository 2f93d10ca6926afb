"""Firefox driven by its own remote protocol (Marionette), for which it needs no other program.

https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html: messages are JSON, each
after its length in bytes and a colon; the commands are those of WebDriver.
"""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.browsers import once_it_can_be_pressed

PROGRAMS = ("firefox-esr", "firefox")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key by which WebDriver names an element."""
_WAIT = 60
"""Seconds until a Firefox that does not answer is given up."""
_PREFERENCES = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.sessionstore.interval": 500,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.navigation.navigationRateLimit.count": 0,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


def program() -> str:
    """The Firefox of this machine; empty where there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), "")


class Firefox:
    """A Firefox with a profile of its own."""

    def __init__(self, port: int) -> None:
        self._socket = _connected(port)
        self._read = self._socket.makefile("rb")
        self._message()
        self._number = 0
        self.ask("WebDriver:NewSession")
        self.ask("WebDriver:SetTimeouts", script=600_000)

    def ask(self, command: str, **parameters: Any) -> Any:
        """What Firefox answers to a command; raises RuntimeError with what it says is wrong."""
        self._number += 1
        text = json.dumps([0, self._number, command, parameters])
        self._socket.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, answer = self._message()
        if error:
            raise RuntimeError(f"{command}: {error}")
        return answer.get("value", answer) if isinstance(answer, dict) else answer

    def open(self, url: str) -> None:
        """Go to a page."""
        self.ask("WebDriver:Navigate", url=url)

    def back(self) -> None:
        """The Back button."""
        self.ask("WebDriver:Back")

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns; it may be awaited."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(arguments))

    def elements(self, css: str) -> list[str]:
        """The elements in view of a page, or of the frame that was entered."""
        look = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.offsetParent)"
        return [each[_ELEMENT] for each in self.run(look, css)]

    def text(self, element: str) -> str:
        """What a person sees of an element."""
        return str(self.ask("WebDriver:GetElementText", id=element))

    def press(self, element: str) -> None:
        """Press an element."""
        once_it_can_be_pressed(lambda: self.ask("WebDriver:ElementClick", id=element))

    def enter(self, frame: str) -> None:
        """Look into a frame."""
        self.ask("WebDriver:SwitchToFrame", element=frame)

    def keys(self, *keys: str) -> None:
        """Press and release keys, one after another."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.ask(
            "WebDriver:PerformActions", actions=[{"type": "key", "id": "k", "actions": actions}]
        )

    def quit(self) -> None:
        """End it, so that all it keeps is written."""
        self.ask("Marionette:Quit", flags=["eAttemptQuit"])
        self._socket.close()

    def _message(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._read.read(1)
        return json.loads(self._read.read(int(length[:-1])))


@contextmanager
def firefox(profile: Path, **preferences: object) -> Iterator[Firefox]:
    """A Firefox without a window; its profile is written when this is left."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    wanted = {**_PREFERENCES, "marionette.port": port, **preferences}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(each)});" for name, each in wanted.items())
    (profile / "user.js").write_text("\n".join(lines))
    command = [program(), "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            driven = Firefox(port)
            yield driven
            driven.quit()
            process.wait(_WAIT)
        finally:
            process.kill()


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + _WAIT
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), _WAIT * 10)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
