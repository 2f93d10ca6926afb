"""A folder of flows, sound or not: one run tells every fault, each once, and nothing breaks."""

import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from guide.flow import files
from guide.flow.model import Message, Question
from guide.flow.read import library_from
from guide.problems import FlowError, Place, Problem
from tests.support.hostile import FILES
from tests.support.schema import Plain, document, refuses
from tests.support.talking import ROOT, SHIPPED, TINY

SOUND = ROOT / "tests" / "broken" / "with" / "0-sound.yaml"


def faults_of(path: Path) -> tuple[Problem, ...]:
    """What is wrong with a folder or a file; nothing where it is sound."""
    try:
        library_from(str(path))
    except FlowError as error:
        return error.problems or (Problem(Place(""), "refused without a reason", ""),)
    return ()


def problems(path: Path) -> list[str]:
    """What is wrong, as an author reads it."""
    return list(map(str, faults_of(path)))


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """A folder with one sound file, to put others beside."""
    folder = tmp_path / "flows"
    folder.mkdir()
    (folder / "a.yaml").write_bytes(SOUND.read_bytes())
    return folder


# -- what a sound folder holds


@pytest.mark.parametrize("folder", [TINY, SHIPPED], ids=lambda folder: folder.name)
def test_sound_flows_are_read_whole(folder: Path) -> None:
    assert [] == problems(folder)


def test_a_single_file_is_enough() -> None:
    assert "start" == library_from(str(SOUND)).start


def test_any_file_may_hold_any_section(flows: Path) -> None:
    """`shared` is a habit: contacts may stand in a flow's file and steps' endings anywhere."""
    (flows / "shared").mkdir()
    (flows / "a.yaml").rename(flows / "shared" / "whole.yaml")

    assert [] == problems(flows)


def test_what_leads_to_a_flow_leads_to_its_first_step(flows: Path) -> None:
    (flows / "more.yaml").write_text(
        "flow: more\nreader: young\nstart: hello\nsteps:\n"
        "  hello: {ask: Ok?, options: {yes: {say: 'Yes', to: talk}}}\n"
        "  on: {say: [Hi.], to: more}\n"
        "always:\n  lost: {say: I am lost, to: more}\n",
        encoding="utf-8",
    )
    library = library_from(str(flows))
    step = library.steps["on"]

    assert isinstance(step, Message)
    assert ["hello"] == [route.to for route in step.to]
    assert ["hello"] == [route.to for option in library.always for route in option.to]


def test_a_common_answer_brings_its_words_and_phrases(flows: Path) -> None:
    question = library_from(str(flows)).steps["welcome"]
    assert isinstance(question, Question)
    option = question.option("not-sure")

    assert option is not None
    assert "I'm not sure" == option.say[0].text.source


def test_hidden_files_are_passed_over(flows: Path) -> None:
    """Editors leave locks and copies about."""
    (flows / "._a.yaml").write_bytes(b"\x00\x05\x16\x07")
    (flows / ".#a.yaml").symlink_to("someone@a-machine.1")

    assert [] == problems(flows)


# -- folders that cannot be used

FOLDER = "Give the folder that holds the flows with --flows."


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert [f"gone: The folder cannot be read: No such file or directory. {FOLDER}"] == problems(
        tmp_path / "gone"
    )


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("flow: x", encoding="utf-8")

    assert [f"{tmp_path.name}: There is no .yaml file in this folder. {FOLDER}"] == problems(
        tmp_path
    )


