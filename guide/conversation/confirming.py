"""What someone types in their own words: read whole, said back once to be confirmed, and dropped.

Only the reading is kept, as ids; the words themselves are gone once `hear` returns. Nothing here
is an answer of the session until the person has said yes to it.
"""

from collections.abc import Callable
from typing import NamedTuple

from guide.conversation import doors, phrases
from guide.conversation.askback import (
    ALSO,
    CHOICES,
    DANGER,
    DOORS,
    LANGUAGE,
    MATTER,
    NO,
    NOT_ASKING,
    READING,
    WHICH,
    YES,
    AskBack,
    Asking,
    question_about,
)
from guide.conversation.events import Answered, Asked, Event
from guide.conversation.narrator import Narrator
from guide.flow.model import Ending, Facts, Library, Question
from guide.i18n.words import Words
from guide.session import NotOffered, Session
from guide.understanding import replies
from guide.understanding.guesses import Guess
from guide.understanding.persons import GROWN_UP, ME
from guide.understanding.reading import (
    ADULTS_AGE,
    AGE,
    NOTHING,
    SELF,
    WHO,
    Reading,
    concern,
)
from guide.understanding.recognizer import Recognized
from guide.understanding.recognizers import Recognizers, urgent

# Three, as each is a question to somebody who is frightened; the list of choices stands behind
# them, and can be asked for at each (CHOICES).
MOST_TRIES = 3
"""How many guesses at what is the matter are offered before the choices are shown."""

Told = Callable[[Narrator], list[Event]]


class Outcome(NamedTuple):
    """What an answer asks the conversation to do: nothing, or one of the kinds below."""

    kind: str = ""
    """`danger`, `language`, `topic`, `look` (at another trouble), `ask` (a question anew)."""
    id: str = ""
    guess: Guess | None = None


NOTHING_MORE = Outcome()


