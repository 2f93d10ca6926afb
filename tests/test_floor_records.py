"""What was recorded is not lost by an edit: of stories, answers of danger, words."""

from collections import Counter
from pathlib import Path

import pytest

from guide.check.floor.elsewhere import tells_a_deed
from guide.check.floor.heard import held_by_words, is_guarded
from guide.check.floor.labels import Concepts
from guide.check.floor.record import lost, write_record
from guide.check.floor.taught import lost_in_stories, write_story_record
from guide.check.floor.typed import silenced
from guide.commands.new import write_starter
from guide.flow.model import Text, Variant, Wording
from guide.practice.scenario import KINDS, Move, Scenario
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


def test_a_bad_line_of_a_story_is_not_praised_by_an_edit(tmp_path: Path, story: Scenario) -> None:
    """A worker who practises would learn to say it."""
    (tmp_path / "practice").mkdir()
    write_story_record(str(tmp_path), [story])
    turn, *turns = story.listen
    moves = tuple(move._replace(kind="reassurance") for move in turn.moves)
    praised = story._replace(listen=(turn._replace(moves=moves), *turns))

    told = [finding.what for finding in lost_in_stories(str(tmp_path), [praised])]

    assert len(told) == sum(KINDS[move.kind] < 0 for move in turn.moves)
    assert all('no longer holds "closes down"' in what for what in told)


@pytest.mark.parametrize("filling", [" and that is how it has always been", " now", " x"])
def test_a_bad_line_that_is_made_longer_is_told(
    tmp_path: Path, story: Scenario, filling: str
) -> None:
    """By however little, and in whatever words: it is no better for it."""
    (tmp_path / "practice").mkdir()
    write_story_record(str(tmp_path), [story])
    turn, *turns = story.listen
    moves = tuple(move._replace(say=_longer(move.say, filling)) for move in turn.moves)
    longer = story._replace(listen=(turn._replace(moves=moves), *turns))

    told = [finding.what for finding in lost_in_stories(str(tmp_path), [longer])]

    assert len(told) == sum(KINDS[move.kind] < 0 for move in turn.moves)
    assert all(f"is {len(filling)} letters longer than it was." in what for what in told)
    assert [] == list(lost_in_stories(str(tmp_path), [story]))


def _longer(words: Wording, filling: str) -> Wording:
    return tuple(
        variant._replace(text=variant.text._replace(source=variant.text.source + filling))
        for variant in words
    )


IF_NOT = 'if-not: ["You can call {childline_name} on {childline_phone} first."]\n'
CARD = '    card: ["I need help. Please call {emergency_phone} for me."]\n'
REVERSALS = {
    "what is offered is forbidden": ("You can call {", "Do not call {", True),
    "what is offered is said another way": ("You can call {", "You could ring {", False),
    "a card says that all is well": ("I need help. Please call", "I am well. Do not call", True),
    "a card asks in other words": ("I need help. Please", "Help me, I need it. Please", False),
}


@pytest.mark.parametrize("name", REVERSALS)
def test_an_offer_and_a_card_are_not_turned_round(tmp_path: Path, name: str) -> None:
    """Though no `safety:` note stands beside them."""
    before, after, is_told = REVERSALS[name]
    folder = tmp_path / "mine"
    write_starter(str(folder))
    flow = folder / "start.yaml"
    text = flow.read_text("utf-8")
    assert IF_NOT in text
    text = text.replace(IF_NOT, IF_NOT + CARD, 1)
    flow.write_text(text, "utf-8")
    project = Project(str(folder))
    write_record(str(folder), project.reading, project.rules.rules)
    assert before in text
    flow.write_text(text.replace(before, after, 1), "utf-8")
    project = Project(str(folder))

    assert is_told == bool(list(lost(str(folder), project.reading, project.rules.rules)))


DEEDS = [
    ("he touched someone", {"concern=own-behaviour"}, True),
    ("he touched me", {"concern=own-behaviour"}, False),
    ("he touched someone", {"concern=bullying"}, False),
]


@pytest.mark.parametrize(("phrase", "meant", "may_be_own"), DEEDS)
def test_a_deed_of_ones_own_is_no_cry_of_one_who_was_harmed(
    phrase: str, meant: set[str], may_be_own: bool
) -> None:
    """ "Something they did" may be opened by what they did; never by what was done to me."""
    assert may_be_own == tells_a_deed(phrase, meant)


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
