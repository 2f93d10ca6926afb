"""How plain mode writes what happens in a conversation: each kind of event as lines."""

from __future__ import annotations

from guide.conversation import folding, phrases
from guide.conversation.events import (
    Answered,
    Asked,
    Card,
    Contact,
    Event,
    Heading,
    Headline,
    Phrase,
    Said,
    Topics,
)
from guide.front.plain.lines import LineTerminal, in_one_line
from guide.light import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from guide.conversation.conversation import Events
    from guide.conversation.dialogue import Dialogue


class EventWriter:
    """Writes the events of one conversation; it knows who spoke last, and never what was typed."""

    def __init__(
        self,
        talk: Dialogue,
        lines: LineTerminal,
        open_now: Callable[[], Container[str]],
        *,
        tells_help: bool = True,
    ) -> None:
        """`open_now` gives who can be reached now; `tells_help` is whether questions name help."""
        self._talk = talk
        self._lines = lines
        self._open_now = open_now
        self._tells_help = tells_help
        self.speaker = ""
        """Who spoke last: a line is marked with who speaks only where that changes."""
        self.in_english = False
        """Whether English stands beside all words of a draft that matter for safety."""
        self.is_first = False
        """Whether the first screen is written: help stands at its top, and nothing is behind."""

    def phrase(self, name: str, **values: str) -> str:
        """Words of the guide itself, in one line."""
        return in_one_line(self._talk.phrase(getattr(phrases, name), **values))

    def say(self, speaker: str, text: str) -> None:
        """A line of speech, marked with who speaks wherever that changes."""
        mark = "" if speaker == self.speaker else f"{self.phrase(speaker)}: "
        self.speaker = speaker
        self._lines.write(text, first=mark, indent="")

    def show(self, events: Events) -> None:
        """Write events, whoever asked for them."""
        ended = next((event for event in events if isinstance(event, Headline)), None)
        asks = events[-1:] if ended and isinstance(events[-1], Asked) else ()
        self.show_all(folding.in_view(events[: len(events) - len(asks)]))
        if ended:
            self.list_to_open(events, numbered=not asks)
            self.in_short(ended, events)
        self.show_all(asks)  # another trouble that was told: after all that the ending says

    def list_to_open(self, events: Events, *, numbered: bool) -> None:
        """List what an ending has to open, with numbers where a number means one of it."""
        title = self.phrase("OPEN_TITLE")
        self._lines.list_headings(folding.headings(events), title, numbered=numbered)

    def in_short(self, headline: Headline, events: Events) -> None:
        """The one action once more, last, as a small terminal has scrolled past it.

        Whoever stands first is in it with how to reach them: by number or link, or else in words.
        """
        self._lines.write()
        self._lines.write(self.phrase("PLAIN_IN_SHORT", title=headline.text))
        self._lines.english(headline.english)
        self._lines.in_short([event for event in events if isinstance(event, Contact)])
        self._lines.write(self.phrase("PLAIN_WHY"))
        self._lines.write(self.phrase("PLAIN_DONE"))

    def show_all(self, events: Events) -> None:
        """Write each event as it stands, folded parts included."""
        for event in events:
            self.show_one(event)

    def show_one(self, event: Event) -> None:
        """Write one event."""
        write = self._lines.write
        event = event if self.in_english else folding.without_english(event)
        match event:
            case Said(text, english):
                self.say("GUIDE", text)
                self._lines.english(english)
            case Asked():
                self._ask(event)
            case Answered(_, _, text):
                self.say("YOU", text)
                self.speaker = ""
                write()
            case Headline(_, _, when, text, english, when_english):
                self.say("GUIDE", f"{in_one_line(Phrase(when, when_english))}:")
                write(text)
                self._lines.english(english)
                write()
            case Contact(key):
                now = self.phrase("OPEN_NOW") if key in self._open_now() else ""
                self._lines.contact(event, self.phrase("BESIDE"), now)
            case Heading(text):
                self._lines.heading(text)
            case Card(title, text):
                self._lines.heading(title)
                write(text, first="  ")
            case Topics(title, choices):
                self._lines.heading(title)
                self._lines.choices(choices)
            case _:
                assert_never(event)

    def _ask(self, asked: Asked) -> None:
        write = self._lines.write
        if self.speaker:
            write()
        if not self.is_first:
            progress = self.phrase("PROGRESS", number=str(asked.number), about=str(asked.about))
            write(f"{progress}.")
        self.speaker = ""
        for text, english in (*asked.above, Said(asked.text, asked.english)):
            self.say("GUIDE", text)
            self._lines.english(english)
        if asked.why:
            write(asked.why)
        self._lines.choices(asked.choices)
        for choice in self._talk.standing_choices[:1]:
            self._lines.choice(choice, 0)
        if not self.is_first:
            write(self.help_now())
        write(self.phrase("PLAIN_HOW"))

    def help_now(self) -> str:
        """Names and numbers to turn to, in one line; nothing where they stand at the top."""
        if not self._tells_help:
            return ""
        return f"{self.phrase('PLAIN_HELP_NOW')} {self._talk.listed(self._talk.help_names())}."
