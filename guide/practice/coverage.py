"""Which endings, audiences and ages the scenarios cover: of what can happen, what is practised."""

from collections.abc import Iterable
from typing import NamedTuple

from guide.flow.model import Ending, Library, Question
from guide.practice.scenario import AGE, DANGER, WHO, YOU, ScenarioCase
from guide.practice.way import states

CONCERN = "concern"
COUNTED = (WHO, AGE, DANGER, CONCERN)
"""The facts of whose every value there is a story."""
YOUNG = ("young-person", "friend")


class Cell(NamedTuple):
    """An ending as one audience reaches it about one age; empty words where that is not asked."""

    ending: str
    audience: str
    age: str


class Coverage(NamedTuple):
    """For each cell that can happen, the scenarios that practise it, and what none does."""

    cells: dict[Cell, tuple[str, ...]]
    lacking: tuple[str, ...] = ()
    """Each value that a story of its own is owed to, and that has none."""

    @property
    def empty(self) -> tuple[Cell, ...]:
        """What can happen and is not practised."""
        return tuple(cell for cell, scenarios in self.cells.items() if not scenarios)


def coverage_cells(library: Library) -> list[Cell]:
    """Every cell that some conversation reaches, in the order of the endings and facts."""
    cells = {
        Cell(state.step.id, state.facts.get(WHO, ""), state.facts.get(AGE, ""))
        for state in states(library)
        if isinstance(state.step, Ending)
    }
    order = {name: number for number, name in enumerate(library.steps)}
    values = [
        ["", *(value for value, _ in library.facts[fact].values)] if fact in library.facts else [""]
        for fact in (WHO, AGE)
    ]
    return sorted(
        cells,
        key=lambda cell: (
            order[cell.ending],
            values[0].index(cell.audience),
            values[1].index(cell.age),
        ),
    )


def coverage(library: Library, cases: Iterable[ScenarioCase]) -> Coverage:
    """The tellings of each cell. Where an audience or an age is not asked, any will do."""
    by_ending: dict[str, list[ScenarioCase]] = {}
    for telling in cases:
        by_ending.setdefault(telling.expected, []).append(telling)
    cells = {}
    for cell in coverage_cells(library):
        cells[cell] = tuple(
            telling.id
            for telling in by_ending.get(cell.ending, ())
            if cell.audience in ("", telling.audience) and cell.age in ("", telling.age)
        )
    return Coverage(cells, tuple(lacking(library, cases)))


def lacking(library: Library, cases: Iterable[ScenarioCase]) -> list[str]:
    """Values that no story practises: of each fact, of who you are, and each concern by who tells.

    The product of them all is shown and not demanded.
    """
    tellings = list(cases)
    owed = {f"{fact}: {value}" for fact, value, _ in _sayable(library) if fact != CONCERN}
    owed |= {f"concern: {value}, {by}" for fact, value, by in _sayable(library) if fact == CONCERN}
    owed |= {f"you: {role}" for role in YOU}
    held = {f"{fact}: {value}" for telling in tellings for fact, value in telling.facts.items()}
    held |= {f"concern: {case.facts.get(CONCERN)}, {_by(case.audience)}" for case in tellings}
    held |= {f"you: {telling.scenario.you}" for telling in tellings}
    return sorted(owed - held)


def _sayable(library: Library) -> set[tuple[str, str, str]]:
    """Each fact and value that counts here, and by whom it can be said."""
    return {
        (fact, value, _by(state.facts.get(WHO, value)))
        for state in states(library)
        if isinstance(state.step, Question)
        for option in library.options(state.step)
        for fact, value in option.means
        if fact in COUNTED
    }


def _by(audience: str) -> str:
    return "told by the young" if audience in YOUNG else "told by adults"


def coverage_lines(covered: Coverage) -> list[str]:
    """The coverage in lines: an ending, then for each audience how many tellings at each age."""
    lines: list[str] = []
    ending = audience = ""
    for cell, scenarios in covered.cells.items():
        if cell.ending != ending:
            ending, audience = cell.ending, "?"
            lines.append(ending)
        if cell.audience != audience:
            audience = cell.audience
            lines.append(f"  {audience or 'anyone'}:")
        count = str(len(scenarios)) if scenarios else "EMPTY"
        lines[-1] += f" {cell.age or 'any age'} {count},"
    number = len(covered.cells)
    lines = [line.rstrip(",") for line in lines]
    lines += [f"No story: {value}" for value in covered.lacking]
    return [*lines, f"{number} cells, {len(covered.empty)} of them empty."]
