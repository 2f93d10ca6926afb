"""Small changes to the shipped flows, most of them dangerous: does anything notice?"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from guide.flow.model import Ending, Library, Line, Option, Question, Route, Shown, Step, When


class Mutant(NamedTuple):
    """A library with one thing changed."""

    kind: str
    what: str
    library: Library


def mutants(library: Library) -> Iterator[Mutant]:
    """Every mutant of every kind, in the order the flows are written."""
    for step in library.steps.values():
        if isinstance(step, Question):
            yield from _of_question(library, step)
        elif isinstance(step, Ending):
            yield from _of_ending(library, step)
    yield from _of_every_screen(library)


def _with(library: Library, step: Step) -> Library:
    return library._replace(steps={**library.steps, step.id: step})


# -- questions


def _of_question(library: Library, question: Question) -> Iterator[Mutant]:
    for kind, options, what in _changed_options(library, question):
        changed = _with(library, question._replace(options=tuple(options)))
        yield Mutant(kind, f"{question.id}: {what}", changed)


_Changed = tuple[str, list[Option], str]


def _changed_options(library: Library, question: Question) -> Iterator[_Changed]:
    options = list(question.options)
    for number, option in enumerate(options):

        def put(new: Option, at: int = number) -> list[Option]:
            return [*options[:at], new, *options[at + 1 :]]

        yield "drop an option", [*options[:number], *options[number + 1 :]], option.id
        for other in options[number + 1 : number + 3]:
            if _leads(other) != _leads(option):
                swapped = [
                    _aimed(one, other, option) if one in (option, other) else one for one in options
                ]
                yield "swap two targets", swapped, f"{option.id} and {other.id}"
        for fact in dict(option.means):
            left = tuple(pair for pair in option.means if pair[0] != fact)
            yield "drop a fact", put(option._replace(means=left)), f"{option.id} {fact}"
        if "age" in dict(option.means):
            for age, _ in library.facts["age"].values:
                if age != dict(option.means)["age"]:
                    means = tuple((f, age if f == "age" else v) for f, v in option.means)
                    yield (
                        "record another age",
                        put(option._replace(means=means)),
                        (f"{option.id} {age}"),
                    )
        if option.id in ("not-sure", "rather-not-say"):
            for other in options:
                if _leads(other) != _leads(option):
                    moved = option._replace(to=other.to, means=option.means)
                    yield "redirect not-sure", put(moved), f"{option.id} as {other.id}"
        for at, route in enumerate(option.to):
            for kind, routes in _changed_routes(option.to, at, route):
                yield kind, put(option._replace(to=routes)), f"{option.id} route {at}"


def _leads(option: Option) -> list[tuple[When, str]]:
    """Where an option leads, wherever that is written."""
    return [(route.when, route.to) for route in option.to]


def _aimed(one: Option, other: Option, option: Option) -> Option:
    return one._replace(to=other.to if one == option else option.to)


def _changed_routes(
    routes: tuple[Route, ...], at: int, route: Route
) -> Iterator[tuple[str, tuple[Route, ...]]]:
    if route.when:
        yield "drop a condition", (*routes[:at], *routes[at + 1 :])
        for when in _other_conditions(route.when):
            yield "change a condition", (*routes[:at], route._replace(when=when), *routes[at + 1 :])


def _other_conditions(when: When) -> Iterator[When]:
    """The condition with each value that means an age replaced by the others."""
    ages = ("under-11", "11-17", "18-plus", "unknown")
    for fact, values in when:
        if fact == "age":
            for age in ages:
                if (age,) != values:
                    yield tuple((f, (age,) if f == "age" else v) for f, v in when)


# -- endings


def _of_ending(library: Library, ending: Ending) -> Iterator[Mutant]:
    for kind, changed, what in _changed_endings(ending):
        yield Mutant(kind, f"{ending.id}: {what}", _with(library, changed))


def _changed_endings(ending: Ending) -> Iterator[tuple[str, Ending, str]]:
    contacts = ending.contacts
    for number, shown in enumerate(contacts):

        def put(new: Shown, at: int = number) -> Ending:
            return ending._replace(contacts=(*contacts[:at], new, *contacts[at + 1 :]))

        without = (*contacts[:number], *contacts[number + 1 :])
        yield "drop a contact", ending._replace(contacts=without), shown.contact
        if shown.when:
            yield "show a contact to all", put(shown._replace(when=())), shown.contact
            for fact, values in shown.when:
                for value in values if len(values) > 1 else ():
                    left = tuple(one for one in values if one != value)
                    when = tuple((f, left if f == fact else v) for f, v in shown.when)
                    yield (
                        "narrow a contact",
                        put(shown._replace(when=when)),
                        (f"{shown.contact} not {value}"),
                    )
    groups = list(dict.fromkeys(shown.group for shown in contacts))
    for one, other in pairwise(groups):
        yield (
            "swap contacts",
            ending._replace(contacts=_swapped(contacts, one, other)),
            (f"group {one} and {other}"),
        )
    for number, line in enumerate(ending.before):
        if line.statement:
            before = (*ending.before[:number], *ending.before[number + 1 :])
            yield "remove a statement", ending._replace(before=before), line.statement
            yield from _narrowed_statement(ending, number, line)
    for urgency in ("emergency", "report", "tell", "talk"):
        if urgency != ending.urgency:
            yield "change the urgency", ending._replace(urgency=urgency), urgency
    for name in ("ceop", "emergency"):
        if name not in [shown.contact for shown in contacts]:
            more = Shown(name, (), (), groups[-1] + 1, ending.place)
            yield "add a contact", ending._replace(contacts=(*contacts, more)), name
            first = Shown(name, (), (), groups[0] - 1, ending.place)
            yield "add a contact", ending._replace(contacts=(first, *contacts)), f"{name} first"


def _narrowed_statement(
    ending: Ending, number: int, line: Line
) -> Iterator[tuple[str, Ending, str]]:
    for fact, values in line.when:
        for value in values if len(values) > 1 else ():
            left = tuple(one for one in values if one != value)
            when = tuple((f, left if f == fact else v) for f, v in line.when)
            lines = (
                *ending.before[:number],
                line._replace(when=when),
                *ending.before[number + 1 :],
            )
            yield "narrow a statement", ending._replace(before=lines), f"{line.statement} {value}"


def _swapped(contacts: tuple[Shown, ...], one: int, other: int) -> tuple[Shown, ...]:
    places = {one: other, other: one}
    moved = [shown._replace(group=places.get(shown.group, shown.group)) for shown in contacts]
    return tuple(sorted(moved, key=lambda shown: shown.group))


# -- every screen


def _of_every_screen(library: Library) -> Iterator[Mutant]:
    help_ = library.help
    for number, name in enumerate(help_):
        left = (*help_[:number], *help_[number + 1 :])
        yield Mutant("drop help", name, library._replace(help=left))
    yield Mutant("swap help", "first two", library._replace(help=(help_[1], help_[0], *help_[2:])))
    yield Mutant("drop an answer that stands everywhere", "danger", library._replace(always=()))
    for name, field, value in _REGISTRY:
        contact = library.contacts[name]
        contact = (
            contact._replace(phone=value) if field == "phone" else contact._replace(link=value)
        )
        contacts = {**library.contacts, name: contact}
        yield Mutant("change a number", f"{name} {value}", library._replace(contacts=contacts))


_REGISTRY = (
    ("childline", "phone", "0800 111"),
    ("childline", "phone", "0800 1112"),
    ("childline", "phone", "08001111"),
    ("childline", "phone", ""),
    ("emergency", "phone", "99"),
    ("emergency", "phone", "112"),
    ("ceop", "link", "https://www.ceop.police.uk/safety-centre/"),
    ("ceop", "link", "http://www.ceop.police.uk/safety-centre"),
    ("ceop", "link", "https://www.ceop.police.uk.example.org/safety-centre"),
    ("ceop", "link", ""),
)
