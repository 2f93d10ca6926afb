"""`guide sources`, `guide withdraw`: what the guide rests on, and what it is without a service."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from guide.commands import parser
from guide.flow.library import load_library
from guide.flow.model import CONTACT_METHODS
from guide.flow.read import library_from
from guide.ledger.rests import lines_without_source, resting
from guide.ledger.review import days_between_looks, due
from guide.options import FAILED, OK, WRONG_USE
from tests.support.ledger import FLOWS, FOUND
from tests.support.talking import SHIPPED

LIBRARY = load_library(str(SHIPPED))
WRITTEN_ON = date(2026, 11, 26)
"""The day the dates of review were spread."""


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    folder = tmp_path / "flows"
    folder.mkdir()
    (folder / "flows.yaml").write_text(FLOWS, "utf-8")
    return folder


def guide(*words: str) -> int:
    try:
        return parser.run(list(words))
    except SystemExit as left:
        return int(left.code or 0)


def write_back(flows: Path, found: str, today: str = "2026-11-26") -> int:
    file = flows.parent / "found.yaml"
    file.write_text(found, "utf-8")
    return guide("sources", "--checked", str(file), "--today", today, "--flows", str(flows))


# -- what rests on what


def test_every_number_link_and_hours_shipped_rests_on_a_source() -> None:
    by_source = resting(LIBRARY)
    evidenced = {(each.of, each.field) for rests in by_source.values() for each in rests}
    stated = {
        (f'contact "{contact.id}"', field)
        for contact in LIBRARY.contacts.values()
        for field in (*CONTACT_METHODS, "hours")
        if getattr(contact, field)
    }

    assert set() == stated - evidenced


def test_the_ledger_says_what_rests_on_a_source_what_has_none_and_what_is_due(
    flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert OK == guide("sources", "--flows", str(flows), "--today", "2026-11-26")
    told = capsys.readouterr().out

    assert '  - contact "line", phone\n' in told
    assert '  - ending "talk"\n' in told
    assert "Lines with no source of their own: 1 of 2.\n" in told
    assert 'flows/flows.yaml:16: ending "talk": You can say what you like.' in told
    assert 'source "numbers" was due by 2026-11-01.' in told
    assert "Due: 1. A date closes nothing and takes nobody away." in told


def test_no_line_of_a_statement_counts_as_without_a_source() -> None:
    without, lines = lines_without_source(LIBRARY)

    assert 0 < len(without) < lines
    assert all(each.says and not each.source for each in without)


# -- the page that a person takes along


@pytest.mark.parametrize("html", [False, True])
def test_the_page_says_what_we_say_where_it_stands_and_what_to_look_for(
    flows: Path, capsys: pytest.CaptureFixture[str], *, html: bool
) -> None:
    assert OK == guide("sources", "--to-check", *["--html"] * html, "--flows", str(flows))
    page = capsys.readouterr().out

    for words in (
        "Their page: who they are (The Line)",
        "https://line.example.org/about",
        "They listen to you.",
        "flows/flows.yaml:15",
        "0800 000 0000",
        "This number or address, each digit and letter, as theirs.",
        "Nobody has looked at the live page. To be looked at by 2027-02-01.",
        "No address is known: find the page first.",
        "guide sources --checked FILE",
    ):
        assert words in page, words
    assert html == page.startswith("<!doctype html>")


def test_the_page_in_html_asks_nothing_of_the_network(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And shows what is said as text: no word of a source can become a tag."""
    monkeypatch.setenv("GUIDE_FLOWS", str(SHIPPED))
    assert OK == guide("sources", "--to-check", "--html")
    page = capsys.readouterr().out

    assert [] == [tag for tag in ("<script", "<img", "<link", "src=", "@import") if tag in page]


def test_html_alone_is_wrong_use(flows: Path) -> None:
    assert WRONG_USE == guide("sources", "--html", "--flows", str(flows))


