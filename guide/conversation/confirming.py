"""What someone types in their own words: read whole, said back once to be confirmed, and dropped.

Only the reading is kept, as ids; the words themselves are gone once `hear` returns. Nothing here
is an answer of the session until the person has said yes to it.
"""

from guide.conversation import doors, phrases
from guide.conversation.answering import Answering, Telling
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
)
from guide.conversation.events import Event
from guide.conversation.first_words import Door
from guide.conversation.narrator import Narrator
from guide.conversation.rewinding import asked_of_all
from guide.conversation.warm_lines import SAID_BACK
from guide.flow.model import Ending, Facts, Question, holds
from guide.i18n.words import SOURCE_LANGUAGE
from guide.session import Session
from guide.understanding import replies
from guide.understanding.forms.told_in_danger import by_danger_alone, only_told
from guide.understanding.guesses import WHOLE, WHOM
from guide.understanding.matters import concern
from guide.understanding.meanings import TOPIC
from guide.understanding.reading import (
    HOW_OLD,
    NOTHING_READ,
    SELF,
    LineReading,
    agreed,
    as_asked,
    at_odds,
    corrected,
    going_on,
    still_of,
)
from guide.understanding.recognizer import Recognized
from guide.understanding.recognizers import urgent
from guide.understanding.replies import NO, YES
from guide.understanding.typed import split_words
from guide.understanding.urgency import is_lasting, worry_first
from guide.understanding.whom.corrections import is_me
from guide.understanding.whom.person import YOUNG_PERSON

_TAKEN_BACK = frozenset({"actually", "meant", "mean", "sorry", "oops", "typo", "wait", "no"})
"""Words of whoever sets right what they told."""


