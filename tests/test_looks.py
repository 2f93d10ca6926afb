"""How the chat looks: what is large, few keys, a draft's English folded away, colours that tell."""

import pytest

from guide.conversation import phrases
from guide.conversation.events import Headline
from guide.flow.model import Urgency
from guide.front.chat.draw import themes
from guide.front.chat.draw.bubbles import draw
from guide.front.chat.draw.digits import big_digits
from guide.front.chat.draw.lines import NARROW, Viewport
from guide.front.chat.draw.section import Section
from guide.front.chat.draw.text import Action
from guide.front.chat.page import Page, draw_page
from guide.front.chat.state import ChatState
from tests.support.chatting import Chat, talk, words_of
from tests.support.chatting import chat as open_chat
from tests.test_every_window import ENDING, led
from tests.test_first_screen import SIZES, first_in_plain, languages, shipped

DRAFTS = ("cy", "pl", "uk", "ur")


def large(page: Page) -> list[str]:
    """What stands in big digits, row by row."""
    return [span.text for line in page.lines for span in line if span.role == "large"]


def pressed(page: Page) -> set[Action]:
    """What can be pressed on a page."""
    return {span.does for line in page.lines for span in line if span.does}


@pytest.mark.parametrize(
    ("answers", "number"),
    [
        ("young-person yes", "999"),
        ("young-person no 11-17 mean", "0800 1111"),
    ],
)
def test_the_number_to_call_is_large(answers: str, number: str) -> None:
    """All of it in view in a standard window, with the one action and whose it is above it."""
    at = led(answers)
    while not at.conversation.finished:
        at.do(Action("choose", at.conversation.choices[0].key))
    page = draw_page(at, 80, 24)
    shown = words_of(page)

    assert [*big_digits(number)] == [row for row in large(page) if row]
    assert shown.index("Do this") < shown.index("\u2580") < shown.rindex(f"Call {number}")


@pytest.mark.parametrize("size", [(40, 20), (60, 15), (80, 17), (20, 8)])
def test_a_small_window_keeps_its_rows_for_words(size: tuple[int, int]) -> None:
    page = draw_page(led("young-person yes"), *size)

    assert [] == large(page)


@pytest.mark.parametrize("language", ["en", *DRAFTS])
@pytest.mark.parametrize("answers", ["young-person yes", ENDING])
def test_the_action_and_the_first_contact_are_in_view(answers: str, language: str) -> None:
    """In every language in a standard window, large or not."""
    at = led(answers, language)
    roles = {span.role for line in draw_page(at, 80, 24).lines for span in line}

    assert roles & {"emergency", "report"}
    assert "name" in roles


def test_a_link_is_a_target_as_wide_as_the_text() -> None:
    page = draw_page(led(ENDING), 80, 24)
    row = next(line for line in page.lines if any(span.role == "link" for span in line))

    assert sum(len(span.text) for span in row if span.does) >= 70


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", *DRAFTS])
def test_five_keys_at_most_stand_at_the_foot(language: str, size: tuple[int, int]) -> None:
    """Everywhere the same; an ending in a narrow window has room for three."""
    for answers in ("", "young-person no", ENDING):
        at = led(answers, language)
        page = draw_page(at, *size)
        caps = [span.text for line in page.lines for span in line if span.role == "key"]

        narrow_ending = answers == ENDING and size[0] < NARROW
        all_five = ["/", "?", "Backspace", "Esc Esc", "F2"]
        assert (["/", "?", "Esc Esc"] if narrow_ending else all_five) == sorted(caps)


@pytest.mark.parametrize("answers", ["", ENDING])
def test_every_other_key_is_listed_under_more(answers: str) -> None:
    """Each with its name and key, to be pressed, numbered or named."""
    at = led(answers)
    draw_page(at, 80, 24)
    at.do(Action("menu"))
    shown = words_of(draw_page(at, 80, 24))

    assert at.leaf.open.choices
    for button in at.buttons:
        assert button.name.source in shown
        assert button.cap in shown


