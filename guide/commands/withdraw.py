"""`guide withdraw`: what every screen would be without a service, for the day it closes."""

import argparse
import json
from typing import Any

from guide.check.finding import Finding
from guide.check.report import lines
from guide.flow.advice import mend
from guide.ledger.withdraw import Named, Withdrawal, withdraw
from guide.options import FAILED, OK
from guide.project import Project
from guide.settings import UsageError, flows_folder


def run(arguments: argparse.Namespace) -> int:
    """Show each ending that changes; 1 where a rule, or a check, would not hold without it."""
    folder = flows_folder(arguments.flows)
    project = Project(folder)
    contacts = project.library.contacts
    if arguments.contact not in contacts:
        advice = mend(arguments.contact, contacts, f"There is: {', '.join(contacts)}.")
        raise UsageError(f'there is no contact "{arguments.contact}". {advice}')
    withdrawal = withdraw(project, arguments.contact)
    if arguments.json:
        print(json.dumps(_as_data(withdrawal), ensure_ascii=False))
    else:
        _print(withdrawal)
    return FAILED if withdrawal.broken or withdrawal.refused else OK


def _print(withdrawal: Withdrawal) -> None:
    for changed in withdrawal.changed:
        print(f"{changed.ending}: {changed.title}")
        print(f"  was: {', '.join(changed.was)}")
        print(f"  now: {', '.join(changed.now) or 'nobody'}")
        print(f"  guide walk {' '.join(changed.answers)}")
    for named in withdrawal.dropped:
        print(f"{named.place}: left out with it: {named.says}")
    for named in withdrawal.refused:
        print(f"{named.place}: speaks of it, and must be written anew: {named.says}")
    for finding in withdrawal.broken:
        for line in lines(finding, withdrawal.library):
            print(line)
    rules = sorted({finding.code for finding in withdrawal.broken})
    screens = len(withdrawal.changed)
    print(f'Without "{withdrawal.contact}" {screens} screens change.')
    if rules:
        print(f"These would no longer hold: {', '.join(rules)}.")
    if not rules and not withdrawal.refused:
        print("Every rule still holds on every screen.")


def _as_data(withdrawal: Withdrawal) -> dict[str, Any]:
    return {
        "contact": withdrawal.contact,
        "passes": not (withdrawal.broken or withdrawal.refused),
        "screens": [
            {
                "ending": changed.ending,
                "title": changed.title,
                "was": list(changed.was),
                "now": list(changed.now),
                "answers": list(changed.answers),
            }
            for changed in withdrawal.changed
        ],
        "left_out": [_named_as_data(named) for named in withdrawal.dropped],
        "write_anew": [_named_as_data(named) for named in withdrawal.refused],
        "broken": [_finding_as_data(finding) for finding in withdrawal.broken],
    }


def _named_as_data(named: Named) -> dict[str, Any]:
    return {"file": named.place.file, "line": named.place.line, "says": named.says}


def _finding_as_data(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "file": finding.place.file,
        "line": finding.place.line,
        "what": finding.what,
        "answers": list(finding.answers or ()),
    }
