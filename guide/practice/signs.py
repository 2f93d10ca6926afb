"""The signs of each unhelpful kind: what a line that closes somebody down says outright."""

import re


def _any_of(*parts: str) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(parts)})\b", re.IGNORECASE)


ENDS_IN_TAG = re.compile(
    r"(, (right|okay|ok|yes|yeah|no|eh|huh|innit|correct|agreed|"
    r"((is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must)(n't)?|"
    r"can't|won't|shan't|ain't|shall) (it|he|she|they|you|we|i|that|there|this)( not| think)?)|"
    r"\b(isn't that so|am i right|don't you (think|agree)))\?",
    re.IGNORECASE,
)
"""A question that ends in what is to be answered."""
ASKS_WHY = re.compile(r"\b(why|how come|how could)\b[^.!]*\?", re.IGNORECASE)
HOLDS_OPTIONS = re.compile(r"\bor\b[^.!?]*\?", re.IGNORECASE)
BLAMES = _any_of(
    r"(you|they|he|she) should(n't)? have(?! (a|an|the|some|had a)\b)",
    r"what were you thinking",
    r"(you|she|he) knows? better",
    r"your own fault",
    r"told you so",
    r"(could|did|can|couldn't|didn't) you not",
    r"couldn't you",
    r"how could (you|they|he|she)",
    r"must have known",
    r"(asked|asking) for it",
    r"brought it on",
    r"you just (watched|stood|sat|let)",
)
MAKES_SMALL = _any_of(
    r"by (monday|tomorrow|next (week|year))",
    r"something else to (talk|laugh)",
    r"cheer up|chin up",
    r"(it|this|that)('ll| will) pass",
    r"(get|got) over it",
    r"worse things|could have been worse",
    r"end of the world",
    r"only (a )?(game|phase|joke|money)",
    r"(black )?phase",
    r"they all",
    r"no harm (done|in it)",
)
_SECRECY = _any_of(
    r"not a word",
    r"keep (it|that|this|very|all this) (\w+ )?(quiet|secret|between|to (my|our)sel(f|ves))",
    r"(won't|will not|wouldn't|shan't) (ever )?tell (a soul|any(one|body)|no(body| one))",
    r"tell (nobody|no one)",
    r"(won't|will not|wouldn't|never|don't|needn't) (ever )?tell (our|the|your) (\w+ )?lead",
    r"(tell )?(our|the|your) lead (nothing|need (not|never)|is never|won't|can do without)",
    r"from (our|the|your) lead",
    r"(our|a) secret",
    r"say nothing",
    r"(nobody|no one)( else)?( \w+ \w+)? (needs? to|has to|needs?|need|will|finds?|ever)( ever)? "
    r"(know|hear|find|hears)",
    r"between (us|the two of us|you and (me|i))",
    r"stays (here|at this|in (this|here)|on this|between)",
    r"never leaves? (this|the)",
    r"to my grave",
    r"never (heard|saw|said|took place|spoke)",
    r"(haven't|not) heard (it|a thing)",
    r"not speak of it",
)
_CANNOT = re.compile(r"\b(can't|cannot|couldn't) [^.!?]*", re.IGNORECASE)
_PLEDGES = _any_of(r"i (promise|swear)", r"promise me", r"(you have|give you) my word")
_PROMISES = _any_of(
    r"i (promise|swear)",
    r"promises?",
    r"(you have|give you) my word",
    r"(see to (it|that)|make sure)",
    r"at any hour|whatever happens",
    r"(will|'ll) (all )?be (all right|fine|okay|over)",
)
_DOUBTS = re.compile(
    r"\?|\b(they'll have|staged|not seen|proof|prove|imagin\w+|exaggerat\w+|ma[dk]e (it|that) up|"
    r"i (don't|can't|cannot) (think|believe|see)|i doubt|surely|nonsense|rubbish|not true|"
    r"for attention|misunder\w+)\b",
    re.IGNORECASE,
)
_PRESSES = re.compile(
    r"\?|\b(show|send|bring|draw|ask|read|open|tell|let me see|need|names?|look|out with it|"
    r"describe|write)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(i|we|let's|give|take|stop|go|get|keep|quick|send|block|come|bring|ring|leaves?|show|do|"
    r"forward|report|make|delete|stays?|wait|finish|off|have|has|call|need|then|promise|tell)\b",
    re.IGNORECASE,
)
_KEEPS_QUIET = re.compile(
    r"\b(secret\w*|quiet\w*|tell\w*|told|hears?|heard|know\w*|says?|said|speak|spoke|mention|word|"
    r"no(body| one|thing)|any(body|one|thing)|stays?|between|hid\w*|keep\w*|wipe|delete|forget|"
    r"never|saw|seen|leave\w*|grave)\b",
    re.IGNORECASE,
)
_ACCUSES = re.compile(
    r"\?|\b(you\w*|he|she|they|them|their|who|should\w*|ought|child|every(one|body)|"
    r"some(one|body)|fault|better|never)\b|\bshouldn't\b",
    re.IGNORECASE,
)

