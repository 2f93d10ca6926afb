"""A site file stands on the same floor: its people are who they say, and its words do no harm."""

import json
from functools import cache
from pathlib import Path

import pytest

from guide.cli import main
from guide.kiosk.read import read_site
from guide.kiosk.selfcheck import local_rules
from guide.kiosk.site import applied
from guide.problems import FlowError
from guide.project import Project
from tests.support.talking import SHIPPED

PERSON = "people:\n  a:\n    name: {name}\n    phone: {phone}\n    says: {says}\n"
NURSE = {"name": "School nurse", "phone": "0115 496 0000", "says": "In room 4, most mornings."}

HARMFUL = {
    "a look-alike name": {"name": "\N{CYRILLIC CAPITAL LETTER ES}hildline"},
    "a capital I": {"name": "ChiIdline"},
    "a longer name": {"name": "Childline UK"},
    "a premium number": {"phone": "0909 555 0000"},
    "a personal number": {"phone": "070 1234 5678"},
    "one slip from Childline": {"phone": "0800 11 11 0"},
    "not to call": {"says": "Do not call 999. Come to me first."},
    "a secret": {"says": "It stays our secret. Your parents need not know."},
    "kept secret": {"says": "It will be kept secret. Come to my flat."},
    "nobody believes": {"says": "Nobody will believe you otherwise."},
    "a picture": {"says": "Send me the picture so I can see."},
    "a stranger": {"name": "Your secret friend"},
    "a promise": {"says": "I promise it will stop."},
    "a lift": {"says": "I can drive you home at night."},
    "no help from others": {"says": "Do not wait for the police, they never come."},
    "blame": {"says": "It was wrong of you to go there."},
}
HARMFUL_WORDS = {
    "approved": "operator: Approved by CEOP and the NCA.\n",
    "not to report": "signpost: Do not report to CEOP. Talk to us.\n",
    "another host": "signpost: Report at www.ceop-report.co.uk instead.\n",
    "shouting": "signpost: TELL US EVERYTHING NOW!!!\n",
}


@cache
def shipped() -> Project:
    return Project(str(SHIPPED))


def why_not(tmp_path: Path, rest: str) -> str:
    """Why a site may not open; empty where it may."""
    project = shipped()
    path = tmp_path / "site.yaml"
    path.write_text(f"site: Glen School\n{rest}", "utf-8")
    try:
        site = read_site(str(path), project.library)
    except FlowError as error:
        return str(error)
    return local_rules(project.rules.rules, applied(project.library, site), site)


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_person_keeps_the_kiosk_closed(tmp_path: Path, name: str) -> None:
    assert why_not(tmp_path, PERSON.format(**(NURSE | HARMFUL[name])))


@pytest.mark.parametrize("name", HARMFUL_WORDS)
def test_harmful_words_of_the_site_keep_the_kiosk_closed(tmp_path: Path, name: str) -> None:
    assert why_not(tmp_path, HARMFUL_WORDS[name])


@pytest.mark.parametrize("name", ["Childline", "CEOP Safety Centre", "The Police"])
def test_no_site_is_called_as_a_service_is(tmp_path: Path, name: str) -> None:
    """The kiosk stands in a place, and says of itself that it is neither."""
    project = shipped()
    path = tmp_path / "site.yaml"
    path.write_text(f"site: {name}\n", "utf-8")
    site = read_site(str(path), project.library)

    assert name in local_rules(project.rules.rules, applied(project.library, site), site)


def test_a_sound_site_opens(tmp_path: Path) -> None:
    """Nobody has to know a school's own nurse."""
    assert "" == why_not(tmp_path, PERSON.format(**NURSE) + "signpost: Ask at reception.\n")


CHECKED = [
    (PERSON.format(**NURSE), 0, []),
    (PERSON.format(**(NURSE | HARMFUL["a stranger"])), 1, ["harmful-words"]),
    (PERSON.format(**(NURSE | HARMFUL["a premium number"])), 1, ["bad-number"]),
    ("whoops: yes\n", 1, ["unreadable"]),
]


@pytest.mark.parametrize(("rest", "status", "codes"), CHECKED)
def test_a_site_file_is_checked_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rest: str, status: int, codes: list[str]
) -> None:
    """`guide check site.yaml` says what keeps the kiosk closed, and in which line."""
    path = tmp_path / "site.yaml"
    path.write_text(f"site: Glen School\n{rest}", "utf-8")

    assert status == main(["check", str(path), "--json"])
    report = json.loads(capsys.readouterr().out)
    assert codes == sorted({finding["code"] for finding in report["findings"]})
    assert all(finding["line"] for finding in report["findings"])
