"""The flows of a folder as a Library: from the compiled form where believed, else from YAML."""

from __future__ import annotations

import marshal

from guide import cache
from guide.flow import model
from guide.flow.files import flow_files
from guide.flow.model import Library
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, TypeVar

    _T = TypeVar("_T")
else:
    # Where `collections.abc` has it from: there from the start, without the package collections.
    from _collections_abc import Mapping

    _T = object

COMPILED = "flows.compiled"


def _kinds(annotation: str) -> tuple[Any, ...]:
    """The kinds of record that a field holds, as its type names them; none for plain data."""
    name = annotation.removeprefix("Mapping[str, ").removeprefix("tuple[").removesuffix("]")
    kind: Any = vars(model).get(name.removesuffix(", ..."))
    kinds = (kind, *getattr(kind, "__args__", ()))
    return tuple(kind for kind in kinds if hasattr(kind, "_fields"))


_TABLES = {
    name: _kinds(annotation)
    for name, annotation in Library.__annotations__.items()
    if annotation.startswith("Mapping") and _kinds(annotation)
}
"""The tables of a library, with the kinds of record that each holds."""
_BESIDE = tuple(name for name in Library._fields if name not in _TABLES)


def load_library(path: str) -> Library:
    """The library of a folder of flows; raises FlowError where they cannot be used.

    yaml is imported only where no compiled form is believed (guide/cache.py).
    """
    library: Library = cache.cached(CompiledFlows(path))
    return library


class CompiledFlows(cache.Compiled):
    """The flows of a folder, each record by itself, so that few need to be made in a session.

    A record is kept as plain data, since marshal knows no records; what it is a record of is told
    by the types of guide/flow/model.py.
    """

    shape = ";".join(
        f"{name} {kind.__annotations__}"
        for name, kind in vars(model).items()
        if hasattr(kind, "_fields")
    )
    code = (*cache.ITSELF, "files.py", "flow")

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
        """Each record as plain data with the number of its kind, marshalled by itself."""
        tables, beside = self.compared(made)
        # Format 4, which every Python that the guide runs on reads.
        return [
            {key: marshal.dumps(_plain(numbered), 4) for key, numbered in table} for table in tables
        ], _plain(beside)

    def thaw(self, data: Any) -> Library:
        """A library whose records are made when they are first asked for."""
        tables, beside = data
        fields = dict(zip(_BESIDE, beside, strict=True))
        for (name, kinds), frozen in zip(_TABLES.items(), tables, strict=True):
            fields[name] = LazyRecords(frozen, kinds)
        library: Library = _record(Library, [fields[name] for name in Library._fields])
        return library

    def comparable(self, data: Any) -> Any:
        """Every record as plain data, in its order."""
        tables, beside = data
        return [
            [(key, marshal.loads(record)) for key, record in table.items()] for table in tables
        ], beside

    def compared(self, made: Library) -> Any:
        """Every record with the number of its kind: a record is equal to what it holds."""
        return [
            [
                (key, (kinds.index(type(record)), record))
                for key, record in getattr(made, name).items()
            ]
            for name, kinds in _TABLES.items()
        ], tuple(getattr(made, name) for name in _BESIDE)


class LazyRecords(Mapping[str, _T]):
    """Records by id, each made when it is first asked for: most are never met in a session."""

    def __init__(self, frozen: dict[str, bytes], kinds: tuple[Any, ...]) -> None:
        """`kinds` are the kinds of record there are here, by their numbers."""
        self._frozen = frozen
        self._kinds = kinds
        self._made: dict[str, _T] = {}

    def __getitem__(self, key: str) -> _T:
        try:
            return self._made[key]
        except KeyError:
            number, plain = marshal.loads(self._frozen[key])
            made: _T = _record(self._kinds[number], plain)
            self._made[key] = made
            return made

    def __contains__(self, key: object) -> bool:
        return key in self._frozen

    def __iter__(self) -> Iterator[str]:
        return iter(self._frozen)

    def __len__(self) -> int:
        return len(self._frozen)


def _plain(value: Any) -> Any:
    """A value with every record in it as a plain tuple."""
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _record(kind: Any, plain: Any) -> Any:
    """The record of a kind that plain data was."""
    holding = _HOLDING.get(kind)
    if holding is None:
        holding = _HOLDING[kind] = list(_holding(kind))
    if holding:
        plain = list(plain)
        for number, part, many in holding:
            held = plain[number]
            plain[number] = tuple([_record(part, e) for e in held]) if many else _record(part, held)
    return kind._make(plain)


_HOLDING: dict[Any, list[tuple[int, Any, bool]]] = {}
"""The fields of a kind of record that hold others, by number: of which kind, and whether many."""


def _holding(kind: Any) -> Iterator[tuple[int, Any, bool]]:
    for number, annotation in enumerate(kind.__annotations__.values()):
        for part in () if annotation.startswith("Mapping") else _kinds(annotation):
            # One where the type is the record itself; many where it is a tuple, or a name for one.
            yield number, part, vars(model).get(annotation) is not part
