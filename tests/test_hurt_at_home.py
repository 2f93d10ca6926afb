"""A child whom somebody at home hurts is not told that adults hurt one another."""

import pytest

from guide.understanding.forms.hurt_at_home import whom_it_hurts
from guide.understanding.guesses import NO_MATCH
from guide.understanding.recognizers import Recognizers
from guide.understanding.typed import split_words
from tests.support.hearing import shipped
from tests.support.talking import ROOT

BETWEEN, CHILD = "concern=abuse-at-home-between-adults", "concern=home-or-neglect"


@pytest.mark.parametrize(
    "text",
    [
        "my dad hits me and it never stops and i am scared of him",
        "dad beats me every night when he is drunk and screams",
        "my mums boyfriend hits me and it never stops and i am scared of him",
        *("my stepdad slaps me and he scares me so much", "he always hits us when he comes home"),
    ],
)
def test_who_is_hurt_at_home_is_heard_as_hurt(text: str) -> None:
    guesser = Recognizers(shipped(), str(ROOT / "flows")).guesser()
    matters = guesser.guess(guesser.recognizer.recognize(text), "who", {}).matters

    assert CHILD == matters[0].group


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("my dad hits me and it never stops", CHILD),
        ("my dad hits my mum and then he hits me", BETWEEN),
        ("he hits her and he hits us", BETWEEN),
        ("they hit each other and i hide", BETWEEN),
    ],
)
def test_where_two_adults_are_spoken_of_it_stays_between_them(text: str, stays: str) -> None:
    heard = whom_it_hurts({BETWEEN: NO_MATCH._replace(of=BETWEEN, score=9.0)}, split_words(text))

    assert stays == max(heard, key=lambda of: heard[of].score)
