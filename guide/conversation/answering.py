"""What is asked back of typed words: what each answer to it comes to, and how it is said."""

from collections.abc import Callable
from typing import NamedTuple

from guide.conversation.askback import (
    ALSO,
    ASK_DANGER,
    ASK_LANGUAGE,
    CHOICES,
    DOORS,
    MATTER,
    NOT_ASKING,
    READING,
    WHICH,
    AskBack,
    Asking,
    question_about,
    that_tell,
)
from guide.conversation.events import Answered, Asked, Event
from guide.conversation.first_words import Door
from guide.conversation.narrator import Narrator
from guide.conversation.others import Others
from guide.conversation.rewinding import reached_from, recorded_at
from guide.flow.model import Ending, Facts, Library, Question
from guide.i18n.words import Words
from guide.session import NotOffered, Session
from guide.understanding.guesses import NO_MATCH, WHOM, Guess
from guide.understanding.matters import concern
from guide.understanding.reading import HOW_OLD, NOTHING_READ, LineReading, agreed, at_odds
from guide.understanding.recognizers import Recognizers
from guide.understanding.replies import NO, YES

Telling = Callable[[Narrator], list[Event]]


class Effect(NamedTuple):
    """What an answer asks the conversation to do: nothing, or one of the kinds below."""

    kind: str = ""
    """`danger`, `language`, `topic`, `look` (at another trouble), `ask` (a question anew)."""
    id: str = ""
    number: int = 0
    """How many answers of the session stay: for `look` and `ask`."""


NOTHING_MORE = Effect()


