"""`guide sources`: what every sentence rests on, what to look at, and what somebody found there."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from guide.commands.building import day_of
from guide.flow.library import load_library
from guide.flow.model import Library, Source
from guide.ledger import to_check
from guide.ledger.rests import Resting, lines_without_source, resting
from guide.ledger.review import due
from guide.ledger.write_back import read_findings, write_back
from guide.options import FAILED, OK
from guide.settings import UsageError, flows_folder


def run(arguments: argparse.Namespace) -> int:
    """Show the ledger, print the page to check, or write back what was found."""
    today = day_of(arguments.today)
    if arguments.html and not arguments.to_check:
        raise UsageError("--html is how --to-check is printed: write both.")
    folder = flows_folder(arguments.flows)
    library = load_library(folder)
    if arguments.checked:
        return _write_back(folder, library, arguments.checked, today)
    if arguments.to_check:
        printed = to_check.as_html(library) if arguments.html else to_check.as_text(library)
    elif arguments.json:
        printed = iter([json.dumps(_as_data(library, today), ensure_ascii=False)])
    else:
        printed = _ledger(library, today)
    for line in printed:
        print(line)
    return OK


def _write_back(folder: str, library: Library, path: str, today: str) -> int:
    findings = read_findings(path, library, today)
    try:
        files = write_back(folder, findings.looked)
    except OSError as error:
        raise UsageError(f"nothing was written: {error}") from None
    for entry in findings.looked:
        print(f"{entry.source.id}: looked at on {entry.checked[0]}, again by {entry.review_by}.")
    if findings.left_empty:
        print(f"Left empty, so passed over: {findings.left_empty}.")
    print(f"Written: {', '.join(files) or 'nothing, as nothing is filled in'}.")
    return OK if files else FAILED


# -- the ledger


def _ledger(library: Library, today: str) -> Iterator[str]:
    for source, rests in _sources(library):
        yield f"{source.id}: {source.document}" + (
            f" ({source.publisher})" if source.publisher else ""
        )
        yield f"  {source.place}"
        if source.link:
            yield f"  {source.link}"
        yield f"  {to_check.last_look(source)}"
        for each in rests:
            yield f"  - {each.of}" + ("" if each.field == "words" else f", {each.field}")
        yield ""
    without, lines = lines_without_source(library)
    yield f"Lines with no source of their own: {len(without)} of {lines}."
    yield from (f"  {each.place}: {each.of}: {each.says[0]}" for each in without)
    yield ""
    overdue = due(library, today)
    yield f"Due: {len(overdue) or 'nothing'}. A date closes nothing and takes nobody away."
    for entry in overdue:
        yield f'  {entry.place}: {entry.kind} "{entry.id}" was due by {entry.review_by}.'


def _sources(library: Library) -> Iterator[tuple[Source, list[Resting]]]:
    by_source = resting(library)
    for source in library.sources.values():
        yield source, by_source[source.id]


def _as_data(library: Library, today: str) -> dict[str, Any]:
    overdue = due(library, today)
    without, lines = lines_without_source(library)
    return {
        "today": today,
        "sources": [_source_as_data(source, rests) for source, rests in _sources(library)],
        "lines": lines,
        "lines_without_source": [_rests_as_data(each) for each in without],
        "due": [
            {
                "kind": entry.kind,
                "id": entry.id,
                "review_by": entry.review_by,
                "file": entry.place.file,
                "line": entry.place.line,
            }
            for entry in overdue
        ],
    }


def _source_as_data(source: Source, rests: list[Resting]) -> dict[str, Any]:
    keys = ("on", "by", "page", "said")
    return {
        "id": source.id,
        "document": source.document,
        "publisher": source.publisher,
        "date": source.date,
        "link": source.link,
        "review_by": source.review_by,
        "checked": dict(zip(keys, source.checked, strict=True)) if source.checked else None,
        "file": source.place.file,
        "line": source.place.line,
        "rests": [
            {**_rests_as_data(each), "field": each.field, "look_for": each.look_for}
            for each in rests
        ],
    }


def _rests_as_data(rests: Resting) -> dict[str, Any]:
    return {
        "of": rests.of,
        "says": list(rests.says),
        "file": rests.place.file,
        "line": rests.place.line,
    }
