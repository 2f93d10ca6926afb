"""People in situations that others have published, and where the guide sends them.

Each row of situations.tsv is a path a person in that situation would naturally choose, the ending
it leads to, and a contact that the example's own source names for it. That contact stands first,
or side by side with the first.
"""

import csv
import json

import pytest

from tests.support.talking import ROOT, forked

with (ROOT / "tests" / "situations.tsv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t"))


@pytest.fixture(scope="module")
def conversations() -> dict[str, dict[str, object]]:
    """Every conversation as `guide paths --json` lists it, by its answers."""
    listed = json.loads(forked("paths", "--json", flows=None).stdout)
    return {" ".join(path["answers"]): path for path in listed["paths"]}


def test_every_published_example_has_its_path() -> None:
    """All 85 of them, each once."""
    examples = [name for row in ROWS for name in row["published examples"].split()]

    assert (85, 85) == (len(examples), len(set(examples)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["answers"].replace(" ", "-"))
def test_the_path_leads_where_the_source_sends_them(
    row: dict[str, str], conversations: dict[str, dict[str, object]]
) -> None:
    """To the ending written here, with the contact first or side by side with the first."""
    path = conversations[row["answers"]]
    first = path["side_by_side"][0]  # type: ignore[index]

    assert row["ending"] == path["ending"]
    assert row["contact"] in first


def test_walking_one_of_them_says_the_same_as_listing_it() -> None:
    """`guide walk` and `guide paths` agree on ending, facts and contacts."""
    answers = ["young-person", "no", "11-17", "picture", "picture-threat"]
    walked = json.loads(forked("walk", *answers, "--json", flows=None).stdout)

    assert ("report-to-ceop", "report", True) == (
        walked["ending"],
        walked["urgency"],
        walked["finished"],
    )
    assert {"ceop"} <= set(walked["side_by_side"][0])
    assert answers == walked["answers"]
