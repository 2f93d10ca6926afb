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


def run(given: argparse.Namespace) -> int:
    """Compare; 1 when anyone's ending, or what it shows, changes."""
    old, new = load_library(given.old), load_library(given.new)
    try:
        found = changes(old, new)
    except TooDifferent:
        raise UsageError("these flows are too large, or too different, to compare") from None
    if given.json:
        data = [_as_data(change, new) for change in found]
        print(json.dumps({"old": given.old, "new": given.new, "changes": data}))
    else:
        for change in found:
            for sentence in change_sentences(change, new):
                print(sentence)
            print(f"    {replay(change.answers, given.new)}")
        if not found:
            print("Nobody's ending changes.")
    return FAILED if found else OK


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
