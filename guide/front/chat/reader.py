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
from textual.events import Key, Resize
from textual.message import Message
from textual.messages import InBandWindowResize

_X10 = re.compile(rb"(?<=\x1b\[M)(?:[^\0-\x1f]{3}|[^\0-\x1f]{0,2}(?=[\0-\x1f]))")
"""Button, column and row of an old-style mouse report: raw bytes, past column 95 no text at all.
One that a control character cuts short is one too."""
_CUT_SHORT = re.compile(rb"\x1b\[<[-\d;]*(?=[\0-\x1f])")
"""A report of the newer kind (SGR), where something else has come instead of its rest."""
_KNOWN = b"!!!"
"""The place of an old-style report that the parser knows and ignores."""

_BEGUN = re.compile(rb"\x1b(?:\[(?:M[^\0-\x1f]{0,2}|<[-\d;]{0,24})?)?\Z")
"""What may be a mouse report that has not come whole."""
_LATE = re.compile(rb"\x1b\[(?:M[ !\"#@A-C`][^\0-\x1f]{2}|<[-\d;]{1,24}[Mm])")
"""A report whose rest has come after a silence: in one piece, and of a button that there is, or
each letter typed after a report that never ended would be taken for a part of it."""
_OLD = b"\x1b[M"

_ESC, _CTRL_C = "\x1b", "\x03"
_GOES_ON = f"{_ESC}[O"
"""What follows Esc in what no single key sends: another Esc, or the rest of an arrow or a mouse."""
_PASTE, _PASTED = f"{_ESC}[200~", f"{_ESC}[201~"
"""Where a paste begins and ends (mode 2004 of xterm's ctlseqs)."""
# A slow line rests within a paste, but hardly as long.
_BROKEN_OFF = 20
"""Silences one after another (`Reader.tick`), after which a paste will not go on."""

_SIZES = (Resize, InBandWindowResize)
"""A window's size, told by what is typed: the system tells it too, and a lie would cost memory."""


class Reader:
    """Bytes in, in whatever pieces they come; keys, mouse and pastes out. Never raises."""

    def __init__(self, encoding: str) -> None:
        """What is no text in the terminal's `encoding` is read as U+FFFD."""
        self._decode = getincrementaldecoder(encoding)("replace").decode
        self._parser = XTermParser()
        self._begun = b""
        """A report that is not whole. The parser has its first byte, which may be the Esc key."""
        self._late = False
        """Whether there was a silence since."""
        self._last = ""
        """The last characters heard, since a silence."""
        self._pasting = False
        self._silences = 0

    def feed(self, data: bytes) -> Iterator[Message]:
        """The messages that these bytes complete."""
        self._silences = 0
        if self._late:
            report = _LATE.match(self._begun + data)
            data = data if report is None else (self._begun + data)[report.end() :]
            self._begun, self._late = b"", False
        taken = self._begun[:1]
        known = _X10.sub(_KNOWN, _CUT_SHORT.sub(_OLD + _KNOWN, self._begun + data))
        begun = _BEGUN.search(known)
        self._begun = begun[0] if begun else b""
        ready = known[: begun.start() + 1] if begun else known
        yield from self._heard(ready[len(taken) :])

    def tick(self) -> Iterator[Message]:
        """The messages that are complete because nothing has come for a while: Esc is a key.

        A report that has begun is dropped; letters that were taken for its place are heard. So is
        a paste whose end does not come: no key would be heard any more.
        """
        self._last, self._silences = "", self._silences + 1
        if self._pasting and self._silences >= _BROKEN_OFF:
            self._begin_anew()
        if len(self._begun) > 1 and not self._late:
            self._begin_anew()
            if self._begun.startswith(_OLD) and not _LATE.match(self._begun + _KNOWN):
                yield from self._heard(self._begun.removeprefix(_OLD))
        self._late = bool(self._begun)
        yield from self._taken(self._parser.tick())

    def _heard(self, data: bytes) -> Iterator[Message]:
        for character in self._decode(data):
            # What hides is heard whatever came before, even within a paste, and whatever comes with
            # it: to the parser, Esc and a letter at once are one key, and no Esc.
            twice = self._last.endswith(_ESC * 2) and character not in _GOES_ON
            if twice or character == _CTRL_C:
                self._begin_anew()
            if twice:
                yield Key("escape", _ESC)
            yield from self._taken(self._parser.feed(character))
            self._last = self._last[1 - len(_PASTE) :] + character
            if self._last in (_PASTE, _PASTED):
                self._pasting = self._last == _PASTE

    def _begin_anew(self) -> None:
        """Forget what the parser waits for."""
        self._parser = XTermParser()
        self._last, self._pasting = "", False

    def _taken(self, messages: Iterable[Message]) -> Iterator[Message]:
        """The messages; what the parser cannot take is ignored, and it begins anew."""
        try:
            for message in messages:
                if isinstance(message, _SIZES):
                    self._parser.mouse_pixels = False
                else:
                    yield message
        except Exception:
            self._begin_anew()
