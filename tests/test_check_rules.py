"""Each word a rule may use, tried on one small flow: rules that hold, and rules that do not."""

import shutil
from pathlib import Path

import pytest

from guide.check.finding import Finding
from guide.check.folder import check_folder
from guide.check.report import lines
from guide.check.rules import DEMANDS, SPEAKS_OF
from guide.project import Project

HERE = Path(__file__).parent
RULED = HERE / "flows" / "ruled" / "ruled.yaml"
TODAY = "2026-11-21"
WORDS = sorted(path.stem for path in (HERE / "rules").glob("*.yaml"))


def folder_with(tmp_path: Path, rules: str) -> str:
    """A folder with the small flow and these rules."""
    folder = tmp_path / "ruled"
    folder.mkdir()
    shutil.copy(RULED, folder)
    (folder / "rules.yaml").write_text(rules)
    return str(folder)


def findings(tmp_path: Path, rules: str) -> list[Finding]:
    return list(check_folder(Project(folder_with(tmp_path, rules)), TODAY).findings)


def test_every_word_a_rule_may_use_is_tried() -> None:
    assert sorted({*DEMANDS, *SPEAKS_OF}) == WORDS


def test_the_page_about_rules_tells_of_every_word() -> None:
    page = (HERE.parent / "flows" / "RULES.md").read_text()

    assert [] == [word for word in WORDS if f"`{word}:" not in page]


def test_the_example_on_the_page_is_a_rule_as_shipped() -> None:
    page = (HERE.parent / "flows" / "RULES.md").read_text()
    example = page.split("```yaml\nrules:\n")[1].split("```")[0]

    assert example in (HERE.parent / "flows" / "shared" / "rules.yaml").read_text()


def test_the_small_flow_is_faultless_by_itself(tmp_path: Path) -> None:
    rules = "rules:\n  one: {rule: A., because: leaflet, knows: danger}\n"

    assert findings(tmp_path, rules) == []


