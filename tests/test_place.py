"""Nobody loses their place: one Esc covers and loses nothing, and what is read leads back."""

from collections.abc import Awaitable, Callable
from io import StringIO

import pytest
from textual.events import Key

from guide.conversation import phrases
from guide.front.chat.cover import cover_page
from guide.front.chat.draw.text import Action, line_cells
from guide.front.plain.app import Plain
from tests.support.chatting import Chat, chat, roles_of, talk, words_of
from tests.support.kiosks import IDLE, Kiosk, kiosk
from tests.support.talking import conversation

COVER = phrases.CHAT_COVER.source

Do = Callable[[Chat], Awaitable[None]]

PLACES: dict[str, tuple[str, ...]] = {
    "a question": (),
    "an answer selected": ("down",),
    "words half typed": ("s", "o", "left"),
    "help": ("question_mark",),
    "a topic": ("f2", "1"),
    "an old answer": ("up", "enter"),
}


@pytest.mark.parametrize("place", PLACES)
def test_one_esc_covers_and_loses_nothing(place: str) -> None:
    """All that was there is there again, with what was typed, selected and answered."""

    async def cover(on: Chat) -> None:
        await on.press(*PLACES[place])
        before = on.page

        await on.press("escape")
        assert COVER == on.shown.strip()

        await on.press("y")
        assert before == on.page
        assert [] == on.hidden

    chat(cover, talk(answers="no"))


UNCOVERING: dict[str, Do] = {
    "a letter": lambda on: on.press("a"),
    "a digit": lambda on: on.press("2"),
    "Enter": lambda on: on.press("enter"),
    "Backspace": lambda on: on.press("backspace"),
    "F5": lambda on: on.press("f5"),
    "a paste": lambda on: on.paste("secret"),
    "a click": lambda on: on.click(COVER[:6]),
}


@pytest.mark.parametrize("way", UNCOVERING)
def test_whatever_uncovers_does_nothing_else(way: str) -> None:
    """Whoever presses any key in fright finds all as it was."""

    async def uncover(on: Chat) -> None:
        before = on.page
        await on.press("escape")
        await UNCOVERING[way](on)
        assert before == on.page
        assert (None, []) == (on.app.return_value, on.hidden)

    chat(uncover, talk(answers="no"))


def test_the_wheel_and_a_new_size_leave_the_cover_where_it_is() -> None:
    async def stay(on: Chat) -> None:
        await on.press("escape")
        on.app.on_mouse_scroll_down()
        await on.resize(41, 21)
        assert COVER == " ".join(on.shown.split())
        assert [41] * 21 == [line_cells(line) for line in on.page.lines]

    chat(stay, talk(answers="no"))


@pytest.mark.parametrize("seconds", [0.0, 0.9, 60.0, 3600.0])
def test_esc_again_hides_at_any_speed(seconds: float) -> None:
    """However long the cover has lain there."""

    async def hide(on: Chat) -> None:
        await on.press("escape")
        again = Key("escape", None)
        again.time += seconds
        on.app.post_message(again)
        await on.settle()
        assert ["hidden"] == on.hidden

    chat(hide, talk(answers="no"))


def test_esc_after_another_key_only_covers_again() -> None:
    async def cover(on: Chat) -> None:
        await on.press("escape", "a", "escape")
        assert COVER in on.shown
        assert [] == on.hidden

    chat(cover)


@pytest.mark.parametrize("keys", [("enter",), ("tab", "enter"), ("enter", "enter")])
def test_enter_on_a_fresh_screen_never_hides(keys: tuple[str, ...]) -> None:
    """Neither alone nor after Tab, which goes to the answers first."""

    async def press(on: Chat) -> None:
        await on.press(*keys)
        assert [] == on.hidden

    chat(press)


def test_a_kiosk_is_covered_and_forgets_at_the_second_esc() -> None:
    async def cover(on: Kiosk) -> None:
        await on.press("a", "2")
        before = on.shown
        await on.press("escape")
        assert COVER == on.shown.strip()
        await on.press("a")
        assert before == on.shown
        hidden = watched(on)
        await on.press("escape", "escape")
        assert ["hidden"] == hidden

    kiosk(cover)


def watched(on: Kiosk) -> list[str]:
    """Grows where the kiosk is told to forget whoever is there."""
    hidden: list[str] = []
    on.app._hide = lambda: hidden.append("hidden")
    return hidden


@pytest.mark.parametrize(("key", "stays"), [("a", True), ("escape", False)])
def test_a_covered_kiosk_asks_whether_anyone_is_there(key: str, *, stays: bool) -> None:
    """And Esc, the second one, still hides, whatever stands there meanwhile."""

    async def wait(on: Kiosk) -> None:
        await on.press("a", "2", "escape")
        await on.wait(IDLE)
        assert "Are you still there?" in on.shown
        hidden = watched(on)
        await on.press(key)
        assert ([] if stays else ["hidden"]) == hidden
        assert 1 == on.app.talk.conversation.answered

    kiosk(wait)


