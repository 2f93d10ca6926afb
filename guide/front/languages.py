"""The languages a person can choose from, each under its own name."""

from collections.abc import Mapping

from guide import catalogue
from guide.conversation.phrases import LANGUAGE_NAME
from guide.flow.model import Contact
from guide.words import SOURCE_LANGUAGE, Words


class Languages:
    """English and every language in a folder of locales; a catalogue is read when first needed."""

    def __init__(self, contacts: Mapping[str, Contact], folder: str) -> None:
        self._contacts = contacts
        self._folder = folder
        self._codes: tuple[str, ...] | None = None
        self._read: dict[str, Words] = {}

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, English first."""
        if self._codes is None:
            others = [code for code in catalogue.languages(self._folder) if code != SOURCE_LANGUAGE]
            self._codes = (SOURCE_LANGUAGE, *others)
        return self._codes

    def words(self, code: str) -> Words:
        """The words of a language."""
        if code not in self._read:
            found = {} if code == SOURCE_LANGUAGE else catalogue.load(self._folder, code)
            self._read[code] = Words(self._contacts, code, found)
        return self._read[code]

    def name(self, code: str) -> str:
        """What a language calls itself; its code where its catalogue does not say."""
        name = self.words(code).say(LANGUAGE_NAME)
        return code if code != SOURCE_LANGUAGE and name == LANGUAGE_NAME.source else name
