"""The guide in a real terminal: a pseudo-terminal whose screen an emulator keeps."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pyte

from tests.support.talking import ROOT, TINY

PATIENCE = 60
"""Seconds to wait for words that must come; only a failing test waits this long."""

GUIDE = [sys.executable, "-m", "guide"]
LIVE = b"\x1b[?2004h"
"""Textual has the terminal: it asks for pasted text to be marked."""

START = "Touch the screen or press any key"
"""What the first screen of a kiosk asks for."""

HOLD = """
import sys
from guide.conversation.conversation import Conversation
from guide.front.kiosk import supervisor
from guide.front.kiosk.state import KioskTalk
from guide.flow.library import load_library
from guide.front.languages import Languages
from guide.kiosk.selfcheck import forbid_writing
from guide.kiosk.site import Site
from guide.i18n.words import Words
from tests.support.talking import ROOT, TINY
library = load_library(str(TINY))
languages = Languages(library.contacts, str(ROOT / "none"))
def begin(code): return KioskTalk(Conversation(library, Words(library.contacts)), languages)
def boom(*a, **k): raise ZeroDivisionError("secret")
{broken}
forbid_writing()
sys.exit(supervisor.kiosk(begin, Site(), 90.0, lambda: None))
"""
"""A kiosk over the tiny flow, with a place for what breaks it."""


class Terminal:
    """A guide in a terminal; its screen is kept by a terminal emulator."""

    def __init__(
        self,
        command: list[str],
        environment: Mapping[str, str],
        take: Callable[[], None] | None = None,
        columns: int = 80,
    ) -> None:
        """`take` makes the terminal its own; with `os.setsid` nobody tells it of a hangup."""
        rows = 30
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._master, slave = pty.openpty()
        self.resize(columns, rows)
        self.before = termios.tcgetattr(slave)
        unwanted = ("COLUMNS", "LINES", "NO_COLOR", "ACCESSIBLE")
        clean = {name: value for name, value in os.environ.items() if name not in unwanted}
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={
                **clean,
                "PYTHONPATH": str(ROOT),
                "GUIDE_FLOWS": str(TINY),
                "GUIDE_LOCALES": str(TINY / "none"),
                "TERM": "xterm-256color",
                **environment,
            },
            preexec_fn=take or _own_terminal,
        )
        self.slave = slave  # kept open, so that the terminal outlives the guide

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def until(self, condition: Callable[[], bool]) -> None:
        """Read until something holds."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, self.shown
            self.read()

    def until_shown(self, words: str) -> str:
        """Read until these words are on the screen; gives the screen."""
        self.until(lambda: words in self.shown)
        return self.shown

    def until_live(self) -> None:
        """Read until Textual has the terminal."""
        self.until(lambda: LIVE in self.raw)

    def read(self, wait: float = 0.05) -> bool:
        """Read what has come; False when nothing has."""
        if not select.select([self._master], [], [], wait)[0]:
            return False
        data = os.read(self._master, 65536)
        self.raw += data
        self._stream.feed(data.replace(b"\x1b[<u", b"").replace(b"\x1b[>25u", b""))
        return True

    def settle(self, wait: float = 0.3) -> None:
        """Read until nothing more comes for so many seconds."""
        while self.read(wait):
            pass

    def type(self, keys: str) -> None:
        """Type these keys."""
        self.send(keys.encode())

    def send(self, data: bytes) -> None:
        """Send these bytes, as a terminal may."""
        os.write(self._master, data)

    def click(self, words: str) -> None:
        """Press the mouse's button on these words."""
        row, line = next(at for at in enumerate(self.screen.display) if words in at[1])
        place = f"0;{line.index(words) + 1};{row + 1}"
        self.type(f"\x1b[<{place}M\x1b[<{place}m")

    def ended(self) -> int:
        """Read until it has ended; gives the exit status."""
        self.until(lambda: self.process.poll() is not None)
        self.settle(0.05)
        assert self.process.returncode is not None
        return self.process.returncode

    def taken_away(self) -> int:
        """Take the terminal away under the guide; gives the exit status."""
        os.close(self.slave)
        os.close(self._master)
        try:
            return self.process.wait(PATIENCE)
        finally:
            self._master, self.slave = os.openpty()

    @property
    def talking(self) -> int:
        """The process that holds the conversation: a child of the guardian's, where it has one."""
        return next(iter(children(self.process.pid)), self.process.pid)

    @property
    def state(self) -> str:
        """How the system says that its process is: R runs, S waits, T is stopped."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0]

    @property
    def shown(self) -> str:
        """The words on the screen now."""
        return "\n".join(line.rstrip() for line in self.screen.display).strip()

    def close(self) -> None:
        """End whatever still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.slave)
        os.close(self._master)


def children(pid: int) -> list[int]:
    """The processes that a process has started and that are still there, the eldest first."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(number) for number in file.read().split()]
    except FileNotFoundError:
        return []


def _own_terminal() -> None:
    # Whatever ran the tests may ignore Ctrl+C; a person's terminal does not.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@contextmanager
def opened(
    *arguments: str,
    command: list[str] | None = None,
    environment: Mapping[str, str] | None = None,
    take: Callable[[], None] | None = None,
    columns: int = 80,
) -> Iterator[Terminal]:
    """A guide over the tiny flow in a terminal, ended with the block."""
    guide = Terminal([*(command or GUIDE), *arguments], environment or {}, take, columns)
    try:
        yield guide
    finally:
        guide.close()


def kiosk_command(broken: str = "") -> list[str]:
    """What starts a kiosk over the tiny flow, that breaks where these lines make it."""
    return [sys.executable, "-c", HOLD.format(broken=broken)]
