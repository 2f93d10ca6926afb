"""Whom a line is about, as its speaker says: the speaker, or somebody else they worry about.

First person is the default: "my dad hits me" is about the speaker, whoever does it. Somebody else
is named only where the line says so of its speaker ("im a teacher") or of whom it happens to ("my
friend is being hit"). What is not said is left empty, to be asked. English alone: of other
languages the guide knows phrases, and no grammar.
"""

import re
from collections.abc import Iterable, Sequence

from guide.understanding.whom import deeds, people
from guide.understanding.whom.corrections import is_about_somebody, is_me, without_not_me
from guide.understanding.whom.first_person import at_home, happens_to_me, has, is_object
from guide.understanding.whom.friends import deed_of_a_friend, of_a_friend, tells_of_a_friend
from guide.understanding.whom.grown_ups import of_a_grown_up
from guide.understanding.whom.named import named_as_mine, with_my
from guide.understanding.whom.own_harm import is_own_harm
from guide.understanding.whom.person import (
    ADULT_SELF,
    BY_DEFAULT,
    FRIEND,
    NOBODY,
    YOUNG_PERSON,
    Person,
)

_STEP = frozenset({"stepdad", "stepmum", "step"})
_OWN_LIFE = people.AT_HOME | _STEP | {"my", "mine", "showed", "sent"}
"""Words of whoever may be telling of themselves, though they speak of what is his."""
_WORRIED = re.compile(
    r"\b(worried|scared|concerned) (about|for) (?!my|me|our|being|getting|going|what|it|if|that|"
    r"the|this|telling|how|when|school|exams?|homework|him|life|everything|people|someone|all)\w{3,}"
)
_TELLS_OF_THEMSELVES = re.compile(
    r"(shes|hes|she|he) ?(has|s)? ?(given|gave) me (her|his|all)\b|"
    r"(she|he|shes|hes)( has| have)?( just| only| finally)? (told|tells) (me|us) (at|in|just|today|"
    r"yesterday|last|(her|his|that her|that his) \w*(dad|mum|uncle|father|mother|brother|coach|"
    r"teacher|cousin|boyfriend|auntie|nan)\b)"
)
"""How somebody begins who was told by a child, or by a friend."""
_FOUND = re.compile(r"\b(i|ive|we|weve)( just)? found \b.*\b(in|on|under|behind) (her|his)\b")
"""What somebody found among another's things: a parent, or a brother."""
_A_CHILD = re.compile(
    r"\b(year|yr|y) ?\d+ (girls?|boys?|pupils?|students?|kids?|lads?|child|children)\b|"
    r"\b(sixth|6th) formers?\b|"
    r"\b\w+ (year|yr|yrs|years) olds? (\w+ )?(in|at|from) (my|our|the|this) (group|class|set|care|"
    r"club|nursery|unit|ward|team|room|session|setting|home|caseload)\b|"
    r"\b(in|from) (my|our) (class|form|group|set|tutor group|nursery|reception)"
    r"( (keeps|has|had))? (comes?|came|coming|turns|turned|arrives|arrived) (in|up|into)\b|"
    r"^(a|an|one|another|this|the) (\w+ ){0,2}?(\d+|\w+teen) (year|yr)s? olds? (\w+ )?(told|tells|"
    r"has|had|came|said|disclosed|keeps|is|was|who)\b|"
    r"^(a|an|one|another) (year|yr|y) \d+ (in|at|from|on|told|has|keeps|came|said|of)\b|"
    r"^(a|an|one|another|this) (\w+ )?(lad|boy|girl|kid|child|youngster|young (lad|person|girl|"
    r"man|woman)|teenager|pupil|student|patient|resident|player|cadet|scout|guide|brownie|cub) "
    r"(at|in|from|on) (my|our) (youth )?(club|team|unit|ward|clinic|surgery|squad|service|"
    r"caseload|troop|nursery|group|care|church|practice|hostel)\b|"
    r"^their (father|mother|dad|mum)\b|"
    r"\bcant be (more|older|over) (than )?\w+\b|\b(no|not) older than \w+\b|"
    r"\bmy (sister|brother|cousin|mate|friend)\b.*\b(shes|hes|got|has|with) "
    r"((got|a|her|his|two|three) )*(\w+ (year|yr|month|week) olds?|baby|toddler|newborn|kids)\b"
)
"""How a child is named by who teaches them or lives near, and by another child now and then."""

_ANOTHERS_CHILD = re.compile(
    r"\bmy (daughters|sons|kids|childs|boys|girls) (best )?(friend|mate|bestie|classmate)\b|"
    r"\bthe (boy|girl|child|kid|lad|baby|toddler)s (mum|mam|dad|parents|stepdad|mother|father)\b"
)
"""Another's child, whom a parent or a neighbour tells of."""


def about(words: Sequence[str], my_age: str = "", adult_ages: Iterable[str] = ()) -> Person:
    """Whom these words are about. `my_age` is the band the speaker says to be of, if any."""
    if is_me(words):
        who = ADULT_SELF if my_age and my_age in adult_ages else YOUNG_PERSON
        return Person(who, "it is me", corrects=True)
    left = without_not_me(words)
    whom = _whom(with_my(left), my_age, adult_ages)
    if left == list(words):
        return whom._replace(corrects=is_about_somebody(words))
    return whom._replace(corrects=True) if whom.who not in ("", YOUNG_PERSON) else NOBODY


