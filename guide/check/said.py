"""The rules about words: which may never be said, to anyone or to some, and which only as "not"."""

import re
from collections.abc import Iterable, Iterator

from guide.check.finding import Finding
from guide.check.proof import Proof
from guide.check.rules import Rule
from guide.check.screens import Piece, Screens
from guide.check.texts import Said, sentences
from guide.flow.model import Ending

_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|without|cannot)\b|n't\b", re.IGNORECASE)


def unfit_words(rules: Iterable[Rule], said: Iterable[Said]) -> Iterator[Finding]:
    """A finding for each text that says what a rule does not allow."""
    wording = [one for one in said if not one.is_name]
    everything = " ".join("\n".join(one.text.source for one in wording).lower().split())
    for rule in rules:
        # Nearly every word stands nowhere at all, which is quick to see.
        never = _any_of(word for word in rule.no_words if word.lower() in everything)
        forbidden = _any_of(word for word in rule.only_forbidden if word.lower() in everything)
        for one in wording if never or forbidden else ():
            source = one.text.source
            if never and (found := never.search(source)):
                yield _finding(rule, one, f'says "{found[0]}"', "Say it another way.")
            if forbidden and (found := _advised(forbidden, source)):
                what = f'says "{found[0]}" without "do not"'
                yield _finding(rule, one, what, "Say it another way, or say not to.")


class Spoken:
    """What endings say, and the topics that can be opened there; each is looked at once."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._endings: dict[str, list[Piece]] = {}
        self._topics: list[Piece] | None = None

    def hearing(self, words: Iterable[str], ending: Ending, bits: int) -> Iterator[tuple[int, str]]:
        """Each of the words that is said to some of these people, with those who hear it."""
        pattern = _any_of(words)
        for piece in (*self._of_ending(ending), *self._of_topics()) if pattern else ():
            if hear := bits & piece.bits:
                for word in set(pattern.findall(piece.text.source)) if pattern else ():
                    yield hear, word

    def _of_ending(self, ending: Ending) -> list[Piece]:
        if ending.id not in self._endings:
            pieces = Screens(self._proof).pieces(ending, self._proof.at(ending.id))
            self._endings[ending.id] = list(pieces)
        return self._endings[ending.id]

    def _of_topics(self) -> list[Piece]:
        if self._topics is None:
            screens, anyone = Screens(self._proof), self._everyone_at_an_end()
            topics = self._proof.library.topics.values()
            self._topics = [piece for topic in topics for piece in screens.pieces(topic, anyone)]
        return self._topics

    def _everyone_at_an_end(self) -> int:
        found = 0
        for step in self._proof.library.steps.values():
            if isinstance(step, Ending):
                found |= self._proof.at(step.id)
        return found


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
        for found in words.finditer(sentence):
            if not _NOT.search(sentence[: found.start()]):
                return found
    return None


def _finding(rule: Rule, said: Said, what: str, what_to_do: str) -> Finding:
    promise = rule.sentence.rstrip(".")
    return Finding(
        rule.id, "error", said.text.place, f"{promise}; but {said.of} {what}.", what_to_do
    )
