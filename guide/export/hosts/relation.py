"""What a statement says of the host and CEOP, by who does what to whom in each of its clauses.

No list of praise is long enough, so the rule is turned round: what the host's rules need said is
known (where to report, what CEOP is, what of theirs is used, that it has not looked at the host),
and any other tie between the two is one that CEOP did not give. Each clause is judged by where
ORG stands in it: it acts, is acted upon, or marks what stands beside it.
"""

import re
from collections.abc import Iterator

from guide.export.hosts.parties import ITS_ACTS, THINGS, tokens

_ENDS_CLAUSE = re.compile(
    r";|\s[-\u2013\u2014]\s|,? (?:because|so|but|although|while|when|if|until|unless|than)\b"
    r"|(?<!HOST)(?<!HOST \w{4})(?<!HOST \w{5})(?<!HOST \w{6}) (?=(?:that|where|whether|how|why)\b)"
    r"| (?:explains?|about|learn|shows?|knows?|understand|see|out|more) (?=what\b)"
    r"|(?<!ORG),? and (?=(?:HOST|you|they|it|he|she|if)\b)|[.!?](?=\s)"
)
_SHOWS = re.compile(
    r"(?:THING|PLACE) (?:is HOST \w+"
    r"|(?:shows?|means?|proves?|confirms?|tells you)\b.*\bHOST(?: \w+)?"
    r" (?:is|are|was|were|has|have)\b)|from THING that HOST"
)
"""A button of CEOP's that is said to say something of the host."""
_CARRIES = re.compile(r"ORG$|^(?:the )?ORG(?: \w+){1,4}$")
_GOES_ON = re.compile(r"(?:who|which|they|it|that|how|why|whether)\b")
"""A clause that goes on about CEOP where the one before named it last, or told what it says."""
_UNRIVALLED = r" (?!longer)\w+er (?:HOST|place|one)\b"
"""A no that praises: there is "no safer site"."""
_DENIES = re.compile(
    r"\b(?:not(?! (?:only|just|merely|long|least|be \w+er)\b)|cannot|never|neither|nor|nobody"
    r"|nothing(?! (?:but|less|beats))|none"
    r"|\w+n't(?! be \w+er\b)|independent of"
    rf"|(?:is|are|has|have|had|was|with) no(?! doubt| less| better| end| other|{_UNRIVALLED}))\b"
    rf"|^no\b(?! doubt|{_UNRIVALLED})"
)
_DOUBLE = re.compile(
    r"\bwithout\b|\bno better\b|\bnot only\b|\b(?:complaint|fault|doubt|problem)s?\b"
)


_BUTTON_SHOWS = re.compile(
    r"\b(?:button|logo|badge)\b(?: \w+){0,3} (?:shows?|means?|proves?|confirms?|tells you)"
    r"(?: you)?(?: that)? HOST(?: \w+){0,3} (?:is|are|was|were|has|have)\b"
    r"|\bonly (?:[\w-]+ ){1,3}HOST (?:is|are|can|may|get)\b.{0,40}\b(?:button|logo|badge)\b"
)


def shown_by_a_button(statement: str) -> bool:
    """Whether the button is said to say something of the host, without CEOP's name."""
    marked = tokens(statement)
    return bool(_BUTTON_SHOWS.search(marked)) and not _DENIES.search(marked)


def is_praise(statement: str) -> bool:
    """Whether a statement is praise with CEOP's name to it, such as "Partners: CEOP"."""
    return _praised(tokens(statement))


def sounds_endorsed(statement: str) -> bool:
    """Whether a statement ties the host to CEOP in any way but those that need to be said."""
    marked = tokens(statement)
    if not _NAMES.search(marked):
        return False
    if _praised(marked) or (_SHOWS.search(marked) and not _DENIES.search(marked)):
        return True
    carried = denied = False
    for clause in _clauses(marked):
        denied = _is_denied(clause) or (denied and clause.startswith("that "))
        if not denied and _ties(clause, carried):
            return True
        denied = bool(_DENIES.search(clause))
        carried = bool(_CARRIES.search(clause))
    return False


