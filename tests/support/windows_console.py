"""A console of Windows made of a Unix terminal: kernel32 as its documentation tells of it.

Run as a program it is a guide on such a console. The first argument is the file that is told how
the console is set, the second what it knows of `codes`, `keys` and `hides` (see Kernel).
"""

import asyncio  # noqa: F401  (it asks for msvcrt to know the system by)
import ctypes
import os
import select
import sys
import termios
from collections.abc import Callable
from types import ModuleType
from typing import Any

INPUT, OUTPUT = -10, -11
CODES, KEY_CODES = 0x0004, 0x0200
LINES = 0x0002 | 0x0004
"""A line at a time, shown as it is typed (ENABLE_LINE_INPUT, ENABLE_ECHO_INPUT)."""
TIMEOUT = 0x102


class Kernel:
    """kernel32, and a console of 80 by 300 cells of which a window shows some."""

    def __init__(self, knows: str = "codes keys hides", on_set: Callable[[], None] = lambda: None):
        """It knows `codes` it is written to, and `keys` as codes; `hides` says it shows no code."""
        self.knows = knows.split()
        self.modes = {INPUT: 0x1F7, OUTPUT: 0x3}
        self.written = ""
        self.lines = ["secret"]
        self.calls: list[str] = []
        self.cursor = 0
        self.on_set = on_set
        self.GetStdHandle: Any = lambda number: number

    def GetConsoleMode(self, handle: int, mode: Any) -> bool:  # noqa: N802
        mode._obj.value = self.modes.get(handle, 0)
        return handle in self.modes

    def SetConsoleMode(self, handle: int, mode: int) -> bool:  # noqa: N802
        needs = {OUTPUT: (CODES, "codes"), INPUT: (KEY_CODES, "keys")}[handle]
        if mode & needs[0] and needs[1] not in self.knows:
            return False
        self.modes[handle] = mode
        self.on_set()
        return True

    def GetConsoleScreenBufferInfo(self, _: int, state: Any) -> bool:  # noqa: N802
        state._obj.columns, state._obj.rows, state._obj.column = 80, 300, self.cursor
        return True

    def SetConsoleCursorPosition(self, _: int, at: Any) -> bool:  # noqa: N802
        self.cursor = at.X
        return True

    def FillConsoleOutputCharacterW(  # noqa: N802
        self, _: int, letter: Any, cells: int, at: Any, __: Any
    ) -> bool:
        self.calls.append(f"{cells} times {letter.value!r} from {at.X}")
        if cells == 80 * 300:
            self.lines.clear()
        return True

    def FillConsoleOutputAttribute(self, *_: Any) -> bool:  # noqa: N802
        return True

    def WriteConsoleW(self, _: int, text: str, units: int, *__: Any) -> bool:  # noqa: N802
        assert units == len(text.encode("utf-16-le", "surrogatepass")) // 2
        self.written += text
        if "hides" not in self.knows:
            self.cursor += units
        return True

    def FlushConsoleInputBuffer(self, _: int) -> bool:  # noqa: N802
        self.calls.append("keys forgotten")
        return True

    def GetModuleFileNameW(self, _: None, path: Any, __: int) -> int:  # noqa: N802
        path.value = "C:\\Python\\python.exe"
        return len(path.value)

    def ExpungeConsoleCommandHistoryW(self, program: str) -> None:  # noqa: N802
        self.calls.append(f"lines of {program} forgotten")


class InATerminal(Kernel):
    """The same, over the terminal of this process: what is written is shown, and keys are heard."""

    def __init__(self, told: str, knows: str) -> None:
        super().__init__(knows, self._set)
        self._told = told
        self._units = b""
        self._before = termios.tcgetattr(0)

    def _set(self) -> None:
        with open(self._told, "a", encoding="ascii") as file:
            print(self.modes[INPUT], self.modes[OUTPUT], file=file)
        now = termios.tcgetattr(0)
        line, signals = termios.ECHO | termios.ICANON, termios.ISIG
        hears = self.modes[INPUT]
        now[3] = (now[3] | line) if hears & LINES else (now[3] & ~line)
        now[3] = (now[3] | signals) if hears & 1 else (now[3] & ~signals)
        now[0] = self._before[0] if hears & LINES else now[0] & ~termios.ICRNL
        termios.tcsetattr(0, termios.TCSANOW, now)

    def WriteConsoleW(self, handle: int, text: str, units: int, *rest: Any) -> bool:  # noqa: N802
        data = text.encode("utf-8", "replace")
        while data:
            data = data[os.write(1, data) :]
        return super().WriteConsoleW(handle, text, units, *rest)

    def WaitForMultipleObjects(self, _: int, __: Any, ___: Any, wait: Any) -> int:  # noqa: N802
        ready = self._units or select.select([0], [], [], wait.value / 1000)[0]
        return 0 if ready else TIMEOUT

    def ReadConsoleInputW(self, _: int, records: Any, __: int, read: Any) -> bool:  # noqa: N802
        """A key with Shift alone, then one letter: half of one that takes two units of UTF-16."""
        if not self._units:
            self._units = os.read(0, 4096).decode("utf-8", "replace").encode("utf-16-le")
        if self._units == "\ufffd".encode("utf-16-le"):  # as a test takes the console away
            return False
        letter, self._units = self._units[:2], self._units[2:]
        letters = ("\0", chr(int.from_bytes(letter, "little")))
        for record, char in zip(records._obj, letters, strict=False):
            record.EventType, key = 1, record.Event.KeyEvent
            key.bKeyDown, key.wVirtualKeyCode, key.uChar.UnicodeChar = True, 1, char
        read._obj.value = 2
        return True


def stand_in(kernel: Kernel) -> None:
    """Let this process take itself for one on Windows, with this kernel32."""
    from guide.front import windows

    windows.IS_WINDOWS = True
    ctypes.WinDLL = lambda *_, **__: kernel  # type: ignore[attr-defined]
    sys.modules["msvcrt"] = ModuleType("msvcrt")
    for name in ("termios", "fcntl", "tty", "pty", "resource"):
        sys.modules[name] = None  # type: ignore[assignment]
    del os.fork, os.getppid
    os.environ.pop("TERM", None)


if __name__ == "__main__":
    stand_in(InATerminal(sys.argv.pop(1), sys.argv.pop(1)))
    from guide.cli import entry

    entry()
