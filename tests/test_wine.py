"""The guide for Windows, as far as Wine can show it: a Windows Python, its ctypes, Wine's console.

What Wine cannot show is how a console of Windows draws: that part is in test_windows.py, with
stand-ins. Nothing here is a real Windows.
"""

import pytest

from tests.support import wine as windows
from tests.support.wine import CHAT, Wine
from tests.support.worlds import can_be_had

pytestmark = pytest.mark.soak

SECRET = "zebrafish"


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Wine:
    if why := windows.missing():
        pytest.skip(why)
    if not can_be_had(tmp_path_factory.mktemp("download")):
        pytest.skip("no package can be downloaded here: no network?")
    return windows.install(tmp_path_factory.mktemp("wine"))


def test_commands_work(wine: Wine) -> None:
    for arguments, words in (
        (["check"], b"0 errors"),
        (["match", "he wants pics"], b"sexual-kind"),
        (["--version"], b"0."),
    ):
        done = wine.run(*arguments)

        assert 0 == done.returncode, done.stderr
        assert words in done.stdout + done.stderr


def test_the_kiosk_says_that_it_cannot_open(wine: Wine) -> None:
    done = wine.run("kiosk", "--selfcheck")

    assert 0 != done.returncode
    assert b"Traceback" not in done.stderr


def test_a_pipe_of_powershell_is_heard(wine: Wine) -> None:
    done = wine.run("--plain", typed=b"\xef\xbb\xbf2\r\n2\r\nx\r\n")

    assert (0, b"") == (done.returncode, done.stderr)
    assert b"Question 2" in done.stdout


def test_a_console_that_shows_escape_sequences_is_given_plain_lines(wine: Wine) -> None:
    """Wine's says that it takes them. `x` empties it all the same, and it is set as it was."""
    with wine.console() as window:
        window.until(lambda: "\n>" in window.in_console)
        window.type(f"my uncle {SECRET}\r")
        window.until(lambda: f"> my uncle {SECRET}" in window.in_console)
        window.type("x\r")
        before, status, after = window.ended()

        assert ("0", before) == (status, after)
        assert "" == window.in_console


def test_the_chat_is_held_with_the_keys_of_a_console(wine: Wine) -> None:
    """It takes answers and words, is covered and uncovered; hidden, nothing of it is left."""
    with wine.console(script=f"{TAKES}{CHAT}") as window:
        window.until(lambda: b"\x1b[?2004h" in window.raw)
        window.type("2")
        window.until_shown("Question 2")
        window.type(SECRET)
        window.until_shown(f"> {SECRET}")
        window.type("\x1b")
        window.until(lambda: SECRET not in window.shown)
        window.type("a")
        window.until_shown(f"> {SECRET}")
        window.type("\x1b")
        window.until(lambda: SECRET not in window.shown)
        window.type("\x1b")  # not Ctrl+C, of which Wine makes no key
        before, status, after = window.ended()

        assert ("0", before) == (status, after)
        assert "" == window.shown
        assert window.raw.endswith(b"\x1b[2J\x1b[3J\x1b]2;\x07")


TAKES = """
from guide.front.windows import Console
Console._hides_codes = lambda self: True
"""
"""As a console of Windows 10 is: it takes escape sequences and shows none of them."""
