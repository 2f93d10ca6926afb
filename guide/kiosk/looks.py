"""What takes longest of a kiosk's look at itself: begun at once, and shared among processes.

Nothing that was found is kept: each start looks at the sources anew.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import NamedTuple

from guide.check.finding import Finding
from guide.check.parallel import Shared, Task, processors
from guide.i18n.words import SOURCE_LANGUAGE
from guide.project import Compilation, Project
from guide.translate.sound import faults_of_language

# A fork holds what was read here once more as it goes: a small board has little memory.
MOST_PROCESSES = 2
"""Processes that a look is shared among."""


class LooksResult(NamedTuple):
    """What was found; a text is empty where all is as it must be."""

    compiled: str
    """The first compiled file that would be believed and says something else."""
    rules: str
    """The first rule that the flows break, or the first fault of their words."""
    left_out: dict[str, str]
    """Why a language is not sound, by its code."""
    in_english: dict[str, str]
    """How many safety lines of a language that is sound stand in English, by its code."""


class Looks:
    """Looks at a project that other processes have begun, and that `looked` ends."""

    def __init__(self, project: Project, today: str, processes: int = 0) -> None:
        """Begin; `today` is an ISO date. Raises FlowError where the flows cannot be walked."""
        self._languages = [code for code in project.languages if code != SOURCE_LANGUAGE]
        with suppress(Exception):  # then each look says so itself
            _ = project.rules, project.typed_words().index  # all rest on them: made once
        tasks: list[Task] = [
            lambda: why_not(lambda: _typed(project)),
            lambda: why_not(lambda: _proven(project, today)),
            *(_of_language(project, code) for code in self._languages),
            lambda: why_not(lambda: _forged([project.compiled_flows(), *project.compiled()])),
        ]
        # What a look reads, no visitor needs: the process they come from is not to hold it.
        number = processes or min(MOST_PROCESSES, processors())
        self._shared = Shared(tasks, number, apart=True)

    def looked(self) -> LooksResult:
        """What was found, once all is done."""
        typed, proven, *languages, forged = self._shared.results()
        whys, in_english, forgeries = zip(*languages, strict=True) if languages else ((), (), ())
        return LooksResult(
            next(filter(None, (forged, *forgeries)), ""),
            proven or typed,
            _said(self._languages, whys),
            _said(self._languages, in_english),
        )


def compiled_fault(project: Project) -> str:
    """The first compiled file that would be believed and says something else, or an empty text."""
    compilations = [project.compiled_flows(), *project.compiled()]
    for language in project.languages:
        compilations += project.compiled(language)
    return _forged(compilations)


def _said(codes: Iterable[str], whys: Iterable[str]) -> dict[str, str]:
    return {code: why for code, why in zip(codes, whys, strict=True) if why}


def why_not(look: Callable[[], str]) -> str:
    """What a look finds; a look that breaks has found something too."""
    try:
        return look()
    except Exception as error:
        return f"This could not be looked at ({type(error).__name__}). `guide check` may say more."


def first_reason(reasons: Iterable[object]) -> str:
    """The first of these reasons, or an empty text."""
    return next(map(str, reasons), "")


def _of_language(project: Project, code: str) -> Task:
    """A look at one language: its files are read once for all of it."""

    def look() -> tuple[str, str, str]:
        faults = faults_of_language(project, code)
        return *faults, why_not(lambda: _forged(project.compiled(code)))

    return look


def _forged(compilations: Iterable[Compilation]) -> str:
    from guide.check.run import forged

    return first_reason(
        f"{finding.place}: {finding.what} {finding.what_to_do}" for finding in forged(compilations)
    )


def _typed(project: Project) -> str:
    from guide.check.floor.look import typed_findings

    return _first_error(typed_findings(project))


def _proven(project: Project, today: str) -> str:
    """The first error of the flows themselves, of their rules and of the floor below them."""
    from guide.check.floor.look import conversation_findings, word_findings
    from guide.check.folder import check_folder

    def findings() -> Iterator[Iterable[Finding]]:
        yield check_folder(project, today).findings
        yield word_findings(project, today)
        yield conversation_findings(project)

    return _first_error(chain.from_iterable(findings()))


def _first_error(findings: Iterable[Finding]) -> str:
    return first_reason(
        f"{finding.place}: {finding.what} `guide check` says more."
        for finding in findings
        if finding.severity == "error"
    )
