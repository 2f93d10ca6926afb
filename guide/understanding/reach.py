"""Which questions can still come, and which answer is the only one that leads to one of them."""

from collections.abc import Set
from typing import NamedTuple

from guide.flow.model import Ending, Facts, Library, Message, Option, Question, When
from guide.flow.paths import next_step, skip_messages


def may_hold(when: When, facts: Facts) -> bool:
    """Whether the condition is true, or may be once more is known: a fact not given may be any."""
    return all(facts.get(fact, values[0]) in values for fact, values in when)


class Meant(NamedTuple):
    """An answer, and what a sign of it is a sign of."""

    option: Option
    of: str
    elsewhere: bool
    """Whether it can be guessed at while another question is asked."""


class Near(NamedTuple):
    """The answers that can be reached from a question, the nearest first."""

    answers: list[tuple[Question, Meant, int]]
    """Each with its question and how far its flow is."""
    of: dict[str, list[int]]
    """The places of those that a sign of this is a sign of."""
    here: dict[str, list[int]]
    """The places of the answers to the question itself, by step.option."""


class Reach:
    """The ways between the questions of a library, whatever the conditions on them say."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, tuple[str, ...]] = {}

    def questions(self, step: str) -> tuple[str, ...]:
        """The ids of the questions that can be asked from a step on, nearest first."""
        if step not in self._known:
            questions: dict[str, None] = {}
            waiting = [step]
            for name in waiting:
                here = self._library.steps[name]
                if isinstance(here, Question):
                    if name in questions:
                        continue
                    questions[name] = None
                    routes = [route for option in here.options for route in option.to]
                elif isinstance(here, Message):
                    routes = list(here.to)
                else:
                    continue
                waiting += [route.to for route in routes if route.to not in questions]
            self._known[step] = tuple(questions)
        return self._known[step]

    def ends(self, option: Option) -> frozenset[str]:
        """The ids of the endings that an option may lead to."""
        after = (self._library.steps[name] for name in self.after(option))
        options = [
            option,
            *(o for step in after if isinstance(step, Question) for o in step.options),
        ]
        steps = [self._library.steps[route.to] for each in options for route in each.to]
        for step in steps:
            if isinstance(step, Message):
                steps += [self._library.steps[route.to] for route in step.to]
        return frozenset(step.id for step in steps if isinstance(step, Ending))

    def after(self, option: Option) -> frozenset[str]:
        """The ids of the questions that can be asked once an option is chosen."""
        return frozenset(name for route in option.to for name in self.questions(route.to))

    def in_full(self, question: Question) -> list[Option]:
        """The answers to a question; in place of one that records nothing, what it asks next.

        "A child I worry about" says little: the question after it asks who its speaker is.
        """
        options: list[Option] = []
        for option in question.options:
            step = None
            if not option.means and option.to:
                step = skip_messages(self._library, next_step(option.to, {}), {})
            asked = step.options if isinstance(step, Question) else (option,)
            options += [each for each in asked if each is option or not question.option(each.id)]
        return options

    def way(self, question: Question, target: str, settled: Set[str] = frozenset()) -> str:
        """The id of the answer to a question that leads to another; empty where it has to be asked.

        An answer that records a fact is never taken for granted, and one of several never chosen.
        But what was said already may settle facts: it records them anew. Answers that record no
        others on the way lead to the very same, so then the first of them is taken.
        """
        leading = [option for option in question.options if target in self.after(option)]
        if len(leading) > 1:
            leading = [option for option in leading if self._records_only(settled, option, target)]
        if leading and (settled or len(leading) == 1) and _records(leading[0]) <= settled:
            return leading[0].id
        return ""

    def _records_only(self, settled: Set[str], option: Option, target: str) -> bool:
        """Whether an answer leads to a question by answers that record nothing but these facts."""
        passed: set[str] = set()
        waiting = [option] if _records(option) <= settled else []
        for each in waiting:
            for route in each.to:
                asked = skip_messages(self._library, route.to, {})
                if asked.id == target:
                    return True
                if isinstance(asked, Question) and asked.id not in passed:
                    passed.add(asked.id)
                    waiting += [answer for answer in asked.options if _records(answer) <= settled]
        return False


def _records(option: Option) -> set[str]:
    return {fact for fact, _ in option.means}
