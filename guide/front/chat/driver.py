"""Textual's way to the terminal, led over a terminal that is borrowed already."""

from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from guide.front.terminal import Terminal

_OTHER_SCREEN = "\x1b[?1049h"


def driver_for(terminal: Terminal) -> type[LinuxDriver]:
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
            if data != _OTHER_SCREEN:
                terminal.write(data)

        def flush(self) -> None:
            """Show what was written."""
            terminal.flush()

    return Driver
