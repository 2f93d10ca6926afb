"""Two cards at an ending: the young person's own, and one for the adult who is shown it."""

import re
from io import StringIO

import pytest

from guide.conversation import folding
from guide.conversation.events import Said
from guide.front.chat.draw.text import Action
from guide.front.chat.page import draw_page
from guide.front.plain.app import Plain
from tests.support.chatting import words_of
from tests.test_every_window import CODES, ENDING, led
from tests.test_first_screen import SIZES
from tests.test_shipped_flows import Screen, breaking

NUMBER = re.compile(r"\d[\d ]*\d")


def adults_lines(screen: Screen) -> list[str]:
    """What the adult's card says at an ending."""
    under = folding.opened(tuple(screen.events), folding.FOR_ADULT)
    return [event.text for event in under if isinstance(event, Said)]


def test_every_young_person_under_18_has_a_card_for_the_adult() -> None:
    """Three things to do, then what not to do, then one number; nobody else has it."""

    def has_it_whole(screen: Screen) -> bool:
        young = screen.said("who") in ("young-person", "friend")
        lines = adults_lines(screen)
        if not young or screen.said("age") not in ("under-11", "11-17", "unknown"):
            return not lines
        begins = [line.startswith("Do: ") for line in lines]
        numbers = NUMBER.findall(" ".join(lines))
        return (
            begins == [True, True, True, False, False]
            and lines[3].startswith("Do not ask for details.")
            and len(numbers) == 1
        )

    assert [] == breaking(has_it_whole)


def test_in_danger_the_adults_number_is_999() -> None:
    def is_right(screen: Screen) -> bool:
        number = NUMBER.findall(" ".join(adults_lines(screen)))
        return not number or (number == ["999"]) == (screen.said("danger") == "now")

    assert [] == breaking(is_right)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", CODES)
def test_each_card_alone_fits_one_screen(language: str, size: tuple[int, int]) -> None:
    """To be copied by hand, or photographed: all of it is in view, and nothing else."""
    at = led(ENDING, language)
    draw_page(at, *size)
    cards = at.telling.cards

    assert 2 == len(cards)
    for card in cards:
        at.do(Action("card", card.title))
        page = draw_page(at, *size)
        assert len(at.leaf.lines) <= page.height
        assert card.text.split()[0] in words_of(page)


def test_both_cards_are_shown_with_no_answer() -> None:
    """Whoever is shown it reads what is on it, and not what was said to the guide."""
    at = led(ENDING)
    draw_page(at, 80, 24)
    at.do(Action("card"))
    shown = words_of(draw_page(at, 80, 24))

    for card in at.telling.cards:
        assert card.title in shown
    assert "nudes" not in shown


def test_plain_mode_writes_the_adults_card_under_its_heading() -> None:
    """Opened by its words, below the young person's own; nothing is printed or saved."""
    at = led(ENDING)
    out = StringIO()
    Plain(at.conversation, out, StringIO("for the adult\nx\n")).run()

    assert "For the adult you tell\n" in out.getvalue()
    assert out.getvalue().count("Do: ") == 3
