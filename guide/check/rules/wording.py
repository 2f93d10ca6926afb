"""The rules about words: which may never be said, and which only to say "do not"."""

import re
from collections.abc import Iterable, Iterator

from guide.check.finding import Finding
from guide.check.rules.read import Rule
from guide.check.texts import PlacedText, sentences

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
