"""Small random libraries for property tests: conditions, loops, messages, standing answers."""

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


@st.composite
def routes(draw: st.DrawFn, targets: list[str]) -> tuple[Route, ...]:
    ways = draw(st.lists(st.tuples(conditions, st.sampled_from(targets)), max_size=2))
    with_conditions = [Route(when, to, HERE) for when, to in ways if when]
    return (*with_conditions, Route((), draw(st.sampled_from(targets)), HERE))


@st.composite
def options(draw: st.DrawFn, name: str, targets: list[str]) -> Option:
    means = draw(st.dictionaries(st.sampled_from(sorted(FACTS)), st.integers(0, 2), max_size=2))
    told = tuple((fact, FACTS[fact][at % len(FACTS[fact])]) for fact, at in means.items())
    return Option(name, wording(name), (), told, (), draw(routes(targets)), HERE)


@st.composite
def lines(draw: st.DrawFn) -> tuple[Line, ...]:
    said = draw(st.lists(st.tuples(conditions, st.sampled_from(STATEMENTS)), max_size=2))
    return tuple(Line(when, (), statement, (), HERE) for when, statement in said)


@st.composite
def endings(draw: st.DrawFn, name: str) -> Ending:
    listed = draw(
        st.lists(
            st.tuples(st.sampled_from(CONTACTS), conditions, st.booleans()), min_size=1, max_size=4
        )
    )
    shown, group = [], 0
    for contact, when, is_beside in listed:
        group += not is_beside
        shown.append(Shown(contact, when, (), group, HERE))
    urgency: Urgency = draw(st.sampled_from(URGENCIES))
    before = draw(lines())
    return Ending(
        name, "", urgency, wording(name), before, tuple(shown),
        (), (), (), (), (), ("source",), HERE,
    )  # fmt: skip


@st.composite
def libraries(draw: st.DrawFn, loops: bool = True) -> Library:
    """A library of a few questions, messages that lead on, and endings; loops only where wanted."""
    inner = [f"s{number}" for number in range(draw(st.integers(1, 5)))]
    ends = [f"e{number}" for number in range(draw(st.integers(1, 3)))]
    steps: dict[str, Step] = {}
    for place, name in enumerate(inner):
        later = [*inner[place + 1 :], *ends]
        if place and draw(st.integers(0, 3)) == 0:
            # Messages only lead on: the reader refuses those that lead round to one another.
            steps[name] = Message(name, "f", draw(lines()), draw(routes(later)), HERE)
            continue
        targets = [*inner, *ends] if loops else later
        names = "xyz"[: draw(st.integers(1, 3))]
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
