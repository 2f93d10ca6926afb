"""What the files of a folder hold, section by section, before their names are looked up."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from guide.flow.fields import FileReader
from guide.flow.model import (
    Contact,
    Fact,
    Flow,
    More,
    OpeningHeading,
    Option,
    Source,
    Statement,
    Step,
    Topic,
)
from guide.flow.nodes import Mapping
from guide.flow.shapes import Suppressed
from guide.problems import Place


class _Record(Protocol):
    @property
    def place(self) -> Place: ...


_R = TypeVar("_R", bound=_Record)


class Register(dict[str, _R], Generic[_R]):
    """The records of one kind, by id, from all files: an id stands for one of them only."""

    def put(self, page: FileReader, key: str, record: _R) -> None:
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
        self,
        page: FileReader,
        top: Mapping,
        name: str,
        record: Callable[[FileReader, str, Mapping], _R],
    ) -> None:
        """Keep every record of the section called `name`, where the file has it."""
        if name in top.values:
            for key, node in page.entries(top.values[name], f'"{name}"', top.lines[name]):
                self.put(page, key, record(page, key, node))


class RawLibrary:
    """What the files of a folder hold, before their names are looked up."""

    def __init__(self) -> None:
        self.flows: Register[Flow] = Register()
        self.steps: Register[Step] = Register()
        self.contacts: Register[Contact] = Register()
        self.statements: Register[Statement] = Register()
        self.headings: Register[OpeningHeading] = Register()
        self.sources: Register[Source] = Register()
        self.facts: Register[Fact] = Register()
        self.topics: Register[Topic] = Register()
        self.always: Register[Option] = Register()
        self.common: Register[Option] = Register()
        self.help: tuple[str, ...] = ()
        self.more: tuple[More, ...] = ()
        self.help_place: Place | None = None
        self.rules: list[tuple[str, Mapping]] = []
        """The files that have rules, by the names that messages show."""
        self.pages: list[FileReader] = []
        self.suppressed = Suppressed()
