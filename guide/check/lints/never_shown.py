"""A contact, statement, topic or source that nobody ever meets.

What nobody sees grows stale unseen. Show it, or delete it. A contact or topic that is out of reach
blocks, since someone may count on it; a statement or source left over only informs.
"""

from collections.abc import Iterator

from guide.check.finding import Finding, Severity
from guide.check.proof.reachability import Proof
from guide.check.uses import cited, uses_of
from guide.problems import Place

NEVER_SHOWN = "never-shown"


def check(proof: Proof) -> Iterator[Finding]:
    """A finding for each thing declared and never shown."""
    uses = uses_of(proof)
    library = proof.library
    for contact in library.contacts.values():
        if not uses.contacts[contact.id]:
            yield _finding("contact", contact.id, contact.place, "error")
    for topic in library.topics.values():
        if not uses.anywhere & proof.fact_sets.holding(topic.when):
            yield _finding("topic", topic.id, topic.place, "error")
    for statement in library.statements.values():
        if not uses.statements[statement.id]:
            yield _finding("statement", statement.id, statement.place, "warning")
    used = cited(library)
    for source in library.sources.values():
        if source.id not in used:
            yield Finding(
                NEVER_SHOWN,
                "warning",
                source.place,
                f'Nothing rests on the source "{source.id}".',
                "Cite it, or delete it.",
            )


def _finding(kind: str, name: str, place: Place, severity: Severity) -> Finding:
    what = f'Nobody ever sees {kind} "{name}".'
    return Finding(NEVER_SHOWN, severity, place, what, "Show it somewhere, or delete it.")
