"""The kiosk in a real terminal: no way out, whole again whatever breaks, nothing written."""

import fcntl
import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from guide.front.kiosk.app import TURN
from tests.support.talking import ROOT, SHIPPED
from tests.support.terminals import GUIDE, START, Terminal, children, kiosk_command, opened
from tests.support.watching import needs_strace, trace_lines, traced, watched, writes

FIRST = "Is anyone in danger now?"
SECOND = "How old are you?"
CARD = "Sorry, this guide has stopped working."


def held(
    broken: str = "", environment: Mapping[str, str] | None = None
) -> AbstractContextManager[Terminal]:
    """A kiosk over the tiny flow in a terminal, that breaks where these lines make it."""
    return opened(command=kiosk_command(broken), environment=environment)


def begun(kiosk: Terminal) -> None:
    """Wait until it is open, and answer one question."""
    kiosk.until_live()
    kiosk.until_shown(START)
    kiosk.type("a")
    kiosk.until_shown(FIRST)
    kiosk.type("2")
    kiosk.until_shown(SECOND)


KEYS = {
    "Ctrl+C": "\x03",
    "Ctrl+backslash": "\x1c",
    "Ctrl+Z": "\x1a",
    "Ctrl+Y": "\x19",
    "Ctrl+D": "\x04",
    "Ctrl+S": "\x13",
    "Ctrl+O": "\x0f",
    "Ctrl+V and Ctrl+C": "\x16\x03",
    "Esc Esc": "\x1b\x1b",
    "x": "x\r",
    "quit": "quit\r",
    "F1 to F12": "".join(f"\x1b[{n}~" for n in (11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24)),
    "a paste": "\x1b[200~x\r\x03\x04\x1b[201~",
    "a paste without an end": "\x1b[200~x\r",
    "broken sequences": "\x1b[<0;1;\x1b]52;c;?\x07\x1bP\x1b\\\x9b",
    "bytes that are no text": "\x00\x7f\x80",
}


def test_no_key_leaves_it_in_a_real_terminal() -> None:
    """Each in turn, on the first screen and in a conversation: the same process goes on."""
    with held() as kiosk:
        kiosk.until_live()
        kiosk.until_shown(START)
        for keys in KEYS.values():
            for start in ("", "a2"):
                kiosk.type(start)
                kiosk.read(0.1)
                kiosk.send(keys.encode("latin-1"))
                kiosk.settle(0.05)
        kiosk.type("\x1b[201~")
        kiosk.until(lambda: b"999" in kiosk.shown.encode())

        assert kiosk.process.poll() is None
        assert kiosk.state in "SR"


def test_keys_typed_while_it_starts_leave_nothing_either() -> None:
    """From the first word on, before Textual is there."""
    with held() as kiosk:
        kiosk.until_shown("0800 1111")
        kiosk.type("\x03\x1c\x1a\x04\x13")
        kiosk.until_live()
        kiosk.settle()
        kiosk.type("a")
        kiosk.until_shown(FIRST)

        assert kiosk.process.poll() is None


def test_hiding_clears_the_scrollback_and_shows_the_first_screen() -> None:
    """And the next person finds nothing by Back."""
    with held() as kiosk:
        begun(kiosk)
        start = len(kiosk.raw)
        kiosk.type("\x03")
        kiosk.until_shown(START)

        assert b"\x1b[2J\x1b[3J\x1b]2;\x07" in kiosk.raw[start:]
        assert SECOND not in kiosk.shown
        kiosk.type("\x1b[B")
        kiosk.until_shown(FIRST)
        kiosk.type("\x1b")
        kiosk.settle()
        assert SECOND not in kiosk.shown


BREAKING = {
    "a key": "import guide.front.chat.app as m; m.keys.pressed = boom",
    "leaving": "def leave(*a): raise SystemExit(0)\nsupervisor.KioskTerminal.leave = leave",
    "a timer": "import guide.front.kiosk.app as m; m.KioskApp.look_at_the_clock = boom\n"
    "m.LOOK = 0.1",
}


@pytest.mark.parametrize("part", ["a key", "leaving"])
def test_whatever_breaks_the_next_first_screen_is_there_at_once(part: str) -> None:
    """Help stands on it; no card, nothing of the last, no word of what broke."""
    with held(BREAKING[part]) as kiosk:
        kiosk.until_live()
        kiosk.until_shown(START)
        kiosk.type("a")
        kiosk.until_shown(FIRST)
        kiosk.type("\x03" if part == "leaving" else "2")
        shown = kiosk.until_shown(START)
        assert "999" in shown
        assert "0800 1111" in shown
        assert FIRST not in shown

        assert kiosk.process.poll() is None
        assert CARD.encode() not in kiosk.raw
        assert b"secret" not in kiosk.raw
        assert b"Traceback" not in kiosk.raw


