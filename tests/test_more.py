"""What waits under headings at an ending: written, opened in place, and short enough without it."""

import re
from functools import cache
from pathlib import Path

import pytest

from guide.check.rules.read import read_rules
from guide.conversation import folding
from guide.conversation.events import Card, Choice, Contact, Event, Heading, Headline, Said
from guide.conversation.narrator import Narrator
from guide.flow.library import load_library
from guide.flow.model import Ending, Library, Question
from guide.flow.read import read_folder
from guide.front import typed
from guide.front.chat.draw.text import Action
from guide.i18n.words import Words
from guide.screens.places import places
from tests.support.chatting import Chat, chat, talk
from tests.support.talking import ROOT, screen_after

FLOWS = ROOT / "flows"
TINY_FLOW = (ROOT / "tests" / "flows" / "tiny" / "tiny.yaml").read_text("utf-8")
REPORT = "no 11-17 sexual"
YOUNG = ("young-person", "friend")
OPENED = "Someone reads what you send."


def more_flow(tmp_path: Path, more: str, headings: str = "others: {say: Others}") -> Path:
    """The tiny flow, with something to open at the ending that leads to Childline."""
    text = TINY_FLOW.replace(
        "  talk-to-childline:\n", f"  talk-to-childline:\n    more:\n{more}", 1
    )
    (tmp_path / "tiny.yaml").write_text(f"{text}headings:\n  {headings}\n", "utf-8")
    return tmp_path