class Hearing(Answering):
    """Hears what is typed; then what was read in it is asked back."""

    def hear(self, text: str, language: str, session: Session) -> Telling:
        """What comes before something is asked back, for a narrator to tell before the next move.

        What was asked back before is dropped where something else is understood now.
        """
        before = self._told_before(session)
        heard = still_of(self._recognizers.recognize(text, language), before)
        heard = by_danger_alone(heard, language)
        reading = self._read(heard, text, language, session)
        told_who = before.who or session.facts.get(WHOM, "")
        reading = corrected(reading, heard, told_who)
        help_first = urgent(heard)
        other = self._recognizers.other_language(text, heard, language)
        if other and not reading.danger:
            heard = self._recognizers.recognize(text, other)
            reading = self._read(heard, text, other, session)
            help_first |= urgent(heard)
        if not isinstance(session.at, Ending):
            reading = self._with_danger(reading, heard, text, session)
            reading = self._with_what_danger_tells(reading, heard, text, other or language, session)
        corrects = told_who and heard.who.corrects and reading.who
        silent = as_asked(reading).danger or help_first or corrects
        means_yes = heard.yes_or_no and language != SOURCE_LANGUAGE  # "no" is "yeah" in Polish
        door = None if silent or means_yes else self._door(heard, reading, text, session)
        if door or not (reading or other or help_first):
            numbers_alone = any(map(str.isalnum, text)) and not any(map(str.isalpha, text))
            if numbers_alone:
                return self._listed_again()
            door = door or doors.told_of_another(text, heard.nothing)
            return self._open(door or doors.NOT_UNDERSTOOD, language, session)
        self._opened, self._language = None, other
        self._danger_in = heard.danger_in or self._danger_in
        self._begin(reading, before, session)
        if help_first:
            return self._help_first(session.facts, other)
        thanks = (reading.danger or reading.matters) and not other
        return lambda narrator: [narrator.says(phrases.HEAR_THANKS)] if thanks else []

    def _door(
        self, heard: Recognized, reading: LineReading, text: str, session: Session
    ) -> Door | None:
        """The door that a line opens, where it is no worry and no answer to the question here."""
        if answers := self._answers_here(heard.whole, session):
            common = answers <= self._recognizers.guesser().recognizer.common
            return doors.UNDECIDED if common else None
        return doors.known(text, whole=self._is_answer(heard, reading, session.facts))

    def _answers_here(self, whole: tuple[str, ...], session: Session) -> frozenset[str]:
        """The answers to the question waiting whose own phrases a whole line is."""
        at = session.at
        offered = at.options if isinstance(at, Question) else ()
        return frozenset(option.id for option in offered if f"{at.id}.{option.id}" in whole)

    def _is_answer(self, heard: Recognized, reading: LineReading, facts: Facts) -> bool:
        """Whether the whole line is an author's own phrase, of what can be said or opened here."""
        if any(not address.startswith(TOPIC) for address in heard.whole):
            return bool(reading)
        whole = (guess.option for guess in reading.matters if guess.match is WHOLE)
        return any(holds(self._library.topics[topic].when, facts) for topic in whole)

    def _with_danger(
        self, reading: LineReading, heard: Recognized, text: str, session: Session
    ) -> LineReading:
        """The reading with the danger that words of distress stand for, before or after a worry."""
        if heard.distress and not reading.danger:
            reading = reading._replace(danger=self._recognizers.standing_danger())
        if not (reading.danger and is_lasting(heard, text)):
            return reading
        guesser = self._recognizers.guesser()
        return worry_first(guesser, reading, text, session.step, session.facts)

    def _with_what_danger_tells(
        self, reading: LineReading, heard: Recognized, text: str, language: str, session: Session
    ) -> LineReading:
        """The reading with what its danger is about, said back once danger was asked about."""
        by_danger = only_told(heard, self._library, reading, text)
        if by_danger is heard:
            return reading
        asked = as_asked(reading)
        anew = self._read(by_danger, text, language, session)
        matters = tuple(guess for guess in anew.matters if guess.kind == "answer")
        return asked._replace(matters=matters, others=()) if matters else reading

    def _told_before(self, session: Session) -> LineReading:
        """What was told and is not confirmed yet: a line may go on about the same person."""
        reading = self._reading
        if self._stage in (READING, WHICH):
            return reading
        if self._stage == HOW_OLD:  # what is being changed is what the line may tell anew
            return reading._replace(age="", odd="")
        if self._stage == WHOM:
            return reading._replace(who="")
        if self._stage == MATTER:
            return reading._replace(matters=())
        after_danger = isinstance(session.at, Ending) and WHOM not in session.facts
        return self._in_danger if after_danger else NOTHING_READ

    def _read(self, heard: Recognized, text: str, language: str, session: Session) -> LineReading:
        """What a text means here; at an ending, what else is the matter."""
        read, facts = self._recognizers.read, session.facts
        if not isinstance(session.at, Ending):
            return read(heard, text, session.step, facts, language)
        asked = read(heard, text, asked_of_all(self._library, session), facts, language)
        old = {"", facts.get("concern", "")}
        matters = tuple(
            guess
            for guess in asked.matters
            if guess.kind == "topic" or concern(self._library, guess) not in old
        )
        if WHOM in facts or not matters or matters[0].kind == "topic":
            odd = at_odds(asked, facts) == HOW_OLD
            age = asked.age if odd else ""
            unsaid = asked.unsaid and matters[:1] == asked.matters[:1]
            return LineReading(matters=matters, age=age, unsaid=unsaid)
        # Help was shown before anybody asked whom it is about: what was said of it is asked back.
        return asked._replace(danger=(), matters=matters, others=())

    def _read_rest(self, rest: str, language: str, session: Session) -> LineReading:
        heard = self._recognizers.recognize(rest, language)
        return self._read(heard, rest, language, session)

    def _begin(self, reading: LineReading, before: LineReading, session: Session) -> None:
        """Ask back: another language first, then danger, then the rest of it."""
        self._reading = going_on(as_asked(reading), before)
        self._next(session)

    def _help_first(self, facts: Facts, other: str) -> Telling:
        """The help card, in both languages where another was recognised."""
        words = self.words(other) if other else None

        def tell(narrator: Narrator) -> list[Event]:
            below = Narrator(self._library, words).help(facts) if words else []
            return [*narrator.help_first(facts), *below]

        return tell

    def _listed_again(self) -> Telling:
        """A number that stands for none of the answers: they are listed again."""
        return lambda narrator: [narrator.says(phrases.HEAR_LOST), narrator.says(phrases.PLAIN_TRY)]

    def _open(self, opened: Door, language: str, session: Session) -> Telling:
        """A warm line and the nearest doors; people to talk to, where it is so once more."""
        asked = self._stage not in (NOT_ASKING, DOORS)  # what is asked back stays asked
        before, self._opened = self._opened, opened
        if before and (opened is before or (opened.tells_nothing and before.tells_nothing)):
            if not asked:
                self.drop()
            return lambda narrator: [
                narrator.says(phrases.HEAR_PEOPLE),
                *narrator.help(session.facts),
            ]
        if asked:
            warm = opened.warm
            if opened.tells_nothing and opened is not doors.NOT_UNDERSTOOD:
                warm = SAID_BACK if self._stage == READING else phrases.PLAIN_TRY
            return lambda narrator: [narrator.says(warm)]
        guesser = self._recognizers.guesser(language)
        self._doors = doors.behind(opened, guesser, session.step, session.facts)
        self._stage = DOORS if self._doors else NOT_ASKING
        if opened.with_help:
            return lambda narrator: [narrator.says(opened.warm), *narrator.help(session.facts)]
        return lambda narrator: [narrator.says(opened.warm)]

    def listen(self, text: str, language: str, session: Session) -> tuple[str, Telling]:
        """The key of the answer a line is to what is asked back, or what comes of it otherwise."""
        if self._takes_back_who(text, language, session) or self._takes_back_age(
            text, language, session
        ):
            return "", _nothing
        key, rest = self._reply(text, language)
        if self._stage == READING and key in ("", NO) and doors.says_who_does_it(rest or text):
            # Who does it is not said back, so it is no part that was not right.
            return "", lambda narrator: [narrator.says(phrases.HEAR_THANKS)]
        if key == YES and rest and self._keep_rest(rest, language, session):
            self.answer(YES, session)
            help_first = self.hear(rest, language, session)
            self._reading = LineReading(self._reading.danger)  # what was confirmed is the matter
            return "", help_first
        if key in (YES, CHOICES) or (key == NO and not self._says_more(rest, language, session)):
            return key, _nothing
        # What was told beside danger is asked back all the same.
        if key not in ("", NO) and self._stage == ASK_DANGER:
            self._reading = self._reading._replace(danger=())
            self._next(session)
        # They do not know, or would rather not say; or it is something else, and not only of
        # somebody else.
        elif key and (key != NO or self._tells(rest, language, session)):
            self._others.keep(*self._reading.others)
            self.drop()
            self._opened = doors.UNDECIDED if key != NO else None
        if key not in ("", NO):
            return "", lambda narrator: [narrator.says(phrases.ASIDE_FINE)]
        return "", self.hear(rest or text, language, session)

    def _takes_back_who(self, text: str, language: str, session: Session) -> bool:
        """Whether "no, it's me" corrects whom it is about: the rest stays, and is asked again."""
        reading = self._reading
        if self._stage not in (READING, WHICH, WHOM) or reading.who in ("", *SELF):
            return False
        if not is_me(split_words(text)) or self._tells(text, language, session):
            return False
        self._reading = agreed(reading._replace(who=YOUNG_PERSON), WHOM)
        self._stage = READING
        return True

    def _takes_back_age(self, text: str, language: str, session: Session) -> bool:
        """Whether "no, im 12" corrects how old they are: the rest stays, and is asked again."""
        reading = self._reading
        if self._stage not in (READING, WHICH, HOW_OLD) or not reading.age:
            return False
        response = replies.reply(text)
        if response.key != NO and _TAKEN_BACK.isdisjoint(split_words(text)):
            return False
        rest = self._read_rest(response.rest or text, language, session)
        if not rest.age or rest.danger or rest.matters or rest.who not in ("", reading.who):
            return False
        self._reading = agreed(reading._replace(age=rest.age, odd=""), HOW_OLD)
        self._stage = READING
        return True

    def _tells(self, text: str, language: str, session: Session) -> bool:
        """Whether a line says what is the matter, or how old somebody is."""
        reading = self._read_rest(text, language, session)
        return bool(reading.danger or reading.matters or reading.age)

    def _reply(self, text: str, language: str) -> replies.Response:
        """What a line says to what is asked back by yes or no, in the language or in English."""
        if self._stage not in (ASK_DANGER, ASK_LANGUAGE, READING, ALSO):
            reply = replies.reply(text) if self.asking else replies.NO_REPLY
            if reply == replies.Response(NO):
                return replies.Response(CHOICES)
            return reply if reply.key == replies.RATHER_NOT_SAY else replies.NO_REPLY
        own = self.yes_or_no(text, self._language if self._stage == ASK_LANGUAGE else language)
        reply = replies.Response(own) if own else replies.reply(text)
        if reply is replies.NO_REPLY:  # who told of danger in another language answers in it
            recognizer = self._recognizers.guesser(language).recognizer
            return replies.Response(recognizer.yes_or_no(text, self._danger_in))
        return reply

    def yes_or_no(self, text: str, language: str) -> str:
        """Whether a whole line says `yes` or `no` in a language; empty if neither."""
        return self._recognizers.recognize(text, language).yes_or_no

    def _says_more(self, rest: str, language: str, session: Session) -> bool:
        """Whether what follows a no says anything by itself."""
        if not rest:
            return False
        reading = self._read_rest(rest, language, session)
        return bool(
            reading.danger or reading.matters or (reading.who and reading.who != YOUNG_PERSON)
        )

    def _keep_rest(self, rest: str, language: str, session: Session) -> bool:
        """Keep the trouble that follows a yes for later; whether it is danger, heard at once."""
        reading = self._read_rest(rest, language, session)
        if not reading.danger:
            mine = {guess.group for guess in self._reading.matters[:1]}
            troubles = (*reading.matters[:1], *reading.others)
            self._others.keep(*(guess for guess in troubles if guess.group not in mine))
        return bool(reading.danger)


def _nothing(_narrator: Narrator) -> list[Event]:
    return []
