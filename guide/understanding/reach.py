"""Which questions can still come, and which answer is the only one that leads to one of them."""

from guide.flow.model import Library, Message, Option, Question
from guide.flow.paths import next_step, skip_messages


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

    def only_way(self, question: Question, target: str) -> str:
        """The id of the only answer to a question that leads to another; empty if several do.

        An answer that records a fact is never taken for granted: it has to be said.
        """
        leading = [option for option in question.options if target in self.after(option)]
        return leading[0].id if len(leading) == 1 and not leading[0].means else ""
