"""The chat in a real terminal: how it starts, what it shows, and what is left when it ends."""

import re
import signal
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminals import GUIDE, LIVE, Terminal, opened
from tests.support.watching import needs_strace, trace_lines, traced, writes


def test_the_first_screen_is_there_before_textual_and_does_not_flicker() -> None:
    """Textual paints the same words over it; nothing is cleared in between."""
    with opened() as guide:
        guide.until_live()
        first = guide.raw[: guide.raw.index(b"\x1b[?1000h")]
        assert b"Childline 0800 1111" in first
        assert b"I'm not sure" in first
        before = guide.shown
        guide.type("\x1b[B")
        guide.until_shown(">1  Yes")
        after_first = guide.raw[len(first) :]

        assert b"\x1b[2J" not in after_first
        assert 1 == guide.raw.count(b"\x1b[?1049h")
        assert before.replace(" 1  Yes", ">1  Yes").split("\n")[:20] == guide.shown.split("\n")[:20]


def test_xterm_keeps_the_colours_of_the_first_screen() -> None:
    """By its name it has few; what Textual paints over the first screen is not in those."""
    named = {"TERM": "xterm", "XTERM_VERSION": "XTerm(379)", "COLORTERM": ""}
    with opened(environment=named) as guide:
        guide.until_live()
        first = len(guide.raw)
        guide.type("\x1b[B")
        guide.until_shown(">1  Yes")

        assert b"48;5;" in guide.raw[:first]
        assert b"48;5;" in guide.raw[first:]


def test_keys_typed_before_textual_is_there_are_not_lost() -> None:
    """Two answers typed at once, as soon as the first words show, are both given."""
    with opened() as guide:
        guide.until_shown("0800 1111")
        guide.type("2under\r")

        assert "What is wrong?" in guide.until_shown("Question 3 of about 3")


def test_nothing_typed_is_shown_by_the_terminal_itself() -> None:
    """Not while the guide starts, either."""
    with opened() as guide:
        guide.until_shown("0800 1111")
        guide.type("qqq")
        guide.until_shown("> qqq_")

        assert 1 == guide.shown.count("qqq")


def escape_slowly(guide: Terminal) -> None:
    guide.type("\x1b")
    guide.read(0.2)
    guide.type("\x1b")


