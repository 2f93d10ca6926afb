"""The chat: what a person sees and can do, through Textual's own keys and clicks."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from unittest import mock

import pytest
from textual.events import Key

from guide.conversation import phrases
from guide.conversation.narrator import Narrator
from guide.front.chat.app import GuideApp
from guide.front.chat.draw import bubbles, themes
from guide.front.chat.draw.scroll import KEPT
from guide.front.chat.draw.text import Action
from guide.front.chat.launch import keep_textual_quiet
from guide.front.chat.page import draw_page
from tests.support.chatting import Chat, chat, roles_of, talk, words_of
from tests.support.talking import ROOT

HELP = "999, Childline 0800 1111, An adult you trust, CEOP Safety Centre"
REPORT = "no 11-17 sexual"

Do = Callable[[Chat], Awaitable[None]]


def lines(shown: str) -> list[str]:
    """The lines, without the edge that stands before what is asked."""
    return [line.strip().removeprefix("\u258c").strip() for line in shown.split("\n")]


def test_the_first_screen_helps_before_it_asks() -> None:
    """Help first, then who speaks, how to hide, the question, its choices and the buttons."""

    async def look(on: Chat) -> None:
        shown = lines(on.shown)
        assert HELP == shown[0]
        order = [
            "Guide",
            "I am a small guide for tests. Esc twice hides.",
            "Is anyone in danger now?",
            "So you see the fastest help first.",
            "1  Yes",
            "2  No",
            "3  I'm not sure",
        ]
        assert order == [line for line in shown if line in order]
        assert any(line.startswith("Esc Esc Hide this") for line in shown)
        assert any("Question 1 of about 3" in line for line in shown)

    chat(look)


SCREENS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a question": ("no", ()),
    "an ending": (REPORT, ()),
    "an emergency": ("yes", ()),
    "the help card": ("no", ("question_mark",)),
    "the topics": ("no", ("f2",)),
    "a topic": ("no", ("f2", "1")),
    "changing an answer": ("no", ("up", "enter")),
    "the card to show": (REPORT, ("f8",)),
}


@pytest.mark.parametrize("name", SCREENS)
def test_help_and_the_way_out_stand_in_the_same_place_on_every_screen(name: str) -> None:
    """Names and numbers are the first line, "Hide this" the first button, whatever is shown."""
    answers, keys = SCREENS[name]

    async def look(on: Chat) -> None:
        before = on.shown.split("\n")
        await on.press(*keys)
        shown = on.shown.split("\n")
        assert HELP == lines(on.shown)[0]
        buttons = next(line for line in shown if "Hide this" in line)
        assert buttons.strip().startswith("Esc Esc Hide this")
        assert before[:1] == shown[:1]

    chat(look, talk(answers=answers))


WAYS_TO_ANSWER: dict[str, Do] = {
    "its number": lambda on: on.press("2"),
    "arrows and Enter": lambda on: on.press("down", "down", "enter"),
    "its first letter and Enter": lambda on: on.press("n", "enter"),
    "its words": lambda on: on.type("no"),
    "a click": lambda on: on.click("2  No"),
}


@pytest.mark.parametrize("way", WAYS_TO_ANSWER)
def test_a_question_can_be_answered_in_any_way(way: str) -> None:
    """Number, arrows, letters, words and mouse all give the same answer."""

    async def answer(on: Chat) -> None:
        await WAYS_TO_ANSWER[way](on)
        assert "How old are you?" in on.shown
        assert "You  No" in on.shown

    chat(answer)


def test_enter_alone_answers_nothing() -> None:
    """A key pressed in fright selects at most; it never decides."""

    async def answer(on: Chat) -> None:
        await on.press("enter")
        assert "How old are you?" not in on.shown
        assert "selected" in roles_of(on.page, ">")

    chat(answer)


def test_what_is_typed_is_seen_before_it_is_said() -> None:
    """The one answer that the letters stand for is marked, and the letters are on the screen."""

    async def answer(on: Chat) -> None:
        await on.press("n")
        assert "> n_" in on.shown
        assert "selected" in roles_of(on.page, "No")
        await on.press("backspace")
        assert "selected" not in roles_of(on.page, "No")

    chat(answer)


def test_left_and_right_edit_what_is_typed() -> None:
    """A slip is mended where it stands; nobody is led to a button that throws all away."""

    async def mend(on: Chat) -> None:
        await on.press(*"nxo", "left", "backspace")
        assert "> n_o" in on.shown
        await on.press("enter")
        assert 1 == on.app.talk.conversation.answered

    chat(mend)


def test_keys_of_one_burst_are_not_drawn_one_by_one() -> None:
    """As from a window that pastes without saying so: what hides would wait behind them all."""

    async def burst(on: Chat) -> None:
        with mock.patch.object(on.app, "drawn", wraps=on.app.drawn) as drawn:
            await on.press(*"zebra" * 40)
        assert drawn.call_count <= 3
        assert on.app.talk.typed == "zebra" * 40
        assert "zebra_" in on.shown

    chat(burst)


def test_tab_and_enter_on_a_fresh_screen_give_the_first_answer_and_never_hide() -> None:
    """Tab goes to the answers first, then along the buttons, and to Hide last."""

    async def go(on: Chat) -> None:
        await on.press("tab")
        assert "selected" in roles_of(on.page, "Yes")
        for _ in on.app.talk.foot[1:]:
            await on.press("tab")
            assert "hide" != on.app.talk.foot[on.app.talk.button].does.what
        await on.press("tab")
        assert "hide" == on.app.talk.foot[on.app.talk.button].does.what
        assert [] == on.hidden

    chat(go)


def test_backspace_on_an_empty_line_goes_back() -> None:
    """As in every form; it takes back letters as long as there are some."""

    async def go_back(on: Chat) -> None:
        await on.press("q", "backspace")
        assert 1 == on.app.talk.conversation.answered
        await on.press("backspace")
        assert 0 == on.app.talk.conversation.answered

    chat(go_back, talk(answers="no"))


def test_a_digit_that_bounces_does_not_answer_the_next_question() -> None:
    """The same digit within 0.3 seconds of the answer it gave is dropped; nothing else is.

    It counts when they were typed: a busy machine may hear them late, and all at once.
    """

    async def bounce(on: Chat) -> None:
        async def typed(digit: str, at: float) -> int:
            key = Key(digit, digit)
            key.time = at
            on.app.post_message(key)
            await on.settle()
            return on.app.talk.conversation.answered

        assert 1 == await typed("2", at=10.0)
        assert 1 == await typed("2", at=10.29)
        assert "" == on.app.talk.typed
        assert 1 == await typed("2", at=10.31)
        assert "2" == on.app.talk.typed  # as an age may begin with it
        await on.press("enter")
        assert 3 == await typed("1", at=10.32)

    chat(bounce)


def test_a_child_of_14_is_not_taken_for_under_11_at_the_first_digit() -> None:
    """Where most answers hold numbers, "1" may be the beginning of an age: it waits for Enter."""

    async def tell(on: Chat) -> None:
        await on.press("1", "4")
        assert 1 == on.app.talk.conversation.answered
        await on.press("enter")
        assert "You are 11 to 17." in on.shown
        await on.press("1")
        assert "11-17" == on.app.talk.conversation.answers[-1].key

    chat(tell, talk(answers="no"))


def test_the_number_of_an_answer_that_holds_numbers_is_given_by_enter() -> None:
    async def choose(on: Chat) -> None:
        await on.press("1")
        assert 1 == on.app.talk.conversation.answered
        await on.press("enter")
        assert "under-11" == on.app.talk.conversation.answers[-1].key

    chat(choose, talk(answers="no"))


def test_words_that_mean_nothing_here_get_kind_words_and_the_nearest_doors() -> None:
    """A typed line is never answered with a bare error, and the answers come again."""

    async def answer(on: Chat) -> None:
        await on.type("pineapple")
        assert "I could not work out what that means." in on.shown
        assert "1  Are you a real person?" in on.shown
        assert "pineapple" not in on.shown
        await on.press("2")
        assert "pineapple" not in on.shown
        await on.type("no")
        assert "How old are you?" in on.shown

    chat(answer)


def test_what_happened_can_be_said_in_ones_own_words() -> None:
    """It is asked back with the words beside it, answered by a key, and then answers its question.

    The words stand where they were typed until then, to be compared, and are gone after it.
    """

    async def tell(on: Chat) -> None:
        await on.type("wants pics of me")
        assert "Is that right?" in " ".join(on.shown.split())
        assert "You: wants pics of me" in on.shown
        await on.press("1")
        assert "wants pics of me" not in on.shown
        assert not on.app.talk.conversation.confirming
        await on.press("2")
        await on.press("down", "down", "enter")
        assert "Tell the CEOP Safety Centre" in on.shown
        assert ["no", "11-17", "sexual"] == [
            given.key for given in on.app.talk.conversation.answers
        ]
        await on.press("backspace")
        assert "What is worrying you?" in on.shown

    chat(tell)


def test_back_takes_back_what_is_asked_back() -> None:
    """The question is there again as it was, and nothing is answered."""

    async def tell(on: Chat) -> None:
        await on.type("wants pics of me")
        await on.press("backspace")
        assert "Is that right?" not in on.shown
        assert "3  I'm not sure" in on.shown

    chat(tell)


def test_the_danger_answer_can_be_given_at_any_question() -> None:
    """It is on the screen, and its words and a click both lead to 999."""

    async def answer(on: Chat) -> None:
        await on.click("Someone is in danger now")
        assert "Call 999 now" in on.shown

    chat(answer, talk(answers="no"))


WAYS_BACK: dict[str, Do] = {
    "Backspace": lambda on: on.press("backspace"),
    "the button": lambda on: on.click("Back "),
    "the word": lambda on: on.type("back"),
}


@pytest.mark.parametrize("way", WAYS_BACK)
def test_the_last_answer_can_be_taken_back(way: str) -> None:
    """And at the first question it says that this is the first."""

    async def go_back(on: Chat) -> None:
        await WAYS_BACK[way](on)
        assert "Is anyone in danger now?" in on.shown
        assert "How old" not in on.shown
        await WAYS_BACK[way](on)
        assert "This is the first question." in on.shown
        assert [] == on.hidden

    chat(go_back, talk(answers="no"))


WAYS_TO_HIDE: dict[str, Do] = {
    "Esc twice": lambda on: on.press("escape", "escape"),
    "Ctrl+C": lambda on: on.press("ctrl+c"),
    "the button": lambda on: on.click("Hide this"),
    "the button by keys": lambda on: on.press("shift+tab", "enter"),
    "x typed": lambda on: on.type("x"),
}


@pytest.mark.parametrize("keys", [(), ("question_mark",), ("f2",), ("down",), ("s", "o")])
@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_everything_can_be_hidden_from_anywhere(way: str, keys: tuple[str, ...]) -> None:
    """From a question, from what lies on top of it, with something selected or typed."""
    if way == "x typed" and keys == ("s", "o"):
        keys = ()  # then it would be the word "sox"

    async def hide(on: Chat) -> None:
        await on.press(*keys)
        await WAYS_TO_HIDE[way](on)
        assert on.hidden

    chat(hide, talk(answers="no"))


def test_an_earlier_answer_can_be_changed_in_place() -> None:
    """Its question comes again with its choices; later answers that still fit stay."""

    async def change(on: Chat) -> None:
        await on.press("up", "up", "up", "up")
        assert "Press Enter to change this answer." in on.shown
        await on.press("enter")
        assert "Change your answer" in on.shown
        assert "Your answer now: 11 to 17" in on.shown
        await on.press("1", "enter")
        assert ["no", "under-11", "sexual"] == [
            given.key for given in on.app.talk.conversation.answers
        ]
        assert "Tell an adult you trust" in on.shown
        assert "You did nothing wrong." in on.shown

    chat(change, talk(answers=REPORT))


def test_topics_open_and_lead_back_to_where_the_person_was() -> None:
    """F2, a number, read, Backspace twice: the same question as before."""

    async def read(on: Chat) -> None:
        before = on.shown
        await on.press("f2")
        assert "What people also ask" in on.shown
        await on.press("1")
        assert "No. I am a computer program." in on.shown
        await on.press("backspace")
        assert "What people also ask" in on.shown
        await on.press("backspace")
        assert before == on.shown

    chat(read, talk(answers="no"))


@pytest.mark.parametrize("word", ["help", "topics", "language", "back", "restart"])
def test_the_words_of_plain_mode_work_here_too(word: str) -> None:
    """Whoever learned them there need not learn anything new."""
    shows = {
        "help": "Help you can use now",
        "topics": "What people also ask",
        "language": "Choose a language",
        "back": "Is anyone in danger now?",
        "restart": "I am a small guide for tests.",
    }

    async def command(on: Chat) -> None:
        await on.type(word)
        assert shows[word] in on.shown

    chat(command, talk(answers="no"))


def test_an_ending_is_a_care_card() -> None:
    """Urgency in words, one action, what to know first, contacts in order, what can be opened."""

    async def look(on: Chat) -> None:
        order = [
            "Do this as soon as you can:",
            "Tell the CEOP Safety Centre",
            "This is not your fault.",
            "\u2502 CEOP Safety Centre",
            "\u2502 Go to https://www.ceop.police.uk/safety-centre",
            "\u2502 Childline",
            "\u2502 Call 0800 1111",
            "1 +  What happens next",
            "2 +  If you can't, or don't want to",
            "3 +  Words to show someone",
            "What people also ask",
            "Start again",
        ]
        shown = [line.removeprefix("-  ").rstrip(" \u2502") for line in lines(on.shown)]
        assert order == [line for line in shown if line in order]

    chat(look, talk(answers=REPORT), size=(80, 60))


def test_contacts_that_are_equal_are_joined_by_a_word() -> None:
    """Side by side in words, not by place alone."""

    async def look(on: Chat) -> None:
        shown = lines(on.shown)
        assert phrases.BESIDE.source == shown[shown.index("\u2502 An adult you trust") - 1]

    chat(look, talk(answers="no 11-17 bullying"), size=(80, 40))


def test_the_card_to_show_gives_away_no_answer() -> None:
    """What is hard to say on a screen of its own; whoever is shown it reads nothing else."""

    async def show(on: Chat) -> None:
        await on.press("f8")
        assert "I need help to tell someone what is happening." in on.shown
        assert "11 to 17" not in on.shown
        assert "nudes" not in on.shown

    chat(show, talk(answers=REPORT))


def test_a_link_can_be_carried_off_by_a_phone() -> None:
    """One key shows the code with the address in words; a small window says what to do."""

    async def look(on: Chat) -> None:
        await on.press("f7")
        assert "https://www.ceop.police.uk/safety-centre" in on.shown
        assert "Point a phone's camera at this" in on.shown
        assert "code" in roles_of(on.page, "\u2584")
        await on.resize(80, 15)
        assert "Type this address in a browser:" in on.shown
        assert "https://www.ceop.police.uk/safety-centre" in on.shown

    chat(look, talk(answers=REPORT))


def test_without_segno_the_address_still_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code is a help; nothing depends on it."""
    monkeypatch.setitem(__import__("sys").modules, "segno", None)

    async def look(on: Chat) -> None:
        await on.press("f7")
        assert "https://www.ceop.police.uk/safety-centre" in on.shown

    chat(look, talk(answers=REPORT))


