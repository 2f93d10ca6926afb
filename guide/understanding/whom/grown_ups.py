"""Who says to be a parent, to work with children, or to know a child as a grown-up does.

A child may say much of the same ("i help at cubs", "one of the lads"): NOBODY is named there, and
whoever speaks is asked.
"""

import re
from collections.abc import Sequence

from guide.understanding.whom import deeds, people, trades
from guide.understanding.whom.first_person import at_home, has, is_object
from guide.understanding.whom.named import is_number, named_as_mine
from guide.understanding.whom.person import ADULT, NOBODY, PARENT, PROFESSIONAL, Person
from guide.understanding.whom.roles import own_roles

_MY_PARENTS = frozenset({"mum", "mums", "mam", "mams", "dad", "dads"})
"""Of whom a child tells, beside "the kids next door"."""
_QUOTED = re.compile(
    r"\b(he|she|hes|shes|they|mum|mam|dad|stepdad|stepmum|nan)( keeps| kept| just| always| was)?"
    r" (says?|saying|said|goes)"
    r"( (that|think|of|about|no))* my (\w+ )?(sons?|daughters?|kids|children)\b"
)
"""What another says of children of theirs: "he keeps saying think of my kids"."""


def of_a_grown_up(words: Sequence[str], *, mine: bool) -> Person | None:
    """Who says to be a parent, to work with children, or to know a child as a grown-up does.

    NOBODY where a child may say the same: whoever speaks is asked then.
    """
    to_me = mine and is_object(words)
    for trade, at in own_roles(words):
        if to_me and _is_of_who_does_it(words, at):
            continue
        if trade in trades.YOUNG_TOO:
            return None if mine else NOBODY
        if trade in trades.PARENTS:
            return Person(PARENT, trade)
        if trade in trades.KNOWS:
            return Person(ADULT, trade)
        if trade in trades.TRADES or not to_me:
            return Person(PROFESSIONAL, trade)
    if quoted := _QUOTED.search(" ".join(words)):
        return None if to_me else Person("", quoted[0])
    for _, name in named_as_mine(words, people.ONE_CHILD):
        return Person(PARENT, f"my {name}")
    if phrase := has(words, trades.PROFESSIONAL_SAYS):
        return Person(PROFESSIONAL, phrase)
    if several := trades.OF_OURS.search(" ".join(words)):
        return Person(PROFESSIONAL, several[0])
    if not mine and (phrase := has(words, trades.PARENT_SAYS)):
        return Person(PARENT, phrase)
    if not mine and (child := _of_the_child_of_somebody(words)):
        return child
    if not mine and (phrase := has(words, trades.AT_WORK)):
        return Person(PROFESSIONAL, phrase)
    if not mine and (pupil := _pupil(words)):
        return Person(PROFESSIONAL, pupil)
    return _of_a_child_of_theirs(words, mine=mine)


def _is_of_who_does_it(words: Sequence[str], at: range) -> bool:
    """Whether a line begins with who does it: "supply teacher. sent me a selfie"."""
    begins = at.start == 0 and words[0] not in trades.BEGINS_I_AM | trades.BEGINS_I_DO
    return begins and "here" not in words[: at.stop + 1]


def _of_a_child_of_theirs(words: Sequence[str], *, mine: bool) -> Person | None:
    """Who names a child as a parent, an aunt or a neighbour does."""
    to_me = mine and is_object(words)
    for at, name in named_as_mine(
        words, people.MY_CHILD | people.MY_YOUNG | people.KIN | people.OLD
    ):
        kin = name.removesuffix("s") in people.KIN
        if name in people.MY_YOUNG:
            if to_me and words[at - 1] in people.MINE:
                continue  # "my girl wants nudes off me"
            if _may_be_a_mate(words, at):
                return None if mine else NOBODY
        if not to_me or not kin:
            if kin and at_home(words):
                return NOBODY  # an aunt of 17 tells of "my niece" and of her mum
            return Person(ADULT if kin else PARENT, f"my {name}")
    if mine:
        return None
    if _MY_PARENTS.isdisjoint(words) and (phrase := has(words, trades.ADULT_SAYS)):
        return Person(ADULT, phrase)
    if has(words, trades.MAY_BE_AT_WORK):
        return NOBODY
    return None


def _may_be_a_mate(words: Sequence[str], at: int) -> bool:
    """Whether "my boy" or "my girl", of whom a clause tells, may be a friend or a girlfriend."""
    begins = at < 2 or words[at - 2] in deeds.BEFORE_A_SUBJECT
    bare = words[at - 1] == "my" and words[at] not in people.LADS
    if words[at] == "baby":
        return words[at - 1] == "our"  # a brother or a sister
    return begins and bare and deeds.PARENTS_TELL.isdisjoint(words)


def _pupil(words: Sequence[str]) -> str:
    """The pupil or student whom whoever teaches them tells of; empty where there is none."""
    for at, word in enumerate(words):
        if word in people.PUPIL:
            before, after = words[at - 1 : at], words[at + 1 : at + 2]
            of_me = words[max(at - 2, 0) : at] in (["im", "a"], ["am", "a"], ["as", "a"])
            if of_me or not people.NO_PUPIL.isdisjoint((*before, *after)):
                continue
            beside = at + 3 < len(words) and words[at + 2] in people.MINE
            if not (beside and words[at + 3] in people.PLACES - people.SHARED_PLACES):
                return word
    return ""


def _of_the_child_of_somebody(words: Sequence[str]) -> Person | None:
    """Who tells of the child of a friend or a neighbour, as a grown-up does.

    A child tells of "my sisters baby" and "mums friends son" as well, so it is asked there.
    """
    for at, whose in enumerate(words[:-1]):
        end = at + 1
        while end < len(words) - 1 and (words[end] in people.BETWEEN or is_number(words[end])):
            end += 1
        if words[end] not in people.THEIR_CHILD:
            continue
        before = words[at - 1] if at else ""
        if before in people.BETWEEN and at > 1:  # "my best friends little girl"
            before = words[at - 2]
        if whose in people.NEIGHBOUR or (whose in people.MATES_OWN and before in people.MINE):
            return Person(ADULT, f"{whose} {words[end]}")
        siblings = whose in people.SIBLINGS_OWN and before in people.MINE
        if siblings or (whose in people.MATES_OWN and before in people.AT_HOME):
            return NOBODY
    return None
