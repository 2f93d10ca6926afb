"""Everything can be done with a finger alone, in the chat and at a kiosk."""

import asyncio

import pytest
from textual import events

from guide.conversation import phrases
from guide.front.cells import cells
from guide.front.chat.by_hand import letters
from guide.front.chat.draw.text import Action, does_of
from guide.front.chat.page import Page, draw_page
from guide.front.chat.state import ChatState
from guide.i18n.load import load_catalogue
from tests.support.chatting import Chat
from tests.support.chatting import chat as open_chat
from tests.support.kiosks import Kiosk, kiosk
from tests.support.talking import ROOT
from tests.test_every_window import CODES, led

SIZES = ((80, 24), (40, 20), (100, 30))
"""A standard window, a small one, and a Raspberry Pi's screen (800x480 at size 16)."""
ENDING = "young-person no 11-17 mean not-sure"
REPORT = "young-person no 11-17 sexual asked"

PI = (61, 19)
"""Its screen again, at 16 points."""


def rows_of(page: Page) -> dict[Action, list[int]]:
    """In which lines each action can be pressed."""
    rows: dict[Action, list[int]] = {}
    for number, line in enumerate(page.lines):
        for does in {span.does for span in line if span.does}:
            rows.setdefault(does, []).append(number)
    return rows


def place_of(page: Page, does: Action) -> tuple[int, int]:
    """The column and line where an action can be pressed first."""
    for y, line in enumerate(page.lines):
        x = 0
        for span in line:
            if span.does == does:
                return x + 1, y
            x += cells(span.text)
    raise AssertionError(does)


def by_hand(answers: str, language: str = "en") -> ChatState:
    at = led(answers, language)
    at.by_hand = True
    return at


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("answers", ["", "young-person no", REPORT, ENDING])
def test_whatever_can_be_pressed_is_two_rows_high(
    answers: str, language: str, size: tuple[int, int]
) -> None:
    """On every kind of screen, menu, help, keys and cards with it; but what is half out of view."""
    at = by_hand(answers, language)
    for opened in ("", "menu", "help", "languages", "topics", "card"):
        if opened:
            at.do(Action(opened))
        page = draw_page(at, *size)
        foot = len(page.lines) - 1
        leaf = at.leaf
        edges = {
            does_of(leaf.lines[n])
            for n in (leaf.top, leaf.top + page.height - 1)
            if n < len(leaf.lines)
        }
        low = {does for does, rows in rows_of(page).items() if len(rows) < 2 and does not in edges}
        assert set() == low, opened
        assert foot


def test_a_key_makes_room_for_words_again() -> None:
    """Whoever types has no need of two rows, and reads the keys' names."""

    async def use(on: Chat) -> None:
        await on.click("2  My friend")
        assert on.app.talk.by_hand
        assert "Esc Esc" not in on.shown
        assert phrases.TOUCH_HOW.source in on.shown
        await on.press("down")
        assert "Esc Esc Hide this" in on.shown

    open_chat(use, led(""), size=(80, 24))


def test_more_below_and_more_above_are_pressed() -> None:
    """They turn a page, and stand only where there is more."""

    async def turn(on: Chat) -> None:
        assert "more above" not in on.shown
        assert "Do this as soon as you can" in on.shown
        await on.click("more below")
        assert "Do this as soon as you can" not in on.shown
        assert "There is more" in on.shown
        while "more above" in on.shown:
            await on.click("more above")
        assert "Do this as soon as you can" in on.shown
        while "more below" in on.shown:
            await on.click("more below")
        assert "Start again" in on.shown

    open_chat(turn, led(REPORT), size=(80, 24))


async def drag(on: Chat, start: int, end: int) -> None:
    """Press at a line, move to another, and let go there."""
    for kind, y in ((events.MouseDown, start), (events.MouseMove, end), (events.MouseUp, end)):
        on.app.post_message(kind(None, 10, y, 0, 0, 1, False, False, False, 10, y))
        await on.settle()
    await asyncio.sleep(0)
    await on.settle()


