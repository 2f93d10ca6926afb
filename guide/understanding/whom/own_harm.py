"""Whether a speaker who names a child, a trade or a friend tells of what was done to themselves.

"im 31 and my daughter is the age i was when my uncle did it" is no parent's worry, "im a nurse and
i was raped" no professional's, and "my friend is cutting and so am i" is about its speaker too.
"""

import re
from collections.abc import Sequence

from guide.understanding.whom import deeds, people

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
_OF_MYSELF = re.compile(
    r"\bi (touched|did something|crossed a line)\b|\b(have|ve|am|im) been looking at "
    r"(pictures|images|photos|porn)|\b(thoughts|urges|feelings) (about|towards|i shouldnt)\b|"
    r"\bhow i feel (about|towards)\b|\bgoes through my head\b|\bbetter (off )?without me\b|"
    r"\b(was|were) done to me\b|"
    r"\bwhat my (father|dad|uncle|stepdad|grandad|brother|mother|mum) did\b|\bkids to find me\b|"
    r"\bcan(t|not) get through (the day|a day)\b|\blook forward to it for the wrong reason"
)
"""What a grown-up says of their own deeds, thoughts or life, whomever they name."""
_OF_THE_CHILD = re.compile(
    r"\b(happening to|happened to|done to|doing it to|hurt|hurting|hits?|hitting|touched|touching) "
    r"(my|our|her|him|them)\b|"
    r"\b(son|daughter|child|kids|boy|girl) (flinches|cries|wets|hides|copies|has begun|is scared)"
    r"\b|"
    r"\b(son|daughter|child|kid|kids|boy|girl|pupil|student|one of them|he|she|they) "
    rf"(is|was|are|were|has been|have been|got|gets) (being |getting )?{_HARM}\b|"
    r"\b(told|tells|telling|showed|disclosed to|confided in) (me|us)\b"
)
_HARMED_SELF = deeds.HARMED_SELF | {"self", "selfharming", "suicidal"}
_AND_ME = re.compile(
    r"\b(im next|and i are|and me (are|were|have|get|got|both)|me and|so (am|do|did|have) i|"
    r"(me|myself) (too|as well)|im (\w+ ){0,4}(too|as well)|i (\w+ ){0,3}(too|as well)|"
    r"(both|all) of us|same (thing )?(happened|happens) to me)\b"
)


def is_own_harm(words: Sequence[str]) -> bool:
    """Whether what was done was done to the speaker, and to no child that they name."""
    line = " ".join(filter(None, words))
    of_me = _TO_ME.search(line) or _OF_MYSELF.search(line)
    return bool(of_me) and not _OF_THE_CHILD.search(line)


def is_shared(words: Sequence[str]) -> bool:
    """Whether the speaker says that it is about a friend and about themselves."""
    return bool(_AND_ME.search(" ".join(filter(None, words))))


def harmed_partner(words: Sequence[str]) -> str:
    """The girlfriend or boyfriend who alone is harmed, or harms themselves; empty for none."""
    if not people.OBJECT.isdisjoint(words):
        return ""
    for at, word in enumerate(words[:-2]):
        if word not in people.MINE:
            continue
        after = words[at + 2 : at + 6]
        if words[at + 1] in people.PARTNER:
            of_self = _HARMED_SELF & set(after) and after[0] not in deeds.SAYS
            is_so = "being" in after and is_unkind(after[after.index("being") + 1 :])
            if (of_self or after[:2] == ["is", "being"]) and not is_so:
                return f"my {words[at + 1]}"
        # "my girlfriends stepdad touches her"
        elder = words[at + 1].removesuffix("s") in people.PARTNER and after[0] in people.HIS_ELDERS
        if elder and "i" not in words and not {"her", "him"}.isdisjoint(words[at + 3 :]):
            return f"my {words[at + 1]}"
    return ""


def is_unkind(after: Sequence[str]) -> bool:
    """Whether "being" is how somebody is, and nothing is done to them: "being mean", "being 23"."""
    return bool(after) and (after[0] in deeds.UNKIND or after[0].isdecimal())
