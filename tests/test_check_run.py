"""A whole check: what is looked at every time, what may be kept, and what is reported."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache as memo
from pathlib import Path

import pytest

from guide import cache
from guide.check import run
from guide.check.finding import Report
from guide.check.floor.record import write_record
from guide.check.run import check, looks
from guide.project import Project
from guide.shipped import Shipped
from guide.translate import start
from tests.support.locales import change, draft, nothing, reviewed
from tests.support.once import read_files_anew
from tests.support.practising import TINY_STORY, folder
from tests.support.talking import ROOT, SHIPPED, TINY, forked, guide

TODAY = "2026-11-21"


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny flows with a story, the shipped file of words and, beside them, Welsh.

    What was found in the stories and the languages is kept, as in a package.
    """
    made = folder(tmp_path_factory.mktemp("looked-at"), TINY, bus=TINY_STORY)
    (made / "words").mkdir()
    shutil.copy(SHIPPED / "words" / "en.yaml", made / "words")
    start.begin(Project(str(made), locales_of(made)), "cy", practice=True)
    change(locales_of(made), reviewed)
    for look in looks(project(made)):
        cache.write(look)
    return made


@pytest.fixture
def flows(looked_at: Path, tmp_path: Path) -> Path:
    """The same for a test of its own, to be edited."""
    shutil.copytree(looked_at.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / looked_at.name


def locales_of(flows: Path) -> str:
    return str(flows.parent / "locales")


def project(flows: Path) -> Project:
    """As for folders that nobody had to name."""
    return Project(Shipped(flows), Shipped(locales_of(flows)))


EVERY_TIME = ["flows", "words", "typed", "phrases", "promises"]
"""What a check looks at whatever was found before: nothing of it is a story's or a language's."""
ANEW = [*EVERY_TIME[:2], "stories", "cy", *EVERY_TIME[2:]]
"""What it looks at where nothing is kept."""


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was looked at since: of flows, of words, of stories, of a language."""
    seen: list[str] = []
    names = {"check_folder": "flows", "_of_typed_words": "typed", "faults_of_words": "words"}
    names |= {"_of_english": "phrases", "_of_promises": "promises"}
    for function, name in (names | {"_of_stories": "stories", "_of_language": "cy"}).items():
        real = getattr(run, function)

        def watched(
            *given: object,
            real: Callable[..., object] = real,
            name: str = name,
            **options: object,
        ) -> object:
            seen.append(name)
            return real(*given, **options)

        monkeypatch.setattr(run, function, watched)
    return seen


def bare(report: Report) -> Report:
    """What a report says, wherever it comes from."""
    return report._replace(library=None, kept=False)


# -- what is kept


def test_flows_rules_words_and_numbers_are_proven_every_time(
    flows: Path, looked: list[str]
) -> None:
    """A safety tool repeats nothing from memory. Stories and languages may be as found before."""
    kept = check(project(flows), TODAY)
    seen = list(looked)
    looked.clear()
    anew = check(project(flows), TODAY, fresh=True)

    assert EVERY_TIME == seen
    assert ANEW == looked
    assert bare(anew) == bare(kept)
    assert kept.findings
    assert kept.proven
    assert (True, False) == (kept.kept, anew.kept)


def test_nothing_kept_is_read_of_folders_that_are_named(flows: Path, looked: list[str]) -> None:
    check(Project(str(flows), locales_of(flows)), TODAY)

    assert ANEW == looked


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


def with_the_ear(flows: Path) -> None:
    shutil.copy(SHIPPED / "words" / "ear.model", flows / "words")


PO = "../locales/cy/LC_MESSAGES/"
BOTH = ["stories", "cy"]
EDITS = {
    "nothing": (in_file("tiny.yaml", "flow: ", "flow: "), []),
    "a flow": (in_file("tiny.yaml", "small guide", "little guide"), BOTH),
    "a rule": (with_file("rules.yaml", "rules: {}\n"), BOTH),
    "a promise": (with_file("words/promises.tsv", "who says\nwhat\n"), BOTH),
    "a learned ear": (
        lambda flows: shutil.copy(SHIPPED / "words/ear.model", flows / "words"),
        BOTH,
    ),
    "a word": (in_file("words/en.yaml", "# ", "# All "), BOTH),
    "a story": (in_file("practice/bus.yaml", "On the bus", "On the tram"), BOTH),
    "a story more": (with_file("practice/tram.yaml", "scenario: tram\n"), BOTH),
    "flows.po": (in_file(f"{PO}flows.po", "# ", "# Ann "), ["cy"]),
    "guide.po": (in_file(f"{PO}guide.po", "# ", "# Ann "), ["cy"]),
    "practice.po": (in_file(f"{PO}practice.po", "# ", "# Ann "), ["cy"]),
    "no practice.po": (lambda flows: (flows / f"{PO}practice.po").unlink(), ["cy"]),
    "glossary": (in_file("../locales/cy/glossary.yaml", "# How", "# Just how"), ["cy"]),
    "phrases": (in_file("../locales/cy/phrases.yaml", "# What", "# All"), ["cy"]),
    "a language's learned ear": (with_file("../locales/cy/ear.model", "none"), ["cy"]),
    "a compiled language": (with_file(f"{PO}catalogue.compiled", "other"), ["cy"]),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_has_changed_is_looked_at_again(flows: Path, looked: list[str], name: str) -> None:
    """Whatever the findings rest on: each edit, and only what rests on it."""
    edit, expected = EDITS[name]
    edit(flows)
    kept = check(project(flows), TODAY)
    again = [what for what in looked if what in BOTH]
    anew = check(project(flows), TODAY, fresh=True)

    assert expected == again
    assert bare(anew) == bare(kept)


HARM = {
    "harmful words": ("tiny.yaml", "They listen.", "Tell nobody.", "harmful-words"),
    "another number": ("tiny.yaml", "phone: 0800 1111", "phone: 0800 1112", "known-service"),
    "a number in a text": ("tiny.yaml", "Say where", "Call 0800 1112. Say where", "bad-number"),
    "an address in a text": ("tiny.yaml", "They listen.", "See chi1dline.com.", "bad-link"),
    "no help": ("tiny.yaml", "help: [emergency, ", "help: [", "floor-help"),
    "no danger": ("tiny.yaml", "contacts: [emergency]", "contacts: [childline]", "floor-danger"),
    "what a line holds": ("must-hold.tsv", "link", "link elsewhere;", "must-hold"),
    "a phrase in two places": (
        "tiny.yaml",
        "means: {concern: bul",
        "also: [wants pics of me], means: {concern: bul",
        "phrase-twice",
    ),
}


@pytest.mark.parametrize("forged", [False, True], ids=["kept before", "forged since"])
@pytest.mark.parametrize("name", HARM)
def test_harm_done_since_is_seen_whatever_was_kept(flows: Path, name: str, forged: bool) -> None:
    """Not even a file of findings that says, with every hash right, that there is nothing."""
    file, old, new, code = HARM[name]
    made = project(flows)
    write_record(str(flows), made.reading, made.rules.rules)
    before = check(project(flows), TODAY)
    in_file(file, old, new)(flows)
    for look in looks(project(flows)) if forged else ():
        cache.write(look, [])
    after = check(project(flows), TODAY)
    new_codes = {finding.code for finding in {*after.findings} - {*before.findings}}

    assert before.kept
    assert after.kept or not forged
    assert code in new_codes


def test_of_another_program_nothing_is_kept(
    flows: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One letter of its code, or another version of a package: no finding is taken over."""
    package = flows.parent / "guide"
    shutil.copytree(ROOT / "guide", package)
    monkeypatch.setattr(cache, "PACKAGE", str(package))
    check(project(flows), TODAY)
    same = list(looked)
    in_file("../guide/translate/audit.py", "Nothing is walked", "Nothing is walkek")(flows)
    check(project(flows), TODAY)

    assert EVERY_TIME == same
    assert ANEW == looked[len(same) :]


@pytest.mark.parametrize("name", ["practice", "../locales/cy"])
@pytest.mark.parametrize("damage", [b"", b"\x89PNG\r\n", None], ids=["empty", "foreign", "cut"])
def test_a_damaged_file_is_no_finding(
    flows: Path, looked: list[str], name: str, damage: bytes | None
) -> None:
    """It is passed over, and what it stood for is looked at."""
    file = flows / name / run.FINDINGS
    file.write_bytes(file.read_bytes()[:-9] if damage is None else damage)
    check(project(flows), TODAY)

    assert 1 == len([what for what in looked if what in BOTH])


def test_in_ci_everything_is_looked_at_anew(tmp_path: Path) -> None:
    """What a machine decides by is never taken from memory; nor is anything with --fresh."""
    folder(tmp_path, TINY, bus=TINY_STORY)
    (tmp_path / "locales").mkdir()
    shutil.copytree(ROOT / "guide", tmp_path / "guide")
    code = "from guide.compiled import compile_main; compile_main()"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)

    def says(*arguments: str, ci: str = "") -> bool:
        done = guide("check", *arguments, env={"CI": ci}, flows=None, installed=tmp_path)
        return "as they were last looked at" in done.stderr

    assert [True, False, False] == [says(), says(ci="true"), says("--fresh")]


