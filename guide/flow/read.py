"""A folder of flow files into a Library, or a FlowError that holds every fault found in one run."""

from collections.abc import Callable
from typing import TypeVar

from guide.flow import document, sections
from guide.flow.document import Faults, Mapping
from guide.flow.fields import Page, Use
from guide.flow.files import flow_files
from guide.flow.link import link
from guide.flow.model import Contact, Fact, Flow, Library, Option, Source, Statement, Step, Topic
from guide.problems import FlowError, Place, Problem

_T = TypeVar("_T")


class Parts:
    """What the files of a folder hold, before their names are looked up."""

    def __init__(self) -> None:
        self.flows: dict[str, Flow] = {}
        self.steps: dict[str, Step] = {}
        self.contacts: dict[str, Contact] = {}
        self.statements: dict[str, Statement] = {}
        self.sources: dict[str, Source] = {}
        self.facts: dict[str, Fact] = {}
        self.topics: dict[str, Topic] = {}
        self.help: tuple[str, ...] = ()
        self.always: tuple[Option, ...] = ()
        self.uses: list[Use] = []
        self.unread = False
        """Whether a file could not be read: then names it may hold are not called unknown."""


def library_from(path: str) -> Library:
    """Read every flow file of a folder (or one file), check it and link it.

    Raises FlowError with every fault of every file; never another exception for bad content.
    """
    with document.collector_paused():
        parts = Parts()
        problems: list[Problem] = []
        pages: list[tuple[Page, Mapping]] = []
        for file, shown in flow_files(path):
            faults = Faults(shown)
            top = _document(file, faults)
            if top is None or faults.problems():
                parts.unread = True
            if top is not None:
                pages.append((Page(shown, faults, parts.uses), top))
            else:
                problems += faults.problems()
        common: sections.Common = {}
        for page, top in pages:
            common.update(sections.common_answers(page, top))
        for page, top in pages:
            _page(page, top, parts, common)
        for page, _ in pages:
            problems += page.faults.problems()
        library = link(parts, path, problems)
        if problems:
            raise FlowError(problems)
        return library


def _document(path: str, faults: Faults) -> Mapping | None:
    data = document.read_bytes(path, faults)
    text = None if data is None else document.decode(data, faults)
    return None if text is None else document.parse(text, faults)


def _page(page: Page, top: Mapping, parts: Parts, common: sections.Common) -> None:
    """Read every section of one file into `parts`."""
    page.known_keys(top, sections.PAGE_KEYS, "a flow file")
    flow_id = ""
    if "flow" in top.values or "steps" in top.values:
        if "flow" not in top.values:
            page.faults.add(
                top.lines["steps"], 'The file has steps but no "flow".', "Add `flow:` and its id."
            )
        else:
            flow = sections.flow(page, top)
            flow_id = flow.id
            _add(page, parts.flows, flow_id, flow, flow.place.line, "flow")
        if "steps" not in top.values:
            page.faults.add(1, 'The flow has no "steps".', "Add them.")

    def each(name: str, into: dict[str, _T], read: Callable[[str, Mapping, int], _T]) -> None:
        if name in top.values:
            for key, node, line in page.entries(top.values[name], f'"{name}"', top.lines[name]):
                _add(page, into, key, read(key, node, line), line, name.rstrip("s"))

    each("steps", parts.steps, lambda k, n, at: sections.step(page, k, n, at, flow_id, common))
    each("endings", parts.steps, lambda k, n, at: sections.ending(page, k, n, at))
    each("contacts", parts.contacts, lambda k, n, at: sections.contact(page, k, n, at))
    each("statements", parts.statements, lambda k, n, at: sections.statement(page, k, n, at))
    each("sources", parts.sources, lambda k, n, at: sections.source(page, k, n, at))
    each("facts", parts.facts, lambda k, n, at: sections.fact(page, k, n, at))
    each("topics", parts.topics, lambda k, n, at: sections.topic(page, k, n, at))
    always: dict[str, Option] = {}
    each(
        "always",
        always,
        lambda k, n, at: sections.option(page, f"always.{k}", k, n, at, common),
    )
    parts.always += tuple(always.values())
    parts.help += page.names(top, "help", "contact", "the file")


def _add(page: Page, into: dict[str, _T], key: str, value: _T, line: int, kind: str) -> None:
    if key in into:
        first: Place = into[key].place  # type: ignore[attr-defined]
        page.faults.add(
            line, f'There are two of {kind} "{key}": the other is at {first}.', "Rename one."
        )
    else:
        into[key] = value


