"""Chaos: chat, plain lines and kiosk are killed, stopped, flooded and unplugged, at every stage.

Whatever happens, the words are nowhere, the terminal is as it was, and a kiosk is back. What no
program can undo is left out: plain lines are one process, so a kill that cannot be caught leaves
its screen, and all processes killed in one stroke leave theirs (docs/privacy.md).
"""

import fcntl
import os
import random
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from statistics import median

import pytest

from tests.support.terminals import GUIDE, START, Terminal, children, kiosk_command, opened
from tests.support.watching import READABLE, in_memory, lives

QUESTION = "Is anyone in danger now?"
ANSWERED = "How old are you?"
SECRET = "zebrafish"
WITHIN = 3.0
"""Seconds within which a kiosk is back; the median, as other programs may keep a machine busy."""
SOON = "import guide.front.guardian as g; g.BETWEEN_LOOKS = 0.2\n"
"""The guardian looks more often, so that a thousand rounds end."""
CHAT = [sys.executable, "-c", f"{SOON}from guide.cli import entry; entry()"]
PLAIN = [*GUIDE, "--plain"]
CORES = 'ulimit -S -c "$(ulimit -H -c)"; exec "$@"'

HIDES = "a\x03"
"""Hides all, also where the first key only wakes a kiosk."""

Stage = Callable[[Terminal], None]
Fault = Callable[[Terminal], None]


def typed(guide: Terminal, keys: str, words: str) -> None:
    guide.type(keys)
    guide.until_shown(words)


def enter(guide: Terminal) -> str:
    """What is to be pressed after an answer."""
    return "\r" if in_lines(guide) else ""


def in_lines(guide: Terminal) -> bool:
    return b"\x1b[?1049h" not in guide.raw


def starting(guide: Terminal) -> None:
    """Its first words are there, and Textual is not."""
    guide.until_shown("0800 1111")
    if in_lines(guide):
        guide.until(lambda: b"\n> " in guide.raw)
        guide.settle(0.1)  # it reads now, so a signal is heard at once


def asked(guide: Terminal) -> None:
    starting(guide)
    if START in guide.shown:
        guide.type("a")
    guide.until_shown(QUESTION)


def answered(guide: Terminal) -> None:
    asked(guide)
    typed(guide, f"2{enter(guide)}", ANSWERED)
    if in_lines(guide):
        guide.settle(0.1)


def typing(guide: Terminal) -> None:
    answered(guide)
    typed(guide, SECRET, SECRET)


def reading(guide: Terminal) -> None:
    answered(guide)
    typed(guide, "help\r", "Help you can use now")


STAGES: tuple[Stage, ...] = (starting, asked, answered, typing, reading)


def sent(name: str) -> Fault:
    """A signal to whatever process holds the words."""
    return lambda guide: os.kill(guide.talking, signal.Signals[name])


def sent_to_guardian(name: str) -> Fault:
    return lambda guide: guide.process.send_signal(signal.Signals[name])


def stopped(guide: Terminal) -> None:
    """The terminal takes nothing, as after Scroll Lock."""
    termios.tcflow(guide.slave, termios.TCOOFF)


def still(guide: Terminal) -> None:
    """The guide stands still; then somebody hides."""
    os.kill(guide.talking, signal.SIGSTOP)
    guide.type(HIDES)


def flooded(guide: Terminal) -> None:
    """More than anybody types, of bytes that are no text too, in a window that changes; hidden."""
    for columns in (1, 200, 30, 80):
        guide.resize(columns, 30)
        guide.send(bytes(range(0x80, 0x100)) + b"qqq \x1b[<0;5;9M" * 5)
        guide.read(0)
    guide.settle(0.1)
    guide.type(HIDES)


def guardian_killed_behind_a_stopped_terminal(guide: Terminal) -> None:
    """Nobody is left to let it go on but the guide itself."""
    stopped(guide)
    guide.process.send_signal(signal.SIGKILL)


def guardian_still(guide: Terminal) -> None:
    """Whoever waits stands still; then somebody hides."""
    guide.process.send_signal(signal.SIGSTOP)
    guide.type(HIDES)


def mashed(guide: Terminal) -> None:
    """Esc Esc, and more keys with it."""
    guide.type("a\x1b\x1bq2")


def pasted_without_end(guide: Terminal) -> None:
    """The end of a paste is lost on the way; then somebody hides."""
    guide.type(f"\x1b[200~{SECRET}")
    guide.settle(0.1)
    guide.type(f"{HIDES}\x03")  # the first may only wake a kiosk


def hidden_and_killed(guide: Terminal) -> None:
    """While it is leaving."""
    talking = guide.talking
    guide.type(HIDES)
    with suppress(ProcessLookupError):  # it has left
        os.kill(talking, signal.SIGKILL)


FAULTS: dict[str, Fault] = {
    **{name: sent(name) for name in ("SIGKILL", "SIGSEGV", "SIGTERM", "SIGHUP")},
    **{f"{name} to the guardian": sent_to_guardian(name) for name in ("SIGKILL", "SIGTERM")},
    "a stopped terminal": stopped,
    "a stopped guide": still,
    "a flood": flooded,
    "a guardian that is killed behind a stopped terminal": (
        guardian_killed_behind_a_stopped_terminal
    ),
    "a still guardian": guardian_still,
    "mashed": mashed,
    "a paste without end": pasted_without_end,
    "killed while leaving": hidden_and_killed,
}
_CAUGHT = "SIGTERM SIGHUP SIGINT SIGQUIT SIGUSR1 SIGXCPU SIGVTALRM SIGIO"
IN_LINES = {name: sent(name) for name in _CAUGHT.split()}


