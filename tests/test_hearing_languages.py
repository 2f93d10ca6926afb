"""Typed words in a language other than the one spoken, and translators' own phrases."""

import csv
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from guide.conversation.askback import ASK_DANGER
from guide.conversation.conversation import Conversation, Folders
from guide.conversation.events import Asked
from guide.i18n import catalogue, load
from guide.i18n.words import Words
from guide.project import Project
from guide.understanding import phrases, promises
from guide.understanding.guesses import Guesses
from guide.understanding.matters import concern
from guide.understanding.recognizers import Recognizers
from guide.understanding.typed import split_words
from guide.understanding.urgency import is_lasting
from tests.support.hearing import PHRASES, shipped
from tests.support.locales import draft, make, nothing
from tests.support.talking import ROOT, SHIPPED

LOCALES = ROOT / "locales"

WELSH = """\
phrases:
  danger: [dw i mewn perygl, mae o yma nawr]
  worry.mean: [maen nhw'n gas i mi, cael fy mwlio]
  is-this-a-real-person: [wyt ti'n berson go iawn]
  no-such-answer.here: [mae hyn dros ben]
must-match: []
must-never-match: []
"""
UKRAINIAN = (
    "phrases:\n  danger: [\u044f \u0432 \u043d\u0435\u0431\u0435\u0437\u043f\u0435\u0446\u0456]\n"
)
IN_GREAT_DANGER = (
    "\u044f \u0432 \u0432\u0435\u043b\u0438\u043a\u0456\u0439"
    " \u043d\u0435\u0431\u0435\u0437\u043f\u0435\u0446\u0456"
)


@pytest.fixture
def locales(tmp_path: Path) -> str:
    """Two languages with phrases of their own."""
    folder = make(tmp_path, nothing, "cy")
    make(tmp_path, nothing, "uk")
    (Path(folder) / "cy" / phrases.PHRASES_FILE).write_text(WELSH, encoding="utf-8")
    (Path(folder) / "uk" / phrases.PHRASES_FILE).write_text(UKRAINIAN, encoding="utf-8")
    return folder


def talk_in(language: str, locales: str) -> Conversation:
    library = shipped()
    words = Words(library.contacts, language, load.load_catalogue(locales, language))
    given = {"who": "young-person"}
    return Conversation(library, words, "worry", given, Folders("", locales))


def english(locales: str) -> Conversation:
    given = {"who": "young-person"}
    return Conversation(shipped(), Words(shipped().contacts), "worry", given, Folders("", locales))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("dw i mewn perygl", "cy"),
        ("mae hyn yn gas iawn i mi", "cy"),
        (IN_GREAT_DANGER, "uk"),
        ("he wants nudes", ""),
        ("asdf qwer zxcv", ""),
        ("mi", ""),
    ],
)
def test_a_sentence_in_another_shipped_language_is_recognised(
    locales: str, text: str, language: str
) -> None:
    """By the words, and the letters, of its phrases and translations."""
    recognizers = Recognizers(shipped(), "", locales)

    assert language == recognizers.other_language(text, recognizers.recognize(text, "en"), "en")


def test_the_language_is_offered_and_spoken_after_a_yes(locales: str) -> None:
    """Like everything else that is typed, it is asked back first; in English where that language
    has no words for it."""
    talk = english(locales)
    last = talk.hear("dw i mewn perygl")[-1]

    assert isinstance(last, Asked)
    assert ("Shall we go on in this language: Cymraeg?", "") == (last.text, last.english)
    assert "en" == talk.language
    talk.choose("yes")
    assert "cy" == talk.language
    assert "worry" == talk.step


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Maen nhw'n gas iawn i mi heddiw", "option=mean"),
        ("he wants noods", "concern=sexual-pressure"),
        ("wyt ti'n berson go iawn?", "topic=is-this-a-real-person"),
    ],
)
def test_in_a_language_its_own_phrases_and_english_are_heard(
    locales: str, text: str, group: str
) -> None:
    """People mix languages; English is always understood as well."""
    recognizers = Recognizers(shipped(), "", locales)
    heard = recognizers.recognize(text, "cy")

    found = recognizers.guess(heard, "worry", {"who": "young-person"}, "cy")
    assert group == found.matters[0].group


def test_danger_in_the_language_spoken_brings_the_help_card(locales: str) -> None:
    talk = talk_in("cy", locales)
    told = talk.hear("mae o yma nawr")

    assert 4 == sum(type(event).__name__ == "Contact" for event in told)
    talk.choose("yes")
    assert "call-999" == talk.step


