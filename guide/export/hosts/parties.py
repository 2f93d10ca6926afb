"""Whom and what a statement speaks of: CEOP, what CEOP makes, and the host.

Names become ORG, what CEOP makes becomes THING, its website PLACE, the host and its page HOST.
"""

import re
import unicodedata

_NAME = (
    r"\b(?:c[. -]e[. -]o[. -]p\b\.?|ceop\b|nca\b|national crime agency\b"
    r"|child exploitation (?:and|&) online protection\b)"
)
NAMED = re.compile(_NAME, re.IGNORECASE)
ITS_ACTS = (
    r"(?:help|receiv|publish|launch|creat|warn|ask|work|start|chang|stop|arrest|protect|produc"
    r"|develop|respond|contact|visit|pass|join|replac)"
)
"""What it did, without "ed"."""
_ADDRESSES = re.compile(r"(?:https?:|www\.|\bceop\.(?:police|gov)\.uk)\S*|\S+@\S+", re.IGNORECASE)

_PLACES = r"(?:websites?|web ?site|site|pages?|home ?page|address|url|services?)"
_ONE_NAME = re.compile(
    r"ORG,? (?:which |who )?(?:is|are) (?:(?:an? )?part of|run by|led by) (?:the )?ORG(?!\w|')"
    rf"|ORG, (?:an?|the) {_PLACES} (?:of|by|from) (?:the )?ORG(?!\w|')"
    r"|ORG,? (?:through|via) (?:the )?ORG,?(?!\w|')"
    r"|ORG(?:'s)?(?: (?:and|or|nor|of|in)(?: the)? | ?[/(,] ?(?:the )?| )ORG\)?(?!\w)"
)
_PEOPLE = (
    r"(?:officers?|inspectors?|experts?|advis[eo]rs?|specialists?|staff|teams?|command"
    r"|cent(?:re|er)|safety cent(?:re|er)|education|police|heads?|boss|director|chief|people"
    r"|police officers)"
)
_OF_IT = re.compile(
    rf"ORG(?:'s)? (?:child protection |specially trained |trained )?{_PEOPLE}\b"
    r"|ORG's (?:role|job|work|task|aim|mission|purpose|duty|powers?)\b"
    rf"|(?:\b(?:an?|the|some) )?(?:\b(?!by|with|from|of|is|are|was)[\w-]+ ){{0,2}}\b{_PEOPLE}"
    r" (?:at|from|of|in)(?: the)? ORG(?!\w)"
)
"""Who or what is part of CEOP acts for it."""
_SOME = re.compile(r"\b(?:one|some|all|most|any|each) of (?:the )?ORG")
THINGS = (
    r"(?:buttons?|links?|forms?|posters?|leaflets?|films?|videos?|cartoons?|games?|lessons?"
    r"|courses?|training|resources?|materials?|programmes?|guides?|guidance|advice|information"
    r"|reports?|reporting|referrals?|phone number|email address|workshops?|assembl(?:y|ies)"
    r"|presentations?|talks?|packs?|toolkits?|factsheets?|newsletters?|worksheets?|activities"
    r"|campaigns?|podcasts?|books?|booklets?|contact details|contacts?|icons?|logos?"
    r"|address|shortcuts?|tips|facts)"
)
_WORD = (
    r"(?!(?:school|club|site|page|our|this|best|favou?rite|first|top|official|partner)\b"
    r"|(?:to|for|from|of|with|by|at|in|on|us|is|are|was|has|have|had|can|will|may|come|comes|who)\b"
    r"|\w+(?:ed|est|ing)\b(?<!online)(?<!keeping)(?<!reporting))[\w&'-]+"
)
_CENTRE = re.compile(r"\b(and|with|by|from) (?:the )?safety cent(?:re|er)\b")
"""The Safety Centre without CEOP's name, where it does something with somebody."""
_TITLED = re.compile(r"\bCEOP Education's [A-Z][\w&]+(?: (?:and |& )?[A-Z][\w&]+)*")
"""A lesson, film or game by its title."""
_PLACE = re.compile(
    r"(?:\b(?:the|an?|an official) )?ORG(?:'s)? (?:own |main |thinkuknow |reporting )?"
    rf"{_PLACES}\b|\bthe {_PLACES} of (?:the )?ORG(?!\w|')"
)
_CALLED = re.compile(
    r"(?:\bthe |ORG(?:'s)? )?\bthink ?u ?know(?: (?:web)?site)?(?: (?:from|of|by) ORG)?\b"
)
"""Its lessons by the name they had."""
_NOT_TITLE = (
    r"(?! (?:cent(?:re|er)s?|points?|hubs?|partner\w*|schools?|clubs?|status|champions?"
    r"|ambassadors?|awards?|badges?|certifi\w+|approv\w+)\b)"
)
"""A training is a thing, and a training centre an honour."""
_THING = re.compile(
    r"(?:\b(?:the|an?|this|that|any|each|every) )?"
    rf"ORG(?:'s)? (?:{_WORD} ){{0,5}}?{THINGS}\b{_NOT_TITLE}"
    rf"|\b{THINGS}(?: (?:made|written|produced|designed|created|published|provided|run|given))?"
    rf"(?: (?:from|of|by|about|on|to))(?: the)? ORG(?!\w)(?!'s| \w+ed\b)"
)
"""What CEOP makes or is reached by: to use, show or name it says nothing of who does."""

