"""A talk as a small machine: what was told, how open the person is, and what was lost."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.practice.scenario import (
    DANGER,
    NEXT_DAY,
    SILENCE,
    ListeningTurn,
    Move,
    ScenarioCase,
)

CLOSED, MOST = -2, 2
"""How closed and how open a person can be. They begin between, at 0; at CLOSED the talk is over."""
WARY = CLOSED + 1
"""How open they are to somebody who comes back the next day: one bad line more ends that, too."""


class Reply(NamedTuple):
    """What came of something that was said, or of saying nothing."""

    turn: ListeningTurn
    move: Move | None
    """None where nothing was said."""
    openness: int
    told: tuple[str, ...]
    cost: bool
    """Whether time was lost that belonged to the emergency services."""

    @property
    def helped(self) -> bool:
        """Whether the person opened up, or could."""
        return self.move.opens > 0 if self.move else not self.cost


class Talk(NamedTuple):
    """A talk so far: a small machine, whose state is what was said and what was told."""

    replies: tuple[Reply, ...] = ()
    told: frozenset[str] = frozenset()
    number: int = 0
    """The turn it is at. The next is reached only when this one was answered."""
    openness: int = 0
    called: bool = False
    before_today: int = 0
    """How many of the replies were on the day before."""

    @property
    def today(self) -> tuple[Reply, ...]:
        """What was said today, or all of it where nobody came back."""
        return self.replies[self.before_today :]

    @property
    def closed(self) -> bool:
        """Whether the person has closed down, so that the talk is over for today."""
        return self.openness <= CLOSED

    @property
    def late(self) -> bool:
        """Whether the emergency services were called later than they could have been, or never."""
        return any(reply.cost for reply in self.replies)


def talk_after(telling: ScenarioCase, keys: Sequence[str]) -> Talk:
    """The talk after these were said, one after the other.

    A good line is answered: it lets its facts out and leads to the next turn. After a bad one the
    person is still where they were, and it cannot be said again that day; after a second one on
    end they close down. So no line can rest on what was never told, and what was lost stays lost.
    Where their story goes on, the next day begins in the same turn, with all that was told.
    """
    now = Talk(told=frozenset(telling.scenario.tells))
    for key in keys:
        now = _next_day(now) if key == NEXT_DAY else _said(telling, now, key)
    return now


def _next_day(now: Talk) -> Talk:
    return now._replace(openness=WARY, before_today=len(now.replies))


def _said(telling: ScenarioCase, now: Talk, key: str) -> Talk:
    turn = telling.scenario.listen[now.number]
    move = None if key == SILENCE else turn.move(key)
    cost = waits_for_999(telling, now) and not (move and move.opens > 0)
    # Silence lets somebody who has drawn back come again, and opens nobody further.
    effect = move.opens if move else -1 if cost else int(now.openness < 0)
    openness = max(CLOSED, min(MOST, now.openness + effect))
    answered = move is not None and move.opens > 0
    newly_told = move.tells if move and answered else ()
    return Talk(
        (*now.replies, Reply(turn, move, openness, newly_told, cost)),
        now.told | set(newly_told),
        now.number + answered,
        openness,
        now.called or bool(move and move.calls),
        now.before_today,
    )


def waits_for_999(telling: ScenarioCase, now: Talk) -> bool:
    """Whether there is danger now, and nobody has called yet."""
    return telling.facts.get(DANGER) == "now" and not now.called


def sayable(telling: ScenarioCase, now: Talk) -> list[Move]:
    """What may be said now: nothing twice in a turn, and nothing that rests on what is untold."""
    turn = telling.scenario.listen[now.number]
    tried = {reply.move.id for reply in now.today if reply.turn is turn and reply.move}
    return [move for move in turn.moves if move.id not in tried and now.told.issuperset(move.needs)]


def may_wait(telling: ScenarioCase, now: Talk) -> bool:
    """Whether nothing was said yet in this turn, so that it can be."""
    turn = telling.scenario.listen[now.number]
    return not any(reply.turn is turn and reply.move is None for reply in now.today)


def may_come_back(telling: ScenarioCase, now: Talk) -> bool:
    """Whether a talk that was closed goes on the next day: once, and never while 999 is due."""
    goes_on = now.closed and not now.before_today and bool(telling.scenario.next_day)
    return goes_on and not waits_for_999(telling, now)


def over(telling: ScenarioCase, now: Talk) -> bool:
    """Whether the talk is at its end for the day: all was said, or the person has closed down."""
    return now.closed or now.number == len(telling.scenario.listen)


def played_through(telling: ScenarioCase, now: Talk) -> bool:
    """Whether a talk counts as practised: it came to its end, and not by trying everything.

    More of what was said has to have helped than not: who clicks through does no better.
    """
    helped = [reply.helped for reply in now.replies if reply.move]
    return over(telling, now) and not now.closed and 2 * sum(helped) > len(helped)


def went_well(now: Talk) -> bool:
    """Whether nothing that was said, or left unsaid, closed the person down or cost time."""
    return all(reply.helped for reply in now.replies)


def heard(telling: ScenarioCase, keys: Sequence[str]) -> set[str]:
    """The facts let out by what was said, and by the first words."""
    return set(talk_after(telling, keys).told & telling.facts.keys())


def every_state(telling: ScenarioCase) -> Iterator[Talk]:
    """Every state that some way through the talk reaches, once each."""
    waiting: list[tuple[str, ...]] = [()]
    seen = set()
    for keys in waiting:
        now = talk_after(telling, keys)
        tried = frozenset(_key(reply) for reply in now.today if reply.turn is _turn(telling, now))
        day = bool(now.before_today)
        state = (now.number, now.told, now.openness, now.called, now.late, tried, day)
        if state in seen:
            continue
        seen.add(state)
        yield now
        if not over(telling, now):
            waiting += [(*keys, move.id) for move in sayable(telling, now)]
            waiting += [(*keys, SILENCE)] if may_wait(telling, now) else []
        elif may_come_back(telling, now):
            waiting.append((*keys, NEXT_DAY))


def _turn(telling: ScenarioCase, now: Talk) -> ListeningTurn | None:
    turns = telling.scenario.listen
    return turns[now.number] if now.number < len(turns) else None


def _key(reply: Reply) -> str:
    return reply.move.id if reply.move else SILENCE
