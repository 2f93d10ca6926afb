"""The commands of hosts, and of those who build on the guide, for argparse."""

import argparse

from guide.commands.building import (
    command_named,
    day_option,
    json_option,
    language_option,
    start_option,
)

EXPORT_ACTIONS = (
    ("html", "pages for a browser: a file a language, with nothing to fetch"),
    ("json", "every conversation as one machine, and the words of every language"),
    ("kit", "conversations that prove that another front end does the same"),
    ("book", "every screen on paper, in reading order, with contents and ids"),
)
"""What `guide export` can write."""
WORDS_OF = ("terminal", "web")
"""Whose words data has: what is kept, and what leaving does, differs (`Statement.web`)."""


def add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide export` takes."""
    export = command_named(
        commands,
        "export",
        "write the guide as pages for a browser, or as data",
        "guide export html public",
    )
    actions = export.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    for name, what in EXPORT_ACTIONS:
        action = command_named(actions, name, what, f"guide export {name} out")
        nargs = "?" if name in ("json", "kit") else None
        action.add_argument(
            "folder", nargs=nargs, default="", metavar="DIR", help="write them here"
        )
        language_option(action)
        if name == "html":
            _host(action)
        if name in ("json", "kit"):
            what = "what a terminal says (unless you say web), or a page in a browser"
            action.add_argument("--words", choices=WORDS_OF, default=WORDS_OF[0], help=what)
            json_option(action)
            action.set_defaults(json=True)  # they print nothing else
    what = "prove a saved page, or a folder of them, by the rules for hosts of CEOP's button"
    check = command_named(actions, "check", what, "guide export check public")
    check.add_argument("folder", metavar="FILE|DIR", help="the page, or the folder of pages")
    check.add_argument("--button", default="", metavar="FILE", help="the button's own file")
    check.add_argument(
        "--app", action="store_true", default=False, help="by the rules for pages within an app"
    )
    check.set_defaults(today="")
    day_option(check)
    json_option(check)


def _host(command: argparse.ArgumentParser) -> None:
    command.add_argument("--title", default="", help="what the tab and the history show")
    command.add_argument("--leave-to", default="", metavar="URL", help="where leaving leads")
    command.add_argument("--site", default="", metavar="FILE", help="what the host says")


def add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide serve` takes."""
    serve = command_named(
        commands,
        "serve",
        "show the exported pages on this machine alone, to look at them",
        "guide serve --locale cy",
    )
    serve.add_argument("--port", type=int, default=8000, metavar="N", help="8000, unless you say")
    # People look for it, and are told why there is none.
    serve.add_argument("--lan", action="store_true", default=False, help=argparse.SUPPRESS)
    language_option(serve)
    _host(serve)


def add_talk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide talk` takes."""
    talk = command_named(
        commands,
        "talk",
        "hold a conversation with another program, in lines of JSON",
        "guide talk --jsonl",
    )
    what = "a JSON object a line, in and out (the one form there is)"
    talk.add_argument("--jsonl", action="store_true", required=True, help=what)
    talk.set_defaults(json=True)
    language_option(talk)
    start_option(talk)