def _clauses(marked: str) -> Iterator[str]:
    for clause in _ENDS_CLAUSE.split(marked):
        for start in range(0, len(clause), _LONGEST):
            yield clause[start : start + _LONGEST].strip(" ,.!?:\"'")


_NAMES = re.compile(r"ORG|THING|PLACE")
_LONGEST = 500
"""Nobody writes a clause of more characters: the check comes to its end on any page."""


def _is_denied(clause: str) -> bool:
    """Whether a no stands before the second of the two, or before the only one."""
    last = max(clause.rfind("ORG"), clause.rfind("HOST"), 0)
    denied = any(match.start() <= last for match in _DENIES.finditer(clause))
    return denied and not _DOUBLE.search(clause)


_BARE = re.compile(r"(?:what|who|about|more about|meet|the|is|are|and|contact|\W)*ORG(?:'s)?\W*")
_VERBS = (
    r"(?:help|protect|work|take|read|deal|look|keep|make|get|give|go|act|lead|run|want|know|listen"
    r"|understand|support|stop|find|need|talk|offer|provide|pass|produce|investigate|treat|use|hear"
    r"|respond|reply|receive|do|tell|see|think|care|came|gave|made|took|led|ran|said|told|found"
    r"|wrote|began|set|held|kept|knew|brought|built|spoke|met|got|went|became)"
)
_ACTS = re.compile(
    r"(?: (?:\w+ly|also|always|often|now|then|still|never|only|both|all|online|who|which|that))*"
    r",? (?:cannot|\w+n't|is|are|was|were|has|have|had|can|could|may|might|will|would|must|should"
    r"|do|does|did|be"
    rf"|{_VERBS}|(?!status|was)\w{{2,}}(?<!s)s"
    rf"|{ITS_ACTS}ed)\b"
)
"""What follows a name that does something."""
_ORG_ACTS = re.compile(rf"(?:the )?ORG(?!-){_ACTS.pattern}")
_NEUTRAL = re.compile(
    r"ORG (?:(?:may|might|can|could|will|would|has|have|did|also) )*(?:"
    r"(?:visit|visited|came to|come to|talked to|spoke to|speak to|contact|contacted|called|rang"
    r"|call|ring|phone|email|get in touch with)"
    r" HOST(?: \w+)?(?: (?:in|on|last|this|about|at|to talk about|before|after|once|if"
    r"|when) [\w ]+)?"
    r"|(?:ask|asked) HOST(?: \w+)? (?:for|to) (?:help|details|more|information|talk|tell)\b[\w ]*"
    r"|(?:give|gives|gave|given|send|sends|sent|lent|provides?) HOST (?:\w+ )?THING.*"
    rf"|(?:give|gives|gave|given|send|sends|sent|lent|provides?) HOST (?:[\w-]+ )?{THINGS}"
    rf"(?: and (?:an? )?{THINGS})?"
    r"|(?:has|have) chosen an? (?:poster|picture|drawing) [\w ]*HOST \w+"
    r"|(?:(?:can|could|will|may|are|is) )?(?:all |both |also |there to )?"
    r"(?:help|support|protect|advise|listen to|talk to) "
    r"(?:you|your child|children|them)\b(?!.*HOST).*"
    r"|works?|read|reads)"
)
"""What CEOP may do to a host without an opinion of it."""
_TURN = (
    r"\b(?:reports?|reported|reporting|tell|tells|telling|contact\w*|talk\w*|speak\w*|go|goes|going"
    r"|visit\w*|read|refer|refers|referred|referral\w*|referring|call|calls|phone|ring|email|write"
    r"|click\w*|press\w*|find|see|inform\w*|send\w*|reach\w*|ask|turn|touch|pass|passed|links?|take|taken|taking|use|uses"
    r"|made|make|happens|opens?|leads?|look|learn\w*|let|explain\w*|show\w*|answers?|come|message)\b"
)
_TO_IT = re.compile(
    rf"{_TURN}(?: (?!HOST)[\w'/-]+,?){{0,9}}? (?:to|at|on|via|through|into|onto|from|about|or|and"
    r"|direct|directly|in touch with)(?: the)? ORG"
    r"|\b(?:get|find|need|want|for|your|where|ask) (?:\w+ ){0,3}help (?:\w+ )?from(?: the)? ORG"
    r"|\b(?:takes?|leads?|brings?|links?|goes|go) (?:[\w'/-]+,? ){0,10}to(?: the)? ORG"
    rf"|{_TURN}(?: (?!HOST)[\w'/-]+,?){{0,5}}? (?:to|from|about|on|at|like|as)"
    rf"(?: (?!HOST)[\w'/-]+,?){{1,6}}?, (?:the )?ORG"
    rf"|{_TURN}(?: (?:HOST )?[\w'/-]+,?){{1,6}} (?:or|and)(?: to)?(?: the)? ORG"
    r"|\b(?:contact\w*|tell\w*|visit\w*|call|phone|ring|email|inform\w*|message|ask|use|see|let"
    r"|know|about|lists?|names?|mentions?)(?: the)? ORG"
    r"|\b(?:talk\w*|speak\w*|spoke|touch|shared?|help|report\w*|discuss\w*|raised?)"
    r"(?: [\w-]+){0,3} with(?: the)? ORG"
    r"|\b(?:police|999|childline|nspcc|childnet|matters|links?|helplines?|www)\b"
    r"[\w ,:&/]* (?:and |or )?(?:the )?ORG$"
)
"""Turning to CEOP, or being told how to."""
_MADE_BY = re.compile(
    rf"\b(?:reports?|concerns?|calls?|messages?|children|child|people|anyone|victims?|offenders?"
    rf"|logos?|{THINGS}|THING)(?: and \w+)?"
    r"(?: (?:is|are|was|were|will|be|been|being|can|also|then|\w+ly))*"
    r"(?: (?:sent|made) (?:here|online) (?:is|are|were|will be))?"
    r"(?: \w+(?:ed|en|de|lt|ad|un|ht|nt)(?: (?:and|or) \w+)?)?"
    r"(?: (?!HOST)\w+){0,2} (?:by|from|of|belongs? to)(?: the)? ORG"
    rf"|^(?:the |this )?(?:\w+ of the )?(?:{THINGS}|THING)(?: on HOST(?: \w+)?)?"
    r"(?: (?!HOST)\w+){0,5} (?:belongs? to|(?:copyright|property) of)(?: the)? ORG"
)
"""What happens to a report, or who made a film: no opinion of the host."""
_OTHERS = re.compile(
    r"^(?:(?:how|that|why|whether|where|when) )?"
    r"(?:most |all |many |some |the |an? |uk |young |local |trained )*(?:you|children|child|people"
    r"|parents?|carers?|adults?|schools|police|anyone|everyone|they|he|she|it|teachers|nspcc"
    r"|THING|PLACE|childline|government|parliament|social workers|professionals|companies)\b"
)
"""Others than the host, of whom it may be said whatever is true."""
_LEANS = re.compile(
    r"\b(?:by|with|of|from|behind|for|under|through|like|alongside|in|on|as|to):?"
    r"(?: the| an?| all)* ORG"
)
_ONE_OF_ITS = re.compile(
    r"(?:^|HOST(?: \w+)? (?:is|are|was|were|has been|have been) )(?:as )?"
    r"(?!made|linked|based|used)\w+(?:ed|en) (?:on|in|by)(?: the)? (?:THING|PLACE)"
    r"|(?:HOST|^this|^it) (?:is|are) (?:\w+ ){0,2}PLACE|HOST (?:is|are) (?:\w+ )?THING"
    r"|^welcome to (?:the )?(?:ORG|PLACE)"
)
"""The host is shown by what is CEOP's, or said to be it."""
_SAFE = re.compile(r"\b(?:is|are) (?:\w+ )?safe with HOST|HOST (?:is|are) (?:an? )?(?:\w+ )?safe")
"""Said beside CEOP's name it sounds as if CEOP said it."""
_SO_BY = re.compile(
    r"(?:as )?(?!made|written|produced|created|run|led|funded)\w+(?:ed|en) by (?!.*HOST).*ORG"
)
"""Without a word for what it is said of, it is said of the page it stands on."""
_LABELLED = re.compile(
    r"[\w' ,-]{0,30}(?:ed|ment|ners?|sors?|ship|(?<!inform)(?<!exploit)ation)(?: (?:by|with|from))?"
    r"(?::| [-\u2013\u2014|/]) (?:\w+, ){0,5}(?:and )?(?:the )?ORG[\W\d]*"
    r"|(?:\w+ ){0,2}(?:marks?|awards?|seals?|status|badges?): (?:the )?ORG[\W\d]*"
    r"|THING (?:\w+ly )?\w+ed HOST\W*"
)
"""A label before the name that says what it did, or what it is to somebody."""
_CITED = re.compile(r"according to (?:the )?ORG,? (?!.*HOST)(?!(?:this|it|nothing|nowhere|no)\b).*")
"""CEOP is named for what it knows of others than the host."""
_PRAISE = (
    r"(?:safe|secure|sound|good|great|best|top|\w+(?:ed|able|ible|ful|ous|est|worthy|iant|lent))"
)
_ROW = re.compile(rf"(?:{_PRAISE}[.!,]+ )+(?:the )?ORG\W*")
"""Praise, word by word, and the name at the end."""
_QUOTED = re.compile(
    rf"(?:(?:the|an?|very|so|really) )*(?:{_PRAISE}\b|nowhere (?:else )?is\b"
    rf"|(?:there is |there's )?no (?!longer)\w+er (?!way)\w+\b)(?: [\w-]+){{0,5}}(?:"
    r",? (?:just )?as (?:the )?ORG (?:says?|said|tells|told|confirm\w*|knows?|agree\w*|puts it)"
    r"|[,.!\"'\u201d\u2013\u2014 -]+(?:says?|said|according to) (?:the )?ORG)\W*"
)
"""Praise of nothing in particular, in CEOP's mouth: it is for the page it stands on."""
_WHOEVER = r"(?:you|they|all|everyone|everybody|children|kids|pupils|users|visitors|young people)"
_HERE = re.compile(
    rf"\b{_WHOEVER} (?:is|are|will be|stay|feel)(?: \w+){{1,3}} here(?: \w+){{0,2}} (?:by|with)"
    r"(?: the)? ORG"
    rf"|(?:\bhere,? {_WHOEVER}|\b{_WHOEVER} here) (?:is|are|will be|stay|feel)(?: \w+){{1,3}}"
    r" (?:by|with)(?: the)? ORG"
    r"|ORG (?:protect|guard|watch|look|keep|care|monitor|check)\w*(?: \w+){1,3} here$"
    r"|\bhere,? (?:says?|said|according to) (?:the )?ORG|^according to (?:the )?ORG,? .*\bhere$"
)
"""What is done "here" is done on the page: CEOP has no part in it."""


