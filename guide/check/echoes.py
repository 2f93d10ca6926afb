"""Each fault is told once: what else is told of the same place waits until it is mended."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from guide.check.finding import Finding
from guide.check.rules.read import Rule
from guide.problems import Place

HELP = "floor-help"
"""The code of help that is not on every screen, or not complete."""
_OF_A_SERVICE = frozenset({"known-service", "bad-number", "bad-link"})
CAUSES = {
    "childline-number": _OF_A_SERVICE,
    "ceop-link": _OF_A_SERVICE,
    "odd-text": frozenset({"bad-link", "unreadable"}),
    "typed-number": frozenset({"bad-link"}),
    "known-service": frozenset({"unreadable"}),
    "records-otherwise": frozenset({"unreadable"}),
}
"""By the code of an echo, those that tell the same at the same place, and more of it."""


def without_echoes(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings but for those that another at the same place tells better."""
    listed = tuple(findings)
    codes: dict[Place, set[str]] = defaultdict(set)
    for finding in listed:
        codes[finding.place].add(finding.code)
    for finding in listed:
        if not codes[finding.place] & CAUSES.get(finding.code, frozenset()):
            yield finding


def without_rules_of_help(
    findings: Iterable[Finding], of_floor: Iterable[Finding], rules: Iterable[Rule]
) -> Iterator[Finding]:
    """The findings but for a folder's own rules of the help on every screen that echo the floor."""
    of_help = {rule.id for rule in rules if rule.help}
    if any(finding.code == HELP for finding in of_floor):
        return (finding for finding in findings if finding.code not in of_help)
    return iter(findings)
