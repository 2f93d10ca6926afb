"""Every place a conversation can come to, found by the session that moves a person there."""

from collections.abc import Mapping
from typing import NamedTuple

from guide.flow.model import Facts, Library, Question
from guide.session import Journeys, Session, Turn

Start = tuple[str, Facts]
"""The step a conversation begins at ("" for the library's first) and the facts known then."""

EVERYONE: Mapping[str, Start] = {"": ("", {})}
"""The one start of those who are asked everything."""

Way = tuple[tuple[str, str], ...]
"""The questions answered and the options chosen, by id, first to last."""


class Place(NamedTuple):
    """What was entered by an answer, and all that is known there."""

    turn: Turn
    facts: Facts
    way: Way
    """A shortest way there from the first of the starts that lead there."""


class Places(NamedTuple):
    """Places by number, nearest first, each with the number that each answer leads to."""

    all: list[Place]
    moves: list[dict[str, int]]
    """In the order the answers are offered: those listed, then those that stand everywhere."""
    starts: Mapping[str, int]


def places(library: Library, starts: Mapping[str, Start] = EVERYONE) -> Places:
    """Every place that can be reached, each once. Answers that lead round are no trouble here."""
    journeys = Journeys(library)
    numbers: dict[tuple[object, ...], int] = {}
    graph = Places([], [], {})

    def number_of(session: Session, way: Way) -> int:
        passed = tuple(message.id for message in session.turn.passed)
        key = (passed, session.step, frozenset(session.facts.items()))
        if key not in numbers:
            numbers[key] = len(numbers)
            graph.all.append(Place(session.turn, session.facts, way))
        return numbers[key]

    begun = {name: number_of(Session(journeys, *start), ()) for name, start in starts.items()}
    for place in graph.all:  # grows as it is walked
        moves = {}
        question = place.turn.at
        if isinstance(question, Question):
            for option in library.options(question):
                session = Session(journeys, question.id, place.facts)
                session.choose(option.id)
                way = (*place.way, (question.id, option.id))
                moves[option.id] = number_of(session, way)
        graph.moves.append(moves)
    return graph._replace(starts=begun)
