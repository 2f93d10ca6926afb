"""The command line. It is looked at by hand first, so that plain mode starts at once."""

from __future__ import annotations

import gc
import os
import sys

from guide import dumps
from guide.light import TYPE_CHECKING
from guide.options import FAILED, Options

if TYPE_CHECKING:
    from typing import NoReturn


FLAGS = ("--plain", "--debug")
VALUES = ("--locale", "--start", "--flows", "--locales")
"""The options of `guide` itself; guide.commands.parser says the same to --help (a test checks)."""


def entry() -> NoReturn:
    """Run `guide` and leave with its exit status; no crash leaves a file behind."""
    dumps.forbid_core_files()
    try:
        status = main(sys.argv[1:])
    except SystemExit as leaving:  # argparse, after a help text
        status = leaving.code if isinstance(leaving.code, int) else FAILED
    try:
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
    except (OSError, ValueError) as error:
        _drop_stdout()
        status = status or FAILED
        if quick_look(sys.argv[1:]) is None:  # else a person has read the card
            print(f"guide: nothing more can be written: {error}.", file=sys.stderr)
    gc.freeze()  # all goes with the process: no need to look for garbage in it on the way out
    sys.exit(status)


def main(arguments: list[str]) -> int:
    """Run `guide` with these arguments; gives the exit status."""
    options = quick_look(arguments)
    if options is None:
        from guide.commands.parser import run

        return run(arguments)
    from guide.front.start import hold_conversation

    return hold_conversation(options)


def quick_look(arguments: list[str]) -> Options | None:
    """The options of a plain `guide ...`; None where argparse should look (a command, --help)."""
    options: dict[str, str | bool] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name in FLAGS and not equals:
            options[name[2:]] = True
        elif name in VALUES:
            text = value if equals else next(rest, "")
            if not text or text.startswith("-"):
                return None
            options[name[2:]] = text
        else:
            return None
    return Options(**options)  # type: ignore[arg-type]


def _drop_stdout() -> None:
    """Nobody reads any more: let Python close its output without a complaint."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        pass
