"""The chat in a terminal, side by side with an empty Textual app: first paint, answers, leaving."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import NamedTuple

from guide import shipped
from tests.bench.installed import Installed
from tests.bench.measure import interleaved, percentile
from tests.bench.table import Row, Table, at_most

ROOT = Path(__file__).parents[2]
ROUNDS = 9
PRESSES = 60
TURNS = 960
"""A session takes 1,000 answers at most."""
CONVERSATIONS = 3
FRAME = 1 / 60
_BOUNCE = 0.31
"""Seconds after which a digit pressed again is taken for a second one (guide/front/chat/app.py)."""
_FIRST_ANSWER = b"\x1b[B\r"
"""Down and Enter: these may come as fast as they like."""
_SECOND = b"Question 2 of about"
"""What a screen shows once the first question is answered."""
COLUMNS, LINES = 100, 30

EMPTY = """
from textual.app import App
from textual.widgets import Label
class Empty(App):
    count = 0
    def compose(self):
        yield Label("ready 0 of some")
    def on_key(self, event):
        self.count += 1
        self.query_one(Label).update(f"ready {self.count} of some")
Empty().run()
"""


class Press(NamedTuple):
    """Seconds from a key to what it brings: on the clock, and those in which the program ran."""

    clock: float
    processor: float


class Opened:
    """A program in a terminal of its own; what it writes is looked through as it comes."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self._terminal, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for name in ("COLUMNS", "LINES", "NO_COLOR", "ACCESSIBLE"):
            environment.pop(name, None)
        self.begun = perf_counter()
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=other, stdout=other, stderr=other,
            start_new_session=True,
        )  # fmt: skip
        os.close(other)

    def until(self, words: bytes) -> float:
        """Read until these words come; gives the time."""
        seen = b""
        while words not in seen:
            seen += self._read()
        return perf_counter()

    def press(self, key: bytes, words: bytes) -> Press:
        """Press a key; gives how long it took until these words had come."""
        used, begun = self._processor, perf_counter()
        os.write(self._terminal, key)
        return Press(self.until(words) - begun, self._processor - used)

    def rest(self) -> None:
        """Read on until nothing comes any more."""
        while select.select([self._terminal], [], [], 0.05)[0]:
            self._read()

    def gone(self, key: bytes) -> tuple[float, float]:
        """Press a key that ends it; gives the seconds until it is covered, and until it is gone."""
        begun = perf_counter()
        os.write(self._terminal, key)
        covered = self._until_covered() - begun
        self.process.wait()
        return covered, perf_counter() - begun

    def _until_covered(self) -> float:
        seen = b""
        while not (b"\x1b[2J" in seen or b"\x1b[?1049l" in seen):
            try:
                seen += self._read()
            except OSError:
                break
        return perf_counter()

    def _read(self) -> bytes:
        if not select.select([self._terminal], [], [], 30)[0]:
            raise TimeoutError(f"{self.process.args!r} does not answer")
        return os.read(self._terminal, 1 << 16)

    @property
    def peak(self) -> int:
        """The most memory it has had, in KiB: of a guardian and who talks, the larger one."""
        return max(map(_peak_of, self._pids))

    @property
    def _processor(self) -> float:
        """Seconds in which a processor has worked for it."""
        threads = [thread for pid in self._pids for thread in Path(f"/proc/{pid}/task").iterdir()]
        return sum(int((each / "schedstat").read_text().split()[0]) for each in threads) / 1e9

    @property
    def _pids(self) -> tuple[int, ...]:
        """Of a guardian and who talks."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return (pid, *map(int, children))

    def __enter__(self) -> "Opened":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._terminal)


class Bench:
    """Copies of the guide as a package leaves it, and how to open them and the empty app."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._copies = {
            "flows": Installed(folder / "flows", Path(shipped.folder("flows"))),
            "round": Installed(folder / "round", ROOT / "tests" / "flows" / "round"),
        }

    def empty(self) -> Opened:
        """The empty app."""
        return Opened([sys.executable, "-c", EMPTY], self.folder)

    def chat(self, flows: str) -> Opened:
        """The chat over a folder of flows."""
        return Opened([sys.executable, "-m", "guide"], self._copies[flows].folder)

    # -- starting

    def empty_shown(self) -> float:
        with self.empty() as opened:
            return opened.until(b"ready 0") - opened.begun

    def empty_live(self) -> float:
        with self.empty() as opened:
            opened.until(b"ready 0")
            opened.press(b"a", b"ready 1")
            return perf_counter() - opened.begun

    def chat_shown(self) -> float:
        with self.chat("flows") as opened:
            return opened.until(b"0800 1111") - opened.begun

    def chat_live(self) -> float:
        with self.chat("flows") as opened:
            opened.until(b"0800 1111")
            opened.press(b"1", _SECOND)
            return perf_counter() - opened.begun


def tables() -> Iterator[Table]:
    """Three tables: starting, answering, leaving."""
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        yield _answering(bench)
        yield _starting(bench)
        yield _leaving(bench)


