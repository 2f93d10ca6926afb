"""Whom a line is about, as a value of the fact `who`, and by which words that is known."""

from typing import NamedTuple

YOUNG_PERSON, FRIEND, PARENT = "young-person", "friend", "parent"
PROFESSIONAL, ADULT, ADULT_SELF = "professional", "adult", "adult-self"
"""Values of the fact `who` of the shipped flows."""
GROWN_UPS = frozenset({PARENT, PROFESSIONAL, ADULT, ADULT_SELF})
"""Whoever says that they are under 18 is none of these."""


class Person(NamedTuple):
    """Whom a line is about, as a value of the fact `who`, and the words it was known by."""

    who: str
    by: str
    corrects: bool = False
    """Whether the line takes back whom it was said to be about before."""


BY_DEFAULT = "nobody else is named"

NOBODY = Person("", "")
"""It is not said."""
