"""When a contact can be reached: days and times, and whether they are usually there at a moment.

The clock never changes a screen's words, its contacts or their order. A front end may add whether
somebody is usually open beside hours that are confirmed, and hands the time in.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from guide.flow.model import Contact

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The days of a week, as `date.weekday` counts them."""
BANK_HOLIDAYS = "bank-holidays"
EVERY_DAY = (*DAYS, BANK_HOLIDAYS)
MIDNIGHT = 24 * 60
"""The end of a day, in minutes from its start."""

DayHours = tuple[str, int, int]
"""A day, and from when to when, in minutes from its start; the end is no longer within."""
Opening = tuple[DayHours, ...]
"""When somebody is there; empty where that is not confirmed."""

ROUND_THE_CLOCK: Opening = tuple((day, 0, MIDNIGHT) for day in EVERY_DAY)


def usually_open(contact: Contact, when: datetime) -> bool | None:
    """Whether somebody usually answers at a moment, by the clock of the UK.

    None where nobody knows: no hours are confirmed, or it is a bank holiday somewhere in the UK
    and the hours say nothing of those. `when` must have a time zone: ValueError where it has none.
    """
    local = _uk_clock(when)
    if not contact.open or contact.open == ROUND_THE_CLOCK:
        return bool(contact.open) or None
    day = DAYS[local.weekday()]
    if is_bank_holiday(local.date()):
        day = BANK_HOLIDAYS
        if all(name != day for name, _, _ in contact.open):
            return None
    minute = local.hour * 60 + local.minute
    return any(name == day and start <= minute < end for name, start, end in contact.open)


def open_now(contacts: Iterable[Contact], when: datetime) -> frozenset[str]:
    """The ids of those who are usually there at a moment; not of those who always are.

    Of these their hours say it. `when` must have a time zone: ValueError where it has none.
    """
    partly = (contact for contact in contacts if contact.open not in ((), ROUND_THE_CLOCK))
    return frozenset(contact.id for contact in partly if usually_open(contact, when))


def is_bank_holiday(day: date) -> bool:
    """Whether a day is a bank holiday in some nation of the UK.

    By the rules of gov.uk/bank-holidays; one that is declared for a single year is not known.
    """
    return day in {*_moveable(day.year), *_fixed(day.year)}


def _uk_clock(when: datetime) -> datetime:
    """The moment by the clock of the UK: an hour ahead of UTC while it is summer time.

    Reckoned here, as not every machine has a table of time zones.
    """
    if when.utcoffset() is None:
        message = "The moment has no time zone."
        raise ValueError(message)
    utc = when.astimezone(UTC)
    # Summer time begins and ends at 1:00 UTC, on the last Sundays of March and October.
    starts, ends = (
        datetime(utc.year, month, _last_sunday(utc.year, month).day, 1, tzinfo=UTC)
        for month in (3, 10)
    )
    return utc + timedelta(hours=starts <= utc < ends)


def _last_sunday(year: int, month: int) -> date:
    """Of a month with 31 days."""
    last = date(year, month, 31)
    # weekday() counts from Monday as 0: so many days ago was Sunday.
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _moveable(year: int) -> set[date]:
    """Good Friday, Easter Monday, and those that fall on a Monday of a month."""

    def monday(month: int, earliest: int) -> date:
        first = date(year, month, earliest)
        return first + timedelta(days=-first.weekday() % 7)

    easter = _easter(year)
    # The last Monday of a month with 31 days is the first one from its 25th on.
    early_may, spring, summer = monday(5, 1), monday(5, 25), monday(8, 25)
    scottish_summer = monday(8, 1)
    friday, easter_monday = easter - timedelta(days=2), easter + timedelta(days=1)
    return {friday, easter_monday, early_may, spring, summer, scottish_summer}


def _fixed(year: int) -> set[date]:
    """Days of the same date each year, and the working day in their place at a weekend."""
    dates = ((1, 1), (1, 2), (3, 17), (7, 12), (11, 30), (12, 25), (12, 26))
    days = {date(year, month, day) for month, day in dates}
    for day in sorted(days):
        instead = day
        # Where 25 December is a Sunday, the 26th is a holiday itself, and the 27th stands in.
        while instead.weekday() >= len(DAYS) - 2 or (instead in days and instead != day):
            instead += timedelta(days=1)
        days.add(instead)
    return days


def _easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, 1991)."""
    golden = year % 19
    century, years = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarter, left = divmod(years, 4)
    weekday = (32 + 2 * rest + 2 * quarter - epact - left) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
