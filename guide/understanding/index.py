"""An index: all that hearing a library in a language needs, as plain data that can be compiled.

Making it reads every phrase there is, which takes a fifth of a second
(guide/understanding/table.py).
"""

import marshal
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from guide.flow.model import Library
from guide.understanding import meanings
from guide.understanding.concepts import GAP, ConceptPhrases, PhraseTable, Spotted, Spotter
from guide.understanding.concepts import concept_table as table_of_phrases
from guide.understanding.lexicon import Lexicon
from guide.understanding.phrases import NOTHING, LocaleWords
from guide.understanding.signs import Sign, SignTable
from guide.understanding.signs import sign_table as table_of_signs
from guide.understanding.spelling import Spelling, Vocabulary, Word, known_words, without_a_letter
from guide.understanding.typed import BREAK, split_words, stem, words_of_all

OWN = "in the language spoken: "
"""How the concepts begin that a translator's phrases for "I'm not sure" and the like are."""

Units = frozenset[str]


class Index(NamedTuple):
    """All that hearing needs to know."""

    known: Vocabulary
    left: bytes
    """`without_a_letter`, marshalled: needed when the first unknown word is typed."""
    phrases: PhraseTable
    signs: SignTable
    kinds: Mapping[str, tuple[str, ...]]
    ages: dict[str, tuple[int, int]]
    distress: list[Units]
    never_lost: dict[str, Units]
    """Concepts by what is offered, at least as the last of the best, when one of them is heard."""
    yes_or_no: dict[tuple[str, ...], str]
    whole: dict[tuple[str, ...], list[str]]
    """The answers, as step.option, by the phrases that stand beside them."""
    labels: dict[str, Units]
    """What the words of each answer speak of."""
    common: frozenset[str]
    denies_briefly: bool
    """Whether a language is spoken of which only the words for "not" are known."""


def build_index(library: Library, english: Lexicon, own: LocaleWords = NOTHING) -> Index:
    """The index of a library, with a translator's words where another language is spoken."""
    return _Builder(library, english, own).index()


