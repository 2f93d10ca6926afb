"""Danger, self-harm and abuse, said in whatever language; and yes and no in each."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.check import run
from guide.conversation.conversation import Conversation, Folders
from guide.conversation.events import Asked, Contact
from guide.front import typed
from guide.i18n import load
from guide.i18n.words import Words
from guide.problems import FlowError
from guide.project import Project
from guide.understanding.danger_words import (
    DRAFT,
    DangerWords,
    load_danger_words,
    read_danger_words,
)
from guide.understanding.dangers import Dangers, danger_split, danger_table
from guide.understanding.recognizers import Recognizers
from tests.support.hearing import shipped
from tests.support.talking import ROOT, SHIPPED

SENTENCES = ROOT / "tests" / "phrases"
WORDS = {words.code: words for words in load_danger_words(str(ROOT / "flows"))}
DANGERS = Dangers(danger_table(WORDS.values()))
LANGUAGES = {
    *("ar", "bn", "cy", "es", "fr", "gu", "it", "lt", "pa"),
    *("pl", "pt", "ro", "ru", "so", "tr", "uk", "ur"),
}
"""Those most spoken by children in the United Kingdom, beside English."""
ALONE = ("alone", "rape", "suicide")
"""The lists of words that are danger with no other beside them."""


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def talk_in(language: str, step: str = "worry") -> Conversation:
    library, locales = shipped(), str(ROOT / "locales")
    catalogue = load.load_catalogue(locales, language) if language != "en" else None
    words = Words(library.contacts, language, catalogue) if catalogue else Words(library.contacts)
    folders = Folders("", locales)
    return Conversation(library, words, step, {"who": "young-person"}, folders)


def cards(events: tuple[object, ...]) -> int:
    return sum(isinstance(event, Contact) and event.id == "emergency" for event in events)


def test_every_language_that_many_children_speak_has_words_of_danger() -> None:
    """A few dozen phrases each, and the words that make others."""
    assert set(WORDS) >= LANGUAGES
    for words in WORDS.values():
        assert len(words.phrases) >= 24, words.code
        assert sum(map(len, words.words.values())) >= 150, words.code
        assert words.yes, words.code
        assert words.no, words.code


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_what_stands_in_a_file_is_heard(code: str) -> None:
    deaf = [phrase for phrase in WORDS[code].phrases if code not in DANGERS.languages(phrase)]

    assert [] == deaf


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_cry_for_help_is_heard_where_nothing_stands_beside_it(code: str) -> None:
    """ "Ayuda" is danger; help with homework, among the everyday lines, is none."""
    cries = WORDS[code].cries

    assert len(cries) >= 4
    assert [] == [cry for cry in cries if code not in DANGERS.languages(f"{cry}!")]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        *(("cy", "mae fy merch ar goll"), ("pl", "moje dziecko zaginęło")),
        *(("uk", "донька зникла"), ("ur", "mera bacha gum ho gaya hai")),
        *(("ur", "میری بیٹی لاپتہ ہے"), ("uk", "мій син каже що хоче померти")),
        *(("pl", "słyszę jak sąsiad bije dziecko"), ("pl", "uciekłem z domu")),
        ("cy", "dwi'n clywed plentyn yn cael ei fwrw drws nesaf nawr"),
    ],
)
def test_what_a_parent_or_a_neighbour_tells_of_danger_is_heard(language: str, line: str) -> None:
    """A child who is missing, who wants to die, who is being hit: on an English screen too."""
    recognizers = Recognizers(shipped(), str(SHIPPED))

    assert language in recognizers.guesser().recognizer.recognize(line).danger_in


@pytest.mark.parametrize("line", ["faint o bobl sydd yma", "faint mae'n gostio", "faint o'r gloch"])
def test_how_much_in_welsh_is_nobody_who_faints(line: str) -> None:
    assert not Recognizers(shipped(), str(SHIPPED)).guesser().recognizer.recognize(line).distress


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_other_words_of_danger_are_heard_too(code: str) -> None:
    """Sentences that were written apart: he, she, dad; inflected, and in another order."""
    said = [
        row["text"] for row in rows(SENTENCES / "danger" / "said.tsv") if row["language"] == code
    ]

    assert said
    assert [] == [text for text in said if code not in DANGERS.languages(text)]


def test_everyday_lines_bring_no_card_in_any_language() -> None:
    """Homework, games, dying of laughter, and danger that is denied."""
    everyday = [row["text"] for row in rows(SENTENCES / "danger" / "everyday.tsv")]

    assert len(everyday) >= 200
    assert [] == [text for text in everyday if DANGERS.languages(text)]


def test_no_english_line_is_taken_for_danger_in_another_language() -> None:
    texts = [row["text"] for path in SENTENCES.glob("*.tsv") for row in rows(path)]

    assert len(texts) > 1_000
    assert [] == [text for text in texts if DANGERS.languages(text)]


def test_what_is_said_of_a_language_by_its_translators_is_no_danger_elsewhere() -> None:
    """Their phrases for worries that are no danger bring no card by another language's words."""
    from guide.understanding.phrases import load_phrases

    wrong = []
    for language in ("cy", "pl", "uk", "ur"):
        for means, phrases in load_phrases(str(ROOT / "locales"), language).items():
            for phrase in phrases:
                heard = DANGERS.languages(phrase)
                if heard and language not in heard and "danger" not in means:
                    wrong.append((language, means, phrase, heard))

    assert [] == wrong


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_word_that_is_danger_by_itself_is_no_word_of_another_list(code: str) -> None:
    """No English word, and nowhere else a part of a sign that needs another beside it."""
    english = Recognizers(shipped()).guesser().recognizer
    alone = [
        word
        for concept in ALONE
        for word in WORDS[code].words.get(concept, ())
        if not word.endswith("*")
    ]
    parts = {
        danger_split(word)[0]
        for words in WORDS.values()
        if words.code != code
        for concept, listed in words.words.items()
        if concept not in (*ALONE, "cut-self", "kill-self", "hit-me", "kill-me")
        for word in listed
        if len(danger_split(word)) == 1
    }

    known = [word for word in alone if english.recognize(word).unknown_share == 0.0]
    assert [] == [word for word in alone if danger_split(word)[0] in parts or word in known]


