"""An ear: everything a library can be told, ready to be compared with what someone types."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from guide.flow.model import Library, Option, Question, Wording
from guide.hearing import ages
from guide.hearing.concepts import GAP, Phrases, Spotted, Spotter
from guide.hearing.lexicon import Lexicon
from guide.hearing.signs import Match, Part, Sign, Signs
from guide.hearing.spelling import Spelling, Word
from guide.hearing.typed import BREAK, stem, words

DANGER = "danger=now"
"""What is a sign of danger: said anywhere, it comes before all else."""
CHILD = frozenset({"child", "my-child", "pupil", "other-child", "around-children"})
"""Concepts of the file of words that speak of a child who is not the speaker."""
GROWN_UP = "older-man"
"""The concept of the file of words that somebody's age in figures can be a sign of."""
FEW = 3
"""Answers of so few words may need their question to be understood: "Yes", "None of these"."""


class Heard(NamedTuple):
    """What a typed line may mean. Nothing of the line itself is in it."""

    matches: Mapping[str, Match]
    concepts: frozenset[str]
    my_age: str
    their_age: str
    distress: bool
    strange: float
    """The share of its words that nothing is known of, mended slips aside."""
    yes_or_no: str
    """`yes` or `no` where the whole line says so, else empty."""
    whole: tuple[str, ...]
    """The answers, as step.option, whose phrases the whole line is."""

    @property
    def speaks_of_a_child(self) -> bool:
        """Whether somebody else's childhood is spoken of: a child, a pupil, my daughter."""
        return not self.concepts.isdisjoint(CHILD)


