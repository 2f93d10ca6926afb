"""Arabic letters in the shapes they have beside one another, for terminals that join none.

Unicode has a character for each shape (its presentation forms), and Python knows which. A letter
that has none stands as it is.
"""

from collections.abc import Iterable, Iterator
from unicodedata import combining, decomposition, normalize

_PRESENTATION_FORMS = (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEF5))
"""Those of one letter each."""
_LAM_AND_ALEF = range(0xFEF5, 0xFEFD)
_LAM = "\u0644"
_JOINERS = frozenset("\u0640\u200d")
"""The stroke that makes a word longer, and the joiner without a shape: both sides join them."""
_SHAPE = {
    (False, False): "<isolated>",
    (False, True): "<initial>",
    (True, True): "<medial>",
    (True, False): "<final>",
}
"""The shape of a letter: whether it joins the one before, and whether the one after."""


def _forms(numbers: Iterable[int]) -> Iterator[tuple[str, str, str]]:
    """The letters that each form stands for, its shape, and the form."""
    for number in numbers:
        shape, *codes = decomposition(chr(number)).split() or [""]
        if shape in _SHAPE.values():
            yield "".join(chr(int(code, 16)) for code in codes), shape, chr(number)


_FORMS = {(letters, shape): form for letters, shape, form in _forms(_PRESENTATION_FORMS)}
_LIGATURES = {
    _FORMS[_LAM, "<initial>" if shape == "<isolated>" else "<medial>"]
    + _FORMS[letters[1], "<final>"]: form
    for letters, shape, form in _forms(_LAM_AND_ALEF)
}
"""Lam and an alef beside it, which are always written as one."""


def joined(text: str) -> str:
    """The text with every letter in its shape. It has a letter less where lam and alef are one."""
    letters = [part for letter in text for part in _parts(letter)]
    places = [n for n, letter in enumerate(letters) if not combining(letter)]
    bases = [letters[n] for n in places]
    around = zip(places, ["", *bases], bases, [*bases[1:], ""], strict=False)
    for n, before, letter, after in around:
        shape = _SHAPE[_join(before, letter), _join(letter, after)]
        letters[n] = _FORMS.get((letter, shape), letter)
    shaped = "".join(letters)
    for pair, ligature in _LIGATURES.items():
        shaped = shaped.replace(pair, ligature)
    return shaped


def _parts(letter: str) -> str:
    """A letter and its mark, where only the letter has forms."""
    parts = normalize("NFD", letter)
    return parts if _has_forms(parts[0]) and not _has_forms(letter) else letter


def _has_forms(letter: str) -> bool:
    return (letter, "<isolated>") in _FORMS


def _join(before: str, after: str) -> bool:
    """Whether two neighbours join: it takes both of them."""
    from_before = before in _JOINERS or (before, "<initial>") in _FORMS
    return from_before and (after in _JOINERS or (after, "<final>") in _FORMS)
