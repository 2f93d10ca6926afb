"""How much a young person reads before they see where to turn.

Counted is all that is shown up to the ending: what the guide says, each question and why it is
asked, each answer and its hint, "Not sure" and "Skip" among them.
"""

from functools import cache
from statistics import median

import pytest

from guide.conversation.conversation import Conversation, Events
from guide.conversation.events import Asked, Headline, Said
from guide.flow.model import Facts, Message, Question, Wording, holds, pick
from guide.flow.paths import Path, conversations, facts_after, next_step
from guide.i18n.words import Words
from tests.support.hearing import shipped


def words_of(wording: Wording, facts: Facts) -> int:
    text = pick(wording, facts)
    return len(text.source.split()) if text else 0


@cache
def words_of_step(step_id: str, known: frozenset[tuple[str, str]]) -> int:
    """The words of one message or question, for somebody of whom this is known."""
    library, facts = shipped(), dict(known)
    step = library.steps[step_id]
    if isinstance(step, Message):
        lines = [line for line in step.say if holds(line.when, facts)]
        statements = library.statements
        said = [line.wording or statements[line.statement].say for line in lines]
        return sum(words_of(wording, facts) for wording in said)
    assert isinstance(step, Question)
    answers = sum(
        words_of(option.say, facts) + words_of(option.hint, facts) for option in step.options
    )
    return words_of(step.ask, facts) + words_of(step.why, facts) + answers


def words_before_the_ending(path: Path) -> int:
    library, count = shipped(), 0
    facts: Facts = {}
    step, answers = library.first_step(), iter(path.answers)
    while step != path.ending.id:
        count += words_of_step(step, frozenset(facts.items()))
        here = library.steps[step]
        if isinstance(here, Question):
            answer = next(answers)
            option = next(option for option in library.options(here) if option.id == answer)
            facts = facts_after(option, facts)
            step = next_step(option.to, facts)
        else:
            assert isinstance(here, Message)
            step = next_step(here.to, facts)
    return count


def words_shown(events: Events) -> int:
    """The words that a conversation shows, up to an ending."""
    count = 0
    for event in events:
        if isinstance(event, Headline):
            break
        if isinstance(event, Said):
            count += len(event.text.split())
        if isinstance(event, Asked):
            labels = [f"{choice.label} {choice.hint}" for choice in event.choices]
            count += len(" ".join((event.text, event.why, *labels)).split())
    return count


@pytest.mark.parametrize("who", ["young-person", "friend"])
def test_few_words_stand_before_the_ending(who: str) -> None:
    """The median of every conversation, those of whoever is not sure or skips among them."""
    paths = [path for path in conversations(shipped()) if path.answers[0] == who]

    assert median(map(words_before_the_ending, paths)) <= 180


def test_what_is_counted_is_what_a_conversation_shows() -> None:
    answers = ("young-person", "not-sure", "none", "rather-not-say", "home", "plans", "marry")
    path = next(path for path in conversations(shipped()) if path.answers == answers)
    talk = Conversation(shipped(), Words(shipped().contacts))
    shown = words_shown(talk.begin()) + sum(words_shown(talk.choose(key)) for key in answers)

    assert shown == words_before_the_ending(path)
