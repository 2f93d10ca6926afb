"""Where it happens to a friend, a brother or a sister, or somebody at the speaker's school.

What they do to the speaker is about the speaker: "my friend hits me", "my sister told everyone".
"""

import re
from collections.abc import Sequence

from guide.understanding.typed import BREAK
from guide.understanding.whom import deeds, people
from guide.understanding.whom.named import is_number, named_as_mine
from guide.understanding.whom.own_harm import harmed_partner, is_shared, is_unkind

_FOR_A_FRIEND = re.compile(
    r"\b(?<!says )(?<!said )(asking for a (friend|mate)|its for a (friend|mate)|"
    r"about a (friend|mate)|its about my (friend|mate))\b"
)
"""What somebody says who comes for a friend; "she says its for a friend" is another's excuse."""
_OF_CHILDREN = re.compile(
    r"\b(her|his|their|the) (\w+ )?(kids|children|little ones|weans|bairns|toddlers?|twins|"
    r"stepdaughters?|stepsons?|sons?|daughters?|stepkids)\b"
)
"""Whose children a grown-up may be worried about: who speaks is asked then."""
_LOOKS_AFTER = [[looks, "after"] for looks in ("look", "looks", "looking", "looked")]
_CLAUSES = frozenset({BREAK, "and", "but", "so", "because", "cos", "when", "if", "that", "or"})
_SUBJECTS = people.OTHERS | people.HIS_ELDERS
"""Who does something to a brother or a friend, where it is not the speaker."""
_MOST_BETWEEN = 6
"""So many words stand at most between somebody and where they are a child beside the speaker."""


def of_a_friend(words: Sequence[str], *, mine: bool) -> str:
    """The words by which a friend is known to whom it happens; empty where it is none."""
    if match := _FOR_A_FRIEND.search(" ".join(words)):
        return match[0]
    if partner := harmed_partner(words):
        return partner
    if mine or is_shared(words) or _OF_CHILDREN.search(" ".join(words)):
        return ""
    for at, name in named_as_mine(words, people.MATE | people.SIBLING):
        if _happens_to(words, at):
            return f"my {name}"
    for at, word in enumerate(words):
        place = _place_of(words, at) if word in people.FROM_A_PLACE else 0
        if place and (_is_done_to(words, at) or _is_the_one(words[place + 1 : place + 4])):
            return f"{word} in my {words[place]}"
    return ""


def tells_of_a_friend(words: Sequence[str]) -> bool:
    """Whether a friend is told of who does something, and nobody is "I" after that."""
    friends = [
        name for name in named_as_mine(words, people.MATE) if not _are_several(words, name[0])
    ]
    mine_alone = people.FIRST_PERSON - people.OURS
    return bool(friends) and mine_alone.isdisjoint(words[friends[0][0] :])


def deed_of_a_friend(words: Sequence[str]) -> str:
    """What a friend did to somebody else, who is named: "touched a younger kid". Else empty."""
    for at, _ in named_as_mine(words, people.MATE):
        deed, *whom = words[at + 1 : at + 9] or [""]
        if deed in deeds.DEEDS and not people.HARMED.isdisjoint(whom):
            return f"my friend {deed}"
    return ""


def _place_of(words: Sequence[str], at: int) -> int:
    """Where the place of somebody stands, with what they are like before it; 0 where none does."""
    for my in range(at + 1, min(at + _MOST_BETWEEN, len(words) - 1)):
        if words[my] == BREAK:
            return 0
        place = my + 1 + (words[my + 1] in people.SUBJECTS_TAUGHT)
        if place < len(words) and _is_place(words[my], words[place]):
            return place
    return 0


def _is_place(whose: str, place: str) -> bool:
    """Whether somebody from there is a child beside the speaker: in my class, in our year."""
    shared = whose == "our" and place in people.SHARED_PLACES
    return whose in people.MINE and place in people.PLACES and not shared


def _is_done_to(words: Sequence[str], at: int) -> bool:
    """Whether it is done to whom stands here: "picking on this boy", "a pic of a girl"."""
    before = words[max(at - 2, 0) : at]
    if not deeds.BULLIES.isdisjoint(before):
        return True
    return before[:1] == ["of"] and not deeds.SHOWN_OF.isdisjoint(words[max(at - 4, 0) : at - 2])