def test_the_form_comes_back_empty_and_writes_nothing(
    flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing counts as looked at that nobody looked at."""
    guide("sources", "--to-check", "--flows", str(flows))
    form = capsys.readouterr().out.partition("The form\n--------\n")[2]

    assert FAILED == write_back(flows, form)
    assert FLOWS == (flows / "flows.yaml").read_text("utf-8")
    assert "Left empty, so passed over: 2." in capsys.readouterr().out


# -- what comes back


def test_what_was_found_is_written_back_and_all_else_stays(
    flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert OK == write_back(flows, FOUND), capsys.readouterr()
    written = (flows / "flows.yaml").read_text("utf-8")

    expected = FLOWS.replace("2027-02-01  # spread", "2027-11-26  # spread").replace(
        "    note: Read in a stored copy.\n",
        "    note: Read in a stored copy.\n"
        "    checked:\n"
        "      on: 2026-11-26\n"
        '      by: "A. Reader, safeguarding lead"\n'
        '      page: "https://line.example.org/about"\n'
        '      said: "They listen. \\"Free\\", day & night: #1"\n',
    )
    assert expected == written
    assert library_from(str(flows)).sources["page"].checked == (
        "2026-11-26",
        "A. Reader, safeguarding lead",
        "https://line.example.org/about",
        'They listen. "Free", day & night: #1',
    )


def test_a_later_look_takes_the_place_of_an_earlier_one(flows: Path) -> None:
    write_back(flows, FOUND)
    later = FOUND.replace("2026-11-26", "2026-12-24").replace("They listen.", "They moved.")

    assert OK == write_back(flows, later, "2026-12-24")
    written = (flows / "flows.yaml").read_text("utf-8")
    assert 1 == written.count("checked:")
    assert "They moved." in written
    assert "They listen. \\" not in written


def test_lines_end_as_they_did(flows: Path) -> None:
    (flows / "flows.yaml").write_bytes(FLOWS.replace("\n", "\r\n").encode())

    assert OK == write_back(flows, FOUND)
    written = (flows / "flows.yaml").read_bytes()
    assert written.count(b"\r\n") == written.count(b"\n")


BAD = {
    "a source that there is not": (("page:\n", "pages:\n"), 1, '"pages" is no source.'),
    "no day": (("  on: 2026-11-26\n", ""), 1, 'has no "on"'),
    "a day that is none": (("2026-11-26", "26 November"), 2, '"26 November" is not a date.'),
    "a day that is to come": (("2026-11-26", "2026-11-27"), 2, "has not come yet."),
    "nobody who looked": (("A. Reader, safeguarding lead", '""'), 3, '"by"'),
    "no page": (("https://line.example.org/about", "their site"), 4, '"their site" is no address.'),
    "a key that there is not": (("  said:", "  was-said:"), 5, '"was-said" is no key'),
    "a list": (("  on: 2026-11-26", "  on: [2026-11-26]"), 2, '"on"'),
    "no yaml": (("  by: A.", "  by: [A."), 3, ""),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused_with_its_line_and_nothing_is_lost(
    case: str, flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old, new), line, what = BAD[case]
    assert old in FOUND

    assert FAILED == write_back(flows, FOUND.replace(old, new, 1))
    told = capsys.readouterr().err
    assert f"found.yaml:{line}: " in told
    assert what in told
    assert FLOWS == (flows / "flows.yaml").read_text("utf-8")
    assert ["flows.yaml"] == [file.name for file in flows.iterdir()]


def test_an_earlier_look_never_takes_the_place_of_a_later_one(flows: Path) -> None:
    write_back(flows, FOUND)
    before = (flows / "flows.yaml").read_text("utf-8")

    assert FAILED == write_back(flows, FOUND.replace("2026-11-26", "2026-11-25"))
    assert before == (flows / "flows.yaml").read_text("utf-8")


def test_a_source_on_one_line_is_refused_and_left_as_it_was(
    flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It cannot be written without moving its words: a person is told where and how."""
    text = FLOWS.replace(
        "  numbers:\n    document: A directory\n    review-by: 2026-11-01\n",
        "  numbers: {document: A directory, review-by: 2026-11-01}\n",
    )
    (flows / "flows.yaml").write_text(text, "utf-8")
    found = FOUND.partition("numbers:")[0].replace("page:\n", "numbers:\n", 1)

    assert FAILED == write_back(flows, found)
    assert "cannot be written here safely. Write the source over" in capsys.readouterr().err
    assert text == (flows / "flows.yaml").read_text("utf-8")


def test_every_shipped_source_can_be_written_back(tmp_path: Path) -> None:
    """However it is laid out: each by itself, its comments and its neighbours untouched."""
    folder = tmp_path / "flows"
    (folder / "shared").mkdir(parents=True)
    for file in (*SHIPPED.glob("*.yaml"), *SHIPPED.glob("shared/*.yaml")):
        (folder / file.relative_to(SHIPPED)).write_bytes(file.read_bytes())
    found = "".join(
        f"{name}: {{on: 2027-01-02, by: A, page: 'https://example.org', said: It says so.}}\n"
        for name in LIBRARY.sources
    )
    before = (folder / "shared" / "sources.yaml").read_text("utf-8")

    assert OK == write_back(folder, found, "2027-01-02")
    after = (folder / "shared" / "sources.yaml").read_text("utf-8")
    kept = [line for line in after.splitlines() if not line.startswith("      ")]
    kept = [line for line in kept if line.strip() != "checked:" and "review-by" not in line]
    assert [line for line in before.splitlines() if "review-by" not in line] == kept


# -- dates


@pytest.mark.parametrize("name", LIBRARY.sources)
def test_a_source_is_looked_at_the_sooner_the_more_depends_on_it(name: str) -> None:
    """A first-line number within a quarter, another within half a year, all else within a year."""
    source = LIBRARY.sources[name]
    last = date.fromisoformat(source.checked[0]) if source.checked else WRITTEN_ON

    assert source.review_by <= (last + timedelta(days_between_looks(LIBRARY, name))).isoformat()


def test_the_dates_are_spread() -> None:
    """One and the same day for all is a day on which nobody looks at any."""
    days = [source.review_by for source in LIBRARY.sources.values()]
    days += [contact.review_by for contact in LIBRARY.contacts.values()]

    assert max(days.count(day) for day in days) <= len(days) // 4


def test_what_is_due_is_told_and_stays() -> None:
    overdue = due(LIBRARY, "2030-01-01")

    assert len(overdue) == len(LIBRARY.sources) + len(LIBRARY.contacts)
    assert [] == due(LIBRARY, "2026-11-26")


def test_nothing_ships_as_checked_that_nobody_checked() -> None:
    """Each look that is written down has its day, who looked, the page, and what it said."""
    assert [] == [
        source.id
        for source in LIBRARY.sources.values()
        if source.checked and not all(source.checked)
    ]


# -- without a service


def test_a_service_that_no_rule_needs_can_go(
    flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = FLOWS.replace("title: Talk to {line_name}", "title: Talk to somebody")
    (flows / "flows.yaml").write_text(text, "utf-8")

    assert OK == guide("withdraw", "line", "--flows", str(flows))
    told = capsys.readouterr().out
    assert "  was: line, other\n  now: other\n" in told
    assert 'Without "line" 1 screens change.\nEvery rule still holds on every screen.\n' in told


def test_the_rules_that_a_service_is_needed_for_are_named(
    flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert FAILED == guide("withdraw", "other", "--flows", str(flows))
    assert "These would no longer hold: other-is-there.\n" in capsys.readouterr().out


def test_words_that_cannot_be_left_out_are_named(
    flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert FAILED == guide("withdraw", "line", "--flows", str(flows))
    assert (
        "flows/flows.yaml:13: speaks of it, and must be written anew: Talk to {line_name}"
        in capsys.readouterr().out
    )


def test_a_screen_left_with_nobody_is_an_error(
    flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = FLOWS.replace("[line, other]", "[other]").partition("rules:")[0]
    (flows / "flows.yaml").write_text(text, "utf-8")

    assert FAILED == guide("withdraw", "other", "--flows", str(flows))
    assert "no-contact" in capsys.readouterr().out


def test_a_contact_that_there_is_not_is_wrong_use(flows: Path) -> None:
    assert WRONG_USE == guide("withdraw", "lime", "--flows", str(flows))


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("shout", {"self-harm-has-people-to-talk-to"}),
        ("find-the-council", set()),
        ("childline", None),
    ],
)
def test_a_shipped_service_can_be_taken_away(
    name: str, broken: set[str] | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those that many rules ask for included: what would no longer hold is told, by its name."""
    guide("withdraw", name, "--flows", str(SHIPPED), "--json")
    told = json.loads(capsys.readouterr().out)

    assert told["screens"]
    assert all(name not in screen["now"] for screen in told["screens"])
    named = {finding["code"] for finding in told["broken"]}
    assert named >= broken if broken is not None else len(named) > 5
