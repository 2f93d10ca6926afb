"""Which files of a folder are flow files."""

import os

from guide.problems import FlowError, Place, Problem

MAX_FILES = 1000


def flow_files(path: str) -> list[tuple[str, str]]:
    """The YAML files of a folder and of its `shared` folder, each with the name shown in messages.

    A single file stands for itself. Raises FlowError where there is nothing to read.
    """
    name = os.path.basename(os.path.abspath(path))
    if os.path.isfile(path):
        return [(path, name)]
    found: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for folder, shown in ((path, name), (os.path.join(path, "shared"), f"{name}/shared")):
        if folder == path or os.path.isdir(folder):
            _look_into(folder, shown, found, problems)
    if not found and not problems:
        problems.append(
            Problem(
                Place(name),
                "There is no .yaml file in this folder.",
                "Give the folder that holds the flows with --flows.",
            )
        )
    if len(found) > MAX_FILES:
        problems.append(
            Problem(
                Place(name),
                f"There are {len(found)} .yaml files in this folder.",
                f"Keep at most {MAX_FILES}: is this the right folder?",
            )
        )
    if problems:
        raise FlowError(problems)
    return found


def _look_into(
    folder: str, shown: str, found: list[tuple[str, str]], problems: list[Problem]
) -> None:
    try:
        entries = sorted(os.listdir(folder))
    except OSError as error:
        problems.append(
            Problem(
                Place(shown),
                f"The folder cannot be read: {error.strerror or 'unknown reason'}.",
                "Give the folder that holds the flows with --flows.",
            )
        )
        return
    for entry in entries:
        if entry.endswith(".yml"):
            problems.append(
                Problem(Place(f"{shown}/{entry}"), "The name ends in .yml.", "End it in .yaml.")
            )
        elif entry.endswith(".yaml"):
            found.append((os.path.join(folder, entry), f"{shown}/{entry}"))
