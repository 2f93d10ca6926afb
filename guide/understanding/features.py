"""What the learned ear looks at in a line: its words, what they speak of, and groups of letters."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from guide.understanding.typed import BREAK

# Shorter groups say little, longer ones are whole words, which are looked at by themselves.
LETTERS = range(3, 6)
"""How many letters stand in a group, the blank at a word's edge counted."""
WORD, PAIR, CONCEPT, GROUP = "w ", "p ", "c ", "g "
"""How the names of features begin: a word, two words, a concept, letters."""
# A word that is longer is noise; each letter of it would cost three groups.
LONGEST = 20


def features(typed: Iterable[str], stems: Sequence[str], units: Iterable[str]) -> set[str]:
    """The features of a line: `typed` words as they stand, their stems mended, and the concepts."""
    known = [stem for stem in stems if stem != BREAK]
    named = {f"{WORD}{stem}" for stem in known}
    named |= {f"{PAIR}{stem} {after}" for stem, after in pairwise(known)}
    named |= {f"{CONCEPT}{unit}" for unit in units}
    for word in set(typed):
        named.update(_groups(word))
    return named


def _groups(word: str) -> Iterator[str]:
    edged = f" {word[:LONGEST]} "
    for length in LETTERS:
        for start in range(len(edged) - length + 1):
            yield f"{GROUP}{edged[start : start + length]}"


def told(name: str) -> str:
    """A feature as an author is told of it."""
    kind, rest = name[:2], name[2:]
    return rest if kind == CONCEPT else f'letters "{rest}"' if kind == GROUP else f'"{rest}"'
