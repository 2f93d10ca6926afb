"""A kiosk that is looked after: its heartbeat, a line of health a day, and no word of a person."""

import os
import socket
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from guide.front.kiosk.app import LOOK
from guide.kiosk.alive import Alive, Notifier
from guide.kiosk.journal import Journal
from tests.support.kiosks import Clock
from tests.test_kiosk_deploy import UNITS, setting

DAY = 86400


class Screen(StringIO):
    """What whoever stands there sees."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def door(tmp_path: Path) -> Iterator[socket.socket]:
    """Systemd's end of its socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as door:
        door.bind(str(tmp_path / "notify"))
        yield door


def heard(door: socket.socket) -> list[str]:
    door.setblocking(False)
    states = []
    try:
        while True:
            states.append(door.recv(100).decode())
    except BlockingIOError:
        return states


def test_it_says_when_it_is_open_and_beats_while_a_person_can_use_it(door: socket.socket) -> None:
    """At each third of the time that the units give it, or sooner; no beat without a look."""
    clock = Clock()
    environ = {"NOTIFY_SOCKET": door.getsockname()}
    alive = Alive(Notifier(environ), lambda: "", lambda _: None, clock)
    alive.opened()
    assert ["READY=1"] == heard(door)

    for _ in range(60):
        clock.now += LOOK
        alive.look()
    beats = heard(door)
    door.close()
    alive.look()  # nobody listens any more, and that harms nothing

    assert {} == environ
    assert {"WATCHDOG=1"} == set(beats)
    for unit in UNITS:
        (patience,) = setting(unit, "WatchdogSec")
        assert len(beats) >= 3 * 60 / int(patience)


@pytest.mark.parametrize("address", ["", "none", "nowhere/at/all", "@"])
def test_where_nobody_asked_no_socket_is_made(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where what is named is no address of systemd."""
    made: list[object] = []
    monkeypatch.setattr(socket, "socket", lambda *kind: made.append(kind))

    Notifier({"NOTIFY_SOCKET": address} if address else {}).tell("READY=1")

    assert [] == made


@pytest.mark.parametrize("address", ["/nowhere/at/all", "@nobody-listens-there"])
def test_where_nobody_listens_no_socket_stays_open(address: str) -> None:
    """And nothing breaks."""
    before = sorted(os.listdir("/dev/fd"))

    Notifier({"NOTIFY_SOCKET": address}).tell("READY=1")

    assert before == sorted(os.listdir("/dev/fd"))


def test_once_a_day_it_says_how_it_goes() -> None:
    """Which guide it is, the days to the next look, and counts; nothing else."""
    clock, lines = Clock(), list[str]()
    alive = Alive(
        Notifier({}), lambda: "guide 0.1.0, 176 days to the next look", lines.append, clock
    )
    alive.opened()
    for _ in range(3):
        alive.visited()
    alive.failed()
    for _ in range(3 * 24):
        clock.now += 3600
        alive.look()

    assert [
        "health: guide 0.1.0, 176 days to the next look, 0 days open, 0 visits, 0 faults",
        *(
            f"health: guide 0.1.0, 176 days to the next look, {day} days open, 3 visits, 1 faults"
            for day in (1, 2, 3)
        ),
    ] == lines


def test_what_a_visitors_process_counts_is_counted() -> None:
    """Each visitor may have a process of its own: the counts are one."""
    alive = Alive(Notifier({}), lambda: "here", lambda _: None, Clock())
    for _ in range(2):
        pid = os.fork()
        if not pid:
            alive.visited()
            alive.failed()
            os._exit(0)
        os.waitpid(pid, 0)

    assert "health: here, 0 days open, 2 visits, 2 faults" == alive.health()


@pytest.mark.parametrize(
    ("stream", "environ", "elsewhere", "shown"),
    [
        (Screen, {}, False, True),
        (StringIO, {}, True, True),
        (StringIO, {"NOTIFY_SOCKET": "@x"}, True, True),
        (Screen, {"NOTIFY_SOCKET": "@x"}, True, False),
    ],
    ids=["tried by hand", "a file", "a console's unit", "a terminal within a unit"],
)
def test_nothing_is_said_to_whoever_stands_there(
    stream: type[StringIO],
    environ: dict[str, str],
    elsewhere: bool,
    shown: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Within a terminal that systemd started, what is said goes to its log behind the screen."""
    import syslog

    kept: list[str] = []
    monkeypatch.setattr(syslog, "syslog", kept.append)
    screen = stream()
    monkeypatch.setattr("sys.stderr", screen)
    journal = Journal(environ)
    journal.say("not fit")

    assert elsewhere == journal.is_elsewhere
    assert ("not fit\n" if shown else "") == screen.getvalue()
    assert ([] if shown else ["not fit"]) == kept
