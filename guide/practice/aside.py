"""Stepping out of a story: a typed cry for help brings help first, then asks whose it is.

Nothing typed is kept: only whether somebody is being asked. The story stands where it was.
"""

from guide.conversation import phrases
from guide.conversation.events import Asked, Choice, Event, Said
from guide.conversation.net import Net
from guide.flow.model import Contact
from guide.practice.scene import Stage
from guide.session import NotOffered

ME, _STORY, RATHER_NOT = "me", "story", "rather-not-say"
"""The keys of the answers to "Is this about you, or something for the story?"."""
ADULTS = ("samaritans", "napac")
"""Who is there for an adult, beside those who are there for everyone; by their ids."""
_HURT_AT_HOME = (
    "domestic-abuse-england",
    "live-fear-free",
    "domestic-abuse-scotland",
    "domestic-abuse-northern-ireland",
)
"""Who is there for an adult who is hurt or controlled at home, one a nation; by their ids."""

_ANSWERS = {
    ME: phrases.ASIDE_ME,
    _STORY: phrases.ASIDE_STORY,
    RATHER_NOT: phrases.ASIDE_RATHER_NOT,
}
_REPLIES = {
    ME: (phrases.ASIDE_YOU_FIRST, phrases.ASIDE_LISTEN, phrases.ASIDE_WAITS),
    _STORY: (phrases.ASIDE_GO_ON,),
    RATHER_NOT: (phrases.ASIDE_FINE, phrases.ASIDE_LISTEN, phrases.ASIDE_WAITS),
}


class Aside:
    """What is typed in a practice: heard, answered with help or a way to go on, and dropped."""

    def __init__(self) -> None:
        self.asking = False
        """Whether somebody is asked whose it is."""
        self._nets: list[Net] = []  # made when someone types

    def hear(self, stage: Stage, text: str) -> list[Event]:
        """Help first where the line is a cry for help, else how to go on; `asking` may follow."""
        if self._net(stage).catches(text, stage.words.language):
            self.asking = True
            return [stage.says(phrases.HEAR_THANKS), *short_card(stage)]
        return self._way_on(stage, text)

    def hear_for_a_room(self, stage: Stage, text: str) -> list[Event]:
        """The same where a group sees the screen: help for everyone, and nobody is asked."""
        if self._net(stage).catches(text, stage.words.language):
            return [stage.says(phrases.ASIDE_ROOM), *help_card(stage), *_at_home(stage)]
        return self._way_on(stage, text)

    def key_of(self, stage: Stage, text: str) -> str:
        """The key of the answer that a whole line is: yes, or no; empty if it is none."""
        answers = {"yes": ME, "no": _STORY}
        return answers.get(self._net(stage).yes_or_no(text, stage.words.language), "")

    def ask(self, stage: Stage, step: str) -> Asked:
        """Whose it is, asked."""
        choices = tuple(Choice(key, stage.phrase(text)) for key, text in _ANSWERS.items())
        return Asked(step, stage.phrase(phrases.ASIDE_WHOSE), "", 1, 1, choices)

    def answer(self, stage: Stage, key: str) -> list[Event]:
        """What is said to the answer; raises NotOffered for another key."""
        if key not in _REPLIES:
            raise NotOffered(key)
        self.asking = False
        replies = [stage.says(text) for text in _REPLIES[key]]
        # Whom to call comes last, right above the question: on a small screen what comes before it,
        # and the card that came first, has gone up by now.
        return [*replies, *([] if key == _STORY else own_card(stage))]

    def _way_on(self, stage: Stage, text: str) -> list[Event]:
        """What is said to words that are no answer: kindly, and with two ways to go on.

        No list knows all that people live with, so whoever says "I" sees whom to call as well.
        """
        own = self._net(stage).may_be_own(text)
        ways = [stage.says(phrases.ASIDE_LISTED), stage.says(phrases.ASIDE_TYPE_HELP)]
        return [*ways, *(short_card(stage) if own else ())]

    def _net(self, stage: Stage) -> Net:
        if not self._nets:
            self._nets.append(Net(stage.library, stage.folders))
        return self._nets[0]


def help_card(stage: Stage) -> list[Event]:
    """The guide's help card, then who is there for adults."""
    return [*stage.narrator.help({}), *for_adults(stage)]


def short_card(stage: Stage) -> list[Event]:
    """Who can be called now, a line each: those who practise are adults, so theirs come early.

    It leaves room for the question below it on a small screen; `help_card` is the whole of it.
    """
    library = stage.library
    names = dict.fromkeys((*library.help[:1], *ADULTS, *library.help))
    called = [library.contacts[name] for name in names if name in library.contacts]
    lines = [Said(_call(stage, contact)) for contact in called if contact.phone]
    return [stage.heading(phrases.HELP_TITLE), *lines]


def own_card(stage: Stage) -> list[Event]:
    """The short card, then who is there for whoever is hurt at home, and one's own lead.

    It is for everyone who does not say that it is the story: nothing typed is kept to choose by.
    """
    return [*short_card(stage), *_at_home(stage), stage.says(phrases.ASIDE_OWN_LEAD)]


def _at_home(stage: Stage) -> list[Event]:
    """Who is there for whoever is hurt at home, a line a nation."""
    contacts = [stage.library.contacts.get(name) for name in _HURT_AT_HOME]
    return [
        Said(f"{_call(stage, contact)}. {stage.say(contact.nation, {})}")
        for contact in contacts
        if contact is not None
    ]


def _call(stage: Stage, contact: Contact) -> str:
    name = stage.name(contact.id, {})
    call = stage.phrase(phrases.WAYS["phone"], value=contact.phone)
    return call if name == contact.phone else f"{name}: {call}"


def for_adults(stage: Stage) -> list[Event]:
    """Who is there for adults, as far as the registry has them."""
    contacts = stage.library.contacts
    adults = [stage.narrator.contact(contacts[name], {}) for name in ADULTS if name in contacts]
    return [stage.heading(phrases.ASIDE_ADULTS), *adults] if adults else []
