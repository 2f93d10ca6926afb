"""By which words a speaker says what they themselves are: "im a nurse", "i teach year 5".

They say whom a line is about (persons.py), and nothing of what happened: a teacher who passes on
what a girl told of her uncle speaks of no teacher. So the recognizer does not hear them again.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.understanding.typed import BREAK
from guide.understanding.whom import people, trades

_MOST_BETWEEN = 4
"""So many words may stand between "im a" and what somebody is: "im a part time primary teacher"."""


class Role(NamedTuple):
    """What a speaker says to be: `trade`, and the places of the words that say it."""

    trade: str
    at: range


def own_roles(words: Sequence[str]) -> Iterator[Role]:
    """What the speaker says to be, in the order in which they say it."""
    if heading := _heading(words):
        yield heading
    for at, word in enumerate(words):
        if word in trades.BEGINS_I_AM:
            yield from _named(words, at)
        if word in trades.BEGINS_I_DO:
            yield from _done(words, at)


def _heading(words: Sequence[str]) -> Role | None:
    """A role that a line begins with: "Year 8 tutor.", "Nana here", "a coach in Bury"."""
    start = 2 if words[:1] in (["year"], ["yr"]) and words[1:2] and words[1].isdecimal() else 0
    role = _trade(words, start)
    if role is None:
        return None
    end = role.at.stop
    named = role._replace(at=range(end))
    if words[end : end + 1] == ["here"]:
        return named
    if role.trade in trades.PARENTS | trades.KNOWS:
        return named if end > 1 and words[end : end + 1] == [BREAK] else None
    if words[end : end + 1] == [BREAK]:
        return named if end > 1 else None
    place = words[end : end + 1] in (["at"], ["in"])
    return named if place and words[end + 1 : end + 2] not in (["my"], ["our"], ["the"]) else None


def without_own_roles(words: Sequence[str]) -> list[str]:
    """The words with a BREAK for each one by which the speaker says what they are."""
    silent = {place for role in own_roles(words) for place in role.at}
    return [BREAK if at in silent else word for at, word in enumerate(words)]


def _named(words: Sequence[str], at: int) -> Iterator[Role]:
    """A role that is named: "im a", "as her", then who."""
    for start in trades.I_AM:
        end = at + len(start)
        allowed = trades.A if start == ("as",) else trades.ARTICLES
        if tuple(words[at:end]) != start or allowed.isdisjoint(words[end : end + 1]):
            continue
        role = _trade(words, end + 1)
        if role and not _of_another(words[role.at.stop : role.at.stop + 3], start, role.trade):
            yield role._replace(at=range(at, role.at.stop))


def _trade(words: Sequence[str], start: int) -> Role | None:
    """The first trade from a place on, with at most a few words before it."""
    for at in range(start, min(start + _MOST_BETWEEN, len(words))):
        two = " ".join(words[at : at + 2])
        if two in trades.TRADES:
            return Role(two, range(at, at + 2))
        if words[at] in trades.TRADES:
            return Role(words[at], range(at, at + 1))
        if words[at] not in trades.BEFORE_A_TRADE:
            return None
    return None


def _of_another(after: Sequence[str], start: Sequence[str], trade: str) -> bool:
    """Whether "as a teacher he ..." speaks of him, or a carer is a child who cares for theirs."""
    if start == ("as",) and not people.THIRD.isdisjoint(after[:1]):
        return True
    return trade == "carer" and after[:1] == ["for"] and after[1:2] in (["my"], ["our"])


def _done(words: Sequence[str], at: int) -> Iterator[Role]:
    """A role that is told by what the speaker does: "i teach year 5", "i run a youth club"."""
    for start, places in trades.I_DO:
        end = at + len(start)
        # "I teach my brother chess", "I work with my dad": that is no work with children.
        if tuple(words[at:end]) == start and words[end : end + 1] not in (["my"], ["nobody"]):
            last = _place_ends(words, end, places)
            if last or not places:
                yield Role(" ".join(start), range(at, last or _subject_ends(words, end)))
    for start, places in trades.I_PASS:
        end = at + len(start)
        if tuple(words[at:end]) == start and (last := _place_ends(words, end, places)):
            yield Role(trades.PASSER_BY, range(at, last))


def _place_ends(words: Sequence[str], start: int, places: frozenset[str]) -> int:
    """Where the place ends in which somebody works; 0 where none is named."""
    for at in range(start, min(start + _MOST_BETWEEN, len(words))):
        if " ".join(words[at : at + 2]) in places:
            return at + 2
        if words[at] in places:
            return at + 1
        if words[at] not in trades.BEFORE_A_PLACE:
            return 0
    return 0


def _subject_ends(words: Sequence[str], start: int) -> int:
    """Where the words end that say what, or whom, somebody teaches."""
    end = start
    while end < len(words) and (words[end] in trades.TAUGHT or words[end][:2].isdecimal()):
        end += 1
    return end