def test_the_card_comes_in_both_languages_and_then_the_language_is_offered_in_itself() -> None:
    """Help first, whatever the screen's language; then a question its reader can read."""
    talk = talk_in("en")
    told = talk.hear("chce sie zabic")

    assert 2 == cards(told)
    last = told[-1]
    assert isinstance(last, Asked)
    assert "Czy przej\u015b\u0107 na ten j\u0119zyk: Polski?" == last.text
    assert "Shall we go on in this language: Polski?" == last.english
    assert ["Tak", "Nie"] == [choice.label for choice in last.choices[:2]]
    assert ["Yes", "No"] == [choice.english for choice in last.choices[:2]]


def test_after_yes_the_same_words_are_heard_again_in_that_language() -> None:
    """Nothing has to be typed twice."""
    talk = talk_in("en")
    talk.hear("dokuczaj\u0105 mi w szkole")
    talk.hear("tak")

    assert "pl" == talk.language
    assert talk.confirming
    talk.choose("yes")
    assert "mean" in {answer.key for answer in talk.answers} | {talk.step.partition("-")[0]}


def test_danger_is_asked_about_in_the_new_language_after_yes() -> None:
    talk = talk_in("en")
    talk.hear("on ma n\u00f3\u017c i mnie zabije")
    asked = talk.choose("yes")[-1]

    assert isinstance(asked, Asked)
    assert "Czy kto\u015b jest teraz w niebezpiecze\u0144stwie?" == asked.text
    talk.choose("yes")
    assert "call-999" == talk.step


def test_no_to_the_language_still_asks_about_the_danger() -> None:
    talk = talk_in("en")
    talk.hear("chce sie zabic")
    asked = talk.choose("no")[-1]

    assert isinstance(asked, Asked)
    assert "Is someone in danger now?" == asked.text


def test_a_language_without_a_translation_brings_the_card_too() -> None:
    talk = talk_in("en")
    told = talk.hear("vreau s\u0103 mor")

    assert 1 == cards(told)
    assert "en" == talk.language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "on ma n\u00f3\u017c i mnie zabije"),
        ("cy", "mae gan dad gyllell"),
        ("uk", "\u044f \u0445\u043e\u0447\u0443 \u043f\u043e\u043c\u0435\u0440\u0442\u0438"),
        ("ur", "mujhe marna hai"),
        ("cy", "quiero morir"),
    ],
)
def test_danger_brings_the_card_on_a_screen_in_any_language(language: str, text: str) -> None:
    assert cards(talk_in(language).hear(text)) >= 1


