"""Tasks shared out among processes, so that a check takes the time of one of them.

Each process is a fork of this one, so all that was read before it began is there at once. It takes
the next task that nobody has taken, and hands back what its tasks gave as plain data. A task whose
process fails is done here, so that nothing is lost and an error is raised where it would have been.
"""

import _thread
import marshal
import os
from collections.abc import Callable, Sequence
from typing import Any

Task = Callable[[], Any]
"""Gives data that marshal knows."""

MOST_TASKS = 255
"""The number of a task is one byte, so that a process can take one while others try to."""


def processors() -> int:
    """How many processes can work at once; one where a fork would leave threads behind."""
    return 1 if _thread._count() else os.cpu_count() or 1


class Shared:
    """Tasks that other processes have begun, and that `results` ends."""

    def __init__(self, tasks: Sequence[Task], processes: int, *, apart: bool = False) -> None:
        """Begin with all but one of so many `processes`; one alone leaves all to `results`.

        `apart` begins with all of them, and leaves nothing to this one: what tasks read stays in
        the memory of whoever does them.
        """
        self._apart = apart
        self._tasks = tasks
        self._turns = -1
        self._helpers: list[tuple[int, int]] = []
        """Each other process, and the pipe that brings what it did."""
        # This process works too, but where all is to be done apart.
        helpers = min(processes if apart else processes - 1, len(tasks))
        if helpers > 0 and len(tasks) <= MOST_TASKS and hasattr(os, "fork"):
            self._turns, ahead = os.pipe()
            # The tasks' numbers wait in a pipe: whoever reads a byte has that task, without a lock.
            os.write(ahead, bytes(range(len(tasks))))
            # Closed before anybody forks: else whoever reads the empty pipe would wait for ever.
            os.close(ahead)
            self._helpers = [self._forked() for _ in range(helpers)]

    def results(self) -> list[Any]:
        """What each task gave, in their order; what nobody has begun is done here."""
        done: dict[int, Any] = {}
        try:
            done |= self._taken() if self._helpers and not self._apart else {}
        finally:
            # Even where a task failed here: nobody else ends the other processes.
            done |= self._handed_back()
        return [
            done[number] if number in done else task() for number, task in enumerate(self._tasks)
        ]

    def _handed_back(self) -> dict[int, Any]:
        """What the other processes did; they are gone then."""
        done: dict[int, Any] = {}
        for process, pipe in self._helpers:
            with open(pipe, "rb") as file:
                # Read before it is waited for: one with more than a pipe holds ends only then.
                data = file.read()
            # What a process that failed has written may be cut off, so its tasks are done here.
            if os.waitpid(process, 0)[1] == 0:
                done |= marshal.loads(data)
        if self._helpers:
            os.close(self._turns)
            self._helpers = []
        return done

    def _taken(self) -> dict[int, Any]:
        """Every task whose turn comes to this process, by its number."""
        done: dict[int, Any] = {}
        while turn := os.read(self._turns, 1):
            done[turn[0]] = self._tasks[turn[0]]()
        return done

    def _forked(self) -> tuple[int, int]:
        reads, writes = os.pipe()
        process = os.fork()
        if process:
            os.close(writes)
            return process, reads
        # It never returns: what stands on the stack is the other's to go on with.
        try:
            with open(writes, "wb") as file:
                marshal.dump(self._taken(), file)
            # Not sys.exit: that would do this program's cleaning up, and flush its buffers, twice.
            os._exit(0)
        finally:
            os._exit(1)
