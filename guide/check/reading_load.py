"""What stands together on one screen, for whom: the pieces of a question, a message, an ending."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.check.proof.reachability import Proof
from guide.check.readability import Measure, measure
from guide.flow.model import READERS, Ending, Line, Reader, Shown, Text, When
from guide.flow.walk import Part, walk


class Piece(NamedTuple):
    """A text, and the combinations for which it is on the screen."""

    bits: int
    text: Text


class ReadingLoad(NamedTuple):
    """Words that are read together by some people."""

    bits: int
    measure: Measure


Conditional = tuple[Part, tuple[When, ...]]
"""A part of a record, and every condition that must hold for anybody to meet it there."""


class ReadingLoads:
    """The screens of a library, by reader."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._library = proof.library
        self._walked: dict[int, list[Conditional]] = {}
        """By the identity of a record of the library: statements stand on many screens."""
        self._holding = proof.fact_sets.holding
        self._steps = proof.library.steps
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
                        by_step[target] = by_step.get(target, 0) | edge.forward(entered)
        return by_step

    def everyone(self, reader: Reader) -> int:
        """The combinations of a kind of reader, anywhere."""
        combinations = 0
        for bits in self.by_reader[reader].values():
            combinations |= bits
        return combinations

    def pieces(self, shown: object, bits: int) -> Iterator[Piece]:
        """What a step or topic may say to these people, with the statements and contacts it names.

        Less what stands by itself, as a name or a price: that is not read in sentences.
        """
        for part, conditions in self._read_in(shown):
            here = bits
            for when in conditions:
                here &= self._holding(when)
            for when in part.before:
                here &= ~self._holding(when)
            if here and isinstance(part.record, Text):
                yield Piece(here, part.record)
            elif here and isinstance(part.record, Line):
                yield from self.pieces(self._library.statements[part.record.statement], here)
            elif here:
                yield from self.pieces(self._library.contacts[part.record.contact], here)

    def _read_in(self, shown: object) -> list[Conditional]:
        """The texts in a record, and what names a statement or contact, with their conditions."""
        if id(shown) not in self._walked:
            self._walked[id(shown)] = [
                (part, tuple(filter(None, map(_when, (*part.within, part.record)))))
                for part in walk(shown)
                if _is_read(part)
            ]
        return self._walked[id(shown)]


def _when(record: object) -> When:
    return getattr(record, "when", ())


def _is_read(part: Part) -> bool:
    if isinstance(part.record, Line):
        return bool(part.record.statement)
    return isinstance(part.record, Shown) or (isinstance(part.record, Text) and not part.is_label)


def reading_loads(pieces: Iterable[Piece], bits: int) -> list[ReadingLoad]:
    """The screens that pieces make for these people; those that measure the same are one."""
    groups = {Measure(): bits}
    for piece in pieces:
        added = measure(piece.text.source)
        if piece.bits == bits:  # on every screen: nothing to tell apart
            groups = {so_far.and_also(added): group for so_far, group in groups.items()}
            continue
        after: dict[Measure, int] = {}
        for so_far, group in groups.items():
            if with_it := group & piece.bits:
                more = so_far.and_also(added)
                after[more] = after.get(more, 0) | with_it
                group ^= with_it
            if group:
                after[so_far] = after.get(so_far, 0) | group
        groups = after
    return [ReadingLoad(group, measured) for measured, group in groups.items()]