YES = [
    *[("pl", word) for word in ("tak", "no", "jasne")],
    *[("cy", word) for word in ("ydw", "ie", "oes", "do")],
    *[("uk", word) for word in ("\u0442\u0430\u043a", "\u0430\u0433\u0430", "tak")],
    *[("ur", word) for word in ("\u06c1\u0627\u06ba", "\u062c\u06cc", "haan", "ji haan")],
]
NO = [
    *[("pl", word) for word in ("nie", "nie nie")],
    *[("cy", word) for word in ("nac ydw", "nage", "nac oes", "naddo", "na")],
    *[("uk", word) for word in ("\u043d\u0456", "\u043d\u0454", "ni")],
    *[
        ("ur", word)
        for word in ("\u0646\u06c1\u06cc\u06ba", "\u062c\u06cc \u0646\u06c1\u06cc\u06ba", "nahi")
    ],
]


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [(*row, "yes") for row in YES] + [(*row, "no") for row in NO],
)
def test_every_yes_and_no_of_a_language_answers_a_yes_no_question(
    language: str, text: str, key: str
) -> None:
    talk = talk_in(language, "danger")
    choices = typed.matching(text, talk.choices, talk.standing_choices, talk.yes_or_no)

    assert [key] == [choice.key for choice in choices]


@pytest.mark.parametrize("word", ["ye", "yeh", "aye", "ya"])
def test_an_english_yes_that_means_something_else_is_no_answer(word: str) -> None:
    """In Urdu these are "this", "came" and "or"."""
    talk = talk_in("ur", "danger")

    assert [] == typed.matching(word, talk.choices, talk.standing_choices, talk.yes_or_no)


@pytest.mark.parametrize(
    ("typed_so", "meant"), [("wroc", "wr\u00f3\u0107"), ("JEZYK", "j\u0119zyk")]
)
def test_a_keyboard_without_the_letters_reaches_the_words(typed_so: str, meant: str) -> None:
    assert typed.normal(meant) == typed.normal(typed_so)


def test_english_ids_that_mean_the_same_still_answer_in_another_language() -> None:
    talk = talk_in("pl", "danger")
    choices = typed.matching("not sure", talk.choices, (), talk.yes_or_no)

    assert ["not-sure"] == [choice.key for choice in choices]


FAULTY = """\
language: Xish
status: {status}
words:
  {concept}: [xa, xe]
phrases: [{phrase}]
"""


@pytest.mark.parametrize(
    ("status", "concept", "phrase", "what"),
    [
        ("drafty", "die", "xa xe", '"drafty" is no status.'),
        ("draft", "dye", "xa xe", 'No sign of danger has a "dye".'),
        ("draft", "die", "xa", '"xa" is one word.'),
    ],
)
def test_a_fault_in_a_file_is_told_with_its_line(
    tmp_path: Path, status: str, concept: str, phrase: str, what: str
) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(FAULTY.format(status=status, concept=concept, phrase=phrase), encoding="utf-8")

    with pytest.raises(FlowError) as raised:
        read_danger_words(str(path))
    problem = raised.value.problems[0]
    assert what == problem.what
    assert problem.place.line > 0


def test_a_shipped_language_without_words_of_danger_fails_the_check(tmp_path: Path) -> None:
    """Nobody may be offered a language in which they could not say that they are in danger."""
    (tmp_path / "de").mkdir()
    project = Project(str(ROOT / "flows"), str(tmp_path))

    codes = [(found.code, found.severity) for found in run._deaf_to_danger(project, "de")]
    assert [("locale-danger", "error")] == codes
    assert [] == list(run._deaf_to_danger(project, "cy"))


def test_the_page_lists_what_speakers_have_still_to_check() -> None:
    """Each language with its file, and whether somebody who speaks it has read it."""
    page = (ROOT / "docs" / "danger-words.md").read_text(encoding="utf-8")

    for words in WORDS.values():
        assert _row(words) in page


def _row(words: DangerWords) -> str:
    who = "nobody yet" if words.status == DRAFT else "a speaker"
    return f"| {words.language} | `{words.code}.yaml` | {len(words.phrases)} | {who} |"
