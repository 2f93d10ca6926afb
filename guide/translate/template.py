"""Today's English as a catalogue with no translations: what a PO file is made and mended from."""

from babel.messages.catalog import Catalog

from guide import VERSION
from guide.project import Project
from guide.translate.notes import entries

PROJECT = "should-i-report"


def template(project: Project, domain: str) -> Catalog:
    """Every text of a domain, with what a translator is told about it."""
    found = Catalog(project=PROJECT, version=VERSION, charset="utf-8", fuzzy=False)
    for entry in entries(project, domain):
        found.add(entry.text.source, context=entry.text.address, auto_comments=entry.comments)
    return found
