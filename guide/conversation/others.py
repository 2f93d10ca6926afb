"""Troubles told beside the first: kept as ids, and offered once the first has its ending."""

from guide.flow.model import Ending, Library
from guide.session import Session
from guide.understanding.guesses import Guess
from guide.understanding.reading import WORRY, concern


class Others:
    """What else was told, each concern once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._guesses: list[Guess] = []

    def keep(self, *guesses: Guess) -> None:
        """Keep these for later; what is no concern by itself is not kept."""
        for guess in guesses:
            if concern(self._library, guess) not in {"", *self._concerns()}:
                self._guesses.append(guess)

    def put_first(self, guess: Guess) -> None:
        """Have this one offered next."""
        same = concern(self._library, guess)
        rest = [other for other in self._guesses if concern(self._library, other) != same]
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
        known = session.facts.get(WORRY, "")
        self._guesses = [g for g in self._guesses if concern(self._library, g) != known]
        at = session.at
        return bool(self._guesses) and isinstance(at, Ending) and at.urgency != "emergency"

    def _concerns(self) -> set[str]:
        return {concern(self._library, guess) for guess in self._guesses}
