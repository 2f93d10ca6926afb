"""What the files of a folder hold, section by section, before their names are looked up."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from guide.flow.fields import Page
from guide.flow.model import Contact, Fact, Flow, Option, Source, Statement, Step, Topic
from guide.flow.nodes import Mapping
from guide.flow.shapes import Doubt
from guide.problems import Place


class _Record(Protocol):
    @property
    def place(self) -> Place: ...


_R = TypeVar("_R", bound=_Record)


class Section(dict[str, _R], Generic[_R]):
    """The records of one kind, by id, from all files: an id stands for one of them only."""

    def put(self, page: Page, key: str, record: _R) -> None:
        """Keep a record, or note that its id is taken."""
        if key in self:
            page.faults.add(
                record.place.line,
                f'"{key}" already stands at {self[key].place}.',
                "Give one of the two another name.",
            )
        else:
            self[key] = record

    def read(
        self, page: Page, top: Mapping, name: str, record: Callable[[Page, str, Mapping], _R]
    ) -> None:
        """Keep every record of the section called `name`, where the file has it."""
        if name in top.values:
            for key, node in page.entries(top.values[name], f'"{name}"', top.lines[name]):
                self.put(page, key, record(page, key, node))


class Parts:
    """What the files of a folder hold, before their names are looked up."""

    def __init__(self) -> None:
        self.flows: Section[Flow] = Section()
        self.steps: Section[Step] = Section()
        self.contacts: Section[Contact] = Section()
        self.statements: Section[Statement] = Section()
        self.sources: Section[Source] = Section()
        self.facts: Section[Fact] = Section()
        self.topics: Section[Topic] = Section()
        self.always: Section[Option] = Section()
        self.common: Section[Option] = Section()
        self.help: tuple[str, ...] = ()
        self.help_place: Place | None = None
        self.rules: list[tuple[str, Mapping]] = []
        """The files that have rules, by the names that messages show."""
        self.pages: list[Page] = []
        self.doubt = Doubt()
