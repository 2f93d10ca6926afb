"""YAML as plain data: every scalar is text, every line is known, and nothing clever is let in."""

from pathlib import Path

import pytest

from guide.flow.by_events import parse
from guide.flow.characters import decode
from guide.flow.document import read_bytes
from guide.flow.faults import MAX_FAULTS, Faults
from guide.flow.files import MAX_BYTES
from guide.flow.nodes import Mapping, Sequence


def read(text: str) -> Mapping:
    """The document of a sound text."""
    faults = Faults("a.yaml")
    document = parse(text, faults)

    assert [] == faults.problems()
    assert document is not None
    return document


def messages(text: str | bytes) -> list[str]:
    """What is wrong with a text."""
    faults = Faults("a.yaml")
    clean = decode(text if isinstance(text, bytes) else text.encode(), faults)
    if clean is not None:
        parse(clean, faults)
    return [str(problem) for problem in faults.problems()]


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "null", "~", "0800 1111", "011", "1e3", "12:30", "2027-05-21", "true", "="],
)
def test_a_scalar_is_the_text_that_was_written(written: str) -> None:
    """YAML would make a number, a date or a yes-or-no of some of these."""
    assert written == read(f"key: {written}\n").values["key"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'quoted'", "quoted"),
        ('"quoted"', "quoted"),
        ("' spaced '", "spaced"),
        (">-\n  one\n  two", "one two"),
        (">\n  one\n\n  two\n", "one two"),
        ("|\n  one\n  two\n", "one two"),
        ("one\n  two", "one two"),
        ("one\n\n  two", "one two"),
        ('"one\\ntwo"', "one two"),
        ("", ""),
        ("'it''s'", "it's"),
    ],
)
def test_a_text_is_stripped_and_on_one_line(written: str, text: str) -> None:
    """However it was folded, so that what is translated is what is looked up."""
    assert text == read(f"key: {written}\n").values["key"]


def test_keys_are_stripped_and_on_one_line_too() -> None:
    assert ["one two"] == list(read('"one\\n two ": x\n').values)


def test_every_node_knows_its_line() -> None:
    document = read("a: x\n\nb:\n  # why\n  c: [y,\n      z]\n  d: {e: f}\n")
    b = document.values["b"]

    assert {"a": 1, "b": 3} == document.lines
    assert isinstance(b, Mapping)
    assert (3, {"c": 5, "d": 7}) == (b.line, b.lines)
    c = b.values["c"]
    assert isinstance(c, Sequence)
    assert (5, [5, 6]) == (c.line, c.lines)


def test_both_line_ends_are_read_alike() -> None:
    faults = Faults("a.yaml")
    text = decode(b"a: x\r\nb: y\r\n", faults)

    assert "a: x\nb: y\n" == text


def test_letters_of_any_script_and_their_joiners_are_let_in() -> None:
    """Persian needs the non-joiner, emoji the joiner, right-to-left texts their marks."""
    text = (
        "a: \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f468\u200d\U0001f467 \u200f!\n"
    )

    assert text == decode(text.encode(), Faults("a.yaml"))


def test_all_faults_of_a_document_come_in_one_run() -> None:
    found = messages("a: 1\na: 2\nb: *c\nd: &e f\n? [g]\n: h\ni: !j k\n")

    assert [2, 3, 4, 5, 7] == [int(message.split(":")[1]) for message in found]


def test_the_same_fault_many_times_on_a_line_is_told_once() -> None:
    assert ["a.yaml:1: There is a tab. Use spaces."] == messages("a:\t\t\t[\tx ]\n")


def test_a_file_with_thousands_of_faults_is_told_of_the_first_and_how_many_more() -> None:
    found = messages("".join(f"k: {number}\n" for number in range(5_001)))

    assert MAX_FAULTS + 1 == len(found)
    assert found[-1] == (
        f"a.yaml:{MAX_FAULTS + 1}: There is more: 4900 more faults in this file."
        " Mend the ones above first."
    )


@pytest.mark.parametrize("depth", [20, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_one_fault_whatever_its_depth(opening: str, depth: int) -> None:
    """The document is left where it goes too deep: nothing is built for the rest."""
    assert messages(opening * depth)[-1] == (
        "a.yaml:1: This is nested more than 16 deep."
        " No flow needs that: check the indentation and the brackets."
    )


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    faults = Faults("a.yaml")

    assert read_bytes(str(tmp_path / "gone.yaml"), faults) is None
    assert list(map(str, faults.problems())) == [
        "a.yaml: The file cannot be read: No such file or directory."
        " Check that it exists and that you may read it."
    ]


def test_a_file_that_grew_too_large_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    faults = Faults("a.yaml")

    assert read_bytes(str(file), faults) is None
    assert 1 == len(faults.problems())