class Answering:
    """What is asked back now, and what waits; in ids."""

    def __init__(self, library: Library, recognizers: Recognizers) -> None:
        self._library = library
        self._recognizers = recognizers
        self._waiting = recognizers.waiting()
        self._stage = NOT_ASKING
        self._reading = NOTHING_READ
        self._doors: tuple[Guess, ...] = ()
        self._language = ""
        self._in_danger = NOTHING_READ
        """Whom a line of danger spoke of, should more be told once help was shown."""
        self._danger_in: tuple[str, ...] = ()
        """The languages in which danger was told last: yes and no are understood in them."""
        self._others = Others(library)
        self.at_odds = ""
        """The id of the question that is asked anew, as two things told do not fit together."""
        self._opened: Door | None = None
        """The door that the line before this one opened."""

    @property
    def asking(self) -> bool:
        """Whether something waits to be confirmed."""
        return self._stage != NOT_ASKING

    def answer(self, key: str, session: Session) -> Effect:
        """What an answer to what is asked back comes to; NotOffered, nothing changed, for others.

        An answer to another question than the one waiting is kept until that is asked.
        """
        self._opened = None
        answering = {
            ASK_LANGUAGE: self._answer_language,
            ASK_DANGER: self._answer_danger,
            READING: self._answer_reading,
            WHICH: self._answer_which,
            DOORS: self._answer_doors,
            ALSO: self._answer_also,
        }.get(self._stage, self._answer_part)
        if key == CHOICES and (self._stage != ALSO):
            self._others.keep(*self._reading.others)
            self.drop()
            return NOTHING_MORE
        return answering(key, session)

    def _answer_language(self, key: str, session: Session) -> Effect:
        _offered(key, YES, NO)
        code, self._language = self._language, ""
        self._next(session)
        return Effect("language", code) if key == YES else NOTHING_MORE

    def _answer_danger(self, key: str, session: Session) -> Effect:
        _offered(key, YES, NO)
        danger, self._reading = self._reading.danger[0], self._reading._replace(danger=())
        if key == YES:
            self._others.keep(*self._reading.others)
            self._in_danger = self._reading._replace(matters=(), others=())
            self.drop()
            return Effect("danger", danger.option)
        self._waiting.add_fact(ASK_DANGER, "no")
        self._next(session)
        return NOTHING_MORE

    def _answer_reading(self, key: str, session: Session) -> Effect:
        _offered(key, YES, NO)
        if key == YES:
            return self._confirm(session)
        parts = self._parts()
        self._stage = WHICH if len(parts) > 1 else parts[0]
        self._skip_where_nothing_is_closer()
        return NOTHING_MORE

    def _answer_which(self, key: str, session: Session) -> Effect:
        _offered(key, *self._parts())
        if key == MATTER and not self._reading.closer:
            # The other parts were right, and what is the matter is asked with all its choices.
            self._reading = self._reading._replace(matters=())
            return self._confirm(session)
        self._stage = key
        return NOTHING_MORE

    def _answer_part(self, key: str, session: Session) -> Effect:
        """Another answer to one part: the rest stays, and all of it is asked back again."""
        part, reading = self._stage, self._reading
        if part == MATTER:
            left = reading.closer
            _offered(key, *map(str, range(len(left))))
            chosen = left[int(key)]
            if reading.unsaid:
                return self._choose_matter(chosen, session)
            others = tuple(guess for guess in reading.others if guess.group != chosen.group)
            self._reading = reading._replace(matters=(chosen,), others=others)
            if chosen.kind == "danger":
                self.drop()
                return Effect("danger", chosen.option)
        else:
            value = self._value(part, key, session)
            changed = reading._replace(who=value) if part == WHOM else reading._replace(age=value)
            self._reading = agreed(changed._replace(odd=""), part)
        self._stage = READING
        only = len(self._parts()) == 1
        return self._confirm(session) if only else NOTHING_MORE

    def _choose_matter(self, chosen: Guess, session: Session) -> Effect:
        """Take what was chosen of what a line may mean: it need not be said back."""
        rest = self._reading._replace(matters=(), unsaid=False)
        if not (rest.who or rest.age) or chosen.kind != "answer":
            self._reading = rest._replace(matters=(chosen,))
            return self._confirm(session)
        self._waiting.add(chosen.step, chosen.option)
        self._reading, self._stage = rest, READING
        return NOTHING_MORE

    def _answer_doors(self, key: str, _session: Session) -> Effect:
        _offered(key, *map(str, range(len(self._doors))))
        door = self._doors[int(key)]
        self.drop()
        if door.kind == "answer":
            self._waiting.add(door.step, door.option)
            return NOTHING_MORE
        return Effect(door.kind, door.option)

    def _answer_also(self, key: str, session: Session) -> Effect:
        _offered(key, YES, NO)
        other = self._others.take()
        self._stage = NOT_ASKING
        if key == YES:
            self._waiting.add(other.step, other.option)
            reach = self._recognizers.guesser().reach
            return Effect("look", number=reached_from(reach, session, other.step))
        return NOTHING_MORE

    def _confirm(self, session: Session) -> Effect:
        """Take the reading as right: its parts answer their questions as these come."""
        reading = self._reading
        self.drop()
        odd = at_odds(reading, self._known(session))
        for fact, value in ((WHOM, reading.who), (HOW_OLD, reading.age)):
            if value and fact != odd:
                self._waiting.add_fact(fact, value)
        if reading.unsaid and not odd:
            self._reading = LineReading(matters=reading.matters, unsaid=True)
            self._stage = MATTER
            return NOTHING_MORE
        self._others.keep(*reading.others)
        matter = reading.matters[0] if reading.matters else None
        if matter and matter.kind == "answer":
            self._waiting.add(matter.step, matter.option)
        if odd:
            return self._ask_anew(odd, session)
        if matter and matter.kind == "answer" and isinstance(session.at, Ending):
            reach = self._recognizers.guesser().reach
            return Effect("look", number=reached_from(reach, session, matter.step))
        if matter and matter.kind != "answer":
            return Effect(matter.kind, matter.option)
        return NOTHING_MORE

    def _known(self, session: Session) -> Facts:
        """What was answered, and what was confirmed and waits for its question."""
        return {**self._waiting.facts, **session.facts}

    def _ask_anew(self, odd: str, session: Session) -> Effect:
        """Ask a fact that was confirmed in two ways, where it was asked or else at once."""
        number = recorded_at(self._library, session, odd)
        if number < len(session.answers):
            for step, option in session.answers[number:]:  # what was told need not be told again
                if concern(self._library, _guess(step, option)):
                    self._waiting.add(step, option)
            return Effect("ask", number=number)
        if odd not in session.facts:
            self._waiting.forget(odd)
            self._reading, self._stage = LineReading(odd=odd), odd
        return NOTHING_MORE

    def _parts(self) -> list[str]:
        reading = self._reading
        matters = reading.matters and not reading.unsaid
        parts = {WHOM: reading.who, HOW_OLD: reading.age, MATTER: matters}
        return [name for name, value in parts.items() if value]

    def _skip_where_nothing_is_closer(self) -> None:
        if self._stage == MATTER and not self._reading.closer:
            self._reading = self._reading._replace(matters=())
            self._stage = READING if self._parts() else NOT_ASKING

    def _value(self, part: str, key: str, session: Session) -> str:
        """The value of a fact that the answer `key` of the flows records; NotOffered for others."""
        reach = self._recognizers.guesser().reach
        who = self._reading.who or self._known(session).get(WHOM, "")
        question = question_about(self._library, reach, part, who)
        offered = reach.in_full(question) if question else ()
        for option in that_tell(offered, part):
            if option.id == key:
                return dict(option.means)[part]
        raise NotOffered(key)

    def _next(self, session: Session) -> None:
        """What is asked back next of what is left of the reading."""
        reading, ended = self._reading, isinstance(session.at, Ending)
        if self._language:
            self._stage = ASK_LANGUAGE
        elif reading.danger and not ended:
            self._stage = ASK_DANGER
        elif ended and not (reading.unsaid or reading.who or reading.age) and _is_answer(reading):
            self._others.put_first(reading.matters[0])
            self._reading, self._stage = NOTHING_READ, ALSO
        elif reading.odd:
            self._stage = reading.odd
        elif reading.unsaid and not reading.age:
            self._stage = MATTER
        else:
            asking = reading.who or reading.age or reading.matters
            self._stage = READING if asking else NOT_ASKING

    # -- what follows

    def words(self, language: str) -> Words:
        """The words of a language that was recognised."""
        return self._recognizers.words(language)

    def waiting_answer(self, session: Session) -> str:
        """The id of the answer that was confirmed for the question waiting; empty if none."""
        at = session.at
        return self._waiting.answer(at) if isinstance(at, Question) else ""

    def offer_other(self, session: Session) -> None:
        """At an ending, offer the next trouble that was told and not looked at yet."""
        self._others.keep(*(_guess(*confirmed) for confirmed in self._waiting.take_left()))
        if self._others.waits_at(session):
            self._stage = ALSO

    def drop(self) -> None:
        """Ask nothing back any more."""
        self._stage, self._reading, self._doors = NOT_ASKING, NOTHING_READ, ()
        self._language = self.at_odds = ""

    # -- in words

    def confirmed(self, step: str, key: str, session: Session) -> Telling:
        """The answer `key` to what is asked back at a step, in the words it is offered in."""
        ask = self._asker(session)
        return lambda narrator: [
            Answered(step, key, choice.label)
            for choice in ask(narrator).choices
            if choice.key == key
        ]

    def ask(self, narrator: Narrator, session: Session) -> Asked:
        """What is asked back, to be answered by one of its choices."""
        return self._asker(session)(narrator)

    def asking_now(self) -> Asking:
        """What is asked back now, in ids."""
        other = self.words(self._language) if self._language else None
        return Asking(self._stage, self._reading, self._offers(), other)

    def _asker(self, session: Session) -> Callable[[Narrator], Asked]:
        """Asks what is asked back now, also once that is answered."""
        asking = self.asking_now()
        step, facts, answered = session.step, dict(self._known(session)), len(session.answers)
        if asking.reading.who:
            facts[WHOM] = asking.reading.who
        about = max(answered + 1, answered + self._library.questions_left.get(step, 1))
        reach = self._recognizers.guesser().reach

        def ask(narrator: Narrator) -> Asked:
            asked = AskBack(self._library, reach, narrator, facts).ask(asking)
            return asked._replace(step=step, number=answered + 1, about=about)

        return ask

    def _offers(self) -> tuple[Guess, ...]:
        """The guesses that may be chosen from now."""
        if self._stage == MATTER:
            return self._reading.closer
        return self._others.next if self._stage == ALSO else self._doors


def _guess(step: str, option: str) -> Guess:
    """An answer that somebody said yes to, as the guess it was."""
    return Guess("answer", step, option, f"{step}.{option}", 0.0, NO_MATCH)


def _is_answer(reading: LineReading) -> bool:
    """Whether what is the matter is read as an answer, and not as a topic."""
    return bool(reading.matters) and reading.matters[0].kind == "answer"


def _offered(key: str, *keys: str) -> None:
    if key not in keys:
        raise NotOffered(key)
