"""A young person's session leaves nothing: no file written, no socket, no words anywhere."""

import compileall
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.talking import ROOT, TINY
from tests.support.watching import needs_strace, trace_lines, traced, watched, writes

TYPED = "help\nhe asked me for pictures\nno\ntopics\n1\n11-17\nsexual\nback\n1\nrestart\nno\nx\n"


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "GUIDE_FLOWS": str(TINY)}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder)}
    return subprocess.run(
        command,
        input=TYPED,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=folder,
        timeout=120,
        check=False,
    )


def test_no_file_is_opened_for_writing_and_no_socket_is_made(tmp_path: Path) -> None:
    """Python itself reports every file, socket and process of a whole conversation."""
    done = run([sys.executable, "-c", watched("--plain")], tmp_path)

    assert (0, "") == (done.returncode, done.stderr)
    assert "How old are you?" in done.stdout
    assert [] == list(tmp_path.iterdir())


def test_the_watcher_would_see_a_file(tmp_path: Path) -> None:
    """The test above can fail: a guide that wrote a file would be seen."""
    writes = watched("--plain").replace(
        "status = main", "open('kept.txt', 'w').close(); status = main"
    )

    assert "open kept.txt" in run([sys.executable, "-c", writes], tmp_path).stderr


@needs_strace
def test_the_system_sees_no_write_but_to_the_terminal(tmp_path: Path) -> None:
    """strace: nothing opened for writing, made, renamed or removed, and no socket."""
    trace = tmp_path / "trace"
    home = tmp_path / "home"
    home.mkdir()

    done = run(traced(trace, [sys.executable, "-m", "guide", "--plain"]), home)

    lines = trace_lines(trace)
    assert 0 == done.returncode
    assert [] == writes(lines)
    assert [] == list(home.iterdir())


def uncompiled(folder: Path) -> Path:
    """A copy of the guide without Python's bytecode, as an installer may leave it."""
    target = folder / "guide"
    shutil.copytree(ROOT / "guide", target, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def play(folder: Path) -> int:
    """A conversation in a copy of the guide, by a Python that would keep bytecode; its status."""
    environment = {n: value for n, value in os.environ.items() if not n.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, "-m", "guide", "--plain"],
        input=TYPED,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**environment, "GUIDE_FLOWS": str(TINY)},
        timeout=120,
        check=False,
    ).returncode


def test_a_conversation_leaves_no_bytecode(tmp_path: Path) -> None:
    """Nothing where the guide is compiled, as pip and `make run` leave it.

    Where it is not, Python keeps what it has read before the guide's first line runs: the two
    files that it starts from, once. They hold the program, and nothing of anyone.
    """
    target = uncompiled(tmp_path)
    first = (play(tmp_path), {path.name.partition(".")[0] for path in target.rglob("*.pyc")})
    compileall.compile_dir(target, quiet=1)
    before = sorted(tmp_path.rglob("*"))
    second = (play(tmp_path), sorted(tmp_path.rglob("*")))

    assert 0 == first[0]
    assert first[1] <= {"__init__", "__main__"}
    assert (0, before) == second


def test_importing_the_guide_changes_nothing_in_the_program_that_does() -> None:
    """Whatever it imports of it: only the command itself keeps Python from writing bytecode."""
    code = (
        "import os, signal, sys, locale, warnings\n"
        "def now(): return (sys.dont_write_bytecode, sys.flags, sys.getrecursionlimit(),"
        " sys.excepthook, sys.stdout.errors, dict(os.environ), os.getcwd(), list(sys.path),"
        " warnings.filters[:], [signal.getsignal(one) for one in signal.valid_signals()],"
        " locale.setlocale(locale.LC_ALL))\n"
        "before = now()\n"
        "import guide, guide.cli, guide.front.start, guide.project, guide.front.plain.app\n"
        "import guide.conversation.conversation, guide.commands.check, guide.commands.parser\n"
        "print([(a, b) for a, b in zip(before, now()) if a != b])"
    )
    environment = {n: value for n, value in os.environ.items() if not n.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=True,
    )

    assert "[]\n" == done.stdout


def test_what_is_typed_reaches_no_environment_and_no_argument(tmp_path: Path) -> None:
    """Nothing a person chose can be read from the list of processes."""
    code = "from guide.cli import main; import os, sys; main(['--plain']);" + (
        "sys.stderr.write(repr(sys.argv) + repr(sorted(os.environ.items())))"
    )

    done = run([sys.executable, "-c", code], tmp_path)

    assert "he asked me" not in done.stderr
    assert "11-17" not in done.stderr
