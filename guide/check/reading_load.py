"""What stands together on one screen, for whom: the pieces of a question, a message, an ending."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.check.proof.reachability import Proof
from guide.check.readability import Measure, measure
from guide.flow.model import (
    READERS,
    Contact,
    Ending,
    Library,
    Line,
    Reader,
    Shown,
    Statement,
    Step,
    Text,
    Topic,
)
from guide.flow.walk import Part, made_once, walk

Shows = Step | Topic | Statement | Contact
"""What stands in a table of a library and has words that are shown."""


class Piece(NamedTuple):
    """A text, and the combinations for which it is on the screen."""

    bits: int
    text: Text


class ReadingLoad(NamedTuple):
    """Words that are read together by some people."""

    bits: int
    measure: Measure


class ReadingLoads:
    """The screens of a library, by reader."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._library = proof.library
        self._steps = proof.library.steps
        self._read_in = _read_in(proof.library)
        self._pieces: dict[int, list[Piece]] = {}
        """By the identity of a record of the library: statements stand on many screens."""
        self.by_reader = {reader: self._entered_by(reader) for reader in READERS}

    def _entered_by(self, reader: Reader) -> dict[str, int]:
        """The combinations of this kind of reader at each step: whose flow led them there."""
        flows = {flow.id for flow in self._library.flows.values() if flow.reader == reader}
        by_step: dict[str, int] = {}
        for number, step_id in enumerate(self._proof.edges.ids):
            step = self._steps[step_id]
            if not isinstance(step, Ending) and step.flow in flows:
                entered = self._proof.entered[number]
                by_step[step_id] = entered
                for edge in self._proof.edges.out[number]:
                    if isinstance(self._steps[self._proof.edges.ids[edge.target]], Ending):
                        target = self._proof.edges.ids[edge.target]
                        # Flows share endings: only those count who come out of these flows.
                        by_step[target] = by_step.get(target, 0) | edge.forward(entered)
        return by_step

    def everyone(self, reader: Reader) -> int:
        """The combinations of a kind of reader, anywhere."""
        combinations = 0
        for bits in self.by_reader[reader].values():
            combinations |= bits
        return combinations

    def pieces(self, shown: Step | Topic, bits: int) -> list[Piece]:
        """What a step or topic may say to these people, with the statements and contacts it names.

        Less what stands by itself, as a name or a price: that is not read in sentences.
        """
        return [Piece(here, text) for those, text in self.anyone(shown) if (here := those & bits)]

    def anyone(self, shown: Shows) -> list[Piece]:
        """The same for whoever its conditions let see it."""
        if (pieces := self._pieces.get(id(shown))) is None:
            pieces = self._pieces[id(shown)] = list(self._parts(shown))
        return pieces

    def _parts(self, shown: Shows) -> Iterator[Piece]:
        for part in self._read_in.get(id(shown), ()):
            bits = self._proof.fact_sets.meeting(part)
            record = part.record
            if isinstance(record, Text):
                yield Piece(bits, record)
                continue
            named: Shows
            if isinstance(record, Line):
                named = self._library.statements[record.statement]
            else:
                named = self._library.contacts[record.contact]
            for those, text in self.anyone(named):
                yield Piece(those & bits, text)


@made_once
def reading_loads_of(proof: Proof) -> ReadingLoads:
    """The screens that a proof has led to."""
    return ReadingLoads(proof)


def _read_in(library: Library) -> dict[int, list[Part]]:
    """By what stands in a table of the library: its texts, and what names another's."""
    parts: dict[int, list[Part]] = {}
    for part in walk(library):
        if _is_read(part):
            parts.setdefault(id(part.within[1]), []).append(part)
    return parts


def _is_read(part: Part) -> bool:
    if isinstance(part.record, Line):
        return bool(part.record.statement)
    return isinstance(part.record, Shown) or (isinstance(part.record, Text) and not part.is_label)


def reading_loads(pieces: Iterable[Piece], bits: int) -> list[ReadingLoad]:
    """The screens that pieces make for these people; those that measure the same are one."""
    together: dict[int, Measure] = {}
    for piece in pieces:
        before = together.get(piece.bits, Measure())
        together[piece.bits] = before.and_also(measure(piece.text.source))
    groups = {together.pop(bits, Measure()): bits}  # on every screen: nothing to tell apart
    # Those who read equally much are joined after each piece, or groups would double with each.
    for those, added in together.items():
        after: dict[Measure, int] = {}
        for so_far, group in groups.items():
            if with_it := group & those:
                more = so_far.and_also(added)
                after[more] = after.get(more, 0) | with_it
                # `with_it` is part of `group`, so this takes it away.
                group ^= with_it
            if group:
                after[so_far] = after.get(so_far, 0) | group
        groups = after
    return [ReadingLoad(group, measured) for measured, group in groups.items()]
