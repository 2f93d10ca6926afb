"""The chat's state: what is read, what is selected and what is typed.

It knows nothing of terminals, and no rule of a flow: it passes choices to the Conversation and
events to the leaves.
"""

from collections.abc import Callable

from guide.conversation import phrases
from guide.conversation.conversation import Events
from guide.conversation.dialogue import Dialogue
from guide.conversation.events import Asked, Event, Heading, Said, Topics
from guide.flow.model import Text
from guide.front import typed
from guide.front.aloud import Voice, events_here
from guide.front.chat import input as entry
from guide.front.chat.draw.buttons import (
    ALL,
    ALOUD,
    AT_AN_ENDING,
    CARD,
    CODE,
    FOOT,
    FOR_MORE_LANGUAGES,
    WHY,
    WITH_ENGLISH,
    Button,
    in_tab_order,
)
from guide.front.chat.draw.code_size import code_fits
from guide.front.chat.draw.lines import NARROW
from guide.front.chat.draw.scroll import UNSELECTED, ScrollView
from guide.front.chat.draw.section import Code, Section
from guide.front.chat.draw.text import Action
from guide.front.chat.in_turn import InTurn
from guide.front.chat.manual import keys_and_words, menu
from guide.front.chat.view import ConversationView
from guide.front.languages import Languages
from guide.front.plain.lines import in_one_line


