"""Plain mode: what a person reads and what they may type."""

import re
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.conversation import phrases
from guide.conversation.conversation import Conversation
from guide.conversation.events import Contact
from guide.conversation.phrases import DRAFT
from guide.flow import sections
from guide.flow.library import load_library
from guide.front.languages import Languages
from guide.front.plain.app import Plain
from guide.front.plain.lines import LineTerminal
from guide.i18n.words import Words
from tests.support.locales import draft, make, strange
from tests.support.talking import SHIPPED, TINY, conversation, screen_after

HELP = ["999", "Childline 0800 1111", "An adult you trust", "CEOP Safety Centre"]


def last_question(screen: str) -> str:
    """The question asked last."""
    asked: list[str] = re.findall(r"^Guide: (.*\?)$", screen, re.MULTILINE)
    return asked[-1]


def test_the_first_screen_shows_help_before_any_question() -> None:
    """999, Childline, a trusted adult and CEOP stand above the first question, in this order."""
    screen = screen_after([])

    places = [screen.index(line) for line in HELP]

    assert places == sorted(places)
    assert places[-1] < screen.index("Is anyone in danger now?")


def test_every_question_names_the_same_help_in_the_same_order() -> None:
    """The help stands with each question, not only with the first."""
    screen = screen_after(["no", "11 to 17"])

    help_line = "999, Childline 0800 1111, An adult you trust, CEOP Safety Centre."

    assert 3 == screen.count(help_line)


@pytest.mark.parametrize(
    "line",
    ["2", " 2 ", "2.", "2)", "no", "No", "NO!", "n", "N", "no.", "\t no"],
)
def test_an_answer_may_be_a_number_a_word_or_its_beginning(line: str) -> None:
    """Number, words and an unambiguous beginning all count, in any case and with stray signs."""
    assert "How old are you?" == last_question(screen_after([line]))


@pytest.mark.parametrize("line", ["im not sure", "I'M NOT SURE", "I\u2019m not", "not-sure", "3"])
def test_not_sure_may_be_typed_as_people_type_it(line: str) -> None:
    """Apostrophes of any kind, or none, are the same word."""
    assert "How old are you?" == last_question(screen_after([line]))


def test_a_beginning_that_fits_two_answers_asks_which() -> None:
    """Nothing is guessed: the question and its answers come once more."""
    screen = screen_after(["no", "11-17", "someone is"])

    assert "That could be more than one answer." in screen
    assert "What is worrying you?" == last_question(screen)


@pytest.mark.parametrize("line", ["4", "-1", "99999999999", "???"])
def test_numbers_it_does_not_know_are_met_kindly_with_the_answers_and_help(line: str) -> None:
    """Never a bare error: a kind line, the same question, its answers and help."""
    after = screen_after([line]).split("> ")[1]

    assert "I could not work out what that means." in after or line == "???"
    assert "Is anyone in danger now?" in after
    assert " 1. Yes" in after
    assert "Childline 0800 1111" in after


@pytest.mark.parametrize("line", ["purple", "my cat is grey"])
def test_words_it_does_not_know_open_what_is_near_and_the_answers(line: str) -> None:
    """Never a bare error: a kind line, what may be wanted, help, and then the answers."""
    after = screen_after([line, "no"]).split("> ")

    assert "I could not work out what that means. That is okay." in after[1]
    assert " 1. Are you a real person?" in after[1]
    assert "Childline 0800 1111" in after[1]
    assert "Is anyone in danger now?" in after[2]


def test_danger_can_be_said_at_any_question() -> None:
    """The word danger leads to 999 from anywhere, and so does the 0 that stands at each."""
    assert "Call 999 now" in screen_after(["no", "11-17", "danger"])
    assert " 0. Someone is in danger now" in screen_after(["no", "11-17"])
    assert "Call 999 now" in screen_after(["no", "11-17", "0"])


@pytest.mark.parametrize("line", ["help", "HELP", "?", "999"])
def test_help_shows_everyone_to_turn_to_and_leads_back(line: str) -> None:
    """One word opens the full help card, and the question is asked again below it."""
    after = screen_after(["no", line]).split("> ")[2]

    assert after.index("Call 999") < after.index("Call 0800 1111") < after.index("Go to https")
    assert "How old are you?" == last_question(after)


def test_back_takes_the_last_answer_back() -> None:
    """The question before is asked again."""
    assert "Is anyone in danger now?" == last_question(screen_after(["no", "back"]))


def test_back_at_the_first_question_says_so() -> None:
    """There is nowhere to go back to, and the question stands."""
    screen = screen_after(["back"])

    assert "This is the first question." in screen
    assert "Is anyone in danger now?" == last_question(screen)


