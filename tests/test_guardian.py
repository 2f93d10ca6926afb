"""The guide is killed, stopped or left alone: a parent that waits puts the terminal right."""

import os
import pty
import signal
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from guide.front import guardian, stopped
from guide.front import terminal as borrowing
from tests.support.terminals import GUIDE, Terminal, children, opened
from tests.support.watching import in_memory, lives

QUESTION = "How old are you?"
SECRET = "zebrafish"
CARD = "It is not your fault."


ON_A_TERMINAL = "from guide.front.terminal import Terminal\nscreen = Terminal()"


class Looking(borrowing.Terminal):
    """A guardian's look at a terminal that is not its own."""

    def __init__(self, slave: int) -> None:
        self._in = self._out = slave
        self.was_set_anew = False


def drained(reader: int) -> None:
    """Take all that is shown, as a window does."""
    with suppress(OSError):  # it is gone
        while os.read(reader, 65536):
            pass


@contextmanager
def told(environment: dict[str, str] | None = None) -> Iterator[Terminal]:
    """A chat in which something was answered, and something is being typed."""
    with opened(environment=environment) as guide:
        guide.until_live()
        guide.type(f"2{SECRET}")
        guide.until_shown(f"> {SECRET}")
        guide.settle(0.1)
        yield guide


def right(guide: Terminal) -> None:
    """The terminal is as it was: nothing of the talk, its settings, cursor, screen and mouse."""
    shown = guide.raw[guide.raw.rindex(b"\x1b[?1049l") :]
    assert b"\x1b[2J\x1b[3J\x1b]2;\x07" in shown
    assert SECRET not in guide.shown
    assert QUESTION not in guide.shown
    assert guide.before == termios.tcgetattr(guide.slave)
    assert not guide.screen.cursor.hidden
    for mode in (b"1000", b"1003", b"1006", b"2004"):
        assert guide.raw.rindex(b"\x1b[?%bl" % mode) > guide.raw.rindex(b"\x1b[?%bh" % mode)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGSEGV"])
def test_a_guide_that_is_killed_leaves_a_clean_terminal_and_two_numbers(name: str) -> None:
    """As the system does when memory runs out: wiped, whole, the card, 128 and the signal."""
    with told() as guide:
        os.kill(guide.talking, signal.Signals[name])

        assert 128 + signal.Signals[name] == guide.ended()
        right(guide)
        for words in (CARD, "999", "0800 1111"):
            assert words in guide.shown


def stop(guide: Terminal) -> None:
    """What Scroll Lock does on a console, and another program anywhere (tcflow(3))."""
    termios.tcflow(guide.slave, termios.TCOOFF)


def test_a_terminal_that_is_stopped_is_let_go_on_and_wiped() -> None:
    """Frozen words do not wait for whoever comes next."""
    with told() as guide:
        stop(guide)

        assert 128 + signal.SIGKILL == guide.ended()
        right(guide)
        assert CARD in guide.shown


def test_hiding_works_on_a_stopped_terminal_too() -> None:
    """Without a word: whoever hides wants nothing to be seen."""
    with told() as guide:
        stop(guide)
        guide.type("\x03")

        assert 0 == guide.ended()
        right(guide)
        assert "" == guide.shown


