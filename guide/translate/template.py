"""Today's English as a catalogue with no translations: what a PO file is made and mended from."""

from babel.messages.catalog import Catalog

from guide import VERSION
from guide.i18n.fidelity import placeholders
from guide.project import Project
from guide.translate.notes import template_entries

PROJECT = "should-i-report"
BRACES = "python-brace-format"
"""The mark by which PO editors watch over placeholders; not every Babel sets it by itself."""


def template(project: Project, domain: str) -> Catalog:
    """Every text of a domain, with what a translator is told about it."""
    catalogue = Catalog(project=PROJECT, version=VERSION, charset="utf-8", fuzzy=False)
    for entry in template_entries(project, domain):
        english = entry.text.source
        flags = [BRACES] if placeholders(english) else []
        catalogue.add(
            english, flags=flags, auto_comments=entry.comments, context=entry.text.address
        )
    return catalogue
