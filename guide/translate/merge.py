"""A PO file brought up to today's English, with nothing that a translator wrote lost."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message

from guide.i18n.po_parser import message_entries
from guide.translate.po_store import File, was_written_for

# difflib's ratio; its own default is 0.6. Lower, as a suggestion is only a draft that a
# translator reads, and a sentence half reworded still saves them typing.
ALIKE = 0.4
"""How like its old English a text must be (0 to 1) for its old translation to be suggested."""
REVIEW = "Review: "
"""How the comment begins that records a reviewer's answer."""

EntryKey = tuple[str | None, str]


class Changes(NamedTuple):
    """What an update did, counted in entries."""

    new: int = 0
    reworded: int = 0
    back: int = 0
    gone: int = 0


def merged_catalogue(old: File | None, template: Catalog, language: str) -> tuple[File, Changes]:
    """The old translations on today's English.

    Translations whose English was reworded are kept as fuzzy, with the English they were written
    for; those whose English is gone are kept as obsolete; those that come back come as fuzzy.
    """
    made = _empty_like(old, template, language)
    written = {_key(m): m for m in message_entries(old) if m.string} if old else {}
    resting = {_key(m): m for m in old.obsolete.values() if m.string} if old else {}
    known = {_key(m) for m in message_entries(old)} if old else set()
    today = {_key(m) for m in message_entries(template)}
    left = {key: message for key, message in written.items() if key not in today}
    unwritten = [m for m in message_entries(template) if _key(m) not in written | resting]
    suggested = _suggestions(unwritten, left)
    new = back = 0
    for message in message_entries(template):
        key = _key(message)
        entry = message.clone()
        if key in written:
            _take(entry, written[key], before=was_written_for(written[key]))
        elif key in resting:
            _take(entry, resting.pop(key), unsure=True)
            back += 1
        elif key in suggested:
            from_ = left.pop(suggested[key])
            _take(entry, from_, before=was_written_for(from_) or str(from_.id), unsure=True)
        elif key not in known:
            new += 1
        made[entry.id] = entry
    for message in (*resting.values(), *left.values()):
        made.obsolete[str(message.id)] = message  # which of them it is, `File` sees
    changes = Changes(new, len(suggested), back, len(left))
    if any(changes):
        made.creation_date = template.creation_date
    return made, changes


def _key(message: Message) -> EntryKey:
    return message.context, str(message.id)


def _take(entry: Message, from_: Message, *, before: str = "", unsure: bool = False) -> None:
    """Give an entry the words, comments and marks of another."""
    entry.string = from_.string
    entry.user_comments = list(from_.user_comments)
    if from_.fuzzy or unsure:
        entry.flags.add("fuzzy")
    if unsure:  # the English has changed: what a reviewer said of the old one holds no longer
        entry.user_comments = [c for c in entry.user_comments if not c.startswith(REVIEW)]
    if before and before != entry.id:
        entry.previous_id = [before]


def _suggestions(
    unwritten: Iterable[Message], left: dict[EntryKey, Message]
) -> dict[EntryKey, EntryKey]:
    """For texts without words, the old entry each takes its words from: the most alike first.

    Words stay where they stood; only a text that moved unchanged may take them along.
    """
    pairs = []
    # By itself it passes over letters that are frequent in a text of 200 or more.
    matcher = SequenceMatcher(autojunk=False)
    by_place: dict[str | None, list[Message]] = {}
    by_english: dict[str, list[Message]] = {}
    for message in left.values():
        by_place.setdefault(message.context, []).append(message)
        by_english.setdefault(str(message.id), []).append(message)
    for number, message in enumerate(unwritten):
        matcher.set_seq2(str(message.id))
        for other in by_place.get(message.context, ()):
            matcher.set_seq1(str(other.id))
            pairs.append((matcher.ratio(), -number, _key(message), _key(other)))
        for other in by_english.get(str(message.id), ()):
            pairs.append((1.0, -number, _key(message), _key(other)))
    suggested: dict[EntryKey, EntryKey] = {}
    taken: set[EntryKey] = set()
    # Of pairs as alike the first text comes first. Not by the keys: one may have no context, and
    # None has no order.
    for ratio, _, new, old in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
        if ratio >= ALIKE and new not in suggested and old not in taken:
            suggested[new] = old
            taken.add(old)
    return suggested


def _empty_like(old: File | None, template: Catalog, language: str) -> File:
    made = File(
        locale=language,
        project=template.project,
        version=template.version,
        charset="utf-8",
        fuzzy=False,
        creation_date=template.creation_date,
    )
    made.language_team = "LANGUAGE"
    made.header_comment = (
        "# How to translate this file: locales/README.md\n"
        "# An entry marked fuzzy is a draft that nobody has reviewed yet."
    )
    if old is not None:
        for name in ("_header_comment", "last_translator", "language_team", "revision_date"):
            setattr(made, name, getattr(old, name))
        for name in ("msgid_bugs_address", "header", "creation_date"):
            setattr(made, name, getattr(old, name))
    return made
