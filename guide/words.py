"""Words: the one place where a Text becomes words of a language, its placeholders filled."""

from collections.abc import Mapping

from guide.flow.model import Contact, Facts, Text, pick

SOURCE_LANGUAGE = "en"

Catalogue = Mapping[str, str]
"""Translations by gettext's own key: context, an EOT character, English."""


class Words:
    """One language, and the contacts whose numbers and names fill the placeholders."""

    def __init__(
        self,
        contacts: Mapping[str, Contact],
        language: str = SOURCE_LANGUAGE,
        catalogue: Catalogue | None = None,
    ) -> None:
        self.language = language
        self._contacts = contacts
        self._catalogue = catalogue or {}

    def say(
        self, text: Text, facts: Facts | None = None, values: Mapping[str, str] | None = None
    ) -> str:
        """The words of a text; `values` fill placeholders that are no contact's."""
        words = text.source
        if self._catalogue:
            words = self._catalogue.get(f"{text.address}\x04{words}", words)
        return self._fill(words, facts or {}, values or {}) if "{" in words else words

    def _fill(self, words: str, facts: Facts, values: Mapping[str, str]) -> str:
        first, *rest = words.split("{")
        filled = [first]
        for part in rest:
            name, _, after = part.partition("}")
            filled += [values[name] if name in values else self._of_contact(name, facts), after]
        return "".join(filled)

    def _of_contact(self, name: str, facts: Facts) -> str:
        contact_id, _, field = name.rpartition("_")
        contact = self._contacts[contact_id.replace("_", "-")]
        if field == "name":
            return self.name(contact, facts)
        return contact.value(field)

    def name(self, contact: Contact, facts: Facts) -> str:
        """What a contact is called."""
        text = pick(contact.name, facts)
        return self.say(text, facts) if text else contact.id