def left_while_stopped(guide: Terminal) -> None:
    """The terminal takes nothing, and somebody leaves."""
    stopped(guide)
    guide.type("\rx\r")


def killed_while_stopped(guide: Terminal) -> None:
    """The terminal takes nothing, and the guide is asked to end."""
    stopped(guide)
    sent("SIGTERM")(guide)


IN_LINES["left behind a stopped terminal"] = left_while_stopped
IN_LINES["killed behind a stopped terminal"] = killed_while_stopped


def the_next_killed(kiosk: Terminal) -> None:
    """Whoever stands by is killed, and then the visitor leaves."""
    os.kill(children(kiosk.process.pid)[1], signal.SIGKILL)
    kiosk.type(HIDES)


VISITS = {name: fault for name, fault in FAULTS.items() if "guardian" not in name}
VISITS["a still guardian"] = guardian_still
VISITS["the next killed"] = the_next_killed


@contextmanager
def begun(command: list[str], folder: Path) -> Iterator[Terminal]:
    """A guide in a folder where core files are wanted; nothing of it is left there."""
    into = ["sh", "-c", CORES, "sh", "env", "-C", str(folder), *command]
    with opened(command=into) as guide:
        yield guide
    assert [] == list(folder.iterdir())


def nothing_is_left(guide: Terminal) -> None:
    """On the terminal and in what can be scrolled back to; its settings, screen and cursor."""
    guide.ended()
    guide.until(lambda: guide.before == termios.tcgetattr(guide.slave))
    guide.settle(0.02)
    since = guide.raw.rpartition(b"\x1b[3J")[2]
    for words in (SECRET, ANSWERED):
        assert words not in guide.shown
        assert words.encode() not in since
    assert guide.raw.rfind(b"\x1b[?1049h") <= guide.raw.rfind(b"\x1b[?1049l")
    assert not guide.screen.cursor.hidden


def unplugged(guide: Terminal) -> None:
    """The terminal goes: whatever ran on it ends."""
    held = [guide.process.pid, *children(guide.process.pid)]
    guide.taken_away()
    gone(held)


def gone(pids: list[int]) -> None:
    deadline = time.monotonic() + 10
    while any(map(lives, pids)):
        assert time.monotonic() < deadline, pids
        time.sleep(0.01)


def one_talk(command: list[str], faults: dict[str, Fault], folder: Path, at: random.Random) -> None:
    """A guide, a stage, a fault."""
    stage, name = at.choice(STAGES), at.choice((*faults, "unplugged"))
    print(f"{stage.__name__}, {name}")
    with begun(command, folder) as guide:
        stage(guide)
        if name == "unplugged":
            unplugged(guide)
        else:
            faults[name](guide)
            nothing_is_left(guide)


def is_back(kiosk: Terminal, last: int, painted: int) -> bool:
    """Whether the next visitor's first screen is there, or was: a key on its way may wake it.

    So many bytes had been painted when the last visitor's was over.
    """
    fresh = START.encode() in kiosk.raw[painted:]
    return kiosk.talking != last and (START in kiosk.shown or (fresh and QUESTION in kiosk.shown))


def comes_to_rest(kiosk: Terminal) -> None:
    """Keys still on their way may wake the next visit, or hide it: now they have been heard."""
    last = 0
    while kiosk.talking != last or unread(kiosk):
        last = kiosk.talking
        kiosk.settle(0.1)


def unread(guide: Terminal) -> int:
    """Bytes that were typed and that nobody has read (tty_ioctl(4))."""
    return int.from_bytes(fcntl.ioctl(guide.slave, termios.FIONREAD, bytes(4)), sys.byteorder)


def visits(rounds: int, folder: Path, at: random.Random) -> None:
    """So many visits of one kiosk, each with a fault; it is back each time, and then is ended."""
    with begun(kiosk_command(f"{READABLE}\n{SOON}"), folder) as kiosk:
        kiosk.until_shown(START)
        took: list[float] = []
        for _ in range(rounds):
            stage, name = at.choice(STAGES), at.choice([*VISITS])
            print(f"{stage.__name__}, {name}")
            last = kiosk.talking
            stage(kiosk)
            painted = len(kiosk.raw)
            VISITS[name](kiosk)
            since = time.monotonic()
            kiosk.until(partial(is_back, kiosk, last, painted))
            took.append(time.monotonic() - since)
            kiosk.until(lambda: len(children(kiosk.process.pid)) == 2)
            comes_to_rest(kiosk)
            for pid in (kiosk.process.pid, *children(kiosk.process.pid)):
                assert 0 == in_memory(pid, SECRET)
            assert SECRET not in kiosk.shown
        print(f"back after {median(took):.2f} s, {max(took):.2f} s at most")
        assert median(took) < WITHIN
        ending = at.choice(("SIGTERM", "SIGKILL", "SIGHUP"))
        print(f"{ending} to the guardian")
        sent_to_guardian(ending)(kiosk)
        nothing_is_left(kiosk)


def rounds_of(chats: int, lines: int, visitors: int, folder: Path, seed: int) -> None:
    at = random.Random(seed)
    print(f"seed {seed}")
    for _ in range(chats):
        one_talk(CHAT, FAULTS, folder, at)
    for _ in range(lines):
        one_talk(PLAIN, IN_LINES, folder, at)
    visits(visitors, folder, at)


def test_forty_rounds_leave_no_word_anywhere(tmp_path: Path) -> None:
    rounds_of(6, 8, 26, tmp_path, seed=17)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_a_thousand_rounds_leave_no_word_anywhere(seed: int, tmp_path: Path) -> None:
    rounds_of(10, 10, 30, tmp_path, seed)
