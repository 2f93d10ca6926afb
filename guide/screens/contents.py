"""What a screen and a menu hold, told by the conversation's narrator: in a language, or in none."""

import json
from collections.abc import Mapping
from hashlib import sha256

from guide.conversation.conversation import Events
from guide.conversation.events import HelpLine, Topics
from guide.conversation.narrator import Narrator
from guide.flow.model import Contact, Ending, Facts, Library, Text, holds, pick
from guide.flow.paths import facts_after
from guide.i18n.words import Words
from guide.screens.machine import Menu, Screen
from guide.screens.places import SessionPlace

ID_LENGTH = 16
"""Hexadecimal digits of an id: 64 bits, so that some thousand ids never meet by chance."""


class NoLanguage(Words):
    """Each text as its address and its English, filled: all that any language's words rest on.

    Two texts may be the same in English and differ in Welsh, so this is what is compared.
    """

    def say(
        self, text: Text, facts: Facts | None = None, values: Mapping[str, str] | None = None
    ) -> str:
        """The text itself, and what fills it."""
        return f"{text.address}\x04{text.source}\x04{super().say(text, facts, values)}"

    def name(self, contact: Contact, facts: Facts) -> str:
        """The text of a contact's name."""
        text = pick(contact.name, facts)
        return f"{text.address}\x04{text.source}" if text else contact.id


class Contents:
    """Tells the screens and menus of a library in the words of a language, or of none."""

    def __init__(self, library: Library, words: Words, *, web: bool = False) -> None:
        self._library = library
        self._narrator = Narrator(library, words, web=web)

    def screen(self, place: SessionPlace, answered: int) -> Screen:
        """What is shown at a place after `answered` answers, still without an id."""
        at, facts = place.turn.at, place.facts
        events = self._narrator.turn(place.turn, facts, answered)
        if isinstance(at, Ending):
            return Screen("", events, (), ())
        options = tuple(self._library.options(at))
        return Screen(
            id="",
            events=events,
            standing=tuple(
                self._narrator.choice(option, facts)
                for option in options
                if at.option(option.id) is None
            ),
            answered=tuple(
                self._narrator.answered(at.id, option.id, facts_after(option, facts))
                for option in options
            ),
        )

    def notices(self) -> Events:
        """What to know about the language itself."""
        return tuple(self._narrator.notices())

    def topics(self, facts: Facts) -> Topics:
        """The topics that can be opened once these facts are known."""
        return self._narrator.topics(self._narrator.offered_topics(facts), facts)

    def opened(self, topic: str, facts: Facts) -> Events:
        """What a topic says; nothing where it is not offered."""
        offered = self._library.topics[topic]
        return tuple(self._narrator.topic(offered, facts)) if holds(offered.when, facts) else ()

    def help(self, facts: Facts) -> tuple[Events, tuple[HelpLine, ...], tuple[str, ...]]:
        """The help card, the help lines, and the same help at its shortest."""
        narrator = self._narrator
        card, lines = tuple(narrator.help(facts)), tuple(narrator.help_lines(facts))
        return card, lines, tuple(narrator.help_names(facts))

    def menu(self, facts: Facts) -> Menu:
        """What can be opened once these facts are known, still without an id."""
        topics = self.topics(facts)
        opened = {choice.key: self.opened(choice.key, facts) for choice in topics.choices}
        return Menu("", (topics,), opened, *self.help(facts))


def id_of(*contents: object) -> str:
    """An id made of contents alone: records, texts, and tables of texts."""
    return sha256(json.dumps(_with_kinds(contents)).encode()).hexdigest()[:ID_LENGTH]


def _with_kinds(value: object) -> object:
    """A record as a list that begins with its kind, which JSON would drop."""
    if isinstance(value, tuple):
        return [type(value).__name__, *map(_with_kinds, value)]
    return value
