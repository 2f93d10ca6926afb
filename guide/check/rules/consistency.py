"""Faults of the rules themselves: those that speak of nobody, and those that contradict another."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.check.rules.prove import applies, spoken_of
from guide.check.rules.read import Rule
from guide.flow.model import Question

NO_CONVERSATION = "rule-speaks-of-nobody"
CONTRADICTION = "rules-contradict"


def faults_of_rules(rules: Sequence[Rule], proof: Proof) -> Iterator[Finding]:
    """A finding for each rule that speaks of nobody, and for each two that cannot both hold."""
    spoken = {rule.id: _endings_spoken_of(rule, proof) for rule in rules}
    for rule in rules:
        for answer in rule.answered:
            if not proof.offering(answer):
                yield Finding(
                    NO_CONVERSATION,
                    "error",
                    rule.place,
                    f'Rule "{rule.id}" speaks of the answer "{answer}", which nobody can give.',
                    "Correct its name, or offer the answer.",
                )
        if not (spoken[rule.id] or _of_questions(rule, proof) or _of_all(rule)):
            yield Finding(
                NO_CONVERSATION,
                "error",
                rule.place,
                f'Rule "{rule.id}" speaks of no conversation.',
                "Correct its conditions, or delete it.",
            )
    # A rule of where somebody is shown holds with any other: where they are not shown. And who has
    # given an answer is not seen in the combinations compared here.
    of_endings = [_Stand(rule) for rule in rules if not rule.where_shown and not rule.answered]
    for first, second in _pairs_with_a_strict_one(of_endings):
        clash = _clash(first, second) or _clash(second, first)
        here, there = spoken[first.rule.id], spoken[second.rule.id]
        if clash and any(bits & there.get(ending, 0) for ending, bits in here.items()):
            yield Finding(
                CONTRADICTION,
                "error",
                second.rule.place,
                f'Rules "{first.rule.id}" and "{second.rule.id}" contradict each other: {clash}.',
                "Change one, or the conversations it speaks of.",
            )


class _Stand:
    """What a rule makes sure of and what it forbids: each is held against every other."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.forbids = bool(rule.never or rule.only)
        self.is_strict = bool(self.forbids or rule.urgency or rule.order)
        self.wanted = _wanted(rule)
        self.one_of_each = [each for each in (rule.one_of, rule.first, rule.first_alone) if each]
        """Of each of these, one contact is shown."""


def _pairs_with_a_strict_one(stands: Sequence[_Stand]) -> Iterator[tuple[_Stand, _Stand]]:
    """Every two rules of which at least one is strict, in the order they are written."""
    # Two rules that only ask for more never clash; the 266 shipped make 35,245 pairs.
    strict = [number for number, stand in enumerate(stands) if stand.is_strict]
    for number, stand in enumerate(stands):
        if stand.is_strict:
            yield from ((stand, other) for other in stands[number + 1 :])
        else:
            later = bisect(strict, number)
            yield from ((stand, stands[other]) for other in strict[later:])


def _endings_spoken_of(rule: Rule, proof: Proof) -> dict[str, int]:
    speaks = spoken_of(rule, proof)
    return {
        screen.ending.id: bits
        for screen in proof.endings
        if screen.entered & speaks and (bits := applies(rule, screen, speaks))
    }


def _of_questions(rule: Rule, proof: Proof) -> bool:
    """Whether it demands something of questions, and speaks of one."""
    if not (rule.questions_at_most or rule.options_always or rule.asked_first or rule.not_worse):
        return False
    speaks = spoken_of(rule, proof)
    return any(
        proof.at(step.id) & speaks
        for step in proof.library.steps.values()
        if isinstance(step, Question)
    )


def _of_all(rule: Rule) -> bool:
    """Whether it speaks of every screen, whatever was answered."""
    return bool(rule.help or rule.no_words or rule.only_forbidden or rule.can_say)


def _wanted(rule: Rule) -> list[str]:
    """The contacts that a rule makes sure are shown."""
    single = rule.first if len(rule.first) == 1 else ()
    only = rule.only if len(rule.only) == 1 else ()
    return sorted({*rule.always, *rule.beside, *single, *only})


def _clash(first: _Stand, second: _Stand) -> str:
    """What the first wants that the second forbids; empty where both can hold."""
    rule, other = first.rule, second.rule
    if second.forbids and (forbidden := _forbidden(first, other)):
        return forbidden
    if rule.urgency and other.urgency and not set(rule.urgency).intersection(other.urgency):
        return f'one wants the urgency "{rule.urgency[0]}", one "{other.urgency[0]}"'
    for early, late in pairwise(rule.order):
        places = {name: place for place, name in enumerate(other.order)}
        if places.get(early, -1) > places.get(late, len(places)):
            return f"the first wants {early} before {late}, the second {late} before {early}"
        if {early, late} <= set(other.beside):
            return f"the first wants {early} before {late}, the second side by side"
    return ""


def _forbidden(stand: _Stand, other: Rule) -> str:
    """A contact that the first rule wants and the second does not allow."""
    never, only = other.never, other.only
    for contact in stand.wanted:
        if contact in never or (only and contact not in only):
            return f"the first wants {contact}, the second does not allow it"
    for choice in stand.one_of_each:
        if all(contact in never or (only and contact not in only) for contact in choice):
            return f"the first wants {' or '.join(choice)}, the second allows none of them"
    return ""
