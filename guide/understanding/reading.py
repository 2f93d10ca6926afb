"""A typed line read whole: whom it is about, how old, danger, what is the matter, what else.

It holds ids and reasons, no word of the line. Each part is offered back to be confirmed; a part
that was not said is empty, and asked afterwards.
"""

from typing import NamedTuple

from guide.flow.model import Facts, Library, Option, Question
from guide.understanding.guesses import WHOM, Guess, Guesser, Guesses
from guide.understanding.matters import (
    MOST_TRIES,
    WORRY,
    concern,
    is_told,
    option_of,
    said_first,
    with_nearest,
)
from guide.understanding.meanings import answer_called
from guide.understanding.reach import Reach
from guide.understanding.recognizer import Recognized
from guide.understanding.tellings import told_parts
from guide.understanding.whom.person import (
    ADULT_SELF,
    FRIEND,
    GROWN_UPS,
    NOBODY,
    YOUNG_PERSON,
    Person,
)

HOW_OLD = "age"
_A_FEELING = "concern=low-mood"
ADULTS_AGE = "18-plus"
"""The value of `age` of whoever says to be grown up."""
SELF = frozenset({YOUNG_PERSON, ADULT_SELF})


class LineReading(NamedTuple):
    """What a line may mean, part by part."""

    danger: tuple[Guess, ...] = ()
    who: str = ""
    age: str = ""
    matters: tuple[Guess, ...] = ()
    """What is the matter, and topics: one of them, best first."""
    others: tuple[Guess, ...] = ()
    """A second trouble told in the same breath."""
    odd: str = ""
    """The fact that was said in two ways which do not fit together: asked before all else."""
    unsaid: bool = False
    """Whether what is the matter is only what the line may mean: offered, and not said back."""

    def __bool__(self) -> bool:
        return any(self)

    @property
    def closer(self) -> tuple[Guess, ...]:
        """What may fit better than the first guess at what is the matter; that too if unsaid."""
        if self.unsaid:
            return self.matters[:MOST_TRIES]
        first = {guess.group for guess in self.matters[:MOST_TRIES]}
        others = (guess for guess in self.others if guess.group not in first)
        return (*self.matters[1:MOST_TRIES], *others)


NOTHING_READ = LineReading()


def read(guesser: Guesser, heard: Recognized, text: str, step: str, facts: Facts) -> LineReading:
    """What a line means at the question `step`, with the facts known so far."""
    heard, guesses = _of_anybody(guesser, heard, step, facts)
    answered = _answered(guesser, heard, step)
    matters = _matters(guesses, step, answered)
    who = answered.get(WHOM) or _who(guesser.library, heard, facts)
    age = answered.get(HOW_OLD) or _age(heard, who or facts.get(WHOM, ""))
    if _asks_how_old(guesser.library, step) or _is_a_late_age(heard, text, facts):
        age = age or heard.answers_how_old
    if age == facts.get(HOW_OLD):
        age = ""
    if who in SELF:
        who = ADULT_SELF if age == ADULTS_AGE else YOUNG_PERSON
    of_speaker = (who or facts.get(WHOM, YOUNG_PERSON)) in SELF
    odd = HOW_OLD if heard.ages_differ and of_speaker else ""
    if who == YOUNG_PERSON and not (answered or matters or age or odd or guesses.danger):
        who = ""  # that somebody speaks of themselves is no news by itself
    matters = _closest_first(guesser, matters)
    others: tuple[Guess, ...] = ()
    matters = said_first(guesser, heard, text, matters)
    unsaid = bool(matters) and not is_told(guesser, heard, text, matters[0])
    if unsaid:
        matters = with_nearest(guesser, heard, matters)
    elif matters and matters[0].kind == "answer":
        others = _others(guesser, heard.who, text, step, facts, matters[0])
    return LineReading(guesses.danger, who, age, matters, others, odd, unsaid)


def _of_anybody(
    guesser: Guesser, heard: Recognized, step: str, facts: Facts
) -> tuple[Recognized, Guesses]:
    """What is heard and the guesses, of nobody where a young person could not tell of it.

    "My colleague takes a child off on his own" is told by an adult: which one is asked.
    """
    guesses = guesser.guess(heard, step, facts)
    young = heard.who.who == YOUNG_PERSON and not (heard.my_age or heard.who.corrects)
    if not young or guesses.danger or WHOM in facts:
        return heard, guesses
    sure = {of for of, match in heard.likely.items() if match.learned and match.full}
    if not sure or not sure.isdisjoint(guess.group for guess in guesses.matters):
        return heard, guesses
    anybody = heard._replace(who=NOBODY)
    others = guesser.guess(anybody, step, facts)
    told = any(guess.group in sure for guess in others.matters[:1])
    return (anybody, others) if told else (heard, guesses)


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


def _is_a_late_age(heard: Recognized, text: str, facts: Facts) -> bool:
    """Whether "13" and no more is typed where no answer has that number, by who may be as old."""
    alone = text.strip().isdecimal() and heard.answers_how_old != ADULTS_AGE
    return alone and facts.get(WHOM) == YOUNG_PERSON and HOW_OLD not in facts


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


