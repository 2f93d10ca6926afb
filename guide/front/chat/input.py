"""What a typed line stands for: a command, or the choices it may mean."""

from collections.abc import Iterable

from guide.conversation.dialogue import Dialogue
from guide.conversation.events import Choice
from guide.front import typed
from guide.front.chat.draw.buttons import Button
from guide.front.chat.draw.section import Section
from guide.front.chat.draw.text import Action

_DOES = {"x": "hide", "language": "languages"}
"""What the chat calls a command, where that is not the word typed."""


def command(line: str, conversation: Dialogue, buttons: Iterable[Button]) -> Action | None:
    """What a line asks for that is no answer: by a command's word or the name of a button.

    Both are heard in English and in the language spoken.
    """
    if name := typed.command(line, conversation.phrase):
        return Action(_DOES.get(name, name))
    names = {button.does.what: button.name for button in buttons}
    name = typed.command(line, conversation.phrase, names)
    return Action(name) if name in names else None


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
    if character.isdecimal() and len(section.choices) < 10:
        actions = meant(character, section, talk)
        return actions[0] if actions else None
    return None
