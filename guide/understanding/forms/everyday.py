"""What is plain, glad or sad of every day, and is heard as something graver by a word of it."""

import re

from guide.understanding.meanings import CONCERN

_AFTER = r"( (again|lol|haha|tbh|x|tho|soon))*"
_FAMILY = r"(dad|mum|mam|stepdad|stepmum|brother|sister|nan|grandad|uncle|auntie?|neighbour|he|she)"
_PART = (
    r"(tummy|stomach|arms?|legs?|wrist|ankle|knees?|neck|head|throat|ears?|foot|feet|hands?|"
    r"fingers?|tooth|teeth|elbow|shoulder|nose)"
)
_NONE_OF_IT = (
    (
        "home-or-neglect",
        re.compile(
            rf"((my|our) )?{_FAMILY}( (is|s|was|keeps|always|just|really))* (shout|yell|scream|"
            r"swear)\w* at (the|his|her|a|our) (tv|telly|television|foot\w*|match|game|ref|rugby|"
            rf"cricket|radio|laptop|computer|printer|xbox|sat ?nav|traffic){_AFTER}"
        ),
    ),
    (
        "sexual-in-person",
        re.compile(
            r"(the|a|my|our) (doctor|nurse|dentist|optician|physio|midwife|paramedic|gp) (touched|"
            rf"felt|pressed|checked|examined|looked at) (my|his|her|our) ({_PART}|sister|brother|"
            r"son|daughter|baby|mum|dad|nan|grandad) (to|and) (check|see|look|listen)( (her|him|it|"
            r"if|was|were|is|broken|sprained|swollen|sore|ok|okay|alright))*"
        ),
    ),
    (
        "forced-marriage",
        re.compile(
            r"(my|our) (cousins?|uncle|auntie?|teacher|brother|mum|dad|nan|neighbour)( is| are|s)?"
            r"( getting| got)? (married|engaged)( (soon|today|tomorrow|again|next|last|this|on|in|"
            r"week|month|year|summer|\w+day|the|and|im|i|am|a|bridesmaid|so|excited|happy))*"
        ),
    ),
    (
        "eating",
        re.compile(
            r"(i|ive|we|weve) (havent|have not|aint|not) (eaten|ate|had (anything|food)) since "
            r"(breakfast|lunch|dinner|tea ?time|this morning)( (and|so|but|im|i|am|really|starving|"
            rf"hungry))*{_AFTER}"
        ),
    ),
)
"""A worry, and whole lines that have a word of it and do not tell of it.

Only a line that is known to its last word takes one away: whoever adds "and he hits me" tells it.
"""
_APP = (
    r"(roblox|minecraft|fortnite|tik ?tok|snap ?chat|snap|youtube|discord|whats ?app|insta|"
    r"instagram|facebook|xbox|phone|ipad|tablet)"
)
_WHOSE = (
    r"((a|an|my|our|the|his|her|five|six|seven|eight|nine|ten|eleven|twelve|\d+|young|little|year|"
    r"old) )*(olds?|sons?|daughters?|childs?|kids?|children)"
)
_PLAIN = re.compile(
    r"((my|me) )?(bf|boyfriend|gf|girlfriend) is ((so|really|well|proper|just|the) )*(lush|lovely|"
    rf"sweet|cute|fit|nice|amazing|best|funny|perfect|mint|class){_AFTER}|"
    r"(what|which|wat) age (is|are|can|should|do|does|for)( (it|my|our|a|the|child|children|kids?|"
    rf"son|daughter|you|ok|okay|safe|allowed|have|get|use|be|on|for|to|{_APP}))*|"
    r"how (do|can) i (set|turn|put)( up| on)?( the| some)? (parental controls|screen ?time)"
    rf"( limits?)?( (on|for) ((a|my|our|the|his|her) )?(sons |daughters |childs |kids )?{_APP})?|"
    r"how much screen ?time (is|should)( (ok|okay|normal|too|much|a|an|my|child|kids?|have))*|"
    rf"(is|are) {_APP} (ok|okay|safe|suitable|good)( for {_WHOSE})?"
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
    return frozenset(f"{CONCERN}{name}" for name, form in _NONE_OF_IT if form.fullmatch(line))


def tells_no_worry(line: str) -> bool:
    """Whether a line is so plain that nothing of it is a worry."""
    return bool(_PLAIN.fullmatch(line))
