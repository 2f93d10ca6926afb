"""The rules about questions: which answers they offer, what is asked first, how many there are."""

from collections.abc import Callable, Iterator

from guide.check.finding import Finding
from guide.check.proof.edges import Edge
from guide.check.proof.factsets import without
from guide.check.proof.reachability import Proof
from guide.check.rules.read import Rule
from guide.flow.model import Question
from guide.problems import Place


def finding_of(
    rule: Rule, place: Place, what: str, what_to_do: str, answers: tuple[str, ...] | None
) -> Finding:
    """What breaks a rule, told after what the rule promises."""
    promise = rule.sentence.rstrip(".")
    return Finding(rule.id, "error", place, f"{promise}; but {what}.", what_to_do, answers)


def at_questions(rule: Rule, speaks: int, proof: Proof) -> Iterator[Finding]:
    """What a rule demands of questions, and does not find there."""
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


def _too_long(rule: Rule, speaks: int, proof: Proof) -> Iterator[Finding]:
    limit = rule.questions_at_most
    for node, answers in proof.longer_than(limit, speaks).items():
        question = proof.library.steps[proof.edges.ids[node]]
        yield finding_of(
            rule,
            question.place,
            f'"{question.id}" can be question {limit + 1}',
            "Leave a question out on the way there.",
            answers,
        )


def _missing_options(rule: Rule, question: Question, bits: int, proof: Proof) -> Iterator[Finding]:
    offered = {option.id for option in proof.library.options(question)}
    for option in rule.options_always:
        if option not in offered:
            yield finding_of(
                rule,
                question.place,
                f'"{question.id}" does not offer "{option}"',
                "Add the answer.",
                proof.answers_to(question.id, bits),
            )


def _asked_too_soon(rule: Rule, question: Question, bits: int, proof: Proof) -> Iterator[Finding]:
    """While a fact is not known, a question must ask for it, or again for one before it."""
    known = bits
    records = _records(question)
    for number, fact in enumerate(rule.asked_first, start=1):
        recorded = proof.fact_sets.where_known(fact)
        if (bad := without(known, recorded)) and not records.intersection(
            rule.asked_first[:number]
        ):
            yield finding_of(
                rule,
                question.place,
                f'"{question.id}" can be asked before "{fact}" is known',
                f'Ask for "{fact}" first, or let every answer there record it.',
                proof.answers_to(question.id, bad),
            )
            return
        known &= recorded


def _worse_off(rule: Rule, speaks: int, proof: Proof) -> Iterator[Finding]:
    """Compares where the answer kept up leads with where any other may lead, by contact."""
    for contact in rule.keeps:
        goals = {
            proof.edges.number[screen.ending.id]: shows
            for screen in proof.endings
            if (shows := screen.shows(contact))
        }
        # An answer that stands everywhere would let every question lead to whatever it shows.
        may = proof.leading_to(goals, lambda edge: not edge.standing)
        will = {answer: proof.leading_to(goals, _keeping_to(answer)) for answer in rule.not_worse}
        for question in _questions(rule, proof):
            answers = [answer for answer in rule.not_worse if question.option(answer)]
            might = _leading(question, may, speaks, proof) if answers else {}
            for answer in answers:
                kept = _leading(question, will[answer], speaks, proof, answer).get(answer, 0)
                others = 0
                for other, bits in might.items():
                    others |= bits if other != answer else 0
                if bad := without(others, kept):
                    yield _loses(
                        rule, question, answer, contact, proof.answers_to(question.id, bad)
                    )


def _keeping_to(answer: str) -> Callable[[Edge], bool]:
    """Follows messages, and this one answer."""
    return lambda edge: edge.option in ("", answer)


def _leading(
    question: Question, sets: list[int], speaks: int, proof: Proof, only: str = ""
) -> dict[str, int]:
    """The combinations that its own answers, or only one, lead on to where the sets are."""
    leading: dict[str, int] = {}
    node = proof.edges.number[question.id]
    entered = proof.entered[node] & speaks
    for edge in proof.edges.out[node]:
        if not edge.standing and (not only or edge.option == only):
            back = edge.backward(sets[edge.target], entered)
            leading[edge.option] = leading.get(edge.option, 0) | back
    return leading


def _loses(
    rule: Rule, question: Question, answer: str, contact: str, answers: tuple[str, ...]
) -> Finding:
    return finding_of(
        rule,
        question.place,
        f'whoever answers "{answer}" at "{question.id}", and goes on so, is not shown '
        f"{contact}, as others may be",
        "Show it at the ending that answer leads to.",
        (*answers, answer),
    )


def of_help(rule: Rule, proof: Proof) -> Iterator[Finding]:
    """A finding when the help on every screen is not what the rule says."""
    if rule.help and proof.library.help != rule.help:
        shown = ", ".join(proof.library.help) or "nothing"
        yield finding_of(
            rule,
            rule.place,
            f"the help on every screen is {shown}",
            f"Let `help:` be {', '.join(rule.help)}.",
            None,
        )
