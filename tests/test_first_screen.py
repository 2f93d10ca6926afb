"""The first screen is short, and on every screen what is asked and its first answer are in view."""

import re
from functools import cache
from io import StringIO

import pyte
import pytest

from guide.conversation import phrases
from guide.conversation.conversation import Conversation
from guide.conversation.events import Asked, Said
from guide.conversation.narrator import Narrator
from guide.flow.library import load_library
from guide.flow.model import Ending, Facts, Library, Question, Text
from guide.flow.paths import facts_after, next_step, skip_messages
from guide.front.chat.draw import first_paint, themes
from guide.front.chat.draw.text import Action
from guide.front.chat.page import Page, draw_page
from guide.front.chat.state import ChatState
from guide.front.languages import Languages
from guide.front.opening import first_screen
from guide.front.plain.app import Plain
from guide.i18n.words import Words
from tests.support.talking import ROOT, SHIPPED

SIZES = ((80, 24), (40, 20))
LANGUAGES = ("en", *sorted(path.parent.name for path in ROOT.glob("locales/*/LC_MESSAGES")))


@cache
def shipped() -> Library:
    """The shipped flows."""
    return load_library(str(SHIPPED))


@cache
def languages() -> Languages:
    """The shipped languages."""
    return Languages(shipped().contacts, str(ROOT / "locales"))


def chat(language: str) -> ChatState:
    """A chat at its first screen."""
    return ChatState(Conversation(shipped(), languages().words(language)), languages())


class Emulator:
    """A terminal to paint on, its screen kept by a terminal emulator."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)

    def write(self, text: str) -> None:
        """Show the text."""
        self._stream.feed(text)

    def flush(self) -> None:
        """Nothing waits here."""


def painted(page: Page, size: tuple[int, int]) -> list[str]:
    """The lines of the terminal that a page was painted on."""
    terminal = Emulator(*size)
    first_paint.paint(terminal, page.painted, themes.DARK)  # type: ignore[arg-type]
    return list(terminal.screen.display)


def has_first_answer(lines: list[str]) -> bool:
    """Whether an answer numbered 1 stands in one of the lines, from the left or the right."""
    return any(re.search(r"^\W*1 {1,3}\w|\w {1,3}1\W*$", line) for line in lines)


def words(text: str) -> list[str]:
    """The words of a text, without numbers that only count the answers."""
    return [word for word in re.sub(r"^ *\d\. ", "", text, flags=re.M).split() if word != ">"]


def first_in_plain(code: str) -> str:
    """All that plain mode writes before anybody types."""
    out = StringIO()
    Plain(Conversation(shipped(), languages().words(code)), out, StringIO()).run()
    return out.getvalue()


def english_beside(code: str) -> str:
    """The English that a draft shows on the first screen unasked: its notice, and danger's 0."""
    talk = Conversation(shipped(), languages().words(code))
    notices = [notice.english for notice in talk.notices()]
    return " ".join((*notices, *(choice.english for choice in talk.standing_choices)))


def test_the_first_screen_has_ninety_words_at_most() -> None:
    """All of plain mode's first screen, title, help and prompt with it."""
    assert len(words(first_in_plain("en"))) <= 90


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_screen_is_short_in_every_language(code: str) -> None:
    """120 words of its own; English beside them, but for what is asked for, is at most 10."""
    everything = len(words(first_in_plain(code)))
    in_english = len(words(english_beside(code)))

    assert everything - in_english <= 120
    assert in_english <= 10


def words_in_the_chat(code: str) -> int:
    """All words of the chat's first screen, buttons too: no keys, nor names of languages."""
    page = draw_page(chat(code), 120, 60)
    left_out = ("key", "languages", "number", "danger")
    spans = (span for line in page.lines for span in line if span.role not in left_out)
    return len([word for span in spans for word in span.text.split() if re.search(r"\w", word)])


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_chats_first_screen_is_as_short(code: str) -> None:
    """90 words in English; 120 in a draft, beside the English that has to stand there."""
    hide = phrases.BUTTON_HIDE.source if code != "en" else ""
    in_english = len(words(f"{english_beside(code)} {hide}"))

    assert words_in_the_chat(code) - in_english <= (90 if code == "en" else 120)


@pytest.mark.parametrize("hiding", [phrases.CHAT_HIDE, phrases.PLAIN_HIDE])
def test_one_line_says_what_this_is_and_how_to_hide(hiding: Text) -> None:
    """In 24 words: a computer program, for the UK, not CEOP, not the police, unread and unkept."""
    talk = Conversation(shipped(), Words(shipped().contacts))
    line = first_screen(talk.begin(), Said(*talk.phrase(hiding)))[0]
    assert isinstance(line, Said)

    assert len(line.text.split()) <= 24
    assert line.text.endswith(hiding.source)
    for part in ("computer program", "UK", "not CEOP", "not the police", "Nobody reads", "kept"):
        assert part in line.text


def test_the_first_screen_asks_for_ones_own_words_and_offers_six_answers_and_danger() -> None:
    """Me, my friend, a child, me as an adult, not sure, rather not say; then 0 for danger."""
    talk = Conversation(shipped(), Words(shipped().contacts))
    worry, invitation, asked = talk.begin()[-3:]

    assert "What is worrying you?" == worry.text  # type: ignore[union-attr]
    assert "You can use your own words." == invitation.text  # type: ignore[union-attr]
    assert isinstance(asked, Asked)
    offered = ["young-person", "friend", "child", "adult-self", "not-sure", "rather-not-say"]
    assert offered == [choice.key for choice in asked.choices]
    assert ["danger"] == [choice.key for choice in talk.standing_choices]
    assert " 0. Someone is in danger now" in first_in_plain("en")


