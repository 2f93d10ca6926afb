"""Words: the one place where a Text becomes words of a language, its placeholders filled."""

from __future__ import annotations

from guide.flow.model import Contact, Facts, Text, pick
from guide.light import TYPE_CHECKING
from guide.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guide.i18n.catalogue import Catalogue

SOURCE_LANGUAGE = "en"

IN_ENGLISH = Text("guide.mark.english", "{words} (English)", Place("guide/i18n/words.py"))
"""How words are marked that stand in English because the language has none for them yet."""

_LEFT_TO_RIGHT = "\u200e"
"""A mark without a shape, beside a number or link within words that run right to left.

Without it a terminal that lays out such lines shows the groups of a phone number swapped.
"""


def written_out(day: str, language: str) -> str:
    """A day such as 2027-05-21 as that language writes it: 21 May 2027.

    As it is where nobody has told how the language does (Unicode CLDR, through Babel). English
    is that of the UK.
    """
    from datetime import date

    from babel import UnknownLocaleError
    from babel.dates import format_date

    locale = "en_GB" if language == SOURCE_LANGUAGE else language.replace("-", "_")
    try:
        return format_date(date.fromisoformat(day), "long", locale)
    except (UnknownLocaleError, ValueError):
        return day


def safety_of(text: Text) -> str:
    """What a text must tell the reader, where losing that would be dangerous; else empty.

    Beside the texts that flows mark, these are the one thing an ending asks for, the help lines
    and the answers that stand everywhere.
    """
    if text.safety:
        return text.safety
    address = text.address
    if address.startswith("contacts.") and address.endswith(".help"):
        return "Says who to turn to."
    if address.startswith("always."):
        return "Is an answer that can be given at any time."
    if address.endswith(".title") and not address.startswith("guide."):
        return "Says the one thing to do."
    return ""


class Words:
    """One language, and the contacts whose numbers and names fill the placeholders."""

    def __init__(
        self,
        contacts: Mapping[str, Contact],
        language: str = SOURCE_LANGUAGE,
        catalogue: Catalogue | None = None,
        *,
        instead: bool = False,
    ) -> None:
        """`instead` says that these stand in for a language that cannot be shown."""
        self.language = language
        self.instead = instead
        self._contacts = contacts
        self._catalogue = catalogue

    @property
    def draft(self) -> bool:
        """Whether lines about safety wait for their review in this language."""
        return self._catalogue is not None and self._catalogue.draft

    @property
    def own_name(self) -> str:
        """What the language calls itself."""
        return self._catalogue.name if self._catalogue is not None else "English"

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from the right."""
        return self._catalogue is not None and self._catalogue.right_to_left

    def say(
        self, text: Text, facts: Facts | None = None, values: Mapping[str, str] | None = None
    ) -> str:
        """The words of a text; `values` fill placeholders that are no contact's.

        English, marked as such, where the language has no words for today's English.
        """
        words = text.source
        if self._catalogue is not None:
            words = self._translation(text) or self._marked(words)
        return self._fill(words, facts or {}, values or {}) if "{" in words else words

    def unmarked(
        self, text: Text, facts: Facts | None = None, values: Mapping[str, str] | None = None
    ) -> str:
        """As `say`, but for words of which it is said once, before them, that they are English."""
        words = text.source
        if self._catalogue is not None:
            words = self._translation(text) or words
        return self._fill(words, facts or {}, values or {}) if "{" in words else words

    def speaks(self, text: Text) -> bool:
        """Whether the language has words of its own for a text."""
        return self._catalogue is None or bool(self._translation(text))

    def english(
        self, text: Text, facts: Facts | None = None, values: Mapping[str, str] | None = None
    ) -> str:
        """The English to show beside what `say` gives: empty unless that waits for its review.

        Only for what would be dangerous to get wrong.
        """
        catalogue = self._catalogue
        if catalogue is None or not safety_of(text):
            return ""
        key = _key(text)
        if key in catalogue.reviewed or key not in catalogue.drafts:
            return ""
        return self._fill(text.source, facts or {}, values or {})

    def listed(self, items: Iterable[str]) -> str:
        """Items as a list within a sentence."""
        comma = self._catalogue.comma if self._catalogue is not None else ", "
        return comma.join(items)

    def _translation(self, text: Text) -> str:
        assert self._catalogue is not None
        key = _key(text)
        return self._catalogue.reviewed.get(key) or self._catalogue.drafts.get(key) or ""

    def _marked(self, english: str) -> str:
        mark = self._translation(IN_ENGLISH) or IN_ENGLISH.source
        return mark.replace("{words}", english)

    def _fill(self, words: str, facts: Facts, values: Mapping[str, str]) -> str:
        first, *rest = words.split("{")
        filled = [first]
        for part in rest:
            name, _, after = part.partition("}")
            value = values[name] if name in values else self._of_contact(name, facts)
            filled += [self.kept_together(value), after]
        return "".join(filled)

    def kept_together(self, value: str) -> str:
        """A number, link or name so that it reads from the left within any words."""
        if self.right_to_left and value.isascii() and len(value) > 1:
            return f"{_LEFT_TO_RIGHT}{value}{_LEFT_TO_RIGHT}"
        return value

    def _of_contact(self, name: str, facts: Facts) -> str:
        contact_id, _, field = name.rpartition("_")
        contact = self._contacts[contact_id.replace("_", "-")]
        if field == "name":
            return self.name(contact, facts)
        return contact.value(field)

    def name(self, contact: Contact, facts: Facts) -> str:
        """What a contact is called: a service's own name, or ordinary words of the language."""
        text = pick(contact.name, facts)
        if text is None:
            return contact.id
        if contact.translate_name and self._catalogue is not None:
            return self._translation(text) or text.source
        return text.source


def _key(text: Text) -> str:
    """Gettext's own key: context, an EOT character, English."""
    return f"{text.address}\x04{text.source}"
