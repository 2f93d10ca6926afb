"""Urdu as real terminals draw it, under a display of their own: pictures, looked at cell by cell.

Each test is left out where its terminal, Xvfb or ImageMagick is not installed.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.talking import ROOT

pytestmark = pytest.mark.soak

WIDTH, HEIGHT = 1000, 600
COLUMNS = 40
PATIENCE = 60.0
"""Seconds to wait for a picture at most; a slow machine only makes the test slow."""

# A light word first and a heavy, joined one last: painted from the right, the heavy one is left.
PAINT = f"""
import sys, time
from guide.front.chat.draw.order import ordered
from guide.front.codes import BORROW
words = ordered("\\u06d4" * 10 + " " + "\\u06a9" * 10, from_right=True)
begin = BORROW if sys.argv[1] == "told" else "\\x1b[H\\x1b[2J\\x1b[?25l"
sys.stdout.write(begin + "\\x1b[97;40m\\x1b[1;1H" + "\\u2588" * {COLUMNS} + "\\x1b[2;10H" + words)
sys.stdout.flush()
time.sleep(120)
"""

VTE = """
import sys, gi
gi.require_version("Gtk", "3.0")
gi.require_version("Vte", "2.91")
from gi.repository import GLib, Gtk, Pango, Vte
window, terminal = Gtk.Window(), Vte.Terminal()
terminal.set_size(int(sys.argv[1]), 10)
terminal.set_font(Pango.FontDescription("DejaVu Sans Mono 14"))
window.add(terminal)
flags = Vte.PtyFlags.DEFAULT, GLib.SpawnFlags.DEFAULT
terminal.spawn_sync(flags[0], None, sys.argv[2:], None, flags[1], None, None)
window.show_all()
Gtk.main()
"""
WITH_VTE = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('Vte', '2.91')"
SYSTEM_PYTHON = "/usr/bin/python3"
"""Where a system keeps what talks to its libraries."""


class Picture(NamedTuple):
    """A screen as bytes, one a point; bright is ink."""

    points: bytes

    def has_ink(self, x: int, top: int, bottom: int) -> bool:
        """Whether there is ink in a column of points."""
        return any(self.points[y * WIDTH + x] > 100 for y in range(top, bottom))

    def full_row(self) -> tuple[int, int, int, int] | None:
        """The left, right, top and bottom of the row of full cells; None before it is painted."""
        wide = [y for y in range(HEIGHT) if self._longest(y) > COLUMNS * 6]
        if not wide:
            return None
        top = wide[0]
        bottom = next(y for y in range(top, HEIGHT) if self._longest(y) <= COLUMNS * 6)
        row = self.points[(top + 2) * WIDTH : (top + 3) * WIDTH]
        bright = [x for x in range(WIDTH) if row[x] > 200]
        return bright[0], bright[-1] + 1, top, bottom

    def _longest(self, y: int) -> int:
        row = self.points[y * WIDTH : (y + 1) * WIDTH]
        return max(map(len, bytes(255 if point > 200 else 0 for point in row).split(b"\0")))


def need(*commands: str) -> None:
    """Leave the test out where one of these is missing."""
    for command in (*commands, "Xvfb", "import"):
        if not shutil.which(command):
            pytest.skip(f"{command} is not installed")


@contextlib.contextmanager
def running(command: Sequence[str], **environ: str) -> Iterator[subprocess.Popen[str]]:
    """A program that is ended with the block."""
    process = subprocess.Popen(
        command,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), **environ},
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


@contextlib.contextmanager
def display() -> Iterator[str]:
    """An X display that nobody sees."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
    with running(command) as server:
        assert server.stdout
        yield f":{server.stdout.readline().strip()}"


