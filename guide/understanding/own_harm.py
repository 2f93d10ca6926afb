"""Whether a speaker who names a child, a trade or a friend tells of what was done to themselves.

"im 31 and my daughter is the age i was when my uncle did it" is no parent's worry, "im a nurse and
i was raped" no professional's, and "my friend is cutting and so am i" is about its speaker too.
"""

import re
from collections.abc import Sequence

from guide.understanding import people

_HARM = (
    r"(raped|abused|assaulted|groomed|molested|attacked|beaten|hurt|touched|hit|strangled|"
    r"trafficked|neglected|blackmailed|stalked|spiked)"
)
_HARMS = (
    r"(hits?|hit|beats?|beat|hurts?|rapes?|raped|abuses?|abused|touches|touched|strangles|strangled|"
    r"controls|threatens|threatened|groomed|assaulted|chokes|choked|punches|punched|kicks|kicked)"
)
_PARTNER = r"(husband|wife|partner|boyfriend|girlfriend|fiance|ex|kids dad|kids mum)"
_TO_ME = re.compile(
    rf"\b(i (was|got|have been|had been)( \w+)? {_HARM}|{_HARMS} me|"
    r"did (it|this|that|things) to me|"
    rf"happened to me|{_PARTNER} (\w+ ){{0,2}}(me|my (nudes|pics|photos))\b|"
    r"spiked (me|my)\b|the bruises my|"
    r"(the|her|his|their) age i was|when i was (her|his|their|that|the same) age|"
    r"(thoughts|urges|feelings) (\w+ ){0,3}i (dont|do not|shouldnt) (want|have))"
)
_OF_THE_CHILD = re.compile(
    r"\b(happening to|happened to|done to|doing it to|hurt|hurting|hits?|hitting|touched|touching) "
    r"(my|our|her|him|them)\b|"
    r"\b(son|daughter|child|kid|kids|boy|girl|pupil|student|one of them|he|she|they) "
    rf"(is|was|are|were|has been|have been|got|gets) (being |getting )?{_HARM}\b|"
    r"\b(told|tells|telling|showed|disclosed to|confided in) (me|us)\b"
)
_AND_ME = re.compile(
    r"\b(and i are|and me (are|were|have|get|got|both)|me and|so (am|do|did|have) i|"
    r"(me|myself) (too|as well)|im (\w+ ){0,4}(too|as well)|i (\w+ ){0,3}(too|as well)|"
    r"(both|all) of us|same (thing )?(happened|happens) to me)\b"
)


def is_own_harm(words: Sequence[str]) -> bool:
    """Whether what was done was done to the speaker, and to no child that they name."""
    line = " ".join(filter(None, words))
    return bool(_TO_ME.search(line)) and not _OF_THE_CHILD.search(line)


def is_shared(words: Sequence[str]) -> bool:
    """Whether the speaker says that it is about a friend and about themselves."""
    return bool(_AND_ME.search(" ".join(filter(None, words))))


def harmed_partner(words: Sequence[str]) -> str:
    """The girlfriend or boyfriend who alone is harmed, or harms themselves; empty for none."""
    if not people.OBJECT.isdisjoint(words):
        return ""
    for at, word in enumerate(words[:-2]):
        if word in people.MINE and words[at + 1] in people.PARTNER:
            after = words[at + 2 : at + 6]
            of_self = people.HARMED_SELF & set(after) and after[0] not in people.SAYS
            if of_self or after[:2] == ["is", "being"]:
                return f"my {words[at + 1]}"
    return ""
