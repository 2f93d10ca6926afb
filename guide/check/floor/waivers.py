"""`waivers.yaml`: a finding about words excused on one line, by somebody, for a time.

Nothing excuses a folder from the floor's rules, a wrong number or a lost line. A waiver dies when
the line changes, or when its day has come.
"""

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.check.finding import Finding
from guide.check.floor import UNKNOWN_SERVICE, WAIVERS
from guide.flow import document
from guide.flow.faults import Faults
from guide.flow.fields import FileReader
from guide.flow.nodes import Mapping
from guide.flow.shapes import Suppressed
from guide.problems import Place

DEAD, FAULTY = "waiver-died", "faulty-waiver"
KEYS = frozenset({"excuses", "line", "who", "why", "until"})
EXCUSABLE = ("harmful-words", UNKNOWN_SERVICE)
"""The codes that a waiver can excuse."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Waiver(NamedTuple):
    """One excuse: `line` holds the words, or the ways of the contact, as they were excused."""

    excuses: str
    """A kind of harm such as `graphic`, or `unknown-service`."""
    line: str
    who: str
    why: str
    until: str
    place: Place

    def in_words(self) -> str:
        """As the summary prints it."""
        return f"{self.excuses} excused until {self.until} by {self.who}: {self.why}"


def read_waivers(flows: str) -> tuple[list[Waiver], list[Finding]]:
    """The waivers of a folder, and what is wrong with those that cannot be used."""
    path = os.path.join(flows, WAIVERS)
    if not os.path.isfile(path):
        return [], []
    shown = f"{os.path.basename(os.path.normpath(flows))}/{WAIVERS}"
    faults = Faults(shown)
    top = document.read_yaml(path, faults)
    waivers: list[Waiver] = []
    if top is not None:
        page = FileReader(shown, faults, Suppressed())
        page.known_keys(top, frozenset({"waivers", document.FORMAT_KEY}), "a file of waivers")
        for key, node in page.entries(top.values.get("waivers"), '"waivers"', top.line):
            waivers.append(_waiver(page, key, node))
    findings = [Finding(FAULTY, "error", *problem) for problem in faults.problems()]
    return ([] if findings else waivers), findings


def _waiver(page: FileReader, key: str, node: Mapping) -> Waiver:
    what = f'waiver "{key}"'
    page.known_keys(node, KEYS, what)
    values = {name: page.plain(node, name, what, needed=True) for name in sorted(KEYS)}
    if values["until"] and not _DATE.fullmatch(values["until"]):
        page.faults.add(node.line, f'"until" of {what} is not a date.', "Write it like 2027-05-21.")
    return Waiver(**values, place=page.place(node.line))


def excused(
    findings: Iterable[tuple[Finding, str, str]], waivers: Iterable[Waiver], today: str
) -> Iterator[Finding]:
    """The findings that nobody excuses, and one for each waiver that died.

    Each finding comes with what would excuse it and with the line it is about.
    """
    # Dates are ISO, so they sort as text.
    alive = {_key(waiver.excuses, waiver.line) for waiver in waivers if waiver.until >= today}
    used = set()
    for finding, kind, line in findings:
        key = _key(kind, line)
        if finding.code in EXCUSABLE and key in alive:
            used.add(key)
        else:
            yield finding
    for waiver in waivers:
        if _key(waiver.excuses, waiver.line) not in used:
            why = "its day has come" if waiver.until < today else "its line has changed, or is fine"
            what = f"This waiver excuses nothing: {why}."
            yield Finding(DEAD, "warning", waiver.place, what, "Look again, or delete it.")


def _key(excuses: str, line: str) -> tuple[str, str]:
    # A line that is only broken elsewhere is the same line.
    return excuses, " ".join(line.split())