def picture(of: str) -> Picture:
    """A picture of a display, once both rows are painted."""
    deadline = time.monotonic() + PATIENCE
    command = ["import", "-window", "root", "-colorspace", "Gray", "-depth", "8", "gray:-"]
    while time.monotonic() < deadline:
        done = subprocess.run(
            command,
            env={**os.environ, "DISPLAY": of},
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        taken = Picture(done.stdout)
        if len(taken.points) == WIDTH * HEIGHT and (full := taken.full_row()):
            left, right, top, bottom = full
            below = range(left, right)
            if any(taken.has_ink(x, bottom, 2 * bottom - top) for x in below):
                return taken
        time.sleep(0.5)
    raise AssertionError("nothing was painted")


def inked_cells(taken: Picture) -> tuple[list[int], list[int]]:
    """The cells of the second row with ink in the middle, and those joined with the next."""
    full = taken.full_row()
    assert full
    left, right, top, bottom = full
    size = (right - left) / COLUMNS
    rows = bottom + 1, 2 * bottom - top
    columns = [taken.has_ink(x, *rows) for x in range(left, right)]
    cells = range(COLUMNS)
    # A full stop of Urdu is short: ink over most of a cell is a letter.
    inked = [n for n in cells if sum(columns[round(n * size) : round((n + 1) * size)]) > size * 0.7]
    ends = [round((n + 1) * size) for n in cells]
    return inked, [n for n, end in zip(cells, ends, strict=True) if all(columns[end - 1 : end + 1])]


def is_as_urdu_is_written(taken: Picture) -> bool:
    """Whether the heavy word stands left of the light one, its letters joined."""
    inked, joined = inked_cells(taken)
    heavy = list(range(9, 19))
    return set(heavy) <= set(inked) and set(heavy[:-1]) <= set(joined) and 29 not in inked


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The program that paints."""
    file = tmp_path / "paint.py"
    file.write_text(PAINT, encoding="utf-8")
    return file


def test_xterm_draws_it_joined_and_from_the_right(script: Path) -> None:
    need("xterm")
    looks = ["-fa", "DejaVu Sans Mono", "-fs", "14", "-bg", "black", "-fg", "white", "-b", "0"]
    with display() as name:
        command = ["xterm", *looks, "-geometry", f"{COLUMNS}x10+0+0", "-e"]
        with running([*command, sys.executable, str(script), "told"], DISPLAY=name):
            assert is_as_urdu_is_written(picture(name))


@pytest.mark.parametrize("told", ["told", "not told"])
def test_vte_draws_it_so_where_it_is_told_to_keep_off(script: Path, told: str) -> None:
    """And where it is not told, it turns the order round: the picture can show the fault."""
    need("dbus-run-session")
    tried = subprocess.run([SYSTEM_PYTHON, "-c", WITH_VTE], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("VTE is not installed")
    window = script.with_name("vte.py")
    window.write_text(VTE, encoding="utf-8")
    command = ["dbus-run-session", "--", SYSTEM_PYTHON, str(window), str(COLUMNS)]
    command += [sys.executable, str(script), told]
    with display() as name, running(command, DISPLAY=name):
        assert (told == "told") == is_as_urdu_is_written(picture(name))


def test_foot_draws_it_joined_and_from_the_right(script: Path, tmp_path: Path) -> None:
    """The kiosk's terminal, with the kiosk's own settings but for the size of its letters."""
    need("foot", "weston")
    tmp_path.chmod(0o700)
    weston = ["weston", "--backend=x11-backend.so", "--use-pixman", "--socket=guide-test"]
    weston += [f"--width={WIDTH}", f"--height={HEIGHT}", "--shell=kiosk-shell.so", "--no-config"]
    foot = ["foot", "-c", str(ROOT / "deploy" / "kiosk" / "foot.ini")]
    foot += ["-o", "main.font=DejaVu Sans Mono:size=12", "-o", "main.pad=0x0"]
    where = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "guide-test"}
    with display() as name, running(weston, DISPLAY=name, XDG_RUNTIME_DIR=str(tmp_path)):
        while not (tmp_path / "guide-test").exists():
            time.sleep(0.2)
        with running([*foot, sys.executable, str(script), "told"], **where):
            assert is_as_urdu_is_written(picture(name))
