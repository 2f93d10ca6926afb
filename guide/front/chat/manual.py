"""What can be pressed and typed in the chat, for whoever asks: below whom to turn to."""

from collections.abc import Callable, Iterable

from guide.conversation import phrases
from guide.conversation.conversation import Events
from guide.conversation.dialogue import Dialogue
from guide.conversation.events import Choice, Heading, Said, Topics
from guide.flow.model import Text
from guide.front import typed
from guide.front.chat.draw.buttons import IN_MENU, Button


def keys_and_words(talk: Dialogue, buttons: Iterable[Button]) -> Events:
    """Every key, then all that may be typed: what stands in one list is taken from the other."""
    keys = [Said(*talk.phrase(text)) for text in phrases.KEYS]
    names = [(button.cap, talk.phrase(button.name).text) for button in buttons]
    named = [f"{cap}: {name}" for cap, name in names if name]
    return (
        Heading(talk.phrase(phrases.KEYS_TITLE).text),
        *keys,
        Said(", ".join(named)),
        Heading(talk.phrase(phrases.TYPING_TITLE).text),
        Said(*talk.phrase(phrases.TYPING_OWN)),
        Said(*talk.phrase(phrases.PLAIN_MORE, words=typed.commands_listed(talk.phrase))),
    )


def menu(say: Callable[[Text], str], buttons: Iterable[Button], *, by_hand: bool) -> Topics:
    """Every button that is not at the foot, to press, with its key but for whoever has none."""
    choices = (
        Choice(button.does.what, say(button.name), "" if by_hand else button.cap)
        for button in buttons
        if button in IN_MENU
    )
    return Topics(say(phrases.BUTTON_MORE), tuple(choices))
