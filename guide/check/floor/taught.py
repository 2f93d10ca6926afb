"""What every practice story teaches, as it was recorded: no reason is turned round by an edit.

The record stands beside the stories, as that of the flows beside the flows (record.py).
"""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from guide.check.finding import Finding
from guide.check.floor import RECORD
from guide.check.floor.holds import holds_of, turns_round
from guide.check.floor.record import (
    GUARDS,
    LOST,
    TO_DO,
    Held,
    first_of,
    in_line,
    parts_of,
    record_path,
    recorded_in,
    write_lines,
)
from guide.flow.model import Wording
from guide.practice.scenario import KINDS, ListeningTurn, Move, Scenario
from guide.problems import Place

_STORIES = "practice"
CLOSES_DOWN = "closes down"
"""Recorded of a line that nobody should say, and that a story must not praise."""
_LETTERS = "letters"
"""Recorded of such a line: how long it is, since one that is only filled up is no better."""


def story_record_path(flows: str) -> str:
    """Where the record of the stories of a folder stands."""
    return record_path(os.path.join(flows, _STORIES))


def write_story_record(flows: str, scenarios: Sequence[Scenario]) -> int:
    """Record what the stories of a folder teach; gives how many places hold something."""
    return write_lines(os.path.join(flows, _STORIES), _held(scenarios)) if scenarios else 0


def lost_in_stories(flows: str, scenarios: Sequence[Scenario]) -> Iterator[Finding]:
    """A finding for each reason or title of a story that lost what was recorded, or reversed it."""
    recorded = recorded_in(os.path.join(flows, _STORIES))
    if recorded is None:
        return
    places = {address: place for address, _, place in _taught(scenarios)}
    now = _held(scenarios)
    for number, (address, line) in enumerate(recorded.items(), start=2):
        holding = now.get(address, Counter())
        if line == in_line(holding):
            continue
        was = parts_of(line)
        place = places.get(address, Place(f"{_STORIES}/{RECORD}", number))
        # Taken out first: fewer letters are no loss, and must not be told as one.
        longer = holding.pop(_LETTERS, 0) - was.pop(_LETTERS, 0)
        if was[CLOSES_DOWN] and longer > 0:
            line_id = address.removesuffix(".because")
            what = (
                f'"{line_id}" closes the person down, and is {longer} letters longer than it was.'
            )
            yield Finding(LOST, "error", place, what, TO_DO)
        for parts, what in (
            (sorted(was - holding), "no longer holds"),
            (sorted(filter(turns_round, holding - was)), "was recorded without"),
        ):
            if parts:
                what = f'"{address}" {what} {first_of(parts)}.'
                yield Finding(LOST, "error", place, what, TO_DO)


def _held(scenarios: Sequence[Scenario]) -> Held:
    held: Held = defaultdict(Counter)
    for address, wording, _ in _taught(scenarios):
        held[address][GUARDS] = 1
        for variant in wording:
            held[address].update(holds_of(variant.text.source))
    for scenario in scenarios:
        for turn in scenario.listen:
            for move in turn.moves:
                if KINDS[move.kind] < 0:
                    held[_because(scenario, turn, move)][CLOSES_DOWN] = 1
                    held[_because(scenario, turn, move)][_LETTERS] = _longest(move)
    return held


def _longest(move: Move) -> int:
    return max(len(variant.text.source) for variant in move.say)


def _because(scenario: Scenario, turn: ListeningTurn, move: Move) -> str:
    return f"{scenario.id}.{turn.id}.{move.id}.because"


def _taught(scenarios: Iterable[Scenario]) -> Iterator[tuple[str, Wording, Place]]:
    """Every title, reason and lesson, with its address and place."""
    for scenario in scenarios:
        yield f"{scenario.id}.title", scenario.title, scenario.title[0].text.place
        for turn in scenario.listen:
            for move in turn.moves:
                yield _because(scenario, turn, move), move.because, move.place
        for line in scenario.learning:
            if line.wording:
                place = line.wording[0].text.place
                yield f"{scenario.id}.learning", line.wording, place
