"""What a check keeps, and that nothing stale is ever told; the stories and languages in it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide import cache
from guide.check import checks, kept
from guide.check.finding import Report
from guide.check.kept import check, compile_checks
from guide.flow.library import load
from guide.translate import start
from tests.locales import change, draft, nothing, reviewed
from tests.practising import TINY_STORY, folder
from tests.talking import ROOT, SHIPPED, TINY, guide

TODAY = "2026-11-21"


PROGRAM = list(kept._program())


@pytest.fixture
def flows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny flows with a story and, beside them, Welsh; everything checked and kept.

    The program counts for nothing but in its own test, so that whoever edits it meanwhile
    breaks no other.
    """
    monkeypatch.setattr(kept, "_program", lambda: [])
    made = folder(tmp_path, TINY, bus=TINY_STORY)
    start.begin(load(str(made)), locales_of(made), "cy", str(made))
    change(locales_of(made), reviewed)
    list(compile_checks(str(made), TODAY, locales_of(made)))
    return made


def locales_of(flows: Path) -> str:
    return str(flows.parent / "locales")


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was looked at anew since: flows, stories, a language."""
    seen: list[str] = []

    def watched(name: str, look: Callable[..., Report]) -> Callable[..., Report]:
        def watching(*given: object) -> Report:
            seen.append(name)
            return look(*given)

        return watching

    language = kept._looking_at
    monkeypatch.setattr(kept, "_look_at_flows", watched("flows", kept._look_at_flows))
    monkeypatch.setattr(kept, "_look_at_stories", watched("stories", kept._look_at_stories))
    monkeypatch.setattr(kept, "_looking_at", lambda *given: watched("cy", language(*given)))
    return seen


def bare(report: Report) -> Report:
    """What a report says, wherever it comes from."""
    return report._replace(library=None, kept=False)


def found(flows: Path, today: str = TODAY) -> Report:
    return check(str(flows), today, locales_of(flows))


def test_what_is_kept_is_what_would_be_found(flows: Path, looked: list[str]) -> None:
    """To the letter, and nothing is looked at again."""
    told = found(flows)
    assert [] == looked
    anew = check(str(flows), TODAY, locales_of(flows), fresh=True)

    assert ["flows", "stories", "cy"] == looked
    assert bare(anew) == bare(told)
    assert told.findings
    assert told.proven
    assert (True, False) == (told.kept, anew.kept)


def test_a_reader_is_told_that_it_was_proven_before(
    flows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And how to have it proven again, which says the same."""
    monkeypatch.undo()
    list(compile_checks(str(flows), TODAY, locales_of(flows)))
    arguments = ["check", str(flows), "--locales", locales_of(flows), "--today", TODAY]
    before, anew = guide(*arguments), guide(*arguments, "--fresh")

    assert before.stdout == anew.stdout
    assert f"{anew.stderr.strip()} Nothing has changed since" in before.stderr


