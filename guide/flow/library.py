"""The flows of a folder as a Library: from the compiled form where fresh, else from the YAML."""

from __future__ import annotations

import marshal
import os

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
_SHAPE = ";".join(f"{record.__name__}({','.join(record._fields)})" for record in _RECORDS)
_TABLES = ("flows", "steps", "contacts", "statements", "sources", "facts", "topics")


def load(path: str) -> Library:
    """The library of a folder of flows; raises FlowError where they cannot be used.

    yaml is imported only when there is no fresh compiled form.
    """
    if os.path.isdir(path):
        key = _key(path)
        data = cache.load(os.path.join(path, COMPILED), key) if key else None
        if data is not None:
            return _thaw(data)
    from guide.flow.read import library_from

    return library_from(path)


def compile_folder(path: str) -> str:
    """Read a folder of flows and write its compiled form; gives the path written."""
    from guide.flow.read import library_from

    library = library_from(path)
    target = os.path.join(path, COMPILED)
    cache.save(target, _key(path), _freeze(library))
    return target


def _key(path: str) -> str:
    files, problems = flow_files(path)
    if problems:
        return ""  # the reader will say what is wrong
    try:
        contents = cache.read_all(full for full, _ in files)
    except OSError:
        return ""
    return cache.key_of([shown for _, shown in files], contents, _SHAPE)


class Table(Mapping[str, _T]):
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


def _freeze(library: Library) -> object:
    tables = [
        {key: marshal.dumps(_encode(record), 4) for key, record in getattr(library, name).items()}
        for name in _TABLES
    ]
    rest = (library.start, library.help, _encode(library.always), dict(library.questions_left))
    return (tables, rest)


def _thaw(data: Any) -> Library:
    tables, (start, help_, always, questions_left) = data
    return Library(
        start=start,
        help=help_,
        always=_decode(always),
        questions_left=questions_left,
        **{name: Table(frozen) for name, frozen in zip(_TABLES, tables, strict=True)},
    )


def _encode(value: Any) -> Any:
    """A record as a plain tuple that begins with its number, as marshal knows no records."""
    if isinstance(value, tuple):
        return (_NUMBER.get(type(value), 0), *map(_encode, value))
    return value


def _decode(value: Any) -> Any:
    if type(value) is not tuple:
        return value
    return _MAKE[value[0]](map(_decode, value[1:]))
