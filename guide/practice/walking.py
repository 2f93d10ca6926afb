"""Deciding where a story goes, and walking the guide itself as the person in it."""

import random
from collections.abc import Iterator
from functools import partial

from guide.conversation.events import Choice, Event, Heading, Headline, Said
from guide.flow.model import Ending, Question
from guide.practice import hats, phrases, safest
from guide.practice.debrief import as_practised, debriefed
from guide.practice.progress import DECIDING, WALKING
from guide.practice.scenario import ScenarioCase
from guide.practice.scene import Offer, Scene, Stage, ask
from guide.practice.way import PlayedPath
from guide.session import Session

MOST_PICKS = 3
"""How many places to turn are put in order before the guide is asked."""
MOST_CONTACTS = 9
"""How many are offered to choose from: each has a digit of its own."""
_ENOUGH = "enough"


def story(stage: Stage, telling: ScenarioCase) -> list[Event]:
    """All that the person tells a good listener."""
    scenario, facts = telling.scenario, telling.facts
    events: list[Event] = [
        stage.heading(phrases.STORY),
        Said(stage.say(scenario.person, facts)),
        Said(stage.say(scenario.setting, facts)),
        stage.spoken_by(telling, stage.say(scenario.says, facts)),
    ]
    for turn in scenario.listen:
        words = stage.say(turn.best.reply, facts)
        events.append(stage.spoken_by(telling, words))
    return events


# -- deciding


def decide(stage: Stage, telling: ScenarioCase, picks: tuple[str, ...] = ()) -> Scene:
    """Where this goes, and in what order; then the guide is asked."""
    left = [name for name in offered_contacts(stage, telling) if name not in picks]
    if _ENOUGH in picks or len(picks) == MOST_PICKS or not left:
        decided = tuple(pick for pick in picks if pick != _ENOUGH)
        return walking_scene(stage, telling, (), decided)
    number = str(len(picks) + 1)
    return ask(
        stage,
        f"route.{number}",
        () if picks else story(stage, telling),
        phrases.THEN if picks else phrases.FIRST,
        _picks(stage, telling, picks, left),
        telling,
        progress=stage.phrase(phrases.PROGRESS_ROUTE, number=number),
    )


def _picks(
    stage: Stage, telling: ScenarioCase, picks: tuple[str, ...], left: list[str]
) -> Iterator[Offer]:
    def then(pick: str, _: str) -> Scene:
        return decide(stage, telling, (*picks, pick))

    for name in left:
        label = hats.name(stage, name, telling.facts)
        yield Offer(Choice(name, label), partial(then, name))
    if picks:
        yield Offer(Choice(_ENOUGH, stage.phrase(phrases.ENOUGH)), partial(then, _ENOUGH))


def offered_contacts(stage: Stage, telling: ScenarioCase) -> list[str]:
    """What may be decided, mixed: what is always yours, the right ways of both hats, and others."""
    right = safest.right_way(stage, telling)
    yours = hats.your_way(stage, telling)
    contacts = hats.careful_choices(stage.library) + safest.contacts(right)[:2]
    for ending_id, _, _ in telling.scenario.wrong[:1]:
        ending = stage.library.steps[ending_id]
        assert isinstance(ending, Ending)  # a story with another is not played
        contacts += [shown.contact for shown in ending.shown(telling.facts)][:1]
    contacts += safest.contacts(yours)[: hats.FIRST_PLACES] if yours else []
    contacts += [*safest.contacts(right), *stage.library.help]
    chosen = list(dict.fromkeys(contacts))[:MOST_CONTACTS]
    random.Random(f"{stage.seed} {telling.id} contacts").shuffle(chosen)
    return chosen


# -- walking


def walking_scene(
    stage: Stage, telling: ScenarioCase, answers: tuple[str, ...] = (), picks: tuple[str, ...] = ()
) -> Scene:
    """The guide as the person meets it after these answers; at its end, the debrief."""
    session = Session(stage.journeys)
    for answer in answers:
        session.choose(answer)
    events = _intro(stage, telling, picks) if not answers else []
    for message in session.turn.passed:
        events += stage.narrator.message(message, session.facts)
    if isinstance(session.at, Question):
        return _question(stage, telling, session, answers, picks, events)
    return _ended(stage, telling, session, answers, picks, events)


def _intro(stage: Stage, telling: ScenarioCase, picks: tuple[str, ...]) -> list[Event]:
    if picks:
        return [stage.says(phrases.NOW_WALK)]
    return [stage.says(phrases.WALK_INTRO), *story(stage, telling)]


def _question(
    stage: Stage,
    telling: ScenarioCase,
    session: Session,
    answers: tuple[str, ...],
    picks: tuple[str, ...],
    events: list[Event],
) -> Scene:
    question = session.at
    assert isinstance(question, Question)

    def then(option: str, _: str) -> Scene:
        return walking_scene(stage, telling, (*answers, option), picks)

    def offer(option_id: str, choice: Choice) -> Offer:
        return Offer(choice, partial(then, option_id))

    asked = stage.narrator.ask(question, session.facts, len(answers))
    listed = {option.id for option in question.options}
    standing = [option for option in stage.library.always if option.id not in listed]
    return Scene(
        step=question.id,
        said=tuple(events),
        asked=asked,
        offers=tuple(offer(choice.key, choice) for choice in asked.choices),
        standing=tuple(
            offer(option.id, stage.narrator.choice(option, session.facts)) for option in standing
        ),
        facts=dict(session.facts),
        telling=telling,
    )


def _ended(
    stage: Stage,
    telling: ScenarioCase,
    session: Session,
    answers: tuple[str, ...],
    picks: tuple[str, ...],
    passed: list[Event],
) -> Scene:
    assert isinstance(session.at, Ending)
    way = PlayedPath(tuple(session.answers), session.at, dict(session.facts))
    events = [*passed, *map(_quieter, stage.narrator.end(session.at, session.facts))]

    def again(number: int) -> Scene:
        return walking_scene(stage, telling, answers[:number], picks)

    def compare(_: str) -> Scene:
        return debriefed(stage, telling, way, picks, again)

    choice = Choice("compare", stage.phrase(phrases.COMPARE))
    practised = as_practised(stage, telling, way, picks)
    mode = DECIDING if picks else WALKING
    note = partial(safest.met, stage, telling, mode, well=practised.well)
    offers = [Offer(choice, compare, note if practised.counts else None)]
    return ask(stage, "walked", events, phrases.WALKED, offers, telling)


def _quieter(event: Event) -> Event:
    """An ending's headline as a heading: what is practised is not what to do now."""
    if isinstance(event, Headline):
        return Heading(f"{event.when}: {event.text}")
    return event
