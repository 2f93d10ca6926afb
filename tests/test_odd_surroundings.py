"""Odd bytes, odd settings, hardly any room: plain mode goes on, or shows whom to call."""

import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable
from io import StringIO

import pytest

from guide.front.plain.app import Plain
from tests.support import practising
from tests.support.talking import ROOT, SHIPPED, TINY, conversation

LETTERS = "n\u0301\u0302\u0303" * 500
BYTES = {
    "NUL": b"\0\0\0\n2\n",
    "ten megabytes in a line": b"z" * 10_000_000 + b"\n2\n",
    "two thousand empty lines": b"\n" * 2_000 + b"2\n",
    "UTF-16, as PowerShell writes it": "2\r\n2\r\n".encode("utf-16"),
    "UTF-16 without a mark": "my dad hits me\n2\n".encode("utf-16-le"),
    "a mark before UTF-8": b"\xef\xbb\xbf2\n",
    "Latin-1": "caf\u00e9 \u00a3\n2\n".encode("latin-1"),
    "half of a surrogate pair": b"\xed\xa0\x80 nudes \xed\xbf\xbf\n2\n",
    "marks upon marks": f"{LETTERS}\n2\n".encode(),
    "the other direction": "\u202e\u2066 2\u2069\n2\n".encode(),
    "colours, titles, a report of the mouse": b"\x1b[31m\x1b]2;seen\x07\x1b[<0;1;1M\n2\n",
    "carriage returns alone": b"2\r2\r2\r\n",
    "a line that does not end": b"2",
    "nothing": b"",
    "Ctrl+Z, as Windows ends a file": b"2\n\x1a\n2\n",
    "delete and backspace": b"22\x7f\x08\n2\n",
}
"""What arrives in place of typed words."""

SETTINGS = {
    "no language": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a language nobody knows": {"LANG": "xx_XX.nothing", "LANGUAGE": "xx:yy"},
    "a width that is no number": {"COLUMNS": "wide", "LINES": "-1"},
    "no width at all": {"COLUMNS": "0", "LINES": "0"},
    "a terminal nobody knows": {"TERM": "nonsense"},
    "no terminal named": {"TERM": ""},
    "no home": {"HOME": "/nonexistent"},
    "no colours": {"NO_COLOR": "1", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
    "settings of other programs": {"TEXTUAL": "debug,devtools", "TEXTUAL_THEME": "x"},
    "an encoding of old": {"PYTHONIOENCODING": "cp1252"},
    "an encoding of seven bits": {"PYTHONIOENCODING": "ascii"},
}

FLAGS = [["-I"], ["-OO"], ["-W", "error"], ["-X", "dev"], ["-B"], ["-X", "utf8=0"]]


def at_most(what: int, amount: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(what, (amount, amount))


LIMITS = {
    "eight open files": at_most(resource.RLIMIT_NOFILE, 8),
    "no file may grow": at_most(resource.RLIMIT_FSIZE, 0),
    "no further process": at_most(resource.RLIMIT_NPROC, 0),
    "no core file": at_most(resource.RLIMIT_CORE, 0),
    "little stack": at_most(resource.RLIMIT_STACK, 512 * 1024),
    "sixty megabytes": at_most(resource.RLIMIT_AS, 60 * 2**20),
}


def plain(
    typed: bytes,
    settings: dict[str, str] | None = None,
    flags: list[str] | None = None,
    limit: Callable[[], None] | None = None,
) -> tuple[int, str]:
    """The exit status, and all that was said, on both streams."""
    # With -I nothing of the surroundings is taken, so the folder of the code is told in words.
    code = f"""if True:
        import runpy, sys
        sys.path[0] = {str(ROOT)!r}
        runpy.run_module("guide", None, "__main__")
    """
    arguments = ["--plain", "--flows", str(TINY)]
    done = subprocess.run(
        [sys.executable, *(flags or ()), "-c", code, *arguments],
        input=typed,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd="/",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(settings or {})},
        preexec_fn=limit,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def held(status: int, shown: str) -> None:
    """The conversation went to its end, or the card stands there; and nothing that frightens."""
    assert "0800 1111" in shown
    assert "999" in shown
    for alarming in ("Traceback", "Error", "Warning", "panic"):
        assert alarming not in shown, shown[-2000:]
    assert status in (0, 1)


@pytest.mark.parametrize("typed", BYTES.values(), ids=BYTES)
def test_odd_bytes_end_nothing(typed: bytes) -> None:
    """Whatever comes in, the guide goes on to the end of what was typed."""
    status, shown = plain(typed)

    held(status, shown)
    assert 0 == status
    assert shown.rstrip().endswith(">")


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_odd_settings_end_nothing(settings: dict[str, str]) -> None:
    """A kiosk, a library and a container are set up in ways of their own."""
    status, shown = plain(b"2\n2\n", settings)

    held(status, shown)
    assert 0 == status
    assert "You: " in shown


@pytest.mark.parametrize("flags", FLAGS, ids=" ".join)
def test_however_python_is_started(flags: list[str]) -> None:
    status, shown = plain(b"2\n2\n", flags=flags)

    held(status, shown)
    assert 0 == status
    assert "You: " in shown


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_little_room_ends_at_people_to_call(limit: Callable[[], None]) -> None:
    """The system may refuse files, processes and memory: then the card, and never a fright."""
    status, shown = plain(b"2\n2\n", limit=limit)

    held(status, shown)


# -- any lines, in any order

PIECES = (
    *("1", "2", "3", "4", "5", "6", "7", "8", "0", "99", "-1", "1 2", "2.", "1)"),
    *("help", "back", "topics", "again", "restart", "why", "lang", "chat", "English", "yes", "no"),
    *("kind of", "i dont want to say", "no its my stepdad", "both", "what", "?", ""),
    *("my dad hits me", "someone wants nudes", "i want to die", "help me now", "my nan died"),
    *("moj tata mnie bije", "ajuda", "\U0001f622", "\x1b[2J", "\x00", "n\u0301" * 40, "z" * 6_000),
)


def lines(chance: random.Random, number: int) -> list[str]:
    return [" ".join(chance.choices(PIECES, k=chance.choice((1, 1, 1, 2)))) for _ in range(number)]


def goes_on(chance: random.Random) -> None:
    """A hundred and twenty lines: what is there at the end takes an answer, or names people."""
    out = StringIO()
    practising_now = chance.random() < 0.4
    talk = practising.practice() if practising_now else conversation(SHIPPED)
    typed = lines(chance, 120)

    Plain(talk, out, StringIO("".join(f"{line}\n" for line in typed))).run()

    shown = out.getvalue()
    assert shown.endswith("> "), (typed, shown[-500:])
    assert talk.finished or talk.choices, typed
    assert "\x1b[2J" not in shown, typed
    assert "Traceback" not in shown, typed


def test_any_lines_in_any_order_leave_a_next_step() -> None:
    """A conversation or a practice, answered by numbers, words, commands and noise."""
    for seed in range(3):
        goes_on(random.Random(seed))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 104))
def test_two_hundred_talks_of_any_lines(seed: int) -> None:
    """As above, for minutes."""
    chance = random.Random(seed)
    for _ in range(50):
        goes_on(chance)
