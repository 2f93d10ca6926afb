"""Words that harm are refused in every folder; saying not to, or what others say, is not.

The sentences in tests/harm/harmful.tsv were written before the patterns, by kind. Half of them, by
their checksum, were not looked at while the patterns were tuned. Those in apart.tsv were written
later, by somebody who had not seen the patterns, which then found 55 in 100 of them, and 21 to 40
in 100 of 170 which say it in a roundabout way, and 55 in 100 of the last 155. For those in
unseen.tsv, which are of that kind, no pattern was tuned: 40 in 100 are found. So much may be hoped
for of others: patterns know many ways to say a thing, never all. What an edit loses or turns round
is held by the record of what lines hold, and every changed word is told by `guide diff`.
"""

import zlib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from guide.check.floor.harms import HARMS
from guide.check.floor.identity import said_of_services
from guide.check.floor.scan import Scan
from guide.check.floor.words import SHOUTING, harmful, harms_in
from guide.check.texts import PlacedText, library_texts
from guide.flow.library import load_library
from guide.flow.model import Library, Text
from guide.problems import Place
from guide.translate.texts import of_program
from tests.support.talking import SHIPPED, TINY
from tools.needs import WRITTEN, needs_of, written

TABLES = Path(__file__).parent / "harm"
LEAST_OF_HELD_OUT = 0.95
LEAST_OF_UNSEEN = 0.38


def rows(name: str) -> list[list[str]]:
    lines = (TABLES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def is_held_out(sentence: str) -> bool:
    return zlib.crc32(sentence.encode()) % 2 == 1


HARMFUL = [(kind, sentence) for kind, sentence in rows("harmful.tsv")]
APART = [sentence for _, sentence in rows("apart.tsv")]
FINE = [sentence for (sentence,) in rows("fine.tsv")]
UNSEEN = [sentence for (sentence,) in rows("unseen.tsv")]


@cache
def scan() -> Scan:
    """Of every sentence here: they are looked through once."""
    program = (text.source for text in of_program())
    return Scan([*(sentence for _, sentence in HARMFUL), *APART, *FINE, *UNSEEN, *program])


def kinds_of(words: str) -> list[str]:
    return [harm.kind for harm, _ in harms_in(words, scan(), of_answer=False)]


@cache
def tiny() -> Library:
    return load_library(str(TINY))


def is_refused(words: str) -> bool:
    return bool(kinds_of(words) or list(said_of_services(tiny(), words)))


def test_harmful_words_are_refused() -> None:
    tuned_for = [sentence for _, sentence in HARMFUL if not is_held_out(sentence)]

    assert [] == [sentence for sentence in tuned_for if not is_refused(sentence)]


def test_nearly_all_harmful_words_that_nobody_tuned_for_are_refused() -> None:
    """Of every kind most, and of all together nearly all."""
    held_out = [(kind, sentence) for kind, sentence in HARMFUL if is_held_out(sentence)]
    tried = Counter(kind for kind, _ in held_out)
    refused = Counter(kind for kind, sentence in held_out if is_refused(sentence))
    rates = {kind: refused[kind] / tried[kind] for kind in tried}

    assert {} == {kind: rate for kind, rate in rates.items() if rate < 0.8}
    assert refused.total() >= LEAST_OF_HELD_OUT * tried.total()


def test_what_somebody_wrote_who_had_not_seen_the_patterns_is_refused() -> None:
    assert [] == [sentence for sentence in APART if not is_refused(sentence)]


def test_of_roundabout_words_that_no_pattern_was_made_for_two_in_five_are_refused() -> None:
    """It is little, and told as it is: what is tuned for one of these belongs among the others."""
    refused = [sentence for sentence in UNSEEN if is_refused(sentence)]

    assert len(refused) >= LEAST_OF_UNSEEN * len(UNSEEN)


def test_every_kind_has_sentences() -> None:
    assert {SHOUTING.kind, *(harm.kind for harm in HARMS)} == {
        kind for kind, _ in [*HARMFUL, *rows("apart.tsv")]
    }


def test_words_that_say_not_to_or_tell_of_others_are_fine() -> None:
    assert {} == {words: kinds for words in FINE if (kinds := kinds_of(words))}


def test_what_patterns_need_is_read_from_the_patterns() -> None:
    """Else `python -m tools.needs`: a pattern whose needs are wrong would find nothing."""
    assert written() == WRITTEN.read_text("utf-8")


NEEDED = [
    (r"\byou (?:were|are) (?:\w+ )?silly\b", (("you are ", "you were "), ("silly",))),
    (r">pay\b", (("pay",),)),
    (r"\bscreen ?shots?\b", (("screen shot", "screenshot"),)),
    (r"\bfaults?\b|\bblame\w*", (("blame", "fault"),)),
    (r"\b\d+ (?:minutes|hours) left\b", ((" hours left", " minutes left"),)),
]


@pytest.mark.parametrize(("pattern", "needs"), NEEDED)
def test_of_what_a_pattern_needs_a_text_has_one(
    pattern: str, needs: tuple[tuple[str, ...], ...]
) -> None:
    assert needs == needs_of(pattern)


def test_a_pattern_that_needs_nothing_is_refused() -> None:
    """It would have to be tried on every text."""
    with pytest.raises(ValueError, match="write it with a word of its own"):
        needs_of(r"\b\w+ \d+")


def test_many_texts_are_judged_as_each_alone() -> None:
    texts = [*FINE, *APART][::20]

    assert [Scan([text]).patterns(text) for text in texts] == [
        scan().patterns(text) for text in texts
    ]


def test_what_is_shipped_gives_no_false_alarm() -> None:
    """Neither the flows nor what the program says of itself."""
    for flows in (SHIPPED, TINY):
        assert [] == [str(finding) for finding in harmful(library_texts(load_library(str(flows))))]
    assert [] == [text.source for text in of_program() if kinds_of(text.source)]


@pytest.mark.parametrize("word", ["photograph", "snap", "footage", "selfie"])
@pytest.mark.parametrize("advice", ["Print the {}.", "Stash the {} away.", "Swap a {} with him."])
def test_a_picture_is_one_however_it_is_called(advice: str, word: str) -> None:
    """A word for it is known to what is advised outright, softly, and by its meaning."""
    sentence = advice.format(word)
    harms = harms_in(sentence, Scan([sentence]), of_answer=False)

    assert ["picture"] == [harm.kind for harm, _ in harms]


def test_an_answer_tells_what_somebody_else_does() -> None:
    """It is the person's own words, and no advice; a graphic word is none of theirs to read."""
    told, graphic = "Pay them, or they share my pictures", "He raped me"
    scan = Scan([told, graphic])

    assert [] == list(harms_in(told, scan, of_answer=True))
    assert ["graphic"] == [harm.kind for harm, _ in harms_in(graphic, scan, of_answer=True)]


def test_a_finding_names_the_words_where_they_stand_and_what_to_do() -> None:
    """Each kind of harm once, however often a text does it."""
    place = Place("flows/a.yaml", 7)
    text = Text("a", "It is your fault. You are to blame. Take a screenshot.", place)

    assert [
        'flows/a.yaml:7: harmful-words: "take a screenshot": ending "a" advises to copy, keep or '
        "pass on a picture (picture). A sexual picture of a child is not to be copied, not even as "
        "proof. Say not to.",
        'flows/a.yaml:7: harmful-words: "your fault": ending "a" blames somebody (blame). '
        "Whatever happened, it is the fault of whoever did it. Say that, or leave it out.",
    ] == [str(finding) for finding in harmful([PlacedText(text, 'ending "a"')])]
