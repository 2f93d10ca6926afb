"""What a picture of a flow shows: boxes for steps, arrows for answers, one way marked."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from guide.diagram.answers import plain_english
from guide.flow.model import (
    URGENCIES,
    Ending,
    Facts,
    Library,
    Message,
    Option,
    Question,
    Route,
    Step,
    Urgency,
    When,
    Wording,
)
from guide.flow.paths import facts_after, next_step
from guide.flow.walk import walk

Kind = Literal["question", "message", "ending", "elsewhere"]
URGENCY_WORDS: dict[Urgency, str] = {
    "emergency": "emergency: now",
    "report": "report: as soon as they can",
    "tell": "tell: today",
    "talk": "talk: when they are ready",
}


class AnswerRow(NamedTuple):
    """An answer in the box of its question."""

    option: str
    words: str
    marked: bool


class Box(NamedTuple):
    """A step. Its id is where arrows go; `lines` is what stands in it."""

    id: str
    kind: Kind
    heading: str
    lines: tuple[str, ...]
    rows: tuple[AnswerRow, ...]
    urgency: Urgency | None
    marked: bool


class Arrow(NamedTuple):
    """A way from one step to another: for which answers, and for whom."""

    source: str
    option: str
    target: str
    condition: str
    marked: bool


class Picture(NamedTuple):
    """Everything to be drawn."""

    title: str
    about: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    standing: tuple[str, ...]
    """In words, the answers that may be given at any question, with where they lead."""


def picture(library: Library, flow: str = "", answers: Sequence[str] = ()) -> Picture:
    """The picture of one flow, or of all; the way of `answers` from the very start is marked."""
    trodden = set(_trodden(library, answers))
    steps = [step for step in library.steps.values() if _belongs(step, flow)]
    arrows = [arrow for step in steps for arrow in _arrows(library, step, trodden)]
    inside = {step.id for step in steps}
    beyond = [
        name for name in dict.fromkeys(arrow.target for arrow in arrows) if name not in inside
    ]
    marked = {name for source, _, target in trodden for name in (source, target)}
    boxes = [_box(library, step, trodden, marked) for step in steps]
    for name in beyond:
        step = library.steps[name]
        if isinstance(step, Ending):
            boxes.append(_box(library, step, trodden, marked))
        else:
            lines = (f"goes on in {step.flow}",)
            boxes.append(Box(name, "elsewhere", name, lines, (), None, name in marked))
    return Picture(
        title=flow or "All flows",
        about=library.flows[flow].about if flow else "",
        boxes=tuple(boxes),
        arrows=tuple(arrows),
        standing=tuple(
            f"{_said(option.say, library)}: {option.to[-1].to}" for option in library.always
        ),
    )


def _belongs(step: Step, flow: str) -> bool:
    return not isinstance(step, Ending) and (not flow or step.flow == flow)


def _trodden(library: Library, answers: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The ways taken by answers from the very start; LookupError for a wrong answer."""
    facts: Facts = {}
    here = library.first_step()
    left = list(answers)
    while True:
        step = library.steps[here]
        if isinstance(step, Message):
            there, option_id = next_step(step.to, facts), ""
        elif isinstance(step, Question) and left:
            option_id = left.pop(0)
            option = next(
                (offered for offered in library.options(step) if offered.id == option_id), None
            )
            if option is None:
                raise LookupError(f'"{option_id}" is not offered at "{here}"')
            facts = facts_after(option, facts)
            there = next_step(option.to, facts)
        elif left:
            raise LookupError(f'"{left[0]}" comes after the end')
        else:
            return
        yield here, option_id, there
        here = there


Trodden = set[tuple[str, str, str]]


def _arrows(library: Library, step: Step, trodden: Trodden) -> Iterator[Arrow]:
    for part in walk(step):
        if isinstance(route := part.record, Route):
            option = part.owner.id if isinstance(part.owner, Option) else ""
            marked = (step.id, option, route.to) in trodden
            yield Arrow(step.id, option, route.to, in_condition(library, route.when), marked)


def in_condition(library: Library, when: When) -> str:
    """For whom a way is, in the words of the facts."""
    parts = []
    for fact, values in when:
        words_of = dict(library.facts[fact].values) if fact in library.facts else {}
        parts.append(" or ".join(words_of.get(value, value) for value in values))
    return ", ".join(parts)


def _box(library: Library, step: Step, trodden: Trodden, marked: set[str]) -> Box:
    is_marked = step.id in marked
    if isinstance(step, Question):
        rows = tuple(
            AnswerRow(
                option.id,
                _said(option.say, library),
                any(taken[:2] == (step.id, option.id) for taken in trodden),
            )
            for option in step.options
        )
        ask = _said(step.ask, library)
        return Box(step.id, "question", step.id, (ask,), rows, None, is_marked)
    if isinstance(step, Message):
        return Box(step.id, "message", step.id, (), (), None, is_marked)
    lines = (
        _said(step.title, library),
        ", ".join(dict.fromkeys(s.contact for s in step.every_contact)),
    )
    return Box(step.id, "ending", step.id, lines, (), step.urgency, is_marked)


def _said(wording: Wording, library: Library) -> str:
    """Words as most people meet them: the variant without a condition."""
    return plain_english(wording[-1].text, library) if wording else ""


def urgencies(drawn: Picture) -> list[Urgency]:
    """The urgencies that a picture has endings of, most urgent first."""
    there = {box.urgency for box in drawn.boxes}
    return [urgency for urgency in URGENCIES if urgency in there]
