"""What of an ending is shown alone, over everything: its links' codes and its cards, in turn."""

from guide.conversation.events import Card
from guide.front.chat.draw.bubbles import draw
from guide.front.chat.draw.lines import BARS, READABLE, Viewport
from guide.front.chat.draw.scroll import UNSELECTED
from guide.front.chat.draw.section import Section
from guide.front.chat.view import ConversationView


class InTurn:
    """Knows which code and which card of an ending was shown last, so that the next one follows."""

    def __init__(self, telling: ConversationView) -> None:
        self._telling = telling
        self.forget()

    def forget(self) -> None:
        """Begin with the first ones again: the conversation has moved."""
        self._code = self._card = UNSELECTED

    def code(self, link: str) -> Section | None:
        """A link's code; where none is named, the ending's links take turns."""
        from guide.front.chat.draw.code import link_code

        names = {way.value: contact.name for contact, way in self._telling.ways}
        links = self._telling.links
        self._code = links.index(link) if link in links else self._code + 1
        if not link and links:
            link = links[self._code % len(links)]
        return Section((link_code(link, names.get(link, "")),)) if link else None

    def cards(self, title: str, shown: Section, window: tuple[int, int]) -> Section | None:
        """The card of a title alone; with no title all of them, if the window has room for that.

        Where it has none they take turns, and so they do where the one named is shown alone
        already. No word of what was answered stands beside them.
        """
        cards = self._telling.cards
        if not cards:
            return None
        titles = [card.title for card in cards]
        together = Section(cards, spoken=False)
        alone = [event.title for event in shown.events if isinstance(event, Card)]
        if title in titles and alone != [title]:
            self._card = titles.index(title)
        elif title not in titles and self._have_room(together, *window):
            return together
        else:
            self._card = (self._card + 1) % len(cards)
        return Section((cards[self._card],), spoken=False)

    def _have_room(self, cards: Section, width: int, height: int) -> bool:
        viewport = Viewport(min(width, READABLE + 2), height - BARS, self._telling.say)
        return len(draw(cards, viewport)) <= viewport.height
