"""Languages made on the fly, for seeing what a translation does to a screen before there is one.

qps-ploc is accented, in brackets and about 40% longer; qps-plocm is that, running right to left.
"""

from collections.abc import Iterator, Mapping

from guide.i18n.catalogue import Catalogue

LONGER = "qps-ploc"
MIRRORED = "qps-plocm"
CODES = (LONGER, MIRRORED)

_ACCENTED = str.maketrans(
    "AaCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz", "ÅåÇçÐðÉéĜĝĤĥÎîĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž"
)
_PADDING = " one two three four five six seven eight nine ten"
_RIGHT_TO_LEFT, _END = "\u202e", "\u202c"


def catalogue(code: str) -> Catalogue | None:
    """The translations of a pseudo-language; None for another code."""
    code = code.replace("_", "-").lower()
    if code not in CODES:
        return None
    words = _Made(mirrored=code == MIRRORED)
    name = "Pseudo (right to left)" if code == MIRRORED else "Pseudo (longer)"
    return Catalogue(code, name, code == MIRRORED, False, "Åļ", ", ", words, {})


class _Made(Mapping[str, str]):
    """Translations made from the English that a key carries."""

    def __init__(self, *, mirrored: bool) -> None:
        self._mirrored = mirrored

    def __getitem__(self, key: str) -> str:
        english = key.partition("\x04")[2]
        longer = _PADDING[: max(2, len(english) * 2 // 5)].rstrip()
        return f"[{self._disguise(english)}{self._disguise(longer)}]"

    def _disguise(self, words: str) -> str:
        """The words made strange, the placeholders left as they are."""
        first, *rest = words.split("{")
        made = self._strange(first)
        for part in rest:
            name, _, after = part.partition("}")
            made += f"{{{name}}}{self._strange(after)}"
        return made

    def _strange(self, words: str) -> str:
        strange = words.translate(_ACCENTED)
        if not self._mirrored:
            return strange
        # Word by word, so that lines can still be broken between them.
        return " ".join(
            f"{_RIGHT_TO_LEFT}{word}{_END}" if word.isalpha() else word
            for word in strange.split(" ")
        )

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 1
