"""The kiosk: help for whoever comes, no way out, and nothing left of whoever goes."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual import events
from textual.strip import Strip

from guide.conversation import phrases
from guide.flow.library import load_library
from guide.front.chat.draw.canvas import Canvas
from guide.front.chat.draw.text import Action, line_cells
from guide.front.chat.draw.themes import DARK
from guide.front.kiosk.app import GRACE, TURN, KioskApp
from guide.front.kiosk.attract import attract_page
from guide.front.kiosk.held import LONGEST_HOLD
from guide.kiosk.site import Site
from tests.support.chatting import OtherLanguages
from tests.support.kiosks import IDLE, Kiosk, beginner, kiosk
from tests.support.talking import ROOT, TINY

START = "Touch the screen or press any key to start."
STILL_THERE = "Are you still there?"
FIRST = "Is anyone in danger now?"
SECOND = "How old are you?"

Do = Callable[[Kiosk], Awaitable[None]]


# -- the attract screen


def test_the_attract_screen_already_helps() -> None:
    """999, Childline, an adult and CEOP at the top, then how to begin and what this is."""

    async def look(opened: Kiosk) -> None:
        lines = opened.shown.split("\n")
        for words, line in zip(("999", "0800 1111", "adult", "CEOP"), lines, strict=False):
            assert words in line
        for words in (START, "Nothing is kept.", "helps anyone under 18"):
            assert words in opened.shown.replace("\n", "")
        assert FIRST not in opened.shown

    kiosk(look)


def test_the_site_speaks_for_itself_on_the_attract_screen() -> None:
    """Its own line, and its own words of CEOP in place of the guide's."""

    async def look(opened: Kiosk) -> None:
        assert "Kept by West Library." in opened.shown
        assert "CEOP, as we say it." in opened.shown
        assert "helps anyone under 18" not in opened.shown

    site = Site(operator="Kept by West Library.", signpost=(("en", "CEOP, as we say it."),))
    kiosk(look, site)


def test_the_attract_screen_speaks_every_language_in_turn() -> None:
    """Each for a while, with the names of all in view, and from the right where it is so read."""

    async def look(opened: Kiosk) -> None:
        spoken = []
        for _ in range(4):
            talk = opened.app.talk
            spoken.append(talk.conversation.language)
            assert talk.conversation.phrase(phrases.KIOSK_BEGIN).text in opened.shown
            for code in ("English", "qps-ploc", "qps-plocm"):
                assert code in opened.shown
            first = opened.shown.split("\n")[0]
            assert first.startswith(" " * 9) == talk.conversation.right_to_left
            await opened.wait(TURN)

        assert ["en", "qps-ploc", "qps-plocm", "en"] == spoken

    kiosk(look, languages=True)


def test_in_another_language_the_hosts_english_words_give_way() -> None:
    """The guide's own words say the same there."""

    async def look(opened: Kiosk) -> None:
        assert "As we say it." in opened.shown
        await opened.wait(TURN)
        assert "As we say it." not in opened.shown

    kiosk(look, Site(signpost=(("en", "As we say it."),)), languages=True)


def test_a_conversation_begins_in_the_language_that_is_shown_or_touched() -> None:
    """Nobody has to look for their language twice."""

    async def press(opened: Kiosk) -> None:
        await opened.wait(TURN)
        await opened.press("a")
        assert "qps-ploc" == opened.app.talk.conversation.language

    async def touch(opened: Kiosk) -> None:
        await opened.click("qps-plocm")
        assert "qps-plocm" == opened.app.talk.conversation.language
        assert opened.app.talk.conversation.phrase(phrases.TOUCH_HOW).text in opened.shown

    kiosk(press, languages=True)
    kiosk(touch, languages=True)


