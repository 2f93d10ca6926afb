"""Compiled files: the same flows, words and typed words sooner; never stale ones or forged."""

import marshal
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from guide import cache
from guide.check.run import check, forged
from guide.cli import main
from guide.flow import library, read
from guide.flow.library import CompiledFlows
from guide.flow.model import Library
from guide.i18n import catalogue, load
from guide.project import Project
from guide.shipped import Shipped
from guide.understanding.table import CompiledWords
from tests.bench.installed import LANGUAGE, translate
from tests.support.forging import forge
from tests.support.talking import ROOT, SHIPPED, TINY
from tests.test_layers import imports, sources

NOT_COMPILED = shutil.ignore_patterns("*.compiled")
TODAY = "2026-11-21"


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """A copy of the tiny flows, compiled."""
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder, ignore=NOT_COMPILED)
    compile_flows(folder)
    return folder


def compile_flows(folder: Path) -> str:
    return cache.write(CompiledFlows(str(folder)))


def load_flows(folder: Path) -> Library:
    """As for a folder that nobody had to name."""
    return library.load_library(Shipped(folder))


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
    compile_flows(copy)
    expected = read.library_from(str(copy))
    read_from_yaml.clear()

    actual = load_flows(copy)

    assert as_data(expected) == as_data(actual)
    assert [] == read_from_yaml


def as_data(value: object) -> object:
    """A value with the type of everything in it; tables as lists of pairs, so that order counts."""
    if isinstance(value, Mapping):
        return [(key, as_data(each)) for key, each in value.items()]
    if isinstance(value, tuple):
        return type(value), [as_data(each) for each in value]
    return value


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
    shutil.copy(compile_flows(other), flows)


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

    actual = load_flows(flows)

    assert [str(flows)] == read_from_yaml
    assert as_data(read.library_from(str(flows))) == as_data(actual)


def test_a_compiled_form_cut_anywhere_is_ignored(flows: Path) -> None:
    """However little or much of the file there is, short of all."""
    file = flows / library.COMPILED
    whole = file.read_bytes()
    for length in range(0, len(whole), 97):
        file.write_bytes(whole[:length])
        assert "danger" in load_flows(flows).steps


def test_a_compiled_form_with_a_damaged_byte_is_ignored(flows: Path) -> None:
    """A failing disk may not change a number that somebody is about to call."""
    file = flows / library.COMPILED
    expected = as_data(load_flows(flows))
    whole = file.read_bytes()
    for position in range(0, len(whole), 97):
        damaged = bytearray(whole)
        damaged[position] ^= 1
        file.write_bytes(damaged)
        assert expected == as_data(load_flows(flows))