def test_again_says_the_same_once_more() -> None:
    """A person who lost their place hears it again."""
    before, after = screen_after(["no", "again"]).split("> ")[1:3]

    assert before[before.index("Question 2") :] == after[after.index("Question 2") :]


def test_restart_shows_the_first_screen_and_forgets_the_answers() -> None:
    """What comes after is, to the letter, what a new person would see."""
    screens = screen_after(["no", "under 11", "restart"]).split("> ")

    assert screens[0] == screens[3].lstrip("\n")


def test_an_answer_after_restart_knows_nothing_of_before() -> None:
    """An age said before the restart is not used after it."""
    screen = screen_after(["no", "under 11", "restart", "no", "11 to 17"])

    assert "What is worrying you?" == last_question(screen)


def test_a_topic_opens_by_its_number_and_leads_back() -> None:
    """After the list of topics a number means a topic; then the question comes again."""
    screen = screen_after(["topics", "1"])

    assert "No. I am a computer program." in screen
    assert "Is anyone in danger now?" == last_question(screen)


def test_topics_fit_the_person() -> None:
    """A topic for some people only is offered once it is known to fit."""
    assert "Will I get in trouble?" not in screen_after(["topics"])
    assert "Will I get in trouble?" in screen_after(["no", "11-17", "topics"])


def test_a_number_means_an_answer_again_once_the_topics_are_left() -> None:
    """The list of topics does not linger."""
    assert "How old are you?" == last_question(screen_after(["topics", "back", "2"]))


@pytest.mark.parametrize("line", ["x", "X", " x ", "quit", "exit", "hide"])
def test_x_ends_without_a_word(line: str) -> None:
    """Nothing more is written, whatever else was typed after it."""
    screen = screen_after([line, "no", "help"])

    assert screen.endswith("> ")
    assert 1 == screen.count("> ")


def test_an_ending_says_when_what_who_and_what_next_in_this_order() -> None:
    """Urgency in words, one action, what to know, who to turn to, what is next, a card to show."""
    screen = screen_after(["no", "11-17", "1"]).split("> ")[3]

    expected = [
        "Do this as soon as you can:",
        "Tell the CEOP Safety Centre",
        "This is not your fault.",
        "They are part of the police.",
        "https://www.ceop.police.uk/safety-centre",
        "Call 0800 1111",
        "What happens next",
        "If you can't, or don't want to",
        "Words to show someone",
        "In short: Tell the CEOP Safety Centre",
    ]
    places = [screen.index(part) for part in expected]

    assert places == sorted(places)


@pytest.mark.parametrize(
    ("answers", "in_short"),
    [
        (
            ["child", "parent", "no", "11-17", "rather-not-say"],
            [
                "Children's services: England: ",
                "NSPCC Helpline: 0808 800 5000",
                "Police: 101",
            ],
        ),
        (
            ["child", "professional", "no", "11-17", "sexual", "in-person", "touched"],
            ["Designated safeguarding lead: The person in charge", "Children's services: "],
        ),
        (
            ["young-person", "no", "under-11", "sexual", "not-sure"],
            ["An adult you trust: A teacher or nurse"],
        ),
        (["young-person", "yes"], []),
    ],
)
def test_what_is_said_in_short_has_whoever_stands_first_and_how_to_reach_them(
    answers: list[str], in_short: list[str]
) -> None:
    """By a number, a link, or in words: who has no number is not left out."""
    library = load_library(str(SHIPPED))
    talk = Conversation(library, Words(library.contacts))
    for answer in answers:
        talk.choose(answer)
    out = StringIO()
    Plain(talk, out, StringIO()).show(talk.again())
    told = " ".join(out.getvalue().partition("In short: ")[2].split())

    assert told
    assert [] == [words for words in in_short if words not in told], told
    first = next(event for event in talk.again() if isinstance(event, Contact))
    assert first.name in told


def test_equal_contacts_are_joined_by_a_word() -> None:
    """Side by side is said in words, not by place or colour."""
    screen = screen_after(["no", "11-17", "not sure"])

    assert re.search(r"Childline\n(  .*\n)+You can also start here:\nAn adult you trust", screen)


