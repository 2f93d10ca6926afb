"""Where a line names somebody as the speaker's own: "my son", "my little brother".

People who are worried leave the "my" out ("daughter not home and its late"), and say it otherwise
("a friend of mine", "our kid"). `with_my` sets that right, so that one rule hears them all.
"""

import re
from collections.abc import Iterable, Sequence

from guide.understanding.typed import BREAK
from guide.understanding.whom import people

_IN_A_ROW = frozenset({"eldest", "youngest"})
_RELATIONS = people.MATE | people.SIBLING | people.KIN | people.ONE_CHILD | _IN_A_ROW
"""Whom a clause that begins with them names as the speaker's own."""
_VOCATIVES = frozenset({"bro", "bruv", "mate", "sis", "cuz", "pal", "son"})
"""How somebody is spoken to as well: "bro my dad hits me", "mate i cant sleep"."""
_NO_VERB = frozenset({"i", "im", "ive", "my", "me", "you", "u", "he", "hes", "she", "shes", "its"})
_COMPOUNDS = frozenset({"request", "requests", "group", "zone", "list", "of", "code", "codes"})
"""After "friend" and the like: no person is named."""
_LITTLE_AGE = re.compile(r"(\d{1,2})(yo|yr|yrs|yrold|yearold|year|y)")
_LEADS_IN = frozenset({"and", "hi", "hello", "help", "hey", "so", "please", "ok"})


_ONE_WORD = tuple(
    ([first], second)
    for first, second in (
        *(("child", "minder"), ("child", "minders"), ("baby", "sitter"), ("baby", "sitters")),
        *(("step", "dad"), ("step", "mum"), ("step", "brother"), ("step", "sister")),
        *(("grand", "daughter"), ("grand", "son"), ("gran", "daughter"), ("gran", "son")),
        *(("god", "daughter"), ("god", "son"), ("grand", "child"), ("grand", "kids")),
    )
)
"""Whom some write in two words: "my child minder" is no child of mine."""
_SPELT = {
    **dict.fromkeys(("grandaughter", "granddaugter", "grandaugter", "grandorter"), "granddaughter"),
    **{"grandaughters": "granddaughters", "granson": "grandson", "gransons": "grandsons"},
    **{"neice": "niece", "neices": "nieces", "nephue": "nephew", "godson": "grandson"},
    **{"goddaughter": "granddaughter", "grankids": "grandkids", "grandchid": "grandchild"},
}
"""Whom people misspell, and a godchild, who is told of as a grandchild is."""


def with_my(words: Sequence[str]) -> list[str]:
    """The words with "my" before whom a clause begins with, and "our kid" as "my brother"."""
    whole: list[str] = []
    for word in words:
        if word == BREAK and whole[-1:] in ([], [BREAK]):
            continue
        if (whole[-1:], word) in _ONE_WORD:
            whole[-1] = _SPELT.get(whole[-1] + word, whole[-1] + word)
            continue
        aged = _LITTLE_AGE.fullmatch(word)
        whole += [aged[1], "yo"] if aged else [_SPELT.get(word, word)]
        if is_number(word) and whole[-2:-1] in (["im"], ["am"]):
            whole.append(BREAK)  # "im 16 my sister is 9": what follows is another clause
    return _with_elided_my(_of_mine(whole))


def _of_mine(words: list[str]) -> list[str]:
    """ "A friend of mine" as "my friend", and "our kid", who is a brother or a sister."""
    left: list[str] = []
    at = 0
    while at < len(words):
        if words[at : at + 1] in (["a"], ["this"], ["an"]) and words[at + 2 : at + 4] in _OF_MINE:
            left += ["my", words[at + 1]]
            at += 4
        elif words[at + 1 : at + 3] in _OF_MINE and words[at] in _RELATIONS | people.PUPIL:
            left += ["my", words[at]]
            at += 3
        elif words[at : at + 2] == ["our", "kid"] or (
            words[at : at + 2] == ["our", "kids"] and words[at + 2 : at + 3] in _IS_ONE
        ):
            left += ["my", "brother"]
            at += 2
        else:
            left.append(words[at])
            at += 1
    return left


_IS_ONE = (["been"], ["got"], ["gone"], ["just"], ["being"], ["getting"], ["a"], ["not"])
"""What follows "our kid's", one brother or sister, where "our kids" are several."""
_OF_MINE = (["of", "mine"], ["of", "ours"])


def _with_elided_my(words: list[str]) -> list[str]:
    """The words with the "my" that is left out where a clause begins."""
    left: list[str] = []
    for at, word in enumerate(words):
        if _begins(words, at) and _is_elided(words, at):
            left.append("my")
        left.append(word)
    return left


def _begins(words: Sequence[str], at: int) -> bool:
    """Whether a clause begins here: at the start, after a sign, or after "hi" or "and"."""
    before = words[at - 1] if at else BREAK
    return before == BREAK or (at == 1 and before in _LEADS_IN)


def _is_elided(words: Sequence[str], at: int) -> bool:
    """Whether a relation is named here whose "my" is left out: "best friend sent", "son (15)"."""
    end = at
    while end < min(at + 3, len(words) - 1) and words[end] in people.BESIDE_A_RELATION:
        end += 1
    after = words[end + 1] if end + 1 < len(words) else ""
    if words[end] not in _RELATIONS or end + 1 >= len(words) or after in _COMPOUNDS:
        return False
    if words[end] in _IN_A_ROW and after == "in":
        return False  # "youngest in my class"
    if after == BREAK and words[end + 2 : end + 3] and words[end + 2].isdecimal():
        return True  # "son (15) being sextorted"
    # "Bro my dad hits me" speaks to somebody.
    return words[end] not in _VOCATIVES or after not in _NO_VERB | {BREAK}


def named_as_mine(words: Sequence[str], names: frozenset[str]) -> Iterable[tuple[int, str]]:
    """Where "my" or "our" names one of these, a word or two between: "my little brother"."""
    for at, word in enumerate(words):
        if word not in people.MINE:
            continue
        end = at + 1
        # Room for an age and a word or two before the name.
        while end < len(words) and end < at + 6 and _between(words[end]):
            if _is_named(words, end, names):
                break
            end += 1
        if _is_named(words, end, names):
            yield end, words[end]


def _is_named(words: Sequence[str], at: int, names: frozenset[str]) -> bool:
    """Whether one of the names stands here and nobody is named through it: "my kid brother"."""
    if at >= len(words) or not (words[at] in names or words[at].removesuffix("s") in names):
        return False
    after = words[at + 1] if at + 1 < len(words) else BREAK
    if words[at] in people.OLD:  # "my 13 year old", and not "my old coach"
        aged = is_number(words[at - 1]) or words[at - 1] in people.OF_AGE
        return aged and after not in people.SIBLING | people.MATE | people.KIN
    if words[at] in people.ONE_CHILD:
        return after != "of"
    return after not in people.SIBLING | people.MATE | people.KIN and not (
        words[at] in people.MY_CHILD and after in ("home", "homes")  # "my childrens home"
    )


def is_number(word: str) -> bool:
    """Whether a word is a number such as an age is told by: "13", "nine"."""
    return word[:1].isdecimal() or word in people.NUMBER_WORDS


def _between(word: str) -> bool:
    return word in people.BETWEEN or is_number(word) or word in ("kid", "baby")
