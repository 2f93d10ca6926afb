"""What a terminal sends, as Textual's messages: no byte of it can end the guide.

Textual's own reader ends the app at a byte that is not UTF-8, at a key code past Unicode and at an
old-style mouse report past column 95, and spins on a terminal that is gone. This module and
`Driver.run_input_thread` can go once these are mended there: Textualize/textual issues 6456 and
6668, pull requests 6498, 6624, 6690 and 6696.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator

from textual._xterm_parser import XTermParser
from textual.events import Resize
from textual.message import Message
from textual.messages import InBandWindowResize

_X10 = re.compile(rb"(?<=\x1b\[M).{1,3}", re.DOTALL)
"""Button, column and row of an old-style mouse report: raw bytes, past column 95 no text at all."""
_X10_BEGUN = 5
"""Bytes of a report that may have come while the rest has not."""

_SIZES = (Resize, InBandWindowResize)
"""A window's size, told by what is typed: the system tells it too, and a lie would cost memory."""


class Reader:
    """Bytes in, in whatever pieces they come; keys, mouse and pastes out. Never raises."""

    def __init__(self, encoding: str) -> None:
        """What is no text in the terminal's `encoding` is read as U+FFFD."""
        self._decode = getincrementaldecoder(encoding)("replace").decode
        self._parser = XTermParser()
        self._before = b""

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages that these bytes complete."""
        for character in self._decode(self._without_x10(data)):
            yield from self._taken(self._parser.feed(character))

    def tick(self) -> Iterator[Message]:
        """The messages that are complete because nothing has come for a while: Esc is a key."""
        yield from self._taken(self._parser.tick())

    def _taken(self, messages: Iterable[Message]) -> Iterator[Message]:
        """The messages; what the parser cannot take is ignored, and it begins anew."""
        try:
            for message in messages:
                if isinstance(message, _SIZES):
                    self._parser.mouse_pixels = False
                else:
                    yield message
        except Exception:
            self._parser = XTermParser()

    def _without_x10(self, data: bytes) -> bytes:
        """The bytes, where each old-style mouse report is one that the parser knows and ignores."""
        known = _X10.sub(lambda report: b"!" * len(report[0]), self._before + data)
        new = known[len(self._before) :]
        self._before = known[-_X10_BEGUN:]
        return new
