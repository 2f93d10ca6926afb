"""Listening: the person talks in turns, and opens up or closes down by what is said to them."""

from collections.abc import Iterator, Sequence
from functools import partial

from guide.conversation.events import Choice, Event, Said
from guide.flow.model import Text
from guide.practice import hats, phrases, safest
from guide.practice.next import next_scene
from guide.practice.progress import LISTENING
from guide.practice.scenario import NEXT_DAY, SILENCE, ScenarioCase, shuffled
from guide.practice.scene import Offer, Scene, Stage, ask
from guide.practice.talk import (
    Reply,
    Talk,
    heard,
    may_come_back,
    may_wait,
    over,
    played_through,
    sayable,
    talk_after,
    waits_for_999,
    went_well,
)


def listen(stage: Stage, telling: ScenarioCase, moves: tuple[str, ...] = ()) -> Scene:
    """The next turn, or the debrief when the talk is over."""
    turns = telling.scenario.listen
    now = talk_after(telling, moves)
    if not moves:
        events = _meeting(stage, telling)
    elif moves[-1] == NEXT_DAY:
        events = _meeting_again(stage, telling)
    else:
        events = _reaction(stage, telling, now)
    if over(telling, now):
        return _debriefed(stage, telling, moves, events)
    turn = turns[now.number]
    number, about = str(now.number + 1), str(len(turns))
    scene = ask(
        stage,
        f"listen.{turn.id}",
        events,
        phrases.WHAT_SAY,
        _offers(stage, telling, now, moves),
        telling,
        progress=stage.phrase(phrases.PROGRESS_LISTEN, number=number, about=about),
    )
    return scene._replace(revealed=tuple(_reasons(stage, telling, now)))


def _offers(
    stage: Stage, telling: ScenarioCase, now: Talk, moves: tuple[str, ...]
) -> Iterator[Offer]:
    turn = telling.scenario.listen[now.number]
    open_moves = sayable(telling, now)

    def offer(key: str, label: str) -> Offer:
        after = talk_after(telling, (*moves, key))
        then = partial(_after, stage, telling, (*moves, key))
        note = partial(safest.met, stage, telling, LISTENING, well=went_well(after))
        return Offer(Choice(key, label), then, note if played_through(telling, after) else None)

    for move in shuffled(turn, telling, stage.seed):
        if move in open_moves:
            yield offer(move.id, stage.say(move.say, telling.facts))
    if may_wait(telling, now):
        yield offer(SILENCE, stage.phrase(phrases.SAY_NOTHING))


def _after(stage: Stage, telling: ScenarioCase, moves: tuple[str, ...], _: str) -> Scene:
    return listen(stage, telling, moves)


