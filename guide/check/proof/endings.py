"""What an ending shows for which combinations: contacts, their places, what is said first."""

from collections.abc import Iterable

from guide.check.proof.edges import SAID
from guide.check.proof.factsets import FactSets, without
from guide.flow.model import Ending, More, When


class EndingView:
    """One ending, asked about all the combinations it is entered with at once."""

    def __init__(
        self, ending: Ending, entered: int, fact_sets: FactSets, everywhere: tuple[More, ...] = ()
    ) -> None:
        """`everywhere` is what can be opened at every ending."""
        self.ending = ending
        self.more_everywhere = everywhere
        self.entered = entered
        self._fact_sets = fact_sets
        self._places: dict[str, dict[int, int]] = {}
        self._groups: dict[int, int] = {}
        taken: dict[str, int] = {}
        for shown in ending.every_contact:
            holding = fact_sets.holding(shown.when) & entered
            self._groups[shown.group] = self._groups.get(shown.group, 0) | holding
            # A contact named twice is shown where it first holds.
            here = without(holding, taken.get(shown.contact, 0))
            taken[shown.contact] = taken.get(shown.contact, 0) | holding
            places = self._places.setdefault(shown.contact, {})
            places[shown.group] = places.get(shown.group, 0) | here
        self._taken = taken

    @property
    def contacts(self) -> Iterable[str]:
        """Every contact that is shown to anyone."""
        return self._taken

    def shows(self, contact: str) -> int:
        """The combinations for which a contact is shown."""
        return self._taken.get(contact, 0)

    def shows_any(self, contacts: Iterable[str]) -> int:
        """The combinations for which at least one of the contacts is shown."""
        bits = 0
        for contact in contacts:
            bits |= self._taken.get(contact, 0)
        return bits

    def first(self, contact: str) -> int:
        """The combinations for which a contact is first, or beside the first."""
        bits = 0
        for group, holding in self._places.get(contact, {}).items():
            before = 0
            for other, shown in self._groups.items():
                if other < group:
                    before |= shown
            bits |= without(holding, before)
        return bits

    def alone(self, contact: str) -> int:
        """The combinations for which a contact is first, with nobody beside."""
        bits = self.first(contact)
        own = self._places.get(contact, {})
        for other, places in self._places.items():
            if other != contact:
                for group, holding in places.items():
                    bits = without(bits, holding & own.get(group, 0))
        return bits

    def beside(self, contacts: tuple[str, ...]) -> int:
        """The combinations for which the contacts stand side by side."""
        bits = 0
        for group in self._groups:
            together = self.entered
            for contact in contacts:
                together &= self._places.get(contact, {}).get(group, 0)
            bits |= together
        return bits

    def not_before(self, contact: str, other: str) -> int:
        """The combinations for which both are shown, and `one` not before `other`."""
        bits = 0
        for group, holding in self._places.get(contact, {}).items():
            for other_group, other_holding in self._places.get(other, {}).items():
                if group >= other_group:
                    bits |= holding & other_holding
        return bits

    def where_known(self, fact: str) -> int:
        """The combinations in which a fact is known."""
        return self._fact_sets.where_known(fact)

    def holding(self, when: When) -> int:
        """The combinations for which a condition holds."""
        return self._fact_sets.holding(when)

    def said_before(self, contacts: tuple[str, ...], statement: str) -> int:
        """The combinations that have met a statement before any of these contacts.

        Where all that is shown of them stands under headings, a line under the same one counts.
        """
        bits = self.said_first(statement)
        in_view = 0
        for shown in self.ending.contacts:
            if shown.contact in contacts:
                in_view |= self._fact_sets.holding(shown.when)
        for more in self.groups_with(contacts):
            bits |= without(self._said_under(more, statement), in_view)
        return bits

    def groups_with(self, contacts: Iterable[str]) -> list[More]:
        """What can be opened and shows one of these contacts."""
        names = set(contacts)
        return [
            more for more in self.ending.more if names & {shown.contact for shown in more.contacts}
        ]

    def said_first(self, statement: str) -> int:
        """The combinations that have met a statement before the contacts: here or in a message."""
        bits = 0
        if self._fact_sets.mentions(SAID + statement):
            bits = self._fact_sets.holding(((SAID + statement, ("yes",)),))
        for line in self.ending.before:
            if line.statement == statement:
                bits |= self._fact_sets.holding(line.when)
        return bits

    def says(self, statement: str) -> int:
        """The combinations for which the ending says a statement: first, next, or if they can't."""
        bits = 0
        ending = self.ending
        for line in (*ending.before, *ending.keep_in_mind, *ending.next, *ending.if_not):
            if line.statement == statement:
                bits |= self._fact_sets.holding(line.when)
        for more in (*ending.more, *self.more_everywhere):
            bits |= self._said_under(more, statement)
        return bits

    def said_in_view(self, contacts: tuple[str, ...], statement: str) -> int:
        """The combinations for which a statement is said, and not folded away.

        Where all that is shown of these contacts stands under headings, a line that stands there
        before them counts: it is in view when they are.
        """
        bits = self.said_before(contacts, statement)
        for line in self.ending.keep_in_mind:
            if line.statement == statement:
                bits |= self._fact_sets.holding(line.when)
        return bits

    def _said_under(self, more: More, statement: str) -> int:
        bits = 0
        for line in more.say:
            if line.statement == statement:
                # All parts of a condition must hold, so two conditions added are "both".
                bits |= self._fact_sets.holding(more.when + line.when)
        return bits
