"""Answers in words: what a person would have chosen, so that an author sees the conversation."""

import re
from collections.abc import Sequence

from guide.flow.model import Ending, Facts, Library, Text, pick
from guide.flow.paths import facts_after, next_step, skip_messages

_PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)_(name|phone|text|link|email)\}")


def plain_english(text: Text | None, library: Library) -> str:
    """A text in English, its placeholders filled as plainly as a finding needs."""

    def of_contact(placeholder: "re.Match[str]") -> str:
        contact = library.contacts.get(placeholder[1].replace("_", "-"))
        if contact is None:
            return placeholder[0]
        if placeholder[2] == "name":
            return contact.name[-1].text.source
        return contact.value(placeholder[2])

    return _PLACEHOLDER.sub(of_contact, text.source) if text else ""


def in_words(library: Library, answers: Sequence[str]) -> list[str]:
    """The words of each answer, given one after another from the very start."""
    words = []
    facts: Facts = {}
    step = skip_messages(library, library.first_step(), facts)
    for answer in answers:
        if isinstance(step, Ending):
            break
        option = next((offered for offered in library.options(step) if offered.id == answer), None)
        if option is None:
            break
        words.append(plain_english(pick(option.say, facts), library))
        facts = facts_after(option, facts)
        step = skip_messages(library, next_step(option.to, facts), facts)
    return words
