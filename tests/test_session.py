"""A session: the answers are the state."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.flow.library import load_library
from guide.flow.model import Ending, Library, Question
from guide.flow.paths import conversations, count
from guide.session import MAX_ANSWERS, Answer, FlowEngine, NotOffered, Session
from tests.support.talking import SHIPPED, TINY


@pytest.fixture(scope="module")
def journeys() -> FlowEngine:
    return FlowEngine(load_library(str(TINY)))


def after(journeys: FlowEngine, *options: str) -> Session:
    """A session that gave these answers."""
    session = Session(journeys)
    for option in options:
        session.choose(option)
    return session


def test_a_message_is_passed_on_the_way_to_the_first_question(journeys: FlowEngine) -> None:
    """What the guide says first comes with the first question, and needs no answer."""
    turn = Session(journeys).turn

    assert ["welcome"] == [message.id for message in turn.passed]
    assert "danger" == turn.at.id


def test_an_answer_records_what_it_means(journeys: FlowEngine) -> None:
    """Facts come from the answers and from nowhere else."""
    assert {"age": "11-17", "concern": "sexual"} == after(journeys, "no", "11-17", "sexual").facts


def test_a_condition_looks_at_earlier_answers(journeys: FlowEngine) -> None:
    """The same answer leads a younger child to an adult first."""
    assert "report-to-ceop" == after(journeys, "no", "11-17", "sexual").step
    assert "tell-an-adult" == after(journeys, "no", "under-11", "sexual").step


@pytest.mark.parametrize("wrong", ["maybe", "", "state", "choose yes", "to_age", "go on", "Yes"])
def test_an_answer_that_is_not_offered_changes_nothing(journeys: FlowEngine, wrong: str) -> None:
    """No name of the machinery is an answer, and a refused answer leaves no trace."""
    session = after(journeys, "no")

    with pytest.raises(NotOffered):
        session.choose(wrong)

    assert "age" == session.step
    assert [Answer("danger", "no")] == session.answers


def test_nothing_can_be_answered_after_the_end(journeys: FlowEngine) -> None:
    """An ending offers no answer, not even those that stand everywhere."""
    session = after(journeys, "yes")

    with pytest.raises(NotOffered):
        session.choose("danger")


def test_back_takes_back_one_answer_and_its_facts(journeys: FlowEngine) -> None:
    """After back the session is the one that never gave the last answer."""
    session = after(journeys, "no", "11-17", "sexual")

    session.back()

    assert ("worry", {"age": "11-17"}) == (session.step, session.facts)


def test_changing_an_early_answer_keeps_later_ones_that_fit(journeys: FlowEngine) -> None:
    """A corrected age keeps the worry, and the ending follows the new age."""
    session = after(journeys, "no", "11-17", "sexual")

    session.change(1, "under-11")

    assert "tell-an-adult" == session.step
    assert ["no", "under-11", "sexual"] == [answer.option for answer in session.answers]


def test_changing_an_answer_drops_later_ones_that_do_not_fit(journeys: FlowEngine) -> None:
    """Danger said late ends the conversation at 999; nothing after it is kept."""
    session = after(journeys, "no", "11-17", "sexual")

    session.change(0, "yes")

    assert ("call-999", 1) == (session.step, len(session.answers))


@pytest.mark.parametrize("number", [-1, 3, 99])
def test_changing_an_answer_never_given_changes_nothing(journeys: FlowEngine, number: int) -> None:
    """The session stays as it was, to the last answer."""
    session = after(journeys, "no", "11-17", "sexual")
    before = list(session.answers)

    with pytest.raises(NotOffered):
        session.change(number, "no")

    assert before == session.answers


def test_a_refused_change_leaves_every_answer(journeys: FlowEngine) -> None:
    """Even the answers after the one that was to change."""
    session = after(journeys, "no", "11-17", "sexual")

    with pytest.raises(NotOffered):
        session.change(1, "purple")

    assert ("report-to-ceop", 3) == (session.step, len(session.answers))


def test_restart_keeps_nothing(journeys: FlowEngine) -> None:
    """No answer and no fact is left."""
    session = after(journeys, "no", "11-17", "sexual")

    session.restart()

    assert ([], {}, "danger") == (session.answers, session.facts, session.step)


def test_facts_known_from_elsewhere_stay_through_back_and_restart() -> None:
    """What a kiosk's site says of the place is not the person's answer."""
    session = Session(FlowEngine(load_library(str(TINY))), start_facts={"age": "under-11"})

    session.choose("no")
    session.restart()

    assert {"age": "under-11"} == session.facts


def test_two_sessions_share_nothing(journeys: FlowEngine) -> None:
    """One machine moves them both, and neither sees the other's answers."""
    one, other = Session(journeys), Session(journeys)

    one.choose("yes")

    assert ("danger", {}, []) == (other.step, other.facts, other.answers)


