"""Every text that a person may be shown, with where it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.flow.model import Library, Option, Question, Text
from guide.flow.walk import Part, made_once, walk

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])[\"')]*\s+")


class PlacedText(NamedTuple):
    """A text and what it is part of: a question, an ending, a contact ..."""

    text: Text
    of: str
    is_name: bool = False
    """Whether it is the name of a contact, which nobody may reword."""


@made_once
def library_texts(library: Library) -> Sequence[PlacedText]:
    """Every text of a library, once, in the order it is written."""
    texts: dict[int, PlacedText] = {}
    for part in walk(library):
        if isinstance(part.record, Text) and id(part.record) not in texts:
            texts[id(part.record)] = PlacedText(part.record, _place_of(part), part.is_name)
    return tuple(texts.values())


def _place_of(part: Part) -> str:
    """What a text is part of, in words for an author."""
    first = (*part.within, None)[1]  # the outermost is the library
    if isinstance(first, Question) and any(isinstance(outer, Option) for outer in part.within):
        return f'an answer to "{first.id}"'
    if isinstance(first, Option):
        return "an answer that stands everywhere"
    return f'{type(first).__name__.lower()} "{first.id}"' if hasattr(first, "id") else "the flows"


class WordIndex:
    """Which of some texts hold a word: most words of rules stand in few of them, or in none."""

    def __init__(self, texts: Iterable[PlacedText]) -> None:
        self._holding: dict[str, set[int]] = {}
        self.texts = tuple(texts)
        for number, placed in enumerate(self.texts):
            for word in _WORD.findall(placed.text.source.lower()):
                self._holding.setdefault(word, set()).add(number)

    def matches(self, phrases: Iterable[str]) -> Iterator[tuple[PlacedText, re.Pattern[str]]]:
        """Each text that holds one of the phrases, in whole words and any case, with a pattern.

        The pattern matches all of the phrases that may stand in one of the texts.
        """
        numbers = {phrase: self._with_all_words(phrase) for phrase in phrases}
        standing = [phrase for phrase in numbers if numbers[phrase]]
        if not standing:
            return
        pattern = _any_of(standing)
        for number in sorted(set().union(*numbers.values())):
            if pattern.search(self.texts[number].text.source):
                yield self.texts[number], pattern

    def _with_all_words(self, phrase: str) -> set[int]:
        # A phrase without any word in it, such as a sign, may stand in every text.
        holding = [self._holding.get(word, set()) for word in _WORD.findall(phrase.lower())]
        return set.intersection(*holding) if holding else set(range(len(self.texts)))


@made_once
def word_index(texts: Sequence[PlacedText]) -> WordIndex:
    """The words of some texts."""
    return WordIndex(texts)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Whole words, in any case."""
    # re.escape writes a blank as "\ ", and a text may be broken there.
    escaped = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    # Not \b: a hyphen joins, so that "self" is not said by "self-harm".
    return re.compile(rf"(?<![\w-])(?:{'|'.join(escaped)})(?![\w-])", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """A text cut into its sentences."""
    return _SENTENCE.split(text)
