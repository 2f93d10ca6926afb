"""What was edited between two files as YAML reads them: each value that came, went or changed."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from guide.flow.nodes import Mapping, Node, Sequence

Keys = tuple[str, ...]
"""The keys that lead to a value, from the top of a folder's tree; a list adds none."""

ORDER = "order"
"""The last key of an edit that only moved what a mapping or a list holds."""

CONDITIONS = frozenset({"when", "unless", "known-as", "can-say"})
"""Mappings that say one thing together: for whom. They are told as one value."""
LINES = frozenset({"before", "keep-in-mind", "next", "if-not", "more", "contacts", "side-by-side"})
"""Lists of which each holds by itself; in every other the first that fits is taken."""
ORDERED = frozenset({"options", "always", "common", "topics", "values", "signs", "never-lost"})
"""Mappings whose order a person meets."""


class Guard(NamedTuple):
    """For whom a value counts: `when` holds, and none of those tried `before` it."""

    when: Node | None
    before: tuple[Node, ...]


class Edit(NamedTuple):
    """One value that differs; None on the side that lacks it."""

    keys: Keys
    old: Node | None
    new: Node | None
    around: tuple[tuple[int, Mapping], ...]
    """The mappings it stands in, as they are now (as they were, where gone), outermost first.

    Each with how many keys lead to it.
    """
    guards: tuple[Guard, ...]
    line: int
    """Where it stands now, else where it stood."""


class _At(NamedTuple):
    keys: Keys = ()
    around: tuple[tuple[int, Mapping], ...] = ()
    guards: tuple[Guard, ...] = ()
    line: int = 0


def edits(old: Node | None, new: Node | None) -> Iterator[Edit]:
    """Every edit that makes the new tree of the old one; nothing that differs is left out."""
    yield from _edits(old, new, _At())


def value_of(node: Node | None) -> object:
    """A value by what it holds alone, without its lines: equal values are equal."""
    if isinstance(node, Mapping):
        return tuple((key, value_of(value)) for key, value in node.values.items())
    return tuple(map(value_of, node.values)) if isinstance(node, Sequence) else node


def _edits(old: Node | None, new: Node | None, at: _At) -> Iterator[Edit]:
    if value_of(old) == value_of(new) and (old is None) == (new is None):
        return
    if isinstance(old, Sequence) or isinstance(new, Sequence):
        yield from _in_list(_as_list(old), _as_list(new), at)
    elif _is_record(old, at) and _is_record(new, at) and not _is_whole_rule(old, new, at):
        yield from _in_mapping(old, new, at)  # type: ignore[arg-type]
    else:
        yield Edit(at.keys, old, new, *at[1:])


def _is_record(node: Node | None, at: _At) -> bool:
    """Whether its keys are looked at one by one."""
    if node is None or not at.keys:
        return True
    return isinstance(node, Mapping) and bool(node.values) and at.keys[-1] not in CONDITIONS


def _is_whole_rule(old: Node | None, new: Node | None, at: _At) -> bool:
    """Whether a rule came or went: it is one thing to tell, not one for each of its keys."""
    return at.keys[:1] == ("rules",) and len(at.keys) == 2 and (old is None or new is None)


def _in_mapping(old: Mapping | None, new: Mapping | None, at: _At) -> Iterator[Edit]:
    before, after = _values(old), _values(new)
    here = new or old
    assert here is not None  # one of the two is there, as they differ
    inside = at._replace(around=(*at.around, (len(at.keys), here)))
    for key in dict.fromkeys((*before, *after)):
        line = next((side.lines[key] for side in (new, old) if side and key in side.lines), at.line)
        within = inside._replace(keys=(*at.keys, key), line=line)
        yield from _edits(before.get(key), after.get(key), within)
    both = [key for key in before if key in after]
    kept = [key for key in after if key in before]
    if both != kept and _order_counts(at.keys):
        moved = Sequence(here.line), Sequence(here.line)
        moved[0].values, moved[1].values = [*both], [*kept]
        yield Edit((*at.keys, ORDER), *moved, inside.around, at.guards, at.line)