def test_every_conversation_about_the_same_flows_is_moved_by_one_machine() -> None:
    """It takes longer to make than a conversation to walk; other flows have one of their own."""
    library, other = _library("shipped"), _library("tiny")

    assert FlowEngine(library).routes is FlowEngine(library).routes
    assert FlowEngine(library).routes is not FlowEngine(other).routes


def _library(name: str) -> Library:
    return load_library(str({"tiny": TINY, "shipped": SHIPPED}[name]))


@pytest.mark.parametrize("flows", ["tiny", "shipped"])
def test_the_machine_goes_where_the_flow_says_on_every_path(flows: str) -> None:
    """Replaying each conversation by the machine ends where reading the flow says it ends."""
    library = _library(flows)
    journeys = FlowEngine(library)

    for path in conversations(library):
        session = after(journeys, *path.answers)
        assert (path.ending.id, path.facts) == (session.step, session.facts)


@pytest.mark.parametrize("flows", ["tiny", "shipped"])
def test_conversations_are_counted_as_they_are_listed(flows: str) -> None:
    """The quick count is the number of conversations one gets by walking them all."""
    library = _library(flows)

    assert sum(1 for _ in conversations(library)) == count(library)


_MOVES = st.one_of(
    st.tuples(st.just("choose"), st.integers(0, 12)),
    st.tuples(st.just("back"), st.just(0)),
    st.tuples(st.just("restart"), st.just(0)),
    st.tuples(st.just("change"), st.integers(0, 100)),
)


@pytest.mark.parametrize("flows", ["tiny", "shipped"])
def test_answers_backs_and_changes_never_lead_to_a_dead_end(flows: str) -> None:
    """Wherever any moves lead: a question with answers, or an ending with someone to contact.

    And the answers are the state: a new session given the same answers is in the same place.
    """
    library = _library(flows)
    journeys = FlowEngine(library)

    @settings(max_examples=150, deadline=None)
    @given(st.lists(_MOVES, max_size=25))
    def walk(moves: list[tuple[str, int]]) -> None:
        session = Session(journeys)
        for move, number in moves:
            _move(library, session, move, number)
            at = session.at
            if isinstance(at, Ending):
                assert at.shown(session.facts)
            else:
                assert at.options
            copy = Session(journeys)
            copy.replay(session.answers)
            assert (copy.step, copy.facts) == (session.step, session.facts)

    walk()


def _move(library: Library, session: Session, move: str, number: int) -> None:
    if move == "choose" and isinstance(session.at, Question):
        options = list(library.options(session.at))
        session.choose(options[number % len(options)].id)
    elif move == "change" and session.answers:
        position = number % len(session.answers)
        question = library.steps[session.answers[position].step]
        assert isinstance(question, Question)
        options = list(library.options(question))
        session.change(position, options[number % len(options)].id)
    elif move == "back":
        session.back()
    elif move == "restart":
        session.restart()


def test_a_session_takes_only_so_many_answers(journeys: FlowEngine) -> None:
    """Even a flow that loops cannot make a session grow for ever."""
    session = Session(journeys)
    session.answers = [Answer("danger", "no")] * MAX_ANSWERS

    with pytest.raises(NotOffered):
        session.choose("no")
