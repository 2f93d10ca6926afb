"""A Practice offers a front end what a Conversation does, so each plays it unchanged."""

from collections.abc import Iterable
from typing import NamedTuple

from guide.conversation import phrases as guides
from guide.conversation.conversation import Events
from guide.conversation.events import Answered, Asked, Choice, Given, HelpLine, Phrase, Said
from guide.flow.model import Facts, Text
from guide.i18n.words import Words
from guide.practice import aside, menu, phrases, whatif
from guide.practice.aside import Aside
from guide.practice.nearly import nearly
from guide.practice.scenario import ScenarioCase
from guide.practice.scene import AfterScenes, Scene, Stage
from guide.session import MAX_ANSWERS, NotOffered

_AFTER = AfterScenes(menu.opening_scene, whatif.which, menu.start, menu.practised, menu.goodbye)
"""What may follow when a practice of a story is over, for `next_scene` to offer."""


class _Done(NamedTuple):
    """An answer given, and what came of doing what it asked for."""

    step: str
    key: str
    outcome: str


class Practice:
    """One practice. Its answers are its state: everything else is told again from them."""

    def __init__(self, stage: Stage, telling: ScenarioCase | None = None) -> None:
        """Begin at the menu, or at the opening of one story."""
        self._stage = stage.followed_by(_AFTER)
        self._first = telling
        self._done: list[_Done] = []
        self._scenes: list[Scene] = []
        self._told: list[_Done] = []
        self._aside = Aside()  # shared with a twin
        self._room = False

    # -- where it is

    @property
    def scene(self) -> Scene:
        """What is shown now."""
        return self._all()[-1]

    def _all(self) -> list[Scene]:
        """Every scene so far; only those after a change are made anew."""
        if not self._scenes:
            self._scenes, self._told = [self._opening()], []
        same = 0
        while same < min(len(self._told), len(self._done)) and self._told[same] == self._done[same]:
            same += 1
        del self._scenes[same + 1 :]
        for done in self._done[same:]:
            offer = self._scenes[-1].offer(done.key)
            assert offer is not None  # only answers that were offered are kept
            self._scenes.append(offer.lead(done.outcome))
        self._told = list(self._done)
        return self._scenes

    def _opening(self) -> Scene:
        stage, first = self._stage, self._first
        scene = menu.opening_scene(stage, first) if first else menu.start(stage)
        if stage.shelf.set_aside:
            aside = stage.says(phrases.SET_ASIDE, file=stage.shelf.set_aside)
            return scene._replace(said=(aside, *scene.said))
        return scene

    @property
    def language(self) -> str:
        """The code of the language spoken."""
        return self._stage.words.language

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from the right."""
        return self._stage.words.right_to_left

    @property
    def finished(self) -> bool:
        """Whether the practice is over."""
        return self.scene.asked is None

    @property
    def step(self) -> str:
        """The id of what is asked."""
        return self.scene.step

    @property
    def flow(self) -> str:
        """What is walked: the practice itself."""
        return "practice"

    @property
    def facts(self) -> Facts:
        """What is known at this point of the story."""
        return self.scene.facts

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The answers listed here, or to whose the words typed are."""
        if self.confirming:
            return self._asked_aside().choices
        return tuple(offer.choice for offer in self.scene.offers)

    @property
    def yes_or_no(self) -> None:
        """Nothing: here people choose from a list."""
        return

    @property
    def standing_choices(self) -> tuple[Choice, ...]:
        """The answers that may be given here without being listed."""
        if self.confirming:
            return ()
        return tuple(offer.choice for offer in self.scene.standing)

    @property
    def confirming(self) -> bool:
        """Whether it is asked whose the words typed are, so that `choices` answer that."""
        return self._aside.asking

    @property
    def answered(self) -> int:
        """How many answers are given."""
        return len(self._done)

    @property
    def answers(self) -> tuple[Given, ...]:
        """The answers given, first to last, in today's words."""
        answers = []
        for scene, done in zip(self._all(), self._done, strict=False):
            asked, offer = scene.asked, scene.offer(done.key)
            assert asked is not None
            assert offer is not None
            answers.append(Given(done.step, asked.text, done.key, offer.choice.label))
        return tuple(answers)

    # -- what a front end does

    def begin(self) -> Events:
        """What is said and asked first."""
        return self.again()

    def choose(self, key: str) -> Events:
        """Give an answer; raises NotOffered, with nothing changed, when it is none."""
        if self.confirming:
            return self._step_back(key)
        scene = self.scene
        offer = scene.offer(key)
        if offer is None or len(self._done) >= MAX_ANSWERS:
            raise NotOffered(key)
        outcome = offer.do() if offer.do else ""
        self._done.append(_Done(scene.step, key, outcome))
        return self.latest()

    def hear(self, text: str) -> Events:
        """Words typed freely: a cry for help brings help first, before anything else.

        A line of the story typed nearly as it stands is said; to all else the story stands where
        it was, with a way to go on. Nothing of the text is kept.
        """
        if self.confirming and (key := self._aside.key_of(self._stage, text)):
            return self._step_back(key)
        if self._room:
            return (*self._aside.hear_for_a_room(self._stage, text), *self._where())
        heard = self._aside.hear(self._stage, text)
        if not self.confirming and (key := self._line_meant(text)):
            return self.choose(key)
        return (*heard, *self._where())

    def _line_meant(self, text: str) -> str:
        """The key of something that may be said here, where it was typed nearly as it stands."""
        return nearly(text, self.choices)

    def for_a_room(self) -> None:
        """Speak to a group before one screen: help is for everyone, and nobody is asked."""
        self._room = True

    def _asked_aside(self) -> Asked:
        return self._aside.ask(self._stage, self.step)

    def _step_back(self, key: str) -> Events:
        """Say whose the words typed were; then the story goes on where it was."""
        labels = {choice.key: choice.label for choice in self.choices}
        replies = self._aside.answer(self._stage, key)
        return (Answered(self.step, key, labels[key]), *replies, *self._where())

    def _where(self) -> Events:
        """What waits to be answered, once more; nothing where the practice is over."""
        return () if self.finished and not self.confirming else self.again()[-1:]

    def change(self, number: int, key: str) -> Events:
        """Give another answer to question `number`; what came after it is asked anew."""
        scenes = self._all()
        if not 0 <= number < len(self._done) or scenes[number].offer(key) is None:
            raise NotOffered(key)
        self._aside.asking = False
        del self._done[number:]
        self.choose(key)
        return self.again()

    def back(self) -> Events:
        """Take back the last answer; nothing changes at the first question."""
        if self.confirming:
            self._aside.asking = False
        else:
            del self._done[-1:]
        return self.again()

    def restart(self) -> Events:
        """Begin again, with nothing kept."""
        self._done.clear()
        self._aside.asking = False
        self._scenes.clear()
        self._first = None
        self._stage.shelf.clear()
        return self.again()

    def again(self) -> Events:
        """Say and ask what is here once more; whose the words typed are, first."""
        return (self._asked_aside(),) if self.confirming else self.scene.events

    def latest(self) -> Events:
        """The last answer and what came of it."""
        return self.story()[-1]

    def story(self) -> tuple[Events, ...]:
        """All that was said: what came first, then each answer's events."""
        scenes = self._all()
        turns = [scenes[0].events]
        for answer, scene in zip(self.answers, scenes[1:], strict=True):
            answered = Answered(answer.step, answer.key, answer.answer)
            turns.append((answered, *scene.events))
        return tuple(turns)

    def question(self, number: int) -> Asked:
        """Question `number` (0 is the first), as it was asked."""
        asked = self._all()[number].asked
        assert asked is not None
        return asked

    def help(self) -> Events:
        """The full help card, with those who are there for adults: it is for the worker too."""
        return tuple(aside.help_card(self._stage))

    def help_lines(self) -> tuple[HelpLine, ...]:
        """The help in view on every screen, a line a contact."""
        return tuple(self._stage.narrator.help_lines(self.facts))

    def help_names(self) -> tuple[str, ...]:
        """The same help at its shortest."""
        return tuple(self._stage.narrator.help_names(self.facts))

    def why(self) -> Events:
        """That it is the guide that can be asked why: a story's debrief says it by itself."""
        return (self._stage.narrator.says(guides.WHY_LATER),)

    def topics(self) -> Events:
        """The guide's questions that may be opened here."""
        narrator = self._stage.narrator
        return (narrator.topics(narrator.offered_topics(self.facts), self.facts),)

    def topic(self, key: str) -> Events:
        """Open one of them; `again` leads back."""
        for topic in self._stage.narrator.offered_topics(self.facts):
            if topic.id == key:
                return tuple(self._stage.narrator.topic(topic, self.facts))
        raise NotOffered(key)

    def prompts(self) -> list[str]:
        """What a group may talk about, of the story being practised."""
        telling = self.scene.telling
        if telling is None:
            return []
        return self._stage.spoken(telling.scenario.talk, telling.facts)

    def last_words(self) -> str:
        """What the person said last, to be kept in view; empty where nobody is listened to."""
        lines = [event.text for event in self.scene.said if isinstance(event, Said)]
        return lines[-1] if lines and self.scene.revealed else ""

    def phrase(self, text: Text, **values: str) -> Phrase:
        """One of the program's phrases; the practice has its own for a few."""
        if text is guides.TITLE:
            text = phrases.TITLE
        if text is guides.PROGRESS and (progress := self.scene.progress):
            return Phrase(progress)
        return self._stage.narrator.phrase(text, **values)

    def speak(self, words: Words) -> Events:
        """Go on in another language; every answer stays."""
        self._stage = self._stage.in_words(words)
        self._scenes.clear()
        return (*self.notices(), *self.again())

    def twin(self, words: Words) -> "Practice":
        """This same practice told in other words: what is chosen in one is in both."""
        other = Practice(self._stage.in_words(words), self._first)
        other._done, other._aside = self._done, self._aside
        return other

    def notices(self) -> tuple[Said, ...]:
        """What to know about the language itself: once, that the stories are in English."""
        stage = self._stage
        known = tuple(stage.narrator.notices())
        if stage.words.speaks(phrases.INTRO[0]):
            return known
        return (*known, stage.narrator.says(phrases.IN_ENGLISH))

    def listed(self, items: Iterable[str]) -> str:
        """Items as a list within a sentence."""
        return self._stage.listed(items)

    def prepare(self) -> None:
        """Do now what the first answer would have to wait for."""
        _ = self._stage.journeys.routes
