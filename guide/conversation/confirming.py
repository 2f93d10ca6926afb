"""What someone types in their own words: heard, offered back to be confirmed, and dropped.

Only the guesses are kept, as ids; the words themselves are gone once `hear` returns. Nothing here
is an answer of the session until the person has said yes to it.
"""

from collections.abc import Callable

from guide.conversation import phrases
from guide.conversation.events import Answered, Asked, Choice, Event, Phrase
from guide.conversation.narrator import Narrator
from guide.flow.model import Ending, Facts, Library, Question
from guide.i18n.words import Words
from guide.session import NotOffered, Session
from guide.understanding.guesses import MATTERS, NO_MATCH, Guess
from guide.understanding.recognizer import Recognized
from guide.understanding.recognizers import Recognizers, urgent

YES, NO, CHOICES = "yes", "no", "choices"
"""The keys of the answers to "Is that right?"."""

# Three, as each is a question to somebody who is frightened; the list of choices stands behind
# the last of them, and can be asked for at each (CHOICES).
MOST_TRIES = 3
"""How many guesses at one thing are offered before the choices are shown."""
MOST_FACTS = 2
"""How many things said in passing are asked back: it is a talk, not a form."""
FEW_WORDS = 4
"""An answer of so few words is offered with its question: "Yes" alone says little."""


