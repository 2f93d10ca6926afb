"""Whether a translation can mean what its English means, as far as a glossary shows."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from guide.flow.model import Text
from guide.i18n.words import safety_of
from guide.translate.sheet import Glossary

_NOT = re.compile(r"\b(?:not|never|no one|nobody|cannot|nothing|without)\b|n't\b", re.I)
_DENIES = re.compile(r"\b(?:not?|never|no one|nobody|cannot|nothing|without|un\w+)\b|n't\b", re.I)
"""Every way in which an English line may say "not": a translation of it may say so too."""
# U+06D4 ends a sentence in Urdu.
_SENTENCE = re.compile(r"(?:^|[.!?:;\u06d4]\s+)(\w+)")
_ENDS = re.compile(r"[.!?\u06d4]+\s+")
_SAYS_NOT = re.compile(
    r"(?:please )?(?:do not|don't|never)\b|(?:this|it|that) is not\b"
    r"|you (?:do|must|should|need) not\b",
    re.I,
)
_FORBIDS_OR_CLEARS = re.compile(
    r"\b(?:not|never)\b[^.]*\b(?:fault|to blame|in trouble)\b"
    r"|\b(?:do not|don't|never) (?:pay|send|copy|save|share|delete|meet|reply|answer|warn|wait)\b"
    r"|\b(?:do|does) not (?:have|need) to\b",
    re.I,
)
"""A line of no `safety:` note whose "not" is what it is there for."""
_ADVISES = re.compile(
    r"(?:^|[.!?:;]\s+)(?:you can )?(?:call|go|say|tell|talk|ask|stay|leave|block|report|show|write"
    r"|choose|pick|use|listen|come|find|send|get|take|text|chat|keep|try|stop|let|wait)\b",
    re.I,
)
"""A line of no `safety:` note that advises: a "not" before it would turn it round."""
_YES = re.compile(r"^yes\b", re.I)
_NO = re.compile(r"^(?:no|nope)\b", re.I)

GlossaryFault = tuple[Literal["error", "warning"], str, str]


def meaning_faults(text: Text, words: str, glossary: Glossary) -> Iterator[GlossaryFault]:
    """What the glossary shows to be wrong with a translation."""
    english, folded = text.source, words.casefold()
    says_not = _NOT.search(english) if safety_of(text) else _FORBIDS_OR_CLEARS.search(english)
    if says_not and glossary.negations and _lacks_a_not(english, folded, glossary.negations):
        what = "The English says not to, or that something is not so; this does not."
        yield "error", what, "Say it, or add the word for it to `not` in the glossary."
    is_label = ".options." in text.address
    advises = safety_of(text) or (not is_label and _ADVISES.search(english))
    if advises and not _DENIES.search(english) and _forbids(folded, glossary.negations):
        what = "This says not to, or that something is not so; the English does not."
        yield "error", what, "Say what the English says."
    if ".options." in text.address:
        yield from _swapped(english, folded, glossary)
    for term, ways in glossary.say.items():
        if ways and _has_term(english, term) and not _holds(folded, ways):
            what = f'The English says "{term}"; none of the glossary\'s words for it is here.'
            yield "warning", what, f"Use one of: {', '.join(ways)}. Or add this one."


def _lacks_a_not(english: str, folded: str, negations: tuple[str, ...]) -> bool:
    """Whether a "not" is lost: of the whole text, or of a sentence that begins with it."""
    if not _holds(folded, negations):
        return True
    theirs, ours = _ENDS.split(english.strip()), _ENDS.split(folded.strip())
    # A translator may join sentences: then nothing shows which belongs to which.
    if len(theirs) != len(ours):
        return False
    # Another sentence's "not" is none of this one's: "Pay. Delete nothing." for "Do not pay. ..."
    return any(
        _SAYS_NOT.match(sentence) and not _holds(translated, negations)
        for sentence, translated in zip(theirs, ours, strict=True)
    )


def _swapped(english: str, folded: str, glossary: Glossary) -> Iterator[GlossaryFault]:
    """An answer that means yes and says no, or the other way round."""
    for is_meant, opposite, own in (
        (_YES.search(english), glossary.no, glossary.yes),
        (_NO.search(english), glossary.yes, glossary.no),
    ):
        if is_meant and _begins(folded, opposite) and not _begins(folded, own):
            yield "error", f'"{english}" is translated to its opposite.', "Translate it anew."


def _forbids(folded: str, negations: Iterable[str]) -> bool:
    """Whether a sentence begins with a "not", as one does that forbids ("Nie dzwoń")."""
    firsts = _SENTENCE.findall(folded)
    # A long one may be a verb with endings of its own, such as Welsh "peidio", "peidiwch".
    stems = [way.casefold() for way in negations]
    return any(
        first == stem or (len(stem) > 4 and first.startswith(stem[:5]))
        for first in firsts
        for stem in stems
    )


@cache
def _begins_word(term: str) -> re.Pattern[str]:
    """Finds a term at the beginning of a word. There are few, and many texts to look at."""
    return re.compile(rf"\b{re.escape(term)}", re.I)


def _has_term(english: str, term: str) -> bool:
    return _begins_word(term).search(english) is not None


@cache
def _one_of(ways: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?:{'|'.join(re.escape(way.casefold()) for way in ways)})")


def _holds(words: str, ways: Iterable[str]) -> bool:
    """Whether the words hold one of these, as a word or the beginning of one."""
    return _one_of(tuple(ways)).search(words) is not None


def _begins(words: str, ways: Iterable[str]) -> bool:
    """Whether the words begin with one of these as whole words."""
    return any(re.match(rf"{re.escape(way.casefold())}(?!\w)", words) for way in ways)
