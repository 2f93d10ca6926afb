"""Collects what is wrong with one file, so that one run tells all of it."""

from guide.problems import Place, Problem

# The rest mostly follows from what stands above, and a list that scrolls away is read by nobody.
MAX_FAULTS = 100
"""Faults told of one file; a file with more is better mended from the top."""


class Faults:
    """Collects what is wrong with one file; past MAX_FAULTS it only counts."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.incomplete = False
        """Whether some of the file was not read, so that names it holds may seem unknown."""
        self._problems: list[Problem] = []
        self._more = 0

    def add(self, line: int, what: str, what_to_do: str) -> None:
        """Note one fault at a line (1 is the first; 0 is the file as a whole)."""
        problem = Problem(Place(self.file, line), what, what_to_do)
        if self._problems and problem == self._problems[-1]:
            return  # twenty tabs in a row are one fault
        if len(self._problems) < MAX_FAULTS:
            self._problems.append(problem)
        else:
            self._more += 1

    def only(self, line: int, what: str, what_to_do: str) -> None:
        """Note one fault beside which the others, noted before, say nothing."""
        self._problems.clear()
        self._more = 0
        self.add(line, what, what_to_do)

    @property
    def full(self) -> bool:
        """Whether further faults are only counted."""
        return len(self._problems) >= MAX_FAULTS

    def problems(self) -> list[Problem]:
        """Every fault noted, with a last one that counts the rest where there are too many."""
        if not self._more:
            return self._problems
        number = "1 more fault" if self._more == 1 else f"{self._more} more faults"
        last = Problem(
            max(problem.place for problem in self._problems),
            f"There is more: {number} in this file.",
            "Mend the ones above first.",
        )
        return [*self._problems, last]
