"""The doors of a kiosk's machine, each tried on the spot: what `guide kiosk doctor` looks at.

Everything is read, nothing is changed. A look that cannot be had here says so, and is not closed.
"""

import os
import stat
import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.shipped import PACKAGE

DOOR_CLOSED, DOOR_OPEN, DOOR_UNTRIED = "closed", "OPEN", "not tried"
"""What was found of a door."""

_QUIET = 4
"""The most that the kernel may print on a console (proc(5), printk): errors and worse."""
_DOORS = frozenset({0x202, 0x203, 0x204, 0x206, 0x209, 0x20C, 0x20F, 0x210, 0x211, 0x212})
"""Keys of linux/keyboard.h that show registers, memory or state, change the console, hold the
screen, start the machine anew, kill what runs on the console, or ask for a new one."""
_CONSOLES = 5
"""The type of keys that lead to a console of their own (KT_CONS)."""
_KDGKBENT = 0x4B46
"""Asks for an entry of a console's keymap (ioctl_console(2))."""
_TABLES, _KEYS = 16, 128
"""Keymaps for each combination of Shift, AltGr, Ctrl and Alt, and the keys of one."""


class CannotTryError(Exception):
    """A door cannot be tried here; `str()` says why."""


class Tried(NamedTuple):
    """A door, what was found, and what to do where it is not closed."""

    what: str
    state: str
    to_do: str = ""


class Machine:
    """The machine's own files, below a root: a test has one of its own."""

    def __init__(self, root: str = "/") -> None:
        self._root = root

    def path(self, name: str) -> str:
        """Where a file of this name is."""
        return os.path.join(self._root, name)

    def read(self, name: str) -> str:
        """The text of a file; raises CannotTryError where there is none to read."""
        try:
            with open(self.path(name), encoding="utf-8", errors="replace") as file:
                return file.read(65536)
        except OSError as error:
            raise CannotTryError(f"/{name}: {error.strerror}") from None

    def settings(self, name: str) -> dict[str, str]:
        """The settings of a file of systemd's and of those beside it that add to it."""
        files = [name] if os.path.isfile(self.path(name)) else []
        folder = f"{name}.d"
        if os.path.isdir(self.path(folder)):
            names = sorted(os.listdir(self.path(folder)))
            files += [f"{folder}/{entry}" for entry in names if entry.endswith(".conf")]
        lines = (line.partition("=") for file in files for line in self.read(file).splitlines())
        return {
            key.strip(): value.strip() for key, _, value in lines if key.strip()[:1] not in "#;"
        }


def doors(machine: Machine) -> Iterator[Tried]:
    """Every door, tried, in the order of deploy/kiosk/README.md."""
    for what, look in _LOOKS:
        try:
            to_do = look(machine)
        except CannotTryError as why:
            yield Tried(what, DOOR_UNTRIED, str(why))
        else:
            yield Tried(what, DOOR_OPEN if to_do else DOOR_CLOSED, to_do)


def _other_consoles(machine: Machine) -> str:
    settings = machine.settings("etc/systemd/logind.conf")
    if settings.get("NAutoVTs") == settings.get("ReserveVT") == "0":
        return ""
    return "Set NAutoVTs=0 and ReserveVT=0 in /etc/systemd/logind.conf."


def _keys(machine: Machine) -> str:
    """Reads the keymap that the console has now, and no file that might not be loaded."""
    try:
        import fcntl

        console = os.open(machine.path("dev/tty0"), os.O_RDONLY | os.O_NOCTTY)
    except (ImportError, OSError) as error:
        raise CannotTryError(f"/dev/tty0: {error}. Ask as root, on the console.") from None
    try:
        open_keys = sum(
            _is_door(_entry(fcntl.ioctl, console, table, key))
            for table in range(_TABLES)
            for key in range(1, _KEYS)
        )
    except OSError as error:
        raise CannotTryError(f"the console's keymap: {error.strerror}") from None
    finally:
        os.close(console)
    if not open_keys:
        return ""
    return f"{open_keys} keys lead elsewhere. Load deploy/kiosk/kiosk.map (loadkeys)."


