"""Hears that somebody hurts their own body without a blade: "i hit my head on purpose".

Whose hand it is and whose head is said by the form alone: among the signs "me", "my" and "his" are
one word, so what a child does to itself was heard as done to it at home. A bump has the same words;
that it is done on purpose, until it bleeds, or when somebody is upset tells the two apart.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from guide.understanding.signs import Match
from guide.understanding.whom import people

_SELF_HARM, _AT_HOME = "concern=self-harm", "concern=home-or-neglect"
_ALONE = 8.0
"""The least score, where little else is heard: that of a plain sign of one weighty word."""
_BELOW = 0.8
"""What is left of the score of what stands behind."""


def _forms(*verbs: str) -> Iterator[str]:
    """The plain verb and its forms, as they are spelt and as they are often typed."""
    for verb in verbs:
        stem = verb.removesuffix("e")
        yield from (
            verb,
            f"{verb}s",
            f"{verb}es",
            f"{stem}ed",
            f"{stem}ing",
            f"{verb}{verb[-1]}ing",
        )
        yield f"{verb}{verb[-1]}ed"


_STRIKES = frozenset(_forms("punch", "headbutt", "butt"))
"""What is done to a wall with one's own hand or head, and to no ball."""
_HURTS = _STRIKES | frozenset(
    {
        *_forms("hit", "bang", "bash", "whack", "smack", "slam", "knock", "slap", "thump", "kick"),
        *_forms("bite", "pinch", "burn", "scald", "scratch", "scrape", "scrub", "pick", "poke"),
        *_forms("stab", "pull", "tear", "squeeze", "drop", "throw", "stub", "hurt", "harm"),
        *("bit", "burnt", "threw", "tore"),
    }
)
_BODY = frozenset(
    {
        *("head", "hed", "forehead", "face", "cheek", "cheeks", "arm", "arms", "wrist", "wrists"),
        *("hand", "hands", "fist", "fists", "knuckles", "finger", "fingers", "leg", "legs"),
        *("thigh", "thighs", "foot", "feet", "skin", "stomach", "belly", "ribs", "chest", "hair"),
    }
)
_WALLS = frozenset({"wall", "walls", "brick", "bricks", "mirror", "post", "posts"})
_I = frozenset({"i", "ive", "im", "id", "ill"})
_REACH = 7
"""So many words lie at most between who hurts, the word for it, and what is hurt."""
MEANT = re.compile(
    r"\b(on purpose|deliberately|over and over|leaves? marks|takes my mind off|"
    r"(un)?til+ (\w+ ){0,4}(bleeds?|bleeding|blood|raw|numb|bruises?|bruised|black|quiet|wrecked)|"
    r"to (punish|calm down|cope|feel (something|anything|better|less)|"
    r"stop (feeling|thinking|crying|the (thoughts|noise|pain|voices|feeling)))|"
    r"(when|whenever|wen|if|after|every ?time) (\w+ ){1,4}(upset|angry|sad|stressed|anxious|lonely|"
    r"overwhelmed|guilty|mess up|messed up|too loud|too much|told off|shouts?|shouted)|"
    r"(because|cos|coz|bc) i (deserve|hate|cant cope)|(calms|helps) me)\b"
)
"""Why, or how long: nobody bumps their head "on purpose", or "when im upset"."""


def hurts_oneself(words: Sequence[str]) -> bool:
    """Whether a line says that its speaker hurts their own body, and means to."""
    hurts = (at for at, word in enumerate(words) if word in _HURTS)
    own = any(_does(words, at) and _own_body(words, at) for at in hurts)
    return own and bool(MEANT.search(" ".join(filter(None, words))))


def with_self_harm(likely: Mapping[str, Match], words: Sequence[str]) -> Mapping[str, Match]:
    """What a line is likely about; self-harm first of all, where its speaker hurts themselves.

    What else was heard stays behind it, less what would be done to them at home.
    """
    if not hurts_oneself(words):
        return likely
    best = max([_ALONE, *(match.score for match in likely.values())])
    heard = likely.get(_SELF_HARM) or Match(_SELF_HARM, best, "i hurt myself", 1.0, (), ())
    behind = {
        of: match._replace(score=_BELOW * match.score)
        for of, match in likely.items()
        if of != _AT_HOME or _somebody_else_does(words)
    }
    return {**behind, _SELF_HARM: heard._replace(score=best)}


def _does(words: Sequence[str], at: int) -> bool:
    """Whether it is the speaker who does what the word at a place says."""
    before = reversed(words[max(0, at - _REACH) : at])
    subject = next((word for word in before if word in _I or _is_another(word)), "")
    return subject in _I if subject else at == 0


def _somebody_else_does(words: Sequence[str]) -> bool:
    return any(
        word in _HURTS and at and _is_another(words[at - 1]) for at, word in enumerate(words)
    )


def _is_another(word: str) -> bool:
    return word in people.THIRD or word in people.AT_HOME or word in people.OTHERS


def _own_body(words: Sequence[str], at: int) -> bool:
    """Whether what is hurt is the speaker's body, or a wall by it."""
    after = words[at + 1 : at + 1 + _REACH]
    for place, word in enumerate(after):
        if word == "myself" or (word in _WALLS and words[at] in _STRIKES):
            return True
        if _is_another(word):
            return False
        if word == "my" and not _BODY.isdisjoint(after[place + 1 : place + 3]):
            return True
    return False
