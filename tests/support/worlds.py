"""Worlds that the guide is installed into: a Python, and which versions of its packages are there.

Installing needs the network, so only tests marked `soak` do. A world is another Python or other
versions: one line in PYTHONS or VERSIONS.
"""

import fcntl
import os
import pty
import shutil
import struct
import subprocess
import sys
import termios
import tomllib
from pathlib import Path
from typing import NamedTuple

from tests.support.talking import ROOT

PATIENCE = 900
"""Seconds that one command may take on a slow machine."""


def oldest() -> tuple[str, ...]:
    """The oldest versions that pyproject.toml allows, each as a requirement."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return tuple(bound.replace(">=", "==") for bound in project["dependencies"])


def pythons() -> tuple[str, ...]:
    """The Python that runs the tests, then each other one from 3.11 up that can be found here."""
    folders = [*map(str, Path.home().glob(".pyenv/versions/*/bin")), os.environ.get("PATH", "")]
    at_hand = {f"{sys.version_info.major}.{sys.version_info.minor}": sys.executable}
    for minor in range(11, 21):
        path = shutil.which(f"python3.{minor}", path=os.pathsep.join(folders))
        if path and f"3.{minor}" not in at_hand and _starts(path):
            at_hand[f"3.{minor}"] = path
    return tuple(at_hand.values())


def _starts(python: str) -> bool:
    """Whether it is one that can make worlds: some names lead nowhere, and some lack venv."""
    asked = [python, "-c", "import ensurepip, venv"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


PYTHONS = pythons()
VERSIONS: dict[str, tuple[str, ...]] = {
    "newest": (str(ROOT),),
    "oldest": (*oldest(), str(ROOT)),
    "tested": (f"{ROOT}[tested]",),
}
"""What is asked for; the newest are what anybody gets who asks for the guide and no more."""


class World(NamedTuple):
    """A folder with a guide installed."""

    folder: Path

    @property
    def python(self) -> str:
        """Its Python."""
        return str(self.folder / "bin" / "python")

    @property
    def guide(self) -> str:
        """Its `guide`."""
        return str(self.folder / "bin" / "guide")

    @property
    def elsewhere(self) -> Path:
        """An empty folder far from any checkout."""
        folder = self.folder / "elsewhere"
        folder.mkdir(exist_ok=True)
        return folder

    def run(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Run its `guide` from elsewhere, with `typed` as its standard input."""
        return subprocess.run(
            [self.guide, *arguments],
            input=typed,
            capture_output=True,
            encoding="utf-8",
            cwd=self.elsewhere,
            env=clean(),
            timeout=PATIENCE,
            check=False,
        )

    def run_in_terminal(self, *arguments: str) -> tuple[int, str]:
        """Run its `guide` from elsewhere in a terminal; gives its status and what it logs."""
        master, slave = pty.openpty()
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 80, 0, 0))
        try:
            done = subprocess.run(
                [self.guide, *arguments],
                stdin=slave,
                stdout=slave,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                cwd=self.elsewhere,
                env={**clean(), "TERM": "xterm-256color"},
                timeout=PATIENCE,
                check=False,
            )
        finally:
            os.close(master)
            os.close(slave)
        return done.returncode, done.stderr

    def versions(self) -> str:
        """Its Python, and every package with its version, in one line."""
        listed = pip(self.python, "list", "--format=freeze").stdout.split()
        tools = ("pip==", "setuptools==", "should-i-report")
        packages = [one for one in listed if not one.startswith(tools)]
        asked = [self.python, "--version"]
        python = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True).stdout
        return f"{python.strip()}: {', '.join(packages)}"


def install(python: str, versions: tuple[str, ...], folder: Path) -> World:
    """The checkout installed as anybody would, by a Python, with these versions."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True, timeout=PATIENCE)
    world = World(folder)
    done = pip(world.python, "install", "--quiet", *versions)
    assert 0 == done.returncode, done.stderr
    return world


def can_be_had(folder: Path) -> bool:
    """Whether packages can be downloaded here at all."""
    wanted = ("download", "--quiet", "--no-deps", "--dest", str(folder), oldest()[0])
    return pip(sys.executable, *wanted).returncode == 0


def pip(python: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python's own pip."""
    return subprocess.run(
        [python, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=clean(),
        timeout=PATIENCE,
        check=False,
    )


def clean() -> dict[str, str]:
    """The environment without what points back to this checkout or asks for a language."""
    ours = ("GUIDE_", "PYTHON", "LC_", "LANG", "COLUMNS", "LINES", "ACCESSIBLE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "LC_ALL": "C.UTF-8"}
