"""No word and no shape of a line gives the good one away over all stories together."""

from collections.abc import Callable

import pytest

from guide.flow.model import Wording
from guide.practice.habits import habits_that_win
from guide.practice.scenario import Move, Scenario
from tests.support.practising import MAIN

STORIES = [telling.scenario for telling in MAIN]


def told(stories: list[Scenario]) -> str:
    return "\n".join(problem.what for problem in habits_that_win(stories))


def changed(move: Move, change: Callable[[str], str]) -> Move:
    words: Wording = tuple(
        variant._replace(text=variant.text._replace(source=change(variant.text.source)))
        for variant in move.say
    )
    return move._replace(say=words)


def with_good_lines(change: Callable[[str], str], every: int = 1, sign: int = 1) -> list[Scenario]:
    """The stories, with the good lines of every so many changed; the bad ones for -1."""
    stories = []
    for number, story in enumerate(STORIES):
        turns = tuple(
            turn._replace(
                moves=tuple(
                    changed(move, change) if move.opens == sign and number % every == 0 else move
                    for move in turn.moves
                )
            )
            for turn in story.listen
        )
        stories.append(story._replace(listen=turns))
    return stories


def test_nobody_wins_by_a_habit_over_all_stories() -> None:
    assert "" == told(STORIES)


HABITS: dict[str, tuple[Callable[[str], str], str]] = {
    "a word": (lambda words: f"Perhaps, {words}", '"perhaps"'),
    "a first word": (lambda words: f"Well {words}", 'begins with "well"'),
    "a last word": (lambda words: f"{words} my friend", 'ends with "friend"'),
    "a sign": (lambda words: words.replace(".", ";"), '";"'),
    "capitals": (str.title, "the most capital letters"),
    "a long word": (lambda words: f"{words} Notwithstanding.", "letters in one word"),
    "one sentence": (lambda words: words.replace(". ", ", "), "the fewest sentences"),
    "of oneself": (lambda words: f"{words} I do, me, my.", "words of oneself"),
    "no contractions": (lambda words: words.replace("'", ""), 'the fewest "\'"'),
}


@pytest.mark.parametrize("habit", HABITS)
def test_a_habit_that_nobody_listed_is_found(habit: str) -> None:
    """Good lines that all share something are found by it, whatever it is."""
    change, name = HABITS[habit]

    assert name in told(with_good_lines(change))


def test_a_habit_of_every_other_story_is_found() -> None:
    assert '"perhaps"' in told(with_good_lines(lambda words: f"Perhaps {words}", every=2))


@pytest.mark.parametrize("word", ["tell", "lead", "age", "help"])
def test_a_word_that_no_bad_line_has_is_found(word: str) -> None:
    """The words of what is right to do stand in bad lines as well: they are no key."""
    without = with_good_lines(lambda words: words.replace(word, "sing"), sign=-1)

    assert f'the line with "{word}"' in told(without)


def test_a_few_stories_are_not_judged() -> None:
    """Luck and habit cannot be told apart over a few turns, so nobody is told of either."""
    assert "" == told(with_good_lines(lambda words: f"Perhaps {words}")[:5])
