"""`guide paths`: every distinct conversation, without anyone having it."""

import argparse
import json
import sys
from collections.abc import Iterator
from math import log10

from guide.conversation.starts import starting_at, starts
from guide.diff.names import Names
from guide.flow.advice import mend
from guide.flow.library import load_library
from guide.flow.model import Ending, Facts, Library
from guide.flow.paths import Path, conversations, count, count_by_ending
from guide.options import OK
from guide.settings import UsageError, flows_folder


def run(arguments: argparse.Namespace) -> int:
    """List the conversations, one a line, or as JSON."""
    library = load_library(str(flows_folder(arguments.flows)))  # from the YAML, as every check
    start = ""
    facts: Facts = {}
    if arguments.start:
        start_point = starting_at(library, arguments.start)
        if start_point is None:
            raise UsageError(
                f'there is no start "{arguments.start}". There is: {", ".join(starts(library))}.'
            )
        start, facts = start_point
    if arguments.ending:
        _must_be_an_ending(library, arguments.ending)
    if arguments.count and not arguments.ending:
        number = count(library, start, facts)
        print(json.dumps({"count": number}) if arguments.json else _number(number))
        return OK
    if arguments.by_ending or arguments.count:
        return _print_by_ending(library, start, facts, arguments)
    if not arguments.json and _are_too_many(library, start, facts, arguments.ending):
        what = f"There are more than {MOST_LISTED:,} conversations: this is how many end where."
        print(f"{what} --json lists each.", file=sys.stderr)
        return _print_by_ending(library, start, facts, arguments)
    found_paths = conversations(library, start, facts, arguments.ending)
    if arguments.json:
        _print_json(found_paths)
    else:
        _print_lines(found_paths)
    return OK


def _print_by_ending(
    library: Library, start: str, facts: Facts, arguments: argparse.Namespace
) -> int:
    """How many conversations end where, without walking each: it ends for any number of them."""
    numbers = count_by_ending(library, start, facts)
    if arguments.ending:
        numbers = {arguments.ending: numbers.get(arguments.ending, 0)}
    if arguments.count:
        number = sum(numbers.values())
        print(json.dumps({"count": number}) if arguments.json else _number(number))
    elif arguments.json:
        print(json.dumps({"endings": numbers, "count": sum(numbers.values())}))
    else:
        names = Names(library)
        for ending, number in sorted(numbers.items(), key=lambda item: -item[1]):
            print(f"{_number(number):>12}  {names.step(ending)} ({ending})")
    return OK


def _are_too_many(library: Library, start: str, facts: Facts, ending: str) -> bool:
    numbers = count_by_ending(library, start, facts)
    number = numbers.get(ending, 0) if ending else sum(numbers.values())
    return number > MOST_LISTED


def _number(number: int) -> str:
    """A number as it is; of one that nobody can read, how long it is."""
    # Not by str(): Python refuses to write out more than 4,300 digits.
    digits = int(number.bit_length() * log10(2)) + 1
    return str(number) if digits <= MOST_DIGITS else f"about 10^{digits - 1}"


MOST_LISTED = 200_000
"""Conversations that are listed in lines: more are read by nobody, and may have no end."""
MOST_DIGITS = 15
"""Digits of a number that are printed."""


def _must_be_an_ending(library: Library, name: str) -> None:
    endings = [key for key, step in library.steps.items() if isinstance(step, Ending)]
    if name not in endings:
        advice = mend(name, endings, f"There is: {', '.join(sorted(endings))}.")
        raise UsageError(f'there is no ending "{name}". {advice}')


def contact_ids(path: Path) -> list[str]:
    """The ids of the contacts shown at the end, in order."""
    return [shown.contact for shown in path.ending.shown(path.facts)]


def grouped_path_contacts(path: Path) -> list[list[str]]:
    """The contacts shown at the end, those of equal rank together."""
    groups: dict[int, list[str]] = {}
    for shown in path.ending.shown(path.facts):
        groups.setdefault(shown.group, []).append(shown.contact)
    return list(groups.values())


def _print_lines(paths: Iterator[Path]) -> None:
    number = 0
    for path in paths:
        number += 1
        print(f"{' '.join(path.answers)} -> {path.ending.id}: {', '.join(contact_ids(path))}")
    print(f"{number} conversations", file=sys.stderr)


def _print_json(paths: Iterator[Path]) -> None:
    """One JSON object, written path by path: there may be more than fit in memory."""
    out = sys.stdout
    out.write('{"paths": [')
    number = 0
    for path in paths:
        data = {
            "answers": list(path.answers),
            "flow": path.flow,
            "ending": path.ending.id,
            "urgency": path.ending.urgency,
            "facts": dict(path.facts),
            "contacts": contact_ids(path),
            "side_by_side": grouped_path_contacts(path),
        }
        out.write((",\n" if number else "\n") + json.dumps(data, ensure_ascii=False))
        number += 1
    out.write(f'\n], "count": {number}}}\n')
