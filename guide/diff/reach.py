"""Whom an edit reaches: those who come where its words stand, and for whom they count."""

from functools import lru_cache

from guide.diff.people import People, Touched
from guide.diff.tree import Edit, Guard
from guide.flow.model import (
    Ending,
    Facts,
    Library,
    Line,
    Message,
    Question,
    When,
    holds,
)
from guide.flow.nodes import Mapping, Node, Sequence
from guide.flow.walk import walk


class EditReach:
    """Who in one library meets what stands at an edit."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._people = People(library)
        self.conversations = self._people.conversations
        self._stated = lru_cache(maxsize=None)(self._lines_that_state)

    def of(self, edit: Edit) -> Touched | None:
        """Those whom it reaches; None where it reaches nobody by itself (a source, a story)."""
        root, name = edit.keys[0], edit.keys[1] if len(edit.keys) > 1 else ""
        guards = edit.guards + _conditions(edit)
        if root in ("steps", "endings", "flow of"):
            return self._people.touched(lambda step, facts: step == name and _fits(guards, facts))
        if root == "contacts":
            return self._people.touched(
                lambda step, facts: self._shows(step, name, facts) and _fits(guards, facts)
            )
        if root == "statements":
            lines = self._stated(name)
            return self._people.touched(
                lambda step, facts: (
                    any(holds(when, facts) for when in lines.get(step, ())) and _fits(guards, facts)
                )
            )
        if root == "topics":
            return self._people.touched(
                lambda step, facts: not self._is_message(step) and _fits(guards, facts)
            )
        if root in ("help", "always"):
            return self._people.touched(lambda step, _: not self._is_message(step))
        if root == "common":
            return self._people.touched(lambda step, _: self._offers(step, name))
        if root == "rules":
            when = _when_of_rule(edit)
            return self._people.touched(
                lambda step, facts: (
                    isinstance(self._library.steps[step], Ending) and _holds(when, facts)
                )
            )
        return None

    def _is_message(self, step: str) -> bool:
        return isinstance(self._library.steps[step], Message)

    def _shows(self, step: str, contact: str, facts: Facts) -> bool:
        """Whether a contact is met there; one of the help on every screen is met everywhere."""
        if contact in self._library.help:
            return not self._is_message(step)
        there = self._library.steps[step]
        return isinstance(there, Ending) and any(
            shown.contact == contact for shown in there.shown(facts)
        )

    def _offers(self, step: str, option: str) -> bool:
        there = self._library.steps[step]
        return isinstance(there, Question) and there.option(option) is not None

    def _lines_that_state(self, statement: str) -> dict[str, list[When]]:
        """The conditions of the lines that say a statement, by the step they stand on."""
        lines: dict[str, list[When]] = {}
        for part in walk(self._library):
            if isinstance(part.record, Line) and part.record.statement == statement:
                step = next(
                    (each for each in part.within if isinstance(each, Ending | Message)), None
                )
                if step:
                    lines.setdefault(step.id, []).append(part.record.when)
        return lines


def _conditions(edit: Edit) -> tuple[Guard, ...]:
    """The conditions of the mappings it stands in: a line's, a topic's."""
    return tuple(
        Guard(mapping.values["when"], ())
        for _, mapping in edit.around
        if "when" in mapping.values and edit.keys[-1] != "when"
    )


def _when_of_rule(edit: Edit) -> Node | None:
    if edit.keys[-1] == "when":
        return edit.new or edit.old
    rules = [mapping for depth, mapping in edit.around if depth == 2]
    rules += [side for side in (edit.new, edit.old) if isinstance(side, Mapping)]
    return rules[0].values.get("when") if rules else None


def _fits(guards: tuple[Guard, ...], facts: Facts) -> bool:
    return all(
        _holds(guard.when, facts) and not any(_holds(before, facts) for before in guard.before)
        for guard in guards
    )


def _holds(when: Node | None, facts: Facts) -> bool:
    if not isinstance(when, Mapping):
        return True
    return all(
        facts.get(fact) in (wanted.values if isinstance(wanted, Sequence) else (wanted,))
        for fact, wanted in when.values.items()
    )
