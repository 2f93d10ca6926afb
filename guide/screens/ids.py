"""The ids of screens and menus, found without telling what is the same twice."""

from collections.abc import Callable
from functools import partial

from guide.flow.model import Ending, Facts, Library
from guide.screens.contents import Contents, NoLanguage, id_of
from guide.screens.places import SessionPlace
from guide.screens.relevant import ByFacts


class ContentIds:
    """What screens and menus of a library are called, by what they hold in no language."""

    def __init__(self, library: Library, *, web: bool = False) -> None:
        self._contents = Contents(library, NoLanguage(library.contacts), web=web)
        parts: list[Callable[[Facts], object]] = [self._contents.topics, self._contents.help]
        parts += [partial(self._contents.opened, topic) for topic in library.topics]
        self._menu_parts = [ByFacts(_named(part)) for part in parts]
        self._endings: dict[tuple[str, ...], ByFacts[str]] = {}

    def screen(self, place: SessionPlace, answered: int) -> str:
        """The id of what is shown at a place after `answered` answers."""
        turn = place.turn
        if not isinstance(turn.at, Ending):
            return id_of(self._contents.screen(place, answered))
        entered = (*(message.id for message in turn.passed), turn.at.id)
        if entered not in self._endings:
            tell = _named(lambda facts: self._contents.screen(place._replace(facts=facts), 0))
            self._endings[entered] = ByFacts(tell)
        return self._endings[entered](place.facts)

    def menu(self, facts: Facts) -> str:
        """The id of what can be opened once these facts are known."""
        return id_of(*(part(facts) for part in self._menu_parts))


def _named(tell: Callable[[Facts], object]) -> Callable[[Facts], str]:
    """The same, giving the id of what is told."""
    return lambda facts: id_of(tell(facts))
