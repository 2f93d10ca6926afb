"""Whom a line is about, as its speaker says: the speaker, or somebody else they worry about.

First person is the default: "my dad hits me" is about the speaker, whoever does it. Somebody else
is named only where the line says so of its speaker ("im a teacher") or of whom it happens to ("my
friend is being hit"). What is not said is left empty, to be asked. English alone: of other
languages the guide knows phrases, and no grammar.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.understanding import people, trades
from guide.understanding.corrections import is_about_somebody, is_me, without_not_me
from guide.understanding.own_harm import harmed_partner, is_own_harm, is_shared
from guide.understanding.roles import own_roles
from guide.understanding.typed import BREAK

YOUNG_PERSON, FRIEND, PARENT = "young-person", "friend", "parent"
PROFESSIONAL, ADULT, ADULT_SELF = "professional", "adult", "adult-self"
"""Values of the fact `who` of the shipped flows."""
GROWN_UPS = frozenset({PARENT, PROFESSIONAL, ADULT, ADULT_SELF})
"""Whoever says that they are under 18 is none of these."""


class Person(NamedTuple):
    """Whom a line is about, as a value of the fact `who`, and the words it was known by."""

    who: str
    by: str
    corrects: bool = False
    """Whether the line takes back whom it was said to be about before."""


BY_DEFAULT = "nobody else is named"

NOBODY = Person("", "")
"""It is not said."""

_LOOKS_AFTER = [[looks, "after"] for looks in ("look", "looks", "looking", "looked")]
_FOUND = re.compile(r"\b(i|ive|we|weve)( just)? found \b.*\b(in|on|under|behind) (her|his)\b")
"""What somebody found among another's things: a parent, or a brother."""


def about(words: Sequence[str], my_age: str = "", adult_ages: Iterable[str] = ()) -> Person:
    """Whom these words are about. `my_age` is the band the speaker says to be of, if any."""
    if is_me(words):
        who = ADULT_SELF if my_age and my_age in adult_ages else YOUNG_PERSON
        return Person(who, "it is me", corrects=True)
    left = without_not_me(words)
    whom = _whom(left, my_age, adult_ages)
    if left == list(words):
        return whom._replace(corrects=is_about_somebody(words))
    return whom._replace(corrects=True) if whom.who not in ("", YOUNG_PERSON) else NOBODY


def _whom(words: Sequence[str], my_age: str, adult_ages: Iterable[str]) -> Person:
    """Whom words are about in which nobody takes back what was said before."""
    young = bool(my_age) and my_age not in adult_ages
    grown = bool(my_age) and not young
    mine = _done_to_me(words)
    # A child who says how old they are is never taken for a grown-up, whatever other words fit.
    if not young and (other := _of_a_grown_up(words, mine=mine)):
        return Person(ADULT_SELF, other.by) if is_own_harm(words) else other
    if not grown and (friend := _of_a_friend(words, mine=mine)):
        return friend
    if grown:
        return Person(ADULT_SELF, "18 or over")
    # From here on nobody has said who they are. A wrong guess would ask a child about "the child",
    # so it is asked wherever somebody else may be meant.
    mine_alone = people.FIRST_PERSON - people.OURS
    own = next((word for word in words if word in mine_alone), "") or _at_home(words)
    if not own and (people.CHILDREN | people.SUBJECTS).isdisjoint(words):
        own = next((word for word in words if word in people.OURS), "")
    if not own and not young and _tells_of_another(words):
        return NOBODY
    if not young and words[:1] and words[0] in people.THIRD and _of_them(words):
        return NOBODY
    if not mine and not young and _friend_does(words):
        return Person(FRIEND, deed) if (deed := _deed_of_a_friend(words)) else NOBODY
    if not young and (phrase := _has(words, people.GROWN)):
        return Person(ADULT_SELF, phrase) if mine else NOBODY
    if not young and not mine and _may_be_of_a_child(words):
        return NOBODY
    return Person(YOUNG_PERSON, own or my_age or BY_DEFAULT)


