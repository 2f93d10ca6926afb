"""Who hurts their own body, by whatever means, is heard as that; a bump and a game are not."""

import pytest

from guide.understanding.forms.hurts_oneself import hurts_oneself
from guide.understanding.typed import split_words
from tests.support.hearing import taken_for
from tests.test_heard_back import heard

BY_ONESELF = (
    "i hit my head on purpose",
    "i bang my head on the wall when im upset",
    "i punch walls till i bleed",
    "i headbutt the wall when i get angry",
    "i bite my arm so hard it leaves marks",
    "i pinch my legs until they bruise",
    "i hit my legs with a hairbrush when im stressed",
    "i burn my fingers on the oven on purpose",
    "i slam my hand in the door on purpose",
    "banging my head because i deserve it",
)


@pytest.mark.parametrize("line", BY_ONESELF)
def test_who_hurts_themselves_is_heard_at_the_first_question(line: str) -> None:
    """Not as hurt at home, which has the same words but for whose hand it is."""
    asking = heard(line).asked_back

    assert asking is not None
    assert "reading" == asking.stage
    assert "self-harm" == taken_for(line, "young-person")[0]


@pytest.mark.parametrize(
    "line",
    [
        *("i banged my head on the shelf", "i hit my head on the car door when i got in"),
        *("i bit my tongue", "i punched the wall in minecraft", "i hurt my knee so i cant do pe"),
        *("i kick the ball against the wall until its dark", "i slam doors when im angry"),
        *("he hits my head on purpose", "mum bangs my head on the wall when shes angry"),
        *("i hit him and he hit my head on purpose", "dad hits me till i bleed"),
    ],
)
def test_a_bump_a_game_or_another_persons_hand_is_no_self_harm(line: str) -> None:
    assert not hurts_oneself(split_words(line))


def test_what_another_person_does_stays_beside_it() -> None:
    named = taken_for("my dad hits me and then i hit my head on purpose", "young-person")

    assert {"home-or-neglect", "self-harm"} <= set(named[:3])
