"""One person's way through a library. The answers are the state; all else follows from them."""

from __future__ import annotations

from guide.flow.model import Ending, Library, Message, Option, Question, Step
from guide.light import TYPE_CHECKING, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guide.machine import FlowMachine

# A shipped conversation has seven at most (test_shipped_flows.py), and going back takes answers
# away: nobody who means it comes near.
MAX_ANSWERS = 1000
"""Past this many answers a session takes no more: flows may loop, memory may not grow for ever."""


class Answer(Record):
    """An option chosen at a question."""

    step: str
    option: str


class Turn(Record):
    """What was entered since the last answer: messages passed, then a question or an ending."""

    passed: tuple[Message, ...]
    at: Question | Ending


class NotOffered(Exception):
    """The answer is not one of those offered here; the session is as it was."""


class FlowEngine:
    """A library with the machine that moves its sessions, made when the first answer needs it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._routes: FlowMachine | None = None

    @property
    def routes(self) -> FlowMachine:
        """The machine. transitions is imported here, and so never before the first question."""
        if self._routes is None:
            from guide.machine import machine_of

            self._routes = machine_of(self.library)
        return self._routes


class Session:
    """The answers so far, and where they lead.

    `step` is the id of the question or ending reached, `facts` what the answers have said,
    `start_facts` those known from elsewhere (a kiosk's nation, a first choice on the command line).
    """

    __slots__ = ("_journeys", "_passed", "_start", "answers", "facts", "start_facts", "step")

    def __init__(
        self, journeys: FlowEngine, start: str = "", start_facts: Mapping[str, str] | None = None
    ) -> None:
        """Begin at the step `start`, by default where everyone begins."""
        self._journeys = journeys
        self._start = start or journeys.library.first_step()
        self.start_facts = start_facts
        self._restart()

    def _restart(self) -> None:
        self.answers: list[Answer] = []
        self.facts: dict[str, str] = dict(self.start_facts) if self.start_facts else {}
        self.step = self._start
        self._passed: tuple[Message, ...] = ()
        if type(self._journeys.library.steps[self.step]) is Message:
            self._pass_messages()

    @property
    def at(self) -> Question | Ending:
        """The question waiting for an answer, or the ending reached."""
        step: Step = self._journeys.library.steps[self.step]
        assert not isinstance(step, Message)
        return step

    @property
    def turn(self) -> Turn:
        """What was entered since the last answer."""
        return Turn(self._passed, self.at)

    def choose(self, option_id: str) -> Turn:
        """Answer the question; raises NotOffered, with nothing changed, when it is no answer."""
        library = self._journeys.library
        question = library.steps[self.step]
        if type(question) is not Question or len(self.answers) >= MAX_ANSWERS:
            raise NotOffered(option_id)
        for option in question.options:
            if option.id == option_id:
                break
        else:
            for option in library.always:
                if option.id == option_id:
                    break
            else:
                raise NotOffered(option_id)
        facts = self.facts
        if option.means:
            facts = facts.copy()
            facts.update(option.means)
        # The machine moves before anything is noted: what it refuses leaves the session as it
        # was.
        answer = Answer._make((self.step, option_id))  # quicker than Answer(...)
        self._journeys.routes.choose(self, option_id, facts)
        self.facts = facts
        self.answers.append(answer)
        self._passed = ()
        step = library.steps[self.step]
        if type(step) is Message:
            self._pass_messages()
            step = library.steps[self.step]
        return Turn._make((self._passed, step))

    def _pass_messages(self) -> None:
        library = self._journeys.library
        passed: list[Message] = []
        # The reader refuses messages that lead round to one another, so this ends.
        while type(message := library.steps[self.step]) is Message:
            passed.append(message)
            if len(message.to) == 1:
                # One way on needs no machine, so the first question does not wait for one.
                self.step = message.to[0].to
            else:
                self._journeys.routes.go_on(self, self.facts)
        self._passed = tuple(passed)

    def back(self) -> Turn:
        """Take back the last answer; at the first question nothing changes."""
        return self.replay(self.answers[:-1])

    def change(self, number: int, option_id: str) -> Turn:
        """Give another answer to question `number` (0 is the first).

        Later answers stay wherever their question is still asked and the answer still offered, or
        its twin is asked: one where the same answer leads the same way. Raises NotOffered, with
        nothing changed, when the new answer is not offered there.
        """
        before = self.answers
        if not 0 <= number < len(before):
            raise NotOffered(option_id)
        later = {answer.step: answer.option for answer in before[number + 1 :]}
        self.replay(before[:number])
        try:
            self.choose(option_id)
        except NotOffered:
            self.replay(before)
            raise
        while (option := self._kept(later)) is not None:
            try:
                self.choose(option)
            except NotOffered:
                break
        return self.turn

    def _kept(self, later: dict[str, str]) -> str | None:
        """The answer to what is asked now, taken out of the later ones."""
        if self.step in later or not isinstance(self.at, Question):
            return later.pop(self.step, None)
        ways = {option.id: _ways(option) for option in self.at.options}
        for step, option_id in later.items():
            asked = self._journeys.library.steps[step]
            options = asked.options if isinstance(asked, Question) else ()
            if any(each.id == option_id and _ways(each) == ways.get(option_id) for each in options):
                return later.pop(step)
        return None

    def restart(self) -> Turn:
        """Begin again from nothing: no answer, no fact, the first step."""
        self._restart()
        return self.turn

    def replay(self, answers: Iterable[Answer]) -> Turn:
        """Walk these answers from the start; those that do not fit are left out."""
        kept = list(answers)
        self._restart()
        for step, option in kept:
            if step == self.step:
                try:
                    self.choose(option)
                except NotOffered:
                    break
        return self.turn


def _ways(option: Option) -> list[tuple[str, object]]:
    """Where an answer leads, and when."""
    return [(route.to, route.when) for route in option.to]