def in_file(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(flows: Path) -> None:
        file = flows / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def with_file(name: str, text: str) -> Callable[[Path], None]:
    def edit(flows: Path) -> None:
        (flows / name).write_text(text, encoding="utf-8")

    return edit


PO = "../locales/cy/LC_MESSAGES/"
ALL = ["flows", "stories", "cy"]
EDITS = {
    "a flow": (in_file("tiny.yaml", "small guide", "little guide"), ALL),
    "a rule": (with_file("rules.yaml", "rules: {}\n"), ALL),
    "a story": (in_file("practice/bus.yaml", "On the bus", "On the tram"), ALL),
    "a story more": (with_file("practice/tram.yaml", "scenario: tram\n"), ALL),
    "flows.po": (in_file(f"{PO}flows.po", "# ", "# Ann "), ["cy"]),
    "guide.po": (in_file(f"{PO}guide.po", "# ", "# Ann "), ["cy"]),
    "practice.po": (in_file(f"{PO}practice.po", "# ", "# Ann "), ["cy"]),
    "no practice.po": (lambda flows: (flows / f"{PO}practice.po").unlink(), ["cy"]),
    "glossary": (in_file("../locales/cy/glossary.yaml", "# How", "# Just how"), ["cy"]),
    "phrases": (in_file("../locales/cy/phrases.yaml", "# What", "# All"), ["cy"]),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_has_changed_is_looked_at_again(flows: Path, looked: list[str], name: str) -> None:
    """Whatever the findings rest on: each edit, and only what rests on it."""
    edit, expected = EDITS[name]
    edit(flows)
    told = found(flows)
    again = list(looked)
    anew = check(str(flows), TODAY, locales_of(flows), fresh=True)

    assert expected == again
    assert bare(anew) == bare(told)


def test_another_program_keeps_nothing(
    flows: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One letter of its code, or another version of a package: no finding is taken over."""
    (tmp_path / "more.py").write_text("CHANGED = True\n")
    names = {name for _, name in PROGRAM}
    monkeypatch.setattr(kept, "_program", lambda: [(str(tmp_path / "more.py"), "more")])
    found(flows)

    assert ["flows", "stories", "cy"] == looked
    assert {"babel", "yaml", "/check/rules.py", "/practice/check.py", "/translate/audit.py"} < names


def test_a_day_is_looked_at_again_once_a_review_date_has_passed(
    flows: Path, looked: list[str]
) -> None:
    """Nothing else of a date matters, so most days nothing is."""
    quiet = found(flows, "2026-11-22")
    assert [] == looked
    late = found(flows, "2099-01-01")

    assert ["flows"] == looked
    assert "past-review" not in {finding.code for finding in quiet.findings}
    assert "past-review" in {finding.code for finding in late.findings}


@pytest.mark.parametrize("content", checks.CONTENT, ids=checks.code)
def test_a_date_decides_only_which_review_dates_have_passed(content: checks.ContentCheck) -> None:
    """What the test above rests on, for each check that is told the day."""
    library = load(str(SHIPPED))

    assert list(content.check(library, "1999-12-31")) == list(content.check(library, TODAY))


@pytest.mark.parametrize("place", [".", "practice", "../locales/cy"])
@pytest.mark.parametrize("damage", [b"", b"\x89PNG\r\n", None], ids=["empty", "foreign", "cut"])
def test_a_damaged_file_is_no_finding(
    flows: Path, looked: list[str], place: str, damage: bytes | None
) -> None:
    """It is passed over, and what it stood for is looked at."""
    file = flows / place / kept.KEPT
    file.write_bytes(file.read_bytes()[:-9] if damage is None else damage)
    found(flows)

    assert 1 == len(looked)


def test_a_check_writes_nothing(flows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where all it kept is stale."""
    in_file("tiny.yaml", "small guide", "little guide")(flows)
    monkeypatch.setattr(cache, "save", None)
    before = {path: path.read_bytes() for path in flows.parent.rglob("*") if path.is_file()}
    found(flows)

    assert before == {p: p.read_bytes() for p in flows.parent.rglob("*") if p.is_file()}


# -- the report


def test_faults_of_stories_and_languages_stand_in_the_report_by_place(flows: Path) -> None:
    """Errors and warnings apart, with the flows' own, and an error blocks."""
    in_file("practice/bus.yaml", "ending: call-999", "ending: call-9999")(flows)
    in_file(f"{PO}flows.po", "Language: cy", "Language: pl")(flows)
    done = guide("check", str(flows), "--json", "--locales", locales_of(flows), "--today", TODAY)
    data = json.loads(done.stdout)
    places = [(one["file"], one["line"]) for one in data["findings"]]
    errors = {(one["file"], one["code"]) for one in data["findings"] if one["severity"] == "error"}

    assert 1 == done.returncode
    assert sorted(places) == places
    assert ("practice/bus.yaml", kept.STORY) in errors
    assert "cy/LC_MESSAGES/flows.po" in {file for file, _ in errors}
    assert data["errors"] == sum(one["severity"] == "error" for one in data["findings"])


def test_a_language_of_drafts_is_one_line(flows: Path) -> None:
    """However many drafts there are, in however many files; and it does not block."""
    change(locales_of(flows), draft)
    (flows / "practice" / "bus.yaml").unlink()
    done = guide("check", str(flows), "--locales", locales_of(flows), "--today", TODAY)

    assert 1 == done.stdout.count("locale-draft")
    assert "cy/LC_MESSAGES: warning: locale-draft: " in done.stdout


def test_other_flows_are_checked_without_the_shipped_languages(tmp_path: Path) -> None:
    """Whose English is another; those named are checked with any flows."""
    made = folder(tmp_path, TINY)
    start.begin(load(str(made)), locales_of(made), "cy")
    change(locales_of(made), nothing)
    alone = guide("check", str(made), "--today", TODAY)
    named = guide("check", str(made), "--today", TODAY, "--locales", locales_of(made))
    by_environment = guide(
        "check", str(made), "--today", TODAY, env={"GUIDE_LOCALES": locales_of(made)}
    )

    assert "locale-" not in alone.stdout
    assert "cy/LC_MESSAGES/flows.po: warning: locale-missing" in named.stdout
    assert named.stdout == by_environment.stdout


def test_flows_that_cannot_be_used_are_mended_first(flows: Path) -> None:
    """Nothing is held against them: one cause, one finding."""
    with_file("more.yaml", "steps: [\n")(flows)
    told = found(flows)

    assert {"unreadable"} == {finding.code for finding in told.findings}


def test_the_shipped_flows_are_kept_as_they_are_found(tmp_path: Path) -> None:
    """Four languages, all stories and the words people use: kept or anew, the same report."""
    flows, locales = tmp_path / "flows", tmp_path / "locales"
    ignored = shutil.ignore_patterns("*.compiled")
    shutil.copytree(SHIPPED, flows, ignore=ignored)
    shutil.copytree(ROOT / "locales", locales, ignore=ignored)
    made = list(compile_checks(str(flows), TODAY, str(locales)))
    told = check(str(flows), TODAY, str(locales))
    anew = check(str(flows), TODAY, str(locales), fresh=True)

    assert 3 + len(list(locales.glob("*/LC_MESSAGES"))) == len(made)
    assert bare(anew) == bare(told)
    assert [] == [str(one) for one in told.findings if one.severity == "error"]
