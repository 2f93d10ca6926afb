"""Where a session goes back to: to ask something anew, or to look at another trouble."""

from guide.flow.model import Library, Question
from guide.session import Session
from guide.understanding.guesses import WHOM
from guide.understanding.reach import Reach


def recorded_at(library: Library, session: Session, fact: str) -> int:
    """How many answers stay where the question that a fact is recorded at is asked anew.

    The first of several: who said to be an adult and then "im 13" can say that it is about them.
    All of them where none was answered.
    """
    for number, (step, _) in enumerate(session.answers):
        question = library.steps[step]
        if isinstance(question, Question) and any(
            fact in dict(option.means) for option in question.options
        ):
            return number
    return len(session.answers)


def reached_from(reach: Reach, session: Session, step: str) -> int:
    """How many answers stay where the session goes back to come by a step; the most there can."""
    numbers = range(len(session.answers) - 1, -1, -1)
    return next((n for n in numbers if step in reach.questions(session.answers[n].step)), 0)


def asked_of_all(library: Library, session: Session) -> str:
    """The earliest question answered that does not ask who it is about; else the first of all."""
    for answer in session.answers:
        question = library.steps[answer.step]
        assert isinstance(question, Question)
        if all(option.means[:1] == () or option.means[0][0] != WHOM for option in question.options):
            return answer.step
    return session.answers[0].step if session.answers else session.step
