"""Faults of the rules themselves: those that speak of nobody, and those that contradict another."""

from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence

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
    of_endings = [rule for rule in rules if not rule.where_shown and not rule.answered]
    strict = {rule.id for rule in rules if rule.never or rule.only or rule.urgency or rule.order}
    wanted = {rule.id: _wanted(rule) for rule in rules}
    for first, second in _pairs_with_any_of(strict, of_endings):
        clash = _clash(first, second, wanted[first.id]) or _clash(second, first, wanted[second.id])
        if clash and any(
            bits & spoken[second.id].get(ending, 0) for ending, bits in spoken[first.id].items()
        ):
            yield Finding(
                CONTRADICTION,
                "error",
                second.place,
                f'Rules "{first.id}" and "{second.id}" contradict each other: {clash}.',
                "Change one, or the conversations it speaks of.",
            )


def _pairs_with_any_of(
    strict: Collection[str], rules: Sequence[Rule]
) -> Iterator[tuple[Rule, Rule]]:
    """Every two rules of which at least one is strict, in the order they are written."""
    strict_ones = [number for number, rule in enumerate(rules) if rule.id in strict]
    for number, rule in enumerate(rules):
        if rule.id in strict:
            yield from ((rule, other) for other in rules[number + 1 :])
        else:
            later = bisect(strict_ones, number)
            yield from ((rule, rules[other]) for other in strict_ones[later:])


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


def _clash(rule: Rule, other: Rule, wanted: Collection[str]) -> str:
    """What the first wants that the second forbids; empty where both can hold."""
    if (other.never or other.only) and (forbidden := _forbidden(rule, other, wanted)):
        return forbidden
    if rule.urgency and other.urgency and not set(rule.urgency).intersection(other.urgency):
        return f'one wants the urgency "{rule.urgency[0]}", one "{other.urgency[0]}"'
    for early, late in zip(rule.order, rule.order[1:], strict=False):
        places = {name: place for place, name in enumerate(other.order)}
        if places.get(early, -1) > places.get(late, len(places)):
            return f"the first wants {early} before {late}, the second {late} before {early}"
        if {early, late} <= set(other.beside):
            return f"the first wants {early} before {late}, the second side by side"
    return ""


def _forbidden(rule: Rule, other: Rule, wanted: Iterable[str]) -> str:
    """A contact that the first rule wants and the second does not allow."""

    def allowed(contact: str) -> bool:
        return contact not in other.never and (not other.only or contact in other.only)

    for contact in wanted:
        if not allowed(contact):
            return f"the first wants {contact}, the second does not allow it"
    for choice in (rule.one_of, rule.first, rule.first_alone):
        if choice and not any(map(allowed, choice)):
            return f"the first wants {' or '.join(choice)}, the second allows none of them"
    return ""
