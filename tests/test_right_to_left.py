"""Urdu in any terminal: letters joined and in order, from the right, by the program itself."""

import re
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from unicodedata import normalize

import pytest

from guide.conversation.conversation import Conversation
from guide.flow.library import load_library
from guide.front import codes
from guide.front.cells import cells
from guide.front.chat.draw import themes
from guide.front.chat.draw.bubbles import draw
from guide.front.chat.draw.joining import joined
from guide.front.chat.draw.lines import Viewport
from guide.front.chat.draw.order import ordered, painted, runs_from_right
from guide.front.chat.draw.picture import page_svg
from guide.front.chat.draw.section import Section
from guide.front.chat.draw.text import Action, Span, line_cells, mirror
from guide.front.chat.page import action_at, draw_page
from guide.front.chat.state import ChatState
from guide.front.kiosk.attract import attract_page
from guide.front.plain.lines import in_one_line
from guide.kiosk.site import Site
from guide.screens.build import Screens
from tests.support import fribidi
from tests.support.talking import ROOT, SHIPPED
from tests.test_every_window import led
from tests.test_first_screen import chat, languages
from tests.test_first_screen import painted as shown_on_a_terminal

LEFT_MARK, ISOLATE, END = "\u200e", "\u2066", "\u2069"
SHAPELESS = dict.fromkeys(map(ord, " \u200c\u200d\u200e\u2066\u2069"))
NUMBER = re.compile(r"\d+(?: \d+)*")
ASCII_WORD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9./:_-]*[A-Za-z0-9])?")
MARKED_OR_NUMBER = re.compile(
    f"{LEFT_MARK}(\\w[^{LEFT_MARK}\u0600-\u06ff]*){LEFT_MARK}|(\\d+ [\\d ]*\\d)"
)
URDU = re.compile(r"[\u0620-\u06d3]")


@cache
def lines_of_every_screen() -> frozenset[str]:
    """Every text in one cell row of any screen, at 80 columns and at 40, as it is read."""
    library = load_library(str(SHIPPED))
    words = languages().words("ur")
    machine = Screens(library).tell(words)
    talk = Conversation(library, words)

    def say(text: object) -> str:
        return in_one_line(talk.phrase(text))  # type: ignore[arg-type]

    told = [screen.events for screen in machine.screens.values()]
    for menu in machine.menus.values():
        told += [menu.topics, menu.help, *menu.opened.values()]
    everything = dict.fromkeys((event,) for events in (machine.notices, *told) for event in events)
    sections = [Section(events) for events in everything]
    drawn = (draw(each, Viewport(w, 24, say)) for each in sections for w in (80, 40))
    return frozenset(span.text.strip(" ") for lines in drawn for line in lines for span in line)


def urdu_lines() -> list[str]:
    """Those with a letter that runs from the right."""
    return sorted(line for line in lines_of_every_screen() if URDU.search(line))


def as_read(text: str) -> str:
    """A painted text with its letters as they are typed, from the last cell to the first."""
    return normalize("NFKC", text[::-1])


def letters(text: str) -> Counter[str]:
    """What a text holds, in whatever order and shape; brackets may be turned round."""
    return Counter(normalize("NFKD", text).translate(SHAPELESS).replace(")", "("))


# -- every line of every screen


def test_there_are_lines_of_every_screen() -> None:
    assert len(urdu_lines()) > 2000


@pytest.mark.skipif(fribidi.library() is None, reason="GNU FriBidi is not on this system")
def test_every_line_is_ordered_and_shaped_as_fribidi_does() -> None:
    """Another's Unicode bidirectional algorithm, and its Arabic shaping, give the same cells."""
    library = fribidi.library()
    assert library
    differing = []
    for line in urdu_lines():
        isolated = MARKED_OR_NUMBER.sub(f"{ISOLATE}\\1\\2{END}", line)
        for part, ours in zip(isolated.split(" / "), _parts(line), strict=True):
            theirs = fribidi.in_order(library, part, from_right=bool(URDU.search(part)))
            if theirs.strip() != ours.strip():
                differing.append(line)

    assert [] == differing


def _parts(line: str) -> list[str]:
    return [ordered(part, from_right=True) for part in line.split(" / ")]


def test_no_letter_of_any_line_is_lost_and_each_takes_the_same_cells() -> None:
    for line in urdu_lines():
        shown = ordered(line, from_right=True)
        assert letters(line) == letters(shown), line
        assert cells(line) == cells(shown), line
        assert not set(shown) & set("\u200c\u200e\u2066\u2069\u034f"), line


def test_what_only_orders_is_never_painted() -> None:
    """Nor beside a number or a name that stands alone: some terminals draw a box for it."""
    for text in ("\u200e999\u200e", "\u200eChildline", "0800 1111\u200e", "\u2066CEOP\u2069"):
        for from_right in (False, True):
            shown = ordered(text, from_right=from_right)
            assert shown == text.strip("\u200e\u2066\u2069")


