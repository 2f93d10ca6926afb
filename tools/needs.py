"""What a text must have in it for a pattern of harmful words to be found there, read from it.

`python -m tools.needs` writes guide/check/floor/needs.txt anew; a test holds it to the patterns.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from guide.check.floor.harm import ADVISED
from guide.check.floor.harms import HARMS
from guide.check.floor.scan import AND, NEEDS

WRITTEN = Path(__file__).parent.parent / "guide" / "check" / "floor" / NEEDS
HEAD = "# What each pattern of harms.py needs, by kind. Written by `python -m tools.needs`.\n"
MOST = 40
"""Wordings of one part of a pattern that are told apart."""
MOST_GROUPS = 2
LONG_ENOUGH = 7
"""Letters past which fewer words are better than longer ones."""

Words = frozenset[str]
_NOTHING: Words = frozenset([""])


class Part(NamedTuple):
    """What is known of a part of a pattern."""

    exact: Words | None
    """All that it can match; None where that is too much to list."""
    needs: Words
    """One of these is in all that it matches."""


def needs_of(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Words of which every text has one in which a pattern can be found: of each group one."""
    _, candidates = _run(_parser.parse(pattern.removeprefix(ADVISED)))
    needs = {group for group in candidates if all(any(map(str.isalnum, word)) for word in group)}
    if not needs:
        raise ValueError(f"Nothing is needed for {pattern}: write it with a word of its own.")
    in_order = sorted(needs, key=lambda group: (_worth(group), sorted(group)), reverse=True)
    return tuple(tuple(sorted(_shortest(group))) for group in in_order[:MOST_GROUPS])


def _shortest(group: Words) -> Iterator[str]:
    """Those in which no other of them stands."""
    return (word for word in group if not any(o in word for o in group if o != word))


def _sequence(items: Iterable[tuple[Any, Any]]) -> Part:
    exact, candidates = _run(items)
    return Part(exact, max(candidates, key=_worth))


def _run(items: Iterable[tuple[Any, Any]]) -> tuple[Words | None, list[Words]]:
    """All that parts in a row can match, where that can be listed; and what each run needs."""
    candidates: list[Words] = []
    run, is_exact = _NOTHING, True
    for code, argument in items:
        part = _part(code, argument)
        if part.exact is not None and len(run) * len(part.exact) <= MOST:
            run = frozenset(a + b for a, b in product(run, part.exact))
            continue
        candidates += [run, part.needs]
        run, is_exact = part.exact or _NOTHING, False
    return (run if is_exact else None), [*candidates, run]


def _worth(words: Words) -> tuple[int, int]:
    return min(LONG_ENOUGH, *map(len, words)), -len(words)


def _part(code: Any, argument: Any) -> Part:
    if code is sre.LITERAL:
        return _exactly([chr(argument)])
    if code is sre.SUBPATTERN:
        return _sequence(argument[-1])
    if code is sre.BRANCH:
        return _either([_sequence(branch) for branch in argument[1]])
    if code is sre.MAX_REPEAT:
        least, most, repeated = argument
        part = _sequence(repeated)
        if (least, most) == (0, 1):
            return _either([part, _exactly([""])])
        return Part(None, part.needs if least else _NOTHING)
    if code is sre.IN and all(kind is sre.LITERAL for kind, _ in argument):
        return _exactly([chr(letter) for _, letter in argument])
    if code in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return _exactly([""])
    return Part(None, _NOTHING)


def _exactly(words: Iterable[str]) -> Part:
    exact = frozenset(words)
    return Part(exact, exact)


def _either(parts: list[Part]) -> Part:
    exact: Words | None = frozenset()
    for part in parts:
        exact = None if exact is None or part.exact is None else exact | part.exact
    return Part(
        exact if exact is None or len(exact) <= MOST else None,
        frozenset().union(*(part.needs for part in parts)),
    )


def written() -> str:
    """The file, as it is to stand: a pattern a line, a bar after each part, as blanks count."""
    patterns = ((harm.kind, p) for harm in HARMS for p in (*harm.patterns, *harm.never))
    return HEAD + "".join(f"{kind}|{_in_line(needs_of(p))}|\n" for kind, p in patterns)


def _in_line(groups: tuple[tuple[str, ...], ...]) -> str:
    return f"|{AND}|".join("|".join(group) for group in groups)


if __name__ == "__main__":
    WRITTEN.write_text(written(), "utf-8")
