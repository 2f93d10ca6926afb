"""Each rule held against every conversation at once; what is found comes with its shortest answers."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from guide.check.finding import Finding
from guide.check.proof import Proof
from guide.check.rules import Rule
from guide.check.shown import Screen
from guide.flow.model import Ending, Question
from guide.problems import Place


class Fault(NamedTuple):
    """Combinations of facts for which an ending breaks a rule, and how."""

    bits: int
    what: str
    what_to_do: str


def broken(rules: Iterable[Rule], proof: Proof) -> Iterator[Finding]:
    """Every way in which a rule does not hold, with the fewest answers that show it."""
    screens = [
        Screen(step, proof.at(step_id), proof.valuations)
        for step_id, step in proof.library.steps.items()
        if isinstance(step, Ending)
    ]
    for rule in rules:
        speaks = spoken_of(rule, proof)
        yield from _at_endings(rule, speaks, screens, proof)
        yield from _at_questions(rule, speaks, proof)
        yield from _of_help(rule, proof)


def spoken_of(rule: Rule, proof: Proof) -> int:
    """The combinations that a rule speaks of."""
    bits = proof.valuations.holding(rule.when)
    for part in rule.unless:
        bits &= ~proof.valuations.holding((part,))
    return bits


def applies(rule: Rule, screen: Screen, speaks: int) -> int:
    """The combinations at an ending that a rule speaks of."""
    bits = screen.entered & speaks
    if rule.where_shown:
        bits &= screen.shows_any(rule.where_shown)
    return bits


def _promise(rule: Rule) -> str:
    return rule.sentence.rstrip(".")


# -- at endings


def _at_endings(
    rule: Rule, speaks: int, screens: Iterable[Screen], proof: Proof
) -> Iterator[Finding]:
    demands = [demand for name, demand in _DEMANDS.items() if getattr(rule, name)]
    if not demands:
        return
    for screen in screens:
        bits = applies(rule, screen, speaks)
        if not bits:
            continue
        for demand in demands:
            for fault in demand(rule, screen, bits):
                yield Finding(
                    rule.id,
                    "error",
                    screen.ending.place,
                    f'{_promise(rule)}; but "{screen.ending.id}" {fault.what}.',
                    fault.what_to_do,
                    proof.answers_to(screen.ending.id, fault.bits),
                )


_EITHER = "Change what this ending shows, or what leads to it."


def _always(rule: Rule, screen: Screen, bits: int) -> Iterator[Fault]:
    for contact in rule.always:
        if bad := bits & ~screen.shows(contact):
            yield Fault(bad, f"does not show {contact}", _EITHER)


def _never(rule: Rule, screen: Screen, bits: int) -> Iterator[Fault]:
    for contact in rule.never:
        if bad := bits & screen.shows(contact):
            yield Fault(bad, f"shows {contact}", _EITHER)


def _only(rule: Rule, screen: Screen, bits: int) -> Iterator[Fault]:
    for contact in screen.contacts:
        if contact not in rule.only and (bad := bits & screen.shows(contact)):
            yield Fault(bad, f"also shows {contact}", _EITHER)
    if bad := bits & ~screen.shows_any(rule.only):
        yield Fault(bad, f"does not show {' or '.join(rule.only)}", _EITHER)


def _one_of(rule: Rule, screen: Screen, bits: int) -> Iterator[Fault]:
    if bad := bits & ~screen.shows_any(rule.one_of):
        yield Fault(bad, f"shows none of {', '.join(rule.one_of)}", _EITHER)


def _first(rule: Rule, screen: Screen, bits: int) -> Iterator[Fault]:
    bad = bits
    for contact in rule.first:
        bad &= ~screen.first(contact)
    if bad:
        names = " or ".join(rule.first)
        yield Fault(bad, f"does not show {names} first", "Move it to the top of `contacts`.")


def _beside(rule: Rule, screen: Screen, bits: int) -> Iterator[Fault]:
    if bad := bits & ~screen.beside(rule.beside):
        names = " and ".join(rule.beside)
        yield Fault(bad, f"does not show {names} side by side", "Put them in one `side-by-side`.")


def _order(rule: Rule, screen: Screen, bits: int) -> Iterator[Fault]:
    for one, other in zip(rule.order, rule.order[1:], strict=False):
        if bad := bits & screen.not_before(one, other):
            yield Fault(bad, f"does not show {one} before {other}", "Change their order.")


def _urgency(rule: Rule, screen: Screen, bits: int) -> Iterator[Fault]:
    if screen.ending.urgency not in rule.urgency:
        wanted = " or ".join(rule.urgency)
        yield Fault(bits, f'has the urgency "{screen.ending.urgency}", not {wanted}', _EITHER)


def _said_first(rule: Rule, screen: Screen, bits: int) -> Iterator[Fault]:
    for statement in rule.said_first:
        if bad := bits & ~screen.said_first(statement):
            what = f'shows contacts before "{statement}" was said'
            yield Fault(bad, what, "Add the statement to `before`.")


_DEMANDS: dict[str, Callable[[Rule, Screen, int], Iterator[Fault]]] = {
    "always": _always,
    "never": _never,
    "only": _only,
    "one_of": _one_of,
    "first": _first,
    "beside": _beside,
    "order": _order,
    "urgency": _urgency,
    "said_first": _said_first,
}


# -- at questions


def _at_questions(rule: Rule, speaks: int, proof: Proof) -> Iterator[Finding]:
    if rule.questions_at_most:
        yield from _too_long(rule, speaks, proof)
    if not (rule.options_always or rule.asked_first or rule.not_worse):
        return
    for question in _questions(rule, proof):
        bits = proof.at(question.id) & speaks
        if not bits:
            continue
        if rule.options_always:
            yield from _missing_options(rule, question, bits, proof)
        if rule.asked_first:
            yield from _asked_too_soon(rule, question, bits, proof)
    if rule.not_worse:
        yield from _worse_off(rule, speaks, proof)


def _questions(rule: Rule, proof: Proof) -> Iterator[Question]:
    for step in proof.library.steps.values():
        if isinstance(step, Question) and (
            not rule.asking or any(fact in rule.asking for fact in _records(step))
        ):
            yield step


def _records(question: Question) -> set[str]:
    """The facts that some answer to a question records."""
    return {fact for option in question.options for fact, _ in option.means}


def _finding(
    rule: Rule, place: Place, what: str, what_to_do: str, answers: tuple[str, ...] | None
) -> Finding:
    return Finding(rule.id, "error", place, f"{_promise(rule)}; but {what}.", what_to_do, answers)


def _too_long(rule: Rule, speaks: int, proof: Proof) -> Iterator[Finding]:
    limit = rule.questions_at_most
    for node, answers in proof.longer_than(limit, speaks).items():
        question = proof.library.steps[proof.ways.ids[node]]
        yield _finding(
            rule,
            question.place,
            f'"{question.id}" can be question {limit + 1}',
            "Leave a question out on the way there.",
            answers,
        )


def _missing_options(
    rule: Rule, question: Question, bits: int, proof: Proof
) -> Iterator[Finding]:
    offered = {option.id for option in proof.library.options(question)}
    for option in rule.options_always:
        if option not in offered:
            yield _finding(
                rule,
                question.place,
                f'"{question.id}" does not offer "{option}"',
                "Add the answer.",
                proof.answers_to(question.id, bits),
            )


def _asked_too_soon(
    rule: Rule, question: Question, bits: int, proof: Proof
) -> Iterator[Finding]:
    """While one of the facts is not known, a question must ask for it, or again for one before it."""
    known = bits
    records = _records(question)
    for number, fact in enumerate(rule.asked_first, start=1):
        given = proof.valuations.holding(given_at_all(fact, proof))
        if (bad := known & ~given) and not records.intersection(rule.asked_first[:number]):
            yield _finding(
                rule,
                question.place,
                f'"{question.id}" can be asked before "{fact}" is known',
                f'Ask for "{fact}" first, or let every answer there record it.',
                proof.answers_to(question.id, bad),
            )
            return
        known &= given


def given_at_all(fact: str, proof: Proof) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The condition that a fact has any value."""
    return ((fact, tuple(value for value, _ in proof.library.facts[fact].values)),)


