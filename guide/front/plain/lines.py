"""Lines out and lines in over two streams: wrapped to the terminal, in characters it has."""

from __future__ import annotations

import os

from guide.front import windows
from guide.front.cells import wrap
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol, TextIO

    from guide.conversation.events import Choice, Contact, HelpLine, Phrase, Said
    from guide.front.windows import Console

    class LineSource(Protocol):
        """Where typed lines are read: a stream, or what keeps some of its lines for itself."""

        def readline(self, limit: int = -1, /) -> str:
            """The next line with its end, of at most `limit` characters; empty at the end."""


# There are braille displays of 20 cells.
MIN_WIDTH = 20
MAX_WIDTH = 80
"""Longer lines are hard to read, however wide the terminal."""
# As much as is read of a story (understanding/story.py); a terminal hands on less (termios(3)).
MAX_INPUT = 5000
"""Characters of a typed line that are looked at; the rest is read and dropped."""

NO_SIGNS = dict.fromkeys(b"\0\x0f\x11\x13\x16\x19\x1a")
"""NUL, between the letters of a pipe of Windows, and Ctrl+O, Q, S, V, Y and Z, which a terminal
passes on where they do nothing else."""

_ASCII = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-",
     "\u2026": "...", "\u00a0": " ", "\u2022": "-"}
)  # fmt: skip


def _console() -> Console | None:
    """The console of Windows, which tells no program what its terminal is called."""
    return None if os.environ.get("TERM") else windows.console()


def _marks(encoding: str) -> tuple[str, ...]:
    """What a byte order mark looks like in an encoding: pipes of Windows begin with one."""
    try:
        return tuple(mark.decode(encoding, "replace") for mark in (b"\xef\xbb\xbf", b"\xff\xfe"))
    except LookupError:
        return ()


def in_one_line(pair: Phrase | HelpLine | Said) -> str:
    """Words of the program, and after them the English that stands beside some of a draft."""
    return f"{pair.text} / {pair.english}" if pair.english else pair.text


def spoken(number: str) -> str:
    """A number as it is said in every language, a digit at a time: "0 8 0 0, 1 1 1 1".

    A screen reader makes words of the digits as they are written: "eight hundred, ...".
    """
    return ", ".join(" ".join(group) for group in number.split())


