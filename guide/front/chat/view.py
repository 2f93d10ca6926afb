"""The conversation as sections to read, told in one language or in two together."""

from collections.abc import Callable
from typing import TypeVar

from guide.conversation import folding, phrases
from guide.conversation.conversation import Events
from guide.conversation.dialogue import Dialogue
from guide.conversation.events import (
    Answered,
    Asked,
    Card,
    Contact,
    ContactMethod,
    Heading,
    Said,
    Topics,
)
from guide.flow.model import Text
from guide.front.chat.draw import bilingual as both
from guide.front.chat.draw.section import ExtraChoice, Section
from guide.front.chat.draw.text import Action
from guide.front.languages import Languages
from guide.front.opening import first_screen
from guide.front.plain.lines import in_one_line

_T = TypeVar("_T")


class ConversationView:
    """Tells a Conversation: what was said as sections, what is here, and the program's phrases."""

    def __init__(self, conversation: Dialogue, languages: Languages) -> None:
        self.conversation = conversation
        self.languages = languages
        self._twin: Dialogue | None = None
        self._spoken_before = ""
        self.here: Events = ()
        """What is said and asked where the conversation is now."""
        self.arrive()

    def arrive(self) -> None:
        """See what is here, now that the conversation has moved."""
        self.here = self.events(lambda talk: talk.again())

    # -- in one language, or in two

    @property
    def shown_in(self) -> str:
        """The codes of the languages on the screen."""
        return self._with_second(lambda talk: talk.language, lambda *codes: " ".join(codes))

    def _with_second(self, tell: Callable[[Dialogue], _T], join: Callable[[_T, _T], _T]) -> _T:
        """What the conversation tells, joined with what its twin tells.

        Whatever is wrong with the second language, the first is told as ever, alone.
        """
        first = tell(self.conversation)
        if self._twin is None:
            return first
        try:
            return join(first, tell(self._twin))
        except Exception:
            return first

    def say(self, text: Text, **values: str) -> str:
        """One of the program's own phrases."""
        return self._with_second(lambda talk: in_one_line(talk.phrase(text, **values)), both.join)

    def events(self, tell: Callable[[Dialogue], Events]) -> Events:
        """Events that a conversation gives, in every language on the screen."""
        return self._with_second(tell, both.together)

    def speak(self, code: str) -> None:
        """Go on in another language."""
        before = self.conversation.language
        if code != before:
            self.conversation.speak(self.languages.words(code))
            self._turn_from(before)
        self.arrive()

    def _turn_from(self, before: str) -> None:
        """Another language is spoken now: the one `before` is second to it, where there are two."""
        self._spoken_before = before
        if self._twin:
            self._twin = self._twin_in(before)

    def speak_both(self) -> None:
        """Put a second language beside the first, or take it away."""
        now = self.conversation.language
        others = [code for code in self.languages.codes if code != now]
        if self._twin or not others:
            self._twin = None
        else:
            self._twin = self._twin_in(self._spoken_before or others[0])
        self.arrive()

    def _twin_in(self, code: str) -> Dialogue | None:
        """The conversation in a second language; None where that cannot be had."""
        try:
            return self.conversation.twin(self.languages.words(code))
        except Exception:  # the first language goes on alone
            return None

    def names_of_languages(self) -> Topics:
        """The languages that can be spoken, to choose one."""
        return self.languages.listed(self.say(phrases.CHAT_LANGUAGES))

    # -- what is here

    @property
    def links(self) -> tuple[str, ...]:
        """The links of the ending reached."""
        return tuple(way.value for _, way in self.ways)

    @property
    def ways(self) -> list[tuple[Contact, ContactMethod]]:
        """The links of the ending reached, each with whose it is."""
        contacts = [event for event in self.here if isinstance(event, Contact)]
        return [(who, way) for who in contacts for way in who.ways if way.kind == "link"]

    @property
    def cards(self) -> tuple[Card, ...]:
        """The words to show to someone, and those for the adult who is shown them, if any."""
        own = tuple(event for event in self.here if isinstance(event, Card))
        heading, *lines = folding.opened(self.here, folding.FOR_ADULT) or (None,)
        if not isinstance(heading, Heading):
            return own
        text = "\n".join(line.text for line in lines if isinstance(line, Said))
        return (*own, Card(heading.text, text))

    @property
    def progress(self) -> str:
        """How far along the person is, in words; empty at an ending."""
        asked = self.here[-1]
        if not isinstance(asked, Asked) or self.conversation.confirming:
            return ""
        return self.say(phrases.PROGRESS, number=str(asked.number), about=str(asked.about))

    @property
    def ended(self) -> bool:
        """Whether an ending was told, and nothing is asked back."""
        return self.conversation.finished and not self.conversation.confirming

    @property
    def offers(self) -> tuple[ExtraChoice, ...]:
        """What may be chosen here beside the answers listed."""
        if self.ended:
            topics = ExtraChoice(self.say(phrases.TOPICS_TITLE), Action("topics"))
            return (topics, ExtraChoice(self.say(phrases.CHAT_RESTART), Action("restart")))
        labels = self.events(lambda talk: (Topics("", talk.standing_choices),))
        assert isinstance(labels[0], Topics)
        return tuple(
            ExtraChoice(choice.label, Action("choose", choice.key), choice.english)
            for choice in labels[0].choices
        )

    # -- what was said

    def move(self, move: Callable[[], Events]) -> list[Section]:
        """Let the conversation move on: what comes of it, a section an answer.

        Words that were confirmed may give several answers at once; the confirming is none.
        """
        answered, language = self.conversation.answered, self.conversation.language
        events = move()
        if self.conversation.language != language:
            self._turn_from(language)
        self.arrive()
        turns = _turns(self._beside(events))
        new = max(self.conversation.answered - answered, 0)
        numbers = [-1] * (len(turns) - new) + list(range(answered, answered + new))
        sections = [Section(*each, asks=False) for each in zip(turns, numbers, strict=True)]
        sections[-1] = sections[-1]._replace(asks=True, offers=self.offers)
        return sections

    def _beside(self, events: Events) -> Events:
        """What a move gave, with the second language below it, where the two tell the same."""
        if self.conversation.latest() != events:
            return events
        return self.events(lambda talk: talk.latest())

    def story(self) -> list[Section]:
        """All that was said, with how to hide it before the first question."""
        turns = self._with_second(_story, _turn_by_turn)
        sections = [Section(events, number - 1, asks=False) for number, events in enumerate(turns)]
        first = sections[0].events
        both_notices = self._with_second(lambda talk: talk.notices(), lambda a, b: (*a, *b))
        notices = [Said(in_one_line(notice)) for notice in both_notices]
        sections[0] = sections[0]._replace(events=(*notices, *first))
        if self.conversation.confirming:
            sections.append(Section(self.here))
        sections[-1] = sections[-1]._replace(asks=True, offers=self.offers)
        return sections


def _story(talk: Dialogue) -> tuple[Events, ...]:
    """All that was said, the first screen saying how to hide."""
    first, *later = talk.story()
    return (first_screen(first, Said(*talk.phrase(phrases.CHAT_HIDE))), *later)


def _turn_by_turn(first: tuple[Events, ...], second: tuple[Events, ...]) -> tuple[Events, ...]:
    return tuple(both.together(*turn) for turn in zip(first, second, strict=True))


def _turns(events: Events) -> list[Events]:
    """The events, parted before each answer."""
    starts = [n for n, event in enumerate(events) if n and isinstance(event, Answered)]
    return [events[a:b] for a, b in zip([0, *starts], [*starts, len(events)], strict=True)]
