"""`guide new`: a small folder of flows that passes every check, rules with it, to begin from."""

import argparse
import os

from guide.options import OK
from guide.settings import UsageError
from guide.shipped import PACKAGE

STARTER = "starter"
"""The folder of this package that holds what a new one begins with."""


def run(arguments: argparse.Namespace) -> int:
    """Make the folder and say what to do next; wrong use where it is there and not empty."""
    folder = arguments.folder
    if os.path.exists(folder) and (not os.path.isdir(folder) or os.listdir(folder)):
        raise UsageError(f'"{folder}" is there already. Name a folder that is new, or empty.')
    try:
        for name in write_starter(folder):
            print(os.path.join(folder, name))
    except OSError as error:
        raise UsageError(f'"{folder}" cannot be written: {error.strerror}.') from error
    print(f"\nTry it:       guide --flows {folder}")
    print(f"Check it:     guide check {folder}")
    print("Then change its words, and check it after each save (flows/README.md).")
    return OK


def write_starter(folder: str) -> list[str]:
    """Write the files of a new folder of flows; gives their names."""
    os.makedirs(folder, exist_ok=True)
    names = sorted(os.listdir(os.path.join(PACKAGE, STARTER)))
    for name in names:
        with open(os.path.join(PACKAGE, STARTER, name), encoding="utf-8") as file:
            text = file.read()
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    return names
