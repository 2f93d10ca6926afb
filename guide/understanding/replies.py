"""What people say to "Is that right?": yes and no as they are said by somebody who is frightened.

A whole line that only hedges is a yes ("kind of", "sadly yes"); one that begins with a yes or a no
is that, and what follows is heard by itself ("yes but worse", "no its my stepdad"). English, beside
the words for yes and no that each language lists itself.
"""

from collections.abc import Sequence
from typing import NamedTuple

from guide.understanding.typed import split_words

YES, NO, UNSURE, RATHER_NOT_SAY = "yes", "no", "unsure", "rather-not-say"

_YES = frozenset(
    {
        *("yes", "yeah", "yea", "yep", "yup", "yh", "yeh", "yas", "yess", "aye", "ye", "ya", "y"),
        *("mhm", "mm", "mmhm", "mmm", "uhuh", "true", "correct", "exactly", "sadly", "basically"),
        *("both", "definitely", "obviously", "obvs", "probably", "maybe", "possibly", "perhaps"),
        *("sometimes", "unfortunately", "kinda", "sorta", "guess", "suppose", "afraid", "all"),
        *("totally", "absolutely", "surely", "yess", "yepp", "ok", "okay", "sure", "right"),
    }
)
"""Words of which each alone is a yes, or a hedged one."""
_HEDGES = frozenset(
    {
        *("i", "im", "its", "it", "is", "think", "so", "that", "thats", "kind", "sort", "of"),
        *("a", "bit", "little", "lot", "the", "pretty", "much", "more", "or", "less", "well", "um"),
        *("uh", "huh", "like", "just", "he", "she", "they", "does", "do", "did", "has", "was"),
        *(
            "something",
            "close",
            "near",
            "only",
            "nearly",
            "mostly",
            "them",
            "them",
            "those",
            "these",
        ),
        *("to", "say", "would", "id", "could", "be", "might", "really", "very", "and", "please"),
        *("am", "are", "happened", "happens", "one", "first", "fr", "tbh", "thing", "er", "erm"),
        *("lol", "x", "quite", "fits", "fit", "about", "me", "this", "hes", "shes", "often"),
    }
)
"""Words that stand beside them and take nothing back."""
_HEDGED = frozenset(
    {
        *("kind of", "sort of", "i think so", "think so", "i guess so", "he does", "she does"),
        *("they do", "thats it", "it is", "he did", "she did", "they did", "it did", "it does"),
        *("a bit", "a little", "pretty much", "more or less", "all of it", "all of them", "i am"),
        *("something like that", "that is it", "it happened", "i do", "it was", "he has", "i did"),
        *("thats the one", "might be", "could be", "it might be", "i think", "close", "mostly"),
        *("nearly", "that one", "the first one", "all of that", "yes and no", "it has", "fr"),
        *("thumbs up sign", "ok hand sign", "white heavy check mark", "heavy check mark"),
        *("hundred points symbol", "person with folded hands"),
    }
)
"""Lines that are a yes without one of the words above."""
_DENIED = frozenset(
    {
        *("thumbs down sign", "cross mark", "heavy multiplication x", "i never said that"),
        *(
            "i didnt say that",
            "i never told you that",
            "i didnt tell you that",
            "i did not say that",
        ),
        *("thats not what i said", "that isnt what i said", "not what i said", "i didnt mean that"),
        *(
            "thats not what i meant",
            "that isnt what i meant",
            "not what i meant",
            "i meant something else",
        ),
        *(
            "you got it wrong",
            "u got it wrong",
            "you misunderstood",
            "you dont understand",
            "not at all",
        ),
        *(
            "thats wrong",
            "it wasnt that",
            "it wasnt like that",
            "its not like that",
            "who said that",
        ),
        *("i never said any of that", "i didnt say any of that", "why did you say that"),
    }
)
"""Lines that are a no without one of the words below."""
_JOKING = frozenset({"joking", "jk", "kidding", "joke", "messing"})
_NO = _JOKING | frozenset(
    {"no", "nope", "nah", "na", "naw", "noo", "nooo", "wrong", "neither", "none"}
)
_NOT = frozenset({"not", "dont", "isnt", "doesnt", "didnt", "wasnt", "never", "nothing", "wasn"})
_JOINS = frozenset({"but", "and", "also", "its", "it", "because", "cos", "n", "well", "except"})
_RATHER_NOT = (
    *("dont want to say", "dont wanna say", "rather not", "dont want to talk", "cant say"),
    *("dont wanna talk", "cant talk about", "dont want to answer", "dont wanna answer"),
    *("cant tell you", "not telling", "its private", "none of your business", "dont want to tell"),
    *("dont wanna tell", "dont like saying", "not ready to", "too hard to say", "hard to say"),
    *("dont know how to say", "too embarrassing", "too embarrassed", "skip", "pass"),
)
_UNSURE = (
    *("idk", "dunno", "dont know", "not sure", "no idea", "unsure", "cant remember", "idrk"),
    *("i dno", "cant tell", "no clue", "hard to tell"),
)
# Beyond so many words a line tells more than whether it wants to.
_SHORT = 8


class Response(NamedTuple):
    """What a line says to what is asked back, and the rest of it, to be heard by itself."""

    key: str
    """`yes`, `no`, `unsure`, `rather-not-say`, or empty."""
    rest: str = ""


NO_REPLY = Response("")


def reply(text: str) -> Response:
    """What a line says to a question that yes or no answers."""
    words = [word for word in split_words(text) if word]
    line = " ".join(words)
    if not words:
        return NO_REPLY
    if len(words) <= _SHORT and _has(line, _RATHER_NOT):
        return Response(RATHER_NOT_SAY)
    if len(words) <= _SHORT and _has(line, _UNSURE) and _YES.isdisjoint(words):
        return Response(UNSURE)
    return _whole(words, line) or _leading(words) or NO_REPLY


def _whole(words: Sequence[str], line: str) -> Response | None:
    """A line that only says yes or no, however it hedges."""
    if line in _DENIED:
        return Response(NO)
    left = set(words) - _HEDGES - _YES
    if line in _HEDGED or (not left and not _YES.isdisjoint(words)):
        return Response(YES)
    if not left - _NO - _NOT and left & (_NO | _NOT):
        return Response(NO)
    return None


def _leading(words: Sequence[str]) -> Response | None:
    """A line that begins with a yes or a no, and goes on."""
    for key, leads in ((YES, _YES - {"all", "both", "right", "ok", "okay", "sure"}), (NO, _NO)):
        if words[0] in leads:
            rest = list(words[1:])
            if words[:2] == ["no", "one"]:
                return None
            if words[0] in _JOKING and key == NO and len(words) > _SHORT:
                return None
            while rest and (rest[0] in leads or rest[0] in _JOINS):
                rest.pop(0)
            return Response(key, " ".join(rest))
    if words[:2] == ["not", "really"]:
        return Response(NO, " ".join(words[2:]))
    return None


def _has(line: str, phrases: Sequence[str]) -> bool:
    return any(f" {phrase} " in f" {line} " for phrase in phrases)
