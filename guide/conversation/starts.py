"""Where a conversation may begin, beside where everyone begins."""

from guide.flow.model import Ending, Library
from guide.flow.paths import facts_after, next_step, skip_messages


def starting_at(library: Library, name: str) -> tuple[str, dict[str, str]] | None:
    """The step and facts to begin with, to skip the first choice.

    `name` is an answer to the first question, or the id of a flow; None when it is neither.
    """
    first = skip_messages(library, library.first_step(), {})
    if not isinstance(first, Ending):
        option = first.option(name)
        if option is not None:
            facts = facts_after(option, {})
            return next_step(option.to, facts), dict(facts)
    if name in library.flows:
        return library.first_step(name), {}
    return None


def starts(library: Library) -> list[str]:
    """The names `starting_at` knows."""
    first = skip_messages(library, library.first_step(), {})
    options = () if isinstance(first, Ending) else first.options
    return list(dict.fromkeys([*(option.id for option in options), *library.flows]))
