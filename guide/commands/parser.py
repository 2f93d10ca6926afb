"""The whole command line for argparse: help texts, wrong use, and which module runs a command.

A command's module is imported only when that command runs.
"""

import argparse
import gc
import sys
from collections.abc import Callable
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING

from guide import VERSION
from guide.commands import audiences, for_authors, for_hosts
from guide.commands.building import (
    EXAMPLE,
    command_named,
    folder_options,
    json_option,
    language_option,
    start_option,
)
from guide.options import FAILED, OK, WRONG_USE, Options

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


def run(arguments: list[str]) -> int:
    """Parse and run; gives the exit status (argparse itself leaves with 2 on wrong use)."""
    from guide.problems import FlowError
    from guide.settings import UsageError

    try:
        return _run(_parsed(arguments))
    except FlowError as error:
        print(error, file=sys.stderr)
        return FAILED
    except UsageError as error:
        print(f"guide: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        return OK
    except OSError as error:
        named = f"{error.filename}: " if error.filename else ""
        print(f"guide: {named}{error.strerror or error}.", file=sys.stderr)
        return FAILED
    except MemoryError:
        print("guide: there is not enough memory. Is a file far too large?", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130


def _parsed(arguments: list[str]) -> argparse.Namespace:
    first = arguments[0] if arguments else ""
    parsed = parser(first if first in _COMMANDS else "").parse_args(arguments)
    for name in ("locale", "start", "flows", "locales"):
        setattr(parsed, name, getattr(parsed, name, None) or "")
    return parsed


def _run(parsed: argparse.Namespace) -> int:
    """The conversation, or the command that was named."""
    if parsed.command:
        if parsed.json:
            _speak_utf8()
        gc.disable()  # what is imported is no garbage: nobody need look for some in it
        command = import_module(f"guide.commands.{parsed.command}")
        gc.enable()
        status: int = command.run(parsed)
        return status
    from guide.front.start import hold_conversation

    asked = (parsed.plain, parsed.debug, parsed.locale, parsed.start, parsed.flows, parsed.locales)
    return hold_conversation(Options(*asked))


def _speak_utf8() -> None:
    """Read and write UTF-8, as JSON is, whatever the terminal speaks: a program is at either end.

    A byte that is no UTF-8 is read as half a character; half a character is written as a "?".
    """
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace")):
        if isinstance(stream, TextIOWrapper):  # else it has no bytes, or there is none
            stream.reconfigure(encoding="utf-8", errors=errors)


class _Parser(argparse.ArgumentParser):
    """Argparse, which says what was meant by a command or a choice that there is not."""

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        # Argparse's own passes over a full disk.
        (file or sys.stderr).write(message)

    def _check_value(self, action: argparse.Action, value: str) -> None:
        if action.choices is not None and value not in action.choices:
            from guide.flow.advice import mend, shortened

            choices = list(action.choices)
            advice = mend(value, choices, f"There is: {', '.join(choices)}.")
            raise argparse.ArgumentError(action, f'there is no "{shortened(value)}". {advice}')


def parser(only: str = "") -> argparse.ArgumentParser:
    """Every option and command of `guide`; with `only`, all that this one command needs."""
    whole: argparse.ArgumentParser = _Parser(
        prog="guide",
        usage="guide [OPTION ...] [COMMAND ...]",
        description="Should I report? Answer a few short questions and learn where to turn.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    whole.set_defaults(answers=[], json=False, count=False, ending="")
    whole.add_argument("--version", action="version", version=f"guide {VERSION}")
    whole.add_argument("--plain", action="store_true", help="plain lines, for screen readers too")
    whole.add_argument("--debug", action="store_true", help="say on stderr why something broke")
    language_option(whole)
    start_option(whole)
    folder_options(whole)
    # Their list is written below instead: by who uses them.
    commands = whole.add_subparsers(
        dest="command", metavar="COMMAND", prog="guide", help=argparse.SUPPRESS
    )
    for name, add in _COMMANDS.items():
        if only in ("", name):
            add(commands)
    if only:
        return whole
    example = EXAMPLE.format("guide --plain --start young-person")
    whole.epilog = f"{audiences.command_list(commands)}\n\n{example}"
    return whole


LOCALE_ACTIONS = (
    ("new", "make the files of a new language and say what to do next", True),
    ("update", "bring the files of a language, or of all, up to today's English", False),
    ("status", "how far each language is, and what is left", False),
    ("check", "every fault of a language, or of all, with its file and line", False),
    ("review", "read the safety lines of a language and say what they tell a child", True),
    ("watch", "show the screen being translated each time the file is saved", True),
    ("shots", "a picture and the text of every screen of a language, with an index", True),
)
"""What `guide locale` does, in the order a language goes through it."""


def _locale(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    locale = command_named(
        commands, "locale", "begin, update, check and look at a translation", "guide locale new cy"
    )
    locale.set_defaults(language="", to="", practice=False)
    actions = locale.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    for name, what, needed in LOCALE_ACTIONS:
        action = command_named(actions, name, what, f"guide locale {name} cy")
        nargs = None if needed else "?"
        action.add_argument("language", nargs=nargs, metavar="LANG", help="its code, such as cy")
        if name == "status":
            json_option(action)
        if name in ("new", "update"):
            what = "the stories of guide practise too, where they are not translated yet"
            action.add_argument("--practice", action="store_true", help=what)
        if name == "shots":
            action.add_argument("--to", metavar="DIR", help="put them here (else shots/LANG)")


def _practise(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    practise = command_named(
        commands,
        "practise",
        "practise with made-up stories: listen, decide where to turn",
        "guide practise coins-for-a-picture",
    )
    practise.set_defaults(scenario_id="", seed=None)
    practise.add_argument("scenario", nargs="?", default="", metavar="SCENARIO", help="a story")
    practise.add_argument("--scenario", dest="scenario_id", metavar="ID", help="the same")
    practise.add_argument(
        "--list", action="store_true", default=False, help="the stories there are"
    )
    practise.add_argument(
        "--coverage", action="store_true", default=False, help="which endings are practised"
    )
    practise.set_defaults(about="", you="", age="", turns=0, stories="")
    practise.add_argument("--about", metavar="CONCERN", help="with --list: stories about this")
    practise.add_argument("--you", metavar="ROLE", help="with --list: where you are this")
    practise.add_argument("--age", metavar="AGE", help="with --list: about somebody of this age")
    practise.add_argument("--turns", type=int, metavar="N", help="with --list: of this length")
    practise.add_argument(
        "--stories", metavar="DIR", help="a folder of your own stories, beside those shipped"
    )
    practise.add_argument(
        "--new", action="store_true", default=False, help="ten questions make a story of your own"
    )
    practise.add_argument(
        "--check", action="store_true", default=False, help="every fault of the scenarios"
    )
    practise.add_argument(
        "--group", action="store_true", default=False, help="for a group: votes, talk, a timer"
    )
    practise.add_argument(
        "--plain", action="store_true", help="plain lines, for screen readers too"
    )
    practise.add_argument("--seed", type=int, metavar="N", help="the same order again")
    practise.add_argument(
        "--progress", default="", metavar="FILE", help="where the list may be saved, if you ask"
    )
    practise.add_argument(
        "--handout", default="", metavar="FILE", help="write a story's handout: .md or .html"
    )
    practise.add_argument(
        "--debrief", default="", metavar="FILE", help="where a debrief may be written: .md or .html"
    )
    language_option(practise)
    json_option(practise)


def _kiosk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    kiosk = command_named(
        commands,
        "kiosk",
        "open the guide on a shared screen: locked, resets itself",
        "guide kiosk --site site.yaml --idle 120",
    )
    kiosk.set_defaults(action=None)
    kiosk.add_argument(
        "action", metavar="doctor", nargs="?", choices=["doctor"], help="try the machine's doors"
    )
    kiosk.add_argument("--site", metavar="FILE", default="", help="the local people and places")
    kiosk.add_argument(
        "--idle", metavar="SECONDS", type=int, default=90, help="ask who is there after this long"
    )
    kiosk.add_argument(
        "--selfcheck", action="store_true", default=False, help="only say whether it is fit to open"
    )
    kiosk.add_argument(
        "--debug", action="store_true", default=False, help="say on stderr why something broke"
    )
    language_option(kiosk)


_COMMANDS: dict[str, Callable[["argparse._SubParsersAction[argparse.ArgumentParser]"], None]] = {
    "walk": for_authors.add_walk,
    "why": for_authors.add_why,
    "watch": for_authors.add_watch,
    "paths": for_authors.add_paths,
    "locale": _locale,
    "new": for_authors.add_new,
    "check": for_authors.add_check,
    "diff": for_authors.add_diff,
    "graph": for_authors.add_graph,
    "sources": for_authors.add_sources,
    "withdraw": for_authors.add_withdraw,
    "verify": for_authors.add_verify,
    "practise": _practise,
    "match": for_authors.add_match,
    "evaluate": for_authors.add_evaluate,
    "kiosk": _kiosk,
    "export": for_hosts.add_export,
    "serve": for_hosts.add_serve,
    "talk": for_hosts.add_talk,
}
"""What adds each command."""
