"""How many words stand on an ending: up to whom to call, and in view, for whom."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from guide.check.proof.endings import EndingView
from guide.check.proof.factsets import FactSets, without
from guide.conversation import phrases
from guide.diagram.answers import plain_english
from guide.flow.model import CONTACT_METHODS, Contact, Library, Line, Shown, Wording

_PLACED = re.compile(r"\{(\w+)_(?:phone|text)\}")
"""A number that stands in words, and whose it is."""
_AT_WORK = (("who", ("professional",)),)
"""Those to whom an urgency is said in words of their own (guide/conversation/phrases.py)."""
_SMALL = ("says", "ages", "nation", "hours", "cost")
"""What a contact says below its name and its ways."""


class Count(NamedTuple):
    """Words that stand together on a screen, and the combinations for which they do."""

    bits: int
    number: int


class EndingLength:
    """One ending, its words counted as a person reads them, in English.

    What is folded away is not counted, and nor are the headings it is folded under: they are
    pressed, as buttons are.
    """

    def __init__(self, screen: EndingView, library: Library, fact_sets: FactSets) -> None:
        self._ending, self._entered = screen.ending, screen.entered
        self._library, self._fact_sets = library, fact_sets

    def longer_in_view(self, limit: int) -> Iterator[Count]:
        """The screens with more words in view than that, the longest first."""
        return _over(limit, _together([*self._before_contacts, *self._below], self._entered))

    def longer_to_contact(self, limit: int) -> Iterator[Count]:
        """The screens with more words than that before the first contact, the longest first.

        A line before it that names a number counts as whom to call, but for that of 999: a line
        that says when to call it is on most screens.
        """
        waiting = self._entered
        pieces: list[Count] = []
        for line in self._ending.before:
            here = waiting & self._fact_sets.holding(line.when)
            pieces += self._said(self._wording(line), here)
            waiting = without(waiting, self._naming_a_number(line, here))
        head = list(self._said(self._ending.title, self._entered))
        return _over(limit, _together([*self._when, *head, *pieces], self._entered))

    # -- what stands there

    @property
    def _when(self) -> list[Count]:
        urgency, at_work = self._ending.urgency, 0
        if self._fact_sets.tells_apart(_AT_WORK):
            at_work = self._entered & self._fact_sets.holding(_AT_WORK)
        here = {
            bits: lead_in[urgency].source
            for bits, lead_in in (
                (at_work, phrases.URGENCIES | phrases.AT_WORK),
                (without(self._entered, at_work), phrases.URGENCIES),
            )
        }
        return [Count(bits, len(words.split())) for bits, words in here.items()]

    @cached_property
    def _before_contacts(self) -> list[Count]:
        pieces = [*self._when, *self._said(self._ending.title, self._entered)]
        return [*pieces, *self._lines(self._ending.before)]

    @cached_property
    def _below(self) -> list[Count]:
        ending = self._ending
        pieces: list[Count] = []
        shown_to: dict[str, int] = {}
        for shown in ending.contacts:
            here = self._entered & self._fact_sets.holding(shown.when)
            here = without(here, shown_to.get(shown.contact, 0))
            shown_to[shown.contact] = shown_to.get(shown.contact, 0) | here
            pieces += self._contact(shown, here)
        pieces += self._section(phrases.KEEP_TITLE.source, ending.keep_in_mind)
        if not ending.folds:
            pieces += self._section(phrases.NEXT_TITLE.source, ending.next)
            pieces += self._section(phrases.IF_NOT_TITLE.source, ending.if_not)
        return pieces

    def _section(self, title: str, lines: Iterable[Line]) -> Iterator[Count]:
        some = 0
        for line in lines:
            some |= self._fact_sets.holding(line.when)
        yield Count(some & self._entered, len(title.split()))
        yield from self._lines(lines)

    def _lines(self, lines: Iterable[Line]) -> Iterator[Count]:
        for line in lines:
            here = self._entered & self._fact_sets.holding(line.when)
            yield from self._said(self._wording(line), here)

    def _contact(self, shown: Shown, here: int) -> Iterator[Count]:
        contact = self._library.contacts[shown.contact]
        yield from self._said(shown.say, here)
        yield Count(here, sum(_words_of_ways(contact)))
        for wording in (contact.name, *(getattr(contact, field) for field in _SMALL)):
            yield from self._said(wording, here)

    # -- in words

    def _wording(self, line: Line) -> Wording:
        return self._library.statements[line.statement].say if line.statement else line.wording

    def _said(self, wording: Wording, bits: int) -> Iterator[Count]:
        """The variants, each for those who are told it."""
        for variant in wording:
            here = bits & self._fact_sets.holding(variant.when)
            bits = without(bits, here)
            if here:
                yield Count(here, len(plain_english(variant.text, self._library).split()))

    def _naming_a_number(self, line: Line, bits: int) -> int:
        """Those of some who are told a number by a line, other than that of an emergency."""
        naming = 0
        for variant in self._wording(line):
            here = bits & self._fact_sets.holding(variant.when)
            bits = without(bits, here)
            named = _PLACED.findall(variant.text.source)
            if any(self._is_somebody(name.replace("_", "-")) for name in named):
                naming |= here
        return naming

    def _is_somebody(self, name: str) -> bool:
        contact = self._library.contacts.get(name)
        return contact is not None and contact.role != "emergency"


def _words_of_ways(contact: Contact) -> Iterator[int]:
    for way in CONTACT_METHODS:
        if value := contact.value(way):
            yield len(phrases.WAYS[way].source.replace("{value}", value).split())


def _together(pieces: Iterable[Count], entered: int) -> dict[int, int]:
    """By how many words they make together: the combinations that read so many."""
    shown_alike: dict[int, int] = {}
    for piece in pieces:
        shown_alike[piece.bits] = shown_alike.get(piece.bits, 0) + piece.number
    groups = {shown_alike.pop(entered, 0): entered}  # on every screen: nothing to tell apart
    for those, number in shown_alike.items():
        after: dict[int, int] = {}
        for so_far, bits in groups.items():
            if here := bits & those:
                after[so_far + number] = after.get(so_far + number, 0) | here
                # `here` is part of `bits`, so this takes it away.
                bits ^= here
            if bits:
                after[so_far] = after.get(so_far, 0) | bits
        groups = after
    return groups


def _over(limit: int, groups: dict[int, int]) -> Iterator[Count]:
    for count, bits in sorted(groups.items(), reverse=True):
        if count > limit:
            yield Count(bits, count)
