"""Whom each command is for. A command that nobody here needs is not built."""

import argparse

PEOPLE = ("people", "(no command)", "Answer a few short questions and learn where to turn.")
"""Those the guide is for need no command, and no word of what follows."""

AUDIENCES = (
    (
        "authors of flows",
        (
            *("new", "check", "watch", "match", "evaluate", "diff", "why", "graph", "sources"),
            "withdraw",
        ),
    ),
    ("translators", ("locale",)),
    ("youth workers", ("practise",)),
    ("hosts of a kiosk or a website", ("kiosk", "verify", "export", "serve")),
    ("other programs", ("talk", "walk", "paths")),
)
"""Each command once, under those who use it most (tests/test_cli.py holds it complete)."""


def command_list(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> str:
    """The commands by who uses them, each on a line: for `guide --help`."""
    groups = [(PEOPLE[0], [PEOPLE[1:]])]
    for audience, names in AUDIENCES:
        lines = [(name, commands.choices[name].description or "") for name in names]
        groups.append((audience, lines))
    width = max(len(name) for _, lines in groups for name, _ in lines)
    return "\n\n".join(
        "\n".join([f"for {audience}:", *(f"  {name:<{width}}  {what}" for name, what in lines)])
        for audience, lines in groups
    )
