"""What the words of a line are, whatever its author calls them."""

import re

from guide.practice import signs

OPEN_KINDS = ("open-invitation", "safety-check", "reflecting-back", "reassurance", "honesty")
_INVITES = re.compile(
    r"\b(tell me|tell us|explain|describe|hear (more|about|it|what)|say more|take me through|"
    r"what (has |is |was |are )?(happen\w*|changed|been|going|your|it|they|sort)|"
    r"how (is|are|was|did|do|has|have|it)|listening)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(^|[.!?:,;] )(so |and |but )?(is|are|was|were|do|does|did|has|have|had|can|could|will|would|"
    r"should|may|might)(n't)? (it|he|she|they|you|we|i|the|there|any|that|this|some)\w*\b[^.!?]*\?",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\band (since when|is|are|do|does|did|has|have|was|were|what|where|who|when|how)\b[^.!?]*\?",
    re.IGNORECASE,
)
_TELL_NOT = re.compile(r"\b(don't|needn't|not|never)\b[^.!?]*\btell me\b", re.IGNORECASE)
# Python looks behind by a fixed length only, so each "not" has a look of its own.
_NEVER_RIGHT = (
    (
        re.compile(r"(?<!n't )(?<!never )\b(show|send) me (the|that|your)\b", re.IGNORECASE),
        "asks to be shown what nobody has to show",
    ),
    (
        re.compile(
            r"(?<!not )(?<!n't )(?<!never )\bdelete (it|them|the|your|everything|all)\b",
            re.IGNORECASE,
        ),
        "has something deleted that may show who did it",
    ),
)
"""What no good line does, and what it is."""
_PLAIN_QUESTION = re.compile(
    r"(and |so |but |then |now,? |today,? )*(is|are|was|were|do|does|did|has|have|had|can|could|"
    r"will|would|should|may|might)(n't)?\b",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"\b(I('m| am|'ve| have|'d| would| like| believe|'ll| will| know| think| can)|glad|thank|"
    r"sorry)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(thank|glad|sorry|brave|well done|did right)\b", re.IGNORECASE)


def contradiction(kind: str, words: str) -> str:
    """How the words contradict what the kind says of them; empty where they do not."""
    questions = words.count("?")
    if kind in OPEN_KINDS:
        return _not_good(kind, words, questions)
    return signs.amiss(kind, words)


def _not_good(kind: str, words: str, questions: int) -> str:
    if signs.ENDS_IN_TAG.search(words):
        return "ends in a tag that tells them what to answer"
    if signs.promises_secrecy(words):
        return "promises to keep a secret"
    for pattern, what in (
        (signs.ASKS_WHY, "asks why"),
        (signs.BLAMES, "blames"),
        (signs.MAKES_SMALL, "makes it small"),
        *_NEVER_RIGHT,
    ):
        if pattern.search(words):
            return what
    if questions > 1 or _JOINED.search(words):
        return "is two questions in one"
    if questions and signs.HOLDS_OPTIONS.search(words):
        return "holds the answers to choose from"
    if kind == "safety-check":
        asked = [part for part in re.split(r"(?<=[.!?:])\s+", words) if part.endswith("?")]
        plain = all(_PLAIN_QUESTION.match(part) for part in asked)
        return ("" if plain else "asks what yes or no cannot answer") if asked else "asks nothing"
    if kind == "reflecting-back" and _OF_ONESELF.search(words):
        return "speaks of you, and not of what they said"
    if kind == "open-invitation":
        if _CLOSED.search(words):
            return "can be answered with yes or no"
        return "" if _INVITES.search(_TELL_NOT.sub("", words)) else "invites to nothing"
    return "asks a question" if questions else ""


def thanks(words: str) -> int:
    """How many words of thanks, praise or pity there are."""
    return len(_THANKS.findall(words))


def sentence_count(words: str) -> int:
    """How many sentences there are."""
    return len(re.findall(r"[.!?](?=\s|$)", words))


_YOU = re.compile(r"\byou(r|rs|rself)?\b", re.IGNORECASE)


def times_you(words: str) -> int:
    """How often they say "you", in any of its forms."""
    return len(_YOU.findall(words))


_FILLERS = re.compile(
    r"\b(well then|you know(?! that)|i mean|really|just|very|honestly|at all|actually|simply|"
    r"of course|kind of|sort of|after all|to be (fair|honest)|believe me|so to speak|absolutely|"
    r"totally|basically|all that|any ?more)\b|^(well|right|look|now|ah|okay)\b",
    re.IGNORECASE,
)


def fillers(words: str) -> int:
    """How many words there are that only make it longer: "Well then, just show me"."""
    return len(_FILLERS.findall(words))


_LEAD = re.compile(
    r"\blead\b(?! (next (week|month|term)|one day|some day|when (i|we) get round))", re.IGNORECASE
)
_LEAD_NOT = re.compile(
    r"\b(won't|not|never|don't|needn't|without|might|maybe|perhaps)\b[^.!?,]*\blead\b",
    re.IGNORECASE,
)


