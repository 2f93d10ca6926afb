"""What was understood, in words: each part an existing whole sentence, then one question."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.conversation import phrases
from guide.conversation.events import Asked, Choice, Phrase, Said
from guide.conversation.narrator import Narrator
from guide.flow.model import Facts, Library, Option, Question, Text
from guide.i18n.words import Words
from guide.understanding.guesses import WHOM, Guess
from guide.understanding.matters import tells_something
from guide.understanding.meanings import answers
from guide.understanding.reach import Reach
from guide.understanding.reading import HOW_OLD, SELF, LineReading
from guide.understanding.replies import NO, YES

CHOICES = "choices"
"""The key of a look at the choices, beside yes and no."""
ASK_DANGER, ASK_LANGUAGE, READING, WHICH = "danger", "language", "reading", "which"
ALSO, DOORS, NOT_ASKING = "also", "doors", ""
"""What is being asked back; beside these, the part of the reading that is being changed."""
MATTER = "matter"
"""The key of the line that says what is the matter; the others are called as their facts."""
_FEW_WORDS = 4
"""An answer of so few words says little without its question: "Yes"."""


class SaidPart(NamedTuple):
    """A part of what was understood, by its key, in one sentence or two."""

    key: str
    lines: tuple[Phrase, ...]


class Asking(NamedTuple):
    """What is asked back, in ids."""

    stage: str
    reading: LineReading
    offers: tuple[Guess, ...]
    """The guesses that may be chosen from: doors, other troubles, what may fit better."""
    other_words: Words | None
    """The words of the language that was recognised, where it is asked whether to go on in it."""


class AskBack:
    """Says a reading of typed words in one language, to somebody of whom these facts are known."""

    def __init__(self, library: Library, reach: Reach, narrator: Narrator, facts: Facts) -> None:
        self._library, self._reach = library, reach
        self._narrator, self._facts = narrator, facts

    def ask(self, asking: Asking) -> Asked:
        """The question, with its choices and the lines above it."""
        stage, reading, offers, words = asking
        say, choices = self._narrator.phrase, (self._choice(CHOICES, phrases.HEAR_CHOICES),)
        first = reading.matters[0] if reading.matters else None
        if words is not None:
            return self._in_another_language(words)
        if stage == ASK_DANGER:
            return _asked(say(phrases.HEAR_DANGER), yes_no(self._narrator))
        if stage == READING and first and first.kind == "topic":
            topic = say(phrases.HEAR_TOPIC, question=self.label(first).text)
            return _asked(topic, yes_no(self._narrator))
        if stage == READING:
            yes = yes_no(self._narrator, phrases.HEAR_NOT_QUITE)
            return _asked(say(phrases.HEAR_RIGHT), yes, self.lines(reading))
        if stage == WHICH:
            parts = (Choice(part.key, _in_one(part.lines)) for part in self.parts(reading))
            return _asked(say(phrases.HEAR_WHICH), (*parts, *choices))
        if stage == ALSO:
            above = tuple(Said(*line) for line in self.sentences(offers[0]))
            return _asked(say(phrases.HEAR_ALSO), yes_no(self._narrator)[:2], above)
        if stage in (DOORS, MATTER):
            plain = stage == DOORS or reading.unsaid
            text = phrases.HEAR_DOORS if plain else phrases.HEAR_CLOSER
            return _asked(say(text), (*self.choices(offers), *choices))
        who = reading.who or self._facts.get(WHOM, "")
        odd = (self._narrator.says(phrases.HEAR_AT_ODDS),) if reading.odd == stage else ()
        return _asked(self.asks(stage, who), (*self.options(stage, who), *choices), odd)

    def _in_another_language(self, words: Words) -> Asked:
        """Whether to go on in a language, asked in that language, with this one below it."""
        stated = words.speaks(phrases.HEAR_LANGUAGE) and words.speaks(phrases.HEAR_YES)
        other = Narrator(self._library, words) if stated else self._narrator
        asked, here = (
            narrator.phrase(phrases.HEAR_LANGUAGE, language=words.own_name).text
            for narrator in (other, self._narrator)
        )
        pairs = zip(yes_no(other), yes_no(self._narrator), strict=True)
        choices = tuple(
            own if own == below else own._replace(english=below.label) for own, below in pairs
        )
        return _asked(Phrase(asked, here if here != asked else ""), choices)

    def _choice(self, key: str, text: Text) -> Choice:
        return Choice(key, self._narrator.phrase(text).text)

    def parts(self, reading: LineReading) -> tuple[SaidPart, ...]:
        """Whom it is about, how old, and what is the matter: those of them that were said."""
        parts = []
        if text := phrases.HEAR_ABOUT.get(reading.who):
            parts.append(SaidPart(WHOM, (self._narrator.phrase(text),)))
        who = reading.who or self._facts.get(WHOM, "")
        aged = phrases.HEAR_YOU_ARE if not who or who in SELF else phrases.HEAR_THEY_ARE
        if text := aged.get(reading.age):
            parts.append(SaidPart(HOW_OLD, (self._narrator.phrase(text),)))
        if reading.matters and reading.matters[0].kind == "answer" and not reading.unsaid:
            parts.append(SaidPart(MATTER, self.sentences(reading.matters[0], who)))
        return tuple(parts)

    def lines(self, reading: LineReading) -> tuple[Said, ...]:
        """The sentences of every part."""
        return tuple(Said(*line) for part in self.parts(reading) for line in part.lines)

    def sentences(self, guess: Guess, who: str = "") -> tuple[Phrase, ...]:
        """A guess as the flows say it back, of this person where they are not known otherwise.

        Where they have no sentence for it: in the words of its answer, with its question where
        these say little.
        """
        if statement := self._statement(guess, who):
            return statement
        question = self._library.steps[guess.step]
        assert isinstance(question, Question)
        asked = self._narrator.ask(question, self._facts, 0)
        return (Phrase(asked.text, asked.english), self.label(guess))

    def _statement(self, guess: Guess, who: str = "") -> tuple[Phrase, ...]:
        """A guess in words that stand without a question; empty where there are none."""
        if sentence := self._said_back(guess, who):
            return (sentence,)
        label, option = self.label(guess), self._option(guess)
        stands_alone = option is not None and tells_something(option)
        if guess.kind != "answer" or stands_alone or len(label.text.split()) > _FEW_WORDS:
            return (label,)
        before = self._answer_before(guess)
        return (before, label) if before else ()

    def _said_back(self, guess: Guess, who: str) -> Phrase | None:
        """The sentence that the flows have for what an answer records."""
        option = self._option(guess)
        facts = {**self._facts, **({WHOM: who} if who else {})}
        for fact, value in option.means if option else ():
            if sentence := self._narrator.said_back(self._library.facts[fact], value, facts):
                return sentence
        return None

    def label(self, guess: Guess) -> Phrase:
        """A guess in the words that it would be chosen by."""
        if guess.kind == "topic":
            topic = self._library.topics[guess.option]
            return Phrase(self._narrator.topics([topic], self._facts).choices[0].label)
        if guess.kind == "danger":
            return self._words(self._library.always[0])
        option = self._option(guess)
        assert option is not None
        return self._words(option)

    def _option(self, guess: Guess) -> Option | None:
        """The answer that a guess stands for, where it is one of a question."""
        question = self._library.steps.get(guess.step)
        return question.option(guess.option) if isinstance(question, Question) else None

    def choices(self, guesses: Sequence[Guess]) -> tuple[Choice, ...]:
        """Guesses as answers to choose from."""
        labels = [_in_one(self._statement(guess) or (self.label(guess),)) for guess in guesses]
        return tuple(
            Choice(str(number), label, english=self.label(guess).english)
            for number, (guess, label) in enumerate(zip(guesses, labels, strict=True))
        )

    def options(self, fact: str, who: str) -> tuple[Choice, ...]:
        """The answers there are to who, or how old, as the flows offer them."""
        question = question_about(self._library, self._reach, fact, who)
        if question is None:
            return ()
        offered = that_tell(self._reach.in_full(question), fact)
        return tuple(self._stated(question, option) for option in offered)

    def _stated(self, question: Question, option: Option) -> Choice:
        """An answer to who, or how old; of a further question, in words that answer this one."""
        about = phrases.HEAR_ABOUT.get(option.means[0][1])
        if about and option not in question.options:
            return self._choice(option.id, about)
        return self._narrator.choice(option, self._facts)

    def asks(self, fact: str, who: str) -> Phrase:
        """The flows' own question about who, or how old."""
        question = question_about(self._library, self._reach, fact, who)
        assert question is not None
        asked = self._narrator.ask(question, self._facts, 0)
        return Phrase(asked.text, asked.english)

    def _words(self, option: Option) -> Phrase:
        choice = self._narrator.choice(option, self._facts)
        return Phrase(choice.label, choice.english)

    def _answer_before(self, guess: Guess) -> Phrase | None:
        """The one answer that leads to the question of a guess, where its words say something."""
        leading = [
            option
            for _, option in answers(self._library)
            if [route.to for route in option.to] == [guess.step] and option.say and not option.means
        ]
        words = [self._words(option) for option in leading]
        return words[0] if len(words) == 1 and len(words[0].text.split()) > _FEW_WORDS else None


