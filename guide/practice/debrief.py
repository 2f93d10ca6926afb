"""After a practice: where the ways part and what that would have meant."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from guide.conversation.events import Event, Heading, Said
from guide.flow.model import Ending, Facts
from guide.practice import hats, phrases, safest
from guide.practice.next import next_scene
from guide.practice.scenario import ScenarioCase
from guide.practice.scene import Scene, Stage
from guide.practice.way import PlayedPath


def debriefed(
    stage: Stage,
    telling: ScenarioCase,
    walked: PlayedPath,
    picks: tuple[str, ...],
    again: Callable[[int], Scene],
) -> Scene:
    """The safest way beside the one walked; `again` goes back to an answer by its number."""
    right = safest.right_way(stage, telling)
    yours = hats.your_way(stage, telling) if hats.yours_too(telling, walked) else None
    beside = yours or right
    parted = parting(stage, walked, beside)
    lacking = [] if parted is None else list(_lacking(stage, walked, beside))
    events: list[Event] = [stage.heading(phrases.DEBRIEF)]
    if yours is not None:
        events.append(stage.says(phrases.AS_YOURSELF))
    events += _in_short(stage, walked, beside, parted, lacking)
    events += _beside(stage, walked, beside)
    if picks:
        events += _decided(stage, telling, walked, right, picks)
    if parted is not None:
        events += _where_they_part(stage, walked, beside, parted)
    if lacking or (parted is not None and walked.ending.id != beside.ending.id):
        events += _meant(stage, telling, walked, beside, lacking)
    events += hats.both(stage, telling)
    events += _sentence(stage, right)
    events += safest.teaches(stage, telling)
    back = None if parted is None else partial(again, parted)
    return next_scene(stage, telling, "debrief", events, back)


def _in_short(
    stage: Stage,
    walked: PlayedPath,
    right: PlayedPath,
    parted: int | None,
    lacking: list[Event],
) -> Iterator[Event]:
    """In a sentence, how the way walked compares with the safest."""
    if walked.answers == right.answers:
        yield stage.says(phrases.SAME_WAY)
    elif parted is None:
        yield stage.says(phrases.CAREFUL)
    elif walked.ending.id == right.ending.id:
        yield stage.says(phrases.SHOWS_LESS if lacking else phrases.SAME_END)


class Walked(NamedTuple):
    """Whether a way counts as practised, and whether it was walked well."""

    counts: bool
    well: bool


def as_practised(
    stage: Stage, telling: ScenarioCase, walked: PlayedPath, picks: tuple[str, ...]
) -> Walked:
    """A way counts where it shows all that the safest shows: clicking through counts as nothing.

    It was walked well where no answer was less careful, and what was decided is the guide's order.
    """
    yours = hats.your_way(stage, telling) if hats.yours_too(telling, walked) else None
    right = safest.right_way(stage, telling)
    parted = parting(stage, walked, yours or right) is not None
    decided = first_difference(
        safest.groups(right.ending, right.facts), _to_compare(stage, telling, right, picks)
    )
    alike = walked.ending.id == (yours or right).ending.id
    lacks = parted and (not alike or any(_lacking(stage, walked, yours or right)))
    return Walked(not lacks, not parted and decided[0] is None)


def parting(stage: Stage, walked: PlayedPath, right: PlayedPath) -> int | None:
    """The number of the first answer that is less careful than the one held, or None.

    What is asked only because an answer was more careful is no parting.
    """
    held = {step.question.id: step.option for step in safest.steps(stage, right.answers)}
    careful = False
    for number, step in enumerate(safest.steps(stage, walked.answers)):
        option = held.get(step.question.id)
        if option is None and careful:
            continue
        if option is not None and hats.more_careful(step.option, option):
            careful = True
        elif option is None or option.id != step.option.id:
            return number
    return None


def _lacking(stage: Stage, walked: PlayedPath, right: PlayedPath) -> Iterator[Event]:
    """What the right ending shows and says, and the one walked does not."""
    shown = safest.contacts(walked)
    missed = [contact for contact in safest.contacts(right) if contact not in shown]
    if missed:
        names = stage.listed(stage.name(name, right.facts) for name in missed)
        yield stage.says(phrases.MISSED, names=names)
    if walked.ending.id != right.ending.id:
        return
    read = stage.spoken(walked.ending.before, walked.facts)
    for words in stage.spoken(right.ending.before, right.facts):
        if words not in read:
            yield stage.says(phrases.NOT_SAID, words=words)


def _label(stage: Stage, step: safest.AnsweredStep) -> str:
    return stage.say(step.option.say, step.facts).rstrip(".")


def _beside(stage: Stage, walked: PlayedPath, right: PlayedPath) -> Iterator[Event]:
    theirs = {step.question.id: step for step in safest.steps(stage, right.answers)}
    seen = set()
    for step in safest.steps(stage, walked.answers):
        question = stage.say(step.question.ask, step.facts)
        seen.add(step.question.id)
        yours, other = _label(stage, step), theirs.get(step.question.id)
        if other is None:
            yield stage.says(phrases.ONLY_YOURS, question=question, yours=yours)
        elif other.option.id == step.option.id:
            yield stage.says(phrases.BOTH_SAME, question=question, yours=yours)
        elif hats.more_careful(step.option, other.option):
            held = _label(stage, other)
            yield stage.says(phrases.BOTH_CAREFUL, question=question, yours=yours, right=held)
            yield stage.says(phrases.CAREFUL)
        else:
            right_label = _label(stage, other)
            yield stage.says(phrases.BOTH, question=question, yours=yours, right=right_label)
    for name, step in theirs.items():
        if name not in seen:
            question = stage.say(step.question.ask, step.facts)
            yield stage.says(phrases.ONLY_RIGHT, question=question, right=_label(stage, step))


def _where_they_part(
    stage: Stage, walked: PlayedPath, right: PlayedPath, number: int
) -> list[Event]:
    yours, theirs = safest.steps(stage, walked.answers), safest.steps(stage, right.answers)
    events: list[Event] = [stage.heading(phrases.PART)]
    asked = yours[number] if number < len(yours) else theirs[number]
    question = stage.say(asked.question.ask, asked.facts)
    events.append(stage.says(phrases.PART_ASKED, question=question))
    if number < len(yours):
        events.append(stage.says(phrases.PART_YOURS, yours=_label(stage, yours[number])))
    if number < len(theirs):
        events.append(stage.says(phrases.PART_RIGHT, right=_label(stage, theirs[number])))
    return events


def _meant(
    stage: Stage,
    telling: ScenarioCase,
    walked: PlayedPath,
    right: PlayedPath,
    lacking: list[Event],
) -> Iterator[Event]:
    """What the wrong ending would have meant for the child."""
    yield stage.heading(phrases.MEANT)
    for ending, words, _ in telling.scenario.wrong:
        if ending == walked.ending.id != right.ending.id:
            yield Said(stage.say(words, telling.facts))
    yield stage.says(phrases.ENDED, title=stage.title(walked.ending, walked.facts))
    yield from lacking
    yield stage.says(phrases.RIGHT_END, title=stage.title(right.ending, right.facts))


def _sentence(stage: Stage, right: PlayedPath) -> list[Event]:
    """What the guide says at the right ending first, and the document that rests on."""
    ending, facts = right.ending, right.facts
    title = stage.title(ending, facts)
    events: list[Event] = [stage.heading(phrases.SAYS_GUIDE), Said(f"{title}.")]
    events += _headings(stage, ending, facts)
    for line in ending.before:
        if (line.statement or line.sources) and (spoken := stage.narrator.lines([line], facts)):
            return [*events, *spoken, *stage.sources(line)]
    return [*events, *stage.source(ending.sources[0])] if ending.sources else events


def _headings(stage: Stage, ending: Ending, facts: Facts) -> Iterator[Event]:
    """What waits under a heading at an ending: a walk shows only what is in view there."""
    shown = stage.narrator.end(ending, facts)
    names = [event.text for event in shown if isinstance(event, Heading) and event.opens]
    if names:
        yield stage.says(phrases.HEADINGS, names="; ".join(names))


def _decided(
    stage: Stage,
    telling: ScenarioCase,
    walked: PlayedPath,
    right: PlayedPath,
    picks: tuple[str, ...],
) -> Iterator[Event]:
    """The order decided beside the guide's."""
    facts = right.facts
    names = stage.listed(hats.name(stage, pick, facts) for pick in picks)
    yield stage.says(phrases.YOUR_ORDER, names=names)
    yield stage.says(phrases.RIGHT_ORDER, names=safest.in_order(stage, right.ending, facts))
    always = [hats.name(stage, pick, facts) for pick in picks if pick in hats.ALWAYS_RIGHT]
    if always:
        yield stage.says(phrases.ALWAYS_RIGHT, names=stage.listed(always))
    compared = _to_compare(stage, telling, right, picks)
    number, allowed = first_difference(safest.groups(right.ending, facts), compared)
    if number is None:
        careful = set(picks) - {*hats.ALWAYS_RIGHT, *compared}
        yield stage.says(phrases.CAREFUL if careful else phrases.ORDER_SAME)
        return
    pick = compared[number]
    yours = hats.name(stage, pick, facts)
    wanted = stage.listed(stage.name(name, facts) for name in allowed) or "-"
    place = str(picks.index(pick) + 1)
    yield stage.says(phrases.ORDER_PARTS, number=place, yours=yours, right=wanted)
    if number == 0 and walked.ending.id == right.ending.id:  # else it is said below
        yield _first_meant(stage, telling, right, pick, wanted)