@pytest.mark.parametrize("way", ["number", "name", "click", "arrows"])
def test_what_the_menu_lists_can_be_chosen_in_any_way(way: str) -> None:
    """It takes the menu away; the talk is where it was."""

    async def choose(on: Chat) -> None:
        await on.press("slash")
        if way == "number":
            await on.press("2")
        elif way == "name":
            await on.type("colours")
        elif way == "click":
            await on.click("Colours")
        else:
            await on.press("down", "down", "enter")
        assert on.app.talk.in_conversation
        assert "Colours: dark on light" in on.shown
        assert 0 == on.app.talk.conversation.answered

    open_chat(choose)


def test_a_stroke_within_words_is_a_letter() -> None:
    async def write(on: Chat) -> None:
        await on.press("a", "slash")
        assert on.app.talk.in_conversation

    open_chat(write)


# -- English beside a draft


def english_of(at: ChatState) -> list[str]:
    """The English beside the question here and its answers, but for the one that stands always."""
    asked = at.conversation.again()[-1]
    texts = [asked.english, *(choice.english for choice in asked.choices)]  # type: ignore[union-attr]
    return [text for text in texts if text]


@pytest.mark.parametrize("way", ["key", "line", "words"])
@pytest.mark.parametrize("language", DRAFTS)
def test_a_drafts_english_waits_until_it_is_asked_for(language: str, way: str) -> None:
    """Folded where it stands; opened and closed by its key, its line, or by typing "english"."""
    at = led("young-person", language)
    english = english_of(at)
    turn = Action("english")

    assert english
    assert english[0] not in " ".join(words_of(draw_page(at, 80, 40)).split())
    assert turn in pressed(draw_page(at, 80, 40))
    assert "F12" in words_of(draw_page(at, 80, 40))
    if way == "words":
        at.typed = "english"
        assert turn == at.send()
    at.do(turn)
    shown = " ".join(words_of(draw_page(at, 80, 40)).replace("\u258c", "").split())
    assert english[0] in shown or language == "ur"
    at.do(turn)
    assert english[0] not in " ".join(words_of(draw_page(at, 80, 40)).split())


def test_no_english_is_offered_beside_english() -> None:
    at = led("young-person")

    assert Action("english") not in pressed(draw_page(at, 80, 40))
    assert "english" not in [button.does.what for button in at.buttons]


@pytest.mark.parametrize("language", DRAFTS)
def test_help_itself_is_always_in_both(language: str) -> None:
    """What to do now, and that someone is in danger, need no key to be read in English."""
    at = led("young-person", language)
    assert "Someone is in danger now" in words_of(draw_page(at, 80, 40))
    at.do(Action("choose", "yes"))
    assert "Call 999 now" in words_of(draw_page(at, 80, 24)).replace("\u200e", "")


@pytest.mark.parametrize("urgency", ["emergency", "tell"])
@pytest.mark.parametrize("language", DRAFTS)
def test_a_narrow_window_folds_the_english_of_the_urgency_but_in_an_emergency(
    language: str, urgency: Urgency
) -> None:
    """The action stands in both there too; the English of the rest is a key away, as everywhere."""
    told = Headline("", urgency, "Now", "Do it", "Do it in English", "Now in English")

    def shown(width: int, *, in_english: bool = False) -> str:
        window = Viewport(width, 14, lambda text: text.source, language, in_english)
        lines = draw(Section((told,)), window)
        return " ".join(span.text for line in lines for span in line)

    narrow = shown(40)
    assert "Do it in English" in narrow
    assert (urgency == "emergency") == ("Now in English" in narrow)
    assert (urgency != "emergency") == ("F12" in narrow)
    assert "Now in English" in shown(40, in_english=True)
    assert "Now in English" in shown(80)


