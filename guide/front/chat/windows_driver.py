"""Textual's way to a console of Windows, led over a window that is borrowed already."""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from ctypes import byref, wintypes
from threading import Thread
from typing import Any

from textual.drivers import win32
from textual.drivers.windows_driver import WindowsDriver
from textual.events import Resize
from textual.geometry import Size

from guide.front.chat.draw import first_paint
from guide.front.chat.over_borrowed import OverBorrowed
from guide.front.chat.reader import Reader
from guide.front.console import Window

# As on other systems: a lone Esc is told from an arrow key by what follows.
_LOOK = 100
"""Milliseconds between looks at whether the app has ended, and at the size of the window."""
_MOST = 1024
"""Keys that are taken at once."""
_KEY = 0x0001
"""KEY_EVENT of INPUT_RECORD."""
_NO_LETTER = "\0"
"""What a key has that types nothing, such as Shift."""
_ESCAPE = 0x1B
"""VK_ESCAPE, and the letter that terminals send for it. What hides has to work everywhere."""


def driver_for_window(window: Window) -> type[WindowsDriver]:
    """A driver that writes to this window, where the first screen is painted already."""

    class Driver(OverBorrowed, WindowsDriver):
        borrowed = window

        def start_application_mode(self) -> None:
            """As Textual's own, which reads keys in a way that a broken letter ends for good."""
            window.hear_all_keys()
            self._enable_mouse_support()
            self._enable_bracketed_paste()
            self.flush()
            self._event_thread = Thread(target=self._listen, daemon=True)
            self._event_thread.start()

        def _listen(self) -> None:
            """Pass on what is typed until the app ends, or nobody can type any more."""
            decode = getincrementaldecoder("utf-16-le")("replace").decode
            reader = Reader("utf-8")
            keyboard = win32.GetStdHandle(win32.STD_INPUT_HANDLE)
            size = first_paint.size()
            while not self.exit_event.is_set():
                if first_paint.size() != size:
                    size = first_paint.size()
                    self.process_message(Resize(Size(*size), Size(*size)))
                if win32.wait_for_handles([keyboard], _LOOK) is None:
                    messages = reader.tick()
                else:
                    try:
                        typed = b"".join(_typed(keyboard))
                    except OSError:
                        window.gone()
                        return
                    messages = reader.feed(decode(typed).encode())
                for message in messages:
                    self.process_message(message)

    return Driver


def _typed(keyboard: Any) -> Iterator[bytes]:
    """What was typed, as the console has it: UTF-16, where a letter may come in two pieces.

    Raises OSError where there is no console any more.
    """
    records = (win32.INPUT_RECORD * _MOST)()
    read = wintypes.DWORD()
    if not win32.KERNEL32.ReadConsoleInputW(keyboard, byref(records), _MOST, byref(read)):
        raise OSError("there is no console")
    for record in records[: read.value]:
        key = record.Event.KeyEvent
        # What Textual's own driver leaves out is left out.
        made_up = key.dwControlKeyState and not key.wVirtualKeyCode
        letter = key.uChar.UnicodeChar
        if letter == _NO_LETTER and key.wVirtualKeyCode == _ESCAPE:
            letter = chr(_ESCAPE)  # Wine's console says no more of it
        if record.EventType == _KEY and key.bKeyDown and letter != _NO_LETTER and not made_up:
            yield letter.encode("utf-16-le", "surrogatepass")