class Hearing:
    """Hears what is typed; then what was read in it, asked back."""

    def __init__(self, library: Library, recognizers: Recognizers) -> None:
        self._library = library
        self._recognizers = recognizers
        self._waiting = recognizers.waiting()
        self._stage = NOT_ASKING
        self._reading = NOTHING
        self._doors: tuple[Guess, ...] = ()
        self._language = ""
        self._others: list[Guess] = []
        """Troubles told beside the first, to be offered at the ending."""
        self.at_odds = ""
        """The id of the question that is asked anew, as two things told do not fit together."""
        self._unheard = 0
        """How often in a row nothing was understood."""

    # -- heard

    def hear(self, text: str, language: str, session: Session) -> Told:
        """What comes before something is asked back, for a narrator to tell before the next move.

        What was asked back before is dropped where something else is understood now.
        """
        heard = self._recognizers.recognize(text, language)
        reading = self._read(heard, text, language, session)
        help_first = urgent(heard)
        other = self._recognizers.other_language(text, heard, language)
        if other and not reading.danger:
            heard = self._recognizers.recognize(text, other)
            reading = self._read(heard, text, other, session)
            help_first |= urgent(heard)
            self._language = other
        if heard.distress and not reading.danger and not isinstance(session.at, Ending):
            reading = reading._replace(danger=self._recognizers.standing_danger())
        door = None if reading.danger else doors.known(text)
        if door or not (reading or self._language or help_first):
            return self._open(door, language, session)
        self._unheard = 0
        self._begin(reading, session)
        return lambda narrator: self._before(narrator, session.facts, reading, help_first)

    def _read(self, heard: Recognized, text: str, language: str, session: Session) -> Reading:
        """What a text means here; at an ending, what else is the matter."""
        read, facts = self._recognizers.read, session.facts
        if not isinstance(session.at, Ending):
            return read(heard, text, session.step, facts, language)
        asked = read(heard, text, self._asked_of_all(session), facts, language)
        old = {"", facts.get("concern", "")}
        return Reading(
            matters=tuple(
                guess
                for guess in asked.matters
                if guess.kind == "topic" or concern(self._library, guess) not in old
            )
        )

    def _read_rest(self, rest: str, language: str, session: Session) -> Reading:
        heard = self._recognizers.recognize(rest, language)
        return self._read(heard, rest, language, session)

    def _asked_of_all(self, session: Session) -> str:
        """The earliest question answered that does not ask who it is about; else the ending."""
        for answer in session.answers:
            question = self._library.steps[answer.step]
            assert isinstance(question, Question)
            if not any(
                option.means[:1] and option.means[0][0] == WHO for option in question.options
            ):
                return answer.step
        return session.step

    def _begin(self, reading: Reading, session: Session) -> None:
        """Ask back: another language first, then danger, then the rest of it."""
        before = self._reading.matters[:1] if self._stage == READING else ()
        if reading.matters and before and before[0].group != reading.matters[0].group:
            self._keep(*before)
        self._reading = _one_thing(reading)
        self._next(session)

    def _next(self, session: Session) -> None:
        """What is asked back next of what is left of the reading."""
        reading, ended = self._reading, isinstance(session.at, Ending)
        if self._language:
            self._stage = LANGUAGE
        elif reading.danger and not ended:
            self._stage = DANGER
        elif ended and reading.matters and reading.matters[0].kind == "answer":
            self._others.insert(0, reading.matters[0])
            self._reading, self._stage = NOTHING, ALSO
        else:
            asking = reading.who or reading.age or reading.matters
            self._stage = READING if asking else NOT_ASKING

    def _before(
        self, narrator: Narrator, facts: Facts, reading: Reading, help_first: bool
    ) -> list[Event]:
        """Thanks, or the help card where it is urgent."""
        if help_first and self._language:
            other = Narrator(self._library, self.words(self._language))
            return [*narrator.help_first(facts), *other.help(facts)]
        if help_first:
            return narrator.help_first(facts)
        matter = reading.danger or reading.matters
        return [narrator.says(phrases.HEAR_THANKS)] if matter and not self._language else []

    def _open(self, door: doors.Door | None, language: str, session: Session) -> Told:
        """A warm line and the nearest doors; people to talk to, where it is so once more."""
        if self._stage not in (NOT_ASKING, DOORS):  # what is asked back stays asked
            return lambda narrator: [narrator.says((door or doors.LOST).warm)]
        self._unheard = 0 if door else self._unheard + 1
        if self._unheard > 1:
            self.drop()
            return lambda narrator: [
                narrator.says(phrases.HEAR_PEOPLE),
                *narrator.help(session.facts),
            ]
        opened = door or doors.LOST
        guesser = self._recognizers.guesser(language)
        self._doors = doors.behind(opened, guesser, session.step, session.facts)
        self._stage = DOORS if self._doors else NOT_ASKING
        return lambda narrator: [narrator.says(opened.warm)]

    def _keep(self, *guesses: Guess) -> None:
        """Keep a trouble beside the first, by its id, each once."""
        kept = {concern(self._library, guess) for guess in self._others}
        self._others += [g for g in guesses if concern(self._library, g) not in {"", *kept}]

    # -- answered

    @property
    def asking(self) -> bool:
        """Whether something waits to be confirmed."""
        return self._stage != NOT_ASKING

    def reply(self, text: str, language: str) -> replies.Reply:
        """What a line says to what is asked back by yes or no, in the language or in English."""
        if self._stage not in (DANGER, LANGUAGE, READING, ALSO):
            return replies.NO_REPLY
        own = self.yes_or_no(text, self._language if self._stage == LANGUAGE else language)
        return replies.Reply(own) if own else replies.reply(text)

    def yes_or_no(self, text: str, language: str) -> str:
        """Whether a whole line says `yes` or `no` in a language; empty if neither."""
        return self._recognizers.recognize(text, language).yes_or_no

    def says_more(self, rest: str, language: str, session: Session) -> bool:
        """Whether what follows a no says anything by itself."""
        if not rest:
            return False
        reading = self._read_rest(rest, language, session)
        return bool(reading.danger or reading.matters or (reading.who and reading.who != ME))

    def keep_rest(self, rest: str, language: str, session: Session) -> bool:
        """Keep the trouble that follows a yes for later; whether it is danger, heard at once."""
        reading = self._read_rest(rest, language, session)
        if not reading.danger:
            mine = {guess.group for guess in self._reading.matters[:1]}
            self._keep(*(guess for guess in reading.matters[:1] if guess.group not in mine))
        return bool(reading.danger)

    def answer(self, key: str, session: Session) -> Outcome:
        """What an answer to what is asked back comes to; NotOffered, nothing changed, for others.

        An answer to another question than the one waiting is kept until that is asked.
        """
        answering = {
            LANGUAGE: self._answer_language,
            DANGER: self._answer_danger,
            READING: self._answer_reading,
            WHICH: self._answer_which,
            DOORS: self._answer_doors,
            ALSO: self._answer_also,
        }.get(self._stage, self._answer_part)
        if key == CHOICES and (self._stage != ALSO):
            self.drop()
            return NOTHING_MORE
        return answering(key, session)

    def _answer_language(self, key: str, session: Session) -> Outcome:
        _offered(key, YES, NO)
        code, self._language = self._language, ""
        self._next(session)
        return Outcome("language", code) if key == YES else NOTHING_MORE

    def _answer_danger(self, key: str, session: Session) -> Outcome:
        _offered(key, YES, NO)
        danger, self._reading = self._reading.danger[0], self._reading._replace(danger=())
        if key == YES:
            self.drop()
            return Outcome("danger", danger.option)
        self._waiting.add_fact(DANGER, "no")
        self._next(session)
        return NOTHING_MORE

    def _answer_reading(self, key: str, session: Session) -> Outcome:
        _offered(key, YES, NO)
        if key == YES:
            return self._confirm(session)
        parts = self._parts()
        self._stage = WHICH if len(parts) > 1 else parts[0]
        self._skip_where_nothing_is_closer()
        return NOTHING_MORE

    def _answer_which(self, key: str, session: Session) -> Outcome:
        _offered(key, *self._parts())
        self._stage = key
        self._skip_where_nothing_is_closer()
        return NOTHING_MORE

    def _answer_part(self, key: str, session: Session) -> Outcome:
        """Another answer to one part of the reading: the rest stays, and all is asked back again."""
        part, reading = self._stage, self._reading
        if part == MATTER:
            left = reading.matters[1:MOST_TRIES]
            _offered(key, *map(str, range(len(left))))
            chosen = left[int(key)]
            self._reading = reading._replace(matters=(chosen,), others=())
            if chosen.kind == "danger":
                self.drop()
                return Outcome("danger", chosen.option)
        else:
            value = self._value(part, key)
            changed = reading._replace(who=value) if part == WHO else reading._replace(age=value)
            self._reading = _agreed(changed, part)
        self._stage = READING
        only = len(self._parts()) == 1
        return self._confirm(session) if only else NOTHING_MORE

    def _answer_doors(self, key: str, session: Session) -> Outcome:
        _offered(key, *map(str, range(len(self._doors))))
        door = self._doors[int(key)]
        self.drop()
        if door.kind == "answer":
            self._waiting.add(door.step, door.option)
            return NOTHING_MORE
        return Outcome(door.kind, door.option)

    def _answer_also(self, key: str, session: Session) -> Outcome:
        _offered(key, YES, NO)
        other = self._others.pop(0)
        self._stage = NOT_ASKING
        if key == YES:
            self._waiting.add(other.step, other.option)
            return Outcome("look", other.step, other)
        return NOTHING_MORE

    def _confirm(self, session: Session) -> Outcome:
        """Take the reading as right: its parts answer their questions as these come."""
        reading, facts = self._reading, session.facts
        self.drop()
        odd = _at_odds(reading, facts)
        for fact, value in ((WHO, reading.who), (AGE, reading.age)):
            if value and fact != odd:
                self._waiting.add_fact(fact, value)
        self._keep(*reading.others)
        matter = reading.matters[0] if reading.matters else None
        if matter and matter.kind == "answer":
            self._waiting.add(matter.step, matter.option)
        if odd and self.recorded_at(session, odd) < len(session.answers):
            return Outcome("ask", odd)
        if matter and matter.kind != "answer":
            return Outcome(matter.kind, matter.option)
        return NOTHING_MORE

    def _parts(self) -> list[str]:
        reading = self._reading
        parts = {WHO: reading.who, AGE: reading.age, MATTER: reading.matters}
        return [name for name, value in parts.items() if value]

    def _skip_where_nothing_is_closer(self) -> None:
        if self._stage == MATTER and not self._reading.matters[1:MOST_TRIES]:
            self._reading = self._reading._replace(matters=())
            self._stage = READING if self._parts() else NOT_ASKING

    def _value(self, part: str, key: str) -> str:
        """The value of a fact that the answer `key` of the flows records; NotOffered for others."""
        question = self._question(part)
        option = question.option(key) if question else None
        value = dict(option.means).get(part) if option and option.say else None
        if value is None:
            raise NotOffered(key)
        return value

    def _question(self, part: str) -> Question | None:
        reach = self._recognizers.guesser().reach
        return question_about(self._library, reach, part, self._reading.who)

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
        at, known = session.at, session.facts.get("concern", "")
        self._others = [g for g in self._others if concern(self._library, g) != known]
        if self._others and isinstance(at, Ending) and at.urgency != "emergency":
            self._stage = ALSO

    def drop(self) -> None:
        """Ask nothing back any more."""
        self._stage, self._reading, self._doors, self._language = NOT_ASKING, NOTHING, (), ""

    def reached_from(self, session: Session, step: str) -> int:
        """How many answers stay where the session goes back to come by a step."""
        reach = self._recognizers.guesser().reach
        for number in range(len(session.answers) - 1, -1, -1):
            if step in reach.questions(session.answers[number].step):
                return number
        return 0

    def recorded_at(self, session: Session, fact: str) -> int:
        """How many answers stay where the question that recorded a fact is asked anew."""
        for number, (step, option_id) in enumerate(session.answers):
            question = self._library.steps[step]
            option = question.option(option_id) if isinstance(question, Question) else None
            if option is not None and fact in dict(option.means):
                return number
        return len(session.answers)

    # -- in words

    def confirmed(self, step: str, key: str, session: Session) -> Told:
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
        step, facts, answered = session.step, dict(session.facts), len(session.answers)
        if asking.reading.who:
            facts[WHO] = asking.reading.who
        about = max(answered + 1, answered + self._library.questions_left.get(step, 1))
        reach = self._recognizers.guesser().reach

        def ask(narrator: Narrator) -> Asked:
            asked = AskBack(self._library, reach, narrator, facts).ask(asking)
            return asked._replace(step=step, number=answered + 1, about=about)

        return ask

    def _offers(self) -> tuple[Guess, ...]:
        """The guesses that may be chosen from now."""
        if self._stage == MATTER:
            return self._reading.matters[1:MOST_TRIES]
        return tuple(self._others[:1]) if self._stage == ALSO else self._doors


