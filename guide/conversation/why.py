"""Why a conversation ended where it did: what was answered, what decided it, what would change it.

All of it follows from the answers and the flows, and none of it is kept. Imported only once
somebody asks.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guide.conversation import phrases
from guide.conversation.events import Event, Headline
from guide.conversation.narrator import Narrator
from guide.flow.model import Ending, Facts, Library, Message, Question, Route, holds
from guide.session import Answer, NotOffered, Session

MOST_TOLD = 3
"""Other answers a person reads of; an author sees them all."""


class AnswerGiven(NamedTuple):
    """An answer that led here, with what was known before it."""

    answer: Answer
    facts: Facts


class OtherAnswer(NamedTuple):
    """One answer that is another, the rest kept, and the other ending it leads to."""

    number: int
    """Which of the answers would be another (0 is the first)."""
    option: str
    ending: Ending
    facts: Facts


class Reason(NamedTuple):
    """Why a session is at its ending."""

    answers: tuple[AnswerGiven, ...]
    decided: int
    """The number of the answer that decided it; -1 where there was none."""
    route: Route | None
    """The way that was taken last."""
    others: tuple[OtherAnswer, ...]
    """The nearest first: the last question's answers before those of the one before."""


def reason(library: Library, walked: Session, again: Session) -> Reason:
    """Why `walked` is at its ending. `again` is a session begun like it, to try answers on."""
    answers = tuple(_given(walked, again))
    route = _last_route(library, walked.answers, walked.facts)
    others = tuple(_others(library, walked, again))
    return Reason(answers, _decided(library, walked.answers, route), route, others)


def _given(walked: Session, again: Session) -> Iterator[AnswerGiven]:
    again.restart()
    for answer in walked.answers:
        yield AnswerGiven(answer, again.facts)
        again.choose(answer.option)


def _last_route(library: Library, answers: list[Answer], facts: Facts) -> Route | None:
    """The way taken last: that of the last answer, or of the last message passed after it."""
    if not answers:
        return None
    step = library.steps[answers[-1].step]
    assert isinstance(step, Question)
    option = next(each for each in library.options(step) if each.id == answers[-1].option)
    route = next(each for each in option.to if holds(each.when, facts))
    while isinstance(message := library.steps[route.to], Message):
        route = next(each for each in message.to if holds(each.when, facts))
    return route


def _decided(library: Library, answers: list[Answer], route: Route | None) -> int:
    """The answer that decided: the last that recorded what the way depends on, else the last."""
    wanted = {fact for fact, _ in route.when} if route else set()
    for number in range(len(answers) - 1, -1, -1):
        step = library.steps[answers[number].step]
        assert isinstance(step, Question)
        for option in library.options(step):
            if option.id == answers[number].option and wanted.intersection(dict(option.means)):
                return number
    return len(answers) - 1


def _others(library: Library, walked: Session, again: Session) -> Iterator[OtherAnswer]:
    for number in range(len(walked.answers) - 1, -1, -1):
        step = library.steps[walked.answers[number].step]
        assert isinstance(step, Question)
        for option in step.options:  # what stands everywhere says so by itself
            if option.id == walked.answers[number].option:
                continue
            again.replay(walked.answers)
            try:
                again.change(number, option.id)
            except NotOffered:
                continue
            if isinstance(again.at, Ending) and again.step != walked.step:
                yield OtherAnswer(number, option.id, again.at, again.facts)


def told_of(why: Reason) -> list[OtherAnswer]:
    """The few that a person reads of: one a question, each to another ending.

    First one of the answer that decided, then the nearest to the end.
    """
    picked: list[OtherAnswer] = []
    for other in sorted(why.others, key=lambda other: other.number != why.decided):
        is_new = all(
            other.number != each.number and other.ending.id != each.ending.id for each in picked
        )
        if is_new and len(picked) < MOST_TOLD:
            picked.append(other)
    return picked


def reason_events(why: Reason, narrator: Narrator, library: Library) -> Iterator[Event]:
    """The reason as events, in the language of the narrator."""
    yield from narrator.headed(phrases.WHY_TITLE)
    asked = [_question(each, narrator, library) for each in why.answers]
    labels = [narrator.answered(*each.answer, each.facts).text for each in why.answers]
    for question, label in zip(asked, labels, strict=True):
        yield narrator.says(phrases.WHY_SAID, question=question, answer=label)
    if why.decided >= 0:
        yield narrator.says(phrases.WHY_DECIDED, answer=labels[why.decided])
    yield from narrator.headed(phrases.WHY_CHANGE)
    others = told_of(why)
    for other in others:
        earlier = why.answers[other.number]
        yield narrator.says(
            phrases.WHY_OTHER,
            question=asked[other.number],
            answer=narrator.answered(earlier.answer.step, other.option, earlier.facts).text,
            title=_title(other, narrator),
        )
    if not others:
        yield narrator.says(phrases.WHY_NO_OTHER)


def _question(earlier: AnswerGiven, narrator: Narrator, library: Library) -> str:
    step = library.steps[earlier.answer.step]
    assert isinstance(step, Question)
    return narrator.ask(step, earlier.facts, 0).text


def _title(other: OtherAnswer, narrator: Narrator) -> str:
    headline = narrator.end(other.ending, other.facts)[0]
    assert isinstance(headline, Headline)
    return headline.text
