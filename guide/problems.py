"""What is wrong with a file, where, and what to do: the errors authors and translators read."""

from __future__ import annotations

from guide.light import TYPE_CHECKING, Record

if TYPE_CHECKING:
    from collections.abc import Iterable


class Place(Record):
    """A line of a file; line 0 speaks of the whole file or folder."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Problem(Record):
    """One fault: where, what is wrong, and what to do about it, as whole sentences."""

    place: Place
    what: str
    what_to_do: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what} {self.what_to_do}"


class FlowError(Exception):
    """The flows cannot be used; `problems` holds every fault found, in file and line order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place))
        super().__init__(f"{len(self.problems)} problems")

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
