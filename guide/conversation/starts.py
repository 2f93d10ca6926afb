"""Where a conversation may begin, beside where everyone begins."""

from guide.flow.model import Ending, Library, Message, Option, Question
from guide.flow.paths import facts_after, next_step, skip_messages


def starting_at(library: Library, name: str) -> tuple[str, dict[str, str]] | None:
    """The step and facts to begin with, to skip the first choice.

    `name` is an answer to the first question, or to the one that asks further who somebody is; or
    the id of a flow. None when it is none of them. What is said before that second question is
    said all the same.
    """
    if (first := _first_question(library)) is not None:
        option = first.option(name)
        if option is not None:
            facts = facts_after(option, {})
            return next_step(option.to, facts), dict(facts)
        for leading, option in _further(library, first):
            if option.id == name:
                facts = facts_after(option, facts_after(leading, {}))
                return next_step(leading.to, facts), dict(facts)
    if name in library.flows:
        return library.first_step(name), {}
    return None


def starts(library: Library) -> list[str]:
    """The names `starting_at` knows."""
    first = _first_question(library)
    if first is None:
        return list(library.flows)
    options = [*first.options, *(option for _, option in _further(library, first))]
    return list(dict.fromkeys([*(option.id for option in options), *library.flows]))


def answers_to(library: Library, name: str) -> tuple[str, ...]:
    """The answers from the first question on that `name` is short for: itself, or two of them."""
    first = _first_question(library)
    if first is not None and first.option(name) is None:
        for leading, option in _further(library, first):
            if option.id == name:
                return (leading.id, name)
    return (name,)


def _first_question(library: Library) -> Question | None:
    first = skip_messages(library, library.first_step(), {})
    return None if isinstance(first, Ending) else first


def _further(library: Library, first: Question) -> list[tuple[Option, Option]]:
    """The answers to the question that asks further, each after the answer that leads there.

    What is said before that question is a beginning for both: it goes past the question by itself
    once that is answered.
    """
    pairs = []
    for leading in first.options:
        if leading.means or not leading.to:
            continue
        before = next_step(leading.to, {})
        further = skip_messages(library, before, {})
        if isinstance(library.steps[before], Message) and isinstance(further, Question):
            pairs += [
                (leading, option)
                for option in further.options
                if skip_messages(library, before, facts_after(option, {})) is not further
            ]
    return pairs
