"""The window of a console of Windows, borrowed for the chat: by escape sequences and its modes."""

from guide.front.borrowed import Borrowed
from guide.front.codes import BORROW
from guide.front.windows import console


class Window(Borrowed):
    """Standard input and output, set by the console API. Nobody waits behind it: there is no fork.

    Raises OSError where there is no console.
    """

    def __init__(self) -> None:
        super().__init__()
        here = console()
        if here is None:
            raise OSError("there is no console")
        self._console = here
        self._before = here.modes()
        self.encoding = "utf-16-le"  # it is written to by characters, whatever its code page

    def borrow(self) -> None:
        """Take the whole screen. Keys typed from now on are not shown; they wait to be read."""
        # Ctrl+C leaves even while nothing reads yet.
        self._console.set_for_chat(signals=True)
        self._given_back = False
        self._put(BORROW)

    def hear_all_keys(self) -> None:
        """From now on Ctrl+C is a key like any other."""
        self._console.set_for_chat(signals=False)

    def fileno(self) -> int:
        """The number that the system knows the screen by."""
        return 1

    def _put(self, text: str) -> None:
        self._console.write(text)

    def _put_back(self) -> None:
        self._console.forget_keys()
        self._console.set_modes(*self._before)
