"""What was practised in this session, kept in a file only where the worker names one and asks."""

import json
import os
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from guide.files import read_regular, replace_file

PROGRESS_VERSION = 2
# Ids and dates alone stand in it: a larger file is none of ours, and is not read.
_MAX_BYTES = 1_000_000
_PRIVATE = 0o600
"""The mode of a new file: nobody else reads what a worker practised."""
KIND = "guide practise"
LISTENING, DECIDING, WALKING = MODES = ("listen", "route", "walk")
"""The ways to practise a story: listening, deciding where it goes, walking in their shoes."""
SAVE_WORKED, _FAILED = "saved", "failed"


class Practised(NamedTuple):
    """A story played through: nothing about a person."""

    story: str
    ending: str
    """Where its right way ended."""
    mode: str
    """One of MODES."""
    day: str
    """The date, as 2026-11-26."""
    well: bool
    """Whether nothing on the way closed the person down or was less careful than it had to be."""


class Shelf:
    """This session's list, and the files the worker named."""

    def __init__(
        self, file: str = "", debrief: str = "", today: Callable[[], date] = date.today
    ) -> None:
        self.file = file
        self.debrief = debrief
        self.set_aside = ""
        """The file named, where it is not one of ours: it is neither used nor touched."""
        self.practised: list[Practised] = []
        self._today = today
        if file:
            self._open()

    @property
    def stories(self) -> set[str]:
        """The ids of the stories played through."""
        return {entry.story for entry in self.practised}

    @property
    def endings(self) -> set[str]:
        """The ids of the endings they led to."""
        return {entry.ending for entry in self.practised}

    def _open(self) -> None:
        if not os.path.lexists(self.file):
            return
        practised = read_progress(self.file)
        if practised is None:
            self.set_aside, self.file = self.file, ""
        else:
            self.practised += practised

    def meet(self, story: str, ending: str, mode: str, *, well: bool) -> None:
        """Note that a story was played through, once a day and mode; well outweighs not well."""
        entry = Practised(story, ending, mode, self._today().isoformat(), well)
        for number, other in enumerate(self.practised):
            if other[:4] == entry[:4]:
                self.practised[number] = entry._replace(well=well or other.well)
                return
        self.practised.append(entry)

    def clear(self) -> None:
        """Begin again: somebody else may be next."""
        self.practised.clear()
        if self.file:
            self._open()

    def save(self) -> str:
        """Write the list to the file named; says whether it is there."""
        return SAVE_WORKED if self.file and write_progress(self.file, self.practised) else _FAILED


def read_progress(path: str) -> list[Practised] | None:
    """The list of a file; None where it is not one of this version."""
    try:
        data = json.loads(read_regular(path, _MAX_BYTES).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if (
        not isinstance(data, dict)
        or data.get("kind") != KIND
        or data.get("version") != PROGRESS_VERSION
        or not isinstance(data.get("practised"), list)
    ):
        return None
    entries = [_entry(value) for value in data["practised"]]
    known = [entry for entry in entries if entry is not None]
    return known if len(known) == len(entries) else None


def _entry(value: object) -> Practised | None:
    if not isinstance(value, dict) or set(value) != set(Practised._fields):
        return None
    entry = Practised(**value)
    texts = (entry.story, entry.ending, entry.mode, entry.day)
    if not all(isinstance(text, str) and text for text in texts) or type(entry.well) is not bool:
        return None
    return entry if entry.mode in MODES and _is_a_date(entry.day) else None


def _is_a_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def write_progress(path: str, practised: list[Practised]) -> bool:
    """Put the list in place of the file in one step; says whether that went well."""
    entries = [entry._asdict() for entry in practised]
    data = {"kind": KIND, "version": PROGRESS_VERSION, "practised": entries}
    return write_file(path, json.dumps(data, indent=1) + "\n")


def write_file(path: str, text: str) -> bool:
    """Write a whole file in one step, or leave what is there as it is; says which."""
    try:
        replace_file(path, text.encode("utf-8"), _PRIVATE)
    except OSError:
        return False
    return True
