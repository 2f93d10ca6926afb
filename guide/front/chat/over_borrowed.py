"""What the drivers of all systems do alike: they lead Textual over a terminal borrowed already."""

from typing import Any

from textual.driver import Driver

from guide.front.borrowed import Borrowed
from guide.front.codes import OTHER_SCREEN


class OverBorrowed(Driver):
    """Writes to a borrowed terminal, where the first screen is painted already.

    To be named before Textual's own driver of a system.
    """

    borrowed: Borrowed
    _file: Any

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._file = self.borrowed
        self.borrowed.leave_on_signals()

    def write(self, data: str) -> None:
        """Pass on all but the change to the other screen, which some terminals clear on.

        Not by Textual's thread for writing: to change threads costs up to 5 ms each time.
        """
        if data != OTHER_SCREEN:
            self.borrowed.write(data)

    def flush(self) -> None:
        """Show what was written."""
        self.borrowed.flush()
