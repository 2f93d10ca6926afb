"""Whom somebody hurts: themselves, or a child at home, where no other adult is spoken of.

"My dad hits me and it never stops" is no fight between adults, however often lines about those
say "dad", "hits" and "scared of him".
"""

import re
from collections.abc import Mapping, Sequence

from guide.understanding.forms.hurts_oneself import with_self_harm
from guide.understanding.signs import Match

_BETWEEN_ADULTS, _OF_A_CHILD = "concern=abuse-at-home-between-adults", "concern=home-or-neglect"
_BELOW = 0.8
"""What is left of the score of a fight between adults where it is somebody's second guess."""
HURTS_ME = re.compile(
    r"\b(hit|hits|hitting|beat|beats|beating|slap|slaps|slapping|slapped|punch|punches|punching"
    r"|punched|kick|kicks|kicking|kicked|smack|smacks|smacking|smacked|hurt|hurts|hurting|whack"
    r"|whacks|whacked|thump|thumps|thumped|belt|belts|belted|batter|batters|battered|choke|chokes"
    r"|choked|burn|burns|burned|burnt|shove|shoves|shoved|leathers|bashes|bashed|bash|grabs"
    r"|grabbed|throttles) (me|us)\b"
)
_MOTHERS = frozenset({"mum", "mam", "mom", "mummy", "mommy", "mums", "mother", "stepmum", "ma"})
_FATHERS = frozenset({"dad", "daddy", "dads", "father", "stepdad", "da", "boyfriend", "bf"})
_HER_PARTNER = re.compile(
    r"\b(?:mums|mams|moms|mothers|dads|fathers) (?:new |ex )?(boyfriend|bf"
    r"|partner|husband|fella|bloke|girlfriend|wife)\b"
)
"""One adult, though another is named."""
_BOTH = frozenset(
    {"parents", "each", "eachother", "them", "they", "both", "her", "fight", "fights"}
)
"""Words by which a line tells of two adults, or of another who is hurt."""


def whom_it_hurts(likely: Mapping[str, Match], words: Sequence[str]) -> Mapping[str, Match]:
    """What a line is likely about: who hurts themselves, or the speaker, is no fight of adults."""
    likely = with_self_harm(likely, words)
    match = likely.get(_BETWEEN_ADULTS)
    if match is None or not HURTS_ME.search(" ".join(words)) or _of_two_adults(words):
        return likely
    known = likely.get(_OF_A_CHILD)
    first = match if known is None or known.score < match.score else known
    # It stays below: to an adult, whom this is asked of too, it is what happens.
    return {
        **likely,
        _OF_A_CHILD: first._replace(of=_OF_A_CHILD),
        _BETWEEN_ADULTS: match._replace(score=_BELOW * first.score),
    }


def _of_two_adults(words: Sequence[str]) -> bool:
    people = set(_HER_PARTNER.sub(r"\1", " ".join(words)).split())
    return not people.isdisjoint(_BOTH) or not (
        people.isdisjoint(_MOTHERS) or people.isdisjoint(_FATHERS)
    )
