"""What a process writes: as Python tells it, and as the system does (strace)."""

import re
import shutil
from pathlib import Path

import pytest

needs_strace = pytest.mark.skipif(
    not shutil.which("strace"), reason="strace is not on this machine"
)

READABLE = "import guide.dumps\nguide.dumps.forbid_dumps = lambda: None"
"""So that a test may read its memory, whoever runs it; nobody else may."""

CALLS = "open,openat,creat,socket,connect,mkdir,mkdirat,rename,renameat2,unlink,unlinkat"

_WATCHED = """
import os, sys
seen, first = [], os.getpid()
def see(event):
    if os.getpid() == first:
        seen.append(event)
    else:  # a fork says it at once: it ends without a word
        os.write(2, f"seen in a fork {{event}}\\n".encode())
def watch(event, details):
    if event == "open":
        mode, flags = details[1], details[2]
        writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
        if isinstance(details[0], int):  # a pipe that is open
            pass
        elif (mode and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & writes):
            see(f"{{event}} {{details[0]}}")
    elif event.split(".")[0] in ("socket", "subprocess", "shutil", "tempfile") or event in (
        "os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.system", "os.exec",
        "os.posix_spawn", "os.fork", "os.truncate", "os.putenv", "urllib.Request",
    ):
        see(event)
sys.addaudithook(watch)
from guide.cli import main
status = main({arguments})
sys.stderr.write("".join(f"seen {{event}}\\n" for event in seen))
sys.exit(status)
"""


def watched(*arguments: str) -> str:
    """A program that runs the guide and tells on stderr each write and socket: `seen open FILE`."""
    return _WATCHED.format(arguments=list(arguments))


def traced(trace: Path, command: list[str]) -> list[str]:
    """The command, with its system calls that could leave something written to `trace`."""
    return ["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(trace), *command]


def trace_lines(trace: Path) -> list[str]:
    """The calls that strace saw; the test is skipped where strace may not look."""
    if not trace.exists() or not trace.stat().st_size:
        pytest.skip("strace may not trace here")
    return trace.read_text(encoding="utf-8", errors="replace").splitlines()


def writes(lines: list[str]) -> list[str]:
    """Those of them that open a file for writing, change a folder or make a socket."""
    return [
        line
        for line in lines
        if any(flag in line for flag in ("O_WRONLY", "O_RDWR", "O_CREAT"))
        or not any(call in line for call in ("open", "+++", "---"))
    ]


def lives(pid: int) -> bool:
    """Whether a process is there, and is more than a name that nobody has asked after."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):  # before it was opened, or while it was read
        return False


def memory_of(pid: int, kind: str) -> int:
    """Kilobytes of memory that a process has: `Rss`, or `Pss`, its share of what it shares."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:"))


def in_memory(pid: int, words: str) -> int:
    """How often these words are in all that a process may write to.

    Python keeps a text in one, two or four bytes a letter, by its widest (PEP 393). A process that
    has ended has none.
    """
    try:
        return _in_memory(pid, words)
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _in_memory(pid: int, words: str) -> int:
    kept = re.compile(b"\0{0,3}".join(re.escape(letter.encode()) for letter in words))
    hits = 0
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps, open(f"/proc/{pid}/mem", "rb") as mem:
        for line in maps:
            where, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(part, 16) for part in where.split("-"))
            try:
                mem.seek(start)
                data = mem.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue  # a part that the system does not let anybody read
            hits += len(kept.findall(data))
    return hits
