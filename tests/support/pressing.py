"""Someone who does this and that at the chat or the kiosk, each screen looked at; no terminal.

A session is a list of steps, a text each, so that what broke it can be pasted into a test:

    press KEY          a key, as Textual calls it
    say WORDS          these words typed, a key a character, and Enter
    paste WORDS        these words pasted
    do WHAT [WHICH]    something pressed by hand
    scroll LINES       the wheel turned
    size WIDTH HEIGHT  another size of the window
"""

import atexit
import shutil
from collections.abc import Iterable, Sequence
from functools import cache
from io import StringIO
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from guide.cache import write as write_compiled
from guide.conversation import folding
from guide.conversation.conversation import Conversation, Folders
from guide.conversation.dialogue import Dialogue
from guide.conversation.events import Asked
from guide.front.chat import keys
from guide.front.chat.draw.scroll import KEPT
from guide.front.chat.draw.text import Action, ScreenLine, line_cells
from guide.front.chat.page import FULL_HEIGHT, FULL_WIDTH, draw_page
from guide.front.chat.state import ChatState
from guide.front.kiosk.attract import attract_page, card_page
from guide.front.kiosk.state import KioskTalk
from guide.front.languages import Languages
from guide.front.plain.app import Plain
from guide.front.plain.lines import in_one_line
from guide.kiosk.site import Site
from guide.practice.practice import Practice
from guide.project import Project
from guide.shipped import Shipped
from tests.support.chatting import CHARACTERS
from tests.support.practising import shipped, stage
from tests.support.talking import ROOT, SHIPPED

MARK = "zebrafish"
"""A word that only the person says: it may stand in the typed line and nowhere else."""

SIZES = ((80, 30), (40, 20), (61, 24), (200, 50), (39, 12), (100, 21), (2, 1))
"""Sizes that every screen is drawn in, in turn."""

KEYS = (
    *("1", "2", "2", "3", "4", "5", "7", "9", "enter", "enter", "up", "down", "pageup"),
    *("pagedown", "home", "end", "ctrl+u", "question_mark", "f2", "f3", "f4", "f4", "f5", "f6"),
    *(
        "slash",
        "f9",
        "f10",
        "f12",
        "f7",
        "f8",
        "tab",
        "shift+tab",
        "left",
        "right",
        "a",
        "x",
        "y",
        "n",
        "space",
        "backspace",
    ),
    *("ctrl+z", "ctrl+c", "f12"),
)
WORDS = (
    *("he wants pics", "my dad hits me", "my son is being bullied", "a pupil sent a nude"),
    *("someone is being mean to me", "he is here now", "i want to die", "im 12 and he wants pics"),
    *("are you real", "will my mum find out", "yes", "no", "nope", "yeah", "not sure"),
    *("back", "help", "again", "restart", "topics", "language", "x", "1", "99", "-1", "2."),
    *("mam 12 lat, on chce zdjęć", "я хочу померти", "وہ تصویریں مانگتا ہے", "mae o isio lluniau"),
    *("qqq", "?!", "¯\\_(ツ)_/¯", "👩‍👩‍👦", "{value}", "%s", "a" * 300, "٢", "no no no"),
)
PASTED = ("he wants pics", "two\nlines", "\x1b[31mred", "\u202eback", "\ud83d", "x" * 1000, "")

OF_A_KIOSK = 10
"""Steps between looks at the screens that a kiosk shows beside the chat."""

KINDS = ("chat", "kiosk", "practice")


class Session(NamedTuple):
    """What somebody did: at which front end, in which language, step by step."""

    kind: str
    language: str
    steps: tuple[str, ...]


class ShippedLanguages(Languages):
    """The shipped languages, and a made one that runs from the right."""

    @property
    def codes(self) -> tuple[str, ...]:
        return (*super().codes, "qps-plocm")


