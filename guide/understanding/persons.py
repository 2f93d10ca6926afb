"""Whom a line is about, as its speaker says: the speaker, or somebody else they worry about.

First person is the default: "my dad hits me" is about the speaker, whoever does it. Somebody else
is named only where the line says so of its speaker ("im a teacher") or of whom it happens to ("my
friend is being hit"). What is not said is left empty, to be asked. English alone: of other
languages the guide knows phrases, and no grammar.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.understanding.typed import BREAK

ME, FRIEND, PARENT = "young-person", "friend", "parent"
PROFESSIONAL, ADULT, ADULT_SELF = "professional", "adult", "adult-self"
"""Values of the fact `who` of the shipped flows."""
GROWN_UP = frozenset({PARENT, PROFESSIONAL, ADULT, ADULT_SELF})
"""Whoever says that they are under 18 is none of these."""

_FIRST = frozenset({"i", "im", "iam", "ive", "id", "ill", "me", "my", "mine", "myself", "we", "us"})
_FIRST |= {"our", "ours", "weve", "were"} - {"were"}
_AT_HOME = frozenset({"mum", "mam", "mom", "mummy", "mommy", "dad", "daddy", "mums", "dads"})
"""Whom only their own child calls so, where no "her" or "his" stands before."""
_WHOSE = frozenset({"her", "his", "their", "hers", "the", "a", "an", "another", "whose", "friends"})
_MINE = frozenset({"my", "our", "ma"})
_OBJECT = frozenset({"me", "myself", "us"})

_MY_CHILD = frozenset(
    {
        *("son", "sons", "daughter", "daughters", "child", "childs", "children", "kid", "kids"),
        *("toddler", "teen", "teenager", "stepson", "stepdaughter", "grandson", "granddaughter"),
        *("grandchild", "grandchildren", "eldest", "youngest", "twins", "lass", "ds", "dd"),
        *("stepchild", "grandkids", "kiddo", "childrens", "grandsons", "granddaughters"),
    }
)
_OLD = frozenset({"old", "olds", "yo", "yrold", "yearold"})
_MY_YOUNG = frozenset({"girl", "boy", "baby", "girls", "boys", "lad", "lads"})
"""Said of a child, and of a partner or a friend as well."""
_BETWEEN = frozenset(
    {
        *("little", "own", "two", "three", "both", "foster", "step", "adopted", "eldest", "young"),
        *("youngest", "older", "younger", "middle", "teenage", "oldest", "poor", "year", "yr"),
        *("nearly", "almost", "just", "turned", "six", "seven", "eight", "nine", "ten", "eleven"),
        *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "yr", "five", "four"),
        *("dear", "best", "close", "good", "big", "baby", "kid", "twin", "half", "other", "wee"),
    }
)
"""Words that stand between "my" and whom it is about."""
_SIBLING = frozenset(
    {
        *("brother", "sister", "brothers", "sisters", "cousin", "cousins", "stepbrother", "bro"),
        *("stepsister", "sis", "bruv", "cuz"),
    }
)
_MATE = frozenset(
    {
        *("friend", "freind", "frend", "frnd", "mate", "m8", "bestie", "bff", "besty", "bsf"),
        *("pal", "bestfriend", "friends", "mates", "besties"),
    }
)
_SEVERAL = frozenset({"are", "have", "all", "keep", "were", "dont", "left", "hate", "think", "and"})
"""What follows friends who are many, where it would follow no "friend's"."""
_CHILDREN = frozenset(
    {
        *("child", "children", "kid", "kids", "toddler", "pupil", "pupils", "student", "students"),
        *("schoolchildren", "youngsters", "bairns", "underage", "neighbour", "stranger"),
        *("childrens", "baby", "teenager", "teenagers", "minor", "minors", "husbands"),
    }
)
"""Whom a grown-up may be telling of: who speaks is not said then."""
_PUPIL = frozenset({"pupil", "pupils", "student", "students"})
_THEIR_CHILD = frozenset({"son", "daughter", "child", "kid", "kids", "children", "girl", "boy"})
_THEIR_CHILD |= {"sons", "daughters", "baby", "toddler", "childs", "lad", "girls", "boys"}
_KIN = frozenset({"niece", "nephew", "godson", "goddaughter", "godchild", "nephews", "nieces"})
_NEIGHBOUR = frozenset({"neighbour", "neighbours", "neighbor", "neighbors"})

_I_AM = (("im",), ("iam",), ("i", "am"), ("as",), ("im", "actually"), ("i", "work", "as"))
_WORKS = frozenset(
    {
        *("teacher", "ta", "headteacher", "tutor", "nurse", "coach", "gp", "doctor", "midwife"),
        *("paediatrician", "childminder", "counsellor", "therapist", "dsl", "lecturer", "senco"),
        *("psychologist", "chaplain", "vicar", "paramedic", "headmaster", "headmistress"),
    }
)
_WORKS_TWO = frozenset(
    {
        *("teaching assistant", "youth worker", "social worker", "school nurse", "scout leader"),
        *("brownie leader", "cub leader", "guide leader", "police officer", "safeguarding lead"),
        *("pastoral lead", "football coach", "dance teacher", "swimming coach", "support worker"),
        *("family worker", "nursery worker", "head teacher", "youth leader", "sunday school"),
        *("care worker", "health visitor", "residential worker", "swim coach", "gym coach"),
        *("music teacher", "piano teacher", "primary teacher", "supply teacher", "form tutor"),
    }
)
_PARENTS = frozenset(
    {
        *("mum", "mam", "mom", "dad", "parent", "carer", "guardian", "nan", "gran", "grandad"),
        *("grandparent", "stepmum", "stepdad", "grandma", "grandmother", "grandfather"),
        *("stepparent", "mother", "father"),
    }
)
_PROFESSIONAL_SAYS = (
    *("i work with", "i teach", "i coach", "i support", "on my caseload", "in my care"),
    *("my caseload", "one of our young people", "one of our kids", "one of our members"),
    *("one of my class", "one of my lot", "service user", "my client", "our setting"),
    *("my setting", "disclosed to me", "disclosed to a", "made a disclosure", "our nursery"),
    *("one of our girls", "one of our boys", "one of our children", "our youth club"),
    *("one of my brownies", "one of my cubs", "one of my scouts", "one of my kids at"),
    *("my tutor group", "i volunteer", "one of my colleagues"),
    *("in our unit", "at our unit", "our residents", "our service users", "our pupils"),
)
_ADULT_SAYS = (
    *("a child i know", "a kid i know", "someone elses child", "someone elses kid"),
    *("children next door", "kids next door", "child next door", "kid next door"),
    *("girl next door", "boy next door", "toddler next door", "baby next door"),
    *("kid on my street", "kids on my street", "child on my street", "a few doors down"),
    *("family next door", "a neighbours"),
)
_GROWN = (
    *("im an adult", "i am an adult", "im a grown man", "im a grown woman", "i am a grown man"),
    *("i am a grown woman", "im a grown up", "im over 18", "i am over 18", "my husband"),
    *("my wife", "my fiance", "my ex husband", "my ex wife", "when i was a child", "as a child"),
    *("my childhood", "adult survivor", "i am a grown up", "im a woman", "im a man"),
    *("i am a man", "i am a woman", "as an adult", "my grown up", "my exhusband", "my exwife"),
)
_FOR_A_FRIEND = ("asking for a friend", "its for a friend", "about a friend", "its about my friend")
_HARMLESS = (
    *("told me about", "told me that", "told me she", "told me he", "told me her", "told me his"),
    *("told me they", "tells me she", "tells me he", "confided in me", "came to me", "not me"),
    *("showed me the", "showed me her", "showed me his", "scares me", "worries me", "upsets me"),
    *("makes me sad", "makes me worried", "let me help", "help me help", "rang me", "told me"),
    *("says to me she", "said to me", "opened up to me", "disclosed to me", "bothers me"),
    *("near us", "by us", "next to us", "made me promise", "me to promise", "next to mine", "worrying me", "scaring me", "breaks my heart", "what do i", "tell me what"),
)
"""What is done to the speaker, and is not what is the matter."""
_PLACES = frozenset(
    {
        *("class", "year", "yr", "form", "school", "skool", "team", "club", "street", "road"),
        *("church", "mosque", "work", "college", "area", "town", "estate", "group", "age", "set"),
    }
)
_KNOWN_FROM = ("girl", "boy", "lad", "kid", "person", "someone", "somebody", "guy", "sum1", "gurl")
_SUFFERS = frozenset(
    {
        *("is", "was", "gets", "got", "has", "hasnt", "isnt", "keeps", "feels", "wants", "cant"),
        *("cuts", "selfharms", "self", "hurts", "thinks", "had", "sent", "met", "just", "might"),
        *("been", "being", "never", "goes", "went", "lives", "needs", "doesnt", "says", "said"),
        *("told", "tells", "tried", "are", "who", "took", "wont", "talks", "may", "came", "age"),
        *("aged", "and", "hates", "looks", "seems", "s", "also", "ran", "thats", "stopped"),
        *("hasn", "cries", "started", "whos", "shes", "hes", "theyre", "someone", "a", "still"),
        *("posted", "does", "did", "lost", "found", "wrote", "drinks", "smokes"),
    }
)
"""What may follow whom it happens to."""
_DOES = frozenset(
    {
        *("asking", "asks", "sending", "sends", "showing", "shows", "sharing", "shares", "calling"),
        *("hitting", "touching", "following", "messaging", "texting", "saying", "bullying"),
        *("threatening", "blackmailing", "forcing", "making", "pressuring", "pushing", "trying"),
        *("spreading", "posting", "posted", "made", "nicking", "stealing", "taking", "filming"),
        *("filmed", "shared", "kissing", "grabbing", "coming", "staring", "mean", "horrible"),
    }
)
"""What somebody does who does it to another."""
_ITSELF = frozenset({"herself", "himself", "themself", "themselves", "hurt", "being", "getting"})
_BEFORE_A_SUBJECT = frozenset(
    {
        *(BREAK, "and", "but", "so", "because", "cos", "when", "if", "that", "think", "thinks"),
        *("know", "hi", "hey", "n", "hello", "then", "now", "says", "said", "pls", "please"),
        *("worried", "scared", "its", "is", "today", "yesterday", "basically", "ok", "how", "as"),
    }
)
_NOT_TO_WHOM = frozenset(
    {
        *("with", "from", "by", "of", "like", "than", "at", "told", "tell", "asked", "ask", "me"),
        *("sent", "send", "showed", "show", "told", "to", "in", "on", "without", "behind", "off"),
        *("between", "near", "shouts", "lost", "miss", "love", "hate", "or", "and", "are", "be"),
        *("b", "kissed", "kiss", "like", "fancy", "meet", "met", "see", "saw", "lost"),
    }
)
_HANDED = frozenset({"told", "asked", "sent", "showed", "sends", "asks", "tells", "shows"})
"""What is done to a friend by another, and by "I" is only how the speaker lives."""
_THIRD = frozenset({"he", "hes", "him", "his", "she", "shes", "her", "they", "theyre", "them"})
_NAMED_FIRST = frozenset({"about", "for"})


class Person(NamedTuple):
    """Whom a line is about, as a value of the fact `who`, and the words it was known by."""

    who: str
    by: str


BY_DEFAULT = "nobody else is named"

NOBODY = Person("", "")
"""It is not said."""


def about(words: Sequence[str], my_age: str = "", adult_ages: Iterable[str] = ()) -> Person:
    """Whom these words are about. `my_age` is the band the speaker says to be of, if any."""
    young = bool(my_age) and my_age not in adult_ages
    grown = bool(my_age) and not young
    mine = _done_to_me(words)
    if not young and (other := _of_a_grown_up(words, mine=mine)):
        return other
    if not grown and (friend := _of_a_friend(words, mine=mine)):
        return friend
    if grown:
        return Person(ADULT_SELF, "18 or over")
    own = next((word for word in words if word in _FIRST), "") or _at_home(words)
    if not own and not young and _tells_of_another(words):
        return NOBODY
    if not young and (phrase := _has(words, _GROWN)):
        return Person(ADULT_SELF, phrase) if mine else NOBODY
    if not young and not mine and (_first(words, _CHILDREN) or _speaks_of_two(words)):
        return NOBODY
    return Person(ME, own or my_age or BY_DEFAULT)


def _of_a_grown_up(words: Sequence[str], *, mine: bool) -> Person | None:
    """Who says to be a parent, to work with children, or to know a child as a grown-up does."""
    for trade in _trades(words):
        if trade in _WORKS or trade in _WORKS_TWO:
            return Person(PROFESSIONAL, trade)
        if trade in _PARENTS:
            return Person(PARENT, trade)
    if phrase := _has(words, _PROFESSIONAL_SAYS):
        return Person(PROFESSIONAL, phrase)
    if not mine and (pupil := _first(words, _PUPIL)):
        return Person(PROFESSIONAL, pupil)
    for at, name in _named(words, _MY_CHILD | _MY_YOUNG | _KIN | _OLD):
        if name in _MY_YOUNG and mine and words[at - 1] in _MINE:
            continue  # "my girl wants nudes off me"
        if not mine or name not in _KIN:
            return Person(ADULT if name in _KIN else PARENT, f"my {name}")
    if mine:
        return None
    if phrase := _has(words, _ADULT_SAYS):
        return Person(ADULT, phrase)
    for at, word in enumerate(words[:-1]):
        if words[at + 1] in _THEIR_CHILD and (word in _NEIGHBOUR or word == "friends"):
            return Person(ADULT, f"{word} {words[at + 1]}")
    return None


def _of_a_friend(words: Sequence[str], *, mine: bool) -> Person | None:
    """Where it happens to a friend, a brother or a sister, or somebody at the speaker's school."""
    if phrase := _has(words, _FOR_A_FRIEND):
        return Person(FRIEND, phrase)
    if mine:
        return None
    for at, name in _named(words, _MATE | _SIBLING):
        if _happens_to(words, at):
            return Person(FRIEND, f"my {name}")
    for at, word in enumerate(words[:-3]):
        place = words[at + 3]
        if word in _KNOWN_FROM and words[at + 2] in _MINE and place in _PLACES:
            if _is_the_one(words[at + 4 : at + 7]):
                return Person(FRIEND, f"{word} in my {place}")
    return None