def test_help_tells_whom_to_turn_to_then_the_keys_then_what_may_be_typed() -> None:
    """Every button's key, every command's word, and how an answer is changed."""
    begun = talk(answers="no")
    begun.do(Action("help"))
    events = begun.leaf.sections[-1].events
    said = [getattr(event, "text", getattr(event, "name", "")) for event in events]
    keys, typing = said.index("Keys"), said.index("What you can type")

    assert said[0] == "Help you can use now"
    assert 1 < keys < typing
    assert all(button.cap in " ".join(said[keys:typing]) for button in begun.buttons)
    assert any("change" in line for line in said[keys:typing])
    for word in phrases.COMMANDS.values():
        assert f" {word.source}" in said[-1]


@pytest.mark.parametrize("words", ["Questions", "show someone", "Phone code", "why this"])
def test_the_name_of_a_button_can_be_typed(words: str) -> None:
    """Where a keyboard has no F keys, as on a phone."""

    async def type_it(on: Chat) -> None:
        await on.type(words)
        assert not on.app.talk.in_conversation

    chat(type_it, talk(answers="no 11-17 sexual"))


# -- plain mode


def plain(lines: str, *, full_screen: bool = False) -> tuple[str, Plain, bool]:
    """What plain mode wrote after these lines, and whether it went on full screen."""
    out = StringIO()
    mode = Plain(conversation(), out, StringIO(lines), full_screen=lambda: full_screen)
    goes_on = mode.run()
    return out.getvalue(), mode, goes_on


ASIDES = {
    "help": "help\n",
    "?": "?\n",
    "a topic": "topics\n1\n",
    "topics, none opened": "topics\n",
    "why": "why\n",
}


@pytest.mark.parametrize("answers", ["no\n", "no\n2\n", "no\n2\nsexual\n"])
@pytest.mark.parametrize("aside", ASIDES)
def test_back_after_what_was_read_takes_nothing_back(aside: str, answers: str) -> None:
    """It leads to where one was; only the next one takes an answer back."""
    before = plain(answers)[1]._talk.answers

    assert before == plain(f"{answers}{ASIDES[aside]}back\n")[1]._talk.answers
    assert before[:-1] == plain(f"{answers}{ASIDES[aside]}back\nback\n")[1]._talk.answers


@pytest.mark.parametrize("aside", ASIDES)
def test_an_ending_is_repeated_only_in_short(aside: str) -> None:
    """Whole it stands there once, however often help is read."""
    ending = plain("no\n2\nsexual\n")[0]
    written = plain(f"no\n2\nsexual\n{ASIDES[aside]}back\n")[0].removeprefix(ending[:-2])

    assert "In short: Tell the CEOP Safety Centre" in written
    assert "You did nothing wrong." not in written


def test_chat_goes_on_full_screen_where_there_is_one() -> None:
    assert plain("no\nchat\n", full_screen=True)[2]
    assert not plain("no\nx\n", full_screen=True)[2]
    assert not plain("no\nchat\n")[2]
    assert "why, x, chat." in plain("help\n", full_screen=True)[0]
    assert "why, x." in plain("help\n")[0]


@pytest.mark.parametrize("answers", ["", "no\n", "no\n2\n"])
@pytest.mark.parametrize("words", ["0", "someone is in danger now"])
def test_danger_can_be_told_at_every_question(answers: str, words: str) -> None:
    """As 0, and in its words; it leads to 999."""
    written = plain(f"{answers}{words}\n")[0]

    assert "Call 999 now" in written


def test_the_cover_fits_every_window() -> None:
    for width, height in ((1, 1), (20, 8), (80, 24), (300, 90)):
        lines = cover_page(talk(), width, height).lines
        assert [width] * height == [line_cells(line) for line in lines]
    assert roles_of(cover_page(talk(), 80, 24), "Paused")
    assert words_of(cover_page(talk(), 80, 24)).strip() == COVER


def test_numbers_are_written_as_they_are_said_for_whoever_listens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Beside the number as it is dialled, which stays whole; and only where that is asked for."""
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    seen = plain("no\nhelp\n")[0].splitlines()
    monkeypatch.setenv("ACCESSIBLE", "1")
    heard = plain("no\nhelp\n")[0].splitlines()

    assert {"  9 9 9", "  0 8 0 0, 1 1 1 1"} <= set(heard)
    assert seen == [line for line in heard if line not in {"  9 9 9", "  0 8 0 0, 1 1 1 1"}]
    assert "  Call 0800 1111" in heard
