"""Textual's way to the terminal, led over a terminal that is borrowed already."""

import os
import select

from textual.drivers.linux_driver import LinuxDriver

from guide.front.borrowed import Borrowed
from guide.front.chat.over_borrowed import OverBorrowed
from guide.front.chat.reader import Reader

# A lone Esc is told from an arrow key by what follows. Longer would be felt at Esc; much shorter
# would wake a laptop for nothing.
_LOOK = 0.1
"""Seconds between looks at whether the app has ended, and whether Esc is a key."""


def driver_for(terminal: Borrowed) -> type[LinuxDriver]:
    """A driver that writes to this terminal, where the first screen is painted already."""

    class Driver(OverBorrowed, LinuxDriver):
        borrowed = terminal

        def run_input_thread(self) -> None:
            """Pass on what is typed until the app ends, or nobody can type any more."""
            reader = Reader(terminal.encoding)
            while not self.exit_event.is_set():
                if terminal.is_lost:
                    terminal.gone()
                    return
                if not select.select([self.fileno], [], [], _LOOK)[0]:
                    messages = reader.tick()
                elif data := self._read():
                    messages = reader.feed(data)
                else:
                    terminal.gone()
                    return
                for message in messages:
                    self.process_message(message)

        def _read(self) -> bytes:
            """What has been typed; nothing where the terminal is gone."""
            try:
                return os.read(self.fileno, 4096)
            except OSError:
                return b""

    return Driver