def test_starting_again_shows_the_first_screen_only() -> None:
    """The next person finds nothing of the last one, however far they scroll."""
    first: list[str] = []

    async def look(on: Chat) -> None:
        first.append(on.shown)

    async def restart(on: Chat) -> None:
        await on.type("restart")
        await on.press("home")
        assert first == [on.shown]
        assert 0 == on.app.talk.conversation.answered

    chat(look)
    chat(restart, talk(answers=REPORT))


def test_a_resized_window_shows_the_same_words() -> None:
    """Narrow, wide, tiny and back: what was at the top is in view again."""

    async def resize(on: Chat) -> None:
        await on.press("home")
        for width, height in ((40, 20), (160, 30), (10, 5), (1, 1), (80, 30)):
            await on.resize(width, height)
            assert [width] * height == [len(line) for line in on.shown.split("\n")]
        assert "I am a small guide for tests." in on.shown

    chat(resize, talk(answers=REPORT))


def test_the_question_stays_in_view_in_a_smaller_window() -> None:
    """However much of the talk before it stood above it in the larger one."""

    async def resize(on: Chat) -> None:
        for width, height in ((120, 60), (80, 24), (40, 20), (200, 70), (50, 20)):
            await on.resize(width, height)
            spans = [span for line in on.page.lines for span in line]
            assert {"question", "choice"} <= {span.role for span in spans}

    chat(resize, talk(answers="no not-sure"))


