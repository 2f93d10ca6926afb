"""Talking with the guide in tests: typed lines in, the screen out."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import traceback
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NoReturn

from guide.cli import entry
from guide.conversation.conversation import Conversation
from guide.conversation.starts import starting_at
from guide.flow.library import load_library
from guide.flow.model import Library
from guide.front.plain.app import Plain
from guide.i18n.words import Words
from guide.understanding.recognizers import Recognizers

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "flows"
TINY = ROOT / "tests" / "flows" / "tiny"

_Files = Sequence[IO[bytes]]
"""What a process reads, writes, and writes its faults to."""


def conversation(flows: Path = TINY, start: str = "") -> Conversation:
    """A conversation in English over a folder of flows, by default the tiny one."""
    return conversation_over(load_library(str(flows)), start)


def conversation_over(library: Library, start: str = "") -> Conversation:
    """A conversation in English over a library."""
    found = starting_at(library, start) if start else None
    step, facts = found or ("", {})
    return Conversation(library, Words(library.contacts), step, facts)


def screen_after(typed: Sequence[str], flows: Path = TINY, start: str = "") -> str:
    """Everything plain mode has written once these lines are typed."""
    out = StringIO()
    lines = "".join(f"{line}\n" for line in typed)
    Plain(conversation(flows, start), out, StringIO(lines)).run()
    return out.getvalue()


def guide(
    *arguments: str,
    typed: str | None = None,
    env: Mapping[str, str] | None = None,
    flows: Path | None = TINY,
    installed: Path = ROOT,
) -> subprocess.CompletedProcess[str]:
    """Run `guide` in a process of its own, with `typed` as its standard input.

    `installed` is the folder that a guide of its own stands in, other than the checkout's.
    """
    return subprocess.run(
        [sys.executable, "-m", "guide", *arguments],
        input=typed if typed is not None else "",
        capture_output=True,
        encoding="utf-8",
        env=_environment({"PYTHONPATH": str(installed), **(env or {})}, flows),
        cwd=installed,
        timeout=60,
        check=False,
    )


def forked(
    *arguments: str,
    typed: str = "",
    env: Mapping[str, str] | None = None,
    flows: Path | None = TINY,
) -> subprocess.CompletedProcess[str]:
    """As `guide`, in a fork of the tests' own process: all is imported there, and much is read.

    For what a command prints, and how it ends; not for how a process starts.
    """
    if flows in (None, TINY, SHIPPED):
        _made_before_forks(str(flows or SHIPPED))
    with TemporaryFile() as lines, TemporaryFile() as out, TemporaryFile() as err:
        lines.write(typed.encode())
        lines.seek(0)
        process = _fork(arguments, _environment(env or {}, flows), (lines, out, err))
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        for file in (out, err):
            file.seek(0)
        printed, warned = out.read().decode(), err.read().decode()
        return subprocess.CompletedProcess(["guide", *arguments], status, printed, warned)


def forked_in_terminal(
    *arguments: str, env: Mapping[str, str] | None = None, size: tuple[int, int] = (80, 30)
) -> tuple[int, str]:
    """The status of a `forked` guide over the tiny flow, and all it writes to a terminal.

    Curses is set up once in a process, and so in its forks: another TERM needs a process of its
    own.
    """
    master, slave = pty.openpty()
    columns, rows = size
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    with open(slave, "r+b", buffering=0) as terminal, open(master, "rb", buffering=0) as shown:
        environment = {"TERM": "xterm-256color", "GUIDE_LOCALES": str(TINY / "none"), **(env or {})}
        process = _fork(arguments, _environment(environment, None), (terminal,) * 3)
        terminal.close()
        written = b"".join(_read_until_gone(shown))
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return status, written.decode().replace("\r\n", "\n")


def _read_until_gone(shown: IO[bytes]) -> Iterator[bytes]:
    """What is written to a terminal, until nobody has it open any more."""
    with suppress(OSError):
        while data := shown.read(65536):
            yield data


def _fork(arguments: Sequence[str], environment: Mapping[str, str], files: _Files) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that other threads are not forked
        process = os.fork()
    if not process:
        _be_guide(arguments, environment, files)
    return process


@cache
def _made_before_forks(flows: str) -> None:
    """Read a folder, and make what hears typed English: once here, and in no fork anew."""
    Recognizers(load_library(flows), flows).guesser()


def _be_guide(arguments: Sequence[str], environment: Mapping[str, str], files: _Files) -> NoReturn:
    """Never returns: what stands on the stack is the tests' to go on with."""
    status = 1
    try:
        signal.alarm(60)
        for number, file in enumerate(files):
            os.dup2(file.fileno(), number)
        sys.stdin = os.fdopen(0, encoding="utf-8")
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace")
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(ROOT)
        sys.argv = ["guide", *arguments]
        entry()
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _environment(own: Mapping[str, str], flows: Path | None) -> dict[str, str]:
    """That of the tests, less what would decide what a guide reads, and with its `own`."""
    decides = ("GUIDE_FLOWS", "GUIDE_LOCALES", "GUIDE_LOCALE", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in decides}
    return {**kept, **own, **({} if flows is None else {"GUIDE_FLOWS": str(flows)})}
