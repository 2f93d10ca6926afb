"""The safest way through the guide for what is held: its questions, its contacts, its lessons."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.conversation.events import Event
from guide.flow.model import Ending, Facts, Option, Question
from guide.practice import phrases
from guide.practice.scenario import ScenarioCase
from guide.practice.scene import Stage
from guide.practice.way import PlayedPath, follow
from guide.session import Answer


class AnsweredStep(NamedTuple):
    """A question of a way, the answer taken, and what had been said before it."""

    question: Question
    option: Option
    facts: Facts


def right_way(stage: Stage, telling: ScenarioCase) -> PlayedPath:
    """The safest way for what is held."""
    way = stage.searches.search(telling.facts, telling.hints).right
    assert way is not None  # a scenario without one is refused before it is played
    return way


def steps(stage: Stage, answers: Sequence[Answer]) -> list[AnsweredStep]:
    """The questions and answers of a way."""
    taken = []
    facts: Facts = {}
    for question, option in follow(stage.library, tuple(answers)):
        taken.append(AnsweredStep(question, option, facts))
        facts = {**facts, **dict(option.means)}
    return taken


def asked_on_the_way(stage: Stage, telling: ScenarioCase) -> list[AnsweredStep]:
    """The questions of the safest way, with the answers to them."""
    return steps(stage, right_way(stage, telling).answers)


def met(stage: Stage, telling: ScenarioCase, mode: str, *, well: bool) -> str:
    """Note that this story was played through, in one of the ways to practise it."""
    stage.shelf.meet(telling.scenario.id, telling.expected, mode, well=well)
    return ""


def teaches(stage: Stage, telling: ScenarioCase) -> list[Event]:
    """The learning points, each with its source."""
    lines = stage.lines_with_sources(telling.scenario.learning, telling.facts)
    return [stage.heading(phrases.TEACHES), *lines]


def contacts(way: PlayedPath) -> list[str]:
    """Who is shown at the end of a way."""
    return [shown.contact for shown in way.ending.shown(way.facts)]


def groups(ending: Ending, facts: Facts) -> list[list[str]]:
    """The contacts of an ending in order, those side by side together."""
    by_group: dict[int, list[str]] = {}
    for shown in ending.shown(facts):
        by_group.setdefault(shown.group, []).append(shown.contact)
    return list(by_group.values())


def in_order(stage: Stage, ending: Ending, facts: Facts) -> str:
    """The names of the contacts of an ending, in order."""
    names = []
    for group in groups(ending, facts):
        name = stage.name(group[0], facts)
        for other in group[1:]:
            name = stage.phrase(phrases.BESIDE, one=name, other=stage.name(other, facts))
        names.append(name)
    return stage.listed(names)