def _entry(ioctl: Callable[[int, int, bytes], bytes], console: int, table: int, key: int) -> int:
    # struct kbentry of linux/kd.h: the keymap, the key, what it does.
    asked = struct.pack("BBH", table, key, 0)
    value: int = struct.unpack("BBH", ioctl(console, _KDGKBENT, asked))[2]
    return value


def _is_door(value: int) -> bool:
    # The upper byte is the type of a key (KTYP).
    return value in _DOORS or value >> 8 == _CONSOLES


def _magic_keys(machine: Machine) -> str:
    if machine.read("proc/sys/kernel/sysrq").strip() == "0":
        return ""
    return "Write kernel.sysrq = 0 into /etc/sysctl.d/kiosk.conf."


def _restart_keys(machine: Machine) -> str:
    unit = machine.path("etc/systemd/system/ctrl-alt-del.target")
    if os.path.islink(unit) and os.readlink(unit) == "/dev/null":
        return ""
    return "Run: systemctl mask ctrl-alt-del.target"


def _kernel_messages(machine: Machine) -> str:
    level = int(machine.read("proc/sys/kernel/printk").split()[0])
    return "" if level <= _QUIET else "Add `quiet loglevel=3` to the kernel's command line."


def _swap(machine: Machine) -> str:
    # The first line is the heading.
    if len(machine.read("proc/swaps").splitlines()) <= 1:
        return ""
    return "Use no swap (Raspberry Pi OS: systemctl disable dphys-swapfile; Debian: /etc/fstab)."


def _memory_limits(machine: Machine) -> str:
    if "memory" in machine.read("sys/fs/cgroup/cgroup.controllers").split():
        return ""
    return "Put `cgroup_enable=memory` at the end of the kernel's command line; the last counts."


def _disk(machine: Machine) -> str:
    mounts = [line.split() for line in machine.read("proc/mounts").splitlines()]
    root = [(kind, options) for _, where, kind, options, *_ in mounts if where == "/"]
    if not root:
        raise CannotTryError("/proc/mounts names no /")
    # Of what is mounted over one another the last is seen.
    kind, options = root[-1]
    if kind == "overlay" or "ro" in options.split(","):
        return ""
    return "Make the disk read-only (raspi-config: Overlay File System; Debian: overlayroot)."


def _clock(machine: Machine) -> str:
    if os.path.exists(machine.path("sys/class/rtc/rtc0")):
        return ""
    return "Give it a clock with a battery (an RTC module), or a network to set its clock from."


def _program(_: Machine) -> str:
    state = os.stat(PACKAGE)
    if state.st_uid == 0 and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return ""
    return f"Let only root own and write {PACKAGE}."


def _watchdog(machine: Machine) -> str:
    for unit in ("guide-kiosk.service", "guide-kiosk-touch.service"):
        path = f"etc/systemd/system/{unit}"
        if os.path.exists(machine.path(path)):
            is_watched = "WatchdogSec=" in machine.read(path)
            return "" if is_watched else f"Copy deploy/kiosk/{unit} once more: it has a watchdog."
    return "Copy deploy/kiosk/guide-kiosk.service to /etc/systemd/system and enable it."


_LOOKS: tuple[tuple[str, Callable[[Machine], str]], ...] = (
    ("The program can be changed by root alone.", _program),
    ("It is started by itself, and watched.", _watchdog),
    ("No key asks for another console (logind).", _other_consoles),
    ("No key of the console leads elsewhere, or stops the screen.", _keys),
    ("The magic keys (SysRq) do nothing.", _magic_keys),
    ("Ctrl+Alt+Del does nothing.", _restart_keys),
    ("The kernel writes nothing over the screen but errors.", _kernel_messages),
    ("No memory is written to a disk (swap).", _swap),
    ("The limits on memory hold.", _memory_limits),
    ("The disk can lose its power at any time.", _disk),
    ("There is a clock that goes on without power.", _clock),
)
"""What holds where a door is closed, and the look that gives what to do where it is open."""
