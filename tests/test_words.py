"""What a person reads where a translation is reviewed, a draft, out of date or missing."""

from io import StringIO
from pathlib import Path

import pytest

from guide.conversation import phrases
from guide.conversation.conversation import Conversation
from guide.conversation.events import Asked, Headline, Said, as_data
from guide.flow.library import load_library
from guide.flow.model import Text
from guide.front.plain.app import Plain
from guide.front.start import _can_write, wanted_words
from guide.i18n import catalogue, load
from guide.i18n.words import Words, safety_of
from guide.options import Options
from tests.support.locales import Fill, draft, make, nothing, only, reviewed, strange
from tests.support.talking import TINY, guide

DANGER = "Is anyone in danger now?"
FAULT = "This is not your fault."
AGE = "How old are you?"


def stale(message: object) -> None:
    draft(message)  # type: ignore[arg-type]
    message.previous_id = ["Was anyone in danger?"]  # type: ignore[attr-defined]


def talk_in(folder: Path, fill: Fill, language: str = "cy") -> Conversation:
    library = load_library(str(TINY))
    locales = make(folder, fill, language)
    found = load.load_catalogue(locales, language)
    return Conversation(library, Words(library.contacts, language, found))


def first_question(talk: Conversation) -> Asked:
    asked = talk.again()[-1]
    assert isinstance(asked, Asked)
    return asked


def test_a_reviewed_line_stands_alone(tmp_path: Path) -> None:
    """Nothing of the English is left on it."""
    asked = first_question(talk_in(tmp_path, reviewed))

    assert (strange(DANGER), "") == (asked.text, asked.english)


def test_a_draft_of_a_safety_line_has_the_english_beside_it(tmp_path: Path) -> None:
    """Nobody has to trust words about danger that no person has reviewed."""
    asked = first_question(talk_in(tmp_path, draft))

    assert (strange(DANGER), DANGER) == (asked.text, asked.english)


def test_a_draft_of_another_line_stands_alone(tmp_path: Path) -> None:
    """Only what would be dangerous to get wrong is doubled."""
    talk = talk_in(tmp_path, draft)
    talk.choose("no")
    asked = first_question(talk)

    assert (strange(AGE), "") == (asked.text, asked.english)


@pytest.mark.parametrize("fill", [stale, nothing], ids=["out of date", "missing"])
def test_english_stands_where_there_are_no_words_for_todays_english(
    tmp_path: Path, fill: Fill
) -> None:
    """Visibly: marked as English in the words of the language. Never blank, never out of date."""
    asked = first_question(talk_in(tmp_path, only(DANGER, fill)))

    assert strange("{words} (English)").replace("{words}", DANGER) == asked.text
    assert "" == asked.english


@pytest.mark.parametrize(
    "spoilt",
    ["Call me", "\u202e999", "Go to http://example.org", "{no_such_thing}", "{", "12"],
    ids=["no number", "bidi override", "link", "unknown placeholder", "brace", "digits"],
)
def test_a_translation_that_lost_something_is_not_shown(tmp_path: Path, spoilt: str) -> None:
    """A number or link can never be lost or put in by a translation: English stands instead."""

    def spoil(message: object) -> None:
        message.string = spoilt  # type: ignore[attr-defined]

    talk = talk_in(tmp_path, only("Call {emergency_phone} now", spoil))
    headline = next(e for e in talk.choose("yes") if isinstance(e, Headline))

    assert "Call 999 now" in headline.text
    assert spoilt not in headline.text


def test_the_help_lines_of_a_draft_are_in_both_languages(tmp_path: Path) -> None:
    """Still one line a contact, in the same order, the two languages apart."""
    lines = talk_in(tmp_path, draft).help_lines()

    assert ["emergency", "childline", "trusted-adult", "ceop"] == [line.contact for line in lines]
    assert (strange("Tell an adult you trust."), "Tell an adult you trust.") == lines[2][1:3]


