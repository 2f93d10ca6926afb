"""The chat in every window: small and large, each language, a cursor that can be followed."""

from collections.abc import Iterator
from unittest import mock

import pytest
import segno

from guide.conversation import phrases
from guide.front import codes
from guide.front.cells import cells
from guide.front.chat import input as entry
from guide.front.chat import page as pages
from guide.front.chat.draw import first_paint, themes
from guide.front.chat.draw.code_size import BORDER, code_fits, code_size
from guide.front.chat.draw.text import Action, ScreenLine
from guide.front.chat.keys import pressed
from guide.front.chat.page import Page, draw_page
from guide.front.chat.state import ChatState
from guide.front.languages import Languages
from guide.front.start import _can_write
from tests.support.chatting import Chat, roles_of, talk, words_of
from tests.support.chatting import chat as open_chat
from tests.support.practising import shipped
from tests.test_first_screen import Emulator, chat, has_first_answer, languages, painted

CODES = ("en", "cy", "pl", "uk", "ur")
ENDING = "young-person no 11-17 sexual asked"


def led(answers: str, language: str = "en") -> ChatState:
    """A chat over the shipped flows, led to where these answers lead."""
    talk = chat(language)
    for answer in answers.split():
        talk.do(Action("choose", answer))
    return talk


# -- small and large


@pytest.mark.parametrize("size", [(20, 8), (24, 10), (30, 12), (60, 15), (80, 9), (61, 19)])
@pytest.mark.parametrize("language", CODES)
def test_a_small_window_keeps_help_the_question_and_what_is_typed(
    size: tuple[int, int], language: str
) -> None:
    """Bars give way first; 999 and Childline's number stand there, and something to read."""
    talk = led("young-person", language)
    page = draw_page(talk, *size)
    shown = words_of(page).split("\n")

    assert "999" in " ".join(shown)
    assert "0800 1111" in " ".join(shown)
    assert page.height >= min(5, size[1] - 3)
    assert any(">" in line for line in shown[-5:])
    assert roles_of(page, "") >= {"question", "entry"}


def test_a_pi_screen_has_all_bars() -> None:
    """800x480 at size 16 is 61 columns and 19 lines."""
    shown = painted(draw_page(led(""), 61, 19), (61, 19))

    assert has_first_answer(shown)
    for words in ("Should I report?", "Hide this", "Backspace Back", "Question 1 of about"):
        assert words in "\n".join(shown)


@pytest.mark.parametrize("size", [(19, 30), (80, 7), (18, 7), (19, 6), (12, 8)], ids=str)
@pytest.mark.parametrize("language", CODES)
def test_where_nothing_fits_the_ways_out_are_named(size: tuple[int, int], language: str) -> None:
    """F5 for plain mode and Esc Esc to hide, whole, below 999 and Childline; never half a word."""
    for answers in ("", "young-person no", ENDING):
        lines = painted(draw_page(led(answers, language), *size), size)
        shown = " ".join(" ".join(lines).split())

        for words in ("999", "Childline", "F5"):
            assert words in shown
        assert 2 == shown.count("Esc")


def test_where_there_is_room_for_it_the_small_window_says_what_to_do() -> None:
    small = " ".join(words_of(draw_page(talk(), 19, 30)).split())

    assert "Make this window bigger to go on. Or press F5: plain mode needs no room." in small


@pytest.mark.parametrize(
    "answers", ["", "young-person", "young-person no", "young-person no 11-17"]
)
def test_the_smallest_window_shows_the_question_and_an_answer(answers: str) -> None:
    """At 20x8: who helps in two lines, each whole, then what is asked and what to press."""
    page = draw_page(led(answers), 20, 8)
    shown = words_of(page).split("\n")

    assert ["999, Childline", "0800 1111"] == [line.strip() for line in shown[:2]]
    assert "question" in roles_of(page, "")
    assert has_first_answer(shown)


