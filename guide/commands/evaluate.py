"""`guide evaluate`: sentences, where each should lead, and how far the guide agrees.

Each is typed at the first question, or where it is told to start, by somebody who then answers
truthfully (truthful.py).
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any, NamedTuple

from guide.commands.truthful import LineOutcome, Truth, TruthfulPerson
from guide.conversation.conversation import Conversation, Folders
from guide.conversation.starts import starting_at
from guide.files import read_regular
from guide.flow.library import load_library
from guide.flow.model import Library, Question
from guide.i18n.words import Words
from guide.options import OK
from guide.settings import UsageError, flows_folder, locales_folder
from guide.understanding.reading import ADULTS_AGE

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
NOTHING_EXPECTED = frozenset({"none", "topic", "care"})
"""Destinations of rows that say nothing of a worry: nothing is to be made of them."""
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
    concerns: frozenset[str] | None
    """The concerns that may be asked back; None where the table has no column `concern`."""

    @property
    def expects_nothing(self) -> bool:
        """Whether nothing is the matter in it: a greeting, a question, a joke."""
        return self.expected in NOTHING_EXPECTED or self.concerns == frozenset({"none"})


class RowResult(NamedTuple):
    """What was made of a row, and where the best guesses at it led."""

    row: SentenceRow
    heard: LineOutcome
    verdict: str
    """`right`, `vague`, `wrong` or `silent`: the first thing asked back."""

    @property
    def first(self) -> tuple[frozenset[str], ...]:
        """The contacts that each guess leads to first."""
        return tuple(led.first for led in self.heard.led)

    def top(self, number: int, names: Iterable[str]) -> bool:
        """Whether one of the best `number` leads to one of these contacts first."""
        return any(not shown.isdisjoint(names) for shown in self.first[:number])


def run(arguments: argparse.Namespace) -> int:
    """Play every row and print how many lead where they should."""
    library = load_library(flows_folder(arguments.flows))
    rows = list(read_rows(arguments.file))
    judge = Judge(library, flows_folder(arguments.flows), arguments.start or "")
    results = [judge.judge(row) for row in rows]
    report = agreement_as_json(results, judge)
    if arguments.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        _print(report)
    return OK


def read_rows(path: str) -> Iterator[SentenceRow]:
    """The rows of a table; raises UsageError, with the line, for what is no such table."""
    try:
        text = read_regular(path).decode("utf-8")
        # What people type may hold a quote that nothing closes.
        table = csv.DictReader(StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
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
    age = AGES.get(row["age_hint"].strip().replace("-", "_"), "")
    also = tuple(name for name in row["also_acceptable"].split(",") if name.strip())
    stated = row.get("concern")
    concerns = None if stated is None else frozenset(stated.replace(",", " ").split())
    expected = row["expected_destination"].strip()
    return SentenceRow(row["id"], row["text"], who, age, expected, also, concerns)


def comparable(name: str) -> str:
    """A contact's name as it is compared: no case, spaces, hyphens, underscores or `other:`."""
    small = name.strip().casefold().removeprefix("other:")
    return "".join(character for character in small if character not in " -_\t")


class Judge:
    """Plays rows through a library."""

    def __init__(self, library: Library, flows: str, start: str = "") -> None:
        """From the first question, or from `start`: an answer to it, or the name of a flow."""
        self._library, self._words = library, Words(library.contacts)
        # Its speaker is offered their own language, as they would be, and goes on in it.
        self._folders = Folders(flows, locales_folder(""))
        begun = starting_at(library, start) if start else ("", {})
        if begun is None:
            raise UsageError(f'"{start}" is no answer to the first question, and no flow.')
        self._start = begun
        self._contacts = {"999": "emergency"}
        for contact in library.contacts.values():
            self._contacts[comparable(contact.id)] = contact.id
            for variant in contact.name:
                self._contacts.setdefault(comparable(variant.text.source), contact.id)

    def contact(self, name: str) -> str:
        """The id of the contact called so; empty when the registry lacks it, so it never counts."""
        return self._contacts.get(comparable(name), "")

    def fits(self, row: SentenceRow) -> frozenset[str]:
        """The contacts where a row may lead."""
        return frozenset(map(self.contact, (row.expected, *row.also))) - {""}

    def judge(self, row: SentenceRow) -> RowResult:
        """Have a truthful person tell a row."""
        expected = self.contact(row.expected)
        truth = Truth(_who(row), row.age, expected == "emergency", row.concerns)
        heard = TruthfulPerson(self._library, self._begin, truth).tell(row.text)
        return RowResult(row, heard, self._verdict(row, heard))

    def _begin(self) -> Conversation:
        return Conversation(self._library, self._words, *self._start, self._folders)

    def _verdict(self, row: SentenceRow, heard: LineOutcome) -> str:
        """How good the first thing is that is asked back."""
        if not heard.asked:
            return "silent"
        leads = bool(heard.led) and not heard.led[0].first.isdisjoint(self.fits(row))
        if row.concerns is None:
            return "vague" if leads else "wrong"
        if heard.asked in row.concerns or heard.asked.partition(":")[0] in row.concerns:
            return "right"
        if heard.asked == "danger" and self.contact(row.expected) == "emergency":
            return "right"
        return "vague" if leads or self._leads_on(row, heard) else "wrong"

    def _leads_on(self, row: SentenceRow, heard: LineOutcome) -> bool:
        """Whether it is an answer that only leads to a closer question, where the right one is."""
        guess = heard.guess
        if guess is None or guess.kind != "answer" or heard.asked != guess.address:
            return False
        question = self._library.steps[guess.step]
        assert isinstance(question, Question)
        option = question.option(guess.option)
        routes = option.to if option else ()
        nearer = (self._library.steps.get(route.to) for route in routes)
        return any(
            dict(closer.means).get("concern") in (row.concerns or ())
            for step in nearer
            if isinstance(step, Question)
            for closer in step.options
        )


