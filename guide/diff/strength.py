"""Whether an edit of a rule lets more through, or less: what a rule speaks of, and what it asks."""

from guide.diff.tree import ORDER, Edit
from guide.flow.nodes import Mapping, Node, Sequence

WEAKER, STRONGER, CHANGED = "weaker", "stronger", "changed"

_ANY = frozenset({"only", "one-of", "first", "first-alone", "urgency"})
"""Demands that are met by any of those named: one more lets more through."""
_SCOPE = frozenset({"where-shown", "answered", "asking"})
"""What narrows a rule to some conversations: one name fewer is fewer of them."""
_WORDS = frozenset({"rule", "because"})


def strength(edit: Edit) -> str:
    """`weaker`, `stronger` or `changed`, of the rule that an edit is in; `` where it is words."""
    keys = edit.keys[2:]
    if not keys:
        return _by(edit.old is None)
    key = keys[0]
    if key in _WORDS:
        return ""
    if edit.keys[-1] == ORDER:
        return CHANGED
    if key in ("when", "known-as"):
        return _of_all(edit, wider_is_stronger=key == "when")
    if key in ("unless", "can-say"):
        return _of_each(edit, more_is_stronger=key == "can-say")
    if key.endswith("-at-most"):
        return _of_number(edit)
    gained, lost = _names(edit.new), _names(edit.old)
    if gained and lost:
        return CHANGED
    whole = _is_whole_key(edit, key)
    if key in _SCOPE:
        # One name more widens what the rule speaks of; the key itself, where it came, narrows it.
        return _by(bool(gained) != whole)
    if key in _ANY and not whole:
        return _by(bool(lost))
    return _by(bool(gained))


def _by(is_stronger: bool) -> str:
    return STRONGER if is_stronger else WEAKER


def _is_whole_key(edit: Edit, key: str) -> bool:
    """Whether the key itself came or went: what is left has no name, or has just these."""
    rule = next((mapping for depth, mapping in edit.around if depth == 2), None)
    now = _names(rule.values.get(key)) if rule else set()
    gone, came = edit.new is None and not now, edit.old is None and now == _names(edit.new)
    return gone or came


def _names(node: Node | None) -> set[str]:
    if isinstance(node, Sequence):
        return {str(value) for value in node.values}
    return {node} if isinstance(node, str) else set()


def _of_number(edit: Edit) -> str:
    old, new = (str(side) if side is not None else "" for side in (edit.old, edit.new))
    if not (old.isdigit() and new.isdigit()):
        return _by(bool(new))
    return _by(int(new) < int(old))


def _of_all(edit: Edit, *, wider_is_stronger: bool) -> str:
    """Of a condition that holds where all its parts do: fewer parts, or more values, hold wider."""
    old, new = _values(edit.old), _values(edit.new)
    wider = all(fact in old and values >= old[fact] for fact, values in new.items())
    narrower = all(fact in new and values >= new[fact] for fact, values in old.items())
    return CHANGED if wider == narrower else _by(wider == wider_is_stronger)


def _of_each(edit: Edit, *, more_is_stronger: bool) -> str:
    """Of a condition whose parts count one by one."""
    old, new = _values(edit.old), _values(edit.new)
    more = all(fact in new and new[fact] >= values for fact, values in old.items())
    fewer = all(fact in old and old[fact] >= values for fact, values in new.items())
    return CHANGED if more == fewer else _by(more == more_is_stronger)


def _values(node: Node | None) -> dict[str, set[str]]:
    if not isinstance(node, Mapping):
        return {}
    return {fact: _names(value) for fact, value in node.values.items()}
