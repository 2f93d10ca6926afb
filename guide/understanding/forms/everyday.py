"""What is plain, glad or sad of every day, and is heard as something graver by a word of it."""

import re

from guide.understanding.meanings import CONCERN

_NONE_OF_IT = (
    (
        "home-or-neglect",
        re.compile(
            r"\b(shout|yell|scream|swear)\w* at (the|his|her|a|our) (\w+ )?(tv|telly|television|"
            r"foot\w*|match|game|ref|rugby|cricket|radio|laptop|computer|printer|xbox|"
            r"sat ?nav|traffic) ?$"
        ),
    ),
    (
        "sexual-in-person",
        re.compile(
            r"\b(doctor|nurse|dentist|optician|physio|midwife|paramedic|gp) (touched|felt|pressed|"
            r"checked|examined|looked at) (\w+ ){0,5}(to|and) (check|see|look|listen|feel)\b"
        ),
    ),
    (
        "forced-marriage",
        re.compile(
            r"^(my|our) (\w+ )?(cousins?|uncle|auntie?|teacher|brother|mum|dad|nan|neighbour)( is| "
            r"are|s)?( getting| got)? (married|engaged)(?! (off|to a man|against|me))( \w+){0,4} ?$"
        ),
    ),
    (
        "eating",
        re.compile(
            r"\b(since|before) (breakfast|lunch|dinner|tea ?time|this morning|\d+|school)\b"
        ),
    ),
)
"""A worry, and how a line is built that has a word of it and does not tell of it."""
_PLAIN = re.compile(
    r"\b(bf|boyfriend|gf|girlfriend) is ((so|really|well|proper|just|the) )*(lush|lovely|sweet|"
    r"cute|fit|nice|amazing|best|funny|perfect|mint|class) ?$|"
    r"^(what|which|wat) age (is|are|can|should|do|does|for)\b|\bparental controls\b|"
    r"\bscreen ?time\b|^(is|are) (roblox|minecraft|fortnite|tiktok|snapchat|youtube|discord) "
    r"(ok|safe|suitable|good)\b"
)
"""A parent who asks which app is for whom, and a boyfriend who is lovely: no worry is told."""
_RELATION = (
    r"(mum|mam|mom|mummy|dad|da|daddy|nan|nana|gran|granny|grandma|grandad|granda|grandpa|brother|"
    r"sister|bro|sis|cousin|uncle|auntie?|aunty|stepdad|stepmum|friend|mate|bestie|baby)"
)
SOMEBODY_ILL = re.compile(
    rf"\b(my|me|our) ((best|little|big|baby|step|wee) )*{_RELATION}s?( (is|has|have|was|got|been|"
    r"just|really|very|so|proper|still|s|terminally))* (cancer|dementia|alzheimers|leukaemia|ill|"
    r"poorly|in hospital|in a hospice|a stroke|diagnosed|an operation|surgery|depression|ms|"
    r"epilepsy)\b"
)
"""Somebody near is ill."""
DIED = re.compile(r"\b(died|dead|dies|dying|passed|funeral|lost (him|her|my)|without (him|her))\b")
FALLEN_OUT = re.compile(
    r"\b(fell out|fallen out|falling out|ditched me|dumped me|got dumped|been dumped|blanks me|"
    r"blanking me|ghosted me|ghosting me|moved away|is moving away)\b"
)
BODY_HURTS = re.compile(
    r"^(my|me) (willy|bits|private parts?|privates|penis|dick|balls|boobs?|fanny|vagina)( is| "
    r"are|s)? ((really|so|always|kinda) )*(hurts?|sore|itch\w*|stings?|burns?|burning)"
    r"( (when i (pee|wee|go)|a lot|today|again))* ?$"
)
"""A body that hurts, with nobody who did anything."""


def is_plain(line: str) -> frozenset[str]:
    """The worries, as `concern=...`, that a line does not tell of though it has a word of them."""
    return frozenset(f"{CONCERN}{name}" for name, form in _NONE_OF_IT if form.search(line))


def tells_no_worry(line: str) -> bool:
    """Whether a line is so plain that nothing of it is a worry."""
    return bool(_PLAIN.search(line))
