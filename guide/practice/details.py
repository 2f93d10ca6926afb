"""What a line takes up of what was told: the words in it that were first heard in an answer."""

import re
from collections.abc import Iterable

_SHORTEST = 4
"""Letters of the shortest word that can be a detail."""
_COMMON = """
    about after again alone also always another answer anybody anyone anything away back because
    been before being best better bring call came can't cannot child children come could council
    crime danger depend didn't does doesn't doing done don't door down each else enough ever every
    everybody everyone everything feel first from gets getting give glad goes going good happen
    hasn't have haven't hear heard he's help helpline here home hour hurt i'll i'm i've into isn't
    it's just keep know lead leave lesson like listen little long look made make many maybe mine
    minute more much myself name near need never nice night nine nobody none normal noth nothing
    once only other over perhaps people place person please police probably quite rather really
    report right ring room safe said same saying school second she's should shut since someone
    somebody something sorry sort sound start stay step still stop suicide sure take okay taken talk
    tell than that that's their them then there these they they're thing think this those threaten
    time today together told tonight trouble turn until very wait want wasn't watch we're weird week
    well were what whatever when where which while whoever will with without won't word work worry
    would write wrong yeah year your yourself you're monday tuesday wednesday thursday friday
    saturday sunday
"""
"""Words that anybody says: nobody has to be told of them first."""


def details(words: str) -> set[str]:
    """The words that say something of their own, without their endings."""
    stems = {_stem(word) for word in re.findall(r"[a-z]+(?:'[a-z]+)?", words.lower())}
    return {stem for stem in stems if len(stem) >= _SHORTEST and stem not in _STEMS}


def shared(words: str, others: Iterable[str]) -> set[str]:
    """The details of the words that stand in the others, too."""
    known: set[str] = set().union(*map(details, others))
    return details(words) & known


def _stem(word: str) -> str:
    return re.sub(r"('s|s|ed|ing)$", "", word) if len(word) > _SHORTEST else word


_STEMS = frozenset({_stem(word) for word in _COMMON.split()} | set(_COMMON.split()))