def _starting(bench: Bench) -> Table:
    cases: dict[str, Callable[[], float]] = {
        "empty Textual app, shown": bench.empty_shown,
        "chat, first screen shown": bench.chat_shown,
        "empty Textual app, live": bench.empty_live,
        "chat, live": bench.chat_live,
    }
    found = interleaved(cases, ROUNDS)
    empty, shown, empty_live, live = found.values()
    return Table(
        "The chat starts: process start to words on the screen",
        ("ms", "x empty app"),
        [
            Row("empty Textual app, shown", (_ms(empty), "1.00")),
            Row("chat, first screen", _pair(shown, empty), at_most(shown / empty, 0.3)),
            Row("empty Textual app, live", (_ms(empty_live), "1.00")),
            Row("chat, live", _pair(live, empty_live), at_most(live / empty_live, 1.1)),
        ],
        ["live: a key pressed as soon as the first screen shows is answered on the screen."],
    )


class Answers:
    """What it took until a label and until a question were seen, early and late."""

    def __init__(self) -> None:
        self.labels: list[Press] = []
        self.answers: list[Press] = []
        self.late_labels: list[Press] = []
        self.late_answers: list[Press] = []
        self.peaks = (0, 0)

    def converse(self, bench: Bench) -> None:
        """Hold one long conversation, beside an empty app whose labels take turns with it."""
        with bench.empty() as empty, bench.chat("round") as chat:
            empty.until(b"ready 0")
            chat.until(b"Question 1 of about")
            sleep(1)
            chat.rest()
            _presses(empty, chat, range(PRESSES), self.labels, self.answers)
            for turn in range(PRESSES, TURNS - PRESSES):
                _answer(chat, turn, _FIRST_ANSWER)
            late = range(TURNS - PRESSES, TURNS)
            _presses(empty, chat, late, self.late_labels, self.late_answers)
            self.peaks = empty.peak, chat.peak


def _answering(bench: Bench) -> Table:
    seen = Answers()
    for _ in range(CONVERSATIONS):
        seen.converse(bench)
    label, answer = _clock(seen.labels), _clock(seen.answers)
    first = _worked(seen.answers) / _worked(seen.labels)
    late = _worked(seen.late_answers) / _worked(seen.late_labels)
    slow = percentile([press.processor for press in seen.answers + seen.late_answers], 95)
    slow_label, slow_answer = _slow(seen.labels), _slow(seen.answers)
    empty, chat = (peak / 1024 for peak in seen.peaks)
    return Table(
        "The chat answers: key pressed to the next question on the screen",
        ("ms", "x label"),
        [
            Row("empty app, a label", (_ms(label), "1.00")),
            Row("an answer", _pair(answer, label), at_most(answer / label, 3)),
            Row("an answer on the clock, 95th percentile", _pair(slow_answer, slow_label),
                at_most(slow_answer / slow_label, 3)),
            Row("an answer, processor time", (_ms(_worked(seen.answers)), f"{first:.2f}")),
            Row(
                f"the same after {TURNS} turns",
                (_ms(_worked(seen.late_answers)), f"{late:.2f}"),
                at_most(late / first, 1.2, "x the first"),
            ),
            Row("processor time, 95th percentile", (_ms(slow), ""),
                at_most(slow * 1e3, FRAME * 1e3, " ms")),
            Row("peak memory, MiB", (f"{chat:.1f}", f"{chat / empty:.2f}"),
                at_most(chat / empty, 1.2)),
        ],
        [
            "Labels and answers take turns, early and late, each held to its own.",
            "On the clock, 95th percentile: against a label's, as other programs delay both.",
            "Processor time: whether it grows, and the slowest, are not other programs' turns.",
            f"The empty app's peak memory: {empty:.1f} MiB.",
        ],
    )  # fmt: skip


def _presses(
    empty: Opened, chat: Opened, turns: range, labels: list[Press], answers: list[Press]
) -> None:
    for turn in turns:
        pressed = turn + 1 - (TURNS - 2 * PRESSES if turns.start else 0)
        sleep(0.03)
        labels.append(empty.press(b"a", f"ready {pressed} of".encode()))
        sleep(_BOUNCE)
        answers.append(_answer(chat, turn, b"1"))


def _answer(chat: Opened, turn: int, keys: bytes) -> Press:
    return chat.press(keys, f"Question {turn + 2} of about".encode())


def _slow(presses: list[Press]) -> float:
    """What all but one in twenty took at most, on the clock."""
    return percentile([press.clock for press in presses], 95)


def _clock(presses: list[Press]) -> float:
    return median(press.clock for press in presses)


def _worked(presses: list[Press]) -> float:
    return median(press.processor for press in presses)


def _leaving(bench: Bench) -> Table:
    empty, covered, gone = [], [], []
    for _ in range(ROUNDS):
        with bench.empty() as opened:
            opened.until(b"ready 0")
            opened.rest()
            empty.append(opened.gone(b"\x11")[1])
        with bench.chat("flows") as opened:
            opened.until(b"0800 1111")
            opened.press(b"1", _SECOND)
            opened.rest()
            times = opened.gone(b"\x03")
            covered.append(times[0])
            gone.append(times[1])
    leave, cover, end = median(empty), median(covered), median(gone)
    return Table(
        "The chat is hidden: key pressed to",
        ("ms", "x Textual's exit"),
        [
            Row("empty app, gone", (_ms(leave), "1.00")),
            Row("chat, covered", _pair(cover, leave), at_most(cover * 1e3, FRAME * 1e3, " ms")),
            Row("chat, gone", _pair(end, leave), at_most(end / leave, 0.1)),
        ],
    )


def _peak_of(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.1f}"


def _pair(seconds: float, beside: float) -> tuple[str, str]:
    return _ms(seconds), f"{seconds / beside:.2f}"