def test_settings_that_were_written_over_what_the_guide_had_set_are_put_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A guide that leaves while the guardian lets a stopped terminal go on ends well all the same.

    The guardian reads the settings, the guide sets them back and ends, the guardian writes what it
    read: keys would not be shown in the shell.
    """
    done: list[str] = []

    class Written(borrowing.Terminal):
        def __init__(self) -> None:
            self.was_set_anew = True

        def go_on(self) -> None:
            done.append("lets it go on")

        def give_back(self) -> None:
            done.append("gives it back")

    def ended(status: int) -> None:
        done.append(f"ends with {status}")
        raise SystemExit

    monkeypatch.setattr(guardian, "Terminal", Written)
    monkeypatch.setattr(guardian, "fork", lambda: 1)
    monkeypatch.setattr(guardian.Guardian, "wait", lambda *_: 0)
    monkeypatch.setattr(os, "_exit", ended)
    with pytest.raises(SystemExit):
        guardian.stand_behind()

    assert ["lets it go on", "gives it back", "ends with 0"] == done


def test_a_terminal_that_is_only_slow_keeps_its_talk() -> None:
    """Nobody reads for a while, and the guardian looks meanwhile."""
    with told() as guide:
        for _ in range(300):
            guide.type("\x1b[17~")  # other colours: each paints the whole screen
        time.sleep(2.5)
        guide.settle()

        assert SECRET in guide.shown
        assert guide.process.poll() is None


def test_one_that_is_stopped_in_the_midst_of_a_write_is_seen_to_be_stopped() -> None:
    """Whenever that is. Whoever waited within a write would hold it, as if it were slow."""
    with written_to() as (reader, slave, looking):
        threading.Thread(target=drained, args=[reader], daemon=True).start()
        for _ in range(25):
            time.sleep(0.01)
            termios.tcflow(slave, termios.TCOOFF)

            assert looking.lets_go_on()


def test_one_that_is_read_a_moment_after_a_look_is_not_taken_for_a_stopped_one() -> None:
    """Its reader rests a little longer than a look waits, on a busy machine: no talk is lost."""
    for rest in (0.205, 0.21, 0.215):
        reader, slave = pty.openpty()
        os.set_blocking(slave, False)
        with suppress(BlockingIOError):
            while os.write(slave, b"zebra " * 1000):
                pass
        looking = guardian.Guardian(Looking(slave))
        reads = threading.Timer(rest, os.read, [reader, 65536])
        reads.start()

        assert not looking.lets_go_on()
        reads.join()


@contextmanager
def written_to() -> Iterator[tuple[int, int, guardian.Guardian]]:
    """A terminal that a process writes to without end, and who looks after it.

    Gives where it is read, where it is written to, and the guardian.
    """
    reader, slave = pty.openpty()
    writes_on = f"{ON_A_TERMINAL}\nwhile True: screen.write('zebra ' * 9000); screen.flush()"
    busy = subprocess.Popen([sys.executable, "-c", writes_on], stdin=slave, stdout=slave)
    looking = guardian.Guardian(Looking(slave))
    looking.child = busy.pid
    try:
        yield reader, slave, looking
    finally:
        busy.kill()
        busy.wait()


def test_a_guide_that_is_stopped_goes_on() -> None:
    """It could not be hidden while it stands still."""
    with told() as guide:
        os.kill(guide.talking, signal.SIGSTOP)
        guide.type("\x03")

        assert 0 == guide.ended()
        right(guide)


def test_a_guide_that_does_not_leave_is_made_to() -> None:
    """A polite kill, and nobody takes what it writes: within seconds it is gone all the same."""
    with told() as guide:
        for _ in range(400):
            guide.type("\x1b[17~")
        time.sleep(0.5)
        guide.process.send_signal(signal.SIGTERM)

        assert guide.process.wait(15) in (0, 128 + signal.SIGKILL)


def test_a_guardian_that_is_stopped_goes_on_once_the_guide_has_left() -> None:
    """It has an end to see to, and whoever started it waits for that."""
    with told() as guide:
        guide.process.send_signal(signal.SIGSTOP)
        guide.type("\x03")

        assert 0 == guide.ended()
        right(guide)


def test_a_guardian_that_is_killed_while_nobody_reads_the_terminal_leaves_no_word() -> None:
    """The hangup and the keyboard's own look both make the guide leave: the first one wipes."""
    with told() as guide:
        talks = guide.talking
        while stopped.takes_more(guide.slave, 0.2):
            guide.type("\x1b[17~")  # other colours, until the terminal is full
            time.sleep(0.05)
        guide.process.kill()
        time.sleep(2)
        assert lives(talks)  # it waits for the terminal
        guide.until(lambda: not lives(talks))
        guide.settle()

        right(guide)


def test_words_do_not_stand_before_a_shell_that_has_taken_its_terminal_back() -> None:
    """As where somebody stops the guardian: the guide hides by itself, and its job ends."""
    in_a_shell = ["sh", "-mc", '"$@"; echo back; wait; sleep 60', "sh", *GUIDE]
    with opened(command=in_a_shell) as shell:
        shell.until_live()
        shell.type(f"2{SECRET}")
        shell.until_shown(f"> {SECRET}")
        waits = shell.talking
        (talks,) = children(waits)
        os.kill(waits, signal.SIGSTOP)

        shell.until(lambda: not lives(talks) and not lives(waits))
        shell.settle()
        assert SECRET not in shell.shown
        assert QUESTION not in shell.shown
        assert b"\x1b[2J\x1b[3J\x1b]2;\x07" in shell.raw


@pytest.mark.parametrize("name", ["SIGKILL", "SIGSEGV"])
def test_a_guardian_that_is_killed_takes_the_guide_with_it(name: str) -> None:
    """Wiped all the same: it is the guide itself that leaves."""
    with told() as guide:
        guide.process.send_signal(signal.Signals[name])

        assert -signal.Signals[name] == guide.ended()
        guide.until(lambda: b"\x1b[?1049l" in guide.raw)
        guide.settle()
        right(guide)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_that_asks_to_leave_reaches_the_guide(name: str) -> None:
    """Whichever of the two it is sent to; status 0, and no word."""
    with told() as guide:
        guide.process.send_signal(signal.Signals[name])

        assert 0 == guide.ended()
        right(guide)
        assert "" == guide.shown


def test_the_guardian_holds_nothing_of_the_talk() -> None:
    """One thread, no toolkit, and in all its memory no word that was typed."""
    with told() as guide:
        status = Path(f"/proc/{guide.process.pid}/status").read_text()
        maps = Path(f"/proc/{guide.process.pid}/maps").read_text()

        assert guide.talking != guide.process.pid
        assert "Threads:\t1\n" in status
        assert "asyncio" not in maps
        assert 0 == in_memory(guide.process.pid, SECRET)
        if os.geteuid() == 0:  # nobody else may look into the guide itself
            assert in_memory(guide.talking, SECRET)


@pytest.mark.parametrize("environment", [{"STY": "1.pts"}, {"TERM": "linux"}, {"TERM": "screen"}])
def test_every_row_is_overwritten_where_clearing_may_keep_a_copy(
    environment: dict[str, str],
) -> None:
    """GNU screen and consoles have no other screen; clearing moves words to the scrollback."""
    with told(environment) as guide:
        start = len(guide.raw)
        guide.type("\x03")
        guide.ended()

        emptied = b"".join(b"\x1b[0m\x1b[%d;1H\x1b[2K" % row for row in range(1, 31))
        assert guide.raw[start:].startswith(emptied)