@pytest.mark.parametrize(
    "answers", ["young-person yes", "friend yes", "child parent yes", "young-person danger"]
)
def test_how_to_call_without_a_word_is_in_view_in_an_emergency(answers: str) -> None:
    """At 80x24 with the number large and its way to be reached; nobody who hides has to scroll."""
    page = draw_page(led(answers), 80, 24)
    shown = " ".join(words_of(page).split())

    assert large(page)
    for words in ("Call 999 now", "Cannot talk?", "press 55", "the call ends."):
        assert words in shown


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (120, 60)])
def test_whoever_cries_for_help_sees_it_with_what_is_asked(size: tuple[int, int]) -> None:
    """The help card that a cry brings and the question below it, unscrolled: names and ways alone
    where all of it would be longer than the window."""
    at = led("")
    draw_page(at, *size)
    at.do(Action("say", "i dont want to live"))
    page = draw_page(at, *size)
    shown = words_of(page)

    assert {"question", "name", "way"} <= {span.role for line in page.lines for span in line}
    for words in ("Call 0800 1111", "Is that right?", "1  Yes"):
        assert words in shown
    assert ("Call 999" in shown) == (size != (40, 20))
    assert ("They are there to listen" in shown) == (size == (120, 60))
    at.do(Action("help"))
    assert "They are there to listen" in " ".join(words_of(draw_page(at, 80, 60)).split())


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_whom_to_turn_to_is_in_view_where_a_second_trouble_waits_below(
    size: tuple[int, int],
) -> None:
    """An ending is seen from its beginning, though something is asked further down."""
    at = led("")
    draw_page(at, *size)
    at.do(Action("say", "someone online keeps asking me to send pics and says he will come"))
    at.do(Action("choose", "yes"))
    for answer in ("no", "11-17"):
        at.do(Action("choose", answer))
    page = draw_page(at, *size)
    shown = {span.role for line in page.lines for span in line}

    assert at.conversation.finished
    assert at.conversation.confirming
    assert {"report", "name"} <= shown
    assert "ceop.police.uk" in words_of(page)
    assert "Arrow keys show more." in words_of(page)


@pytest.mark.parametrize("language", DRAFTS)
def test_plain_mode_says_how_to_see_the_english(language: str) -> None:
    """In one line of the first screen, which shows no more English than help and the notice."""
    words = languages().words(language)
    shown = first_in_plain(language)

    assert f"{words.say(phrases.SHOW_ENGLISH)}: english\n" in shown
    assert "Someone is in danger now" in shown
    assert "Who is it about?" not in shown


# -- colours


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_an_emergency_has_a_colour_of_its_own(theme: themes.Theme) -> None:
    """No other thing said, asked or pressed has its ground."""
    ground = theme.look("emergency").ground
    same = {role for role, look in theme.looks.items() if look.ground == ground}

    assert {"emergency", "emergency-when", "danger"} == same


def test_big_digits_are_three_rows_of_one_width() -> None:
    """Every number of the registry that can be called; none is made of other signs."""
    phones = {contact.phone for contact in shipped().contacts.values() if contact.phone}
    for phone in phones:
        rows = big_digits(phone)
        assert 3 == len(rows)
        assert 1 == len({len(row) for row in rows})
    assert () == big_digits("call") == big_digits("")


def test_talk_is_used_without_languages() -> None:
    """Where there is one language only, nothing about languages is listed."""
    at = talk()
    at.do(Action("menu"))

    assert "Language" not in words_of(draw_page(at, 80, 24))


@pytest.mark.parametrize("language", ["en", *DRAFTS])
def test_where_a_link_stands_first_it_has_a_frame_to_press(language: str) -> None:
    """The address in a line of its own, whole, and the key of its code, in view at once."""
    at = led(ENDING, language)
    page = draw_page(at, 80, 24)
    link = at.telling.links[0]
    rows = [
        n
        for n, line in enumerate(page.lines)
        if any(span.does == Action("code", link) for span in line)
    ]

    assert 4 == len(rows)
    assert link in "".join(span.text for span in page.lines[rows[1]])
    assert "F7" in words_of(page).split("\n")[rows[2]]


def test_where_the_frame_would_not_be_whole_the_link_has_a_line() -> None:
    """As the big number: what matters is that all of it is in view."""
    rows = [line for line in words_of(draw_page(led(ENDING), 80, 20)).split("\n") if "ceop" in line]

    assert 1 == len(rows)
    assert "F7" not in words_of(draw_page(led(ENDING), 80, 20))
