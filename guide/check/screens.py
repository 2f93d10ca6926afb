"""What stands together on one screen, for whom: the pieces of a question, a message, an ending."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.check.proof import Proof
from guide.check.readability import Measure, measure
from guide.flow.model import READERS, Ending, Line, Reader, Shown, Text
from guide.flow.walk import walk


class Piece(NamedTuple):
    """A text, and the combinations for which it is on the screen."""

    bits: int
    text: Text


class Screen(NamedTuple):
    """Words that are read together by some people."""

    bits: int
    measure: Measure


class Screens:
    """The screens of a library, by reader."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._library = proof.library
        self._holding = proof.valuations.holding
        self._steps = proof.library.steps
        self.by_reader = {reader: self._entered_by(reader) for reader in READERS}

    def _entered_by(self, reader: Reader) -> dict[str, int]:
        """The combinations of this kind of reader at each step: whose flow led them there."""
        flows = {flow.id for flow in self._library.flows.values() if flow.reader == reader}
        found: dict[str, int] = {}
        for number, step_id in enumerate(self._proof.ways.ids):
            step = self._steps[step_id]
            if not isinstance(step, Ending) and step.flow in flows:
                entered = self._proof.entered[number]
                found[step_id] = entered
                for way in self._proof.ways.out[number]:
                    if isinstance(self._steps[self._proof.ways.ids[way.target]], Ending):
                        target = self._proof.ways.ids[way.target]
                        found[target] = found.get(target, 0) | way.forward(entered)
        return found

    def everyone(self, reader: Reader) -> int:
        """The combinations of a kind of reader, anywhere."""
        found = 0
        for bits in self.by_reader[reader].values():
            found |= bits
        return found

    def pieces(self, shown: object, bits: int) -> Iterator[Piece]:
        """What a step or topic may say to these people, with the statements and contacts it names.

        Less what stands by itself, as a name or a price: that is not read in sentences.
        """
        for part in walk(shown):
            here = bits
            for around in (*part.within, part.record):
                here &= self._holding(getattr(around, "when", ()))
            for when in part.before:
                here &= ~self._holding(when)
            if not here:
                continue
            if isinstance(part.record, Text) and not part.is_label:
                yield Piece(here, part.record)
            elif isinstance(part.record, Line) and part.record.statement:
                yield from self.pieces(self._library.statements[part.record.statement], here)
            elif isinstance(part.record, Shown):
                yield from self.pieces(self._library.contacts[part.record.contact], here)


def screens(pieces: Iterable[Piece], bits: int) -> list[Screen]:
    """The screens that pieces make for these people; those that measure the same are one."""
    found = {Measure(): bits}
    for piece in pieces:
        added = measure(piece.text.source)
        if piece.bits == bits:  # on every screen: nothing to tell apart
            found = {so_far.and_also(added): group for so_far, group in found.items()}
            continue
        after: dict[Measure, int] = {}
        for so_far, group in found.items():
            if with_it := group & piece.bits:
                more = so_far.and_also(added)
                after[more] = after.get(more, 0) | with_it
                group ^= with_it
            if group:
                after[so_far] = after.get(so_far, 0) | group
        found = after
    return [Screen(group, measured) for measured, group in found.items()]
