"""The floor's own rules, by what a contact is there for: held against every conversation.

A folder's rules say more, and may say it better; these hold whatever a folder says, and nothing
excuses a folder from them. Sources: the promises of docs/architecture.md, which rest on the
documents of flows/shared/sources.yaml.
"""

import re
from collections.abc import Iterator

from guide.check.echoes import HELP
from guide.check.finding import Finding
from guide.check.floor import UNDER_11
from guide.check.floor.folded import hidden_warnings, nobody_in_view
from guide.check.floor.identity import service_of
from guide.check.proof.endings import EndingView
from guide.check.proof.reachability import Proof
from guide.check.rules.read import Rule
from guide.flow.model import Contact, Ending, Library, Option, Question, Wording
from guide.problems import Place

_EMERGENCY, CHILD_HELPLINE, ABUSE_REPORT = "emergency", "child-helpline", "abuse-report"
TRUSTED_ADULT = "trusted-adult"
NOT_PEOPLE = frozenset({"take-down", "crime-report"})
"""Roles of forms and buttons: behind them nobody answers there and then."""

_OWN_ROLES = {"999": _EMERGENCY, "Childline": CHILD_HELPLINE, "CEOP Safety Centre": ABUSE_REPORT}
_DANGER = re.compile(r"\b(?:danger|hurt|unsafe|not safe|emergency|attack)", re.IGNORECASE)
_NOT_SURE = re.compile(r"not sure|unsure|don.t know|do not know|hard to say", re.IGNORECASE)
_KNOWN_FIRST = {
    "that the police or law enforcement reads it": re.compile(
        r"police|law enforcement", re.IGNORECASE
    ),
    "that it needs a name": re.compile(r"\bnames?\b|anonymous", re.IGNORECASE),
}

WHAT_HOLDS = {
    HELP: "Help stands on every screen, complete: the emergency number, a helpline for"
    " children and an adult they trust, each with its number in its words.",
    "floor-danger": "Danger can be said at every question, and leads to the emergency number.",
    "floor-not-sure": "Every question can be answered with not being sure.",
    "floor-human": "Every conversation ends with somebody who can be reached.",
    "floor-under-11": "A child under 11 is led to an adult they trust, first.",
    "floor-report": "Before abuse is reported it is said who reads that, and that it needs a name.",
    "floor-folded": "Nobody has to open a heading to learn whom to turn to first, or whom not to"
    " tell.",
    "floor-role": "A contact is what its `role` says.",
    "no-rules": "A folder has rules of its own, that say who must be shown to whom.",
}
"""What each of the floor's rules promises, by its code."""


def floor_rules(library: Library, rules: tuple[Rule, ...], proof: Proof) -> Iterator[Finding]:
    """A finding for each way in which a folder lacks the floor."""
    yield from _help(library)
    yield from _roles(library)
    yield from _danger(proof)
    yield from _not_sure(proof)
    yield from _at_endings(proof)
    if not rules:
        first = library.flows[library.start].place
        what = "The folder has no rules, so nothing but the floor is proven of its conversations"
        yield _fault("no-rules", first, what, "Write `rules:` (flows/RULES.md).")


def role_of(contact: Contact) -> str:
    """What a contact is there for: what it says, or what the program knows it for."""
    if contact.role:
        return contact.role
    service = service_of(contact)
    if service is not None and service.names[0] in _OWN_ROLES:
        return _OWN_ROLES[service.names[0]]
    return TRUSTED_ADULT if contact.id == TRUSTED_ADULT else ""


def _fault(
    code: str, place: Place, what: str, what_to_do: str, answers: tuple[str, ...] | None = None
) -> Finding:
    return Finding(code, "error", place, f"{what}.", what_to_do, answers)


def _of_role(library: Library, role: str) -> set[str]:
    return {name for name, contact in library.contacts.items() if role_of(contact) == role}


# -- on every screen