def _praised(marked: str) -> bool:
    """Whether a statement is praise with CEOP's name to it, and no more than that."""
    return any(pattern.fullmatch(marked) for pattern in (_LABELLED, _ROW, _QUOTED))


def _ties(clause: str, carried: bool) -> bool:
    """Whether a clause ties the two; `carried` where it goes on about the ORG before it."""
    if any(pattern.search(clause) for pattern in (_ONE_OF_ITS, _SAFE, _HERE)) or _SO_BY.match(
        clause
    ):
        return True
    if "ORG" not in clause:
        return carried and "HOST" in clause and bool(_GOES_ON.match(clause))
    if ("HOST" not in clause and _ORG_ACTS.match(clause)) or _CITED.fullmatch(clause):
        return False
    return any(_tied(clause, match) for match in re.finditer(r"ORG", clause))


def _tied(clause: str, name: re.Match[str]) -> bool:
    """Whether one mention of CEOP in a clause is none of those that need to be said."""
    before, after = clause[: name.start()], clause[name.end() :]
    if after.startswith("-") or _BARE.fullmatch(clause):
        return after.startswith("-")
    if _WHO.match(after):
        return True
    turned = name.end() in _ends(_TO_IT, clause)
    marks = re.search(r"(?:\b(?:the|an?)|HOST|-) $", before)
    if turned and not marks and not after.startswith("'s "):
        return before.endswith("ask ") and after.startswith(" about HOST")
    leans = name.end() in _ends(_LEANS, clause)
    if (_ACTS.match(after) and (not leans or _AS.search(before))) or _ASKED.search(before):
        return _acts_on_host(clause)
    made_by = name.end() in _ends(_MADE_BY, clause)
    if _marks_what_follows(after) and not (made_by and after.startswith("'s ")):
        return True
    if turned or made_by:
        return False
    if _OTHERS.search(clause) and "HOST" not in before:
        return False
    return "HOST" in clause or leans or bool(re.search(r"\w+ed\W+(?:the )?$", before))