@pytest.mark.parametrize("width", [20, 27, 40, 80, 200])
def test_lines_keep_to_the_width_of_the_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line is longer than the terminal, but for a link that would break in two."""
    monkeypatch.setenv("COLUMNS", str(width))

    screen = screen_after(["help", "no", "topics", "1", "11-17", "1", "back", "what?"])

    long = [line for line in screen.splitlines() if len(line) > width and "https://" not in line]
    assert [] == long
    assert "0800 1111" in screen


def test_a_terminal_that_knows_only_ascii_gets_readable_words() -> None:
    """Typographic signs become plain ones, and nothing raises."""
    raw = BytesIO()
    out = TextIOWrapper(raw, encoding="ascii")

    LineTerminal(out, StringIO()).write("\u201cIt\u2019s fine\u201d \u2013 cwtch \u0175")
    out.flush()

    assert b'"It\'s fine" - cwtch ?\n' == raw.getvalue()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12))
def test_whatever_is_typed_there_is_always_a_next_step(typed: list[str]) -> None:
    """Any line of any characters: never a traceback, and the last thing shown is a prompt."""
    out = StringIO()
    talk = conversation()
    lines = "".join(line.replace("\n", " ") + "\n" for line in typed)

    Plain(talk, out, StringIO(lines)).run()

    assert out.getvalue().endswith("> ")
    assert talk.finished or talk.choices


def test_a_very_long_line_is_dropped_not_answered_twice() -> None:
    """A line of a million letters counts as one line that was not understood."""
    screen = screen_after(["z" * 1_000_000, "no", "no"])

    assert 1 == screen.count("I could not work out what that means.")
    assert "How old are you?" == last_question(screen)


# -- languages


def in_languages(folder: Path, typed: list[str]) -> str:
    """The screen after these lines, with Welsh beside English."""
    locales = make(folder, draft)
    talk, out = conversation(), StringIO()
    contacts = load_library(str(TINY)).contacts

    def languages() -> Languages:
        return Languages(contacts, locales)

    lines = StringIO("".join(f"{line}\n" for line in typed))
    Plain(talk, out, lines, 400, languages).run()
    return out.getvalue()


@pytest.mark.parametrize("line", ["language", "Language", " LANGUAGES ", strange("language")])
def test_the_languages_are_listed_under_their_own_names(tmp_path: Path, line: str) -> None:
    """Numbered as topics are; the word works in English and in the language spoken."""
    typed = ["language", "2", line] if line == strange("language") else [line]
    listed = in_languages(tmp_path, typed).split("> ")[-2]

    assert " 1. English\n" in listed
    assert " 2. " in listed
    assert "Cymraeg" in listed.split(" 2. ")[1]


@pytest.mark.parametrize("line", ["2", "cy"])
def test_a_language_chosen_asks_the_same_question_and_every_answer_stays(
    tmp_path: Path, line: str
) -> None:
    """Said in that language, with the notice that it is a draft; back there is more to answer."""
    screens = in_languages(tmp_path, ["no", "language", line, "back", "language", "1"]).split("> ")

    assert "How old are you?" == last_question(screens[1])
    assert f": {strange('How old are you?')}" in screens[3]
    assert strange(DRAFT.source) in screens[3]
    assert f": {strange('Is anyone in danger now?')}" in screens[4]
    assert "Is anyone in danger now?" == last_question(screens[6])


def test_the_list_of_languages_does_not_linger(tmp_path: Path) -> None:
    """Once it is left, a number means an answer again, and a topic once topics are listed."""
    screens = in_languages(tmp_path, ["no", "language", "back", "2"]).split("> ")
    topic = in_languages(tmp_path / "more", ["language", "topics", "1"]).split("> ")

    assert "How old are you?" == last_question(screens[3])
    assert "What is worrying you?" == last_question(screens[4])
    assert "No. I am a computer program." in topic[-2]


def test_a_language_is_read_only_when_it_is_asked_for() -> None:
    """Nobody waits for words they do not want."""
    asked: list[str] = []

    def languages() -> Languages:
        asked.append("asked")
        return Languages({}, "nowhere")

    for typed in ("no\nhelp\ntopics\nback\n", "language\n"):
        assert [] == asked
        Plain(conversation(), StringIO(), StringIO(typed), languages=languages).run()
    assert ["asked"] == asked


def test_a_language_whose_letters_the_terminal_lacks_is_english_and_says_so(tmp_path: Path) -> None:
    """Question marks in place of words would help nobody."""
    locales = make(tmp_path, draft)
    library = load_library(str(TINY))
    languages = Languages(library.contacts, locales, can_write=lambda letters: letters == "Cymraeg")
    talk, out = conversation(), StringIO()
    Plain(talk, out, StringIO("language\n2\n"), 400, lambda: languages).run()
    listed, after = out.getvalue().split("> ")[1:3]

    assert " 2. cy\n" in listed
    assert "cannot be shown here, so this is English." in after
    assert "Is anyone in danger now?" == last_question(after)


def test_the_help_words_name_the_language_command() -> None:
    assert "topics, language, why, x." in screen_after(["help"])


def test_no_answer_may_be_called_as_a_command_is() -> None:
    """Else the word could never give the answer."""
    assert {*phrases.COMMANDS, "chat"} == set(sections.COMMANDS)