def _order_counts(keys: Keys) -> bool:
    return bool(keys) and (keys[-1] in ORDERED or keys[0] == "words")


def _values(node: Mapping | None) -> dict[str, Node]:
    return node.values if node else {}


def _as_list(node: Node | None) -> Sequence:
    """A list as it is; a value that stands alone, as a list of one (readers take both)."""
    if isinstance(node, Sequence):
        return node
    made = Sequence(0)
    if node is not None:
        made.values, made.lines = [node], [node.line if isinstance(node, Mapping) else 0]
    return made


def _in_list(old: Sequence, new: Sequence, at: _At) -> Iterator[Edit]:
    before, after = list(map(value_of, old.values)), list(map(value_of, new.values))
    if before == after:  # a list of one, and the same standing alone: readers see no difference
        if not before:
            yield Edit(at.keys, old, new, *at[1:])
        return
    # By repr, as texts and tuples cannot be put in order together.
    if sorted(map(repr, before)) == sorted(map(repr, after)):
        yield Edit((*at.keys, ORDER), old, new, *at[1:])
        return
    if not any(isinstance(item, Mapping | Sequence) for item in (*old.values, *new.values)):
        yield Edit(at.keys, _without(old, after), _without(new, before), *at[1:])
        if _kept(before, after) != _kept(after, before):
            yield Edit((*at.keys, ORDER), old, new, *at[1:])
        return
    # By itself it passes over what is frequent in a list of 200 or more.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag != "equal":
            pairs = zip_longest(range(old_from, old_to), range(new_from, new_to))
            for was, now in pairs:
                yield from _of_item(old, was, new, now, at)


def _of_item(
    old: Sequence, was: int | None, new: Sequence, now: int | None, at: _At
) -> Iterator[Edit]:
    items, number = (new, now) if now is not None else (old, was)
    assert number is not None
    lines = items.lines or [0] * len(items.values)
    earlier = () if _is_of_lines(at.keys) else tuple(map(_when, items.values[:number]))
    guard = Guard(_when(items.values[number]), tuple(each for each in earlier if each is not None))
    within = at._replace(guards=(*at.guards, guard), line=lines[number] or at.line)
    yield from _edits(*_alike(_item(old, was), _item(new, now)), within)


def _item(items: Sequence, number: int | None) -> Node | None:
    return None if number is None else items.values[number]


def _alike(old: Node | None, new: Node | None) -> tuple[Node | None, Node | None]:
    """Two items of a list, the short form of one written out like the other."""
    if isinstance(old, str) and isinstance(new, Mapping):
        return _written_out(old, new), new
    if isinstance(new, str) and isinstance(old, Mapping):
        return old, _written_out(new, old)
    return old, new


def _written_out(short: str, like: Mapping) -> Node:
    for key in ("say", "show", "go"):
        if key in like.values:
            made = Mapping(like.line)
            made.values[key], made.lines[key] = short, like.lines[key]
            return made
    return short


def _kept(items: list[object], others: list[object]) -> list[object]:
    return [item for item in items if item in others]


def _is_of_lines(keys: Keys) -> bool:
    is_message = keys[:1] in (("steps",), ("topics",)) and len(keys) == 3 and keys[2] == "say"
    return is_message or keys[-1] in LINES


def _when(node: Node) -> Node | None:
    return node.values.get("when") if isinstance(node, Mapping) else None


def _without(items: Sequence, others: list[object]) -> Sequence | None:
    """The items of a list of texts less those of another list, or all where none is left."""
    left = Sequence(items.line)
    rest = list(others)
    for item in items.values:
        if item in rest:
            rest.remove(item)
        else:
            left.values.append(item)
    return left if left.values else None
