"""The order in which parts stand on a screen, where styles make it another than the page's."""

import re
from collections.abc import Mapping, Sequence

from guide.export.hosts.dom import Element

Placed = tuple[Element | str, Mapping[str, str]]
"""A text or an element, and what styles declare for it."""
_NUMBER = re.compile(r"\s*(-?\d+)")
_TOP = re.compile(r"\s*(-?\d*\.?\d+)(px|r?em|%|v[hw])?")
_AREAS = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_AT_THE_TOP = 200.0
"""From the top: what is put no lower is seen before the rest."""
_FIRST, _LAST = -1e9, 1e9


def as_placed(around: Mapping[str, str], parts: Sequence[Placed]) -> list[Placed]:
    """Parts as they follow one another on the screen, in an element with these declarations."""
    ordered = list(parts)
    display = around.get("display", "")
    if "flex" in display or "grid" in display:
        rows = _rows(around, parts)
        places = sorted(range(len(parts)), key=lambda at: (_order(parts[at][1]), rows[at]))
        ordered = [parts[at] for at in places]
        turned = f"{around.get('flex-direction', '')} {around.get('flex-flow', '')}"
        if "flex" in display and "reverse" in turned.replace("wrap-reverse", ""):
            ordered.reverse()
    return _with_laid_out(ordered)


def _with_laid_out(parts: list[Placed]) -> list[Placed]:
    """What is put to a place of the page stands there, and not where it is written."""
    tops = [_top(declared) for _, declared in parts]
    if all(top is None for top in tops):
        return parts
    worded = [
        top
        for (part, _), top in zip(parts, tops, strict=True)
        if (part.text() if isinstance(part, Element) else part.strip())
    ]
    # Where all of it is put somewhere, it is read from the top down.
    free = any(top is None for top in worded)
    keys = [_key(top, free=free) for top in tops]
    return [parts[at] for at in sorted(range(len(parts)), key=keys.__getitem__)]


def _key(top: float | None, *, free: bool) -> float:
    if top is None:
        return 0.0
    if not free or top == _LAST:
        return top
    return _FIRST + top if top < _AT_THE_TOP else 0.0


def _top(declared: Mapping[str, str]) -> float | None:
    """How far from the top an element is put; None where it stands where it is written."""
    if declared.get("position", "") not in ("absolute", "fixed"):
        return None
    match = _TOP.match(declared.get("top") or declared.get("inset", ""))
    if not match:
        return _LAST if "bottom" in declared else None
    return float(match[1]) * {"px": 1, "": 1, None: 1, "%": 8}.get(match[2], 16)


def _order(declared: Mapping[str, str]) -> int:
    match = _NUMBER.fullmatch(declared.get("order", ""))
    return int(match[1]) if match else 0


def _rows(around: Mapping[str, str], parts: Sequence[Placed]) -> list[int]:
    """The row of a grid that each part begins in; one that names none takes the next free one."""
    template = f"{around.get('grid-template-areas', '')} {around.get('grid-template', '')}"
    names = [name for row in _AREAS.findall(template) for name in "".join(row).split()]
    wanted = [_wanted_row(declared, names) for _, declared in parts]
    taken = set(wanted)
    rows: list[int] = []
    free = 1
    for row in wanted:
        while row is None and free in taken:
            free += 1
        rows.append(free if row is None else row)
        free += row is None
    return rows


def _wanted_row(declared: Mapping[str, str], names: Sequence[str]) -> int | None:
    """The row that a part is put into; by a name, the first of its area."""
    asked = declared.get("grid-row-start") or declared.get("grid-row") or ""
    asked = (asked or declared.get("grid-area", "")).split("/")[0].strip()
    if asked in names:
        return names.index(asked) + 1
    match = _NUMBER.fullmatch(asked)
    return int(match[1]) if match else None
