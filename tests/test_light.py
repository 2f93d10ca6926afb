"""Records made without `typing` are what `typing` would have made."""

import copy
import pickle
import runpy
import subprocess
import sys
import typing
from typing import Any

import pytest

from guide.light import Record
from tests.support.talking import ROOT


class Place(Record):
    """A place to hold the two against each other."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class TypingPlace(typing.NamedTuple):
    """The same, made by `typing`."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def made_elsewhere() -> type[Any]:
    """The same, on a Python that lends `collections`' own way of reading a field to nobody."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "_collections", None)
        light = runpy.run_path(str(ROOT / "guide" / "light.py"))
    body = {name: vars(Place)[name] for name in ("__doc__", "__str__")}
    declared = {"__annotations__": {"file": str, "line": int}, "line": 0, "__module__": __name__}
    made: type[Any] = type(light["Record"])("PlaceElsewhere", (light["Record"],), declared | body)
    return made


PlaceElsewhere = made_elsewhere()
BOTH = pytest.mark.parametrize("kind", [Place, TypingPlace, PlaceElsewhere])


@BOTH
def test_a_record_is_made_by_place_by_name_and_by_default(kind: Any) -> None:
    made = [kind("a", 1), kind("a", line=1), kind(line=1, file="a"), kind._make(["a", 1])]

    assert [("a", 1)] * 4 == made
    assert ("a", 0) == kind("a")
    assert ("a", 1, "a:1") == (made[0].file, made[0].line, str(made[0]))


@BOTH
@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        (("a", 1, 2), {}),
        (("a",), {"file": "b"}),
        (("a",), {"column": 3}),
        (("a", 1), {"line": 2}),
        ((), {"line": 2}),
    ],
)
def test_a_record_is_made_of_its_fields_and_nothing_else(
    kind: Any, values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    with pytest.raises(TypeError):
        kind(*values, **named)


@BOTH
def test_a_record_cannot_be_changed(kind: Any) -> None:
    made = kind("a", 1)

    with pytest.raises(AttributeError):
        made.line = 2
    with pytest.raises(AttributeError):
        made.column = 3
    assert not hasattr(made, "__dict__")
    assert ("a", 2) == made._replace(line=2)
    with pytest.raises((TypeError, ValueError)):
        made._replace(column=3)


@BOTH
def test_a_record_says_what_it_is_made_of(kind: Any) -> None:
    made = kind("a", 1)

    assert f"{kind.__name__}(file='a', line=1)" == repr(made)
    assert {"file": "a", "line": 1} == made._asdict()
    assert ("file", "line") == kind._fields == kind.__match_args__
    assert {"line": 0} == kind._field_defaults


@BOTH
def test_a_record_is_matched_compared_hashed_and_copied(kind: Any) -> None:
    made = kind("a", 1)
    match made:
        case kind(file, line):
            assert ("a", 1) == (file, line)

    assert kind("a", 1) == made
    assert kind("a", 2) > made
    assert 1 == len({made, kind("a", 1)})
    assert (kind, made) == (type(copy.deepcopy(made)), copy.deepcopy(made))
    assert (kind, made) == (
        type(pickle.loads(pickle.dumps(made))),
        pickle.loads(pickle.dumps(made)),
    )


def test_a_record_takes_no_more_memory() -> None:
    assert sys.getsizeof(TypingPlace("a", 1)) == sys.getsizeof(Place("a", 1))


def test_making_records_imports_no_typing() -> None:
    code = "import guide.light, guide.flow.model, sys; print('typing' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )

    assert "False\n" == done.stdout
