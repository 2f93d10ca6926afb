"""The commands of `guide`, as its parser knows them: a new one is in every test at once."""

import argparse
from collections.abc import Iterator

from guide.commands.parser import parser


def commands(
    whole: argparse.ArgumentParser | None = None, before: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command by its words, `walk` and `locale status`, in the order they are made."""
    for action in (whole or parser())._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield f"{before}{name}", command
                yield from commands(command, f"{before}{name} ")


NAMES = [name for name, _ in commands()]
