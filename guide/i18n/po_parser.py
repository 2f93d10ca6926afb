"""A PO file as Babel reads it, and what its entries tell.

Babel is lenient and the file is another's: what it would pass over is refused here, by its line.
"""

from collections.abc import Iterator

from babel.messages.catalog import Catalog as PoCatalogue
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, PoFileParser, denormalize

from guide.i18n.catalogue import MAX_BYTES, MessageKey, Unreadable, shown_path
from guide.i18n.unnumbered import Unnumbered
from guide.problems import Place, Problem

SAFETY = "SAFETY LINE"
"""How the comment begins that marks an entry whose loss would be dangerous."""
MAX_HEADER = 8192
"""Characters of a header: what reads it is slow on a long one."""


def parse_po(
    content: bytes, path: str, language: str, into: PoCatalogue | None = None
) -> PoCatalogue:
    """A PO file as Babel reads it; raises Unreadable for anything that is none."""

    shown = shown_path(path)

    def refuse(line: int, what: str, what_to_do: str) -> Unreadable:
        return Unreadable(Problem(Place(shown, line), what, what_to_do))

    if len(content) > MAX_BYTES:
        raise refuse(0, "The file is larger than 4 MiB.", "Check that this is the right file.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refuse(line, "This is not UTF-8.", "Save the file as UTF-8.") from None
    reading = _Lines(text)
    again = "Put the file right in a PO editor, or take back the last change."
    try:
        found = Unnumbered() if into is None else into
        PoFileParser(found, abort_invalid=True).parse(reading)
    except PoFileError as error:
        raise refuse(error.lineno + 1, "This is not how a PO file goes on.", again) from None
    except _Refused as refused:
        raise refuse(reading.number, str(refused), again) from None
    except Exception:  # whatever a hostile file makes another project's parser stumble over
        raise refuse(reading.number, "This is not how a PO file goes on.", again) from None
    if found.charset != "utf-8":
        what = f'The header says that the file is written in "{found.charset[:40]}".'
        raise refuse(1, what, "Save the file as UTF-8, and let the header say so.")
    named = (found.locale_identifier or language).replace("-", "_")
    if named.partition("_")[0].lower() != language.partition("_")[0].lower():
        what = f'The header says that the language is "{named[:40]}", the folder "{language}".'
        raise refuse(1, what, "Correct the one that is wrong.")
    return found


class _Refused(ValueError):
    """A line that ours never have, and that could make reading endless."""


class _Lines:
    """The lines of a PO file for Babel, looked at on the way."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        before = ""
        header = -1
        for line in self._text.split("\n"):
            self.number += 1
            start = line.lstrip("#~ \t")[:12]
            if start.startswith(("msgid_plural", "msgstr[")):
                raise _Refused("This entry has plural forms, and ours have none.")
            if start.startswith("msgstr"):
                header = 0 if before == 'msgid ""' else -1
            elif start.startswith("msg"):
                header = -1
            if header >= 0:
                header += len(line)
                if header > MAX_HEADER:
                    raise _Refused("The header is too long to be one.")
            before = line.strip()
            # What msgmerge notes of the old English of words that rest, Babel cannot read.
            yield "" if line.startswith("#~|") else line


def message_entries(found: PoCatalogue) -> Iterator[Message]:
    """The entries but for the header."""
    return (message for message in found if message.id)


def message_key(message: Message) -> MessageKey:
    """The key of an entry."""
    return f"{message.context or ''}\x04{message.id}"


def is_safety(message: Message) -> bool:
    """Whether an entry is marked as one whose loss would be dangerous."""
    return any(comment.startswith(SAFETY) for comment in message.auto_comments)


def previous(message: Message) -> str:
    """The English that an entry's words were written for, where that has changed; else empty.

    Babel hands the lines that begin with #| over as comments.
    """

    lines = [line[1:].strip() for line in message.user_comments if line.startswith("|")]
    quoted = [line.removeprefix("msgid ") for line in lines if not line.startswith("msgctxt")]
    return "".join(denormalize(line) for line in quoted if line.startswith('"'))


def stale(message: Message) -> bool:
    """Whether an entry's words were written for English that has changed since."""
    before = previous(message) if message.fuzzy else ""
    return bool(before) and before != message.id
