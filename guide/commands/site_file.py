"""`guide check site.yaml`: a kiosk's site file, held against the flows it adds people to."""

import os
import re
from collections.abc import Iterable

from guide.check.finding import Finding, Report
from guide.check.folder import UNREADABLE, proof_for
from guide.check.proof.reachability import count_conversations
from guide.kiosk.read import read_site
from guide.kiosk.site import applied
from guide.problems import FlowError, Place
from guide.project import Project

_BEGINS = re.compile(rb"^site\s*:", re.MULTILINE)
_LOOKED_AT = 65_536
"""Bytes of a file in which it says what it is."""
_NOT_PROVEN = (
    "that the flows themselves hold (guide check)",
    "that these people are there, or that a number is answered",
    "what the kiosk's own machine needs (guide kiosk --selfcheck)",
)


def is_site(path: str) -> bool:
    """Whether a file is a site file, and none of flows."""
    with open(path, "rb") as file:
        return bool(_BEGINS.search(file.read(_LOOKED_AT)))


def check_site(path: str, project: Project) -> Report:
    """Everything wrong with a site file, read and proven with the flows of a project."""
    from guide.kiosk.site_faults import site_faults

    try:
        library = project.library
        site = read_site(path, library)
    except FlowError as error:
        broken = [Finding(UNREADABLE, "error", *problem) for problem in error.problems]
        return Report(path, _in_order(broken), None, 0, None, proven=False)
    local, rules = applied(library, site), project.rules.rules
    findings = site_faults(rules, local, site, Place(os.path.basename(path)))
    number = count_conversations(proof_for(local, ()).edges)
    ordered = _in_order(findings)
    return Report(path, ordered, local, len(rules), number, proven=True, not_proven=_NOT_PROVEN)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(set(findings), key=lambda each: (each.place, each.code, each.what)))
