"""The guide under Windows: its consoles, its pipes and its code pages, as far as Linux can tell.

Nothing here has seen a real Windows: what its console answers is as its documentation says.
"""

import atexit
import os
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from guide.front import windows
from guide.front.plain import lines
from tests.support.talking import ROOT, TINY
from tests.support.terminals import Terminal, children, opened
from tests.support.windows_console import CODES, KEY_CODES, OUTPUT, Kernel

FIRST, SECOND = "in danger", "How old are you?"
SECRET = "zebrafish"


@pytest.mark.parametrize(
    ("kernel", "takes", "after"),
    [
        (Kernel(), True, 3 | CODES),
        (Kernel("keys hides"), False, 3),
        (Kernel("codes keys"), False, 3),
    ],
    ids=["Windows 10", "an old console", "one that shows them"],
)
def test_a_console_is_asked_to_take_codes_and_set_as_it_was(
    kernel: Kernel, takes: bool, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hiding clears what can be cleared; the next program finds the console as it was."""
    at_end = list[tuple[Any, ...]]()
    monkeypatch.setattr(atexit, "register", lambda *call: at_end.append(call))

    assert takes == windows.Console(kernel).takes_codes()
    assert after == kernel.modes[OUTPUT]
    for do, *arguments in at_end:
        do(*arguments)
    assert kernel.modes[OUTPUT] == 3
    assert kernel.cursor == 0


def test_what_is_no_console_takes_no_codes() -> None:
    """A pipe, or a file."""
    kernel = Kernel()
    kernel.modes.clear()

    assert not windows.Console(kernel).takes_codes()
    assert not windows.Console(kernel).can_hold_a_chat()


@pytest.mark.parametrize(
    ("knows", "can"),
    [
        ("codes keys hides", True),
        ("codes hides", False),
        ("keys hides", False),
        ("codes keys", False),
    ],
    ids=["Windows 10", "before 1809", "an old console", "one that shows codes"],
)
def test_a_chat_is_held_where_the_console_can_and_nothing_is_changed_by_asking(
    knows: str, can: bool
) -> None:
    """Else it is plain lines, which need nothing of a console."""
    kernel = Kernel(knows)
    before = dict(kernel.modes)

    assert can == windows.Console(kernel).can_hold_a_chat()
    assert before == kernel.modes
    assert kernel.cursor == 0


class Window:
    """A window that is written to."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass

    def fileno(self) -> int:
        raise OSError


@pytest.mark.parametrize("knows", ["codes hides", ""], ids=["takes codes", "an old console"])
def test_x_clears_a_window_of_windows(knows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which has no TERM: by codes where it takes them, else by a call; what was typed goes too.

    Its arrow keys bring back the lines that were typed to a program, also after it has ended.
    """
    kernel = Kernel(knows)
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.setattr(atexit, "register", lambda *_: None)
    monkeypatch.setattr(windows, "console", lambda: windows.Console(kernel))
    window = Window()
    terminal = lines.LineTerminal(window, None)  # type: ignore[arg-type]

    assert not terminal.keeps_lines
    terminal.clear()
    assert bool(knows) == ("\x1b[3J" in window.text)
    assert bool(knows) == bool(kernel.lines)
    assert "lines of python.exe forgotten" in kernel.calls
    assert "\n" not in window.text


def test_on_other_systems_there_is_no_such_console() -> None:
    assert (sys.platform == "win32") == (windows.console() is not None)


# -- the chat on a console that a Unix terminal stands in for


@contextmanager
def chat(folder: Path, knows: str = "codes keys hides") -> Iterator[Terminal]:
    """A guide that takes itself for one on Windows."""
    program = [sys.executable, "-m", "tests.support.windows_console", str(folder / "told"), knows]
    with opened(command=program) as guide:
        yield guide


def set_to(folder: Path) -> list[list[int]]:
    """How the console was set to hear and to write, each time."""
    told = (folder / "told").read_text("ascii").splitlines()
    return [[int(mode) for mode in line.split()] for line in told]


def test_the_chat_is_held_and_hidden_on_a_console(tmp_path: Path) -> None:
    """No parent waits behind it. The console is as it was, and nothing of the talk is left."""
    with chat(tmp_path) as guide:
        guide.until_live()
        guide.type("2")
        guide.until_shown(SECOND)
        assert [] == children(guide.process.pid)
        guide.type(SECRET)
        guide.until_shown(f"> {SECRET}")
        guide.type("\x1b")
        guide.until(lambda: SECRET not in guide.shown)
        guide.type("a")
        guide.until_shown(f"> {SECRET}")
        guide.type("\x03")

        assert 0 == guide.ended()
        assert "" == guide.shown
        assert guide.raw.endswith(b"\x1b[2J\x1b[3J\x1b]2;\x07")
        assert [0x1F7, 3] == set_to(tmp_path)[-1]
        hears, shows = set_to(tmp_path)[-3]
        assert (KEY_CODES | 0x80, 3 | CODES | 8) == (hears, shows)
        assert guide.before == termios.tcgetattr(guide.slave)


def test_ctrl_c_hides_before_textual_is_there(tmp_path: Path) -> None:
    """Then it is a signal, and the first screen goes at once."""
    with chat(tmp_path) as guide:
        guide.until_shown("0800 1111")
        guide.type("\x03")

        assert 0 == guide.ended()
        assert "" == guide.shown
        assert [0x1F7, 3] == set_to(tmp_path)[-1]


def test_a_letter_that_comes_in_two_pieces_ends_nothing(tmp_path: Path) -> None:
    """Textual's own reader of a Windows console would be deaf from there on."""
    with chat(tmp_path) as guide:
        guide.until_live()
        guide.type(f"{SECRET} \U0001f600 fin")
        guide.until_shown("fin")
        guide.type("\x1b[A\x03")
        assert 0 == guide.ended()


def test_a_console_that_is_gone_ends_it(tmp_path: Path) -> None:
    with chat(tmp_path) as guide:
        guide.until_live()
        guide.type("\ufffd")
        assert 0 == guide.ended()


def test_a_window_that_changes_is_drawn_anew(tmp_path: Path) -> None:
    """Windows sends no signal for that."""
    with chat(tmp_path) as guide:
        guide.until_live()
        guide.settle()
        guide.resize(60, 24)
        guide.until(lambda: "Hide this" in guide.screen.display[23])
        assert len(guide.screen.display) == 24


def test_the_chat_goes_on_in_plain_lines(tmp_path: Path) -> None:
    """With the console as lines need it; `x` clears it, and it is as it was."""
    with chat(tmp_path) as guide:
        guide.until_live()
        guide.type("2")
        guide.until_shown(SECOND)
        guide.type("\x1b[15~")
        guide.until(lambda: guide.raw.rstrip().endswith(b">"))
        guide.type("x\r")

        assert 0 == guide.ended()
        assert "" == guide.shown
        assert [0x1F7, 3] == set_to(tmp_path)[-1]


def test_an_old_console_is_given_plain_lines(tmp_path: Path) -> None:
    with chat(tmp_path, knows="codes hides") as guide:
        guide.until(lambda: b"\n> " in guide.raw)
        guide.type("2\r")
        guide.until_shown(SECOND)
        assert b"\x1b[?1049h" not in guide.raw


def said(typed: bytes, encoding: str) -> str:
    """What plain mode says to these bytes from a pipe, on a system with this code page."""
    done = subprocess.run(
        [sys.executable, "-m", "guide", "--plain"],
        input=typed,
        capture_output=True,
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONIOENCODING": encoding,
            "GUIDE_FLOWS": str(TINY),
            "GUIDE_LOCALES": str(TINY / "none"),
        },
        timeout=60,
        check=False,
    )
    assert (0, b"") == (done.returncode, done.stderr)
    return done.stdout.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp437", "cp850"])
@pytest.mark.parametrize(
    "mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe"], ids=["none", "UTF-8", "UTF-16"]
)
def test_a_mark_before_the_first_line_is_no_part_of_it(encoding: str, mark: bytes) -> None:
    """PowerShell's pipes begin with a byte order mark, whatever the code page (65001 is UTF-8)."""
    words = said(mark + b"2\r\nx\r\n", encoding)

    assert FIRST in words
    assert SECOND in words


def test_a_pipe_of_sixteen_bits_is_heard() -> None:
    """As `Set-Content -Encoding Unicode` writes it, read as UTF-8."""
    assert SECOND in said("\ufeff2\r\nx\r\n".encode("utf-16-le"), "utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
def test_what_a_code_page_lacks_is_written_otherwise(encoding: str) -> None:
    """Straight quotes for curly ones; no question mark stands for a letter of English."""
    words = said(b"x\r\n", encoding)

    assert "I'm" in words or "I\u2019m" in words
    assert "I?m" not in words
