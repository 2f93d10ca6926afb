"""PO files read and written so that nothing a translator or their editor put there is lost."""

import os
import re
import stat
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import unescape, write_po

from guide.files import replace_file
from guide.i18n.catalogue import Unreadable, shown_path
from guide.i18n.po_parser import ends_in_a_comment, message_entries, parse_po, previous
from guide.i18n.unnumbered import Unnumbered
from guide.problems import Place, Problem

_WIDE = 100_000
"""Babel breaks long comments within their quotes, which other tools refuse: so no line breaks."""

_HEADER = re.compile(r'^msgid ""\s*\nmsgstr ((?:"[^\n]*"\s*\n)+)', re.M)
_OWN = frozenset(
    (
        "project-id-version",
        "report-msgid-bugs-to",
        "pot-creation-date",
        "po-revision-date",
        "last-translator",
        "language",
        "language-team",
        "plural-forms",
        "mime-version",
        "content-type",
        "content-transfer-encoding",
        "generated-by",
    )
)
"""The lines of a header that Babel knows."""


_PLURALS, _TOOL = "plural-forms", "generated-by"
"""The lines that Babel writes by its version: a file that has been read keeps its own."""

PoLines = tuple[tuple[str, str], ...]
"""The lines of a header: each a name and a value."""


class _Obsolete(dict[Any, Message]):
    """Entries whose English is gone, each by its context and its English.

    Before 2.17 Babel gave them no context, so of two with the same English one was lost.
    """

    def __setitem__(self, _: object, message: Message) -> None:
        super().__setitem__((message.context, str(message.id)), message)


class File(Unnumbered):
    """A catalogue that keeps the lines of the header that are another tool's, such as X-Generator.

    It notes entries that stand twice too, which Babel passes over.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.obsolete = _Obsolete()
        self.header: PoLines | None = None
        """The header as it stood in a file; None for a file that is new."""
        self.twice: list[Message] = []
        self.breaks_off = 0
        """The number of the line in which the file ends too soon; 0 where it does not."""

    def __setitem__(self, english: Any, message: Message) -> None:
        if english and self.get(english, message.context) is not None:
            self.twice.append(message)
        else:
            super().__setitem__(english, message)

    def _headers(self) -> list[tuple[str, str]]:
        lines = [(name, value.strip()) for name, value in super()._get_mime_headers()]
        if self.header is not None:
            lines = list(self._as_it_stood(lines, self.header))
        *before, (name, value) = lines
        return [*before, (name, f"{value}\n")]  # a header's last line ends in a line break

    @staticmethod
    def _as_it_stood(lines: list[tuple[str, str]], header: PoLines) -> Iterator[tuple[str, str]]:
        """Babel's lines, with those of the file where they are not Babel's to write."""
        for line in lines:
            if line[0] == "MIME-Version":
                yield from (old for old in header if old[0].lower() == _PLURALS)
            if line[0].lower() not in (_PLURALS, _TOOL):
                yield line
        yield from (old for old in header if old[0].lower() not in _OWN)
        yield from (old for old in header if old[0].lower() == _TOOL)

    mime_headers = property(_headers, Unnumbered._set_mime_headers)


def load_po(path: str | Path, language: str) -> File:
    """A PO file; raises Unreadable, or OSError where there is no such file."""
    if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe or a device would be waited for
        place = Place(shown_path(str(path)))
        raise Unreadable(Problem(place, "This is not a regular file.", "Put a PO file here."))
    content = Path(path).read_bytes()
    kept = File()
    parse_po(content, str(path), language, into=kept)
    # Some editors begin a file with a byte order mark.
    text = content.decode("utf-8-sig")
    kept.header = _header(text)
    kept.breaks_off = text.rstrip().count("\n") + 1 if ends_in_a_comment(text) else 0
    for message in (*message_entries(kept), *kept.obsolete.values()):
        before = previous(message)
        message.previous_id = [before] if before else []
        message.user_comments = [c for c in message.user_comments if not c.startswith("|")]
    return kept


def _header(text: str) -> PoLines:
    """The lines of the header of a PO file."""
    entry = _HEADER.search(text)
    if not entry:
        return ()
    header = "".join(unescape(line.strip()) for line in entry[1].splitlines())
    pairs = (line.partition(":") for line in header.split("\n") if ":" in line)
    return tuple((name, value.strip()) for name, _, value in pairs)


def save_po(path: str | Path, catalogue: Catalog) -> bool:
    """Write a PO file whole or not at all; False where it already says just that."""
    content = as_bytes(catalogue)
    target = Path(path)
    if target.exists() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(str(target), content)
    return True


def as_bytes(catalogue: Catalog) -> bytes:
    """A catalogue as the text of a PO file."""
    out = BytesIO()
    write_po(out, catalogue, width=_WIDE, no_location=True, include_previous=True)
    return out.getvalue()


def was_written_for(message: Message) -> str:
    """The English that an entry's words were written for, where that has changed; else empty."""
    before = message.previous_id[0] if message.previous_id and message.fuzzy else ""
    return before if before != message.id else ""
