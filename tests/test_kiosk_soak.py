"""A kiosk that runs for months: nothing piles up, visitor by visitor or without one."""

import asyncio
import gc
import os
import threading
import tracemalloc
from typing import NamedTuple

import pytest
from textual.widget import Widget

from guide.conversation.conversation import Conversation
from guide.front.chat.state import ChatState
from guide.front.kiosk.app import TURN
from guide.session import Session
from tests.support.kiosks import Kiosk, kiosk
from tests.support.terminals import START, children, kiosk_command, opened
from tests.support.watching import memory_of

ALLOWED = 6 * 1024
"""Bytes that may be more for each turn after the first of them."""
FIRST_TURNS, TURNS = 10, 35
FIRST = "Is anyone in danger now?"


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
        sum(isinstance(thing, Widget) for thing in living),
        sum(isinstance(thing, ChatState | Conversation | Session) for thing in living),
    )


def test_memory_stays_flat_while_nobody_comes() -> None:
    """Each language in turn, many times: as many tasks, threads, widgets and talks as before."""
    counts: list[Held] = []

    async def stand(opened: Kiosk) -> None:
        for turns in (FIRST_TURNS, TURNS):
            await opened.wait(turns * TURN)
            await opened.pilot.pause()
            counts.append(held())

    tracemalloc.start()
    try:
        kiosk(stand, languages=True, size=(80, 24))
    finally:
        tracemalloc.stop()

    assert counts[1].bytes - counts[0].bytes < ALLOWED * TURNS
    assert counts[0][1:] == counts[1][1:]


@pytest.mark.soak
def test_memory_stays_flat_over_hundreds_of_visitors() -> None:
    """The guardian has as much memory and as many files open after the last as after the first."""
    counts = []
    with opened(command=kiosk_command()) as kiosk:
        kiosk.until_live()
        kiosk.until_shown(START)
        for _ in range(500):
            kiosk.type("a")
            kiosk.until_shown(FIRST)
            kiosk.type("\x03")
            kiosk.until_shown(START)
            files = len(os.listdir(f"/proc/{kiosk.process.pid}/fd"))
            counts.append((files, memory_of(kiosk.process.pid, "Rss")))
        assert 2 == len(children(kiosk.process.pid))

    assert counts[0][0] == counts[-1][0]
    assert counts[-1][1] - counts[0][1] < 2000