def _of_a_grown_up(words: Sequence[str], *, mine: bool) -> Person | None:
    """Who says to be a parent, to work with children, or to know a child as a grown-up does."""
    for trade, _ in own_roles(words):
        if trade in trades.PARENTS:
            return Person(PARENT, trade)
        if trade in trades.KNOWS:
            return Person(ADULT, trade)
        if trade in trades.TRADES | trades.TEACHES or not mine:
            return Person(PROFESSIONAL, trade)
    if phrase := _has(words, trades.PROFESSIONAL_SAYS):
        return Person(PROFESSIONAL, phrase)
    if not mine and (phrase := _has(words, trades.AT_WORK)):
        return Person(PROFESSIONAL, phrase)
    if not mine and (pupil := _first(words, people.PUPIL)):
        return Person(PROFESSIONAL, pupil)
    for at, name in _named(words, people.MY_CHILD | people.MY_YOUNG | people.KIN | people.OLD):
        if name in people.MY_YOUNG and mine and words[at - 1] in people.MINE:
            continue  # "my girl wants nudes off me"
        if not mine or name not in people.KIN:
            return Person(ADULT if name in people.KIN else PARENT, f"my {name}")
    if mine:
        return None
    if phrase := _has(words, trades.PARENT_SAYS):
        return Person(PARENT, phrase)
    if phrase := _has(words, trades.ADULT_SAYS):
        return Person(ADULT, phrase)
    for at, word in enumerate(words[:-1]):
        if words[at + 1] in people.THEIR_CHILD and (word in people.NEIGHBOUR or word == "friends"):
            return Person(ADULT, f"{word} {words[at + 1]}")
    return None


def _of_a_friend(words: Sequence[str], *, mine: bool) -> Person | None:
    """Where it happens to a friend, a brother or a sister, or somebody at the speaker's school."""
    if phrase := _has(words, people.FOR_A_FRIEND):
        return Person(FRIEND, phrase)
    if partner := harmed_partner(words):
        return Person(FRIEND, partner)
    if mine or is_shared(words):
        return None
    for at, name in _named(words, people.MATE | people.SIBLING):
        if _happens_to(words, at):
            return Person(FRIEND, f"my {name}")
    for at, word in enumerate(words):
        place = _place_of(words, at) if word in people.FROM_A_PLACE else 0
        done_to = not people.BULLIES.isdisjoint(words[max(at - 2, 0) : at])
        if place and (done_to or _is_the_one(words[place + 1 : place + 4])):
            return Person(FRIEND, f"{word} in my {words[place]}")
    return None


def _place_of(words: Sequence[str], at: int) -> int:
    """Where the place of somebody stands, with what they are like before it; 0 where none does."""
    near = range(at + 1, min(at + 6, len(words) - 1))
    places = (my + 1 for my in near if _is_place(words[my], words[my + 1]))
    return next(places, 0) if BREAK not in words[at : at + 6] else 0


def _is_place(whose: str, place: str) -> bool:
    """Whether somebody from there is a child beside the speaker: in my class, in our year."""
    shared = whose == "our" and place in people.SHARED_PLACES
    return whose in people.MINE and place in people.PLACES and not shared


def _of_them(words: Sequence[str]) -> bool:
    """Whether a line that begins with "he" or "her" asks how to help them, or where they are."""
    if not people.OBJECT.isdisjoint(words):
        return False
    return bool(_has(words, (*people.FOR_SOMEBODY, *people.GONE_SILENT)))


def _friend_does(words: Sequence[str]) -> bool:
    """Whether a friend is told of who does something, and nobody is "I" after that."""
    friends = list(_named(words, people.MATE))
    mine_alone = people.FIRST_PERSON - people.OURS
    return bool(friends) and mine_alone.isdisjoint(words[friends[0][0] :])


def _deed_of_a_friend(words: Sequence[str]) -> str:
    """What a friend did to somebody else, who is named: "touched a younger kid". Else empty."""
    for at, _ in _named(words, people.MATE):
        deed, *whom = words[at + 1 : at + 9] or [""]
        if deed in people.DEEDS and not people.HARMED.isdisjoint(whom):
            return f"my friend {deed}"
    return ""


def _happens_to(words: Sequence[str], at: int) -> bool:
    """Whether it happens to the friend named at a place, rather than being done by them."""
    my = max(place for place in range(at) if words[place] in people.MINE)
    before = words[my - 1] if my else BREAK
    if before in people.NAMED_FIRST:
        return True
    if before in people.BEFORE_A_SUBJECT:
        after = words[at + 1 : at + 4]
        if after[:2] == ["showed", "me"]:
            after = words[at + 1 : at + 6]
        # With no apostrophe typed, "my friends" may be several of them, or somebody of theirs.
        if words[at].endswith("s") and words[at] != "sis":
            return bool(after) and after[0] not in people.SEVERAL  # "my friends mum hits him"
        return _is_the_one(after)
    if before in people.CARES_FOR or words[max(my - 2, 0) : my] in _LOOKS_AFTER:
        return False
    if before in people.HANDED | people.DEEDS:
        return not _does(words[:my])
    return before not in people.NOT_TO_WHOM


