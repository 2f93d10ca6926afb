"""What a kiosk tells whoever looks after it: that it lives, and a line of health a day.

No word of a person is in any of it: counts, a version, a fingerprint, days that are left.
"""

import mmap
import os
import struct
import time
from collections.abc import Callable, MutableMapping

_DAY = 86400.0
"""Seconds between two lines of health."""
# A third of WatchdogSec in deploy/kiosk, or less: a beat that is lost does no harm.
_BEAT = 5.0
"""Seconds between two heartbeats."""


class Notifier:
    """Tells systemd how it goes (sd_notify(3)); tells nobody where nobody asked for it.

    The socket is opened at once, before anybody is there, and can reach nothing but systemd.
    """

    def __init__(self, environ: MutableMapping[str, str]) -> None:
        """`environ` may name the socket, as systemd has it; it is taken out for whoever is next."""
        self._door = -1
        address = environ.pop("NOTIFY_SOCKET", "")
        if address[:1] not in ("/", "@") or len(address) < 2:
            return
        import socket

        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as door:
            try:
                door.setblocking(False)
                door.connect(f"\0{address[1:]}" if address[0] == "@" else address)
                self._door = door.detach()  # it lives as long as the process
            except OSError:
                pass  # nobody listens

    def tell(self, state: str) -> None:
        """Say a state, such as `READY=1`; never raises and never waits."""
        if self._door >= 0:
            try:
                os.write(self._door, state.encode())
            except OSError:
                pass  # nobody listens any more


class Alive:
    """A kiosk's heartbeat and its counts, shared by every process that is forked from here."""

    _SHARED = struct.Struct("<qqd")

    def __init__(
        self,
        notifier: Notifier,
        about: Callable[[], str],
        say: Callable[[str], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`about` gives what else stands in the line of health, each time anew; `say` logs it."""
        self._notifier, self._about, self._say, self._clock = notifier, about, say, clock
        self._began = clock()
        self._beaten = self._began - _BEAT
        # Anonymous and shared: no file, and what a child adds its parent sees (mmap(2)).
        self._shared = mmap.mmap(-1, self._SHARED.size)
        self._SHARED.pack_into(self._shared, 0, 0, 0, self._began)

    def opened(self) -> None:
        """Say that it is open: systemd waits for that, and watches from then on."""
        self._notifier.tell("READY=1")
        self._say(self.health())

    def look(self) -> None:
        """Beat, and once a day say how it goes: to be called each second by what a person sees."""
        now = self._clock()
        if now - self._beaten >= _BEAT:
            self._beaten = now
            self._notifier.tell("WATCHDOG=1")
        visits, faults, last = self._SHARED.unpack_from(self._shared)
        if now - last >= _DAY:
            self._SHARED.pack_into(self._shared, 0, visits, faults, now)
            self._say(self.health())

    def visited(self) -> None:
        """Count a visit."""
        self._count(visits=1)

    def failed(self) -> None:
        """Count a fault."""
        self._count(faults=1)

    def health(self) -> str:
        """The line of health, from the beginning on."""
        visits, faults, _ = self._SHARED.unpack_from(self._shared)
        days = int((self._clock() - self._began) // _DAY)
        return f"health: {self._about()}, {days} days open, {visits} visits, {faults} faults"

    def _count(self, visits: int = 0, faults: int = 0) -> None:
        # Without a lock: visits come one after another.
        before, failures, last = self._SHARED.unpack_from(self._shared)
        self._SHARED.pack_into(self._shared, 0, before + visits, failures + faults, last)
