"""What no translation may change: placeholders, digits, and nothing hidden or linked put in.

Asked when a catalogue is read (such a translation is not used: English stands) and by the
translator's check (which says what to do about it).
"""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

_PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")
_DIGITS = re.compile(r"\d+")
_FIGURE = re.compile(r"[\d{]")
"""What a number, or a placeholder for one, has: most texts have none."""
_MARKUP = re.compile(r"</?[a-zA-Z!]|\[/?[a-z]+[=\]]|&[a-zA-Z]+;|&#")
# Endings that addresses here have: any word with a full stop in it would be found else.
_ADDRESS = re.compile(r"https?:|www\.|@|\b[\w-]+\.(?:uk|com|org|net|gov|info|cymru|wales)\b", re.I)
# Whatever can be dialled or opened, in the order it stands.
_FIGURES = re.compile(r"\{[a-z0-9_]+_(?:phone|text|link|email)\}|(?<![{a-z0-9_])\d+")

_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ufaff\ufb13-\ufeff]")
"""Letters of other alphabets: a text without one cannot mix them."""
_SCRIPTS = frozenset(
    ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "CHEROKEE", "ARMENIAN", "COPTIC", "LISU")
)

JOINERS = "\u200c\u200d"
"""The only characters without a shape that writing itself needs (Urdu, Persian and others)."""


class Loss(NamedTuple):
    """Something a translation lost or put in: what, and what to do, as sentences."""

    what: str
    what_to_do: str


def placeholders(text: str) -> list[str]:
    """The names in braces, in order."""
    return _PLACEHOLDER.findall(text) if "{" in text else []


def digits(text: str) -> list[str]:
    """The numbers written out, in order, placeholders left out."""
    return _DIGITS.findall(_PLACEHOLDER.sub("", text))


@lru_cache(maxsize=20_000)  # whoever reads a catalogue asks, and then its check again
def losses(english: str, words: str) -> tuple[Loss, ...]:
    """Everything for which this translation of the English cannot be shown."""
    return (
        *_nothing_said(words),
        *_placeholders(english, words),
        *_digits(english, words),
        *_characters(words),
        *_markup(english, words),
        *_scripts(words),
    )


def _nothing_said(words: str) -> list[Loss]:
    """Blanks, marks and shapeless signs alone would leave a line, or an answer, without words."""
    if not words or any(map(str.isalnum, words)):
        return []
    return [Loss("There is no word in it.", "Translate it, or leave it empty: English stands.")]


def _placeholders(english: str, words: str) -> list[Loss]:
    if not any(brace in text for text in (english, words) for brace in "{}"):
        return []
    rest = _PLACEHOLDER.sub("", words)
    if "{" in rest or "}" in rest:
        return [Loss("A { or } stands alone.", "Write placeholders as in the English.")]
    wanted, present = placeholders(english), placeholders(words)
    counted, counted_present = Counter(wanted), Counter(present)
    lost = [f"{{{name}}}" for name in (counted - counted_present).elements()]
    added = [f"{{{name}}}" for name in (counted_present - counted).elements()]
    if lost:
        return [Loss(f"{', '.join(lost)} is missing.", "Put it where it belongs in the sentence.")]
    if added:
        return [Loss(f"{', '.join(added)} is not in the English.", "Take it out.")]
    return []


def _digits(english: str, words: str) -> list[Loss]:
    if not (_FIGURE.search(english) or _FIGURE.search(words)):
        return []
    wanted, present = digits(english), digits(words)
    if Counter(wanted) != Counter(present):
        there, here = ", ".join(wanted) or "none", ", ".join(present) or "none"
        what = f"The numbers are not those of the English: {there} there, {here} here."
        return [Loss(what, "Write the same numbers, in the digits 0 to 9.")]
    same_placeholders = Counter(placeholders(english)) == Counter(placeholders(words))
    if same_placeholders and _FIGURES.findall(english) != _FIGURES.findall(words):
        what = "The numbers or links stand in another order than in the English."
        return [Loss(what, "Keep their order: people call the first one first.")]
    return []


def _characters(words: str) -> list[Loss]:
    if words.isprintable():
        return []
    for character in words:
        if character in JOINERS or character.isprintable():
            continue
        name = unicodedata.name(character, "a control character").lower()
        what = f"There is a hidden character: U+{ord(character):04X}, {name}."
        return [Loss(what, "Delete it, or write the sentence anew.")]
    return []


def _markup(english: str, words: str) -> list[Loss]:
    if _MARKUP.search(words) and not _MARKUP.search(english):
        return [Loss("There is markup in the words.", "Write plain words.")]
    if _ADDRESS.search(words) and not _ADDRESS.search(english):
        what = "A link or e-mail address is typed into the words."
        return [Loss(what, "Take it out: links come from placeholders.")]
    return []


def _scripts(words: str) -> list[Loss]:
    """A word that mixes scripts can look like another word, or like a link that it is not."""
    if words.isascii() or not _NOT_LATIN.search(words):
        return []
    for word in _WORD.findall(_PLACEHOLDER.sub(" ", words)):
        if len({_script(letter) for letter in word} - {""}) > 1:
            what = f'"{word}" mixes letters of two alphabets.'
            return [Loss(what, "Type the word again in one of them.")]
    return []


@cache
def _script(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    first = unicodedata.name(letter, "").partition(" ")[0]
    return first if first in _SCRIPTS else ""
