"""A truthful person, given one line to type and then honest answers: how far the guide understands.

They type their line where a conversation begins, and answer whatever is asked back by what a row of
a table says of them: who they are, how old, what is the matter, and whom they should reach.
"""

from collections.abc import Callable
from typing import NamedTuple

from guide.conversation.askback import (
    ALSO,
    ASK_DANGER,
    ASK_LANGUAGE,
    CHOICES,
    DOORS,
    MATTER,
    READING,
    WHICH,
    Asking,
)
from guide.conversation.conversation import Conversation
from guide.conversation.events import Contact
from guide.flow.model import Library, Option, Question
from guide.flow.paths import next_step, skip_messages
from guide.understanding.guesses import WHOM, Guess
from guide.understanding.matters import WORRY, concern
from guide.understanding.reading import ADULTS_AGE, HOW_OLD, LineReading
from guide.understanding.replies import NO, YES
from guide.understanding.typed import split_words
from guide.understanding.whom.person import ADULT_SELF, GROWN_UPS, YOUNG_PERSON

_UNSURE = "not-sure"
_TRIES = 3
"""So many guesses at what is the matter are offered."""
# Four times as many as a shipped conversation has: flows of others may lead round.
_MOST_ANSWERS = 60


class Truth(NamedTuple):
    """What is true of somebody."""

    who: tuple[str, ...]
    """The values of `who` that are true of them, the likeliest first."""
    age: str
    """Empty where it is not known."""
    danger: bool
    concerns: frozenset[str] | None
    """The concerns that are theirs; None where nobody has said."""


class Led(NamedTuple):
    """Where a person came to, and by how many answers."""

    first: frozenset[str]
    """The contacts shown first, those side by side together."""
    answers: int


class LineOutcome(NamedTuple):
    """What was made of a line: first asked back, and where each guess at the matter leads."""

    asked: str
    """`danger`, a concern, an answer as step.option, `topic:ID`, or empty: nothing was heard."""
    guess: Guess | None
    who_is_wrong: bool
    led: tuple[Led, ...]
    offered: tuple[str, ...]


