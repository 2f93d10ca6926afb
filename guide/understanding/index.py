"""An index: all that hearing a library in a language needs, as plain data that can be compiled.

Making it reads every phrase there is, which takes a fifth of a second
(guide/understanding/table.py).
"""

import marshal
from collections.abc import Iterable, Mapping
from functools import cache as memo
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from guide.flow.model import Library
from guide.understanding import meanings
from guide.understanding.concepts import GAP, ConceptPhrases, PhraseTable, Spotted, Spotter
from guide.understanding.concepts import concept_table as table_of_phrases
from guide.understanding.dangers import NO_DANGERS, DangerTable
from guide.understanding.lexicon import Lexicon
from guide.understanding.phrases import NO_LOCALE_WORDS, LocaleWords
from guide.understanding.signs import Sign, SignTable
from guide.understanding.signs import sign_table as table_of_signs
from guide.understanding.spelling import (
    Spelling,
    Vocabulary,
    Word,
    known_words,
    with_more_left,
    with_words,
    without_a_letter,
)
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
    dangers: DangerTable = NO_DANGERS
    """Words of danger in many languages: heard whichever is spoken."""
    ear: bytes = b""
    """The model of the learned ear; none in another language, or where a folder has none."""


def build_index(library: Library, english: Lexicon, own: LocaleWords = NO_LOCALE_WORDS) -> Index:
    """The index of a library, with a translator's words where another language is spoken."""
    return index_with(EnglishPhrases(library, english), own)


def index_with(english: "EnglishPhrases", own: LocaleWords) -> Index:
    """The same, where the phrases of the flows and of the file of words are read already."""
    return _Builder(english, own).index()


class EnglishPhrases:
    """The phrases of a library and its file of words, read once for the indexes of all languages.

    Another language adds phrases of its own, which are heard beside these.
    """

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self.library, self.lexicon = library, lexicon
        self.common = meanings.common(library)
        self.written = list(meanings.flow_phrases(library, self.common))
        self.silent = (*lexicon.silent, *lexicon.sayings, *lexicon.not_denials)
        spellings = _spellings(lexicon)
        self.known = known_words(self._every_word(), spellings, lexicon.ordinary)
        self._spelling = Spelling(self.known, dict)
        self._stems: dict[str, tuple[str, ...]] = {}
        """Those of each word, and of each phrase: every language asks for most of them again."""
        self._units: dict[tuple[str, bool], tuple[list[str], Units]] = {}
        self.concepts = {
            name: [self.stem_all(phrase) for phrase in listed]
            for name, listed in lexicon.concepts.items()
        }
        self.table = self.phrase_table(self.concepts, NO_LOCALE_WORDS)
        self._spotter = Spotter(self.table)

    def _every_word(self) -> Iterable[str]:
        """Every word that stands in either: none of them is a slip of another."""
        lexicon = self.lexicon
        texts = [phrase for _, phrase in meanings.by_answer(self.library, {})]
        texts += [phrase for _, phrase in self.written]
        texts += [*self.silent, *lexicon.denials, *lexicon.spellings]
        for group in (lexicon.concepts, *lexicon.signs.values()):
            for listed in group.values():
                texts += listed
        return words_of_all(texts)

    @cached_property
    def left(self) -> dict[str, str]:
        """`without_a_letter` of the words that are known in English."""
        return without_a_letter(self.known)

    def phrase_table(
        self, concepts: Mapping[str, Iterable[tuple[str, ...]]], own: LocaleWords
    ) -> PhraseTable:
        """The table of these concepts, and of what is silent or denies."""
        return table_of_phrases(
            ConceptPhrases(
                concepts,
                [self.stem_all(phrase) for phrase in self.silent],
                [self.stem_all(phrase) for phrase in self.lexicon.denials],
                frozenset(stem(word) for word in self.lexicon.ends),
                frozenset(self.stem_all(phrase) for phrase in own.denials),
            )
        )

    def stem_all(self, phrase: str) -> tuple[str, ...]:
        """A phrase of a file as stems; what is written there is never a slip."""
        known = self._stems.get(phrase)
        if known is None:
            words = phrase.split()
            if words == [phrase]:
                known = self._stems_of(phrase)
            else:
                known = tuple(chain.from_iterable(map(self.stem_all, words)))
            self._stems[phrase] = known
        return known

    def _stems_of(self, word: str) -> tuple[str, ...]:
        written = self._spelling.written(split_words(word)) if word != GAP else [Word(GAP)]
        return tuple(part.stem for part in written if part.stem != BREAK)

    def units(self, phrase: str, *, names: bool = False) -> tuple[list[str], Units]:
        """The stems of a phrase, and what it speaks of in English; `names` as for `spot_units`."""
        key = (phrase, names)
        if key not in self._units:
            self._units[key] = self.spot_units(phrase, self._spotter, names=names)
        return self._units[key]

    def spot_units(self, phrase: str, spotter: Spotter, *, names: bool) -> tuple[list[str], Units]:
        """The same with a spotter that knows more; with `names` a word that is the name of a
        concept stands for it.
        """
        named: dict[int, str] = {}
        if not names or self.concepts.keys().isdisjoint(words := phrase.split()):
            stems = list(self.stem_all(phrase))
        else:
            stems = []
            for word in words:
                if word in self.concepts:
                    named[len(stems)] = word
                    stems.append(stem(word))
                else:
                    stems += self.stem_all(word)
        units = set()
        spotted = spotter.spot(stems)
        for part in spotted:
            if not part.concept and part.at[0] in named:
                part = Spotted(named[part.at[0]], part.at, True, part.denied)
            units.add(part.unit)
        if named:
            units |= {named[at] for at in named.keys() - {at for each in spotted for at in each.at}}
        wider = {kind for unit in units for kind in self.lexicon.kinds.get(unit, ())}
        return stems, frozenset(units - wider)  # without what another of them says already


