"""What somebody said yes to answers its own question later, and is never asked again."""

import pytest

from guide.flow.library import load_library
from guide.flow.model import Library, Option, Question
from guide.session import FlowEngine, Session
from guide.shipped import folder
from guide.understanding.reach import Reach
from guide.understanding.waiting import Waiting

WHO = {
    "young-person": ("young-person",),
    "friend": ("friend",),
    "adult": ("parent", "professional", "adult"),
    "adult-self": ("adult-self",),
}
"""By flow, whom its concerns are about."""
UNCLEAR = ("unsure", "not-said")


def concern(option: Option) -> str:
    return dict(option.means).get("concern", "")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(folder("flows"))


@pytest.mark.parametrize("age", ["under-11", "11-17", "unknown"])
@pytest.mark.parametrize("who", [who for each in WHO.values() for who in each])
def test_a_worry_that_was_confirmed_is_never_asked_for_again(
    library: Library, who: str, age: str
) -> None:
    """Only more of it may be asked: whoever said "raped on Saturday" is not asked what is wrong."""
    engine, reach = FlowEngine(library), Reach(library)
    asked_again = []
    for question in library.steps.values():
        if not isinstance(question, Question) or who not in WHO.get(question.flow, ()):
            continue
        for option in question.options:
            if concern(option) in ("", *UNCLEAR):
                continue
            waiting = Waiting(library, reach)
            waiting.add(question.id, option.id)
            for fact, value in (("who", who), ("age", age), ("danger", "no")):
                waiting.add_fact(fact, value)
            session = Session(engine)
            while isinstance(at := session.at, Question) and (key := waiting.answer(at)):
                session.choose(key)
            if session.facts.get("concern") != concern(option):
                asked_again.append(f"{question.id}.{option.id} at {session.step}")

    assert [] == asked_again


def test_what_nobody_said_is_not_taken_for_granted(library: Library) -> None:
    """Two ways that record something different: it is asked which."""
    reach = Reach(library)
    worry, kinds = library.steps["worry"], library.steps["sexual-kind"]
    assert isinstance(worry, Question)
    assert isinstance(kinds, Question)

    assert "" == reach.way(kinds, "touched-when")
    assert "" == reach.way(worry, "touched-when")
    assert "touched" == reach.way(kinds, "touched-when", {"concern"})
    assert "sexual" == reach.way(worry, "touched-when", {"concern"})


def test_an_age_that_an_answer_records_is_not_taken_for_somebody_else(library: Library) -> None:
    """An adult's worry records that they are 18 or over; a child is asked how old they are."""
    waiting = Waiting(library, Reach(library))
    waiting.add("self-sexual-kind", "threat")
    age = library.steps["age"]
    assert isinstance(age, Question)

    assert "" == waiting.answer(age)