def _offered(key: str, *keys: str) -> None:
    if key not in keys:
        raise NotOffered(key)


def _one_thing(reading: Reading) -> Reading:
    """The reading as it is asked back: danger by itself, and a topic by itself."""
    first = reading.matters[:1]
    if first and first[0].kind == "danger":
        return reading._replace(danger=reading.danger or first, matters=reading.matters[1:])
    if first and first[0].kind == "topic":
        return Reading(reading.danger, matters=first)
    return reading


def _agreed(reading: Reading, part: str) -> Reading:
    """The reading once one part of it was changed: the part that was changed is the one believed."""
    if part == WHO:
        grown = reading.who in SELF and (reading.who != ME) != (reading.age == ADULTS_AGE)
        return reading._replace(age="") if grown or reading.who not in SELF else reading
    if reading.who in SELF:
        return reading._replace(who="adult-self" if reading.age == ADULTS_AGE else ME)
    return reading


def _at_odds(reading: Reading, facts: Facts) -> str:
    """The fact known so far that what was confirmed now contradicts; empty if none."""
    young = reading.age and reading.age != ADULTS_AGE
    if facts.get(AGE) and reading.age and facts[AGE] not in (reading.age, "unknown"):
        return AGE
    if facts.get(WHO) in GROWN_UP & SELF and young:
        return WHO
    if reading.who and facts.get(WHO) and facts[WHO] != reading.who:
        return WHO
    return ""
