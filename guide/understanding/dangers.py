"""Hears danger, self-harm and abuse in many languages, whatever language is on the screen.

A sign is a few words that stand near one another in any order ("want" and "die"), each known in
all the forms that its language's file lists; or one of the phrases there. One word alone counts
only where the file lists it as such. What is denied right beside the word is not heard.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from guide.understanding.danger_words import DangerWords
from guide.understanding.typed import BREAK, MAX_LOOKED_AT, split_words

NOT, _HARMLESS, _NOW = "not", "harmless", "now"
_UNTOLD = ""
"""The concern of a sign that only says that somebody is in danger."""
_SIGNS_OF = {
    "sexual-in-person": (
        *("rape", "touch me who", "touch me private", "touch-me who", "touch-me private"),
        "touch who private",
    ),
    "self-harm": (
        *("suicide", "kill-self", "cut-self", "want die", "not want live", "not live self"),
        *("kill self", "kill-self want", "cut self", "cut arm", "take pills"),
    ),
    "home-or-neglect": ("hit-me", "lock-me", "hit me", "lock me"),
    "threats": ("kill-me", "kill me", "has weapon", "weapon me", "weapon who kill"),
    "stalking": ("follow me who",),
    _UNTOLD: ("alone", "not breathe"),
}
CONCERN_OF: dict[frozenset[str], str] = {
    frozenset(sign.split()): concern for concern, signs in _SIGNS_OF.items() for sign in signs
}
"""What is danger, by the parts of danger_words.CONCEPTS, and the concern that each speaks of."""
SIGNS = tuple(CONCERN_OF)
LASTING: tuple[frozenset[str], ...] = tuple(
    frozenset(sign.split())
    for sign in (
        *("hit-me", "cut-self", "lock-me", "cut self", "cut arm", "hit me", "lock me"),
        *("touch me who", "touch me private", "touch-me who", "touch-me private"),
        *("touch who private", "follow me who"),
    )
)
"""Those signs of what somebody may live with; the others are of what is danger now."""
LIGHTLY = frozenset({"die", "kill", "kill-me", "kill-self", "cut", "cut-self"})
"""What people say in fun, of a game or of their hair."""
# Eight words hold a sign with its subject and a "very often"; in more, two people's doings meet.
NEAR = 8
"""Within how many words the parts of a sign stand."""
_MAX_GAP = 1
"""How many words may stand between two of a phrase."""
ANY = "*"
"""At the end of a word: however it goes on. At its beginning: however it begins."""
# The shortest beginning that a file lists; looking for shorter ones would only take time.
SHORTEST = 3

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u064a\u0649\u0626", "\u06cc"),
        **dict.fromkeys("\u0629\u0647\u06c1\u06c2\u06be\u06d5", "\u0647"),
        **{"\u0643": "\u06a9", "\u0624": "\u0648"},
    }
)
"""Letters that keyboards for Arabic and for Urdu have apart, and people do not."""
_AND = "\u0648\u0641"
"""Arabic letters that mean "and" and are written together with the next word."""

_INDIAN = re.compile("[\u0900-\u0dff]")
_ENDS = ".,!?;:()\n\r\u0964\u0965"
_PARTS = re.compile(f"[^\\s{re.escape(_ENDS)}]+|[{re.escape(_ENDS)}]")

Concept = tuple[str, str]
"""A language's code and a part of a sign."""
_Places = dict[str, list[int]]
"""Where each part of a sign stands in a clause."""


class DangerTable(NamedTuple):
    """The words of danger of every language, by how they are typed: plain data."""

    whole: dict[str, list[Concept]]
    begins: dict[str, list[Concept]]
    ends: dict[str, list[Concept]]
    phrases: dict[str, list[tuple[str, tuple[str, ...]]]]
    """By their first word: the language, and the words that follow."""
    cries: dict[tuple[str, ...], list[str]]
    """The languages in which a clause of these words and no others calls for help."""
    answers: dict[str, dict[tuple[str, ...], str]]
    """By language, the words that are `yes` or `no`."""


NO_DANGERS = DangerTable({}, {}, {}, {}, {}, {})


