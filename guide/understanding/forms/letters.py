"""Leaves out how a letter begins: "dear childline, i am writing because my uncle hurts me".

What follows is what is told; whom it is addressed to, and that somebody writes, is no part of it.
"""

import re
from collections.abc import Sequence

_TO = (
    r"(dear|to|hello|hi|hey) ((?<=dear )(\w+ ){1,3}\| |"
    r"(?!(im|i|its|help|please|sorry)\b)\w+ \| |(sir or madam|sir|madam|whom it may concern|"
    r"childline|ceop|nspcc|whoever reads this|whoever|anyone|computer|robot|program|guide|helper|"
    r"diary|all|team) (\| )?)"
)
_WRITES = (
    r"(my name is \w+ )?(and )?(i am|im|i was|this is me|i would like to|id like to|i wanted to|"
    r"just) (just )?(writ(e|ing)|emailing|messaging|contacting|typing|getting in touch|reaching "
    r"out)( (to|with|this|you|u|in|for help|here|today))*( (because|cos|bc|coz|about|as|since|"
    r"regarding|that|say|tell|ask|report|let|you|u|know|if|to))*"
)
_BEGINS = re.compile(rf"({_TO})?(((hi|hello|hey|um|so) )?{_WRITES} )?")


def without_letter(words: Sequence[str]) -> list[str]:
    """The words of a line less the beginning of a letter; all of them where that is all."""
    line = " ".join([word or "|" for word in words]) + " "
    begun = _BEGINS.match(line)
    left = line[begun.end() :].split() if begun else []
    if not left or set(left) == {"|"}:
        return list(words)
    return ["" if word == "|" else word for word in left]