def test_the_first_word_of_every_line_stands_at_the_right_edge() -> None:
    """Letter by letter from the right, where it is of Urdu letters alone."""
    looked_at = 0
    for line in urdu_lines():
        first = line.split()[0]
        if re.fullmatch(r"[\u0620-\u064a\u0671-\u06d3]+", first):
            assert as_read(ordered(line, from_right=True)).startswith(first), line
            looked_at += 1
    assert looked_at > 1500


def test_numbers_and_names_of_every_line_are_read_from_the_left() -> None:
    """0800 1111 with its groups in order, and every word in English letters as it is spelt."""
    for line in urdu_lines():
        shown = ordered(line, from_right=True)
        for number in (*NUMBER.findall(line), *ASCII_WORD.findall(line)):
            assert number in shown, (line, shown)


# -- a page


def pages() -> list[ChatState]:
    answers = ("", "young-person", "young-person no 11-17", "young-person no 11-17 sexual asked")
    return [led(each, "ur") for each in answers]


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (120, 40), (24, 10), (19, 30)])
def test_what_can_be_pressed_is_where_it_is_painted(size: tuple[int, int]) -> None:
    """Links, answers and buttons: every cell does what the cell painted there shows."""
    for talk in pages():
        page = draw_page(talk, *size)
        for read, shown in zip(page.lines, page.painted, strict=True):
            assert [cells(span.text) for span in read] == [cells(span.text) for span in shown]
            at = range(size[0])
            assert [action_at(read, x) for x in at] == [action_at(shown, x) for x in at]


def test_a_key_stands_right_of_its_own_name() -> None:
    """In the foot, from the right: a key, then what it does; never another's."""
    for talk in pages():
        foot = [
            line
            for line in draw_page(talk, 80, 24).painted
            if any(s.role == "button" for s in line)
        ]
        for line in foot:
            for left, right in pairwise(line):
                if right.role == "key":
                    assert ("button", right.does) == (left.role, left.does)


def test_help_stands_in_order_from_the_right() -> None:
    """999 first, at the right edge; Childline with its number; then whoever comes next."""
    for size in ((80, 24), (40, 20)):
        top = shown_on_a_terminal(draw_page(chat("ur"), *size), size)[0]
        assert top.rstrip().endswith("Childline 0800 1111 \u060c999")


def test_an_age_band_keeps_its_order_and_its_key() -> None:
    """The answer from 11 to 17: read from the right, 11 comes first, and its key before that."""
    size = (80, 24)
    lines = shown_on_a_terminal(draw_page(led("young-person no", "ur"), *size), size)
    band = next(line for line in lines if "17" in line and "11" in line)

    assert ["17", "11", "2"] == re.findall(r"\d+", band)


def test_the_page_is_laid_out_from_the_right() -> None:
    """Every line of Urdu ends at the right edge, whatever the size; also the smallest windows'."""
    for size in ((80, 24), (40, 20), (19, 30)):
        for line in shown_on_a_terminal(draw_page(chat("ur"), *size), size):
            if re.search(r"[\ufb50-\ufefc]", line):
                assert len(line) - len(line.rstrip()) <= len(line) - len(line.lstrip()) + 9, line


def test_a_code_is_not_mirrored() -> None:
    """A camera could not read it."""
    talks = [led("young-person no 11-17 sexual asked", code) for code in ("en", "ur")]
    pictures = []
    for talk in talks:
        draw_page(talk, 80, 30)
        talk.do(Action("code"))
        page = draw_page(talk, 80, 30)
        rows = [[span for span in line if span.role.startswith("code")] for line in page.painted]
        pictures.append([[(span.text, span.role) for span in row] for row in rows if row])

    assert pictures[0] == pictures[1]


def test_english_beside_urdu_keeps_its_own_order() -> None:
    """Its full stop stays at its end, in lines of its own and beside Urdu words in one line."""
    beside = "\u06cc\u06c1 \u0645\u0633\u0648\u062f\u06c1 \u06c1\u06d2\u06d4 / This is a draft."

    assert ordered(beside, from_right=True).startswith("This is a draft. / ")
    assert "Who is it about?" == ordered("Who is it about?", from_right=True)


def test_an_english_page_shows_the_name_of_urdu_from_the_right() -> None:
    """Within the list of languages, whose order stays."""
    size = (80, 24)
    title = shown_on_a_terminal(draw_page(chat("en"), *size), size)[1]

    assert (
        "\u0423\u043a\u0440\u0430\u0457\u043d\u0441\u044c\u043a\u0430, \ufeed\ufea9\ufead\ufe8d: F3"
        in title
    )


def test_the_kiosks_first_screen_is_painted_so_too() -> None:
    talk = chat("ur")
    lines = attract_page(talk, Site(), 80, 24)
    for line in lines:
        shown = painted(line, from_right=True)
        assert line_cells(line) == line_cells(shown)
        assert not URDU.search("".join(span.text for span in shown))


# -- shapes

