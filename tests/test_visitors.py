"""A kiosk has a process for each visitor: with it goes all they said, and all that broke."""

import os
import signal
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.support.terminals import START, Terminal, children, kiosk_command, opened
from tests.support.watching import READABLE, in_memory, lives, memory_of

FIRST = "Is anyone in danger now?"
SECOND = "How old are you?"
SECRET = "zebrafish"


@contextmanager
def held() -> Iterator[Terminal]:
    """A kiosk at its first screen."""
    with opened(command=kiosk_command(READABLE)) as kiosk:
        kiosk.until_live()
        kiosk.until_shown(START)
        yield kiosk


@pytest.fixture(scope="module")
def kiosk() -> Iterator[Terminal]:
    """One for all these visitors; each test leaves it at its first screen."""
    with held() as kiosk:
        yield kiosk


def visited(kiosk: Terminal) -> None:
    """Somebody comes, answers, sends a line, and types another."""
    kiosk.type("a")
    kiosk.until_shown(FIRST)
    kiosk.type("2")
    kiosk.until_shown(SECOND)
    kiosk.type(f"my uncle {SECRET}\r")
    kiosk.until(lambda: f"> my uncle {SECRET}" not in kiosk.shown)
    kiosk.type(f"{SECRET}s")
    kiosk.until_shown(f"> {SECRET}s")


def over(kiosk: Terminal) -> None:
    """Whoever is there hides all, and the next first screen is there."""
    last = kiosk.talking
    kiosk.type("\x03")
    kiosk.until(lambda: kiosk.talking != last and START in kiosk.shown)
    kiosk.until(lambda: len(processes(kiosk)) == 3)


def processes(kiosk: Terminal) -> list[int]:
    """Every living process of the kiosk: its guardian, the visitor, and the next one."""
    return [kiosk.process.pid, *children(kiosk.process.pid)]


def hits(kiosk: Terminal) -> dict[int, int]:
    """How often the secret is in the memory of each of them."""
    return {pid: in_memory(pid, SECRET) for pid in processes(kiosk)}


ENDS: dict[str, Callable[[Terminal], None]] = {
    "Ctrl+C": lambda kiosk: kiosk.type("\x03"),
    "killed": lambda kiosk: os.kill(kiosk.talking, signal.SIGKILL),
    "crashed": lambda kiosk: os.kill(kiosk.talking, signal.SIGSEGV),
    "stopped for ever": lambda kiosk: termios.tcflow(kiosk.slave, termios.TCOOFF),
}


@pytest.mark.parametrize("way", ENDS)
def test_no_living_process_knows_what_a_visitor_said(kiosk: Terminal, way: str) -> None:
    """Neither the guardian nor whoever comes next; and the first screen is there at once."""
    visited(kiosk)
    visitor, standing_by = children(kiosk.process.pid)
    before = hits(kiosk)
    ENDS[way](kiosk)
    started = time.monotonic()
    kiosk.until_shown(START)
    back = time.monotonic() - started
    kiosk.until(lambda: len(processes(kiosk)) == 3)
    after = hits(kiosk)
    print(f"{way}: hits before {before}, after {after}; back after {back:.2f} s")

    assert before[visitor] > 0
    assert 0 == before[kiosk.process.pid] == before[standing_by]
    assert visitor not in after
    assert standing_by == kiosk.talking
    assert [0, 0, 0] == list(after.values())
    assert SECRET not in kiosk.shown
    assert back < 3


def test_the_next_person_begins_anew(kiosk: Terminal) -> None:
    """Nothing by Back, no answer, no colour of the last."""
    visited(kiosk)
    over(kiosk)
    kiosk.type("a")
    kiosk.until_shown(FIRST)
    kiosk.type("\x7f")
    kiosk.settle()
    shown = kiosk.shown
    over(kiosk)

    assert "Question 1 of about" in shown
    assert SECOND not in shown


def test_whoever_stands_by_may_be_killed_too(kiosk: Terminal) -> None:
    """Another one comes instead."""
    visited(kiosk)
    os.kill(children(kiosk.process.pid)[1], signal.SIGKILL)
    over(kiosk)
    kiosk.type("a")
    kiosk.until_shown(FIRST)
    over(kiosk)


def test_without_a_guardian_nobody_stays() -> None:
    """It is killed: the visitor wipes the terminal and leaves it as it was, the next one ends."""
    with held() as kiosk:
        visited(kiosk)
        others = children(kiosk.process.pid)
        kiosk.process.kill()
        kiosk.ended()
        kiosk.until(lambda: not any(lives(pid) for pid in others))
        kiosk.settle()

        assert "" == kiosk.shown
        assert kiosk.before == termios.tcgetattr(kiosk.slave)


def test_three_processes_take_little_more_memory_than_one(kiosk: Terminal) -> None:
    """They share it: all together half as much again as one visitor's at most (PSS and RSS)."""
    visited(kiosk)
    alone = memory_of(kiosk.talking, "Rss")
    together = sum(memory_of(pid, "Pss") for pid in processes(kiosk))
    number = len(processes(kiosk))
    print(f"{together} kB together, {alone} kB alone")
    over(kiosk)

    assert 3 == number
    assert together < 1.5 * alone


def test_a_kiosk_that_runs_for_long_holds_no_more(kiosk: Terminal) -> None:
    """Its guardian has as many files open after some visitors, and as much memory."""
    counts = []
    for _ in range(6):
        kiosk.type("a")
        kiosk.until_shown(FIRST)
        over(kiosk)
        files = len(os.listdir(f"/proc/{kiosk.process.pid}/fd"))
        counts.append((files, memory_of(kiosk.process.pid, "Rss")))

    assert counts[0][0] == counts[-1][0]
    assert counts[-1][1] - counts[0][1] < 500
