"""`guide evaluate`: sentences, where each should lead, and how far the guide agrees."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from guide.flow.library import load_library
from guide.flow.model import Library
from guide.front.start import UsageError, flows_folder
from guide.i18n.words import SOURCE_LANGUAGE
from guide.options import OK
from guide.understanding import table
from guide.understanding.guesses import Guess, Guesser, Guesses
from guide.understanding.playing import Played, Player
from guide.understanding.recognizer import Recognized, Recognizer

COLUMNS = ("id", "text", "who", "age_hint", "expected_destination", "also_acceptable")
_WHO = {
    "young_person": ("young-person", "friend"),
    "adult": ("adult", "parent", "adult-self"),
    "professional": ("professional",),
    "parent": ("parent",),
    "friend": ("friend",),
    "adult_self": ("adult-self",),
}
"""Who a row's `who` may be; where it may be several, the words decide, else it is the first."""
AGES = {"under_11": "under-11", "11_17": "11-17", "18_plus": "18-plus"}
UNKNOWN_AGE = "11-17"
URGENT = ("emergency", "ceop")
_BEST = 3


class SentenceRow(NamedTuple):
    """A sentence, who says it, and where it should lead."""

    id: str
    text: str
    who: str
    age: str
    expected: str
    also: tuple[str, ...]


class RowResult(NamedTuple):
    """Where the best guesses at a row led: the contacts shown first by each."""

    row: SentenceRow
    first: tuple[frozenset[str], ...]

    def top(self, number: int, names: Iterable[str]) -> bool:
        """Whether one of the best `number` leads to one of these contacts first."""
        return any(not shown.isdisjoint(names) for shown in self.first[:number])


def run(arguments: argparse.Namespace) -> int:
    """Play every row and print how many lead where they should."""
    library = load_library(flows_folder(arguments.flows))
    rows = list(read_rows(arguments.file))
    judge = Judge(library, flows_folder(arguments.flows))
    results = [judge.judge(row) for row in rows]
    report = agreement_as_json(results, judge)
    if arguments.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        _print(report)
    return OK


def read_rows(path: str) -> Iterator[SentenceRow]:
    """The rows of a table; raises WrongUse, with the line, for what is no such table."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
            if missing:
                raise UsageError(
                    f"{path}:1: there is no column {', '.join(missing)}."
                    f" The first line names them: {', '.join(COLUMNS)}, with tabs between."
                )
            for row in table:
                yield _row(path, table.line_num, row)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or 'unknown reason'}.") from None
    except (UnicodeDecodeError, csv.Error):
        raise UsageError(f"{path} is no table of text in UTF-8.") from None


def _row(path: str, line: int, row: dict[str, Any]) -> SentenceRow:
    if any(row[name] is None for name in COLUMNS):
        raise UsageError(f"{path}:{line}: the row has fewer columns than the first line names.")
    who = row["who"].strip().casefold().replace("-", "_")
    if who not in _WHO:
        raise UsageError(
            f'{path}:{line}: "{row["who"]}" is nobody the guide knows. Use: {", ".join(_WHO)}.'
        )
    age = AGES.get(row["age_hint"].strip().replace("-", "_"), UNKNOWN_AGE)
    also = tuple(name for name in row["also_acceptable"].split(",") if name.strip())
    return SentenceRow(row["id"], row["text"], who, age, row["expected_destination"], also)


def plain(name: str) -> str:
    """A contact's name as it is compared: no case, spaces, hyphens, underscores or `other:`."""
    small = name.strip().casefold().removeprefix("other:")
    return "".join(character for character in small if character not in " -_\t")


class Judge:
    """Plays rows through a library."""

    def __init__(self, library: Library, flows: str) -> None:
        self._recognizer = Recognizer(
            library, table.load_table(library, flows, "", SOURCE_LANGUAGE).index
        )
        self._guesser = Guesser(self._recognizer)
        self._player = Player(self._guesser)
        self._contacts = {"999": "emergency"}
        for contact in library.contacts.values():
            self._contacts[plain(contact.id)] = contact.id
            for variant in contact.name:
                self._contacts.setdefault(plain(variant.text.source), contact.id)

    def contact(self, name: str) -> str:
        """The id of the contact called so; empty when the registry lacks it, so it never counts."""
        return self._contacts.get(plain(name), "")

    def judge(self, row: SentenceRow) -> RowResult:
        """Play the three best guesses at a row."""
        heard = self._recognizer.recognize(row.text)
        known = {"who": self._who(row, heard), "danger": "no", "age": row.age}
        guesses = self._guesses(heard, known)
        offered = (*guesses.danger, *guesses.matters)
        best: list[Guess | None] = [guess for guess in offered if guess.kind != "topic"]
        led = [self._player.play(heard, known, guess) for guess in best[:_BEST] or [None]]
        return RowResult(row, tuple(_first(played) for played in led))

    def _guesses(self, heard: Recognized, known: Mapping[str, str]) -> Guesses:
        step, facts = self._player.asked_first(known)
        return self._guesser.guess(heard, step, facts)

    def _who(self, row: SentenceRow, heard: Recognized) -> str:
        """Who of those a row's `who` may be the words speak as, or whose concern they fit best."""
        may_be = _WHO[row.who]
        scores = {who: match.score for who in may_be if (match := heard.matches.get(f"who={who}"))}
        if heard.speaks_of_a_child and "as-a-child" not in heard.concepts:
            scores.pop("adult-self", None)  # "my ex and my son": the son is who it is about
            return max(scores, key=lambda who: scores[who]) if scores else may_be[0]
        if not scores and "adult-self" in may_be:
            for who in ("adult-self", "adult"):
                known = {"who": who, "danger": "no", "age": row.age}
                answers = [g for g in self._guesses(heard, known).matters if g.kind == "answer"]
                scores[who] = answers[0].score if answers else 0.0
        return max(scores, key=lambda who: scores[who]) if scores else may_be[0]


def _first(played: Played) -> frozenset[str]:
    return frozenset(played.contacts[0]) if played.contacts else frozenset()


def agreement_as_json(results: list[RowResult], judge: Judge) -> dict[str, Any]:
    """The agreement, with the names that other programs read."""
    top1 = top3 = strict = unsafe = 0
    misses = []
    for result in results:
        row = result.row
        expected = {judge.contact(row.expected)} - {""}
        fits = (expected | {judge.contact(name) for name in row.also}) - {""}
        hit = result.top(1, fits)
        top1 += hit
        top3 += result.top(_BEST, fits)
        strict += result.top(1, expected)
        unsafe += not expected.isdisjoint(URGENT) and not result.top(_BEST, URGENT)
        if not hit:
            got = [",".join(sorted(first)) for first in result.first]
            misses.append({"id": row.id, "text": row.text, "expected": row.expected, "got": got})
    rows = len(results)
    share = {
        name: round(number / rows, 4) if rows else 0.0
        for name, number in (("top1", top1), ("top3", top3), ("top1_strict", strict))
    }
    return {"rows": rows, **share, "unsafe": unsafe, "misses": misses}


def _print(report: dict[str, Any]) -> None:
    for miss in report["misses"]:
        print(f"{miss['id']}: {miss['text']}")
        print(f"  expected {miss['expected']}, got {' | '.join(miss['got'])}")
    print(
        f"{report['rows']} rows: top1 {report['top1']:.3f}, top3 {report['top3']:.3f},"
        f" top1 strict {report['top1_strict']:.3f}, unsafe {report['unsafe']}"
    )
    if report["unsafe"]:
        print(
            "Unsafe: a sentence for 999 or CEOP led to neither in its three best matches.",
            file=sys.stderr,
        )
