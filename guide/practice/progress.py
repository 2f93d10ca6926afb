"""What was practised in this session, kept in a file only where the worker names one and asks."""

import json
import os
from typing import NamedTuple

from guide.files import read_regular, replace_file

PROGRESS_VERSION = 1
# Ids alone stand in it: a larger file is none of ours, and is not read.
_MAX_BYTES = 1_000_000
_PRIVATE = 0o600
"""The mode of a new file: nobody else reads what a worker practised."""
KIND = "guide practise"
SAVE_WORKED, _FAILED = "saved", "failed"


class Practised(NamedTuple):
    """The ids of the endings and scenarios practised: nothing about a person."""

    endings: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = ()


class Shelf:
    """This session's list, and the files the worker named."""

    def __init__(self, file: str = "", debrief: str = "") -> None:
        self.file = file
        self.debrief = debrief
        self.set_aside = ""
        """The file named, where it is not one of ours: it is neither used nor touched."""
        self.endings: dict[str, None] = {}
        self.scenarios: dict[str, None] = {}
        if file:
            self._open()

    def _open(self) -> None:
        if not os.path.lexists(self.file):
            return
        practised = read_progress(self.file)
        if practised is None:
            self.set_aside, self.file = self.file, ""
        else:
            self.endings.update(dict.fromkeys(practised.endings))
            self.scenarios.update(dict.fromkeys(practised.scenarios))

    def meet(self, scenario: str, ending: str) -> None:
        """Note that a scenario was practised to its debrief."""
        self.scenarios[scenario] = None
        self.endings[ending] = None

    def clear(self) -> None:
        """Begin again: somebody else may be next."""
        self.endings.clear()
        self.scenarios.clear()
        if self.file:
            self._open()

    def save(self) -> str:
        """Write the list to the file named; says whether it is there."""
        practised = Practised(tuple(self.endings), tuple(self.scenarios))
        return SAVE_WORKED if self.file and write_progress(self.file, practised) else _FAILED


def read_progress(path: str) -> Practised | None:
    """The list of a file; None where it is not one of this version."""
    try:
        data = json.loads(read_regular(path, _MAX_BYTES).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if (
        not isinstance(data, dict)
        or data.get("kind") != KIND
        or data.get("version") != PROGRESS_VERSION
    ):
        return None
    endings, scenarios = _ids(data.get("endings")), _ids(data.get("scenarios"))
    if endings is None or scenarios is None:
        return None
    return Practised(endings, scenarios)


def _ids(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(isinstance(name, str) and name for name in value):
        return tuple(value)
    return None


def write_progress(path: str, practised: Practised) -> bool:
    """Put the list in place of the file in one step; says whether that went well."""
    data = {
        "kind": KIND,
        "version": PROGRESS_VERSION,
        **{k: list(v) for k, v in practised._asdict().items()},
    }
    return write_file(path, json.dumps(data, indent=1) + "\n")


def write_file(path: str, text: str) -> bool:
    """Write a whole file in one step, or leave what is there as it is; says which."""
    try:
        replace_file(path, text.encode("utf-8"), _PRIVATE)
    except OSError:
        return False
    return True