def _who(row: SentenceRow) -> tuple[str, ...]:
    """Who a row's person may be, the likeliest first: an adult of 18 asks for themselves."""
    may_be = _WHO[row.who]
    if row.age == ADULTS_AGE and "young-person" in may_be:
        return (*may_be, "adult-self")
    if row.age == ADULTS_AGE and "adult-self" in may_be:
        return tuple(sorted(may_be, key=lambda who: who != "adult-self"))
    return may_be


def agreement_as_json(results: list[RowResult], judge: Judge) -> dict[str, Any]:
    """The agreement, with the names that other programs read."""
    expecting = [result for result in results if not result.row.expects_nothing]
    nothing = [result for result in results if result.row.expects_nothing]
    hits = [result for result in expecting if result.top(1, judge.fits(result.row))]
    among = [result for result in expecting if result.top(_BEST, judge.fits(result.row))]
    strict = [r for r in expecting if r.top(1, {judge.contact(r.row.expected)} - {""})]
    urgent = [r for r in expecting if judge.contact(r.row.expected) in URGENT]
    unsafe = [result for result in urgent if not result.top(_BEST, URGENT)]
    judged = [result for result in expecting if result.row.concerns is not None]
    ended = [led for r in among if (led := _right_end(r, judge.fits(r.row)))]
    raised = [r for r in nothing if r.heard.asked and not r.heard.asked.startswith("topic:")]
    return {
        "rows": len(results),
        "top1": _share(len(hits), expecting),
        "top3": _share(len(among), expecting),
        "top1_strict": _share(len(strict), expecting),
        "unsafe": len(unsafe),
        "misses": [_miss(result) for result in expecting if result not in hits],
        "right": _of_verdict("right", judged) if judged else None,
        "vague": _of_verdict("vague", judged) if judged else None,
        "wrong": _of_verdict("wrong", expecting),
        "silent": _of_verdict("silent", expecting),
        "wrong_person": sum(result.heard.who_is_wrong for result in results),
        "ending": _share(len(ended), expecting),
        "answers": round(sum(ended) / len(ended), 2) if ended else 0.0,
        "expect_nothing": len(nothing),
        "false_concern": _share(len(raised), nothing),
    }


def _right_end(result: RowResult, fits: frozenset[str]) -> int:
    """The answers a truthful person needs to somebody they should reach; 0 where they come to none.

    They say yes to the first guess that is theirs; where nobody said which is, to the first that
    leads there.
    """
    concerns = result.row.concerns
    for led, name in zip(result.heard.led, result.heard.offered, strict=True):
        right = not led.first.isdisjoint(fits)
        if concerns is not None and name in concerns:
            return led.answers if right else 0
        if right and (concerns is None or "." in name or name == "danger"):
            return led.answers
    return 0


def _of_verdict(verdict: str, results: list[RowResult]) -> float:
    return _share(sum(result.verdict == verdict for result in results), results)


def _share(number: int, of: list[RowResult]) -> float:
    return round(number / len(of), 4) if of else 0.0


def _miss(result: RowResult) -> dict[str, Any]:
    got = [",".join(sorted(first)) for first in result.first]
    row = result.row
    return {"id": row.id, "text": row.text, "expected": row.expected, "got": got}


def _print(report: dict[str, Any]) -> None:
    for miss in report["misses"]:
        print(f"{miss['id']}: {miss['text']}")
        print(f"  expected {miss['expected']}, got {' | '.join(miss['got']) or 'nothing'}")
    if report["right"] is not None:
        print(
            f"asked back first: right {report['right']:.3f}, vague {report['vague']:.3f}", end=", "
        )
    print(f"wrong {report['wrong']:.3f}, silent {report['silent']:.3f}", end=", ")
    print(f"wrong person {report['wrong_person']}, false concern {report['false_concern']:.3f}")
    print(f"ending right {report['ending']:.3f}, after {report['answers']:.1f} answers")
    print(
        f"{report['rows']} rows: top1 {report['top1']:.3f}, top3 {report['top3']:.3f},"
        f" top1 strict {report['top1_strict']:.3f}, unsafe {report['unsafe']}"
    )
    if report["unsafe"]:
        print(
            "Unsafe: a sentence for 999 or CEOP led to neither in its three best matches.",
            file=sys.stderr,
        )
