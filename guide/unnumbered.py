"""A PO file's entries without its rule of plurals."""

from collections.abc import Iterable

from babel.messages.catalog import Catalog


class Unnumbered(Catalog):
    """Passes over the header's Plural-Forms, whatever they are.

    The guide's words have no plural forms, and each tool, and each version of one, writes another
    rule for the same language: Babel would refuse a file for one that it cannot read.
    """

    def _set_mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        kept = [(name, value) for name, value in headers if name.lower() != "plural-forms"]
        super()._set_mime_headers(kept)

    mime_headers = property(Catalog._get_mime_headers, _set_mime_headers)
