"""What the practice stories teach: no line that is held up as good harms."""

from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.floor.scan import Scan
from guide.check.floor.words import findings_in
from guide.check.texts import PlacedText
from guide.flow.model import Wording
from guide.practice.scenario import Scenario

OF_WORKERS = frozenset({"secret", "promise", "threat", "paying", "countdown", "graphic"})
"""The kinds that harm when a worker says them; the others are of a guide that advises a reader."""


def story_harms(scenarios: tuple[Scenario, ...]) -> Iterator[Finding]:
    """A finding for each line that people learn, or that is good to say, and that harms."""
    learned = [
        each
        for scenario in scenarios
        for line in scenario.learning
        for each in _texts(line.wording, scenario, "what is learned from")
    ]
    good = [
        each
        for scenario in scenarios
        for turn in scenario.listen
        for move in turn.moves
        if move.opens > 0
        for each in _texts(move.say, scenario, "a good line of")
    ]
    scan = Scan(placed.text.source for placed in (*learned, *good))
    for placed in learned:
        yield from (finding for finding, _ in findings_in(placed, scan))
    for placed in good:
        yield from (finding for finding, kind in findings_in(placed, scan) if kind in OF_WORKERS)


def _texts(wording: Wording, scenario: Scenario, of: str) -> Iterator[PlacedText]:
    yield from (PlacedText(each.text, f'{of} "{scenario.id}"') for each in wording)