def test_a_window_too_small_still_helps() -> None:
    """A calm line, the four helps and the way out."""

    async def look(on: Chat) -> None:
        shown = " ".join(on.shown.split())
        for words in ("999", "Childline 0800 1111", "Make this window", "Hide this: Esc Esc"):
            assert words in shown

    chat(look, size=(19, 24))


@pytest.mark.parametrize("key", ["ctrl+p", "ctrl+q", "ctrl+z", "ctrl+d", "f1", "f12", "ctrl+s"])
def test_keys_that_mean_something_elsewhere_do_nothing_here(key: str) -> None:
    """No palette, no quit by accident, no suspending, no screenshot."""

    async def press(on: Chat) -> None:
        before = on.shown
        await on.press(key)
        assert before == on.shown
        assert 1 == len(on.app.screen_stack)

    chat(press)
    assert not GuideApp.ENABLE_COMMAND_PALETTE


def test_control_characters_that_are_pasted_are_dropped() -> None:
    """A paste types its letters and nothing more."""

    async def paste(on: Chat) -> None:
        await on.paste("2\x1b[31m\x07o\n")
        assert "> 2[31mo_" in on.shown

    chat(paste)


def test_a_fault_ends_the_chat_and_shows_nothing_of_itself() -> None:
    """Whoever started the chat gets the fault, and shows the fail-safe card."""

    async def break_it(on: Chat) -> None:
        with mock.patch.object(on.app.talk, "do", side_effect=ZeroDivisionError("secret")):
            on.app.post_message(Key("2", "2"))
            while on.app.broken is None:
                await asyncio.sleep(0.005)

    app = chat(break_it)
    assert isinstance(app.broken, ZeroDivisionError)
    assert [] == app._exit_renderables


