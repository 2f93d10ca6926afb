"""A reviewer reads each safety line in the translation alone and says what it tells the reader.

Only when that is what the line must tell does it stop being a draft. The answer is written into
the PO file as a comment either way.
"""

import hashlib
from collections.abc import Iterator
from typing import TextIO

from babel.messages.catalog import Message

from guide.flow.model import Text
from guide.i18n import catalogue
from guide.i18n.words import safety_of
from guide.project import Project
from guide.translate import po_store, texts
from guide.translate.merge import REVIEW

READ_AS = "read as: "
MISREAD = "misread as: "
# Who guesses is right one time in four, so one line proves little, and all lines of a language
# much.
NUMBER_OF_CHOICES = 4
NONE_OF_THEM = "None of these, or I cannot tell."

_HOW = """\
You see one line at a time, in the translation alone. Say what it tells the reader.
Type the number. Enter leaves a line for later; x stops. Each answer is saved at once."""


def run_review(project: Project, language: str, source: TextIO, out: TextIO) -> None:
    """Ask about every safety line that waits for its review."""
    out.write(f"{_HOW}\n")
    agreed = asked = 0
    for domain in catalogue.DOMAINS:
        path = catalogue.po_path(project.locales, language, domain)
        file = po_store.load_po(path, language)
        today = texts.texts_of_domain(project, domain)
        meanings = sorted({safety_of(text) for text in texts.of_flows(project.library)} - {""})
        for text, message in waiting(file, today):
            picked = _ask(text, message, meanings, source, out)
            if picked is None:
                out.write(_closing(agreed, asked))
                return
            if not picked:
                continue
            asked += 1
            agreed += note_review(message, safety_of(text), picked)
            po_store.save_po(path, file)
    out.write(_closing(agreed, asked))


def waiting(file: po_store.File, today: list[Text]) -> Iterator[tuple[Text, Message]]:
    """The safety lines of today's English whose translation is a draft."""
    for text in today:
        message = file.get(text.source, text.address)
        if message is None or not message.string or not message.fuzzy:
            continue
        if safety_of(text) and not po_store.was_written_for(message):
            yield text, message


def note_review(message: Message, meaning: str, picked: str) -> bool:
    """Note what the reviewer understood; the line is reviewed where that is what it means."""
    agrees = picked == meaning
    kept = [comment for comment in message.user_comments if not comment.startswith(REVIEW)]
    message.user_comments = [*kept, f"{REVIEW}{READ_AS if agrees else MISREAD}{picked}"]
    if agrees:
        message.flags.discard("fuzzy")
    return agrees


def review_choices(text: Text, meanings: list[str]) -> list[str]:
    """What the line means among what it does not, in an order that gives nothing away."""
    meaning = safety_of(text)

    def scattered(other: str) -> str:
        # A hash: the same order each time, and nothing about it says which one is right.
        return hashlib.sha256(f"{text.address}{text.source}{other}".encode()).hexdigest()

    others = sorted((m for m in meanings if m != meaning), key=scattered)
    return sorted([meaning, *others[: NUMBER_OF_CHOICES - 1]], key=scattered)


def _ask(
    text: Text, message: Message, meanings: list[str], source: TextIO, out: TextIO
) -> str | None:
    """What the reviewer picked; empty for later, None to stop."""
    offered = [*review_choices(text, meanings), NONE_OF_THEM]
    out.write(f"\n{message.string}\n\n")
    for number, meaning in enumerate(offered, start=1):
        out.write(f" {number}. {meaning}\n")
    while True:
        out.write("What does it tell the reader? > ")
        out.flush()
        line = source.readline()
        typed = line.strip().lower()
        if not line or typed == "x":
            return None
        if not typed:
            return ""
        if typed.isdecimal() and 1 <= int(typed) <= len(offered):
            return offered[int(typed) - 1]
        out.write(f"Type a number from 1 to {len(offered)}, Enter or x.\n")


def _closing(agreed: int, asked: int) -> str:
    return f"\n{asked} lines read, {agreed} of them reviewed now. The others stay drafts.\n"