def _to_compare(
    stage: Stage, telling: ScenarioCase, right: PlayedPath, picks: tuple[str, ...]
) -> list[str]:
    """The picks that can be wrong: none more careful than the guide, and none of your own way.

    With danger now 999 comes before everything, so that there all are compared.
    """
    if right.ending.urgency == "emergency":
        return list(picks)
    yours = hats.your_way(stage, telling)
    spared = {*hats.NEVER_WRONG, *(safest.contacts(yours)[: hats.FIRST_PLACES] if yours else ())}
    theirs = safest.groups(right.ending, right.facts)
    first = theirs[0] if theirs else []
    return [pick for pick in picks if pick in first or pick not in spared]


def _first_meant(
    stage: Stage, telling: ScenarioCase, right: PlayedPath, pick: str, wanted: str
) -> Event:
    """What it would have meant to turn there first, in the words of the wrong way it belongs to.

    They are borrowed only where that way begins with nobody else.
    """
    for ending_id, words, _ in telling.scenario.wrong:
        ending = stage.library.steps[ending_id]
        if isinstance(ending, Ending) and ending_id != right.ending.id:
            first = next(iter(safest.groups(ending, telling.facts)), [])
            if first == [pick]:
                return Said(stage.say(words, telling.facts))
    return stage.says(phrases.FIRST_MEANT, right=wanted)


def first_difference(
    wanted: list[list[str]], picks: Sequence[str]
) -> tuple[int | None, tuple[str, ...]]:
    """The first place where an order departs from one with equals in it, and what belongs there."""
    waiting = [list(group) for group in wanted]
    for number, pick in enumerate(picks):
        while waiting and not waiting[0]:
            waiting.pop(0)
        if not waiting or pick not in waiting[0]:
            return number, tuple(waiting[0] if waiting else ())
        waiting[0].remove(pick)
    return None, ()
