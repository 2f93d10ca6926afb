"""`guide diff`: every difference between two folders of flows, or two revisions of one."""

import argparse
import json
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from guide.diff.classes import CLASSES
from guide.diff.compare import Comparison, Difference, compare
from guide.diff.endings import EndingChange, Outcome
from guide.diff.folder import Side
from guide.diff.names import Names
from guide.diff.paper import in_short, page, text_lines
from guide.diff.revisions import NoRevision, at_revision
from guide.flow.advice import mend
from guide.options import FAILED, OK
from guide.settings import UsageError, flows_folder


def run(arguments: argparse.Namespace) -> int:
    """Compare; 1 where anything differs (of the classes asked for), 0 where nothing does."""
    kinds = _kinds(arguments.only)
    with ExitStack() as stack:
        comparison = _compared(arguments, stack)
    if kinds:
        comparison = comparison.only(kinds)
    if arguments.html:
        _write(arguments.html, page(comparison))
    if arguments.json:
        print(json.dumps(_as_data(comparison), ensure_ascii=False))
    elif arguments.html:
        print(in_short(comparison), file=sys.stderr)
    else:
        print("\n".join(text_lines(comparison)))
    return FAILED if comparison.differences else OK


def _kinds(only: str) -> list[str]:
    kinds = [kind.strip() for kind in only.split(",") if kind.strip()]
    for kind in kinds:
        if kind not in CLASSES:
            advice = mend(kind, CLASSES, f"There is: {', '.join(CLASSES)}.")
            raise UsageError(f'there is no class "{kind}". {advice}')
    return kinds


def _compared(arguments: argparse.Namespace, stack: ExitStack) -> Comparison:
    """The two sides that are named, compared; a second that is not named is the folder now."""
    flows = flows_folder(arguments.flows)
    try:
        old = _side(arguments.old, flows, stack)
        new = _side(arguments.new, flows, stack) if arguments.new else _folder(flows)
        return compare(old, new)
    except NoRevision as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"a file cannot be read: {error.strerror or error}.") from None


def _side(name: str, flows: str, stack: ExitStack) -> Side:
    """A folder where there is one of that name, else a revision of the flows."""
    if os.path.exists(name):
        return _folder(name)
    into = stack.enter_context(TemporaryDirectory(prefix="guide-diff-"))
    return at_revision(name, flows, Path(into))


def _folder(flows: str) -> Side:
    beside = os.path.join(os.path.dirname(os.path.realpath(flows)), "locales")
    return Side(flows, flows, beside if os.path.isdir(beside) else "")


def _write(file: str, text: str) -> None:
    try:
        Path(file).write_text(text, encoding="utf-8")
    except OSError as error:
        why = error.strerror or "unknown reason"
        raise UsageError(f"{file} cannot be written: {why}.") from None


# -- for programs


def _as_data(comparison: Comparison) -> dict[str, Any]:
    kinds = {kind: len(comparison.of(kind)) for kind in CLASSES}
    return {
        "old": comparison.old,
        "new": comparison.new,
        "changes": [_ending(change, comparison) for change in comparison.endings],
        "conversations": dict(zip(("old", "new"), comparison.conversations, strict=True)),
        "rules": dict(zip(("old", "new"), comparison.rules, strict=True)),
        "languages_compared": comparison.languages_compared,
        "classes": [
            {"class": kind, "title": CLASSES[kind], "differences": number}
            for kind, number in kinds.items()
        ],
        "differences": [_difference(each) for each in comparison.differences],
    }


def _difference(each: Difference) -> dict[str, Any]:
    return {
        "class": each.kind,
        "where": each.where,
        "before": list(each.before),
        "after": list(each.after),
        "people": list(each.people),
        "conversations": each.conversations,
        "strength": each.strength or None,
        "in_words": list(each.in_words),
    }


def _ending(change: EndingChange, comparison: Comparison) -> dict[str, Any]:
    was, now = _title(change.was), _title(change.now)
    people = Names(comparison.library).people(change.people)
    return {
        "was": _outcome(change.was),
        "now": _outcome(change.now),
        "sentences": [f"{who[:1].upper()}{who[1:]}: was {was}, now {now}." for who in people],
        "people": [dict(facts) for facts in change.people],
        "answers": list(change.answers),
        "conversations": change.conversations,
    }


def _title(outcome: Outcome) -> str:
    if outcome.ending:
        return f'"{outcome.title}"'
    return "a further question" if outcome.urgency == "goes on" else "no answer on offer"


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "ending": outcome.ending or None,
        "urgency": outcome.urgency,
        "contacts": list(outcome.contacts),
    }
