"""A session is small, whatever the size of the flow."""

import pytest

from tests.bench.engines import ours
from tests.bench.graph import graph
from tests.bench.measure import bytes_kept

SESSIONS = 2_000
KIB = 1024


@pytest.fixture(scope="module")
def sizes() -> dict[int, float]:
    """Bytes of a live session two answers in, by the questions of its flow."""
    return {questions: session_bytes(questions) for questions in (10, 1_000)}


def session_bytes(questions: int) -> float:
    """Bytes of one of many live sessions, two answers in."""
    engine = ours(graph(questions))

    def live() -> list[object]:
        sessions = [engine.create() for _ in range(SESSIONS)]
        for session in sessions:
            engine.walk(session, ("yes", "no"))
        return sessions

    return bytes_kept(live) / SESSIONS


@pytest.mark.parametrize("questions", [10, 1_000])
def test_a_live_session_takes_at_most_one_kib(sizes: dict[int, float], questions: int) -> None:
    """A thousand people at once are a megabyte."""
    assert 100 < sizes[questions] <= KIB  # less than 100 would mean that nothing was measured


def test_a_session_is_no_larger_in_a_larger_flow(sizes: dict[int, float]) -> None:
    """Ten questions or a thousand: the same bytes, but for a tenth."""
    assert sizes[10] == pytest.approx(sizes[1_000], rel=0.1)