FAULTY = {
    "a heading that nobody wrote": (
        "      - {heading: other, contacts: [childline]}\n",
        '"other" is no heading. Did you mean "others"?',
    ),
    "nothing under a heading": (
        "      - {heading: others}\n",
        'The heading "others" of ending "talk-to-childline" has nothing under it.'
        " Add `say:` or `contacts:`.",
    ),
    "no heading": (
        "      - {say: [Hello.]}\n",
        '"more" of ending "talk-to-childline" has no "heading". Add `heading:`.',
    ),
    "a key that does not belong": (
        "      - {heading: others, says: [Hello.], contacts: [childline]}\n",
        '"says"',
    ),
    "words alone": (
        "      - Hello.\n",
        "is not keys and values.",
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_an_author_reads_what_is_wrong_with_what_can_be_opened(name: str, tmp_path: Path) -> None:
    """With the file, the line and what to do, each cause once."""
    more, told = FAULTY[name]
    problems = read_folder(str(more_flow(tmp_path, more))).problems

    assert [True] == [told in str(problem) for problem in problems]
    assert "tiny.yaml" == problems[0].place.file.rpartition("/")[2]


def test_plain_mode_opens_a_heading_by_number_and_by_name() -> None:
    """In place: the rest of the ending is not said again."""
    ways = {way: screen_after([*REPORT.split(), way]).split("> ")[4] for way in ("1", "what happ")}

    assert ways["1"] == ways["what happ"]
    assert "What happens next" in ways["1"]
    assert OPENED in ways["1"]
    assert "In short" not in ways["1"]


def test_plain_mode_says_how_to_open_what_waits() -> None:
    screen = screen_after(REPORT.split()).split("> ")[3]

    assert "Open it by its number, or by its words:\n 1. What happens next\n 2. If you" in screen
    assert OPENED not in screen


@pytest.mark.parametrize("way", ["enter", "number", "words", "click"])
def test_the_chat_opens_and_closes_a_heading_where_it_stands(way: str) -> None:
    """With the keyboard, by typing, and by hand."""

    async def turn(on: Chat) -> None:
        if way == "number":
            await on.press("1")
        elif way == "words":
            await on.type("what happens next")
        elif way == "click":
            await on.click("What happens next")
        else:
            await on.press(*["down"] * 2, "enter")

    async def look(on: Chat) -> None:
        assert OPENED not in on.shown
        await turn(on)
        assert OPENED in on.shown
        assert "Tell the CEOP Safety Centre" in on.shown
        if way == "enter":
            await on.press("enter")
        else:
            await turn(on)
        assert OPENED not in on.shown

    chat(look, talk(answers=REPORT), size=(80, 50))


def test_no_is_no_heading() -> None:
    """ "no" and "n" are answers, and open nothing that begins so."""
    headings = [Choice("no-phone", "No phone?"), Choice("next", "What happens next")]

    assert ["", "", "no-phone", "next", "no-phone"] == [
        typed.opening(line, headings) for line in ("no", "n", "no phone", "what", "1")
    ]


# -- as shipped


def shipped() -> Library:
    return load_library(str(FLOWS))


def words_of(event: Event) -> int:
    """How many words an event has on the screen."""
    match event:
        case Said(text=text) | Heading(text=text):
            return len(text.split())
        case Headline(when=when, text=text):
            return len(f"{when} {text}".split())
        case Contact():
            texts = (event.name, event.why, *(way.text for way in event.ways), *event.lines)
            return len(" ".join(texts).split())
        case Card(title, text):
            return len(f"{title} {text}".split())
    raise AssertionError(event)


@cache
def young_endings() -> set[tuple[str, tuple[Event, ...]]]:
    """Each ending that a young person or a friend may read, after whom it is read by."""
    library = shipped()
    narrator = Narrator(library, Words(library.contacts))
    read = set()
    for place in places(library).all:
        if isinstance(place.turn.at, Ending) and place.facts.get("who") in YOUNG:
            child = place.facts.get("age") == "under-11"
            danger = ", call 999" if place.facts.get("danger") == "now" else ""
            reader = f"under 11{danger}" if child else "young"
            read.add((reader, tuple(narrator.end(place.turn.at, place.facts))))
    return read


def test_endings_are_as_short_as_their_rules_say() -> None:
    """Counted from what is shown, for everybody who comes there, beside the proof of the rules."""
    longest = {"young": 0, "under 11": 0, "under 11, call 999": 0}
    for reader, events in young_endings():
        longest[reader] = max(longest[reader], sum(map(words_of, folding.in_view(events))))

    assert longest["young"] <= 160
    assert longest["under 11"] <= 60
    assert longest["under 11, call 999"] <= 60


def test_the_card_of_a_child_under_11_names_an_adult_whom_not_childline_and_999() -> None:
    """In view at each of their endings, the 60 words or the headings; CEOP is behind the first."""
    cards = [events for reader, events in young_endings() if reader == "under 11"]

    assert len(cards) > 90
    for card in cards:
        headings = [choice.label for choice in folding.headings(card)]
        text = " ".join([*map(str, folding.in_view(card)), *headings])
        assert "name='An adult you trust'" in text
        assert "Not the person it is about" in text or "Pick someone who listens" in text
        assert "Childline, 0800 1111, free" in headings
        assert "CEOP" not in str(folding.in_view(card))
        if "CEOP" in str(card):
            assert "Report it" == headings[0]


ADULTS = ("parent", "professional", "adult")


def test_every_ending_has_words_to_begin_with() -> None:
    """A young person's one sentence; an adult's two: to the child, and to those who help."""
    library = shipped()
    narrator = Narrator(library, Words(library.contacts))
    read = set()
    for place in places(library).all:
        who = place.facts.get("who", "")
        if not isinstance(place.turn.at, Ending) or who not in (*ADULTS, *YOUNG, "adult-self"):
            continue
        events = tuple(narrator.end(place.turn.at, place.facts))
        lines = [e.text for e in folding.opened(events, "say-first") if isinstance(e, Said)]
        begins = ["To the child: ", "To "] if who in ADULTS else ["You can say: "]
        assert len(begins) == len(lines), (place.turn.at.id, who, lines)
        assert all(map(str.startswith, lines, begins)), lines
        read.add((who, *lines))

    assert {who for who, *_ in read} >= {*ADULTS, *YOUNG, "adult-self"}
    assert len(read) > 20


NOT_TO_A_CHILD = re.compile(r"sex|nude|boyfriend|girlfriend|spiked|pregnan|flash|grooming", re.I)


def test_a_child_under_11_chooses_among_their_own_words() -> None:
    """At every question to them, whatever they came about: nothing sexual, nobody's partner."""
    library = shipped()
    narrator = Narrator(library, Words(library.contacts))
    asked = set()
    for place in places(library).all:
        facts = place.facts
        is_child = facts.get("who") == "young-person" and facts.get("age") == "under-11"
        if is_child and isinstance(place.turn.at, Question):
            question = narrator.ask(place.turn.at, facts, 1)
            asked.add(place.turn.at.id)
            texts = [question.text, *(f"{c.label} {c.hint}" for c in question.choices)]
            assert [] == [text for text in texts if NOT_TO_A_CHILD.search(text)], question.step

    assert len(asked) > 20


def test_every_ending_shows_whom_to_turn_to_without_opening_anything() -> None:
    library = shipped()
    narrator = Narrator(library, Words(library.contacts))
    for place in places(library).all:
        if isinstance(place.turn.at, Ending):
            seen = folding.in_view(narrator.end(place.turn.at, place.facts))
            assert any(isinstance(event, Contact) for event in seen), place.turn.at.id


def test_the_budgets_are_rules_of_the_shipped_folder() -> None:
    """So that `guide check` proves them, and whoever changes an ending reads what is too long."""
    reading = read_folder(str(FLOWS))
    rules = read_rules(reading.rules, reading.library).rules

    assert [60] == [
        rule.words_to_contact_at_most for rule in rules if rule.words_to_contact_at_most
    ]
    assert [160, 60, 60] == [
        rule.words_in_view_at_most for rule in rules if rule.words_in_view_at_most
    ]


def test_opening_is_an_action_of_its_own() -> None:
    """Opening a heading answers nothing: the conversation stands where it stood."""
    begun = talk(answers=REPORT)
    before = begun.conversation.answers
    begun.do(Action("open", "next"))

    assert before == begun.conversation.answers
