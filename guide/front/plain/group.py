"""Practice with a group: plain mode on one big screen, with votes, talk and a timer beside it.

Whoever leads types. Bare numbers are votes; `go 2` answers. Everything else is plain mode's.
"""

import time
from collections import Counter
from collections.abc import Callable
from typing import TextIO

from guide.flow.model import Text
from guide.front.languages import Languages
from guide.front.plain.app import Plain
from guide.front.plain.lines import NO_SIGNS, LineTerminal, in_one_line
from guide.front.typed import ALIASES, normal, number
from guide.practice import phrases
from guide.practice.practice import Practice

# Nobody gives a group longer for one question: a larger number is a slip.
MAX_MINUTES = 120
_ONE_DIGIT = 9
"""A larger number among votes says how many there were: no question has so many answers."""
WIDTH = 48
"""Cells in a line, so that the letters can be made big enough for the back of a room."""


class Timer:
    """Minutes that pass. It is shown when somebody looks and never stops anything."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._end: float | None = None

    def start(self, minutes: int) -> None:
        """Begin anew."""
        self._end = self._clock() + 60 * minutes

    def stop(self) -> None:
        """No timer."""
        self._end = None

    @property
    def left(self) -> int | None:
        """Whole seconds left, 0 when it is over; None where none runs."""
        return None if self._end is None else max(0, round(self._end - self._clock()))


def _parts(line: str) -> list[str]:
    """What is typed between spaces, commas and strokes."""
    return line.translate(str.maketrans(",;/", "   ")).split()


class _ForARoom(Plain):
    """Plain mode for a room: who helps stands at the top and on `help`, not at every turn."""

    _tells_help = False


class GroupPractice:
    """A practice led on one screen."""

    def __init__(
        self,
        practice: Practice,
        out: TextIO,
        source: TextIO,
        clock: Callable[[], float] = time.monotonic,
        languages: Callable[[], Languages] | None = None,
    ) -> None:
        self._practice = practice
        practice.for_a_room()
        self._languages = languages
        self._lines = LineTerminal(out, source)
        self._source = source
        self._out = out
        self._timer = Timer(clock)
        self._votes: Counter[int] = Counter()
        self._at = ""

    def run(self, prepare: Callable[[], None] | None = None) -> None:
        """Lead until somebody leaves. `prepare` is done once the first screen is there."""
        self._say(phrases.GROUP_HOW)
        self._lines.write()
        # Plain mode reads through `readline` below, which keeps what is meant for the group.
        plain = _ForARoom(self._practice, self._out, self, languages=self._languages)
        plain.run(prepare)

    def readline(self, limit: int = -1, /) -> str:
        """The next line that is plain mode's to answer; what is for the group is done here."""
        while line := self._source.readline(limit):
            answer = self._for_plain_mode(line.translate(NO_SIGNS))
            if answer is not None:
                return answer
            self._lines.write()
            self._out.write("> ")
            self._lines.flush()
        return ""

    def _for_plain_mode(self, line: str) -> str | None:
        """The line to hand on; None where it was for the group."""
        if self._at != self._practice.step:
            self._votes.clear()
            self._at = self._practice.step
        word, *rest = normal(line).split() or [""]
        if word == "go" and len(rest) == 1:
            self._votes.clear()
            return f"{rest[0]}\n"
        commands: dict[str, Callable[[], None]] = {
            "reveal": self._reveal,
            "talk": self._talk,
            "vote": self._vote_again,
        }
        if word in commands and not rest:
            commands[word]()
        elif word == "timer" and len(rest) <= 1:
            self._set_timer(rest)
        elif word == "" and self._timer.left is not None:
            self._show_timer()
        elif self._is_a_vote(line):
            self._vote(line)
        else:
            return line
        return None

    # -- votes

    def _is_a_vote(self, line: str) -> bool:
        """Whether the line is mostly numbers, where it is worth a vote; 999 asks for help."""
        words = _parts(line)
        if normal(line) in ALIASES or not self._practice.scene.worth_a_vote:
            return False
        numbers = sum(map(str.isdecimal, words))
        return 2 * numbers > len(words)  # with a slip among them it is a vote that says so

    def _vote(self, line: str) -> None:
        choices = len(self._practice.choices)
        words = _parts(line)
        votes = [number(word) or 0 for word in words]
        slips = [word for word in words if not word.isdecimal()]
        if slips:
            self._say(phrases.GROUP_NOT_VOTES, words=" ".join(slips))
            return
        if len(votes) > 1 and max(votes) > _ONE_DIGIT and len(votes) <= choices:
            self._votes.update(dict(enumerate(votes, start=1)))  # how many for each answer
            self._tally()
            return
        unread = [word for word, vote in zip(words, votes, strict=True) if not 1 <= vote <= choices]
        if unread:
            self._say(phrases.GROUP_NOT_VOTES, words=" ".join(unread))
            return
        self._votes.update(votes)
        self._tally()

    def _vote_again(self) -> None:
        """A second vote after talk; the first stands above it."""
        self._say(phrases.GROUP_SECOND)
        self._tally()
        self._votes.clear()

    def _tally(self) -> None:
        if not self._votes:
            self._say(phrases.GROUP_NO_VOTES)
            return
        self._say(phrases.GROUP_VOTES)
        for position, choice in enumerate(self._practice.choices, start=1):
            votes = self._votes[position]
            part = round(100 * votes / self._votes.total())
            # A sign for each 5 %: twenty at most, in a line of 48 cells beside the numbers.
            values = {"votes": str(votes), "part": str(part), "bar": "#" * round(part / 5)}
            self._say(phrases.GROUP_COUNT, number=str(position), label=choice.label, **values)

    def _reveal(self) -> None:
        self._tally()
        reasons = dict(self._practice.scene.revealed)
        self._lines.write()
        if not reasons:
            self._say(phrases.GROUP_NOTHING)
            return
        self._say(phrases.GROUP_REVEAL)
        for position, choice in enumerate(self._practice.choices, start=1):
            self._lines.write(choice.label, first=f"{position}. ")
            for reason in reasons.get(choice.key, ()):
                self._lines.write(reason, first="   ")
        if words := self._practice.last_words():
            self._lines.write(words)
        self._say(phrases.GROUP_GO)

    # -- talk and time

    def _talk(self) -> None:
        prompts = self._practice.prompts()
        if not prompts:
            self._say(phrases.GROUP_NO_TALK)
            return
        self._say(phrases.TALK)
        for prompt in prompts:
            self._lines.write(prompt, first="- ")

    def _set_timer(self, rest: list[str]) -> None:
        minutes = number(rest[0]) if len(rest) == 1 else None
        if minutes is not None and 1 <= minutes <= MAX_MINUTES:
            self._timer.start(minutes)
            self._say(phrases.TIMER_ON, minutes=str(minutes))
            return
        if rest == ["off"]:
            self._timer.stop()
        self._show_timer()

    def _show_timer(self) -> None:
        left = self._timer.left
        if left is None:
            self._say(phrases.TIMER_OFF)
        elif left == 0:
            self._say(phrases.TIMER_OVER)
            self._timer.stop()
        else:
            minutes, seconds = divmod(left, 60)
            self._say(phrases.TIMER_LEFT, time=f"{minutes}:{seconds:02}")

    def _say(self, text: Text, **values: str) -> None:
        self._lines.write(in_one_line(self._practice.phrase(text, **values)))
