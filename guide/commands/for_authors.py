"""The commands of authors and of other programs for argparse: their arguments and help texts."""

import argparse

from guide.commands.building import (
    command_named,
    day_option,
    json_option,
    language_option,
    start_option,
)


def add_new(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide new` takes."""
    new = command_named(
        commands,
        "new",
        "make a small folder of flows that passes every check",
        "guide new my-flows",
    )
    new.add_argument("folder", metavar="DIR", help="the folder to make")


def add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide check` takes."""
    check = command_named(
        commands,
        "check",
        "find every fault of flows, safety rules, stories, languages",
        "guide check --explain bullying-shows-childline",
    )
    check.set_defaults(paths=[], explain="", today="", fresh=False, record=False)
    check.add_argument("paths", nargs="*", metavar="PATH", help="folders of flows, or a site file")
    check.add_argument("--explain", metavar="CODE", help="say what a code in a finding means")
    record = "write down what every line holds: from then on, losing any of it is an error"
    check.add_argument("--record", action="store_true", help=record)
    day_option(check)
    kept = (
        "look at stories and languages anew, though nothing has changed since they were looked at"
    )
    check.add_argument("--fresh", action="store_true", help=kept)
    json_option(check)


def add_watch(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide watch` takes."""
    watch = command_named(
        commands,
        "watch",
        "write with the conversation beside, told anew at each save",
        "guide watch my-flows",
    )
    watch.set_defaults(path="")
    watch.add_argument("path", nargs="?", metavar="DIR", help="the folder of flows")


def add_match(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide match` takes."""
    match = command_named(
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
    json_option(match)


def add_evaluate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide evaluate` takes."""
    evaluate = command_named(
        commands,
        "evaluate",
        "try a table of sentences: how many lead where they should",
        "guide evaluate concerns.tsv --json",
    )
    evaluate.add_argument("file", metavar="FILE", help="a table with tabs between its columns")
    evaluate.add_argument(
        "--start", metavar="NAME", help="type the sentences there, not at the first question"
    )
    json_option(evaluate)


def add_diff(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide diff` takes."""
    diff = command_named(
        commands,
        "diff",
        "every difference between two folders, or git revisions",
        "guide diff flows-before flows --only ending,safety-words",
    )
    diff.set_defaults(new="", only="", html="")
    diff.add_argument("old", metavar="OLD", help="the folder as it was, or a git revision of it")
    now = "the folder as it is, or a git revision; else the flows in use"
    diff.add_argument("new", nargs="?", metavar="NEW", help=now)
    diff.add_argument("--only", metavar="CLASS,...", help="only differences of these classes")
    diff.add_argument("--html", metavar="FILE", help="write one page that can be printed")
    json_option(diff)


def add_why(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide why` takes."""
    why = command_named(
        commands,
        "why",
        "why these answers end where they do, and what would change it",
        "guide why young-person no under-11 mean picked-on",
    )
    why.add_argument("answers", nargs="*", metavar="ANSWER", help="option ids, in order")
    start_option(why)
    json_option(why)


def add_graph(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide graph` takes."""
    graph = command_named(
        commands,
        "graph",
        "draw a flow, or print it with every word on A4",
        "guide graph --flow young-person --format html > young-person.html",
    )
    graph.set_defaults(format="mermaid", flow="", path=[], paper="A4")
    graph.add_argument(
        "--format",
        choices=["mermaid", "dot", "svg", "html"],
        help="mermaid (unless you say), dot, svg, or html: every word on A4, to print",
    )
    graph.add_argument("--flow", metavar="ID", help="draw only this flow and where it leads")
    graph.add_argument("--path", nargs="+", metavar="ANSWER", help="mark the way of these answers")
    graph.add_argument("--paper", choices=["A4", "A3"], help="the paper an svg is for: A4 or A3")


def add_sources(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide sources` takes."""
    sources = command_named(
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
    day_option(sources)
    json_option(sources)


def add_withdraw(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide withdraw` takes."""
    withdraw = command_named(
        commands,
        "withdraw",
        "what every screen would be without a service that closes",
        "guide withdraw papyrus",
    )
    withdraw.add_argument("contact", metavar="CONTACT", help="the id of a contact, such as meic")
    json_option(withdraw)


def add_verify(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide verify` takes."""
    verify = command_named(
        commands,
        "verify",
        "print one fingerprint of flows, words, languages and code",
        "guide verify --list",
    )
    verify.set_defaults(list=False)
    verify.add_argument(
        "fingerprint", metavar="FINGERPRINT", nargs="?", default="", help="the one it should be"
    )
    verify.add_argument("--list", action="store_true", help="print each file with its SHA-256 too")


def add_paths(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide paths` takes."""
    paths = command_named(
        commands,
        "paths",
        "list every distinct conversation: answers, ending, contacts",
        "guide paths --ending report-to-ceop",
    )
    start_option(paths)
    paths.add_argument("--ending", metavar="ID", help="only those that end here")
    paths.set_defaults(by_ending=False)
    paths.add_argument(
        "--by-ending", action="store_true", help="only how many end where, the most first"
    )
    paths.add_argument("--count", action="store_true", help="only how many there are")
    json_option(paths)


def add_walk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What `guide walk` takes."""
    walk = command_named(
        commands,
        "walk",
        "play these answers without a person and print what is said",
        "guide walk young-person no 11-17 --json",
    )
    walk.add_argument("answers", nargs="*", metavar="ANSWER", help="option ids, in order")
    language_option(walk)
    start_option(walk)
    json_option(walk)
