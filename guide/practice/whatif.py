"""What if one thing were different: whether the ending moves, and why."""

from collections.abc import Iterator
from functools import partial

from guide.conversation.events import Choice, Event, Heading
from guide.flow.model import Option
from guide.flow.paths import facts_after, next_step
from guide.practice import phrases, safest
from guide.practice.next import next_scene
from guide.practice.safest import AnsweredStep
from guide.practice.scenario import WHO, ScenarioCase
from guide.practice.scene import Offer, Scene, Stage, ask
from guide.practice.way import PlayedPath, search


def which(stage: Stage, telling: ScenarioCase) -> Scene:
    """Choose the question whose answer would be different."""
    offers = [
        Offer(
            Choice(step.question.id, stage.say(step.question.ask, step.facts)),
            partial(_answer, stage, telling, step),
        )
        for step in safest.asked_on_the_way(stage, telling)
        if WHO not in dict(step.option.means) and _others(stage, telling, step)
    ]
    if not offers:
        return next_scene(stage, telling, "what-if", [stage.says(phrases.BECAUSE_SAME)])
    return ask(stage, "what-if", (), phrases.WHICH_FACT, offers, telling)


def _others(
    stage: Stage, telling: ScenarioCase, step: AnsweredStep
) -> list[tuple[Option, PlayedPath]]:
    """The other answers to a question that lead to an ending, each with the way it makes."""
    ways = []
    for option in stage.library.options(step.question):
        if option.id != step.option.id:
            way = _changed(stage, telling, step, option)
            if way is not None:
                ways.append((option, way))
    return ways


def _changed(
    stage: Stage, telling: ScenarioCase, step: AnsweredStep, option: Option
) -> PlayedPath | None:
    """The right way for a person who holds the same, but for what this answer says."""
    held = {**telling.facts, **dict(option.means)}
    hints = {name: key for name, key in telling.hints.items() if name != step.question.id}
    ways = search(stage.library, held, {**hints, step.question.id: option.id}).ways
    asked = [way for way in ways if step.question.id in {answer.step for answer in way.answers}]
    return max(asked, key=lambda way: len(way.facts), default=None)


def _answer(stage: Stage, telling: ScenarioCase, step: AnsweredStep, _: str) -> Scene:
    offers = [
        Offer(
            Choice(option.id, stage.say(option.say, step.facts)),
            partial(_told, stage, telling, step, option, way),
        )
        for option, way in _others(stage, telling, step)
    ]
    scene = ask(stage, "what-if.answer", (), phrases.WHICH_ANSWER, offers, telling)
    question = Heading(stage.say(step.question.ask, step.facts))
    return scene._replace(said=(question,))


def _told(
    stage: Stage, telling: ScenarioCase, step: AnsweredStep, option: Option, way: PlayedPath, _: str
) -> Scene:
    question = stage.say(step.question.ask, step.facts)
    answer = stage.say(option.say, step.facts).rstrip(".")
    events: list[Event] = [stage.heading(phrases.WHAT_IF_TITLE, question=question, answer=answer)]
    events += _compared(stage, safest.right_way(stage, telling), way, step, option)
    scene = next_scene(stage, telling, "what-if.told", events)
    another = Offer(
        Choice("what-if", stage.phrase(phrases.ANOTHER)), lambda _: which(stage, telling)
    )
    offers = (another, *(offer for offer in scene.offers if offer.choice.key != "what-if"))
    assert scene.asked is not None
    asked = scene.asked._replace(choices=tuple(offer.choice for offer in offers))
    return scene._replace(offers=offers, asked=asked)


def _compared(
    stage: Stage, before: PlayedPath, after: PlayedPath, step: AnsweredStep, option: Option
) -> Iterator[Event]:
    was, now = stage.title(before.ending, before.facts), stage.title(after.ending, after.facts)
    if before.ending.id == after.ending.id:
        yield stage.says(phrases.STAYS, title=now)
    else:
        yield stage.says(phrases.MOVES, before=was, after=now)
    yield from _shown_otherwise(stage, before, after)
    if before.ending.id != after.ending.id or safest.contacts(before) == safest.contacts(after):
        yield _because(stage, before, after, step, option)
    names = safest.in_order(stage, after.ending, after.facts)
    yield stage.says(phrases.NEW_ORDER, names=names)


def _shown_otherwise(stage: Stage, before: PlayedPath, after: PlayedPath) -> Iterator[Event]:
    """Who is shown on one ending and not on the other, also where both have the same name."""
    was, now = safest.contacts(before), safest.contacts(after)
    for text, first, other, facts in (
        (phrases.NEW_HERE, now, was, after.facts),
        (phrases.GONE_HERE, was, now, before.facts),
    ):
        names = [stage.name(contact, facts) for contact in first if contact not in other]
        if names:
            yield stage.says(text, names=stage.listed(names))


def _because(
    stage: Stage, before: PlayedPath, after: PlayedPath, step: AnsweredStep, option: Option
) -> Event:
    """Where the two ways first lead differently: at the changed answer itself, or later on."""
    if before.ending.id == after.ending.id:
        return stage.says(phrases.BECAUSE_SAME)
    held = facts_after(option, step.facts)
    was = facts_after(step.option, step.facts)
    if next_step(option.to, held) != next_step(step.option.to, was):
        return stage.says(phrases.BECAUSE_ANSWER)
    for was_step, now_step in zip(
        safest.steps(stage, before.answers), safest.steps(stage, after.answers), strict=False
    ):
        alike = (
            was_step.question.id == now_step.question.id
            and was_step.option.id == now_step.option.id
        )
        to_one = next_step(was_step.option.to, facts_after(was_step.option, was_step.facts))
        to_other = next_step(now_step.option.to, facts_after(now_step.option, now_step.facts))
        if alike and to_one != to_other:
            question = stage.say(was_step.question.ask, was_step.facts)
            return stage.says(phrases.BECAUSE_FACT, question=question)
    return stage.says(phrases.BECAUSE_ANSWER)