def _does(before: Sequence[str]) -> bool:
    """Whether it is the speaker who does the deed that these words end with: "i also touched"."""
    subject = next((word for word in before[-2::-1] if word not in people.BESIDE_A_DEED), "")
    return subject in people.DOERS


def _is_the_one(after: Sequence[str]) -> bool:
    """Whether the words after somebody say what happens to them, and not what they do."""
    if not after or after[0] == BREAK:
        return True
    if after[0] in people.TELLS and not people.SEVERAL_TOLD.isdisjoint(after[1:2]):
        return False  # "my sister told everyone"
    if people.HARMED_SELF & set(after):
        return True
    if after[:2] == ["showed", "me"]:
        return not people.SHOWN.isdisjoint(after)
    if after[0] == "always":
        return not people.ALWAYS.isdisjoint(after[1:2])
    return after[0].rstrip("s") not in people.DOES and (
        after[0] in people.SUFFERS and people.DOES.isdisjoint(after[:2])
    )


def _done_to_me(words: Sequence[str]) -> bool:
    """Whether something is done to the speaker, or to what is theirs."""
    line = f" {' '.join(words)} "
    for phrase in (*people.HARMLESS, *trades.AT_WORK):
        line = line.replace(f" {phrase} ", "  ")
    left = line.split(" ")
    if not people.OBJECT.isdisjoint(left):
        return True
    return any(
        word in people.MINE and _is_thing(left[at + 1 : at + 3]) for at, word in enumerate(left)
    )


def _is_thing(after: Sequence[str]) -> bool:
    """Whether what is "my" is a thing or a part of the body: my pic, my room, my leg."""
    return (
        bool(after)
        and after[0] not in people.NOT_A_THING
        and bool(after[0])
        and not after[0][0].isdecimal()
    )


def _named(words: Sequence[str], names: frozenset[str]) -> Iterable[tuple[int, str]]:
    """Where "my" or "our" names one of these, a word or two between: "my little brother"."""
    for at, word in enumerate(words):
        if word not in people.MINE:
            continue
        end = at + 1
        # Room for an age and a word or two before the name.
        while end < len(words) and end < at + 6 and _between(words[end]):
            if words[end] in names and (end + 1 == len(words) or not _goes_on(words[end + 1])):
                break
            end += 1
        if end < len(words) and words[end] in names and not _goes_on(words[end + 1 : end + 2]):
            yield end, words[end]


def _between(word: str) -> bool:
    return word in people.BETWEEN or word[:1].isdecimal() or word in ("kid", "baby")


def _goes_on(after: Sequence[str] | str) -> bool:
    """Whether somebody else is named through them: "my kid brother", "my friends dad"."""
    word = after if isinstance(after, str) else (after[0] if after else "")
    return word in people.SIBLING or word in people.MATE


def _tells_of_another(words: Sequence[str]) -> bool:
    """Whether somebody is spoken of, and not the speaker."""
    return bool((people.THIRD | people.CHILDREN | people.SUBJECTS) & set(words))


def _may_be_of_a_child(words: Sequence[str]) -> bool:
    """Whether somebody is told of whom a parent or a neighbour may speak of so."""
    known = _speaks_of_children(words) or _has(words, people.KNOWN)
    return bool(known) or bool(_FOUND.search(" ".join(words)))


def _speaks_of_children(words: Sequence[str]) -> bool:
    """Whether the speaker may be a grown-up who tells of a child."""
    named = _first(words, people.CHILDREN) or _has(words, people.YOUNG_ONES)
    return bool(named) or _speaks_of_two(words)


def _speaks_of_two(words: Sequence[str]) -> bool:
    """Whether a "he" and a "her" are spoken of: the speaker may be telling of somebody else."""
    his: set[str] = {"he", "hes", "him", "man", "guy", "bloke"}
    hers = {"her", "she", "shes", "girl"}
    return bool(his & set(words)) and bool(hers & set(words))


def _at_home(words: Sequence[str]) -> str:
    for at, word in enumerate(words):
        if word in people.AT_HOME and (not at or words[at - 1] not in people.WHOSE):
            return word
    return ""


def _first(words: Sequence[str], names: frozenset[str]) -> str:
    return next((word for word in words if word in names), "")


def _has(words: Sequence[str], phrases: Iterable[str]) -> str:
    line = f" {' '.join(words)} "
    return next((phrase for phrase in phrases if f" {phrase} " in line), "")
