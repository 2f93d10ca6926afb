"""What somebody says of themselves in a line, told from what they ask or tell another.

English alone: of other languages only the translators' own phrases are known, which speak of "me".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from guide.understanding.forms import despair
from guide.understanding.forms.lived import lived
from guide.understanding.typed import BREAK, split_words

ASKS = frozenset("?\u061f")
"""The signs of a question."""

_I = frozenset({"i", "im", "iam", "ive", "id", "ill"})
_MINE = frozenset({"me", "my", "mine", "myself"})
_ME = _I | _MINE | {"us"}
_YOU = frozenset(
    {"you", "u", "ya", "your", "ur", "yours", "youre", "youve", "youd", "youll", "yourself"}
)
_OTHERS = frozenset(
    {
        *("he", "hes", "him", "his", "she", "shes", "her", "they", "theyre", "them", "their"),
        *("someone", "somebody", "anyone", "anybody", "everyone", "nobody", "who", "people"),
        *("child", "children", "kid", "kids", "boy", "girl", "it", "its", "that", "this", "there"),
    }
)
_SUBJECTS = _I | {"he", "hes", "she", "shes", "they", "theyre"}
"""Words at which a clause begins, wherever they stand."""
_ASKED = frozenset(
    {
        *("are", "can", "could", "did", "do", "does", "had", "have", "may", "should", "were"),
        *("will", "would", "when", "what", "how", "why", "where", "who", "if", "because", "but"),
        *("and", "or", "so", "that", "please"),
    }
)
"""Words before a "you" that is asked or told something, rather than one it is done to."""
_AFTER_WHICH_YOU_BEGINS = frozenset({"me", "myself", "it", "now", "today", "tonight", "again"})
_MAKES = frozenset({"make", "makes", "made", "making"})
"""Words after which "me" is who it is about: "you make me want to die"."""
_PLANS = frozenset(
    {
        *("ask", "asking", "believe", "block", "call", "calling", "give", "help", "inform"),
        *("keep", "let", "listen", "phone", "phoning", "promise", "read", "report", "ring"),
        *("ringing", "say", "send", "show", "speak", "stay", "talk", "tell", "telling"),
        *("wonder", "write"),
    }
)
"""What a listener does: "I will tell our lead"."""
_BEFORE_A_PLAN = frozenset(
    {
        *("am", "be", "can", "cant", "cannot", "could", "do", "dont", "going", "gonna", "have"),
        *("just", "like", "must", "need", "not", "now", "only", "really", "shall"),
        *("should", "so", "still", "to", "want", "will", "wont", "would"),
    }
)
_ORDERS = frozenset(
    {
        *("ask", "believe", "bring", "call", "come", "give", "go", "keep", "leave", "let"),
        *("listen", "phone", "promise", "ring", "send", "show", "speak", "talk", "tell"),
        *("text", "trust", "write", "999"),
    }
)
"""What a clause that orders begins with: "Show me the picture"."""
_LEADS_IN = frozenset({"so", "and", "but", "now", "then", "just", "well", "okay", "ok"})
"""Words before an order: "That's hard, so tell me more"."""
_ASKS_TO_TELL = frozenset({"ask", "believe", "give", "show", "speak", "talk", "tell", "trust"})
"""Orders of a listener, and of nobody who calls for help."""
_CALLS_FOR_HELP = frozenset({"bring", "call", "come", "go", "phone", "ring", "send", "text", "999"})
"""Orders with which somebody who is in danger calls for help."""
_SUFFERS = frozenset(
    {
        *("am", "been", "being", "cut", "feel", "felt", "get", "got", "grew", "hurt"),
        *("im", "ive", "iam", "live", "lived", "sent", "was"),
    }
)
"""How somebody speaks of what was done to them, where no "me" says so."""
_HAPPENED = (
    *("happened to me", "happens to me", "happening to me", "done to me", "did this to me"),
    *("did that to me", "did it to me", "does this to me", "does it to me", "was me", "is me"),
    *("thats me", "i was that child", "i was that kid", "i was that boy", "i was that girl"),
    *("about me", "my story", "my own story", "my childhood", "my own childhood"),
    *("in my family", "my own life", "a survivor", "i am that boy", "i am that girl"),
    *("im that boy", "im that girl", "i am that child", "im that child", "i am that kid"),
)
"""What says that it is the speaker's own life, without saying what happened."""
_LOOKS_ON = frozenset({"looks", "looked", "seems", "seemed", "sounds", "sounded"})
"""How somebody speaks of another whom they see: "He looks hungry to me"."""
_FOR_ANOTHER = ("for her", "for him", "for them")
_LISTENS = (
    *("between us", "not allowed to keep", "not allowed to promise"),
    *("to hear", "hearing this", "hearing that", "to read", "reading this", "reading that"),
)
"""What a listener says of listening: "I am sad to hear that"; also "This stays between us"."""
_NOT = frozenset({"not", "nothing", "never", "isnt", "wasnt", "didnt"})
_NEEDS = ("need help", "not safe", "unsafe", "dont feel safe", "let me die")
_TOO_CLOSE = (
    *("triggering", "triggered", "close to home", "bringing stuff up", "bringing it up"),
    *("brings stuff up", "brings it up", "bringing it back", "brings it back"),
    *("brought back what", "brings back what"),
    *("too much for me",),
)
"""What a story does to somebody who knows it from their own life."""
_WE = frozenset({"we", "our", "ours", "weve"})
_MAY_COME = frozenset({"can", "could", "if", "must", "shall", "should", "will", "would"})
_CASES = frozenset({"if", "when", "once"})
_ONES_OWN = ("yourself", "your own")
"""After "if" or "when": anyone's own life, and so perhaps the speaker's."""
_ASKS_FOR_MINE = tuple(
    f"{can} you {do} my"
    for can in ("can", "could", "will")
    for do in ("tell", "make", "stop", "get")
)
_FELT = frozenset(
    {
        *("cant", "cannot", "couldnt", "dread", "dreading", "feel", "feeling", "feels", "felt"),
        *("hate", "hated", "hurts", "miss", "scared", "sick", "struggling", "terrified", "tired"),
        *("want", "wanted", "wish", "wished", "used"),
    }
)
"""What somebody feels, as the first word of a line that leaves out who feels it."""
_WHOLE = ("me too", "me as well", "same here")
_ASKS_FIRST = frozenset(
    {
        *("am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may"),
        *("shall", "should", "was", "were", "will", "would", "any", "how", "what", "when"),
        *("whats", "where", "wheres", "which", "who", "whos", "whose", "why"),
    }
)
"""Words that a question begins with, also where no sign says that it is one."""
_CALLS = (
    *("i do", "can someone", "can somebody", "can anyone", "could someone", "could somebody"),
    *("could anyone", "will someone", "will somebody", "please"),
)
"""What asks, and yet calls for help: "what do I do, he has a knife"."""
_SUPPOSES = frozenset({"if", "would", "were"})
"""Words of a clause that says what may be, not what is."""
_TOGETHER = (["lets"], ["let", "us"])
"""How a clause begins in which a listener plans for both: "Let us call the police"."""
_MORE = frozenset({"because", "cos", "as", "there", "theres", "someone", "somebody", "someones"})
"""Words after which a plan says why: "I am calling the police, there is a man with a gun"."""
_SENTENCES = re.compile(r"[^.!?\u061f\n]+[.!?\u061f\n]*")
# Lower would miss a cry; higher would take a listener's words to a made-up person for one
# (tests/test_practice_cry.py has sentences of both).
SHORT = 8
"""A line of so few words in which nobody is named speaks of the speaker: "want to die"."""