def _reasons(
    stage: Stage, telling: ScenarioCase, now: Talk
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for move in telling.scenario.listen[now.number].moves:
        effect = phrases.OPENS if move.opens > 0 else phrases.CLOSES
        yield move.id, (stage.phrase(effect), stage.say(move.because, telling.facts))
    yield SILENCE, (stage.phrase(_of_silence(costs=waits_for_999(telling, now))),)


def _of_silence(*, costs: bool) -> Text:
    return phrases.SILENCE_COSTS if costs else phrases.SILENCE_BECAUSE


def _meeting(stage: Stage, telling: ScenarioCase) -> list[Event]:
    """Who it is, who you are, where, how they talk, and what they say first."""
    scenario, facts = telling.scenario, telling.facts
    events: list[Event] = [
        stage.says(phrases.WHO_YOU_ARE, you=stage.phrase(phrases.ROLES[scenario.you])),
        Said(stage.say(scenario.person, facts)),
        Said(stage.say(scenario.setting, facts)),
    ]
    if voice := stage.say(scenario.voice, facts):
        events.append(stage.says(phrases.VOICE, words=voice))
    return [*events, stage.spoken_by(telling, stage.say(scenario.says, facts))]


def _meeting_again(stage: Stage, telling: ScenarioCase) -> list[Event]:
    """The next day: what you saw to, and what they say when you look for them again."""
    words = stage.say(telling.scenario.next_day, telling.facts)
    return [stage.says(phrases.NEXT_DAY), stage.spoken_by(telling, words)]


def _reaction(stage: Stage, telling: ScenarioCase, now: Talk) -> list[Event]:
    reply = now.replies[-1]
    events: list[Event] = []
    if reply.move is None:
        events.append(stage.says(phrases.WAITED if reply.helped else phrases.CLOSES))
    else:
        words = stage.say(reply.move.reply, telling.facts)
        effect = phrases.OPENS if reply.helped else phrases.CLOSES
        events += [stage.says(effect), stage.spoken_by(telling, words)]
    if reply.cost:
        events.append(stage.says(phrases.TIME_GOES))
    if now.closed:
        words = stage.say(telling.scenario.closed, telling.facts)
        events += [stage.says(phrases.CLOSED_DOWN), stage.spoken_by(telling, words)]
    return events


def _debriefed(
    stage: Stage, telling: ScenarioCase, moves: tuple[str, ...], events: list[Event]
) -> Scene:
    now = talk_after(telling, moves)
    closing = [number for number, reply in enumerate(now.replies) if not reply.helped]
    events = [
        *events,
        stage.heading(phrases.LISTENED),
        *_consequence(stage, now),
        *_by_cause(stage, telling, now.replies),
        *_heard(stage, telling, moves),
        *_lessons(stage, telling, now),
    ]
    again = None
    if closing:
        again = partial(listen, stage, telling, moves[: closing[0]])
    back = None
    if may_come_back(telling, now):
        back = partial(listen, stage, telling, (*moves, NEXT_DAY))
    return next_scene(stage, telling, "listened", events, again, back)


def _lessons(stage: Stage, telling: ScenarioCase, now: Talk) -> list[Event]:
    """What is to do and to learn. What was not told is not given away before another try."""
    if now.closed:
        return [*hats.duties(stage, telling), stage.says(phrases.TEACHES_LATER)]
    return [*hats.both(stage, telling), *safest.teaches(stage, telling)]


def _consequence(stage: Stage, now: Talk) -> Iterator[Event]:
    """What cannot be undone, and what is still to do."""
    if now.late:
        yield stage.says(phrases.LATE if now.called else phrases.NEVER_CALLED)
    if now.closed and (now.called or not now.late):  # in danger nobody waits until tomorrow
        yield stage.says(phrases.COME_BACK)


def _by_cause(stage: Stage, telling: ScenarioCase, outcomes: Sequence[Reply]) -> Iterator[Event]:
    """What closed the person down, then what opened them up, told by cause and never as a score."""
    if all(reply.helped for reply in outcomes):
        yield stage.says(phrases.HEARD_ALL)
    for helped in (False, True):
        title = phrases.OPENED_BY if helped else phrases.CLOSED_BY
        alike = [reply for reply in outcomes if reply.helped == helped]
        for kind in dict.fromkeys(_kind(reply) for reply in alike):
            yield stage.heading(title, cause=stage.phrase(phrases.CAUSES[kind]))
            for reply in alike:
                if _kind(reply) == kind:
                    yield from _one(stage, telling, reply)


def _kind(reply: Reply) -> str:
    return reply.move.kind if reply.move else SILENCE


def _one(stage: Stage, telling: ScenarioCase, reply: Reply) -> Iterator[Event]:
    """What was said, what came back, and why."""
    facts = telling.facts
    if reply.move is None:
        yield stage.says(_of_silence(costs=reply.cost))
    else:
        yield stage.says(phrases.YOU_SAID, words=stage.say(reply.move.say, facts))
        yield stage.spoken_by(telling, stage.say(reply.move.reply, facts))
        yield Said(stage.say(reply.move.because, facts))
    if not reply.helped:
        best = reply.turn.best
        yield stage.says(phrases.BETTER, words=stage.say(best.say, facts))


def _heard(stage: Stage, telling: ScenarioCase, moves: tuple[str, ...]) -> list[Event]:
    """What the person let out, in the words the guide has for it; what stayed unsaid stays so."""
    known = heard(telling, moves)
    lines: list[Event] = []
    missed = False
    for question, option, facts in safest.asked_on_the_way(stage, telling):
        asked = stage.say(question.ask, facts)
        facts_told = {fact for fact, _ in option.means} & telling.facts.keys()
        if "who" in facts_told or not facts_told:
            continue
        answer = stage.say(option.say, facts).rstrip(".")
        if facts_told <= known:
            lines.append(stage.says(phrases.HEARD_LINE, question=asked, answer=answer))
        else:
            missed = True
    if missed:
        lines.append(stage.says(phrases.NOT_HEARD))
    return [stage.heading(phrases.HEARD), *lines]
