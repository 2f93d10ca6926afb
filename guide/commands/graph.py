"""`guide graph`: the picture of a flow, as Mermaid, DOT or SVG, or in words on sheets of A4."""

import argparse
import sys
from hashlib import sha256
from pathlib import Path

from guide import VERSION
from guide.diagram.dot import CannotDraw, dot, picture_svg
from guide.diagram.mermaid import mermaid
from guide.diagram.model import Picture, picture
from guide.diagram.sheets import Imprint, sheets
from guide.flow.advice import mend
from guide.flow.files import flow_files
from guide.flow.library import load_library
from guide.options import OK
from guide.settings import UsageError, flows_folder


def run(arguments: argparse.Namespace) -> int:
    """Print the picture."""
    folder = str(flows_folder(arguments.flows))
    library = load_library(folder)  # from the YAML, as every check
    if arguments.flow and arguments.flow not in library.flows:
        advice = mend(arguments.flow, library.flows, f"There is: {', '.join(library.flows)}.")
        raise UsageError(f'there is no flow "{arguments.flow}". {advice}')
    try:
        if arguments.format == "html":
            imprint = Imprint(VERSION, flows_digest(folder))
            sys.stdout.write(sheets(library, imprint, arguments.flow, arguments.path))
            return OK
        drawn = picture(library, arguments.flow, arguments.path)
        if arguments.format == "svg":
            _say_how_far(drawn)
        sys.stdout.write(_drawn(drawn, arguments.format, arguments.paper))
    except LookupError as error:
        raise UsageError(f"--path: {error}") from None
    except CannotDraw as error:
        raise UsageError(str(error)) from None
    return OK


def flows_digest(folder: str) -> str:
    """What tells these flows from any others: it changes with every byte of their files."""
    made = sha256()
    for path, name in flow_files(folder)[0]:
        made.update(name.encode() + b"\0" + Path(path).read_bytes() + b"\0")
    return made.hexdigest()[:16]


def _say_how_far(drawn: Picture) -> None:
    """What is being laid out, for whoever waits: Graphviz itself tells nothing on the way."""
    number = len(drawn.boxes)
    if sys.stderr.isatty() or number > MANY_BOXES:
        wait = " This takes a while: --format html is made at once." if number > MANY_BOXES else ""
        print(f"Laying out {number:,} boxes and {len(drawn.arrows):,} ways.{wait}", file=sys.stderr)


MANY_BOXES = 300
"""Boxes from which on Graphviz takes more than a moment."""


def _drawn(drawn: Picture, form: str, paper: str) -> str:
    if form == "svg":
        return picture_svg(drawn, paper)
    if form == "dot":
        return dot(drawn)
    return mermaid(drawn)
