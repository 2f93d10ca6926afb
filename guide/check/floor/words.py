"""Words that harm, kinds in texts: each distinct text is judged once, and "not" is understood."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from guide.check.finding import Finding
from guide.check.floor.harm import ADVISED, Harm
from guide.check.floor.names import named
from guide.check.floor.scan import NEVER, UNLESS_DENIED, Pattern, Scan, matches
from guide.check.texts import PlacedText, sentences

HARMFUL = "harmful-words"

SHOUTING = Harm(
    "shouting",
    "shouts",
    "Write small letters, and at most one exclamation mark.",
    (),
    of_answers=True,
)
"""Found by its letters, in any language."""

_ADVISING = frozenset(
    [
        "please",
        "then",
        "and",
        "or",
        "but",
        "so",
        "now",
        "first",
        "also",
        "always",
        "just",
        "only",
        "simply",
        "instead",
        "better",
        "you",
        "let",
        "let's",
        "helps_to",
        "best_to",
        "better_to",
        "safer_to",
        "fine_to",
        "okay_to",
        "ok_to",
        "important_to",
        "idea_to",
        "remember_to",
        "try_to",
        "sure_to",
        "need_to",
        "have_to",
        "ought_to",
        "you_to",
        "friend_to",
        "child_to",
        "free_to",
        "agree_to",
        "needs_to",
        "you_can",
        "you_could",
        "you_should",
        "you_must",
        "you_may",
        "you_might",
        "you_will",
        "friend_can",
        "child_can",
        "adult_can",
        "parent_can",
        "let_us",
        "why_not",
        "want_to",
        "like_to",
        "maybe",
        "perhaps",
        "help_them",
        "help_him",
        "help_her",
        "go_and",
        "them_to",
    ]
)
"""What stands before a deed that is advised: a word, or two."""
_NO_ADVICE_TO_YOU = frozenset(
    (
        *(
            "make",
            "makes",
            "made",
            "lets",
            "let",
            "before",
            "after",
            "until",
            "if",
            "when",
            "while",
            "once",
            "unless",
            "that",
            "what",
        ),
        *("how", "where", "who", "why", "than", "as", "because", "whether"),
    )
)
"""Before "you", these begin what is no advice: "before you wash"."""
_MAY_HAVE_TO = re.compile(r"(?<!you )\b(?:may|might) (?:have|need) to $")
"""What others may be bound to do is told, not advised."""
_MADE_TO = re.compile(
    r"\b(?:makes?|made|forces?|forced|tells?|told|asks?|asked|wants?) (?:you|them|your \w+|me|him)"
    r"(?: to)? (?:\w+, ){0,4}\w+,? or $"
)
"""A list of what somebody makes another do."""
_UNDER = re.compile(
    r"^(?:if|when|whenever|because|although|unless|while|since|before|after)\b[^,]*, ?"
)
"""A sentence's first part that says when or why: a "not" in it denies nothing in the next."""
_CONDITION = re.compile(r"(?:if|when|whenever|unless|in case|on)\b[^,]*$")
"""A part that says when: what stands in it is no advice ("if you do nothing")."""
_THOUGH = re.compile(r"\b(?:even if|even though|even when|although)\b[^,;:]*$")
"""A part that grants something: "you can tell, even if you promised to keep it secret"."""
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
    r"\b(?:they|he|she|someone|somebody|anyone|people|who|some)\b[^,]*"
    r"\b(?:ask|want|tell|told|say|said|make|made|push|press|beg|force|claim|try|tries|threat|blame"
    r"|worr(?:y|ies)|fear|think)"
    r"|\b(?:you|i) (?:may |might |could |can |still )*(?:feel|think|worry|fear|hear|be told)\b"
    r"|\b(?:cannot|can't|not|never|nobody can|no one can) promise\b"
)
"""What somebody else says or wants is told, not advised."""


def harmful(texts: Iterable[PlacedText]) -> Iterator[Finding]:
    """A finding for each text that harms, for each kind of harm the first of its words."""
    listed = tuple(texts)
    scan = Scan(placed.text.source for placed in listed)
    for placed in listed:
        yield from (finding for finding, _ in findings_in(placed, scan))


def findings_in(placed: PlacedText, scan: Scan) -> Iterator[tuple[Finding, str]]:
    """A finding for each kind of harm that a text does, with the name of the kind.

    `scan` is of this text, and of others as it may be.
    """
    source = placed.text.source
    if placed.is_name and named(source):
        return
    of_answer = placed.of.startswith("an answer")
    for harm, words in harms_in(source, scan, of_answer=of_answer):
        what = f'"{words}": {placed.of} {harm.what} ({harm.kind}).'
        yield Finding(HARMFUL, "error", placed.text.place, what, harm.what_to_do), harm.kind


