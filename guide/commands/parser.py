"""The whole command line for argparse: help texts, wrong use, and which module runs a command.

A command's module is imported only when that command runs.
"""

import argparse
import sys
from importlib import import_module

from guide import VERSION
from guide.commands import audiences
from guide.options import FAILED, OK, WRONG_USE, Options

EXAMPLE = "for example:\n  {}"


def run(arguments: list[str]) -> int:
    """Parse and run; gives the exit status (argparse itself leaves with 2 on wrong use)."""
    parsed = parser().parse_args(arguments)
    for name in ("locale", "start", "flows", "locales"):
        setattr(parsed, name, getattr(parsed, name, None) or "")
    if not parsed.command:
        from guide.front.start import talk

        return talk(
            Options(
                parsed.plain,
                parsed.debug,
                parsed.locale,
                parsed.start,
                parsed.flows,
                parsed.locales,
            )
        )
    from guide.front.start import UsageError
    from guide.problems import FlowError

    try:
        status: int = import_module(f"guide.commands.{parsed.command}").run(parsed)
        return status
    except FlowError as error:
        print(error, file=sys.stderr)
        return FAILED
    except UsageError as error:
        print(f"guide: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        return OK
    except KeyboardInterrupt:
        return 130


class _Parser(argparse.ArgumentParser):
    """Argparse, which says what was meant by a command or a choice that there is not."""

    def _check_value(self, action: argparse.Action, value: str) -> None:
        if action.choices is not None and value not in action.choices:
            from guide.flow.advice import mend, shortened

            choices = list(action.choices)
            advice = mend(value, choices, f"There is: {', '.join(choices)}.")
            raise argparse.ArgumentError(action, f'there is no "{shortened(value)}". {advice}')


def parser() -> argparse.ArgumentParser:
    """Every option and command of `guide`."""
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
    _language(whole)
    _start(whole)
    _folders(whole)
    # Their list is written below instead: by who uses them.
    commands = whole.add_subparsers(
        dest="command", metavar="COMMAND", prog="guide", help=argparse.SUPPRESS
    )
    _walk(commands)
    _paths(commands)
    _locale(commands)
    _check(commands)
    _diff(commands)
    _graph(commands)
    _sources(commands)
    _withdraw(commands)
    _practise(commands)
    _match(commands)
    _evaluate(commands)
    _kiosk(commands)
    example = EXAMPLE.format("guide --plain --start young-person")
    whole.epilog = f"{audiences.command_list(commands)}\n\n{example}"
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
        "play these answers without a person and print what is said",
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
        "list every distinct conversation: answers, ending, contacts",
        "guide paths --ending report-to-ceop",
    )
    _start(paths)
    paths.add_argument("--ending", metavar="ID", help="only those that end here")
    paths.add_argument("--count", action="store_true", help="only how many there are")
    _json(paths)


def _check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = _command(
        commands,
        "check",
        "find every fault of flows, safety rules, stories, languages",
        "guide check --explain bullying-shows-childline",
    )
    check.set_defaults(paths=[], explain="", today="", fresh=False)
    check.add_argument("paths", nargs="*", metavar="PATH", help="folders of flows to check")
    check.add_argument("--explain", metavar="CODE", help="say what a code in a finding means")
    check.add_argument("--today", metavar="DATE", help="check dates as if it were this day")
    kept = (
        "look at stories and languages anew, though nothing has changed since they were looked at"
    )
    check.add_argument("--fresh", action="store_true", help=kept)
    _json(check)


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
    locale = _command(
        commands, "locale", "begin, update, check and look at a translation", "guide locale new cy"
    )
    locale.set_defaults(language="", to="", practice=False)
    actions = locale.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    for name, what, needed in LOCALE_ACTIONS:
        action = _command(actions, name, what, f"guide locale {name} cy")
        nargs = None if needed else "?"
        action.add_argument("language", nargs=nargs, metavar="LANG", help="its code, such as cy")
        if name == "status":
            _json(action)
        if name in ("new", "update"):
            what = "the stories of guide practise too, where they are not translated yet"
            action.add_argument("--practice", action="store_true", help=what)
        if name == "shots":
            action.add_argument("--to", metavar="DIR", help="put them here (else shots/LANG)")


def _practise(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    practise = _command(
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
    _language(practise)
    _json(practise)


def _match(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    match = _command(
        commands,
        "match",
        "which offered answers these words mean, best first, and why",
        'guide match "hes begging me 4 noods" --at worry --who young-person',
    )
    match.set_defaults(at="", who="", age="")
    match.add_argument("text", metavar="TEXT", help="what somebody types")
    match.add_argument("--at", metavar="STEP", help="the question that is waiting")
    match.add_argument("--who", metavar="WHO", help="who types it: young-person, parent, ...")
    match.add_argument("--age", metavar="AGE", help="how old the child is: under-11, 11-17, ...")
    _json(match)


def _evaluate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    evaluate = _command(
        commands,
        "evaluate",
        "try a table of sentences: how many lead where they should",
        "guide evaluate concerns.tsv --json",
    )
    evaluate.add_argument("file", metavar="FILE", help="a table with tabs between its columns")
    _json(evaluate)


def _diff(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    diff = _command(
        commands,
        "diff",
        "say whose ending changes between two folders of flows",
        "guide diff flows-before flows",
    )
    diff.add_argument("old", metavar="OLD", help="the folder as it was")
    diff.add_argument("new", metavar="NEW", help="the folder as it is")
    _json(diff)


def _graph(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    graph = _command(
        commands,
        "graph",
        "draw a flow: steps by kind, endings by urgency",
        "guide graph --flow young-person --format svg > young-person.svg",
    )
    graph.set_defaults(format="mermaid", flow="", path=[], paper="A4")
    graph.add_argument(
        "--format", choices=["mermaid", "dot", "svg"], help="mermaid (unless you say), dot or svg"
    )
    graph.add_argument("--flow", metavar="ID", help="draw only this flow and where it leads")
    graph.add_argument("--path", nargs="+", metavar="ANSWER", help="mark the way of these answers")
    graph.add_argument("--paper", choices=["A4", "A3"], help="the paper an svg is for: A4 or A3")


def _sources(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    sources = _command(
        commands,
        "sources",
        "what rests on each source, what to look at, what was found",
        "guide sources --to-check --html > to-check.html",
    )
    sources.set_defaults(to_check=False, html=False, checked="", today="")
    sources.add_argument(
        "--to-check", action="store_true", help="print the page a person takes to the live pages"
    )
    sources.add_argument("--html", action="store_true", help="print that page as HTML")
    sources.add_argument("--checked", metavar="FILE", help="write back what that person found")
    sources.add_argument("--today", metavar="DATE", help="look at dates as if it were this day")
    _json(sources)


def _withdraw(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    withdraw = _command(
        commands,
        "withdraw",
        "what every screen would be without a service that closes",
        "guide withdraw papyrus",
    )
    withdraw.add_argument("contact", metavar="CONTACT", help="the id of a contact, such as meic")
    _json(withdraw)


def _kiosk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    kiosk = _command(
        commands,
        "kiosk",
        "open the guide on a shared screen: locked, resets itself",
        "guide kiosk --site site.yaml --idle 120",
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
    _language(kiosk)