def own_clauses(text: str) -> str:
    """The parts of a line that the speaker says of themselves; empty where there are none."""
    typed = split_words(text)
    if _names_nobody(typed):
        return "" if not ASKS.isdisjoint(text) or _ORDERS & set(typed[:2]) else text
    own = (_without_people(clause) for clause in _clauses(typed) if _is_own(clause))
    clauses = [clause for clause in own if clause]
    if clauses and _YOU.isdisjoint(typed) and ASKS.isdisjoint(text):
        return text  # nobody is spoken to: it is one account, of others too
    return " . ".join(map(" ".join, clauses))


def own_life(text: str) -> bool:
    """Whether a line says that something is the speaker's own life: "this happened to me"."""
    typed = split_words(text)
    if " ".join(filter(None, typed)) in _WHOLE:
        return True
    parts = [part for part in _parts(typed) if _YOU.isdisjoint(part)]
    if any(despair.despairs(part, text) for part in parts):
        return True
    if ASKS.isdisjoint(text) and any(_lives_through(part) for part in parts):
        return True
    asks = not _YOU.isdisjoint(typed) or not ASKS.isdisjoint(text)
    if not asks and _has(typed, _TOO_CLOSE):
        return True
    if _names_nobody(typed):
        return not asks and _has(typed, _NEEDS)
    mine = [clause for clause in _clauses(typed) if _YOU.isdisjoint(clause) and _ME & set(clause)]
    return any(
        _has(clause, _NEEDS) or (_has(clause, _HAPPENED) and _NOT.isdisjoint(clause))
        for clause in mine
    )


