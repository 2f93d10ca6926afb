"""A typed line read whole: whom it is about, how old, danger, what is the matter, what else.

It holds ids and reasons, no word of the line. Each part is offered back to be confirmed; a part
that was not said is empty, and asked afterwards.
"""

from typing import NamedTuple

from guide.flow.model import Facts, Library, Question
from guide.understanding.guesses import WHOM, Guess, Guesser, Guesses
from guide.understanding.meanings import answer_called
from guide.understanding.persons import ADULT_SELF, FRIEND, GROWN_UPS, YOUNG_PERSON, Person
from guide.understanding.recognizer import Recognized
from guide.understanding.typed import BREAK, split_words

HOW_OLD, WORRY = "age", "concern"
_JOINS = frozenset({BREAK, "and", "but", "also", "plus", "n", "then"})
# "my dad hits me" has four; fewer say little by themselves.
_TELLS = 3
"""A part of a line of so many words tells something."""
_MOST_PARTS = 8
"""So many parts are heard by themselves: who tells more is heard as a whole."""
ADULTS_AGE = "18-plus"
"""The value of `age` of whoever says to be grown up."""
SELF = frozenset({YOUNG_PERSON, ADULT_SELF})


# Three, as each is a question to somebody who is frightened; the list of choices stands behind
# them, and can be asked for at each.
MOST_TRIES = 3
"""How many guesses at what is the matter are offered before the choices are shown."""


class LineReading(NamedTuple):
    """What a line may mean, part by part."""

    danger: tuple[Guess, ...] = ()
    who: str = ""
    age: str = ""
    matters: tuple[Guess, ...] = ()
    """What is the matter, and topics: one of them, best first."""
    others: tuple[Guess, ...] = ()
    """A second trouble told in the same breath."""

    def __bool__(self) -> bool:
        return any(self)

    @property
    def closer(self) -> tuple[Guess, ...]:
        """What may fit better than the first guess at what is the matter."""
        first = {guess.group for guess in self.matters[:MOST_TRIES]}
        others = (guess for guess in self.others if guess.group not in first)
        return (*self.matters[1:MOST_TRIES], *others)


NOTHING_READ = LineReading()


def read(guesser: Guesser, heard: Recognized, text: str, step: str, facts: Facts) -> LineReading:
    """What a line means at the question `step`, with the facts known so far."""
    guesses = guesser.guess(heard, step, facts)
    answered = _answered(guesser, heard, step)
    matters = _matters(guesses, step, answered)
    who = answered.get(WHOM) or _who(guesser.library, heard, facts)
    age = answered.get(HOW_OLD) or _age(heard, who or facts.get(WHOM, ""))
    if _asks_how_old(guesser.library, step):
        age = age or heard.answers_how_old
    if age == facts.get(HOW_OLD):
        age = ""
    if who in SELF:
        who = ADULT_SELF if age == ADULTS_AGE else YOUNG_PERSON
    if who == YOUNG_PERSON and not (answered or matters or age or guesses.danger):
        who = ""  # that somebody speaks of themselves is no news by itself
    matters = _closest_first(guesser, matters)
    first = concern(guesser.library, matters[0]) if matters else ""
    others = _others(guesser, text, step, facts, first) if first else ()
    return LineReading(guesses.danger, who, age, matters, others)


def _answered(guesser: Guesser, heard: Recognized, step: str) -> dict[str, str]:
    """Who and how old, where the whole line is a phrase beside an answer to the question here.

    Or to the one right after it, that asks further.
    """
    question = guesser.library.steps[step]
    if not isinstance(question, Question):
        return {}
    here = guesser.reach.in_full(question)
    for address in heard.whole:
        option = answer_called(guesser.library, address)
        if option in here and option.means and option.means[0][0] in (WHOM, HOW_OLD):
            return dict(option.means[:1])
    return {}


def _asks_how_old(library: Library, step: str) -> bool:
    question = library.steps[step]
    return isinstance(question, Question) and any(
        HOW_OLD in dict(option.means) for option in question.options
    )


def _matters(guesses: Guesses, step: str, answered: Facts) -> tuple[Guess, ...]:
    """What answers the question here, then what is the matter; who and how old stand apart."""
    here = [guess for guess in guesses.facts if guess.step == step and not _of_person(guess)]
    matters = [] if answered else list(guesses.matters)
    return (*here, *matters)


def _closest_first(guesser: Guesser, matters: tuple[Guess, ...]) -> tuple[Guess, ...]:
    """The guesses with one that follows the best of them before it: it says more."""
    wide = matters[0] if matters else None
    if wide is None or wide.kind != "answer" or concern(guesser.library, wide):
        return matters
    question = guesser.library.steps[wide.step]
    assert isinstance(question, Question)
    option = question.option(wide.option)
    after = guesser.reach.after(option) if option else frozenset()
    closer = [guess for guess in matters if guess.step in after and not guess.kept]
    first = [guess for guess in closer if concern(guesser.library, guess)][:1]
    return (*first, *(guess for guess in matters if guess not in first))


