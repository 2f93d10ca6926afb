"""The class at school that somebody says to be in, and so their age: "in year 5", "yr 9 here"."""

import re
from collections.abc import Sequence

from guide.understanding.typed import BREAK
from guide.understanding.whom import people

_IN_WORDS = {
    **{"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15},
    **{"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20},
}
SPEAKER_IS = frozenset({"im", "am"})
SCHOOL_CLASS = frozenset({"year", "yr", "y"})
_TEACHES = frozenset({"tutor", "teacher", "head", "coordinator", "lead", "form", "class"})
_PUPIL = frozenset({"girl", "boy", "pupil", "student", "child", "kid", "lad", "lass"})
_PUPILS = frozenset({"girls", "boys", "pupils", "students", "children", "kids", "lads"})
_SOMEONE = frozenset({"he", "she", "hes", "shes", "his", "her"})
_OF_ONESELF = frozenset({BREAK, "and", "but", "my", "i", "im", "ive", "with"})
"""What follows "year 9 girl" where she speaks of herself."""
DOES_WITH = frozenset(
    {"to", "with", "from", "by", "dating", "seeing", "meeting", "meet", "messaging", "texting"}
)
"""What stands before somebody else than the one who is told of."""
# Whoever has had their birthday in that year is heard a year too young. That is the safer
# mistake: under 11 an adult comes first.
FIRST_CLASS = 4
"""A child in year 1 at school is 5, in year 7 it is 11."""
# Year 13 is the last one at school.
LAST_CLASS = 13

FIRST_OF_PRIMARY, FIRST_OF_SECONDARY = 3, 10
"""In Scotland a child in primary 1 is 4 or 5, in S1 it is 11 or 12; the younger is believed."""
_OF_SCOTLAND = re.compile(
    r"\b(?:im|am) in (?:(?:primary|p) ?(?P<p>[1-7])|(?:s|secondary) ?(?P<s>[1-6])|reception)"
    r"(?= (?:and|my|i|im|but)\b|  | ?$)"
)
"""Classes that are called otherwise than years."""


def number_of(word: str) -> int:
    """The number a word is: "9", "nine", "9yo", "13f"; 0 for none."""
    digits = word.removesuffix("ish").rstrip("yofmrs") if word[:1].isdigit() else word
    # Three digits are no age; a year of birth has four and is not understood.
    if digits.isdecimal() and len(digits) <= 2:
        return int(digits)
    return _IN_WORDS.get(word, 0)


def my_class(words: Sequence[str]) -> int:
    """The age of the class the speaker says to be in: a girl "in year 9" is somebody else."""
    if mine := _OF_SCOTLAND.search(" ".join(words)):
        number = number_of(mine["p"] or mine["s"] or "")
        return number + (FIRST_OF_PRIMARY if mine["p"] else FIRST_OF_SECONDARY) if number else 4
    if words[:1] and words[0] in SCHOOL_CLASS and not _tells_of_a_class(words[2:]):
        return in_class(words[:2])
    starts = [
        at for at, word in enumerate(words[:-3]) if word in SPEAKER_IS and words[at + 1] == "in"
    ]
    return next((age for at in starts if (age := in_class(words[at + 2 : at + 4]))), 0)


def _tells_of_a_class(after: Sequence[str]) -> bool:
    """Whether "year 8" is whom somebody teaches or tells of: "year 8 tutor", "year 8 girl says"."""
    if not _TEACHES.isdisjoint(after[:1]):
        return True
    if "here" in after[:2]:
        return False
    if not _PUPILS.isdisjoint(after[:1]):
        return True
    goes_on = not _OF_ONESELF.isdisjoint(after[1:2]) and not people.FIRST_PERSON.isdisjoint(after)
    return not _PUPIL.isdisjoint(after[:1]) and not (goes_on and _SOMEONE.isdisjoint(after[2:]))


def in_class(words: Sequence[str]) -> int:
    """The age of the class that words name, whoever is in it; 0 where they name none."""
    for at, word in enumerate(words[:-1]):
        number = number_of(words[at + 1])
        if _is_of_others(words, at):
            continue
        if (
            word in SCHOOL_CLASS
            and 0 < number <= LAST_CLASS
            and not number_of(words[at - 1] if at else "")
        ):
            return number + FIRST_CLASS
    return 0


def _is_of_others(words: Sequence[str], at: int) -> bool:
    """Whether a class is of who does it, rather than of whom it is done to: "by the year 10s"."""
    before = [word for word in words[max(at - 3, 0) : at] if word not in ("a", "an", "the", "some")]
    return not DOES_WITH.isdisjoint(before[-1:]) and len(before) < len(words[max(at - 3, 0) : at])
