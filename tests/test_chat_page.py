"""The chat's screens as lines: they fit every window, and every theme can be read."""

from collections.abc import Iterator
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.conversation import events
from guide.front.chat.draw import bilingual, first_paint, themes
from guide.front.chat.draw.text import Action, Span, cut, fill, line_cells, mirror
from guide.front.chat.draw.themes import Look, Theme
from guide.front.chat.page import draw_page
from tests.support import screens
from tests.support.chatting import talk, words_of
from tests.support.talking import SHIPPED

ALL_THEMES = (*themes.THEMES, themes.NONE)


@given(st.lists(st.tuples(st.text("ab 日", min_size=1, max_size=9), st.just("page"))))
def test_lines_are_cut_filled_and_mirrored_to_the_cell(parts: list[tuple[str, str]]) -> None:
    """Whatever is in a line, it takes the cells it should."""
    line = tuple(Span(*part) for part in parts)

    assert line_cells(line) == line_cells(mirror(line))
    assert line_cells(fill(line, 100)) == max(100, line_cells(line))
    assert line_cells(cut(line, 7)) <= 8


@pytest.mark.parametrize("height", [20, 24, 50])
@pytest.mark.parametrize("width", [40, 41, 60, 80, 133, 300])
def test_every_screen_fits_its_window(width: int, height: int) -> None:
    """From 40x20 to very wide: as many lines and cells as there are, help and way out in view."""
    begun = talk(SHIPPED)
    for keys in ("", "young-person", "no", "11-17", "sexual", "asked"):
        if keys:
            begun.do(Action("choose", keys))
        shown = draw_page(begun, width, height)
        assert [width] * height == [line_cells(line) for line in shown.lines]
        for words in ("999", "0800 1111", "CEOP Safety Centre", "Hide this", "Esc Esc"):
            assert words in " ".join(words_of(shown).split())
        assert shown.height >= 8


@pytest.mark.parametrize("width", range(0, 45, 7))
@pytest.mark.parametrize("height", range(0, 25, 6))
def test_no_window_is_too_small_to_draw(width: int, height: int) -> None:
    """Not even one without a cell."""
    shown = draw_page(talk(answers="no"), width, height)

    assert height == len(shown.lines)
    assert {width} >= {line_cells(line) for line in shown.lines}


def test_nothing_is_said_by_colour_alone() -> None:
    """Who speaks, what is selected and how urgent it is are words and marks too."""
    begun = talk(answers="no 11-17 sexual")
    draw_page(begun, 80, 60)
    begun.leaf.move(-1, 50)
    shown = words_of(draw_page(begun, 80, 60))

    for words in ("Guide", ">You ", "Do this as soon as you can:"):
        assert words in shown


def contrast(ink: str, ground: str) -> float:
    """How well ink can be read on a ground, as WCAG counts it: from 1 to 21."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(ink), light(ground)))
    return (bright + 0.05) / (dark + 0.05)


def coloured() -> Iterator[tuple[Theme, str, Look]]:
    for theme in (themes.DARK, themes.LIGHT, themes.CONTRAST):
        for role, look in theme.looks.items():
            if role not in ("rule", "bar", "question-edge"):  # drawn lines, which say nothing
                yield theme, role, look


@pytest.mark.parametrize(
    "look",
    [pytest.param(look, id=f"{theme.name} {role}") for theme, role, look in coloured()],
)
def test_every_colour_can_be_read(look: Look) -> None:
    """WCAG AAA (7 to 1) for all words in all themes, not only in the one of high contrast."""
    assert contrast(look.ink, look.ground) >= 7


def test_no_colour_means_no_colour() -> None:
    """NO_COLOR gives bold, underline and reverse, and nothing else."""
    assert themes.NONE is themes.first_theme({"NO_COLOR": "1", "COLORTERM": "truecolor"})
    assert {("", "")} == {(look.ink, look.ground) for look in themes.NONE.looks.values()}
    assert themes.NONE.look("selected").reverse


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({"TERM": "xterm"}, "sixteen"),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, "dark"),
        ({"TERM": "screen", "XTERM_VERSION": "XTerm(379)"}, "sixteen"),
        ({"TERM": "linux"}, "sixteen"),
        ({"TERM": "xterm-256color"}, "dark"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "dark"),
        ({"WT_SESSION": "0e8a"}, "dark"),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;15"}, "light"),
        ({"TERM": "xterm-256color", "COLORFGBG": "15;0"}, "dark"),
    ],
)
def test_the_first_theme_suits_the_terminal(environment: dict[str, str], name: str) -> None:
    """Few colours where there are few; light on a light ground."""
    assert name == themes.first_theme(environment).name


def test_every_theme_looks_the_same_with_256_colours() -> None:
    """No colour needs rounding there, so the first screen and those after it are alike."""
    for theme in ALL_THEMES:
        for look in theme.looks.values():
            for many in (True, False):
                assert first_paint._codes(look, many) is not None


def test_sixteen_colours_are_enough() -> None:
    """That theme names none beyond the terminal's own, but for the code's black and white."""
    looks = [look for role, look in themes.SIXTEEN.looks.items() if not role.startswith("code")]

    assert {"", *map(str, range(16))} >= {colour for look in looks for colour in look[:2]}


def test_there_is_a_picture_of_every_kind_of_screen_and_no_other() -> None:
    """`python -m tests.support.screens` makes them; a picture without its screen is an old one."""
    drawn = sorted(file.stem for file in screens.FOLDER.glob("*.svg"))

    assert drawn == sorted(name for name, *_ in screens.pictures())


IDS = {
    "Said": (),
    "Asked": ("step",),
    "Answered": ("step", "key"),
    "Headline": ("ending",),
    "Contact": ("id",),
    "Heading": ("opens",),
    "Card": (),
    "Topics": (),
    "Choice": ("key",),
    "ContactMethod": ("kind", "value"),
}
"""By which ids each kind of event, and of what is in one, is the same in two languages."""


def test_an_event_is_known_by_its_ids_in_two_languages() -> None:
    """Else the words of one would stand below those of another. A new kind is written above."""
    kinds = (*get_args(events.Event), events.Choice, events.ContactMethod)
    known_by = {
        kind.__name__: tuple(field for field in kind._fields if field in bilingual.NAMES)
        for kind in kinds
    }

    assert IDS == known_by