def _of_person(guess: Guess) -> bool:
    return guess.group.partition("=")[0] in (WHOM, HOW_OLD)


def _who(library: Library, heard: Recognized, facts: Facts) -> str:
    """Whom it is about, where that is still to be known and these flows ask it."""
    if WHOM in facts or WHOM not in library.facts:
        return ""
    values = {value for value, _ in library.facts[WHOM].values}
    return heard.who.who if heard.who.who in values else ""


def _age(heard: Recognized, who: str) -> str:
    """How old whoever it is about is said to be."""
    if who in SELF or not who:
        return heard.my_age or (ADULTS_AGE if heard.who.who == ADULT_SELF == who else "")
    # An 18 or over may be said of whoever does it: "my friend ... hes 30". So it is asked.
    return heard.their_age if heard.their_age != ADULTS_AGE else ""


def _others(guesser: Guesser, text: str, step: str, facts: Facts, first: str) -> tuple[Guess, ...]:
    """Troubles told in other parts of a line, each by itself, that no question offers beside it."""
    library, known = guesser.library, [first]
    others: list[Guess] = []
    for part in _tellings(text):
        heard = guesser.recognizer.recognize(part)
        likeliest = [g for g in guesser.guess(heard, step, facts).matters if concern(library, g)][
            :1
        ]
        for guess in likeliest:
            new = concern(library, guess)
            if guess.match.full and not guess.kept and not _near(library, new, known):
                known.append(new)
                others.append(guess)
    return tuple(others)


def _tellings(text: str) -> list[str]:
    """The parts of a line that each tell something; none where it has only one."""
    parts: list[list[str]] = [[]]
    for word in split_words(text):
        if word in _JOINS:
            parts.append([])
        else:
            parts[-1].append(word)
    long = [" ".join(part) for part in parts if len(part) >= _TELLS]
    return long[:_MOST_PARTS] if len(long) > 1 else []


def _near(library: Library, new: str, known: list[str]) -> bool:
    """Whether a concern is one of those known, or a question offers it beside one of them."""
    for step in library.steps.values():
        if isinstance(step, Question):
            offered = {dict(option.means).get(WORRY) for option in step.options}
            if new in offered and not offered.isdisjoint(known):
                return True
    return new in known


def concern(library: Library, guess: Guess) -> str:
    """The concern an answer records; empty for a topic, or an answer that only leads on."""
    if guess.kind != "answer":
        return ""
    question = library.steps[guess.step]
    assert isinstance(question, Question)
    option = question.option(guess.option)
    return dict(option.means).get(WORRY, "") if option else ""


def as_asked(reading: LineReading) -> LineReading:
    """The reading as it is asked back: danger by itself, and a topic by itself."""
    first = reading.matters[:1]
    if first and first[0].kind == "danger":
        return reading._replace(danger=reading.danger or first, matters=reading.matters[1:])
    if first and first[0].kind == "topic":
        return LineReading(reading.danger, matters=first)
    return reading


def still_of(heard: Recognized, before: LineReading) -> Recognized:
    """A line that follows another, not confirmed yet: it goes on about the same person.

    A teacher who then tells of "a girl in my class" is a teacher still, and somebody who told of a
    friend goes on with "she". Whoever says how old they are speaks of themselves.
    """
    who = heard.who.who
    grown = before.who in GROWN_UPS and who not in GROWN_UPS and not heard.my_age
    friend = before.who == FRIEND and not who
    return heard._replace(who=Person(before.who, before.who)) if grown or friend else heard


def aged_as(reading: LineReading, before: LineReading) -> LineReading:
    """A reading about the same person as one before it, with the age that was said there."""
    same = reading.who == before.who and not reading.age
    return reading._replace(age=before.age) if same else reading


def agreed(reading: LineReading, part: str) -> LineReading:
    """The reading once one part of it was changed: what was changed is believed."""
    if part == WHOM:
        grown = reading.who in SELF and (reading.who != YOUNG_PERSON) != (reading.age == ADULTS_AGE)
        return reading._replace(age="") if grown or reading.who not in SELF else reading
    if reading.who in SELF:
        return reading._replace(who=ADULT_SELF if reading.age == ADULTS_AGE else YOUNG_PERSON)
    return reading


def at_odds(reading: LineReading, facts: Facts) -> str:
    """The fact known so far that what was confirmed now contradicts; empty if none."""
    young = reading.age and reading.age != ADULTS_AGE
    if facts.get(HOW_OLD) and reading.age and facts[HOW_OLD] not in (reading.age, "unknown"):
        return HOW_OLD
    if facts.get(WHOM) == ADULT_SELF and young:
        return WHOM
    if reading.who and facts.get(WHOM) and facts[WHOM] != reading.who:
        return WHOM
    return ""
