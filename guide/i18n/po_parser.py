"""A PO file as Babel reads it, and what its entries tell.

Babel is lenient and the file is another's: what it would pass over is refused here, by its line.
"""

import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog as PoCatalogue
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, PoFileParser, denormalize

from guide.i18n.catalogue import MAX_PO_BYTES, MessageKey, Unreadable, shown_path
from guide.i18n.unnumbered import Unnumbered
from guide.problems import Place, Problem

SAFETY = "SAFETY LINE"
"""How the comment begins that marks an entry whose loss would be dangerous."""
MAX_HEADER = 8192
"""Characters of a header: what reads it is slow on a long one."""

_KEYWORD = re.compile(r"(msgctxt|msgid|msgstr)(?:\s+|$)")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_AFTER = {"": ("msgctxt", "msgid"), "msgctxt": ("msgid",), "msgid": ("msgstr",)}
"""What each part of an entry is followed by: the last by the next entry, as the beginning is."""


def parse_po(
    content: bytes, path: str, language: str, into: PoCatalogue | None = None
) -> PoCatalogue:
    """A PO file as Babel reads it; raises Unreadable for anything that is none."""
    shown = shown_path(path)

    def refuse(line: int, what: str, what_to_do: str) -> Unreadable:
        return Unreadable(Problem(Place(shown, line), what, what_to_do))

    if len(content) > MAX_PO_BYTES:
        raise refuse(0, "The file is larger than 4 MiB.", "Check that this is the right file.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refuse(line, "This is not UTF-8.", "Save the file as UTF-8.") from None
    reading = _Lines(text)
    again = "Put the file right in a PO editor, or take back the last change."
    try:
        entries = Unnumbered() if into is None else into
        PoFileParser(entries, abort_invalid=True).parse(reading)
    except PoFileError as error:
        raise refuse(error.lineno + 1, "This is not how a PO file goes on.", again) from None
    except _Refused as refused:
        raise refuse(reading.number, str(refused), again) from None
    except Exception:  # whatever a hostile file makes another project's parser stumble over
        raise refuse(reading.number, "This is not how a PO file goes on.", again) from None
    if entries.charset != "utf-8":
        what = f'The header says that the file is written in "{entries.charset[:40]}".'
        line = _line_with(text, "charset=")
        raise refuse(line, what, "Save the file as UTF-8, and let the header say so.")
    named = (entries.locale_identifier or language).replace("-", "_")
    if named.partition("_")[0].lower() != language.partition("_")[0].lower():
        what = f'The header says that the language is "{named[:40]}", the folder "{language}".'
        raise refuse(_line_with(text, '"Language:'), what, "Correct the one that is wrong.")
    return entries


def _line_with(text: str, words: str) -> int:
    """The number of the first line that holds these words; 1 where none does."""
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if words in line), 1)


class _Refused(ValueError):
    """A line that no PO file has, or ours never have; why not, as a sentence."""


class _Lines:
    """The lines of a PO file for Babel, looked at on the way."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._part = ""
        """The part of an entry that was begun last; empty after an entry."""
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
            self._refuse_damage(before.removeprefix("#~").strip())
            # What msgmerge notes of the old English of words that rest, Babel cannot read.
            yield "" if line.startswith("#~|") else line
        if self._part:
            raise _Refused("The file ends within an entry: it may have been cut short.")

    def _refuse_damage(self, content: str) -> None:
        """Raise _Refused where a line is not whole, or an entry's parts are not in order.

        Babel takes whatever stands there for the words, less its first and last character, and
        the first of two translations.
        """
        if not content or content.startswith(("#", "|")):
            return
        keyword = _KEYWORD.match(content)
        if keyword:
            if keyword[1] not in _AFTER[self._part]:
                raise _Refused(f"This {keyword[1]} is out of place: something is gone before it.")
            self._part = keyword[1] if keyword[1] in _AFTER else ""
        if keyword or content.startswith('"'):  # the rest Babel refuses
            _refuse_damaged_words(content[keyword.end() if keyword else 0 :])


def _refuse_damaged_words(words: str) -> None:
    """Raise _Refused unless this is one whole quoted string."""
    if not words.startswith('"'):
        raise _Refused("The words here do not stand between quotes.")
    whole = _STRING.match(words)
    if whole is None:
        raise _Refused("The quote that ends the words is missing: the file may have been cut.")
    if whole.end() < len(words):
        raise _Refused('The words here go on after their last quote (within them, write \\").')


def ends_in_a_comment(text: str) -> bool:
    """Whether a file breaks off within the comments of an entry that is not there itself.

    Those that tools write stand before an entry. What a person writes may be the end of a file,
    but then it is a whole line.
    """
    last = text.rstrip().rpartition("\n")[2].strip()
    is_whole_line = text.endswith("\n")
    return last.startswith(("#.", "#,", "#:", "#|") if is_whole_line else "#")


def message_entries(entries: PoCatalogue) -> Iterator[Message]:
    """The entries but for the header."""
    return (message for message in entries if message.id)


def message_key(message: Message) -> MessageKey:
    """The key of an entry."""
    return f"{message.context or ''}\x04{message.id}"


def is_safety(message: Message) -> bool:
    """Whether an entry is marked as one whose loss would be dangerous."""
    return any(comment.startswith(SAFETY) for comment in message.auto_comments)


def previous(message: Message) -> str:
    """The English that an entry's words were written for, where that has changed; else empty.

    Babel hands the lines that begin with #| over as comments (guide/translate/po_store.py puts what
    they say in its place).
    """
    if message.previous_id:
        return str(message.previous_id[0])
    lines = [line[1:].strip() for line in message.user_comments if line.startswith("|")]
    quoted = [line.removeprefix("msgid ") for line in lines if not line.startswith("msgctxt")]
    return "".join(denormalize(line) for line in quoted if line.startswith('"'))


def stale(message: Message) -> bool:
    """Whether an entry's words were written for English that has changed since."""
    before = previous(message) if message.fuzzy else ""
    return bool(before) and before != message.id