def test_plain_mode_is_one_key_away() -> None:
    """The app ends and says why; the conversation is where it was."""

    async def leave(on: Chat) -> None:
        await on.press("f5")

    app = chat(leave, talk(answers="no"))
    assert "plain" == app.return_value
    assert "age" == app.talk.conversation.step


def test_every_colour_theme_is_one_key_away() -> None:
    """F6 goes round and round; the words stay."""

    def read(on: Chat) -> list[str]:
        return [line for line in lines(on.shown) if not line.strip(" \u2502").startswith(">")]

    async def look(on: Chat) -> None:
        before, seen = read(on), [on.app.look.name]
        for _ in themes.THEMES:
            await on.press("f6")
            seen.append(on.app.look.name)
            assert before == read(on)
        assert ["dark", "light", "contrast", "sixteen", "dark"] == seen

    chat(look)


def test_the_language_can_be_changed_and_everything_is_told_in_it() -> None:
    """What was said before the change too; answers stay."""

    async def speak(on: Chat) -> None:
        await on.press("f3")
        assert "Choose a language" in on.shown
        await on.press("2")
        assert "qps-ploc" == on.app.talk.conversation.language
        assert "How old are you?" not in on.shown
        assert "Question 2" not in on.shown
        assert ["no"] == [given.key for given in on.app.talk.conversation.answers]

    chat(speak, talk(answers="no", languages=True))


