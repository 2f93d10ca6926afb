"""The languages a person can choose from, each under its own name."""

from collections.abc import Callable, Mapping

from guide.conversation.events import Choice, Topics
from guide.conversation.phrases import DRAFT_NAME
from guide.flow.model import Contact
from guide.i18n import catalogue, load
from guide.i18n.words import SOURCE_LANGUAGE, Words


class Languages:
    """English and every language in a folder of locales; a catalogue is read when first needed."""

    def __init__(
        self,
        contacts: Mapping[str, Contact],
        folder: str,
        only: tuple[str, ...] = (),
        *,
        practice: bool = False,
        can_write: Callable[[str], bool] = lambda _: True,
    ) -> None:
        """`only` these codes, in this order, where some are given.

        `practice` asks for the words of the practice too; `can_write` says whether the terminal
        has all of some letters: a language whose letters it lacks cannot be shown.
        """
        self._contacts = contacts
        self._load_catalogue = load.load_with_practice if practice else load.load_catalogue
        self._can_write = can_write
        self._only = only
        self._folder = folder
        self._codes: tuple[str, ...] = ()
        self._read: dict[str, Words] = {}

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, English first; none whose very name the terminal cannot show."""
        if not self._codes:
            others = [
                code for code in catalogue.language_codes(self._folder) if code != SOURCE_LANGUAGE
            ]
            shown = [code for code in others if self._can_write(self.short_name(code))]
            self._codes = self._only or (SOURCE_LANGUAGE, *shown)
        return self._codes

    def words(self, code: str) -> Words:
        """The words of a language; English, which says so, where they cannot be read."""
        if code not in self._read:
            self._read[code] = self._load(code)
        return self._read[code]

    def _load(self, code: str) -> Words:
        if code == SOURCE_LANGUAGE:
            return Words(self._contacts)
        translations = self._load_catalogue(self._folder, code)
        if translations is None or not self._can_write(translations.letters):
            return Words(self._contacts, instead=True)
        return Words(self._contacts, code, translations)

    def short_name(self, code: str) -> str:
        """What a language calls itself, as far as that is known without reading its catalogue."""
        return catalogue.OWN_NAMES.get(code, code)

    def name(self, code: str) -> str:
        """What a language calls itself, and whether its words are a draft."""
        words = self.words(code)
        return code if words.instead else name_of(words)

    def listed(self, title: str) -> Topics:
        """The languages there are, each under its own name, to choose one."""
        return Topics(title, tuple(Choice(code, self.name(code)) for code in self.codes))


def name_of(words: Words) -> str:
    """What a language calls itself, and whether its words are a draft."""
    if words.draft:
        return words.say(DRAFT_NAME, values={"language": words.own_name})
    return words.own_name
