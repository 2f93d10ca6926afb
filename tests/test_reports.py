"""Every fault of our kind that somebody reported in public has a test that would see it here."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROWS = [line.split("\t") for line in (TESTS / "reports.tsv").read_text("utf-8").splitlines()[1:]]


def test_each_report_stands_once_with_what_it_is() -> None:
    reports = [report for report, _, _ in ROWS]

    assert sorted(set(reports)) == sorted(reports)
    assert all(re.fullmatch(r"https://\S+( topic \d+)?", report) for report in reports)
    assert all(what for _, what, _ in ROWS)


@pytest.mark.parametrize(("report", "what", "test"), ROWS, ids=lambda cell: cell[:60])
def test_the_test_it_names_is_there(report: str, what: str, test: str) -> None:  # noqa: ARG001
    """Or why it cannot be had, and in which file the rest of it is."""
    if test.startswith("not here: "):
        named = re.search(r"test_\w+\.py", test)
        assert named
        assert (TESTS / named[0]).exists()
        return
    file, _, name = test.partition("::")
    assert f"def {name}(" in (TESTS / file).read_text("utf-8")