SHAPES = {
    "\u06c1\u06d2": "HEH GOAL INITIAL, YEH BARREE FINAL",
    "\u0645\u06cc\u06ba": "MEEM INITIAL, FARSI YEH MEDIAL, NOON GHUNNA FINAL",
    "\u067e\u0686\u06af\u06a9": "PEH INITIAL, TCHEH MEDIAL, GAF MEDIAL, KEHEH FINAL",
    "\u0679\u0688\u0691": "TTEH INITIAL, DDAL FINAL, RREH ISOLATED",
    "\u0628\u06be\u0627\u0626\u06cc": (
        "BEH INITIAL, HEH DOACHASHMEE MEDIAL, ALEF FINAL, "
        "YEH WITH HAMZA ABOVE INITIAL, FARSI YEH FINAL"
    ),
    "\u06a9\u06cc\u200c\u06a9": "KEHEH INITIAL, FARSI YEH FINAL, , KEHEH ISOLATED",
    "\u06a9\u064f\u06c1": "KEHEH INITIAL, , HEH GOAL FINAL",
}
"""Words, and the letters they are painted with; the empty ones have no cell."""


@pytest.mark.parametrize("word", SHAPES)
def test_letters_are_joined_as_urdu_writes_them(word: str) -> None:
    from unicodedata import name

    names = [name(letter) for letter in joined(word)]
    short = [n.removeprefix("ARABIC LETTER ").removesuffix(" FORM") for n in names]
    without_marks = [
        n if letter > "\ufb4f" else "" for n, letter in zip(short, joined(word), strict=True)
    ]
    assert SHAPES[word] == ", ".join(without_marks)


def test_lam_and_alef_are_one_letter_and_the_line_as_wide_as_before() -> None:
    assert "\ufefb" == joined("\u0644\u0627")
    assert " \ufefb" == ordered("\u0644\u0627", from_right=True)


def test_a_letter_of_another_script_is_left_alone() -> None:
    assert "d\u0175r e\u0301" == joined("d\u0175r e\u0301")


def test_a_vowel_sign_stands_on_its_own_letter() -> None:
    """In a terminal a sign goes with the cell before it."""
    assert "\ufe8f\ufe8d\u064f" == ordered("\u0627\u064f\u0628", from_right=True)


def test_brackets_are_turned_round_where_they_enclose_urdu() -> None:
    urdu = "\u0627 (\u0628) \u062c"
    assert "\ufe9d (\ufe8f) \ufe8d" == ordered(urdu, from_right=True)
    assert "(a (b)) \ufe8d" == ordered("\u0627 (a (b))", from_right=True)


# -- the typed line

TYPED = {
    "Urdu": ("\u0645\u06cc\u06ba", 0, "_\ufb9f\ufbff\ufee3 < "),
    "Urdu, the cursor within": ("\u0627\u0628", 1, "\ufe8f_\ufe8d < "),
    "English": ("hello", 0, "hello_ < "),
    "English, the cursor within": ("hello", 3, "he_llo < "),
    "both": ("\u0627 ab", 0, "_ab \ufe8d < "),
    "a number": ("\u0627 0800 1111", 0, "_0800 1111 \ufe8d < "),
}


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_is_one_text_with_the_cursor_in_it(name: str) -> None:
    words, back, expected = TYPED[name]
    talk = led("young-person", "ur")
    for character in words:
        talk._put_in(character)
    talk.go_along(-back)
    page = draw_page(talk, 80, 24)
    line = next(line for line in page.painted if any(span.role == "cursor" for span in line))
    text = "".join(span.text for span in line)

    assert text.rstrip(" \u2502").endswith(expected.rstrip())
    assert page.cursor
    assert "_" == text[page.cursor[0]]


# -- what it costs, and what a terminal is told


def test_words_from_the_left_import_nothing() -> None:
    """python-bidi and the shapes are read when a letter from the right is first painted."""
    statement = (
        "import sys; from guide.front.chat.draw.order import ordered;"
        "ordered('Help', from_right=True); before = {'bidi', 'unicodedata'} & set(sys.modules);"
        "ordered('\\u0627', from_right=True);"
        "print(sorted(before), 'bidi' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", statement], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "[] True\n" == done.stdout


def test_a_terminal_that_orders_by_itself_is_told_not_to_and_then_to_again() -> None:
    """ECMA-48's BDSM is reset while the guide has the terminal, and set when it is given back."""
    assert "\x1b[8l" in codes.BORROW
    assert "\x1b[8h" in codes.GIVE_BACK


def test_a_picture_leaves_the_order_to_whoever_shows_it() -> None:
    """An SVG holds the words as they are read, each text with its direction."""
    svg = page_svg(draw_page(led("young-person", "ur"), 80, 24), themes.DARK)
    texts = re.findall(r"<text ([^>]*)>([^<]*)</text>", svg)

    assert any(URDU.search(words) for _, words in texts)
    for attributes, words in texts:
        assert bool(URDU.search(words)) == ('direction="rtl"' in attributes), words


def test_direction_is_each_texts_own() -> None:
    assert runs_from_right("CEOP \u067e\u0631", from_right=True)
    assert not runs_from_right("Cymraeg, \u0627\u0631\u062f\u0648: F3", from_right=False)
    assert runs_from_right("\u06cc\u06c1 CEOP \u06c1\u06d2\u06d4", from_right=False)


def test_mirroring_twice_changes_nothing() -> None:
    line = (Span(" a "), Span("  "), Span("b"))
    assert line == mirror(mirror(line))
