"""The compiled form: the same flows and words sooner, and never stale ones."""

import marshal
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide import VERSION, cache, catalogue
from guide.flow import library, read
from guide.flow.model import Library
from tests.bench.installed import LANGUAGE, translate
from tests.talking import SHIPPED, TINY

NOT_COMPILED = shutil.ignore_patterns("*.compiled")


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """A copy of the tiny flows, compiled."""
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder, ignore=NOT_COMPILED)
    library.compile_folder(str(folder))
    return folder


@pytest.fixture
def read_from_yaml(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders whose YAML was read since."""
    folders: list[str] = []
    truly_read = read.library_from

    def watched(path: str) -> Library:
        folders.append(path)
        return truly_read(path)

    monkeypatch.setattr(read, "library_from", watched)
    return folders


@pytest.mark.parametrize("folder", [TINY, SHIPPED], ids=["tiny", "shipped"])
def test_compiled_flows_are_the_flows_read(
    tmp_path: Path, read_from_yaml: list[str], folder: Path
) -> None:
    """Record by record, in the same order, places included."""
    copy = tmp_path / "flows"
    shutil.copytree(folder, copy, ignore=NOT_COMPILED)
    library.compile_folder(str(copy))
    expected = read.library_from(str(copy))
    read_from_yaml.clear()

    actual = library.load(str(copy))

    assert as_data(expected) == as_data(actual)
    assert [] == read_from_yaml


def as_data(given: Library) -> dict[str, object]:
    """A library's tables as lists of pairs, so that order counts, and types with every record."""
    return {
        field: [(key, type(value), value) for key, value in table.items()]
        if hasattr(table, "items")
        else (type(table), table)
        for field, table in zip(given._fields, given, strict=True)
    }


def edit(flows: Path) -> None:
    """Another word in the YAML."""
    file = flows / "tiny.yaml"
    file.write_text(file.read_text().replace("I am a small guide", "I am a little guide"))


def edit_back_in_time(flows: Path) -> None:
    """An edit that leaves the file's size and date as they were."""
    file = flows / "tiny.yaml"
    before = file.stat()
    file.write_text(file.read_text().replace("small guide", "large guide"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert before.st_size == file.stat().st_size


def add_a_file(flows: Path) -> None:
    """One more file beside the others."""
    (flows / "more.yaml").write_text("sources:\n  more: {document: More, review-by: 2027-05-21}\n")


def rename(flows: Path) -> None:
    """The same words in a file of another name, which messages and places show."""
    (flows / "tiny.yaml").rename(flows / "small.yaml")


def cut(flows: Path) -> None:
    """A disk that was full."""
    file = flows / library.COMPILED
    file.write_bytes(file.read_bytes()[:-100])


def empty(flows: Path) -> None:
    """Nothing in the file."""
    (flows / library.COMPILED).write_bytes(b"")


def garbage(flows: Path) -> None:
    """A file that is something else."""
    (flows / library.COMPILED).write_bytes(b"\x89PNG\r\n\x1a\n" * 40)


def foreign(flows: Path) -> None:
    """Marshalled data, but not ours."""
    (flows / library.COMPILED).write_bytes(marshal.dumps({"flows": 1}))


def remove(flows: Path) -> None:
    """No compiled form at all."""
    (flows / library.COMPILED).unlink()


def another_folder_s(flows: Path) -> None:
    """The compiled form of other flows."""
    other = flows.parent / "other"
    shutil.copytree(flows, other, ignore=NOT_COMPILED)
    edit(other)
    shutil.copy(library.compile_folder(str(other)), flows)


SPOILED = (
    *(edit, edit_back_in_time, add_a_file, rename),
    *(cut, empty, garbage, foreign, remove, another_folder_s),
)


@pytest.mark.parametrize("spoil", SPOILED)
def test_flows_come_from_yaml_when_the_compiled_form_is(
    flows: Path, read_from_yaml: list[str], spoil: Callable[[Path], None]
) -> None:
    """What a person is told is what the YAML says now, whatever else lies around."""
    spoil(flows)
    read_from_yaml.clear()

    actual = library.load(str(flows))

    assert [str(flows)] == read_from_yaml
    assert as_data(read.library_from(str(flows))) == as_data(actual)


def test_a_compiled_form_cut_anywhere_is_ignored(flows: Path) -> None:
    """However little or much of the file there is, short of all."""
    file = flows / library.COMPILED
    whole = file.read_bytes()
    for length in range(0, len(whole), 97):
        file.write_bytes(whole[:length])
        assert "danger" in library.load(str(flows)).steps


def test_a_compiled_form_with_a_damaged_byte_is_ignored(flows: Path) -> None:
    """A failing disk may not change a number that somebody is about to call."""
    file = flows / library.COMPILED
    expected = as_data(library.load(str(flows)))
    whole = file.read_bytes()
    for position in range(0, len(whole), 97):
        damaged = bytearray(whole)
        damaged[position] ^= 1
        file.write_bytes(damaged)
        assert expected == as_data(library.load(str(flows)))


def test_a_compiled_form_of_another_version_is_ignored(
    flows: Path, read_from_yaml: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer guide may keep its flows in another shape."""
    monkeypatch.setattr(cache, "VERSION", "999")

    library.load(str(flows))

    assert [str(flows)] == read_from_yaml


def test_a_conversation_never_writes_a_compiled_form(flows: Path) -> None:
    """Fresh, stale or missing: at run time it is only read."""
    for spoil in (None, edit, remove):
        if spoil:
            spoil(flows)
        before = files(flows)
        library.load(str(flows))
        assert before == files(flows)


def files(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file of a folder, with its date and what is in it."""
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in folder.iterdir()}


@pytest.fixture
def locales(flows: Path) -> Path:
    """A folder of one made language, compiled, with words for everything."""
    folder = flows.parent / "locales"
    translate(library.load(str(flows)), folder)
    return folder


def test_compiled_words_are_the_words_read(locales: Path) -> None:
    """The same translations, in the same order."""
    compiled = catalogue.load(str(locales), LANGUAGE)
    (po_folder(locales) / catalogue.COMPILED).unlink()
    actual = catalogue.load(str(locales), LANGUAGE)

    assert compiled
    assert compiled == actual


def test_words_come_from_the_po_file_when_that_is_edited(locales: Path) -> None:
    """A translator never has a step to remember, and nobody is shown yesterday's words."""
    before = catalogue.load(str(locales), LANGUAGE)
    file = po_folder(locales) / "flows.po"
    edited = file.read_text().replace("I am a small guide", "I am a better guide")
    file.write_text(edited)

    actual = catalogue.load(str(locales), LANGUAGE)

    assert "I am a better guide" in edited
    assert before != actual
    assert "I am a better guide" not in str(before)
    assert "I am a better guide" in str(actual)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" * 40, marshal.dumps({"words": 1})])
def test_words_come_from_the_po_file_when_the_compiled_form_is_broken(
    locales: Path, content: bytes
) -> None:
    """Whatever lies where the compiled words should be."""
    expected = catalogue.load(str(locales), LANGUAGE)
    (po_folder(locales) / catalogue.COMPILED).write_bytes(content)

    assert expected == catalogue.load(str(locales), LANGUAGE)


def test_reading_words_never_writes(locales: Path) -> None:
    """The compiled form is made by `make` or when the package is built, and then only read."""
    (po_folder(locales) / catalogue.COMPILED).unlink()
    before = files(po_folder(locales))

    catalogue.load(str(locales), LANGUAGE)

    assert before == files(po_folder(locales))


def po_folder(locales: Path) -> Path:
    """Where the files of the made language are."""
    return locales / LANGUAGE / "LC_MESSAGES"


def test_the_key_is_the_same_on_every_python() -> None:
    """So a package made by one Python is fresh on all that it is installed for."""
    assert f"{VERSION}\nshape\na.yaml\n3\n{0x352441C2}" == cache.key_of(
        ["a.yaml"], [b"abc"], "shape"
    )