WAYS_OUT: dict[str, Callable[[Terminal], None]] = {
    "Esc twice": lambda guide: guide.type("\x1b\x1b"),
    "Esc and Esc": lambda guide: escape_slowly(guide),
    "Ctrl+C": lambda guide: guide.type("\x03"),
    "Ctrl+backslash": lambda guide: guide.type("\x1c"),
    "x": lambda guide: guide.type("x\r"),
    "a click": lambda guide: guide.click("Hide this"),
    "a hangup": lambda guide: guide.process.send_signal(signal.SIGHUP),
    "a polite kill": lambda guide: guide.process.send_signal(signal.SIGTERM),
    "an interrupt": lambda guide: guide.process.send_signal(signal.SIGINT),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_hiding_leaves_nothing(way: str) -> None:
    """No word on the screen, the scrollback and the title cleared, the terminal as it was."""
    with opened() as guide:
        guide.until_live()
        guide.until_shown("I'm not sure")
        guide.type("2")
        guide.until_shown("How old are you?")
        WAYS_OUT[way](guide)

        assert 0 == guide.ended()
        assert "" == guide.shown
        last = guide.raw[guide.raw.rindex(b"\x1b[?1049l") :]
        assert re.fullmatch(rb"\x1b\[\?1049l\x1b\[\?25h\x1b\[0m\x1b\[H\x1b\[2J\x1b\[3J"
                            rb"\x1b\]2;\x07", last)  # fmt: skip
        assert guide.before == termios.tcgetattr(guide.slave)
        for mode in (b"1000", b"1003", b"1006", b"2004", b"1004"):
            assert guide.raw.rindex(b"\x1b[?%bl" % mode) > guide.raw.rindex(b"\x1b[?%bh" % mode)


@pytest.mark.parametrize("keys", ["\x03", ""], ids=["Ctrl+C", "a polite kill"])
def test_hiding_works_before_textual_is_there(keys: str) -> None:
    """From the first word on."""
    with opened() as guide:
        guide.until_shown("0800 1111")
        if keys:
            guide.type(keys)
        else:
            guide.process.send_signal(signal.SIGTERM)

        assert 0 == guide.ended()
        assert "" == guide.shown
        assert guide.before == termios.tcgetattr(guide.slave)


def test_covering_comes_first() -> None:
    """The screen is empty before anything else is set back."""
    with opened() as guide:
        guide.until_live()
        guide.until_shown("I'm not sure")
        guide.settle(0.2)
        start = len(guide.raw)
        guide.type("\x03")
        guide.ended()

        assert guide.raw[start:].startswith(b"\x1b[0m\x1b[H\x1b[2J")


def test_starting_again_after_hiding_shows_the_first_screen_only() -> None:
    """Nothing of the last conversation comes back."""
    for _ in range(2):
        with opened() as guide:
            guide.until_live()
            shown = guide.until_shown("I'm not sure")
            assert "How old are you?" not in shown
            guide.type("2")
            guide.until_shown("How old are you?")
            guide.type("\x1b\x1b")
            guide.ended()


def test_the_window_can_be_resized_wildly() -> None:
    """To one cell and back, many times in a row: the same words are there again."""
    with opened() as guide:
        guide.until_live()
        guide.until_shown("I'm not sure")
        for size in [(1, 1), (300, 5), (2, 90), (40, 20), (120, 50)] * 4:
            guide.resize(*size)
            guide.process.send_signal(signal.SIGWINCH)
            guide.read(0.01)
        guide.resize(60, 25)
        guide.process.send_signal(signal.SIGWINCH)
        guide.until(lambda: guide.screen.display[24].startswith(" F2 Questions"))
        assert "Is anyone in danger now?" in guide.shown


def test_it_cannot_be_suspended() -> None:
    """Ctrl+Z would leave what was said behind, for whoever types `fg`."""
    with opened() as guide:
        guide.until_live()
        guide.until_shown("I'm not sure")
        guide.type("\x1a")
        guide.process.send_signal(signal.SIGTSTP)
        guide.type("2")
        guide.until_shown("How old are you?")


def test_plain_mode_goes_on_at_the_same_place() -> None:
    """F5 and then plain lines, the same question, and the usual ways to leave."""
    with opened() as guide:
        guide.until_live()
        guide.type("2")
        guide.until_shown("How old are you?")
        guide.type("\x1b[15~")
        guide.until(lambda: b"Type a number, or help." in guide.raw)
        shown = guide.until_shown("3. I'm not sure")
        assert "Question 2 of about 3." in shown
        guide.type("2\n")
        guide.until_shown("What is worrying you?")
        guide.type("\x03")

        assert 0 == guide.ended()
        assert "" == guide.shown.replace("^C", "")
        assert guide.before == termios.tcgetattr(guide.slave)


def test_chat_goes_back_to_the_full_screen_at_the_same_place() -> None:
    """From plain lines, and from there it hides as ever, with the terminal as it was."""
    with opened() as guide:
        guide.until_live()
        guide.type("2")
        guide.until_shown("How old are you?")
        guide.type("\x1b[15~")
        guide.until_shown("Question 2 of about 3.")
        live = guide.raw.count(LIVE)
        guide.type("chat\n")
        guide.until(lambda: guide.raw.count(LIVE) > live)
        guide.until_shown("/ More")
        assert "How old are you?" in guide.shown
        guide.type("\x1b")
        guide.until_shown("Paused.")
        assert "How old" not in guide.shown
        guide.type("\x1b")

        assert 0 == guide.ended()
        assert "" == guide.shown
        assert guide.before == termios.tcgetattr(guide.slave)


def test_the_terminals_own_cursor_is_where_the_person_is() -> None:
    """In the typed line first; then at each answer that is selected, and seen."""
    with opened() as guide:
        guide.until_live()
        guide.until_shown("I'm not sure")
        cursor = guide.screen.cursor

        def is_at(words: str) -> Callable[[], bool]:
            return lambda: guide.screen.display[cursor.y].lstrip("\u2502 ").startswith(words)

        guide.until(is_at("> "))
        for words in (">1  Yes", ">2  No", ">3  I'm not sure"):
            guide.type("\x1b[B")
            guide.until_shown(words)
            guide.until(is_at(words))
            assert ">" == guide.screen.display[cursor.y][cursor.x]
            assert not cursor.hidden
        guide.type("\x03")
        guide.ended()


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(["--plain"], {}), ([], {"TERM": "dumb"}), ([], {"ACCESSIBLE": "1"})],
    ids=["--plain", "TERM=dumb", "ACCESSIBLE=1"],
)
def test_plain_mode_stays_plain(arguments: list[str], environment: dict[str, str]) -> None:
    """Where it is asked for, or a terminal can do no more."""
    with opened(*arguments, environment=environment) as guide:
        guide.until_shown("Type a number, or help.")

        assert b"\x1b[?1049h" not in guide.raw