@pytest.mark.parametrize("width", [1, 2, 7, 20, 40, 41, 79, 80, 120, 300])
@pytest.mark.parametrize("height", [1, 2, 5, 20, 24, 50])
@pytest.mark.parametrize("code", ["en", "qps-ploc", "qps-plocm"])
def test_the_attract_screen_fits_any_size(width: int, height: int, code: str) -> None:
    """Every cell of the screen, no more and no less; from 40x20 on with how to begin."""
    library = load_library(str(TINY))
    talk = beginner(library, OtherLanguages(library.contacts, str(ROOT / "none")))(code)
    site = Site(operator="A line of the operator. " * 6, signpost=(("en", "Signpost. " * 30),))

    lines = attract_page(talk, site, width, height)

    assert [width] * height == [line_cells(line) for line in lines]
    if width >= 40 and height >= 20:
        whole = " ".join("".join(span.text for span in line).strip() for line in lines)
        for words in ("999", "0800 1111", talk.conversation.phrase(phrases.KIOSK_BEGIN).text):
            assert words in " ".join(whole.split())


# -- somebody comes


WAKING: dict[str, Do] = {
    "a letter": lambda opened: opened.press("a"),
    "a number": lambda opened: opened.press("2"),
    "Enter": lambda opened: opened.press("enter"),
    "Esc": lambda opened: opened.press("escape"),
    "Ctrl+C": lambda opened: opened.press("ctrl+c"),
    "F5": lambda opened: opened.press("f5"),
    "a touch": lambda opened: opened.click(START[:20]),
}


@pytest.mark.parametrize("way", WAKING)
def test_any_key_or_touch_begins_and_does_nothing_else(way: str) -> None:
    """The first question, nothing answered, nothing typed, nothing selected."""

    async def do(opened: Kiosk) -> None:
        await WAKING[way](opened)
        talk = opened.app.talk

        assert FIRST in opened.shown
        assert (0, "", -1) == (talk.conversation.answered, talk.typed, talk.button)
        assert 0 > talk.leaf.selected

    kiosk(do)


def test_a_touch_that_wakes_presses_nothing_under_it() -> None:
    """The finger is lifted where an answer stands by now; only the next touch answers."""

    async def do(opened: Kiosk) -> None:
        await opened.press("a")
        await opened.touch(79, 0)  # so that Textual knows of a press before
        opened.app._hide()
        await opened.settle()
        for y in range(5, 30):
            await opened.touch(5, y)
            assert FIRST in opened.shown
            assert 0 == opened.app.talk.conversation.answered
            opened.app._hide()
            await opened.settle()
        await opened.press("a")
        await opened.click("No")
        assert 1 == opened.app.talk.conversation.answered

    kiosk(do)


def test_a_shaken_mouse_wakes_nothing_and_keeps_nothing_open() -> None:
    """Only what a person does counts: keys, presses and the wheel."""

    async def do(opened: Kiosk) -> None:
        await opened.mouse(events.MouseMove, 3, 3)
        await opened.settle()
        assert START in opened.shown
        await opened.press("a", "2")
        for _ in range(int(IDLE)):
            await opened.mouse(events.MouseMove, 3, 3)
            await opened.wait(1)
        assert STILL_THERE in opened.shown

    kiosk(do)


def test_an_answer_is_touched_once_and_given_once() -> None:
    """Each of three, by hand alone, to an ending and its code."""

    async def do(opened: Kiosk) -> None:
        await opened.click(START[:20])
        for number, words in enumerate(("No", "11 to 17", "Someone is asking"), start=1):
            await opened.click(f"  {words}")
            assert number == opened.app.talk.conversation.answered
        assert opened.app.talk.conversation.finished
        await opened.click("https://")
        assert "phone's camera" in opened.shown
        await opened.click("Back")
        assert "https://" in opened.shown

    kiosk(do, size=(80, 50))


# -- no way out

NO_WAY_OUT = {
    "Esc": ["escape"],
    "Esc Esc": ["escape", "escape"],
    "Ctrl+C": ["ctrl+c"],
    "Ctrl+\\": ["ctrl+backslash"],
    "Ctrl+Z": ["ctrl+z"],
    "Ctrl+D": ["ctrl+d"],
    "Ctrl+Q": ["ctrl+q"],
    "Ctrl+P": ["ctrl+p"],
    "x": ["x", "enter"],
    "quit": [*"quit", "enter"],
    "exit": [*"exit", "enter"],
    "plain": [*"plain", "enter"],
    ":q": [":", "q", "enter"],
    **{f"F{number}": [f"f{number}"] for number in range(1, 13)},
}


