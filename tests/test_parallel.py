"""Tasks shared out among processes: what they give is what one process alone would give."""

import os
import threading

import pytest

from guide.check.parallel import Shared, processors
from guide.check.run import check
from guide.project import Project
from tests.support.talking import TINY

# What runs the tests may have threads, which no task here needs.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_what_tasks_give_comes_in_their_order(processes: int) -> None:
    """However many processes there are, and whichever of them does what."""
    tasks = [lambda number=number: [(number, "of", None)] for number in range(9)]
    shared = Shared(tasks, processes)
    assert [[(number, "of", None)] for number in range(9)] == shared.results()


def test_what_is_done_apart_is_not_done_here() -> None:
    """What it reads stays in the memory of others; what breaks there is done here all the same."""
    here = os.getpid()

    def only_here() -> int:
        assert os.getpid() == here
        return here

    assert here not in Shared([os.getpid, os.getpid], 1, apart=True).results()
    assert [here] == Shared([only_here], 1, apart=True).results()


def test_other_processes_work_while_this_one_does_something_else() -> None:
    """Tasks begin at once, not when their results are asked for."""
    reads, writes = os.pipe()

    def tell() -> int:
        os.write(writes, b"!")
        return os.getpid()

    shared = Shared([tell], 2)
    assert b"!" == os.read(reads, 1)
    assert shared.results() != [os.getpid()]
    os.close(reads)
    os.close(writes)


@pytest.mark.parametrize("what", ["leaves", "fails", "gives what cannot be handed back"])
def test_a_task_whose_process_fails_is_done_here(what: str) -> None:
    """Nothing that was to be looked at is passed over."""
    here = os.getpid()

    def task() -> object:
        if os.getpid() != here:
            if what == "leaves":
                os._exit(3)
            if what == "fails":
                raise ValueError
            return object()
        return "done here"

    # One other process takes the task at once; this one comes when it has taken both.
    shared = Shared([task, task], 2)
    assert ["done here", "done here"] == shared.results()


def test_an_error_is_raised_as_if_nothing_was_shared() -> None:
    """An author sees the same message; no process goes on alone."""

    def task() -> object:
        raise LookupError("no such folder")

    with pytest.raises(LookupError, match="no such folder"):
        Shared([task], 2).results()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_process_with_threads_works_alone() -> None:
    """A fork would leave them behind, with whatever they hold."""
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert 1 == processors()
    finally:
        done.set()
        waiting.join()


@pytest.mark.parametrize("fresh", [True, False])
def test_a_check_says_the_same_whoever_does_it(fresh: bool) -> None:
    """Every finding, and all that is told beside them."""
    alone, shared = (
        check(Project(str(TINY)), "2026-11-26", fresh=fresh, processes=processes)
        for processes in (1, 3)
    )
    assert alone._replace(library=None) == shared._replace(library=None)
