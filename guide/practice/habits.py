"""What gives the good line away over all stories together: any word, any shape of the words.

One story is too short to tell luck from a habit (`craft` looks at that); many stories are not. The
habits are not listed: they are made of the lines themselves.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import sqrt
from typing import NamedTuple

from guide.practice.rules import wordings_of
from guide.practice.scenario import Scenario
from guide.problems import Problem

_ENOUGH = 100
"""Turns from which on luck and habit can be told apart."""
_OFTEN = 20
"""Lines in which a word stands, so that somebody could go by it."""
# Chance passes 3.5 deviations once in 4,300 times; of the shipped stories 203 habits are tried.
_BEYOND_LUCK = 3.5
"""Standard deviations above chance. Of a thousand habits that mean nothing, none gets there."""


class _Spoken(NamedTuple):
    """Something that may be said, and whether it is good."""

    words: str
    parts: tuple[str, ...]
    """Its words, small, in order."""
    good: bool


class _Habit(NamedTuple):
    """What somebody always takes who knows nothing of listening."""

    name: str
    size: Callable[[_Spoken], float]


def habits_that_win(scenarios: Sequence[Scenario]) -> Iterator[Problem]:
    """The habits that find the good line more often than luck over all of these stories."""
    turns = [turn for scenario in scenarios for turn in _turns(scenario)]
    if len(turns) < _ENOUGH:
        return
    chances = [_share(turn) for turn in turns]
    chance = sum(chances)
    # The deviation of a sum of draws, each of which is right by a chance of its own.
    luck = sqrt(sum(share * (1 - share) for share in chances))
    for habit in _habits(turns):
        right = sum(_share(_taken(turn, habit)) for turn in turns)
        if right > chance + _BEYOND_LUCK * luck:
            yield Problem(
                scenarios[0].place,
                f"Over all stories, who always takes {habit.name} is right in {right:.0f} of "
                f"{len(turns)} turns, and by chance in {chance:.0f}.",
                "Let bad lines, in any story, have it as often as good ones.",
            )


def _turns(scenario: Scenario) -> Iterator[list[_Spoken]]:
    for turn in scenario.listen:
        spoken = []
        for move in turn.moves:
            words = max(wordings_of(move.say), key=len, default="")
            parts = tuple(re.findall(r"[a-z']+", words.lower())) or ("",)
            spoken.append(_Spoken(words, parts, move.opens > 0))
        if spoken:
            yield spoken


def _share(turn: Sequence[_Spoken]) -> float:
    """How often somebody is right who takes any of these."""
    return sum(spoken.good for spoken in turn) / len(turn)


def _taken(turn: list[_Spoken], habit: _Habit) -> list[_Spoken]:
    """What a habit takes: one line, or all of those it cannot tell apart."""
    sizes = [habit.size(spoken) for spoken in turn]
    return [spoken for spoken, size in zip(turn, sizes, strict=True) if size == max(sizes)]


def _habits(turns: list[list[_Spoken]]) -> Iterator[_Habit]:
    lines = [spoken for turn in turns for spoken in turn]
    for name, size in _SHAPES.items():
        yield from _more_or_less(name, size)
    for sign in sorted({sign for spoken in lines for sign in spoken.words if not sign.isalnum()}):
        yield from _more_or_less(f'"{sign}"', partial(_times, sign))
    for word in _often(word for spoken in lines for word in set(spoken.parts)):
        yield _Habit(f'the line with "{word}"', partial(_holds, word))
        yield _Habit(f'the line without "{word}"', partial(_lacks, word))
    for number, where in ((0, "begins"), (-1, "ends")):
        for word in _often(spoken.parts[number] for spoken in lines):
            yield _Habit(f'the line that {where} with "{word}"', partial(_stands_at, number, word))


def _more_or_less(name: str, size: Callable[[_Spoken], float]) -> Iterator[_Habit]:
    yield _Habit(f"the most {name}", size)
    yield _Habit(f"the fewest {name}", partial(_negative, size))


def _negative(size: Callable[[_Spoken], float], spoken: _Spoken) -> float:
    return -size(spoken)


def _times(sign: str, spoken: _Spoken) -> float:
    return spoken.words.count(sign)


def _holds(word: str, spoken: _Spoken) -> float:
    return word in spoken.parts


def _lacks(word: str, spoken: _Spoken) -> float:
    return word not in spoken.parts


def _stands_at(number: int, word: str, spoken: _Spoken) -> float:
    return spoken.parts[number] == word


def _often(words: Iterator[str]) -> list[str]:
    return sorted(word for word, times in Counter(words).items() if times >= _OFTEN)


_SHAPES: dict[str, Callable[[_Spoken], float]] = {
    "letters": lambda spoken: len(spoken.words),
    "words": lambda spoken: len(spoken.parts),
    "letters in one word": lambda spoken: max(map(len, spoken.parts)),
    "letters a word": lambda spoken: sum(map(len, spoken.parts)) / len(spoken.parts),
    "letters in one sentence": lambda spoken: max(map(len, re.split(r"[.!?]", spoken.words))),
    "sentences": lambda spoken: len(re.findall(r"[.!?]", spoken.words)),
    "capital letters": lambda spoken: sum(map(str.isupper, spoken.words)),
    "vowels a letter": lambda spoken: (
        sum(letter in "aeiou" for letter in spoken.words) / max(1, len(spoken.words))
    ),
    "different words": lambda spoken: len(set(spoken.parts)),
    "words of oneself": lambda spoken: sum(
        part.partition("'")[0] in ("i", "me", "my", "we", "our", "us") for part in spoken.parts
    ),
    "words of no": lambda spoken: sum(
        part.endswith("n't") or part in ("no", "not", "never", "nobody", "nothing", "nor", "none")
        for part in spoken.parts
    ),
}
"""What can be counted of a line without reading it."""
