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
_INWARD = (
    *("it", "its", "this", "that", "thats", "everything", "pain", "guilt", "shame", "secret"),
    *("secrets", "depression", "anxiety", "bullying", "abuse", "silence", "loneliness", "grief"),
    *("life", "stress", "nothing", "all", "memory", "memories", "keeping", "hiding", "inside"),
)
"""Of what kills somebody so it is no figure: it is how bad they feel."""
_NO_FIGURE = "|".join(sorted({*_INWARD, *people.OTHERS, *people.FIRST_PERSON}))
_KILLS = rf"(?!(?:{_NO_FIGURE})\b)[a-z]+ (?:(?:is|are) (?:literally |actually )?killing|killed) me"

_TOLD = (
    "film|films|movie|movies|show|series|episode|programme|program|book|books|novel|play|musical"
    "|story|drama|anime|cartoon|manga|comic|podcast|level|english|lesson|history"
)
_SPEAKER = "|".join(sorted(people.FIRST_PERSON))
_GOES_ON = "and|but|so|now|then|because|cos|like|since|after|copying|copies"
_STORY = (
    "(?<!made me )(?<!makes me )(?:watched|watching|watch|read|reading|saw|seen|finished|doing|did"
    f"|study|studied|studying|wrote|writing) (?:[a-z0-9]+ ){{0,4}}?(?:{_TOLD}) (?:[a-z0-9]+ )??"
    "(?:where|about|when|with|in which|the)"
    f"(?: (?!(?:{_SPEAKER}|{_GOES_ON})\\b)[a-z0-9]+)+(?= \\.|$)"
)
"""A story to the end of its clause: who goes on, or speaks of themselves, tells of more."""

_JOBS = "|".join((*sorted(trades.WORKS_TWO), "detective", "firefighter", "soldier", "policeman"))
_JOB = f"(?:be|become|becoming|being|train as) (?:a|an) (?:[a-z]+ )??(?:{_JOBS})"

_AIM = (
    "personal|pb|target|targets|goal|goals|step|steps|score|record|best|gym|shops|shop|road|beach"
    "|town|ball|balls|post|bar|crossbar|net|bullseye|jackpot|note|notes|high|top|level|snooze"
    "|follow|followers|like|subscribe|button|keys|drums|slopes|sales|pool|hay|sack|books|wicket"
    "|six|sixes|century|run|runs|winner|puberty"
)
_HIT = (
    f"(?:{_SPEAKER}|he|she|they|just|finally|to|gonna) hit "
    f"(?:(?:my|our|the|a|an|his|their|some|that|new) )*(?:[0-9]+k? )?(?:{_AIM})"
)
_FIGURES = re.compile(rf"\b(?:{_KILLS}|{_STORY}|{_JOB}|{_HIT})\b")


def without_figures(words: Sequence[str]) -> list[str]:
    """The words with a BREAK in place of each figure."""
    line = " ".join(word or _STOP for word in words)
    if not _FIGURES.search(line):
        return list(words)
    return [BREAK if word == _STOP else word for word in _FIGURES.sub(f" {_STOP} ", line).split()]
