"""Two cards at an ending: the young person's own, and one for the adult who is shown it."""

import re
from io import StringIO

import pytest

from guide.conversation import folding
from guide.conversation.events import Card, Said
from guide.front.chat.draw.bubbles import draw
from guide.front.chat.draw.lines import Viewport
from guide.front.chat.draw.section import Section
from guide.front.chat.draw.text import Action
from guide.front.chat.page import draw_page
from guide.front.plain.app import Plain
from guide.front.plain.lines import in_one_line
from tests.support.chatting import words_of
from tests.test_every_window import CODES, ENDING, led
from tests.test_first_screen import SIZES, chat, languages
from tests.test_shipped_flows import Screen, breaking
from tests.test_short import screens

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


def all_cards(language: str) -> set[tuple[Card, ...]]:
    """The cards of every ending there is, as the chat shows them."""
    at = chat(language)
    found = set()
    for screen in screens().tell(languages().words(language)).screens.values():
        at.telling.here = screen.events
        found.add(at.telling.cards)
    return found - {()}


@pytest.mark.parametrize("language", CODES)
def test_every_card_of_every_ending_fits_one_screen(language: str) -> None:
    """At 40x20, for each of those who may read it: below help in two lines, above the line to
    type in."""
    talk = chat(language).conversation
    together = all_cards(language)
    view = Viewport(40, 20 - 3, lambda text: in_one_line(talk.phrase(text)), language)
    longest = max(
        len(draw(Section((card,), spoken=False), view)) for cards in together for card in cards
    )

    assert len(together) > 100
    assert longest <= view.height


@pytest.mark.parametrize("language", CODES)
def test_where_two_cards_have_no_room_they_take_turns(language: str) -> None:
    """F8 shows one, all of it in view, and F8 the other; the line below says so."""
    at = led(ENDING, language)
    draw_page(at, 40, 20)
    titles = [card.title for card in at.telling.cards]
    for title in (*titles, titles[0]):
        at.do(Action("card"))
        page = draw_page(at, 40, 20)
        assert [title] == [event.title for event in at.leaf.open.events]  # type: ignore[union-attr]
        assert len(at.leaf.lines) <= page.height
        assert "F8" in words_of(page)
    at.do(Action("back"))
    assert at.in_conversation


def test_enter_on_a_card_that_stands_alone_shows_the_other() -> None:
    """And Back leads to both again, where both have room."""
    at = led(ENDING)
    draw_page(at, 80, 24)
    first, second = at.telling.cards
    at.do(Action("card"))
    for title, shown in ((first.title, first), (first.title, second)):
        at.do(Action("card", title))
        draw_page(at, 80, 24)
        assert (shown,) == tuple(at.leaf.open.events)
    at.do(Action("back"))
    assert (first, second) == tuple(at.leaf.open.events)


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
