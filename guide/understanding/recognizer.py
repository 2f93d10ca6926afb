"""Recognizes what a typed line may mean, anywhere in a library."""

import marshal
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from guide.flow.model import Library, Option
from guide.understanding.concepts import Spotted, Spotter
from guide.understanding.dangers import Dangers, HeardDanger
from guide.understanding.ear import OF_ENGLISH, OF_OTHERS, Heard, made_ear, taken_together
from guide.understanding.features import features
from guide.understanding.forms.animals import without_animals
from guide.understanding.forms.done_to import DONE_TO, is_done_to_somebody
from guide.understanding.forms.figures import without_figures
from guide.understanding.forms.hurt_at_home import whom_it_hurts
from guide.understanding.forms.lately import as_told
from guide.understanding.forms.letters import without_letter
from guide.understanding.forms.said_outright import said_outright
from guide.understanding.forms.schoolwork import is_schoolwork
from guide.understanding.index import Index
from guide.understanding.meanings import DANGER, led_to, says_something
from guide.understanding.signs import Match, SignPart, Signs
from guide.understanding.spelling import Spelling, SpellingOfFiles, Word
from guide.understanding.typed import BREAK, split_words
from guide.understanding.whom import ages
from guide.understanding.whom.corrections import is_only_of_whom
from guide.understanding.whom.elsewhere import told_elsewhere
from guide.understanding.whom.person import NOBODY, Person
from guide.understanding.whom.persons import about
from guide.understanding.whom.roles import without_own_roles

_MOST_UNKNOWN_TO_THE_EAR = 0.8
"""A line of which more is not known is not for the ear to judge."""
_FEW = 2
"""A line of so few words ("my stepdad") tells a worry by a sign of it, and not by the ear."""
_DENIED_ALL_THE_SAME = 0.5
"""So sure is the ear where a "not" denies something else: what is denied has 40% at most."""
GROWN_UP = "older-man"
"""The concept of the file of words that somebody's age in figures can be a sign of."""


class Recognized(NamedTuple):
    """What a typed line may mean. Nothing of the line itself is in it."""

    matches: Mapping[str, Match]
    concepts: frozenset[str]
    my_age: str
    """How old the speaker says to be; empty too where they say two ages that do not fit."""
    their_age: str
    distress: bool
    unknown_share: float
    """The share of its words that nothing is known of, mended slips aside."""
    yes_or_no: str
    """`yes` or `no` where the whole line says so, else empty."""
    whole: tuple[str, ...]
    """The answers, as step.option, and topics, as topic=ID, whose phrases the whole line is."""
    answers_how_old: str = ""
    """The value of the fact `age` that answers how old somebody is, where the line is one age."""
    who: Person = NOBODY
    """Whom it is about, as its speaker says it."""
    denied_danger: Match | None = None
    """Danger where a "not" may or may not speak of it, in a language whose grammar is not known."""
    likely: Mapping[str, Match] = MappingProxyType({})
    """The matches that guesses at the matter go by: the learned ear's where there is one."""
    nothing: float = 0.0
    """How likely the learned ear takes it to be about no worry at all; 0 where there is no ear."""
    danger_in: tuple[str, ...] = ()
    """The codes of languages in whose words of danger it speaks, the likeliest first."""
    danger_lasts: bool = False
    """Whether that danger is only what somebody may live with."""
    danger_tells: tuple[str, ...] = ()
    """The concerns that those words of danger speak of, by their ids."""
    i_am: bool = False
    """Whether the speaker tells their age by "I": "im 14"."""
    ages_differ: bool = False
    """Whether the speaker says to be of two ages that do not fit together."""


class Worries(NamedTuple):
    """What of a recognized line says what is the matter; each is as Recognized tells of it."""

    matches: Mapping[str, Match]
    likely: Mapping[str, Match]
    whole: tuple[str, ...]
    nothing: float


class _Line(NamedTuple):
    """A typed line, and what its words are read as."""

    text: str
    typed: list[str]
    known: list[Word]
    spotted: list[Spotted]
    outside_roles: list[str]
    """The words less what their speaker says to be."""
    with_figures: list[str]
    """The same with figures and animals left in: an ear has learned what such lines are about."""
    happened: list[Spotted]
    """What is spotted in those, and what their figures and their order say besides."""