@pytest.mark.parametrize("way", NO_WAY_OUT)
def test_no_key_ends_it(way: str) -> None:
    """On every screen: attract, a question, an ending, help, and the card that asks."""

    async def do(opened: Kiosk) -> None:
        await opened.press(*NO_WAY_OUT[way])
        await opened.press("a", *NO_WAY_OUT[way])
        await opened.press("a", "question_mark", *NO_WAY_OUT[way])
        await opened.wait(IDLE + GRACE)
        await opened.press("a", "2", "down", "down", "enter", "1", *NO_WAY_OUT[way])
        await opened.wait(IDLE)
        await opened.press(*NO_WAY_OUT[way])
        await opened.press("a")  # a cover may lie there
        assert "999" in opened.shown

    app = kiosk(do)

    assert (None, None) == (app.return_value, app.broken)


def test_there_is_no_button_for_plain_mode() -> None:
    async def do(opened: Kiosk) -> None:
        await opened.press("a")
        assert "Hide this" in opened.shown
        assert "Plain" not in opened.shown

    kiosk(do)


def test_nothing_that_is_asked_of_it_leads_to_plain_mode() -> None:
    """However an action may come about."""

    async def do(opened: Kiosk) -> None:
        await opened.press("a")
        opened.app.do(Action("plain"))
        await opened.press("2")
        assert SECOND in opened.shown

    assert kiosk(do).return_value is None


def test_nothing_pasted_or_dropped_is_taken() -> None:
    """No text, no control characters, no file name; it does not wake the kiosk either."""

    async def do(opened: Kiosk) -> None:
        await opened.paste("'/home/someone/file'\x1b[21t\x03\r")
        assert START in opened.shown
        await opened.press("a")
        await opened.paste("x\r")
        assert "" == opened.app.talk.typed
        assert FIRST in opened.shown

    kiosk(do)


def test_no_link_can_be_opened() -> None:
    """A terminal could open it in a browser; the code for a phone is the way to carry it off."""

    async def do(opened: Kiosk) -> None:
        await opened.press("a", "2", "down", "down", "enter", "1")
        assert "https://www.ceop.police.uk/safety-centre" in opened.shown
        assert [] == [span for line in opened.page.lines for span in line if span.link]
        await opened.press("f7")
        assert "phone's camera" in opened.shown

    kiosk(do, size=(80, 50))


# -- nobody is there any more


def test_the_card_asks_in_time_and_any_key_stays() -> None:
    """After the idle time, not before; the key only stays: it answers nothing."""

    async def do(opened: Kiosk) -> None:
        await opened.press("a", "2")
        await opened.wait(IDLE - 1)
        assert SECOND in opened.shown
        await opened.wait(1)
        assert STILL_THERE in opened.shown
        assert "0800 1111" in opened.shown
        assert SECOND not in opened.shown
        await opened.press("2")
        assert SECOND in opened.shown
        assert 1 == opened.app.talk.conversation.answered
        await opened.wait(IDLE - 1)
        assert SECOND in opened.shown

    kiosk(do)


def test_there_are_twenty_seconds_to_stay() -> None:
    """WCAG 2.2.1; and a touch stays as a key does."""

    async def do(opened: Kiosk) -> None:
        await opened.press("a", "2")
        await opened.wait(IDLE + 20)
        assert STILL_THERE in opened.shown
        await opened.click(STILL_THERE)
        assert SECOND in opened.shown

    kiosk(do)
    assert GRACE >= 20


def test_reading_with_the_wheel_is_being_there() -> None:
    async def do(opened: Kiosk) -> None:
        await opened.press("a", "2")
        for _ in range(4):
            await opened.wait(IDLE - 1)
            await opened.mouse(events.MouseScrollDown, 3, 3)
        assert SECOND in opened.shown

    kiosk(do)


def test_a_key_that_is_stuck_is_no_sign_of_life() -> None:
    """A book on the keyboard: it is asked whether anyone is there, it resets, and rests there."""

    async def do(opened: Kiosk) -> None:
        await opened.press("a", "2")
        for _ in range(int(LONGEST_HOLD + IDLE + GRACE) + 2):
            await opened.press("down")
            await opened.wait(1)
        assert START in opened.shown
        await opened.press("down", "2")
        assert FIRST in opened.shown  # another key wakes it, and does nothing else

    kiosk(do)