def _happens_to(words: Sequence[str], at: int) -> bool:
    """Whether it happens to the friend named at a place, rather than being done by them."""
    my = max(place for place in range(at) if words[place] in _MINE)
    before = words[my - 1] if my else BREAK
    if before in _NAMED_FIRST:
        return True
    if before in _BEFORE_A_SUBJECT:
        after = words[at + 1 : at + 4]
        if words[at].endswith("s") and words[at] != "sis":
            return bool(after) and after[0] not in _SEVERAL  # "my friends mum hits him"
        return _is_the_one(after)
    if before in _HANDED:
        return words[my - 2 : my - 1] not in (["i"], ["ive"], ["we"])
    return before not in _NOT_TO_WHOM


def _is_the_one(after: Sequence[str]) -> bool:
    """Whether the words after somebody say what happens to them, and not what they do."""
    if not after or after[0] == BREAK:
        return True
    if _ITSELF & set(after):
        return True
    return after[0].rstrip("s") not in _DOES and (
        after[0] in _SUFFERS and _DOES.isdisjoint(after[:2])
    )


def _done_to_me(words: Sequence[str]) -> bool:
    """Whether something is done to the speaker, or to what is theirs."""
    line = f" {' '.join(words)} "
    for phrase in _HARMLESS:
        line = line.replace(f" {phrase} ", "  ")
    left = line.split(" ")
    if not _OBJECT.isdisjoint(left):
        return True
    return any(word in _MINE and _is_thing(left[at + 1 : at + 3]) for at, word in enumerate(left))


