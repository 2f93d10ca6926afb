"""Textual's way to the terminal, led over a terminal that is borrowed already."""

import os
import select
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from guide.front.borrowed import Borrowed
from guide.front.chat.reader import Reader
from guide.front.codes import OTHER_SCREEN

# A lone Esc is told from an arrow key by what follows. Longer would be felt at Esc; much shorter
# would wake a laptop for nothing.
_LOOK = 0.1
"""Seconds between looks at whether the app has ended, and whether Esc is a key."""


def driver_for(terminal: Borrowed) -> type[LinuxDriver]:
    """A driver that writes to this terminal, where the first screen is painted already."""

    class Driver(LinuxDriver):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self._file = terminal  # type: ignore[assignment]
            terminal.leave_on_signals()

        def write(self, data: str) -> None:
            """Pass on all but the change to the other screen, which some terminals clear on.

            Not by Textual's thread for writing: to change threads costs up to 5 ms each time.
            """
            if data != OTHER_SCREEN:
                terminal.write(data)

        def flush(self) -> None:
            """Show what was written."""
            terminal.flush()

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