def test_what_keeps_breaking_ends_with_one_for_whoever_supervises_it() -> None:
    """After five times in a row; the terminal is then as it was, with the card on it."""
    with held(BREAKING["a timer"]) as kiosk:
        assert 1 == kiosk.ended()
        assert 5 == kiosk.raw.count(b"\x1b[?1049h") - 1 - 5
        assert kiosk.shown.startswith(CARD)
        assert "0800 1111" in kiosk.shown
        assert kiosk.before == termios.tcgetattr(kiosk.slave)


def test_a_second_kiosk_on_a_terminal_refuses_at_once_and_disturbs_nothing() -> None:
    """Started from elsewhere or on the first one's own screen: it says so to whoever started it,
    and never over that screen.
    """
    shipped = {"GUIDE_FLOWS": str(SHIPPED), "GUIDE_LOCALES": ""}
    with opened("kiosk", environment=shipped) as kiosk:
        kiosk.until_live()
        kiosk.until_shown(START)
        kiosk.settle()
        before = len(kiosk.raw)
        said = refused_beside(kiosk, subprocess.PIPE)
        assert said == "Another kiosk is open on this terminal. This one does nothing.\n"
        refused_beside(kiosk, kiosk.slave)
        assert b"\x1b[2J" not in kiosk.raw[before:]
        kiosk.type("a")
        kiosk.until_shown("Question 1")
        os.kill(kiosk.process.pid, signal.SIGKILL)
        kiosk.ended()
        fcntl.lockf(kiosk.slave, fcntl.LOCK_EX | fcntl.LOCK_NB)  # whoever is next may have it