def test_a_folder_that_may_not_be_read(flows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> list[str]:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("guide.flow.files.os.listdir", refuse)

    assert [f"flows: The folder cannot be read: Permission denied. {FOLDER}"] == problems(flows)


def test_shared_is_a_folder(flows: Path) -> None:
    (flows / "shared").write_text("contacts: {}", encoding="utf-8")

    assert [f"flows/shared: The folder cannot be read: Not a directory. {FOLDER}"] == problems(
        flows
    )


@pytest.mark.parametrize("name", ["more.yml", "more.YAML", "more.Yml"])
def test_a_name_that_ends_otherwise(name: str, flows: Path) -> None:
    """Not passed over in silence: whoever wrote it thinks it is read."""
    (flows / name).write_bytes(b"")
    end = name[name.index(".") :]

    assert [f"flows/{name}: The name ends in {end}. End it in .yaml."] == problems(flows)


def test_a_folder_called_like_a_file(flows: Path) -> None:
    (flows / "more.yaml").mkdir()

    assert ["flows/more.yaml: This is not a regular file. Put a YAML text file here."] == problems(
        flows
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_never_opened(flows: Path) -> None:
    """Opening one would wait for ever."""
    os.mkfifo(flows / "more.yaml")

    assert ["flows/more.yaml: This is not a regular file. Put a YAML text file here."] == problems(
        flows
    )


def test_a_link_that_leads_round(flows: Path) -> None:
    (flows / "more.yaml").symlink_to("more.yaml")

    (message,) = problems(flows)
    assert message.startswith("flows/more.yaml: The file cannot be read: Too many levels of symb")


def test_a_file_that_vanishes_before_it_is_opened(
    flows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = files.flow_files(str(flows))
    gone = (str(flows / "gone.yaml"), "flows/gone.yaml")
    monkeypatch.setattr("guide.flow.read.flow_files", lambda _: ([*found[0], gone], []))

    assert [
        "flows/gone.yaml: The file cannot be read: No such file or directory."
        " Check that it exists and that you may read it."
    ] == problems(flows)


def test_a_file_that_may_not_be_read_makes_no_name_unknown(flows: Path) -> None:
    """One cause, one message: what the others look for may stand in that very file."""
    (flows / "b.yaml").write_text("help: [someone-there]\n", encoding="utf-8")
    (flows / "c.yaml").write_bytes(b"contacts: \xff\n")

    assert ["flows/c.yaml:1: These bytes are not UTF-8. Save the file as UTF-8."] == problems(flows)


def test_permission_is_said_in_words(flows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, *_: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("guide.files.open", refuse, raising=False)

    assert [
        "flows/a.yaml: The file cannot be read: Permission denied."
        " Check that it exists and that you may read it."
    ] == problems(flows)


def test_a_file_too_large_is_not_opened(flows: Path) -> None:
    with (flows / "more.yaml").open("wb") as stream:
        stream.truncate(files.MAX_BYTES + 1)

    assert [
        "flows/more.yaml: The file is larger than 8 MiB."
        " Split it, or check that this is the right file."
    ] == problems(flows)


def test_a_folder_too_large_is_not_opened(flows: Path) -> None:
    for name in ("b", "c"):
        with (flows / f"{name}.yaml").open("wb") as stream:
            stream.truncate(files.MAX_BYTES)

    assert [
        "flows: The .yaml files here are larger than 16 MiB together."
        " Check that this is the folder of the flows."
    ] == problems(flows)


def test_a_folder_of_too_many_files(flows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.flow.files.MAX_FILES", 1)
    (flows / "b.yaml").write_bytes(b"")

    assert [
        "flows: There are 2 .yaml files here, more than 1."
        " Check that this is the folder of the flows."
    ] == problems(flows)


def test_a_file_name_cannot_speak_to_the_terminal(flows: Path) -> None:
    (flows / "a\x1b[2J\u202e.yaml").write_bytes(b"")

    assert [
        "flows/a?[2J?.yaml:1: The file is empty. Start it with `flow:` (flows/README.md shows how)."
    ] == problems(flows)


# -- many faults


def test_faults_of_many_files_come_in_one_run_sorted_by_place(flows: Path) -> None:
    (flows / "c.yaml").write_text("help: [nobody]\ncolour: red\n", encoding="utf-8")
    (flows / "b.yaml").write_text(
        "statements:\n  one: {sources: [leaflet]}\n  two: {say: Hi., sources: [leaflt]}\n",
        encoding="utf-8",
    )
    (flows / "d.yml").write_text("", encoding="utf-8")

    found = [message.split(" ")[0] for message in problems(flows)]
    # Names are not looked up: what they name may stand in d.yml.
    assert ["flows/b.yaml:2:", "flows/c.yaml:2:", "flows/d.yml:"] == found
    (flows / "d.yml").unlink()
    found = [message.split(" ")[0] for message in problems(flows)]
    assert ["flows/b.yaml:2:", "flows/b.yaml:3:", "flows/c.yaml:1:", "flows/c.yaml:2:"] == found


def test_help_stands_once(flows: Path) -> None:
    (flows / "b.yaml").write_text("help: [childline]\n", encoding="utf-8")
    (flows / "c.yaml").write_text("help: [childline]\n", encoding="utf-8")

    assert ['flows/c.yaml:1: "help" already stands at flows/b.yaml:1. Keep one of them.'] == (
        problems(flows)
    )


def test_a_folder_without_a_flow(flows: Path) -> None:
    text = (flows / "a.yaml").read_text(encoding="utf-8")
    (flows / "a.yaml").write_text(text[text.index("endings:") :], encoding="utf-8")

    assert [
        "flows: No file has a flow. Add a file with `flow:`, `start:` and `steps:`."
    ] == problems(flows)


def test_two_flows_and_none_to_begin_with(flows: Path) -> None:
    text = (flows / "a.yaml").read_text(encoding="utf-8").replace("flow: start", "flow: one")
    (flows / "a.yaml").write_text(text, encoding="utf-8")
    (flows / "b.yaml").write_text(
        "flow: two\nreader: young\nstart: hi\nsteps: {hi: {say: [Hi.], to: talk}}\n",
        encoding="utf-8",
    )

    assert [
        'flows: No flow is called "start". Call the one where everyone begins `start`.'
    ] == problems(flows)


def test_a_contact_with_a_faulty_field_makes_no_placeholder_unknown(flows: Path) -> None:
    text = (flows / "a.yaml").read_text(encoding="utf-8")
    text = text.replace("phone: 0800 1111", "phone: [0800 1111]").replace(
        "{childline_name}", "{childline_phone}"
    )
    (flows / "a.yaml").write_text(text, encoding="utf-8")

    assert [
        'flows/a.yaml:25: "phone" of contact "childline" is not a text. Write it on one line.'
    ] == problems(flows)


# -- files made to do harm


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited the Linux way")
def test_no_file_makes_the_reader_hang_or_fill_the_memory(tmp_path: Path) -> None:
    """In a process of its own, with a gigabyte and a generous minute for all of them."""
    limited = (
        "import resource, runpy, sys;"
        "resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30));"
        f"sys.argv = ['hostile', {str(tmp_path)!r}];"
        "runpy.run_module('tests.support.hostile', run_name='__main__')"
    )
    run = subprocess.run(
        [sys.executable, "-c", limited],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
    )

    assert "" == run.stderr
    expected = [f"{name}: {'sound' if name == 'back and forth' else 'told'}" for name in FILES]
    assert expected == run.stdout.splitlines()


quick = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200
)


def read_or_refuse(folder: Path, data: bytes) -> list[str]:
    """The faults of one file, each with a place in it; no other error may come."""
    file = folder / "one.yaml"
    file.write_bytes(data)
    lines = data.count(b"\n") + 1
    found = faults_of(file)
    assert list(found) == sorted(found, key=lambda problem: problem.place)
    for problem in found:
        assert 0 <= problem.place.line <= lines
        assert problem.what.endswith(".")
        assert problem.what_to_do.endswith((".", "?"))
        assert str(problem).isprintable()
    return list(map(str, found))


@quick
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    read_or_refuse(tmp_path, data)


YAML_ISH = st.text(
    st.sampled_from(" \n\n-:{}[],?&*!|>'\"%@`#~\\<xab01\t\r\0\x1b\u202e\u00e9\U0001f600"),
    max_size=120,
)


@quick
@given(YAML_ISH)
def test_anything_like_yaml_is_read_or_refused(tmp_path: Path, text: str) -> None:
    read_or_refuse(tmp_path, text.encode())


@quick
@given(st.integers(0, 10_000), YAML_ISH)
def test_a_flow_with_something_typed_into_it_is_read_or_refused(
    tmp_path: Path, at: int, typed: str
) -> None:
    text = (TINY / "tiny.yaml").read_text(encoding="utf-8")
    read_or_refuse(tmp_path, (text[: at % len(text)] + typed + text[at % len(text) :]).encode())


# -- mutations of a sound flow, by the reader and by the schema

TINY_CONTENT = document((TINY / "tiny.yaml").read_bytes())
STRANGE: tuple[Any, ...] = (
    "", [], {}, "x", "two words", "UPPER", ["x"], [[]], [""], {"x": "y"}, {"say": "x"},
    {"when": {"age": "11-17"}, "say": "x"}, [{"say": "x"}], "{ceop_name}", "}", "x" * 601,
    "2027-05-21", "danger", {"x": {}},
)  # fmt: skip

# Names that must exist, the order of what is tried, loops, and words that may stand elsewhere.
ONLY_THE_READER = re.compile(
    r" is no (step|contact|source|statement|fact|value|placeholder)"
    r"| has a `when`, so some| has no `when`, so those"
    r"| no ending can be reached|These messages lead round"
    r"|No file has a flow| already stands at| has only answers that every question has"
    r"|No file has the `|one (phrase|name) with commas|only looks like one of ours"
    r"|are lost: they count"
    r'|Option "[^"]*" has no "say"'
)


def spots(content: Plain, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every node below the top."""
    keys: list[Any] = []
    if isinstance(content, dict):
        keys = list(content)
    elif isinstance(content, list):
        keys = list(range(len(content)))
    found = []
    for key in keys:
        found += [(*path, key), *spots(content[key], (*path, key))]
    return found


def copied(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: copied(value) for key, value in content.items()}
    return [copied(value) for value in content] if isinstance(content, list) else content


def at(content: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        content = content[key]
    return content


def mutate(content: Any, rng: random.Random) -> None:
    """Change one thing: drop, double, replace, rename, wrap, or swap with another node."""
    every = spots(content)
    if not every:
        return
    path = rng.choice(every)
    parent, key = at(content, path[:-1]), path[-1]
    match rng.randrange(7):
        case 0:
            del parent[key]
        case 1 if isinstance(parent, list):
            parent.insert(key, copied(parent[key]))
        case 1 | 2:
            parent[key] = copied(rng.choice(STRANGE))
        case 3 if isinstance(parent, dict):
            name = rng.choice(["colour", "say", "when", "to", "Not An Id", key + "s", key[:-1]])
            parent[name] = parent.pop(key)
        case 4:
            parent[key] = [parent[key]]
        case 5:
            parent[key] = copied(at(content, rng.choice(every)))
        case _:
            parent[key] = {rng.choice(["say", "go", "show", "x"]): parent[key]}


@settings(quick, max_examples=400)
@given(st.integers(0, 2**32), st.integers(1, 3))
@example(267307, 1)  # a list that lost its brackets
def test_reader_and_schema_agree_on_any_change_to_a_sound_flow(
    tmp_path: Path, seed: int, changes: int
) -> None:
    """An editor complains of a shape exactly when the guide does.

    What the schema cannot see is of few kinds: names, the order of what is tried, loops.
    """
    rng = random.Random(seed)
    content = copied(TINY_CONTENT)
    for _ in range(changes):
        mutate(content, rng)
    text = yaml.dump(content, Dumper=yaml.CDumper, allow_unicode=True, sort_keys=False, width=1000)
    found = read_or_refuse(tmp_path, text.encode())
    seen = document(text.encode())

    if seen is not None and refuses(seen):
        assert found, text
    elif seen is not None:
        assert [] == [one for one in found if not ONLY_THE_READER.search(one)], text
