"""Each hazard that a path can show has a rule, which names it."""

import shutil
from pathlib import Path

import pytest

from guide.commands import parser
from guide.project import Project
from tests.support.talking import SHIPPED, TINY

RULES = Project(str(SHIPPED)).rules.rules

HAZARDS = {
    "H01": "a child is sent to the abuser as an adult they trust",
    "H02": "there is no way to say that the adult is the one",
    "H03": "a child under 11 thinks that they may not report",
    "H04": "somebody who works with children waits until they are ready",
    "H05": "nobody is told of children's services",
    "H06": "an allegation goes to a helpline, or to the accused",
    "H07": "a helpline is called while it is closed, or written to in vain",
    "H08": "a blackmailed child in despair sees no crisis line",
    "H09": "the screen that shows Report Remove forbids to use it",
    "H10": "the link of Report Remove is not the tool",
    "H11": "an adult's picture goes to the Internet Watch Foundation",
    "H12": "where an adult is behind a picture the police are not shown",
    "H13": "whoever was assaulted lately sees no health help",
    "H14": "somebody who harmed a child reads that it is not their fault",
    "H15": "a teenager who worries about what they did finds nobody",
    "H16": "the family is told of a forced marriage or of cutting",
    "H17": "a child who is exploited finds nobody who acts",
    "H18": "a crisis line is named for one nation alone",
    "H19": "Northern Ireland is sent to a council",
    "H20": "a child calls the police without knowing it",
    "H22": "somebody who cannot speak calls 999 and is cut off",
    "H23": "there is no phone, or nobody believes the child",
    "H24": "the whole screen is shown to the one it is about",
    "H25": "an adult who is not sure leads a child to say it",
    "H26": "the one it is about is confronted, or warned",
    "H28": "abuse in person goes to CEOP before those who must act",
    "H29": "a report at night is believed to be read at once",
    "H30": "that CEOP needs a name frightens, as nobody says why",
    "H32": "somebody is not in the UK",
    "H33": "the guide is taken for CEOP, or for checked by it",
    "H38": "abuse between partners, or stalking, reaches nobody who acts",
    "H40": "sexual activity under 13 is not passed on",
}
"""What a path can show, by its number in the hazard log."""

ELSEWHERE = {
    "H21": "a service closes: guide sources, guide withdraw (test_ledger.py)",
    "H27": "typed words misheard (test_hearing.py)",
    "H31": "the limits of Childline: a topic (below)",
    "H34": "drafts of translations (test_locale_audit.py)",
    "H35": "who reads over a shoulder (test_nothing_is_kept.py)",
    "H36": "an edit that breaks a route (test_mutants.py)",
    "H37": "a rule that says more than it proves (test_check_rules.py)",
    "H39": "fear of punishment for being on an app: a topic (below)",
}
"""What no path shows, and what holds it instead."""

TOPICS = {
    "H31": ("who-will-find-out", "if a person who works with children hurts you"),
    "H39": ("will-i-get-in-trouble", "whatever app you were on and whatever your age"),
}


def test_the_log_has_forty_rows_and_each_has_its_place() -> None:
    rows = {f"H{number:02}" for number in range(1, 41)}

    assert rows == {*HAZARDS, *ELSEWHERE}


@pytest.mark.parametrize("hazard", HAZARDS)
def test_a_hazard_that_a_path_can_show_has_a_rule(hazard: str) -> None:
    assert [rule.id for rule in RULES if hazard in rule.hazards], HAZARDS[hazard]


def test_no_rule_names_a_hazard_that_the_log_does_not_have() -> None:
    known = {*HAZARDS, *ELSEWHERE}

    assert [] == [rule.id for rule in RULES if not known.issuperset(rule.hazards)]


@pytest.mark.parametrize("hazard", TOPICS)
def test_a_hazard_that_a_topic_holds_is_met_there(hazard: str) -> None:
    topic, words = TOPICS[hazard]
    said = Project(str(SHIPPED)).library.topics[topic].say

    assert any(words in variant.text.source for line in said for variant in line.wording)


def test_a_rule_explains_the_hazard_it_guards_against(capsys: pytest.CaptureFixture[str]) -> None:
    parser.run(["check", "--flows", str(SHIPPED), "--explain", "blackmail-has-a-life-line"])

    assert "It guards against hazard H08 of the hazard log.\n" in capsys.readouterr().out


def test_a_hazard_that_is_none_is_a_faulty_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "flows"
    rule = "  a: {rule: A., hazard: twelve, because: leaflet, help: [emergency]}\n"
    shutil.copytree(TINY, folder)
    (folder / "rules.yaml").write_text(f"rules:\n{rule}", "utf-8")

    assert 1 == parser.run(["check", str(folder)])
    assert 'rules.yaml:2: faulty-rule: "twelve" is no hazard.' in capsys.readouterr().out