def test_two_languages_can_be_read_together() -> None:
    """One key puts the second below the first, for the whole talk; the same key takes it away."""

    async def speak(on: Chat) -> None:
        english = roles(on, "question", "choice", "you")
        await on.press("f3", "2")
        alone = on.shown
        strange = roles(on, "question", "choice", "you")
        await on.press("f4")
        assert {*english, *strange} <= {*roles(on, "question", "choice", "you")}
        await on.press("f4")
        assert alone == on.shown

    def roles(on: Chat, *names: str) -> list[str]:
        spans = [span for line in on.page.lines for span in line]
        return [span.text.strip() for span in spans if span.role in names and span.text.strip()]

    chat(speak, talk(answers="no", languages=True), size=(80, 60))


def test_a_language_from_the_right_is_laid_out_from_the_right() -> None:
    """The guide's words begin at the right edge, the person's own stand at the left."""

    async def speak(on: Chat) -> None:
        await on.press("f3", "3")
        page = on.page.lines
        asked = (line for line in page if any(span.role == "question" for span in line))
        question = next(line for line in asked if any(span.text.strip(" \u2590") for span in line))
        answer = next(line for line in page if any(span.role == "you" for span in line))
        number = next(line for line in page if any(span.role == "number" for span in line))
        worded = [span.role for span in question if span.text.strip()]
        assert ["question", "question-edge"] == worded
        assert "you" == answer[0].role or answer[0].text.isspace()
        assert ["choice", "number"] == [
            span.role for span in number if span.role in ("choice", "number") and span.text.strip()
        ]

    chat(speak, talk(answers="no", languages=True))


