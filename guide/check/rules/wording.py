"""The rules about words: which may never be said, to anyone or to some, and which only as "not"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import count

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.reading_load import Shows, reading_loads_of
from guide.check.rules.read import Rule
from guide.check.texts import PlacedText, library_texts, sentences, word_index
from guide.flow.model import Ending

_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|without|cannot)\b|n't\b", re.IGNORECASE)


SaidOn = dict[int, list[tuple[int, str]]]
"""Words with those who read them there, by the identity of an ending or topic."""


def unfit_words(rules: Iterable[Rule], texts: Sequence[PlacedText]) -> Iterator[Finding]:
    """A finding for each text that says what a rule does not allow."""
    words = word_index(texts)
    for rule in rules:
        for placed, never in words.matches(rule.no_words):
            if not placed.is_name and (match := never.search(placed.text.source)):
                yield _finding(rule, placed, f'says "{match[0]}"', "Say it another way.")
        for placed, forbidden in words.matches(rule.only_forbidden):
            if not placed.is_name and (match := _advised(forbidden, placed.text.source)):
                what = f'says "{match[0]}" without "do not"'
                yield _finding(rule, placed, what, "Say it another way, or say not to.")


class Spoken:
    """What endings say, and the topics that can be opened there; looked at for the first words."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._topics = tuple(proof.library.topics.values())

    @cached_property
    def _pieces(self) -> dict[int, list[tuple[int, int, int]]]:
        """By the identity of a text: its turn, what shows it, and to whom."""
        screens = reading_loads_of(self._proof)
        shown: list[Shows] = [screen.ending for screen in self._proof.endings]
        pieces: dict[int, list[tuple[int, int, int]]] = {}
        # Places are sorted, and by their turn first: an identity orders differently in each run.
        turn = count()
        for each in (*shown, *self._topics):
            for piece in screens.anyone(each):
                place = (next(turn), id(each), piece.bits)
                pieces.setdefault(id(piece.text), []).append(place)
        return pieces

    def saying(self, words: Sequence[str]) -> SaidOn:
        """Where words are said, each text judged once."""
        if not words:
            return {}
        places = sorted(
            (*place, tuple(dict.fromkeys(pattern.findall(placed.text.source))))
            for placed, pattern in word_index(library_texts(self._proof.library)).matches(words)
            for place in self._pieces.get(id(placed.text), ())
        )
        said_on: SaidOn = {}
        for _, shown, bits, words_there in places:
            said_on.setdefault(shown, []).extend((bits, word) for word in words_there)
        return said_on

    def hearing(self, said_on: SaidOn, ending: Ending, bits: int) -> Iterator[tuple[int, str]]:
        """Each of the words that is said to some of these people, with those who hear it."""
        for shown in (ending, *self._topics):
            for those, word in said_on.get(id(shown), ()):
                if hear := those & bits:
                    yield hear, word


def _advised(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first of the words that is not in a sentence that says not to, before it."""
    if not words.search(text):
        return None
    for sentence in sentences(text):
        for match in words.finditer(sentence):
            # A "not" that follows denies something else: "send it, and do not wait".
            if not _NOT.search(sentence[: match.start()]):
                return match
    return None


def _finding(rule: Rule, placed: PlacedText, what: str, what_to_do: str) -> Finding:
    promise = rule.sentence.rstrip(".")
    return Finding(
        rule.id, "error", placed.text.place, f"{promise}; but {placed.of} {what}.", what_to_do
    )