@cache
def locales() -> str:
    """The shipped languages compiled as in a release: read from their sources they take seconds."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    made = Shipped(shutil.copytree(ROOT / "locales", f"{folder.name}/locales"))
    project = Project(str(SHIPPED), made)
    for code in project.languages:
        for compiled, make in project.compiled(code):
            write_compiled(compiled, make())
    return made


@cache
def languages(*, practice: bool = False) -> Languages:
    return ShippedLanguages(shipped().contacts, locales(), practice=practice)


def begin(kind: str, language: str) -> ChatState:
    """A talk that nobody has had."""
    spoken = languages(practice=kind == "practice")
    if kind == "practice":
        practice = Practice(stage().in_words(spoken.words(language)))
        return ChatState(practice, spoken)
    folders = Folders(str(SHIPPED), locales())
    conversation = Conversation(shipped(), spoken.words(language), folders=folders)
    return (KioskTalk if kind == "kiosk" else ChatState)(conversation, spoken)


class Sitting:
    """One person in front of one screen; `step` raises whatever breaks, or is not as promised."""

    def __init__(self, kind: str, language: str, talk: ChatState | None = None) -> None:
        """At a talk of its own kind, or at one whose second language need not be sound."""
        self.kind = kind
        self.talk = talk or begin(kind, language)
        # A practice does not tell again what it said of typed words.
        self._sound_twin = kind != "practice" and talk is None
        self.size = SIZES[0]
        self.over = False
        self._room = 1
        self._taken = 0
        self.look()

    def step(self, step: str) -> None:
        """Do one thing, and look at the screen in two sizes."""
        what, _, rest = step.partition(" ")
        self._do(what, rest)
        if not self.over:
            self._taken += 1
            self.look()

    def _do(self, what: str, rest: str) -> None:
        match what:
            case "press":
                self._press(rest)
            case "say":
                for character in rest:
                    self._press(character)
                self._press("enter")
            case "paste":
                self.talk.paste(rest)
            case "do":
                self._act(Action(*rest.split(" ", 1)))
            case "scroll":
                self.talk.leaf.scroll(int(rest), self._room)
            case "size":
                width, height = map(int, rest.split())
                self.size = (width, height)
            case _:
                raise ValueError(what)

    def _press(self, key: str) -> None:
        character = CHARACTERS.get(key, key if len(key) == 1 else None)
        if not self.over and (action := keys.pressed(self.talk, key, character, self._room)):
            self._act(action)

    def _act(self, action: Action) -> None:
        """As the app does it: a kiosk has no way to plain mode, and hiding ends what was here."""
        match action.what:
            case "press":
                self.talk.close()
                self._act(Action(action.which))
            case "hide":
                self.over = True
            case "plain":
                if self.kind != "kiosk":
                    self._go_on_in_plain()
            case "theme":
                pass
            case _:
                self.talk.do(action)

    def _go_on_in_plain(self) -> None:
        out = StringIO()
        typed = StringIO(f"again\n{MARK} he wants pics\nno\n2\nback\nhelp\n")
        Plain(
            self.talk.conversation, out, typed, languages=lambda: self.talk.telling.languages
        ).run()
        assert MARK not in out.getvalue()
        self.over = True

    # -- what is on the screen

    def look(self) -> None:
        """The screen is whole, and holds what it must, at its own size and at another."""
        self._look_at(*SIZES[self._taken % len(SIZES)])
        self._room = self._look_at(*self.size)

    def _look_at(self, width: int, height: int) -> int:
        """Look at the screen in this size; gives the lines that can be read."""
        page = draw_page(self.talk, width, height)
        drawn, room = page.lines, page.height
        screens: list[Sequence[ScreenLine]] = [drawn, page.painted]
        if self.kind == "kiosk" and self._taken % OF_A_KIOSK == 0:
            screens.append(attract_page(self.talk, Site(), width, height))
            screens.append(card_page(self.talk, [""], width, height))
        for lines in screens:
            assert [width] * height == [line_cells(line) for line in lines], (width, height)
        screens.remove(page.painted)  # what it says is looked at as it is read
        if width < FULL_WIDTH or height < FULL_HEIGHT:
            return room
        for lines in screens:
            helps = words(lines, "help")
            full, short = self.talk.conversation.help_lines(), self.talk.conversation.help_names()
            ways = ([in_one_line(line) for line in full], short)
            assert any(all(bare(line) in helps for line in way) for way in ways), helps
        assert MARK not in without(drawn, "typed"), "typed words stand outside of the typed line"
        self._reads()
        return room

    def _reads(self) -> None:
        """What is read holds the question and its answers, in each language on the screen."""
        talk, leaf = self.talk, self.talk.leaf
        assert MARK not in without(leaf.lines, "typed"), "typed words are said back"
        if not talk.in_conversation:
            return
        open_ = [choice.key for choice in leaf.open.choices]
        assert [choice.key for choice in talk.conversation.choices] == open_
        read = words(leaf.lines)
        for conversation in self._told_by():
            for text in texts(conversation, whole=len(leaf.sections) < KEPT):
                assert bare(text) in read, f"{conversation.language} lost: {text}"

    def _told_by(self) -> Iterable[Dialogue]:
        """The conversation, and its twin where that must tell the same."""
        yield self.talk.conversation
        if self._sound_twin and (twin := self.talk.telling._twin):
            yield twin


def texts(conversation: Dialogue, *, whole: bool) -> list[str]:
    """The words that must be there to read: of the question and its answers, or of the ending.

    Of an ending, all that is not folded away, and every heading that more stands under.
    """
    events = conversation.again()
    read = folding.in_view(events) if whole and conversation.finished else ()
    said = [heading.label for heading in folding.headings(events)] if read else []
    for event in read or events[-1:]:
        if isinstance(event, Asked):
            said += [event.text, event.why]
            said += [text for choice in event.choices for text in (choice.label, choice.hint)]
        else:
            said += [
                text for text in (getattr(event, name, "") for name in ("name", "text")) if text
            ]
    return said + [choice.label for choice in conversation.standing_choices]


def bare(text: str) -> str:
    """A text without blanks and line breaks, and without what frames it on a screen."""
    return "".join(text.translate(dict.fromkeys(map(ord, "\u2502\u258c"))).split())


def words(lines: Iterable[ScreenLine], role: str = "") -> str:
    """The words of these lines, bare; those in one role where one is named."""
    return bare(
        " ".join(span.text for line in lines for span in line if not role or span.role == role)
    )


def without(lines: Iterable[ScreenLine], role: str) -> str:
    """The words of these lines but for those in one role."""
    return bare(" ".join(span.text for line in lines for span in line if span.role != role))


# -- by chance


def chosen(chance: Random, sitting: Sitting) -> str:
    """Something a person may do now."""
    kind = chance.random()
    if kind < 0.35:
        return f"press {chance.choice(KEYS)}"
    if kind < 0.65:
        pressed = [item.does for item in sitting.talk.leaf.items]
        pressed += [button.does for button in sitting.talk.buttons]
        return " ".join(("do", *chance.choice(pressed))).rstrip()
    if kind < 0.85:
        said = chance.choice(WORDS)
        return f"say {said} {MARK}" if chance.random() < 0.3 else f"say {said}"
    if kind < 0.9:
        return f"paste {MARK} {chance.choice(PASTED)}"
    if kind < 0.95:
        return f"scroll {chance.randrange(-40, 41)}"
    return "size {} {}".format(*chance.choice(SIZES))


def play(session: Session) -> str:
    """Do what a session says; why it broke, or an empty text. Ends where the chat is hidden."""
    sitting = None
    try:
        sitting = Sitting(session.kind, session.language)
        for step in session.steps:
            if sitting.over:
                break
            sitting.step(step)
    except Exception as error:
        return why(error)
    return ""


def why(error: Exception) -> str:
    """What broke, and where, in a line."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_name}:{frame.tb_lineno}" if frame else ""
    return f"{type(error).__name__} in {where}: {error}"


