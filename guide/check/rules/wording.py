"""The rules about words: which may never be said, to anyone or to some, and which only as "not"."""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.reading_load import Piece, ReadingLoads
from guide.check.rules.read import Rule
from guide.check.texts import PlacedText, sentences
from guide.flow.model import Ending

_WORD = re.compile(r"\w+")
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|without|cannot)\b|n't\b", re.IGNORECASE)


def unfit_words(rules: Iterable[Rule], texts: Iterable[PlacedText]) -> Iterator[Finding]:
    """A finding for each text that says what a rule does not allow."""
    wording = [placed for placed in texts if not placed.is_name]
    vocabulary = _vocabulary("\n".join(placed.text.source for placed in wording))
    for rule in rules:
        # Nearly every word stands nowhere at all, which is quick to see.
        never = _any_of(word for word in rule.no_words if _vocabulary(word) <= vocabulary)
        forbidden = _any_of(word for word in rule.only_forbidden if _vocabulary(word) <= vocabulary)
        for placed in wording if never or forbidden else ():
            source = placed.text.source
            if never and (match := never.search(source)):
                yield _finding(rule, placed, f'says "{match[0]}"', "Say it another way.")
            if forbidden and (match := _advised(forbidden, source)):
                what = f'says "{match[0]}" without "do not"'
                yield _finding(rule, placed, what, "Say it another way, or say not to.")


def _vocabulary(text: str) -> set[str]:
    """The runs of letters and digits in a text."""
    return set(_WORD.findall(text.lower()))


class Spoken:
    """What endings say, and the topics that can be opened there; each is looked at once."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._screens: ReadingLoads | None = None
        self._pieces: dict[str, list[Piece]] = {}

    def hearing(self, words: Iterable[str], ending: Ending, bits: int) -> Iterator[tuple[int, str]]:
        """Each of the words that is said to some of these people, with those who hear it."""
        pattern = _any_of(words)
        for piece in (*self._at(ending), *self._in_topics()):
            if hear := bits & piece.bits:
                for word in set(pattern.findall(piece.text.source)) if pattern else ():
                    yield hear, word

    def _at(self, ending: Ending) -> list[Piece]:
        if ending.id not in self._pieces:
            at_end = self._proof.at(ending.id)
            self._pieces[ending.id] = list(self._all().pieces(ending, at_end))
        return self._pieces[ending.id]

    def _in_topics(self) -> list[Piece]:
        """Under no ending's name: a topic is opened at any of them."""
        if "" not in self._pieces:
            steps = self._proof.library.steps.values()
            ends = [self._proof.at(step.id) for step in steps if isinstance(step, Ending)]
            topics = self._proof.library.topics.values()
            anyone = reduce(or_, ends, 0)
            self._pieces[""] = [p for topic in topics for p in self._all().pieces(topic, anyone)]
        return self._pieces[""]

    def _all(self) -> ReadingLoads:
        if self._screens is None:
            self._screens = ReadingLoads(self._proof)
        return self._screens


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Whole words, in any case; None where there are none."""
    escaped = [re.escape(word).replace(r"\ ", r"\s+") for word in words]
    if not escaped:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(escaped)})(?![\w-])", re.IGNORECASE)


def _advised(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first of the words that is not in a sentence that says not to, before it."""
    if not words.search(text):
        return None
    for sentence in sentences(text):
        for match in words.finditer(sentence):
            if not _NOT.search(sentence[: match.start()]):
                return match
    return None


def _finding(rule: Rule, placed: PlacedText, what: str, what_to_do: str) -> Finding:
    promise = rule.sentence.rstrip(".")
    return Finding(
        rule.id, "error", placed.text.place, f"{promise}; but {placed.of} {what}.", what_to_do
    )