def test_dragging_moves_what_is_read_and_presses_nothing() -> None:
    """As far as the finger went, line by line."""

    async def pull(on: Chat) -> None:
        top = on.app.talk.leaf.top
        await drag(on, 15, 10)
        assert top + 5 == on.app.talk.leaf.top
        await drag(on, 10, 13)
        assert top + 2 == on.app.talk.leaf.top
        assert on.app.talk.in_conversation
        assert 5 == on.app.talk.conversation.answered

    open_chat(pull, led(REPORT), size=(80, 24))


@pytest.mark.parametrize("language", CODES)
def test_the_keys_have_every_letter_of_the_language(language: str) -> None:
    """As its own words are written; an accent of another language aside."""
    keys = "".join(letters(language))
    if language == "en":
        assert set("abcdefghijklmnopqrstuvwxyz") <= set(keys)
        return
    read = load_catalogue(str(ROOT / "locales"), language)
    assert read
    own = {
        "cy": "\u00e2\u00ea\u00ee\u00f4\u0175\u0177",
        "pl": "\u0105\u0107\u0119\u0142\u0144\u00f3\u015b\u017a\u017c",
    }
    script = {"uk": range(0x400, 0x530), "ur": (*range(0x620, 0x64B), *range(0x671, 0x6D4))}
    used = set(own.get(language, ""))
    used |= {char for char in read.letters.casefold() if ord(char) in script.get(language, ())}

    assert set() == used - set(keys)


@pytest.mark.parametrize("size", [*SIZES, PI], ids=str)
@pytest.mark.parametrize("language", CODES)
def test_the_keys_fit_with_the_question_and_its_first_answer(
    language: str, size: tuple[int, int]
) -> None:
    """Every key can be pressed, so can OK, Back and Hide, and the question can be read.

    Keys are two rows high, but at 40x20 in languages with more letters than fit so.
    """
    at = by_hand("young-person", language)
    at.keyboard = True
    page = draw_page(at, *size)
    typed = {does.which for does in rows_of(page) if does.what == "type"}

    assert set("".join(letters(language))) | {*"0123456789", "space", "backspace", "enter"} == typed
    assert {Action("hide"), Action("keyboard")} <= rows_of(page).keys()
    assert page.height >= 3
    fits = size != (40, 20) or language in ("en", "uk")
    assert {2 if fits else 1} == {
        len(rows) for does, rows in rows_of(page).items() if does.what == "type"
    }
    assert any(span.role == "question" for line in page.lines for span in line)


def test_own_words_are_typed_and_said_with_a_finger() -> None:
    """The prompt opens the keys; a digit is typed there, and answers nothing by itself."""

    async def use(opened: Kiosk) -> None:
        await opened.touch(1, 1)
        await opened.click(phrases.TOUCH_HOW.source[:30])
        for key in ("h", "i", "space", "1", "backspace", "2"):
            await opened.touch(*place_of(opened.page, Action("type", key)))
        assert "hi 2" == opened.app.talk.typed
        assert phrases.TOUCH_SAY.source in opened.shown
        await opened.touch(*place_of(opened.page, Action("type", "enter")))
        assert "" == opened.app.talk.typed
        assert not opened.app.talk.keyboard
        assert 0 == opened.app.talk.conversation.answered

    kiosk(use, size=(100, 30))


def test_a_whole_visit_needs_no_key() -> None:
    """From the first screen to an ending, its headings, the menu, and back to nobody's screen."""

    async def visit(opened: Kiosk) -> None:
        await opened.touch(1, 1)
        assert "press a number" not in opened.shown
        for words in ("  No", "  11 to 17", "  Someone is asking"):
            await opened.click(words)
        assert opened.app.talk.conversation.finished
        await opened.click("More")
        await opened.click("Colours")
        await opened.click("Back")
        await opened.click("Hide this")
        assert opened.left

    kiosk(visit, size=(100, 30))


def test_a_kiosk_woken_by_a_key_speaks_of_keys() -> None:
    async def visit(opened: Kiosk) -> None:
        await opened.press("a")
        assert phrases.CHAT_HOW.source in opened.shown

    kiosk(visit)
