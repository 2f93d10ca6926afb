"""Troubles told beside the first: kept as ids, and offered once the first has its ending."""

from guide.flow.model import Ending, Library, Question
from guide.session import Session
from guide.understanding.guesses import Guess
from guide.understanding.matters import WORRY, concern


class Others:
    """What else was told, each concern once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._guesses: list[Guess] = []

    def keep(self, *guesses: Guess) -> None:
        """Keep these for later, each trouble once."""
        for guess in guesses:
            if self._trouble(guess) not in {"", *self._troubles()}:
                self._guesses.append(guess)

    def put_first(self, guess: Guess) -> None:
        """Have this one offered next."""
        same = self._trouble(guess)
        rest = [other for other in self._guesses if self._trouble(other) != same]
        self._guesses = [guess, *rest]

    @property
    def next(self) -> tuple[Guess, ...]:
        """The one that is offered next, if there is one."""
        return tuple(self._guesses[:1])

    def take(self) -> Guess:
        """The one that is offered, which is not offered again."""
        return self._guesses.pop(0)

    def waits_at(self, session: Session) -> bool:
        """Whether one is to be offered here: at an ending that leaves room for it."""
        self._guesses = [g for g in self._guesses if not self._looked_at(g, session)]
        at = session.at
        return bool(self._guesses) and isinstance(at, Ending) and at.urgency != "emergency"

    def _trouble(self, guess: Guess) -> str:
        """The concern an answer records, or what it is called where it only leads on to one."""
        recorded = concern(self._library, guess)
        if recorded or guess.kind != "answer":
            return recorded
        question = self._library.steps[guess.step]
        option = question.option(guess.option) if isinstance(question, Question) else None
        to = [self._library.steps[route.to] for route in option.to] if option else []
        leads_on = any(isinstance(step, Question) for step in to)
        return f"option={guess.option}" if leads_on and option and not option.means else ""

    def _looked_at(self, guess: Guess, session: Session) -> bool:
        """Whether a session has come to where this is told of."""
        answered = {f"option={option}" for _, option in session.answers}
        return self._trouble(guess) in {session.facts.get(WORRY, ""), *answered}

    def _troubles(self) -> set[str]:
        return {self._trouble(guess) for guess in self._guesses}
