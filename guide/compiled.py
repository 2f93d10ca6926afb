"""`python -m guide.compiled` makes the compiled files of a checkout (guide/cache.py)."""

from collections.abc import Iterator
from pathlib import Path

from guide import cache
from guide.catalogue import Unreadable
from guide.check.run import looks
from guide.problems import FlowError, Problem
from guide.project import Compilation, Project
from guide.words import SOURCE_LANGUAGE


def build(root: Path, *, for_package: bool = False) -> list[Path]:
    """Compile the flows and every locale under `root`; gives the files written.

    `for_package` makes them for where the package will be installed. Raises FlowError where the
    flows or a language have faults; the other languages are compiled.
    """
    project = Project(str(root / "flows"), str(root / "locales"))
    problems: list[Problem] = []
    written = []
    for compiled, make in _compilations(project):
        try:
            written.append(Path(cache.write(compiled, make(), for_package=for_package)))
        except Unreadable as unreadable:
            problems.append(unreadable.problem)
    if problems:
        raise FlowError(problems)
    return written


def _compilations(project: Project) -> Iterator[Compilation]:
    """The flows, what there is of each language, then what is found in them."""
    yield project.compiled_flows()
    for language in (SOURCE_LANGUAGE, *project.languages):
        yield from project.compiled(language)
    yield from ((look, look.build) for look in looks(project))


def main() -> int:
    """Compile the checkout this package stands in; 1 with every fault where that fails."""
    import sys

    try:
        build(Path(__file__).resolve().parent.parent)
    except FlowError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
