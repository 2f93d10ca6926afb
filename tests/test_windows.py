"""Plain lines under Windows: its consoles, its pipes and its code pages, as far as Linux can tell.

Nothing here has seen a real Windows: what its console answers is as its documentation says.
"""

import atexit
import os
import subprocess
import sys
from typing import Any

import pytest

from guide.front.plain import lines, windows
from tests.support.talking import ROOT, TINY

FIRST, SECOND = "in danger", "How old are you?"
CODES = 0x0004


class Kernel:
    """A console as kernel32 tells of it: the way it writes now, and the ways it knows."""

    def __init__(self, mode: int, known: int = 0xFF, *, is_console: bool = True) -> None:
        self.mode, self.known, self.is_console = mode, known, is_console

    def GetStdHandle(self, number: int) -> int:  # noqa: N802
        return number

    def GetConsoleMode(self, _: int, mode: Any) -> bool:  # noqa: N802
        mode._obj.value = self.mode
        return self.is_console

    def SetConsoleMode(self, _: int, mode: int) -> bool:  # noqa: N802
        if mode & ~self.known:
            return False
        self.mode = mode
        return True


@pytest.mark.parametrize(
    ("kernel", "takes", "after"),
    [
        (Kernel(3), True, 3 | CODES),
        (Kernel(3 | CODES), True, 3 | CODES),
        (Kernel(3, known=3), False, 3),
        (Kernel(0, is_console=False), False, 0),
    ],
    ids=["Windows 10", "Windows Terminal", "an old console", "no console"],
)
def test_a_console_is_asked_to_take_codes_and_set_as_it_was(
    kernel: Kernel, takes: bool, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hiding clears what can be cleared; the next program finds the console as it was."""
    before, at_end = kernel.mode, list[tuple[Any, ...]]()
    monkeypatch.setattr(atexit, "register", lambda *call: at_end.append(call))

    assert takes == windows.Console(kernel).takes_codes()
    assert after == kernel.mode
    for do, *arguments in at_end:
        do(*arguments)
    assert before == kernel.mode


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


@pytest.mark.parametrize("takes", [True, False], ids=["takes codes", "an old console"])
def test_x_clears_a_window_of_windows(takes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which has no TERM: with what can be scrolled back to where it can, else scrolled empty."""
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.setattr(lines, "IS_WINDOWS", True)
    monkeypatch.setattr(windows, "takes_codes", lambda: takes)
    window = Window()

    lines.LineTerminal(window, None).clear()  # type: ignore[arg-type]
    assert takes == ("\x1b[3J" in window.text)
    assert takes or "\n" * 25 in window.text


def test_on_other_systems_there_is_no_such_console() -> None:
    assert sys.platform == "win32" or not windows.takes_codes()


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
