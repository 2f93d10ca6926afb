"""Ages as people type them: "14", "a 9-year-old", "fourteen", and the group of ages each is in."""

import re

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_OLDEST_CHILD, _OLDEST_SMALL_CHILD = 17, 10
# From "three" on: one and two count things and people more often than years.
_AGE = re.compile(rf"(?<!year )\b(\d{{1,2}}|{'|'.join(_WORDS[3:])})\b", re.IGNORECASE)
"""A number that may be an age: who is in year 9 is not nine."""


def ages_in(words: str) -> list[int]:
    """The ages, in years, that the words name."""
    return [
        int(number) if number.isdecimal() else _WORDS.index(number.lower())
        for number in _AGE.findall(words)
    ]


def age_group(years: int) -> str:
    """The value of the fact of age that somebody of so many years has."""
    if years <= _OLDEST_SMALL_CHILD:
        return "under-11"
    return "11-17" if years <= _OLDEST_CHILD else "18-plus"


def age_in_words(years: int) -> str:
    """A number of years as it is spoken, as far as a story needs it."""
    return _WORDS[years] if years < len(_WORDS) else str(years)
