"""What a typed line stands for: a command, or the choices it may mean."""

from collections.abc import Iterable

from guide.conversation.dialogue import Dialogue
from guide.conversation.events import Choice
from guide.front import typed
from guide.front.chat.draw.buttons import Button
from guide.front.chat.draw.section import Section
from guide.front.chat.draw.text import Action

# What is typed stands in one line, its end in view. As much is kept as is read of a story
# (understanding/story.py); a key that is stuck, or a paste, must not fill the memory.
MAX_TYPED = 5000
"""Characters of a typed line that are kept."""

_DOES = {"x": "hide", "language": "languages"}
"""What the chat calls a command, where that is not the word typed."""


def action_of(line: str, conversation: Dialogue) -> Action | None:
    """The command a line is, in English or in the language spoken."""
    name = typed.command(line, conversation.phrase)
    return Action(_DOES.get(name, name)) if name else None


def button(line: str, conversation: Dialogue, buttons: Iterable[Button]) -> Action | None:
    """What the button does whose name a line is, in English or in the language spoken."""
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
    """The choice that a digit alone stands for, where no longer number could be meant.

    Where most answers hold other numbers ("11 to 17") somebody may type one: "14" begins with a 1.
    """
    digit = typed.number(character)
    if digit is None or 0 < digit <= len(section.choices or section.headings) // 10:
        return None
    of_numbers = sum(_holds_more_than(len(section.choices), each) for each in section.choices)
    if digit and of_numbers > len(section.choices) / 2:
        return None
    actions = meant(character, section, talk)
    return actions[0] if actions else None


def _holds_more_than(most: int, choice: Choice) -> bool:
    """Whether an answer holds a number that is none of the list's own."""
    apart = "".join(each if each.isdecimal() else " " for each in choice.label)
    return any(int(number) > most for number in apart.split())
