"""What is said in a figure, of a story or of a job, and tells of no danger.

"Assembly is killing me", "we watched a film where a girl gets murdered", "i want to be a police
officer", "i hit my personal best". Only such words are left out, up to where somebody is spoken of:
who is hit or killed by a person, who was made to watch, who needs the police is heard as ever.
"""

import re
from collections.abc import Sequence

from guide.understanding import people, trades
from guide.understanding.typed import BREAK

_STOP = "."
"""Stands for a BREAK while the words are one line."""
# Named one by one: any other word may be the name of a person, "jake is killing me".
_THINGS = (
    "app|arms?|assembly|assignment|back|bag|battery|bike|boots|boss|bra|bus|chair|cold|commute"
    "|computer|course|coursework|cramps|deadline|diet|drive|ears|essay|exams?|eyes|feet|film|foot"
    "|game|gcses|hangover|hay fever|hayfever|head|heat|heels|hill|homework|internet|job|joke"
    "|keyboard|knees?|lag|laptop|legs?|level|light|maths|meme|mocks?|music|neck|noise|paper"
    "|paperwork|period pains|phone|practice|printer|rain|report|revision|room|run|school|science"
    "|screen|session|shift|shoes|show|smell|song|stairs|stomach|sun|suspense|test|throat|tie"
    "|tooth|toothache|traffic|training|tummy|uniform|wait|waiting|walk|weather|wifi|wind|workout"
)
_KILLS = f"(?:{_THINGS}) (?:(?:is|are) (?:literally |actually )?killing|killed) me"

_WE = "i|ive|im|we|weve"
_TOLD = "film|movie|series|episode|programme|program|book|novel|play|musical|story|drama|anime|show"
_NO_STORY = "|".join(sorted({*people.FIRST_PERSON, *people.AT_HOME}))
_NO_STORY += "|and|but|so|now|then|because|cos|like|since|after|copying|copies"
_NO_STORY += "|kids?|child|children|baby|rape[sd]?|naked|nudes?|sex|sexual|porn|real|really"
_STORY = (
    "(?:(?<=^i )|(?<=^we )|(?<= i )|(?<= we ))(?:watched|watching|read|reading|saw|did|wrote)"
    f" (?:a|an|the|this|that|another) (?:[a-z]+ )?(?:{_TOLD}) (?:in [a-z]+ )?(?:where|in which)"
    f"(?: (?!(?:{_NO_STORY})\\b)[a-z0-9]+)+(?= \\.|$)"
)
"""A story to the end of its clause; who goes on, or speaks of themselves, tells of more."""

_JOBS = "|".join((*sorted(trades.WORKS_TWO), "detective", "firefighter", "soldier", "policeman"))
_JOB = f"(?:be|become|becoming|being|train as) (?:a|an) (?:[a-z]+ )??(?:{_JOBS})"

_AIM = (
    "personal(?= best)|pb|targets?|goals?|steps|gym|shops|road|beach|ball|crossbar|bullseye"
    "|jackpot|snooze|followers|subscribe|slopes|sales|century|puberty"
)
_HIT = f"(?:{_WE}|just|finally) hit (?:(?:my|our|the|a|new) )*(?:[0-9]+k? )?(?:{_AIM})"
_FIGURES = re.compile(rf"\b(?:{_KILLS}|{_STORY}|{_JOB}|{_HIT})\b")


def without_figures(words: Sequence[str]) -> list[str]:
    """The words with a BREAK in place of each figure."""
    line = " ".join(word or _STOP for word in words)
    if not _FIGURES.search(line):
        return list(words)
    return [BREAK if word == _STOP else word for word in _FIGURES.sub(f" {_STOP} ", line).split()]
