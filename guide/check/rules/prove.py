"""Each rule held against every conversation at once; a fault comes with its shortest answers."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, product
from typing import NamedTuple

from guide.check.finding import Finding
from guide.check.proof.endings import EndingView
from guide.check.proof.factsets import without
from guide.check.proof.reachability import AnswersTo, Proof
from guide.check.rules.contacts import closed_first, of_another_nation, police_unsaid
from guide.check.rules.length import EndingLength
from guide.check.rules.questions import at_questions, finding_of, of_help
from guide.check.rules.read import Rule
from guide.check.rules.wording import Spoken


class Violation(NamedTuple):
    """Combinations of facts for which an ending breaks a rule, and how."""

    bits: int
    what: str
    what_to_do: str


def violations(rules: Iterable[Rule], proof: Proof) -> Iterator[Finding]:
    """Every way in which a rule does not hold, with the fewest answers that show it."""
    screens = proof.endings
    spoken = Spoken(proof)
    for rule in rules:
        speaks = spoken_of(rule, proof)
        yield from _at_endings(rule, speaks, screens, proof)
        yield from _of_contacts(rule, speaks, screens, proof)
        yield from _too_long(rule, speaks, screens, proof)
        yield from _unfit_for(rule, speaks, screens, proof, spoken)
        yield from at_questions(rule, speaks, proof)
        yield from _cannot_be_said(rule, screens, proof)
        yield from of_help(rule, proof)


def spoken_of(rule: Rule, proof: Proof) -> int:
    """The combinations that a rule speaks of."""
    bits = proof.fact_sets.holding(rule.when)
    for part in rule.unless:
        bits = without(bits, proof.fact_sets.holding((part,)))
    return bits


def applies(rule: Rule, screen: EndingView, speaks: int) -> int:
    """The combinations at an ending that a rule speaks of."""
    bits = screen.entered & speaks
    if rule.where_shown:
        bits &= screen.shows_any(rule.where_shown)
    return bits


# -- at endings


def _at_endings(
    rule: Rule, speaks: int, screens: Iterable[EndingView], proof: Proof
) -> Iterator[Finding]:
    demands = [demand for name, demand in _DEMANDS.items() if getattr(rule, name)]
    if not demands:
        return
    for screen, bits, answers_to in _screens_of(rule, speaks, screens, proof):
        for demand in demands:
            for fault in demand(rule, screen, bits):
                yield finding_of(
                    rule,
                    screen.ending.place,
                    f'"{screen.ending.id}" {fault.what}',
                    fault.what_to_do,
                    answers_to(screen.ending.id, fault.bits),
                )


def _screens_of(
    rule: Rule, speaks: int, screens: Iterable[EndingView], proof: Proof
) -> Iterator[tuple[EndingView, int, AnswersTo]]:
    """The screens a rule speaks of, to whom, and how the answers that lead there are told."""
    answers_to: AnswersTo = proof.answers_to
    if rule.answered:
        walk, answers_to = proof.having_answered(rule.answered)
        screens = [
            EndingView(screen.ending, entered, proof.fact_sets, proof.library.more)
            for screen in screens
            if (entered := walk.at(screen.ending.id))
        ]
    for screen in screens:
        # Nearly no rule speaks of nearly any screen: that is seen before anything is called.
        if screen.entered & speaks and (bits := applies(rule, screen, speaks)):
            yield screen, bits, answers_to


_EITHER = "Change what this ending shows, or what leads to it."


def _always(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    for contact in rule.always:
        if bad := without(bits, screen.shows(contact)):
            yield Violation(bad, f"does not show {contact}", _EITHER)


def _never(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    for contact in rule.never:
        if bad := bits & screen.shows(contact):
            yield Violation(bad, f"shows {contact}", _EITHER)


def _only(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    for contact in screen.contacts:
        if contact not in rule.only and (bad := bits & screen.shows(contact)):
            yield Violation(bad, f"also shows {contact}", _EITHER)
    if bad := without(bits, screen.shows_any(rule.only)):
        yield Violation(bad, f"does not show {' or '.join(rule.only)}", _EITHER)


def _one_of(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    if bad := without(bits, screen.shows_any(rule.one_of)):
        yield Violation(bad, f"shows none of {', '.join(rule.one_of)}", _EITHER)


_TO_THE_TOP = "Move it to the top of `contacts` for them (with a `when` where others come too)"


def _first(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    bad = bits
    for contact in rule.first:
        bad = without(bad, screen.first(contact))
    if bad:
        names = " or ".join(rule.first)
        yield Violation(bad, f"does not show {names} first", f"{_TO_THE_TOP}.")


def _first_alone(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    bad = bits
    for contact in rule.first_alone:
        bad = without(bad, screen.alone(contact))
    if bad:
        what = f"does not show {' or '.join(rule.first_alone)} first and alone"
        yield Violation(bad, what, f"{_TO_THE_TOP}, by itself.")


def _beside(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    if bad := without(bits, screen.beside(rule.beside)):
        names = " and ".join(rule.beside)
        yield Violation(
            bad, f"does not show {names} side by side", "Put them in one `side-by-side`."
        )


def _order(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    for contact, other in pairwise(rule.order):
        if bad := bits & screen.not_before(contact, other):
            yield Violation(bad, f"does not show {contact} before {other}", "Change their order.")


def _urgency(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    if screen.ending.urgency not in rule.urgency:
        wanted = " or ".join(rule.urgency)
        yield Violation(bits, f'has the urgency "{screen.ending.urgency}", not {wanted}', _EITHER)


def _said_first(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    for statement in rule.said_first:
        if bad := without(bits, screen.said_before(rule.where_shown, statement)):
            what = f'shows contacts before "{statement}" was said'
            yield Violation(bad, what, "Add the statement to `before`.")


def _says(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    for statement in rule.says:
        if bad := without(bits, screen.says(statement)):
            yield Violation(bad, f'does not say "{statement}"', "Add the statement to the ending.")


def _in_view(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    for statement in rule.in_view:
        if bad := without(bits, screen.said_in_view(rule.where_shown, statement)):
            what = f'does not say "{statement}" in view'
            yield Violation(bad, what, "Add the statement to `before` or `keep-in-mind`.")


def _knows(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    for fact in rule.knows:
        if bad := without(bits, screen.where_known(fact)):
            what = f'can be reached with nothing known of "{fact}"'
            yield Violation(bad, what, f'Let an answer on the way record "{fact}".')


def _known_as(rule: Rule, screen: EndingView, bits: int) -> Iterator[Violation]:
    for part in rule.known_as:
        if bad := without(bits, screen.holding((part,))):
            what = f'can be reached with "{part[0]}" known as something else'
            yield Violation(bad, what, f"Let the answers record {' or '.join(part[1])}.")


_DEMANDS: dict[str, Callable[[Rule, EndingView, int], Iterator[Violation]]] = {
    "always": _always,
    "never": _never,
    "only": _only,
    "one_of": _one_of,
    "first": _first,
    "first_alone": _first_alone,
    "beside": _beside,
    "order": _order,
    "urgency": _urgency,
    "said_first": _said_first,
    "says": _says,
    "in_view": _in_view,
    "knows": _knows,
    "known_as": _known_as,
}


# -- what contacts say of themselves


def _of_contacts(
    rule: Rule, speaks: int, screens: Iterable[EndingView], proof: Proof
) -> Iterator[Finding]:
    """What the hours of contacts, and who runs them, demand of the endings that show them."""
    asks = rule.open_beside_first or rule.police_say_so or rule.nations_fit
    for screen in screens if asks else ():
        bits = applies(rule, screen, speaks)
        for fault in _faults_of_contacts(rule, screen, proof):
            if bad := bits & fault.bits:
                yield finding_of(
                    rule,
                    screen.ending.place,
                    f'"{screen.ending.id}" {fault.what}',
                    fault.what_to_do,
                    proof.answers_to(screen.ending.id, bad),
                )


def _faults_of_contacts(rule: Rule, screen: EndingView, proof: Proof) -> Iterator[Violation]:
    library = proof.library
    if rule.open_beside_first:
        what = "shows first somebody who may be closed, and nobody beside who is always open"
        advice = "Put somebody who is always open into the same `side-by-side`."
        yield Violation(closed_first(library, screen), what, advice)
    for name in screen.contacts if rule.nations_fit else ():
        bits = of_another_nation(screen, library.contacts[name])
        yield Violation(bits, f"shows {name} to people of another nation", _EITHER)
    for name in screen.contacts if rule.police_say_so else ():
        if library.contacts[name].run_by == "police":
            what = f"shows {name}, and does not say that the police run it"
            advice = "Say it in what the contact says, or in `before`."
            yield Violation(police_unsaid(library, screen, proof.fact_sets, name), what, advice)


# -- how many words stand there


def _too_long(
    rule: Rule, speaks: int, screens: Iterable[EndingView], proof: Proof
) -> Iterator[Finding]:
    """Endings on which there is more to read than a rule allows."""
    asks = rule.words_to_contact_at_most or rule.words_in_view_at_most
    for screen, bits, answers_to in _screens_of(rule, speaks, screens, proof) if asks else ():
        length = EndingLength(screen, proof.library, proof.fact_sets)
        if limit := rule.words_to_contact_at_most:
            longer, what = length.longer_to_contact(limit), "words before it shows whom to call"
        else:
            limit = rule.words_in_view_at_most
            longer, what = length.longer_in_view(limit), "words in view"
        for words in longer:
            if bad := bits & words.bits:
                yield finding_of(
                    rule,
                    screen.ending.place,
                    f'"{screen.ending.id}" has {words.number} {what} (at most {limit})',
                    "Move what can wait to `keep-in-mind`, `more` or `next`.",
                    answers_to(screen.ending.id, bad),
                )
                break  # the longest tells the fault


# -- what is said to some people, and never to others


def _unfit_for(
    rule: Rule, speaks: int, screens: Iterable[EndingView], proof: Proof, spoken: Spoken
) -> Iterator[Finding]:
    """Words that those whom the rule speaks of are never to meet, each once an ending."""
    said_on = spoken.saying(rule.never_says)
    for screen, bits, answers_to in _screens_of(rule, speaks, screens, proof) if said_on else ():
        hearers: dict[str, int] = {}
        for hear, word in spoken.hearing(said_on, screen.ending, bits):
            hearers.setdefault(word.lower(), hear)
        for word, hear in hearers.items():
            yield finding_of(
                rule,
                screen.ending.place,
                f'"{screen.ending.id}", or a topic opened there, says "{word}"',
                "Say it another way, or give the line a `when`.",
                answers_to(screen.ending.id, hear),
            )


# -- what can be told


def _cannot_be_said(rule: Rule, screens: Iterable[EndingView], proof: Proof) -> Iterator[Finding]:
    """Each value must be known at some ending, for each kind of person the rule speaks of."""
    if not rule.can_say:
        return
    holding = proof.fact_sets.holding
    ends = 0
    for screen in screens:
        ends |= screen.entered
    for people in product(*([(fact, (value,)) for value in values] for fact, values in rule.when)):
        of_people = ends & holding(people)
        for fact, values in rule.can_say:
            for value in values:
                if not of_people & holding(((fact, (value,)),)):
                    who = ", ".join(f"{name}: {known[0]}" for name, known in people)
                    by = f" by someone with {who}" if who else ""
                    what = f'"{fact}: {value}" cannot be told{by}'
                    yield finding_of(rule, rule.place, what, "Add an answer that records it.", None)