def test_a_long_conversation_keeps_its_size() -> None:
    """After many turns no more is kept, and no more is drawn for an answer, than at the start."""
    going = talk(ROOT / "tests" / "flows" / "round")
    drawn: list[int] = []
    with mock.patch("guide.front.chat.draw.scroll.draw", wraps=bubbles.draw) as draw:
        for _ in range(300):
            going.do(Action("choose", "yes"))
            draw_page(going, 80, 30)
            drawn.append(draw.call_count)
            draw.reset_mock()
    assert KEPT == len(going.leaf.sections)
    assert drawn[5] == drawn[-1]


def test_an_answer_late_in_a_conversation_takes_no_longer() -> None:
    """What was answered before is not told anew: that would take longer with every answer."""
    begun = talk(ROOT / "tests" / "flows" / "round")
    answered = Narrator.answered
    with mock.patch.object(Narrator, "answered", autospec=True, side_effect=answered) as tell:
        calls = []
        for _ in range(30):
            before = tell.call_count
            begun.do(Action("choose", "yes"))
            draw_page(begun, 80, 24)
            calls.append(tell.call_count - before)

    assert calls[5] == calls[-1] <= 3


def test_an_answer_late_in_a_conversation_takes_no_more_steps() -> None:
    """Counted as calls of functions, which no other program bends: from the key to the page."""
    going = talk(ROOT / "tests" / "flows" / "round", "yes " * (KEPT + 2))
    calls = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event == "call"

    def calls_of_a_round() -> int:
        nonlocal calls
        calls = 0
        sys.setprofile(count)
        for _ in range(2):
            going.do(Action("choose", "yes"))
            assert draw_page(going, 80, 30).painted
        sys.setprofile(None)
        return calls

    calls_of_a_round()
    early = calls_of_a_round()
    for _ in range(800):
        going.do(Action("choose", "yes"))
        draw_page(going, 80, 30)
    late = calls_of_a_round()

    assert early > 1000
    assert late <= early * 1.02


def test_going_back_further_than_is_kept_still_works() -> None:
    """The oldest sections are told anew when a person goes back to them."""
    going = talk(ROOT / "tests" / "flows" / "round", "yes " * (KEPT + 5))
    for _ in range(KEPT + 5):
        going.do(Action("back"))
        draw_page(going, 80, 30)
    assert 0 == going.conversation.answered
    assert "Question 1 of about" in words_of(draw_page(going, 80, 30))


def test_textual_is_told_nothing_that_could_write_or_connect(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """TEXTUAL, TEXTUAL_LOG and their like in the environment are forgotten first."""
    for name in ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_DRIVER"):
        monkeypatch.setenv(name, "something")
    monkeypatch.setenv("ESCDELAY", "900")

    keep_textual_quiet()

    assert [] == [name for name in os.environ if name.startswith("TEXTUAL")]
