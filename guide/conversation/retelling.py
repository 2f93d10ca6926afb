"""What was said and asked before, told anew by walking the answers again: no words are kept."""

from __future__ import annotations

from guide.flow.model import Question
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guide.conversation.conversation import Events
    from guide.conversation.events import Asked
    from guide.conversation.narrator import Narrator
    from guide.session import Answer, Session


def story_so_far(begun: Session, answers: Iterable[Answer], narrator: Narrator) -> list[Events]:
    """What came first, then what each answer brought; `begun` is a session without an answer."""
    turns = [turn(begun, narrator)]
    for step, key in answers:
        begun.choose(key)
        turns.append((narrator.answered(step, key, begun.facts), *turn(begun, narrator)))
    return turns


def question_after(begun: Session, answers: Iterable[Answer], narrator: Narrator) -> Asked:
    """The question that is asked after these answers."""
    before = tuple(answers)
    begun.replay(before)
    assert isinstance(begun.at, Question)
    return narrator.ask(begun.at, begun.facts, len(before))


def turn(session: Session, narrator: Narrator) -> Events:
    """What the session has entered since its last answer."""
    return narrator.turn(session.turn, session.facts, len(session.answers))