_NOUNS = (
    r"(?:(?:web)?sites?|web ?pages?|pages?|apps?|schools?|academy|college|primary|infants?|juniors?"
    r"|nursery|clubs?|library|libraries|group|charity|church"
    r"|(?<!you )(?<!they )(?<!i )(?<!can )(?<!to )(?<!she )(?<!he )trust|service|organisation|team"
    r"|company|forum|chatbot|tool)"
)
_HOST = re.compile(
    r"\b(?:we|us|our|ours|ourselves)\b"
    r"|\b(?:this|these) (?!(?:button|link|film|video|report|form|kind|sort|type|is|means|can|may"
    r"|will|could|helps|happens|week|year|term|month|morning|window|tab|to)\b)\w+"
    r"|(?<!\bevery )(?<!\beach )(?<!\bany )(?<!\ball )(?<!\bother )(?<!\bno )"
    rf"(?<!\btheir )(?<!\bits )(?<!\bown )\b{_NOUNS}\b"
    r"|\bstaff\b"
)
"""What the host calls itself, its people, or its page."""
_OF_OTHERS = re.compile(
    r"(?<=ORG )(?:(?:is|are) an? (?!partner|friend)(?:[\w-]+ ){0,4}"
    r"(?:service|organisation|team|group)|(?:has|have) an? (?:[\w-]+ )?"
    r"(?:(?:web)?site|page|team of|group of))\b"
)
"""What CEOP is said to be is not the host."""
_IT = re.compile(
    r"(?<=ORG )(?P<done>(?:(?:has|have) )?(?:not only |also |even )?"
    rf"(?!{ITS_ACTS}ed\b)\w+ed) (?:it|this)\b(?! \w+ing\b)"
)
"""What CEOP is said to have done to "it" is the page, where it is not something of its own."""


def spelled_out(text: str) -> str:
    """A text as it is read: without what has no width, its letters in their usual shapes."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(each for each in plain if unicodedata.category(each) != "Cf")


def tokens(statement: str) -> str:
    """A statement in small letters, with ORG, THING, PLACE and HOST for those it speaks of."""
    marked = _TITLED.sub("CEOP film", re.sub(r"[\u2018\u2019]", "'", statement))
    marked = " ".join(NAMED.sub("ORG", _ADDRESSES.sub("www", marked).lower()).split())
    for pattern in (_ONE_NAME, _OF_IT, _SOME, _ONE_NAME):
        marked = pattern.sub("ORG", marked)
    marked = _CALLED.sub("THING", _CENTRE.sub(r"\1 ORG", marked))
    marked = _PLACE.sub(_placed, _THING.sub("THING", _OF_OTHERS.sub("is others", marked)))
    return _IT.sub(r"\g<done> HOST", _HOST.sub("HOST", marked))


def _placed(match: re.Match[str]) -> str:
    """CEOP's own website; "a CEOP website" is one of a kind, and this may be said to be one."""
    return match[0] if match[0].startswith(("a ", "an ")) else "PLACE"