class LineTerminal:
    """A terminal or pipe that is written to and read from line by line, without redrawing."""

    def __init__(self, out: TextIO, source: LineSource, columns: int = 0) -> None:
        """Lines as wide as the terminal, or of so many columns."""
        self._out = out
        self._columns = columns
        self._in = source
        self._encoding = (getattr(out, "encoding", None) or "utf-8").lower()
        self._aloud = os.environ.get("ACCESSIBLE", "") not in ("", "0")
        self._console = _console() if out.isatty() else None
        if self._console:
            self._can_clear = self._console.takes_codes()
        else:
            self._can_clear = out.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self._marks = _marks(getattr(source, "encoding", None) or "utf-8")

    def heading(self, text: str) -> None:
        """A heading, apart from what is above it."""
        self.write()
        self.write(text)

    def choices(self, choices: Sequence[Choice]) -> None:
        """What may be chosen, each by its number."""
        for position, choice in enumerate(choices, start=1):
            self.choice(choice, position)

    def choice(self, choice: Choice, number: int) -> None:
        """A choice, and the English beside words of it that nobody has reviewed yet."""
        hint = f" ({choice.hint})" if choice.hint else ""
        self.write(f"{choice.label}{hint}", first=f"{number:>2}. ")
        self.english(choice.english, first="    ")

    def english(self, words: str, first: str = "") -> None:
        """The English beside words that nobody has reviewed yet, if any, on a line of its own."""
        if words:
            self.write(words, first=first)

    def contact(self, contact: Contact, beside: str, now: str = "") -> None:
        """Who can be turned to and how; `beside` stands before one that stands beside another.

        `now` says whether somebody is there now, where that is known.
        """
        self.write(beside if contact.beside else "")
        self.write(contact.name)
        for line in (contact.why, *self._ways(contact), *contact.lines, now):
            if line:
                self.write(line, first="  ")

    def in_short(self, contacts: Sequence[Contact]) -> None:
        """Whoever stands first, and beside them, each in one line with how to reach them."""
        number = next((n for n, c in enumerate(contacts) if n and not c.beside), len(contacts))
        for contact in contacts[:number]:
            how = ", ".join(way.value for way in contact.ways) or "".join(contact.lines[:1])
            if how != contact.name:
                self.write(f"{contact.name}: {how}" if how else contact.name, first="  ")

    def _ways(self, contact: Contact) -> Iterator[str]:
        """How to reach them; for whoever listens, each number once more as it is said."""
        for way in contact.ways:
            yield way.text
            if self._aloud and way.kind in ("phone", "text") and way.value[:1].isdecimal():
                yield spoken(way.value)

    def list_headings(self, headings: Sequence[Choice], title: str, *, numbered: bool) -> None:
        """What is folded away, by number or name; by name alone where numbers mean answers."""
        if headings:
            self.write()
            self.write(title)
        for position, heading in enumerate(headings, start=1):
            self.write(heading.label, first=f"{position:>2}. " if numbered else "  - ")

    @property
    def width(self) -> int:
        """Cells in a line, asked afresh each time as windows change."""
        try:
            columns = self._columns or int(os.environ.get("COLUMNS", ""))
        except ValueError:
            columns = 0
        if columns <= 0:
            try:
                columns = os.get_terminal_size(self._out.fileno()).columns
            except (OSError, ValueError, AttributeError):
                columns = 0
        return max(MIN_WIDTH, min(columns or MAX_WIDTH, MAX_WIDTH))

    @property
    def keeps_lines(self) -> bool:
        """Whether lines stay that can be scrolled back to: GNU screen, and terminals of old."""
        can_clear = self._can_clear or self._console is not None
        return self._out.isatty() and (not can_clear or bool(os.environ.get("STY")))

    def write(self, text: str = "", first: str = "", indent: str | None = None) -> None:
        """One paragraph, wrapped; `first` begins it and `indent` (blanks by default) goes on."""
        indent = " " * len(first) if indent is None else indent
        for line in wrap(text, self.width, first=first, indent=indent, whole=True):
            self._put(line.rstrip() + "\n")

    def ask(self, prompt: str) -> str | None:
        """Show a prompt and read a line; None at the end of the input."""
        self._put(prompt)
        self.flush()
        line = self._in.readline(MAX_INPUT)
        if not line:
            return None
        typed = line
        # Of a line too long to be read its end is kept; a shorter one has come to its end.
        while len(line) == MAX_INPUT and not line.endswith("\n"):
            line = self._in.readline(MAX_INPUT)
            typed = typed[:MAX_INPUT] + (typed[MAX_INPUT:] + line)[-MAX_INPUT:]
        for mark in self._marks:
            typed = typed.removeprefix(mark)
        return typed.translate(NO_SIGNS)

    def flush(self) -> None:
        """Let what was written be seen."""
        self._out.flush()

    def clear(self) -> None:
        """Wipe the screen and what can be scrolled back to, and the window's title.

        However often an impatient person asks for it meanwhile.
        """
        try:
            self._wipe()
        except KeyboardInterrupt:
            self.clear()

    def _wipe(self) -> None:
        if self._can_clear:
            from guide.front.rows import rows_emptied

            self._out.write(rows_emptied(os.environ))
            # Screen first, as that is what somebody else sees; then the scrollback; then the title.
            self._out.write("\x1b[H\x1b[2J\x1b[3J\x1b]2;\x07\x1b[0m")
        elif self._console and self._console.clear():
            pass
        elif self._out.isatty():
            try:
                rows = os.get_terminal_size(self._out.fileno()).lines
            except OSError:
                rows = 50
            # It can only be pushed out of sight, by a line for each row there may be.
            self._out.write("\n" * max(rows, 25))
        self.flush()
        if self._console:
            self._console.forget_lines()

    def _put(self, text: str) -> None:
        if not text.isascii() and not self._fits(text):
            text = text.translate(_ASCII)
            text = text.encode(self._encoding, "replace").decode(self._encoding)
        self._out.write(text)

    def _fits(self, text: str) -> bool:
        try:
            text.encode(self._encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True