def test_the_smallest_window_leads_to_whom_to_call() -> None:
    """By numbers alone; what is longer than it is read line by line, to its end."""
    at = led("")
    for digit in "1224":
        page = draw_page(at, 20, 8)
        # Where an age may begin with it, a digit waits for Enter.
        action = pressed(at, digit, digit, page.height) or pressed(at, "enter", None, page.height)
        assert action
        at.do(action)
    at.do(Action("choose", "not-sure"))
    read = ""
    for _ in range(60):
        page = draw_page(at, 20, 8)
        read += words_of(page)
        pressed(at, "down", None, page.height)

    assert at.conversation.finished
    for words in ("Childline", "Call 0800 1111", "Start again"):
        assert words in " ".join(read.split())


@pytest.mark.parametrize("width", [120, 200, 300])
def test_text_keeps_its_measure_in_the_middle_of_a_wide_window(width: int) -> None:
    """At most 72 columns of text, with as much empty on the left as on the right."""
    lines = painted(draw_page(led("young-person"), width, 40), (width, 40))
    texts = [line for line in lines if line.strip() and "\u2500" not in line]
    left = min(len(line) - len(line.lstrip()) for line in texts)
    right = max(len(line.rstrip()) for line in texts)

    assert right - left <= pages.WIDEST <= 80
    assert abs(left - (width - pages.WIDEST) // 2) <= 2


@pytest.mark.parametrize("language", CODES)
def test_nothing_is_cut_in_any_language(language: str) -> None:
    """At 40 columns, where names and hints are long: the line that is typed aside."""
    cut: list[str] = []

    def look(line: ScreenLine, width: int) -> ScreenLine:
        text = "".join(span.text for span in line).rstrip()
        if cells(text) > width:
            cut.append(text)
        return line

    with mock.patch.object(pages, "cut", look):
        for answers in ("", "young-person", "young-person no", ENDING):
            for keys in ((), ("down",), ("question_mark",), ("f2",), ("f3",), ("f4",)):
                at = led(answers, language)
                for key in keys:
                    if action := pressed(at, key, None, 8):
                        at.do(action)
                draw_page(at, 40, 20)
    assert [] == cut


@pytest.mark.parametrize("size", [(40, 20), (61, 19), (80, 24)], ids=str)
@pytest.mark.parametrize("language", CODES)
def test_how_far_one_is_stands_beside_that_there_is_more(
    size: tuple[int, int], language: str
) -> None:
    """In the rule below what is read: neither takes the other's place."""
    for answers in ("", "young-person no under-11", "young-person no 11-17 sexual"):
        at = led(answers, language)
        page = draw_page(at, *size)
        titles = " ".join(span.text for line in page.lines for span in line if span.role == "title")
        assert at.telling.progress in titles


# -- the cursor


def test_the_cursor_is_where_the_person_is() -> None:
    """In the typed line; on the answer selected; after the letters typed."""

    async def follow(on: Chat) -> None:
        lines = on.shown.split("\n")
        where = on.page.cursor
        row = next(n for n, line in enumerate(lines) if line.lstrip(" \u2502").startswith("> "))
        assert where == (lines[row].index(">") + 2, row)
        await on.press("down")
        assert on.page.cursor
        column, row = on.page.cursor
        assert "1  Yes" in on.shown.split("\n")[row]
        assert ">" == on.shown.split("\n")[row][column]
        await on.press("s", "o")
        assert on.page.cursor
        column, row = on.page.cursor
        assert "_" == on.shown.split("\n")[row][column]
        assert tuple(on.app.cursor_position) == on.page.cursor

    open_chat(follow)


def test_a_terminal_shows_the_cursor_there() -> None:
    """Painted on a terminal: its own cursor stands at the selected answer, and is seen."""
    at = led("young-person")
    at.leaf.move(1, 12) if at.leaf.items else draw_page(at, 80, 24)
    at.leaf.move(1, 12)
    page = draw_page(at, 80, 24)
    terminal = Emulator(80, 24)
    first_paint.paint(terminal, page.painted, themes.DARK, page.cursor)  # type: ignore[arg-type]
    cursor = terminal.screen.cursor

    assert (cursor.x, cursor.y) == page.cursor
    assert not cursor.hidden
    assert "1  Yes" in terminal.screen.display[cursor.y]


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_the_cursor_has_the_colour_of_the_words(theme: themes.Theme) -> None:
    """A terminal's own may be white on white; it has that again when the guide is gone."""
    page = draw_page(led("young-person"), 80, 24)
    written: list[str] = []
    terminal = mock.Mock(write=written.append)
    first_paint.paint(terminal, page.painted, theme, page.cursor)
    ink = theme.look("page").ink

    colour = f"\x1b]12;{ink}\x07" if ink.startswith("#") else "\x1b]112\x07"
    assert 1 == "".join(written).count(colour)
    assert "\x1b]112\x07" in codes.GIVE_BACK


def test_other_colours_colour_the_cursor_too() -> None:
    async def turn(on: Chat) -> None:
        with mock.patch.object(on.app._driver, "write") as write:
            await on.press("f6")
        written = "".join(call.args[0] for call in write.call_args_list)
        assert f"\x1b]12;{themes.LIGHT.look('page').ink}\x07" in written

    open_chat(turn)


def test_a_selected_button_says_what_enter_does_there() -> None:
    """Nobody hides or goes back by a key that is said to open something."""

    async def look(on: Chat) -> None:
        await on.press("shift+tab")
        assert "Press Enter to hide this." in on.shown
        await on.press("shift+tab")
        assert "Press Enter to open this." in on.shown
        await on.press("shift+tab", "shift+tab", "shift+tab")
        assert "Press Enter to go back." in on.shown

    open_chat(look)


# -- what is typed

STORY = "my dad hits me and " * 10 + "i do not know what to do"


def typed_in(page: Page) -> str:
    """What is seen of what is typed, without its blanks, which a page from the right moves."""
    spans = (span for line in page.lines for span in line)
    return "".join("".join(span.text for span in spans if span.role == "typed").split())


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (20, 8)])
@pytest.mark.parametrize("language", CODES)
def test_a_story_is_read_over_while_it_is_typed(size: tuple[int, int], language: str) -> None:
    """In as many as three lines, where the cursor is, with what is asked in view."""
    at = led("", language)
    draw_page(at, *size)
    for letter in STORY:
        at.type(letter)
    page = draw_page(at, *size)
    rows = [line for line in page.lines if any(span.role == "typed" for span in line)]

    assert (1 if size[0] == 20 else 3) == len(rows)
    assert "".join(STORY.split()).endswith(typed_in(page))
    assert ["_"] == [span.text for line in rows for span in line if span.role == "cursor"]
    assert has_first_answer(painted(page, size))
    if size[0] > 20:
        assert "entry-hint" in roles_of(page, "")
    at.go_along(-len(STORY))
    assert typed_in(draw_page(at, *size)).startswith("mydadhits")


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (61, 19)], ids=str)
@pytest.mark.parametrize("language", CODES)
def test_what_was_typed_stands_beside_what_was_heard(size: tuple[int, int], language: str) -> None:
    """From its beginning, until it is answered; the question and its first answer stay in view."""
    at = led("", language)
    draw_page(at, *size)
    at.do(Action("say", STORY))
    page = draw_page(at, *size)

    assert at.conversation.confirming
    assert typed_in(page).startswith("mydadhitsme")
    assert has_first_answer(painted(page, size))
    assert "question" in roles_of(page, "")
    at.do(Action("help"))
    assert "" == typed_in(draw_page(at, *size))
    at.do(Action("back"))
    assert typed_in(draw_page(at, *size))
    at.do(Action("choose", at.conversation.choices[0].key))
    assert "" == at.said == typed_in(draw_page(at, *size))


