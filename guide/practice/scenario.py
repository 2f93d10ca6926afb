"""What a scenario is once read: a made-up person, the facts they hold and how they tell them."""

import random
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from guide.flow.model import Facts, Line, Route, When, Wording, holds
from guide.problems import Place

WHO, AGE = "who", "age"
"""The facts that say whose story it is: they are held, and need not be asked."""

KINDS = {
    "listens": 1,
    "asks": 1,
    "is-honest": 1,
    "presses": -1,
    "promises-secrecy": -1,
    "blames": -1,
    "rushes": -1,
    "takes-over": -1,
    "doubts": -1,
    "brushes-off": -1,
}
"""What a worker may do with their words, and whether the person opens up or closes down for it."""


class Move(NamedTuple):
    """Something a worker may say, what comes back, and why."""

    id: str
    kind: str
    say: Wording
    reply: Wording
    because: Wording
    tells: tuple[str, ...]
    """The facts the reply lets out, where the person is open enough."""
    place: Place

    @property
    def opens(self) -> int:
        """1 where the person opens up, -1 where they close down."""
        return KINDS.get(self.kind, 0)


class ListeningTurn(NamedTuple):
    """A moment of listening: what may be said now."""

    id: str
    moves: tuple[Move, ...]
    place: Place

    @property
    def best(self) -> Move:
        """The first move written that opens the person up."""
        return next((move for move in self.moves if move.opens > 0), self.moves[0])

    def move(self, move_id: str) -> Move:
        """The move with this id."""
        return next(move for move in self.moves if move.id == move_id)


class Scenario(NamedTuple):
    """One author's file."""

    id: str
    title: Wording
    note: Wording
    """What the story is about, said before it begins."""
    person: Wording
    setting: Wording
    voice: Wording
    facts: tuple[When, ...]
    """What the person holds; where several values are given, the story is told once with each."""
    answers: tuple[tuple[str, str, Place], ...]
    """At a step, the option to take where the facts leave a choice."""
    ending: tuple[Route, ...]
    """Where the right way ends, written down so that a moved ending is seen."""
    says: Wording
    tells: tuple[str, ...]
    """The facts that the first words let out."""
    listen: tuple[ListeningTurn, ...]
    closed: Wording
    """What the person says when they have closed down."""
    wrong: tuple[tuple[str, Wording, Place], ...]
    """By the ending of a wrong way: what that would have meant."""
    learning: tuple[Line, ...]
    talk: tuple[Line, ...]
    """Questions for a group to talk about."""
    place: Place


class ScenarioCase(NamedTuple):
    """A scenario with one value for each fact: what is practised."""

    id: str
    scenario: Scenario
    facts: Facts

    @property
    def audience(self) -> str:
        """Who tells it."""
        return self.facts.get(WHO, "")

    @property
    def age(self) -> str:
        """How old the person is who may be hurt."""
        return self.facts.get(AGE, "")

    @property
    def expected(self) -> str:
        """The ending the author wrote down."""
        for route in self.scenario.ending:
            if holds(route.when, self.facts):
                return route.to
        return ""

    @property
    def hints(self) -> Mapping[str, str]:
        """At a step, the option the author says to take."""
        return {step: option for step, option, _ in self.scenario.answers}


def tellings(scenario: Scenario) -> list[ScenarioCase]:
    """Every way a scenario is told; the first has the scenario's own id."""
    held: list[dict[str, str]] = []
    for facts_held in scenario.facts:
        names = [fact for fact, _ in facts_held]
        held += [dict(zip(names, values, strict=True)) for values in _combinations(facts_held)]
    differing = [
        fact for fact in _in_order(held) if len({facts_held.get(fact) for facts_held in held}) > 1
    ]
    cases = []
    for number, facts in enumerate(held):
        ways = [facts[fact] for fact in differing if fact in facts]
        cases.append(
            ScenarioCase(".".join([scenario.id, *(ways if number else [])]), scenario, facts)
        )
    return cases


def _combinations(facts: When) -> Iterator[tuple[str, ...]]:
    return product(*(values for _, values in facts))


def _in_order(held: list[dict[str, str]]) -> dict[str, None]:
    return {fact: None for facts in held for fact in facts}


def shuffled(turn: ListeningTurn, telling: ScenarioCase, seed: int) -> tuple[Move, ...]:
    """The moves of a turn, in an order of this seed, so that the first is not always the best."""
    moves = list(turn.moves)
    random.Random(f"{seed} {telling.id} {turn.id}").shuffle(moves)
    return tuple(moves)
