"""How people really type, and what the guide takes it for.

`tests/phrases` holds two lists in many voices. One was read while the words people use were
gathered; the other was written before that. Its misses have been read since, so it tells less of
how sentences nobody has seen will fare than the first scores in docs/decisions/0009 do.
"""

import os
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

from guide.commands.evaluate import Judge, agreement_as_json, read_rows
from guide.flow.model import Question
from guide.understanding.recognizer import GROWN_UP as OLDER
from guide.understanding.recognizer import Recognizer
from guide.understanding.typed import split_words, words_of_all
from tests.support.hearing import (
    FIRST,
    KEPT_APART,
    PHRASES,
    TRAIN,
    guesser,
    score,
    sentences,
    shipped,
    taken_for,
)
from tests.support.talking import ROOT, SHIPPED

EVERY = (*sentences(TRAIN), *sentences(KEPT_APART))
NOT_ASKED_FOR = {"unsure", "not-said", "sexual-unsure", "live-abuse"}
"""Concerns that record that somebody cannot or will not say, and one that is danger."""


@pytest.mark.parametrize(
    ("half", "first", "among_three"), [(TRAIN, 0.92, 0.97), (KEPT_APART, 0.90, 0.97)]
)
def test_sentences_are_taken_for_what_they_mean(
    half: str, first: float, among_three: float
) -> None:
    """Nine in ten by the best guess, nearly all by one of the three that are offered."""
    found = score(sentences(half))

    assert found.first >= first, found.missed
    assert found.among_three >= among_three, found.missed


@pytest.mark.parametrize("half", [TRAIN, KEPT_APART])
def test_what_is_denied_is_not_taken_for_said(half: str) -> None:
    """ "Nobody asked me for nudes, its just bullying" is bullying."""
    denied = [sentence for sentence in sentences(half) if sentence.never]

    assert len(denied) >= 7
    assert score(denied).never == 0, score(denied).missed


def agreement_on(name: str, patch: pytest.MonkeyPatch) -> dict[str, Any]:
    """How far the guide agrees with a table.

    A row is played anew for each of its guesses: its line is recognised once.
    """
    patch.setattr(Recognizer, "recognize", cache(Recognizer.recognize))
    judge = Judge(shipped(), str(SHIPPED))
    rows = [judge.judge(row) for row in read_rows(str(PHRASES / f"{name}.tsv"))]
    return agreement_as_json(rows, judge)


def test_sentences_lead_where_they_should(monkeypatch: pytest.MonkeyPatch) -> None:
    """`destinations.tsv` has the columns of `guide evaluate`; 999 and CEOP are never missed."""
    report = agreement_on("destinations", monkeypatch)

    assert report["rows"] >= 150
    assert report["top1"] >= 0.87, report["misses"]
    assert report["top3"] >= 0.94, report["misses"]
    assert 0 == report["unsafe"], report["misses"]


FRESH = {
    "published": (0.92, 0.98),
    "children": (0.96, 0.98),
    "adults": (0.80, 0.92),
    "mixed": (0.92, 0.94),
    "mixed-again": (0.88, 0.92),
    "last": (0.82, 0.95),
    "apart-published": (0.81, 0.90),
    "apart-children": (0.86, 0.92),
    "apart-adults": (0.72, 0.86),
    "e": (0.94, 0.96),
    "f": (0.92, 0.96),
    "h": (0.94, 0.94),
    "k": (0.93, 0.95),
}
"""Lists that were written whole before any of them was heard (docs/decisions/0009 has the first
scores), by the best guess and by one of three. They were read since, so they only keep what was
learnt. Played from the first question, where silence is a miss."""


