"""What a scenario is once read: a made-up person, the facts they hold and how they tell them."""

import random
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from guide.flow.model import Facts, Line, Route, When, Wording, holds
from guide.problems import Place

WHO, AGE = "who", "age"
"""The facts that say whose story it is: they are held, and need not be asked."""
DANGER = "danger"
DANGERS = ("no", "unsure", "now")
"""The values of the fact of danger, from the least to the most careful."""

YOU = {
    "youth-worker": "professional",
    "detached-worker": "professional",
    "teacher": "professional",
    "teaching-assistant": "professional",
    "tutor": "professional",
    "early-years-worker": "professional",
    "coach": "professional",
    "volunteer": "professional",
    "foster-carer": "professional",
    "school-nurse": "professional",
    "designated-lead": "professional",
    "parent": "parent",
    "neighbour": "adult",
}
"""Who you may be in a story, and as whom the guide is asked for what is yours to do."""

KINDS = {
    "open-invitation": 1,
    "safety-check": 1,
    "reflecting-back": 1,
    "reassurance": 1,
    "honesty": 1,
    "option-posing": -1,
    "leading": -1,
    "stacked": -1,
    "why": -1,
    "pressing": -1,
    "promise": -1,
    "secrecy": -1,
    "blame": -1,
    "rushing": -1,
    "taking-over": -1,
    "doubting": -1,
    "making-small": -1,
}
"""What a worker may do with their words, by the field's names, and whether the person opens up."""
SILENCE = "silence"
"""The key of saying nothing and staying: offered at every turn, beside what may be said."""
NEXT_DAY = "next-day"
"""The key of looking for them again the next day, where a talk was closed and its story goes on."""
CALLS = ("999", "nine nine nine")
"""Words of a line that brings the emergency services."""


class Move(NamedTuple):
    """Something a worker may say, what comes back, and why."""

    id: str
    kind: str
    say: Wording
    reply: Wording
    because: Wording
    tells: tuple[str, ...]
    """What the reply lets out: facts, and details that later lines rest on."""
    needs: tuple[str, ...]
    """What must have been told before this can be said."""
    place: Place

    @property
    def opens(self) -> int:
        """1 where the person opens up, -1 where they close down."""
        return KINDS.get(self.kind, 0)

    @property
    def calls(self) -> bool:
        """Whether saying it brings the emergency services."""
        words = " ".join(variant.text.source.lower() for variant in self.say)
        return self.opens > 0 and any(call in words for call in CALLS)


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
    you: str
    """Who the worker is: one of YOU."""
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
    next_day: Wording
    """What they say when you look for them again the next day; empty where the story ends with the
    talk."""
    wrong: tuple[tuple[str, Wording, Place], ...]
    """By the ending of a wrong way: what that would have meant."""
    learning: tuple[Line, ...]
    talk: tuple[Line, ...]
    """Questions for a group to talk about."""
    place: Place

    @property
    def hat(self) -> str:
        """As whom the guide is asked for what is yours to do."""
        return YOU[self.you]


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
