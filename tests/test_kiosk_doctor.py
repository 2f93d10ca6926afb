"""`guide kiosk doctor`: each door of a machine is found open or closed, and nothing is changed."""

import fcntl
import struct
from pathlib import Path
from typing import Any

import pytest

from guide.commands.parser import run
from guide.kiosk.doctor import DOOR_CLOSED, DOOR_OPEN, DOOR_UNTRIED, Machine, doors
from tests.support.talking import ROOT

KIOSK = {
    "etc/systemd/logind.conf": "[Login]\n#NAutoVTs=6\nNAutoVTs=0\n",
    "etc/systemd/logind.conf.d/kiosk.conf": "[Login]\nReserveVT = 0\n",
    "etc/systemd/system/guide-kiosk.service": "WatchdogSec=30\n",
    "proc/sys/kernel/sysrq": "0\n",
    "proc/sys/kernel/printk": "3\t4\t1\t7\n",
    "proc/swaps": "Filename Type Size Used Priority\n",
    "sys/fs/cgroup/cgroup.controllers": "cpu memory pids\n",
    "proc/mounts": "proc /proc proc rw 0 0\noverlay / overlay rw 0 0\n",
    "sys/class/rtc/rtc0/name": "rtc\n",
    "dev/tty0": "",
}
"""A machine with every door closed, as its files say."""

KEYS = "No key of the console leads elsewhere, or stops the screen."


def machine(folder: Path, **changed: str | None) -> Machine:
    """A machine with these files changed, or not there; `__` stands for `/`."""
    files = KIOSK | {name.replace("__", "/"): text for name, text in changed.items()}
    for name, text in files.items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    unit = folder / "etc/systemd/system/ctrl-alt-del.target"
    unit.symlink_to("/dev/null")
    return Machine(str(folder))


def keymap(monkeypatch: pytest.MonkeyPatch, keys: dict[tuple[int, int], int]) -> None:
    """Give the console this keymap; all other keys are letters."""

    def ioctl(_: int, __: int, asked: bytes) -> bytes:
        table, key, _value = struct.unpack("BBH", asked)
        return struct.pack("BBH", table, key, keys.get((table, key), 0x0B61))

    monkeypatch.setattr(fcntl, "ioctl", ioctl)


def states(tried: Machine) -> dict[str, str]:
    return {door.what: door.state for door in doors(tried)}


def test_a_machine_that_is_set_up_has_no_open_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keymap(monkeypatch, {})

    found = states(machine(tmp_path))
    found.pop("The program can be changed by root alone.")  # that of this checkout
    assert {DOOR_CLOSED} == set(found.values())


@pytest.mark.parametrize(
    ("changed", "door"),
    [
        ({"etc__systemd__logind.conf.d__kiosk.conf": ""}, "No key asks for another console"),
        ({"proc__sys__kernel__sysrq": "438\n"}, "The magic keys (SysRq)"),
        ({"proc__sys__kernel__printk": "7 4 1 7\n"}, "The kernel writes nothing over"),
        ({"proc__swaps": "Filename\n/swapfile file 1 0 -2\n"}, "No memory is written to a disk"),
        ({"sys__fs__cgroup__cgroup.controllers": "cpu pids\n"}, "The limits on memory hold."),
        ({"proc__mounts": "/dev/sda1 / ext4 rw,relatime 0 0\n"}, "The disk can lose its power"),
        ({"sys__class__rtc__rtc0__name": None}, "There is a clock that goes on"),
        ({"etc__systemd__system__guide-kiosk.service": "Type=exec\n"}, "It is started by itself"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_open_door_is_found_with_what_to_do(
    changed: dict[str, str | None], door: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keymap(monkeypatch, {})
    tried = [look for look in doors(machine(tmp_path, **changed)) if look.what.startswith(door)]

    assert [DOOR_OPEN] == [look.state for look in tried]
    assert tried[0].to_do.endswith((".", ")", "target", "off"))


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [(0, 70, 0x209), (8, 60, 0x501), (8, 105, 0x210), (12, 111, 0x20C), (2, 59, 0x50C)],
    ids=["Scroll Lock", "Alt+F2", "Alt+Left", "Ctrl+Alt+Del", "AltGr+F1"],
)
def test_a_key_of_the_console_that_leads_elsewhere_is_found(
    table: int, key: int, value: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the keymap that is loaded now, whatever some file says."""
    keymap(monkeypatch, {(table, key): value})

    assert DOOR_OPEN == states(machine(tmp_path))[KEYS]


def test_what_cannot_be_tried_is_not_said_to_be_closed(tmp_path: Path) -> None:
    """No console, no right to ask, another system."""
    found = {door.what: door for door in doors(Machine(str(tmp_path / "nowhere")))}

    assert DOOR_UNTRIED == found[KEYS].state
    assert "Ask as root" in found[KEYS].to_do
    assert DOOR_UNTRIED == found["The magic keys (SysRq) do nothing."].state
    assert DOOR_CLOSED not in {state for what, state in states(Machine(str(tmp_path))).items()
                          if "program" not in what}  # fmt: skip


def test_the_page_can_be_printed_and_signed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every door with its state, what to do where it is open, on one page; status 1 for any."""
    from guide.commands import kiosk

    monkeypatch.setattr(kiosk, "_look", lambda *_: (None, "The terminal has no colours."))

    assert 1 == run(["kiosk", "doctor"])
    page = capsys.readouterr().out
    assert "[OPEN] The guide is fit to open.\n    The terminal has no colours." in page
    assert page.splitlines()[-1].startswith("Looked at by ___")
    assert len(page.splitlines()) <= 60


def test_the_keymap_takes_every_way_out_away_and_no_letter() -> None:
    """Each key with a door on it, with each combination of keys held beside it that has one."""
    text = (ROOT / "deploy" / "kiosk" / "kiosk.map").read_text("utf-8")
    lines = [line.split() for line in text.splitlines() if "keycode" in line]
    taken: set[tuple[frozenset[str], int]] = set()
    for line in lines:
        at = line.index("keycode")
        assert ["=", "VoidSymbol"] == line[at + 2 :]
        taken.add((frozenset(line[:at]), int(line[at + 1])))

    wanted: list[Any] = [([], 70), (["alt"], 60), (["alt", "control"], 111), (["altgr"], 59)]
    for held, key in wanted:
        assert (frozenset(held), key) in taken
    assert not {(frozenset[str](), key) for key in (59, 60, 103, 105, 106, 108, 111)} & taken
    assert {70, 99, 84, 101, 119, *range(59, 69), 87, 88, 103, 105, 106, 108, 111, 83} == {
        key for _, key in taken
    }
