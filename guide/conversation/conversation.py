"""A conversation: all that a front end ever holds. Choices go in, events come out."""

from __future__ import annotations

from guide.conversation import phrases, retelling
from guide.conversation.events import Asked, Choice, Event, Given, HelpLine, Phrase, Said
from guide.conversation.folders import SHIPPED as SHIPPED
from guide.conversation.folders import Folders as Folders
from guide.conversation.narrator import Narrator
from guide.flow.model import Ending, Facts, Library, Question, Text
from guide.i18n.words import SOURCE_LANGUAGE, Words
from guide.light import TYPE_CHECKING
from guide.session import FlowEngine, NotOffered, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from guide.conversation.askback import Asking
    from guide.conversation.confirming import Hearing

    Moment = Callable[[Narrator], Iterable[Event]]
    """Something that came of a move, held without words: told by the narrator of any language."""

Events = tuple[Event, ...]


class Conversation:
    """One person talking with the guide.

    Each method that moves gives the events to show next. `NotOffered` is raised, and nothing
    changed, for an answer or topic that is not offered.
    """

    def __init__(
        self,
        library: Library,
        words: Words,
        start: str = "",
        facts: Mapping[str, str] | None = None,
        folders: Folders = SHIPPED,
    ) -> None:
        """Begin at the step `start` (by default where everyone begins) with these facts known."""
        self._library = library
        self._begun = (start, facts)
        self._journeys = FlowEngine(library)
        self._session = Session(self._journeys, start, facts)
        self._narrator = Narrator(library, words)
        self.language = words.language
        self.right_to_left = words.right_to_left
        self._folders = folders
        self._typed: list[Hearing] = []  # made when someone types; shared with a twin
        self._moments: list[Moment] = []  # of the last move; shared with a twin

    @property
    def finished(self) -> bool:
        """Whether an ending is reached."""
        return isinstance(self._session.at, Ending)

    @property
    def step(self) -> str:
        """The id of the question waiting, or of the ending reached."""
        return self._session.step

    @property
    def flow(self) -> str:
        """The id of the flow of the question waiting, or of the last one answered."""
        step = self._session.at
        if isinstance(step, Ending) and self._session.answers:
            step = self._library.steps[self._session.answers[-1].step]  # type: ignore[assignment]
        return self._library.start if isinstance(step, Ending) else step.flow

    @property
    def facts(self) -> Facts:
        """What the answers so far have said."""
        return self._session.facts

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The answers listed with the question here, or to what is asked back of typed words."""
        if self.confirming:
            return self._hearing.ask(self._narrator, self._session).choices
        at = self._session.at
        if isinstance(at, Ending):
            return ()
        return tuple(self._narrator.choice(option, self.facts) for option in at.options)

    @property
    def standing_choices(self) -> tuple[Choice, ...]:
        """The answers that may be given here without being listed; none at an ending."""
        at = self._session.at
        if isinstance(at, Ending):
            return ()
        listed = set() if self.confirming else {option.id for option in at.options}
        return tuple(
            self._narrator.choice(option, self.facts)
            for option in self._library.always
            if option.id not in listed
        )

    @property
    def confirming(self) -> bool:
        """Whether something typed is being asked back, so that `choices` are yes and no."""
        return bool(self._typed) and self._hearing.asking

    @property
    def asked_back(self) -> Asking | None:
        """What is being asked back, in ids: for tools that judge it. None where nothing is."""
        return self._hearing.asking_now() if self.confirming else None

    @property
    def answered(self) -> int:
        """How many answers are given."""
        return len(self._session.answers)

    @property
    def answers(self) -> tuple[Given, ...]:
        """The answers given, first to last, in today's words."""
        answers = []
        for step, key in self._session.answers:
            question = self._library.steps[step]
            assert isinstance(question, Question)
            asked = self._narrator.ask(question, self.facts, 0).text
            answer = self._narrator.answered(step, key, self.facts).text
            answers.append(Given(step, asked, key, answer))
        return tuple(answers)

    def begin(self) -> Events:
        """What is said and asked first."""
        return (*self.notices(), *self.again())

    def choose(self, key: str) -> Events:
        """Give an answer. Answers confirmed earlier then answer their questions as these come."""
        if self.confirming and key not in {choice.key for choice in self.standing_choices}:
            return self._confirm(key)
        self._session.choose(key)
        return self._tell(self._reached(), *self._go_on(), *self._also())

    def hear(self, text: str) -> Events:
        """What words typed freely may mean, asked back: `choices` then are yes and no.

        Nothing is answered by them unless they answer what is asked back ("yeah"), and nothing of
        the text is kept.
        """
        key, events = self._listening().listen(text, self.language, self._session)
        return self._confirm(key) if key else self._tell(events, *self._where())

    def _listening(self) -> Hearing:
        """What hears typed words: made when somebody types some first."""
        if not self._typed:
            from guide.conversation.confirming import Hearing
            from guide.understanding.recognizers import Recognizers

            self._typed.append(Hearing(self._library, Recognizers(self._library, *self._folders)))
        return self._typed[0]

    @property
    def yes_or_no(self) -> Callable[[str], str] | None:
        """What tells a line that is `yes` or `no` in the language spoken; nothing in English."""
        english = self.language == SOURCE_LANGUAGE
        return None if english else lambda text: self._listening().yes_or_no(text, self.language)

    def _confirm(self, key: str) -> Events:
        """Answer what is asked back; what was confirmed is then answered, opened or spoken."""
        hearing, session = self._hearing, self._session
        confirmed = hearing.confirmed(self.step, key, session)
        outcome = hearing.answer(key, session)
        if outcome.kind == "danger":
            session.choose(outcome.id)
            return self._tell(confirmed, self._reached(), *self._go_on())
        if outcome.kind == "language":
            self.speak(hearing.words(outcome.id))
            # An ending is told in that language too, where something is asked back below it.
            below = self.finished and self.confirming
            ending = (lambda narrator: retelling.turn(session, narrator),) if below else ()
            return self._tell(confirmed, Narrator.notices, *ending, self._here)
        if outcome.kind == "look":
            session.replay(session.answers[: outcome.number])
            return self._tell(confirmed, *((*self._go_on(), *self._also()) or self._where()))
        if outcome.kind == "ask":
            session.replay(session.answers[: outcome.number])
            hearing.at_odds = session.step
            return self._tell(confirmed, *self._where())
        moved = () if self.confirming else (*self._go_on(), *self._also())
        opened = (self._told(outcome.id),) if outcome.kind == "topic" else ()
        return self._tell(confirmed, *opened, *(moved or self._where()))

    def _also(self) -> tuple[Moment, ...]:
        """At an ending, another trouble that was told, offered to be looked at."""
        if not self._typed or not self.finished:
            return ()
        self._hearing.offer_other(self._session)
        return self._where()

    def _where(self) -> tuple[Moment, ...]:
        """The question waiting once more, what is asked back first; nothing at an ending."""
        asks = self.confirming or not self.finished
        return (lambda narrator: self._here(narrator)[-1:],) if asks else ()

    def _go_on(self) -> tuple[Moment, ...]:
        """What follows by itself from answers that were confirmed before they were asked for."""
        moments: list[Moment] = []
        if self._typed:
            self._hearing.drop()
            while key := self._hearing.waiting_answer(self._session):
                self._session.choose(key)
                moments.append(self._reached())
        return tuple(moments)

    def _tell(self, *moments: Moment) -> Events:
        """What came of this move. The moments are told as long as no other move is made."""
        self._moments[:] = moments
        return self.latest()

    def _here(self, narrator: Narrator) -> Events:
        """What is said and asked where the session is now."""
        if self.confirming:
            return (self._hearing.ask(narrator, self._session),)
        events = retelling.turn(self._session, narrator)
        if self._typed and self._hearing.at_odds == self.step and isinstance(events[-1], Asked):
            above = (narrator.says(phrases.HEAR_AT_ODDS),)
            return (*events[:-1], events[-1]._replace(above=above))
        return events

    def _reached(self) -> Moment:
        """The answer just given and what came of it, however far the session goes on from it."""
        session = self._session
        answer, turn, facts = session.answers[-1], session.turn, session.facts
        number = len(session.answers)
        return lambda narrator: (
            narrator.answered(*answer, facts),
            *narrator.turn(turn, facts, number),
        )

    def _told(self, topic: str) -> Moment:
        """What a topic tells whom these facts are known of."""
        facts = self.facts
        return lambda narrator: narrator.topic(self._library.topics[topic], facts)

    @property
    def _hearing(self) -> Hearing:
        return self._typed[0]

    def change(self, number: int, key: str) -> Events:
        """Give another answer to question `number` (0 is the first); later ones that fit stay."""
        self._session.change(number, key)
        if self._typed:
            self._hearing.drop()
        return self._tell(self._here)

    def back(self) -> Events:
        """Take back the last answer; nothing changes at the first question."""
        if self.confirming:
            self._hearing.drop()
        else:
            self._session.back()
        return self._tell(self._here)

    def restart(self) -> Events:
        """Begin again, with nothing kept."""
        self._typed.clear()
        self._session.restart()
        return self._tell(self._here)

    def again(self) -> Events:
        """Say and ask what is here once more."""
        return self._here(self._narrator)

    def latest(self) -> Events:
        """What came of the last move (an answer, typed words), as it gave it, in today's words."""
        moments = self._moments or (self._here,)
        return tuple(event for moment in moments for event in moment(self._narrator))

    def story(self) -> tuple[Events, ...]:
        """All that was said, in today's words: what came first, then each answer's events."""
        begun = Session(self._journeys, *self._begun)
        turns = retelling.story_so_far(begun, self._session.answers, self._narrator)
        if not self.confirming:  # what is asked back stands apart
            turns[-1] = (*turns[-1][:-1], self._here(self._narrator)[-1])
        return tuple(turns)

    def question(self, number: int) -> Asked:
        """Question `number` (0 is the first), as it was asked, to answer it differently."""
        begun = Session(self._journeys, *self._begun)
        return retelling.question_after(begun, self._session.answers[:number], self._narrator)

    def twin(self, words: Words) -> Conversation:
        """This same conversation, told in other words beside it: what is chosen in one is in both.

        For a view in two languages: `latest` tells what came of the last move of either.
        """
        other = Conversation(self._library, words, *self._begun, self._folders)
        other._journeys, other._session = self._journeys, self._session
        other._typed, other._moments = self._typed, self._moments
        return other

    def help(self) -> Events:
        """The full help card."""
        return tuple(self._narrator.help(self.facts))

    def help_lines(self) -> tuple[HelpLine, ...]:
        """The help in view on every screen, a line a contact."""
        return tuple(self._narrator.help_lines(self.facts))

    def help_names(self) -> tuple[str, ...]:
        """The same help at its shortest: names and numbers."""
        return tuple(self._narrator.help_names(self.facts))

    def topics(self) -> Events:
        """The questions that may be opened here."""
        return (self._narrator.topics(self._narrator.offered_topics(self.facts), self.facts),)

    def topic(self, key: str) -> Events:
        """Open one of the topics offered; `again` leads back. Raises NotOffered."""
        if all(topic.id != key for topic in self._narrator.offered_topics(self.facts)):
            raise NotOffered(key)
        return tuple(self._told(key)(self._narrator))

    def why(self) -> Events:
        """Why this ending, and what would change it; at a question, that it can be asked later."""
        if not self.finished:
            return (self._narrator.says(phrases.WHY_LATER),)
        from guide.conversation import why

        again = Session(self._journeys, *self._begun)
        reason = why.reason(self._library, self._session, again)
        return tuple(why.reason_events(reason, self._narrator, self._library))

    def phrase(self, text: Text, **values: str) -> Phrase:
        """One of the program's own phrases, for a button or a prompt."""
        return self._narrator.phrase(text, **values)

    def speak(self, words: Words) -> Events:
        """Go on in another language; every answer stays."""
        self._narrator = Narrator(self._library, words)
        self.language = words.language
        self.right_to_left = words.right_to_left
        return (*self.notices(), *self.again())

    def notices(self) -> tuple[Said, ...]:
        """What to know about the language itself, such as that its translation is a draft."""
        return tuple(self._narrator.notices())

    def listed(self, items: Iterable[str]) -> str:
        """Items as a list within a sentence."""
        return self._narrator.listed(items)

    def prepare(self) -> None:
        """Do now, while the person reads, what the first answer would have to wait for."""
        _ = self._journeys.routes
