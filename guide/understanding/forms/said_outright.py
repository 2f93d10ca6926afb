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
_FLASHING, _SPIKING = f"{CONCERN}flashing", f"{CONCERN}spiking"
_OF_CHILDREN = f"{CONCERN}child-sexual-behaviour"
"""What is told of children by grown-ups alone."""
_OWN, _DONE_BY_ME = f"{CONCERN}own-sexual-behaviour", f"{CONCERN}own-behaviour"
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
_HARMLESS = (
    r"(hair|shoulder|arm|back|hand|heart|head|nose|soul|forehead|elbow|phone|stuff|things?|toys?|"
    r"food|bike|xbox|ipad|bag|room)\b"
)
_A_CHILD = (
    r"(my|our|her|his|their|your) ((own|little|wee|baby|big|older|younger|best|step|half|foster) )*"
    r"(sister|sis|brother|bro|cousin|daughter|son|niece|nephew|child|kids?|children|baby|twins?|"
    r"grand\w+|step(sister|brother|son|daughter)|friend|mate|bestie|pupils?)"
)
"""Whom it may be done to, beside the speaker."""
_HITS = re.compile(
    r"\b(?<!\bi )(?<!\bive )(hit|hits|hitting|slaps?|slapped|slapping|punch(ed|es|ing)?|"
    r"kick(ed|s|ing)?|smacks?|smacked|smacking|beats?|beating|batters?|battered|shakes?|shook|"
    r"shaking|burns?|burnt|burned|shoves?|shoved|skelps?|skelped|leathers?|leathered|wallops?|"
    rf"walloped) ({_A_CHILD}|the (baby|bairns?|weans?|kids|children|little ones?))\b"
    r"(?! (the |a |his |her )?(ball|at|in the game|on|phone|bike|toys?|car))"
)
"""A child whom somebody hits: who it is about may be a parent, a partner, a friend."""
_HITS_ME = re.compile(
    r"\b(skelp|wallop|leather|bray|clatter|lamp|deck|panel|malky|bang)(s|ed|ing|er)? (me|us)\b|"
    r"\b(threw|throws|throwing|lobbed|lobs|chucked|chucks|launched|launches) (\w+ ){1,3}at "
    r"(me|us|my (head|face|back))\b|"
    r"\b(dad|mum|mam|stepdad|da|he|she)( \w+){0,4} (home|back|in)\b( \w+){0,4} "
    r"(ill|im gonna|gonna|im going to) (get it|get battered|get leathered|cop it|be for it)\b"
)
"""What is done to the speaker, in words that nothing else hears as such."""
_HIT_BY = re.compile(
    r"\b(gets?|got|is|was|being|getting|been) (hit|beaten|battered|slapped|smacked|punched|kicked|"
    r"leathered|belted|skelped) by (my|his|her|their|a) (\w+ )?(dad|mum|mam|da|father|mother|"
    r"stepdad|stepmum|parents|uncle|brother|nan|grandad|carer|mums (bf|boyfriend|partner))\b"
)
_MAY_BE_SEXUAL = re.compile(
    r"^(?!.*\b(santa|christmas)\b).*\b(makes?|made|making|wants?|asks?|asked|tells?|told) me "
    r"(to )?(sit|sat|sitting) on (his|her) (knees?|lap)\b|"
    r"\bvirgin\b.*\b(didnt want|did not want|forced|said no|made me|wasnt my choice)\b"
)
"""What may be something sexual, though other words of the line weigh more."""
_SHOUTS = re.compile(
    r"\b(dad|mum|mam|da|stepdad|stepmum|(mums|dads) (bf|boyfriend|partner)|(my )?parents|they)"
    r"( is| are|s|re| was| were| keeps?)? ((always|just|proper|really|so|still) )*"
    r"(shouting|screaming|yelling|smashing|kicking off|throwing (things|stuff|plates))\b"
    r"(?! (me for|for me|at the (tv|telly|football|footy|match|ref|dog|cat|computer|xbox)|goal|"
    r"from|up the stairs|that|its))"
)
"""What goes on at home, where nothing else was told of it."""
_HURT = f"{CONCERN}home-or-neglect"
_TOUCHED = re.compile(
    rf"\b{_SOMEBODY} (has |had |just |keeps? |kept |always |is |was |been |once |nearly |also |"
    r"tried to )*(touched|touches|touching|touchs|tuched|toutched|touch|groped|gropes|groping|"
    rf"fingered|kissed|kisses|kissing) (me|us|{_A_CHILD}|(?<=ing )(her|him)|(?<=es )(her|him))\b"
    r"(?! (to check|to see|goodnight|good night|bye|better|everywhere i go)\b| (on|in|by) (the|my) "
    rf"{_HARMLESS}| {_HARMLESS}| \w+ {_HARMLESS}| (emotionally|deeply|so deeply))"
)
_TOUCHED_ME = re.compile(r"\b(touched|touches|touching|touch|kissed|groped|fingered) (me|us)\b")
_I_TOUCHED = re.compile(r"\bi( \w+)? (touch(ed)?|kissed|groped|fingered|did)\b")
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
_ODD = re.compile(
    r"\b(uncle|grandad|grandpa|stepdad|step ?dad|coach|teacher|sir|cousin|neighbour|babysitter|"
    r"stepbrother|step ?brother|vicar|priest|imam|(mums|dads) (\w+ )?(bf|boyfriend|friend|mate)|he)"
    r"( is| s|s)?( \w+)? (weird|creepy|strange|odd|funny|too friendly|touchy|handsy) "
    r"(with|around|to|towards|when hes with) (me|us)\b|"
    r"\b(grandad|grandpa|uncle|stepdad|cousin|coach|babysitter)( \w+){0,2} (plays?|makes me play|"
    r"wants to play) (a |the |this |our |his )?(\w+ )?games?( (that )?i (dont|do not|hate|didnt)\b|"
    r" under\b| with me\b)|"
    r"\b(uncle|grandad|grandpa|stepdad|coach|teacher|sir|cousin|neighbour|babysitter|vicar|priest|"
    r"imam|friend|mate|bloke|man)( is| s|s) ((such|a|proper|bare|well|so|pure|an|absolute) )*"
    r"(perv|pervert|pervy|perving|creep|nonce|paedo|pedo)\b"
)
"""What may be the beginning of something sexual."""
_SPIKED = re.compile(
    r"\b(gave|give|gives|made|handed) me (something|sumthing|summat|a drink|stuff|sweets|a vape|"
    r"this stuff|some stuff)( \w+){0,4} (and|n|now|then|but)( now)?( i| im)?( feel| feeling)? "
    r"(so |really |all )?(weird|funny|dizzy|strange|woozy|sleepy|sick|out of it|floppy|numb)\b"
)
_I_DO_IT = re.compile(
    r"\bim the (one|person) (doing|whos doing|that does|who does) the bully\w*|"
    r"\bim the bully\b|\bi (am|was) the bully\b|\bi (bully|bullied|am bullying) (\w+)\b"
)
"""Who says that they are the one who bullies."""
_I_WANT_PICTURES = re.compile(
    r"\bhow (do|can|would|could) i (get|make) ((a|an|this|some|my|the) (\w+ )?)?"
    r"(girls?|boys?|lads?|lass(es)?|gf|bf|girlfriend|boyfriend|friend|mate|kids?|her|him|someone) "
    r"(to )?(send|show)( me)? (\w+ )?(pics?|pictures?|nudes?|noods|photos?|vids?|videos?)\b"
)