def names_the_lead(words: str) -> bool:
    """Whether the words say that the lead is told: not that they are not, or some day."""
    sentences = re.split(r"(?<=[.!?])\s+", words)
    return any(_LEAD.search(part) and not _LEAD_NOT.search(part) for part in sentences)


# -- what was told

TOPICS = {
    "a picture": r"\b(pictures?|photos?|videos?|nudes?|film(ed)?)\b",
    "a man": r"\b(he|him|his|man|men|boyfriend|stepdad)\b",
    "abuse or harassment": r"\b(abus\w+|harass\w*|assault\w*|groom\w*|rape\w*)\b",
    "something shared": r"\b(shared|passed on|sent round|posted)\b",
    "freezing": r"\b(freez\w+|froze)\b",
    "presents": r"\b(presents?|gifts?)\b",
    "money": r"\b(money|paid|pay|coins)\b",
    "a wound": r"\b(cuts|scars?|bruis\w+|bleed\w*|wounds?)\b",
    "a gang": r"\b(gangs?|county lines?)\b",
    "a weapon": r"\b(kni(fe|ves)|blades?|weapons?)\b",
    "drugs": r"\b(drugs?|weed|cannabis|pills?)\b",
    "drinking": r"\b(drunk|alcohol|vodka|beers?)\b",
    "a pregnancy": r"\b(pregnan\w+|miscarriage|abortion)\b",
    "a wedding": r"\b(weddings?|marr(y|ied|iage))\b",
    "a threat": r"\b(threat\w*|blackmail\w*)\b",
    "a fault": r"\bnot (your|her|his|their) fault\b",
}
"""What nobody may bring up before the person has: it would be leading. A plain check is free."""


FACTS = {
    "the law": r"\b(the law|crimes?|illegal|offences?)\b",
    "the council": r"\b(council|children's services)\b",
    "an advocate": r"\badvocates?\b",
    "a helpline": r"\bhelplines?\b",
    "a service": r"\b(CEOP|NSPCC|IWF|Report Remove|Childline)\b",
}
"""What a line states a fact about, whoever says it."""


def unsourced_fact(words: str, sourced: str) -> str:
    """What the words state a fact about that these sourced words do not; empty for none."""
    for about, pattern in FACTS.items():
        for stated in re.finditer(pattern, words, re.IGNORECASE):
            named = re.escape(stated[0]) if about == "a service" else pattern
            if not re.search(named, sourced, re.IGNORECASE):
                return about
    return ""


def unsaid_topic(
    words: str, heard: str, besides: tuple[str, ...] = (), *, as_known: bool = False
) -> str:
    """A topic that the words bring up and `heard` does not speak of, besides these; empty for none.

    With `as_known` only where they take it as known: the knife, and not a knife.
    """
    known = r"\b(the|that|this|those|these) " if as_known else ""
    for topic, pattern in TOPICS.items():
        if topic in ("a fault", *besides):
            continue
        if re.search(known + pattern, words, re.IGNORECASE) and not re.search(
            pattern, heard, re.IGNORECASE
        ):
            return topic
    return ""


_SUICIDE = re.compile(
    r"\b(suicid\w*|kill (my|him|her|your|them)sel\w+|want(ed|s)? to die|of dying|about dying|"
    r"of ending (it|my life|things)|(take|took|taking) (my|her|his|their) own life|"
    r"end my life|(nobody|no one) would miss me|not dying|"
    r"not be(ing)? (alive|around any more|here for it|here any ?more)|end it all|"
    r"hang (my|him|her)self|"
    r"better off (dead|without me))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(no|not|never|nothing)\b[^.!?]*$", re.IGNORECASE)


def talks_of_suicide(words: str) -> bool:
    """Whether somebody speaks of suicide here, to ask or to deny it, too."""
    return bool(_SUICIDE.search(words))


def may_mean_suicide(words: str) -> bool:
    """Whether the person says that they think, or thought, of it; a plain denial is not."""
    for sentence in re.split(r"(?<=[.!?])\s+", words):
        match = _SUICIDE.search(sentence)
        if match and not _DENIED.search(sentence[: match.start()]) and match[0][:3] != "not":
            return True
        # "Not dying" denies it, but "not be here any more" is the wish itself.
        if match and match[0].startswith(("not be",)):
            return True
    return False


