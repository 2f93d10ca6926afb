"""The recognizers of a conversation: one a language, made when someone first types in it."""

from functools import cached_property

from guide.flow.model import Facts, Library
from guide.i18n import catalogue, load
from guide.i18n.words import SOURCE_LANGUAGE, Words
from guide.understanding import phrases, table
from guide.understanding.guesses import Guess, Guesser, Guesses
from guide.understanding.meanings import CONCERN, DANGER
from guide.understanding.reading import LineReading, read
from guide.understanding.recognizer import Recognized, Recognizer
from guide.understanding.story import hear_story
from guide.understanding.waiting import Waiting

_OTHER_LANGUAGE = 0.5
"""A line of which this share is not known may be in another language."""


class Recognizers:
    """Hears a library in the language spoken, and knows when another shipped one is typed."""

    def __init__(
        self,
        library: Library,
        flows: str = "",
        locales: str = "",
        languages: tuple[str, ...] = (),
    ) -> None:
        """`languages` are the codes of those that can be gone over to; empty for all there are."""
        self._library = library
        self._flows = flows
        self._locales = locales
        self._languages = languages
        self._made: dict[str, Guesser] = {}
        self._words: dict[str, Words] = {}
        self._others: phrases.LanguageDetector | None = None

    def guesser(self, language: str = SOURCE_LANGUAGE) -> Guesser:
        """The guesser of a language: English is always understood beside it."""
        if language not in self._made:
            self._made[language] = self._typed(language).guesser
        return self._made[language]

    def recognize(self, text: str, language: str) -> Recognized:
        """What a typed line may mean, however long a story it is."""
        return hear_story(self.guesser(language).recognizer, text)

    def read(
        self, heard: Recognized, text: str, step: str, facts: Facts, language: str
    ) -> LineReading:
        """What a typed line means at a question, part by part."""
        return read(self.guesser(language), heard, text, step, facts)

    def guess(self, heard: Recognized, step: str, facts: Facts, language: str) -> Guesses:
        """What it may mean here, before it is put together to a reading."""
        return self.guesser(language).guess(heard, step, facts)

    def cries_for_help(self, text: str, language: str) -> bool:
        """Whether a line says that somebody is in danger, or its speaker in despair or was harmed.

        What asks or tells another person of these ("does he hurt you?") does not.
        """
        # Only the practice asks this: nobody else waits for it to be read.
        from guide.understanding.forms import speaker
        from guide.understanding.forms.training import without_training

        text = without_training(text)
        heard = self.recognize(text, SOURCE_LANGUAGE)
        if heard.unknown_share >= _OTHER_LANGUAGE and self._cries_in_another(text, heard, language):
            return True
        if speaker.own_life(text):
            return True
        parts = (speaker.own_clauses(text), speaker.stated(text))
        if any(urgent(self.recognize(part, SOURCE_LANGUAGE)) for part in parts):
            return True
        return concerned(self.recognize(speaker.done_to_me(text), SOURCE_LANGUAGE))

    def _cries_in_another(self, text: str, heard: Recognized, language: str) -> bool:
        """The same in another language, whose phrases are all that is known: they say "me"."""
        from guide.understanding.forms import speaker

        if not speaker.ASKS.isdisjoint(text):
            return False
        codes = {language, self.other_language(text, heard, language)} - {SOURCE_LANGUAGE, ""}
        return any(self._says_so(text, code) for code in sorted(codes))

    def _says_so(self, text: str, language: str) -> bool:
        """Whether danger is heard, or a translator's own phrase of a worry in full.

        Of danger a part of a phrase will do, as it does for the guide to ask about danger.
        """
        guesser = self.guesser(language)
        if guesser.may_be_danger(guesser.recognizer.recognize(text)):
            return True
        listed = phrases.load_phrases(self._locales, language).values()
        own = {phrase for several in listed for phrase in several}
        matches = self.recognize(text, language).matches.values()
        heard = {match.of for match in matches if match.full and match.phrase in own}
        return any(of.startswith(CONCERN) for of in heard)

    def standing_danger(self) -> tuple[Guess, ...]:
        """The guess that someone is in danger."""
        return next(iter(self._made.values())).standing_danger()

    def waiting(self) -> Waiting:
        """An empty place for answers confirmed before their question."""
        return Waiting(self._library, self.guesser().reach)

    def other_language(self, text: str, heard: Recognized, language: str) -> str:
        """The code of another shipped language that a line seems to be in; empty if none.

        Asked only of a line that is mostly unknown, or speaks of danger in its words; one in which
        an age is heard ("im nearly 12") is known well enough.
        """
        if heard.danger_in:
            shipped = self._languages or catalogue.language_codes(self._locales)
            likeliest = heard.danger_in[0]
            return likeliest if likeliest in shipped and likeliest != language else ""
        if heard.unknown_share < _OTHER_LANGUAGE or heard.my_age:
            return ""
        if self._others is None:
            self._others = phrases.LanguageDetector(self._locales, self._profile, self._languages)
        english = self.guesser(SOURCE_LANGUAGE).recognizer.knows
        return self._others.of(text, besides=language, english=english)

    def _profile(self, language: str) -> phrases.Profile:
        return self._typed(language).profile

    def _typed(self, language: str) -> "_Language":
        return _language(self._library, self._flows, self._locales, language)

    def words(self, language: str) -> Words:
        """The words of a language that was recognised; its catalogue is read once."""
        if language not in self._words:
            loaded = load.load_catalogue(self._locales, language)
            self._words[language] = (
                Words(self._library.contacts, instead=True)
                if loaded is None
                else Words(self._library.contacts, language, loaded)
            )
        return self._words[language]


