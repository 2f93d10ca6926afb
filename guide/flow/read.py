"""A folder of flow files into a Library, or a FlowError that holds every fault found in one run."""

from typing import NamedTuple

from guide.flow import document, endings, registers, sections
from guide.flow.faults import Faults
from guide.flow.fields import FileReader
from guide.flow.files import flow_files
from guide.flow.link import link, look_up
from guide.flow.model import Library, When, Wording
from guide.flow.nodes import Mapping, Node
from guide.flow.parts import RawLibrary
from guide.problems import FlowError, Place, Problem


class Reading(NamedTuple):
    """What a folder of flows holds, each file read once."""

    library: Library
    """Where there are problems, what can be read all the same: nobody can walk that."""
    problems: tuple[Problem, ...]
    """Every fault of every file; empty where the library can be walked."""
    rules: tuple[tuple[str, Mapping], ...]
    """The files that have `rules:`, as messages show their names, and what they hold."""
    must_hold: tuple[tuple[Wording, tuple[str, ...], Place], ...] = ()
    """Words with what each of them must hold, and where that is said."""
    meant_for: tuple[tuple[str, When, Place], ...] = ()
    """Endings, each with whom it is for, and where that is said."""


def library_from(path: str) -> Library:
    """Read every flow file of a folder (or one file), check it and link it.

    Raises FlowError with every fault of every file; never another exception for bad content.
    """
    reading = read_folder(path)
    if reading.problems:
        raise FlowError(reading.problems)
    return reading.library


def read_folder(path: str) -> Reading:
    """Read every flow file of a folder (or one file); faults are among what it gives."""
    # Read by another function, so that its nodes are gone before the collector is back.
    with document.collector_paused():
        return _read(path)


EVERY_ENDING = "every-ending"
"""What the words under a heading at every ending have before their address."""
EVERYWHERE = 1000
"""The number of the first group of contacts at every ending: no ending has as many of its own."""
_TABLES = ("flows", "steps", "contacts", "statements", "headings", "sources", "facts", "topics")


def _read(path: str) -> Reading:
    parts, problems = _parts(path)
    library = link(parts, path, problems)
    if library is None:
        tables = {name: getattr(parts, name) for name in _TABLES}
        always = tuple(parts.always.values())
        library = Library("", always=always, more=parts.more, help=(), questions_left={}, **tables)
    must_hold = tuple(
        (wording, names, page.place(line))
        for page in parts.pages
        for wording, names, line in page.must_hold
    )
    meant_for = tuple(
        (ending, when, page.place(line))
        for page in parts.pages
        for ending, when, line in page.meant_for
    )
    return Reading(library, tuple(problems), tuple(parts.rules), must_hold, meant_for)


def _parts(path: str) -> tuple[RawLibrary, list[Problem]]:
    """What the files of a folder hold, its names looked up, and what is wrong with it."""
    files, problems = flow_files(path)
    parts = RawLibrary()
    parts.suppressed.everything = bool(problems)
    opened = [_open(file, shown, parts) for file, shown in files]
    for page, top in opened:
        for key in [key for key, node in top.values.items() if _is_step(key, node)]:
            line = top.lines[key]
            advice = "Indent it under `steps:` or `endings:`."
            page.faults.add(line, f'"{key}" stands at the margin.', advice)
            parts.suppressed.everything = True
            del top.values[key]
        dropped = page.known_keys(top, sections.PAGE_KEYS, "a flow file")
        parts.suppressed.everything |= any(not isinstance(value, str) for value in dropped)
        # Of all files before any step: the words may stand in another file than the question.
        parts.common.read(page, top, "common", sections.common_answer)
    for page, top in opened:
        _page(page, top, parts)
        if "rules" in top.values:
            parts.rules.append((page.faults.file, top))
    look_up(parts)
    for page, _ in opened:
        problems += page.faults.problems()
    return parts, problems


def _is_step(key: str, node: Node) -> bool:
    """Whether a key of a file is no section, but a step that lost its spaces."""
    if key in sections.PAGE_KEYS or not isinstance(node, Mapping):
        return False
    return bool({"ask", "options", "say", "urgency", "title"}.intersection(node.values))


def _open(file: str, shown: str, parts: RawLibrary) -> tuple[FileReader, Mapping]:
    """A page and what its file holds: nothing where it cannot be read, with the reason noted."""
    faults = Faults(shown)
    top = document.read_yaml(file, faults)
    parts.suppressed.everything |= top is None or faults.incomplete
    page = FileReader(shown, faults, parts.suppressed)
    parts.pages.append(page)
    return page, top or Mapping(0)


def _page(page: FileReader, top: Mapping, parts: RawLibrary) -> None:
    """Read every section of one file into `parts`."""
    flow_id = _flow(page, top, parts)
    common = parts.common
    parts.steps.read(
        page, top, "steps", lambda page, key, node: sections.step(page, key, node, flow_id, common)
    )
    parts.steps.read(page, top, "endings", endings.ending)
    parts.contacts.read(page, top, "contacts", registers.contact)
    parts.statements.read(page, top, "statements", registers.statement)
    parts.headings.read(page, top, "headings", registers.heading)
    parts.sources.read(page, top, "sources", registers.source)
    parts.facts.read(page, top, "facts", registers.fact)
    parts.topics.read(page, top, "topics", registers.topic)
    parts.always.read(
        page, top, "always", lambda page, key, node: sections.always(page, key, node, common)
    )
    parts.more += endings.more(page, top, EVERY_ENDING, "every ending", EVERYWHERE)
    if "help" in top.values:
        _help(page, top, parts)


def _flow(page: FileReader, top: Mapping, parts: RawLibrary) -> str:
    """What the file says of its flow; gives the flow's id, empty for a file without a flow."""
    if "flow" not in top.values:
        for key in ("steps", "start", "reader"):
            if key in top.values:
                page.faults.add(
                    top.lines[key],
                    f'The file has "{key}" but no "flow".',
                    "Add `flow:` and its id at the top.",
                )
                break
        return ""
    flow = sections.flow(page, top)
    if flow.id:
        parts.flows.put(page, flow.id, flow)
    if "steps" not in top.values:
        page.faults.add(flow.place.line, 'The flow has no "steps".', "Add them.")
        parts.suppressed.everything = True
    return flow.id


def _help(page: FileReader, top: Mapping, parts: RawLibrary) -> None:
    line = top.lines["help"]
    if parts.help_place is not None:
        page.faults.add(line, f'"help" already stands at {parts.help_place}.', "Keep one of them.")
    parts.help_place = page.place(line)
    parts.help = page.names(top, "help", "contact", "the file")
