"""The rules about words: which may never be said, and which only to say "do not"."""

import re
from collections.abc import Iterable, Iterator

from guide.check.finding import Finding
from guide.check.rules import Rule
from guide.check.texts import Said, sentences

_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|without|cannot)\b|n't\b", re.IGNORECASE)


def unfit_words(rules: Iterable[Rule], said: Iterable[Said]) -> Iterator[Finding]:
    """A finding for each text that says what a rule does not allow."""
    patterns = [
        (rule, _any_of(rule.no_words), _any_of(rule.only_forbidden))
        for rule in rules
        if rule.no_words or rule.only_forbidden
    ]
    wording = [one for one in said if not one.is_name]
    for rule, never, forbidden in patterns:
        for one in wording:
            source = one.text.source
            if never and (found := never.search(source)):
                yield _finding(rule, one, f'says "{found[0]}"', "Say it another way.")
            if forbidden and (found := _advised(forbidden, source)):
                what = f'says "{found[0]}" without "do not"'
                yield _finding(rule, one, what, "Say it another way, or say not to.")


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