def _whom(words: Sequence[str], my_age: str, adult_ages: Iterable[str]) -> Person:
    """Whom words are about in which nobody takes back what was said before."""
    young = bool(my_age) and my_age not in adult_ages
    grown = bool(my_age) and not young
    mine = happens_to_me(words)
    if not young and not mine and _ANOTHERS_CHILD.search(" ".join(words)):
        return NOBODY
    # A child who says how old they are is never taken for a grown-up, whatever other words fit.
    if not young and (other := of_a_grown_up(words, mine=mine)):
        return Person(ADULT_SELF, other.by) if is_own_harm(words) else other
    if not young and not mine and _A_CHILD.search(" ".join(words)):
        return NOBODY
    if not grown and (friend := of_a_friend(words, mine=mine)):
        return Person(FRIEND, friend)
    if grown:
        return Person(ADULT_SELF, "18 or over")
    # From here on nobody has said who they are. A wrong guess would ask a child about "the child",
    # so it is asked wherever somebody else may be meant.
    mine_alone = people.FIRST_PERSON - people.OURS
    own = next((word for word in words if word in mine_alone), "") or at_home(words)
    if not own and (people.CHILDREN | people.SUBJECTS).isdisjoint(words):
        own = next((word for word in words if word in people.OURS), "")
    if not own and not young and _tells_of_another(words):
        return NOBODY
    if not young and _tells_of_them(words, mine=mine):
        return NOBODY
    if (
        not young
        and _OWN_LIFE.isdisjoint(words)
        and _of_them(words)
        and not people.THIRD.isdisjoint(words)
    ):
        return NOBODY
    if not mine and not young and tells_of_a_friend(words):
        return Person(FRIEND, deed) if (deed := deed_of_a_friend(words)) else NOBODY
    if not young and (phrase := has(words, people.GROWN)):
        return Person(ADULT_SELF, phrase) if mine and at_home(words) == "" else NOBODY
    if not young and (_worries_about_somebody(words) or _may_be_at_home(words)):
        return NOBODY
    if not young and not mine and (_looks_on(words) or _TELLS_OF_THEMSELVES.match(" ".join(words))):
        return NOBODY
    if not young and not mine and _may_be_of_a_child(words):
        return NOBODY
    return Person(YOUNG_PERSON, own or my_age or BY_DEFAULT)


def _worries_about_somebody(words: Sequence[str]) -> bool:
    """Whether somebody with a name is worried about: "me and my mates are worried about ellie"."""
    return bool(_WORRIED.search(" ".join(words))) and not people.THIRD.isdisjoint(words)


def _may_be_at_home(words: Sequence[str]) -> bool:
    """Whether a parent may tell of what "the kids" see, or of a partner who is at children."""
    if at_home(words) or not _STEP.isdisjoint(words):
        return False
    household = any(name for _, name in named_as_mine(words, people.HOUSEHOLD))
    at_children = household and not people.AT_CHILDREN.isdisjoint(words) and not is_object(words)
    return at_children or bool(has(words, deeds.THE_KIDS))


def _looks_on(words: Sequence[str]) -> bool:
    """Whether the speaker tells of what is "hers" or "his": her mum, his phone, her arms."""
    if not (_OWN_LIFE - {"mine"}).isdisjoint(words):
        return False
    near = people.HIS_ELDERS | deeds.THEIRS
    begins = words[:1] in (["her"], ["his"]) and not people.HIS_ELDERS.isdisjoint(words[1:3])
    if deeds.LOOKS_ON.isdisjoint(words) and not begins:
        return False
    return any(
        word in ("her", "his") and not near.isdisjoint(words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _tells_of_them(words: Sequence[str], *, mine: bool) -> bool:
    """Whether somebody is told of who is named by "he" or "she" alone, and the speaker is not."""
    first = not people.THIRD.isdisjoint(words[:1])
    if _OWN_LIFE.isdisjoint(words) and not people.THIRD.isdisjoint(words):
        return _of_them(words) or (first and "us" in words and not mine)
    return first and _of_them(words)


def _of_them(words: Sequence[str]) -> bool:
    """Whether a line that begins with "he" or "her" asks how to help them, or where they are."""
    if not people.OBJECT.isdisjoint(words):
        return False
    return bool(has(words, (*deeds.FOR_SOMEBODY, *deeds.GONE_SILENT)))


def _tells_of_another(words: Sequence[str]) -> bool:
    """Whether somebody is spoken of, and not the speaker."""
    return bool((people.THIRD | people.CHILDREN | people.SUBJECTS) & set(words))


def _may_be_of_a_child(words: Sequence[str]) -> bool:
    """Whether somebody is told of whom a parent or a neighbour may speak of so."""
    known = _speaks_of_children(words) or has(words, people.KNOWN)
    return bool(known) or bool(_FOUND.search(" ".join(words)))


def _speaks_of_children(words: Sequence[str]) -> bool:
    """Whether the speaker may be a grown-up who tells of a child."""
    named = _first(words, people.CHILDREN) or has(words, people.YOUNG_ONES)
    return bool(named) or (_speaks_of_two(words) and not at_home(words) and "parents" not in words)


def _speaks_of_two(words: Sequence[str]) -> bool:
    """Whether a "he" and a "her" are spoken of: the speaker may be telling of somebody else."""
    his: set[str] = {"he", "hes", "him", "man", "guy", "bloke"}
    hers = {"her", "she", "shes", "girl"}
    return bool(his & set(words)) and bool(hers & set(words))


def _first(words: Sequence[str], names: frozenset[str]) -> str:
    return next((word for word in words if word in names), "")
