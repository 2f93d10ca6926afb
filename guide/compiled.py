"""`python -m guide.compiled` makes the compiled flows and catalogues of a checkout."""

import time
from pathlib import Path

from guide import catalogue
from guide.check.kept import compile_checks
from guide.flow import library
from guide.hearing import index, lexicon, phrases
from guide.problems import FlowError
from guide.words import SOURCE_LANGUAGE

PRACTICE = (catalogue.PRACTICE,)


def build(root: Path) -> list[Path]:
    """Compile the flows and every locale under `root`; gives the files written.

    Raises FlowError where the flows or a language have faults; the other languages are compiled.
    """
    flows = str(root / "flows")
    made = [Path(library.compile_folder(flows))]
    made += [
        Path(lexicon.compile_file(str(words)))
        for words in (root / "flows" / "words").glob("*.yaml")
    ]
    locales = str(root / "locales")
    heard = library.load(flows)
    made += map(Path, index.compile_index(heard, flows, locales, SOURCE_LANGUAGE))
    problems = []
    for language in catalogue.languages(locales):
        try:
            made.append(Path(catalogue.compile_language(locales, language)))
            if catalogue.files(locales, language, PRACTICE):
                made.append(Path(catalogue.compile_language(locales, language, PRACTICE)))
            made += map(Path, phrases.compile_file(locales, language))
            made += map(Path, index.compile_index(heard, flows, locales, language))
        except catalogue.Unreadable as unreadable:
            problems.append(unreadable.problem)
    made += map(Path, compile_checks(flows, time.strftime("%Y-%m-%d"), locales))
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