def _help(library: Library) -> Iterator[Finding]:
    start = library.flows[library.start].place
    roles = (_EMERGENCY, CHILD_HELPLINE, TRUSTED_ADULT)
    if missing := [role for role in roles if not _of_role(library, role) & set(library.help)]:
        listed = ", ".join(f"`role: {role}`" for role in missing)
        what = f"The help on every screen has no contact with {listed}"
        to_do = "Name one of each in `help:`, and give it `help` words."
        yield _fault(HELP, start, what, to_do)
    for name in library.help:
        contact = library.contacts[name]
        way = "phone" if contact.phone else "text" if contact.text else ""
        needed = f"{{{name.replace('-', '_')}_{way}}}" if way else ""
        if not contact.help:
            what = f'"{name}" has no `help` words for the line on every screen'
            yield _fault(HELP, contact.place, what, f"Add `help:` with {needed or 'words'}.")
        for variant in contact.help:
            if needed not in variant.text.source:
                what = f'The help line of "{name}" does not say its number'
                yield _fault(HELP, variant.text.place, what, f"Add {needed}.")


def _roles(library: Library) -> Iterator[Finding]:
    for contact in library.contacts.values():
        service = service_of(contact)
        own = _OWN_ROLES.get(service.names[0], "") if service else ""
        is_pinned = contact.role in (_EMERGENCY, ABUSE_REPORT)
        if contact.role and own and contact.role != own:
            what = f'"{contact.id}" is {service.names[0]} and says `role: {contact.role}`'  # type: ignore[union-attr]
            yield _fault("floor-role", contact.place, what, f"Its role is {own}.")
        elif is_pinned and not own:
            what = (
                f'"{contact.id}" says `role: {contact.role}`, and the program does not know it so'
            )
            yield _fault("floor-role", contact.place, what, "Give it another role.")


# -- danger


def _danger(proof: Proof) -> Iterator[Finding]:
    library = proof.library
    alone = {
        step.id
        for step in library.steps.values()
        if isinstance(step, Ending) and _is_emergency_alone(library, step)
    }
    not_alone = [
        step
        for step in library.steps.values()
        if isinstance(step, Ending) and step.urgency == _EMERGENCY and step.id not in alone
    ]
    for step in not_alone:
        if proof.at(step.id):
            what = f'"{step.id}" is for an emergency and shows more, or others, than its number'
            yield _fault("floor-danger", step.place, what, "Show the emergency contact alone.")
    leading = alone.union(step.id for step in not_alone)  # what these show is told already
    if any(_says_danger(option, leading) for option in library.always):
        return
    silent = [
        question
        for question in _questions(proof)
        if not any(_says_danger(option, leading) for option in library.options(question))
    ]
    if silent:
        others = f", nor at {len(silent) - 1} other questions" if len(silent) > 1 else ""
        what = f'At "{silent[0].id}" nobody can say that there is danger now{others}'
        advice = "Add an answer under `always:` that says so and leads to the emergency number."
        yield _fault("floor-danger", silent[0].place, what, advice)


def _is_emergency_alone(library: Library, ending: Ending) -> bool:
    shown = {entry.contact for entry in ending.every_contact}
    always = any(not entry.when for entry in ending.contacts)
    return bool(shown) and always and shown <= _of_role(library, _EMERGENCY)


def _says_danger(option: Option, alone: set[str]) -> bool:
    says = all(_DANGER.search(variant.text.source) for variant in option.say)
    return says and all(route.to in alone for route in option.to)


def _not_sure(proof: Proof) -> Iterator[Finding]:
    for question in _questions(proof):
        if not any(_is_not_sure(option) for option in question.options):
            what = f'"{question.id}" cannot be answered with not being sure'
            yield _fault("floor-not-sure", question.place, what, "Offer `not-sure`.")


def _is_not_sure(option: Option) -> bool:
    return bool(option.say) and all(_NOT_SURE.search(v.text.source) for v in option.say)


def _questions(proof: Proof) -> Iterator[Question]:
    for step in proof.library.steps.values():
        if isinstance(step, Question) and proof.at(step.id):
            yield step


# -- at the end