def test_a_page_that_cannot_hear_does_not_ask_anybody_to_type() -> None:
    """A line that needs typing is left out of the pages for a browser."""
    library = shipped()
    message = library.steps[library.first_step()]
    lines = message.say  # type: ignore[union-attr]
    page = Narrator(library, Words(library.contacts), web=True).lines(lines, {})

    inviting = [line for line in lines if line.needs == "typing"]
    read = " ".join(said.text for said in page)  # type: ignore[union-attr]
    assert len(lines) - len(inviting) == len(page)
    assert ("What is worrying you?", "your own words") == tuple(
        words for words in ("What is worrying you?", "your own words") if words not in read
    )


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x20"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_screen_shows_the_invitation_and_the_first_answer(
    code: str, size: tuple[int, int]
) -> None:
    """In the terminal as it is painted, draft or not, without scrolling."""
    talk = chat(code)
    invitation = talk.conversation.begin()[-2]
    lines = painted(draw_page(talk, *size), size)

    assert has_first_answer(lines)
    if not talk.conversation.right_to_left:
        assert invitation.text.split()[0] in " ".join(lines)  # type: ignore[union-attr]


@pytest.mark.parametrize("code", LANGUAGES)
def test_there_is_a_box_to_type_in(code: str) -> None:
    """At 80x24, closed on all sides from either side, the prompt and the cursor in it."""
    page = draw_page(chat(code), 80, 24)
    lines = painted(page, (80, 24))
    _, row = page.cursor or (0, 0)
    above, typed, under = (line.strip() for line in lines[row - 1 : row + 2])

    assert "\u250c\u2510" == above[0] + above[-1]
    assert "\u2502\u2502" == typed[0] + typed[-1]
    assert "\u2514\u2518" == under[0] + under[-1]
    assert ">" in typed or "<" in typed


def ways() -> list[tuple[str, ...]]:
    """Answers that meet every question, once for each who it is about that words depend on."""
    library = shipped()
    waiting: list[tuple[str, Facts, tuple[str, ...]]] = [(library.first_step(), {}, ())]
    reached: dict[object, tuple[str, ...]] = {}
    for step_id, facts, answers in waiting:
        step = skip_messages(library, step_id, facts)
        place = (step.id, facts.get("who"))
        if isinstance(step, Ending) or place in reached:
            continue
        reached[place] = answers
        for option in step.options:
            then = facts_after(option, facts)
            waiting.append((next_step(option.to, then), then, (*answers, option.id)))
    on_the_way = {answers[:-1] for answers in reached.values()}
    return [answers for answers in reached.values() if answers not in on_the_way]


def shows_its_question(page: Page, asked: Question) -> bool:
    """Whether the question begins, and its first answer and danger's stand, in what is in view."""
    roles = {span.role for line in page.lines for span in line}
    actions = {span.does for line in page.lines for span in line}
    answers = {Action("choose", key) for key in (asked.options[0].id, "danger")}
    return {"question", "danger"} <= roles and answers <= actions


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_question_its_first_answer_and_dangers_are_in_view(code: str) -> None:
    """On every screen that asks something, at both sizes, however much is said before it."""
    missing = []
    for answers in ways():
        talk = chat(code)
        for number in range(len(answers) + 1):
            asked = shipped().steps[talk.conversation.step]
            assert isinstance(asked, Question)
            for size in SIZES:
                talk.leaf.fresh()
                if not shows_its_question(draw_page(talk, *size), asked):
                    missing.append((answers[:number], size))
            for answer in answers[number : number + 1]:
                talk.do(Action("choose", answer))

    assert missing == []


@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize("size", [(40, 20), (60, 15), (80, 24)], ids=str)
def test_dangers_answer_stays_in_view_however_far_one_reads(
    size: tuple[int, int], *, by_hand: bool
) -> None:
    """Below the answers that are read; once, and whole for a finger; never below help."""
    talk = chat("en")
    talk.by_hand = by_hand
    room = draw_page(talk, *size).height
    for _ in range(30):
        page = draw_page(talk, *size)
        rows = [
            line for line in page.lines if any(s.does == Action("choose", "danger") for s in line)
        ]
        assert 1 + by_hand == len(rows)
        assert 1 == sum(span.role == "danger" for line in rows for span in line)
        talk.leaf.scroll(1, page.height)
    assert room <= page.height

    talk = chat("en")
    draw_page(talk, 40, 20)
    talk.do(Action("say", "i dont want to live"))
    assert talk.leaf.open.helps
    draw_page(talk, 40, 20)
    assert () == talk.leaf.kept


def test_who_the_worried_adult_is_comes_on_the_next_screen() -> None:
    """A child I worry about, then parent, worker or another: the fact keeps its values."""
    talk = Conversation(shipped(), Words(shipped().contacts))
    talk.choose("child")

    keys = ["parent", "professional", "adult", "not-sure", "rather-not-say"]
    assert keys == [choice.key for choice in talk.choices]
    talk.choose("parent")
    assert {"who": "parent"} == dict(talk.facts)


@pytest.mark.parametrize("first", ["young-person", "friend", "child", "adult-self", "not-sure"])
def test_what_hiding_cannot_clear_is_said_before_the_second_question(first: str) -> None:
    """Whoever it is about: a young person in few words, an adult in more."""
    talk = Conversation(shipped(), Words(shipped().contacts))
    events = talk.choose(first)
    said = [event.text for event in events if isinstance(event, Said)]

    limits = (
        "Hiding clears only this screen.",
        "does not undo what someone has seen, or what this",
    )
    assert any(limit in text for text in said for limit in limits)