def of_oneself(text: str) -> bool:
    """Whether a line may be about its speaker, whatever it says: "I keep buying packets".

    It says "I", asks nothing, speaks to nobody, and is no plan of a listener; or it leaves "I" out
    of a feeling, or says "you" for "I": "What do you do when it's your own dad?"
    """
    typed = split_words(text)
    if _says_you_of_oneself(typed) or _feels_unnamed(typed):
        return True
    if not _YOU.isdisjoint(typed) or not ASKS.isdisjoint(text):
        return False
    return any(_is_own(clause) or _may_be_home(clause) for clause in _clauses(typed))


def _may_be_home(clause: Sequence[str]) -> bool:
    """Whether a clause says "we", what "he" does or what "I keep" doing: perhaps at home."""
    if clause[0] in ("he", "hes", "she", "shes") or not _WE.isdisjoint(clause):
        return _MAY_COME.isdisjoint(clause)
    return clause[:2] == ["i", "keep"]


def _says_you_of_oneself(typed: Sequence[str]) -> bool:
    """Whether "you" stands for anyone in a case that is supposed, and so for the speaker."""
    at = next((at for at, word in enumerate(typed) if word in _CASES), len(typed))
    asks_what = not {"what", "how"}.isdisjoint(typed[:1]) and not _YOU.isdisjoint(typed[at:])
    return asks_what or _has(typed[at:], _ONES_OWN) or _has(typed, _ASKS_FOR_MINE)


def _feels_unnamed(typed: Sequence[str]) -> bool:
    """Whether a line begins with what is felt, and "I" is left out: "feels pointless"."""
    return not _FELT.isdisjoint(typed[:1]) and _YOU.isdisjoint(typed)


def _lives_through(part: list[str]) -> bool:
    """Whether words between two signs, less what is said of people in general, tell of a life."""
    return lived(" ".join(_without_people(part)))


def done_to_me(text: str) -> str:
    """The parts of a line that speak of what is, or was, done to the speaker."""
    own = [clause for clause in _clauses(split_words(text)) if _is_own(clause)]
    clauses = [_without_people(clause) for clause in own if _suffers(clause)]
    return " . ".join(" ".join(clause) for clause in clauses if clause)


def stated(text: str) -> str:
    """The parts of a line that say how things are, of whomever: there is a man with a gun here.

    What asks, what is said to "you", what only may be, and what a listener plans are none.
    """
    parts: list[str] = []
    for sentence in _SENTENCES.findall(text):
        words = _without_people(split_words(sentence))
        if not _only_asks(sentence, words) and not _only_supposes(words):
            clauses = [part for clause in _clauses(words) if (part := _stated(clause))]
            parts.append(" ".join(map(" ".join, clauses)))
    return " . ".join(parts)


def _without_people(words: list[str]) -> list[str]:
    """The words before people in general: "Some people think of dying" says nothing of anybody."""
    at = despair.of_people(words)
    return words if at < 0 else words[:at]


