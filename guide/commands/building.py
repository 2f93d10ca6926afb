"""What the commands of `guide` are built with: their help, their example, the options many have."""

import argparse
import time

from guide.settings import UsageError

EXAMPLE = "for example:\n  {}"


def command_named(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    what: str,
    example: str,
) -> argparse.ArgumentParser:
    """A command with its help, its example and the options that all have."""
    command = commands.add_parser(
        name,
        help=what,
        description=what[0].upper() + what[1:] + ".",
        epilog=EXAMPLE.format(example),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        argument_default=argparse.SUPPRESS,
    )
    folder_options(command)
    return command


# Options that `guide` and its commands both have are left unset where they are not given
# (argument_default below), so `guide --flows DIR walk` and `guide walk --flows DIR` are one.


def folder_options(command: argparse.ArgumentParser) -> None:
    """Let other folders be named."""
    command.add_argument("--flows", metavar="DIR", help="use the flows of another folder")
    command.add_argument("--locales", metavar="DIR", help="use the locales of another folder")


def language_option(command: argparse.ArgumentParser) -> None:
    """Let a language be named."""
    command.add_argument("--locale", metavar="LANG", help="speak this language, such as cy")


def start_option(command: argparse.ArgumentParser) -> None:
    """Let the first choice be skipped."""
    command.add_argument(
        "--start", metavar="WHO", help="skip the first choice: young-person, parent, ..."
    )


def json_option(command: argparse.ArgumentParser) -> None:
    """Let a command print JSON."""
    command.add_argument("--json", action="store_true", help="print one JSON object and no more")


def day_option(command: argparse.ArgumentParser) -> None:
    """Let another day than today be named (`day_of`)."""
    command.add_argument("--today", metavar="DATE", help="look at dates as if it were this day")


_DAY = "%Y-%m-%d"


def day_of(typed: str) -> str:
    """The day that dates are held against: today, where none was typed.

    Raises UsageError where what was typed is no date.
    """
    if not typed:
        return time.strftime(_DAY)
    try:
        day = time.strftime(_DAY, time.strptime(typed, _DAY))
    except ValueError:
        day = ""
    # Without its zeros it would be another text, and texts are what days are compared as.
    if day != typed:
        raise UsageError(f'"{typed}" is not a date. Write it like 2027-05-21.')
    return day