def _worse_off(rule: Rule, speaks: int, proof: Proof) -> Iterator[Finding]:
    """Compares, per contact, where the answer kept up leads with where any other answer may lead."""
    endings = [step for step in proof.library.steps.values() if isinstance(step, Ending)]
    for contact in rule.keeps:
        goals = {
            proof.ways.number[ending.id]: shows
            for ending in endings
            if (shows := Screen(ending, proof.at(ending.id), proof.valuations).shows(contact))
        }
        may = proof.leading_to(goals, lambda way: not way.standing)
        for answer in rule.not_worse:
            will = proof.leading_to(goals, lambda way, kept=answer: way.option in ("", kept))
            yield from _loses(rule, answer, contact, (may, will), speaks, proof)


def _loses(
    rule: Rule,
    answer: str,
    contact: str,
    sets: tuple[list[int], list[int]],
    speaks: int,
    proof: Proof,
) -> Iterator[Finding]:
    may, will = sets
    for question in _questions(rule, proof):
        node = proof.ways.number[question.id]
        if question.option(answer) is None:
            continue
        others = kept = 0
        entered = proof.entered[node] & speaks
        for way in proof.ways.out[node]:
            if way.option == answer:
                kept |= way.backward(will[way.target], entered)
            elif not way.standing:
                others |= way.backward(may[way.target], entered)
        if bad := others & ~kept:
            yield _finding(
                rule,
                question.place,
                f'whoever answers "{answer}" at "{question.id}", and goes on so, is not shown '
                f"{contact}, as others may be",
                "Show it at the ending that answer leads to.",
                (*proof.answers_to(question.id, bad), answer),
            )


# -- on every screen


def _of_help(rule: Rule, proof: Proof) -> Iterator[Finding]:
    if rule.help and proof.library.help != rule.help:
        shown = ", ".join(proof.library.help) or "nothing"
        yield _finding(
            rule,
            rule.place,
            f"the help on every screen is {shown}",
            f"Let `help:` be {', '.join(rule.help)}.",
            None,
        )