def _only_asks(sentence: str, words: Sequence[str]) -> bool:
    """Whether a sentence is a question, by its sign or its first word, and no call for help."""
    asks = not ASKS.isdisjoint(sentence) or not _ASKS_FIRST.isdisjoint(words[:1])
    return asks and not _has(words, _CALLS)


def _only_supposes(words: Sequence[str]) -> bool:
    """Whether a whole sentence says what may come: "If they turn up, it is 999"."""
    return words[:1] == ["if"] and _YOU.isdisjoint(words)


def _stated(clause: list[str]) -> list[str]:
    """The words of a clause that say how things are."""
    order = clause[1] if clause[0] == "just" and clause[1:] else clause[0]
    if order in _ORDERS - _CALLS_FOR_HELP:
        return []
    if not _YOU.isdisjoint(clause) or not _SUPPOSES.isdisjoint(clause):
        return []
    if _is_plan(clause) or any(clause[: len(start)] == start for start in _TOGETHER):
        more = (at for at, word in enumerate(clause) if word in _MORE)
        return clause[next(more, len(clause)) :]
    return clause


def _has(clause: Sequence[str], phrases: Iterable[str]) -> bool:
    """Whether one of these phrases stands in a clause, word for word."""
    line = f" {' '.join(clause)} "
    return any(f" {phrase} " in line for phrase in phrases)


def _suffers(clause: Sequence[str]) -> bool:
    """Whether a clause speaks of the speaker as of somebody to whom something is done."""
    if not _LOOKS_ON.isdisjoint(clause):
        return False
    if "would" in clause or clause[0] == "ill" or _has(clause, _FOR_ANOTHER):
        return False
    return not _MINE.isdisjoint(clause) or not _SUFFERS.isdisjoint(clause[:4])


def _names_nobody(typed: Sequence[str]) -> bool:
    """Whether a line is short and speaks of no one, as one leaves out "I" in distress."""
    return len(typed) <= SHORT and (_ME | _YOU | _OTHERS).isdisjoint(typed)


def _clauses(typed: Sequence[str]) -> Iterator[list[str]]:
    """The clauses of a line, each with its own subject, also where no sign parts them."""
    clause: list[str] = []
    for at, word in enumerate(typed):
        if clause and (word == BREAK or _begins(typed, at)):
            yield clause
            clause = []
        if word != BREAK:
            clause.append(word)
    if clause:
        yield clause


def _parts(typed: Sequence[str]) -> Iterator[list[str]]:
    """What stands between the signs of a line."""
    for is_sign, part in groupby(typed, BREAK.__eq__):
        if not is_sign:
            yield list(part)


def _begins(typed: Sequence[str], at: int) -> bool:
    """Whether a clause begins at this word."""
    word, before = typed[at], typed[at - 1]
    after = typed[at + 1] if at + 1 < len(typed) else BREAK
    if (word in _ASKED and after in _YOU) or (word == "me" and before in _MAKES):
        return True
    return word in _SUBJECTS or (word in _YOU and before in _AFTER_WHICH_YOU_BEGINS)


def _is_own(clause: Sequence[str]) -> bool:
    """Whether a clause speaks of the speaker, and is no order and no plan of a listener."""
    if _ME.isdisjoint(clause) or not _YOU.isdisjoint(clause) or _is_order(clause):
        return False
    return not _has(clause, _LISTENS) and not _is_plan(clause)


def _is_order(clause: Sequence[str]) -> bool:
    """Whether a clause orders, also after "so" or "and now": what a listener says to go on."""
    first = next((word for word in clause if word not in _LEADS_IN), "")
    return clause[0] in _ORDERS or first in _ASKS_TO_TELL


def _is_plan(clause: Sequence[str]) -> bool:
    """Whether the speaker says what they do as a listener, and nothing that is done to them."""
    if clause[0] not in _I or not _MINE.isdisjoint(clause):
        return False
    at, doing = next(
        ((at, word) for at, word in enumerate(clause[1:], 1) if word not in _BEFORE_A_PLAN), (0, "")
    )
    goes_on = doing == "keep" and any(word.endswith("ing") for word in clause[at + 1 : at + 2])
    return doing in _PLANS and not goes_on  # "I keep buying pills" is no plan
