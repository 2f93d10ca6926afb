"""Every screen a person can come to, told by the narrator that tells them to a person.

A screen is what is said since the last answer. Screens that say the same are one, reached the
shortest way.
"""

from collections.abc import Mapping
from typing import NamedTuple

from guide.conversation.narrator import Narrator
from guide.flow.model import Contact, Ending, Facts, Library, Step, Text, holds
from guide.i18n.words import Words
from guide.screens.places import AnsweredPath, SessionPlace, places


class LanguageScreen(NamedTuple):
    """One screen: the step it ends at, the facts known there, and the answers that led to it."""

    name: str
    """What its picture is called: the address of its question or title, and a number."""
    step: str
    flow: str
    """The flow of the last question asked: whose reader is reading."""
    facts: Facts
    way: AnsweredPath
    """The questions answered and the options chosen."""
    texts: tuple[Text, ...]
    """What is said, in order."""
    seen_by: tuple[str, ...]
    """Who comes here, as values of the fact `who`."""


class Listener(Words):
    """Words that note which texts they are asked for."""

    def __init__(self, contacts: Mapping[str, Contact]) -> None:
        super().__init__(contacts)
        self.heard: list[Text] = []

    def say(
        self, text: Text, facts: Facts | None = None, values: Mapping[str, str] | None = None
    ) -> str:
        """The words, noted."""
        self.heard.append(text)
        return super().say(text, facts, values)

    def name(self, contact: Contact, facts: Facts) -> str:
        """A contact's name, noted where it is translated."""
        if contact.translate_name:
            self.heard += [v.text for v in contact.name if holds(v.when, facts)][:1]
        return super().name(contact, facts)


def language_screens(library: Library) -> list[LanguageScreen]:
    """Every screen, nearest first."""
    listener = Listener(library.contacts)
    narrator = Narrator(library, listener)
    by_texts: dict[tuple[Text, ...], LanguageScreen] = {}
    for place in places(library).all:
        listener.heard = []
        narrator.turn(place.turn, place.facts, 0)
        texts = tuple(listener.heard)
        who = place.facts.get("who", "")
        if texts in by_texts:
            known = by_texts[texts]
            if who not in known.seen_by:
                by_texts[texts] = known._replace(seen_by=(*known.seen_by, who))
            continue
        at = place.turn.at.id
        by_texts[texts] = LanguageScreen(
            at, at, _flow(library, place), place.facts, place.way, texts, (who,)
        )
    return _named(list(by_texts.values()), library)


def _flow(library: Library, place: SessionPlace) -> str:
    """The flow of the question here, or of the last one answered."""
    step: Step = place.turn.at
    if isinstance(step, Ending) and place.way:
        step = library.steps[place.way[-1][0]]
    return library.start if isinstance(step, Ending) else step.flow


def _named(screens: list[LanguageScreen], library: Library) -> list[LanguageScreen]:
    """The screens with the names of their pictures, no two alike."""
    counted: dict[str, int] = {}
    named = []
    for screen in screens:
        part = "title" if isinstance(library.steps[screen.step], Ending) else "ask"
        number = counted[screen.step] = counted.get(screen.step, 0) + 1
        name = f"{screen.step}.{part}" + (f"-{number}" if number > 1 else "")
        named.append(screen._replace(name=name))
    return named
