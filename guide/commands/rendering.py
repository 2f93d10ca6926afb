"""Screens as somebody sees them: in plain mode as text, in the chat as a picture."""

from collections.abc import Iterator
from io import StringIO

from guide.conversation.conversation import Conversation
from guide.conversation.events import Event
from guide.conversation.folding import unfolded
from guide.flow.model import Library
from guide.front.languages import Languages
from guide.front.plain.app import Plain
from guide.i18n.words import Words
from guide.translate.screens import LanguageScreen

NARROW = 40
"""Columns of the smallest screen that all must fit."""
_WIDE, LEAST_ROWS, ROOM_AROUND = 80, 24, 16
"""The columns and rows of a picture, and the rows it has beside the screen's own text."""


class ScreenRenderer:
    """Renders any screen of a conversation, in one language."""

    def __init__(self, library: Library, words: Words) -> None:
        self._library = library
        self.talk = Conversation(library, words)

    def go_to(self, screen: LanguageScreen) -> tuple[Event, ...]:
        """Give the answers that lead to a screen; what is said there."""
        self.talk.restart()
        for _, option in screen.way:
            self.talk.choose(option)
        return self.talk.again()

    def twin(self, screen: LanguageScreen, columns: int = NARROW) -> str:
        """The screen in plain mode, with all that it folds away."""
        return self._written(unfolded(self.go_to(screen)), columns)

    def picture(self, screen: LanguageScreen, languages: Languages) -> str:
        """The screen in the chat, as an SVG: the chat's own page, drawn as its tests draw it."""
        from guide.front.chat.draw import themes
        from guide.front.chat.draw.picture import page_svg
        from guide.front.chat.page import draw_page
        from guide.front.chat.state import ChatState

        long = len(self.twin(screen, _WIDE).splitlines())
        chat = ChatState(self.talk, languages)
        return page_svg(draw_page(chat, _WIDE, max(LEAST_ROWS, long + ROOM_AROUND)), themes.DARK)

    def beside(
        self, screens: list[LanguageScreen], columns: int = NARROW
    ) -> Iterator[tuple[str, str]]:
        """What can be opened from screens: the help card and each topic, by name."""
        self.go_to(screens[0])
        yield "help", self._written(self.talk.help(), columns)
        opened: set[str] = set()
        for screen in screens:
            offered = [
                topic
                for topic in self._library.topics.values()
                if topic.id not in opened
                and all(screen.facts.get(fact) in values for fact, values in topic.when)
            ]
            if offered:
                self.go_to(screen)
            for topic in offered:
                opened.add(topic.id)
                yield f"topics.{topic.id}", self._written(self.talk.topic(topic.id), columns)

    def _written(self, events: tuple[Event, ...], columns: int) -> str:
        out = StringIO()
        Plain(self.talk, out, StringIO(), columns).show(events)
        return out.getvalue()