class HeardDanger(NamedTuple):
    """What a text says of danger in words of these languages."""

    languages: tuple[str, ...] = ()
    """Their codes, the likeliest first."""
    is_now: bool = False
    """Whether danger is now in one: no sign of what lasts is all of it."""
    concerns: tuple[str, ...] = ()
    """What it is about, as it was heard: ids of concerns."""


NO_DANGER_HEARD = HeardDanger()


class _Sign(NamedTuple):
    """Danger in a clause, in one language."""

    language: str
    weight: int
    """How many of the words are known."""
    is_now: bool
    concerns: tuple[str, ...]


def danger_table(languages: Iterable[DangerWords]) -> DangerTable:
    """The table of these languages."""
    table = DangerTable({}, {}, {}, {}, {}, {})
    for words in languages:
        for concept, listed in words.words.items():
            for word in listed:
                _add_word(table, (words.code, concept), word)
        for phrase in words.phrases:
            first, *rest = danger_split(phrase)
            table.phrases.setdefault(first, []).append((words.code, tuple(rest)))
        for cry in words.cries:
            table.cries.setdefault(tuple(danger_split(cry)), []).append(words.code)
        table.answers[words.code] = {
            tuple(danger_split(line)): answer
            for answer, listed in (("yes", words.yes), ("no", words.no))
            for line in listed
        }
    return table


def _add_word(table: DangerTable, concept: Concept, listed: str) -> None:
    typed = danger_split(listed.strip(ANY))
    if len(typed) > 1:  # such as "jaan se": a phrase that means what one word means elsewhere
        table.phrases.setdefault(typed[0], []).append((concept[0], tuple(typed[1:])))
    elif typed:
        patterns = (
            table.begins
            if listed.endswith(ANY)
            else table.ends
            if listed.startswith(ANY)
            else table.whole
        )
        patterns.setdefault(typed[0], []).append(concept)


def danger_split(text: str) -> list[str]:
    """The words of a text as this table has them, with BREAK where a clause ends.

    The vowel signs of Indian scripts stay: without them "die" and "hit" are one word.
    """
    if text.isascii():
        return split_words(text)
    if _INDIAN.search(text[:MAX_LOOKED_AT]) is None:
        return [word.translate(_ALIKE) for word in split_words(text)]
    text = unicodedata.normalize("NFC", text[:MAX_LOOKED_AT]).casefold()
    return [BREAK if part in _ENDS else part for part in _PARTS.findall(text)]


class Dangers:
    """Hears words of danger."""

    def __init__(self, table: DangerTable) -> None:
        self._table = table

    def languages(self, text: str) -> tuple[str, ...]:
        """The codes of the languages in which a text speaks of danger, the likeliest first."""
        return self.hear(text).languages

    def hear(self, text: str) -> HeardDanger:
        """What a text says of danger."""
        signs = [
            sign for clause in _clauses(danger_split(text)) for sign in self._in_clause(clause)
        ]
        if not signs:
            return NO_DANGER_HEARD
        weights = {
            code: max(sign.weight for sign in signs if sign.language == code)
            for code in {sign.language for sign in signs}
        }
        return HeardDanger(
            tuple(sorted(weights, key=lambda code: (-weights[code], code))),
            any(sign.is_now for sign in signs),
            tuple(dict.fromkeys(concern for sign in signs for concern in sign.concerns)),
        )

    def yes_or_no(self, text: str, languages: Iterable[str]) -> str:
        """`yes` or `no` where a whole line says so in one of these languages; empty if neither."""
        line = tuple(word for word in danger_split(text) if word != BREAK)
        answers = (self._table.answers.get(code, {}).get(line, "") for code in languages)
        return next(filter(None, answers), "")

    def lasts(self, phrase: str) -> bool:
        """Whether a phrase speaks of danger, and of none but what somebody may live with."""
        heard = self.hear(phrase)
        return bool(heard.languages) and not heard.is_now

    def _in_clause(self, clause: Sequence[str]) -> Iterator[_Sign]:
        """What a clause says of danger, in each language."""
        for code in self._table.cries.get(tuple(clause), ()):
            yield _Sign(code, len(clause), is_now=True, concerns=())
        known: dict[str, _Places] = {}
        for at, word in enumerate(clause):
            for code, concept in self._concepts(word):
                known.setdefault(code, {}).setdefault(concept, []).append(at)
        for code, places in known.items():
            signs = [sign for sign in SIGNS if _stands(sign, places)]
            if signs:
                weight = len({at for several in places.values() for at in several})
                is_now = _NOW in places or any(sign not in LASTING for sign in signs)
                yield _Sign(code, weight, is_now, _concerns(signs))
        for code, stands in self._phrases_in(clause, known):
            places = known.get(code, {})
            signs = [sign for sign in SIGNS if _within(sign, stands, places)]
            is_now = _NOW in places or not any(sign in LASTING for sign in signs)
            yield _Sign(code, len(stands), is_now, _concerns(signs))

    def _concepts(self, word: str) -> Iterator[Concept]:
        for typed in _spellings(word):
            concepts = [
                *self._table.whole.get(typed, ()),
                *(
                    concept
                    for end in range(SHORTEST, len(typed) + 1)
                    for concept in self._table.begins.get(typed[:end], ())
                ),
                *(
                    concept
                    for start in range(1, len(typed))
                    for concept in self._table.ends.get(typed[start:], ())
                ),
            ]
            if concepts:
                yield from dict.fromkeys(concepts)
                return

    def _phrases_in(
        self, clause: Sequence[str], known: Mapping[str, _Places]
    ) -> Iterator[tuple[str, list[int]]]:
        for at, word in enumerate(clause):
            for code, rest in self._table.phrases.get(word, ()):
                stands = _follows(clause, at, rest)
                if stands and not _taken_back(stands, known.get(code, {})):
                    yield code, stands


