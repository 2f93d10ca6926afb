"""The chat's state: the conversation as leaves to read, what is selected and what is typed.

It knows nothing of terminals, and no rule of a flow: it passes choices to the Conversation and
events to the leaves.
"""

from collections.abc import Callable

from guide.conversation import phrases
from guide.conversation.conversation import Conversation, Events
from guide.conversation.events import Asked, Card, Choice, Event, Heading, Said, Topics
from guide.front import typed
from guide.front.chat import both, buttons
from guide.front.chat.bubbles import Offer, Section
from guide.front.chat.leaf import NOTHING, Leaf
from guide.front.chat.text import Action
from guide.front.languages import Languages

MAX_TYPED = 200
"""Characters of a typed line that are kept."""


class Talk:
    """One person's chat. `leaf` is what is read now: the conversation, or what lies on top of it."""

    def __init__(self, conversation: Conversation, languages: Languages) -> None:
        self.conversation = conversation
        self.languages = languages
        self.typed = ""
        self.button = NOTHING
        self._twin: Conversation | None = None
        self._changing = NOTHING
        self._spoken_before = ""
        self._main = Leaf(self._told())
        self._on_top: list[Leaf] = []

    @property
    def leaf(self) -> Leaf:
        """What is read now."""
        return self._on_top[-1] if self._on_top else self._main

    @property
    def in_conversation(self) -> bool:
        """Whether the conversation is what is read now."""
        return not self._on_top

    @property
    def shown_in(self) -> str:
        """The languages on the screen, by their codes."""
        return " ".join(talk.language for talk in self._talks)

    @property
    def buttons(self) -> tuple[buttons.Button, ...]:
        """The buttons at the foot."""
        if len(self.languages.codes) > 1:
            return buttons.ALL
        return tuple(b for b in buttons.ALL if b not in buttons.FOR_MORE_LANGUAGES)

    @property
    def progress(self) -> str:
        """How far along the person is, in words; empty at an ending."""
        asked = self.conversation.again()[-1]
        if not isinstance(asked, Asked):
            return ""
        number, about = str(asked.number), str(asked.about)
        return self.conversation.phrase(phrases.PROGRESS, number=number, about=about)

    # -- what a person does

    def do(self, action: Action) -> None:
        """Do what was chosen."""
        self.typed = ""
        self.button = NOTHING
        match action:
            case Action("choose", key):
                self._choose(key)
            case Action("change", number):
                self._ask_again(int(number))
            case Action("change-to", key):
                self._change(key)
            case Action("topic", key):
                self._lay(*self._events(lambda talk: talk.topic(key)))
            case Action("language", code):
                self._speak(code)
            case Action("code", link):
                self._show_code(link)
            case _:
                self._command(action.what)

    def _command(self, name: str) -> None:
        match name:
            case "back":
                self._back()
            case "help":
                self._lay(*self._events(lambda talk: talk.help()))
            case "topics":
                self._lay(*self._events(lambda talk: talk.topics()), choosing="topic")
            case "languages":
                self._lay(self._list_of_languages(), choosing="language")
            case "both":
                self._both()
            case "card":
                self._show_card()
            case "again":
                self._on_top.clear()
                self._main.fresh()
            case "restart":
                self.conversation.restart()
                self._retell()

    def _choose(self, key: str) -> None:
        self._on_top.clear()
        self._main.drop_note()
        self.conversation.choose(key)
        self._main.add(self._section(self._events(lambda talk: talk.latest())))

    def _back(self) -> None:
        """Close what lies on top, or take back the last answer."""
        self._main.drop_note()
        if self._on_top:
            self._on_top.pop()
        elif not self.conversation.answers:
            self._note(phrases.PLAIN_FIRST)
        else:
            self.conversation.back()
            if len(self._main.sections) > 2:
                self._main.take_back(self._offers())
            else:
                self._retell()

    def _ask_again(self, number: int) -> None:
        self._changing = number
        was = self.conversation.answers[number].answer
        events = self._events(lambda talk: (talk.question(number),))
        title = Heading(self._say(phrases.CHAT_CHANGE_TITLE))
        self._lay(title, Said(self._say(phrases.CHAT_WAS, was)), *events, choosing="change-to")

    def _change(self, key: str) -> None:
        self.conversation.change(self._changing, key)
        self._retell()

    # -- what lies on top

    def _lay(self, *events: Event, choosing: str = "choose", spoken: bool = True) -> None:
        """Lay something over the conversation, from its beginning."""
        leaf = Leaf([Section(events, choosing=choosing, spoken=spoken)])
        self._on_top = [leaf] if choosing != "choose" else [*self._on_top, leaf]

    def _list_of_languages(self) -> Topics:
        names = tuple(Choice(code, self.languages.name(code)) for code in self.languages.codes)
        return Topics(self._say(phrases.CHAT_LANGUAGES), names)

    def _show_card(self) -> None:
        card = next((e for e in self._events(lambda t: t.again()) if isinstance(e, Card)), None)
        if card:
            said = [Said(f"{one.question}\n{one.answer}") for one in self.conversation.answers]
            self._lay(card, Heading(self._say(phrases.CHAT_SAID)), *said, spoken=False)

    def _show_code(self, link: str) -> None:
        from guide.front.chat.code import code

        self._on_top.append(Leaf([Section((code(link),))]))

    # -- languages

    @property
    def _talks(self) -> tuple[Conversation, ...]:
        return (self.conversation, self._twin) if self._twin else (self.conversation,)

    def _say(self, text: phrases.Text, answer: str = "") -> str:
        one, *other = (talk.phrase(text, answer=answer) for talk in self._talks)
        return both.join(one, *other) if other else one

    def say(self, text: phrases.Text) -> str:
        """One of the program's own phrases, in the language or languages of this screen."""
        return self._say(text)

    def _events(self, tell: Callable[[Conversation], Events]) -> Events:
        """Events in the language or languages of this screen."""
        one, *other = map(tell, self._talks)
        return both.together(one, *other) if other else one

    def _speak(self, code: str) -> None:
        before = self.conversation.language
        if code != before:
            self._spoken_before = before
            self.conversation.speak(self.languages.words(code))
            if self._twin:
                self._twin = self.conversation.twin(self.languages.words(before))
        self._retell()

    def _both(self) -> None:
        """Show a second language beside the first, or no longer."""
        if self._twin:
            self._twin = None
        else:
            now = self.conversation.language
            others = [code for code in self.languages.codes if code != now]
            second = self._spoken_before or (others[0] if others else now)
            self._twin = self.conversation.twin(self.languages.words(second))
        self._retell()

    # -- the conversation as sections

    def _retell(self) -> None:
        self._on_top.clear()
        self._main.drop_note()
        self._main.replace(self._told())

    def _told(self) -> list[Section]:
        stories = [talk.story() for talk in self._talks]
        told = [both.together(*turn) if len(turn) > 1 else turn[0] for turn in zip(*stories)]
        first, last = told[0], len(told) - 1
        told[0] = (*first[:-1], Said(self.say(phrases.CHAT_HIDE)), first[-1])
        return [
            self._section(events, number - 1, asks=number == last)
            for number, events in enumerate(told)
        ]

    def _section(self, events: Events, answer: int | None = None, *, asks: bool = True) -> Section:
        if answer is None:
            answer = len(self.conversation.answers) - 1
        return Section(events, answer, offers=self._offers() if asks else (), asks=asks)

    def _offers(self) -> tuple[Offer, ...]:
        """What may be chosen beside the answers listed."""
        if self.conversation.finished:
            again = Offer(self.say(phrases.CHAT_RESTART), Action("restart"))
            topics = Offer(self.say(phrases.TOPICS_TITLE), Action("topics"))
            return (topics, again)
        choices = self.conversation.standing_choices
        return tuple(Offer(choice.label, Action("choose", choice.key)) for choice in choices)

    # -- what is typed

    def type(self, character: str) -> None:
        """Add a character to what is typed; a lone number that is plain answers at once."""
        self._main.drop_note()
        self.button = NOTHING
        if not self.typed and character.isdecimal() and len(self.leaf.open.choices) < 10:
            found = typed.matching(character, self.leaf.open.choices)
            if found:
                self.do(self._action(found[0]))
                return
        self.typed = (self.typed + character)[:MAX_TYPED]
        self._point()

    def erase(self) -> None:
        """Take back the last character typed."""
        self.typed = self.typed[:-1]
        self._point()

    def send(self) -> Action | None:
        """What the typed line asks for; None, with a kind word, when that is not plain."""
        line, self.typed = self.typed, ""
        if command := self._typed_command(line):
            return Action(command)
        found = self._matching(line)
        if len(found) == 1:
            return found[0]
        if typed.normal(line):
            self._on_top.clear()
            self._note(phrases.PLAIN_SEVERAL if found else phrases.PLAIN_NOT_UNDERSTOOD)
        return None

    def _action(self, choice: Choice) -> Action:
        return Action(self.leaf.open.choosing, choice.key)

    def _matching(self, line: str) -> list[Action]:
        offered = [Choice(offer.does.which, offer.label) for offer in self.leaf.open.offers]
        by_key = {offer.does.which: offer.does for offer in self.leaf.open.offers}
        found = typed.matching(line, self.leaf.open.choices, offered)
        return [by_key.get(choice.key) or self._action(choice) for choice in found]

    def _point(self) -> None:
        """Select the one choice that what is typed stands for, so that it is seen before Enter."""
        found = self._matching(self.typed) if self.typed else []
        self.leaf.selected = self.leaf.find(found[0]) if len(found) == 1 else NOTHING

    def _typed_command(self, line: str) -> str:
        word = typed.normal(line)
        word = typed.ALIASES.get(word, word)
        for command, text in phrases.COMMANDS.items():
            if word and word in (command, typed.normal(self.conversation.phrase(text))):
                return "hide" if command == "x" else command
        return ""

    def _note(self, *texts: phrases.Text) -> None:
        self._main.note(Section([Said(self.say(text)) for text in texts], asks=False))