def refused_beside(kiosk: Terminal, errors: int) -> str | None:
    """What a second kiosk on its terminal says, where its errors are read; it shows nothing."""
    since = time.monotonic()
    done = subprocess.run(
        [*GUIDE, "kiosk"],
        stdin=kiosk.slave,
        stdout=kiosk.slave,
        stderr=errors,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert time.monotonic() - since < TURN
    kiosk.read(0.1)
    assert not kiosk.read(0.1) or time.monotonic() - since > 1  # its own next language
    return done.stderr


def test_the_window_can_be_resized_wildly() -> None:
    """One cell and back, a storm of signals: the same conversation is there."""
    with held() as kiosk:
        begun(kiosk)
        for size in [(1, 1), (300, 5), (2, 90), (40, 20), (120, 50)] * 4:
            kiosk.resize(*size)
            for _ in range(20):
                kiosk.process.send_signal(signal.SIGWINCH)
            kiosk.read(0.01)
        kiosk.resize(80, 30)
        kiosk.process.send_signal(signal.SIGWINCH)
        kiosk.until(lambda: SECOND in kiosk.shown and "Hide this" in kiosk.screen.display[29])

        assert kiosk.process.poll() is None


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_the_system_can_end_it_cleanly(name: str) -> None:
    """Status 0, an empty screen, the terminal as it was."""
    with held() as kiosk:
        begun(kiosk)
        kiosk.process.send_signal(signal.Signals[name])

        assert 0 == kiosk.ended()
        assert "" == kiosk.shown
        assert b"\x1b[3J" in kiosk.raw
        assert kiosk.before == termios.tcgetattr(kiosk.slave)


@pytest.mark.parametrize("name", ["SIGINT", "SIGQUIT", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGPIPE"])
def test_a_signal_that_a_keyboard_could_send_is_not_heard(name: str) -> None:
    with held() as kiosk:
        begun(kiosk)
        kiosk.process.send_signal(signal.Signals[name])
        kiosk.type("3\r")
        kiosk.until_shown("What is worrying you?")


@pytest.mark.parametrize("hears", [True, False], ids=["told", "not told"])
def test_a_terminal_that_is_gone_ends_it(hears: bool) -> None:
    """At once where the system tells it, else with 1; never a loop that waits for nothing."""
    with opened(command=kiosk_command(), take=None if hears else os.setsid) as kiosk:
        begun(kiosk)
        assert (0 if hears else 1) == kiosk.taken_away()


def test_a_slow_terminal_is_waited_for() -> None:
    """Nobody reads for a while; then all is there, and a polite kill is still heard."""
    with held() as kiosk:
        begun(kiosk)
        for _ in range(300):
            kiosk.type("\x1b[17~")  # other colours: each paints the whole screen
        time.sleep(1.0)
        kiosk.until_shown(SECOND)
        kiosk.settle(0.2)
        kiosk.type("3\r")
        kiosk.until_shown("What is worrying you?")


def test_a_terminal_that_takes_nothing_does_not_hold_up_leaving() -> None:
    """It is killed politely while nobody reads what it paints."""
    with held() as kiosk:
        begun(kiosk)
        for _ in range(400):
            kiosk.type("\x1b[17~")
        time.sleep(0.5)
        kiosk.process.send_signal(signal.SIGTERM)

        assert kiosk.process.wait(10) in (0, 1)


def test_one_that_is_stopped_while_it_has_much_to_show_is_begun_anew() -> None:
    """As after Scroll Lock: no word stays, also where a whole screen was just on its way."""
    with held("import guide.front.guardian as g; g.BETWEEN_LOOKS = 0.2") as kiosk:
        begun(kiosk)
        last = kiosk.talking
        kiosk.type("\x1b[17~" * 40)  # other colours: each paints the whole screen
        termios.tcflow(kiosk.slave, termios.TCOOFF)
        kiosk.until(lambda: kiosk.talking != last and START in kiosk.shown)

        assert SECOND not in kiosk.shown


BUSY = """
put_right = supervisor.put_right
def too_late(*arguments):
    supervisor.put_right = put_right
    raise TimeoutError
supervisor.put_right = too_late
"""


def test_a_machine_too_busy_to_put_a_terminal_right_in_time_ends_no_kiosk() -> None:
    """A visitor's process is killed, and two seconds are not enough: the next one is there."""
    with held(BUSY) as kiosk:
        begun(kiosk)
        last = kiosk.talking
        os.kill(last, signal.SIGKILL)
        kiosk.until(lambda: kiosk.talking != last and START in kiosk.shown)

        assert SECOND not in kiosk.shown


PLACES = {
    "no HOME": {"HOME": ""},
    "a HOME that is not there": {"HOME": "/nowhere/at/all"},
    "a HOME of others": {"HOME": "/proc"},
    "a full disk": {"HOME": "/dev/full", "TMPDIR": "/dev/full"},
    "an environment that wants files": {
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_LOG": "/nowhere/log",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_DRIVER": "no:Driver",
    },
}


@pytest.mark.parametrize("place", PLACES)
def test_it_needs_no_place_of_its_own(place: str) -> None:
    """It writes nothing, so it does not matter whether it could."""
    with held(environment=PLACES[place]) as kiosk:
        begun(kiosk)
        kiosk.type("3\r")
        kiosk.until_shown("What is worrying you?")
        kiosk.type("1")
        kiosk.until_shown("Tell the CEOP Safety Centre")


@needs_strace
def test_a_whole_kiosk_session_writes_no_file_and_opens_no_socket(tmp_path: Path) -> None:
    """The command itself, from the self-check on: answers, words, a code, help, a reset."""
    trace, home = tmp_path / "trace", tmp_path / "home"
    home.mkdir()
    places = {"HOME": str(home), "TMPDIR": str(home), "GUIDE_FLOWS": "", "GUIDE_LOCALES": ""}
    with opened(command=traced(trace, [*GUIDE, "kiosk"]), environment=places) as kiosk:
        kiosk.until_live()
        kiosk.until_shown(START)
        for keys, words in (
            ("a", "Who is it about?"),
            ("1", "in danger, now or soon?"),
            ("2", "How old are you?"),
            ("2\r", "What is worrying you?"),
            ("?", "Help you can use now"),
            ("\x03", START),
            ("a", "Who is it about?"),
            ("someone is being mean to me\r", "Is that right?"),
            ("\x03", START),
        ):
            time.sleep(0.5)  # the same digit at once would be taken for a bounce
            kiosk.type(keys)
            kiosk.until_shown(words)
        os.kill(children(kiosk.process.pid)[0], signal.SIGTERM)  # strace has started it
        kiosk.ended()
    lines = trace_lines(trace)

    assert [] == writes(lines)
    assert [] == list(home.iterdir())
    assert any("front/kiosk/" in line for line in lines)


def test_the_self_check_itself_writes_nothing() -> None:
    """Python reports every file that is opened, in the processes that share the look too."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "GUIDE_FLOWS": str(SHIPPED)}
    done = subprocess.run(
        [sys.executable, "-B", "-c", watched("kiosk", "--selfcheck")],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip

    assert 1 == done.returncode, "there is no terminal here"
    assert "ok: Nothing can be written." in done.stderr
    events = [line for line in done.stderr.splitlines() if line.startswith("seen")]
    assert [] == [event for event in events if event != "seen os.fork"]