def _happens_to(words: Sequence[str], at: int) -> bool:
    """Whether it happens to the friend named at a place, rather than being done by them."""
    my = max(place for place in range(at) if words[place] in people.MINE)
    before = words[my - 1] if my else BREAK
    after = words[at + 1 : at + 12]
    beside = before == "and" and words[my - 2] in people.AT_HOME | people.SIBLING | people.MATE
    if beside and _is_told_by_the_speaker(words[: my - 3]):
        return False  # "i look after my mum and my sister"
    one_of = list(words[max(my - 2, 0) : my]) == ["one", "of"]
    if one_of or before in deeds.BEFORE_A_SUBJECT:
        # With no apostrophe typed, "my friends" may be several of them, or somebody of theirs.
        if words[at].endswith("s") and words[at] != "sis" and not one_of:
            if words[at] in people.SIBLING:  # "my brothers being hit", not "my brothers name"
                return after[:1] == [BREAK] or any(map(_is_of_siblings, after[:1]))
            if after and after[0] in people.HIS_ELDERS:  # "my friends mum hits him"
                return not {"him", "her", "them", "herself", "himself"}.isdisjoint(after)
            return bool(after) and not _are_several(words, at)
        return _is_the_one(after) or (_is_name(after) and _is_the_one(after[1:]))
    if before in deeds.CARES_FOR or list(words[max(my - 2, 0) : my]) in _LOOKS_AFTER:
        return False
    if before in ("about", "for"):
        return my == 1 or not deeds.WORRIES.isdisjoint(words[max(my - 4, 0) : my])
    if _is_told_by_the_speaker(words[:my]):
        return before in deeds.PERCEIVES and _is_the_one(after)
    return not (before in deeds.NOT_TO_WHOM - deeds.HANDED or _is_threatened(words[:my]))


def _is_threatened(before: Sequence[str]) -> bool:
    """Whether the speaker is told what will be done to another, if they do not obey."""
    if {"if", "unless", "or"}.isdisjoint(before) or deeds.DOERS.isdisjoint(before):
        return False
    return not deeds.WILL.isdisjoint(before[-4:])


def _is_of_siblings(after: str) -> bool:
    return after in deeds.OF_SIBLINGS or is_number(after)


def _are_several(words: Sequence[str], at: int) -> bool:
    """Whether many friends are named here: "my friends are", "my friends would"."""
    return words[at].endswith("s") and not deeds.SEVERAL.isdisjoint(words[at + 1 : at + 2])


def _is_name(after: Sequence[str]) -> bool:
    """Whether a first name stands after "my mate": "my mate sam is sleeping rough"."""
    known = deeds.DOES | deeds.SUFFERS | deeds.SEVERAL | deeds.TELLS | deeds.NO_NAMES
    return len(after) > 1 and after[0] not in known and after[1] in deeds.AFTER_A_NAME


def _is_told_by_the_speaker(before: Sequence[str]) -> bool:
    """Whether it is the speaker who does what these words end with: "i also touched".

    With no room for anybody before the verb the "I" is left out: "raising my sisters".
    """
    clause: list[str] = []
    for word in reversed(before):
        if word in deeds.DOERS:
            return True
        if word in _SUBJECTS:
            return False
        if word in _CLAUSES:
            break
        clause.append(word)
    return len(clause) < 2


def _is_the_one(after: Sequence[str]) -> bool:
    """Whether the words after somebody say what happens to them, and not what they do."""
    if not after or after[0] == BREAK:
        return True
    if after[0] in ("he", "she", "they") and len(after) > 1:  # "a lad in my form he has no lunch"
        return _is_the_one(after[1:])
    if after[0] in ("her", "his") and after[1:2] and after[1] in people.HIS_ELDERS:
        return True  # "this girl in my class her boyfriend makes her"
    if after[0] in deeds.TELLS and not deeds.SEVERAL_TOLD.isdisjoint(after[1:2]):
        return False  # "my sister told everyone"
    if after[0] in deeds.SAYS and people.THIRD.isdisjoint(after):
        return "i" not in after  # "bestie says go to hospital before i shower"
    near = after[:3]
    if "being" in near and is_unkind(after[near.index("being") + 1 :]):
        return False  # "my friend is being mean"
    if deeds.HARMED_SELF & set(near):
        return True
    if near[:2] == ["showed", "me"]:
        return not deeds.SHOWN.isdisjoint(after)
    if near[0] == "always":
        return not deeds.ALWAYS.isdisjoint(near[1:2])
    return near[0].rstrip("s") not in deeds.DOES and (
        near[0] in deeds.SUFFERS and deeds.DOES.isdisjoint(near[:2])
    )
