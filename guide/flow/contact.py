"""What a contact says of itself as data, read: whom it is for, who runs it, when, on what it rests.

The words a person reads stand beside it (guide/flow/registers.py); rules and tools ask the data.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from guide.flow.advice import listed, sentence, shortened
from guide.flow.fields import FileReader
from guide.flow.model import CONTACT_METHODS, NATIONS, RUN_BY
from guide.flow.nodes import Mapping, Sequence
from guide.flow.opening import BANK_HOLIDAYS, DAYS, MIDNIGHT, ROUND_THE_CLOCK, DayHours, Opening
from guide.flow.roles import ROLES

EVIDENCE_KEYS = frozenset({*CONTACT_METHODS, "hours"})
"""What a contact's evidence may be evidence of."""

_SPAN = re.compile(r"(\d\d?):([0-5]\d)-(\d\d?):([0-5]\d)")
_MALFORMED = "Write always, or days and times such as mon-fri: 9:00-17:00."
_GROUPS = {"every-day": DAYS, BANK_HOLIDAYS: (BANK_HOLIDAYS,)}
OLDEST = 120


def contact_data(page: FileReader, node: Mapping, what: str) -> dict[str, Any]:
    """The fields of a contact that are no words; each may be left out."""
    return {
        "translate_name": yes(page, node, "translate-name", what),
        "role": _one_of(page, node, "role", what, ROLES),
        "run_by": _one_of(page, node, "run-by", what, RUN_BY),
        "nations": _nations(page, node, what),
        "from_age": _age(page, node, "from-age", what),
        "to_age": _age(page, node, "to-age", what),
        "free": yes(page, node, "free", what),
        "open": _open(page, node, what),
        "evidence": _evidence(page, node, what),
    }


def yes(page: FileReader, node: Mapping, key: str, what: str) -> bool:
    """Whether a key that may be left out says yes."""
    return _one_of(page, node, key, what, ("yes", "no")) == "yes"


def _one_of(page: FileReader, node: Mapping, key: str, what: str, values: tuple[str, ...]) -> str:
    """The value of a key that may be left out, and else is one of a few words; or empty."""
    return page.one_of(node, key, what, values, default="") if key in node.values else ""


def _nations(page: FileReader, node: Mapping, what: str) -> tuple[str, ...]:
    names = page.phrases(node, "nations", what)
    for name in names:
        if name not in NATIONS:
            use = page.mend(name, NATIONS, f"Use: {', '.join(NATIONS)}.")
            page.faults.add(node.lines["nations"], f'"{shortened(name)}" is no nation.', use)
    return names


def _age(page: FileReader, node: Mapping, key: str, what: str) -> int:
    """A number of years; 0 where none is given."""
    if not (value := page.plain(node, key, what)):
        return 0
    if value.isascii() and value.isdigit() and len(value) < 4 and 0 < int(value) <= OLDEST:
        return int(value)
    page.faults.add(node.lines[key], f'"{shortened(value)}" is no age.', "Write a number of years.")
    return 0


# -- hours


def _open(page: FileReader, node: Mapping, what: str) -> Opening:
    value = node.values.get("open")
    if value is None:
        return ()
    if value == "always":
        return ROUND_THE_CLOCK
    line = node.lines["open"]
    if type(value) is not Mapping or not value.values:
        page.faults.add(line, f'"open" of {what} is no days and times.', _MALFORMED)
        return ()
    spans: list[DayHours] = []
    for name, times in value.values.items():
        at = value.lines[name]
        if not (days := _days(name)):
            page.faults.add(at, f'"{shortened(name)}" is no day, nor days.', _MALFORMED)
        for start, end in _times(page, times, at):
            spans += [(day, start, end) for day in days]
    _do_not_overlap(page, spans, line)
    return tuple(sorted(spans, key=lambda span: ([*DAYS, BANK_HOLIDAYS].index(span[0]), span[1])))


def _days(name: str) -> tuple[str, ...]:
    """The days that `mon`, `mon-fri`, `every-day` or `bank-holidays` stands for, else none."""
    first, _, last = name.partition("-")
    if name in _GROUPS:
        return _GROUPS[name]
    if first not in DAYS or (last or first) not in DAYS:
        return ()
    return DAYS[DAYS.index(first) : DAYS.index(last or first) + 1]


def _times(page: FileReader, times: Any, line: int) -> Iterator[tuple[int, int]]:
    """Each span of a day, in minutes; `closed` is one in which there is no minute."""
    for value in times.values if type(times) is Sequence else [times]:
        if value == "closed":
            yield 0, 0
            continue
        match = _SPAN.fullmatch(value) if isinstance(value, str) else None
        if match:
            hour, minute, end_hour, end_minute = map(int, match.groups())
            start, end = hour * 60 + minute, end_hour * 60 + end_minute
            if start < end <= MIDNIGHT:
                yield start, end
                continue
        shown = shortened(value) if isinstance(value, str) else "A list or a mapping"
        page.faults.add(line, f'"{shown}" is no time from and to.', _MALFORMED)


def _do_not_overlap(page: FileReader, spans: Iterable[DayHours], line: int) -> None:
    ordered = sorted(spans)
    for (day, _, end), (next_day, start, _) in pairwise(ordered):
        if day == next_day and start < end:
            page.faults.add(line, f'"open" has {day} twice at one time.', "Keep one of the two.")


# -- evidence


def _evidence(
    page: FileReader, node: Mapping, what: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each number, link and the hours rest on, as sources."""
    value = node.values.get("evidence")
    mapping = page.mapping(value, f'"evidence" of {what}', node.lines.get("evidence", node.line))
    if mapping is None:
        return ()
    for key in mapping.values:
        if key not in EVIDENCE_KEYS:
            what_is_wrong = f'"{shortened(key)}" is nothing that evidence is of, in {what}.'
            use = page.mend(key, EVIDENCE_KEYS, f"Use: {listed(EVIDENCE_KEYS)}.")
            page.faults.add(mapping.lines[key], sentence(what_is_wrong), use)
    return tuple(
        (key, page.names(mapping, key, "source", f"the evidence of {what}"))
        for key in mapping.values
    )
