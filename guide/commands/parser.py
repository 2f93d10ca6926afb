"""The whole command line for argparse: help texts, wrong use, and which module runs a command.

A command's module is imported only when that command runs.
"""

import argparse
import sys
from importlib import import_module

from guide import VERSION
from guide.cli import FAILED, Options

EXAMPLE = "for example:\n  {}"


def run(arguments: list[str]) -> int:
    """Parse and run; gives the exit status (argparse itself leaves with 2 on wrong use)."""
    given = parser().parse_args(arguments)
    for name in ("locale", "start", "flows", "locales"):
        setattr(given, name, getattr(given, name, None) or "")
    if not given.command:
        from guide.front.start import talk

        return talk(
            Options(given.plain, given.debug, given.locale, given.start, given.flows, given.locales)
        )
    from guide.front.start import WrongUse
    from guide.problems import FlowError

    try:
        status: int = import_module(f"guide.commands.{given.command}").run(given)
        return status
    except FlowError as error:
        print(error, file=sys.stderr)
        return FAILED
    except WrongUse as error:
        print(f"guide: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """Every option and command of `guide`."""
    whole = argparse.ArgumentParser(
        prog="guide",
        description="Should I report? Answer a few short questions and learn where to turn.",
        epilog=EXAMPLE.format("guide --plain --start young-person"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    whole.set_defaults(answers=[], json=False, count=False, ending="")
    whole.add_argument("--version", action="version", version=f"guide {VERSION}")
    whole.add_argument("--plain", action="store_true", help="plain lines, for screen readers too")
    whole.add_argument("--debug", action="store_true", help="say on stderr why something broke")
    _language(whole)
    _start(whole)
    _folders(whole)
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _walk(commands)
    _paths(commands)
    return whole


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    what: str,
    example: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=what,
        description=what[0].upper() + what[1:] + ".",
        epilog=EXAMPLE.format(example),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        argument_default=argparse.SUPPRESS,
    )
    _folders(command)
    return command


# Options that `guide` and its commands both have are left unset where they are not given
# (argument_default below), so `guide --flows DIR walk` and `guide walk --flows DIR` are one.


def _folders(command: argparse.ArgumentParser) -> None:
    command.add_argument("--flows", metavar="DIR", help="use the flows of another folder")
    command.add_argument("--locales", metavar="DIR", help="use the locales of another folder")


def _language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--locale", metavar="LANG", help="speak this language, such as cy")


def _start(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--start", metavar="WHO", help="skip the first choice: young-person, parent, ..."
    )


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print one JSON object and no more")


def _walk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    walk = _command(
        commands,
        "walk",
        "play these answers without a person and print what was said",
        "guide walk young-person no 11-17 --json",
    )
    walk.add_argument("answers", nargs="*", metavar="ANSWER", help="option ids, in order")
    _language(walk)
    _start(walk)
    _json(walk)


def _paths(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    paths = _command(
        commands,
        "paths",
        "list every distinct conversation: its answers, its ending, its contacts",
        "guide paths --ending report-to-ceop",
    )
    _start(paths)
    paths.add_argument("--ending", metavar="ID", help="only those that end here")
    paths.add_argument("--count", action="store_true", help="only how many there are")
    _json(paths)