class Ear:
    """Hears what a line may mean. Made once for a library and a language."""

    def __init__(
        self, library: Library, lexicon: Lexicon, own: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """`own` are the phrases of the language spoken, by what they mean, where it is another."""
        self.library = library
        self._lexicon = lexicon
        self._ages = {value: _span(span) for value, (span, *_) in lexicon.ages.items()}
        self.common = _common(library)
        phrases = [*_phrases(library, self.common), *_translated(library, own or {})]
        self._spelling = Spelling(_known(lexicon, phrases), _spellings(lexicon))
        self._stems: dict[str, list[str]] = {}
        self._labels: dict[Wording, frozenset[str]] = {}
        concepts = {
            name: [self._stem_all(phrase) for phrase in listed]
            for name, listed in lexicon.concepts.items()
        }
        self._spotter = Spotter(
            Phrases(
                concepts,
                [self._stem_all(phrase) for phrase in _silent(lexicon)],
                [self._stem_all(phrase) for phrase in lexicon.denials],
                frozenset(stem(word) for word in lexicon.ends),
            )
        )
        things = _things(library)
        told = [
            Sign(f"{kind}={of}", phrase, self._units(phrase, concepts))
            for kind, groups in lexicon.signs.items()
            for of, listed in groups.items()
            if f"{kind}={of}" in things
            for phrase in listed
        ]
        written = [Sign(of, phrase, self._units(phrase)) for of, phrase in phrases]
        self._signs = Signs(_telling(told, written))
        self._distress = [self._units(phrase, concepts) for phrase in lexicon.distress]
        self._yes_or_no = {
            self._stem_all(phrase): answer
            for answer, listed in (("yes", lexicon.yes), ("no", lexicon.no))
            for phrase in listed
        }
        self._whole: dict[tuple[str, ...], list[str]] = {}
        for address, phrase in _by_answer(library):
            self._whole.setdefault(self._stem_all(phrase), []).append(address)

    def listen(self, text: str) -> Heard:
        """What a typed line may mean, anywhere in the library."""
        typed = words(text)
        known = self._spelling.known(typed)
        spotted = self._spotter.spot([word.stem for word in known])
        if ages.grown_up(typed):
            spotted.append(Spotted(GROWN_UP, (), True))
        units = {one.unit for one in spotted}
        line = tuple(word.stem for word in known if word.stem != BREAK)
        return Heard(
            matches=self._signs.match(spotted, self._lexicon.kinds),
            concepts=frozenset(one.unit for one in spotted if one.concept),
            my_age=ages.band(typed, self._ages, mine=True),
            their_age=ages.band(typed, self._ages, mine=False),
            distress=any(sign <= units for sign in self._distress),
            strange=self._spelling.strange(typed),
            yes_or_no=self._yes_or_no.get(line, ""),
            whole=tuple(self._whole.get(line, ())) if line else (),
        )

    def spotted(self, text: str) -> list[Spotted]:
        """What the words of a line are read as, for an author who asks why."""
        return self._spotter.spot([word.stem for word in self._spelling.known(words(text))])

    def label(self, option: Option) -> frozenset[str]:
        """What the words of an answer speak of."""
        if option.say not in self._labels:
            units = (self._units(variant.text.source) for variant in option.say)
            self._labels[option.say] = frozenset().union(*units)
        return self._labels[option.say]

    def speaks(self, option: Option) -> bool:
        """Whether the words of an answer say something by themselves ("None of these" does not)."""
        return bool(self.label(option)) or any(
            len(variant.text.source.split()) > FEW for variant in option.say
        )

    def worth(self, units: Iterable[str]) -> tuple[Part, ...]:
        """What units are worth."""
        return self._signs.parts(units)

    def _stem_all(self, phrase: str) -> tuple[str, ...]:
        """A phrase of a file as stems; what is written there is never a slip."""
        found: list[str] = []
        for word in phrase.split():
            stems = self._stems.get(word)
            if stems is None:
                written = self._spelling.written(words(word)) if word != GAP else [Word(GAP)]
                stems = self._stems[word] = [one.stem for one in written if one.stem != BREAK]
            found += stems
        return tuple(found)

    def _units(self, phrase: str, names: Mapping[str, object] | None = None) -> frozenset[str]:
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
        for one in self._spotter.spot(stems):
            if not one.concept and one.at[0] in named:
                one = Spotted(named[one.at[0]], one.at, True, one.denied)
            units.add(one.unit)
        silent = set(range(len(stems))) - {at for one in self._spotter.spot(stems) for at in one.at}
        units |= {named[at] for at in silent if at in named}
        return self._plainest(units)

    def _plainest(self, units: set[str]) -> frozenset[str]:
        """The units without those that another of them says already."""
        wider = {kind for unit in units for kind in self._lexicon.kinds.get(unit, ())}
        return frozenset(units - wider)


def _span(span: str) -> tuple[int, int]:
    low, _, high = span.partition(" to ")
    return int(low), int(high)


def _common(library: Library) -> frozenset[str]:
    """The ids of answers that most questions have ("not sure"): they say nothing elsewhere."""
    questions = [step for step in library.steps.values() if isinstance(step, Question)]
    counted: dict[str, int] = {}
    for question in questions:
        for option in question.options:
            counted[option.id] = counted.get(option.id, 0) + 1
    return frozenset(name for name, times in counted.items() if times > len(questions) / 2 > 1)


def keys(option: Option) -> list[str]:
    """What a sign of this answer is a sign of: the facts it records, or the answer by its id."""
    facts = [f"{fact}={value}" for fact, value in option.means]
    if DANGER in facts:
        return [DANGER]
    said = [fact for fact in facts if fact.startswith("concern=")]
    return said or facts[:1] or [f"option={option.id}"]


def _things(library: Library) -> set[str]:
    """Everything a sign can be a sign of in this library; signs of other things are no use here."""
    found = {DANGER, *(f"topic={name}" for name in library.topics)}
    for step in library.steps.values():
        if isinstance(step, Question):
            for option in step.options:
                found |= {f"option={option.id}", *keys(option)}
    return found


def _phrases(library: Library, common: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Every phrase of the flows, with what it is a sign of."""
    for step in library.steps.values():
        if isinstance(step, Question):
            for option in step.options:
                # Phrases for "yes, in danger" answer a closed question; elsewhere they say little.
                if option.id not in common and keys(option) != [DANGER]:
                    for phrase in _words_of(option):
                        for key in keys(option):
                            yield key, phrase
    for option in library.always:
        for phrase in _words_of(option):
            for key in keys(option):
                yield key, phrase
    for topic in library.topics.values():
        for phrase in (*topic.also, *(variant.text.source for variant in topic.ask)):
            yield f"topic={topic.id}", phrase


def _telling(told: list[Sign], written: list[Sign]) -> list[Sign]:
    """The signs of the file of words, and those phrases of the flows that add to them.

    A phrase beside an answer may speak of little ("hes with me now"): where the file of words says
    what those few things are a sign of, it is heard as that and nothing else.
    """
    meant: dict[frozenset[str], set[str]] = {}
    for sign in told:
        meant.setdefault(sign.units, set()).add(sign.of)
    added = [
        sign
        for sign in written
        if sign.units not in meant and len(sign.units) * 3 >= len(sign.phrase.split())
    ]
    return [sign for sign in (*told, *added) if sign.units]


def _translated(library: Library, own: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """A translator's phrases with what they are a sign of; others are passed over."""
    for key, listed in own.items():
        step, _, name = key.partition(".")
        question = library.steps.get(step)
        option = question.option(name) if isinstance(question, Question) else None
        if option is not None:
            of = keys(option)[0]
        elif key in library.topics:
            of = f"topic={key}"
        elif key == "danger":
            of = DANGER
        else:
            continue
        for phrase in listed:
            yield of, phrase


def _words_of(option: Option) -> tuple[str, ...]:
    return (*option.also, *(variant.text.source for variant in option.say))


def _by_answer(library: Library) -> Iterator[tuple[str, str]]:
    """Every phrase with the answer it stands beside, as step.option."""
    for step in library.steps.values():
        if isinstance(step, Question):
            for option in step.options:
                for phrase in _words_of(option):
                    yield f"{step.id}.{option.id}", phrase


def _spellings(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    return {
        typed: tuple(meant.split())
        for meant, listed in lexicon.spellings.items()
        for typed in listed
    }


def _silent(lexicon: Lexicon) -> tuple[str, ...]:
    return (*lexicon.silent, *lexicon.sayings, *lexicon.not_denials)


def _known(lexicon: Lexicon, phrases: list[tuple[str, str]]) -> set[str]:
    """Every word that stands in any file: none of them is a slip of another."""
    texts = [phrase for _, phrase in phrases]
    texts += [*_silent(lexicon), *lexicon.denials, *lexicon.spellings]
    for group in (lexicon.concepts, *lexicon.signs.values()):
        for listed in group.values():
            texts += listed
    return set(words_of_all(texts))


def words_of_all(texts: Iterable[str]) -> Iterator[str]:
    """The words of many short texts."""
    signs = str.maketrans("*{}", "   ")
    for part in set(" ".join(texts).translate(signs).split()):
        yield from (word for word in words(part) if word)
