"""Today's English as a catalogue with no translations: what a PO file is made and mended from."""

from babel.messages.catalog import Catalog

from guide import VERSION
from guide.flow.model import Library
from guide.translate.notes import entries

PROJECT = "should-i-report"


def template(library: Library, domain: str, flows: str = "") -> Catalog:
    """Every text of a domain, with what a translator is told about it.

    The practice's needs the folder of `flows` its stories are in.
    """
    found = Catalog(project=PROJECT, version=VERSION, charset="utf-8", fuzzy=False)
    for entry in entries(library, domain, flows):
        found.add(entry.text.source, context=entry.text.address, auto_comments=entry.comments)
    return found
