"""Choosing a story: by who tells it, who you are, an age or a length; then by what it is about."""

import random
from collections.abc import Callable, Iterable
from functools import partial

from guide.conversation.events import Choice
from guide.flow.model import Option, Text
from guide.practice import phrases, safest
from guide.practice.scenario import AGE, YOU, ScenarioCase
from guide.practice.scene import Offer, Scene, Stage, ask

STORIES_AT_ONCE = 9
"""How many stories are listed at once: with more, it is asked first what they are about."""
_DANGER_NOW = "danger-now"

OpeningScene = Callable[[Stage, ScenarioCase], Scene]
"""How a story that was chosen begins."""
Tellings = tuple[ScenarioCase, ...]


def by_teller(stage: Stage, cases: Tellings) -> list[str]:
    """Who tells these stories, in the order of the flows' facts."""
    tellers = {telling.audience for telling in cases}
    fact = stage.library.facts.get("who")
    known = [value for value, _ in fact.values] if fact else []
    return [who for who in known if who in tellers] + sorted(tellers - set(known))


def told_by(stage: Stage, who: str, opening: OpeningScene, cases: Tellings = ()) -> Scene:
    """The stories that one kind of person tells: all there are, or those of `cases`."""
    theirs = tuple(telling for telling in cases or stage.tellings if telling.audience == who)
    return narrowed(stage, theirs, opening)


def narrowed(stage: Stage, cases: Tellings, opening: OpeningScene) -> Scene:
    """These stories; with too many to list, first who tells them, and what they are about."""
    tellers = by_teller(stage, cases)
    few = len({telling.scenario.id for telling in cases}) <= STORIES_AT_ONCE
    if few or len(tellers) == 1:
        return _listed(stage, cases, opening) if few else _by_topic(stage, cases, opening)
    offers = [
        Offer(
            Choice(who, stage.phrase(phrases.AUDIENCES.get(who, phrases.SOMEONE))),
            partial(_then, partial(told_by, stage, who, opening, cases)),
        )
        for who in tellers
    ]
    return ask(stage, "teller", (), phrases.WHO_TELLS, offers)


def _by_topic(stage: Stage, cases: Tellings, opening: OpeningScene) -> Scene:
    by_topic: dict[str, tuple[str, list[ScenarioCase]]] = {}
    for telling in cases:
        key, words = _topic(stage, telling)  # the first words are those of all: a child's differ
        by_topic.setdefault(key, (words, []))[1].append(telling)
    offers = [
        Offer(
            Choice(key, words),
            partial(_then, partial(_listed, stage, tuple(tellings), opening)),
        )
        for key, (words, tellings) in by_topic.items()
    ]
    return ask(stage, "topic", (), phrases.WHICH_TOPIC, offers)


def _then(scene: Callable[[], Scene], _: str) -> Scene:
    return scene()


def _topic(stage: Stage, telling: ScenarioCase) -> tuple[str, str]:
    """What a story is about: the first answer on its right way that says nothing of the person.

    What is said before it is known who tells it leads to that question alone.
    """
    for step in safest.asked_on_the_way(stage, telling):
        if "who" in step.facts and not {fact for fact, _ in step.option.means} - {"concern"}:
            option = _topic_option(stage, step)
            return option.id, stage.say(option.say, step.facts).rstrip(".")
    return _DANGER_NOW, stage.phrase(phrases.TOPIC_DANGER)


def _topic_option(stage: Stage, step: safest.AnsweredStep) -> Option:
    """The answer taken; for one that says nothing "Not sure": nobody looks for a story to skip."""
    if ("concern", "not-said") not in step.option.means:
        return step.option
    offered = stage.library.options(step.question)
    return next((option for option in offered if option.id == "not-sure"), step.option)


def _listed(stage: Stage, cases: Tellings, opening: OpeningScene) -> Scene:
    """The stories by their names; which age it is, the seed decides."""
    by_scenario: dict[str, list[ScenarioCase]] = {}
    for telling in cases:
        by_scenario.setdefault(telling.scenario.id, []).append(telling)
    offers = []
    for name, alike in by_scenario.items():
        # By a seed of its own: the same each time this is told again, whatever else is drawn.
        telling = random.Random(f"{stage.seed} {name} {alike[0].audience}").choice(alike)
        title = stage.say(telling.scenario.title, telling.facts)
        note = stage.say(telling.scenario.note, telling.facts)
        offers.append(
            Offer(Choice(name, title, note), partial(_then, partial(opening, stage, telling)))
        )
    return ask(stage, "stories", (), phrases.WHICH, offers)


# -- by what the list of the command line knows, too


def by_something_else(stage: Stage, opening: OpeningScene) -> Scene:
    """Who you are in the story, how old they are, or how long it is."""
    ways: tuple[tuple[str, Text, Callable[[], Scene]], ...] = (
        ("you", phrases.BY_YOU, partial(_by_you, stage, opening)),
        ("age", phrases.BY_AGE, partial(_by_age, stage, opening)),
        ("length", phrases.BY_LENGTH, partial(_by_length, stage, opening)),
    )
    offers = [Offer(Choice(key, stage.phrase(text)), partial(_then, to)) for key, text, to in ways]
    return ask(stage, "find", (), phrases.FIND_BY, offers)


def _by_you(stage: Stage, opening: OpeningScene) -> Scene:
    values = [(role, stage.phrase(phrases.ROLES[role])) for role in YOU]
    return _of_value(stage, opening, phrases.WHO_ARE_YOU, values, lambda case: case.scenario.you)


def _by_age(stage: Stage, opening: OpeningScene) -> Scene:
    fact = stage.library.facts.get(AGE)
    values = list(fact.values) if fact else []
    return _of_value(stage, opening, phrases.HOW_OLD, values, lambda case: case.age)


def _by_length(stage: Stage, opening: OpeningScene) -> Scene:
    lengths = sorted({len(telling.scenario.listen) for telling in stage.tellings})
    values = [(str(n), stage.phrase(phrases.SO_MANY_TURNS, number=str(n))) for n in lengths]
    return _of_value(
        stage, opening, phrases.HOW_LONG, values, lambda case: str(len(case.scenario.listen))
    )


def _of_value(
    stage: Stage,
    opening: OpeningScene,
    question: Text,
    values: Iterable[tuple[str, str]],
    value_of: Callable[[ScenarioCase], str],
) -> Scene:
    """Which value; of those only that some story has."""
    offers = []
    for value, words in values:
        cases = tuple(telling for telling in stage.tellings if value_of(telling) == value)
        if cases:
            scene = partial(narrowed, stage, cases, opening)
            offers.append(Offer(Choice(value, words), partial(_then, scene)))
    return ask(stage, "find.value", (), question, offers)
