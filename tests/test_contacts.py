"""What a contact says of itself as data: who it is, when it is open, what its number rests on."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from guide.check.folder import check_folder
from guide.flow.library import load_library
from guide.flow.model import RUN_BY, Contact
from guide.flow.opening import ROUND_THE_CLOCK, Opening, is_bank_holiday, usually_open
from guide.flow.read import library_from
from guide.flow.roles import ROLES
from guide.problems import FlowError
from guide.project import Project
from tests.support.random_flows import contact
from tests.support.talking import ROOT

LIBRARY = load_library(str(ROOT / "flows"))
RULED = (ROOT / "tests" / "flows" / "ruled" / "ruled.yaml").read_text("utf-8")
KNOWN_PEOPLE = {"trusted-adult", "safeguarding-lead"}
"""People the reader knows already: no service, so nobody runs them."""


# -- who they are


@pytest.mark.parametrize("name", LIBRARY.contacts)
def test_every_contact_says_what_it_is_there_for_and_who_runs_it(name: str) -> None:
    shipped = LIBRARY.contacts[name]

    assert shipped.role in ROLES
    assert shipped.run_by in RUN_BY or name in KNOWN_PEOPLE


@pytest.mark.parametrize(
    ("role", "contacts"),
    [
        ("emergency", {"emergency"}),
        ("police", {"police-101"}),
        ("abuse-report", {"ceop"}),
        ("trusted-adult", {"trusted-adult"}),
    ],
)
def test_what_the_floor_stands_on_is_one_contact(role: str, contacts: set[str]) -> None:
    """Where several could be meant, a promise about one of them would promise nothing."""
    assert contacts == {it.id for it in LIBRARY.contacts.values() if it.role == role}


# -- what is malformed is told, with its line

CHILDLINE = "phone: 0800 1111,"

MALFORMED = {
    "an unknown role": ("role: helper", '"helper" is no "role" of contact "childline".'),
    "an unknown owner": ("run-by: friends", '"friends" is no "run-by" of contact "childline".'),
    "an unknown nation": ("nations: [wales, cornwall]", '"cornwall" is no nation.'),
    "an age in words": ("to-age: eighteen", '"eighteen" is no age.'),
    "an age that nobody reaches": ("to-age: 900", '"900" is no age.'),
    "hours in words": ("open: all day", '"open" of contact "childline" is no days and times.'),
    "an unknown day": ("open: {monday: 9:00-17:00}", '"monday" is no day, nor days.'),
    "days that run backwards": ("open: {fri-mon: 9:00-17:00}", '"fri-mon" is no day, nor days.'),
    "a time without minutes": ("open: {mon: 9-17}", '"9-17" is no time from and to.'),
    "a time that is no time": ("open: {mon: 9:70-17:00}", '"9:70-17:00" is no time from and to.'),
    "a time past midnight": ("open: {mon: 22:00-25:00}", '"22:00-25:00" is no time from and to.'),
    "an end before its start": ("open: {mon: 17:00-9:00}", '"17:00-9:00" is no time from and to.'),
    "two times at once": (
        "open: {mon-fri: 9:00-17:00, fri: 16:00-18:00}",
        '"open" has fri twice at one time.',
    ),
    "evidence of something else": ("evidence: {fax: leaflet}", "Fax"),
    "evidence that there is not": ("evidence: {phone: lost}", '"lost" is no source.'),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_what_is_malformed_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    line, what = MALFORMED[case]
    text = RULED.replace(", evidence: {phone: leaflet}", "").replace(
        CHILDLINE, f"{CHILDLINE} {line},"
    )
    (tmp_path / "ruled.yaml").write_text(text, "utf-8")
    number = next(n for n, row in enumerate(text.splitlines(), 1) if CHILDLINE in row)

    with pytest.raises(FlowError) as caught:
        library_from(str(tmp_path))

    problems = [str(problem) for problem in caught.value.problems]
    assert any(f"ruled.yaml:{number}: " in told for told in problems), problems
    assert any(what.lower() in told.lower() for told in problems), problems


def test_hours_are_read_day_by_day(tmp_path: Path) -> None:
    hours = "open: {mon-tue: [9:00-12:00, 13:00-24:00], bank-holidays: closed},"
    (tmp_path / "ruled.yaml").write_text(RULED.replace(CHILDLINE, f"{CHILDLINE} {hours}"), "utf-8")

    read = library_from(str(tmp_path)).contacts["childline"].open

    assert read == (
        ("mon", 540, 720),
        ("mon", 780, 1440),
        ("tue", 540, 720),
        ("tue", 780, 1440),
        ("bank-holidays", 0, 0),
    )


# -- whether somebody is usually there

WEEKDAYS: Opening = tuple((day, 540, 1020) for day in ("mon", "tue", "wed", "thu", "fri"))
IN_UTC = UTC
IN_SUMMER = timezone(timedelta(hours=1))


def with_hours(opening: Opening) -> Contact:
    return contact("helpline")._replace(open=opening)


@pytest.mark.parametrize(
    ("opening", "when", "expected"),
    [
        ((), datetime(2026, 11, 26, 12, tzinfo=UTC), None),
        (ROUND_THE_CLOCK, datetime(2026, 12, 25, 3, tzinfo=UTC), True),
        (WEEKDAYS, datetime(2026, 11, 26, 9, tzinfo=UTC), True),
        (WEEKDAYS, datetime(2026, 11, 26, 8, 59, tzinfo=UTC), False),
        (WEEKDAYS, datetime(2026, 11, 26, 16, 59, tzinfo=UTC), True),
        (WEEKDAYS, datetime(2026, 11, 26, 17, tzinfo=UTC), False),
        (WEEKDAYS, datetime(2026, 11, 28, 12, tzinfo=UTC), False),
        # The clock of the UK, whatever the clock of the machine says.
        (WEEKDAYS, datetime(2026, 7, 1, 8, tzinfo=UTC), True),
        (WEEKDAYS, datetime(2026, 7, 1, 16, tzinfo=UTC), False),
        (WEEKDAYS, datetime(2026, 7, 1, 9, tzinfo=IN_SUMMER), True),
        (WEEKDAYS, datetime(2026, 11, 26, 4, tzinfo=timezone(timedelta(hours=-5))), True),
        (WEEKDAYS, datetime(2026, 11, 26, 23, tzinfo=timezone(timedelta(hours=9))), True),
        # On a bank holiday of any nation nobody knows, unless the hours say it.
        (WEEKDAYS, datetime(2026, 12, 25, 12, tzinfo=UTC), None),
        (WEEKDAYS, datetime(2026, 11, 30, 12, tzinfo=UTC), None),
        ((*WEEKDAYS, ("bank-holidays", 0, 0)), datetime(2026, 12, 25, 12, tzinfo=UTC), False),
        ((*WEEKDAYS, ("bank-holidays", 600, 900)), datetime(2026, 12, 25, 12, tzinfo=UTC), True),
    ],
)
def test_somebody_is_usually_there_where_their_hours_say_so(
    opening: Opening, when: datetime, expected: bool | None
) -> None:
    assert expected is usually_open(with_hours(opening), when)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 0),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), 1),
        (datetime(2026, 10, 25, 0, 59, tzinfo=UTC), 1),
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), 0),
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), 1),
    ],
)
def test_summer_time_begins_and_ends_as_in_the_uk(when: datetime, expected: int) -> None:
    """At one in the morning of UTC, on the last Sunday of March and of October."""
    day = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[when.weekday()]
    minute = (when.hour + expected) * 60 + when.minute

    assert usually_open(with_hours(((day, minute, minute + 1),)), when) is True


def test_a_moment_without_a_time_zone_is_refused() -> None:
    """It could be any hour of the day."""
    with pytest.raises(ValueError, match="no time zone"):
        usually_open(with_hours(ROUND_THE_CLOCK), datetime(2026, 11, 26, 12))


@pytest.mark.parametrize(
    "day",
    [
        *("2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-04", "2025-08-25"),
        *("2026-01-01", "2026-01-02", "2026-03-17", "2026-04-03", "2026-04-06", "2026-05-04"),
        *("2026-05-25", "2026-07-13", "2026-08-03", "2026-08-31", "2026-11-30", "2026-12-25"),
        *("2026-12-28", "2027-03-26", "2027-03-29", "2027-12-27", "2027-12-28", "2022-12-27"),
        *("2028-01-03", "2028-01-04"),
    ],
)
def test_a_bank_holiday_of_any_nation_is_known(day: str) -> None:
    """As gov.uk/bank-holidays lists them, with the day in their place at a weekend."""
    assert is_bank_holiday(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-01-05", "2026-04-07", "2026-08-24", "2026-12-29"])
def test_another_day_is_no_bank_holiday(day: str) -> None:
    assert not is_bank_holiday(date.fromisoformat(day))


# -- rules that stand on it

RULES = """\
rules:
  open: {rule: Somebody is always there., because: leaflet, open-beside-first: "yes"}
  police: {rule: The police say so., because: leaflet, police-say-so: "yes"}
