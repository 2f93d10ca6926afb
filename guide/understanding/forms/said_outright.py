"""Hears worries that are told in so few words that nothing else hears them.

"My friend touched me" has a word of every day for the deed and one for who does it; it is a
disclosure all the same. "A man flashed me" is done in person unless a line says that it is online.
"My teacher fancies me" names no deed, and may be the beginning of one.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from guide.understanding.forms.everyday import (
    BODY_HURTS,
    DIED,
    FALLEN_OUT,
    SOMEBODY_ILL,
    is_plain,
    tells_no_worry,
)
from guide.understanding.forms.hits import (
    A_CHILD,
    FAMILY_HITS,
    FAMILY_HITS_CHILD,
    HIT_BY,
    HITS,
    HITS_ME,
    SHOUTS,
)
from guide.understanding.meanings import CONCERN
from guide.understanding.signs import Match

_TOUCHING, _MAYBE = f"{CONCERN}sexual-in-person", f"{CONCERN}sexual-unsure"
_FLASHING, _SPIKING = f"{CONCERN}flashing", f"{CONCERN}spiking"
_OF_CHILDREN = f"{CONCERN}child-sexual-behaviour"
"""What is told of children by grown-ups alone."""
_PRESSURE = f"{CONCERN}sexual-pressure"
_OF_PICTURES = frozenset(
    f"{CONCERN}{name}"
    for name in ("blackmail", "nude-of-me", "nude-of-someone", "made-up-nudes", "partner-pressure")
)
_NUDE, _OKAY = f"{CONCERN}nude-of-me", f"{CONCERN}is-this-okay"
_BULLIED, _LOW = f"{CONCERN}bullying", f"{CONCERN}low-mood"
_MARRIAGE, _EATING = f"{CONCERN}forced-marriage", f"{CONCERN}eating"
_HATE = f"{CONCERN}radicalisation"
_HATEFUL = frozenset(
    f"{CONCERN}{name}" for name in ("radicalisation", "extremist-content", "hate", "harmful-groups")
)
_SCAM = f"{CONCERN}scam"
_DEALING = f"{CONCERN}criminal-exploitation"
_OWN, _DONE_BY_ME = f"{CONCERN}own-sexual-behaviour", f"{CONCERN}own-behaviour"
_SCORE = 8.0
"""What it counts as a guess: as much as who somebody says to be."""
_HEARD, _CLEAR = 2.6, 8.0
"""What a worry counts at least that is heard at all (ENOUGH in guesses.py), or clearly."""
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
_MAY_BE_SEXUAL = re.compile(
    r"^(?!.*\b(santa|christmas)\b).*\b(makes?|made|making|wants?|asks?|asked|tells?|told) me "
    r"(to )?(sit|sat|sitting) on (his|her) (knees?|lap)\b|"
    r"\bvirgin\b.*\b(didnt want|did not want|forced|said no|made me|wasnt my choice)\b"
)
"""What may be something sexual, though other words of the line weigh more."""
_HURT = f"{CONCERN}home-or-neglect"
_TOUCHED = re.compile(
    rf"\b{_SOMEBODY} (has |had |just |keeps? |kept |always |is |was |been |once |nearly |also |"
    r"tried to )*(touched|touches|touching|touchs|tuched|toutched|touch|groped|gropes|groping|"
    rf"fingered|kissed|kisses|kissing) (me|us|{A_CHILD}|(?<=ing )(her|him)|(?<=es )(her|him))\b"
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

_TRICKED = re.compile(
    r"\b(scam\w*|conned|tricked|catfish\w*|fooled)( \w+){0,4} (nudes?|noods|naked|(pics?|photos?|"
    r"vids?|videos?) of (me|my \w+)|(dirty|rude|sexy) (pics?|photos?|vids?))\b"
)
"""Pictures that were got by a trick: no scam for money, unless a price is named."""
_A_PRICE = re.compile(r"\b(money|pay|paid|pounds?|quid|\d\d+|vouchers?|cards?|bitcoin)\b")
_ATTACKED = re.compile(
    r"\b(got|was|were|been|being|gets?) (jumped|bottled|chinned|decked|sparked|twatted)\b"
    r"(?! (out|up|by (the|my|our|a) (dog|cat|puppy)))"
)
_MONEY_GONE = re.compile(
    r"\b(took|taken|paid|charged|transferred)( \w+){0,4} (fee|deposit|money|pounds|quid|\d+)\b.*"
    r"\b(wont|wouldnt|doesnt|never|stopped|gone|vanished|disappeared|blocked)\b"
)
_HEARS_VOICES = re.compile(
    r"\bi( can| keep| also| always)? hear(ing)? (voices|a voice in|(people|things|someone) "
    r"(talking|that arent|who arent|in my head))\b(?! (from|in the|next|downstairs|outside))"
)
_DO_STUFF = re.compile(
    r"^(?=.*\b(hes|shes|he is|she is|bf|gf|boyfriend|girlfriend)\b)(?=.*\b\d\d?\b).*"
    r"\bwe (do|did|done|been doing|have done|are doing) (stuff|things|it)\b"
)
"""Two of whom an age is told, and what they do and is not named."""
_DEALS = re.compile(
    r"\b(nicked|arrested|lifted|caught|done|pulled|busted|huckled|sent down|jailed)( \w+){0,2} "
    r"(for|with|wi) (dealing|shotting|selling (drugs|weed|gear)|supply\w*|(a )?(bag|load|lot)s? of "
    r"(weed|drugs|gear|coke|pills))\b|"
    r"\b(dealing|shotting|trapping|selling|running|carrying|moving) (drugs|weed|gear|crack|coke|"
    r"food for (older|the))\b"
)

_WANTS_NUDES = re.compile(
    r"\b(want|wants|wanted|wanting|asks?|asked|asking|begs?|begged|begging|demands?|demanding|keeps"
    r" on) (me )?(for |to send |to see |sending )?(\w+ ){0,2}?(nudes?|noods|(naked|dirty|rude|"
    r"sexy) (pics?|photos?|vids?|pictures?|videos?)) ?(of|from|off) me\b|"
    r"\b(wants?|wanted|asks?|asked|tells?|told) me (to|2) send (\w+ ){0,2}?(nudes?|noods)\b"
)
_MARRIED_OFF = re.compile(
    r"\b(make|makes|making|made|forc\w+|telling|want|wants|wanting|expect|expects|pressur\w+) "
    r"(me|her|him|my (sister|friend|cousin|mate)) (to )?(be |get |getting )?(marry|married|wed|"
    r"marrying|engaged)\b|"
    r"\b(marrying|marry|married) (me|my (sister|friend|cousin|mate)) off\b|"
    r"\b(arranged|found|picked|chosen|chose) (a |me a |my )(husband|wife|man for me|man to marry)\b"
)
_HAS_NOT_EATEN = re.compile(
    r"\b(i|ive|she|shes|he|hes|my \w+) (havent|have not|hasnt|has not|aint|not|only)( \w+)? "
    r"(ate|eaten|eatin|eat|et)( \w+){0,3} (for|in|since) (\w+ ){0,2}?(days?|week|weeks|\w+day)\b"
)
_NO_FOOD = re.compile(
    r"\b(no food|fridge|cupboards?|empty|wont (feed|give|let)|(mum|dad|mam|they) (wont|doesnt|dont|"
    r"didnt|never|forgot)|locked|sick|ill|ramadan|operation|(isnt|aint|not) (any|enough))\b"
)

_SENT_ROUND = re.compile(
    r"\b(?<!\bi )(?<!\bive )(sent|shared|posted|leaked|put|spread|forwarded|showed|sending|sharing|"
    r"posting|showing)( \w+){0,2} (my (\w+ )?(pics?|photos?|pictures?|nudes?|noods|vids?|videos?)|"
    r"((a|the|some) )?(pics?|photos?|pictures?|nudes?|noods|vids?|videos?) of me)\b"
)
"""Pictures of the speaker that somebody passed on."""
_HATE_VIDEOS = re.compile(
    r"\b(hitler|nazis?|isis|incels?|white power|great replacement|race war|swastikas?)\b"
)
_OF_SCHOOL = re.compile(
    r"\b(project|essay|history|lessons?|homework|gcse|exam|book|documentary|film|museum|learn\w*|"
    r"teacher|class)\b"
)


class Outright(NamedTuple):
    """What a line says outright, and what that is worth beside what else was heard of it."""

    said: re.Pattern[str]
    concern: str
    unless: re.Pattern[str] | None = None
    """What takes it back: that it never happened, or happened on a screen."""
    beside: Callable[[Mapping[str, Match]], bool] | None = None
    """Beside what it counts; beside anything where none is told."""


def _nothing_sexual(likely: Mapping[str, Match]) -> bool:
    return not _sexual(likely)


def _nothing_sexual_or_sad(likely: Mapping[str, Match]) -> bool:
    """Whether nothing sexual was heard but of children, or being sad of it stands before it."""
    heard = {of for of, match in likely.items() if match.score >= _HEARD} - {_OF_CHILDREN}
    return _best(likely) == _LOW or not any(map(_is_sexual, heard))


def _no_picture_sent(likely: Mapping[str, Match]) -> bool:
    """Whether nothing was heard of pictures that somebody has, or of a partner who wants some."""
    return not any(of in _OF_PICTURES and match.full for of, match in likely.items())


def _best(likely: Mapping[str, Match]) -> str:
    """The likeliest worry; empty for none."""
    worries = {of: match.score for of, match in likely.items() if of.startswith(CONCERN)}
    return max(worries, key=lambda of: worries[of], default="")


def _another_is_pictured(likely: Mapping[str, Match]) -> bool:
    return _best(likely) == f"{CONCERN}nude-of-someone"


def _somebody_died(likely: Mapping[str, Match]) -> bool:
    return _best(likely) in (f"{CONCERN}bereavement", "") or _no_worry(likely)


def _nothing_of_hate(likely: Mapping[str, Match]) -> bool:
    return _best(likely) not in _HATEFUL


def _no_worry(likely: Mapping[str, Match]) -> bool:
    """Whether no worry was heard at all."""
    return not any(of.startswith(CONCERN) and match.score >= _HEARD for of, match in likely.items())


def _sexual(likely: Mapping[str, Match]) -> set[str]:
    """What was heard clearly that is sexual."""
    clear = {of for of, match in likely.items() if match.full and match.score >= _CLEAR}
    return {of for of in clear if _is_sexual(of)}


_FORMS = (
    Outright(_FLASHED, _FLASHING, unless=_NOT_IN_PERSON),
    Outright(_I_DO_IT, _DONE_BY_ME, unless=_NOT_SO),
    Outright(_I_WANT_PICTURES, _OWN),
    Outright(_SPIKED, _SPIKING),
    Outright(_TRICKED, _NUDE, unless=_A_PRICE),
    Outright(_WANTS_NUDES, _PRESSURE, unless=_NOT_SO, beside=_no_picture_sent),
    Outright(_SENT_ROUND, _NUDE, unless=_NOT_SO, beside=_another_is_pictured),
    Outright(_HATE_VIDEOS, _HATE, unless=_OF_SCHOOL, beside=_nothing_of_hate),
    Outright(SOMEBODY_ILL, _LOW, unless=DIED, beside=_somebody_died),
    Outright(BODY_HURTS, _MAYBE),
    Outright(HIT_BY, _HURT, unless=_NOT_SO),
    Outright(_MAY_BE_SEXUAL, _MAYBE),
    Outright(_TOUCHED, _TOUCHING, unless=_NOT_SO, beside=_nothing_sexual_or_sad),
    Outright(_FANCIES, _MAYBE, beside=_nothing_sexual),
    Outright(_ODD, _MAYBE, beside=_nothing_sexual),
    Outright(FAMILY_HITS, _HURT, unless=_NOT_SO, beside=_nothing_sexual),
    Outright(FAMILY_HITS_CHILD, _HURT, unless=_NOT_SO, beside=_nothing_sexual),
    Outright(HITS, _HURT, unless=_NOT_SO, beside=_no_worry),
    Outright(HITS_ME, _HURT, beside=_no_worry),
    Outright(SHOUTS, _HURT, beside=_no_worry),
    Outright(_MARRIED_OFF, _MARRIAGE, beside=_no_worry),
    Outright(_HAS_NOT_EATEN, _EATING, unless=_NO_FOOD, beside=_no_worry),
    Outright(_ATTACKED, _BULLIED, beside=_no_worry),
    Outright(_HEARS_VOICES, _LOW, beside=_no_worry),
    Outright(FALLEN_OUT, _LOW, beside=_no_worry),
    Outright(_DO_STUFF, _OKAY, beside=_no_worry),
    Outright(_MONEY_GONE, _SCAM, beside=_no_worry),
    Outright(_DEALS, _DEALING, beside=_no_worry),
)
"""The first that a line has is what it says."""


def said_outright(likely: Mapping[str, Match], words: Sequence[str]) -> Mapping[str, Match]:
    """What a line is likely about, with what it says outright, where nothing else heard it."""
    line = " ".join(words)
    whole = " ".join(filter(None, words))
    if tells_no_worry(whole):
        return {of: match for of, match in likely.items() if not of.startswith(CONCERN)}
    plain = is_plain(whole)
    likely = {of: match for of, match in likely.items() if of not in plain}
    if _touches_me(line) and _OWN in likely:
        return _first(_TOUCHING, {of: likely[of] for of in likely if of != _OWN})
    for form in _FORMS:
        holds = form.said.search(line) and not (form.unless and form.unless.search(line))
        if holds and (form.beside is None or form.beside(likely)):
            return _first(form.concern, likely)
    return likely


def _touches_me(line: str) -> bool:
    """Whether somebody else touched the speaker, who touched nobody."""
    denied = _NOT_SO.search(line) or _I_TOUCHED.search(line)
    return bool(_TOUCHED.search(line) and _TOUCHED_ME.search(line)) and not denied


def _first(of: str, likely: Mapping[str, Match]) -> Mapping[str, Match]:
    """What is likely, with something that counts more than all of it."""
    most = max((match.score for match in likely.values()), default=0.0)
    return {**likely, of: Match(of, most + _SCORE, "", 1.0, (), ())}


def _is_sexual(of: str) -> bool:
    return "sexual" in of or of.endswith(("-assault", "-pressure", "grooming"))
