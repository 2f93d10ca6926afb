"""Practising in tests: the shipped stories, one practice, and what plain mode shows of it."""

import shutil
from functools import cache
from io import StringIO
from pathlib import Path

from guide.commands.practise import playable
from guide.flow.library import load_library
from guide.flow.model import Library
from guide.front.plain.app import Plain
from guide.i18n.words import Words
from guide.practice.practice import Practice
from guide.practice.progress import Shelf
from guide.practice.read import scenarios_from
from guide.practice.scenario import NEXT_DAY, SILENCE, ScenarioCase
from guide.practice.scene import Stage
from guide.practice.talk import Talk, may_wait, over, sayable, talk_after
from guide.practice.way import Searches
from guide.session import FlowEngine
from tests.support.talking import SHIPPED, TINY

SEED = 7

TINY_STORY = """\
scenario: bus
title: On the bus
note: Bullying on a bus.
you: youth-worker
person: A 12-year-old.
setting: On the bus.
facts: {danger: now, age: 11-17, concern: bullying}
ending: call-999
says: They are here.
tells: [danger, age, concern]
closed: Nothing.
listen:
  first:
    ask: {kind: safety-check, say: I call 999. Are you hurt?, reply: No., because: It was plain.}
    tell-off: {kind: blame, say: Why here?, reply: Sorry., because: It was blame.}
wrong: {talk-to-childline: They would have waited.}
learning: [{statement: not-your-fault}]
talk: [What now?]
"""


@cache
def shipped() -> Library:
    return load_library(str(SHIPPED))


@cache
def told() -> tuple[ScenarioCase, ...]:
    """Every telling of every shipped story."""
    return playable(shipped(), scenarios_from(shipped(), str(SHIPPED)))


@cache
def engine() -> FlowEngine:
    """What moves every session of the shipped flows: it keeps nothing of any."""
    return FlowEngine(shipped())


@cache
def searches() -> Searches:
    """The ways through the shipped flows, found once for each story."""
    return Searches(shipped())


MAIN = [telling for telling in told() if telling.id == telling.scenario.id]
"""The first telling of each story."""


def telling(name: str) -> ScenarioCase:
    """The telling with this id."""
    return next(one for one in told() if one.id == name)


def stage(shelf: Shelf | None = None, seed: int = SEED) -> Stage:
    """A stage with every shipped story, in English."""
    library = shipped()
    shelf = shelf or Shelf()
    words = Words(library.contacts)
    return Stage(library, words, told(), seed, shelf, engine(), searches=searches())


def practice(name: str = "", shelf: Shelf | None = None, seed: int = SEED) -> Practice:
    """A practice at the menu, or at the opening of a story."""
    return Practice(stage(shelf, seed), telling(name) if name else None)


def after(name: str, *keys: str, shelf: Shelf | None = None) -> Practice:
    """A practice of a story once these answers are given."""
    held = practice(name, shelf)
    for key in keys:
        held.choose(key)
    return held


def well(story: ScenarioCase) -> list[str]:
    """The best that can be said at every turn."""
    return [turn.best.id for turn in story.scenario.listen]


def said_in(now: Talk) -> list[str]:
    """The keys that led to a state of a talk, the next day among them."""
    keys = [reply.move.id if reply.move else SILENCE for reply in now.replies]
    if now.before_today:
        keys.insert(now.before_today, NEXT_DAY)
    return keys


def badly(story: ScenarioCase) -> list[str]:
    """The worst that can be said, until the person has closed down."""
    keys: list[str] = []
    while not over(story, now := talk_after(story, keys)):
        worse = [move.id for move in sayable(story, now) if move.opens < 0]
        keys.append(worse[0] if worse else SILENCE if may_wait(story, now) else well(story)[0])
    return keys


def screen(held: Practice, *typed: str) -> str:
    """Everything plain mode writes once these lines are typed."""
    out = StringIO()
    lines = StringIO("".join(f"{line}\n" for line in typed))
    Plain(held, out, lines).run()
    return out.getvalue()


def folder(into: Path, flows: Path = TINY, **scenarios: str) -> Path:
    """A copy of a folder of flows with these scenarios beside them."""
    made = into / "flows"
    shutil.copytree(flows, made, ignore=shutil.ignore_patterns("practice", "*.compiled"))
    (made / "practice").mkdir()
    for name, text in scenarios.items():
        (made / "practice" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return made