_PEOPLE = frozenset(
    {
        *_MY_CHILD, *_MY_YOUNG, *_SIBLING, *_MATE, *_PUPIL, *_KIN, *_PLACES, *_AT_HOME, *_OLD,
        *_BETWEEN, *_NEIGHBOUR, "ex", "partner", "husband", "wife", "uncle", "aunt", "auntie",
        "stepdad", "stepmum", "father", "mother", "grandad", "nan", "teacher", "coach", "step",
        "friends", "family", "parents", "heart", "head", "opinion", "phone", "life", "god",
    }
)  # fmt: skip


def _is_thing(after: Sequence[str]) -> bool:
    """Whether what is "my" is a thing or a part of the body: my pic, my room, my leg."""
    return bool(after) and after[0] not in _PEOPLE and not after[0].isdecimal() and bool(after[0])


def _trades(words: Sequence[str]) -> Iterable[str]:
    """What the speaker says to be: the word or two after "im a"."""
    for at in range(len(words)):
        for start in _I_AM:
            end = at + len(start)
            if tuple(words[at:end]) == start and words[end : end + 1] in (["a"], ["an"], ["the"]):
                yield " ".join(words[end + 1 : end + 3])
                yield words[end + 1] if end + 1 < len(words) else ""
                yield words[end + 2] if end + 2 < len(words) else ""