def wander(steps: int, seed: int) -> int:
    """So many steps by chance, in sessions one after another; gives the number of sessions.

    Raises AssertionError with the fewest steps found that break it, to be pasted into a test.
    """
    chance = Random(seed)
    sessions = 0
    while steps > 0:
        sessions += 1
        kind = chance.choices(KINDS, (5, 4, 1))[0]
        session = Session(kind, chance.choice(languages().codes), ())
        try:
            sitting = Sitting(session.kind, session.language)
            for _ in range(chance.randrange(1, 120)):
                steps -= 1
                step = chosen(chance, sitting)
                session = session._replace(steps=(*session.steps, step))
                sitting.step(step)
                if sitting.over or steps <= 0:
                    break
        except Exception as error:
            raise AssertionError(told(shortest(session), error)) from error
    return sessions


def shortest(session: Session) -> Session:
    """The session without the steps that it breaks without too."""
    broke = play(session).partition(":")[0]
    for number in reversed(range(len(session.steps))):
        fewer = session._replace(steps=session.steps[:number] + session.steps[number + 1 :])
        if play(fewer).partition(":")[0] == broke:
            session = fewer
    return session


def told(session: Session, error: Exception) -> str:
    """What broke, and the session as a test needs it."""
    return f"{why(error)}\n{session!r}"
