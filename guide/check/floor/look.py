"""The whole floor, looked for in one folder: its contacts, its words, its rules, its record."""

from collections.abc import Iterable, Iterator

from guide.check.finding import Finding
from guide.check.floor import UNKNOWN_SERVICE
from guide.check.floor.identity import contact_identity, said_of_services
from guide.check.floor.meant import conditions_of, lost_ideas, not_meant_for
from guide.check.floor.record import lost
from guide.check.floor.rules import floor_rules
from guide.check.floor.scan import Scan
from guide.check.floor.waivers import excused, read_waivers
from guide.check.floor.words import findings_in
from guide.check.proof.factsets import TooMany
from guide.check.proof.reachability import Proof
from guide.check.texts import library_texts
from guide.flow.model import Library, When
from guide.flow.walk import made_once
from guide.project import Project

ASKED = ("age", "concern")
"""The facts that the floor's own rules speak of, where a folder has them."""


def word_findings(project: Project, today: str) -> list[Finding]:
    """What contacts, texts and rules lack of the floor as they are written: nothing is proven.

    `today` is an ISO date, for waivers.
    """
    waivers, findings = read_waivers(project.flows)
    findings += excused(of_words(project.reading.library), waivers, today)
    if not project.reading.problems:
        findings += lost_ideas(project.reading)
        findings += _lost(project, findings)
    return findings


def conversation_findings(project: Project) -> list[Finding]:
    """What conversations lack of the floor; nothing where they cannot be walked or proven."""
    proof = None if project.reading.problems else floor_proof(project)
    if not proof:
        return []
    of_rules = floor_rules(project.library, project.rules.rules, proof)
    return [*of_rules, *not_meant_for(project.reading, proof)]


def _lost(project: Project, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What places no longer hold, but where another fault is told: that is mended first."""
    at_fault = {finding.place for finding in findings if finding.severity == "error"}
    library = project.library
    held_back = {
        each.text.address for each in library_texts(library) if each.text.place in at_fault
    }
    for contact in library.contacts.values():
        if contact.place in at_fault:
            held_back |= {f"contacts.{contact.id}", f"contacts.{contact.id}.name"}
    rules, words = project.rules.rules, lambda: project.words
    return lost(project.flows, project.reading, rules, words, held_back=held_back)


def typed_findings(project: Project, *, promises: bool = True) -> list[Finding]:
    """What the words that people type lack of the floor.

    Without `promises`, what `promise_findings` gives is left out: its caller has it from there.
    """
    from guide.check.floor.typed import of_typed_words

    proof = None if project.reading.problems else floor_proof(project)
    findings = list(of_typed_words(project, proof)) if proof else []
    return [*findings, *promise_findings(project)] if promises else findings


def promise_findings(project: Project) -> list[Finding]:
    """Which sentences that people type are not taken as it is promised of them."""
    from guide.check.floor.typed import unkept_promises

    return [] if project.reading.problems else list(unkept_promises(project))


def of_words(library: Library) -> Iterator[tuple[Finding, str, str]]:
    """What the texts and contacts do wrong, each with what would excuse it and with its line."""
    for contact_fault in contact_identity(library):
        contact = contact_fault.place
        line = next(
            f"{c.id} {c.phone} {c.text} {c.link} {c.email}"
            for c in library.contacts.values()
            if c.place == contact
        )
        yield contact_fault, UNKNOWN_SERVICE, line
    judged = {}
    texts = library_texts(library)
    scan = Scan(placed.text.source for placed in texts)
    for placed in texts:
        source = placed.text.source
        for finding, kind in findings_in(placed, scan):
            yield finding, kind, source
        if not placed.is_name and source not in judged:
            judged[source] = tuple(said_of_services(library, source))
        for code, what, what_to_do in judged.get(source, ()):
            yield Finding(code, "error", placed.text.place, f"{what}.", what_to_do), "", source


@made_once
def floor_proof(project: Project) -> Proof | None:
    """The proof that the floor rests on; None where there are too many combinations."""
    from guide.check.folder import proof_for, proof_of

    asked = _told_apart(project)
    try:
        proof = proof_of(project)
        if all(map(proof.fact_sets.tells_apart, asked)):
            return proof
        return proof_for(project.library, project.rules.rules, asked)
    except TooMany:
        return None  # told already: nothing was proven


def _told_apart(project: Project) -> list[When]:
    """What the floor asks of everyone: their age, what is the matter, whom an ending is for."""
    facts = project.library.facts.values()
    values = [(fact.id, value) for fact in facts for value, _ in fact.values if fact.id in ASKED]
    return [*conditions_of(project.reading), *(((fact, (value,)),) for fact, value in values)]
