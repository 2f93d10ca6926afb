"""A contact, statement, topic or source that nobody ever meets.

What nobody sees grows stale unseen. Show it, or delete it. A contact or topic that is out of reach
blocks, since someone may count on it; a statement or source left over only informs.
"""

from collections.abc import Iterator, Set

from guide.check.finding import Finding, Severity
from guide.check.proof.reachability import Proof
from guide.check.uses import cited, uses_of
from guide.flow.model import Library
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


def unused_sources(library: Library, used_by_stories: Set[str]) -> Iterator[Finding]:
    """A finding for each source on which neither the flows rest nor the stories, whose are given.

    It is no part of `check`: whoever asks has read the stories, which a check of flows need not.
    """
    used = cited(library) | used_by_stories
    for source in library.sources.values():
        if source.id not in used:
            what = f'Nothing rests on the source "{source.id}".'
            yield Finding(NEVER_SHOWN, "warning", source.place, what, "Cite it, or delete it.")


def _finding(kind: str, name: str, place: Place, severity: Severity) -> Finding:
    what = f'Nobody ever sees {kind} "{name}".'
    return Finding(NEVER_SHOWN, severity, place, what, "Show it somewhere, or delete it.")
