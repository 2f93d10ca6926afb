"""Nothing of a conversation is left by a crash, a key or another program that looks."""

import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.talking import ROOT, SHIPPED, TINY
from tests.support.terminals import HOLD, Terminal, opened

ASKED = "Is anyone in danger now?"
NEXT = "How old are you?"

TELLS = """
import ctypes, os, resource, signal
def tell(*_):
    cores, dumpable = resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3)
    os.write(1, f"cores {cores} dumpable {dumpable}".encode())
signal.signal(signal.SIGURG, tell)
"""
"""Before the guide: at SIGURG it tells what would be left of it."""

NOTHING = b"cores (0, 0) dumpable 0"

ENTRY = f"{TELLS}\nimport sys\nfrom guide.cli import entry; entry()"

AS_MANY_CORES_AS_ALLOWED = 'ulimit -S -c "$(ulimit -H -c)"; exec "$@"'


def cored(command: list[str]) -> list[str]:
    """The command, with core files wanted."""
    return ["sh", "-c", AS_MANY_CORES_AS_ALLOWED, "sh", *command]


def in_plain_lines(guide: Terminal) -> None:
    guide.until(lambda: b"\n> " in guide.raw)


def in_the_chat(guide: Terminal) -> None:
    guide.until_live()
    guide.until_shown(ASKED)


def in_plain_lines_after_the_chat(guide: Terminal) -> None:
    in_the_chat(guide)
    guide.type("\x1b[15~")
    in_plain_lines(guide)


def in_the_kiosk(guide: Terminal) -> None:
    guide.until_live()
    guide.type("a")
    guide.until_shown(ASKED)


COMMANDS: dict[str, tuple[list[str], Callable[[Terminal], None]]] = {
    "plain": (["-c", ENTRY, "--plain"], in_plain_lines),
    "chat": (["-c", ENTRY], in_the_chat),
    "plain after the chat": (["-c", ENTRY], in_plain_lines_after_the_chat),
    "kiosk": (["-c", TELLS + HOLD.format(broken="")], in_the_kiosk),
    "practice": (["-c", ENTRY, "practise", "--plain"], in_plain_lines),
    "practice with a group": (["-c", ENTRY, "practise", "--group"], in_plain_lines),
}
"""Each way to hold a conversation, and when it is held."""

IN_LINES = [mode for mode in COMMANDS if mode not in ("chat", "kiosk")]


