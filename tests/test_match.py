"""`guide match`: which answers words mean, and why."""

import json
from typing import Any

import pytest

from guide.flow.library import load_library
from guide.understanding.ear import OF_ENGLISH
from tests.support.talking import SHIPPED, TINY, forked


def matched(*arguments: str) -> dict[str, Any]:
    """What `guide match --json` prints for the shipped flows."""
    done = forked("match", *arguments, "--json", flows=None)
    assert 0 == done.returncode, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_best_match_names_the_answer_offered_here_and_what_it_leads_to() -> None:
    found = matched("hes begging me 4 noods", "--at", "worry", "--who", "young-person")

    assert "worry" == found["at"]
    best = found["matches"][0]
    assert ("answer", "sexual", {"step": "sexual-kind", "option": "asked"}) == (
        best["kind"],
        best["option"],
        best["means"],
    )
    assert "They want nudes or sex" == best["words"]


def test_matches_come_best_first() -> None:
    scores = [match["score"] for match in matched("he wants nudes", "--at", "worry")["matches"]]

    assert sorted(scores, reverse=True) == scores
    assert len(scores) > 1


def test_it_says_by_which_phrase_and_what_each_part_was_worth() -> None:
    """The parts, by how much of the phrase is there, and what other signs add: no more."""
    found = matched("hes begging me 4 noods", "--at", "worry", "--who", "young-person")

    assert found["matches"][0]["phrase"]
    for match in found["matches"]:
        if match["learned"]:
            assert match["parts"]
            # A plain sign of what the ear hears adds to it (guide/understanding/ear.py).
            assert match["score"] > 0.95 * (2.4 + 12 * match["share"]) * match["factor"]
            continue
        parts = sum(part["worth"] for part in match["parts"]) * match["share"] ** 2
        more = 0.3 * sum(part["worth"] for part in match["more"])
        worth = (parts + more) * match["factor"]
        # Where the ear hears something else, a sign counts for half (Weighing.doubted).
        assert match["score"] in (
            pytest.approx(worth, rel=0.03),
            pytest.approx(worth * OF_ENGLISH.doubted, rel=0.03),
        )


def test_the_words_are_not_in_the_json() -> None:
    text = "he wants nudes zyzzyva"

    assert "zyzzyva" not in json.dumps(matched(text, "--at", "worry"))


def test_an_age_in_passing_and_a_friend_are_matched_too() -> None:
    found = matched("my mate is 13 and gets nudes off strangers", "--at", "who")
    groups = {match["means"]["option"] for match in found["matches"]}

    assert {"friend", "11-17"} <= groups


def test_danger_comes_first_and_distress_is_said() -> None:
    found = matched("hes here now and he wants nudes", "--at", "worry")

    assert found["distress"]
    assert ("danger", "danger") == (found["matches"][0]["kind"], found["matches"][0]["option"])


def test_nothing_matched_is_an_empty_list() -> None:
    assert [] == matched("qwertyuiop", "--at", "worry")["matches"]
    assert "nothing here matches" in forked("match", "qwertyuiop", flows=None).stdout


def test_for_a_reader_each_match_has_its_reason() -> None:
    said = forked("match", "hes begging me 4 noods", "--at", "worry", flows=None).stdout

    assert "heard: ask, pressure, nude" in said
    assert "   by the learned ear, " in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["x", "--at", "wory"], 'there is no question "wory". Did you mean "worry"?'),
        (["x", "--at", "report-to-ceop"], 'there is no question "report-to-ceop".'),
        (["x", "--who", "parnt"], '"parnt" is no value of "who". Did you mean "parent"?'),
        (["x", "--age", "12"], '"12" is no value of "age". '),
        ([], "TEXT"),
    ],
)
def test_wrong_use_says_what_there_is(arguments: list[str], told: str) -> None:
    done = forked("match", *arguments, flows=None)

    assert (2, "") == (done.returncode, done.stdout)
    assert told in done.stderr


def test_other_flows_are_matched_by_their_own_phrases() -> None:
    done = forked("match", "wants pics of me", "--at", "worry", "--json", flows=TINY)

    assert "sexual" == json.loads(done.stdout)["matches"][0]["option"]


@pytest.mark.parametrize(("who", "step"), [("young-person", "worry"), ("friend", "friend-worry")])
@pytest.mark.parametrize("typed", load_library(str(SHIPPED)).topics["who-is-safe-to-tell"].also)
def test_a_child_who_can_tell_nobody_at_home_is_heard(typed: str, who: str, step: str) -> None:
    """Each phrase written beside "Who is safe for me to tell?" opens it, whatever else is heard."""
    best = matched(typed, "--at", step, "--who", who)["matches"][0]

    assert ("topic", "who-is-safe-to-tell") == (best["kind"], best["means"]["option"])