class _Builder:
    """Reads every phrase there is for what it speaks of."""

    def __init__(self, library: Library, english: Lexicon, own: LocaleWords) -> None:
        self._library, self._lexicon, self._own = library, english, own
        self._common = meanings.common(library)
        self._written = [
            *meanings.flow_phrases(library, self._common),
            *meanings.translated(library, own.phrases, self._common),
        ]
        self._silent = (*english.silent, *english.sayings, *english.not_denials)
        # "I don't know" in the language spoken denies nothing that follows it, as in English.
        self._unsure = [
            (f"{OWN}{name}", phrase)
            for key, listed in own.phrases.items()
            if (name := key.partition(".")[2]) in self._common
            for phrase in listed
        ]
        self._known = known_words(self._every_word(), _spellings(english), english.ordinary)
        self._spelling = Spelling(self._known, dict)
        self._stems: dict[str, list[str]] = {}
        self._concepts = {
            name: [self._stem_all(phrase) for phrase in listed]
            for name, listed in english.concepts.items()
        }
        for name, phrase in self._unsure:
            self._concepts.setdefault(name, []).append(self._stem_all(phrase))
        self._table = self._phrase_table()
        self._spotter = Spotter(self._table)

    def index(self) -> Index:
        """Everything, as plain data."""
        english, own = self._lexicon, self._own
        return Index(
            known=self._known,
            left=marshal.dumps(without_a_letter(self._known), 4),
            phrases=self._table,
            signs=table_of_signs(self._signs()),
            kinds=dict(english.kinds),
            ages={value: _span(span) for value, (span, *_) in english.ages.items()},
            distress=[self._units(phrase, self._concepts) for phrase in english.distress],
            never_lost={
                f"{kind}={of}": self._with_narrower(listed)
                for kind, groups in english.never_lost.items()
                for of, listed in groups.items()
            },
            yes_or_no={
                self._stem_all(phrase): answer
                for answer, listed in (
                    ("yes", english.yes),
                    ("no", english.no),
                    ("yes", own.yes),
                    ("no", own.no),
                )
                for phrase in listed
            },
            whole=self._whole(),
            labels=self._labels(),
            common=self._common,
            denies_briefly=bool(own.denials),
        )

    def _every_word(self) -> Iterable[str]:
        """Every word that stands in any file: none of them is a slip of another."""
        english, own = self._lexicon, self._own
        texts = [phrase for _, phrase in self._written]
        texts += [*self._silent, *english.denials, *english.spellings]
        texts += [*(phrase for _, phrase in self._unsure), *own.denials, *own.yes, *own.no]
        for group in (english.concepts, *english.signs.values()):
            for listed in group.values():
                texts += listed
        return words_of_all(texts)

    def _phrase_table(self) -> PhraseTable:
        english = self._lexicon
        return table_of_phrases(
            ConceptPhrases(
                self._concepts,
                [self._stem_all(phrase) for phrase in self._silent],
                [self._stem_all(phrase) for phrase in english.denials],
                frozenset(stem(word) for word in english.ends),
                frozenset(self._stem_all(phrase) for phrase in self._own.denials),
            )
        )

    def _signs(self) -> list[Sign]:
        """The signs of the file of words, and those phrases of the flows that add to them.

        A phrase beside an answer may speak of little ("hes with me now"): where the file of words
        says what those few things are a sign of, it is heard as that and nothing else.
        """
        things = meanings.things(self._library)
        listed_signs = [
            Sign(f"{kind}={of}", phrase, self._units(phrase, self._concepts))
            for kind, groups in self._lexicon.signs.items()
            for of, listed in groups.items()
            if f"{kind}={of}" in things
            for phrase in listed
        ]
        meant = {sign.units for sign in listed_signs}
        written = [Sign(of, phrase, self._units(phrase)) for of, phrase in self._written]
        added = [
            sign
            for sign in written
            if sign.units not in meant and len(sign.units) * 3 >= len(sign.phrase.split())
        ]
        unsure = [
            Sign(f"option={name.removeprefix(OWN)}", phrase, frozenset((name,)))
            for name, phrase in self._unsure
        ]
        return [sign for sign in (*listed_signs, *added, *unsure) if sign.units]

    def _whole(self) -> dict[tuple[str, ...], list[str]]:
        whole: dict[tuple[str, ...], list[str]] = {}
        for address, phrase in meanings.by_answer(self._library, self._own.phrases):
            whole.setdefault(self._stem_all(phrase), []).append(address)
        return whole

    def _labels(self) -> dict[str, Units]:
        texts = {
            variant.text.source
            for _, option in meanings.answers(self._library)
            for variant in option.say
        }
        return {text: self._units(text) for text in sorted(texts)}

    def _with_narrower(self, listed: Iterable[str]) -> Units:
        """Concepts, and those that are one of them by kind."""
        wide = set(listed)
        narrower = (name for name, kinds in self._lexicon.kinds.items() if wide & set(kinds))
        return frozenset(wide | set(narrower))

    def _stem_all(self, phrase: str) -> tuple[str, ...]:
        """A phrase of a file as stems; what is written there is never a slip."""
        all_stems: list[str] = []
        for word in phrase.split():
            stems = self._stems.get(word)
            if stems is None:
                written = self._spelling.written(split_words(word)) if word != GAP else [Word(GAP)]
                stems = self._stems[word] = [
                    spelled.stem for spelled in written if spelled.stem != BREAK
                ]
            all_stems += stems
        return tuple(all_stems)

    def _units(self, phrase: str, names: Mapping[str, object] | None = None) -> Units:
        """What a phrase speaks of; a word that only names a concept stands for it."""
        stems: list[str] = []
        named: dict[int, str] = {}
        for word in phrase.split():
            if names is not None and word in names:
                named[len(stems)] = word
                stems.append(stem(word))
            else:
                stems += self._stem_all(word)
        units = set()
        spotted = self._spotter.spot(stems)
        for spot in spotted:
            if not spot.concept and spot.at[0] in named:
                spot = Spotted(named[spot.at[0]], spot.at, True, spot.denied)
            units.add(spot.unit)
        silent = set(range(len(stems))) - {at for spot in spotted for at in spot.at}
        units |= {named[at] for at in silent if at in named}
        wider = {kind for unit in units for kind in self._lexicon.kinds.get(unit, ())}
        return frozenset(units - wider)  # without what another of them says already


def _span(span: str) -> tuple[int, int]:
    low, _, high = span.partition(" to ")
    return int(low), int(high)


def _spellings(english: Lexicon) -> dict[str, tuple[str, ...]]:
    return {
        typed: tuple(meant.split())
        for meant, listed in english.spellings.items()
        for typed in listed
    }
