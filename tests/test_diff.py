"""`guide diff`: whose ending changes, said in sentences."""

import json
import shutil
from pathlib import Path

import pytest

from guide.diff import change_sentences, changes, merged_groups
from guide.flow.read import library_from
from tests.support.talking import ROOT, SHIPPED, guide

RULED = ROOT / "tests" / "flows" / "ruled"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    folder = tmp_path / "edited"
    shutil.copytree(RULED, folder)
    return folder


def edit(folder: Path, old: str, new: str) -> None:
    text = (folder / "ruled.yaml").read_text()
    assert old in text
    (folder / "ruled.yaml").write_text(text.replace(old, new, 1))


def test_nothing_changes_between_a_folder_and_itself() -> None:
    ran = guide("diff", str(SHIPPED), str(SHIPPED))

    assert (0, "Nobody's ending changes.\n") == (ran.returncode, ran.stdout)


def test_a_change_of_ending_is_told_with_whom_it_touches(edited: Path) -> None:
    """In the words of the facts, people who differ in one thing only told of together."""
    edit(edited, "          - report-to-ceop\n", "          - talk-to-childline\n")
    ran = guide("diff", str(RULED), str(edited))

    assert 1 == ran.returncode
    assert (
        "Someone not in danger, aged 11 to 17, who met something sexual: "
        "was report-to-ceop, now talk-to-childline." in ran.stdout
    )
    assert f"    guide walk --flows {edited} no 11-17 sexual" in ran.stdout


def test_a_contact_that_moves_is_told(edited: Path) -> None:
    edit(
        edited,
        "contacts: [ceop, trusted-adult, childline]",
        "contacts: [childline, ceop, trusted-adult]",
    )
    ran = guide("diff", str(RULED), str(edited))

    assert 1 == ran.returncode
    assert (
        "was report-to-ceop with ceop, trusted-adult, childline, "
        "now report-to-ceop with childline, ceop, trusted-adult." in ran.stdout
    )


def test_a_change_of_urgency_is_told(edited: Path) -> None:
    edit(edited, "urgency: tell", "urgency: talk")

    assert "was tell-an-adult (tell), now tell-an-adult (talk)." in (
        guide("diff", str(RULED), str(edited)).stdout
    )


def test_answers_that_come_and_go_are_told(edited: Path) -> None:
    """An answer gone is a conversation that cannot be had any more."""
    edit(
        edited,
        '      yes: {say: "Yes", means: {danger: now}, to: call-999}\n',
        "      maybe: {say: Maybe, means: {danger: unsure}, to: age}\n",
    )
    told = guide("diff", str(RULED), str(edited)).stdout

    assert "Someone in danger now: was a further question, now no answer on offer." in told
    assert "Someone perhaps in danger: was no answer on offer, now a further question." in told


def test_words_alone_change_nobodys_ending(edited: Path) -> None:
    edit(edited, "You can ask for help here.", "You can get help here.")

    assert 0 == guide("diff", str(RULED), str(edited)).returncode


def test_json_has_people_and_answers(edited: Path) -> None:
    edit(edited, "          - report-to-ceop\n", "          - talk-to-childline\n")
    data = json.loads(guide("diff", str(RULED), str(edited), "--json").stdout)
    found = data["changes"][0]

    assert "report-to-ceop" == found["was"]["ending"]
    assert "talk-to-childline" == found["now"]["ending"]
    assert {"age": "11-17", "danger": "no", "concern": "sexual"} in found["people"]
    assert found["sentences"] == change_sentences(
        changes(library_from(str(RULED)), library_from(str(edited)))[0], library_from(str(edited))
    )


def test_people_are_put_together_only_where_nobody_else_joins() -> None:
    """Aged under 11 or 11 to 17 and sexual, but 11 to 17 alone and bullied: two groups, not one."""
    library = library_from(str(RULED))
    people = [
        (("age", "under-11"), ("concern", "sexual")),
        (("age", "11-17"), ("concern", "sexual")),
        (("age", "11-17"), ("concern", "bullying")),
    ]
    covered = {
        (age, concern)
        for group in merged_groups(people, library)
        for age in group["age"]
        for concern in group["concern"]
    }

    assert {(dict(one)["age"], dict(one)["concern"]) for one in people} == covered
    assert 2 == len(merged_groups(people, library))


def test_a_broken_folder_is_said_with_its_faults(edited: Path) -> None:
    edit(edited, "to: worry\n", "to: wory\n")
    ran = guide("diff", str(RULED), str(edited))

    assert 1 == ran.returncode
    assert '"wory" is no step' in ran.stderr