BROKEN = {
    "a key": "import guide.front.chat.app as m; m.keys.pressed = boom",
    "the first screen": "import guide.front.chat.launch as m; m.draw_page = boom",
    "Textual": "import sys; sys.modules['textual'] = None",
    "painting": "import guide.front.chat.draw.canvas as m; m.Canvas.render_line = boom",
}


@pytest.mark.parametrize("part", BROKEN)
def test_whatever_breaks_the_fail_safe_card_is_shown(part: str) -> None:
    """Status 1, 999 and Childline, nothing of the fault, and the terminal as it was."""
    code = (
        "def boom(*a, **k): raise ZeroDivisionError('secret')\n"
        f"{BROKEN[part]}\n"
        "from guide.__main__ import entry; entry()"
    )
    with opened(command=[sys.executable, "-c", code]) as guide:
        guide.until(lambda: LIVE in guide.raw or b"stopped working" in guide.raw)
        guide.type("2")

        assert 1 == guide.ended()
        for words in ("999", "0800 1111", "It is not your fault."):
            assert words in guide.shown
        assert b"secret" not in guide.raw
        assert b"Traceback" not in guide.raw
        assert guide.before == termios.tcgetattr(guide.slave)


def test_links_can_be_opened_where_the_terminal_can_do_that() -> None:
    """OSC 8, with the address in words too."""
    with opened() as guide:
        guide.until_live()
        guide.type("2")
        guide.until_shown("How old are you?")
        guide.type("\x1b[B\x1b[B\r")  # the same digit so soon would be taken for a bounce
        guide.until_shown("What is worrying you?")
        guide.type("1")
        guide.until_shown("https://www.ceop.police.uk/safety-centre")

        assert re.search(
            rb"\x1b\]8;[^;]*;https://www.ceop.police.uk/safety-centre\x1b\\", guide.raw
        )


def test_no_title_is_ever_set() -> None:
    """The window's title is only ever emptied."""
    with opened() as guide:
        guide.until_live()
        guide.type("2")
        guide.until_shown("How old are you?")
        guide.type("\x1b\x1b")
        guide.ended()

        assert [b"\x1b]2;\x07"] == re.findall(rb"\x1b\][012];[^\x07\x1b]*\x07?", guide.raw)


@needs_strace
def test_a_whole_chat_writes_no_file_and_opens_no_socket(tmp_path: Path) -> None:
    """Every system call of a session: answers, topics, help, a code, plain mode, hiding."""
    trace = tmp_path / "trace"
    home = tmp_path / "home"
    home.mkdir()
    log = {"TEXTUAL": "devtools,debug", "TEXTUAL_LOG": str(home / "log")}
    places = {"HOME": str(home), "TMPDIR": str(home)}
    with opened(command=traced(trace, GUIDE), environment={**places, **log}) as guide:
        guide.until_live()
        for keys, words in (
            ("2", "How old are you?"),
            ("?", "Help you can use now"),
            ("\x7f", "How old are you?"),
            ("\x1b[12~", "What people also ask"),
            ("2\r", "What is worrying you?"),
            ("1", "Tell the CEOP Safety Centre"),
            ("\x1b[18~", "Point a phone's camera"),
            ("\x03", ""),
        ):
            time.sleep(0.1)
            if keys == "2\r" and "people also ask" in guide.shown:
                guide.type("\x7f")
            guide.type(keys)
            if words:
                guide.until_shown(words)
        guide.ended()

    assert [] == writes(trace_lines(trace))
    assert [] == list(home.iterdir())