def test_a_key_pressed_again_and_again_is_being_there() -> None:
    """Reading line by line, with a second between: nobody is asked."""

    async def do(opened: Kiosk) -> None:
        await opened.press("a", "2")
        for _ in range(int(LONGEST_HOLD + IDLE)):
            await opened.press("down")
            await opened.wait(2)
        assert SECOND in opened.shown

    kiosk(do)


@pytest.mark.parametrize("keys", ["", "a", "a2"], ids=["attract", "first", "second"])
def test_the_screen_is_drawn_anew_by_itself(keys: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may have written over it, also where there is no other language to turn to."""
    drawn: set[int] = set()
    real = Canvas.render_line

    def drawing(canvas: Canvas, y: int) -> Strip:
        drawn.add(y)
        return real(canvas, y)

    async def do(opened: Kiosk) -> None:
        await opened.press(*keys)
        await opened.wait(TURN - 1)
        monkeypatch.setattr(Canvas, "render_line", drawing)
        await opened.wait(2)
        for _ in range(200):  # Textual draws at its next frame
            await asyncio.sleep(0.02 if len(drawn) < 30 else 0)

    kiosk(do)
    assert set(range(30)) == drawn


def test_then_it_resets() -> None:
    """The attract screen, in the first language, in the first colours."""

    async def do(opened: Kiosk) -> None:
        await opened.wait(TURN)
        await opened.press("a", "f6", "2")
        await opened.wait(IDLE + GRACE)
        assert START in opened.shown
        assert (DARK, "en") == (opened.app.look, opened.app.talk.conversation.language)

    kiosk(do, languages=True)


@pytest.mark.parametrize("where", ["attract", "talk", "asking"])
@pytest.mark.parametrize("jump", [-86400.0, 86400.0], ids=["back", "forward"])
def test_a_clock_that_jumps_a_day_does_not_harm(where: str, jump: float) -> None:
    """At worst it asks, or shows the first screen; it goes on, and still resets."""

    async def do(opened: Kiosk) -> None:
        if where != "attract":
            await opened.press("a", "2")
        if where == "asking":
            await opened.wait(IDLE)
        opened.clock.now += jump
        await opened.wait(2)
        await opened.press("a")
        await opened.press("a")
        await opened.wait(IDLE + GRACE + 1)
        assert START in opened.shown

    kiosk(do)


# -- the next person

RESETTING: dict[str, Do] = {
    "nobody there": lambda opened: opened.wait(IDLE + GRACE),
    "Esc Esc": lambda opened: opened.press("escape", "escape"),
    "Ctrl+C": lambda opened: opened.press("ctrl+c"),
    "Hide this": lambda opened: opened.click("Hide this"),
}


@pytest.mark.parametrize("way", RESETTING)
def test_a_visit_that_is_over_ends_its_process(way: str) -> None:
    """Once, whichever way; what is forgotten with it is seen in tests/test_visitors.py."""

    async def do(opened: Kiosk) -> None:
        await opened.press("a", "2")
        assert [] == opened.left
        await RESETTING[way](opened)
        await opened.pilot.pause()
        assert 1 == len(opened.left)

    kiosk(do)


# -- when the program breaks


BREAKING: dict[str, Callable[[KioskApp], None]] = {
    "a key": lambda app: setattr(app.talk, "type", None),
    "the clock": lambda app: setattr(app, "_clock", None),
    "a new talk": lambda app: setattr(app, "_begin", None),
}


@pytest.mark.parametrize("part", BREAKING)
def test_what_breaks_is_kept_for_the_fail_safe(part: str) -> None:
    """The app ends and says what it was; nothing of it is shown."""

    async def do(opened: Kiosk) -> None:
        await opened.press("a")
        BREAKING[part](opened.app)
        await opened.press("q")
        if part == "the clock":
            opened.app.call_later(opened.app.look_at_the_clock)
        await opened.press("ctrl+c")
        await opened.settle()

    app = kiosk(do, breaks=True)

    assert isinstance(app.broken, TypeError)