class ChatState:
    """One person's chat: the conversation as a leaf to read, and what is laid on top of it."""

    def __init__(
        self,
        conversation: Dialogue,
        languages: Languages,
        voice: Voice | None = None,
        open_now: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        """`voice` reads aloud what is shown; `open_now` are contacts who are usually there now."""
        self.conversation = conversation
        self._open_now = open_now
        self._voice = voice or Voice()
        self.telling = ConversationView(conversation, languages)
        self.typed = ""
        self.after = 0
        """How many characters of what is typed stand after the cursor."""
        self.button = UNSELECTED
        """Which of the buttons at the foot is selected."""
        self.in_english = False
        """Whether English stands beside all words of a draft that matter for safety."""
        self.said = ""
        """What was typed last, until what was heard of it is asked back and answered."""
        self.by_hand = False
        """Whether a finger or a mouse was used last: what can be pressed is in two rows then."""
        self.keyboard = False
        """Whether keys to type with are on the screen."""
        self.window = (80, 24)
        """Columns and lines of the window it was last drawn in."""
        self.remark: Text | None = None
        """What was just done, until something else is."""
        self._changing = UNSELECTED
        self._in_turn = InTurn(self.telling)
        self._main = ScrollView(self.telling.story())
        self._on_top: list[ScrollView] = []

    @property
    def leaf(self) -> ScrollView:
        """What is read now."""
        return self._on_top[-1] if self._on_top else self._main

    @property
    def in_conversation(self) -> bool:
        """Whether the conversation is what is read now."""
        return not self._on_top

    @property
    def usually_open(self) -> frozenset[str]:
        """The contacts who are usually there now, where an ending names some."""
        return self._open_now() if self.conversation.finished else frozenset()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons that have something to do here, at the foot or in the menu."""
        missing: tuple[Button, ...] = ()
        if len(self.telling.languages.codes) < 2:
            missing += FOR_MORE_LANGUAGES
        if not any(notice.english for notice in self.conversation.notices()):
            missing += (WITH_ENGLISH,)
        if not any(code_fits(link, *self.window) for link in self.telling.links):
            missing += (CODE,)
        if not self.telling.cards:
            missing += (CARD,)
        if not self.telling.ended:
            missing += (WHY,)
        if not self._voice.speaks(self.conversation.language):
            missing += (ALOUD,)
        return tuple(button for button in ALL if button not in missing)

    @property
    def foot(self) -> tuple[Button, ...]:
        """The few buttons at the foot of the screen."""
        few = AT_AN_ENDING if self.hands_over else FOOT
        return tuple(button for button in self.buttons if button in few)

    @property
    def hands_over(self) -> bool:
        """Whether an ending is read where it needs the lines of the bars, and keys turn pages."""
        narrow = self.window[0] < NARROW and not self.by_hand
        return narrow and self.in_conversation and self.conversation.finished

    # -- what a person does

    def do(self, action: Action) -> None:
        """Do what was chosen."""
        self.typed, self.button, self.keyboard = "", UNSELECTED, False
        self._main.drop_note()
        match action:
            case Action("choose", key):
                self._move(self.conversation.choose, key)
            case Action("say", line):
                self._move(self.conversation.hear, line)
                self.said = line if self._says_back else ""
            case Action("change", number):
                self._ask_again(int(number))
            case Action("change-to", key):
                self.conversation.change(self._changing, key)
                self._retell()
            case Action("topic", key):
                self._lay(*self.telling.events(lambda talk: talk.topic(key)))
            case Action("language", code):
                self.telling.speak(code)
                self._retell()
            case Action("open", heading):
                self._main.turn(heading)
            case Action("code", link):
                self._show(self._in_turn.code(link))
            case Action("card", title):
                self._show(self._in_turn.cards(title, self.leaf.sections[0], self.window))
            case Action(name):
                self._command(name)
        if not self.conversation.confirming:
            self.said = ""

    @property
    def _says_back(self) -> bool:
        """Whether what was heard stands above the question whether it is right."""
        return any(isinstance(event, Asked) and event.above for event in self._main.open.events)

    def _command(self, name: str) -> None:
        match name:
            case "back":
                self._back()
            case "help":
                self._lay(*self.telling.events(self._help))
            case "why":
                self._lay(*self.telling.events(lambda talk: talk.why()))
            case "topics":
                self._lay(*self.telling.events(lambda talk: talk.topics()), choosing="topic")
            case "languages":
                self._lay(self.telling.names_of_languages(), choosing="language")
            case "menu":
                self._lay(self._menu(), choosing="press")
            case "english":
                self.in_english = not self.in_english
            case "both":
                self.telling.speak_both()
                self._retell()
            case "again":
                self._on_top.clear()
                self._main.fresh()
            case "restart":
                self.conversation.restart()
                self._retell()

    def read_aloud(self) -> None:
        """Read aloud what is shown, or stop; what is typed stays as it is, and is never read."""
        on_top = (each for each in self.leaf.sections[0].events if not isinstance(each, Code))
        events = on_top if self._on_top else events_here(self.conversation, self.leaf.open.opened)
        self.remark = self._voice.turn(events, self.conversation.language)

    def be_silent(self) -> None:
        """Stop reading aloud."""
        self._voice.stop()

    def _menu(self) -> Topics:
        return menu(self.telling.say, self.buttons, by_hand=self.by_hand)

    def close(self) -> None:
        """Take away what lies on top of what is read, where something does."""
        if self._on_top:
            self._on_top.pop()

    def _help(self, talk: Dialogue) -> Events:
        """Whom to turn to first; then what can be pressed and typed."""
        return (*talk.help(), *keys_and_words(talk, self.buttons))

    def _move(self, move: Callable[[str], Events], what: str) -> None:
        """Let the conversation move on, and tell what comes of it."""
        self._on_top.clear()
        self._in_turn.forget()
        # To tell all answers costs more the more there are, and only what is confirmed leads back.
        before = self._answers() if self.conversation.confirming else []
        sections = self.telling.move(lambda: move(what))
        if (
            before and self._answers()[: len(before)] != before
        ):  # it went back, to ask something anew
            self._main.replace(self.telling.story())
            return
        for section in sections:
            self._main.add(section)

    def _answers(self) -> list[tuple[str, str]]:
        return [(answer.step, answer.key) for answer in self.conversation.answers]

    def _back(self) -> None:
        """Close what lies on top, or take back the last answer."""
        if self._on_top:
            self.close()
        elif self.conversation.answered or self.conversation.confirming:
            self.conversation.back()
            self._retell()
        else:
            self._note(phrases.PLAIN_FIRST)

    def _retell(self) -> None:
        """Tell the conversation from its beginning, as it is now."""
        self._on_top.clear()
        self._in_turn.forget()
        self.telling.arrive()
        self._main.replace(self.telling.story())

    def _note(self, text: Text) -> None:
        self._main.note(Section([Said(self.telling.say(text))], asks=False))

    # -- what lies on top

    def _lay(self, *events: Event, choosing: str = "", spoken: bool = True) -> None:
        """Lay something to read over what is read now; something to choose, over nothing else."""
        leaf = ScrollView([Section(events, choosing=choosing, spoken=spoken)])
        self._on_top = [leaf] if choosing else [*self._on_top[:1], leaf]

    def _ask_again(self, number: int) -> None:
        """Ask question `number` once more, to answer it differently."""
        self._changing = number

        def asked(talk: Dialogue) -> Events:
            was = talk.phrase(phrases.CHAT_WAS, answer=talk.answers[number].answer)
            title = talk.phrase(phrases.CHAT_CHANGE_TITLE)
            return (Heading(in_one_line(title)), Said(*was), talk.question(number))

        self._lay(*self.telling.events(asked), choosing="change-to")

    def _show(self, alone: Section | None) -> None:
        """Lay a code or a card over everything, where there is one; not over another one."""
        if alone:
            below = [leaf for leaf in self._on_top[:1] if len(leaf.sections[0].events) > 1]
            self._on_top = [*below, ScrollView([alone])]

    # -- what is typed

    def type(self, character: str) -> Action | None:
        """Add to what is typed; a number that can only be one answer gives that answer at once."""
        self.button = UNSELECTED
        action = None
        if not self.typed and not self.keyboard:
            action = entry.meant_at_once(character, self.leaf.open, self.conversation)
        if not action:
            self._put_in(character)
        return action

    def paste(self, words: str) -> None:
        """Add words to what is typed, lines one after another, without what controls a terminal."""
        in_one = " ".join(words.splitlines())
        self._put_in("".join(filter(str.isprintable, in_one)))

    def erase(self) -> None:
        """Take back the character before the cursor."""
        before, after = self.parted
        self.typed = before[:-1] + after
        self._point()

    @property
    def parted(self) -> tuple[str, str]:
        """What is typed before the cursor, and after it."""
        self.after = min(self.after, len(self.typed))
        at = len(self.typed) - self.after
        return self.typed[:at], self.typed[at:]

    def go_along(self, step: int) -> None:
        """Move the cursor by so many characters in what is typed."""
        before, _ = self.parted
        self.after = max(0, self.after - max(step, -len(before)))

    def _put_in(self, words: str) -> None:
        """Put words in at the cursor, as many as there is room for."""
        before, after = self.parted
        room = entry.MAX_TYPED - len(self.typed)
        self.typed = before + words[:room] + after
        self._point()

    def clear(self) -> None:
        """Take back all that is typed."""
        self.typed = ""
        self._point()

    def _point(self) -> None:
        """Select the one choice that what is typed stands for, so that it is seen before Enter."""
        actions = self._meant(self.typed) if self.typed else []
        self.leaf.selected = self.leaf.find(actions[0]) if len(actions) == 1 else UNSELECTED

    def _meant(self, line: str) -> list[Action]:
        return entry.meant(line, self.leaf.open, self.conversation)

    def send(self) -> Action | None:
        """What the typed line asks for: a command, the choice it plainly is, or to be heard."""
        line, self.typed = self.typed, ""
        if command := entry.action_of(line, self.conversation):
            return command
        actions = self._meant(line)
        if len(actions) == 1:
            return actions[0]
        if not actions and (button := entry.button(line, self.conversation, self.buttons)):
            return button
        if actions:
            self._note(phrases.PLAIN_SEVERAL)
        return Action("say", line) if typed.normal(line) and not actions else None

    def next_button(self, step: int) -> None:
        """Go to the next button at the foot (1) or the one before (-1), round and round.

        The answers come first, and the button that hides everything last.
        """
        places = [UNSELECTED, *in_tab_order(self.foot)]
        self.button = places[(places.index(self.button) + step) % len(places)]
        self.leaf.selected = UNSELECTED
