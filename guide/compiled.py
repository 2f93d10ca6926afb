"""`python -m guide.compiled` makes the compiled flows and catalogues of a checkout."""

from pathlib import Path

from guide import catalogue
from guide.flow import library


def build(root: Path) -> list[Path]:
    """Compile the flows and every locale under `root`; gives the files written.

    Raises FlowError where the flows have faults.
    """
    made = [Path(library.compile_folder(str(root / "flows")))]
    locales = str(root / "locales")
    for language in catalogue.languages(locales):
        made.append(Path(catalogue.compile_language(locales, language)))
    return made


def main() -> int:
    """Compile the checkout this package stands in; 1 with every fault where that fails."""
    import sys

    from guide.problems import FlowError

    try:
        build(Path(__file__).resolve().parent.parent)
    except FlowError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
