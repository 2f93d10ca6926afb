"""A link's code as real terminals draw it, under a display of their own, read by a real decoder.

Each test is left out where its terminal, Xvfb, ImageMagick or zbar is not installed.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.talking import ROOT
from tests.test_every_window import ENDING, led
from tests.test_right_to_left_pictures import PATIENCE, display, need, running

pytestmark = pytest.mark.soak

PAINT = f"""
import sys, time
from guide.front.chat.draw import first_paint, themes
from guide.front.chat.draw.text import Action
from guide.front.chat.page import draw_page
from tests.test_every_window import led
at = led({ENDING!r})
draw_page(at, 80, 24)
at.do(Action("code"))
class Terminal:
    write = sys.stdout.write
    flush = sys.stdout.flush
first_paint.paint(Terminal, draw_page(at, 80, 24).painted, themes.DARK)
time.sleep(120)
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The program that paints a code."""
    file = tmp_path / "paint.py"
    file.write_text(PAINT, encoding="utf-8")
    return file


def decoded(of: str, folder: Path) -> str:
    """What zbar reads on a display, as soon as it reads anything."""
    picture = folder / "code.png"
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        take = ["import", "-window", "root", str(picture)]
        subprocess.run(take, env={**os.environ, "DISPLAY": of}, check=False)
        read = ["zbarimg", "--quiet", "--raw", str(picture)]
        done = subprocess.run(read, capture_output=True, text=True, check=False)
        if done.stdout:
            return done.stdout.strip()
        time.sleep(0.5)
    return ""


@pytest.mark.parametrize("size", [9, 11, 14])
def test_a_decoder_reads_the_code_in_xterm(script: Path, tmp_path: Path, size: int) -> None:
    need("xterm", "zbarimg")
    font = ["-fa", "DejaVu Sans Mono", "-fs", str(size), "-b", "0"]
    command = ["xterm", *font, "-geometry", "80x24+0+0", "-e", sys.executable, str(script)]
    with display() as name, running(command, DISPLAY=name):
        assert led(ENDING).telling.links[0] == decoded(name, tmp_path)


def test_a_decoder_reads_the_code_in_foot(script: Path, tmp_path: Path) -> None:
    """The kiosk's terminal, with the kiosk's own settings but for the size of its letters."""
    need("foot", "weston", "zbarimg")
    tmp_path.chmod(0o700)
    weston = ["weston", "--backend=x11-backend.so", "--use-pixman", "--socket=guide-test"]
    weston += ["--width=1000", "--height=600", "--shell=kiosk-shell.so", "--no-config"]
    foot = ["foot", "-c", str(ROOT / "deploy" / "kiosk" / "foot.ini")]
    foot += ["-o", "main.font=DejaVu Sans Mono:size=12", "-o", "main.pad=0x0"]
    where = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "guide-test"}
    with display() as name, running(weston, DISPLAY=name, XDG_RUNTIME_DIR=str(tmp_path)):
        while not (tmp_path / "guide-test").exists():
            time.sleep(0.2)
        with running([*foot, sys.executable, str(script)], **where):
            assert led(ENDING).telling.links[0] == decoded(name, tmp_path)
