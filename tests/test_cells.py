"""How much room words take in a terminal: as wcwidth counts it, in the chat and in plain lines."""

import sys
from io import BytesIO, StringIO

import pytest
import wcwidth
from babel.messages.pofile import read_po
from hypothesis import example, given
from hypothesis import strategies as st

from guide.front import cells as module
from guide.front.cells import cells, fitting, wrap
from guide.front.chat.draw.text import Span, cut, line_cells
from guide.front.plain.lines import LineTerminal
from tests.support.talking import ROOT

WIDTHS = {
    "letters": ("Hello", 5),
    "the guide's own signs": ("\u2018It\u2019s\u2019 \u2013 \u2500\u2502", 11),
    "Welsh": ("d\u0175r", 3),
    "Ukrainian": ("допомога", 8),
    "Urdu": ("نہیں", 4),
    "Urdu with vowel signs": ("اُردُو", 4),
    "Bengali": ("বাংলা", 4),
    "Punjabi": ("ਪੰਜਾਬੀ", 5),
    "Hindi": ("नमस्ते", 4),
    "Chinese": ("我要帮助", 8),
    "an accent of its own": ("e\u0301", 1),
    "a heart": ("❤", 1),
    "a heart drawn as a picture": ("❤️", 2),
    "a family": ("👩\u200d👩\u200d👧", 2),
    "a thumb with a skin": ("👍🏽", 2),
    "a flag": ("🇬🇧", 2),
}
"""Texts, and the cells each takes."""

WORDS = ("go", "on", "0800", "1111", "a" * 9, "dŵr", "日本", "বাংলা", "❤️", "https://x.y/z")


@pytest.mark.parametrize("name", WIDTHS)
def test_a_text_takes_the_cells_that_a_terminal_gives_it(name: str) -> None:
    text, expected = WIDTHS[name]

    assert expected == cells(text)
    assert expected == wcwidth.width(text)
    assert expected == line_cells((Span(text),))


@given(st.text(st.sampled_from([*module._ONE_CELL, *map(chr, module._NO_CELL)])))
def test_what_is_counted_without_wcwidth_is_counted_as_it_does(text: str) -> None:
    assert wcwidth.width(text) == cells(text)


def test_every_letter_counted_without_wcwidth_is_what_it_takes_it_for() -> None:
    """One by one, as the test above meets only some."""
    assert {1} == {wcwidth.wcwidth(letter) for letter in module._ONE_CELL}
    assert {0} == {wcwidth.wcwidth(chr(mark)) for mark in module._NO_CELL}


@pytest.mark.parametrize("language", ["cy", "pl", "uk", "ur"])
def test_no_word_of_a_shipped_language_waits_for_wcwidth(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To import it takes longer than all else there is before the first question."""
    monkeypatch.setitem(sys.modules, "wcwidth", None)
    files = (ROOT / "locales" / language / "LC_MESSAGES").glob("*.po")
    pages = [read_po(BytesIO(file.read_bytes())) for file in files]
    texts = [str(message.string) for page in pages for message in page]

    assert sum(map(len, texts)) > 10_000
    assert sum(map(cells, texts)) > 10_000


@given(st.lists(st.sampled_from(WORDS)), st.integers(1, 60))
def test_the_chats_lines_fit_and_lose_nothing(words: list[str], width: int) -> None:
    """Every line fits but where one letter is too wide, and all the words are there in order."""
    lines = wrap(" ".join(words), width)

    assert all(cells(line) <= max(width, 2) for line in lines)
    assert "".join(words) == "".join(lines).replace(" ", "")


@given(st.text(max_size=200), st.integers(20, 80))
@example("a" * 15, 20)  # 0800 would fit behind it, 1111 would not
@example("a" * 16, 20)
@example("a" * 10, 20)  # all of it fits, to the cell
@example("我 " * 8, 20)
@example("বাংলা " * 4, 20)
def test_plain_lines_lose_no_word_and_split_no_number(text: str, width: int) -> None:
    """Whatever is wrapped reads the same when joined again."""
    lines = wrap(f"{text} 0800 1111", width, whole=True)

    assert f"{text} 0800 1111".split() == " ".join(lines).split()
    assert any("0800 1111" in line for line in lines)


WRAPPED = {
    "a number at the end": ("Call 0800 1111 now", 10, ["Call", "0800 1111", "now"]),
    "one cell short": ("Call 0800 1111", 13, ["Call", "0800 1111"]),
    "to the cell": ("Call 0800 1111", 14, ["Call 0800 1111"]),
    "a number behind a number": ("12345678901 0800 1111", 21, ["12345678901 0800 1111"]),
    "a number behind Chinese": ("我 0800 1111", 11, ["我", "0800 1111"]),
    "Chinese to the cell": ("我要 帮助 我", 9, ["我要 帮助", "我"]),
    "Bengali to the cell": ("বাংলা বাংলা", 9, ["বাংলা বাংলা"]),
    "Bengali, one cell short": ("বাংলা বাংলা", 8, ["বাংলা", "বাংলা"]),
    "pictures": ("❤️ ❤️ ❤️", 5, ["❤️ ❤️", "❤️"]),
    "a line of its own for a link": ("see https://x.y/z or", 14, ["see", "https://x.y/z", "or"]),
    "paragraphs": ("one two\n\nthree", 9, ["one two", "", "three"]),
    "nothing": ("", 9, [""]),
}
"""A text, the cells of a line, and its lines wherever it is shown."""


@pytest.mark.parametrize("name", WRAPPED)
def test_lines_are_as_long_as_fits_and_no_longer(name: str) -> None:
    text, width, expected = WRAPPED[name]

    assert expected == wrap(text, width)
    assert expected == wrap(text, width, whole=True)


def test_first_and_indent_count_in_cells_too() -> None:
    lines = wrap("one two", 8, first="我: ", indent="  ", whole=True)

    assert ["我: one", "  two"] == lines


def test_plain_lines_of_wide_characters_fit_the_window() -> None:
    """They did not where each was counted as one."""
    out = StringIO()

    LineTerminal(out, StringIO(), 40).write("我 " * 60)

    assert max(map(cells, out.getvalue().splitlines())) == 38


def test_an_address_that_must_be_cut_is_cut_at_a_stroke() -> None:
    """So that it can still be read, and copied by hand; plain lines leave it whole."""
    address = "https://www.ceop.police.uk/safety-centre"

    assert ["https://www.ceop.police.uk/safety-", "centre"] == wrap(address, 36)
    assert [address] == wrap(address, 36, whole=True)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("abc", 2, 2),
        ("abc", 0, 1),
        ("我我", 3, 1),
        ("我", 1, 1),
        ("❤️❤️", 3, 2),
        ("ਪੰਜਾਬੀ", 3, 4),
        ("👩\u200d👩\u200d👧!", 2, 5),
    ],
)
def test_no_letter_is_parted_from_its_signs(text: str, width: int, expected: int) -> None:
    """What is cut is cut between letters, and there is always at least one."""
    assert expected == fitting(text, width)
    assert (Span(text[:expected]),) == cut((Span(text),), max(1, width))