"""


def broken_by(tmp_path: Path, *edits: tuple[str, str]) -> set[str]:
    """The rules that small flows break once each edit is made."""
    text = RULED
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / "ruled.yaml").write_text(text, "utf-8")
    (tmp_path / "rules.yaml").write_text(RULES, "utf-8")
    report = check_folder(Project(str(tmp_path)), "2026-11-26")
    return {finding.code for finding in report.findings} & {"open", "police"}


CLOSED = (CHILDLINE, f"{CHILDLINE} open: {{mon: 9:00-17:00}},")
OPEN_BESIDE = ("[childline, trusted-adult]", "[childline, emergency]")
ALWAYS_OPEN = ('phone: "999",', 'phone: "999", open: always,')
NOBODY_ELSE = (("run-by: police, ", ""), ("    open: {mon-fri: 9:00-17:00}\n", ""))
OF_THE_POLICE = (CHILDLINE, f"{CHILDLINE} run-by: police,")


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        ((), set()),
        ((CLOSED,), {"open"}),
        ((CLOSED, OPEN_BESIDE), {"open"}),
        ((CLOSED, OPEN_BESIDE, ALWAYS_OPEN), set()),
        ((OF_THE_POLICE,), {"police"}),
        ((OF_THE_POLICE, (CHILDLINE, f"{CHILDLINE} says: The police listen.,")), set()),
        ((OF_THE_POLICE, ("name: Childline,", "name: Childline police,")), set()),
    ],
)
def test_a_rule_reads_what_contacts_say_of_themselves(
    edits: tuple[tuple[str, str], ...], broken: set[str], tmp_path: Path
) -> None:
    assert broken == broken_by(tmp_path, *NOBODY_ELSE, *edits)