def _others(
    guesser: Guesser, who: Person, text: str, step: str, facts: Facts, first: Guess
) -> tuple[Guess, ...]:
    """Troubles told in other parts of a line, each by itself, for which there is other help."""
    library, known = guesser.library, [first]
    for part in told_parts(text):
        heard = guesser.recognizer.recognize(part)._replace(who=who)
        guesses = guesser.guess(heard, step, facts).matters
        concerned = [guess for guess in guesses if concern(library, guess) and not guess.kept]
        # What may as well be more of a trouble that was told is no other: "he kicks me".
        if concerned and not any(_is_one_of(guesser, guess, known) for guess in concerned):
            known += [guess for guess in concerned[:1] if guess.match.full]
    return tuple(known[1:])


def _is_one_of(guesser: Guesser, new: Guess, known: list[Guess]) -> bool:
    """Whether a trouble was told of already: the same concern, a closer one, or help for both."""
    library = guesser.library
    concerns = {concern(library, guess) for guess in known}
    if concern(library, new) in concerns:
        return True
    options = [option_of(library, guess) for guess in known if guess.kind == "answer"]
    if any(new.step in guesser.reach.after(option) for option in options):
        return True
    questions = [step for step in library.steps.values() if isinstance(step, Question)]
    flow = next(question.flow for question in questions if question.id == new.step)
    for question in questions:
        for option in question.options if question.flow == flow else ():
            if dict(option.means).get(WORRY) in concerns and _helped_alike(
                guesser.reach, question, option, concern(library, new)
            ):
                return True
    return False


def _helped_alike(reach: Reach, question: Question, option: Option, new: str) -> bool:
    """Whether a question offers a concern beside an answer, and all help with either is the same.

    "He has my nudes" and "he says he will post them" are one trouble told in two ways; what is done
    to a child at home by hitting and by touching are two, though one question asks of both.
    """
    ends = reach.ends(option)
    beside = (other for other in question.options if dict(other.means).get(WORRY) == new)
    return any(reach.ends(other) <= ends or ends <= reach.ends(other) for other in beside)


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
    grown = before.who in GROWN_UPS and who not in GROWN_UPS and not heard.i_am
    if heard.who.corrects:
        return heard
    friend = before.who == FRIEND and not who
    return heard._replace(who=Person(before.who, before.who)) if grown or friend else heard


def corrected(reading: LineReading, heard: Recognized, before: str) -> LineReading:
    """The reading about whom the line says it really is, if it takes back who was told before.

    A grown-up who tells of a child, and then says "im 14", is asked which of the two is right, and
    so is who spoke of themselves and then says "im her mum".
    """
    who = heard.who.who
    if before in GROWN_UPS - SELF and heard.i_am and heard.my_age not in ("", ADULTS_AGE):
        return reading._replace(who=YOUNG_PERSON, age=heard.my_age)
    if before in SELF and who in GROWN_UPS - SELF and not any(reading):
        return reading._replace(who=who)  # "im her mum" is not swallowed
    if not heard.who.corrects or not before or who == before or {who, before} <= SELF:
        return reading
    grown = who in SELF and before in GROWN_UPS and not heard.my_age
    return reading._replace(who=ADULT_SELF if grown else who)


def going_on(reading: LineReading, before: LineReading) -> LineReading:
    """A reading that goes on from one that was not confirmed yet: nothing of that is dropped.

    What the line says anew is believed, but for two ages of one person that do not fit together.
    """
    answers = before.matters[:1] and before.matters[0].kind == "answer"
    earlier = before if answers else before._replace(matters=())
    if reading.matters[:1] and reading.matters[0].kind != "answer":  # a topic is asked by itself
        return reading._replace(others=(*earlier.matters[:1], *earlier.others))
    same = reading.who in ("", earlier.who) or {reading.who, earlier.who} <= SELF
    age = reading.age or (earlier.age if same else "")
    odd = reading.odd or earlier.odd
    if same and earlier.age and earlier.age != age:
        age, odd = "", HOW_OLD
    who = (earlier.who or reading.who) if odd else (reading.who or earlier.who)
    if earlier.matters and any(guess.group == _A_FEELING for guess in reading.matters[:1]):
        # "im scared" is said of what was told, and takes its place no more than "it hurts" does.
        later = (*earlier.others, *reading.matters[:1])
        return reading._replace(
            who=who, age=age, odd=odd, matters=earlier.matters, others=later, unsaid=earlier.unsaid
        )
    groups = {guess.group for guess in reading.matters[:1]}
    left = (guess for guess in (*earlier.matters[:1], *earlier.others) if guess.group not in groups)
    if not reading.matters:
        return reading._replace(
            who=who, age=age, odd=odd, matters=earlier.matters, others=earlier.others
        )
    return reading._replace(who=who, age=age, odd=odd, others=(*reading.others, *left))


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
    if facts.get(WHOM) == ADULT_SELF and young:
        return WHOM
    if facts.get(HOW_OLD) and reading.age and facts[HOW_OLD] not in (reading.age, "unknown"):
        return HOW_OLD
    if reading.who and facts.get(WHOM) and facts[WHOM] != reading.who:
        return WHOM
    return ""
