"""Reading aloud: what is shown, by espeak-ng. Nothing is read before it was said who may hear.

The text goes through its standard input, so it stands in no list of processes; nothing typed is
in it. The sound system is espeak-ng's to open (docs/privacy.md).
"""

from __future__ import annotations

import os

from guide.conversation import folding, phrases
from guide.conversation.events import (
    Answered,
    Asked,
    Card,
    Choice,
    Contact,
    Event,
    Heading,
    Headline,
    Said,
    Topics,
)
from guide.front.plain.lines import in_one_line, spoken
from guide.light import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from subprocess import Popen

    from guide.conversation.conversation import Events
    from guide.conversation.dialogue import Dialogue
    from guide.flow.model import Text

VOICES = {"en": "en-gb", "cy": "cy", "pl": "pl", "uk": "uk", "ur": "ur"}
"""What espeak-ng calls the voice of each language; others are not read aloud."""
_READER = "espeak-ng"
_ENDS_WITH_US = "setpriv"
"""Of util-linux: lets the system end what it starts when the guide is killed."""
# They put letters in order for the eye: nothing of them is to be heard.
_MARKS = {0x200E: None, 0x2066: None, 0x2069: None}


class Voice:
    """Reads one text at a time, when it is asked for; `command` reads its input, or is empty."""

    def __init__(self, command: Sequence[str] = ()) -> None:
        self._command = tuple(command)
        self._was_told = False
        self._reader: Popen[bytes] | None = None
        self._ended: list[Popen[bytes]] = []

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for a language."""
        return bool(self._command) and language in VOICES

    def turn(self, events: Iterable[Event], language: str) -> Text | None:
        """Read events aloud, or stop doing so; gives what is to be said first instead, once."""
        if self._reader and self._reader.poll() is None:
            self.stop()
            return None
        if not self._was_told:
            self._was_told = True
            return phrases.ALOUD_FIRST
        if self.speaks(language):
            self._read("\n\n".join(lines_aloud(events)), language)
        return None

    def turn_here(self, talk: Dialogue, opened: Container[str] = ()) -> str:
        """Read where a conversation is, or stop; gives the words to be said first instead, once."""
        first = self.turn(events_here(talk, opened), talk.language)
        return in_one_line(talk.phrase(first)) if first else ""

    def stop(self) -> None:
        """Be silent at once; waits for nothing, and never fails."""
        reader, self._reader = self._reader, None
        if reader:
            self._ended.append(reader)
            try:
                reader.kill()
            except OSError:
                pass  # it has just ended

    def _read(self, text: str, language: str) -> None:
        from subprocess import DEVNULL, PIPE, Popen

        self.stop()
        self._ended = [reader for reader in self._ended if reader.poll() is None]
        # -b 1: the text is UTF-8, whatever the locale.
        command = (*self._command, "--stdin", "-b", "1", "-v", VOICES[language])
        try:
            # In a group of its own: Ctrl+C is the guide's to hear.
            self._reader = Popen(
                command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
            )
            assert self._reader.stdin
            with self._reader.stdin as ear:
                ear.write(text.encode())
        except OSError:
            pass  # it does not run here, or was gone before it had read all: nothing is heard


def find_voice(environ: Mapping[str, str] = os.environ) -> Voice:
    """What reads aloud on this machine; it speaks no language where there is nothing that does."""
    reader = _find(_READER, environ)
    if not reader:
        return Voice()
    keeper = _find(_ENDS_WITH_US, environ)
    return Voice((*((keeper, "--pdeathsig", "KILL") if keeper else ()), reader))


def _find(command: str, environ: Mapping[str, str]) -> str:
    paths = (os.path.join(f, command) for f in environ.get("PATH", "").split(os.pathsep) if f)
    return next((path for path in paths if os.access(path, os.X_OK)), "")


def events_here(talk: Dialogue, opened: Container[str] = ()) -> Events:
    """What is read where a conversation is: all that is in view, and every key that can be pressed.

    Whoever opened headings, by these names, hears what stands under them, and no more.
    """
    here = talk.again()
    names = [choice.key for choice in folding.headings(here) if choice.key in opened]
    if names:
        return folding.unfolded(event for key in names for event in folding.opened(here, key))
    events: list[Event] = []
    number = 0
    for event in folding.with_open(here, ()):
        if isinstance(event, Heading) and event.opens:
            if not number:
                events.append(Heading(in_one_line(talk.phrase(phrases.OPEN_TITLE))))
            number += 1
            events.append(Heading(f"{number}. {event.text}"))
        else:
            events.append(event)
    if isinstance(here[-1], Asked):
        events += [Said(f"0. {choice.label}.") for choice in talk.standing_choices[:1]]
    return tuple(events)


def lines_aloud(events: Iterable[Event]) -> Iterator[str]:
    """What is said of events, numbers a digit at a time; nothing that a person answered."""
    for event in folding.in_view(events):
        for text in _texts(event):
            if text:
                # Of two languages in one text the first is the one spoken.
                yield _numbers_spoken(text.partition("\n")[0].translate(_MARKS))


def _texts(event: Event) -> tuple[str, ...]:
    texts: tuple[str, ...] = ()
    match event:
        case Said(text) | Heading(text):
            texts = (text,)
        case Asked():
            above = (text for text, _ in event.above)
            texts = (*above, event.text, event.why, *_numbered(event.choices))
        case Answered():
            pass
        case Headline():
            texts = (event.when, event.text)
        case Contact():
            ways = (way.text.replace("https://", "") for way in event.ways)
            texts = (event.name, event.why, *ways, *event.lines)
        case Card(title, text):
            texts = (title, text)
        case Topics(title, choices):
            texts = (title, *_numbered(choices))
        case _:
            assert_never(event)
    return texts


def _numbered(choices: Sequence[Choice]) -> Iterator[str]:
    for number, choice in enumerate(choices, start=1):
        yield f"{number}. {choice.label}. {choice.hint}".rstrip(" .") + "."


def _numbers_spoken(text: str) -> str:
    """The text with what is dialled a digit at a time; ages and other small numbers stay."""
    import re

    return re.sub(r"\d{3,}(?: \d{3,})*", lambda number: spoken(number[0]), text)
