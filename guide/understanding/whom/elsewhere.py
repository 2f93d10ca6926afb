"""Whom a line in Welsh, Polish, Ukrainian or Urdu is about, where it says so in plain words.

"Mój syn ...", "mam 12 lat ...": a child of the speaker's own, and their own young age. All else is
left to be asked. Drafts: no speaker has checked them. Words are as split_words gives them.
"""
# ruff: noqa: RUF001 (other alphabets have letters that look like English ones)

import re
from collections.abc import Mapping, Sequence

from guide.understanding.whom.ages import EIGHTEEN, named
from guide.understanding.whom.person import NOBODY, PARENT, YOUNG_PERSON, Person

_OWN_CHILD = re.compile(
    r"\b(moj|moja|moje|moim|mojemu|mojego|mojej) (syn\w*|cor(k|ecz)\w*|dziec\w*|wnu[kc]\w*)|"
    r"\b(міи|моя|моє|мою|мого|моєму|моє[їі]|мо[їі]и) (син\w*|донь?к\w*|донечк\w*|дочк\w*|дитин\w*|"
    r"онук\w*|онуч\w*)|"
    r"\bfy (mab|merch|mhlentyn|mhlant|wyr|wyres)\b|"
    r"\b(mera|meri|mere|meray) (beta|beti|bete|betay|bacha|bachi|bachon|bachay|bache|nawas\w*|"
    r"pota|poti|pote)\b|"
    r"(میرا|میری|میرے) (بیٹا|بیٹی|بیٹے|بچہ|بچی|بچے|بچوں|نواسا|نواسی|نواسے|پوتا|پوتی|پوتے)"
)
_MY_AGE = re.compile(
    r"\b(?:mam|skonczylem|skonczylam) (?:tylko |dopiero )?(\d{1,2}) (?:lat|lata|latek|rok|roku)\b|"
    r"\bмені (?:тільки |лише |всього )?(\d{1,2})(?= рок| рік| і | та | а | \||$)|"
    r"\b(?:dwin|rwyn|fin) (?:ond )?(\d{1,2})(?= oed| mlwydd| ac | a | $|$)|"
    r"\b(?:main|mein|mai) (?:sirf )?(\d{1,2}) (?:saal|sal)\b|\bmeri (?:umar|umr|age) (\d{1,2})\b|"
    r"میری عمر (\d{1,2})|میں (\d{1,2}) سال"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(przyjaci|koleg|kolez|kumpel|brat|siostr|syn|cork|dziec|wnuk|ucze?n|"
    r"друг|подруг|брат|сестр|син|доньк|дочк|дитин|онук|учен|учн|"
    r"ffrind|brawd|mrawd|chwaer|mab|merch|plentyn|disgybl|"
    r"dost|saheli|bhai|behan|behn|baji|beta|beti|bach[aeio]|"
    r"دوست|سہیلی|بھائی|بہن|بیٹ|بچ)"
)
"""Whoever else such a line may be about: then a young age may be theirs."""
_LONG_AGO = re.compile(
    r"\b(tha|thi|the|jab|tab|було|була|був|коли|kiedy|gdy|bylem|bylam|oeddwn|roeddwn|pan)\b|"
    r"(تھا|تھی|تھے|جب)"
)
"""What tells of another time: "I was 9 when ..." is no age of today."""


def told_elsewhere(words: Sequence[str], ages: Mapping[str, tuple[int, int]]) -> tuple[Person, str]:
    """Whom a line of another language is about, and how old its speaker is; empty where unsaid."""
    line = " ".join(word or "|" for word in words)
    if child := _OWN_CHILD.search(line):
        return Person(PARENT, child[0]), ""
    of_age = _MY_AGE.search(line)
    if not of_age or _SOMEBODY_ELSE.search(line) or _LONG_AGO.search(line):
        return NOBODY, ""
    age = int(next(filter(None, of_age.groups())))
    if age >= EIGHTEEN or not named(age, ages):
        return NOBODY, ""
    return Person(YOUNG_PERSON, of_age[0]), named(age, ages)
