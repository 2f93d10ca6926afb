"""The facts that still matter to something told: those it asks for while it is told."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from guide.flow.model import Facts

Result = TypeVar("Result")
Values = tuple[str | None, ...]


class ByFacts(Generic[Result]):
    """Something told at many facts: once for all that agree in those that it asks for.

    `tell` must rest on the facts alone and ask for them one by one, as conditions do (`holds`):
    what it asks for next then follows from what it heard before.
    """

    def __init__(self, tell: Callable[[Facts], Result]) -> None:
        self._tell = tell
        self._asks: dict[Values, str] = {}
        """The fact that is asked for next, once earlier ones had these values."""
        self._results: dict[Values, Result] = {}

    def __call__(self, facts: Facts) -> Result:
        """What is told at these facts."""
        heard: Values = ()
        while fact := self._asks.get(heard):
            heard = (*heard, facts.get(fact))
        if heard not in self._results:
            noting = _Noting(facts)
            result = self._tell(noting)
            heard = ()
            for fact, value in noting.asked.items():
                self._asks[heard] = fact
                heard = (*heard, value)
            self._results[heard] = result
        return self._results[heard]


class _Noting(Mapping[str, str]):
    """Facts that note which of them are asked for, in their order, and the values."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.asked: dict[str, str | None] = {}

    def __getitem__(self, fact: str) -> str:
        """The value, noted; also what `get` and `in` come to."""
        value = self.asked.setdefault(fact, self._facts.get(fact))
        if value is None:
            raise KeyError(fact)
        return value

    def __bool__(self) -> bool:
        """Never taken for no facts, as in `facts or {}`."""
        return True

    def __iter__(self) -> Iterator[str]:
        """Refused: who looks at all the facts at once cannot be told once for several."""
        raise TypeError("ask for one fact at a time")

    def __len__(self) -> int:
        """Refused, as well."""
        raise TypeError("ask for one fact at a time")
