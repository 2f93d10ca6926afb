"""An age said in passing: "im 9", "my daughter is 13", "12yo", "in year 5"."""

import re
from collections.abc import Mapping, Sequence

from guide.understanding.typed import BREAK
from guide.understanding.whom import people
from guide.understanding.whom.classes import (
    DOES_WITH,
    SCHOOL_CLASS,
    SPEAKER_IS,
    in_class,
    my_class,
    number_of,
)
from guide.understanding.whom.deeds import DOERS

_AGED = frozenset({"aged", "age", "turned"})
_ABOUT = frozenset(
    {"actually", "really", "only", "just", "nearly", "now", "like", "about", "almost", "over"}
    | {"turning"}
)
_AFTER_MY_AGE = frozenset({BREAK, "and", "but", "now", "my", "i", "im", "ive", "m", "f"})
_MINE_ALONE = people.FIRST_PERSON - people.OURS - {"us", "we", "weve"}
_ANYBODY = people.OTHERS | people.MY_CHILD | people.MY_YOUNG | people.KIN | people.HIS_ELDERS
_OF_ANOTHER = frozenset({"he", "hes", "she", "shes", "they", "theyre", "his", "her"})
_MEANT = frozenset({"meant", "mean"})
_NEARLY = frozenset({"nearly", "almost", "turning"})
_TO_COME = re.compile(
    r"(yrs? |years? )?(old )?(tomorrow|tomoz|tomorow|tmrw?|tmoz|tommorow|2moro|2mrw|soon|next|"
    r"in (a|\w+) (days?|weeks?|months?)|in (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|"
    r"on (mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""What follows a birthday that is still to come: "im 18 tomorrow" is said by who is 17."""
_SOMEONE_IS = frozenset(
    {"is", "was", "hes", "shes", "theyre", "whos", "mines", "daughters", "sons"}
)
_SOMEONE = frozenset({"he", "she", "hes", "shes", "my", "his", "her"})
_OLD = frozenset({"years", "year", "yrs", "yr", "yo", "y"})
_PUPIL = frozenset({"girl", "boy", "pupil", "student", "child", "kid", "lad"})
_CHILD = frozenset(
    {
        *("son", "daughter", "child", "children", "kid", "kids", "pupil", "pupils", "student"),
        *("students", "players", "nephew", "niece", "sister", "brother", "grandson"),
        *("granddaughter", "cousin", "members", "friend"),
    }
)
_SIBLINGS = frozenset(
    {"sister", "sisters", "brother", "brothers", "stepsister", "stepbrother", "cousin"}
)
_COUNTED = frozenset(
    {
        *("minutes", "mins", "min", "hours", "hour", "days", "day", "weeks", "week", "months"),
        *("month", "percent", "pounds", "quid", "times", "stone", "kg", "miles", "of", "people"),
        *("friends", "boys", "girls", "messages", "pictures", "pics", "photos", "th", "rd"),
        *("foot", "ft", "feet", "inches", "cm", "yards", "metres"),
    }
)
"""What a number counts where it is no age."""
_BESIDE_AN_AGE = frozenset(
    {
        *_ABOUT, *SPEAKER_IS, *_AGED, *_MEANT, *_OLD, BREAK,
        # setting it right
        "i", "ive", "lied", "lie", "lying", "was", "meant", "sorry", "soz", "oh", "no", "not",
        "wait", "ok", "okay", "and", "but", "so", "said", "wrong", "typo", "my", "is", "its",
        "that", "a", "in",
        # the birthday that is to come
        "next", "today", "tomorrow", "tomoz", "tmrw", "tmr", "tmoz", "2moro", "2mrw", "soon",
        "week", "weeks", "month", "months", "days", "turning",
        "january", "february", "march", "april", "june", "july", "august", "september",
        "october", "november", "december",
        "jan", "feb", "sept", "oct", "nov", "dec",
    }
)  # fmt: skip
"""Words beside an age in a line that tells no more than that."""
_SAYS = frozenset(
    {
        *("says", "saying", "said", "say", "goes", "thinks", "think", "thought", "put", "puts"),
        *("told", "tells", "telling", "pretend", "pretends", "pretending", "pretended", "claims"),
        *("reckons", "believes", "wrote", "writes", "sed", "sez", "answered", "assumed"),
    }
)
"""Words before what somebody says, or takes, an age to be: "he thinks im 18"."""
_NEAR = 6
"""So many words before an age may say who says it: "told everyone on xbox that im 18"."""
_SAID_TO = frozenset({"him", "her", "them", "everyone", "people", "that", "like", "me", "for"})
_SUPPOSES = frozenset(
    {"before", "when", "until", "till", "til", "untill", "if", "once", "like", "wish", "than"}
)
"""Words before an age that is not the speaker's yet: "he says wait till im 16", "like im 5"."""
_PLACE_ONLINE = frozenset(
    {"there", "tinder", "hinge", "snap", "snapchat", "insta", "discord", "bumble", "it"}
)
"""Where somebody passes for older: "im 18 on there"."""
_OF_SOMEBODY = frozenset(
    {
        *("a", "an", "the", "this", "that", "some", "another", "with", "by", "from", "my", "our"),
        *("average", "his", "her", "two", "three", "these", "for", "and", "to", "any", "every"),
    }
)
"""Words before an age that is of somebody else: "a 40 year old"."""
# The border the flows ask for: whoever is under it is a child to them.
EIGHTEEN = 18


def band(words: Sequence[str], ages: Mapping[str, tuple[int, int]], *, mine: bool) -> str:
    """The value of the fact `age` said of the speaker, or of another; empty where none is.

    Empty too where the speaker says two that differ: that is asked.
    """
    if not mine:
        return named(_theirs(words) or in_class(words), ages)
    young, grown = _bands_of_mine(words, ages)
    # Somebody may pass for older than they are: "he thinks im 18 but im 13".
    bands = young or grown
    return next(iter(bands)) if len(bands) == 1 else ""


def differ(words: Sequence[str], ages: Mapping[str, tuple[int, int]]) -> bool:
    """Whether the speaker says to be of two young ages that do not fit: "im 9 and im 16"."""
    young, _ = _bands_of_mine(words, ages)
    return len(young) > 1


def _bands_of_mine(
    words: Sequence[str], ages: Mapping[str, tuple[int, int]]
) -> tuple[set[str], set[str]]:
    """The values of the fact `age` that the speaker says to be of: the young ones, and the rest."""
    bands = {named(age, ages) for age in _mine(words) or [my_class(words)]} - {""}
    young = {value for value in bands if ages[value][0] < EIGHTEEN}
    return young, bands - young


def named(age: int, ages: Mapping[str, tuple[int, int]]) -> str:
    """The value of the fact `age` for somebody so old, by the bands of the flows; empty if none."""
    return next((value for value, (low, high) in ages.items() if low <= age <= high), "")


def how_old(words: Sequence[str], ages: Mapping[str, tuple[int, int]]) -> str:
    """The value of the fact `age` where a line answers how old: "14", "nearly 12", "mam 12 lat".

    One number and little else, in any language; empty where it says more, or none.
    """
    numbers = _numbers(words)
    spoken = [word for word in words if word != BREAK]
    if len(numbers) != 1 or len(spoken) > _MOST_OF_AN_ANSWER or not _SOMEONE.isdisjoint(spoken):
        return ""
    at, age = numbers[0]
    return named(age - _is_to_come(words, at), ages)


_MOST_OF_AN_ANSWER = 5
"""Words of an answer to how old: "im 14 in a week" has five."""


def is_of_i(words: Sequence[str]) -> bool:
    """Whether an age is told by "I": "im 14", and no "14 yr old girl", who may be somebody else."""
    return any(_before(words, at) & SPEAKER_IS for at, _ in _told_of_me(words))


def is_all_said(words: Sequence[str]) -> bool:
    """Whether a line says how old its speaker is and nothing else: "sorry i meant 17"."""
    ages = {at for at, _ in _told_of_me(words)}
    rest = {word for at, word in enumerate(words) if at not in ages and not word.isdecimal()}
    return bool(ages) and rest <= _BESIDE_AN_AGE


def grown_up(words: Sequence[str]) -> bool:
    """Whether somebody else is said to be 18 or more: "hes 34", "a 30 year old"."""
    return any(
        number >= EIGHTEEN and _before(words, at).isdisjoint(SPEAKER_IS) and _is_age(words, at)
        for at, number in _numbers(words)
    )


def _mine(words: Sequence[str]) -> list[int]:
    """The ages that a speaker says to be of."""
    return [number - _is_to_come(words, at) for at, number in _told_of_me(words)]


def _told_of_me(words: Sequence[str]) -> list[tuple[int, int]]:
    """What follows "im"; or an age by itself, where nobody else is spoken of ("girl 12 year")."""
    numbers = [(at, age) for at, age in _numbers(words) if not _is_quoted(words, at, age)]
    if plain := [(at, number) for at, number in numbers if _before(words, at) & SPEAKER_IS]:
        return plain
    for at, number in numbers:
        aged = _before(words, at) & _AGED and not _tells_of_somebody(words[max(at - 5, 0) : at])
        if aged or _is_here(words, at) or _meant(words, at) or _stands_first(words, at):
            return [(at, number)]
    if _SOMEONE.isdisjoint(words):
        return [(at, number) for at, number in numbers if _own_old(words, at)][:1]
    return []


def _is_here(words: Sequence[str], at: int) -> bool:
    """Whether "13 here" says how old the speaker is, and no "year 9 here"."""
    return "here" in words[at + 1 : at + 4] and SCHOOL_CLASS.isdisjoint(words[max(at - 1, 0) : at])


def _stands_first(words: Sequence[str], at: int) -> bool:
    """Whether a sentence begins with an age and goes on about the speaker: "19, and too old"."""
    # After a comma it is the age of whoever was named before: "my daughter, 13, has".
    begins = not at or (words[at - 1] == BREAK and _ANYBODY.isdisjoint(words[:at]))
    after = words[at + 1 : at + 3]
    if not begins or not after or _AFTER_MY_AGE.isdisjoint(after[:1]):
        return False
    mine = not _MINE_ALONE.isdisjoint(words)
    return mine and not any(number_of(word) for word in after) and _OF_ANOTHER.isdisjoint(after)


def _tells_of_somebody(before: Sequence[str]) -> bool:
    """Whether "aged 9" or "turned 18" is said of somebody who is named right before."""
    return not (_CHILD | _PUPIL | _SOMEONE | {"dad", "mum", "boyfriend", "bf"}).isdisjoint(before)


def _is_quoted(words: Sequence[str], at: int, age: int) -> bool:
    """Whether "im 19" is what somebody else says, or is only supposed, or what one passes for.

    What the speaker told others is true of them where they say that they are young.
    """
    start = next(
        (start for start in (at - 1, at - 2) if start >= 0 and words[start] in SPEAKER_IS), -1
    )
    if start < 0:
        return False
    earlier = list(words[:start])
    if words[start] == "am" and earlier[-1:] == ["i"]:
        earlier.pop()
    if not _SUPPOSES.isdisjoint(earlier[-1:]):
        return True
    if age >= EIGHTEEN and words[at + 1 : at + 2] == ["on"]:
        return not _PLACE_ONLINE.isdisjoint(words[at + 2 : at + 4])
    reported = earlier[-1:] == ["that"] and not _SAYS.isdisjoint(earlier[-_NEAR:])
    while earlier and earlier[-1] in _SAID_TO:
        earlier.pop()
    if not reported and (not earlier or earlier[-1] not in _SAYS):
        return False
    return age >= EIGHTEEN or not _is_by_the_speaker(earlier)


def _is_by_the_speaker(before: Sequence[str]) -> bool:
    """Whether the speaker says it, also with the "I" left out: "told him im 13"."""
    for word in reversed(before):
        if word in DOERS:
            return True
        if word not in _SAYS | _SAID_TO:
            return word == BREAK
    return True


def _meant(words: Sequence[str], at: int) -> bool:
    """Whether somebody sets right what they said before: "i meant 17"."""
    return at > 1 and words[at - 1] in _MEANT and words[at - 2] == "i"


def _is_to_come(words: Sequence[str], at: int) -> bool:
    """Whether somebody is not quite as old yet."""
    before = _before(words, at)
    if not _NEARLY.isdisjoint(before):
        return True
    to_come = _TO_COME.match(" ".join(words[at + 1 : at + 6]))
    return to_come is not None and "turned" not in before  # "i turned 18 in march"


def _own_old(words: Sequence[str], at: int) -> bool:
    """Whether an age is the speaker's own: no "14 year old players", no "twelve year old son"."""
    before, earlier = (words[at - 1] if at else BREAK), (words[at - 2] if at > 1 else BREAK)
    if before in _OF_SOMEBODY and earlier not in ("im", "am", "as", "only", "just"):
        return False
    return _old(words, at) and _CHILD.isdisjoint(words[at + 1 : at + 4])


def _theirs(words: Sequence[str]) -> int:
    if _of_two(words):
        return 0  # whose it is, of the one who does it or of the other, is asked
    ages = [
        number
        for at, number in _numbers(words)
        if _before(words, at).isdisjoint(SPEAKER_IS) and _is_age(words, at)
        if number < EIGHTEEN or not _is_the_others(words, at)
    ]
    return next((number for number in ages if number < EIGHTEEN), ages[0] if ages else 0)


def _is_the_others(words: Sequence[str], at: int) -> bool:
    """Whether an adult's age is of who does it: "my friend sends pictures to a 30 year old"."""
    return at > 1 and words[at - 1] in ("a", "an", "some") and words[at - 2] in DOES_WITH


def _of_two(words: Sequence[str]) -> bool:
    """Whether a child and their own brother or sister are told of: "his half sister"."""
    return any(
        word in ("his", "her") and not _SIBLINGS.isdisjoint(words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _is_age(words: Sequence[str], at: int) -> bool:
    return _old(words, at) or not _before(words, at).isdisjoint(_SOMEONE_IS | _AGED)


def _numbers(words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words have a number that may be an age, and the number."""
    numbers = []
    for at, word in enumerate(words):
        number = number_of(word) if word else 0
        if number and (words[at + 1] if at + 1 < len(words) else BREAK) not in _COUNTED:
            numbers.append((at, number))
    return numbers


def _before(words: Sequence[str], at: int) -> frozenset[str]:
    """The word before a number; where that is "only" or the like, the one before it as well."""
    before = words[at - 1] if at else BREAK
    if before in _ABOUT and at > 1:
        return frozenset((before, words[at - 2]))
    return frozenset((before,))


def _old(words: Sequence[str], at: int) -> bool:
    """Whether "years old" is said of a number, or it ends in "yo"."""
    after = words[at + 1] if at + 1 < len(words) else BREAK
    unit = words[at].lstrip("0123456789")
    return after in _OLD or (unit != words[at] and unit not in ("", "s"))
