"""Hears worries that are told in so few words that nothing else hears them.

"My friend touched me" has a word of every day for the deed and one for who does it; it is a
disclosure all the same. "A man flashed me" is done in person unless a line says that it is online.
"My teacher fancies me" names no deed, and may be the beginning of one.
"""

import re
from collections.abc import Mapping, Sequence

from guide.understanding.meanings import CONCERN
from guide.understanding.signs import Match

_TOUCHING, _MAYBE = f"{CONCERN}sexual-in-person", f"{CONCERN}sexual-unsure"
_FLASHING = f"{CONCERN}flashing"
_SCORE = 8.0
"""What it counts as a guess: as much as who somebody says to be."""
_HEARD = 2.6
"""What a worry counts at least that is heard at all (ENOUGH in guesses.py)."""
_SOMEBODY = (
    r"((my|a|this|that|the|some|another|our|one of my|one of the) (\w+ ){0,2}?(?!dog|cat|song|"
    r"film|book|story|music|game|puppy|kitten|horse|video|poem|lyrics|words|speech)\w+|he|she|"
    r"they|some ?one|some ?body|sum1|people|(mum|dad|grandad|grandpa|uncle|nan|auntie?|sir|miss) "
    r"?\w*)"
)
_TOUCHED = re.compile(
    rf"\b{_SOMEBODY} (has |had |just |keeps? |kept |always |is |was |been |once |nearly |also |"
    r"tried to )*(touched|touches|touching|touchs|tuched|toutched|touch|groped|gropes|groping|"
    r"fingered|kissed|kisses|kissing) (me|us)\b(?! (on|in|by) (the|my) (shoulder|arm|back|hand|"
    r"heart|head|nose|soul|forehead|elbow)| (emotionally|deeply|so deeply))"
)
_NOT_SO = re.compile(r"\b(never|didnt|doesnt|hasnt|havent|dont|not|wont|nobody|no one|noone)\b")
_NOT_FAMILY = (
    r"(\w*teacher|tutor|coach|sir|miss|ta|trainer|instructor|leader|youth worker|social worker|"
    r"boss|manager|neighbour|vicar|priest|imam|pastor|rabbi|babysitter|doctor|driver|grown ?up|"
    r"adult|man|woman|(mums|dads|moms) (\w+ )?(friend|mate|bf|boyfriend|partner)|friends (dad|"
    r"brother|uncle)|stepdad|step ?dad|stepbrother|step ?brother|uncle|cousin|foster (dad|"
    r"brother|carer))"
)
_FANCIES = re.compile(
    rf"\b((my|the|a|our|this|one of my) (\w+ ){{0,2}}?{_NOT_FAMILY}|sir|miss|\w+ \w*teacher)( "
    r"\w+)? (fancies|fancy|fancys|is into|into|flirts with|is flirting with|flirting with|"
    r"flirted with|keeps flirting with|is obsessed with|obsessed with|has (a )?(crush|thing) (on|"
    r"for)|has feelings for|is in love with|in love with|is attracted to|wants to (date|go out "
    r"with|be with|kiss)|asked) me( out)?\b|\b(think|sure|worried|feel like) (that )?(my|the|a|"
    rf"our) (\w+ ){{0,2}}?{_NOT_FAMILY} (likes|like|loves) me\b"
)


_FLASHED = re.compile(
    r"\b(flash(ed|es|ing)|exposed (himself|herself|themselves)|(got|had|pulled|took|whipped) "
    r"(his|it|her)( \w+)? out)( (at|to|on|in front of))? (me|us)\b"
)
_NOT_IN_PERSON = re.compile(
    r"\b(pics?|pictures?|photos?|sent|send\w*|snap\w*|online|video\w*|call\w*|cam\w*|dm\w*|"
    r"lights?|torch|headlights|smile\w*|card|badge|money|stream\w*|live|insta\w*|discord)\b"
)


def as_said(likely: Mapping[str, Match], words: Sequence[str]) -> Mapping[str, Match]:
    """What a line is likely about, with what it says outright, where nothing sexual was heard."""
    line = " ".join(words)
    if _FLASHED.search(line) and not _NOT_IN_PERSON.search(line):
        most = max((match.score for match in likely.values()), default=0.0)
        return {**likely, _FLASHING: Match(_FLASHING, most + _SCORE, "", 1.0, (), ())}
    if any(_is_sexual(of) and match.score >= _HEARD for of, match in likely.items()):
        return likely
    touched = _TOUCHED.search(line)
    of = _TOUCHING if touched and not _NOT_SO.search(line) else ""
    of = of or (_MAYBE if _FANCIES.search(line) else "")
    return {**likely, of: Match(of, _SCORE, "", 1.0, (), ())} if of else likely


def _is_sexual(of: str) -> bool:
    return "sexual" in of or of.endswith(("-assault", "-pressure", "grooming"))
