"""The worst words there are: advice and blame that harm a child, whoever writes them.

These stand in the program, not among the rules of a folder, so no folder can lack them. They are
English, and few: each pattern is one that nobody has a good reason to write.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.check.finding import Finding
from guide.check.texts import PlacedText, sentences

_CODE = "harmful-words"


class Harm(NamedTuple):
    """A kind of harmful words, as patterns that are looked for in a sentence in small letters."""

    what: str
    """What such a text does."""
    what_to_do: str
    patterns: tuple[str, ...]
    """Harmful unless the sentence says not to, or that somebody else says so."""
    never: tuple[str, ...]
    """Harmful though the sentence has a "not": it is part of the harm."""


# Where advice begins: a sentence, the next part of one, or "you can", "it is best to" and the like.
_ADVICE = (
    r"(?:^|[,;:(] ?|\b(?:please|then|and|or|but|so|now|first|also|always|just"
    r"|you(?: can| could| should| must| may| might| will)?|you (?:need|have|ought) to"
    r"|(?:best|better|safer|helps|important|idea|remember|try|sure|ask you|want you) to) )"
)
_PICTURE = r"(?:picture|photo|photograph|image|video|nude|clip|selfie)s?\b"
_COPYING = r"(?:copy|save|keep|store|download|print|forward|send|share|post|upload|show|pass on)"
_SCREENSHOT = r"screen ?-?(?:shot|grab)s?\b"
_PARENTS = r"(?:mum|dad|mother|father|parents?|carers?|family|teachers?|school)\b"
_NOT_TO = r"(?:do not|don't|never|must not|mustn't|should not|shouldn't|not to)"
_TOTALLY = r"(?:completely|totally|fully|entirely|absolutely|always|100%)"

# Up to three or four words may stand between the verb and the thing ("send me all the other
# pictures"): a text that is further apart is another sentence. Nothing here repeats a repetition,
# so no text is slow to look at.
HARMS = (
    Harm(
        "advises to copy, keep or pass on a picture",
        "A sexual picture of a child is not to be copied, not even as proof. Say not to.",
        (
            rf"\b(?:take|make|get|grab|keep|save|send|show|collect) (?:\w+ ){{0,3}}{_SCREENSHOT}",
            rf"{_ADVICE}{_SCREENSHOT} (?:it|them|this|that|the|any|every|all|what|your|h\w+|their)",
            rf"{_ADVICE}{_COPYING} (?:\w+ ){{0,4}}{_PICTURE}",
            r"\bforward (?:it|them|this|those) to\b",
        ),
        (),
    ),
    Harm(
        "blames somebody",
        "Whatever happened, it is the fault of whoever did it. Say that, or leave it out.",
        (
            r"\b(?:your|their|his|her|the child's|your child's|your friend's) (?:own )?fault\b",
            r"\byou(?: are|'re| were) (?:\w+ )?to blame\b",
            r"\bblame yourself\b",
        ),
        (
            r"\byou should(?:n't| not| never)? have (?:\w+ed|told|known|said|thought|gone|done|been"
            r"|left|sent|kept|stayed)\b",
            r"\bwhy did(?:n't)? you\b",
            r"\byou asked for (?:it|this)\b",
            r"\byou (?:brought|let) (?:it|this|him|her|them) (?:on|happen|do)\b",
            r"\bno(?:body's| one's) fault but\b",
            r"\bonly (?:have )?yourself to blame\b",
            r"\bserves you right\b",
        ),
    ),
    Harm(
        "promises secrecy, or asks for it",
        "Nobody can promise that, and a secret keeps a child alone with it. Say who may be told.",
        (
            r"\bkeep (?:it|this|that|them|everything|what \w+ \w+) "
            r"(?:all |as |a |our |completely |totally )*(?:secret|quiet|hidden|to yourself)\b",
            r"\b(?:will|always) (?:stay|remain|be|be kept) (?:\w+ )?(?:a )?secret\b",
            r"\b(?:our|your) (?:little )?secret\b",
            r"\b(?:it|this|that)(?: is|'s) (?:a secret )?between (?:us|you and)\b",
            rf"\b{_TOTALLY} (?:secret|confidential|private|anonymous)\b",
            r"\b(?:we|i) (?:promise|swear|guarantee)\b",
            r"\bpromise you\b",
            rf"\b{_NOT_TO} tell (?:anyone|anybody|an adult|a teacher|the police|your {_PARENTS})",
            r"\btell (?:no one|nobody)\b",
        ),
        (r"\b(?:nobody|no one) (?:will|can|is going to) (?:ever )?(?:know|find out)\b",),
    ),
)

# This is read in small letters, like the patterns, and holds a word of each. It is looked for
# first: most texts have none, and are done with in one pass.
_HINT = re.compile(
    r"screen|pictur|photo|image|video|nude|clip|selfie|forward|fault|blame|should|why did|asked for"
    r"|you let|you brought|serves|secret|quiet|hidden|to yourself|between|private|confidential"
    r"|anonymous|promise|swear|guarantee|tell|know|find out"
)
"""What each pattern has, and few texts: quick to look for first."""

# Without it "If they do not stop, it is your fault" would pass: the "not" is not about the fault.
_UNDER = re.compile(r"^(?:if|when|whenever|because|although|unless|while|since)\b[^,]*, ?")
"""A sentence's first part that says when or why: a "not" in it denies nothing in the next."""
# Without it "Do not reply, and send the picture" would pass.
_NEXT = re.compile(r"[;:]| - |\b(?:but|and|then|instead|so)\b")
"""Where another thing follows, which a "not" before it does not deny."""
_NO_DENIAL = re.compile(
    r"(?:\bwhy not|\bnot only|\bnot just|(?:\bnot|\bnever|n't) (?:forget|hesitate|fail|worry|panic"
    r"|wait|be (?:afraid|scared|shy)))\b"
)
"""What has a "not" in it and says to do it all the same."""
# n't stands apart as it has no border of a word before it.
_NOT = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without|cannot|avoid)\b|n't\b"
)
# Texts say what others do to a child ("they say it is your fault") and must be able to.
_REPORTED = re.compile(
    r"\b(?:they|he|she|someone|somebody|anyone|people|who)\b[^,]*"
    r"\b(?:ask|want|tell|told|say|said|make|made|push|press|beg|force|claim|try|tries|threat)"
    r"|\byou (?:may |might |could |can |still )*(?:feel|think|worry|fear)\b"
)
"""What somebody else says or wants is told, not advised."""