@pytest.mark.parametrize("word", WORDS)
def test_rules_that_hold_say_nothing_and_others_show_how(
    word: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Each finding names the rule, says what is wrong, and shows the shortest answers."""
    folder = folder_with(tmp_path, (HERE / "rules" / f"{word}.yaml").read_text())
    report = check_folder(Project(folder), TODAY)
    told = "".join(
        f"{line}\n" for found in report.findings for line in lines(found, report.library)
    )
    expected = HERE / "rules" / f"{word}.txt"
    if request.config.getoption("--update"):
        expected.write_text(told)

    assert expected.read_text() == told
    broken = {finding.code for finding in report.findings}
    assert broken
    assert not [code for code in broken if code.startswith("holds-")]


FAULTY = {
    "unknown-fact": (
        "{rule: A., because: leaflet, when: {ages: 11-17}, always: ceop}",
        ['"ages" is no fact. Did you mean "age"?'],
    ),
    "unknown-value": (
        "{rule: A., because: leaflet, unless: {age: 11-18}, always: ceop}",
        ['"11-18" is no value of "age". Did you mean "11-17"?'],
    ),
    "unknown-contact": (
        "{rule: A., because: leaflet, always: [coep]}",
        ['"coep" is no contact. Did you mean "ceop"?'],
    ),
    "unknown-statement": (
        "{rule: A., because: leaflet, said-first: law-enforcment}",
        ['"law-enforcment" is no statement. Did you mean "law-enforcement"?'],
    ),
    "unknown-source": (
        "{rule: A., because: leaflets, always: ceop}",
        ['"leaflets" is no source. Did you mean "leaflet"?'],
    ),
    "unknown-urgency": (
        "{rule: A., because: leaflet, urgency: reports}",
        ['"reports" is no urgency. Did you mean "report"?'],
    ),
    "unknown-key": (
        "{rule: A., because: leaflet, allways: ceop}",
        ['"allways" is no key of rule "one". Did you mean "always"?'],
    ),
    "no-demand": (
        "{rule: A., because: leaflet, when: {age: 11-17}}",
        ['Rule "one" demands nothing.'],
    ),
    "no-sentence": ("{because: leaflet, always: ceop}", ['Rule "one" has no "rule".']),
    "no-source": ("{rule: A., always: ceop}", ['Rule "one" has no "because".']),
    "keeps-alone": (
        "{rule: A., because: leaflet, keeps: ceop}",
        ['Rule "one" demands nothing.', 'has only one of "not-worse" and "keeps"'],
    ),
    "no-number": (
        "{rule: A., because: leaflet, questions-at-most: many}",
        ['"many" is no number of questions.'],
    ),
    "nested-list": (
        "{rule: A., because: leaflet, always: [[ceop]]}",
        ['"A list or a mapping" is no contact.'],
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_rule_is_an_error_that_says_what_to_do(name: str, tmp_path: Path) -> None:
    rule, expected = FAULTY[name]
    found = findings(tmp_path, f"rules:\n  one: {rule}\n")

    assert [finding.code for finding in found] == ["faulty-rule"] * len(expected)
    for finding, words in zip(found, expected, strict=True):
        assert words in str(finding)
        assert finding.place.line == 2


def test_a_rule_that_speaks_of_nobody_is_an_error(tmp_path: Path) -> None:
    """Whoever is in danger now is never asked their worry, so nobody is both."""
    both = "{danger: now, concern: bullying}"
    rules = f"rules:\n  one: {{rule: A., because: leaflet, when: {both}, always: ceop}}\n"

    assert ["rule-speaks-of-nobody"] == [finding.code for finding in findings(tmp_path, rules)]


def test_a_rule_about_an_answer_that_is_gone_is_an_error(tmp_path: Path) -> None:
    rules = "rules:\n  one: {rule: A., because: leaflet, answered: worry.sad, always: ceop}\n"

    assert ["rule-speaks-of-nobody"] == [finding.code for finding in findings(tmp_path, rules)]


CONTRADICTIONS = {
    "always-and-never": ("always: ceop", "never: ceop"),
    "always-and-only": ("always: childline", "only: ceop"),
    "first-and-never": ("first: [ceop]", "never: [ceop]"),
    "one-of-and-never": ("one-of: [ceop, childline]", "never: [ceop, childline]"),
    "urgencies": ("urgency: report", "urgency: [talk, tell]"),
    "orders": ("order: [ceop, childline]", "order: [childline, ceop]"),
    "order-and-beside": ("order: [ceop, childline]", "beside: [childline, ceop]"),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_rules_that_contradict_each_other_are_an_error(name: str, tmp_path: Path) -> None:
    one, other = CONTRADICTIONS[name]
    rules = (
        "rules:\n"
        f"  one: {{rule: A., because: leaflet, when: {{concern: sexual}}, {one}}}\n"
        f"  two: {{rule: B., because: leaflet, when: {{age: 11-17}}, {other}}}\n"
    )
    codes = [finding.code for finding in findings(tmp_path, rules)]

    assert codes.count("rules-contradict") == 1


def test_rules_that_speak_of_different_people_do_not_contradict(tmp_path: Path) -> None:
    rules = (
        "rules:\n"
        "  one: {rule: A., because: leaflet, when: {concern: sexual}, always: ceop}\n"
        "  two: {rule: B., because: leaflet, when: {concern: bullying}, never: ceop}\n"
    )

    assert findings(tmp_path, rules) == []


def test_a_rule_named_twice_is_an_error(tmp_path: Path) -> None:
    rules = "rules:\n  one: {rule: A., because: leaflet, knows: danger}\n"
    folder = Path(folder_with(tmp_path, rules))
    (folder / "more.yaml").write_text(rules)
    found = check_folder(Project(str(folder)), TODAY).findings

    assert ['"one" already stands at ruled/more.yaml:2.'] == [finding.what for finding in found]
