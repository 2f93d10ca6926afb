"""Files made to make a reader hang or fill the memory: each is read, its faults counted, and timed.

Run as `python -m tests.support.hostile FOLDER` by test_read.py, in a process with little memory.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from guide.flow.faults import MAX_FAULTS
from guide.flow.read import library_from
from guide.problems import FlowError

_FLOW = "flow: big\nreader: young\nstart: s0\nsteps:\n"
_END = (
    "endings:\n  end: {urgency: talk, title: Talk, contacts: [kind], sources: [page]}\n"
    "contacts:\n  kind: {name: Kind, sources: [page], review-by: 2027-05-21}\n"
    "sources:\n  page: {document: A page, review-by: 2027-05-21}\n"
)


def _lines(number: int, line: str) -> str:
    return "".join(line.format(n=n, next=n + 1, before=max(0, n - 1)) for n in range(number))


FILES: dict[str, Callable[[], str]] = {
    "brackets": lambda: "[" * 100_000,
    "braces": lambda: "{a: " * 100_000,
    "block lists": lambda: "- " * 100_000,
    "block steps": lambda: "".join(" " * n + "a:\n" for n in range(1_500)),
    "aliases": lambda: "a: &a [b]\n" + _lines(100_000, "k{n}: *a\n"),
    "alias bomb": lambda: (
        "a0: &a0 [x, x]\n" + _lines(60, "b{n}: &a{next} [*a{n}, *a{n}, *a{n}, *a{n}, *a{n}]\n")
    ),
    "a long line": lambda: "about: " + "word " * 1_000_000,
    "a long key": lambda: '"' + "k" * 4_000_000 + '": v\n',
    "a key without end": lambda: "k" * 4_000_000,
    "unknown keys": lambda: _lines(100_000, "key-{n}: v\n"),
    "the same key": lambda: _lines(100_000, "key: v\n"),
    "tabs": lambda: "\t\n" * 300_000,
    "controls": lambda: "\x07\n\x08" * 300_000,
    "empty items": lambda: "help:\n" + "- \n" * 500_000,
    "unknown targets": lambda: _FLOW + _lines(30_000, "  s{n}: {{say: [Hi.], to: t{n}}}\n") + _END,
    "unknown contacts": lambda: "help: [" + _lines(100_000, "c{n}, ") + "]\n",
    "a chain without end": lambda: (
        _FLOW + _lines(30_000, "  s{n}: {{say: [Hi.], to: s{next}}}\n") + _END
    ),
    "a ring of messages": lambda: (
        _FLOW + _lines(30_000, "  s{n}: {{say: [Hi.], to: s{next}}}\n")
        + "  s30000: {say: [Hi.], to: s0}\n" + _END
    ),
    "back and forth": lambda: (
        _FLOW.replace("s0", "s1")
        + "  s0: {ask: Ok?, options: {a: {say: A, to: end}}}\n"
        + _lines(
            20_000,
            "  t{n}:\n    ask: Ok?\n"
            "    options: {{a: {{say: A, to: t{before}}}, b: {{say: B, to: s0}}}}\n",
        )
        + "  s1: {say: [Hi.], to: t9}\n"
        + _END
    ),
    "braces in texts": lambda: "about: x\nhelp: '" + "{" * 1_000_000 + "'\n",
    "a long text of braces": lambda: (
        "statements:\n  a: {sources: [b], say: '" + "{x" * 500_000 + "'}\n"
    ),
}  # fmt: skip


def main(folder: Path) -> None:
    """Read each file; a line for each on stdout with the number of its faults."""
    for name, text in FILES.items():
        file = folder / "flow.yaml"
        file.write_text(text(), encoding="utf-8")
        try:
            library_from(str(file))
        except FlowError as error:
            told = len(error.problems)
            print(f"{name}: {'told' if 0 < told <= MAX_FAULTS + 2 else told}")
        else:
            print(f"{name}: sound")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