_HAS: dict[str, re.Pattern[str]] = {
    "why": ASKS_WHY,
    "option-posing": HOLDS_OPTIONS,
    "leading": re.compile(r"\?"),
    "promise": _PROMISES,
    "doubting": _DOUBTS,
    "pressing": _PRESSES,
    "taking-over": _ACTS,
    "rushing": _ACTS,
    "secrecy": _KEEPS_QUIET,
    "blame": _ACCUSES,
}
"""What words of a kind cannot be without."""
_LACKS = {
    "why": "asks no why",
    "option-posing": "offers nothing to choose from",
    "leading": "asks nothing that leads",
    "promise": "promises nothing",
    "doubting": "doubts nothing",
    "pressing": "asks for nothing",
    "taking-over": "takes nothing over",
    "rushing": "rushes nothing",
    "secrecy": "keeps nothing quiet",
    "blame": "blames nobody",
}
"""What it is to be without it."""

_OUTRIGHT = {
    "why": ASKS_WHY,
    "blame": BLAMES,
    "making-small": MAKES_SMALL,
    "secrecy": _SECRECY,
    "promise": _PLEDGES,
    "leading": ENDS_IN_TAG,
    "pressing": _any_of(
        r"(show|send|read) (me|it (to me|out))",
        r"let me see",
        r"names of",
        r"word for word",
        r"i need to know",
    ),
    "taking-over": _any_of(
        r"give (it here|me (that|the|one|his|her|this|your))",
        r"i('ll| will) (\w+ )?(ring|write|go|talk|deal|report|block|"
        r"phone|call|walk|climb|lend|take|sort)",
        r"i('ll| will| can)? (\w+ and )?tell (him|her|them|that|the (?!lead)\w+|every|a few|ceop)",
        r"i'm (ringing|phoning|going|collecting|calling)",
        r"leave (it|that|this) to me",
    ),
}
"""What is hardly said by any other kind."""
_BESIDES = {
    "taking-over": ("secrecy", "pressing", "promise"),
    "rushing": ("secrecy", "pressing", "promise", "taking-over"),
    "secrecy": ("promise", "taking-over", "making-small"),
    "promise": ("secrecy", "taking-over", "making-small"),
    "stacked": ("pressing", "why", "doubting"),
    "pressing": ("taking-over",),
    "doubting": ("making-small", "leading"),
}
"""What else words of a kind may hold: whoever takes over may do so in secret."""


def promises_secrecy(words: str) -> bool:
    """Whether the words promise to tell nobody: not that it cannot be promised."""
    offered = _CANNOT.sub("", words)
    return bool(_SECRECY.search(offered) or _PLEDGES.search(offered))


def amiss(kind: str, words: str) -> str:
    """How the words contradict that they are of an unhelpful kind; empty where they do not."""
    if kind == "stacked":
        return "is one question" if words.count("?") < 2 else ""
    lacking = kind in _HAS and not _HAS[kind].search(words)
    if not lacking and kind in _OUTRIGHT and _OUTRIGHT[kind].search(words):
        return ""
    besides = () if lacking else _BESIDES.get(kind, ())
    for other, sign in _OUTRIGHT.items():
        if other not in (kind, *besides) and sign.search(words):
            return f"sounds like {other}"
    return _LACKS[kind] if lacking else ""