def _ends(pattern: re.Pattern[str], clause: str) -> set[int]:
    return {match.end() for match in pattern.finditer(clause)}


def _acts_on_host(clause: str) -> bool:
    """Whether CEOP does something to the host that is not among the few plain things."""
    return "HOST" in clause and not any(
        _NEUTRAL.fullmatch(each.strip(" ,")) for each in (clause, clause[clause.find("ORG") :])
    )


_WHO = re.compile(r",? (?:who|which(?! HOST (?:it|you|they|he|she|this|that)\b))\b.*HOST")
"""What is told of CEOP in passing, and of the host with it; "which site it was" is to be told."""
_AS = re.compile(r"\bas (?:the )?$")
_ASKED = re.compile(r"\b(?:do|does|did|can|could|will|would|might|should) (?:the )?$")
"""Where a question, or "only then", puts the name before its verb."""
_FUNCTION = re.compile(
    r" (?:(?:just|only|still|already|always|never|often|both|all|please|so) )*"
    r"(?:(?:what|which|who|whom|whose|when|where|how|why)(?:so)?(?:ever)?|whether|that"
    r"|(?:any|every|some|no)(?:thing|one|body|where|time)|none|nor|and|or|but|yet|not|if|unless|as"
    r"|to|in|on|at|for|from|by|with|of|about|since|without|within|via|through|before|after|until"
    r"|till|while|during|because|despite|though|although|even|instead|against|between|behind"
    r"|near|over|under|up|out|off|like|than|except|besides|using|is|are|was|were"
    r"|you|it|he|she|they|we|i|me|him|her|them|us|your|my|his|its|their|one|ones"
    r"|the|an?|this|these|those|each|every|either|neither|any|some|no|many|most|more|much"
    r"|few|several|another|such|enough"
    r"|first|again|too|also|here|there|now|today|tonight|tomorrow|soon|once|twice|anyway|straight"
    r"|alone|together|right|later|afterwards|online"
    r"|\w+(?:self|selves)|\w+ly|HOST|THING|\d\S*|www\S*|http\S*)\b(?!-)"
)
"""Words that belong to the sentence, and not to the name before them: those that begin a clause,
prepositions, pronouns, articles and the like, and adverbs of when, where and how."""


def _marks_what_follows(after: str) -> bool:
    """Whether the name says whose the next word is: "CEOP status", "CEOP's seal"."""
    return after.startswith("'s ") or bool(
        re.match(r" [a-z]", after) and not _FUNCTION.match(after)
    )