_DIGIT = "(oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|hundred)"
_REACHES = re.compile(
    rf"(\b({_DIGIT}[ ,-]+){{5,}}{_DIGIT}\b|"  # a number, read out
    r"https?:\S*|www\.\S*|[\w.-]+\.(com|org|net|uk|gov)\b\S*|\S*@\w\S*|\+44[\d ]*|"
    r"\b0\d[\d .()-]{6,}\d|\b\d{5,}\b|\b116 ?\d{3}\b)",
    re.IGNORECASE,
)
_HELP_COMES = re.compile(
    r"\b(sirens?|blue lights?|they (are|have) (coming|come|here|found)|they're (coming|here)|"
    r"on (the|their) way|the (police|ambulance) (are|is|has|have) (at|here|coming|come|there)|"
    r"(police|ambulance) (came|is here|are here)|(i've|i have|i'm|i am) (rung|ringing|calling|"
    r"called|dialling|dialled))\b",
    re.IGNORECASE,
)


def help_comes(words: str) -> bool:
    """Whether the words say that somebody was called, or that help is there or near."""
    return bool(_HELP_COMES.search(words))


_CHILD_IT = re.compile(
    r"\b(think|hope|know|sure|believe|if|that|because|when) it "
    r"(is|was|were|feels?|felt|looks?|looked) "
    r"(so |very |too )?(frightened|scared|afraid|sad|crying|hungry|lonely|hurt by|ashamed|upset)\b|"
    r"\bthe child\b[^.!?]* \b(its|happens to it|it can (choose|say|tell|decide)|itself)\b|"
    r"^it (knows who|knows that it|trusts you|wants you|hopes that you)\b",
    re.IGNORECASE,
)
_SLIPS = {
    "frightens me with": "say whom it frightens, and that it frightens you too",
    "an own one": "say: one of their own",
    "pairs of eyes less": "say: fewer pairs of eyes",
    "one asks oneself": "say: you have to ask yourself",
    "with the child's leave": "say: and the child knows",
    "keeps a thread": "say: stay in touch",
    "would you not let stand": "say: would you challenge",
}


_CAPITAL = re.compile(r"(?<=[a-z,;] )([A-Z][a-z]+)\b")
_FIRST = re.compile(
    r"(?:^|(?<=[.!?] ))([A-Z][a-z]+)"
    r"(?=,? (?:says|said|told|hit|hits|keeps|wants|sent|made|likes)\b|, \d|,? (?:is|was) "
    r"(?:sweet|nice|kind|mean|horrible|lovely|funny|my (?:friend|brother|sister|boyfriend|"
    r"girlfriend|cousin|coach|teacher|ex))\b)"
)
"""The first word of a sentence, where what follows is said of a person."""
_NO_NAMES = re.compile(
    r"(no|some|any|every)(body|thing|one)|who(ever)?|wh(at|ich|ere|en)|he|she|it|they|we|you|i|"
    r"th(is|at|ere|ese|ose|en)|one|people|mine|n?or|and|but|here|\w+ing|twice"
)
_KNOWN_CAPITALS = re.compile(
    r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|"
    r"may|june|july|august|september|october|november|december|easter|christmas|ramadan|eid|"
    r"diwali|england|english|wales|welsh|scotland|scottish|northern|ireland|irish|britain|"
    r"british|leeds|newport|paisley|belfast|mum|mummy|dad|daddy|nan|nana|gran|granny|"
    r"grandad|aunt|auntie|uncle|father|mother|day|god|miss|sir|report|remove|childline|"
    r"samaritans|shout|helpline|designated|officer|safeguarding|year|maths|art|scout|brownie|"
    r"cub|snapchat|instagram|insta|facebook|youtube|minecraft|roblox|fortnite|discord|xbox|"
    r"playstation|twitch|reddit|telegram|google|halloween|muslim|hindu|sikh|jewish|polish|"
    r"romanian|somali|london|manchester|birmingham|liverpool|glasgow|edinburgh|cardiff|bristol|"
    r"sheffield|bradford|norwich|swansea)s?"
)
"""Days, nations, towns, family, services, lessons and apps: capitals that are nobody's name."""


def name_of_somebody(words: str, whole: str) -> str:
    """A capital that may be somebody's name, within a sentence or before what people do; or empty.

    A word that the whole story also writes small is none: a toy rabbit may be called Rabbit.
    """
    for match in (*_CAPITAL.finditer(words), *_FIRST.finditer(words)):
        word = match[1].lower()
        if _NO_NAMES.fullmatch(word):
            continue
        if not _KNOWN_CAPITALS.fullmatch(word) and not re.search(rf"\b{word}\b", whole):
            return match[1]
    return ""


def number_or_link(words: str) -> str:
    """A number to call or a link typed in; empty where there is none."""
    match = _REACHES.search(words)
    return match[0].strip(" .,;:!?()") if match else ""


def child_as_thing(words: str) -> str:
    """Words in which a child is "it"; empty where there are none."""
    match = _CHILD_IT.search(words)
    return match[0] if match else ""


def slip(words: str) -> tuple[str, str] | None:
    """A turn of phrase that is not English, and what to say instead."""
    return next(((bad, good) for bad, good in _SLIPS.items() if bad in words.lower()), None)
