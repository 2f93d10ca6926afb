"""What a line says of its speaker: what is done to "me" and to what is "mine", and "mum"."""

import re
from collections.abc import Iterable, Sequence

from guide.understanding.whom import deeds, people, trades

_TELLS_ME = re.compile(
    r"\b(sent|texted|messaged|rang|called|phoned|dmed|snapped|voice noted|noted) me"
    r"( (a|an|this|some|her|his|last|really|long|voice|note|voicenote|message|text|msg|snap|just|"
    r"now|night|today|yesterday|and|was|were))*"
    r" (says?|saying|said|bye|goodbye|crying|whispering|from|to say|in tears)\b|"
    r"\b(given|gave|giving) me (her|his|all her|all his) \w+|"
    r"\bon (a|the) (call|phone) (with|to) me\b|"
    r"\b(wont|dont|doesnt|didnt) let me (tell|help|say|see)\b|"
    r"\b(told|tells|telling) me ((this|last|yesterday|today|at|after|on|over|in) (\w+ ){0,2})?"
    r"(that )?(shes|hes|theyre|shed|hed|theyd|her|his|their)\b|"
    r"\bsent us( all)? (a|an|this|her|his) (heart|goodbye|bye|message|long|last)\b|"
    r"\basked me (if|whether|what|how|why|when) (?!i\b|im\b|id\b|ive\b|my\b|we\b|id\b)|"
    r"\b(wont|doesnt|dont|didnt|refuses to|never) (tell|talk to|speak to|say to|look at) us\b|"
    r"\b(opposite|across from|above|below|upstairs from|downstairs from|over the road from) me\b|"
    r"\btrust us\b|\b(in|on|at) my (shed|garage|sofa|couch|doorstep|garden|floor)\b|"
    r"\b(look after|have|keep|feed|take) my (dog|cat|hamster|pets?|rabbit|fish|stuff|things)\b"
)
"""How somebody is told of trouble, or left with somebody's things: nothing is done to them."""


def happens_to_me(words: Sequence[str]) -> bool:
    """Whether something is done to the speaker, or to what is theirs."""
    left = _without_harmless(words)
    return not people.OBJECT.isdisjoint(left) or any(
        word in people.MINE and _is_thing(left[at + 1 : at + 3]) for at, word in enumerate(left)
    )


def is_object(words: Sequence[str]) -> bool:
    """Whether something is done to "me"."""
    return not people.OBJECT.isdisjoint(_without_harmless(words))


def _without_harmless(words: Sequence[str]) -> list[str]:
    """The words less what is done to the speaker and is not what is the matter: "told me"."""
    line = f" {_TELLS_ME.sub(' ', ' '.join(words))} "
    for phrase in (*deeds.HARMLESS, *trades.AT_WORK):
        line = line.replace(f" {phrase} ", "  ")
    return line.split(" ")


def _is_thing(after: Sequence[str]) -> bool:
    """Whether what is "my" is a thing or a part of the body: my pic, my room, my leg."""
    return (
        bool(after)
        and after[0] not in people.NOT_A_THING
        and after[0].removesuffix("s") not in people.NOT_A_THING
        and not (after[0] in people.SUBJECTS_TAUGHT and not people.PLACES.isdisjoint(after[1:]))
        and bool(after[0])
        and not after[0][0].isdecimal()
    )


def at_home(words: Sequence[str]) -> str:
    """The "mum" or "dad" of the speaker; empty where none is named, or one of somebody else."""
    for at, word in enumerate(words):
        if word in people.AT_HOME and (not at or words[at - 1] not in people.WHOSE):
            return word
    return ""


def has(words: Sequence[str], phrases: Iterable[str]) -> str:
    """The first of these phrases that stands in the words, word for word; empty for none."""
    line = f" {' '.join(words)} "
    return next((phrase for phrase in phrases if f" {phrase} " in line), "")
