"""The guide in a real terminal: what is on the screen, and what is left of it afterwards."""

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
from collections.abc import Iterator
from contextlib import contextmanager

import pyte
import pytest

from tests.talking import ROOT, TINY

PATIENCE = 30
"""Seconds to wait for words that must come; only a failing test waits this long."""


class Terminal:
    """A guide running in a pseudo-terminal, its screen kept by a terminal emulator."""

    def __init__(self, *arguments: str, columns: int = 80, rows: int = 40, term: str = "xterm"):
        self.screen = pyte.HistoryScreen(columns, rows, history=1000)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {
            name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")
        }
        environment |= {"PYTHONPATH": str(ROOT), "TERM": term, "GUIDE_FLOWS": str(TINY)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "guide", *arguments],
            stdin=slave, stdout=slave, stderr=slave, env=environment,
            preexec_fn=_own_terminal, close_fds=True,
        )  # fmt: skip
        os.close(slave)

    def read_until(self, words: str) -> str:
        """Read until these words are on the screen; gives the screen."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.shown and time.monotonic() < deadline:
            if not self.read_more():
                break
        assert words in self.shown, self.shown
        return self.shown

    def read_more(self) -> bool:
        """Read what has come, waiting a little; False when nothing more can come."""
        ready, _, _ = select.select([self._master], [], [], 0.5)
        if not ready:
            return self.process.poll() is None
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def type(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._master, keys.encode())

    def leave(self) -> int:
        """Read to the end; gives the exit status."""
        deadline = time.monotonic() + PATIENCE
        while self.read_more() and time.monotonic() < deadline:
            pass
        return self.process.wait(PATIENCE)

    @property
    def shown(self) -> str:
        """The words on the screen now."""
        return "\n".join(line.rstrip() for line in self.screen.display).strip()

    def close(self) -> None:
        """End whatever still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)


def _own_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@contextmanager
def terminal(*arguments: str, columns: int = 80, term: str = "xterm") -> Iterator[Terminal]:
    opened = Terminal("--plain", *arguments, columns=columns, term=term)
    try:
        yield opened
    finally:
        opened.close()


def hang_up(opened: Terminal) -> None:
    opened.process.send_signal(signal.SIGHUP)


def kill_politely(opened: Terminal) -> None:
    opened.process.send_signal(signal.SIGTERM)


WAYS_OUT = {
    "x": lambda opened: opened.type("x\n"),
    "Ctrl+C": lambda opened: opened.type("\x03"),
    "Ctrl+D": lambda opened: opened.type("\x04"),
    "a hangup": hang_up,
    "a polite kill": kill_politely,
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_leaving_clears_the_screen_and_what_could_be_scrolled_back_to(way: str) -> None:
    """However a person leaves: nothing left on screen, scrollback and title cleared, status 0."""
    with terminal() as opened:
        opened.read_until("I'm not sure")
        opened.type("no\n")
        opened.read_until("How old are you?")

        WAYS_OUT[way](opened)

        assert 0 == opened.leave()
        assert "" == opened.shown
        assert b"\x1b[2J\x1b[3J" in opened.raw
        assert opened.raw.index(b"\x1b[2J") < opened.raw.index(b"\x1b[3J")
        assert b"\x1b]2;\x07" in opened.raw


def test_restart_clears_what_was_said_before_the_first_screen_comes() -> None:
    """The next person at the same screen cannot scroll back to the last one's answers."""
    with terminal() as opened:
        opened.read_until("I'm not sure")
        opened.type("no\n")
        opened.read_until("How old are you?")
        opened.type("restart\n")
        opened.read_until("Is anyone in danger now?")
        while b"\x1b[3J" not in opened.raw:
            assert opened.read_more()
        opened.read_until("I'm not sure")

        assert "How old" not in opened.shown


def test_a_terminal_that_cannot_clear_is_scrolled_empty() -> None:
    """TERM=dumb gets no escape sequence, and still shows nothing afterwards."""
    with terminal(term="dumb") as opened:
        opened.read_until("I'm not sure")
        opened.type("x\n")

        assert 0 == opened.leave()
        assert "" == opened.shown
        assert b"\x1b" not in opened.raw


def test_the_first_screen_fits_a_small_terminal_in_width() -> None:
    """At 20 columns every line still fits, number and all."""
    with terminal(columns=20) as opened:
        shown = opened.read_until("I'm not sure")

        assert "0800 1111" in shown
        assert all(len(line) <= 20 for line in shown.splitlines())


def test_no_colour_and_no_cursor_play() -> None:
    """Before leaving, plain mode writes words only: nothing a screen reader would stumble on."""
    with terminal() as opened:
        opened.read_until("I'm not sure")

        assert b"\x1b" not in opened.raw
