"""`guide evaluate`: how far the guide agrees with a table of where sentences should lead."""

import json
from pathlib import Path
from typing import Any

import pytest

from guide.commands.evaluate import COLUMNS, comparable
from tests.support.talking import forked

ROWS: list[tuple[str, ...]] = [
    ("r1", "He keeps asking me for nude pictures.", "young_person", "11_17", "ceop", ""),
    ("r2", "They call me names in the group chat.", "young_person", "unknown", "Childline", ""),
    ("r3", "A man is breaking in.", "young_person", "11_17", "999", ""),
    ("r4", "People are mean to me and I'm 8.", "young_person", "under_11", "trusted_adult", ""),
    ("r5", "A pupil may be being radicalised.", "professional", "unknown", "act-early",
     "other:Designated Safeguarding Lead"),
    ("r6", "My ex put intimate pictures of me online.", "adult", "18_plus",
     "other:Revenge Porn Helpline", "police_101"),
]  # fmt: skip


def table(tmp_path: Path, rows: list[tuple[str, ...]], columns: tuple[str, ...] = COLUMNS) -> str:
    """A table of rows; gives its path."""
    path = tmp_path / "rows.tsv"
    lines = ["\t".join((*columns, "source_url")), *("\t".join((*row, "-")) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def evaluated(path: str) -> dict[str, Any]:
    done = forked("evaluate", path, "--json", flows=None)
    assert 0 == done.returncode, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_rows_that_lead_where_they_should_are_counted(tmp_path: Path) -> None:
    """By id or by name, whatever the case; first, or side by side with the first."""
    report = evaluated(table(tmp_path, ROWS))

    assert [] == report["misses"]
    assert (6, 1.0, 1.0, 0) == (report["rows"], report["top1"], report["top3"], report["unsafe"])
    assert [
        *("rows", "top1", "top3", "top1_strict", "unsafe", "misses", "right", "vague", "wrong"),
        *("silent", "wrong_person", "ending", "answers", "expect_nothing", "false_concern"),
    ] == list(report)


def test_also_acceptable_counts_but_not_strictly(tmp_path: Path) -> None:
    report = evaluated(table(tmp_path, [("a", *ROWS[0][1:4], "childline", "ceop")]))

    assert (1.0, 0.0) == (report["top1"], report["top1_strict"])


def test_a_miss_says_what_was_expected_and_what_came(tmp_path: Path) -> None:
    report = evaluated(table(tmp_path, [("a", *ROWS[1][1:4], "report-fraud", "")]))

    (miss,) = report["misses"]
    assert ("a", ROWS[1][1], "report-fraud") == (miss["id"], miss["text"], miss["expected"])
    assert "childline" in miss["got"][0]
    assert 0.0 == report["top1"]


def test_a_name_the_registry_lacks_never_counts(tmp_path: Path) -> None:
    report = evaluated(table(tmp_path, [("a", *ROWS[1][1:4], "other:Nobody", "")]))

    assert (0.0, 0.0, 0) == (report["top1"], report["top3"], report["unsafe"])


def test_unsafe_is_a_row_for_999_or_ceop_that_leads_to_neither(tmp_path: Path) -> None:
    rows = [("a", *ROWS[1][1:4], "ceop", "childline"), ("b", *ROWS[0][1:4], "999", "")]

    assert 1 == evaluated(table(tmp_path, rows))["unsafe"]


def test_an_empty_table_is_no_failure(tmp_path: Path) -> None:
    assert {"rows": 0, "top1": 0.0} == {
        key: evaluated(table(tmp_path, []))[key] for key in ("rows", "top1")
    }


def test_for_a_reader_the_last_line_sums_up(tmp_path: Path) -> None:
    done = forked("evaluate", table(tmp_path, ROWS), flows=None)

    assert done.stdout.splitlines()[-1].startswith("6 rows: top1 1.000, top3 1.000,")


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (("police_101", "Police-101", " police 101"), True),
        (("other:Revenge Porn Helpline", "revenge-porn-helpline"), True),
        (("childline", "child line"), True),
        (("ceop", "childline"), False),
    ],
)
def test_names_compare_without_case_spaces_hyphens_and_underscores(
    names: tuple[str, ...], same: bool
) -> None:
    assert same == (1 == len({comparable(name) for name in names}))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id\ttext\n", ":1: there is no column who, age_hint"),
        ("\t".join(COLUMNS) + "\na\tb\n", ":2: the row has fewer columns"),
        ("\t".join(COLUMNS) + "\na\tb\tmartian\t11_17\tceop\t\n", ':2: "martian" is nobody'),
        ("", ":1: there is no column"),
    ],
)
def test_what_is_no_such_table_is_told_with_its_line(
    tmp_path: Path, content: str, told: str
) -> None:
    path = tmp_path / "rows.tsv"
    path.write_text(content, encoding="utf-8")
    done = forked("evaluate", str(path), flows=None)

    assert (2, "") == (done.returncode, done.stdout)
    assert told in done.stderr


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "rows.tsv"
    if content is not None:
        path.write_bytes(content)
    done = forked("evaluate", str(path), flows=None)

    assert (2, "") == (done.returncode, done.stdout)
    assert "rows.tsv" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_grown_up_who_is_asked_how_old_they_are_says_so(tmp_path: Path) -> None:
    """Where a row tells no age: they were "not sure" of their own, and got what is for a child."""
    row = ("a", ROWS[0][1], "adult_self", "unknown", "police_101", "")

    assert [] == evaluated(table(tmp_path, [row]))["misses"]