def test_yes_to_danger_is_no_danger_elsewhere(locales: str) -> None:
    """Phrases beside "yes" and "I'm not sure" answer their own question only."""
    told = "phrases:\n  danger.yes: [ydw wir]\n  worry.not-sure: [dwi ddim yn gwybod]\n"
    (Path(locales) / "cy" / phrases.PHRASES_FILE).write_text(told, encoding="utf-8")
    recognizers = Recognizers(shipped(), "", locales)
    facts = {"who": "young-person"}
    found = recognizers.guess(
        recognizers.recognize("ydw wir dwi ddim yn gwybod", "cy"), "worry", facts, "cy"
    )

    assert () == found.danger
    assert ["option=not-sure"] == [guess.group for guess in found.matters]


def test_a_language_says_not_yes_and_no_by_its_glossary(locales: str) -> None:
    """What "not" denies is not taken for said; danger that is denied is only asked about last."""
    glossary = '"not": [ddim]\n"yes": [ydw]\n"no": [nac ydw]\n'
    (Path(locales) / "cy" / phrases.GLOSSARY_FILE).write_text(glossary, encoding="utf-8")
    recognizers = Recognizers(shipped(), "", locales)
    facts = {"who": "young-person"}

    def heard(text: str) -> Guesses:
        return recognizers.guess(recognizers.recognize(text, "cy"), "worry", facts, "cy")

    assert heard("maen nhw'n gas i mi o hyd").matters
    assert not heard("ddim maen nhw'n gas i mi o hyd").matters
    assert heard("o dw i mewn perygl").danger
    denied = heard("o ddim mewn perygl dw i")
    assert not denied.danger
    assert all(guess.kept for guess in denied.matters)
    assert ["yes", "no", ""] == [
        recognizers.recognize(text, "cy").yes_or_no for text in ("Ydw", "nac ydw", "perygl")
    ]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("\u0142\u00f3d\u017a", "lodz"),
        ("\u0141 \u0111 \u00f8", "l d o"),
        ("\u00a3500", "pounds 500"),
    ],
)
def test_letters_with_a_stroke_are_typed_without_as_often(typed: str, plain: str) -> None:
    assert plain.split() == split_words(typed)


@cache
def project() -> Project:
    """The shipped flows and languages: English phrases are read once for all of them."""
    return Project(str(SHIPPED), str(LOCALES))


@pytest.mark.parametrize("language", catalogue.language_codes(str(LOCALES)))
def test_translators_promises_are_kept(language: str) -> None:
    """What must and must never be taken for something, in the file of every shipped language."""
    assert promises.read_promises(str(LOCALES), language)
    assert [] == promises.broken_promises(project(), language)


def test_a_promise_that_is_not_kept_is_told_with_its_line(locales: str) -> None:
    told = (
        "phrases:\n  danger: [dw i mewn perygl]\nmust-match:\n"
        "  - {say: mae hi yn braf, means: danger}\n"
        "must-never-match:\n  - {say: dw i mewn perygl, means: danger}\n"
    )
    (Path(locales) / "cy" / phrases.PHRASES_FILE).write_text(told, encoding="utf-8")

    assert [
        'cy/phrases.yaml:4: "mae hi yn braf" is not taken for danger.'
        " Add a phrase that is nearer to it.",
        'cy/phrases.yaml:6: "dw i mewn perygl" is taken for danger. Make its phrases say more.',
    ] == [
        str(problem) for problem in promises.broken_promises(Project(str(SHIPPED), locales), "cy")
    ]


def test_phrases_are_read_from_their_file_each_time(locales: str) -> None:
    """What a translator saves is what is heard."""
    assert phrases.load_phrases(locales, "cy") != {}
    file = Path(locales) / "cy" / phrases.PHRASES_FILE
    file.write_text("phrases: {danger: [help]}\n", encoding="utf-8")
    assert {"danger": ("help",)} == phrases.load_phrases(locales, "cy")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"phrases: [", b"phrases: 5", b"x: *y"])
def test_a_faulty_file_of_phrases_adds_nothing(locales: str, content: bytes) -> None:
    """Somebody in the chat is never stopped by it; `guide locale check` says what is wrong."""
    (Path(locales) / "cy" / phrases.PHRASES_FILE).write_bytes(content)

    assert {} == phrases.load_phrases(locales, "cy")


def test_a_draft_language_is_recognised_by_its_translations(tmp_path: Path) -> None:
    """Words of the PO files count as well as phrases."""

    def fill(message: Message) -> None:
        draft(message)
        message.string = "mae hyn yn brawf"

    folder = make(tmp_path, fill, "cy")
    recognizers = Recognizers(shipped(), "", folder)
    text = "mae hyn yn brawf"

    assert "cy" == recognizers.other_language(text, recognizers.recognize(text, "en"), "en")


