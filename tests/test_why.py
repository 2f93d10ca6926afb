"""Why an ending, and what would change it: for the person who is there, and for an author."""

import json
from collections.abc import Iterator
from io import StringIO

import pytest

from guide.conversation import phrases
from guide.conversation.conversation import Conversation
from guide.conversation.events import Heading, Said
from guide.conversation.why import reason, told_of
from guide.flow.library import load_library
from guide.flow.model import Ending, Library
from guide.flow.paths import conversations
from guide.front import typed
from guide.front.chat import keys
from guide.front.chat.state import ChatState
from guide.front.languages import Languages
from guide.front.plain.app import Plain
from guide.i18n.words import Words
from guide.session import FlowEngine, Session
from tests.support.talking import SHIPPED, TINY, conversation, conversation_over, forked
from tests.test_chat_says_what_plain_says import in_chat, in_plain

TO_AN_ADULT = ("young-person", "no", "under-11", "sexual", "asked")


def at(answers: tuple[str, ...], library: Library) -> Conversation:
    talk = conversation_over(library)
    for answer in answers:
        talk.choose(answer)
    return talk


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_library(str(SHIPPED))


def one_of_each_ending(library: Library) -> Iterator[tuple[str, ...]]:
    seen = set()
    for path in conversations(library):
        if path.ending.id not in seen:
            seen.add(path.ending.id)
            yield path.answers


def test_a_child_reads_what_led_here_what_decided_it_and_what_would_change_it(
    shipped: Library,
) -> None:
    """Labels only, in the order they were given; the answer that decided is named once."""
    said = [
        event.text for event in at(TO_AN_ADULT, shipped).why() if isinstance(event, Heading | Said)
    ]

    assert said[0] == "Why you see this"
    assert said[3] == 'I asked: "How old are you?" You said: "Under 11".'
    assert 'This answer decided it: "Under 11".' in said
    assert any(line.startswith('If you say "11 to 17" to "How old are you?"') for line in said)


def test_before_an_ending_it_is_said_that_why_can_be_asked_later() -> None:
    assert [phrases.WHY_LATER.source] == [
        event.text for event in conversation().why() if isinstance(event, Said)
    ]


def test_every_ending_says_why_in_the_same_words_in_chat_and_plain(
    shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each ending once: every word, in the same order."""
    monkeypatch.setattr("guide.front.plain.lines.MAX_WIDTH", 1000)
    monkeypatch.setenv("COLUMNS", "1000")
    for answers in one_of_each_ending(shipped):
        talk = at(answers, shipped)
        events = talk.why()
        assert in_plain(talk, events) == in_chat(talk, events)


@pytest.mark.parametrize("flows", [TINY, SHIPPED], ids=["tiny", "shipped"])
def test_the_other_answer_does_lead_where_it_is_said(flows: object) -> None:
    """Change that one answer, keep the rest, and stand at the ending that was named."""
    library = load_library(str(flows))
    engine = FlowEngine(library)
    for answers in one_of_each_ending(library):
        walked = Session(engine)
        for answer in answers:
            walked.choose(answer)
        why = reason(library, walked, Session(engine))
        for other in why.others:
            again = Session(engine)
            again.replay(walked.answers)
            again.change(other.number, other.option)
            assert isinstance(again.at, Ending)
            assert other.ending.id == again.step != walked.step
        assert len(told_of(why)) <= 3


def test_asking_why_changes_nothing_and_keeps_nothing(shipped: Library) -> None:
    """The conversation stands where it stood, and no answer is given by trying others."""
    talk = at(TO_AN_ADULT, shipped)
    before = (talk.step, talk.answers, dict(talk.facts))
    talk.why()

    assert before == (talk.step, talk.answers, dict(talk.facts))


@pytest.mark.parametrize("word", ["why", "Why?", "why this"])
def test_why_can_be_typed_in_plain_mode(word: str) -> None:
    """And then the ending stands there once more."""
    out = StringIO()
    Plain(conversation(), out, StringIO(f"yes\n{word}\nx\n")).run()
    told = out.getvalue()

    assert phrases.PLAIN_WHY.source in told
    assert 'I asked: "Is anyone in danger right now?"' in told or "I asked:" in told
    assert told.count("In short:") == 2


ASKED = [
    "why did I get this?",
    "why am i seeing this",
    "why are you telling me this",
    "how come",
    "why did you say that",
    "but why",
    "why is that",
    "why was i told this",
    "how come you say that",
    "why u showing me this",
]
NOT_ASKED = [
    "why me",
    "why did i send it",
    "why did i tell him",
    "why does he do that",
    "why am i here",
    "why did this happen to me",
    "why did he send me that",
    "why do i get bullied",
    "why did i do that",
    "why did you leave me",
    "why cant i sleep",
    "whyte road",
    "and",
    "",
]


@pytest.mark.parametrize("line", ASKED)
def test_why_is_heard_in_a_persons_own_words(line: str) -> None:
    assert "why" == typed.command(line, conversation().phrase)


@pytest.mark.parametrize("line", NOT_ASKED)
def test_what_was_done_is_no_question_to_the_guide(line: str) -> None:
    """A person who asks themselves why is heard as one who tells what happened."""
    assert "" == typed.command(line, conversation().phrase)


def chat() -> ChatState:
    talk = conversation()
    talk.choose("yes")
    return ChatState(talk, Languages(load_library(str(TINY)).contacts, ""))


def test_a_key_says_why_in_the_chat() -> None:
    talk = chat()
    action = keys.pressed(talk, "f9", None, 20)

    assert action is not None
    talk.do(action)
    assert not talk.in_conversation


def test_why_can_be_typed_in_the_chat() -> None:
    talk = chat()
    for letter in "why":
        talk.type(letter)
    action = talk.send()

    assert action is not None
    assert "why" == action.what


def test_why_speaks_the_language_that_is_spoken(shipped: Library) -> None:
    """The labels as they were offered, in the words of the language."""
    from guide.i18n.load import load_catalogue
    from tests.support.talking import ROOT

    welsh = load_catalogue(str(ROOT / "locales"), "cy")
    talk = Conversation(shipped, Words(shipped.contacts, "cy", welsh))
    for answer in TO_AN_ADULT:
        talk.choose(answer)
    said = " ".join(event.text for event in talk.why() if isinstance(event, Said))

    assert talk.answers[0].answer in said


def test_an_author_reads_ids_places_rules_and_sources() -> None:
    ran = forked("why", *TO_AN_ADULT, flows=SHIPPED)

    assert 0 == ran.returncode
    assert "tell-an-adult-and-report" in ran.stdout
    assert "  age.under-11\n  flows/young-person.yaml:" in ran.stdout
    assert "under-11-an-adult-first: " in ran.stdout
    assert '  age.11-17 ("11 to 17") -> report-to-ceop' in ran.stdout


def test_json_names_the_same() -> None:
    data = json.loads(forked("why", *TO_AN_ADULT, "--json", flows=SHIPPED).stdout)

    assert "tell-an-adult-and-report" == data["ending"]
    assert "age" == data["answers"][data["decided"]["answer"]]["step"]
    assert {"age": ["under-11"]} == data["decided"]["when"]


@pytest.mark.parametrize("answers", [["no"], ["no", "nonsense"]])
def test_answers_that_lead_to_no_ending_are_wrong_use(answers: list[str]) -> None:
    ran = forked("why", *answers)

    assert (2, "") == (ran.returncode, ran.stdout)
