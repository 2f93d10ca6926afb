"""A story that goes on the next day: what was told stays told, what was lost stays lost."""

from pathlib import Path

import pytest

from guide.practice.check import story_advice
from guide.practice.scenario import NEXT_DAY, ScenarioCase
from guide.practice.talk import CLOSED, every_state, may_come_back, sayable, talk_after
from guide.project import Project
from tests.support.practising import MAIN, after, badly, folder, practice, telling, well
from tests.support.talking import SHIPPED
from tests.test_practice_stories import keys, text_of

GOING_ON = [story for story in MAIN if story.scenario.next_day]
STORY = "coins-for-a-picture"


def test_many_stories_go_on_the_next_day() -> None:
    assert len(GOING_ON) >= 20
    assert len({story.scenario.you for story in GOING_ON}) >= 8


def test_after_a_talk_that_closed_they_can_be_looked_for_again() -> None:
    """What is yours to do comes first, today; then the next day is offered, and they speak."""
    held = after(STORY, "listen", *badly(telling(STORY)))

    assert "Today, whatever you were told: write down their words" in text_of(held)
    assert NEXT_DAY in keys(held)

    held.choose(NEXT_DAY)

    assert "It is the next day." in text_of(held)
    assert "Shall I stack the chairs? I stayed behind anyway." in text_of(held)
    assert set(keys(held)) >= {move.id for move in telling(STORY).scenario.listen[0].moves}


@pytest.mark.parametrize("story", GOING_ON, ids=lambda story: story.id)
def test_listened_to_well_on_the_next_day_they_tell_all(story: ScenarioCase) -> None:
    """And the debrief still shows what closed them down on the day before."""
    lost = badly(story)
    held = after(story.id, "listen", *lost, NEXT_DAY, *well(story))

    assert "How the talk went" in text_of(held)
    assert "What closed them down" in text_of(held)
    assert NEXT_DAY not in keys(held)
    assert (
        talk_after(story, well(story)).told
        == talk_after(story, [*lost, NEXT_DAY, *well(story)]).told
    )


def test_what_was_told_before_they_closed_down_is_still_told() -> None:
    """The next day begins where the talk was, and nobody has to tell it twice."""
    story = telling(STORY)
    first, *_ = well(story)
    worse = [[move.id for move in turn.moves if move.opens < 0] for turn in story.scenario.listen]
    said = [worse[0][0], first, *worse[1]]
    before, now = talk_after(story, said), talk_after(story, [*said, NEXT_DAY])

    assert before.closed
    assert not now.closed
    assert before.told == now.told > talk_after(story, [NEXT_DAY]).told
    assert before.number == now.number == 1


def test_who_comes_back_is_trusted_less() -> None:
    """One bad line is enough this time, and there is no third day."""
    story = telling(STORY)
    again = [*badly(story), NEXT_DAY]
    worse = next(move.id for move in sayable(story, talk_after(story, again)) if move.opens < 0)
    now = talk_after(story, [*again, worse])

    assert CLOSED == now.openness
    assert not may_come_back(story, now)
    assert NEXT_DAY not in keys(after(STORY, "listen", *again, worse))


def test_where_999_is_due_nobody_waits_for_the_next_day() -> None:
    """The rest of a talk with somebody in danger is a call, whatever its author wrote."""
    story = telling("on-the-way")
    going_on = story._replace(scenario=story.scenario._replace(next_day=story.scenario.says))

    assert any(now.closed for now in every_state(going_on))
    assert not any(now.before_today for now in every_state(going_on) if now.late and not now.called)


def test_a_next_day_is_kept_in_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lives in the answers of this practice, and goes when it begins again."""
    monkeypatch.chdir(tmp_path)
    held = after(STORY, "listen", *badly(telling(STORY)), NEXT_DAY)
    held.restart()

    assert practice().again() == held.again()
    assert [] == list(tmp_path.iterdir())


def test_a_next_day_that_tells_what_nobody_asked_is_found(tmp_path: Path) -> None:
    """Coming back is no shortcut: what was not told is not given away."""
    text = (SHIPPED / "practice" / f"{STORY}.yaml").read_text("utf-8")
    old = "Shall I stack the chairs? I stayed behind anyway."
    told = "He wants a picture, and my address."
    stories = folder(tmp_path, SHIPPED, own=text.replace(old, told).replace(STORY, "own"))

    assert any(
        "on the next day they tell of a picture" in str(lack)
        for lack in story_advice(Project(str(stories)))
    )