TYPED_FOR_ONE_ANOTHER = """\
phrases:
  sexual-kind.asked: [zrob mi nagie zdjecie]
  mean-kind.bullied: [dokuczaja mi chlopaki]
spellings:
  zdjecie: [fotka, "zdj\u0119cia"]
  nagie: [gole]
  jest: [ma]
"""


@pytest.mark.parametrize("line", ["zrob mi gole fotki", "Zr\u00f3b mi nagie ZDJ\u0118CIA"])
def test_words_typed_for_one_another_are_heard_as_one(tmp_path: Path, line: str) -> None:
    """In the phrases and in the line, whatever their accents or endings are."""
    folder = make(tmp_path, nothing, "pl")
    file = Path(folder) / "pl" / phrases.PHRASES_FILE
    file.write_text(TYPED_FOR_ONE_ANOTHER, encoding="utf-8")
    recognizers = Recognizers(shipped(), "", folder)

    asked = recognizers.recognize(line, "pl").matches["concern=sexual-pressure"]

    assert ("zrob mi nagie zdjecie", True) == (asked.phrase, asked.full)
    assert "pl" == recognizers.other_language(line, recognizers.recognize(line, "en"), "en")


def test_a_word_of_its_own_is_no_english_one(tmp_path: Path) -> None:
    """\"ma\" is no mother where the language says what it means; elsewhere it is one."""
    folder = make(tmp_path, nothing, "pl")
    file = Path(folder) / "pl" / phrases.PHRASES_FILE
    file.write_text(TYPED_FOR_ONE_ANOTHER, encoding="utf-8")
    recognizers = Recognizers(shipped(), "", folder)

    assert "family" not in recognizers.recognize("ma", "pl").concepts
    assert "family" in recognizers.recognize("ma", "en").concepts


# -- what children type in the shipped languages


@pytest.mark.parametrize("language", ["cy", "pl", "uk", "ur"])
def test_each_shipped_language_hears_what_children_type_most(language: str) -> None:
    """17 in 20 or more are said back as what they are, and of none is nothing made.

    Drafts, like the phrases: no speaker has read the lines either. A line of danger has danger.
    """
    with (PHRASES / "languages" / "typed.tsv").open(encoding="utf-8") as file:
        lines = [row for row in csv.DictReader(file, delimiter="\t") if row["language"] == language]
    told = [row for row in lines if row["concern"] != "none"]
    loaded = load.load_catalogue(str(LOCALES), language)
    assert loaded is not None
    words = Words(shipped().contacts, language, loaded)

    heard = {row["text"]: said_back(words, row["text"]) for row in told}

    assert len(told) >= 40
    assert [] == [text for text, first in heard.items() if not first]
    right = [row for row in told if heard[row["text"]] in row["concern"].split(",")]
    assert len(right) >= 0.85 * len(told), [row["text"] for row in told if row not in right]


def said_back(words: Words, text: str) -> str:
    """What is asked back first: danger, a concern, or an answer."""
    talk = Conversation(shipped(), words, "", {}, Folders(str(SHIPPED), str(LOCALES)))
    talk.hear(text)
    asking = talk.asked_back
    if asking is None or asking.stage == ASK_DANGER:
        return ASK_DANGER if asking else ""
    first = asking.reading.matters[0]
    return concern(shipped(), first) or first.address


@pytest.mark.parametrize(
    ("language", "lasting", "now"),
    [
        ("pl", "mama bije mnie pasem", "mama bije mnie teraz pasem"),
        ("pl", "tnę się po rękach", "chcę się zabić"),
        ("cy", "mae dad yn taro fi", "mae dad yn taro fi nawr"),
        ("ur", "ابو مجھے مارتے ہیں", "ابو مجھے ابھی مارتے ہیں"),
    ],
)
def test_what_lasts_is_said_back_below_the_card_and_what_is_now_comes_first(
    language: str, lasting: str, now: str
) -> None:
    """As in English: the card comes either way, and danger is asked next where it lasts."""
    recognizers = Recognizers(shipped(), "", str(LOCALES))
    heard = {text: recognizers.recognize(text, language) for text in (lasting, now)}

    assert [True, True] == [each.distress for each in heard.values()]
    assert [True, False] == [is_lasting(each, text) for text, each in heard.items()]


@pytest.mark.parametrize(
    "line",
    [
        "w klasie wszyscy się ze mnie śmieją",
        "the boy gets bullied",
    ],
)
def test_what_is_the_matter_never_says_whom_it_is_about(line: str) -> None:
    """A child whose language tells nothing of who is asked, and is no "child I worry about"."""
    words = Words(shipped().contacts)
    talk = Conversation(shipped(), words, "", {}, Folders(str(SHIPPED), str(LOCALES)))
    talk.hear(line)
    while talk.asked_back:
        talk.choose("yes")

    assert "who" == talk.step
    assert () == talk.answers