class Recognizer:
    """Hears what a line may mean. Made once for a library and a language."""

    def __init__(
        self, library: Library, index: Index, *, tells: bool = False, of_files: bool = False
    ) -> None:
        """With `tells`, what the learned ear hears is told by its parts, for an author who asks.

        With `of_files` it hears phrases of files sooner; what a person types it would remember.
        """
        self.library = library
        self.common = index.common
        self.never_lost = index.never_lost
        self.index = index
        spelling = SpellingOfFiles if of_files else Spelling
        self._spelling = spelling(index.known, self._without_a_letter)
        self._spotter = Spotter(index.phrases)
        self._signs = Signs(index.signs)
        self._dangers = Dangers(index.dangers)
        self._weighing = OF_OTHERS if index.denies_briefly else OF_ENGLISH
        self._ear = made_ear(index.ear, self._weighing, of_files=of_files)
        self._tells = tells
        self._leads = led_to(library)
        self._grown_up = frozenset(
            value for value, (low, _) in index.ages.items() if low >= ages.EIGHTEEN
        )

    def _without_a_letter(self) -> Mapping[str, str]:
        left: dict[str, str] = marshal.loads(self.index.left)
        return left

    def recognize(self, text: str) -> Recognized:
        """What a typed line may mean, anywhere in the library."""
        index, read = self.index, self._read(text)
        typed, spotted, happened = read.typed, read.spotted, read.happened
        line = tuple(word.stem for word in read.known if word.stem != BREAK)
        foreign = self._dangers.hear(text)
        if index.denies_briefly:
            who, my_age = told_elsewhere(typed, index.ages)
        else:
            my_age = ages.band(typed, index.ages, mine=True)
            who = about(typed, my_age, self._grown_up)
        undenied = self._undenied(spotted)
        worries = self._worries(read, undenied)
        return Recognized(
            matches=worries.matches,
            likely=worries.likely,
            concepts=frozenset(spot.unit for spot in (*spotted, *happened) if spot.concept),
            my_age=my_age,
            their_age=ages.band(typed, index.ages, mine=False),
            distress=bool(foreign.languages) or self._is_distress(read),
            unknown_share=self._spelling.unknown_share(typed),
            yes_or_no=index.yes_or_no.get(line, ""),
            whole=worries.whole,
            answers_how_old=ages.how_old(typed, index.ages),
            who=who,
            denied_danger=_full(undenied.get(DANGER)) if index.denies_briefly else None,
            nothing=worries.nothing,
            danger_in=foreign.languages,
            danger_lasts=self._lasts(foreign, worries.matches.get(DANGER)),
            danger_tells=foreign.concerns,
            i_am=ages.is_of_i(typed),
            ages_differ=ages.differ(typed, index.ages),
        )

    def worries(self, text: str) -> Worries:
        """What of `recognize` says what is the matter, for who asks nothing else of many lines."""
        read = self._read(text)
        return self._worries(read, self._undenied(read.spotted))

    def is_distress(self, text: str) -> bool:
        """Whether `recognize` hears distress, for who asks nothing else of many lines."""
        return self._is_distress(self._read(text)) or bool(self._dangers.hear(text).languages)

    def _read(self, text: str) -> _Line:
        typed = _typed(text)
        known = self._spelling.known(typed)
        spotted = self._spotter.spot([word.stem for word in known])
        outside_roles = self._outside_roles(typed)
        told_anew = outside_roles != typed
        happened = self._spotter.spot(self._stems(outside_roles)) if told_anew else list(spotted)
        if ages.grown_up(typed):
            happened.append(Spotted(GROWN_UP, (), True))
        if is_done_to_somebody(typed):
            happened.append(Spotted(DONE_TO, (), True))
        with_figures = self._with_figures(text, typed, outside_roles)
        return _Line(text, typed, known, spotted, outside_roles, with_figures, happened)

    def _with_figures(self, text: str, typed: list[str], outside_roles: list[str]) -> list[str]:
        whole = without_letter(split_words(text))
        return outside_roles if whole == typed else self._outside_roles(whole)

    def _worries(self, read: _Line, undenied: Mapping[str, Match]) -> Worries:
        typed = read.typed
        matches = self._signs.match(read.happened, self.index.kinds)
        units = {spot.unit for spot in read.happened}
        heard = _less_denied(self._hear(read.with_figures, units), matches, undenied)
        whole = self._whole(word.stem for word in read.known)
        # A lone crying face gets the nearest doors; what it is about is not guessed.
        likely = taken_together(
            matches, heard, self._leads, exact=bool(whole), weighing=self._weighing
        )
        likely = as_told(likely, typed)
        if not whole:  # an author's own phrase is what its author says
            likely = whom_it_hurts(likely, typed)
        likely = said_outright(likely, typed)
        of_person = ages.is_all_said(typed) or is_only_of_whom(typed)
        says_letters = any(map(str.isalpha, read.text))
        if not whole and (of_person or is_schoolwork(typed) or not says_letters):
            return Worries(matches, {}, whole, 1.0)
        return Worries(matches, likely, whole, heard.nothing if heard else 0.0)

    def _is_distress(self, read: _Line) -> bool:
        units = {spot.unit for spot in (*read.happened, *read.spotted)}
        return any(sign <= units for sign in self.index.distress)

    def knows(self, word: str) -> bool:
        """Whether a word is known as it stands, or stood in what the ear learned from."""
        return self._spelling.knows(word) or (self._ear is not None and self._ear.knows(word))

    def yes_or_no(self, text: str, languages: Iterable[str]) -> str:
        """`yes` or `no` where a whole line says so in one of these languages; empty if neither."""
        return self._dangers.yes_or_no(text, languages)

    def _lasts(self, foreign: HeardDanger, danger: Match | None) -> bool:
        """Whether danger only lasts, and a translator's own phrase of it says no more than that."""
        if not foreign.languages or foreign.is_now:
            return False
        return danger is None or not danger.full or self._dangers.lasts(danger.phrase)

    def _stems(self, words: list[str]) -> list[str]:
        return [word.stem for word in self._spelling.known(words)]

    def _outside_roles(self, typed: list[str]) -> list[str]:
        """The words less what a speaker says to be: how another language says that is not known."""
        return typed if self.index.denies_briefly else without_own_roles(typed)

    def _hear(self, outside_roles: list[str], units: set[str]) -> Heard | None:
        if self._ear is None or self._is_foreign(outside_roles):
            return None
        heard = self._ear.hear(self._features(outside_roles, units), tells=self._tells)
        few = len(list(filter(None, outside_roles))) <= _FEW
        return heard._replace(matches={}) if few else heard

    def _is_foreign(self, words: list[str]) -> bool:
        """Whether a line is in a language that the ear did not learn, or no words at all."""
        if self._ear is None or not self.index.denies_briefly:
            return self._spelling.unknown_share(words) > _MOST_UNKNOWN_TO_THE_EAR
        counted = [word for word in words if len(word) > 1]
        known = sum(self._ear.knows(word) or self._spelling.is_added(word) for word in counted)
        english = sum(map(self._spelling.is_english, counted))
        most = _MOST_UNKNOWN_TO_THE_EAR * len(counted)
        return known < len(counted) - most or english > most

    def features(self, text: str) -> set[str]:
        """What the learned ear looks at in a text."""
        typed = _typed(text)
        outside_roles = self._outside_roles(typed)
        units = {spot.unit for spot in self._spotter.spot(self._stems(outside_roles))}
        if is_done_to_somebody(typed):
            units.add(DONE_TO)
        return self._features(self._with_figures(text, typed, outside_roles), units)

    def _features(self, words: list[str], units: set[str]) -> set[str]:
        if self.index.denies_briefly:  # no slip there is mended: an English word may be near
            concepts = {unit for unit in units if unit[-1] != '"'}
            return features(words, self._spelling.meant(words), concepts)
        return features(words, self._stems(words), units)

    def whole(self, text: str) -> tuple[str, ...]:
        """The answers and topics whose phrases a whole line is."""
        return self._whole([word.stem for word in self._spelling.known(split_words(text))])

    def _whole(self, stems: Iterable[str]) -> tuple[str, ...]:
        line = tuple(stem for stem in stems if stem != BREAK)
        return tuple(self.index.whole.get(line, ())) if line else ()

    def _undenied(self, spotted: list[Spotted]) -> Mapping[str, Match]:
        """What the line would fit if nothing in it were denied; empty where nothing is."""
        if not any(spot.denied for spot in spotted):
            return {}
        undenied = [spot._replace(denied=False) for spot in spotted]
        return self._signs.match(undenied, self.index.kinds)

    def spotted(self, text: str) -> list[Spotted]:
        """What the words of a line are read as, for an author who asks why."""
        return self._spotter.spot([word.stem for word in self._spelling.known(split_words(text))])

    def label(self, option: Option) -> frozenset[str]:
        """What the words of an answer speak of."""
        labels = (self.index.labels.get(variant.text.source, frozenset()) for variant in option.say)
        return frozenset().union(*labels)

    def speaks(self, option: Option) -> bool:
        """Whether the words of an answer say something by themselves ("None of these" does not)."""
        return bool(self.label(option)) or says_something(option, self.library.facts)

    def worth(self, units: Iterable[str]) -> tuple[SignPart, ...]:
        """What units are worth, the weightiest first."""
        return self._signs.parts(units)


def _typed(text: str) -> list[str]:
    """The words of a text, less the beginning of a letter, what animals do, and figures."""
    return without_figures(without_animals(without_letter(split_words(text))))


def _full(match: Match | None) -> Match | None:
    return match if match is not None and match.full else None


def _less_denied(
    heard: Heard | None, matches: Mapping[str, Match], undenied: Mapping[str, Match]
) -> Heard | None:
    """What the ear heard, less what the line denies: "nobody asked me for nudes"."""
    if heard is None:
        return None
    denied = {of for of, match in undenied.items() if match.full and _full(matches.get(of)) is None}
    left = {
        of: match
        for of, match in heard.matches.items()
        if of not in denied or match.share >= _DENIED_ALL_THE_SAME
    }
    return heard._replace(matches=left)
