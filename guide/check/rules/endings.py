"""What an ending shows for which combinations: contacts, their places, what is said first."""

from collections.abc import Iterable

from guide.check.proof.edges import SAID
from guide.check.proof.factsets import FactSets
from guide.flow.model import Ending, When


class EndingView:
    """One ending, asked about all the combinations it is entered with at once."""

    def __init__(self, ending: Ending, entered: int, valuations: FactSets) -> None:
        self.ending = ending
        self.entered = entered
        self._valuations = valuations
        self._places: dict[str, dict[int, int]] = {}
        self._groups: dict[int, int] = {}
        taken: dict[str, int] = {}
        for shown in ending.contacts:
            holding = valuations.holding(shown.when) & entered
            self._groups[shown.group] = self._groups.get(shown.group, 0) | holding
            # A contact named twice is shown where it first holds.
            here = holding & ~taken.get(shown.contact, 0)
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
        found = 0
        for contact in contacts:
            found |= self._taken.get(contact, 0)
        return found

    def first(self, contact: str) -> int:
        """The combinations for which a contact is first, or beside the first."""
        found = 0
        for group, holding in self._places.get(contact, {}).items():
            before = 0
            for other, shown in self._groups.items():
                if other < group:
                    before |= shown
            found |= holding & ~before
        return found

    def alone(self, contact: str) -> int:
        """The combinations for which a contact is first, with nobody beside."""
        found = self.first(contact)
        own = self._places.get(contact, {})
        for other, places in self._places.items():
            if other != contact:
                for group, holding in places.items():
                    found &= ~(holding & own.get(group, 0))
        return found

    def beside(self, contacts: tuple[str, ...]) -> int:
        """The combinations for which the contacts stand side by side."""
        found = 0
        for group in self._groups:
            together = self.entered
            for contact in contacts:
                together &= self._places.get(contact, {}).get(group, 0)
            found |= together
        return found

    def not_before(self, one: str, other: str) -> int:
        """The combinations for which both are shown, and `one` not before `other`."""
        found = 0
        for group, holding in self._places.get(one, {}).items():
            for other_group, other_holding in self._places.get(other, {}).items():
                if group >= other_group:
                    found |= holding & other_holding
        return found

    def given(self, fact: str) -> int:
        """The combinations in which a fact is known."""
        return self._valuations.given(fact)

    def holding(self, when: When) -> int:
        """The combinations for which a condition holds."""
        return self._valuations.holding(when)

    def said_first(self, statement: str) -> int:
        """The combinations that have met a statement before the contacts: here or in a message."""
        found = 0
        if self._valuations.knows(SAID + statement):
            found = self._valuations.holding(((SAID + statement, ("yes",)),))
        for line in self.ending.before:
            if line.statement == statement:
                found |= self._valuations.holding(line.when)
        return found

    def says(self, statement: str) -> int:
        """The combinations for which the ending says a statement: first, next, or if they can't."""
        found = 0
        for line in (*self.ending.before, *self.ending.next, *self.ending.if_not):
            if line.statement == statement:
                found |= self._valuations.holding(line.when)
        return found
