"""`guide diff`: in sentences, whose ending changes between two folders of flows."""

import argparse
import json
from typing import Any

from guide.check.report import replay
from guide.diff import EndingChange, TooDifferent, change_sentences, changes
from guide.flow.library import load_library
from guide.flow.model import Library
from guide.front.start import UsageError
from guide.options import FAILED, OK


def run(arguments: argparse.Namespace) -> int:
    """Compare; 1 when anyone's ending, or what it shows, changes."""
    old, new = load_library(arguments.old), load_library(arguments.new)
    try:
        differences = changes(old, new)
    except TooDifferent:
        raise UsageError("these flows are too large, or too different, to compare") from None
    if arguments.json:
        data = [_as_data(change, new) for change in differences]
        print(json.dumps({"old": arguments.old, "new": arguments.new, "changes": data}))
    else:
        for change in differences:
            for sentence in change_sentences(change, new):
                print(sentence)
            print(f"    {replay(change.answers, arguments.new)}")
        if not differences:
            print("Nobody's ending changes.")
    return FAILED if differences else OK


def _as_data(change: EndingChange, library: Library) -> dict[str, Any]:
    def outcome(ended: tuple[str, str, tuple[str, ...]]) -> dict[str, Any]:
        ending, urgency, contacts = ended
        return {"ending": ending or None, "urgency": urgency, "contacts": list(contacts)}

    return {
        "was": outcome(change.was),
        "now": outcome(change.now),
        "sentences": change_sentences(change, library),
        "people": [dict(facts) for facts in change.people],
        "answers": list(change.answers),
    }