def harmful(texts: Iterable[PlacedText]) -> Iterator[Finding]:
    """A finding for each text that harms, for each kind of harm the first of its words."""
    for shown in texts:
        for harm, words in harms_in(shown.text.source):
            what = f'"{words}": {shown.of} {harm.what}.'
            yield Finding(_CODE, "error", shown.text.place, what, harm.what_to_do)


def harms_in(words: str) -> Iterator[tuple[Harm, str]]:
    """The kinds of harm that words do, each with the words that do it."""
    # People and editors type both apostrophes; a pattern knows one.
    plain = " ".join(words.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    if not _HINT.search(plain):
        return
    for harm, unless_denied, never in _COMPILED:
        for sentence in sentences(plain):
            if match := _first(unless_denied, never, sentence):
                yield harm, match.lstrip(" ,;:(")
                break


_COMPILED = tuple(
    # (?!) matches nothing: an empty pattern would match everything.
    (harm, re.compile("|".join(harm.patterns)), re.compile("|".join(harm.never) or r"(?!)"))
    for harm in HARMS
)


def _first(unless_denied: re.Pattern[str], never: re.Pattern[str], sentence: str) -> str:
    """The first harmful words of a sentence; empty where there are none."""
    if match := never.search(sentence):
        return match[0]
    for match in unless_denied.finditer(sentence):
        # What comes after denies nothing: "tell nobody, and do not wait" still harms.
        # A comma that advice begins with ends what stands before ("If you do not want to, send").
        before = _UNDER.sub("", sentence[: match.start()] + match[0][: _lead(match[0])])
        is_denied = _denies(before) and not _NEXT.match(match[0])
        if not (is_denied or _REPORTED.search(before)):
            return match[0]
    return ""


def _lead(words: str) -> int:
    """How many signs and blanks some words begin with."""
    return len(words) - len(words.lstrip(" ,;:("))


def _denies(before: str) -> bool:
    """Whether what stands before some words of a sentence says not to."""
    governing = _NEXT.split(before)[-1]
    return bool(_NOT.search(_NO_DENIAL.sub("", governing)))