def as_said(likely: Mapping[str, Match], words: Sequence[str]) -> Mapping[str, Match]:
    """What a line is likely about, with what it says outright, where nothing else heard it."""
    line = " ".join(words)
    if _FLASHED.search(line) and not _NOT_IN_PERSON.search(line):
        return _first(_FLASHING, likely)
    if _I_DO_IT.search(line) and not _NOT_SO.search(line):
        return _first(_DONE_BY_ME, likely)
    if _I_WANT_PICTURES.search(line):
        return _first(_OWN, likely)
    touched = bool(_TOUCHED.search(line)) and not _NOT_SO.search(line)
    if touched and _OWN in likely and _TOUCHED_ME.search(line) and not _I_TOUCHED.search(line):
        return _first(_TOUCHING, {of: likely[of] for of in likely if of != _OWN})
    if _SPIKED.search(line):
        return _first(_SPIKING, likely)
    if _HIT_BY.search(line) and not _NOT_SO.search(line):
        return _first(_HURT, likely)
    if _MAY_BE_SEXUAL.search(line):
        return _first(_MAYBE, likely)
    known = {of for of, match in likely.items() if _is_sexual(of) and match.score >= _HEARD}
    if known - ({_OF_CHILDREN} if touched else frozenset()):
        return likely
    if touched:
        return _with(_TOUCHING, likely)
    if _FANCIES.search(line) or _ODD.search(line):
        return _with(_MAYBE, likely)
    hurt = (_HITS.search(line) and not _NOT_SO.search(line)) or _HITS_ME.search(line)
    hurt = hurt or _SHOUTS.search(line)
    return _with(_HURT, likely) if hurt and not _is_worried(likely) else likely


def _with(of: str, likely: Mapping[str, Match]) -> Mapping[str, Match]:
    return {**likely, of: Match(of, _SCORE, "", 1.0, (), ())}


def _first(of: str, likely: Mapping[str, Match]) -> Mapping[str, Match]:
    """What is likely, with something that counts more than all of it."""
    most = max((match.score for match in likely.values()), default=0.0)
    return {**likely, of: Match(of, most + _SCORE, "", 1.0, (), ())}


def _is_worried(likely: Mapping[str, Match]) -> bool:
    """Whether a worry was heard at all."""
    return any(of.startswith(CONCERN) and match.score >= _HEARD for of, match in likely.items())


def _is_sexual(of: str) -> bool:
    return "sexual" in of or of.endswith(("-assault", "-pressure", "grooming"))
