"""Listening: the person talks in turns, and opens up or closes down by what is said to them."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from guide.conversation.events import Choice, Event, Said
from guide.practice import phrases, safest
from guide.practice.next import next_scene
from guide.practice.scenario import ListeningTurn, Move, ScenarioCase, shuffled
from guide.practice.scene import Offer, Scene, Stage, ask

LEAST, MOST = -2, 2
"""How closed and how open a person can be; they begin between the two, at 0."""


class Reply(NamedTuple):
    """What came of something that was said."""

    turn: ListeningTurn
    move: Move
    openness: int
    told: tuple[str, ...]

    @property
    def still_closed(self) -> bool:
        """Whether it was good to say, but the person had closed down too far to answer it."""
        return self.move.opens > 0 and self.openness < 0


def replies(telling: ScenarioCase, move_ids: Sequence[str]) -> list[Reply]:
    """What comes of saying these moves, one a turn.

    Every good thing to say opens the person up by one and every other closes them down by one.
    A good one is answered, and lets its facts out, unless they have closed down too far.
    """
    outcomes = []
    openness = 0
    for turn, move_id in zip(telling.scenario.listen, move_ids, strict=False):
        move = turn.move(move_id)
        openness = max(LEAST, min(MOST, openness + move.opens))
        let_out = move.tells if openness >= 0 else ()
        outcomes.append(Reply(turn, move, openness, let_out))
    return outcomes


def heard(telling: ScenarioCase, move_ids: Sequence[str]) -> set[str]:
    """The facts let out by what was said, and by the first words."""
    let_out = {fact for reply in replies(telling, move_ids) for fact in reply.told}
    return (let_out | set(telling.scenario.tells)) & telling.facts.keys()


def listen(stage: Stage, telling: ScenarioCase, moves: tuple[str, ...] = ()) -> Scene:
    """The next turn, or the debrief when the last is over."""
    turns = telling.scenario.listen
    events = _reaction(stage, telling, moves) if moves else _meeting(stage, telling)
    if len(moves) == len(turns):
        return _debriefed(stage, telling, moves, events)
    turn = turns[len(moves)]
    number, about = str(len(moves) + 1), str(len(turns))
    scene = ask(
        stage,
        f"listen.{turn.id}",
        events,
        phrases.WHAT_SAY,
        _offers(stage, telling, turn, moves),
        telling,
        progress=stage.phrase(phrases.PROGRESS_LISTEN, number=number, about=about),
    )
    return scene._replace(revealed=tuple(_reasons(stage, telling, turn)))


def _offers(
    stage: Stage, telling: ScenarioCase, turn: ListeningTurn, moves: tuple[str, ...]
) -> Iterator[Offer]:
    last = len(moves) + 1 == len(telling.scenario.listen)
    for move in shuffled(turn, telling, stage.seed):
        choice = Choice(move.id, stage.say(move.say, telling.facts))
        then = partial(_after, stage, telling, (*moves, move.id))
        yield Offer(choice, then, partial(safest.met, stage, telling) if last else None)


def _after(stage: Stage, telling: ScenarioCase, moves: tuple[str, ...], _: str) -> Scene:
    return listen(stage, telling, moves)


def _reasons(
    stage: Stage, telling: ScenarioCase, turn: ListeningTurn
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for move in turn.moves:
        effect = phrases.OPENS if move.opens > 0 else phrases.CLOSES
        yield move.id, (stage.phrase(effect), stage.say(move.because, telling.facts))


def _meeting(stage: Stage, telling: ScenarioCase) -> list[Event]:
    """Who it is, where, how they talk, and what they say first."""
    scenario, facts = telling.scenario, telling.facts
    events: list[Event] = [
        Said(stage.say(scenario.person, facts)),
        Said(stage.say(scenario.setting, facts)),
    ]
    if voice := stage.say(scenario.voice, facts):
        events.append(stage.says(phrases.VOICE, words=voice))
    return [*events, stage.says(phrases.SAYS, words=stage.say(scenario.says, facts))]


def _reaction(stage: Stage, telling: ScenarioCase, moves: tuple[str, ...]) -> list[Event]:
    reply = replies(telling, moves)[-1]
    if reply.still_closed:
        words = stage.say(telling.scenario.closed, telling.facts)
        return [stage.says(phrases.STILL_CLOSED), stage.says(phrases.SAYS, words=words)]
    effect = phrases.OPENS if reply.move.opens > 0 else phrases.CLOSES
    words = stage.say(reply.move.reply, telling.facts)
    return [stage.says(effect), stage.says(phrases.SAYS, words=words)]


def _debriefed(
    stage: Stage, telling: ScenarioCase, moves: tuple[str, ...], events: list[Event]
) -> Scene:
    outcomes = replies(telling, moves)
    closing = [number for number, reply in enumerate(outcomes) if reply.move.opens < 0]
    events = [
        *events,
        stage.heading(phrases.LISTENED),
        *_by_cause(stage, telling, outcomes),
        *_heard(stage, telling, moves),
        *safest.teaches(stage, telling),
    ]
    again = None
    if closing:
        again = partial(listen, stage, telling, moves[: closing[0]])
    return next_scene(stage, telling, "listened", events, again)


def _by_cause(stage: Stage, telling: ScenarioCase, outcomes: list[Reply]) -> Iterator[Event]:
    """What closed the person down, then what opened them up, told by cause and never as a score."""
    if all(reply.move.opens > 0 for reply in outcomes):
        yield stage.says(phrases.HEARD_ALL)
    for opens in (-1, 1):
        title = phrases.CLOSED_BY if opens < 0 else phrases.OPENED_BY
        for kind in dict.fromkeys(r.move.kind for r in outcomes if r.move.opens == opens):
            yield stage.heading(title, cause=stage.phrase(phrases.CAUSES[kind]))
            for reply in outcomes:
                if reply.move.kind == kind:
                    yield from _one(stage, telling, reply)


def _one(stage: Stage, telling: ScenarioCase, reply: Reply) -> Iterator[Event]:
    facts = telling.facts
    yield stage.says(phrases.YOU_SAID, words=stage.say(reply.move.say, facts))
    yield Said(stage.say(reply.move.because, facts))
    if reply.move.opens < 0:
        best = reply.turn.best
        yield stage.says(phrases.BETTER, words=stage.say(best.say, facts))
        yield Said(stage.say(best.because, facts))


def _heard(stage: Stage, telling: ScenarioCase, moves: tuple[str, ...]) -> list[Event]:
    """What the person let out, in the words the guide has for it, and what stayed unsaid."""
    known = heard(telling, moves)
    lines: list[Event] = []
    missed: list[Event] = []
    for question, option, facts in safest.asked_on_the_way(stage, telling):
        asked = stage.say(question.ask, facts)
        facts_told = {fact for fact, _ in option.means} & telling.facts.keys()
        if "who" in facts_told or not facts_told:
            continue
        answer = stage.say(option.say, facts).rstrip(".")
        if facts_told <= known:
            lines.append(stage.says(phrases.HEARD_LINE, question=asked, answer=answer))
        else:
            missed.append(stage.says(phrases.NOT_HEARD, question=asked, answer=answer))
    return [stage.heading(phrases.HEARD), *lines, *missed]
