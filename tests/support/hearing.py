"""Hearing sentences in tests: the lists of `tests/phrases`, and what the guide takes them for."""

import csv
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from guide.conversation.conversation import Conversation
from guide.conversation.events import Asked
from guide.flow.library import load_library
from guide.flow.model import Library
from guide.understanding.guesses import Guesser
from guide.understanding.recognizers import Recognizers
from tests.support.talking import ROOT, SHIPPED, conversation_over

PHRASES = ROOT / "tests" / "phrases"
TRAIN, KEPT_APART = "train", "kept-apart"
"""The half phrases were written from, and one written before them; its misses were read since."""

FIRST = {
    "young-person": "danger",
    "friend": "friend-danger",
    "parent": "child-in-danger",
    "professional": "child-in-danger",
    "adult": "child-in-danger",
    "adult-self": "self-in-danger",
}
"""The first question after who it is about: everything can still be heard there."""
ALIKE = {"wants-to-meet": "met-online-wants-to-meet"}


class Sentence(NamedTuple):
    """What somebody types, what it may be taken for, and what it must never be taken for.

    `expect` names values of the fact `concern`, `danger`, `topic:...`, or `none`.
    """

    id: str
    who: str
    expect: frozenset[str]
    never: frozenset[str]
    text: str


class Score(NamedTuple):
    """The share taken rightly, by the best guess and by one of three, and how many never may be."""

    first: float
    among_three: float
    never: int
    missed: tuple[str, ...]


@cache
def shipped() -> Library:
    """The shipped flows."""
    return load_library(str(SHIPPED))


@cache
def guesser() -> Guesser:
    """Hears the shipped flows in English."""
    return Recognizers(shipped(), str(SHIPPED)).guesser()


@cache
def sentences(half: str) -> tuple[Sentence, ...]:
    """The sentences of one half."""
    with (PHRASES / f"{half}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Sentence(
                row["id"],
                row["who"],
                frozenset(row["expect"].split(",")),
                frozenset(filter(None, row["never"].split(","))),
                row["text"],
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def taken_for(text: str, who: str) -> list[str]:
    """What a sentence is taken for, best guess first."""
    hears = guesser()
    found = hears.guess(hears.recognizer.recognize(text), FIRST[who], {"who": who})
    names = ["danger" for _ in found.danger]
    for guess in found.matters:
        if guess.kind == "danger":
            names.append("danger?")
            continue
        kind, _, name = guess.group.partition("=")
        if name and name not in hears.recognizer.common:
            names.append(f"topic:{name}" if kind == "topic" else ALIKE.get(name, name))
    return names


def score(listed: Sequence[Sentence]) -> Score:
    """How well these sentences are heard."""
    first = among = never = 0
    missed = []
    for sentence in listed:
        names = taken_for(sentence.text, sentence.who) or ["none"]
        first += names[0] in sentence.expect
        among += not sentence.expect.isdisjoint(names[:3])
        never += not sentence.never.isdisjoint(names[:3])
        if sentence.expect.isdisjoint(names[:3]) or not sentence.never.isdisjoint(names[:3]):
            missed.append(f"{sentence.id} {sentence.text!r}: {', '.join(names[:3])}")
    return Score(first / len(listed), among / len(listed), never, tuple(missed))


EVERY_SENTENCE = [sentence.text for half in (TRAIN, KEPT_APART) for sentence in sentences(half)]


def told(*moves: str) -> Conversation:
    """A conversation over the shipped flows where all of this was typed, or with "=" chosen."""
    talk = conversation_over(shipped())
    for move in moves:
        if move.startswith("="):
            talk.choose(move[1:])
        else:
            talk.hear(move)
    return talk


def asked(talk: Conversation) -> Asked:
    """What is asked now."""
    last = talk.again()[-1]
    assert isinstance(last, Asked), talk.step
    return last


def above(talk: Conversation) -> list[str]:
    """What is said back above it."""
    return [line.text for line in asked(talk).above]
