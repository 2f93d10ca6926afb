"""Choosing what to practise, what was practised, and leaving."""

import random
from collections.abc import Iterator
from functools import partial

from guide.conversation.events import Choice, Event, Heading, Said
from guide.flow.model import Ending, Text
from guide.practice import choosing, listening, phrases, walking
from guide.practice.progress import SAVE_WORKED
from guide.practice.scenario import ScenarioCase
from guide.practice.scene import Offer, Scene, Stage, ask


def _offer(
    stage: Stage, key: str, text: Text, lead: "partial[Scene]", hint: Text | None = None
) -> Offer:
    words = stage.phrase(hint) if hint else ""
    return Offer(Choice(key, stage.phrase(text), words), lambda _: lead())


def start(stage: Stage) -> Scene:
    """The first screen."""
    intro: list[Event] = [stage.says(text) for text in phrases.INTRO]
    return ask(stage, "menu", intro, phrases.MENU, _menu(stage))


def _menu(stage: Stage) -> Iterator[Offer]:
    yield Offer(
        Choice("new", stage.phrase(phrases.NEW)),
        partial(_picked, stage),
        partial(pick_new, stage),
    )
    for who in choosing.by_teller(stage, stage.tellings):
        text = phrases.AUDIENCES.get(who, phrases.SOMEONE)
        yield _offer(stage, who, text, partial(choosing.told_by, stage, who, opening_scene))
    by_something_else = partial(choosing.by_something_else, stage, opening_scene)
    yield _offer(stage, "find", phrases.FIND, by_something_else)
    yield _offer(stage, "practised", phrases.PRACTISED, partial(practised, stage))
    yield _offer(stage, "finish", phrases.FINISH, partial(goodbye, stage))


def pick_new(stage: Stage) -> str:
    """The id of a telling of a story not met yet; of any, when all are."""
    chance = random.Random(f"{stage.seed} {len(stage.shelf.stories)}")
    ids = list(dict.fromkeys(telling.scenario.id for telling in stage.tellings))
    unmet = [name for name in ids if name not in stage.shelf.stories]
    chosen = chance.choice(unmet or ids)
    telling = chance.choice([case for case in stage.tellings if case.scenario.id == chosen])
    return telling.id if unmet else f"{telling.id} met"


def _picked(stage: Stage, outcome: str) -> Scene:
    name, _, seen = outcome.partition(" ")
    scene = opening_scene(stage, next(case for case in stage.tellings if case.id == name))
    if seen:
        return scene._replace(said=(stage.says(phrases.ALL_MET), *scene.said))
    return scene


def opening_scene(stage: Stage, telling: ScenarioCase) -> Scene:
    """What a story is about, before it begins, and the three ways to practise it."""
    facts = telling.facts
    note = stage.say(telling.scenario.note, facts)
    before: list[Event] = [
        Heading(stage.say(telling.scenario.title, facts)),
        stage.says(phrases.NOTE, words=note),
        stage.says(phrases.LEAVE),
    ]
    offers = [
        _offer(
            stage,
            "listen",
            phrases.LISTEN,
            partial(listening.listen, stage, telling),
            phrases.LISTEN_HINT,
        ),
        _offer(
            stage,
            "route",
            phrases.ROUTE,
            partial(walking.decide, stage, telling),
            phrases.ROUTE_HINT,
        ),
        _offer(
            stage,
            "walk",
            phrases.WALK,
            partial(walking.walking_scene, stage, telling),
            phrases.WALK_HINT,
        ),
        _offer(stage, "another", phrases.MENU_AGAIN, partial(start, stage)),
    ]
    return ask(stage, "opening", before, phrases.HOW, offers, telling)


def practised(stage: Stage, outcome: str = "") -> Scene:
    """Which endings were practised and which never."""
    file = stage.shelf.file
    lines: list[Event] = []
    if outcome:
        text = phrases.SAVED if outcome == SAVE_WORKED else phrases.NOT_SAVED
        lines.append(stage.says(text, file=file))
    done, never = _played(stage), _never(stage)
    lines += [stage.heading(phrases.DONE), *map(Said, done)]
    lines += [] if done else [stage.says(phrases.NONE_YET)]
    lines += [stage.heading(phrases.NEVER), *map(Said, never)]
    lines += [] if never else [stage.says(phrases.ALL_DONE)]
    offers = []
    if file:
        choice = Choice("save", stage.phrase(phrases.SAVE, file=file))
        offers.append(Offer(choice, partial(practised, stage), stage.shelf.save))
    offers.append(_offer(stage, "another", phrases.MENU_BACK, partial(start, stage)))
    offers.append(_offer(stage, "finish", phrases.FINISH, partial(goodbye, stage)))
    return ask(stage, "practised", lines, phrases.DONE_ASK, offers)


def _played(stage: Stage) -> list[str]:
    """The stories played through, and no others: the day, how, whether well, where it leads."""
    by_id = {telling.scenario.id: telling for telling in reversed(stage.tellings)}
    lines = []
    for entry in stage.shelf.practised:
        telling = by_id.get(entry.story)
        title = stage.say(telling.scenario.title, telling.facts) if telling else entry.story
        year, month, day = entry.day.split("-")
        lines.append(
            stage.phrase(
                phrases.DONE_LINE,
                day=f"{day}/{month}/{year}",
                story=title,
                mode=stage.phrase(phrases.MODES[entry.mode]),
                how=stage.phrase(phrases.DONE_WELL if entry.well else phrases.DONE_NOT_YET_WELL),
            )
        )
    return lines


def _never(stage: Stage) -> list[str]:
    """The endings that the stories lead to and that were not practised, in the flows' order."""
    led_to = {telling.expected for telling in stage.tellings} - stage.shelf.endings
    return list(
        dict.fromkeys(_title(stage, name) for name in stage.library.steps if name in led_to)
    )


def _title(stage: Stage, ending: str) -> str:
    step = stage.library.steps[ending]
    assert isinstance(step, Ending)
    return stage.title(step, {})


def goodbye(stage: Stage) -> Scene:
    """The last screen."""
    farewell = (stage.says(phrases.GOODBYE), stage.says(phrases.GOODBYE_CARE))
    return Scene(step="goodbye", said=farewell, progress=stage.phrase(phrases.PROGRESS))
