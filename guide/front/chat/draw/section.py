"""What is drawn together: the events of one turn, what may be chosen there, what is open."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.conversation.events import Asked, Card, Choice, Contact, Event, Heading, Headline, Topics
from guide.front.chat.draw.text import Action


class Code(NamedTuple):
    """A picture of a link that a phone's camera reads: rows of cells, dark ones true.

    There are none where it cannot be made.
    """

    rows: tuple[tuple[bool, ...], ...]
    link: str
    name: str = ""
    """Whose link it is."""


Renderable = Event | Code


class ExtraChoice(NamedTuple):
    """Something to choose beside a question's own choices."""

    label: str
    does: Action
    english: str = ""


class Section(NamedTuple):
    """Events that are drawn together."""

    events: Sequence[Renderable]
    answer: int = -1
    """The number of the answer among its events; -1 where there is none."""
    choosing: str = "choose"
    """What choosing one of its choices does."""
    offers: tuple[ExtraChoice, ...] = ()
    asks: bool = True
    """Whether its choices and offers are still open."""
    spoken: bool = True
    """Whether the guide says its lines; else they are text to read."""
    opened: frozenset[str] = frozenset()
    """The names of the headings that are open: what stands under the others is folded away."""

    @property
    def ends(self) -> bool:
        """Whether an ending is told in it."""
        return any(isinstance(event, Headline) for event in self.events)

    @property
    def is_a_card(self) -> bool:
        """Whether nothing but a card is shown, which is copied or photographed whole."""
        return [Card] == [type(event) for event in self.events]

    @property
    def helps(self) -> bool:
        """Whether it says whom to turn to."""
        return any(isinstance(event, Contact) for event in self.events)

    @property
    def standing(self) -> bool:
        """Whether its offers are answers, of which 0 is the first."""
        return self.asks and any(offer.does.what == "choose" for offer in self.offers)

    @property
    def headings(self) -> tuple[Choice, ...]:
        """The headings that can be opened, by name."""
        events = (event for event in self.events if isinstance(event, Heading) and event.opens)
        return tuple(Choice(heading.opens, heading.text) for heading in events)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices listed in it, while they are open."""
        listed: tuple[Choice, ...] = ()
        for event in self.events if self.asks else ():
            if isinstance(event, Asked | Topics):
                listed += event.choices
        return listed