# -- a link's code


def links() -> list[str]:
    return sorted({contact.link for contact in shipped().contacts.values() if contact.link})


def dark_cells(terminal: Emulator, theme: themes.Theme, rows: int) -> Iterator[list[bool]]:
    """The modules that a camera sees: what is ink, and what is ground, of each painted cell."""
    ink = theme.look("code").ink.removeprefix("#")
    for row in range(rows):
        cells = [terminal.screen.buffer[row][column] for column in range(terminal.screen.columns)]
        for upper in (True, False):
            line = []
            for cell in cells:
                drawn = {"\u2580": upper, "\u2584": not upper}.get(cell.data, False)
                line.append((cell.fg if drawn else cell.bg) == ink)
            yield line


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT, themes.CONTRAST])
def test_the_painted_code_is_the_links(
    theme: themes.Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Module by module, from colours as a camera sees them; cells of one colour hold no letter.

    The only block is the lower half one: others leave seams that a decoder stumbles over in xterm
    (test_code_pictures.py looks at the terminals themselves).
    """
    monkeypatch.setenv("COLORTERM", "truecolor")
    at = led(ENDING)
    link = at.telling.links[0]
    draw_page(at, 80, 24)
    at.do(Action("code"))
    page = draw_page(at, 80, 24)
    terminal = Emulator(80, 24)
    first_paint.paint(terminal, page.painted, theme)  # type: ignore[arg-type]
    made = [
        list(map(bool, row))
        for row in segno.make(link, micro=False, error="l", boost_error=False).matrix_iter(
            border=BORDER
        )
    ]
    painted_rows = list(dark_cells(terminal, theme, 24))[4:]

    assert made == [line[: len(made)] for line in painted_rows[: len(made)]]
    blocks = {sign for sign in "".join(terminal.screen.display) if "\u2580" <= sign <= "\u259f"}
    assert {"\u2584"} == blocks


def test_a_code_has_the_window_with_whose_it_is_above() -> None:
    """And what a phone keeps of it is said; Backspace leads back."""
    at = led(ENDING)
    draw_page(at, 80, 24)
    at.do(Action("code"))
    shown = words_of(draw_page(at, 80, 24))

    assert "CEOP Safety Centre" == shown.split("\n")[1].strip()
    assert "999" in shown.split("\n")[0]
    assert "history" in shown
    at.do(Action("back"))
    assert "Call" in words_of(draw_page(at, 80, 24)) or at.in_conversation


@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize("size", [(80, 24), (40, 20), (37, 22)], ids=str)
@pytest.mark.parametrize("language", CODES)
def test_a_code_names_the_way_back(size: tuple[int, int], language: str, *, by_hand: bool) -> None:
    """Whole, with all of the picture, whose it is and 999, for every link there is."""
    at = led(ENDING, language)
    at.by_hand = by_hand
    way = at.telling.say(phrases.PLAIN_RETURN if by_hand else phrases.CHAT_CLOSE)
    for link in links():
        if not code_fits(link, *size):
            continue
        draw_page(at, *size)
        at.do(Action("code", link))
        page = draw_page(at, *size)
        shown = " ".join(words_of(page).split())
        rows = [line for line in page.lines if any(s.role.startswith("code") for s in line)]

        assert " ".join(way.split()) in shown or size == (80, 24)
        assert way.split()[-1] in shown
        assert code_size(link)[1] == len(rows)
        if size != (40, 20) or code_size(link)[1] < 18:
            assert "999" in shown


def test_the_size_of_a_code_is_known_before_it_is_made() -> None:
    for text in [*map("a".__mul__, range(1, 272, 9))]:
        made = segno.make(text, micro=False, error="l", boost_error=False, mode="byte")
        assert made.symbol_size(border=BORDER)[0] == code_size(text)[0]


def test_where_a_code_does_not_fit_the_address_can_be_typed() -> None:
    """Its key is not offered there."""
    at = led(ENDING)
    draw_page(at, 40, 15)
    assert "Phone code" not in [button.name.source for button in at.buttons]
    at.do(Action("code", at.telling.links[0]))
    shown = words_of(draw_page(at, 40, 15))

    assert phrases.CHAT_CODE_SMALL.source in shown
    assert at.telling.links[0] in "".join(shown.split())
    draw_page(at, 80, 24)
    assert "Phone code" in [button.name.source for button in at.buttons]


def test_every_link_has_a_code_that_fits_a_standard_window() -> None:
    assert [] == [link for link in links() if not code_fits(link, 80, 24)]


# -- keys and colours


@pytest.mark.parametrize(
    ("count", "at_once"), [(9, "123456789"), (10, "23456789"), (23, "3456789")]
)
def test_a_digit_answers_at_once_where_it_can_be_only_one_answer(count: int, at_once: str) -> None:
    from guide.conversation.events import Asked, Choice
    from guide.front.chat.draw.section import Section

    choices = tuple(Choice(f"answer-{n}", f"Answer {n}") for n in range(1, count + 1))
    section = Section((Asked("step", "What?", "", 1, 2, choices),))
    held = talk().conversation
    answering = [d for d in "123456789" if entry.meant_at_once(d, section, held)]

    assert list(at_once) == answering


def test_zero_is_dangers_key_at_every_question() -> None:
    for answers in ("", "no", "no 11-17"):
        at = talk(answers=answers)
        assert Action("choose", "danger") == at.type("0")


def test_space_pages_where_there_is_nothing_to_answer() -> None:
    at = led(ENDING)
    page = draw_page(at, 80, 24)
    before = at.leaf.top
    pressed(at, "space", " ", page.height)

    assert at.leaf.top > before
    assert "" == at.typed


def test_a_digit_after_a_space_answers_as_it_does_alone() -> None:
    """No line begins with a blank: whoever read on with Space is not left with words to send."""
    at = led("young-person")
    page = draw_page(at, 40, 20)
    pressed(at, "space", " ", page.height)
    action = pressed(at, "2", "2", page.height)

    assert "" == at.typed
    assert action is not None
    assert pressed(led("young-person"), "2", "2", page.height) == action


def test_more_is_promised_only_where_there_is_more() -> None:
    at = led("young-person yes")
    for size in ((80, 24), (80, 90)):
        page = draw_page(at, *size)
        more = len(at.leaf.lines) > at.leaf.top + page.height
        assert more == ("Arrow keys show more." in words_of(page))


def test_f6_names_the_colours() -> None:
    async def turn(on: Chat) -> None:
        for words in ("dark on light", "strong contrast", "few", "light on dark"):
            await on.press("f6")
            assert f"Colours: {words}" in on.shown
        await on.press("down")
        assert "Colours: " not in on.shown

    open_chat(turn)


@pytest.mark.parametrize("name", ["vt100", "vt102", "vt220"])
def test_a_terminal_without_colours_gets_none(name: str) -> None:
    assert themes.NONE is themes.first_theme({"TERM": name})


def test_languages_that_cannot_be_shown_are_not_offered() -> None:
    """Neither as question marks in ASCII, nor as boxes on the Linux console."""
    folder = languages()._folder

    def names(can: str, terminal: str) -> list[str]:
        def can_write(letters: str) -> bool:
            return (can != "ascii" or letters.isascii()) and _can_write(letters, {"TERM": terminal})

        return list(Languages(shipped().contacts, folder, can_write=can_write).codes)

    assert ["en", "cy", "pl"] == names("ascii", "xterm")
    assert ["en", "cy", "pl", "uk"] == names("utf-8", "linux")
    assert ["en", "cy", "pl", "uk", "ur"] == names("utf-8", "xterm")
