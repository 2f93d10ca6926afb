"""What is shown in a practice, what may be answered, and what each answer leads to."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from guide.conversation.conversation import SHIPPED, Events, Folders
from guide.conversation.events import Asked, Choice, Event, Heading, Said
from guide.conversation.narrator import Narrator
from guide.flow.model import Ending, Facts, Library, Line, Text, Wording, pick
from guide.i18n.words import Words
from guide.practice import phrases
from guide.practice.progress import Shelf
from guide.practice.scenario import ScenarioCase
from guide.practice.way import Searches
from guide.session import FlowEngine


class Offer(NamedTuple):
    """An answer and the scene it leads to.

    `do` is done once, when the answer is given, and its outcome handed to `lead`: going back or
    telling the practice again in other words repeats nothing.
    """

    choice: Choice
    lead: Callable[[str], "Scene"]
    do: Callable[[], str] | None = None


class Scene(NamedTuple):
    """A screen of a practice: what is said, what is asked, and the answers."""

    step: str
    said: Events
    asked: Asked | None = None
    """None where the practice is over."""
    offers: tuple[Offer, ...] = ()
    standing: tuple[Offer, ...] = ()
    progress: str = ""
    """How far along, in words; empty where the guide's own count stands."""
    facts: Facts = {}  # noqa: RUF012 (never changed)
    telling: ScenarioCase | None = None
    revealed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """By the key of an answer: what is said of it when a group asks for the reasons."""

    @property
    def events(self) -> Events:
        """All of it, the question last."""
        return (*self.said, self.asked) if self.asked else self.said

    @property
    def worth_a_vote(self) -> bool:
        """Whether a group decides something of the story here, rather than what to do next."""
        return bool(self.revealed) or not self.progress or self.step.startswith("route.")

    def offer(self, key: str) -> Offer | None:
        """The answer with this key, or None."""
        return next((o for o in (*self.offers, *self.standing) if o.choice.key == key), None)


class AfterScenes(NamedTuple):
    """The scenes that may follow when a practice of a story is over."""

    opening: Callable[["Stage", ScenarioCase], Scene]
    what_if: Callable[["Stage", ScenarioCase], Scene]
    menu: Callable[["Stage"], Scene]
    practised: Callable[["Stage"], Scene]
    goodbye: Callable[["Stage"], Scene]


class Stage:
    """What every scene is made with: flows, stories, words, and this session's shelf."""

    def __init__(
        self,
        library: Library,
        words: Words,
        tellings: tuple[ScenarioCase, ...],
        seed: int,
        shelf: Shelf,
        journeys: FlowEngine | None = None,
        folders: Folders = SHIPPED,
        after: AfterScenes | None = None,
        searches: Searches | None = None,
    ) -> None:
        self.library = library
        self.words = words
        self.narrator = Narrator(library, words, hears=False)
        self.tellings = tellings
        self.seed = seed
        self.shelf = shelf
        self.journeys = journeys or FlowEngine(library)
        self.folders = folders
        self.searches = searches or Searches(library)
        self._after = after

    @property
    def after(self) -> AfterScenes:
        """What may follow when a practice of a story is over; a Practice hands it over."""
        assert self._after is not None
        return self._after

    def followed_by(self, after: AfterScenes) -> "Stage":
        """The same stage with these scenes to follow."""
        return self._with(self.words, after)

    def in_words(self, words: Words) -> "Stage":
        """The same stage in other words."""
        return self._with(words, self._after)

    def _with(self, words: Words, after: AfterScenes | None) -> "Stage":
        rest = (self.tellings, self.seed, self.shelf, self.journeys, self.folders)
        return Stage(self.library, words, *rest, after, self.searches)

    def phrase(self, text: Text, **values: str) -> str:
        """One of the practice's own phrases."""
        return self.words.unmarked(text, {}, values)

    def say(self, wording: Wording, facts: Facts) -> str:
        """The words of a wording for these facts; empty where it has none."""
        text = pick(wording, facts)
        if text and text.address.startswith("practice."):
            return self.words.unmarked(text, facts)
        return self.words.say(text, facts) if text else ""

    def says(self, text: Text, **values: str) -> Said:
        """A phrase, said."""
        return Said(self.phrase(text, **values))

    def spoken_by(self, telling: ScenarioCase, words: str) -> Said:
        """Words of the person in the story, under what they are."""
        who = self.phrase(phrases.SPEAKERS.get(telling.audience, phrases.SPEAKER))
        return self.says(phrases.SAYS, who=who, words=words)

    def heading(self, text: Text, **values: str) -> Heading:
        """A phrase as a heading."""
        return Heading(self.phrase(text, **values))

    def title(self, ending: Ending, facts: Facts) -> str:
        """The one action an ending asks for."""
        return self.say(ending.title, facts).rstrip(".")

    def name(self, contact: str, facts: Facts) -> str:
        """What a contact is called."""
        return self.words.name(self.library.contacts[contact], facts)

    def listed(self, items: Iterable[str]) -> str:
        """Items as a list within a sentence."""
        return self.words.listed(items)

    def spoken(self, lines: Iterable[Line], facts: Facts) -> list[str]:
        """The words of every line that holds."""
        texts = [self.narrator.line_text(line, facts) for line in lines]
        return [self.words.say(text, facts) for text in texts if text is not None]

    def lines_with_sources(self, lines: Iterable[Line], facts: Facts) -> list[Event]:
        """Lines, each followed by where it comes from."""
        events: list[Event] = []
        for line in lines:
            text = self.narrator.line_text(line, facts)
            if text is not None:
                words = self.words.say(text, facts)
                events.append(
                    self.says(phrases.PUTS, words=words) if line.statement else Said(words)
                )
                events += self.sources(line)
        return events

    def sources(self, line: Line) -> list[Event]:
        """Where a line comes from."""
        names = line.sources
        if line.statement:
            names = self.library.statements[line.statement].sources
        return [event for name in names for event in self.source(name)]

    def source(self, name: str) -> list[Event]:
        """A document by its id, as it is named to a person, with its date and its address."""
        source = self.library.sources[name]
        text = phrases.SOURCE if source.publisher else phrases.SOURCE_ALONE
        if source.publisher and source.date:
            text = phrases.SOURCE_DATED
        values = {"document": source.document, "publisher": source.publisher, "date": source.date}
        link = [self.says(phrases.SOURCE_LINK, link=source.link)] if source.link else []
        return [self.says(text, **values), *link]


def asked(step: str, text: str, offers: tuple[Offer, ...], why: str = "") -> Asked:
    """A question of the practice itself."""
    return Asked(
        step=step,
        text=text,
        why=why,
        number=1,
        about=1,
        choices=tuple(offer.choice for offer in offers),
    )


def ask(
    stage: Stage,
    step: str,
    events: Iterable[Event],
    question: Text,
    offers: Iterable[Offer],
    telling: ScenarioCase | None = None,
    *,
    progress: str = "",
) -> Scene:
    """A scene that asks one of the practice's own questions."""
    offered = tuple(offers)
    return Scene(
        step=step,
        said=tuple(events),
        asked=asked(step, stage.phrase(question), offered),
        offers=offered,
        progress=progress or stage.phrase(phrases.PROGRESS),
        facts=telling.facts if telling else {},
        telling=telling,
    )