def question_about(library: Library, reach: Reach, fact: str, who: str) -> Question | None:
    """The question that asks a fact of whoever this is, else the first that asks it of anybody."""
    steps = (library.steps[name] for name in reach.questions(library.first_step()))
    asking = [q for q in steps if isinstance(q, Question) and that_tell(q.options, fact)]
    after: frozenset[str] = frozenset()
    for _, option in answers(library):
        if (WHOM, who) in option.means:
            after |= reach.after(option)
    near = [question for question in asking if question.id in after]
    return next(iter((*near, *asking)), None)


def that_tell(options: Iterable[Option], fact: str) -> list[Option]:
    """The answers that tell a fact before all else, in words of their own."""
    return [o for o in options if o.means[:1] and o.means[0][0] == fact and o.say]


def yes_no(narrator: Narrator, no: Text = phrases.HEAR_NO) -> tuple[Choice, ...]:
    """The answers to a question asked back; `no` is what its no is called."""
    texts = ((YES, phrases.HEAR_YES), (NO, no), (CHOICES, phrases.HEAR_CHOICES))
    return tuple(Choice(key, narrator.phrase(text).text) for key, text in texts)


def _in_one(lines: Sequence[Phrase]) -> str:
    return " ".join(line.text for line in lines)


def _asked(text: Phrase, choices: tuple[Choice, ...], above: tuple[Said, ...] = ()) -> Asked:
    """A question that is of no step yet."""
    return Asked("", text.text, "", 1, 1, choices, text.english, above)
