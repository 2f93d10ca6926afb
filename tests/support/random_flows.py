"""Small random libraries for property tests: conditions, loops, messages, standing answers.

Strategies are made once: making one takes longer than drawing from it. Each part is a strategy of
its own, as Hypothesis changes one part at a time and puts one in the place of another.
"""

from functools import cache

from hypothesis import strategies as st

from guide.flow.model import (
    URGENCIES,
    Contact,
    Ending,
    Fact,
    Flow,
    Library,
    Line,
    Message,
    Option,
    Question,
    Route,
    Shown,
    Statement,
    Step,
    Text,
    Urgency,
    Variant,
    When,
    Wording,
)
from guide.problems import Place

HERE = Place("random.yaml", 1)
FACTS = {"a": ("1", "2", "3"), "b": ("1", "2"), "c": ("1",)}
CONTACTS = ("ceop", "childline", "trusted-adult")
STATEMENTS = ("kind", "law")

conditions: st.SearchStrategy[When] = st.dictionaries(
    st.sampled_from(sorted(FACTS)), st.integers(1, 7), max_size=2
).map(lambda chosen: tuple((fact, _values(fact, mask)) for fact, mask in sorted(chosen.items())))


def _values(fact: str, mask: int) -> tuple[str, ...]:
    values = [value for place, value in enumerate(FACTS[fact]) if mask >> place & 1]
    return tuple(values) or FACTS[fact][:1]


def wording(words: str) -> Wording:
    return (Variant((), Text("random", words, HERE)),)


@cache
def one_of(targets: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(targets)


@cache
def ways(targets: tuple[str, ...]) -> st.SearchStrategy[list[tuple[When, str]]]:
    return st.lists(st.tuples(conditions, one_of(targets)), max_size=2)


@cache
@st.composite
def routes(draw: st.DrawFn, targets: tuple[str, ...]) -> tuple[Route, ...]:
    with_conditions = [Route(when, to, HERE) for when, to in draw(ways(targets)) if when]
    return (*with_conditions, Route((), draw(one_of(targets)), HERE))


meanings = st.dictionaries(st.sampled_from(sorted(FACTS)), st.integers(0, 2), max_size=2)


@cache
@st.composite
def options(draw: st.DrawFn, name: str, targets: tuple[str, ...]) -> Option:
    told = tuple((fact, FACTS[fact][at % len(FACTS[fact])]) for fact, at in draw(meanings).items())
    return Option(name, wording(name), (), told, (), draw(routes(targets)), HERE)


lines: st.SearchStrategy[tuple[Line, ...]] = st.lists(
    st.tuples(conditions, st.sampled_from(STATEMENTS)), max_size=2
).map(lambda said: tuple(Line(when, (), statement, (), HERE) for when, statement in said))

listed_contacts = st.lists(
    st.tuples(st.sampled_from(CONTACTS), conditions, st.booleans()), min_size=1, max_size=4
)
urgencies: st.SearchStrategy[Urgency] = st.sampled_from(URGENCIES)


@cache
@st.composite
def endings(draw: st.DrawFn, name: str) -> Ending:
    shown, group = [], 0
    for contact, when, is_beside in draw(listed_contacts):
        group += not is_beside
        shown.append(Shown(contact, when, (), group, HERE))
    urgency = draw(urgencies)
    before = draw(lines)
    return Ending(
        name, "", urgency, wording(name), before, tuple(shown),
        (), (), (), (), (), ("source",), HERE,
    )  # fmt: skip


up_to_three, up_to_five, one_in_four = st.integers(1, 3), st.integers(1, 5), st.integers(0, 3)


@st.composite
def libraries(draw: st.DrawFn, loops: bool = True) -> Library:
    """A library of a few questions, messages that lead on, and endings; loops only where wanted."""
    inner = tuple(f"s{number}" for number in range(draw(up_to_five)))
    ends = tuple(f"e{number}" for number in range(draw(up_to_three)))
    steps: dict[str, Step] = {}
    for place, name in enumerate(inner):
        later = (*inner[place + 1 :], *ends)
        if place and draw(one_in_four) == 0:
            # Messages only lead on: the reader refuses those that lead round to one another.
            steps[name] = Message(name, "f", draw(lines), draw(routes(later)), HERE)
            continue
        targets = (*inner, *ends) if loops else later
        names = "xyz"[: draw(up_to_three)]
        answers = tuple(draw(options(answer, targets)) for answer in names)
        steps[name] = Question(name, "f", wording(name), (), answers, HERE)
    for name in ends:
        steps[name] = draw(endings(name))
    always = (draw(options("stop", ends)),) if draw(st.booleans()) else ()
    return Library(
        start="f",
        flows={"f": Flow("f", "", "young", "s0", HERE)},
        steps=steps,
        contacts={name: contact(name) for name in CONTACTS},
        statements={
            name: Statement(name, wording(name), (), ("source",), HERE) for name in STATEMENTS
        },
        headings={},
        more=(),
        sources={},
        facts={
            name: Fact(name, "", tuple((value, value) for value in values), (), HERE)
            for name, values in FACTS.items()
        },
        topics={},
        help=(),
        always=always,
        questions_left={},
    )


def contact(name: str) -> Contact:
    empty = dict.fromkeys(Contact._fields, ())
    words = dict.fromkeys(("phone", "text", "link", "email", "review_by", "role"), "")
    return Contact(**{**empty, **words, "id": name, "name": wording(name), "place": HERE})  # type: ignore[arg-type]
