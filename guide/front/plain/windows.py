"""The console of Windows: it takes codes that clear it only once it is asked to."""

from __future__ import annotations

from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

# SetConsoleMode and GetStdHandle of the Windows console API.
_OUTPUT = -11
"""The console that standard output writes to (STD_OUTPUT_HANDLE)."""
_CODES = 0x0004
"""It takes escape sequences (ENABLE_VIRTUAL_TERMINAL_PROCESSING); Windows 10 and newer know it."""


class Console:
    """The console's way of writing: asked for once, and set as it was when the process ends."""

    def __init__(self, kernel: Any) -> None:
        """`kernel` is kernel32 as ctypes has it."""
        self._kernel = kernel
        self._handle = kernel.GetStdHandle(_OUTPUT)

    def takes_codes(self) -> bool:
        """Let it take escape sequences, if it can; whether it does."""
        import atexit
        from ctypes import byref, c_uint

        mode = c_uint()
        if not self._kernel.GetConsoleMode(self._handle, byref(mode)):
            return False
        if mode.value & _CODES:
            return True
        if not self._kernel.SetConsoleMode(self._handle, mode.value | _CODES):
            return False
        atexit.register(self._kernel.SetConsoleMode, self._handle, mode.value)
        return True


def takes_codes() -> bool:
    """Whether the console of this process takes escape sequences now; never on other systems."""
    try:
        import ctypes

        return Console(ctypes.windll.kernel32).takes_codes()  # type: ignore[attr-defined]
    except (ImportError, AttributeError, OSError):
        return False
