"""Answers that were confirmed before their question was asked: they wait, and then answer it."""

from typing import NamedTuple

from guide.flow.model import Facts, Library, Option, Question
from guide.understanding.guesses import WHOM
from guide.understanding.reach import Reach

_MATTER = "concern"
"""The fact that is the same whoever says it: a concern confirmed in one flow holds in another."""


class Confirmed(NamedTuple):
    """A guess that was confirmed: the answer and its question, by their ids."""

    step: str
    option: str


class Waiting:
    """What has been confirmed and not been asked yet. Nothing of it is an answer of the session."""

    def __init__(self, library: Library, reach: Reach) -> None:
        self._library = library
        self._reach = reach
        self._confirmed: list[Confirmed] = []
        self._facts: dict[str, str] = {}

    def add(self, step: str, option: str) -> None:
        """Keep an answer for when its question comes."""
        self._confirmed.append(Confirmed(step, option))

    def add_fact(self, fact: str, value: str) -> None:
        """Keep a fact (who it is about, how old, no danger) for when it is asked."""
        self._facts[fact] = value

    @property
    def facts(self) -> Facts:
        """The facts that wait."""
        return self._facts

    def forget(self, fact: str) -> None:
        """Have a fact asked after all."""
        self._facts.pop(fact, None)

    def take_left(self) -> list[Confirmed]:
        """The answers that still wait, which then wait no more."""
        left, self._confirmed = self._confirmed, []
        return left

    def answer(self, question: Question) -> str:
        """The id of the answer to this question that was confirmed or follows; empty if none.

        An answer is given once: taken back, its question is asked like any other.
        """
        for option in question.options:
            for fact, value in option.means[:1]:
                if self._facts.get(fact) == value:
                    del self._facts[fact]
                    return option.id
        for confirmed in self._confirmed:
            if confirmed.step == question.id and question.option(confirmed.option):
                self._confirmed.remove(confirmed)
                return confirmed.option
        for confirmed in self._confirmed:
            if option_id := self._same(question, confirmed):
                self._confirmed.remove(confirmed)
                return option_id
            # What is the matter never says whom it is about: that is asked.
            # All that every answer alike records: another fact of this one may not be true there.
            settled = {_MATTER} if _matter(self._option(confirmed)) else frozenset()
            for target in () if _asks_whom(question) else self._targets(confirmed):
                if way := self._reach.way(question, target, settled):
                    return way
        return self._way_to_a_fact(question)

    def _way_to_a_fact(self, question: Question) -> str:
        """The only answer that leads to where a fact that waits is asked; empty if none does.

        Whom it is about follows from nothing else: that nobody is in danger makes nobody an adult.
        """
        if _asks_whom(question) and WHOM not in self._facts:
            return ""
        for step in self._library.steps.values() if self._facts else ():
            asks = isinstance(step, Question) and self._asks_what_waits(step)
            if asks and (way := self._reach.way(question, step.id)):
                return way
        return ""

    def _asks_what_waits(self, question: Question) -> bool:
        means = [fact for option in question.options for fact in option.means[:1]]
        return any(self._facts.get(fact) == value for fact, value in means)

    def _same(self, question: Question, confirmed: Confirmed) -> str:
        """The only answer here that records the same concern as the one confirmed."""
        matter = _matter(self._option(confirmed))
        option_ids = [
            option.id for option in question.options if matter and _matter(option) == matter
        ]
        return option_ids[0] if len(option_ids) == 1 else ""

    def _targets(self, confirmed: Confirmed) -> list[str]:
        """The question of the answer confirmed, then those where the same can be said."""
        option = self._option(confirmed)
        matter = _matter(option)
        alike = [
            step.id
            for step in self._library.steps.values()
            if isinstance(step, Question)
            and any(
                _matter(other) == matter if matter else _same_words(other, option)
                for other in step.options
            )
        ]
        return list(dict.fromkeys([confirmed.step, *alike]))

    def _option(self, confirmed: Confirmed) -> Option:
        question = self._library.steps[confirmed.step]
        assert isinstance(question, Question)
        option = question.option(confirmed.option)
        assert option is not None
        return option


def _asks_whom(question: Question) -> bool:
    """Whether an answer to a question says whom it is about."""
    return any(fact == WHOM for option in question.options for fact, _ in option.means)


def _matter(option: Option) -> str:
    facts: Facts = dict(option.means)
    return facts.get(_MATTER, "")


def _same_words(other: Option, option: Option) -> bool:
    """Whether two answers that record nothing are the same one in two flows."""
    return not other.means and not option.means and other.id == option.id
