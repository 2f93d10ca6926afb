"""Every phrase that stands beside a topic or an answer opens it, in every language."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from guide.project import Project
from guide.understanding.guesses import Guesser
from guide.understanding.opens import closed_phrases
from guide.understanding.recognizer import Recognizer
from tests.support.talking import ROOT, SHIPPED

PROJECT = Project(str(SHIPPED), str(ROOT / "locales"))
TOPICS = [(topic.id, phrase) for topic in PROJECT.library.topics.values() for phrase in topic.also]


@cache
def english() -> Guesser:
    """What is guessed in English: a learned ear takes longer to read than a phrase to hear."""
    return Guesser(Recognizer(PROJECT.library, PROJECT.typed_words().index))


@pytest.mark.parametrize("language", ["en", *PROJECT.languages])
def test_every_phrase_opens_what_it_stands_beside(language: str) -> None:
    assert [] == [str(problem) for problem in closed_phrases(PROJECT, language)]


@pytest.mark.parametrize(("topic", "phrase"), TOPICS)
def test_whoever_types_a_topics_phrase_is_asked_about_that_topic_first(
    topic: str, phrase: str
) -> None:
    """As the conversation asks it back: at the first question, with nothing known."""
    library = PROJECT.library
    facts = {fact: values[0] for fact, values in library.topics[topic].when}
    guesses = english().guess(english().recognizer.recognize(phrase), "who", facts)

    assert () == guesses.danger
    assert ("topic", topic) == (guesses.matters[0].kind, guesses.matters[0].option)
    assert () == guesses.facts


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The shipped flows and a language, to be edited."""
    shutil.copytree(SHIPPED, tmp_path / "flows", ignore=shutil.ignore_patterns("*.compiled"))
    shutil.copytree(ROOT / "locales" / "cy", tmp_path / "locales" / "cy")
    return tmp_path


def problems_after(copied: Path, file: str, old: str, new: str, language: str = "en") -> list[str]:
    path = copied / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    project = Project(str(copied / "flows"), str(copied / "locales"))
    return [str(problem) for problem in closed_phrases(project, language)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("also: [should i report,", "also: [he has a knife,", "does not open topic"),
        (
            "also: [should i report,",
            "also: [is this private,",
            'beside topic "should-i-make-a-report" and beside topic "is-it-private"',
        ),
    ],
)
def test_a_phrase_that_opens_something_else_is_told_with_its_line(
    copied: Path, old: str, new: str, told: str
) -> None:
    """What is danger first, and what stands beside two topics."""
    problems = problems_after(copied, "flows/shared/topics.yaml", old, new)

    assert any(told in problem for problem in problems), problems
    assert all(problem.startswith("flows/shared/topics.yaml:") for problem in problems)


def test_a_phrase_beside_two_answers_of_a_question_is_told(copied: Path) -> None:
    """Only one of them could ever be opened."""
    old = "also: [my friend, my mate,"
    problems = problems_after(copied, "flows/start.yaml", old, f"{old} myself,")

    told = 'beside answer "who.friend" and beside answer "who.young-person"'
    assert any(told in it for it in problems), problems


def test_a_language_is_held_to_the_same(copied: Path) -> None:
    file = copied / "locales" / "cy" / "phrases.yaml"
    phrase = next(
        line for line in file.read_text("utf-8").splitlines() if line.startswith("  is-it-private:")
    )
    problems = problems_after(
        copied, "locales/cy/phrases.yaml", phrase, "  is-it-private: [dwi mewn perygl]", "cy"
    )

    assert any(problem.startswith("cy/phrases.yaml:") for problem in problems), problems
