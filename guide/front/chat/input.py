"""What a typed line stands for: a command, or the choices it may mean."""

from guide.conversation import phrases
from guide.conversation.dialogue import Dialogue
from guide.conversation.events import Choice
from guide.front import typed
from guide.front.chat.draw.section import Section
from guide.front.chat.draw.text import Action

_DOES = {"x": "hide", "language": "languages"}
"""What the chat calls a command, where that is not the word typed."""


def command(line: str, conversation: Dialogue) -> str:
    """The command a line is, in English or in the language spoken; else an empty text."""
    word = typed.normal(line)
    word = typed.ALIASES.get(word, word)
    for name, text in phrases.COMMANDS.items():
        if word and word in (name, typed.normal(conversation.phrase(text).text)):
            return _DOES.get(name, name)
    return ""


def meant(line: str, section: Section, talk: Dialogue) -> list[Action]:
    """The choices of a section that a line may mean: exactly one where it is plain."""
    if typed.number(line) == 0 and not section.standing:
        return []
    offered = {Choice(offer.does.which, offer.label): offer.does for offer in section.offers}
    if key := typed.opening(line, section.headings, numbers=not section.choices):
        return [Action("open", key)]
    choices = typed.matching(line, section.choices, list(offered), talk.yes_or_no)
    return [offered.get(choice) or Action(section.choosing, choice.key) for choice in choices]


def meant_at_once(character: str, section: Section, talk: Dialogue) -> Action | None:
    """The choice that a digit alone stands for, where no longer number could be meant."""
    if character.isdecimal() and len(section.choices or section.headings) < 10:
        actions = meant(character, section, talk)
        return actions[0] if actions else None
    return None
