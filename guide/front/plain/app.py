"""Plain mode: one line after another, numbers and words both, nothing redrawn.

It is the first front end, not a fallback: a screen reader, a braille display, a pipe and a test
all meet the guide here.
"""

from __future__ import annotations

from guide.conversation import folding, phrases
from guide.conversation.conversation import Events
from guide.conversation.events import Choice, Headline, Said, Topics
from guide.front import typed
from guide.front.aloud import Voice
from guide.front.opening import first_screen
from guide.front.plain.lines import LineTerminal, in_one_line
from guide.front.plain.writer import EventWriter
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from typing import TextIO

    from guide.conversation.dialogue import Dialogue
    from guide.front.languages import Languages
    from guide.front.plain.lines import LineSource


class Plain:
    """A conversation over two streams."""

    _tells_help = True
    """Whether whom to turn to stands at every question."""

    def __init__(
        self,
        conversation: Dialogue,
        out: TextIO,
        source: LineSource,
        columns: int = 0,
        languages: Callable[[], Languages] | None = None,
        *,
        full_screen: Callable[[], bool] = lambda: False,
        voice: Voice | None = None,
        open_now: Callable[[], Container[str]] = tuple,
    ) -> None:
        """`columns` is the width of a line where there is no terminal to ask.

        `languages`, whether it can go on in `full_screen`, who is `open_now`: got when needed.
        """
        self._talk = conversation
        self._lines = LineTerminal(out, source, columns)
        self._get_languages = languages
        self._full_screen = full_screen
        self._voice = voice or Voice()
        self._writer = EventWriter(conversation, self._lines, open_now, tells_help=self._tells_help)
        self._languages: Languages | None = None
        self._listed: tuple[Choice, ...] = ()  # what a number or a word now stands for
        self._open: Callable[[str], None] = self._open_topic  # what is done with the one chosen
        self._commands = dict(phrases.COMMANDS)
        self._goes_on = False  # full screen, as the person asked
        self._beside = False  # whether what was read last is no part of it: back leads to it
        self._heading: tuple[str, ...] = ()  # the one that was opened last, until something else

    def run(self, prepare: Callable[[], None] | None = None) -> bool:
        """Talk until the person leaves; then nothing of it is left on the screen.

        Gives whether they want to go on full screen. A conversation that has begun goes on where
        it is. `prepare` is done once the first screen is there to be read.
        """
        try:
            self._first_screen()
            self._lines.flush()  # it is read while the rest gets ready
            if prepare:
                prepare()
            self._talk.prepare()
            if self._full_screen():
                self._commands["chat"] = phrases.FULL_SCREEN
            if self._voice.speaks(self._talk.language):
                self._commands["aloud"] = phrases.BUTTON_ALOUD
            while (line := self._lines.ask("> ")) is not None and self._answer(line):
                pass
        except KeyboardInterrupt:
            pass
        self._voice.stop()
        self._lines.clear()
        return self._goes_on

    # -- the screens

    def _first_screen(self) -> None:
        names = self._talk.listed(self._talk.help_names())
        self._lines.write(f"{self._writer.phrase('TITLE')}\n\n{names}.\n")
        begin = self._notices(self._talk.begin())
        if self._lines.keeps_lines:
            self._lines.write(self._writer.phrase("PLAIN_STAYS"))
        self._writer.is_first = not self._talk.answered
        self.show(first_screen(begin, Said(*self._talk.phrase(phrases.PLAIN_HIDE))))
        self._writer.is_first = False

    def _notices(self, events: Events) -> Events:
        """Say first what is to be known about the language, in one line; gives the other events."""
        notices = self._talk.notices()
        for notice in notices:
            self._writer.say("GUIDE", in_one_line(notice))
        self._commands.pop("english", None)
        if any(notice.english for notice in notices):
            self._lines.write(f"{self._writer.phrase('SHOW_ENGLISH')}: english")
            self._commands["english"] = phrases.SHOW_ENGLISH
        return events[len(notices) :]

    def show(self, events: Events) -> None:
        """Write events, whoever asked for them."""
        self._writer.show(events)

    def _opened(self, line: str) -> bool:
        """Open in place what a line names, at an ending."""
        if not self._talk.finished:
            return False
        events, numbered = self._talk.again(), not self._talk.confirming
        key = typed.opening(line, folding.headings(events), numbers=numbered)
        self._writer.show_all(folding.opened(events, key))
        if key:
            self._heading = (key,)
            self._writer.list_to_open(events, numbered=numbered)
        return bool(key)

    def _where(self) -> None:
        """The question waiting once more; of an ending, what it says in short."""
        here = self._talk.again()
        if ended := next((event for event in here if isinstance(event, Headline)), None):
            self._writer.list_to_open(here, numbered=True)
            self._writer.in_short(ended, here)
        else:
            self._lines.write()
            self.show(here[-1:])

    # -- what was typed

    def _answer(self, line: str) -> bool:
        """Do what a typed line asks for; False when it asks to leave."""
        self._writer.speaker = ""
        command = typed.command(line, self._talk.phrase, self._commands)
        if command != "aloud":
            self._voice.stop()
            self._heading = ()
        if command in ("x", "chat"):
            self._goes_on = command == "chat"
            return False
        if command:
            self._do(command)
        elif self._listed and len(choices := typed.matching(line, self._listed)) == 1:
            self._listed = ()
            self._open(choices[0].key)
        else:
            self._listed = ()
            self._beside = self._opened(line)
            if not self._beside:
                self._choose(line)
        self._lines.flush()
        return True

    def _do(self, command: str) -> None:
        if command == "english":
            self._writer.in_english = not self._writer.in_english
            command = "again"
        if command == "topics":
            self._list_to_open(self._talk.topics(), self._open_topic)
            return
        if command == "language" and self._get_languages:
            self._languages = self._languages or self._get_languages()
            names = self._languages.listed(self._writer.phrase("CHAT_LANGUAGES"))
            self._list_to_open((names,), self._speak)
            return
        was_beside = bool(self._listed or self._beside)
        self._listed, self._beside = (), False
        if command == "back" and was_beside:
            self._return()
            return
        if command == "aloud":
            if first := self._voice.turn_here(self._talk, self._heading):
                self._writer.say("GUIDE", first)
            return
        if command in ("help", "why"):
            self._aside(self._talk.help() if command == "help" else self._talk.why())
            return
        self._lines.write()
        if command == "restart":
            # Somebody else may be next: what was said goes, and only the first screen is there.
            self._talk.restart()
            self._lines.clear()
            self._first_screen()
        elif command == "back" and not self._talk.answers:
            self._lines.write(self._writer.phrase("PLAIN_FIRST"))
            self._where()
        else:
            self.show(self._talk.back() if command == "back" else self._talk.again())

    def _list_to_open(self, events: Events, open_one: Callable[[str], None]) -> None:
        """List what may be opened; the next number or word then stands for one of it."""
        self._listed = events[0].choices if isinstance(events[0], Topics) else ()
        self._open = open_one
        self.show(events)
        self._lines.write(self._writer.phrase("PLAIN_TOPIC_HOW"))

    def _speak(self, code: str) -> None:
        """Go on in another language: the same question, and every answer stays."""
        assert self._languages  # it is they that were listed
        self._lines.write()
        self.show(self._notices(self._talk.speak(self._languages.words(code))))

    def _aside(self, events: Events) -> None:
        """Show what was asked for beside the conversation, and lead back."""
        self._writer.show_all(events)
        self._lines.write()
        words = typed.commands_listed(self._talk.phrase, self._commands)
        self._lines.write(self._writer.phrase("PLAIN_MORE", words=words))
        if self._talk.answered:
            self._lines.write(self._writer.phrase("PLAIN_CHANGE"))
        self._return()
        self._beside = True

    def _return(self) -> None:
        """Lead back to where the person was; nothing is taken back."""
        self._lines.write(self._writer.phrase("PLAIN_RETURN"))
        self._where()

    def _open_topic(self, key: str) -> None:
        self._aside(self._talk.topic(key))

    def _choose(self, line: str) -> None:
        talk = self._talk
        choices = typed.matching(line, talk.choices, talk.standing_choices, talk.yes_or_no)
        self._lines.write()
        if len(choices) == 1:
            self.show(self._talk.choose(choices[0].key))
            return
        if not typed.normal(line):
            pass  # an empty line asks where one is
        elif self._talk.finished and not self._talk.confirming:
            self.show(self._talk.hear(line))
            if not self._talk.confirming:
                self._lines.write(self._writer.help_now())
                self._lines.write(self._writer.phrase("PLAIN_DONE"))
            return
        elif choices:
            self._writer.say("GUIDE", self._writer.phrase("PLAIN_SEVERAL"))
            self._lines.write(self._writer.phrase("PLAIN_TRY"))
        else:
            self.show(self._talk.hear(line))
            return
        self._where()