def _at_endings(proof: Proof) -> Iterator[Finding]:
    library = proof.library
    people = {name for name, contact in library.contacts.items() if _is_somebody(contact)}
    adults, reports = _of_role(library, TRUSTED_ADULT), _of_role(library, ABUSE_REPORT)
    telling = {idea: _telling(library, pattern) for idea, pattern in _KNOWN_FIRST.items()}
    for view in proof.endings:
        if view.entered:
            yield from _nobody(proof, view, people)
            # In an emergency its number stands alone, for a child under 11 too.
            if view.ending.urgency != _EMERGENCY:
                yield from _under_11(proof, view, adults)
            yield from _unexplained(proof, view, reports, telling)
            yield from _folded(proof, view)


def _folded(proof: Proof, view: EndingView) -> Iterator[Finding]:
    name, answers_to = view.ending.id, proof.answers_to
    if bad := nobody_in_view(view):
        what = f'At "{name}" some people must open a heading to see whom to turn to'
        advice = "Move the first contact from `more:` to `contacts:`."
        yield _fault("floor-folded", view.ending.place, what, advice, answers_to(name, bad))
    for line, bad in hidden_warnings(view, proof.library):
        what = f'At "{name}" a heading hides whom not to tell'
        advice = "Move the line to `before:` or `keep-in-mind:`."
        yield _fault("floor-folded", line.place, what, advice, answers_to(name, bad))


def _telling(library: Library, pattern: re.Pattern[str]) -> set[str]:
    """The statements that tell an idea, in each of their wordings."""
    return {name for name, each in library.statements.items() if _tells(each.say, pattern)}


def _tells(wording: Wording, pattern: re.Pattern[str]) -> bool:
    return all(pattern.search(variant.text.source) for variant in wording)


def _is_somebody(contact: Contact) -> bool:
    reached = contact.phone or contact.text or contact.link or contact.email
    return bool(reached or contact.translate_name) and role_of(contact) not in NOT_PEOPLE


def _nobody(proof: Proof, view: EndingView, people: set[str]) -> Iterator[Finding]:
    if alone := view.entered & ~view.shows_any(people):
        what = f'"{view.ending.id}" shows some people nobody who can be reached'
        answers = proof.answers_to(view.ending.id, alone)
        yield _fault("floor-human", view.ending.place, what, "Add a person or a helpline.", answers)


def _under_11(proof: Proof, view: EndingView, adults: set[str]) -> Iterator[Finding]:
    age = proof.library.facts.get("age")
    if age is None or UNDER_11 not in dict(age.values):
        return
    ending = view.ending.id
    children = _young_readers(proof, ending) & view.holding((("age", (UNDER_11,)),))
    first = 0
    for name in adults:
        first |= view.first(name)
    if bad := children & ~first:
        what = f'"{ending}" does not show a child under 11 an adult they trust first'
        advice = "Move the contact with `role: trusted-adult` to the top for them."
        yield _fault(
            "floor-under-11", view.ending.place, what, advice, proof.answers_to(ending, bad)
        )


def _young_readers(proof: Proof, ending: str) -> int:
    """Those who come to an ending from a flow that speaks to the young."""
    bits, library = 0, proof.library
    for edge in proof.edges.into[proof.edges.number[ending]]:
        source = library.steps[proof.edges.ids[edge.source]]
        if library.flows[source.flow].reader == "young":  # type: ignore[union-attr]
            bits |= edge.forward(proof.entered[edge.source])
    return bits


def _unexplained(
    proof: Proof, view: EndingView, reports: set[str], telling: dict[str, set[str]]
) -> Iterator[Finding]:
    shown = view.shows_any(reports)
    for idea, statements in telling.items() if shown else ():
        if bad := shown & ~_told_before(view, reports, statements, _KNOWN_FIRST[idea]):
            what = f'"{view.ending.id}" shows where to report before it says {idea}'
            answers = proof.answers_to(view.ending.id, bad)
            yield _fault("floor-report", view.ending.place, what, "Say it in `before:`.", answers)


def _told_before(
    view: EndingView, reports: set[str], statements: set[str], pattern: re.Pattern[str]
) -> int:
    """Those who meet an idea before the contacts of an ending, or before these under a heading."""
    hearers = 0
    for line in view.ending.before:
        if line.statement in statements or (line.wording and _tells(line.wording, pattern)):
            hearers |= view.holding(line.when)
    for name in statements:
        hearers |= view.said_before(tuple(reports), name)
    return hearers
