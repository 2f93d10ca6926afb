"""The flows of a folder as a Library: from the compiled form where believed, else from YAML."""

from __future__ import annotations

import marshal

from guide import cache
from guide.flow import model
from guide.flow.files import flow_files
from guide.flow.model import Library
from guide.light import TYPE_CHECKING
from guide.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, TypeVar

    _T = TypeVar("_T")
else:
    # Where `collections.abc` has it from: there from the start, without the package collections.
    from _collections_abc import Mapping

    _T = object

COMPILED = "flows.compiled"

_RECORDS: tuple[Any, ...] = (
    Place,
    model.Text,
    model.Variant,
    model.Line,
    model.Route,
    model.Option,
    model.Question,
    model.Message,
    model.Shown,
    model.Ending,
    model.Flow,
    model.Contact,
    model.Statement,
    model.Source,
    model.Fact,
    model.Topic,
)
_NUMBER = {record: number for number, record in enumerate(_RECORDS, start=1)}
_MAKE: tuple[Any, ...] = (tuple, *(record._make for record in _RECORDS))
_TABLES = ("flows", "steps", "contacts", "statements", "sources", "facts", "topics")


def load_library(path: str) -> Library:
    """The library of a folder of flows; raises FlowError where they cannot be used.

    yaml is imported only where no compiled form is believed (guide/cache.py).
    """
    library: Library = cache.cached(CompiledFlows(path))
    return library


class CompiledFlows(cache.Compiled):
    """The flows of a folder, each record by itself, so that few need to be made in a session."""

    shape = ";".join(f"{record.__name__}({','.join(record._fields)})" for record in _RECORDS)
    code = (*cache.ITSELF, "flow")

    def __init__(self, path: str) -> None:
        super().__init__(path, COMPILED)

    def sources(self) -> cache.Contents:
        """The flow files; OSError where one has a fault that the reader will tell."""
        files, problems = flow_files(self.folder)
        if problems:
            raise OSError
        contents = cache.read_all(file for file, _ in files)
        return zip((shown for _, shown in files), contents, strict=True)

    def build(self) -> Library:
        """The library; raises FlowError."""
        from guide.flow.read import library_from

        return library_from(self.folder)

    def freeze(self, made: Library) -> Any:
        """Each record as a plain tuple with its kind, marshalled by itself."""
        tables = [
            {key: marshal.dumps(_encode(record), 4) for key, record in getattr(made, name).items()}
            for name in _TABLES
        ]
        return tables, _beside_records(made)

    def thaw(self, data: Any) -> Library:
        """A library whose records are made when they are first asked for."""
        tables, (start, help_, always, questions_left) = data
        return Library(
            start=start,
            help=help_,
            always=_decode(always),
            questions_left=questions_left,
            **{name: LazyRecords(frozen) for name, frozen in zip(_TABLES, tables, strict=True)},
        )

    def comparable(self, data: Any) -> Any:
        """Every record as a plain tuple, in its order."""
        tables, rest = data
        return [
            [(key, marshal.loads(record)) for key, record in table.items()] for table in tables
        ], rest

    def compared(self, made: Library) -> Any:
        """The same of a library, its records not marshalled."""
        return [
            [(key, _encode(record)) for key, record in getattr(made, name).items()]
            for name in _TABLES
        ], _beside_records(made)


def _beside_records(made: Library) -> Any:
    return made.start, made.help, _encode(made.always), dict(made.questions_left)


class LazyRecords(Mapping[str, _T]):
    """Records by id, each made when it is first asked for: most are never met in a session."""

    def __init__(self, frozen: dict[str, bytes]) -> None:
        self._frozen = frozen
        self._made: dict[str, _T] = {}

    def __getitem__(self, key: str) -> _T:
        try:
            return self._made[key]
        except KeyError:
            made: _T = _decode(marshal.loads(self._frozen[key]))
            self._made[key] = made
            return made

    def __contains__(self, key: object) -> bool:
        return key in self._frozen

    def __iter__(self) -> Iterator[str]:
        return iter(self._frozen)

    def __len__(self) -> int:
        return len(self._frozen)


def _encode(value: Any) -> Any:
    """A record as a plain tuple that begins with its number, as marshal knows no records."""
    if isinstance(value, tuple):
        parts = [_encode(part) if isinstance(part, tuple) else part for part in value]
        return (_NUMBER.get(type(value), 0), *parts)
    return value


def _decode(value: Any) -> Any:
    if type(value) is not tuple:
        return value
    return _MAKE[value[0]](map(_decode, value[1:]))
