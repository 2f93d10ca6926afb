"""What was recorded is not lost by an edit: of stories, answers of danger, words."""

from collections import Counter
from pathlib import Path

import pytest

from guide.check.floor.heard import held_by_words, is_guarded
from guide.check.floor.labels import Concepts
from guide.check.floor.taught import lost_in_stories, write_story_record
from guide.check.floor.typed import silenced
from guide.commands.new import write_starter
from guide.flow.model import Text, Variant
from guide.practice.scenario import Move, Scenario
from guide.problems import Place
from guide.project import Project
from guide.understanding.lexicon import EMPTY
from tests.support.talking import SHIPPED


@pytest.fixture(scope="module")
def story() -> Scenario:
    return Project(str(SHIPPED)).stories.scenarios[0]


def with_a_reason(story: Scenario, words: str) -> Scenario:
    """The story, its first line's reason in other words."""
    turn, *turns = story.listen
    move, *moves = turn.moves
    reason = (Variant((), Text(f"{story.id}.because", words, Place("story.yaml", 3))),)
    changed: Move = move._replace(because=reason)
    return story._replace(listen=(turn._replace(moves=(changed, *moves)), *turns))


REASONS = [
    ("You did not ask for a promise.", "You asked for a promise.", True),
    ("You asked about now.", "You never asked about now.", True),
    ("You did not ask for a promise.", "You did not ask her for any promise.", False),
    ("You said yes first.", "You said yes first, as if it were only about chips.", False),
]


@pytest.mark.parametrize(("before", "after", "is_told"), REASONS)
def test_a_reason_that_a_story_turns_round_is_told(
    tmp_path: Path, story: Scenario, before: str, after: str, is_told: bool
) -> None:
    """And none that is said in other words."""
    (tmp_path / "practice").mkdir()
    write_story_record(str(tmp_path), [with_a_reason(story, before)])

    findings = list(lost_in_stories(str(tmp_path), [with_a_reason(story, after)]))

    assert is_told == bool(findings)


def test_an_answer_of_danger_that_became_harmless_has_lost_its_words() -> None:
    """Though nothing is known of the word: "I am with someone who scares me", then "nice"."""
    concepts = Concepts(EMPTY)
    gone = ["tells scares"]

    assert gone == [*concepts.no_longer_told(gone, {"tells nice": 1}, of_danger=True)]
    assert [] == [*concepts.no_longer_told(gone, {"tells frightens": 1}, of_danger=True)]
    assert [] == [*concepts.no_longer_told(gone, {"tells nice": 1})]


WORDS = """concepts:
  help-me: [help me, please help]
distress: [help-me]
silent: [{silent}]
no: [{no}]
"""
SILENCED = {
    "help, as no": (WORDS.format(silent="the", no="no, help"), "nie"),
    "a whole phrase of danger that says nothing": (WORDS.format(silent="help me", no="no"), "nie"),
    "to die, as not": (WORDS.format(silent="the", no="no"), "nie, umrzeć"),
}


@pytest.mark.parametrize("name", SILENCED)
def test_a_word_of_danger_is_not_silenced(tmp_path: Path, name: str) -> None:
    """Wherever the files of words would take it for nothing, or for no."""
    english, polish_not = SILENCED[name]
    write_starter(str(tmp_path / "mine"))
    words = tmp_path / "mine" / "words"
    (words / "danger").mkdir(parents=True)
    (words / "en.yaml").write_text(english, "utf-8")
    (words / "danger" / "pl.yaml").write_text(
        f'language: Polski\nstatus: draft\nwords:\n  die: [umrzeć]\n  "not": [{polish_not}]\n',
        "utf-8",
    )
    project = Project(str(tmp_path / "mine"))

    assert ["words-silenced"] == [finding.code for finding in silenced(project)]


def test_what_a_concept_of_danger_is_a_kind_of_is_recorded(tmp_path: Path) -> None:
    """And how many words of danger each language has."""
    (tmp_path / "words" / "danger").mkdir(parents=True)
    (tmp_path / "words" / "en.yaml").write_text(
        "concepts:\n  dying: [want to die]\n  cake: [cake]\n"
        "kinds:\n  dying: [self-harm]\n  cake: [food]\ndistress: [dying]\n",
        "utf-8",
    )
    danger = tmp_path / "words" / "danger" / "pl.yaml"
    danger.write_text("words:\n  die: [umrzeć, umrę]\n", "utf-8")

    held = held_by_words(str(tmp_path))

    assert Counter(["self-harm"]) == held["words.kinds.dying"]
    assert Counter({"die": 2}) == held["words.danger.pl"]
    assert [True, False] == [is_guarded(f"words.kinds.{name}", held) for name in ("dying", "cake")]
