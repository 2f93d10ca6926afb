"""The guide in a real terminal: what is on the screen, and what is left of it afterwards."""

import signal
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from tests.support.terminals import Terminal, opened


def plain(columns: int = 80, term: str = "xterm") -> AbstractContextManager[Terminal]:
    return opened("--plain", columns=columns, environment={"TERM": term})


WAYS_OUT: dict[str, Callable[[Terminal], None]] = {
    "x": lambda guide: guide.type("x\n"),
    "Ctrl+C": lambda guide: guide.type("\x03"),
    "Ctrl+D": lambda guide: guide.type("\x04"),
    "a hangup": lambda guide: guide.process.send_signal(signal.SIGHUP),
    "a polite kill": lambda guide: guide.process.send_signal(signal.SIGTERM),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_leaving_clears_the_screen_and_what_could_be_scrolled_back_to(way: str) -> None:
    """However a person leaves: nothing left on screen, scrollback and title cleared, status 0."""
    with plain() as guide:
        guide.until_shown("I'm not sure")
        guide.type("no\n")
        guide.until_shown("How old are you?")

        WAYS_OUT[way](guide)

        assert 0 == guide.ended()
        assert "" == guide.shown
        assert b"\x1b[2J\x1b[3J" in guide.raw
        assert guide.raw.index(b"\x1b[2J") < guide.raw.index(b"\x1b[3J")
        assert b"\x1b]2;\x07" in guide.raw


def test_restart_clears_what_was_said_before_the_first_screen_comes() -> None:
    """The next person at the same screen cannot scroll back to the last one's answers."""
    with plain() as guide:
        guide.until_shown("I'm not sure")
        guide.type("no\n")
        guide.until_shown("How old are you?")
        guide.type("restart\n")
        guide.until_shown("Is anyone in danger now?")
        guide.until(lambda: b"\x1b[3J" in guide.raw)
        guide.until_shown("I'm not sure")

        assert "How old" not in guide.shown


def test_a_terminal_that_cannot_clear_is_scrolled_empty() -> None:
    """TERM=dumb gets no escape sequence, and still shows nothing afterwards."""
    with plain(term="dumb") as guide:
        guide.until_shown("I'm not sure")
        guide.type("x\n")

        assert 0 == guide.ended()
        assert "" == guide.shown
        assert b"\x1b" not in guide.raw


@pytest.mark.parametrize(
    ("environment", "says"),
    [({"TERM": "xterm"}, False), ({"TERM": "dumb"}, True), ({"STY": "1.pts"}, True)],
    ids=["xterm", "dumb", "GNU screen"],
)
def test_what_cannot_be_cleared_is_said_with_how_to_hide(
    environment: dict[str, str], says: bool
) -> None:
    """Before the first answer: lines that have scrolled away stay in some windows."""
    with opened("--plain", environment=environment) as guide:
        guide.until_shown("I'm not sure")

        assert says == ("Lines that scrolled away stay" in " ".join(guide.shown.split()))


def test_gnu_screen_is_overwritten_row_by_row() -> None:
    """It moves what is cleared as a whole to where one can scroll back to."""
    with opened("--plain", environment={"STY": "1.pts"}) as guide:
        guide.until_shown("I'm not sure")
        guide.type("x\n")
        guide.ended()

        emptied = b"".join(b"\x1b[0m\x1b[%d;1H\x1b[2K" % row for row in range(1, 31))
        assert emptied in guide.raw
        assert guide.raw.index(emptied) < guide.raw.index(b"\x1b[2J")


def test_the_first_screen_fits_a_small_terminal_in_width() -> None:
    """At 20 columns every line still fits, number and all."""
    with plain(columns=20) as guide:
        shown = guide.until_shown("I'm not sure")

        assert "0800 1111" in shown
        assert all(len(line) <= 20 for line in shown.splitlines())


def test_no_colour_and_no_cursor_play() -> None:
    """Before leaving, plain mode writes words only: nothing a screen reader would stumble on."""
    with plain() as guide:
        guide.until_shown("I'm not sure")

        assert b"\x1b" not in guide.raw