def test_a_compiled_form_of_another_version_is_ignored(
    flows: Path, read_from_yaml: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer guide may keep its flows in another shape."""
    monkeypatch.setattr(cache, "VERSION", "999")

    load_flows(flows)

    assert [str(flows)] == read_from_yaml


@pytest.mark.parametrize("command", [["paths", "--count"], ["graph", "--format", "dot"]])
def test_what_is_counted_or_drawn_is_read_from_the_yaml(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture to sign, or a list of conversations, is of what stands in the files today."""
    monkeypatch.setattr(cache, "stored", lambda compiled: pytest.fail(compiled.target))

    assert 0 == main(command)


def test_a_conversation_never_writes_a_compiled_form(flows: Path) -> None:
    """Fresh, stale or missing: at run time it is only read."""
    for spoil in (None, edit, remove):
        if spoil:
            spoil(flows)
        before = files(flows)
        load_flows(flows)
        assert before == files(flows)


def files(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file of a folder, with its date and what is in it."""
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in folder.iterdir()}


@pytest.fixture
def locales(flows: Path) -> Path:
    """A folder of one made language, compiled, with words for everything."""
    folder = flows.parent / "locales"
    translate(load_flows(flows), folder)
    return folder


def words_in(locales: Path) -> catalogue.Catalogue | None:
    """As for a folder that nobody had to name."""
    return load.load_catalogue(Shipped(locales), LANGUAGE)


def test_compiled_words_are_the_words_read(locales: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same translations, in the same order."""
    with monkeypatch.context() as patch:
        patch.setattr(load, "_gather", None)  # it would be called to read the PO files
        compiled = words_in(locales)
    (po_folder(locales) / load.COMPILED_CATALOGUE).unlink()

    assert compiled
    assert compiled == words_in(locales)


def test_words_come_from_the_po_file_when_that_is_edited(locales: Path) -> None:
    """A translator never has a step to remember, and nobody is shown yesterday's words."""
    before = words_in(locales)
    file = po_folder(locales) / "flows.po"
    edited = file.read_text().replace("I am a small guide", "I am a better guide")
    file.write_text(edited)

    actual = words_in(locales)

    assert "I am a better guide" in edited
    assert before != actual
    assert "I am a better guide" not in str(before)
    assert "I am a better guide" in str(actual)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" * 40, marshal.dumps({"words": 1})])
def test_words_come_from_the_po_file_when_the_compiled_form_is_broken(
    locales: Path, content: bytes
) -> None:
    """Whatever lies where the compiled words should be."""
    expected = words_in(locales)
    (po_folder(locales) / load.COMPILED_CATALOGUE).write_bytes(content)

    assert expected == words_in(locales)


def test_reading_words_never_writes(locales: Path) -> None:
    """The compiled form is made by `make` or when the package is built, and then only read."""
    (po_folder(locales) / load.COMPILED_CATALOGUE).unlink()
    before = files(po_folder(locales))

    words_in(locales)

    assert before == files(po_folder(locales))


def po_folder(locales: Path) -> Path:
    """Where the files of the made language are."""
    return locales / LANGUAGE / "LC_MESSAGES"


# -- code


KINDS: dict[str, Callable[[Path, Path], cache.Compiled]] = {
    "flows": lambda flows, _: CompiledFlows(Shipped(flows)),
    "catalogue": lambda _, locales: load.CompiledCatalogue(Shipped(locales), LANGUAGE),
    "typed words": lambda flows, locales: CompiledWords(
        library.load_library(str(flows)), Shipped(flows), Shipped(locales), LANGUAGE
    ),
}
"""The three kinds there are, over a folder of flows and one of locales."""
READERS = {
    "flows": ("flow/graph.py", "flow/by_events.py", "flow/model.py", "light.py", "__init__.py"),
    "catalogue": ("i18n/load.py", "i18n/po_parser.py", "i18n/fidelity.py"),
    "typed words": (
        *("understanding/index.py", "understanding/typed.py"),
        *("flow/document.py", "i18n/words.py"),
    ),
}
"""Some of the code that decides what each kind says."""


def is_believed(compiled: cache.Compiled) -> bool:
    return cache.stored(compiled) is not None


@pytest.mark.parametrize(
    ("kind", "file"), [(kind, file) for kind, files in READERS.items() for file in files]
)
def test_what_other_code_compiled_is_not_believed(
    kind: str, file: str, flows: Path, locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`git pull`, or an editor, and yesterday's flows are gone: be it one letter, of one size."""
    package = flows.parent / "guide"
    shutil.copytree(ROOT / "guide", package)
    monkeypatch.setattr(cache, "PACKAGE", str(package))
    compiled = KINDS[kind](flows, locales)
    cache.write(compiled)
    before = is_believed(compiled)
    text = (package / file).read_text("utf-8")
    (package / file).write_text(text.replace("e", "a", 1), "utf-8")

    assert (True, False) == (before, is_believed(compiled))


def test_in_a_package_sizes_count_and_dates_do_not(
    flows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files bear the date of the day they are installed."""
    package = flows.parent / "guide"
    shutil.copytree(ROOT / "guide", package)
    monkeypatch.setattr(cache, "PACKAGE", str(package))
    monkeypatch.setattr(cache, "is_installed", lambda: True)
    compiled = CompiledFlows(Shipped(flows))
    cache.write(compiled, for_package=True)
    os.utime(package / "flow" / "graph.py", (1, 1))
    another_day = is_believed(compiled)
    with (package / "flow" / "graph.py").open("a") as file:
        file.write("# more\n")

    assert (True, False) == (another_day, is_believed(compiled))


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        (CompiledFlows, "guide.flow.read"),
        (load.CompiledCatalogue, "guide.i18n.load"),
        (CompiledWords, "guide.understanding.table"),
    ],
)
def test_no_code_that_reads_a_kind_is_left_out(kind: type[cache.Compiled], first: str) -> None:
    """Whatever its modules import, at once or later, is named by it, by file or by folder."""
    graph = imports(sources(ROOT))
    reached, waiting = set(), [first]
    while waiting:
        module = waiting.pop()
        if module in graph and module not in reached:
            reached.add(module)
            # What the package itself imports, when asked, is for other programs (guide/api.py).
            waiting += graph[module] if module != "guide" else ()
    wanted = {f"{name.removeprefix('guide.').replace('.', '/')}.py" for name in reached}
    there = set(cache.program(kind.code))

    assert set() == {name for name in wanted if (ROOT / "guide" / name).is_file()} - there


# -- forged


def other_words(data: Any) -> Any:
    """The same data with one word of it changed, wherever it stands."""
    if isinstance(data, str):
        return data.replace("small guide", "large guide").replace("danger", "dancer")
    if isinstance(data, bytes):
        try:
            return marshal.dumps(other_words(marshal.loads(data)), 4)
        except (EOFError, ValueError, TypeError):  # no table, but a model or nothing
            return data
    if isinstance(data, dict):
        return {key: other_words(value) for key, value in data.items()}
    if isinstance(data, list | tuple | frozenset):
        return type(data)(map(other_words, data))
    return data


@pytest.mark.parametrize("kind", KINDS)
def test_a_forged_file_is_found_by_every_check(kind: str, flows: Path, locales: Path) -> None:
    """It has every key, and is told with what to do about it; the YAML is as it was."""
    project = Project(str(flows), str(locales))
    sound = [finding.code for finding in check(project, TODAY).findings]
    path = forge(KINDS[kind](flows, locales), other_words)
    findings = check(project, TODAY).findings
    (told,) = [finding for finding in findings if finding.code == "compiled"]
    os.unlink(path)
    after = [finding.code for finding in check(project, TODAY).findings]

    assert "compiled" not in sound
    assert ("error", os.path.basename(path)) == (told.severity, os.path.basename(told.place.file))
    assert "It does not say what the files it was made from say." == told.what
    assert "Delete it, or make it anew: make compile." == told.what_to_do
    assert "compiled" not in after


@pytest.mark.parametrize("kind", KINDS)
def test_a_forged_file_is_believed_only_where_nobody_named_a_folder(
    kind: str, flows: Path, locales: Path
) -> None:
    """So the test above speaks of files that a start would show; of a folder named, never."""
    compiled = KINDS[kind](flows, locales)
    named = KINDS[kind](flows, locales)
    named.folder = str(named.folder)
    forge(compiled, other_words)

    assert seen_as_data(compiled, compiled.build()) != seen_as_data(
        compiled, cache.cached(compiled)
    )
    assert seen_as_data(named, named.build()) == seen_as_data(named, cache.cached(named))


def seen_as_data(compiled: cache.Compiled, made: object) -> object:
    return compiled.comparable(compiled.freeze(made))


def test_what_other_code_made_is_found_though_it_says_the_same(flows: Path) -> None:
    """The SHA-256 made at compiling is compared: sources and code, not their dates and sizes."""
    file = flows / library.COMPILED
    head, _, rest = file.read_bytes().partition(b"\n")
    file.write_bytes(head[:-1] + (b"0" if head[-1:] != b"0" else b"1") + b"\n" + rest)
    (finding,) = forged([Project(str(flows)).compiled_flows()])

    assert "It was made from other files, or by another program." == finding.what


def test_data_that_cannot_be_thawed_is_a_finding(flows: Path) -> None:
    """Whatever stands there, a check ends with a sentence."""
    forge(CompiledFlows(str(flows)), lambda _: 5)
    (finding,) = forged([Project(str(flows)).compiled_flows()])

    assert "It does not say what the files it was made from say." == finding.what


def test_what_is_compiled_is_found_sound(tmp_path: Path) -> None:
    """The shipped flows and languages, as `make compile` leaves them: no finding, every kind."""
    from guide.compiled import compile_checkout

    for name in ("flows", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=NOT_COMPILED)
    written = compile_checkout(tmp_path)
    project = Project(str(tmp_path / "flows"), str(tmp_path / "locales"))
    compilations = [project.compiled_flows(), *project.compiled()]
    for language in project.languages:
        compilations += project.compiled(language)

    assert all(is_believed(compiled) for compiled, _ in compilations)
    assert [] == list(forged(compilations))
    assert {"flows", "typed-words", "catalogue", "findings"} == {path.stem for path in written}