def test_a_help_line_can_be_called_or_opened(tmp_path: Path) -> None:
    """Each carries the ways of its contact, as the help card does."""
    talk = talk_in(tmp_path, draft)
    contacts = talk.help()[1:]

    assert [c.ways for c in contacts] == [line.ways for line in talk.help_lines()]  # type: ignore[union-attr]
    assert ["999"] == [way.value for way in talk.help_lines()[0].ways]


def test_a_phrase_of_a_draft_is_a_pair(tmp_path: Path) -> None:
    """Its words, and apart from them the English where it is about safety; never one text."""
    talk = talk_in(tmp_path, draft)
    program = [text for text in vars(phrases).values() if isinstance(text, Text)]
    whole = [text for text in program if "{" not in text.source]

    pairs = [(strange(text.source), text.source if text.safety else "") for text in whole]
    assert any(english for _, english in pairs)
    assert pairs == [tuple(talk.phrase(text)) for text in whole]


def test_a_phrase_with_no_room_for_english_says_nothing_of_safety() -> None:
    """Titles, ways and the answers to "Is that right?" stand as one text."""
    alone = [phrases.HELP_TITLE, phrases.TOPICS_TITLE, phrases.NEXT_TITLE, phrases.IF_NOT_TITLE]
    alone += [phrases.CARD_TITLE, *phrases.WAYS.values(), *phrases.COMMANDS.values()]
    alone += [phrases.HEAR_YES, phrases.HEAR_NO, phrases.HEAR_CHOICES]

    assert [] == [text.address for text in alone if safety_of(text)]


def test_the_urgency_of_a_draft_is_a_pair(tmp_path: Path) -> None:
    """ "Do this now" is never lost in a translation nobody has reviewed."""
    headline = next(
        event for event in talk_in(tmp_path, draft).choose("yes") if isinstance(event, Headline)
    )

    assert (strange("Do this now"), "Do this now") == (headline.when, headline.when_english)


def test_plain_mode_puts_both_in_one_line(tmp_path: Path) -> None:
    """How soon to act, with the English after it."""
    out = StringIO()
    Plain(talk_in(tmp_path, draft), out, StringIO("yes\n")).run()

    assert f"{strange('Do this now')} / Do this now" in " ".join(out.getvalue().split())


def test_a_draft_says_so_before_anything_else(tmp_path: Path) -> None:
    """In the language and in English; a reviewed language has nothing to say."""
    first = talk_in(tmp_path / "draft", draft).begin()[0]

    assert isinstance(first, Said)
    assert (strange(phrases.DRAFT.source), phrases.DRAFT.source) == tuple(first)
    assert () == talk_in(tmp_path / "reviewed", reviewed).notices()


def test_switching_in_the_middle_keeps_every_answer(tmp_path: Path) -> None:
    """The same question, in the other language, with all that was said before."""
    library = load_library(str(TINY))
    talk = Conversation(library, Words(library.contacts))
    talk.choose("no")
    talk.choose("under-11")
    found = load.load_catalogue(make(tmp_path, reviewed), "cy")

    asked = talk.speak(Words(library.contacts, "cy", found))[-1]

    assert isinstance(asked, Asked)
    assert ("worry", strange("What is wrong?")) == (asked.step, asked.text)
    assert ["no", "under-11"] == [given.key for given in talk.answers]
    assert strange("Under 11") == talk.answers[1].answer


def test_names_of_services_are_the_same_in_every_language(tmp_path: Path) -> None:
    """Only a name made of ordinary words is translated: the registry says which."""
    contacts = talk_in(tmp_path, reviewed).help()[1:]

    names = [contact.name for contact in contacts]  # type: ignore[union-attr]
    expected = ["999", "Childline", strange("An adult you trust"), "CEOP Safety Centre"]
    assert expected == names