def _named(words: Sequence[str], names: frozenset[str]) -> Iterable[tuple[int, str]]:
    """Where "my" or "our" names one of these, a word or two between: "my little brother"."""
    for at, word in enumerate(words):
        if word not in _MINE:
            continue
        end = at + 1
        while end < len(words) and end < at + 6 and _between(words[end]):
            if words[end] in names and (end + 1 == len(words) or not _goes_on(words[end + 1])):
                break
            end += 1
        if end < len(words) and words[end] in names and not _goes_on(words[end + 1 : end + 2]):
            yield end, words[end]


def _between(word: str) -> bool:
    return word in _BETWEEN or word.isdecimal() or word in ("kid", "baby")


def _goes_on(after: Sequence[str] | str) -> bool:
    """Whether somebody else is named through them: "my kid brother", "my friends dad"."""
    word = after if isinstance(after, str) else (after[0] if after else "")
    return word in _SIBLING or word in _MATE


def _tells_of_another(words: Sequence[str]) -> bool:
    """Whether somebody is spoken of, and not the speaker."""
    return bool((_THIRD | _CHILDREN) & set(words))


def _speaks_of_two(words: Sequence[str]) -> bool:
    """Whether a "he" and a "her" are spoken of: the speaker may be telling of somebody else."""
    his: set[str] = {"he", "hes", "him", "man", "guy", "bloke"}
    hers = {"her", "she", "shes", "girl"}
    return bool(his & set(words)) and bool(hers & set(words))


def _at_home(words: Sequence[str]) -> str:
    for at, word in enumerate(words):
        if word in _AT_HOME and (not at or words[at - 1] not in _WHOSE):
            return word
    return ""


def _first(words: Sequence[str], names: frozenset[str]) -> str:
    return next((word for word in words if word in names), "")


def _has(words: Sequence[str], phrases: Iterable[str]) -> str:
    line = f" {' '.join(words)} "
    return next((phrase for phrase in phrases if f" {phrase} " in line), "")
