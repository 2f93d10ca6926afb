"""Which files of a folder are flow files, and whether they are fit to be opened at all."""

import os
import stat

from guide.problems import Place, Problem

# Refused before any is opened: a folder like that is somebody's home, given by mistake.
MAX_FILES = 1000
MAX_BYTES = 8 * 1024 * 1024
"""The largest file read: ten thousand questions fit. The largest folder is twice this."""

FilePaths = list[tuple[str, str]]
"""The path of each file, and its name as messages show it."""

NO_FLOWS = frozenset({"waivers.yaml"})
"""Files that stand beside the flows and are read by a check alone."""

_MIB = 1024 * 1024
_GIVE_THE_FOLDER = "Give the folder that holds the flows with --flows."


def flow_files(path: str) -> tuple[FilePaths, list[Problem]]:
    """The YAML files of a folder and of its `shared` folder, and what is wrong with the others.

    A single file stands for itself. Nothing but a regular file of reasonable size is listed, so
    that opening one never waits and reading all never fills the memory. Hidden files are passed
    over: editors leave them about.
    """
    name = printable(os.path.basename(os.path.abspath(path))) or path
    look = _Look()
    if os.path.isfile(path):
        look.take(path, name)
        return look.found, look.problems
    look.into(path, name)
    shared = os.path.join(path, "shared")
    # A link that leads nowhere is there too, and is told of rather than passed over.
    if os.path.lexists(shared):
        look.into(shared, f"{name}/shared")
    if not look.found and not look.problems:
        look.refuse(name, "There is no .yaml file in this folder.", _GIVE_THE_FOLDER)
    if len(look.found) > MAX_FILES:
        number = len(look.found)
        look.too_much(name, f"There are {number} .yaml files here, more than {MAX_FILES}.")
    if look.bytes > 2 * MAX_BYTES:
        size = 2 * MAX_BYTES // _MIB
        look.too_much(name, f"The .yaml files here are larger than {size} MiB together.")
    return look.found, look.problems


def printable(name: str) -> str:
    """A file's name without what a terminal could take for a command."""
    return "".join(character if character.isprintable() else "?" for character in name)


class _Look:
    """What is found on the way through the folders."""

    def __init__(self) -> None:
        self.found: FilePaths = []
        self.problems: list[Problem] = []
        self.bytes = 0

    def refuse(self, shown: str, what: str, what_to_do: str) -> None:
        self.problems.append(Problem(Place(shown), what, what_to_do))

    def too_much(self, shown: str, what: str) -> None:
        self.found = []
        self.refuse(shown, what, "Check that this is the folder of the flows.")

    def into(self, folder: str, shown: str) -> None:
        try:
            entries = sorted(os.listdir(folder))
        except OSError as error:
            self.refuse(shown, f"The folder cannot be read: {_reason(error)}.", _GIVE_THE_FOLDER)
            return
        for entry in entries:
            shown_entry = f"{shown}/{printable(entry)}"
            if entry.startswith(".") or entry in NO_FLOWS:
                continue
            if entry.endswith(".yaml"):
                self.take(os.path.join(folder, entry), shown_entry)
            elif entry.lower().endswith((".yml", ".yaml")):
                end = entry[entry.rindex(".") :]
                self.refuse(shown_entry, f"The name ends in {end}.", "End it in .yaml.")

    def take(self, file: str, shown: str) -> None:
        """Keep a file, when it is one and not too large."""
        try:
            facts = os.stat(file)
        except OSError as error:
            what = f"The file cannot be read: {_reason(error)}."
            self.refuse(shown, what, "Check that it exists and that you may read it.")
            return
        if not stat.S_ISREG(facts.st_mode):
            self.refuse(shown, "This is not a regular file.", "Put a YAML text file here.")
        elif facts.st_size > MAX_BYTES:
            what = f"The file is larger than {MAX_BYTES // _MIB} MiB."
            self.refuse(shown, what, "Split it, or check that this is the right file.")
        else:
            self.found.append((file, shown))
            self.bytes += facts.st_size


def _reason(error: OSError) -> str:
    return error.strerror or "unknown reason"
