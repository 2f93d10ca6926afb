"""A terminal that sends anything at all, or is gone: the guide lives, or ends, and never spins."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.support.terminals import GUIDE, START, Terminal, kiosk_command, opened

FIRST = "Question 1 of about"
SECOND = "How old are you?"

HOSTILE = {
    "a byte that is no text": b"\xff",
    "a pound sign of another terminal": b"\xa3",
    "a character cut short": b"\xe2\x82",
    "a character too long": b"\xc0\x80",
    "half of a pair": b"\xed\xa0\x80",
    "a mouse past column 95": b"\x1b[M \x9f!",
    "a mouse past column and row 95": b"\x1b[M \xc3\xa0",
    "a key that is none": b"\x1b[1114112u",
    "a key that is half of a pair": b"\x1b[55296u",
    "a key with a text that is none": b"\x1b[97;1;1114112u",
    "a paste with a control byte": b"\x1b[200~a\x9bb\x1b[201~",
    "a window larger than memory": b"\x1b[48;99999;99999t",
    "a window larger than memory, in pixels": b"\x1b[48;99999;99999;99999;99999t",
    "a window of nothing, and a press": b"\x1b[48;0;0;0;0t\x1b[<0;3;4M\x1b[<0;3;4m",
    "sizes told by typing": b"\x1b[?2048;1$y",
    "a press far away": b"\x1b[<0;999999999;99999999M\x1b[<0;999999999;99999999m",
    "a cursor far away": b"\x1b[99999;99999R",
    "every byte past ASCII": bytes(range(0x80, 0x100)),
}
"""What is sent. Textual's own reader ended the guide at most of these."""

ENOUGH = 200_000
"""Kilobytes of memory that no session comes near: it takes about 40,000."""


@contextmanager
def begun(
    command: list[str], take: Callable[[], None] | None = None, **environment: str
) -> Iterator[Terminal]:
    """The guide at its first question."""
    with opened(command=command, environment=environment, take=take) as guide:
        guide.until_live()
        if "-c" in command:
            guide.until_shown(START)
            guide.type("a")
        guide.until_shown(FIRST)
        yield guide


COMMANDS = {"chat": GUIDE, "kiosk": kiosk_command()}


@pytest.mark.parametrize("command", COMMANDS)
def test_it_lives_and_still_takes_an_answer(command: str) -> None:
    """After each of these: the same process, a letter typed, the next question at a key."""
    with begun(COMMANDS[command]) as guide:
        for name, sent in HOSTILE.items():
            guide.send(sent)
            guide.type("q")
            guide.until(lambda: "q_" in guide.shown)
            guide.type("\x7f" * 200 + "2")
            guide.until_shown(SECOND)
            guide.type("back\r")
            guide.until_shown(FIRST)
            assert guide.process.poll() is None, name
            assert memory(guide.process.pid) < ENOUGH, name


def memory(pid: int) -> int:
    """Kilobytes that a process has; 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
    except OSError:
        return 0


@pytest.mark.parametrize("command", COMMANDS)
def test_a_large_paste_freezes_nothing(command: str) -> None:
    """Of a hundred thousand letters: it lives, and takes what is sent after it."""
    with begun(COMMANDS[command]) as guide:
        guide.send(b"\x1b[200~")
        for _ in range(100):
            guide.send(b"a" * 1000)
            guide.read(0)
        guide.send(b"\x1b[201~")
        guide.settle(0.1)
        guide.type("\x1b\x1b" if command == "chat" else "\x03")
        if command == "chat":
            assert 0 == guide.ended()
        else:
            guide.until_shown(START)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_mouse_of_old_types_nothing(command: str) -> None:
    """Wherever it was pressed: the line to type in stays as it was."""
    with begun(COMMANDS[command]) as guide:
        guide.type("zeb")
        guide.send(b"".join(b"\x1b[M %c%c" % (32 + at, 255 - at) for at in range(1, 223)))
        guide.type("ra")

        guide.until_shown("> zebra_")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_pound_sign_is_heard_as_one(command: str) -> None:
    """On a terminal that writes Latin-1, where it is the one byte a3."""
    with begun(COMMANDS[command], PYTHONIOENCODING="iso8859-1") as guide:
        guide.send(b"he sent me \xa35")

        guide.until(lambda: b"he sent me \xa35" in guide.raw)


@pytest.mark.parametrize("told", [True, False], ids=["told", "not told"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_that_is_gone_ends_it(command: str, told: bool) -> None:
    """Also where the system sends no hangup, as the terminal is nobody's: it waits for nothing."""
    with begun(COMMANDS[command], None if told else os.setsid) as guide:
        guide.type("2")
        guide.until_shown(SECOND)

        assert guide.taken_away() in (0, 1)


def test_a_number_beside_noise_is_that_number() -> None:
    """A stray byte before an answer: the answer is given all the same."""
    with begun(GUIDE) as guide:
        guide.send(b"\xff2\r")

        guide.until_shown(SECOND)
