"""A kiosk that runs for months: the memory of one process stays flat, and nothing piles up."""

import asyncio
import gc
import random
import threading
import tracemalloc
from functools import partial
from typing import NamedTuple

import pytest
from textual.widget import Widget

from guide.conversation.conversation import Conversation
from guide.front.chat.draw.text import ScreenLine
from guide.front.chat.state import ChatState
from guide.front.kiosk.attract import attract_page
from guide.front.kiosk.rehearsal import rehearse
from guide.session import Session
from tests.support.kiosks import IDLE, Kiosk, kiosk

FIRST, FIRST_HUNDRED = 25, 100
ALLOWED = 2 * 1024 * 1024
"""Bytes that may be more after all the sessions than after the first."""

KEYS = (
    *("1", "2", "3", "4", "5", "9", "enter", "up", "down", "pageup", "pagedown", "home", "end"),
    *("escape", "question_mark", "f2", "f3", "f4", "f6", "f7", "f8", "tab", "left", "right"),
    *("a", "h", "x", "space", "backspace", "ctrl+z", "f5"),
)
WORDS = ("someone is being mean to me", "he wants pics of me", "help", "restart", "qqq", "x")


class Held(NamedTuple):
    """What a kiosk holds on to, counted."""

    bytes: int
    tasks: int
    threads: int
    widgets: int
    talks: int


def held() -> Held:
    gc.collect()
    living = gc.get_objects()
    return Held(
        tracemalloc.get_traced_memory()[0],
        len(asyncio.all_tasks()),
        threading.active_count(),
        sum(isinstance(one, Widget) for one in living),
        sum(isinstance(one, ChatState | Conversation | Session) for one in living),
    )


async def one_session(opened: Kiosk, chance: random.Random) -> None:
    """Somebody comes, presses this and that, and goes in one way or another."""
    await opened.press("a")
    for _ in range(chance.randrange(1, 12)):
        choice = chance.random()
        if choice < 0.85:
            await opened.press(chance.choice(KEYS))
        elif choice < 0.93:
            await opened.type(chance.choice(WORDS))
        elif choice < 0.97:
            await opened.touch(chance.randrange(80), chance.randrange(24))
        else:
            await opened.wait(chance.randrange(20))
    if chance.random() < 0.5:
        await opened.press("ctrl+c")
    opened.clock.now += IDLE
    opened.app.look_at_the_clock()
    opened.clock.now += IDLE
    opened.app.look_at_the_clock()
    await opened.settle()


def ready(opened: Kiosk) -> None:
    """What a kiosk does before it opens: it reads here what is read once for each language."""
    codes = opened.app.talk.telling.languages.codes
    attract = partial(attract_of, opened)

    assert {} == rehearse(opened.app._begin, codes, attract, (80, 24))


def attract_of(opened: Kiosk, talk: ChatState, width: int, height: int) -> list[ScreenLine]:
    return attract_page(talk, opened.app._site, width, height)


def soak(first: int, sessions: int) -> tuple[Held, Held]:
    """What is held after the first so many sessions, and after all of them."""
    counts: list[Held] = []

    async def play(opened: Kiosk) -> None:
        ready(opened)
        chance = random.Random(1)
        for number in range(1, sessions + 1):
            await one_session(opened, chance)
            assert opened.app.broken is None
            if number in (first, sessions):
                opened.app.reset()
                await opened.settle()
                await opened.pilot.pause()
                counts.append(held())

    tracemalloc.start()
    try:
        kiosk(play, languages=True, size=(80, 24))
    finally:
        tracemalloc.stop()
    return counts[0], counts[1]


def holds_no_more(first: int, sessions: int) -> None:
    before, after = soak(first, sessions)
    print(f"{sessions} sessions: {(after.bytes - before.bytes) / 1024:.0f} KiB more; {after}")

    assert after.bytes - before.bytes < ALLOWED
    assert before[1:] == after[1:]


def test_memory_stays_flat_over_a_day() -> None:
    """Some three dozen sessions; tasks, threads, widgets and talks are as many as before."""
    holds_no_more(FIRST, FIRST + 12)


@pytest.mark.soak
def test_memory_stays_flat_over_months() -> None:
    """Thousands of sessions."""
    holds_no_more(FIRST_HUNDRED, 3000)
