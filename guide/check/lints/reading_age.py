"""A screen is harder to read than its readers can be expected to manage.

For young readers: Flesch-Kincaid grade 5 at most over a screen, 12 words a sentence on average and
20 in the longest: what a nine-year-old reads. For adults: grade 9 and 25 words, as nobody reads
well when frightened. Cut sentences in two, and take shorter words. How syllables are counted is
said in guide/check/readability.py. A score never proves that words are understood: this
informs.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.readability import longest_sentence
from guide.check.reading_load import Piece, reading_loads, reading_loads_of
from guide.flow.model import READERS, Reader
from guide.problems import Place


class Limit(NamedTuple):
    """What a kind of reader can be expected to manage."""

    grade: float
    mean: float
    longest: int


LIMITS: dict[Reader, Limit] = {"young": Limit(5, 12, 20), "adult": Limit(9, 18, 25)}
_FEW_WORDS = 15
"""Fewer words than this on a screen make no grade: one long word would decide it."""


def check(proof: Proof) -> Iterator[Finding]:
    """A warning for each screen, and each sentence, that is too hard for its readers."""
    all_screens = reading_loads_of(proof)
    reported: set[Place] = set()
    for reader in READERS:
        for step_id, bits in all_screens.by_reader[reader].items():
            step = proof.library.steps[step_id]
            pieces = all_screens.pieces(step, bits)
            yield from _too_long(pieces, reader, reported)
            if hard := _hardest(pieces, bits, reader):
                what, group = hard
                answers = proof.answers_to(step_id, group)
                yield _finding(step.place, f'"{step_id}" {what}', answers)
        everyone = all_screens.everyone(reader)
        for topic in proof.library.topics.values():
            pieces = all_screens.pieces(topic, everyone)
            yield from _too_long(pieces, reader, reported)
            if hard := _hardest(pieces, everyone & proof.fact_sets.holding(topic.when), reader):
                yield _finding(topic.place, f'Topic "{topic.id}" {hard[0]}', None)


def _hardest(pieces: list[Piece], bits: int, reader: Reader) -> tuple[str, int] | None:
    """What is wrong with the hardest of the screens that the pieces make, and who sees it."""
    limit = LIMITS[reader]
    hard = [
        screen
        for screen in reading_loads(pieces, bits)
        if screen.measure.words >= _FEW_WORDS
        and (screen.measure.grade > limit.grade or screen.measure.mean > limit.mean)
    ]
    if not hard:
        return None
    worst = max(hard, key=lambda screen: (screen.measure.grade, screen.measure.mean))
    grade, mean = worst.measure.grade, worst.measure.mean
    what = (
        f"reads at grade {grade:.1f} with {mean:.1f} words a sentence, for {reader} readers"
        f" (at most {limit.grade:g} and {limit.mean:g})"
    )
    return what, worst.bits


def _too_long(pieces: list[Piece], reader: Reader, reported: set[Place]) -> Iterator[Finding]:
    limit = LIMITS[reader].longest
    for piece in pieces:
        place = piece.text.place
        source = piece.text.source
        # A text has at most one word more than blanks, so most need no counting.
        if source.count(" ") < limit or place in reported:
            continue
        if (words := longest_sentence(source)) > limit:
            reported.add(place)
            yield _finding(place, f"A sentence has {words} words (at most {limit})", None)


def _finding(place: Place, what: str, answers: tuple[str, ...] | None) -> Finding:
    mend = "Cut sentences in two, and take shorter words."
    return Finding("reading-age", "warning", place, f"{what}.", mend, answers)
