"""Where a kiosk says what its keeper should know: on stderr, or in the log behind the screen."""

import os
import sys
from collections.abc import Mapping

LOG_NAME = "guide-kiosk"
"""What its lines in the journal are called (`journalctl -t guide-kiosk`)."""


class Journal:
    """Says lines to whoever keeps the kiosk, and never to whoever stands in front of it."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        """NOTIFY_SOCKET is there where systemd looks after this (systemd.exec(5))."""
        self._is_kept = "NOTIFY_SOCKET" in environ

    @property
    def is_elsewhere(self) -> bool:
        """Whether what is said is read somewhere else than on this screen."""
        return self._is_kept or not _is_shown()

    def say(self, line: str) -> None:
        """Say a line. Within a terminal that systemd started, stderr is the screen: then syslog."""
        if self._is_kept and _is_shown():
            import syslog

            syslog.openlog(LOG_NAME)
            syslog.syslog(line)
        else:
            print(line, file=sys.stderr)


def _is_shown() -> bool:
    try:
        return sys.stderr is not None and sys.stderr.isatty()
    except ValueError:  # it is closed
        return False
