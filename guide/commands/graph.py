"""`guide graph`: the picture of a flow, as Mermaid, DOT or SVG."""

import argparse
import sys

from guide.diagram.dot import CannotDraw, dot, picture_svg
from guide.diagram.mermaid import mermaid
from guide.diagram.model import Picture, picture
from guide.flow.advice import mend
from guide.flow.library import load_library
from guide.front.start import UsageError, flows_folder
from guide.options import OK


def run(arguments: argparse.Namespace) -> int:
    """Print the picture."""
    library = load_library(str(flows_folder(arguments.flows)))  # from the YAML, as every check
    if arguments.flow and arguments.flow not in library.flows:
        advice = mend(arguments.flow, library.flows, f"There is: {', '.join(library.flows)}.")
        raise UsageError(f'there is no flow "{arguments.flow}". {advice}')
    try:
        drawn = picture(library, arguments.flow, arguments.path)
        sys.stdout.write(_drawn(drawn, arguments.format, arguments.paper))
    except LookupError as error:
        raise UsageError(f"--path: {error}") from None
    except CannotDraw as error:
        raise UsageError(str(error)) from None
    return OK


def _drawn(drawn: Picture, form: str, paper: str) -> str:
    if form == "svg":
        return picture_svg(drawn, paper)
    if form == "dot":
        return dot(drawn)
    return mermaid(drawn)