class _Builder:
    """Adds a language's own phrases to the English ones."""

    def __init__(self, english: EnglishPhrases, own: LocaleWords) -> None:
        self._english, self._own = english, own
        self._spellings = _own_spellings(own)
        self._word_evened = memo(self._even_word)  # a language hears all English phrases, too
        self._library, self._lexicon, self._common = (
            english.library,
            english.lexicon,
            english.common,
        )
        translated = meanings.translated(self._library, own.phrases, self._common)
        self._written = [*english.written, *translated]
        # "I don't know" in the language spoken denies nothing that follows it, as in English.
        self._unsure = [
            (f"{OWN}{name}", phrase)
            for key, listed in own.phrases.items()
            if (name := key.partition(".")[2]) in self._common
            for phrase in listed
        ]
        self._own_words = self._words_of_its_own()
        self._known = with_words(english.known, self._own_words, self._spellings)
        denials = tuple(map(self._evened, own.denials))
        self._table = self._phrase_table(denials) if denials or self._unsure else english.table
        self._spotter = Spotter(self._table)
        added = (*denials, *(phrase for _, phrase in self._unsure))
        self._beginnings = {stems[0] for phrase in added if (stems := self._stem_all(phrase))}
        """Only what has one of these words can speak of more here than in English."""

    def _phrase_table(self, denials: tuple[str, ...]) -> PhraseTable:
        concepts = {name: list(phrases) for name, phrases in self._english.concepts.items()}
        for name, phrase in self._unsure:
            concepts.setdefault(name, []).append(self._stem_all(phrase))
        return self._english.phrase_table(concepts, self._own._replace(denials=denials))

    def _words_of_its_own(self) -> frozenset[str]:
        own = self._own
        texts = [phrase for _, phrase in self._written[len(self._english.written) :]]
        texts += [phrase for listed in own.phrases.values() for phrase in listed]
        texts += [*(phrase for _, phrase in self._unsure), *own.denials, *own.yes, *own.no]
        texts += [*own.spellings, *(typed for listed in own.spellings.values() for typed in listed)]
        return frozenset(words_of_all(texts)) - self._english.known.whole

    def _evened(self, phrase: str) -> str:
        """A phrase with the word that is meant in the place of each that is typed for it."""
        if not self._spellings:
            return phrase
        return " ".join(map(self._word_evened, phrase.split()))

    def _even_word(self, word: str) -> str:
        parts = [part for part in split_words(word) if part]
        if self._spellings.keys().isdisjoint(parts):
            return word  # as it stands: it may be the name of a concept, with a hyphen in it
        return " ".join(self._spellings.get(part, part) for part in parts)

    def _stem_all(self, phrase: str) -> tuple[str, ...]:
        return self._english.stem_all(self._evened(phrase))

    def index(self) -> Index:
        """Everything, as plain data."""
        english, own = self._lexicon, self._own
        return Index(
            known=self._known,
            left=marshal.dumps(with_more_left(self._english.left, self._own_words), 4),
            phrases=self._table,
            signs=table_of_signs(self._signs()),
            kinds=dict(english.kinds),
            ages={value: _span(span) for value, (span, *_) in english.ages.items()},
            distress=[self._units(phrase, names=True) for phrase in english.distress],
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
                if phrase not in own.neither
            },
            whole=self._whole(),
            labels=self._labels(),
            common=self._common,
            denies_briefly=bool(own.denials),
        )

    def _signs(self) -> list[Sign]:
        """The signs of the file of words, and those phrases of the flows that add to them.

        A phrase beside an answer may speak of little ("hes with me now"): where the file of words
        says what those few things are a sign of, it is heard as that and nothing else.
        """
        things = meanings.things(self._library)
        listed_signs = [
            Sign(f"{kind}={of}", phrase, self._units(phrase, names=True))
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

    def _units(self, phrase: str, *, names: bool = False) -> Units:
        """What a phrase speaks of, in English and in the language spoken."""
        phrase = self._evened(phrase)
        stems, units = self._english.units(phrase, names=names)
        if self._beginnings.isdisjoint(stems):
            return units
        return self._english.spot_units(phrase, self._spotter, names=names)[1]


def _own_spellings(own: LocaleWords) -> dict[str, str]:
    """The word that is meant by each that is typed for it, also where English has the same word:
    "ma" is no mother in Welsh.
    """
    return {
        " ".join(split_words(typed)): " ".join(split_words(meant))
        for meant, listed in own.spellings.items()
        for typed in listed
    }


def _span(span: str) -> tuple[int, int]:
    low, _, high = span.partition(" to ")
    return int(low), int(high)


def _spellings(english: Lexicon) -> dict[str, tuple[str, ...]]:
    return {
        typed: tuple(meant.split())
        for meant, listed in english.spellings.items()
        for typed in listed
    }