class TruthfulPerson:
    """Plays one person again and again, each time with another guess taken as right."""

    def __init__(self, library: Library, begin: Callable[[], Conversation], truth: Truth) -> None:
        self._library, self._begin, self._truth = library, begin, truth

    def tell(self, text: str) -> LineOutcome:
        """Type a line; then see where each of the guesses offered leads."""
        talk = self._told(text)
        asking = talk.asked_back
        offered = self.offered(talk)
        names = tuple(self.name(guess) for guess in offered)
        first = offered[0] if offered else None
        asked = names[0] if names else self._topic(asking)
        led = tuple(self._follow(text, guess) for guess in offered)
        return LineOutcome(asked, first, self._who_is_wrong(asking), led, names)

    def _told(self, text: str) -> Conversation:
        """A line typed at the beginning, in the language that it is heard to be in."""
        talk = self._begin()
        talk.hear(text)
        if talk.asked_back and talk.asked_back.stage == ASK_LANGUAGE:
            talk.choose(YES)
        return talk

    def name(self, guess: Guess) -> str:
        """What a guess is called in a table."""
        if guess.kind == "danger":
            return ASK_DANGER
        return concern(self._library, guess) or guess.address

    def offered(self, talk: Conversation) -> tuple[Guess, ...]:
        """The guesses at what is the matter, danger among them, as they would be offered."""
        asking = talk.asked_back
        if asking is None or asking.stage not in (ASK_DANGER, READING, ASK_LANGUAGE, MATTER):
            return ()
        reading = asking.reading
        matters = (guess for guess in reading.matters if guess.kind != "topic")
        return (*reading.danger[:1], *matters)[:_TRIES]

    def _topic(self, asking: Asking | None) -> str:
        matters = asking.reading.matters if asking and asking.stage == READING else ()
        return f"topic:{matters[0].option}" if matters else ""

    def _who_is_wrong(self, asking: Asking | None) -> bool:
        """Whether somebody else is said back than who they are."""
        if asking is None or asking.stage not in (ASK_DANGER, READING):
            return False
        return not self._is_true(asking.reading.who, asking.reading.age)

    def _is_true(self, who: str, age: str) -> bool:
        truth = self._truth
        aged = not age or not truth.age or age == truth.age
        if (
            who == YOUNG_PERSON
            and not age
            and ADULT_SELF in truth.who
            and truth.age in ("", ADULTS_AGE)
        ):
            return True  # "This is about you.": how old they are is asked
        return (not who or who in truth.who) and aged

    # -- one way through

    def _follow(self, text: str, wanted: Guess) -> Led:
        """Say yes to one guess, and the truth to all else."""
        talk = self._told(text)
        count = 0
        while not talk.finished or talk.confirming:
            if count >= _MOST_ANSWERS:
                return Led(frozenset(), count)
            talk.choose(self.answer(talk, wanted))
            count += 1
        return Led(first_contacts(talk), count)

    def answer(self, talk: Conversation, wanted: Guess | None) -> str:
        """The key of a truthful answer here, by somebody who takes one guess as right."""
        asking = talk.asked_back
        if asking is None:
            return self._to_question(talk, wanted)
        reading = asking.reading
        if asking.stage == ASK_LANGUAGE:
            return YES
        if asking.stage == ASK_DANGER:
            return YES if self._truth.danger or (wanted and wanted.kind == ASK_DANGER) else NO
        if asking.stage == READING:
            right = self._is_true(reading.who, reading.age) and self._is_wanted(reading, wanted)
            return YES if right else NO
        if asking.stage == WHICH:
            if not self._is_wanted(reading, wanted):
                return MATTER
            return WHOM if not self._is_true(reading.who, "") else HOW_OLD
        if asking.stage == MATTER:
            return str(asking.offers.index(wanted)) if wanted in asking.offers else CHOICES
        if asking.stage in (ALSO, DOORS):
            return NO if asking.stage == ALSO else CHOICES
        keys = {choice.key for choice in talk.choices}
        truth = self._truth.who if asking.stage == WHOM else (self._truth.age,)
        return next((value for value in truth if value in keys), CHOICES)

    def _is_wanted(self, reading: LineReading, wanted: Guess | None) -> bool:
        matters = () if reading.unsaid else reading.matters  # what was not said back is not wrong
        return not matters or matters[0] == wanted or matters[0].kind == "topic"

    def _to_question(self, talk: Conversation, wanted: Guess | None) -> str:
        """The truth as an answer to the question here; "not sure" where nothing says it."""
        question = self._library.steps[talk.step]
        assert isinstance(question, Question)
        who = (WHOM, self._truth.who[0])
        for option in question.options:
            fact, value = option.means[0] if option.means else ("", "")
            if (fact, value) == who or (not option.means and self._asks_further(option, who)):
                return option.id
            if fact == "danger" and value == ("now" if self._truth.danger else "no"):
                return option.id
            if fact == HOW_OLD and value == self._age(question):
                return option.id
            if wanted and fact == WORRY and value == concern(self._library, wanted):
                return option.id
        stated = [option for option in question.options if self._is_stated(dict(option.means))]
        if stated:
            return stated[0].id
        keys = [option.id for option in question.options]
        return _UNSURE if _UNSURE in keys else keys[-1]

    def _age(self, question: Question) -> str:
        """The age that answers a question: a grown-up who is asked for their own is 18 or over."""
        asked = " ".join(variant.text.source for variant in question.ask)
        grown = GROWN_UPS.issuperset(self._truth.who)
        return ADULTS_AGE if grown and "you" in split_words(asked) else self._truth.age

    def _is_stated(self, means: dict[str, str]) -> bool:
        """Whether an answer names a concern of theirs, and no danger that they are not in."""
        in_danger = means.get("danger") == "now"
        return means.get(WORRY) in self._concerns() and in_danger <= self._truth.danger

    def _asks_further(self, option: Option, who: tuple[str, str]) -> bool:
        """Whether the question right after an answer is where they say who they are."""
        step = skip_messages(self._library, next_step(option.to, {}), {}) if option.to else None
        return isinstance(step, Question) and any(who in each.means for each in step.options)

    def _concerns(self) -> frozenset[str]:
        return self._truth.concerns or frozenset()


def first_contacts(talk: Conversation) -> frozenset[str]:
    """Whom the ending shows first: one contact, and those that stand side by side with it."""
    contacts = [event for event in talk.again() if isinstance(event, Contact)]
    beside = [contact for contact in contacts[1:] if contact.beside]
    number = next((n for n, c in enumerate(contacts[1:], 1) if not c.beside), 1 + len(beside))
    return frozenset(contact.id for contact in contacts[:number])