def urgent(heard: Recognized) -> bool:
    """Whether help comes first, whatever else was heard: words of distress, or of danger."""
    danger = heard.matches.get(DANGER)
    return heard.distress or (danger is not None and danger.full)


ENOUGH_OF_A_CRY = 2.5
"""A little more than a guess needs (ENOUGH), as nobody asks first: "talk to my lead" has 2.4."""
_PLAIN_SIGN = 3.0
"""A sign of less worth is heard only where the ear does not lean to plain chat."""
_LEANS, _SURELY_NOTHING = 0.75, 0.94
"""From here on the ear leans to plain chat, or is sure of it: "my nephew" and "computers"."""
_EVERY_DAY = frozenset({"talk", "school", "meet"})
"""What alone is no worry: "he told me in confidence", "I have a meeting"."""


def concerned(heard: Recognized) -> bool:
    """Whether something that can be the matter is heard in full, in what is no plain chat."""
    least = _PLAIN_SIGN if heard.nothing >= _LEANS else ENOUGH_OF_A_CRY
    return heard.nothing < _SURELY_NOTHING and any(
        match.full
        and match.score >= least
        and not {part.unit for part in match.parts} <= _EVERY_DAY
        for of, match in heard.matches.items()
        if of.startswith(CONCERN)
    )


class _Language:
    """What hears one language, made when a line is heard in it, and what tells that a line is."""

    def __init__(self, library: Library, flows: str, locales: str, language: str) -> None:
        self._library = library
        self._table = table.load_table(library, flows, locales, language)

    @property
    def profile(self) -> phrases.Profile:
        return self._table.profile

    @cached_property
    def guesser(self) -> Guesser:
        return Guesser(Recognizer(self._library, self._table.index))


# English and each shipped language, with room for a kiosk's own flows beside those shipped.
_KEPT = 8
_kept: list[tuple[tuple[object, ...], _Language]] = []
"""Those made last: conversations about the same flows share one. It keeps nothing said."""


def _language(library: Library, flows: str, locales: str, language: str) -> _Language:
    wanted = (flows, locales, language)
    for (kept_library, *rest), kept in _kept:
        if kept_library is library and tuple(rest) == wanted:
            return kept
    made = _Language(library, flows, locales, language)
    _kept.insert(0, ((library, *wanted), made))
    del _kept[_KEPT:]
    return made