@contextmanager
def held(mode: str, folder: Path) -> Iterator[Terminal]:
    """A conversation in that mode, in a folder where core files are wanted."""
    arguments, wait = COMMANDS[mode]
    flows = SHIPPED if "practice" in mode else TINY
    into = ["env", "-C", str(folder), sys.executable, *arguments]
    with opened(command=cored(into), environment={"GUIDE_FLOWS": str(flows)}) as guide:
        wait(guide)
        yield guide


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips where this system puts core files somewhere else, so that none would be seen."""
    folder = tmp_path_factory.mktemp("cores")
    dies = [sys.executable, "-c", "import os; os.abort()"]
    subprocess.run(cored(dies), cwd=folder, check=False, capture_output=True)
    if not list(folder.iterdir()):
        pytest.skip("this system leaves no core files in the folder")


@pytest.mark.parametrize("mode", COMMANDS)
def test_the_system_is_told_to_keep_no_picture_of_it(mode: str, tmp_path: Path) -> None:
    """No core file, no dump, no reading of its memory, once anything can be said."""
    if sys.platform != "linux":
        pytest.skip("only Linux can be told so much")
    with held(mode, tmp_path) as guide:
        guide.settle()  # it reads now, so a signal is heard at once
        os.kill(guide.talking, signal.SIGURG)

        guide.until(lambda: NOTHING in guide.raw)


def test_the_same_holds_in_a_pipe(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux can be told so much")
    done = subprocess.Popen(
        [sys.executable, "-c", ENTRY], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "GUIDE_FLOWS": str(TINY)},
    )  # fmt: skip
    assert done.stdin
    assert done.stdout
    done.stdin.write(b"no\n")
    done.stdin.flush()
    shown = b""
    while NEXT.encode() not in shown:
        shown += os.read(done.stdout.fileno(), 4096)
    time.sleep(0.3)  # it reads now, so a signal is heard at once
    done.send_signal(signal.SIGURG)
    while b"cores" not in shown:
        shown += os.read(done.stdout.fileno(), 4096)
    done.communicate(b"x\n")

    assert NOTHING in shown


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize("name", ["SIGABRT", "SIGSEGV"])
@pytest.mark.parametrize("mode", ["plain", "chat", "plain after the chat", "kiosk", "practice"])
def test_a_crash_leaves_no_core_file(mode: str, name: str, tmp_path: Path) -> None:
    """It dies of the signal, and the folder stays empty."""
    with held(mode, tmp_path) as guide:
        guide.type("my uncle zebrafish")
        talking = guide.talking
        os.kill(talking, signal.Signals[name])
        guide.until(lambda: guide.process.poll() is not None or guide.talking != talking)

        assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("mode", IN_LINES)
@pytest.mark.parametrize("typed", ["my uncle zebrafish\r", "my uncle zebrafish"])
def test_ctrl_backslash_hides_as_x_does(mode: str, typed: str, tmp_path: Path) -> None:
    """Ctrl+4 sends the same. Screen, scrollback and title empty; no core file, nothing typed left.

    Half a line is dropped too: the shell is not to get it.
    """
    with held(mode, tmp_path) as guide:
        guide.type(typed)
        guide.until_shown("zebrafish")
        guide.settle()
        guide.type("\x1c")

        assert 0 == guide.ended()
        assert "" == guide.shown
        # Its guardian hides it where the key comes before the guide itself hears of it.
        wiped = guide.raw.removesuffix(b"\x1b[0m")
        assert wiped.endswith(b"\x1b[H\x1b[2J\x1b[3J\x1b]2;\x07")
        assert guide.before == termios.tcgetattr(guide.slave)
        assert [] == list(tmp_path.iterdir())
        os.set_blocking(guide.slave, False)
        with pytest.raises(BlockingIOError):
            os.read(guide.slave, 100)


@pytest.mark.parametrize("mode", IN_LINES)
def test_ctrl_z_and_ctrl_s_do_nothing(mode: str, tmp_path: Path) -> None:
    """It goes on, it shows what comes after, and the line they were pressed in means the same."""
    with held(mode, tmp_path) as guide:
        guide.settle()
        shown = len(guide.raw)
        guide.type("\x1a\x13")
        time.sleep(0.2)
        if sys.platform == "linux":
            assert guide.state in "SR"
        guide.type("help\x13\x1a\r")
        guide.until(lambda: b"0800 1111" in guide.raw[shown:])
        guide.type("x\r")

        assert 0 == guide.ended()
        assert guide.before == termios.tcgetattr(guide.slave)


def test_ctrl_z_and_ctrl_s_leave_nothing_in_the_line(tmp_path: Path) -> None:
    """What is typed before and after them stands there as if they had not been pressed."""
    with held("plain", tmp_path) as guide:
        guide.settle()
        for keys in ("zeb", "\x1a", "ra", "\x13", "fish\x1a"):
            guide.type(keys)
            guide.settle()

        assert guide.shown.endswith("> zebrafish")


def test_ctrl_v_makes_no_key_a_letter(tmp_path: Path) -> None:
    """Ctrl+\\ hides also after it."""
    with held("plain", tmp_path) as guide:
        guide.settle()
        guide.type("zebra\x16\x1c")

        assert 0 == guide.ended()
        assert "" == guide.shown


def test_nothing_typed_is_shown_once_plain_lines_are_left() -> None:
    """Until the process ends, and the next program is not to get it."""
    slow = "from guide.cli import main; main(['--plain']); import time; time.sleep(1)"
    with opened(command=[sys.executable, "-c", slow]) as guide:
        in_plain_lines(guide)
        guide.type("x\r")
        guide.until(lambda: b"\x1b]2;\x07" in guide.raw)
        guide.settle()
        guide.type("zebrafish\r")

        assert 0 == guide.ended()
        assert "" == guide.shown
        assert guide.before == termios.tcgetattr(guide.slave)


@pytest.mark.parametrize("mode", ["plain", "practice with a group"])
def test_a_number_typed_with_ctrl_s_is_that_number(mode: str, tmp_path: Path) -> None:
    with held(mode, tmp_path) as guide:
        guide.type("\x132\x13\r" if mode == "plain" else "go 1\x13\r")

        guide.until_shown(NEXT if mode == "plain" else "Practice.")


WAYS_OUT = {"x": "x\r", "Ctrl+C": "\x03", "Ctrl+D": "\x04", "Ctrl+backslash": "\x1c"}


def test_the_end_of_input_is_heard_after_words_too(tmp_path: Path) -> None:
    """Ctrl+D hands over what is typed; the second is the end of that line, the third leaves."""
    with held("plain", tmp_path) as guide:
        guide.settle()
        guide.type("no\x04")
        guide.settle()
        guide.type("\x04")
        guide.until_shown(NEXT)
        guide.type("\x04")

        assert 0 == guide.ended()


@pytest.mark.parametrize("way", WAYS_OUT)
def test_leaving_plain_lines_gives_the_terminal_back_as_it_was(way: str, tmp_path: Path) -> None:
    """Every setting; meanwhile those of Ctrl+Z and Ctrl+S are off."""
    with held("plain", tmp_path) as guide:
        guide.settle()
        assert guide.before != termios.tcgetattr(guide.slave)
        guide.type(WAYS_OUT[way])

        assert 0 == guide.ended()
        assert guide.before == termios.tcgetattr(guide.slave)


def test_what_breaks_gives_the_terminal_back_as_it_was() -> None:
    """The fail-safe card, and every setting."""
    code = (
        "import guide.front.plain.app as m\n"
        "def boom(*_): raise ZeroDivisionError\n"
        "m.Plain._answer = boom\n"
        "from guide.cli import entry; entry()"
    )
    with opened("--plain", command=[sys.executable, "-c", code]) as guide:
        in_plain_lines(guide)
        guide.type("2\r")

        assert 1 == guide.ended()
        assert "0800 1111" in guide.shown
        assert guide.before == termios.tcgetattr(guide.slave)


WITHOUT = "import sys; sys.modules.update(termios=None, resource=None, ctypes=None)\n"


def test_it_runs_where_a_system_has_none_of_this(tmp_path: Path) -> None:
    """As on Windows: no termios, no resource; and a Python without ctypes."""
    done = subprocess.run(
        [sys.executable, "-c", f"{WITHOUT}from guide.cli import entry; entry()", "--plain"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "GUIDE_FLOWS": str(TINY)},
        cwd=tmp_path, input="no\nx\n", capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert (0, "") == (done.returncode, done.stderr)
    assert NEXT in done.stdout