def test_a_check_writes_nothing(flows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where all it kept is stale."""
    in_file("tiny.yaml", "small guide", "little guide")(flows)
    monkeypatch.setattr(cache, "write", None)
    before = {path: path.read_bytes() for path in flows.parent.rglob("*") if path.is_file()}
    check(project(flows), TODAY)

    assert before == {p: p.read_bytes() for p in flows.parent.rglob("*") if p.is_file()}


@memo
def opened() -> Counter[str]:
    """How often each file was opened, by its path, since this was first asked for."""
    counted: Counter[str] = Counter()

    def count(event: str, given: tuple[object, ...]) -> None:
        if event == "open" and isinstance(given[0], str):
            counted[os.path.abspath(given[0])] += 1

    sys.addaudithook(count)
    return counted


@pytest.mark.parametrize("fresh", [True, False])
def test_a_check_reads_each_file_once(
    flows: Path, fresh: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So all that it says is of the same files, whoever saves one meanwhile."""
    read_files_anew(monkeypatch)
    (flows / "words" / "danger").mkdir()
    for name in ("en.yaml", "danger/cy.yaml", "ear.model", "promises.tsv"):
        shutil.copy(SHIPPED / "words" / name, flows / "words" / name)
    shutil.copy(ROOT / "locales" / "cy" / "phrases.yaml", flows.parent / "locales" / "cy")
    for look in looks(project(flows)):
        cache.write(look)
    opened().clear()
    kept = check(project(flows), TODAY, fresh=fresh).kept
    named = {str(path) for path in flows.parent.rglob("*.*") if path.is_file()}
    times = {os.path.relpath(name, flows): opened()[name] for name in named}

    assert kept is not fresh
    assert 1 == times["words/en.yaml"] == times["tiny.yaml"]
    assert 1 == times["../locales/cy/phrases.yaml"] == times["../locales/cy/glossary.yaml"]
    assert {} == {name: number for name, number in times.items() if number > 1}


# -- the report


def test_faults_of_stories_and_languages_stand_in_the_report_by_place(flows: Path) -> None:
    """Errors and warnings apart, with the flows' own, and an error blocks."""
    in_file("practice/bus.yaml", "ending: call-999", "ending: call-9999")(flows)
    in_file(f"{PO}flows.po", "Language: cy", "Language: pl")(flows)
    done = forked("check", str(flows), "--json", "--locales", locales_of(flows), "--today", TODAY)
    data = json.loads(done.stdout)
    places = [(one["file"], one["line"]) for one in data["findings"]]
    errors = {(one["file"], one["code"]) for one in data["findings"] if one["severity"] == "error"}

    assert 1 == done.returncode
    assert sorted(places) == places
    assert ("practice/bus.yaml", run.STORY) in errors
    assert "cy/LC_MESSAGES/flows.po" in {file for file, _ in errors}
    assert data["errors"] == sum(one["severity"] == "error" for one in data["findings"])


@pytest.mark.parametrize("stories", [True, False])
def test_a_source_is_left_over_where_neither_a_flow_nor_a_story_rests_on_it(
    flows: Path, stories: bool
) -> None:
    """It only informs. What a story is learned from is practised with, and no screen shows it."""
    leaflet = "  leaflet: {document: A leaflet for tests, review-by: 2027-05-21}\n"
    more = "".join(leaflet.replace("leaflet:", f"{name}:") for name in ("taught", "lost"))
    in_file("tiny.yaml", leaflet, leaflet + more)(flows)
    in_file("practice/bus.yaml", "statement: not-your-fault", "say: Yes., source: taught")(flows)
    if not stories:
        shutil.rmtree(flows / "practice")
    report = check(project(flows), TODAY)
    told = {finding.what: finding.severity for finding in report.findings}
    left_over = {what for what in told if what.startswith("Nothing rests on the source")}
    expected = {"lost"} if stories else {"lost", "taught"}

    assert {f'Nothing rests on the source "{name}".' for name in expected} == left_over
    assert {"warning"} == {told[what] for what in left_over}


def test_a_language_of_drafts_is_one_line(flows: Path) -> None:
    """However many drafts there are, in however many files; and it does not block."""
    change(locales_of(flows), draft)
    (flows / "practice" / "bus.yaml").unlink()
    done = forked("check", str(flows), "--locales", locales_of(flows), "--today", TODAY)

    assert 1 == done.stdout.count("locale-draft")
    assert "1 locale-draft" in done.stdout


def test_other_flows_are_checked_without_the_shipped_languages(tmp_path: Path) -> None:
    """Whose English is another; those named are checked with any flows."""
    made = folder(tmp_path, TINY)
    start.begin(Project(str(made), locales_of(made)), "cy")
    change(locales_of(made), nothing)
    alone = forked("check", str(made), "--today", TODAY)
    named = forked("check", str(made), "--today", TODAY, "--locales", locales_of(made))
    by_environment = forked(
        "check", str(made), "--today", TODAY, env={"GUIDE_LOCALES": locales_of(made)}
    )

    assert "locale-" not in alone.stdout
    assert "cy: warning: " in named.stdout
    assert f"guide locale check cy --locales {locales_of(made)}" in named.stdout
    assert named.stdout == by_environment.stdout


def test_flows_that_cannot_be_used_are_mended_first(flows: Path) -> None:
    """Nothing is held against them: one cause, one finding."""
    with_file("more.yaml", "steps: [\n")(flows)

    assert {"unreadable"} == {finding.code for finding in check(project(flows), TODAY).findings}
