"""Hears a speaker take back whom it is about: "its not my friend its me", "not me, my cousin".

English alone, as persons.py is.
"""

import re
from collections.abc import Sequence

from guide.understanding.whom import people

_SAYING_SO = (
    r"(ok|okay|well|oh|um|no|nah|nope|yes|yeah|actually|really|sorry|wait|tbh|honestly|fine|right|"
    r"alright|but|and|so|look|the truth is|truth is|to be honest|i lied|i was lying|i mean|i meant)"
)
_LEAD = rf"(\|? ?{_SAYING_SO} )*"
_WHO_ELSE = "|".join(sorted(people.MATE | people.SIBLING | people.PARTNER | people.MY_CHILD))
_MATES = "|".join(sorted(people.MATE))
_SOMEBODY = (
    rf"((my|a|our) (\w+ ){{0,2}}?({_WHO_ELSE})|her|him|them|someone|somebody|someone else|"
    r"somebody else|anyone else)"
)
_IS = r"((its|it is|this is|thats|that is|i mean|i meant)( (actually|really|all|just|only))* )"
_ABOUT = r"((about|for|to) )?"
_ISNT = (
    r"(its not|it isnt|it is not|it wasnt|this isnt|this is not|thats not|isnt|not)"
    r"( (actually|really|even|just))* "
)
_AT_THE_END = r"( (actually|really|tho|though|honestly|sorry|not (her|him|them)))*"
_THIS_IS_ME = re.compile(
    # "actually its me", "ok me", "no it happened to me"
    rf"{_LEAD}({_IS}?{_ABOUT}|is {_ABOUT}|(it )?happen(ed|s) to |me its )(me|myself){_AT_THE_END}"
    rf"|{_LEAD}im the one"
)
_BUT_ME = rf"{_ISNT}{_ABOUT}{_SOMEBODY} (\| )?{_LEAD}{_IS}?{_ABOUT}(me|myself)"
_NOT_THEM_BUT_ME = re.compile(rf"\b{_BUT_ME}(?= \||$| (who|that)\b)")
_ABOUT_SOMEBODY = re.compile(
    rf"{_LEAD}{_IS}?((about|for) (my|a) (\w+ ){{0,2}}?({_WHO_ELSE})|my ({_MATES})){_AT_THE_END}"
)
_BUT_THEM = rf"{_ISNT}{_ABOUT}me (\| )?{_LEAD}{_IS}?{_ABOUT}"
_NOT_ME = re.compile(rf"\b{_BUT_THEM}(?=(my|our|a) )")
_THEM_NOT_ME = (
    rf"{_LEAD}({_IS}?{_ABOUT}{_SOMEBODY}) (\| )?((and|its|it is|thats) )?not (about |for )?me"
)
_NOTHING_ELSE = re.compile(
    rf"{_LEAD}({_BUT_ME}|{_BUT_THEM}{_SOMEBODY}|{_THEM_NOT_ME}){_AT_THE_END}"
)
_AND_NOT_ME = re.compile(r" (\| )?((and|its|it is|thats) )?not (about |for )?me$")


def is_me(words: Sequence[str]) -> bool:
    """Whether a line says that it is about its speaker, and not about whom they named."""
    line = _joined(words)
    return bool(_THIS_IS_ME.fullmatch(line) or _NOT_THEM_BUT_ME.search(line))


def is_about_somebody(words: Sequence[str]) -> bool:
    """Whether all that a line says is that it is about somebody named: "no its for my friend"."""
    return bool(_ABOUT_SOMEBODY.fullmatch(_joined(words)))


def is_only_of_whom(words: Sequence[str]) -> bool:
    """Whether a line takes back whom it is about and says nothing else."""
    line = _joined(words)
    return any(says.fullmatch(line) for says in (_THIS_IS_ME, _ABOUT_SOMEBODY, _NOTHING_ELSE))


def without_not_me(words: Sequence[str]) -> list[str]:
    """The words less those that say "it is not me"; all of them where none do."""
    line = _joined(words)
    if re.fullmatch(_THEM_NOT_ME, line):
        return _AND_NOT_ME.sub("", line).replace("|", "").split()
    left, taken_back = _NOT_ME.subn("| ", line)
    return ["" if word == "|" else word for word in left.split()] if taken_back else list(words)


def _joined(words: Sequence[str]) -> str:
    """The words as one line, with a bar where a clause ends."""
    return " ".join([word or "|" for word in words]).rstrip(" |")