@pytest.mark.parametrize("name", FRESH)
def test_what_was_learnt_from_fresh_sentences_is_kept(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = agreement_on(f"fresh-{name}", monkeypatch)

    assert report["rows"] >= 40
    assert report["top1"] >= FRESH[name][0], report["misses"]
    assert report["top3"] >= FRESH[name][1], report["misses"]
    assert 0 == report["unsafe"], report["misses"]


def test_nothing_depends_on_the_order_of_sets() -> None:
    """Python shuffles sets anew in each process: danger must not be heard by luck."""
    told = {
        subprocess.run(
            [sys.executable, "-m", "tests.support.heard_in_a_process"],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in (0, 1, 2, 5, 77)
    }

    assert 1 == len(told)
    (lines,) = told
    dangers = [line for line in lines.splitlines() if line.startswith("danger ")]
    assert len(dangers) >= 25
    assert all(line.endswith(" yes") for line in dangers), dangers


def test_what_may_be_danger_or_sexual_is_never_left_out() -> None:
    """Other answers may fit better; one of the three that are asked back is that one."""
    typed = "everyone at school laughs at me and spreads rumours and theres a knife"

    names = taken_for(typed, "young-person")
    assert "bullying" == names[0]
    assert "danger?" in names[:3]


def test_the_lists_are_long_and_neither_repeats_the_other() -> None:
    """At least 400 lines, and no sentence in both halves."""
    texts = [" ".join(split_words(sentence.text)) for sentence in EVERY]

    assert len(EVERY) >= 400
    assert len(sentences(KEPT_APART)) >= 200
    assert sorted(set(texts)) == sorted(texts)


def test_every_concern_and_audience_has_sentences() -> None:
    """What no sentence speaks of, nobody has tried to say."""
    library = shipped()
    said = {name for sentence in EVERY for name in sentence.expect}
    concerns = {value for value, _ in library.facts["concern"].values} - NOT_ASKED_FOR

    assert set() == concerns - said
    assert set(FIRST) == {sentence.who for sentence in EVERY}


def test_sentences_kept_apart_are_no_phrases() -> None:
    """A phrase that is a sentence of the list kept apart would only test itself."""
    options = [option for step in library_questions() for option in step.options]
    listed = {" ".join(words_of_all([phrase])) for option in options for phrase in option.also}
    long = {phrase for phrase in listed if len(phrase.split()) > 4}
    kept = {" ".join(split_words(sentence.text)) for sentence in sentences(KEPT_APART)}

    assert set() == long & kept


def library_questions() -> list[Question]:
    return [step for step in shipped().steps.values() if isinstance(step, Question)]


@pytest.mark.parametrize(
    "text",
    [
        "IM IN DANGER",
        "imindanger",
        "im in daaaaanger",
        "i'm in dangr",
        "I am in IMMEDIATE danger!!!",
        "hes here now",
        "hesherenow",
        "he's got a knife \U0001f52a",
        "h e l p  m e  h e s  h e r e",
        "theyre outside my house",
        "i took loads of pills",
        "someone is breaking in",
    ],
)
def test_danger_is_heard_however_it_is_typed(text: str) -> None:
    """In capitals, without spaces, with long letters, misspelt."""
    assert "danger" == taken_for(text, "young-person")[0]


@pytest.mark.parametrize(
    "text",
    ["i want to die", "I WANT TO DIEEEE", "i wanna kms", "im suicidal", "iwanttokillmyself"],
)
def test_distress_is_heard_however_it_is_typed(text: str) -> None:
    """These bring the help card at once."""
    assert guesser().recognizer.recognize(text).distress


@pytest.mark.parametrize(
    "text",
    [
        "im not in danger",
        "im dying of laughter",
        "lol im dead",
        "my mum will kill me if she finds out",
        "he killed me on fortnite",
        "im not suicidal",
        "no one is hurt",
    ],
)
def test_what_only_sounds_like_danger_is_no_danger(text: str) -> None:
    """Sayings, games, and danger that is denied."""
    heard = guesser().recognizer.recognize(text)

    assert not heard.distress
    assert "danger" not in taken_for(text, "young-person")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sum1 wants noodz", "someone wants nudes"),
        ("he wants pix of my boobz", "he wants pics of my boobs"),
        ("hes thretening 2 leek my nudes", "hes threatening to leak my nudes"),
        ("im bein bulied", "im being bullied"),
        ("he keeps asking for n u d e s", "he keeps asking for nudes"),
        ("he keeps asking for n*des", "he keeps asking for nudes"),
        ("he keeps asking for nud3s", "he keeps asking for nudes"),
        ("he wants me to sendnudes", "he wants me to send nudes"),
        ("i\u2019m being b\u00falli\u00ebd", "im being bullied"),
        ("rasist about my color", "racist about my colour"),
        ("im sooooo depressssed", "im so depressed"),
    ],
)
def test_other_spellings_are_the_same_sentence(typed: str, meant: str) -> None:
    """Text-speak, slips, signs for letters, letters apart or glued, accents, American spelling."""
    assert taken_for(meant, "young-person")
    assert taken_for(meant, "young-person")[0] == taken_for(typed, "young-person")[0]


@pytest.mark.parametrize(
    "text",
    [
        "we went to the beach on saturday",
        "i forgot my books",
        "a bar of chocolate",
        "foo bar",
        "i listen to rap music",
        "we did a rapid test",
        "the nicest cake",
        "i dropped a floppy disk",
        "which port does it use",
        "it is no bother",
        "they chop the onions",
        "a shark in the sea",
        "a slip of paper",
        "the rugby cubs won",
    ],
)
def test_an_ordinary_word_is_no_slip_of_a_bad_one(text: str) -> None:
    """A beach is no bleach: what was never said is never asked back."""
    assert [] == taken_for(text, "young-person")


@pytest.mark.parametrize(
    ("text", "older"),
    [
        ("hes 16", False),
        ("hes 17", False),
        ("he is seventeen", False),
        ("im talking to a 17yo", False),
        ("hes 18", True),
        ("hes 19", True),
        ("he is eighteen", True),
        ("im talking to an 18yo", True),
        ("im 18", False),
    ],
)
def test_an_older_man_is_18_or_more(text: str, older: bool) -> None:
    """Who is 17 is under 18, as the law has it; and what speakers are themselves is no matter."""
    assert older == (OLDER in guesser().recognizer.recognize(text).concepts)