class Hearing:
    """Hears what is typed; then the guesses at it, asked back one by one."""

    def __init__(self, library: Library, recognizers: Recognizers) -> None:
        self._library = library
        self._recognizers = recognizers
        self._waiting = recognizers.waiting()
        self._open: list[tuple[Guess, ...]] = []
        """What is still to be asked back, each with the guesses at it, best first."""
        self._there: list[tuple[Guess, ...]] = []
        """The same, as it was heard in the language that is offered."""
        self._tried = 0

    def hear(self, text: str, language: str, session: Session) -> Callable[[Narrator], list[Event]]:
        """What comes before the guess is asked back, for a narrator to tell before the next move.

        What was asked back before is dropped.
        """
        heard = self._recognizers.recognize(text, language)
        self._open, self._tried = self._asked_back(heard, session, language), 0
        other = self._recognizers.other_language(text, heard, language)
        if other:
            self._offer(other, text, session, first=heard.distress)
        first, both = urgent(heard), bool(other)
        return lambda narrator: self._before(narrator, session, help_first=first, both=both)

    def _offer(self, other: str, text: str, session: Session, *, first: bool) -> None:
        """Offer another language; after a yes, what was typed is asked back as it is heard there.

        Heard there now, so that nothing of the text has to be kept. `first` keeps what was heard
        here, for a no.
        """
        there = self._recognizers.recognize(text, other)
        self._there = self._asked_back(there, session, other)
        offer = (Guess("language", "", other, other, 0.0, NO_MATCH),)
        self._open = [offer, *(self._open if first else ())]

    def _before(
        self, narrator: Narrator, session: Session, *, help_first: bool, both: bool
    ) -> list[Event]:
        """Thanks, or the help card where it is urgent, or that nothing was understood.

        The card is in `both` languages where another was recognised, that one's first.
        """
        if help_first and both:
            card = self._theirs().help_first(session.facts)
            return [*card, *narrator.help(session.facts)]
        if help_first:
            return narrator.help_first(session.facts)
        if not self.asking:
            texts = [phrases.PLAIN_NOT_UNDERSTOOD]
            if isinstance(session.at, Question):
                texts.append(phrases.PLAIN_TRY)
            return [narrator.says(text) for text in texts]
        if any(tries[0].group.startswith(MATTERS) for tries in self._open):
            return [narrator.says(phrases.HEAR_THANKS)]
        return []

    @property
    def asking(self) -> bool:
        """Whether something waits to be confirmed."""
        return bool(self._open)

    @property
    def guess(self) -> Guess:
        """What is being asked back now."""
        return self._open[0][self._tried]

    def _asked_back(
        self, heard: Recognized, session: Session, language: str
    ) -> list[tuple[Guess, ...]]:
        """Danger first, then what answers the question here, what is the matter, and the rest."""
        guesses = self._recognizers.guess(heard, session.step, session.facts, language)
        at = session.at
        danger = guesses.danger or (self._recognizers.standing_danger() if heard.distress else ())
        if isinstance(at, Ending):
            danger = ()  # there is no question left to ask: the help card says it
        here = [(guess,) for guess in guesses.facts if guess.step == at.id]
        passing = [(guess,) for guess in guesses.facts[:MOST_FACTS] if guess.step != at.id]
        first = [tries for tries in (danger[:1], *here, guesses.matters[:MOST_TRIES]) if tries]
        return [*first, *passing]

    def yes_or_no(self, text: str, language: str) -> str:
        """The key of the answer that a whole line is, `yes` or `no`; empty if none.

        Where a language is offered it may be either's word, unless they disagree.
        """
        languages = {language}
        if self.asking and self.guess.kind == "language":
            languages.add(self.guess.option)
        keys = {self._recognizers.recognize(text, code).yes_or_no for code in languages} - {""}
        return keys.pop() if len(keys) == 1 else ""

    def words(self, language: str) -> Words:
        """The words of a language that was recognised."""
        return self._recognizers.words(language)

    def waiting_answer(self, session: Session) -> str:
        """The id of the answer that was confirmed for the question waiting; empty if none."""
        at = session.at
        return self._waiting.answer(at) if isinstance(at, Question) else ""

    def drop(self) -> None:
        """Ask nothing back any more."""
        self._open, self._tried = [], 0

    def confirmed(self, step: str, key: str) -> Callable[[Narrator], list[Event]]:
        """The answer `key` to what is asked back at a step, in the words it is offered in."""
        return lambda narrator: [
            Answered(step, key, choice.label)
            for choice in yes_no_choices(narrator)
            if choice.key == key
        ]

    def answer(self, key: str) -> Guess | None:
        """What was said yes to, or None for a no; NotOffered for another key.

        An answer to another question than the one waiting is kept until that is asked.
        """
        guess = self.guess
        if key == YES:
            if guess.kind == "answer":
                self._waiting.add(guess.step, guess.option)
            self._next()
            if guess.kind == "language":
                self._open = self._there
            return guess
        if key == CHOICES:
            self.drop()
        elif key != NO:
            raise NotOffered(key)
        elif guess.kind == "danger":
            self._waiting.no_danger = True
            self._next()
        elif self._tried + 1 < len(self._open[0]):
            self._tried += 1
        else:
            self._next()
        return None

    def _next(self) -> None:
        self._open, self._tried = self._open[1:], 0

    # -- in words

    def ask(self, narrator: Narrator, session: Session) -> Asked:
        """The guess as a question, to be answered with yes, no, or a look at the choices."""
        answered = len(session.answers)
        left = self._library.questions_left.get(session.step, 1)
        question, choices = self._question(narrator, session.facts), yes_no_choices(narrator)
        if self.guess.kind == "language":
            choices = in_english_too(yes_no_choices(self._theirs()))
        return Asked(
            step=session.step,
            text=question.text,
            why="",
            number=answered + 1,
            about=max(answered + 1, answered + left),
            choices=choices,
            english=question.english,
        )

    def _question(self, narrator: Narrator, facts: Facts) -> Phrase:
        guess = self.guess
        if guess.kind == "language":
            name = self._recognizers.words(guess.option).own_name
            english = phrases.HEAR_LANGUAGE.source.format(language=name)
            return Phrase(self._theirs().phrase(phrases.HEAR_LANGUAGE, language=name).text, english)
        if guess.kind == "danger":
            return narrator.phrase(phrases.HEAR_DANGER)
        if guess.kind == "topic":
            topic = self._library.topics[guess.option]
            asked = narrator.topics([topic], facts).choices[0].label
            return narrator.phrase(phrases.HEAR_TOPIC, question=asked)
        question = self._library.steps[guess.step]
        assert isinstance(question, Question)
        option = question.option(guess.option)
        assert option is not None
        answer = narrator.choice(option, facts).label
        if len(answer.split()) <= FEW_WORDS:
            asked = narrator.ask(question, facts, 0).text
            return narrator.phrase(phrases.HEAR_ANSWER, question=asked, answer=answer)
        sounds = phrases.HEAR_OR if self._tried else phrases.HEAR_SOUNDS
        return narrator.phrase(sounds, answer=answer)

    def _theirs(self) -> Narrator:
        """Who speaks the language that is offered."""
        return Narrator(self._library, self.words(self.guess.option))


YES_NO = ((YES, phrases.HEAR_YES), (NO, phrases.HEAR_NO), (CHOICES, phrases.HEAR_CHOICES))


def yes_no_choices(narrator: Narrator) -> tuple[Choice, ...]:
    """The answers to "Is that right?"."""
    return tuple(Choice(key, narrator.phrase(text).text) for key, text in YES_NO)


def in_english_too(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The same answers in a language that is only offered yet, with the English beside each."""
    english = {key: text.source for key, text in YES_NO}
    return tuple(choice._replace(english=english[choice.key]) for choice in choices)
