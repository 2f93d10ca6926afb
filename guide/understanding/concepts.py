"""What a sentence speaks of: words and short phrases that mean one thing, and what is denied."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from guide.understanding.typed import BREAK

GAP = "*"
"""In a phrase of a concept: up to _MAX_GAP words may stand here."""
# Of the 729 sentences (guesses.py) 1 meets one less; 6 fares alike, and would take words of two
# people for a phrase about one.
_MAX_GAP = 3
# Of the 729 sentences (guesses.py) one less is met with 4, and one with 12: too few, and what is
# denied is heard as said; too many, and a danger told after a "not" is lost.
MAX_DENIED = 7
"""How many words after "not" are denied, at most."""
# Short words (articles, pronouns, "to") are not counted: which they are differs by language, how
# short they are hardly does. Too few words denied asks back once too often; too many loses what
# was said, so it is few.
BRIEFLY, LONG = 3, 4
"""How many words of so many letters are denied in a language whose grammar nobody has listed."""

DENIED = "not "
"""Before the name of what is denied."""


class Spotted(NamedTuple):
    """A concept, or a plain word, and where in the sentence it stands."""

    name: str
    at: tuple[int, ...]
    concept: bool
    denied: bool = False

    @property
    def unit(self) -> str:
        """The name: told apart when denied, and in quotes when it is a word of no concept."""
        name = self.name if self.concept else f'"{self.name}"'
        return DENIED + name if self.denied else name


class ConceptPhrases(NamedTuple):
    """What the concepts are made of: phrases of stems."""

    concepts: Mapping[str, Iterable[tuple[str, ...]]]
    silent: Iterable[tuple[str, ...]]
    """Words that say nothing of themselves, and "not" where it denies nothing."""
    denials: Iterable[tuple[str, ...]]
    ends: frozenset[str]
    """Words at which what is denied ends: but, just, because, and whoever acts next."""
    briefly: frozenset[tuple[str, ...]] = frozenset()
    """Denials of a language whose `ends` nobody has listed: they deny BRIEFLY words."""


class PhraseTable(NamedTuple):
    """Phrases by the words they begin with, so that few are tried at each word: plain data."""

    one: dict[str, list[str]]
    more: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]
    with_gap: dict[str, list[tuple[tuple[str, ...], str]]]
    ends: frozenset[str]


_SILENT, _DENIAL, _BRIEFLY = " silent", " denial", " denial, briefly"
_NAMELESS = (_SILENT, _DENIAL, _BRIEFLY)


def concept_table(phrases: ConceptPhrases) -> PhraseTable:
    """The table of these phrases."""
    table = PhraseTable({}, {}, {}, phrases.ends)
    for name, listed in phrases.concepts.items():
        _add(table, name, listed)
    _add(table, _SILENT, phrases.silent)
    _add(table, _DENIAL, phrases.denials)
    _add(table, _BRIEFLY, sorted(phrases.briefly))
    return table


def _add(table: PhraseTable, name: str, phrases: Iterable[tuple[str, ...]]) -> None:
    for phrase in phrases:
        if len(phrase) == 1:
            table.one.setdefault(phrase[0], []).append(name)
        elif len(phrase) > 1 and phrase[1] == GAP:
            table.with_gap.setdefault(phrase[0], []).append((phrase[1:], name))
        elif phrase:
            table.more.setdefault((phrase[0], phrase[1]), []).append((phrase[1:], name))


class Spotter:
    """Finds concepts in sentences. The longest phrase wins where one lies in another."""

    def __init__(self, table: PhraseTable) -> None:
        self._one, self._more, self._with_gap, self._ends = table

    def spot(self, stems: Sequence[str]) -> list[Spotted]:
        """Everything the sentence speaks of, in order; words of no concept stand for themselves."""
        matches = self._longest(self._matches(stems))
        covered = {at for positions, _ in matches for at in positions}
        denied = self._denied(stems, matches)
        spotted = [
            Spotted(name, positions, True, positions[0] in denied)
            for positions, name in matches
            if name not in _NAMELESS
        ]
        for at, stem in enumerate(stems):
            if at not in covered and stem != BREAK and not stem.isdecimal():
                spotted.append(Spotted(stem, (at,), False, at in denied))
        spotted.sort(key=lambda spot: spot.at)
        return spotted

    def _matches(self, stems: Sequence[str]) -> list[tuple[tuple[int, ...], str]]:
        matches: list[tuple[tuple[int, ...], str]] = []
        present = {GAP, *stems}
        for at, stem in enumerate(stems):
            for name in self._one.get(stem, ()):
                matches.append(((at,), name))
            after = stems[at + 1] if at + 1 < len(stems) else BREAK
            for rest, name in (
                *self._more.get((stem, after), ()),
                *self._with_gap.get(stem, ()),
            ):
                # Nearly all end with a word that stands nowhere here: none of those is followed.
                if rest[-1] in present and (positions := _follow(stems, at, rest)) is not None:
                    matches.append((positions, name))
        return matches

    @staticmethod
    def _longest(
        matches: list[tuple[tuple[int, ...], str]],
    ) -> list[tuple[tuple[int, ...], str]]:
        """The matches without those whose words all belong to a longer one."""
        if len(matches) < 2:
            return matches
        if all(len(positions) == 1 for positions, _ in matches):
            return list(dict.fromkeys(matches))
        kept: dict[tuple[tuple[int, ...], str], None] = {}
        longer: dict[int, list[frozenset[int]]] = {}
        for match in sorted(matches, key=_longest_first):
            positions = match[0]
            if positions[0] in longer or len(positions) > 1:
                mine = frozenset(positions)
                if any(mine < other for other in longer.get(positions[0], ())):
                    continue
                if len(positions) > 1:
                    for at in positions:
                        longer.setdefault(at, []).append(mine)
            kept[match] = None
        return list(kept)

    def _denied(self, stems: Sequence[str], matches: list[tuple[tuple[int, ...], str]]) -> set[int]:
        """The places that a "not" before them denies."""
        denied: set[int] = set()
        for positions, name in matches:
            if name not in (_DENIAL, _BRIEFLY):
                continue
            after = positions[-1] + 1
            left = BRIEFLY if name == _BRIEFLY else MAX_DENIED
            for at in range(after, min(after + MAX_DENIED, len(stems))):
                if stems[at] == BREAK or (stems[at] in self._ends and at > after) or not left:
                    break
                denied.add(at)
                left -= name == _DENIAL or len(stems[at]) >= LONG
        return denied


def _longest_first(match: tuple[tuple[int, ...], str]) -> int:
    return -len(match[0])


def _follow(stems: Sequence[str], at: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
    """Where the rest of a phrase stands after its first word, or None."""
    positions = [at]
    gap = 0
    for part in rest:
        if part == GAP:
            gap = _MAX_GAP
            continue
        at += 1
        end = min(at + gap, len(stems) - 1)
        while at <= end and stems[at] != part:
            if stems[at] == BREAK:
                return None
            at += 1
        if at > end:
            return None
        positions.append(at)
        gap = 0
    return tuple(positions)