def harms_in(words: str, scan: Scan, *, of_answer: bool) -> Iterator[tuple[Harm, str]]:
    """The kinds of harm that words do, each with the words that do it.

    `scan` is of these words, and of others as it may be. `of_answer` where they are what a person
    answers: those tell what somebody else does.
    """
    if shout := shouted(words):
        yield SHOUTING, shout
    parts = sentences(scan.plain(words)) if scan.patterns(words) else []
    patterns = [each for each in scan.patterns(words) if any(map(each.search, parts))]
    for _, of_kind in groupby(patterns, key=lambda pattern: pattern.harm.kind):
        standing = tuple(of_kind)
        harm = standing[0].harm
        if harm.of_answers or not of_answer:
            first = next(filter(None, (_first(standing, sentence) for sentence in parts)), "")
            if first:
                yield harm, first.strip(" ,;:(")


def _first(patterns: Sequence[Pattern], sentence: str) -> str:
    """The first harmful words of a sentence; empty where there are none."""
    never, denied, advised = (
        [pattern for pattern in patterns if pattern.way == way]
        for way in (NEVER, UNLESS_DENIED, ADVISED)
    )
    match = next(matches(never, sentence), None)
    # A word that nobody should have to read harms whoever is told to say it.
    if match and (never[0].harm.of_answers or not _REPORTED.search(sentence[: match.start()])):
        return match[0]
    for match in matches(denied, sentence):
        if not _denies(match) and not _excused(sentence[: match.start()]):
            return match[0]
    for match in matches(advised, sentence):
        before = sentence[: match.start()]
        if _advises(before) and not _excused(before):
            return match[0]
    return ""


def _advises(before: str) -> bool:
    """Whether what stands before a deed advises it: a beginning, a comma, "you can", "and" ..."""
    words = before.split()
    if words[-1:] == ["you"] and words[-2:-1] and words[-2] in _NO_ADVICE_TO_YOU:
        return False
    if not words or words[-1][-1] in ",;:(-":
        return True
    if _MAY_HAVE_TO.search(before):
        return False
    return words[-1] in _ADVISING or "_".join(words[-2:]) in _ADVISING


def _denies(match: re.Match[str]) -> bool:
    """Whether a "not" stands among the words matched, where the pattern has none."""
    # "You are not to blame" has room for one word between "are" and "to blame".
    return bool(_NOT.search(match[0])) and not _NOT.search(match.re.pattern)


def _excused(before: str) -> bool:
    """Whether what stands before some words denies them, or tells that somebody else says them."""
    # What comes after denies nothing: "tell nobody, and do not wait" still harms.
    if _MADE_TO.search(before) or _THOUGH.search(before):
        return True
    before = _UNDER.sub("", before)
    if _CONDITION.match(before):
        return True
    governing = _NEXT.split(before)[-1]
    return bool(_NOT.search(_NO_DENIAL.sub("", governing)) or _REPORTED.search(before))


# -- shouting, in any language

_SHORT_FORMS = frozenset(
    [
        "CEOP",
        "NSPCC",
        "NHS",
        "IWF",
        "BSL",
        "NAPAC",
        "ACT",
        "LADO",
        "HOPELINE",
        "GP",
        "UK",
        "SARC",
        "FGM",
        "FRANK",
        "NCA",
        "SHOUT",
        "REGISTER",
        "URL",
        "PIN",
        "AI",
        "LGBT",
        "SMS",
        "DSL",
        "NYAS",
        "POSH",
        "DAN",
    ]
)
# Two marks in a row, or three in one text.
_LOUD = re.compile(r"![\s!?]*!|!(?=.*!.*!)", re.DOTALL)
# Letters of any script but small Latin ones: `isupper` then leaves out scripts without capitals.
_CAPITALS = re.compile(r"(?<![\w{])[^\W\d_a-z]{2,}(?![\w}])")


def shouted(words: str) -> str:
    """What is shouted in a text: words in capitals that are no short form, or marks in a row."""
    if "!" in words and (match := _LOUD.search(words)):
        return match[0]
    loud = [
        word
        for word in _CAPITALS.findall(words)
        if word.isupper() and word not in _SHORT_FORMS and len(word) > 1
    ]
    # A single short word in capitals may be a short form that is not in the list.
    return " ".join(loud) if len(loud) > 1 or any(len(word) > 5 for word in loud) else ""