def _concerns(signs: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """What these signs speak of; nothing for those that only say that there is danger."""
    return tuple(filter(None, (CONCERN_OF[sign] for sign in signs)))


def _clauses(words: Iterable[str]) -> Iterator[list[str]]:
    clause: list[str] = []
    for word in [*words, BREAK]:
        if word != BREAK:
            clause.append(word)
        elif clause:
            yield clause
            clause = []


def _spellings(word: str) -> Iterator[str]:
    """A word as it is typed, with long letters made short, and without an Arabic "and"."""
    yield word
    shorter = "".join(
        letter for at, letter in enumerate(word) if word[at : at + 2] != letter * 2 or at < 1
    )
    if shorter != word:
        yield shorter
    if word[0] in _AND and len(word) > SHORTEST:
        yield word[1:]


def _stands(sign: frozenset[str], places: _Places) -> bool:
    """Whether all parts of a sign stand near one another, none of them denied."""
    if not sign <= places.keys():
        return False
    if _HARMLESS in places and not sign.isdisjoint(LIGHTLY):
        return False
    denials = set(places.get(NOT, ())) if NOT not in sign else set()
    parts = [
        [at for at in places[concept] if at not in denials and at - 1 not in denials]
        for concept in sorted(sign)
    ]
    return any(_near(at, parts) for at in parts[0])


def _within(sign: frozenset[str], stands: Sequence[int], places: _Places) -> bool:
    """Whether all parts of a sign stand among the words of a phrase."""
    return all(not set(places.get(concept, ())).isdisjoint(stands) for concept in sign)


def _near(first: int, parts: Sequence[Sequence[int]]) -> bool:
    """Whether each part has a place of its own near the first."""
    taken = {first}
    for places in parts[1:]:
        free = [at for at in places if abs(at - first) < NEAR and at not in taken]
        if not free:
            return False
        taken.add(min(free, key=lambda at: abs(at - first)))
    return True


def _follows(clause: Sequence[str], at: int, rest: Iterable[str]) -> list[int]:
    """Where the words of a phrase stand from its first on; empty where they do not."""
    stands = [at]
    for word in rest:
        within = clause[at + 1 : at + 2 + _MAX_GAP]
        if word not in within:
            return []
        at += 1 + within.index(word)
        stands.append(at)
    return stands


def _taken_back(stands: Sequence[int], places: _Places) -> bool:
    """Whether a phrase is denied, or is only said as in "dying of laughter"."""
    denied = range(stands[0] - 1, stands[-1])
    if any(at in denied and at not in stands for at in places.get(NOT, ())):
        return True
    lightly = {at for concept in LIGHTLY for at in places.get(concept, ())}
    return _HARMLESS in places and not lightly.isdisjoint(stands)