def test_numbers_keep_their_order_in_words_that_run_right_to_left(tmp_path: Path) -> None:
    """A terminal would show 0800 1111 as 1111 0800 there: marks beside it prevent that.

    None stands inside the digits: the number can still be found and copied.
    """
    talk = talk_in(tmp_path, reviewed, "ur")

    assert "\u200e0800 1111\u200e" in talk.help_lines()[1].text
    assert "0800 1111" in talk.help_lines()[1].text
    assert "\u200e" not in talk_in(tmp_path / "cy", reviewed).help_lines()[1].text


def test_events_in_english_carry_no_english_beside_them() -> None:
    """The JSON of a line is its kind and text, as other programs rely on."""
    assert {"kind": "said", "text": "Hello."} == as_data(Said("Hello."))
    assert {"kind": "said", "text": "Shwmae.", "english": "Hello."} == as_data(
        Said("Shwmae.", "Hello.")
    )


def test_what_is_said_first_on_endings_and_on_every_screen_is_about_safety() -> None:
    """Marked by an author or not."""
    library = load_library(str(TINY))
    title = library.steps["talk-to-childline"].title[0].text  # type: ignore[union-attr]

    assert safety_of(title)
    assert safety_of(library.contacts["ceop"].help[0].text)
    assert safety_of(library.always[0].say[0].text)
    assert not safety_of(library.contacts["childline"].cost[0].text)


WANTED = [
    ("cy", "cy"),
    ("cy_GB", "cy"),
    ("cy-GB", "cy"),
    ("CY", "cy"),
    ("en_GB", "en"),
    ("qps-ploc", "qps_ploc"),
]


@pytest.mark.parametrize(("asked", "given"), WANTED)
def test_the_nearest_language_is_spoken(tmp_path: Path, asked: str, given: str) -> None:
    """A region falls back to its language."""
    locales = make(tmp_path, reviewed)

    assert (
        given
        == wanted_words(load_library(str(TINY)), Options(locale=asked, locales=locales)).language
    )


def test_a_broken_language_gives_english_that_says_so(tmp_path: Path) -> None:
    """And the other languages go on working."""
    locales = make(tmp_path, reviewed)
    make(tmp_path, reviewed, "pl")
    Path(catalogue.po_path(locales, "cy", "flows")).write_text('msgid "', encoding="utf-8")
    library = load_library(str(TINY))

    broken = wanted_words(library, Options(locale="cy", locales=locales))
    other = wanted_words(library, Options(locale="pl", locales=locales))
    first = Conversation(library, broken).begin()[0]

    assert "en" == broken.language
    assert Said("The language you asked for cannot be shown here, so this is English.") == first
    assert "pl" == other.language


def test_a_terminal_without_the_letters_gets_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather question marks for every letter: nobody could read them."""

    class Old:
        encoding = "ascii"

    monkeypatch.setattr("sys.stdout", Old())

    assert not _can_write("ł")
    assert _can_write("")


def test_on_an_old_terminal_a_person_is_told_why_it_is_english(tmp_path: Path) -> None:
    """One line says so; help is there all the same."""
    locales = make(tmp_path, reviewed, "ur")
    shown = guide(
        *("--plain", "--locale", "ur", "--locales", locales),
        env={"PYTHONIOENCODING": "ascii", "GUIDE_FLOWS": str(TINY)},
    ).stdout

    assert "The language you asked for cannot be shown here" in " ".join(shown.split())
    assert "Childline 0800 1111" in shown
    assert "?" * 3 not in shown


def test_wherever_a_draft_says_what_to_do_the_english_is_below_it(tmp_path: Path) -> None:
    """At the top of the last screen, and where it is said in short once more."""
    out = StringIO()
    talk = talk_in(tmp_path, draft)
    Plain(talk, out, StringIO()).show(talk.choose("yes"))
    lines = out.getvalue().splitlines()
    title = strange("Call {emergency_phone} now").replace("{emergency_phone}", "999")
    said = [number for number, line in enumerate(lines) if title in line]

    assert len(said) == 2
    assert ["Call 999 now"] * 2 == [lines[number + 1] for number in said]
