"""`python -m guide.compiled` makes the compiled flows and catalogues of a checkout."""

from pathlib import Path

from guide import catalogue
from guide.flow import library
from guide.hearing import lexicon, phrases
from guide.problems import FlowError


def build(root: Path) -> list[Path]:
    """Compile the flows and every locale under `root`; gives the files written.

    Raises FlowError where the flows or a language have faults; the other languages are compiled.
    """
    made = [Path(library.compile_folder(str(root / "flows")))]
    made += [
        Path(lexicon.compile_file(str(words)))
        for words in (root / "flows" / "words").glob("*.yaml")
    ]
    locales = str(root / "locales")
    problems = []
    for language in catalogue.languages(locales):
        try:
            made.append(Path(catalogue.compile_language(locales, language)))
            made += map(Path, phrases.compile_file(locales, language))
        except catalogue.Unreadable as unreadable:
            problems.append(unreadable.problem)
    if problems:
        raise FlowError(problems)
    return made


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
