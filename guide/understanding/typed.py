"""Typed text into plain words: whatever was typed, small letters without accents come out."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# `guide match` and other programs hand on any number. A long story is looked at in pieces of so
# many (story.py).
MAX_LOOKED_AT = 1000
"""Characters that are looked at in one go."""
BREAK = ""
"""Stands between words where a clause ends."""

# One pass, no nesting, so no text can make it slow. A sign inside a word ("s*x") stays in it.
_WORDS = re.compile(r"[^\W_]+(?:[*@$]+[^\W_]+)*|[.,!?;:()\n\r]")
_SILENT = str.maketrans("", "", "'`\u2018\u2019\u00b4\u02bc")
"""Apostrophes, of every kind a keyboard makes: "don't" is typed "dont" as often."""
_LETTERS = str.maketrans(
    {
        **{
            "\u0142": "l",
            "\u0141": "L",
            "\u0111": "d",
            "\u0110": "D",
            "\u00f8": "o",
            "\u00d8": "O",
        },
        **{"\u0127": "h", "\u0131": "i", "\u00fe": "th", "\u00de": "Th", "\u00f0": "d"},
        **{"\u00a3": " pounds ", "\u20ac": " euros "},
        **{"\u00e6": "ae", "\u00c6": "Ae", "\u0153": "oe", "\u0152": "Oe"},
    }
)
"""Letters with a stroke, or two in one, which have no accent to drop; and money."""


def split_words(text: str) -> list[str]:
    """The words of a text in order, with BREAK where a clause ends."""
    text = text[:MAX_LOOKED_AT]
    if text.isascii():
        if text.isalnum():  # one plain word, as most that are read from files are
            return [text.lower()]
    else:
        # Cut again: an emoji becomes its whole name.
        text = _plain(text)[:MAX_LOOKED_AT]
    words = _WORDS.findall(text.casefold().translate(_SILENT))
    return [word if word[0].isalnum() else BREAK for word in words]


def words_of_all(texts: Iterable[str]) -> Iterator[str]:
    """The words of many short texts."""
    signs = str.maketrans("*{}", "   ")
    for part in set(" ".join(texts).translate(signs).split()):
        yield from (word for word in split_words(part) if word)


def _plain(text: str) -> str:
    """The text without accents and hidden characters; an emoji becomes its name in words."""
    kept: list[str] = []
    for character in unicodedata.normalize("NFKD", text):
        if len(kept) >= MAX_LOOKED_AT:
            break  # one sign can be eighteen letters
        if character.isalpha():  # as nearly all are
            kept.append(character)
            continue
        kind = unicodedata.category(character)
        if kind == "So":
            kept.append(f" {unicodedata.name(character, '').lower()} ")
        elif kind[0] != "M" and kind not in ("Cf", "Sk"):
            kept.append(character)
    return "".join(kept).translate(_LETTERS)


_DOUBLED = frozenset("bdgmnprt")
# Consonant, vowel, consonant, as in "hat(e)d"; after w, x or y no English word drops an e.
_SHORT_WITH_E = re.compile("[^aeiou][aeiou][^aeiouwxy]").fullmatch


_OWN_WORDS = frozenset({"missing", "fitting", "trapped"})
"""Words whose stem means another thing: Miss is a teacher, and trap is music."""


def stem(word: str) -> str:
    """A word without its regular ending, so that asks, asked and asking are one."""
    if len(word) < 4 or word in _OWN_WORDS:
        return word
    if word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif word.endswith("ing") and len(word) > 5:
        word = _without_ending(word[:-3])
    elif word.endswith("ed") and len(word) > 4 and word[-3] != "e":
        word = _without_ending(word[:-2])
    elif word.endswith(("ses", "xes", "zes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _without_ending(word: str) -> str:
    """`stopp` as `stop`, and `hat` as `hate`: English doubles the letter, or there was an e.

    In so short a word it makes the difference: `hated` is no hat, and a bar is not bare.
    """
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        return word[:-1]
    if len(word) == 3 and _SHORT_WITH_E(word):
        return word + "e"
    return word
