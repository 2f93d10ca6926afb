"""`guide check`: what an author sees, what a program gets, and the exit status."""

import json
import re
import shutil
from io import StringIO
from pathlib import Path

import pytest

from guide.check import lints as checks
from guide.check.explain import codes, explain
from guide.check.finding import Finding, Report, Severity
from guide.check.folder import check_folder
from guide.check.proof.progress import Progress
from guide.check.report import report_as_data, report_lines
from guide.commands.new import write_starter
from guide.problems import Place
from guide.project import Project
from tests.support.talking import ROOT, SHIPPED, TINY, forked

RULED = ROOT / "tests" / "flows" / "ruled"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The bullied are sent to CEOP against a rule, and a sentence is too long."""
    folder = tmp_path / "flows"
    shutil.copytree(RULED, folder)
    text = (folder / "ruled.yaml").read_text()
    text = text.replace(
        "means: {concern: bullying}, to: talk-to-childline",
        "means: {concern: bullying}, to: report-to-ceop",
    )
    (folder / "ruled.yaml").write_text(
        text.replace("not your fault.", "not " + "really " * 20 + "your fault.")
    )
    (folder / "rules.yaml").write_text(
        "rules:\n  never-ceop: {rule: Bullying never ends at CEOP., because: leaflet,"
        " when: {concern: bullying}, never: ceop}\n"
    )
    return folder


def test_the_shipped_flows_have_no_fault_at_all() -> None:
    """No error, and no warning but of languages: every promise proven over every conversation.

    Stories, typed words and languages are looked at anew, as in every folder that is named.
    """
    ran = forked("check", "--today", "2026-11-21", flows=SHIPPED)
    lines = [line for line in ran.stdout.splitlines() if ": guide locale check " not in line]

    assert (0, []) == (ran.returncode, lines)
    assert ran.stderr.startswith("0 errors, ")
    assert "rules proven or broken over all" in ran.stderr


def test_a_finding_is_one_line_with_the_conversation_and_how_to_replay_it(broken: Path) -> None:
    ran = forked("check", str(broken))
    lines = ran.stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if "never-ceop" in line)

    assert 1 == ran.returncode
    assert lines[at] == (
        'flows/ruled.yaml:48: never-ceop: Bullying never ends at CEOP; but "report-to-ceop" shows '
        "ceop. Change what this ending shows, or what leads to it."
    )
    assert lines[at + 1] == '    "No" > "I\'m not sure" > "Someone is being mean to me"'
    assert lines[at + 2] == f"    guide walk --flows {broken} no not-sure bullying"


def test_errors_stand_last_and_warnings_of_a_language_in_one_line() -> None:
    """An author sees what blocks at once; a translator is told where the hundreds are listed."""

    def finding(code: str, severity: Severity, file: str, line: int) -> Finding:
        return Finding(code, severity, Place(file, line), "It is so.", "Mend it.")

    findings = (
        finding("never-ceop", "error", "flows/a.yaml", 1),
        finding("locale-stale", "warning", "cy/LC_MESSAGES/flows.po", 2),
        finding("locale-stale", "warning", "cy/LC_MESSAGES/flows.po", 9),
        finding("locale-draft", "warning", "cy/LC_MESSAGES", 0),
        finding("locale-draft", "warning", "ur/LC_MESSAGES", 0),
        finding("past-review", "warning", "flows/z.yaml", 3),
    )
    report = Report("flows", findings, None, 0, None, proven=True)

    assert [
        "flows/z.yaml:3: warning: past-review: It is so. Mend it.",
        "cy: warning: 2 locale-stale, 1 locale-draft. To list them: guide locale check cy",
        "ur: warning: 1 locale-draft. To list them: guide locale check ur",
        "flows/a.yaml:1: never-ceop: It is so. Mend it.",
    ] == list(report_lines(report))


def test_the_replay_shows_what_the_finding_says(broken: Path) -> None:
    ran = forked("check", str(broken), "--json")
    finding = next(one for one in json.loads(ran.stdout)["findings"] if one["code"] == "never-ceop")
    walked = forked(*finding["walk"].split()[1:], "--json")

    assert "report-to-ceop" == json.loads(walked.stdout)["ending"]
    assert finding["answers"] == json.loads(walked.stdout)["answers"]


def test_json_has_errors_and_warnings_counted_apart(broken: Path) -> None:
    data = json.loads(forked("check", str(broken), "--json").stdout)
    severities = [finding["severity"] for finding in data["findings"]]

    assert data["errors"] == severities.count("error") > 0
    assert data["warnings"] == severities.count("warning") > 0
    assert data["proven"] is True
    assert data["conversations"] > 10
    assert data["rules"] == 1


def test_findings_come_in_the_order_of_their_places(broken: Path) -> None:
    data = json.loads(forked("check", str(broken), "--json").stdout)
    places = [(finding["file"], finding["line"]) for finding in data["findings"]]

    assert sorted(places) == places


def test_warnings_alone_do_not_block(tmp_path: Path) -> None:
    folder = tmp_path / "flows"
    write_starter(str(folder))
    ran = forked("check", str(folder), "--today", "2030-01-01")

    assert 0 == ran.returncode
    assert "warning: past-review" in ran.stdout
    assert "0 errors, 6 warnings." in ran.stderr


def test_several_folders_are_checked_in_one_run(broken: Path) -> None:
    ran = forked("check", str(TINY), str(broken), "--json", "--today", "2026-11-21")
    data = json.loads(ran.stdout)

    assert 1 == ran.returncode
    assert [str(TINY), str(broken)] == [report["path"] for report in data["reports"]]
    assert data["errors"] == sum(report["errors"] for report in data["reports"])


def test_each_of_several_folders_is_summed_up_by_its_name(broken: Path) -> None:
    told = forked("check", str(TINY), str(broken)).stderr.splitlines()

    assert [True, True] == [
        any(line.startswith(f"{folder}: ") for line in told) for folder in (TINY, broken)
    ]


def test_of_thousands_that_say_the_same_the_first_are_read_and_the_rest_counted() -> None:
    """--json has each."""
    findings = tuple(
        Finding("never-ceop", "error", Place("flows/a.yaml", line), "It is so.", "Mend it.")
        for line in range(2000)
    )
    told = list(report_lines(Report("flows", findings, None, 1, 1, proven=True)))

    assert "1,950 more never-ceop. Mend those above first; --json lists each." == told[-1]
    assert 51 == len(told)
    assert 2000 == len(
        report_as_data(Report("flows", findings, None, 1, 1, proven=True))["findings"]
    )


def test_a_missing_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    ran = forked("check", str(tmp_path / "nothing"))

    assert 1 == ran.returncode
    assert "unreadable: The folder cannot be read" in ran.stdout
    assert "Traceback" not in ran.stderr


def test_every_code_is_explained() -> None:
    """What a finding is called can be asked about, rules by their sentence and their sources."""
    rules = Project(str(SHIPPED)).rules.rules

    assert {"trap", "unreadable", "danger-means-999"} < set(codes(rules))
    for check in checks.PATHS:
        assert (check.__doc__ and len(check.__doc__.splitlines()) > 2) or check.__doc__
    ran = forked("check", "--explain", "danger-means-999", flows=SHIPPED)

    assert ran.stdout.startswith("Whoever is in danger now is told to call 999")
    assert "danger is in danger right now" in ran.stdout
    assert "It rests on:" in ran.stdout


def test_an_unknown_code_is_wrong_use() -> None:
    ran = forked("check", "--explain", "danger-mean-999", flows=SHIPPED)

    assert 2 == ran.returncode
    assert 'Did you mean "danger-means-999"?' in ran.stderr


def codes_in_the_program() -> set[str]:
    """Every code that some line of the program gives a finding, read from the code itself."""
    codes = set()
    for file in (ROOT / "guide").rglob("*.py"):
        text = file.read_text("utf-8")
        codes |= set(re.findall(r'\bFinding\(\s*"([a-z-]+)"', text))
        codes |= {f"locale-{code}" for code in re.findall(r'self\._fault\(\s*"([a-z-]+)"', text)}
        if file.parent.name == "check":
            codes |= set(re.findall(r'^[A-Z_]+ = "([a-z]+(?:-[a-z]+)*)"$', text, re.MULTILINE))
    return codes - {"practice"}  # the name of a folder


def test_every_code_that_can_be_printed_is_explained() -> None:
    """Whoever reads a code in a report can ask what it means."""
    library = Project(str(SHIPPED)).library
    unknown = [code for code in codes_in_the_program() if explain(code, (), library) is None]

    assert [] == sorted(unknown)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("tyepd", "typed-number"), ("local-draft", "locale-draft"), ("unreadible", "unreadable")],
)
def test_a_code_that_is_misspelt_is_guessed(written: str, meant: str) -> None:
    ran = forked("check", "--explain", written, flows=SHIPPED)

    assert 2 == ran.returncode
    assert f'Did you mean "{meant}"?' in ran.stderr


def test_a_wrong_date_is_wrong_use() -> None:
    assert 2 == forked("check", "--today", "yesterday").returncode


def test_every_rule_shipped_can_be_read_aloud() -> None:
    """A sentence with a capital and a full stop, at most 40 words, that rests on a source."""
    book = Project(str(SHIPPED)).rules

    assert not book.problems
    assert len(book.rules) > 50
    for rule in book.rules:
        assert rule.sentence[0].isupper() or rule.sentence[0].isdigit(), rule.id
        assert rule.sentence.endswith("."), rule.id
        assert len(rule.sentence.split()) <= 40, rule.id
        assert rule.because, rule.id


def test_a_long_check_shows_how_far_it_has_come_and_then_wipes_it() -> None:
    """Nothing for the first second; then a bar; and the line is left as it was."""
    now = 0.0
    out = StringIO()
    progress = Progress(out, lambda: now)
    progress(1, 4)

    assert "" == out.getvalue()
    now = 1.5
    progress(2, 4)

    assert "\rChecking 2 of 4 [##########..........]" == out.getvalue()
    progress.wipe()

    assert out.getvalue().endswith("\r\x1b[K")


def test_each_part_of_a_check_is_counted() -> None:
    told: list[tuple[int, int]] = []
    check_folder(Project(str(RULED)), "2026-11-21", lambda done, total: told.append((done, total)))

    assert [(number, len(told)) for number in range(1, len(told) + 1)] == told
