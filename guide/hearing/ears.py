"""The ears of a conversation: one a language, made when someone first types in it."""

from guide import catalogue
from guide.flow.model import Facts, Library
from guide.hearing import phrases, table
from guide.hearing.ear import Ear, Heard
from guide.hearing.guesses import Guess, Guesser, Guesses
from guide.hearing.waiting import Waiting
from guide.words import SOURCE_LANGUAGE, Words

STRANGE = 0.5
"""A line of which this share is not known may be in another language."""


class Ears:
    """Hears a library in the language spoken, and knows when another shipped one is typed."""

    def __init__(self, library: Library, flows: str = "", locales: str = "") -> None:
        self._library = library
        self._flows = flows
        self._locales = locales
        self._made: dict[str, Guesser] = {}
        self._others: phrases.Languages | None = None

    def guesser(self, language: str = SOURCE_LANGUAGE) -> Guesser:
        """The guesser of a language: English is always understood beside it."""
        if language not in self._made:
            self._made[language] = _guesser(self._library, self._flows, self._locales, language)
        return self._made[language]

    def listen(self, text: str, language: str) -> Heard:
        """What a typed line may mean."""
        return self.guesser(language).ear.listen(text)

    def guess(self, heard: Heard, step: str, facts: Facts, language: str) -> Guesses:
        """What it may mean here."""
        return self.guesser(language).guess(heard, step, facts)

    def standing_danger(self) -> tuple[Guess, ...]:
        """The guess that someone is in danger."""
        return next(iter(self._made.values())).standing_danger()

    def waiting(self) -> Waiting:
        """An empty place for answers confirmed before their question."""
        return Waiting(self._library, self.guesser().reach)

    def other_language(self, text: str, heard: Heard, language: str) -> str:
        """The code of another shipped language that a line seems to be in; empty if none.

        Asked only of a line that is mostly strange.
        """
        if heard.strange < STRANGE:
            return ""
        if self._others is None:
            self._others = phrases.Languages(self._locales, self._profile)
        return self._others.of(text, besides=language)

    def _profile(self, language: str) -> phrases.Profile:
        return table.load(self._library, self._flows, self._locales, language).profile

    def words(self, language: str) -> Words:
        """The words of a language that was recognised."""
        found = catalogue.load(self._locales, language)
        if found is None:
            return Words(self._library.contacts, instead=True)
        return Words(self._library.contacts, language, found)


_KEPT = 8
_kept: list[tuple[tuple[object, ...], Guesser]] = []
"""The guessers made last: conversations about the same flows share one. It keeps nothing said."""


def _guesser(library: Library, flows: str, locales: str, language: str) -> Guesser:
    wanted = (flows, locales, language)
    for (kept_library, *rest), guesser in _kept:
        if kept_library is library and tuple(rest) == wanted:
            return guesser
    made = Guesser(Ear(library, table.load(library, flows, locales, language).index))
    _kept.insert(0, ((library, *wanted), made))
    del _kept[_KEPT:]
    return made
