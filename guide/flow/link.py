"""Look up every name the files use, and refuse flows nobody could walk to an end."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from guide.flow.fields import Use, mend
from guide.flow.graph import questions_left, silent_loop, without_ending
from guide.flow.model import WAYS, Contact, Library, Message, Option, Question, Route, Step
from guide.problems import Place, Problem

if TYPE_CHECKING:
    from guide.flow.read import Parts

PLACEHOLDERS = ("name", *WAYS)
"""What a placeholder may give of a contact: {childline_phone} is the phone of `childline`."""


def link(parts: "Parts", path: str, problems: list[Problem]) -> Library | None:
    """The library of these parts, or None with the reasons added to `problems`.

    When a file could not be read, unknown names are not reported: one message per cause.
    """
    before = len(problems)
    if not parts.unread:
        problems += _unknown(parts)
    if problems:
        return None
    start = _start(parts, path, problems)
    if start:
        _resolve_flows(parts)
        _loops(parts.steps, problems)
    if len(problems) > before:
        return None
    starts = [flow.start for flow in parts.flows.values()]
    return Library(
        start=start,
        flows=parts.flows,
        steps=parts.steps,
        contacts=parts.contacts,
        statements=parts.statements,
        sources=parts.sources,
        facts=parts.facts,
        topics=parts.topics,
        help=parts.help,
        always=parts.always,
        questions_left=questions_left(parts.steps, starts),
    )


def placeholder(name: str, contacts: Mapping[str, Contact]) -> tuple[Contact, str] | None:
    """The contact and field that a placeholder such as `childline_phone` speaks of."""
    contact_id, _, field = name.rpartition("_")
    contact = contacts.get(contact_id.replace("_", "-"))
    if contact is None or field not in PLACEHOLDERS:
        return None
    if field != "name" and not contact.value(field):
        return None
    return contact, field


def _unknown(parts: "Parts") -> list[Problem]:
    """A problem for each name used that nothing is called by."""
    values = {
        f"{fact.id}={value}" for fact in parts.facts.values() for value, _ in fact.values
    }
    steps = parts.steps.keys() | parts.flows.keys()
    known: dict[str, tuple[Callable[[str], object], Callable[[], set[str]], str]] = {
        "step": (steps.__contains__, lambda: set(steps), "no step, ending or flow"),
        "contact": (parts.contacts.__contains__, lambda: set(parts.contacts), "no contact"),
        "source": (parts.sources.__contains__, lambda: set(parts.sources), "no source"),
        "statement": (parts.statements.__contains__, lambda: set(parts.statements), "no statement"),
        "value": (values.__contains__, lambda: values, "no value of a fact"),
        "placeholder": (
            lambda name: placeholder(name, parts.contacts),
            lambda: _placeholders(parts.contacts),
            "no placeholder",
        ),
    }
    return [
        Problem(use.place, *_unknown_name(use, known[use.kind][1](), known[use.kind][2], parts))
        for use in parts.uses
        if not known[use.kind][0](use.name)
    ][: 200]


def _unknown_name(use: Use, names: set[str], kind: str, parts: "Parts") -> tuple[str, str]:
    if use.kind == "value":
        fact, _, value = use.name.partition("=")
        if fact not in parts.facts:
            otherwise = "Declare it under `facts:`."
            return f'"{fact}" is no fact.', mend(fact, parts.facts, otherwise)
        known = [name for name, _ in parts.facts[fact].values]
        return f'"{value}" is no value of "{fact}".', mend(
            value, known, f"Use one of: {', '.join(known)}."
        )
    shown = f"{{{use.name}}}" if use.kind == "placeholder" else use.name
    otherwise = {
        "placeholder": "Write a contact, _ and one of: " + ", ".join(PLACEHOLDERS) + ".",
    }.get(use.kind, "Correct the name, or add what it names.")
    return f'"{shown}" is {kind}.', mend(use.name, names, otherwise)


def _placeholders(contacts: Mapping[str, Contact]) -> set[str]:
    return {
        f"{contact.id.replace('-', '_')}_{field}"
        for contact in contacts.values()
        for field in PLACEHOLDERS
        if field == "name" or contact.value(field)
    }


def _start(parts: "Parts", path: str, problems: list[Problem]) -> str:
    """The flow where everyone starts: the one called `start`, or the only one."""
    if "start" in parts.flows:
        return "start"
    if len(parts.flows) == 1:
        return next(iter(parts.flows))
    name = os.path.basename(os.path.abspath(path))
    if parts.flows:
        what, mend_it = 'No flow is called "start".', "Call the one where everyone begins `start`."
    else:
        what, mend_it = "No file has a flow.", "Add a file with `flow:`, `start:` and `steps:`."
    problems.append(Problem(Place(name), what, mend_it))
    return ""


def _resolve_flows(parts: "Parts") -> None:
    """Let what leads to a flow lead to the first step of that flow."""

    def first(option: Option) -> Option:
        return option._replace(to=routes(option.to))

    def routes(to: tuple[Route, ...]) -> tuple[Route, ...]:
        return tuple(
            route._replace(to=parts.flows[route.to].start)
            if route.to in parts.flows and route.to not in parts.steps
            else route
            for route in to
        )

    flows = parts.flows.keys() - parts.steps.keys()
    used = {(use.place, use.name) for use in parts.uses if use.kind == "step" and use.name in flows}
    places = {place for place, _ in used}
    if not places:
        return
    for key, step in parts.steps.items():
        if isinstance(step, Question):
            if any(route.place in places for option in step.options for route in option.to):
                parts.steps[key] = step._replace(options=tuple(map(first, step.options)))
        elif isinstance(step, Message) and any(route.place in places for route in step.to):
            parts.steps[key] = step._replace(to=routes(step.to))
    parts.always = tuple(map(first, parts.always))


def _loops(steps: Mapping[str, Step], problems: list[Problem]) -> None:
    """A problem for what can never be left, and for messages that go round and round."""
    trapped = without_ending(steps)
    if trapped:
        first = steps[trapped[0]]
        others = f" (nor from {', '.join(trapped[1:4])})" if len(trapped) > 1 else ""
        problems.append(
            Problem(
                first.place,
                f'From "{trapped[0]}" no ending can be reached{others}.',
                "Let one of its answers lead on to an ending.",
            )
        )
        return
    if loop := silent_loop(steps):
        problems.append(
            Problem(
                steps[loop[0]].place,
                f"These messages lead round to one another: {', '.join(loop[:4])}.",
                "Let one of them lead to a question or an ending.",
            )
        )
